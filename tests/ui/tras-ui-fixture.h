/* tras-ui-fixture.h: the window on a company, for tests of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-form-dialog.h"
#include "tras-page.h"
#include "tras-window.h"

typedef struct
{
  char *folder;
  char *path;
  TrasWindow *window;
} Fixture;

#define FIXTURE_FIRM "Ferretería Núñez"

typedef gboolean (*Condition) (gpointer data);

#define wait_until(condition, data) fixture_wait (condition, data, #condition)

void fixture_init         (int           *argc,
                           char        ***argv);
int  fixture_run          (void);
void fixture_add          (const char    *path,
                           void         (*test) (Fixture *, gconstpointer));
void fixture_add_new_firm (const char    *path,
                           void         (*test) (Fixture *, gconstpointer));
void fixture_wait         (Condition      condition,
                           gpointer       data,
                           const char    *what);
void fixture_wait_open    (Fixture       *fixture);
GPtrArray *fixture_read   (Fixture       *fixture,
                           TrasQuery     *query);
void fixture_settle       (Fixture       *fixture);
GtkWidget *fixture_find    (GtkWidget     *widget,
                           GType          type);
GtkWidget *fixture_find_row (GtkWidget    *widget,
                             const char   *title);
void fixture_assert_named (GtkWidget     *widget);
void fixture_press         (gpointer       widget,
                            guint          key,
                            GdkModifierType state);
char *fixture_dup_key_action (GtkWidget   *page,
                              const char  *key);
void fixture_click         (gpointer       button);
TrasFormDialog *fixture_get_form (void);
void     fixture_set_text  (const char   *field,
                            const char   *value);
void     fixture_set_int   (const char   *field,
                            gint64        value);
void     fixture_save_form (void);
gboolean fixture_has_form (gpointer      unused);
gboolean fixture_has_no_form (gpointer   unused);

/* tras-form-dialog.h: a few fields of a record that are written together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-field-editor.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FORM_DIALOG (tras_form_dialog_get_type ())

/**
 * TrasFormDialog:
 *
 * For records that are complete or not at all, where a detail pane writes field by field: a new
 * target, a reason. Nothing is written before its button is pressed, and then as one edit; what
 * will not do is said beside its field.
 */
G_DECLARE_FINAL_TYPE (TrasFormDialog, tras_form_dialog, TRAS, FORM_DIALOG, AdwWindow)

/**
 * TrasFormFuncs:
 * @make_edit: gives the edit that writes the draft (transfer full), or %NULL after it has called
 *   tras_form_dialog_refuse()
 * @changed: (nullable): the draft has changed, also when it is shown first
 * @explain: (nullable): gives the words (transfer full) for an error of the file, or %NULL for the
 *   usual ones
 * @stored: (nullable): the edit was written, and has this id in the log; no toast says so then
 * @saved: (nullable): likewise; an inserted draft has its id now
 *
 * What differs between forms. @owner is the widget that the form was opened for, @data what was
 * given with it.
 */
typedef struct
{
  TrasEdit *(*make_edit) (TrasFormDialog *self,
                          gpointer        draft,
                          gpointer        data);
  void (*changed) (TrasFormDialog *self,
                   gpointer        draft,
                   gpointer        data);
  char *(*explain) (const GError *error,
                    gpointer      data);
  void (*stored) (gint64   edit,
                  gpointer data);
  void (*saved) (GtkWidget *owner,
                 gpointer   draft,
                 gpointer   data);
} TrasFormFuncs;

TrasFormDialog *tras_form_dialog_new       (GtkWidget            *owner,
                                            TrasStore            *store,
                                            const char           *title,
                                            const char           *save_label,
                                            const TrasFormFuncs  *funcs,
                                            gpointer              data,
                                            GDestroyNotify        data_free);
GtkWidget      *tras_form_dialog_add_group (TrasFormDialog       *self,
                                            const char           *description);
GtkWidget      *tras_form_dialog_add_field (TrasFormDialog       *self,
                                            GType                 type,
                                            const char           *field,
                                            const char           *title);
void            tras_form_dialog_add_row   (TrasFormDialog       *self,
                                            GtkWidget            *row);
GtkWidget      *tras_form_dialog_get_field (TrasFormDialog       *self,
                                            const char           *field);
GtkWidget      *tras_form_dialog_get_owner (TrasFormDialog       *self);
gpointer        tras_form_dialog_get_draft (TrasFormDialog       *self);
void            tras_form_dialog_set_draft (TrasFormDialog       *self,
                                            gpointer              draft);
void            tras_form_dialog_add_delete
                                           (TrasFormDialog       *self,
                                            const char           *label,
                                            gpointer              record,
                                            const char           *edit_label);
void            tras_form_dialog_add_part  (TrasFormDialog       *self,
                                            const char           *title,
                                            const char           *description,
                                            gpointer              draft);
gpointer        tras_form_dialog_get_part  (TrasFormDialog       *self,
                                            GType                 type);
void            tras_form_dialog_set_part  (TrasFormDialog       *self,
                                            gpointer              draft);
void            tras_form_dialog_refuse_part
                                           (TrasFormDialog       *self,
                                            GType                 type,
                                            const char           *field,
                                            const char           *why);
void            tras_form_dialog_set_aside (TrasFormDialog       *self,
                                            GtkWidget            *aside);
void            tras_form_dialog_set_careful
                                           (TrasFormDialog       *self);
void            tras_form_dialog_touch     (TrasFormDialog       *self);
void            tras_form_dialog_refuse    (TrasFormDialog       *self,
                                            const char           *field,
                                            const char           *why);
void            tras_form_dialog_present   (TrasFormDialog       *self,
                                            gpointer              draft);

G_END_DECLS

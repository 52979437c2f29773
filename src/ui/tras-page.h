/* tras-page.h: what the five tabs have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PAGE (tras_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (TrasPage, tras_page, TRAS, PAGE, AdwBin)

/**
 * TrasPageClass:
 * @kind: the kind of record that an import or export is about when it is started from this page: a
 *   word of tras_tables_find_kind(); set in class_init
 * @store_changed: the page has got another store, or %NULL; chain up is not needed
 * @activate_new: makes a new record (Ctrl+N)
 * @focus: puts the keyboard where somebody who came by keyboard goes on; the first control unless
 *   the page knows better
 * @focus_search: puts the cursor into the search entry (Ctrl+F)
 * @show_record: puts a record in front; returns whether the page shows records of this type
 *
 * All are optional.
 */
struct _TrasPageClass
{
  AdwBinClass parent_class;

  const char *kind;

  void (*store_changed) (TrasPage *self);
  void (*activate_new) (TrasPage *self);
  void (*focus) (TrasPage *self);
  void (*focus_search) (TrasPage *self);
  gboolean (*show_record) (TrasPage *self,
                           GType     type,
                           gint64    id);
};

TrasStore  *tras_page_get_store     (TrasPage  *self);
void        tras_page_set_store     (TrasPage  *self,
                                     TrasStore *store);
guint       tras_page_get_attention (TrasPage  *self);
void        tras_page_set_attention (TrasPage  *self,
                                     guint      attention);
const char *tras_page_get_kind      (TrasPage  *self);
void        tras_page_activate_new  (TrasPage  *self);
void        tras_page_focus         (TrasPage  *self);
void        tras_page_focus_search  (TrasPage  *self);
gboolean    tras_page_show_record   (TrasPage  *self,
                                     GType      type,
                                     gint64     id);
void        tras_page_turn          (TrasPage  *self,
                                     gboolean   forward);
void        tras_page_add_turning_keys
                                    (TrasPage  *self,
                                     GtkStack  *stack);

G_END_DECLS

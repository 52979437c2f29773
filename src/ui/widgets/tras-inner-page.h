/* tras-inner-page.h: one of the pages of a tab
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_INNER_PAGE (tras_inner_page_get_type ())

G_DECLARE_INTERFACE (TrasInnerPage, tras_inner_page, TRAS, INNER_PAGE, GtkWidget)

/**
 * TrasInnerPageInterface:
 * @set_store: shows another file, or none
 * @get_inner: (nullable): the page inside that does what is left out of the following, as a
 *   #TrasRecordPage with something above it
 * @focus: (nullable): gives the keyboard its place
 * @activate_new: (nullable): begins what is new here
 * @focus_search: (nullable): gives the keyboard to the search
 * @show_record: (nullable): shows a record; returns whether records of the type are shown here
 *
 * What a #TrasListsPage asks of its pages: lists, pictures, a matrix, a form. A subclass of
 * #GtkWidget that stands in its template implements it.
 */
struct _TrasInnerPageInterface
{
  GTypeInterface parent_iface;

  void     (*set_store)    (TrasInnerPage *self,
                            TrasStore     *store);
  TrasInnerPage *
           (*get_inner)    (TrasInnerPage *self);
  void     (*focus)        (TrasInnerPage *self);
  void     (*activate_new) (TrasInnerPage *self);
  void     (*focus_search) (TrasInnerPage *self);
  gboolean (*show_record)  (TrasInnerPage *self,
                            GType          type,
                            gint64         id);
};

void     tras_inner_page_set_store    (TrasInnerPage *self,
                                       TrasStore     *store);
void     tras_inner_page_focus        (TrasInnerPage *self);
void     tras_inner_page_activate_new (TrasInnerPage *self);
void     tras_inner_page_focus_search (TrasInnerPage *self);
gboolean tras_inner_page_show_record  (TrasInnerPage *self,
                                       GType          type,
                                       gint64         id);

G_END_DECLS

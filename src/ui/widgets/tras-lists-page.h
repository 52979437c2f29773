/* tras-lists-page.h: a tab of several lists of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-page.h"
#include "tras-record-page.h"

G_BEGIN_DECLS

#define TRAS_TYPE_LISTS_PAGE (tras_lists_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (TrasListsPage, tras_lists_page, TRAS, LISTS_PAGE, TrasPage)

/**
 * TrasListsPageClass:
 *
 * A page whose template has one #GtkStackPage with a #TrasRecordPage a list, or with a widget that
 * is a #TrasInnerPage. Hands the store on to all of them; new records, searching and the keyboard
 * go to the one in front; a record is shown in the list of its type.
 * Ctrl+Page Up and Ctrl+Page Down turn from list to list.
 */
struct _TrasListsPageClass
{
  TrasPageClass parent_class;
};

TrasRecordPage *tras_lists_page_get_visible (TrasListsPage  *self);
void            tras_lists_page_set_visible (TrasListsPage  *self,
                                             TrasRecordPage *list);

G_END_DECLS

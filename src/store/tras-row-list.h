/* tras-row-list.h: a long list of records for a view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-row.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ROW_LIST (tras_row_list_get_type ())

/**
 * TrasRowList:
 *
 * The records of a query as a #GListModel of #TrasRow, kept up to date with the store. Holds eight
 * bytes a record; records themselves are read for positions that somebody looks at. Sorting,
 * searching and reading happen on the store's thread.
 *
 * #GListModel::items-changed tells only how many rows came or went at the end: a view that is told
 * that everything changed asks for every row. What changed before the end the rows tell themselves.
 */
G_DECLARE_FINAL_TYPE (TrasRowList, tras_row_list, TRAS, ROW_LIST, GObject)

TrasRowList  *tras_row_list_new        (TrasStore    *store,
                                        TrasQuery    *query);
TrasStore    *tras_row_list_get_store  (TrasRowList  *self);
void          tras_row_list_set_store  (TrasRowList  *self,
                                        TrasStore    *store);
TrasQuery    *tras_row_list_get_query  (TrasRowList  *self);
void          tras_row_list_set_query  (TrasRowList  *self,
                                        TrasQuery    *query);
gboolean      tras_row_list_is_loading (TrasRowList  *self);
const GError *tras_row_list_get_error  (TrasRowList  *self);
gint64        tras_row_list_get_id     (TrasRowList  *self,
                                        guint         position);
gboolean      tras_row_list_find       (TrasRowList  *self,
                                        gint64        id,
                                        guint        *position);

G_END_DECLS

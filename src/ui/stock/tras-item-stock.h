/* tras-item-stock.h: all that is known of an item's stock, read at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-running-out.h"
#include "tras-stock.h"
#include "tras-store.h"

G_BEGIN_DECLS

/**
 * TrasItemStock:
 * @level: how the item stands
 * @ledger: (element-type TrasLedgerRow): its movements, oldest first
 * @places: (element-type TrasLocation): all places, by name
 * @running_out: (element-type TrasRunningOut): the item, where it is about to run out
 * @latest: (nullable) (element-type TrasMovement): the firm's latest movements, newest first, for
 *   an item that never moved
 */
typedef struct
{
  TrasStockLevel *level;
  GPtrArray *ledger;
  GPtrArray *places;
  GPtrArray *running_out;
  GPtrArray *latest;
} TrasItemStock;

void           tras_item_stock_load_async  (TrasStore            *store,
                                            gint64                item_id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
TrasItemStock *tras_item_stock_load_finish (TrasStore            *store,
                                            GAsyncResult         *result,
                                            GError              **error);
void           tras_item_stock_free        (TrasItemStock        *self);
gint64         tras_item_stock_get_balance (TrasItemStock        *self,
                                            gint64                place_id,
                                            TrasDay               day);
guint          tras_item_stock_find_last_used (TrasItemStock     *self,
                                            GPtrArray            *places,
                                            gboolean              is_to);
GPtrArray     *tras_item_stock_dup_places  (TrasItemStock        *self,
                                            const char           *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasItemStock, tras_item_stock_free)

G_END_DECLS

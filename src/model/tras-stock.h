/* tras-stock.h: what the ledger of stock adds up to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-item.h"
#include "tras-movement.h"
#include "tras-stock-cost.h"

G_BEGIN_DECLS

/* The days that use per day is taken from: a quarter of a year. */
#define TRAS_STOCK_USE_DAYS 91

/**
 * TrasStockLevel:
 * @item: the item, with what is on hand, reserved, available, due in and projected
 * @cost: what is on hand by the ledger, and its average cost
 * @use_per_day: what went to customers and own use on a day with stock, in thousandths of the unit
 * @days_left: for how many days the available stock lasts at that pace; NAN where nothing is used
 *
 * How an item stands.
 */
typedef struct
{
  TrasItem *item;
  TrasStockCost cost;
  double use_per_day;
  double days_left;
} TrasStockLevel;

/**
 * TrasLedgerRow:
 * @movement: the movement
 * @change: what it adds to what is inside, in thousandths; below 0 for an issue, 0 between places
 *   inside
 * @balance: what is inside behind it
 */
typedef struct
{
  TrasMovement *movement;
  gint64 change;
  gint64 balance;
} TrasLedgerRow;

GPtrArray      *tras_stock_load_levels (TrasDb          *db,
                                        TrasDay          day,
                                        GError         **error);
TrasStockLevel *tras_stock_load_level  (TrasDb          *db,
                                        gint64           item_id,
                                        TrasDay          day,
                                        GError         **error);
void            tras_stock_level_free  (TrasStockLevel  *self);
GPtrArray      *tras_stock_load_ledger (TrasDb          *db,
                                        gint64           item_id,
                                        GError         **error);
gboolean        tras_stock_find_shortage
                                       (GPtrArray       *ledger,
                                        gint64           place_id,
                                        TrasDay          day,
                                        gint64           quantity,
                                        TrasDay         *on,
                                        gint64          *there);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasStockLevel, tras_stock_level_free)

G_END_DECLS

/* tras-stock-cost.h: average cost, reorder quantity and running balance of one item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/* The largest quantity, in thousandths, and the largest unit cost, in hundredths of a minor unit:
 * a million millions of units, and as much money as exact products leave room for. */
#define TRAS_STOCK_MAX G_GINT64_CONSTANT (1000000000000000)

/**
 * TrasStockRow:
 * @on: the day
 * @quantity: thousandths of the unit: above 0 for a receipt, below for an issue
 * @unit_cost: what one whole unit of a receipt cost, in hundredths of a minor unit (1.2345 of a
 *   currency with cents is 12345); not read for an issue
 *
 * What one movement does to the stock of an item.
 */
typedef struct
{
  TrasDay on;
  gint64  quantity;
  gint64  unit_cost;
} TrasStockRow;

/**
 * TrasStockCost:
 * @quantity: on hand, thousandths of the unit
 * @unit_cost: average cost of one whole unit, in hundredths of a minor unit
 *
 * Where the replay of an item's rows stands. Begin with zeros.
 */
typedef struct
{
  gint64 quantity;
  gint64 unit_cost;
} TrasStockCost;

gboolean tras_stock_cost_add       (TrasStockCost        *cost,
                                    const TrasStockRow   *row,
                                    GError              **error);
gboolean tras_stock_cost_replay    (const TrasStockRow   *rows,
                                    gsize                 n,
                                    TrasStockCost        *cost,
                                    GError              **error);
gint64   tras_stock_cost_get_value (const TrasStockCost  *cost);
gint64   tras_stock_lowest_from    (const TrasStockRow   *rows,
                                    gsize                 n,
                                    TrasDay               day);
gboolean tras_stock_can_issue      (const TrasStockRow   *rows,
                                    gsize                 n,
                                    TrasDay               day,
                                    gint64                quantity);
gint64   tras_stock_reorder        (gint64                projected,
                                    gint64                reorder_at,
                                    gint64                reorder_to,
                                    gint64                pack);

G_END_DECLS

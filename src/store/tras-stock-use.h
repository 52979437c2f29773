/* tras-stock-use.h: what was used of each item lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"
#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasStockUse:
 * @item_id: an item that is in use and kept in stock
 * @on_hand: what there is of it, in thousandths of the unit
 * @reserved: what of it is promised
 * @used: what went to customers and own use in the time that was asked for
 * @days: the days of that time on whose evening there was some
 * @lead_days: how long an order takes, of the item or else of its supplier
 */
typedef struct
{
  gint64 item_id;
  gint64 on_hand;
  gint64 reserved;
  gint64 used;
  int days;
  int lead_days;
} TrasStockUse;

GArray *tras_stock_use_load (TrasDb   *db,
                             gint64    item_id,
                             TrasDay   from,
                             TrasDay   today,
                             GError  **error);

G_END_DECLS

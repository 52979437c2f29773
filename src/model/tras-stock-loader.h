/* tras-stock-loader.h: the ledger as far as costs and use go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-movement.h"
#include "tras-stock-cost.h"

G_BEGIN_DECLS

/**
 * TrasStockEntry:
 * @id: of the movement
 * @reverses: of the movement that it takes back, 0 for none
 * @on: its day
 * @change: what it adds to what is inside, in thousandths; 0 between places inside
 * @unit_cost: what a unit cost, or %TRAS_NULL
 * @is_use: whether it goes to customers or own use
 */
typedef struct
{
  gint64 id;
  gint64 reverses;
  TrasDay on;
  gint64 change;
  gint64 unit_cost;
  gboolean is_use;
} TrasStockEntry;

/**
 * TrasStockLoader:
 * @places: of each place its kind
 * @entries: of each item that was read its entries
 * @openings: of each item how it stood when the books were closed (TrasStockCost)
 * @closed_to: the evening of which @openings are, %TRAS_DAY_NONE where all begins with nothing
 *
 * What a reading needs and finds. Begin with zeros.
 */
typedef struct
{
  GHashTable *places;
  GHashTable *entries;
  GHashTable *openings;
  TrasDay closed_to;
} TrasStockLoader;

gboolean tras_stock_loader_init        (TrasStockLoader       *self,
                                        TrasDb                *db,
                                        GError               **error);
void     tras_stock_loader_clear       (TrasStockLoader       *self);
gboolean tras_stock_loader_read        (TrasStockLoader       *self,
                                        TrasDb                *db,
                                        gint64                 item_id,
                                        TrasDay                since,
                                        TrasDay                to,
                                        GError               **error);
TrasStockCost
         tras_stock_loader_get_opening (TrasStockLoader       *self,
                                        gint64                 item_id);
GArray  *tras_stock_loader_get_entries (TrasStockLoader       *self,
                                        gint64                 item_id);
gint64   tras_stock_loader_get_change  (TrasStockLoader       *self,
                                        TrasMovement          *movement);
gboolean tras_stock_entry_replay       (const TrasStockEntry  *entry,
                                        TrasStockCost         *cost,
                                        GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrasStockLoader, tras_stock_loader_clear)

G_END_DECLS

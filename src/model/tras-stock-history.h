/* tras-stock-history.h: where every item stood on the evening of any day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-stock-abc.h"
#include "tras-stock-cost.h"

G_BEGIN_DECLS

/* The days whose use says which class an item is of. */
#define TRAS_STOCK_CLASS_DAYS 365

/**
 * TrasStockHistory:
 *
 * The ledger of all items, replayed once: quantities, average costs and what was used, of any of
 * the days that were asked for. Whole numbers throughout.
 */
typedef struct _TrasStockHistory TrasStockHistory;

TrasStockHistory *tras_stock_history_load       (TrasDb                  *db,
                                                 TrasDay                  since,
                                                 TrasDay                  to,
                                                 GError                 **error);
TrasStockHistory *tras_stock_history_load_classified
                                                (TrasDb                  *db,
                                                 TrasDay                  day,
                                                 GError                 **error);
TrasStockHistory *tras_stock_history_ref        (TrasStockHistory        *self);
void              tras_stock_history_unref      (TrasStockHistory        *self);
GArray           *tras_stock_history_get_items  (TrasStockHistory        *self);
TrasStockCost     tras_stock_history_get        (const TrasStockHistory  *self,
                                                 gint64                   item_id,
                                                 TrasDay                  day);
gint64            tras_stock_history_get_value  (const TrasStockHistory  *self,
                                                 TrasDay                  day);
gint64            tras_stock_history_get_used   (const TrasStockHistory  *self,
                                                 TrasDay                  day,
                                                 int                      days);
void              tras_stock_history_classify   (TrasStockHistory        *self,
                                                 TrasDay                  day);
TrasStockClass    tras_stock_history_get_class  (const TrasStockHistory  *self,
                                                 gint64                   item_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasStockHistory, tras_stock_history_unref)

G_END_DECLS

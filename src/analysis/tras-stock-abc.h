/* tras-stock-abc.h: which items are worth the most attention
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasStockClass:
 * @TRAS_STOCK_CLASS_A: the few items that make 80 % of what is used in a year
 * @TRAS_STOCK_CLASS_B: those that make the next 15 %
 * @TRAS_STOCK_CLASS_C: all others
 */
typedef enum
{
  TRAS_STOCK_CLASS_A,
  TRAS_STOCK_CLASS_B,
  TRAS_STOCK_CLASS_C,
} TrasStockClass;

void     tras_stock_classify    (const gint64    *used,
                                 gsize            n,
                                 TrasStockClass  *classes);
gboolean tras_stock_is_accurate (TrasStockClass   item_class,
                                 gint64           expected,
                                 gint64           counted);

G_END_DECLS

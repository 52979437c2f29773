/* tras-stock-closing.h: the end of a period of the books
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-movement.h"

G_BEGIN_DECLS

/**
 * TrasStockClosing:
 * @closed_to: the day up to which the books are closed, %TRAS_DAY_NONE where they never were
 * @to: the last day of the newest month that is over and open, %TRAS_DAY_NONE where there is none
 * @n_movements: how many movements would be closed
 * @n_counts: how many counts of those days are not posted yet, and could not be any more
 * @value: what the stock is worth on the evening of @to, in minor units
 *
 * What closing the books would mean.
 */
typedef struct
{
  TrasDay closed_to;
  TrasDay to;
  gint64 n_movements;
  gint64 n_counts;
  gint64 value;
} TrasStockClosing;

TrasStockClosing *tras_stock_closing_load      (TrasDb                   *db,
                                                TrasDay                   day,
                                                GError                  **error);
TrasEdit         *tras_stock_closing_make_edit (const TrasStockClosing   *self);
gboolean          tras_stock_closing_add_costs (TrasClosing              *closing,
                                                TrasDb                   *db,
                                                GError                  **error);
gboolean          tras_stock_closing_follow_up (TrasEdit                 *edit,
                                                TrasDb                   *db,
                                                GError                  **error);

G_END_DECLS

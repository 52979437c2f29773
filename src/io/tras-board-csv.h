/* tras-board-csv.h: what plans take, for spreadsheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tras-load-board.h"
#include "tras-money-board.h"

G_BEGIN_DECLS

GBytes *tras_board_csv_of_load  (TrasLoadBoard      *board,
                                 GError            **error);
GBytes *tras_board_csv_of_money (TrasMoneyBoard     *board,
                                 TrasMoneyGrouping   grouping,
                                 GError            **error);

G_END_DECLS

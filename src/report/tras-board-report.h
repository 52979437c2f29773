/* tras-board-report.h: what plans take, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-load-board.h"
#include "tras-money-board.h"
#include "tras-report.h"

G_BEGIN_DECLS

TrasReport *tras_board_report_of_load  (TrasLoadBoard           *board,
                                        GPtrArray               *rows,
                                        const TrasNumberFormat  *format);
TrasReport *tras_board_report_of_money (TrasMoneyBoard          *board,
                                        TrasMoneyGrouping        grouping,
                                        TrasMoneySort            sort,
                                        const TrasNumberFormat  *format);

G_END_DECLS

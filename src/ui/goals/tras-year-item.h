/* tras-year-item.h: a goal of a year, with what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-goal-year.h"

G_BEGIN_DECLS

#define TRAS_TYPE_YEAR_ITEM (tras_year_item_get_type ())

G_DECLARE_FINAL_TYPE (TrasYearItem, tras_year_item, TRAS, YEAR_ITEM, GObject)

TrasYearItem   *tras_year_item_new         (TrasGoalBoard      *board,
                                            const TrasYearGoal *goal);
gint64          tras_year_item_get_id      (TrasYearItem       *self);
TrasGoalStatus *tras_year_item_get_status  (TrasYearItem       *self);
TrasGoalStatus *tras_year_item_get_copy    (TrasYearItem       *self);
char           *tras_year_item_dup_who     (TrasYearItem       *self);
char           *tras_year_item_dup_result  (TrasYearItem       *self);
char           *tras_year_item_dup_targets (TrasYearItem       *self);
char           *tras_year_item_dup_missing (TrasYearItem       *self);
gboolean        tras_year_item_looks_same  (TrasYearItem       *a,
                                            TrasYearItem       *b);

G_END_DECLS

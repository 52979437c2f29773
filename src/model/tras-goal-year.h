/* tras-goal-year.h: from one year's goals to the next one's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-goal-board.h"

G_BEGIN_DECLS

/**
 * TrasYearGoal:
 * @status: a goal, with how it went
 * @copy: (nullable): the goal of the next year that was copied from it
 * @n_unset: how many of its targets the copy has not: what was reached needs a new value
 *
 * A goal of a year, beside what became of it.
 */
typedef struct
{
  TrasGoalStatus *status;
  TrasGoalStatus *copy;
  guint n_unset;
} TrasYearGoal;

int       tras_goal_year_of       (TrasDay        day,
                                   int            fiscal_month);
void      tras_goal_year_get_span (int            year,
                                   int            fiscal_month,
                                   TrasDay       *from,
                                   TrasDay       *to);
int       tras_goal_get_year      (TrasGoal      *self,
                                   int            fiscal_month);
GArray   *tras_goal_year_list     (TrasGoalBoard *board,
                                   int            year,
                                   int            fiscal_month);
TrasEdit *tras_goal_year_copy     (TrasGoalBoard *board,
                                   GArray        *goal_ids,
                                   const char    *label);

G_END_DECLS

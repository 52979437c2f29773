/* tras-goal-year.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-goal-year.h"

#define MONTHS 12

/**
 * tras_goal_year_of:
 * @day: a day
 * @fiscal_month: the month in which the firm's year begins, 1 to 12
 *
 * Returns: the firm's year that @day is in, named by the calendar year in which it begins
 */
int
tras_goal_year_of (TrasDay day,
                   int     fiscal_month)
{
  int year, month;

  tras_day_split (day, &year, &month, NULL);

  return month < fiscal_month ? year - 1 : year;
}

/**
 * tras_goal_year_get_span:
 * @year: one of tras_goal_year_of()
 * @fiscal_month: the month in which the firm's year begins, 1 to 12
 * @from: (out): its first day
 * @to: (out): its last day
 */
void
tras_goal_year_get_span (int      year,
                         int      fiscal_month,
                         TrasDay *from,
                         TrasDay *to)
{
  *from = tras_day_new (year, fiscal_month, 1);
  *to = tras_day_add_months (*from, MONTHS) - 1;
}

/**
 * tras_goal_get_year:
 * @self: a goal
 * @fiscal_month: the month in which the firm's year begins, 1 to 12
 *
 * Returns: the firm's year in which most of its days are; of several the first
 */
int
tras_goal_get_year (TrasGoal *self,
                    int       fiscal_month)
{
  int first, last, best;
  int most = 0;

  g_return_val_if_fail (TRAS_IS_GOAL (self), 0);

  best = first = tras_goal_year_of (self->starts_on, fiscal_month);
  last = tras_goal_year_of (self->due_on, fiscal_month);
  for (int year = first; year <= last; year++)
    {
      TrasDay from, to;
      int days;

      tras_goal_year_get_span (year, fiscal_month, &from, &to);
      days = MIN (to, self->due_on) - MAX (from, self->starts_on) + 1;
      if (days > most)
        {
          most = days;
          best = year;
        }
    }

  return best;
}

/* ---- what became of them ---- */

static gboolean
has_target (TrasGoalStatus      *self,
            TrasIndicatorSeries *series)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      TrasTargetStatus *target = self->targets->pdata[i];

      if (target->series == series)
        return TRUE;
    }

  return FALSE;
}

static GHashTable *
find_copies (TrasGoalBoard *board)
{
  GHashTable *copies = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < board->goals->len; i++)
    {
      TrasGoalStatus *status = board->goals->pdata[i];

      if (status->goal->copied_from != 0)
        g_hash_table_insert (copies, &status->goal->copied_from, status);
    }

  return copies;
}

/**
 * tras_goal_year_list:
 * @board: how all goals are going
 * @year: one of tras_goal_year_of()
 * @fiscal_month: the month in which the firm's year begins, 1 to 12
 *
 * Drafts are not listed: they are what a year is planned with.
 *
 * Returns: (transfer full) (element-type TrasYearGoal): the goals of that year in the order of the
 *   board; borrows from @board
 */
GArray *
tras_goal_year_list (TrasGoalBoard *board,
                     int            year,
                     int            fiscal_month)
{
  GArray *goals = g_array_new (FALSE, TRUE, sizeof (TrasYearGoal));
  g_autoptr (GHashTable) copies = NULL;

  g_return_val_if_fail (board != NULL, goals);

  copies = find_copies (board);
  for (guint i = 0; i < board->goals->len; i++)
    {
      TrasGoalStatus *status = board->goals->pdata[i];
      TrasYearGoal goal = { status, NULL, 0 };

      if (g_strcmp0 (status->goal->state, "draft") == 0 ||
          tras_goal_get_year (status->goal, fiscal_month) != year)
        continue;

      goal.copy = g_hash_table_lookup (copies, &TRAS_RECORD (status->goal)->id);
      for (guint k = 0; goal.copy != NULL && k < status->targets->len; k++)
        {
          TrasTargetStatus *target = status->targets->pdata[k];

          goal.n_unset += !has_target (goal.copy, target->series);
        }
      g_array_append_val (goals, goal);
    }

  return goals;
}

/* ---- copying ---- */

static gboolean
is_ahead (double from,
          double value,
          double now)
{
  return (value > from && value > now) || (value < from && value < now);
}

/* The same target a year later; %NULL for one to reach that has been reached: nobody but its owner
 * can say what comes next. */
static TrasTarget *
copy_target (TrasTargetStatus *status)
{
  TrasTarget *target = status->target;
  g_autoptr (TrasTarget) copy = tras_target_new ();

  copy->indicator_id = target->indicator_id;
  copy->shape = target->shape;
  copy->baseline = target->baseline;
  copy->value = target->value;
  copy->low = target->low;
  copy->high = target->high;
  copy->weight = target->weight;
  copy->from_on = tras_day_add_months (target->from_on, MONTHS);
  copy->to_on = tras_day_add_months (target->to_on, MONTHS);
  if (g_str_equal (target->shape, "reach") && status->series->n > 0)
    {
      double now = status->series->values[status->series->n - 1];

      if (!is_ahead (target->baseline, target->value, now))
        return NULL;
      copy->baseline = now;
    }

  return g_steal_pointer (&copy);
}

static TrasGoal *
copy_goal (TrasGoal       *goal,
           TrasGoalStatus *parent)
{
  TrasGoal *copy = tras_goal_new ();

  copy->area_id = goal->area_id;
  copy->owner_id = goal->owner_id;
  copy->title = g_strdup (goal->title);
  g_free (copy->why);
  copy->why = g_strdup (goal->why);
  copy->weight = goal->weight;
  copy->customer = goal->customer;
  copy->copied_from = TRAS_RECORD (goal)->id;
  copy->state = g_intern_static_string ("draft");
  copy->starts_on = tras_day_add_months (goal->starts_on, MONTHS);
  copy->due_on = tras_day_add_months (goal->due_on, MONTHS);
  /* What is closed can be climbed to no more. */
  if (parent != NULL && tras_goal_is_open (parent->goal))
    copy->parent_id = goal->parent_id;

  return copy;
}

/**
 * tras_goal_year_copy:
 * @board: how all goals are going
 * @goal_ids: (element-type gint64): which goals to copy; drafts, and what has a copy, are left out
 * @label: what the edit is called
 *
 * Makes drafts of the next year: everything a year later, each climbing to the copy of what its
 * origin climbs to where there is one. A target to reach begins at the newest value; where that has
 * reached it, the draft is without it.
 *
 * Returns: (transfer full): one edit for all
 */
TrasEdit *
tras_goal_year_copy (TrasGoalBoard *board,
                     GArray        *goal_ids,
                     const char    *label)
{
  TrasEdit *edit = tras_edit_new (label);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                                       g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) copies = NULL;

  g_return_val_if_fail (board != NULL, edit);
  g_return_val_if_fail (goal_ids != NULL, edit);

  copies = find_copies (board);
  for (guint i = 0; i < goal_ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (goal_ids, gint64, i));
  for (guint i = 0; i < board->goals->len; i++)
    {
      TrasGoalStatus *status = board->goals->pdata[i];
      TrasGoal *goal = status->goal;
      gint64 *id = &TRAS_RECORD (goal)->id;
      TrasGoalStatus *parent_copy = g_hash_table_lookup (copies, &goal->parent_id);
      TrasGoal *parent_made = g_hash_table_lookup (made, &goal->parent_id);
      TrasGoal *copy;

      g_hash_table_insert (seen, id, status);
      if (!g_hash_table_contains (wanted, id) || g_hash_table_contains (copies, id) ||
          g_strcmp0 (goal->state, "draft") == 0)
        continue;

      copy = copy_goal (goal, g_hash_table_lookup (seen, &goal->parent_id));
      g_hash_table_insert (made, id, copy);
      if (parent_copy != NULL)
        copy->parent_id = TRAS_RECORD (parent_copy->goal)->id;
      tras_edit_insert (edit, copy);
      if (parent_made != NULL)
        tras_edit_link (edit, copy, "parent_id", parent_made);
      for (guint k = 0; k < status->targets->len; k++)
        {
          g_autoptr (TrasTarget) target = copy_target (status->targets->pdata[k]);

          if (target == NULL)
            continue;
          tras_edit_insert (edit, target);
          tras_edit_link (edit, target, "goal_id", copy);
        }
    }

  return edit;
}

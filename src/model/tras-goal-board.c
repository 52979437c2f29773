/* tras-goal-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-action.h"
#include "tras-goal-board.h"
#include "tras-goal-warnings.h"
#include "tras-target-path.h"

G_DEFINE_BOXED_TYPE (TrasGoalBoard, tras_goal_board, tras_goal_board_ref, tras_goal_board_unref)

/* What a goal's plan amounts to. */
typedef struct
{
  GArray *paces;
  GArray *weights;
} Plan;

typedef struct
{
  TrasGoalBoard *board;
  GHashTable *goals;
  GHashTable *series;
  GHashTable *plans;
} Loader;

/**
 * tras_goal_is_open:
 * @self: a goal
 *
 * Returns: whether it is neither a draft nor closed
 */
gboolean
tras_goal_is_open (TrasGoal *self)
{
  g_return_val_if_fail (TRAS_IS_GOAL (self), FALSE);

  return g_strcmp0 (self->state, "open") == 0;
}

/**
 * tras_goal_status_is_off:
 * @self: how a goal is going
 *
 * Returns: whether the goal is open and somebody should look at it
 */
gboolean
tras_goal_status_is_off (TrasGoalStatus *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return tras_goal_is_open (self->goal) && self->outlook != TRAS_OUTLOOK_UNKNOWN &&
         self->outlook != TRAS_OUTLOOK_ON_PACE;
}

static void
target_status_free (gpointer data)
{
  TrasTargetStatus *self = data;

  g_clear_object (&self->target);
  g_clear_pointer (&self->series, tras_indicator_series_unref);
  g_clear_pointer (&self->path, g_array_unref);
  g_free (self);
}

/**
 * tras_goal_status_free:
 * @self: (transfer full): what tras_goal_board_judge_draft() gave
 */
void
tras_goal_status_free (TrasGoalStatus *self)
{
  g_clear_object (&self->goal);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_free (self);
}

static void
plan_free (gpointer data)
{
  Plan *self = data;

  g_array_unref (self->paces);
  g_array_unref (self->weights);
  g_free (self);
}

static gpointer
find (GHashTable *table,
      gint64      id)
{
  return g_hash_table_lookup (table, &id);
}

static GHashTable *
table_of (GDestroyNotify value_free)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, value_free);
}

static void
put (GHashTable *table,
     gint64      id,
     gpointer    value)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), value);
}

static TrasGoalStatus *
status_new (TrasGoal *goal)
{
  TrasGoalStatus *self = g_new0 (TrasGoalStatus, 1);

  self->goal = tras_record_dup (goal);
  self->targets = g_ptr_array_new_with_free_func (target_status_free);
  self->pace = tras_pace_of (NAN, NAN);

  return self;
}

static gboolean
take_goal (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Loader *self = user_data;
  TrasGoalStatus *status = status_new (record);

  put (self->goals, TRAS_RECORD (record)->id, status);

  return TRUE;
}

/* A plan's progress stands for the goal's where it has no target. A finished action has gone its
 * whole way; a dropped one is no longer part of it. */
static void
add_to_plan (Loader     *self,
             TrasAction *action)
{
  TrasGoalStatus *status = find (self->goals, action->goal_id);
  Plan *plan = find (self->plans, action->goal_id);
  TrasPace pace;

  if (status == NULL || g_str_equal (action->state, "dropped"))
    return;

  if (plan == NULL)
    {
      plan = g_new0 (Plan, 1);
      plan->paces = g_array_new (FALSE, FALSE, sizeof (TrasPace));
      plan->weights = g_array_new (FALSE, FALSE, sizeof (double));
      put (self->plans, action->goal_id, plan);
    }
  pace = tras_pace_of (g_str_equal (action->state, "done") ? 1.0 : action->progress / 100.0,
                       tras_pace_elapsed (status->goal->starts_on, status->goal->due_on,
                                          self->board->day));
  g_array_append_val (plan->paces, pace);
  g_array_append_val (plan->weights, action->weight);
}

static gboolean
take_action (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Loader *self = user_data;
  TrasAction *action = record;

  if (action->goal_id != 0)
    add_to_plan (self, action);
  tras_goal_facts_add_action (self->board->facts, action);

  return TRUE;
}

/* The first point of the series in @from's period or later, and one behind the last that is not
 * after @to's. */
static void
find_range (TrasIndicatorSeries *series,
            TrasDay              from,
            TrasDay              to,
            gsize               *first,
            gsize               *end)
{
  gint32 first_period = tras_period_index (series->every, from);
  gint32 last_period = tras_period_index (series->every, to);

  for (*first = 0; *first < series->n && series->periods[*first] < first_period; (*first)++)
    ;
  for (*end = *first; *end < series->n && series->periods[*end] <= last_period; (*end)++)
    ;
}

/* Whether a value keeps the target's own line or band, which need not be the one in force. */
static gboolean
is_kept (TrasTargetStatus *self,
         double            value)
{
  TrasSeries series = self->series->series;

  if (series.better == TRAS_BETTER_BAND)
    {
      series.band_low = self->target->low;
      series.band_high = self->target->high;
    }

  return tras_series_is_met (&series, value,
                             tras_target_get_line (self->target, series.better));
}

static void
judge_reach (TrasTargetStatus *self,
             GPtrArray        *path,
             TrasDay           day)
{
  GArray *steps = tras_target_path_dup_corners (path);
  const TrasWaypoint *corners = (const TrasWaypoint *) (gpointer) steps->data;
  gsize first, end;

  self->path = steps;
  find_range (self->series, corners[0].on, day, &first, &end);
  if (end > first)
    self->current = self->series->values[end - 1];
  self->expected = tras_pace_path_expected (corners, steps->len, day);
  self->pace = tras_pace_of (tras_pace_reach (corners[0].value, self->target->value, self->current),
                             tras_pace_path_elapsed (corners, steps->len, day));
}

static void
judge_keep (TrasTargetStatus *self,
            TrasDay           day)
{
  guint n_met = 0;
  gsize first, end;

  find_range (self->series, self->target->from_on, MIN (day, self->target->to_on), &first, &end);
  for (gsize i = first; i < end; i++)
    n_met += is_kept (self, self->series->values[i]);
  self->current = tras_pace_keep (n_met, (guint) (end - first));
  self->pace = tras_pace_of (self->current, 1.0);
}

static void
judge_total (TrasTargetStatus *self,
             TrasDay           day)
{
  TrasTarget *target = self->target;
  double elapsed = tras_pace_elapsed (target->from_on, target->to_on, day);
  double sum = 0.0;
  gsize first, end;

  find_range (self->series, target->from_on, MIN (day, target->to_on), &first, &end);
  for (gsize i = first; i < end; i++)
    sum += self->series->values[i];
  if (end > first)
    self->current = sum;
  self->expected = target->value * elapsed;
  self->pace = tras_pace_of (tras_pace_total (sum, (guint) (end - first), target->value), elapsed);
}

static void
add_target (TrasGoalStatus      *goal,
            TrasIndicatorSeries *series,
            GPtrArray           *path,
            TrasDay              day)
{
  TrasTargetStatus *status = g_new0 (TrasTargetStatus, 1);

  status->target = g_object_ref (path->pdata[path->len - 1]);
  status->series = tras_indicator_series_ref (series);
  status->current = status->expected = NAN;
  if (g_str_equal (status->target->shape, "reach"))
    judge_reach (status, path, day);
  else if (g_str_equal (status->target->shape, "keep"))
    judge_keep (status, day);
  else
    judge_total (status, day);
  g_ptr_array_add (goal->targets, status);
}

static void
add_targets (Loader              *self,
             TrasIndicatorSeries *series,
             GPtrArray           *targets)
{
  g_autoptr (GPtrArray) paths = tras_target_path_list (targets);

  for (guint i = 0; i < paths->len; i++)
    {
      GPtrArray *path = paths->pdata[i];
      gint64 goal_id = TRAS_TARGET (path->pdata[0])->goal_id;
      TrasGoalStatus *goal = goal_id != 0 ? find (self->goals, goal_id) : NULL;

      if (goal != NULL)
        add_target (goal, series, path, self->board->day);
    }
}

/* One indicator that gets worse makes the goal's outlook worse; of assurances the least holds. */
static void
judge_goal (TrasGoalStatus *status,
            Plan           *plan)
{
  guint n = status->targets->len;
  g_autofree TrasPace *paces = g_new (TrasPace, n);
  g_autofree double *weights = g_new (double, n);
  TrasVariation variation = TRAS_VARIATION_NONE;
  TrasAssurance assurance = TRAS_ASSURANCE_UNKNOWN;

  for (guint i = 0; i < n; i++)
    {
      TrasTargetStatus *target = status->targets->pdata[i];
      const TrasVerdict *verdict = target->series->verdict;

      paces[i] = target->pace;
      weights[i] = target->target->weight;
      if (verdict->variation == TRAS_VARIATION_CONCERNING)
        variation = verdict->variation;
      if (verdict->assurance == TRAS_ASSURANCE_MISSES ||
          (verdict->assurance == TRAS_ASSURANCE_HIT_OR_MISS &&
           assurance != TRAS_ASSURANCE_MISSES) ||
          assurance == TRAS_ASSURANCE_UNKNOWN)
        assurance = verdict->assurance;
    }

  if (n > 0)
    status->pace = tras_pace_combine (paces, weights, n);
  else if (plan != NULL)
    status->pace = tras_pace_combine ((TrasPace *) plan->paces->data,
                                      (double *) plan->weights->data, plan->paces->len);
  status->outlook = tras_outlook_of (status->pace.state, variation, assurance);
}

static int
compare_goals (gconstpointer a,
               gconstpointer b)
{
  const TrasGoalStatus *x = *(const TrasGoalStatus *const *) a;
  const TrasGoalStatus *y = *(const TrasGoalStatus *const *) b;

  if (x->goal->due_on != y->goal->due_on)
    return x->goal->due_on < y->goal->due_on ? -1 : 1;

  return TRAS_RECORD (x->goal)->id < TRAS_RECORD (y->goal)->id ? -1 : 1;
}

/* Appends the children of a goal, or those without a parent, each with its own children behind. */
static void
append_children (Loader     *self,
                 GHashTable *families,
                 gint64      parent_id,
                 guint       depth)
{
  GPtrArray *children = find (families, parent_id);

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      TrasGoalStatus *status = children->pdata[i];

      status->depth = depth;
      g_ptr_array_add (self->board->goals, status);
      append_children (self, families, TRAS_RECORD (status->goal)->id, depth + 1);
    }
}

/* Goals by the one that they climb to, in the order of @sorted. */
static GHashTable *
find_families (GPtrArray *sorted)
{
  GHashTable *families = table_of ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < sorted->len; i++)
    {
      TrasGoalStatus *status = sorted->pdata[i];
      GPtrArray *children = find (families, status->goal->parent_id);

      if (children == NULL)
        {
          children = g_ptr_array_new ();
          put (families, status->goal->parent_id, children);
        }
      g_ptr_array_add (children, status);
    }

  return families;
}

static void
count_child (Loader         *self,
             TrasGoalStatus *status)
{
  TrasGoalStatus *parent;

  if (status->goal->parent_id == 0 || !tras_goal_is_open (status->goal))
    return;

  parent = find (self->goals, status->goal->parent_id);
  parent->n_children++;
  parent->children[status->pace.state]++;
  if (!isnan (status->pace.gap) &&
      (parent->worst == NULL || status->pace.gap < parent->worst->pace.gap))
    parent->worst = status;
}

static void
build (Loader    *self,
       GPtrArray *series)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GHashTable) families = NULL;
  GHashTableIter iter;
  gpointer status;

  g_hash_table_iter_init (&iter, self->goals);
  while (g_hash_table_iter_next (&iter, NULL, &status))
    g_ptr_array_add (sorted, status);
  g_ptr_array_sort (sorted, compare_goals);
  families = find_families (sorted);
  append_children (self, families, 0, 0);

  for (guint i = 0; i < series->len; i++)
    {
      TrasIndicatorSeries *one = series->pdata[i];

      add_targets (self, one, one->targets);
      add_targets (self, one, one->draft_targets);
    }
  for (guint i = 0; i < self->board->goals->len; i++)
    {
      TrasGoalStatus *goal = self->board->goals->pdata[i];

      judge_goal (goal, find (self->plans, TRAS_RECORD (goal->goal)->id));
    }
  tras_goal_facts_add_goals (self->board->facts, self->board->goals);
  for (guint i = 0; i < self->board->goals->len; i++)
    {
      TrasGoalStatus *goal = self->board->goals->pdata[i];

      goal->warnings = tras_goal_warnings_find (self->board, goal);
      count_child (self, goal);
      self->board->n_off_pace += tras_goal_status_is_off (goal);
    }
}

static gboolean
read_rows (Loader  *self,
           TrasDb  *db,
           GError **error)
{
  g_autoptr (TrasQuery) goals = tras_query_new (TRAS_TYPE_GOAL);
  g_autoptr (TrasQuery) actions = tras_query_new (TRAS_TYPE_ACTION);

  self->board->facts = tras_goal_facts_load (db, self->board->day, error);

  return self->board->facts != NULL && tras_db_foreach (db, goals, take_goal, self, error) &&
         tras_db_foreach (db, actions, take_action, self, error);
}

/**
 * tras_goal_board_load:
 * @db: a connection
 * @day: the day to see the goals from
 * @series: (element-type TrasIndicatorSeries): what tras_indicator_series_load_all() gave for @day
 * @error: where to put the error
 *
 * A goal's progress is the weighted mean of its own targets, or of its actions where it has none,
 * and never that of its child goals. Several targets to reach on one indicator make a path.
 *
 * Returns: (transfer full) (nullable): all goals with how they are going
 */
TrasGoalBoard *
tras_goal_board_load (TrasDb     *db,
                      TrasDay     day,
                      GPtrArray  *series,
                      GError    **error)
{
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (GHashTable) goals = table_of (NULL);
  g_autoptr (GHashTable) plans = table_of (plan_free);
  Loader loader = { .goals = goals, .plans = plans };
  GHashTableIter iter;
  gpointer status;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (series != NULL, NULL);

  board = g_atomic_rc_box_new0 (TrasGoalBoard);
  board->day = day;
  board->goals = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_goal_status_free);
  board->series = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_indicator_series_unref);
  for (guint i = 0; i < series->len; i++)
    g_ptr_array_add (board->series, tras_indicator_series_ref (series->pdata[i]));
  loader.board = board;

  if (!read_rows (&loader, db, error))
    {
      g_hash_table_iter_init (&iter, goals);
      while (g_hash_table_iter_next (&iter, NULL, &status))
        tras_goal_status_free (status);
      return NULL;
    }
  board->by_id = g_hash_table_ref (goals);
  build (&loader, series);

  return g_steal_pointer (&board);
}

/**
 * tras_goal_board_ref:
 * @self: a board
 *
 * Returns: (transfer full): @self
 */
TrasGoalBoard *
tras_goal_board_ref (TrasGoalBoard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasGoalBoard *self = data;

  g_clear_pointer (&self->facts, tras_goal_facts_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->series);
}

/**
 * tras_goal_board_unref:
 * @self: (transfer full): a board
 */
void
tras_goal_board_unref (TrasGoalBoard *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tras_goal_board_find:
 * @self: a board
 * @goal_id: a goal
 *
 * Returns: (transfer none) (nullable): how that goal is going
 */
TrasGoalStatus *
tras_goal_board_find (TrasGoalBoard *self,
                      gint64         goal_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_id, &goal_id);
}

/**
 * tras_goal_board_find_series:
 * @self: a board
 * @indicator_id: an indicator
 *
 * Returns: (transfer none) (nullable): its numbers; %NULL for one that is retired
 */
TrasIndicatorSeries *
tras_goal_board_find_series (TrasGoalBoard *self,
                             gint64         indicator_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->series->len; i++)
    {
      TrasIndicatorSeries *series = self->series->pdata[i];

      if (TRAS_RECORD (series->indicator)->id == indicator_id)
        return series;
    }

  return NULL;
}

/* What the file would take. */
static gboolean
is_complete (TrasTarget *target)
{
  if (target->to_on <= target->from_on || target->from_on == TRAS_DAY_NONE)
    return FALSE;
  if (g_strcmp0 (target->shape, "reach") == 0)
    return !isnan (target->baseline) && !isnan (target->value) &&
           (target->value < target->baseline || target->value > target->baseline);
  if (g_strcmp0 (target->shape, "keep") == 0)
    return !isnan (target->value) || (!isnan (target->low) && !isnan (target->high));

  return !isnan (target->value) && fabs (target->value) > 0;
}

/**
 * tras_goal_board_judge_draft:
 * @self: a board
 * @goal: a goal that is being written
 * @target: (nullable): its target, complete or not
 * @minutes: the minutes that its owner would have to do for it
 * @planned: whether there is something to do for it yet
 *
 * Says of a goal that is not in the file how it would be going, and what would be amiss with it.
 * Reads nothing: the board has all that it takes.
 *
 * Returns: (transfer full): how the goal would be going
 */
TrasGoalStatus *
tras_goal_board_judge_draft (TrasGoalBoard *self,
                             TrasGoal      *goal,
                             TrasTarget    *target,
                             gint64         minutes,
                             gboolean       planned)
{
  TrasGoalStatus *status;
  TrasIndicatorSeries *series = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TRAS_IS_GOAL (goal), NULL);

  status = status_new (goal);
  status->draft_minutes = minutes;
  status->goal->actions = planned;
  if (target != NULL && target->indicator_id != 0 && is_complete (target))
    series = tras_goal_board_find_series (self, target->indicator_id);
  if (series != NULL)
    {
      g_autoptr (GPtrArray) path = g_ptr_array_new ();

      g_ptr_array_add (path, target);
      add_target (status, series, path, self->day);
    }
  status->goal->targets = status->targets->len;
  judge_goal (status, NULL);
  status->warnings = tras_goal_warnings_find (self, status);

  return status;
}

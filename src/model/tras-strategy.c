/* tras-strategy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-strategy.h"

G_DEFINE_BOXED_TYPE (TrasStrategy, tras_strategy, tras_strategy_ref, tras_strategy_unref)

/* The action of a goal that is looked at first, while its plan is read. */
typedef struct
{
  TrasStrategy *strategy;
  GHashTable *due;
} Plans;

/**
 * tras_serves_of:
 * @customer: (nullable): what a goal or an indicator says of its customer
 *
 * Returns: whom it serves
 */
TrasServes
tras_serves_of (const char *customer)
{
  if (g_strcmp0 (customer, "external") == 0)
    return TRAS_SERVES_EXTERNAL;

  return g_strcmp0 (customer, "internal") == 0 ? TRAS_SERVES_INTERNAL : TRAS_SERVES_NOBODY;
}

/**
 * tras_strategy_find:
 * @self: a strategy
 * @goal_id: a goal
 *
 * Returns: (transfer none) (nullable): that goal, if it is open
 */
TrasStrategyGoal *
tras_strategy_find (TrasStrategy *self,
                    gint64        goal_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_id, &goal_id);
}

/* ---- goals ---- */

static void
add_goals (TrasStrategy *self)
{
  for (guint i = 0; i < self->board->goals->len; i++)
    {
      TrasGoalStatus *status = self->board->goals->pdata[i];
      TrasStrategyGoal *goal;

      if (!tras_goal_is_open (status->goal))
        continue;

      goal = g_new0 (TrasStrategyGoal, 1);
      goal->status = status;
      goal->parent = tras_strategy_find (self, status->goal->parent_id);
      goal->is_orphan = status->goal->area_id != 0 && goal->parent == NULL;
      goal->serves = TRAS_SERVES_NOBODY;
      g_ptr_array_add (self->goals, goal);
      g_hash_table_insert (self->by_id, &TRAS_RECORD (status->goal)->id, goal);
      if (goal->is_orphan)
        g_ptr_array_add (self->orphan_goals, goal);
    }
}

/* Whom its targets' indicators serve; the area is named by the first that has one. */
static void
take_from_targets (TrasStrategyGoal *self)
{
  for (guint i = 0; i < self->status->targets->len; i++)
    {
      TrasTargetStatus *target = self->status->targets->pdata[i];
      TrasIndicator *indicator = target->series->indicator;

      self->serves = MIN (self->serves, tras_serves_of (indicator->customer));
      if (self->customer_area == NULL && tras_serves_of (indicator->customer) ==
                                           TRAS_SERVES_INTERNAL)
        self->customer_area = indicator->customer_area_name;
    }
}

/* Children stand behind their parents, so that from the end each is complete before its parent. */
static void
find_serves (TrasStrategy *self)
{
  for (guint i = self->goals->len; i-- > 0;)
    {
      TrasStrategyGoal *goal = self->goals->pdata[i];

      take_from_targets (goal);
      if (goal->status->goal->customer != NULL)
        goal->serves = tras_serves_of (goal->status->goal->customer);
      if (goal->serves != TRAS_SERVES_INTERNAL)
        goal->customer_area = NULL;
      self->n_serving[goal->serves]++;

      if (goal->parent == NULL || goal->parent->status->targets->len > 0)
        continue;
      if (goal->serves < goal->parent->serves)
        {
          goal->parent->serves = goal->serves;
          goal->parent->customer_area = goal->customer_area;
        }
    }
}

/* ---- indicators ---- */

static void
find_orphan_indicators (TrasStrategy *self)
{
  g_autoptr (GHashTable) tied = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->goals->len; i++)
    {
      TrasStrategyGoal *goal = self->goals->pdata[i];

      for (guint k = 0; k < goal->status->targets->len; k++)
        {
          TrasTargetStatus *target = goal->status->targets->pdata[k];

          g_hash_table_add (tied, target->series);
        }
    }
  for (guint i = 0; i < self->series->len; i++)
    {
      if (!g_hash_table_contains (tied, self->series->pdata[i]))
        g_ptr_array_add (self->orphan_indicators, self->series->pdata[i]);
    }
}

/* ---- plans ---- */

static gboolean
take_action (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Plans *plans = user_data;
  TrasAction *action = record;
  TrasStrategyGoal *goal = tras_strategy_find (plans->strategy, action->goal_id);
  gboolean open = tras_action_is_open (action);
  gint64 due, first;

  if (goal == NULL || g_str_equal (action->state, "dropped"))
    return TRUE;

  goal->n_actions++;
  goal->n_late += open && action->due_on != TRAS_DAY_NONE &&
                  action->due_on < plans->strategy->board->day;
  /* Open ones before the others, and of these the last: on one scale, the least comes first. */
  due = action->due_on != TRAS_DAY_NONE ? action->due_on : TRAS_DAY_MAX;
  due = open ? due : 2 * (gint64) TRAS_DAY_MAX - due;
  first = GPOINTER_TO_SIZE (g_hash_table_lookup (plans->due, goal));
  if (goal->action_id == 0 || due < first)
    {
      goal->action_id = TRAS_RECORD (action)->id;
      g_hash_table_insert (plans->due, goal, GSIZE_TO_POINTER ((gsize) due));
    }

  return TRUE;
}

static gboolean
read_plans (TrasStrategy  *self,
            TrasDb        *db,
            GError       **error)
{
  g_autoptr (GHashTable) due = g_hash_table_new (NULL, NULL);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  Plans plans = { self, due };

  tras_query_where_null (query, "goal_id", FALSE);

  return tras_db_foreach (db, query, take_action, &plans, error);
}

/**
 * tras_strategy_load:
 * @db: a connection
 * @board: how all goals are going
 * @series: (element-type TrasIndicatorSeries): what @board was loaded with
 * @error: where to put the error
 *
 * A goal serves whom it says; where it says nothing, whom its targets' indicators serve: customers
 * if any of them does, else another area, else nobody; and without targets, whom the open goals
 * serve that climb to it, by the same rule.
 *
 * Returns: (transfer full) (nullable): the strategy
 */
TrasStrategy *
tras_strategy_load (TrasDb         *db,
                    TrasGoalBoard  *board,
                    GPtrArray      *series,
                    GError        **error)
{
  g_autoptr (TrasStrategy) self = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (board != NULL, NULL);
  g_return_val_if_fail (series != NULL, NULL);

  self = g_atomic_rc_box_new0 (TrasStrategy);
  self->board = tras_goal_board_ref (board);
  self->series = g_ptr_array_ref (series);
  self->goals = g_ptr_array_new_with_free_func (g_free);
  self->orphan_goals = g_ptr_array_new ();
  self->orphan_indicators = g_ptr_array_new ();
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  add_goals (self);
  find_serves (self);
  find_orphan_indicators (self);
  if (!read_plans (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tras_strategy_ref:
 * @self: a strategy
 *
 * Returns: (transfer full): @self
 */
TrasStrategy *
tras_strategy_ref (TrasStrategy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasStrategy *self = data;

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->orphan_indicators);
  g_ptr_array_unref (self->orphan_goals);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->series);
  tras_goal_board_unref (self->board);
}

/**
 * tras_strategy_unref:
 * @self: (transfer full): a strategy
 */
void
tras_strategy_unref (TrasStrategy *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/* tras-marks.c: what happened to an indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-decision.h"
#include "tras-deviation.h"
#include "tras-indicator-series.h"
#include "tras-step.h"
#include "tras-training.h"

/* So many better values in a row are no chance. */
#define LONG_RUN 8

typedef struct
{
  TrasIndicatorSeries *series;
  GPtrArray *marks;
  GArray *deviations;
  GPtrArray *checks;
} Collector;

static void
mark_free (gpointer data)
{
  TrasMark *mark = data;

  g_free (mark->text);
  g_free (mark);
}

static void
add (Collector    *self,
     TrasMarkKind  kind,
     TrasDay       on,
     gint64        id,
     const char   *text)
{
  TrasMark *mark = g_new0 (TrasMark, 1);

  mark->kind = kind;
  mark->on = on;
  mark->period = tras_period_index (self->series->every, on);
  mark->id = id;
  mark->text = g_strdup (text);
  g_ptr_array_add (self->marks, mark);
}

static gboolean
take_decision (gpointer   record,
               gpointer   user_data,
               GError   **error)
{
  TrasDecision *decision = record;

  add (user_data, TRAS_MARK_DECISION, decision->decided_on, TRAS_RECORD (record)->id,
       decision->what);

  return TRUE;
}

static gboolean
take_deviation (gpointer   record,
                gpointer   user_data,
                GError   **error)
{
  Collector *self = user_data;
  TrasDeviation *deviation = record;
  TrasDay on = deviation->period_on != TRAS_DAY_NONE ? deviation->period_on : deviation->opened_on;

  g_array_append_val (self->deviations, TRAS_RECORD (record)->id);
  if (deviation->check_on != TRAS_DAY_NONE)
    g_ptr_array_add (self->checks, tras_record_dup (deviation));
  if (on <= self->series->day)
    add (self, TRAS_MARK_DEVIATION, on, TRAS_RECORD (record)->id, deviation->fact);

  return TRUE;
}

static gboolean
take_action (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  TrasAction *action = record;

  add (user_data,
       g_str_equal (action->kind, "train") ? TRAS_MARK_TRAINING : TRAS_MARK_ACTION,
       action->closed_on, TRAS_RECORD (record)->id, action->title);

  return TRUE;
}

/* The finished actions that name one of some ids in a field. */
static gboolean
collect_actions (Collector   *self,
                 TrasDb      *db,
                 const char  *field,
                 GArray      *ids,
                 GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);

  tras_query_where_in (query, field, (const gint64 *) ids->data, ids->len);
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "done");
  tras_query_where_date (query, "closed_on", TRAS_QUERY_LE, self->series->day);

  return tras_db_foreach (db, query, take_action, self, error);
}

static gint
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const TrasMark *x = *(const TrasMark *const *) a, *y = *(const TrasMark *const *) b;

  if (x->on != y->on)
    return x->on < y->on ? -1 : 1;
  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;

  return (x->id > y->id) - (x->id < y->id);
}

/* An action of a deviation may serve a goal as well, and is one mark. */
static void
drop_repeats (GPtrArray *marks)
{
  for (guint i = marks->len; i > 1; i--)
    {
      if (compare_marks (&marks->pdata[i - 1], &marks->pdata[i - 2]) == 0)
        g_ptr_array_remove_index (marks, i - 1);
    }
}

/* The action that a training was made for is the same event, on the day that somebody ticked it. */
static void
drop_action (GPtrArray *marks,
             gint64     action_id)
{
  for (guint i = marks->len; i > 0; i--)
    {
      const TrasMark *mark = marks->pdata[i - 1];

      if ((mark->kind == TRAS_MARK_ACTION || mark->kind == TRAS_MARK_TRAINING) &&
          mark->id == action_id)
        g_ptr_array_remove_index (marks, i - 1);
    }
}

/* The sessions that were held of a training which shall move the indicator. */
static gboolean
collect_sessions (Collector     *self,
                  TrasDb        *db,
                  TrasTraining  *training,
                  GPtrArray     *found,
                  GError       **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (tras_training_session_get_type ());
  g_autoptr (GPtrArray) sessions = NULL;
  guint before = found->len;

  tras_query_where_int (query, "training_id", TRAS_QUERY_EQ, TRAS_RECORD (training)->id);
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "held");
  sessions = tras_db_select (db, query, error);
  if (sessions == NULL)
    return FALSE;

  for (guint i = 0; i < sessions->len; i++)
    {
      TrasTrainingSession *session = sessions->pdata[i];
      TrasDay on = tras_day_from_instant (session->starts_at);

      if (on != TRAS_DAY_NONE && on <= self->series->day)
        add (&(Collector) { self->series, found, NULL, NULL }, TRAS_MARK_TRAINING, on,
             TRAS_RECORD (session)->id, training->title);
    }
  if (found->len > before && training->action_id != 0)
    drop_action (self->marks, training->action_id);

  return TRUE;
}

static gboolean
collect_trainings (Collector  *self,
                   TrasDb     *db,
                   GError    **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (tras_training_get_type ());
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GPtrArray) trainings = NULL;
  gboolean done = TRUE;

  tras_query_where_int (query, "indicator_id", TRAS_QUERY_EQ,
                        TRAS_RECORD (self->series->indicator)->id);
  trainings = tras_db_select (db, query, error);
  if (trainings == NULL)
    return FALSE;

  for (guint i = 0; i < trainings->len && done; i++)
    done = collect_sessions (self, db, trainings->pdata[i], found, error);
  /* Ids of sessions say nothing beside ids of actions. */
  g_ptr_array_extend_and_steal (self->marks, g_steal_pointer (&found));

  return done;
}

/* Of several deviations the one whose actions were finished last. */
static gboolean
find_check (Collector  *self,
            TrasDb     *db,
            GError    **error)
{
  TrasIndicatorSeries *series = self->series;

  g_clear_object (&series->check);
  for (guint i = 0; i < self->checks->len; i++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
      g_autoptr (GPtrArray) actions = NULL;
      TrasDay from, to;

      tras_query_where_int (query, "deviation_id", TRAS_QUERY_EQ,
                            TRAS_RECORD (self->checks->pdata[i])->id);
      actions = tras_db_select (db, query, error);
      if (actions == NULL)
        return FALSE;
      if (!tras_actions_get_span (actions, &from, &to) || to == TRAS_DAY_NONE ||
          to > series->day || (series->check != NULL && to <= series->check_to))
        continue;
      g_set_object (&series->check, self->checks->pdata[i]);
      series->check_from = from;
      series->check_to = to;
    }

  return TRUE;
}

/**
 * tras_indicator_series_load_marks:
 * @self: a series that only its loader knows yet
 * @db: a connection
 * @error: where to put the error
 *
 * Fills in what happened until the series' day: decisions about the indicator, its deviations, its
 * step changes, the sessions held of trainings that shall move it, and the finished actions of its
 * deviations and of the goals it has targets of. A training stands for the action it was made for.
 *
 * Returns: whether the file could be read
 */
gboolean
tras_indicator_series_load_marks (TrasIndicatorSeries  *self,
                                  TrasDb               *db,
                                  GError              **error)
{
  g_autoptr (TrasQuery) decisions = tras_query_new (TRAS_TYPE_DECISION);
  g_autoptr (TrasQuery) deviations = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (GArray) deviation_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) goal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (mark_free);
  g_autoptr (GPtrArray) checks = g_ptr_array_new_with_free_func (g_object_unref);
  Collector collector = { self, marks, deviation_ids, checks };
  gint64 id;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  id = TRAS_RECORD (self->indicator)->id;
  tras_query_where_int (decisions, "indicator_id", TRAS_QUERY_EQ, id);
  tras_query_where_date (decisions, "decided_on", TRAS_QUERY_LE, self->day);
  tras_query_where_int (deviations, "indicator_id", TRAS_QUERY_EQ, id);

  for (guint i = 0; i < self->segments->len; i++)
    {
      TrasSegment *segment = self->segments->pdata[i];

      add (&collector, TRAS_MARK_STEP, segment->from_on, 0, segment->why);
    }
  for (guint i = 0; i < self->targets->len; i++)
    {
      TrasTarget *target = self->targets->pdata[i];

      if (target->goal_id != 0)
        g_array_append_val (goal_ids, target->goal_id);
    }

  if (!tras_db_foreach (db, decisions, take_decision, &collector, error) ||
      !tras_db_foreach (db, deviations, take_deviation, &collector, error) ||
      !collect_actions (&collector, db, "deviation_id", deviation_ids, error) ||
      !collect_actions (&collector, db, "goal_id", goal_ids, error))
    return FALSE;

  g_ptr_array_sort (marks, compare_marks);
  drop_repeats (marks);
  if (!collect_trainings (&collector, db, error) || !find_check (&collector, db, error))
    return FALSE;

  g_ptr_array_sort (marks, compare_marks);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  self->marks = g_steal_pointer (&marks);

  return TRUE;
}

/**
 * tras_indicator_series_propose_step:
 * @self: a series, with its marks where events are to be heard
 * @period: (out): the period in which a new process seems to begin
 * @why: (out) (transfer none) (nullable): what may have changed it, in the words of a decision or a
 *   finished action
 *
 * A step change is proposed as tras_step_propose() says, and where eight values in a row are better
 * than the average even if nobody wrote down what was done: the old limits say nothing of them.
 *
 * Returns: whether a step change should be marked
 */
gboolean
tras_indicator_series_propose_step (TrasIndicatorSeries  *self,
                                    gint32               *period,
                                    const char          **why)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  const TrasVerdict *verdict;
  TrasStep step;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (period != NULL && why != NULL, FALSE);

  verdict = self->verdict;
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const TrasMark *mark = self->marks->pdata[i];

      if (mark->kind == TRAS_MARK_DEVIATION || mark->kind == TRAS_MARK_STEP)
        continue;
      g_array_append_val (events, mark->period);
      g_ptr_array_add (texts, mark->text);
    }

  *why = NULL;
  if (tras_step_propose (&self->series, verdict->limits, verdict->n_limits,
                         (const gint32 *) (gpointer) events->data, events->len, &step))
    *why = texts->pdata[step.event];
  else if (!tras_step_get_run (&self->series, verdict->limits, verdict->n_limits, &step) ||
           step.length < LONG_RUN ||
           step.side != (self->series.better == TRAS_BETTER_UP     ? 1
                         : self->series.better == TRAS_BETTER_DOWN ? -1
                                                                   : 0))
    return FALSE;

  *period = self->periods[step.first];

  return step.first > verdict->limits[verdict->n_limits - 1].first;
}

/**
 * tras_indicator_series_check:
 * @self: a series with its marks
 * @effect: (out): what was before its newest checked deviation was acted on, and what came after
 *
 * Returns: whether there is such a deviation, with values before and after
 */
gboolean
tras_indicator_series_check (TrasIndicatorSeries *self,
                             TrasEffect          *effect)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (effect != NULL, FALSE);

  if (self->check == NULL || self->n == 0)
    return FALSE;

  tras_indicator_series_compare (self, self->check_from, self->check_to, effect);

  return effect->n_before > 0 && effect->n_after > 0;
}

/**
 * tras_indicator_series_compare:
 * @self: a series
 * @from: the day on which the first of something was done
 * @to: the day on which the last was done, %TRAS_DAY_NONE while it is not
 * @effect: (out): what was before and what came after, see tras_effect_compute(); it borrows from
 *   @self
 */
void
tras_indicator_series_compare (TrasIndicatorSeries *self,
                               TrasDay              from,
                               TrasDay              to,
                               TrasEffect          *effect)
{
  gint32 first;

  g_return_if_fail (self != NULL);
  g_return_if_fail (from != TRAS_DAY_NONE && (to == TRAS_DAY_NONE || from <= to));

  first = tras_period_index (self->every, from);
  tras_effect_compute (&self->series, self->verdict->limits, self->verdict->n_limits, first,
                       to != TRAS_DAY_NONE ? tras_period_index (self->every, to) : G_MAXINT32,
                       effect);
}

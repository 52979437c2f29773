/* tras-agenda.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-agenda.h"
#include "tras-area.h"
#include "tras-error.h"

/* How far ahead of its day something is brought up. */
#define DAYS_AHEAD 7

/* What a point may be about. */
static const struct
{
  const char *reference;
  GType (*get_type) (void);
} subjects[] = {
  /* It names the indicator that it should move, too. */
  { "training_id", tras_training_get_type },
  { "indicator_id", tras_indicator_get_type },
  { "action_id", tras_action_get_type },
  { "deviation_id", tras_deviation_get_type },
  { "goal_id", tras_goal_get_type },
  { "experiment_id", tras_experiment_get_type },
  { "decision_id", tras_decision_get_type },
};

static const TrasField *
get_reference (guint subject)
{
  return tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_REVIEW_ITEM),
                                subjects[subject].reference);
}

/* Which subject an item is about, and its id; -1 for a story. */
static int
get_subject (TrasReviewItem *item,
             gint64         *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      *id = tras_record_get_int (TRAS_RECORD (item), get_reference (i));
      if (*id != 0)
        return (int) i;
    }

  return -1;
}

static TrasPoint *
point_new (TrasPart        part,
           TrasReviewItem *item)
{
  TrasPoint *self = g_new0 (TrasPoint, 1);

  self->part = part;
  self->item = item;
  if (part != TRAS_PART_PRESENT && part != TRAS_PART_READ_BACK)
    item->part = tras_part_to_string (part);

  return self;
}

typedef struct
{
  TrasDb *db;
  TrasReviewData *data;
  TrasDay held_on;
  GHashTable *areas;
  GHashTable *seen;
  GHashTable *left_open;
  GPtrArray *left_items;
  GPtrArray *points;
} Builder;

/* A subject as the key of a set. */
static char *
dup_key (guint  subject,
         gint64 id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, subjects[subject].reference, id);
}

/* The subtree of areas that hold the meeting; none where it is the firm's. */
static gboolean
load_areas (Builder  *self,
            gint64    area_id,
            GError  **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (GPtrArray) areas = NULL;
  guint n_before;

  if (area_id == 0)
    return TRUE;

  areas = tras_db_select (self->db, query, error);
  if (areas == NULL)
    return FALSE;
  self->areas = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (self->areas, g_memdup2 (&area_id, sizeof area_id));
  do
    {
      n_before = g_hash_table_size (self->areas);
      for (guint i = 0; i < areas->len; i++)
        {
          TrasArea *area = areas->pdata[i];

          if (g_hash_table_contains (self->areas, &area->parent_id))
            g_hash_table_add (self->areas, g_memdup2 (&TRAS_RECORD (area)->id, sizeof (gint64)));
        }
    }
  while (g_hash_table_size (self->areas) > n_before);

  return TRUE;
}

static gboolean
is_ours (Builder *self,
         gint64   area_id)
{
  return self->areas == NULL || g_hash_table_contains (self->areas, &area_id);
}

static TrasScorecardRow *
find_row (Builder *self,
          gint64   indicator_id)
{
  for (guint i = 0; i < self->data->agenda->len; i++)
    {
      TrasScorecardRow *row = self->data->agenda->pdata[i];

      if (TRAS_RECORD (row->series->indicator)->id == indicator_id)
        return row;
    }

  return NULL;
}

/* Experiments and decisions belong to the area of what they are about. */
static gboolean
is_ours_by (Builder *self,
            gint64   indicator_id,
            gint64   goal_id)
{
  TrasScorecardRow *row = find_row (self, indicator_id);
  TrasGoalStatus *goal = goal_id != 0 ? tras_goal_board_find (self->data->goals, goal_id) : NULL;

  return self->areas == NULL || (row != NULL && is_ours (self, row->series->indicator->area_id)) ||
         (goal != NULL && is_ours (self, goal->goal->area_id));
}

static gboolean
is_over_money (TrasAction *action)
{
  return action->planned_money > 0 && action->spent_money > action->planned_money;
}

static gboolean
is_over_hours (TrasAction *action)
{
  return action->planned_minutes > 0 && action->spent_minutes > action->planned_minutes;
}

static TrasReason
find_indicator_reason (TrasReviewItem *item,
                       gboolean        left_open)
{
  TrasVariation variation = TRAS_VARIATION_NONE;

  tras_variation_from_string (item->seen_variation, &variation);
  if (isnan (item->seen_value))
    return TRAS_REASON_MISSING;
  if (variation > TRAS_VARIATION_COMMON)
    return TRAS_REASON_SIGNAL;

  return left_open ? TRAS_REASON_LEFT_OPEN : TRAS_REASON_USUAL;
}

static TrasReason
find_action_reason (Builder   *self,
                    TrasPoint *point)
{
  TrasAction *action = TRAS_IS_ACTION (point->record) ? TRAS_ACTION (point->record) : NULL;

  if (point->part == TRAS_PART_SOLVE)
    return TRAS_REASON_MOVED_TWICE;
  if (point->part == TRAS_PART_GOALS)
    return action != NULL && is_over_money (action) ? TRAS_REASON_OVER_MONEY
                                                    : TRAS_REASON_OVER_HOURS;
  if (point->item->seen_on <= self->data->day)
    return TRAS_REASON_LATE;

  return point->item->seen_on <= self->data->day + DAYS_AHEAD ? TRAS_REASON_DUE
                                                              : TRAS_REASON_LEFT_OPEN;
}

/* Why a point is on the agenda: said by what was seen, so that it stays what it was. */
static TrasReason
find_reason (Builder   *self,
             TrasPoint *point)
{
  TrasReviewItem *item = point->item;
  gboolean has_come = item->seen_on != TRAS_DAY_NONE && item->seen_on <= self->data->day;
  gint64 id;
  int subject = get_subject (item, &id);
  g_autofree char *key = subject >= 0 ? dup_key (subject, id) : NULL;
  gboolean left_open = key != NULL && g_hash_table_contains (self->left_open, key);

  if (item->training_id != 0)
    return TRAS_REASON_EFFECT;
  if (item->indicator_id != 0)
    return find_indicator_reason (item, left_open);
  if (item->action_id != 0)
    return find_action_reason (self, point);
  if (item->deviation_id != 0 && point->part == TRAS_PART_SOLVE)
    return TRAS_REASON_NO_CAUSE;
  if (item->deviation_id != 0)
    return has_come ? TRAS_REASON_CHECK : TRAS_REASON_LEFT_OPEN;
  if (item->decision_id != 0)
    return has_come ? TRAS_REASON_REVISIT : TRAS_REASON_LEFT_OPEN;
  if (item->goal_id != 0 && item->seen_on < self->held_on)
    return TRAS_REASON_GOAL_DUE;
  if (item->goal_id != 0)
    return left_open && point->goal != NULL && !tras_goal_status_is_off (point->goal)
             ? TRAS_REASON_LEFT_OPEN : TRAS_REASON_OFF_PACE;
  if (item->experiment_id != 0)
    return item->seen_on <= self->data->day + DAYS_AHEAD ? TRAS_REASON_STOP_DATE
                                                         : TRAS_REASON_LEFT_OPEN;

  return TRAS_REASON_STORY;
}

/* Takes the point, but for a subject that is on the agenda already. */
static TrasPoint *
add (Builder   *self,
     TrasPoint *point)
{
  gint64 id;
  int subject = get_subject (point->item, &id);

  if (subject >= 0 && !g_hash_table_add (self->seen, dup_key (subject, id)))
    {
      tras_point_free (point);
      return NULL;
    }
  point->reason = find_reason (self, point);
  g_ptr_array_add (self->points, point);

  return point;
}

static void
see_indicator (TrasReviewItem   *item,
               TrasScorecardRow *row)
{
  TrasIndicatorSeries *series = row->series;
  TrasCell newest;

  tras_indicator_series_get_cell (series, series->last_due, &newest);
  item->indicator_id = TRAS_RECORD (series->indicator)->id;
  item->seen_on = tras_period_start (series->every, series->last_due);
  item->seen_value = NAN;
  if (newest.state != TRAS_CELL_OPEN && series->n > 0 &&
      !(series->computed && newest.state == TRAS_CELL_OUTSIDE))
    {
      item->seen_on = tras_period_start (series->every, series->periods[series->n - 1]);
      item->seen_value = series->values[series->n - 1];
    }
  item->seen_variation = g_strdup (tras_variation_to_string (series->verdict->variation));
  item->seen_assurance = g_strdup (tras_assurance_to_string (series->verdict->assurance));
}

static void
add_record (Builder  *self,
            TrasPart  part,
            gpointer  record)
{
  TrasReviewItem *item = tras_review_item_new ();
  gint64 id = TRAS_RECORD (record)->id;
  TrasPoint *point;

  if (TRAS_IS_ACTION (record))
    {
      item->action_id = id;
      item->seen_state = g_strdup (TRAS_ACTION (record)->state);
      item->seen_on = TRAS_ACTION (record)->due_on;
    }
  else if (TRAS_IS_DEVIATION (record))
    {
      item->deviation_id = id;
      item->seen_state = g_strdup (TRAS_DEVIATION (record)->state);
      item->seen_on = TRAS_DEVIATION (record)->check_on;
    }
  else if (TRAS_IS_EXPERIMENT (record))
    {
      item->experiment_id = id;
      item->seen_on = TRAS_EXPERIMENT (record)->stop_on;
    }
  else
    {
      item->decision_id = id;
      item->seen_on = TRAS_DECISION (record)->revisit_on;
    }
  point = point_new (part, item);
  point->record = g_object_ref (record);
  add (self, point);
}

/* What is known of it now, for one that was frozen too. */
static void
find_effect (Builder   *self,
             TrasPoint *point)
{
  point->effect = tras_training_book_find (self->data->effects, point->item->training_id);
  point->moves = find_row (self, point->item->indicator_id);
}

/* The verdict that the numbers speak for is frozen with it. */
static void
add_effect (Builder                 *self,
            const TrasTrainingFacts *facts)
{
  TrasReviewItem *item = tras_review_item_new ();
  TrasPoint *point;
  TrasEffect effect;

  item->training_id = TRAS_RECORD (facts->training)->id;
  item->indicator_id = facts->training->indicator_id;
  item->seen_on = facts->training->expect_by;
  point = point_new (TRAS_PART_PROMISES, item);
  point->record = g_object_ref (TRAS_RECORD (facts->training));
  find_effect (self, point);
  if (tras_point_get_effect (point, &effect))
    item->seen_state = g_strdup (tras_training_propose (&effect));
  add (self, point);
}

static void
add_goal (Builder        *self,
          TrasPart        part,
          TrasGoalStatus *goal)
{
  TrasReviewItem *item = tras_review_item_new ();
  TrasPoint *point;

  item->goal_id = TRAS_RECORD (goal->goal)->id;
  item->seen_state = g_strdup (tras_outlook_to_string (goal->outlook));
  item->seen_on = goal->goal->due_on;
  point = point_new (part, item);
  point->goal = goal;
  add (self, point);
}

/* One story of an external customer, one of an internal one. */
static void
add_stories (Builder *self,
             guint    n_told)
{
  for (guint i = n_told; i < 2; i++)
    {
      TrasReviewItem *item = tras_review_item_new ();

      item->position = i + 1;
      add (self, point_new (TRAS_PART_CUSTOMERS, item));
    }
}

static void
add_indicators (Builder *self)
{
  for (guint i = 0; i < self->data->agenda->len; i++)
    {
      TrasScorecardRow *row = self->data->agenda->pdata[i];
      TrasPoint *point;

      if (!is_ours (self, row->series->indicator->area_id))
        continue;
      point = point_new (TRAS_PART_INDICATORS, tras_review_item_new ());
      point->row = row;
      see_indicator (point->item, row);
      add (self, point);
    }
}

static void
add_promises (Builder   *self,
              GPtrArray *actions)
{
  TrasReviewData *data = self->data;

  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      if (is_ours (self, action->area_id) && action->moved < 2 &&
          action->due_on <= data->day + DAYS_AHEAD)
        add_record (self, TRAS_PART_PROMISES, action);
    }
  for (guint i = 0; i < data->deviations->len; i++)
    {
      TrasDeviation *deviation = data->deviations->pdata[i];

      if (is_ours (self, deviation->area_id) && deviation->check_on != TRAS_DAY_NONE &&
          deviation->check_on <= data->day)
        add_record (self, TRAS_PART_PROMISES, deviation);
    }
  for (guint i = 0; i < data->revisits->len; i++)
    {
      TrasDecision *decision = data->revisits->pdata[i];

      if (is_ours_by (self, decision->indicator_id, decision->goal_id))
        add_record (self, TRAS_PART_PROMISES, decision);
    }
  for (guint i = 0; i < data->effects->facts->len; i++)
    {
      const TrasTrainingFacts *facts = data->effects->facts->pdata[i];

      if (facts->effect == TRAS_TRAINING_EFFECT_DUE &&
          is_ours_by (self, facts->training->indicator_id, 0))
        add_effect (self, facts);
    }
}

static void
add_plans (Builder   *self,
           GPtrArray *actions)
{
  TrasReviewData *data = self->data;

  /* However it went: the day after its due date a goal is asked for. */
  for (guint i = 0; i < data->goals->goals->len; i++)
    {
      TrasGoalStatus *goal = data->goals->goals->pdata[i];

      if (is_ours (self, goal->goal->area_id) && tras_goal_is_open (goal->goal) &&
          goal->goal->due_on < self->held_on)
        add_goal (self, TRAS_PART_GOALS, goal);
    }
  for (guint i = 0; i < data->off_pace->len; i++)
    {
      TrasGoalStatus *goal = data->off_pace->pdata[i];

      if (is_ours (self, goal->goal->area_id))
        add_goal (self, TRAS_PART_GOALS, goal);
    }
  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      if (is_ours (self, action->area_id) && (is_over_money (action) || is_over_hours (action)))
        add_record (self, TRAS_PART_GOALS, action);
    }
  for (guint i = 0; i < data->experiments->len; i++)
    {
      TrasExperiment *experiment = data->experiments->pdata[i];

      if (is_ours_by (self, experiment->indicator_id, experiment->goal_id))
        add_record (self, TRAS_PART_GOALS, experiment);
    }
}

/* A promise that was moved twice is one that cannot be kept as it is. */
static void
add_problems (Builder   *self,
              GPtrArray *actions)
{
  for (guint i = 0; i < self->data->deviations->len; i++)
    {
      TrasDeviation *deviation = self->data->deviations->pdata[i];

      if (is_ours (self, deviation->area_id) &&
          (deviation->cause == NULL || *deviation->cause == '\0'))
        add_record (self, TRAS_PART_SOLVE, deviation);
    }
  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      if (is_ours (self, action->area_id) && action->moved >= 2 &&
          action->due_on <= self->data->day + DAYS_AHEAD)
        add_record (self, TRAS_PART_SOLVE, action);
    }
}

/* The record that an item is about; NULL without an error where it is gone. */
static gboolean
load_subject (Builder         *self,
              TrasReviewItem  *item,
              TrasRecord     **record,
              GError         **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 id;
  int subject = get_subject (item, &id);

  *record = NULL;
  if (subject < 0)
    return TRUE;
  *record = tras_db_load (self->db, subjects[subject].get_type (), id, &failure);
  if (*record != NULL || g_error_matches (failure, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* What the meeting froze when it began, with its subjects as they are now. */
static gboolean
add_frozen (Builder    *self,
            GPtrArray  *items,
            GError    **error)
{
  guint n_stories = 0;

  for (guint i = 0; i < items->len; i++)
    {
      TrasReviewItem *item = items->pdata[i];
      TrasPart part = TRAS_PART_CUSTOMERS;
      TrasPoint *point;

      tras_part_from_string (item->part, &part);
      point = point_new (part, g_object_ref (item));
      if (item->training_id != 0)
        find_effect (self, point);
      if (item->indicator_id != 0 && item->training_id == 0)
        point->row = find_row (self, item->indicator_id);
      else if (item->goal_id != 0)
        point->goal = tras_goal_board_find (self->data->goals, item->goal_id);
      else if (!load_subject (self, item, &point->record, error))
        {
          tras_point_free (point);
          return FALSE;
        }
      n_stories += item->topic != NULL;
      add (self, point);
    }
  add_stories (self, n_stories);

  return TRUE;
}

/* What the last meeting said that somebody looks into, or later. */
static gboolean
load_left_open (Builder  *self,
                gint64    area_id,
                GError  **error)
{
  g_autoptr (TrasQuery) reviews = tras_query_new (TRAS_TYPE_REVIEW);
  g_autoptr (TrasQuery) items = tras_query_new (TRAS_TYPE_REVIEW_ITEM);
  g_autoptr (GPtrArray) found = NULL;
  TrasReview *last;

  self->left_items = g_ptr_array_new_with_free_func (g_object_unref);
  tras_query_where_date (reviews, "week_on", TRAS_QUERY_LT, self->data->week_on);
  tras_query_where_null (reviews, "ended_at", FALSE);
  if (area_id != 0)
    tras_query_where_int (reviews, "area_id", TRAS_QUERY_EQ, area_id);
  else
    tras_query_where_null (reviews, "area_id", TRUE);
  tras_query_order (reviews, "week_on", TRUE);
  found = tras_db_select (self->db, reviews, error);
  if (found == NULL || found->len == 0)
    return found != NULL;

  last = found->pdata[0];
  tras_query_where_int (items, "review_id", TRAS_QUERY_EQ, TRAS_RECORD (last)->id);
  tras_query_order (items, "position", FALSE);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = tras_db_select (self->db, items, error);
  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      TrasReviewItem *item = found->pdata[i];
      gint64 id;
      int subject = get_subject (item, &id);

      /* What was given another day comes back on that. */
      if (subject >= 0 && (g_strcmp0 (item->outcome, "looking") == 0 ||
                           (g_strcmp0 (item->outcome, "later") == 0 &&
                            item->left_on == TRAS_DAY_NONE)))
        {
          g_hash_table_add (self->left_open, dup_key (subject, id));
          g_ptr_array_add (self->left_items, g_object_ref (item));
        }
    }

  return TRUE;
}

static gboolean
is_over (gpointer record)
{
  if (TRAS_IS_ACTION (record))
    return !tras_action_is_open (TRAS_ACTION (record));
  if (TRAS_IS_DEVIATION (record))
    return g_strcmp0 (TRAS_DEVIATION (record)->state, "closed") == 0;
  if (TRAS_IS_EXPERIMENT (record))
    return TRAS_EXPERIMENT (record)->closed_on != TRAS_DAY_NONE;

  return TRAS_DECISION (record)->replaced_by != 0;
}

/* Those that are still open and that nothing else brings up. */
static gboolean
add_left_open (Builder  *self,
               GError  **error)
{
  for (guint i = 0; i < self->left_items->len; i++)
    {
      TrasReviewItem *item = self->left_items->pdata[i];
      g_autoptr (TrasRecord) record = NULL;
      TrasGoalStatus *goal;

      if (item->indicator_id != 0)
        continue;
      if (item->goal_id != 0)
        {
          goal = tras_goal_board_find (self->data->goals, item->goal_id);
          if (goal != NULL && tras_goal_is_open (goal->goal))
            add_goal (self, TRAS_PART_GOALS, goal);
          continue;
        }
      if (!load_subject (self, item, &record, error))
        return FALSE;
      if (record != NULL && !is_over (record))
        add_record (self, TRAS_PART_PROMISES, record);
    }

  return TRUE;
}

static GPtrArray *
load_open_actions (Builder  *self,
                   GError  **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);

  tras_query_where_text (query, "state", TRAS_QUERY_NE, "done");
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "dropped");
  tras_query_order (query, "due_on", FALSE);

  return tras_db_select (self->db, query, error);
}

/* By part; those that were frozen before those that came up since. */
static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const TrasPoint *x = *(TrasPoint *const *) a, *y = *(TrasPoint *const *) b;
  gint64 place_x = TRAS_RECORD (x->item)->id != 0 ? x->item->position : G_MAXINT64;
  gint64 place_y = TRAS_RECORD (y->item)->id != 0 ? y->item->position : G_MAXINT64;

  if (x->part != y->part)
    return (int) x->part - (int) y->part;

  return (place_x > place_y) - (place_x < place_y);
}

static gboolean
build (Builder    *self,
       gint64      area_id,
       GPtrArray  *frozen,
       GError    **error)
{
  g_autoptr (GPtrArray) actions = NULL;

  if (!load_areas (self, area_id, error) || !load_left_open (self, area_id, error))
    return FALSE;
  actions = load_open_actions (self, error);
  if (actions == NULL)
    return FALSE;

  if (frozen != NULL && !add_frozen (self, frozen, error))
    return FALSE;
  if (frozen == NULL)
    {
      add_stories (self, 0);
      add_indicators (self);
      add_promises (self, actions);
      add_plans (self, actions);
    }
  add_problems (self, actions);
  if (frozen == NULL && !add_left_open (self, error))
    return FALSE;
  g_ptr_array_sort (self->points, compare_points);

  return TRUE;
}

/**
 * tras_agenda_make:
 * @db: a connection
 * @data: the week under review
 * @area_id: the area that holds the meeting, with all below it; 0 for the firm
 * @held_on: the day of the meeting
 * @frozen: (nullable) (element-type TrasReviewItem): what the meeting froze when it began, and what
 *   was added since; %NULL before it
 * @error: where to put the error
 *
 * What is on the agenda follows from the data: things come back as long as they are open. Once a
 * meeting has begun only what is to be solved can still come up. A subject is on it once, in the
 * first part that it belongs to; promises that were moved twice are not among the promises.
 *
 * Returns: (transfer full) (nullable) (element-type TrasPoint): the points in the order of their
 *   parts
 */
GPtrArray *
tras_agenda_make (TrasDb          *db,
                  TrasReviewData  *data,
                  gint64           area_id,
                  TrasDay          held_on,
                  GPtrArray       *frozen,
                  GError         **error)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_point_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) left_open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            NULL);
  Builder self = { db, data, held_on, NULL, seen, left_open, NULL, points };
  gboolean built;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (data != NULL, NULL);

  built = build (&self, area_id, frozen, error);
  g_clear_pointer (&self.areas, g_hash_table_unref);
  g_clear_pointer (&self.left_items, g_ptr_array_unref);

  return built ? g_steal_pointer (&points) : NULL;
}

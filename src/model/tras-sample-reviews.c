/* tras-sample-reviews.c: who was at the sample's reviews, and what they saw and said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-deviation.h"
#include "tras-experiment.h"
#include "tras-goal-board.h"
#include "tras-review.h"
#include "tras-sample-private.h"

static gboolean
add_person (TrasSample  *sample,
            const char  *review,
            const char  *person,
            gboolean     present,
            gint64       usefulness,
            GError     **error)
{
  g_autoptr(TrasReviewPerson) record = tras_review_person_new ();

  if (!tras_sample_find (sample, "review", tras_sample_get_key (review), &record->review_id,
                         error) ||
      !tras_sample_find (sample, "person", person, &record->person_id, error))
    return FALSE;
  record->present = present;
  record->usefulness = usefulness;

  return tras_db_insert (sample->db, record, error);
}

static gboolean
fill_attendance (TrasSample  *sample,
                 const char  *review,
                 GError     **error)
{
  g_auto(GStrv) present = tras_sample_dup_list (sample, review, "present");
  g_auto(GStrv) absent = tras_sample_dup_list (sample, review, "absent");
  g_auto(GStrv) usefulness = tras_sample_dup_list (sample, review, "usefulness");

  g_return_val_if_fail (g_strv_length (present) == g_strv_length (usefulness), FALSE);

  for (guint i = 0; present[i] != NULL; i++)
    {
      if (!add_person (sample, review, present[i], TRUE,
                       g_ascii_strtoll (usefulness[i], NULL, 10), error))
        return FALSE;
    }
  for (guint i = 0; absent[i] != NULL; i++)
    {
      if (!add_person (sample, review, absent[i], FALSE, TRAS_NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
see_indicator (TrasSample      *sample,
               TrasReviewItem  *item,
               TrasDay          day,
               GError         **error)
{
  g_autoptr(TrasIndicatorSeries) series = NULL;

  series = tras_indicator_series_load (sample->db, item->indicator_id, day, error);
  if (series == NULL)
    return FALSE;
  if (series->n > 0)
    {
      item->seen_value = series->values[series->n - 1];
      item->seen_on = tras_period_start (series->every, series->periods[series->n - 1]);
    }
  item->seen_variation = g_strdup (tras_variation_to_string (series->verdict->variation));
  item->seen_assurance = g_strdup (tras_assurance_to_string (series->verdict->assurance));

  return TRUE;
}

static gboolean
see_goal (TrasSample      *sample,
          TrasReviewItem  *item,
          TrasDay          day,
          GError         **error)
{
  g_autoptr(GPtrArray) series = NULL;
  g_autoptr(TrasGoalBoard) board = NULL;
  TrasGoalStatus *status;

  series = tras_indicator_series_load_all (sample->db, day, error);
  if (series == NULL)
    return FALSE;
  board = tras_goal_board_load (sample->db, day, series, error);
  if (board == NULL)
    return FALSE;
  status = tras_goal_board_find (board, item->goal_id);
  item->seen_state = g_strdup (tras_outlook_to_string (status->outlook));

  return TRUE;
}

/* In which part of the meeting it was talked about, as tras_agenda_make() has it. */
static const char *
get_part (TrasReviewItem *item)
{
  if (item->indicator_id != 0)
    return "indicators";
  if (item->goal_id != 0 || item->experiment_id != 0)
    return "goals";
  if (item->deviation_id != 0)
    return "solve";

  return item->action_id != 0 ? "promises" : "customers";
}

/* What the review saw is frozen: the numbers up to its week; actions and deviations are still in
 * the state that they were seen in. */
static gboolean
complete_item (TrasSample  *sample,
               const char  *group,
               gpointer     record,
               GError     **error)
{
  TrasReviewItem *item = record;
  g_autoptr(TrasReview) review = tras_db_load (sample->db, tras_review_get_type (),
                                               item->review_id, error);
  TrasDay sunday;

  if (review == NULL)
    return FALSE;

  sunday = review->week_on + 6;
  item->part = get_part (item);
  if (item->indicator_id != 0)
    return see_indicator (sample, item, sunday, error);
  if (item->goal_id != 0)
    return see_goal (sample, item, sunday, error);
  if (item->action_id != 0)
    {
      g_autoptr(TrasAction) action = tras_db_load (sample->db, tras_action_get_type (),
                                                   item->action_id, error);

      if (action == NULL)
        return FALSE;
      item->seen_state = g_strdup (action->state);
      item->seen_on = tras_sample_has (sample, group, "seen")
                        ? tras_sample_get_day (sample, group, "seen") : action->due_on;
      if (g_strcmp0 (item->outcome, "later") == 0)
        {
          item->left_state = g_strdup (action->state);
          item->left_on = action->due_on;
        }
    }
  if (item->deviation_id != 0)
    {
      g_autoptr(TrasDeviation) deviation = tras_db_load (sample->db, tras_deviation_get_type (),
                                                         item->deviation_id, error);

      if (deviation == NULL)
        return FALSE;
      item->seen_state = g_strdup (deviation->state);
    }
  if (item->experiment_id != 0)
    {
      g_autoptr(TrasExperiment) experiment = tras_db_load (sample->db, tras_experiment_get_type (),
                                                           item->experiment_id, error);

      if (experiment == NULL)
        return FALSE;
      item->seen_on = experiment->stop_on;
    }

  return TRUE;
}

/**
 * tras_sample_fill_reviews:
 * @self: a sample with people, indicators and plans
 * @error: where to put the error
 *
 * Stores who was at each review and what it looked at.
 */
gboolean
tras_sample_fill_reviews (TrasSample  *self,
                          GError     **error)
{
  g_autoptr(GPtrArray) reviews = tras_sample_list_groups (self, "review");

  for (guint i = 0; i < reviews->len; i++)
    {
      if (!fill_attendance (self, reviews->pdata[i], error))
        return FALSE;
    }

  return tras_sample_add_all (self, "review_item", tras_review_item_get_type (), complete_item,
                              error) &&
         tras_sample_add_all (self, "review_result", tras_review_result_get_type (), NULL, error);
}

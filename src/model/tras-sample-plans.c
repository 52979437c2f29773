/* tras-sample-plans.c: the sample's goals, deviations, experiments, decisions and actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-decision.h"
#include "tras-deviation.h"
#include "tras-experiment.h"
#include "tras-goal.h"
#include "tras-hiring.h"
#include "tras-indicator.h"
#include "tras-review.h"
#include "tras-sample-private.h"
#include "tras-vacancy.h"

static TrasDay
get_first_of_month (TrasDay day)
{
  return tras_period_first_day (TRAS_EVERY_MONTH, day);
}

static gboolean
complete_goal (TrasSample  *sample,
               const char  *group,
               gpointer     record,
               GError     **error)
{
  TrasGoal *goal = record;

  goal->starts_on = get_first_of_month (goal->starts_on);
  goal->due_on = tras_day_add_months (get_first_of_month (goal->due_on), 1) - 1;

  return TRUE;
}

/* A target of a goal takes its days; one that is an amount of money is scaled like prices. */
static gboolean
complete_target (TrasSample  *sample,
                 const char  *group,
                 gpointer     record,
                 GError     **error)
{
  TrasTarget *target = record;

  if (target->goal_id != 0)
    {
      g_autoptr(TrasGoal) goal = tras_db_load (sample->db, tras_goal_get_type (), target->goal_id,
                                               error);

      if (goal == NULL)
        return FALSE;
      target->from_on = goal->starts_on;
      target->to_on = goal->due_on;
    }
  if (tras_sample_has (sample, group, "money"))
    {
      target->baseline *= (double) sample->goods / 100;
      target->value *= (double) sample->goods / 100;
    }

  return TRUE;
}

/* The first day of the week that a group names. */
static TrasDay
get_week (TrasSample *sample,
          const char *group)
{
  gint32 present = tras_period_index (TRAS_EVERY_WEEK, sample->today);

  return tras_period_start (TRAS_EVERY_WEEK,
                            present + (gint32) tras_sample_get_int (sample, group, "week"));
}

static gboolean
complete_deviation (TrasSample  *sample,
                    const char  *group,
                    gpointer     record,
                    GError     **error)
{
  if (tras_sample_has (sample, group, "week"))
    TRAS_DEVIATION (record)->period_on = get_week (sample, group);

  return TRUE;
}

/* A review is held on a day, and is that of its week. */
static gboolean
complete_review (TrasSample  *sample,
                 const char  *group,
                 gpointer     record,
                 GError     **error)
{
  TrasDay day = tras_sample_get_day (sample, group, "day");
  TrasReview *review = record;

  review->week_on = tras_period_first_day (TRAS_EVERY_WEEK, day);
  review->started_at = tras_sample_get_instant (day);
  review->ended_at = review->started_at + tras_sample_get_int (sample, group, "minutes") * 60;
  review->part = "read-back";
  review->seconds = review->ended_at - review->started_at;
  review->closing_note = tras_sample_dup_text (sample, group, "note");

  return TRUE;
}

/* What replaces an older decision is stored after it. */
static gboolean
fill_replacements (TrasSample  *sample,
                   GError     **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (sample, "decision");

  for (guint i = 0; i < groups->len; i++)
    {
      const char *group = groups->pdata[i];
      g_autoptr(TrasDecision) old = NULL;
      gint64 id;

      if (!tras_sample_refer (sample, group, "replaces", "decision", &id, error))
        return FALSE;
      if (id == 0)
        continue;
      old = tras_db_load (sample->db, tras_decision_get_type (), id, error);
      if (old == NULL ||
          !tras_sample_find (sample, "decision", tras_sample_get_key (group), &old->replaced_by,
                             error) ||
          !tras_db_update (sample->db, old, error))
        return FALSE;
    }

  return TRUE;
}

/* Step changes that somebody set; the key of one is the indicator and the day. */
static gboolean
fill_segments (TrasSample  *sample,
               GError     **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (sample, "segment");

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr(TrasSegment) segment = tras_segment_new ();

      if (!tras_sample_read (sample, groups->pdata[i], segment, error))
        return FALSE;
      segment->from_on = get_week (sample, groups->pdata[i]);
      if (!tras_db_insert (sample->db, segment, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_dependencies (TrasSample  *sample,
                   GError     **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (sample, "action");

  for (guint i = 0; i < groups->len; i++)
    {
      g_auto(GStrv) after = tras_sample_dup_list (sample, groups->pdata[i], "after");

      for (guint j = 0; after[j] != NULL; j++)
        {
          g_autoptr(TrasActionAfter) dependency = tras_action_after_new ();
          const char *key = tras_sample_get_key (groups->pdata[i]);

          if (!tras_sample_find (sample, "action", key, &dependency->action_id, error) ||
              !tras_sample_find (sample, "action", after[j], &dependency->after_id, error) ||
              !tras_db_insert (sample->db, dependency, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Who was hired is a candidate whose name stands in the person's record. */
static gboolean
fill_hired (TrasSample  *sample,
            GError     **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (sample, "vacancy");

  for (guint i = 0; i < groups->len; i++)
    {
      const char *group = groups->pdata[i];
      g_autoptr(TrasCandidate) candidate = tras_candidate_new ();

      if (!tras_sample_refer (sample, group, "hired", "person", &candidate->person_id, error))
        return FALSE;
      if (candidate->person_id == 0)
        continue;
      candidate->state = g_intern_static_string ("hired");
      candidate->state_on = tras_sample_get_day (sample, group, "closed");
      candidate->erase_on = candidate->state_on;
      if (!tras_sample_find (sample, "vacancy", tras_sample_get_key (group),
                             &candidate->vacancy_id, error) ||
          !tras_db_insert (sample->db, candidate, error))
        return FALSE;
    }

  return TRUE;
}

/* All other candidates. Who was hired, or was erased since, has no words. */
static gboolean
fill_candidates (TrasSample  *sample,
                 GError     **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (sample, "candidate");

  for (guint i = 0; i < groups->len; i++)
    {
      const char *group = groups->pdata[i];
      g_autoptr(TrasCandidate) candidate = tras_candidate_new ();
      g_autofree char *state = tras_sample_dup_text (sample, group, "state");

      candidate->name = tras_sample_dup_text (sample, group, "name");
      candidate->contact = tras_sample_dup_text (sample, group, "contact");
      candidate->origin = tras_sample_dup_text (sample, group, "origin");
      candidate->state = g_intern_string (state);
      candidate->state_on = tras_sample_get_day (sample, group, "since");
      candidate->erase_on = tras_candidate_is_hired (candidate)
                              ? candidate->state_on
                              : tras_candidate_get_usual_erase (candidate->state_on);
      if (!tras_sample_refer (sample, group, "vacancy", "vacancy", &candidate->vacancy_id, error) ||
          !tras_sample_refer (sample, group, "hired", "person", &candidate->person_id, error) ||
          !tras_db_insert (sample->db, candidate, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_fill_plans:
 * @self: a sample with people and indicators
 * @error: where to put the error
 *
 * Stores goals, targets, deviations, experiments, reviews (without what they looked at), decisions,
 * step changes, actions with what they need and wait for and whom they hire, and candidates.
 */
gboolean
tras_sample_fill_plans (TrasSample  *self,
                        GError     **error)
{
  return tras_sample_add_all (self, "goal", tras_goal_get_type (), complete_goal, error) &&
         tras_sample_add_all (self, "target", tras_target_get_type (), complete_target, error) &&
         tras_sample_add_all (self, "deviation", tras_deviation_get_type (), complete_deviation,
                              error) &&
         tras_sample_add_all (self, "experiment", tras_experiment_get_type (), NULL, error) &&
         tras_sample_add_all (self, "review", tras_review_get_type (), complete_review, error) &&
         tras_sample_add_all (self, "decision", tras_decision_get_type (), NULL, error) &&
         fill_replacements (self, error) &&
         fill_segments (self, error) &&
         tras_sample_add_all (self, "action", tras_action_get_type (), NULL, error) &&
         tras_sample_add_all (self, "need", tras_action_need_get_type (), NULL, error) &&
         fill_dependencies (self, error) &&
         tras_sample_add_all (self, "vacancy", tras_vacancy_get_type (), NULL, error) &&
         fill_hired (self, error) &&
         fill_candidates (self, error);
}

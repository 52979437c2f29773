/* tras-review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-review.h"

static const TrasChoice outcomes[] = {
  { "nothing", N_("Nothing") },
  { "explained", N_("Explained") },
  { "looking", N_("Somebody looks into it") },
  { "deviation", N_("Deviation") },
  { "decision", N_("Decision") },
  { "action", N_("Action") },
  { "later", N_("Later") },
  { NULL, NULL },
};

static const TrasChoice parts[] = {
  /* Translators: the first part of a meeting: who is here */
  { "present", NC_("part of a meeting", "Present"), "part of a meeting" },
  { "customers", N_("Customers") },
  { "indicators", N_("Indicators") },
  { "promises", N_("Promises") },
  { "goals", N_("Goals, plans, experiments") },
  { "solve", N_("Solve") },
  { "read-back", N_("Read back") },
  { NULL, NULL },
};

static const TrasChoice item_parts[] = {
  { "customers", N_("Customers") },
  { "indicators", N_("Indicators") },
  { "promises", N_("Promises") },
  { "goals", N_("Goals, plans, experiments") },
  { "solve", N_("Solve") },
  { NULL, NULL },
};

static const TrasField review_fields[] = {
  TRAS_FIELD (TrasReview, code, TEXT, TRAS_FIELD_NAME, N_("Code")),
  TRAS_FIELD (TrasReview, area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Area"), .target = "area"),
  TRAS_FIELD (TrasReview, week_on, DATE, TRAS_FIELD_REQUIRED, N_("Week")),
  TRAS_FIELD (TrasReview, planned_minutes, INTEGER, TRAS_FIELD_REQUIRED, N_("Planned minutes"),
              .initial = "45"),
  TRAS_FIELD (TrasReview, started_at, INSTANT, TRAS_FIELD_PLAIN, N_("Started")),
  TRAS_FIELD (TrasReview, ended_at, INSTANT, TRAS_FIELD_PLAIN, N_("Ended")),
  TRAS_FIELD (TrasReview, chair_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Chair"),
              .target = "person"),
  TRAS_FIELD (TrasReview, keeper_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Keeps the minutes"),
              .target = "person"),
  TRAS_FIELD (TrasReview, closing_note, TEXT, TRAS_FIELD_FOLDED | TRAS_FIELD_MULTILINE,
              N_("Closing note")),
  TRAS_FIELD (TrasReview, part, CHOICE, TRAS_FIELD_PLAIN, N_("Part"), .choices = parts),
  TRAS_FIELD (TrasReview, seconds, INTEGER, TRAS_FIELD_REQUIRED, N_("Seconds"), .initial = "0"),
  TRAS_FIELD (TrasReview, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasReview, chair_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Chair")),
  TRAS_FIELD (TrasReview, keeper_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Keeps the minutes")),
};

static const TrasTable review_table = {
  .name = "review",
  .view = "review_view",
  .kind = "reviews",
  .singular = N_("Review"),
  .plural = N_("Reviews"),
  .fields = review_fields,
  .n_fields = G_N_ELEMENTS (review_fields),
  .code = "R",
};

TRAS_DEFINE_RECORD (TrasReview, tras_review, &review_table)

static const TrasField review_person_fields[] = {
  TRAS_FIELD (TrasReviewPerson, review_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("Review"), .target = "review"),
  TRAS_FIELD (TrasReviewPerson, person_id, REFERENCE,
              TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL, N_("Person"),
              .target = "person"),
  TRAS_FIELD (TrasReviewPerson, present, BOOLEAN, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Present"), .initial = "0"),
  TRAS_FIELD (TrasReviewPerson, usefulness, INTEGER, TRAS_FIELD_PERSONAL, N_("Usefulness")),
};

static const TrasTable review_person_table = {
  .name = "review_person",
  .kind = "attendances",
  .singular = N_("Attendance"),
  .plural = N_("Attendance"),
  .fields = review_person_fields,
  .n_fields = G_N_ELEMENTS (review_person_fields),
};

TRAS_DEFINE_RECORD (TrasReviewPerson, tras_review_person, &review_person_table)

/**
 * tras_review_mean_usefulness:
 * @answers: (array length=n_answers): how useful a review was to people, 1 to 10
 * @n_answers: how many answered
 *
 * Returns: the mean in tenths, rounded; 0 where nobody answered
 */
guint
tras_review_mean_usefulness (const gint64 *answers,
                             guint         n_answers)
{
  guint sum = 0;

  for (guint i = 0; i < n_answers; i++)
    sum += (guint) answers[i];

  return n_answers > 0 ? (10 * sum + n_answers / 2) / n_answers : 0;
}

static const TrasField review_item_fields[] = {
  TRAS_FIELD (TrasReviewItem, review_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Review"),
              .target = "review"),
  TRAS_FIELD (TrasReviewItem, position, INTEGER, TRAS_FIELD_REQUIRED, N_("Position")),
  TRAS_FIELD (TrasReviewItem, indicator_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Indicator"),
              .target = "indicator"),
  TRAS_FIELD (TrasReviewItem, action_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Action"),
              .target = "action"),
  TRAS_FIELD (TrasReviewItem, deviation_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Deviation"),
              .target = "deviation"),
  TRAS_FIELD (TrasReviewItem, goal_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Goal"), .target = "goal"),
  TRAS_FIELD (TrasReviewItem, experiment_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Experiment"),
              .target = "experiment"),
  TRAS_FIELD (TrasReviewItem, decision_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Decision"),
              .target = "decision"),
  TRAS_FIELD (TrasReviewItem, topic, TEXT, TRAS_FIELD_MULTILINE, N_("Topic")),
  TRAS_FIELD (TrasReviewItem, seen_value, REAL, TRAS_FIELD_PLAIN, N_("Value seen")),
  TRAS_FIELD (TrasReviewItem, seen_variation, TEXT, TRAS_FIELD_PLAIN, N_("Variation seen")),
  TRAS_FIELD (TrasReviewItem, seen_assurance, TEXT, TRAS_FIELD_PLAIN, N_("Assurance seen")),
  TRAS_FIELD (TrasReviewItem, seen_state, TEXT, TRAS_FIELD_PLAIN, N_("State seen")),
  TRAS_FIELD (TrasReviewItem, outcome, CHOICE, TRAS_FIELD_PLAIN, N_("Outcome"),
              .choices = outcomes),
  TRAS_FIELD (TrasReviewItem, said, TEXT, TRAS_FIELD_MULTILINE, N_("What was said")),
  TRAS_FIELD (TrasReviewItem, seconds, INTEGER, TRAS_FIELD_PLAIN, N_("Seconds")),
  TRAS_FIELD (TrasReviewItem, part, CHOICE, TRAS_FIELD_PLAIN, N_("Part"), .choices = item_parts),
  TRAS_FIELD (TrasReviewItem, seen_on, DATE, TRAS_FIELD_PLAIN, N_("Period or due date seen")),
  TRAS_FIELD (TrasReviewItem, left_state, TEXT, TRAS_FIELD_PLAIN, N_("State after")),
  TRAS_FIELD (TrasReviewItem, left_on, DATE, TRAS_FIELD_PLAIN, N_("Due date after")),
  TRAS_FIELD (TrasReviewItem, training_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Training"),
              .target = "training"),
  TRAS_FIELD (TrasReviewItem, subject, TEXT, TRAS_FIELD_COMPUTED, N_("Subject")),
  TRAS_FIELD (TrasReviewItem, subject_code, TEXT, TRAS_FIELD_COMPUTED, N_("Code")),
  TRAS_FIELD (TrasReviewItem, week_on, DATE, TRAS_FIELD_COMPUTED, N_("Week")),
};

static const TrasTable review_item_table = {
  .name = "review_item",
  .view = "review_item_view",
  .kind = "review-items",
  .singular = N_("Review item"),
  .plural = N_("Review items"),
  .fields = review_item_fields,
  .n_fields = G_N_ELEMENTS (review_item_fields),
};

TRAS_DEFINE_RECORD (TrasReviewItem, tras_review_item, &review_item_table)

static const TrasField review_result_fields[] = {
  TRAS_FIELD (TrasReviewResult, review_item_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Review item"),
              .target = "review_item"),
  TRAS_FIELD (TrasReviewResult, action_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Action"),
              .target = "action"),
  TRAS_FIELD (TrasReviewResult, deviation_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Deviation"),
              .target = "deviation"),
  TRAS_FIELD (TrasReviewResult, decision_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Decision"),
              .target = "decision"),
  TRAS_FIELD (TrasReviewResult, experiment_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Experiment"),
              .target = "experiment"),
  TRAS_FIELD (TrasReviewResult, review_id, REFERENCE, TRAS_FIELD_COMPUTED, N_("Review"),
              .target = "review"),
  TRAS_FIELD (TrasReviewResult, position, INTEGER, TRAS_FIELD_COMPUTED, N_("Position")),
  TRAS_FIELD (TrasReviewResult, what, TEXT, TRAS_FIELD_COMPUTED, N_("What")),
  TRAS_FIELD (TrasReviewResult, code, TEXT, TRAS_FIELD_COMPUTED, N_("Code")),
  TRAS_FIELD (TrasReviewResult, owner_id, REFERENCE, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Owner"), .target = "person"),
  TRAS_FIELD (TrasReviewResult, owner_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Owner")),
  TRAS_FIELD (TrasReviewResult, due_on, DATE, TRAS_FIELD_COMPUTED, N_("Due")),
};

static const TrasTable review_result_table = {
  .name = "review_result",
  .view = "review_result_view",
  .singular = N_("Result of a review"),
  .plural = N_("Results of reviews"),
  .fields = review_result_fields,
  .n_fields = G_N_ELEMENTS (review_result_fields),
};

TRAS_DEFINE_RECORD (TrasReviewResult, tras_review_result, &review_result_table)

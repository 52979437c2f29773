/* tras-review.h: weekly reviews
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW (tras_review_get_type ())

TRAS_DECLARE_RECORD (TrasReview, tras_review, REVIEW)

/**
 * TrasReview:
 *
 * A weekly meeting, of the firm or of an area; week_on is the week's Monday.
 */
struct _TrasReview
{
  TrasRecord parent_instance;

  char *code;
  gint64 area_id;
  TrasDay week_on;
  gint64 planned_minutes;
  gint64 started_at;
  gint64 ended_at;
  gint64 chair_id;
  gint64 keeper_id;
  char *closing_note;

  /* of the view */
  char *area_name;
  char *chair_name;
  char *keeper_name;
};

#define TRAS_TYPE_REVIEW_PERSON (tras_review_person_get_type ())

TRAS_DECLARE_RECORD (TrasReviewPerson, tras_review_person, REVIEW_PERSON)

/**
 * TrasReviewPerson:
 *
 * Who was at a review, and how useful it was to them, 1 to 10.
 */
struct _TrasReviewPerson
{
  TrasRecord parent_instance;

  gint64 review_id;
  gint64 person_id;
  gboolean present;
  gint64 usefulness;
};

#define TRAS_TYPE_REVIEW_ITEM (tras_review_item_get_type ())

TRAS_DECLARE_RECORD (TrasReviewItem, tras_review_item, REVIEW_ITEM)

/**
 * TrasReviewItem:
 *
 * A subject of a review: what was seen then, what was said. It names exactly one record, or a
 * topic.
 */
struct _TrasReviewItem
{
  TrasRecord parent_instance;

  gint64 review_id;
  gint64 position;
  gint64 indicator_id;
  gint64 action_id;
  gint64 deviation_id;
  gint64 goal_id;
  gint64 experiment_id;
  gint64 decision_id;
  char *topic;
  double seen_value;
  char *seen_variation;
  char *seen_assurance;
  char *seen_state;
  const char *outcome;
  char *said;
  gint64 seconds;
};

G_END_DECLS

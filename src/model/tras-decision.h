/* tras-decision.h: decisions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_DECISION (tras_decision_get_type ())

TRAS_DECLARE_RECORD (TrasDecision, tras_decision, DECISION)

/**
 * TrasDecision:
 *
 * What was decided, why, by whom, and when to look again.
 */
struct _TrasDecision
{
  TrasRecord parent_instance;

  char *code;
  gint64 review_id;
  TrasDay decided_on;
  gint64 by_id;
  char *what;
  char *why;
  TrasDay revisit_on;
  gint64 replaced_by;
  gint64 goal_id;
  gint64 indicator_id;
  gint64 deviation_id;
  gint64 experiment_id;

  /* of the view */
  char *by_name;
  char *goal_title;
  char *indicator_name;
  char *deviation_fact;
  char *experiment_believe;
  TrasDay review_week;
};

gboolean tras_decision_is_due (TrasDecision *self,
                               TrasDay       day);

G_END_DECLS

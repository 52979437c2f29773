/* tras-decision.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-decision.h"

static const TrasField decision_fields[] = {
  TRAS_FIELD (TrasDecision, code, TEXT, TRAS_FIELD_NAME, N_("Code")),
  TRAS_FIELD (TrasDecision, review_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Review"),
              .target = "review"),
  TRAS_FIELD (TrasDecision, decided_on, DATE, TRAS_FIELD_REQUIRED, N_("Decided")),
  TRAS_FIELD (TrasDecision, by_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Decided by"), .target = "person"),
  TRAS_FIELD (TrasDecision, what, TEXT,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_ALIAS | TRAS_FIELD_FOLDED | TRAS_FIELD_MULTILINE,
              N_("What")),
  TRAS_FIELD (TrasDecision, why, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_MULTILINE, N_("Why")),
  TRAS_FIELD (TrasDecision, revisit_on, DATE, TRAS_FIELD_PLAIN, N_("Look again on")),
  TRAS_FIELD (TrasDecision, replaced_by, REFERENCE, TRAS_FIELD_PLAIN, N_("Replaced by"),
              .target = "decision"),
  TRAS_FIELD (TrasDecision, goal_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Goal"), .target = "goal"),
  TRAS_FIELD (TrasDecision, indicator_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Indicator"),
              .target = "indicator"),
  TRAS_FIELD (TrasDecision, deviation_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Deviation"),
              .target = "deviation"),
  TRAS_FIELD (TrasDecision, experiment_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Experiment"),
              .target = "experiment"),
  TRAS_FIELD (TrasDecision, by_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Decided by")),
  TRAS_FIELD (TrasDecision, goal_title, TEXT, TRAS_FIELD_COMPUTED, N_("Goal")),
  TRAS_FIELD (TrasDecision, indicator_name, TEXT, TRAS_FIELD_COMPUTED, N_("Indicator")),
  TRAS_FIELD (TrasDecision, deviation_fact, TEXT, TRAS_FIELD_COMPUTED, N_("Deviation")),
  TRAS_FIELD (TrasDecision, experiment_believe, TEXT, TRAS_FIELD_COMPUTED, N_("Experiment")),
  TRAS_FIELD (TrasDecision, review_week, DATE, TRAS_FIELD_COMPUTED, N_("Review")),
};

static const TrasTable decision_table = {
  .name = "decision",
  .view = "decision_view",
  .kind = "decisions",
  .singular = N_("Decision"),
  .plural = N_("Decisions"),
  .fields = decision_fields,
  .n_fields = G_N_ELEMENTS (decision_fields),
  .code = "DC",
};

TRAS_DEFINE_RECORD (TrasDecision, tras_decision, &decision_table)

/**
 * tras_decision_is_due:
 * @self: a decision
 * @day: a day
 *
 * Returns: whether it is in force and to be looked at again by then
 */
gboolean
tras_decision_is_due (TrasDecision *self,
                      TrasDay       day)
{
  g_return_val_if_fail (TRAS_IS_DECISION (self), FALSE);

  return self->replaced_by == 0 && self->revisit_on != TRAS_DAY_NONE && self->revisit_on <= day;
}

/* tras-deviation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-deviation.h"

static const TrasChoice origins[] = {
  { "signal", N_("Signal of the chart") },
  { "target", N_("Missed target") },
  { "complaint", N_("Complaint") },
  { "audit", N_("Audit") },
  { "person", N_("Told by a person") },
  { "risk", N_("Risk") },
  { NULL, NULL },
};

static const TrasChoice cause_kinds[] = {
  { "special", N_("Special cause") },
  { "common", N_("Common cause") },
  { "unknown", N_("Not known yet") },
  { NULL, NULL },
};

static const TrasChoice deviation_states[] = {
  { "open", N_("Open") },
  { "acting", N_("Acting") },
  { "checking", N_("Checking") },
  { "closed", N_("Closed") },
  { "reopened", N_("Reopened") },
  { NULL, NULL },
};

static const TrasChoice effectives[] = {
  { "yes", N_("Yes") },
  { "partly", N_("Partly") },
  { "no", N_("No") },
  { NULL, NULL },
};

static const TrasField deviation_fields[] = {
  TRAS_FIELD (TrasDeviation, code, TEXT, TRAS_FIELD_NAME, N_("Code")),
  TRAS_FIELD (TrasDeviation, indicator_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Indicator"),
              .target = "indicator"),
  TRAS_FIELD (TrasDeviation, period_on, DATE, TRAS_FIELD_PLAIN, N_("Period")),
  TRAS_FIELD (TrasDeviation, area_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Area"), .target = "area"),
  TRAS_FIELD (TrasDeviation, origin, CHOICE, TRAS_FIELD_REQUIRED, N_("Origin"), .choices = origins),
  TRAS_FIELD (TrasDeviation, reported_by, REFERENCE, TRAS_FIELD_PERSONAL, N_("Reported by"),
              .target = "person"),
  TRAS_FIELD (TrasDeviation, owner_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Owner"), .target = "person"),
  TRAS_FIELD (TrasDeviation, fact, TEXT,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_ALIAS | TRAS_FIELD_FOLDED | TRAS_FIELD_MULTILINE,
              N_("Fact")),
  TRAS_FIELD (TrasDeviation, effect, TEXT, TRAS_FIELD_MULTILINE, N_("Effect")),
  TRAS_FIELD (TrasDeviation, contained, TEXT, TRAS_FIELD_MULTILINE, N_("What was contained")),
  TRAS_FIELD (TrasDeviation, cause, TEXT, TRAS_FIELD_MULTILINE, N_("Cause")),
  TRAS_FIELD (TrasDeviation, cause_kind, CHOICE, TRAS_FIELD_PLAIN, N_("Kind of cause"),
              .choices = cause_kinds),
  TRAS_FIELD (TrasDeviation, similar_elsewhere, TEXT, TRAS_FIELD_MULTILINE,
              N_("Similar elsewhere")),
  TRAS_FIELD (TrasDeviation, opened_on, DATE, TRAS_FIELD_REQUIRED, N_("Opened")),
  TRAS_FIELD (TrasDeviation, state, CHOICE, TRAS_FIELD_REQUIRED, N_("State"),
              .choices = deviation_states, .initial = "open"),
  TRAS_FIELD (TrasDeviation, check_on, DATE, TRAS_FIELD_PLAIN, N_("Check on")),
  TRAS_FIELD (TrasDeviation, effective, CHOICE, TRAS_FIELD_PLAIN, N_("Was it effective?"),
              .choices = effectives),
  TRAS_FIELD (TrasDeviation, evidence, TEXT, TRAS_FIELD_MULTILINE, N_("Evidence")),
  TRAS_FIELD (TrasDeviation, closed_on, DATE, TRAS_FIELD_PLAIN, N_("Closed on")),
  TRAS_FIELD (TrasDeviation, sale_id, REFERENCE, TRAS_FIELD_INTERNAL, NULL, .target = "sale"),
  TRAS_FIELD (TrasDeviation, movement_id, REFERENCE, TRAS_FIELD_INTERNAL, NULL,
              .target = "movement"),
  TRAS_FIELD (TrasDeviation, indicator_name, TEXT, TRAS_FIELD_COMPUTED, N_("Indicator")),
  TRAS_FIELD (TrasDeviation, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasDeviation, owner_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Owner")),
  TRAS_FIELD (TrasDeviation, reporter_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Reported by")),
  TRAS_FIELD (TrasDeviation, actions, INTEGER, TRAS_FIELD_COMPUTED, N_("Actions")),
  TRAS_FIELD (TrasDeviation, open_actions, INTEGER, TRAS_FIELD_COMPUTED, N_("Unfinished actions")),
  TRAS_FIELD (TrasDeviation, about, TEXT, TRAS_FIELD_COMPUTED, N_("Made of")),
  TRAS_FIELD (TrasDeviation, stockout_id, REFERENCE, TRAS_FIELD_COMPUTED, N_("Stock-out"),
              .target = "stockout"),
};

static const TrasTable deviation_table = {
  .name = "deviation",
  .view = "deviation_view",
  .kind = "deviations",
  .singular = N_("Deviation"),
  .plural = N_("Deviations"),
  .fields = deviation_fields,
  .n_fields = G_N_ELEMENTS (deviation_fields),
  .code = "D",
};

TRAS_DEFINE_RECORD (TrasDeviation, tras_deviation, &deviation_table)

/**
 * tras_deviation_is_closed:
 * @self: a deviation
 *
 * Returns: whether it is closed
 */
gboolean
tras_deviation_is_closed (TrasDeviation *self)
{
  g_return_val_if_fail (TRAS_IS_DEVIATION (self), FALSE);

  return g_strcmp0 (self->state, "closed") == 0;
}

/**
 * tras_deviation_is_risk:
 * @self: a deviation
 *
 * Returns: whether it has not happened yet and is to be prevented
 */
gboolean
tras_deviation_is_risk (TrasDeviation *self)
{
  g_return_val_if_fail (TRAS_IS_DEVIATION (self), FALSE);

  return g_strcmp0 (self->origin, "risk") == 0;
}

/**
 * tras_deviation_is_due:
 * @self: a deviation
 * @day: a day
 *
 * Returns: whether its check has come by then
 */
gboolean
tras_deviation_is_due (TrasDeviation *self,
                       TrasDay        day)
{
  g_return_val_if_fail (TRAS_IS_DEVIATION (self), FALSE);

  return !tras_deviation_is_closed (self) && self->check_on != TRAS_DAY_NONE &&
         self->check_on <= day;
}

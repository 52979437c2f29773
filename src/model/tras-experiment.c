/* tras-experiment.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-experiment.h"

static const TrasChoice nexts[] = {
  { "adopt", N_("Adopt") },
  { "change", N_("Change it") },
  { "repeat", N_("Repeat") },
  { "stop", N_("Stop") },
  { NULL, NULL },
};

static const TrasField experiment_fields[] = {
  TRAS_FIELD (TrasExperiment, code, TEXT, TRAS_FIELD_NAME, N_("Code")),
  TRAS_FIELD (TrasExperiment, goal_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Goal"), .target = "goal"),
  TRAS_FIELD (TrasExperiment, deviation_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Deviation"),
              .target = "deviation"),
  TRAS_FIELD (TrasExperiment, owner_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("Owner"), .target = "person"),
  TRAS_FIELD (TrasExperiment, believe, TEXT,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_ALIAS | TRAS_FIELD_FOLDED | TRAS_FIELD_MULTILINE,
              N_("We believe")),
  TRAS_FIELD (TrasExperiment, test, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_MULTILINE,
              N_("To test it we will")),
  TRAS_FIELD (TrasExperiment, indicator_id, REFERENCE, TRAS_FIELD_PLAIN, N_("We measure"),
              .target = "indicator"),
  TRAS_FIELD (TrasExperiment, right_if, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_MULTILINE,
              N_("We are right if")),
  TRAS_FIELD (TrasExperiment, starts_on, DATE, TRAS_FIELD_REQUIRED, N_("Starts")),
  TRAS_FIELD (TrasExperiment, stop_on, DATE, TRAS_FIELD_REQUIRED, N_("Stops")),
  TRAS_FIELD (TrasExperiment, limit_money, MONEY, TRAS_FIELD_REQUIRED, N_("Cost limit"),
              .initial = "0"),
  TRAS_FIELD (TrasExperiment, limit_minutes, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_HOURS,
              N_("Limit of hours"), .initial = "0"),
  TRAS_FIELD (TrasExperiment, observed, TEXT, TRAS_FIELD_MULTILINE, N_("What we saw")),
  TRAS_FIELD (TrasExperiment, learned, TEXT, TRAS_FIELD_MULTILINE, N_("What we learned")),
  TRAS_FIELD (TrasExperiment, next, CHOICE, TRAS_FIELD_PLAIN, N_("What comes next"),
              .choices = nexts),
  TRAS_FIELD (TrasExperiment, closed_on, DATE, TRAS_FIELD_PLAIN, N_("Closed on")),
  TRAS_FIELD (TrasExperiment, owner_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED,
              N_("Owner")),
  TRAS_FIELD (TrasExperiment, goal_title, TEXT, TRAS_FIELD_COMPUTED, N_("Goal")),
  TRAS_FIELD (TrasExperiment, deviation_fact, TEXT, TRAS_FIELD_COMPUTED, N_("Deviation")),
  TRAS_FIELD (TrasExperiment, indicator_name, TEXT, TRAS_FIELD_COMPUTED, N_("Indicator")),
};

static const TrasTable experiment_table = {
  .name = "experiment",
  .view = "experiment_view",
  .kind = "experiments",
  .singular = N_("Experiment"),
  .plural = N_("Experiments"),
  .fields = experiment_fields,
  .n_fields = G_N_ELEMENTS (experiment_fields),
  .code = "E",
};

TRAS_DEFINE_RECORD (TrasExperiment, tras_experiment, &experiment_table)

/**
 * tras_experiment_is_open:
 * @self: an experiment
 *
 * Returns: whether it is not closed
 */
gboolean
tras_experiment_is_open (TrasExperiment *self)
{
  g_return_val_if_fail (TRAS_IS_EXPERIMENT (self), FALSE);

  return self->closed_on == TRAS_DAY_NONE;
}

/**
 * tras_experiment_can_close:
 * @self: an experiment
 *
 * Returns: whether it says what was seen, what was learned and what comes next
 */
gboolean
tras_experiment_can_close (TrasExperiment *self)
{
  g_return_val_if_fail (TRAS_IS_EXPERIMENT (self), FALSE);

  return self->observed != NULL && self->learned != NULL && self->next != NULL;
}

/* tras-goal-check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-goal-check.h"

/* What is frozen stays readable whatever becomes of the targets: it has a list of its own. */
static const TrasChoice shapes[] = {
  { "reach", N_("Reach a value") },
  { "keep", N_("Keep a value") },
  { "total", N_("Add up to a value") },
  { NULL, NULL },
};

static const TrasField goal_check_fields[] = {
  TRAS_FIELD (TrasGoalCheck, goal_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Goal"), .target = "goal"),
  TRAS_FIELD (TrasGoalCheck, checked_on, DATE, TRAS_FIELD_REQUIRED, N_("Checked on")),
  TRAS_FIELD (TrasGoalCheck, by_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("By"), .target = "person"),
  TRAS_FIELD (TrasGoalCheck, note, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_MULTILINE, N_("Note")),
  TRAS_FIELD (TrasGoalCheck, progress, REAL, TRAS_FIELD_PLAIN, N_("Progress seen")),
  TRAS_FIELD (TrasGoalCheck, elapsed, REAL, TRAS_FIELD_PLAIN, N_("Time elapsed")),
  TRAS_FIELD (TrasGoalCheck, state, TEXT, TRAS_FIELD_REQUIRED, N_("State seen")),
  TRAS_FIELD (TrasGoalCheck, goal_title, TEXT, TRAS_FIELD_COMPUTED, N_("Goal")),
  TRAS_FIELD (TrasGoalCheck, by_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("By")),
};

static const TrasTable goal_check_table = {
  .name = "goal_check",
  .view = "goal_check_view",
  .kind = "goal-checks",
  .singular = N_("Check of a goal"),
  .plural = N_("Checks of goals"),
  .fields = goal_check_fields,
  .n_fields = G_N_ELEMENTS (goal_check_fields),
};

TRAS_DEFINE_RECORD (TrasGoalCheck, tras_goal_check, &goal_check_table)

static const TrasField goal_check_value_fields[] = {
  TRAS_FIELD (TrasGoalCheckValue, goal_check_id, REFERENCE, TRAS_FIELD_REQUIRED,
              N_("Check of a goal"), .target = "goal_check"),
  TRAS_FIELD (TrasGoalCheckValue, indicator_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Indicator"),
              .target = "indicator"),
  TRAS_FIELD (TrasGoalCheckValue, shape, CHOICE, TRAS_FIELD_REQUIRED, N_("Shape"),
              .choices = shapes),
  TRAS_FIELD (TrasGoalCheckValue, aim, REAL, TRAS_FIELD_PLAIN, N_("Value")),
  TRAS_FIELD (TrasGoalCheckValue, low, REAL, TRAS_FIELD_PLAIN, N_("Low end of the band")),
  TRAS_FIELD (TrasGoalCheckValue, high, REAL, TRAS_FIELD_PLAIN, N_("High end of the band")),
  TRAS_FIELD (TrasGoalCheckValue, current, REAL, TRAS_FIELD_PLAIN, N_("Value seen")),
  TRAS_FIELD (TrasGoalCheckValue, expected, REAL, TRAS_FIELD_PLAIN, N_("Expected value")),
  TRAS_FIELD (TrasGoalCheckValue, indicator_name, TEXT, TRAS_FIELD_COMPUTED, N_("Indicator")),
  TRAS_FIELD (TrasGoalCheckValue, unit, TEXT, TRAS_FIELD_COMPUTED, N_("Unit")),
  TRAS_FIELD (TrasGoalCheckValue, decimals, INTEGER, TRAS_FIELD_COMPUTED, N_("Decimals")),
};

static const TrasTable goal_check_value_table = {
  .name = "goal_check_value",
  .view = "goal_check_value_view",
  .singular = N_("Number of a check"),
  .plural = N_("Numbers of checks"),
  .fields = goal_check_value_fields,
  .n_fields = G_N_ELEMENTS (goal_check_value_fields),
};

TRAS_DEFINE_RECORD (TrasGoalCheckValue, tras_goal_check_value, &goal_check_value_table)

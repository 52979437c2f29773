/* tras-goal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-goal.h"

static const TrasChoice goal_states[] = {
  { "draft", N_("Draft") },
  { "open", N_("Open") },
  { "reached", N_("Reached") },
  { "missed", N_("Missed") },
  { "dropped", N_("Dropped") },
  { NULL, NULL },
};

static const TrasChoice shapes[] = {
  { "reach", N_("Reach a value") },
  { "keep", N_("Keep a value") },
  { "total", N_("Add up to a value") },
  { NULL, NULL },
};

static const TrasChoice customers[] = {
  { "external", N_("Customers") },
  { "internal", N_("Another area") },
  { "none", N_("Nobody in particular") },
  { NULL, NULL },
};

static const TrasField goal_fields[] = {
  TRAS_FIELD (TrasGoal, code, TEXT, TRAS_FIELD_ALIAS, N_("Code")),
  TRAS_FIELD (TrasGoal, parent_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Climbs to"), .target = "goal"),
  TRAS_FIELD (TrasGoal, area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Area"), .target = "area"),
  TRAS_FIELD (TrasGoal, owner_id, REFERENCE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL, N_("Owner"),
              .target = "person"),
  TRAS_FIELD (TrasGoal, title, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Goal")),
  TRAS_FIELD (TrasGoal, why, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_MULTILINE, N_("Why"),
              .initial = ""),
  TRAS_FIELD (TrasGoal, starts_on, DATE, TRAS_FIELD_REQUIRED, N_("Starts")),
  TRAS_FIELD (TrasGoal, due_on, DATE, TRAS_FIELD_REQUIRED, N_("Due")),
  TRAS_FIELD (TrasGoal, weight, REAL, TRAS_FIELD_REQUIRED, N_("Weight"), .initial = "1"),
  TRAS_FIELD (TrasGoal, state, CHOICE, TRAS_FIELD_REQUIRED, N_("State"), .choices = goal_states,
              .initial = "open"),
  TRAS_FIELD (TrasGoal, closed_on, DATE, TRAS_FIELD_PLAIN, N_("Closed on")),
  TRAS_FIELD (TrasGoal, lesson, TEXT, TRAS_FIELD_MULTILINE, N_("Lesson")),
  TRAS_FIELD (TrasGoal, customer, CHOICE, TRAS_FIELD_PLAIN, N_("Serves"), .choices = customers),
  TRAS_FIELD (TrasGoal, copied_from, REFERENCE, TRAS_FIELD_PLAIN, N_("Drafted from"),
              .target = "goal"),
  TRAS_FIELD (TrasGoal, parent_title, TEXT, TRAS_FIELD_COMPUTED, N_("Climbs to")),
  TRAS_FIELD (TrasGoal, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasGoal, owner_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Owner")),
  TRAS_FIELD (TrasGoal, children, INTEGER, TRAS_FIELD_COMPUTED, N_("Child goals")),
  TRAS_FIELD (TrasGoal, targets, INTEGER, TRAS_FIELD_COMPUTED, N_("Targets")),
  TRAS_FIELD (TrasGoal, actions, INTEGER, TRAS_FIELD_COMPUTED, N_("Actions")),
  TRAS_FIELD (TrasGoal, open_actions, INTEGER, TRAS_FIELD_COMPUTED, N_("Open actions")),
  TRAS_FIELD (TrasGoal, planned_money, MONEY, TRAS_FIELD_COMPUTED, N_("Money planned")),
  TRAS_FIELD (TrasGoal, committed_money, MONEY, TRAS_FIELD_COMPUTED, N_("Money committed")),
  TRAS_FIELD (TrasGoal, spent_money, MONEY, TRAS_FIELD_COMPUTED, N_("Money spent")),
};

static const TrasTable goal_table = {
  .name = "goal",
  .view = "goal_view",
  .kind = "goals",
  .singular = N_("Goal"),
  .plural = N_("Goals"),
  .fields = goal_fields,
  .n_fields = G_N_ELEMENTS (goal_fields),
  .code = "G",
};

TRAS_DEFINE_RECORD (TrasGoal, tras_goal, &goal_table)

static const TrasField target_fields[] = {
  TRAS_FIELD (TrasTarget, indicator_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Indicator"),
              .target = "indicator"),
  TRAS_FIELD (TrasTarget, goal_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Goal"), .target = "goal"),
  TRAS_FIELD (TrasTarget, shape, CHOICE, TRAS_FIELD_REQUIRED, N_("Shape"), .choices = shapes),
  TRAS_FIELD (TrasTarget, baseline, REAL, TRAS_FIELD_PLAIN, N_("Baseline")),
  TRAS_FIELD (TrasTarget, value, REAL, TRAS_FIELD_PLAIN, N_("Value")),
  TRAS_FIELD (TrasTarget, low, REAL, TRAS_FIELD_PLAIN, N_("Low end of the band")),
  TRAS_FIELD (TrasTarget, high, REAL, TRAS_FIELD_PLAIN, N_("High end of the band")),
  TRAS_FIELD (TrasTarget, from_on, DATE, TRAS_FIELD_REQUIRED, N_("From")),
  TRAS_FIELD (TrasTarget, to_on, DATE, TRAS_FIELD_REQUIRED, N_("To")),
  TRAS_FIELD (TrasTarget, weight, REAL, TRAS_FIELD_REQUIRED, N_("Weight"), .initial = "1"),
  TRAS_FIELD (TrasTarget, indicator_name, TEXT, TRAS_FIELD_COMPUTED, N_("Indicator")),
  TRAS_FIELD (TrasTarget, unit, TEXT, TRAS_FIELD_COMPUTED, N_("Unit")),
  TRAS_FIELD (TrasTarget, decimals, INTEGER, TRAS_FIELD_COMPUTED, N_("Decimals")),
  TRAS_FIELD (TrasTarget, goal_title, TEXT, TRAS_FIELD_COMPUTED, N_("Goal")),
};

static const TrasTable target_table = {
  .name = "target",
  .view = "target_view",
  .kind = "targets",
  .singular = N_("Target"),
  .plural = N_("Targets"),
  .fields = target_fields,
  .n_fields = G_N_ELEMENTS (target_fields),
};

TRAS_DEFINE_RECORD (TrasTarget, tras_target, &target_table)

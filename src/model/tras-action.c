/* tras-action.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action.h"

const TrasChoice tras_action_kind_choices[] = {
  { "hire", N_("Hire") },
  { "train", N_("Train") },
  { "buy", N_("Buy") },
  { "process", N_("Change a process") },
  { "repair", N_("Repair") },
  { "study", N_("Study") },
  { "todo", N_("To do") },
  { NULL, NULL },
};

static const TrasChoice natures[] = {
  { "plan", N_("Plan") },
  { "contain", N_("Contain") },
  { "correct", N_("Correct") },
  { "prevent", N_("Prevent") },
  { NULL, NULL },
};

static const TrasChoice action_states[] = {
  { "open", N_("Open") },
  { "blocked", N_("Blocked") },
  { "done", N_("Done") },
  { "dropped", N_("Dropped") },
  { NULL, NULL },
};

static const TrasChoice need_kinds[] = {
  { "infrastructure", N_("Infrastructure") },
  { "labour", N_("Labour") },
  { "material", N_("Material") },
  { "service", N_("Service") },
  { NULL, NULL },
};

static const TrasField action_fields[] = {
  TRAS_FIELD (TrasAction, code, TEXT, TRAS_FIELD_ALIAS, N_("Code")),
  TRAS_FIELD (TrasAction, goal_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Goal"), .target = "goal"),
  TRAS_FIELD (TrasAction, deviation_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Deviation"),
              .target = "deviation"),
  TRAS_FIELD (TrasAction, experiment_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Experiment"),
              .target = "experiment"),
  TRAS_FIELD (TrasAction, decision_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Decision"),
              .target = "decision"),
  TRAS_FIELD (TrasAction, kind, CHOICE, TRAS_FIELD_REQUIRED, N_("Kind"),
              .choices = tras_action_kind_choices, .initial = "todo"),
  TRAS_FIELD (TrasAction, nature, CHOICE, TRAS_FIELD_REQUIRED, N_("Nature"), .choices = natures,
              .initial = "plan"),
  TRAS_FIELD (TrasAction, title, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME | TRAS_FIELD_FOLDED,
              N_("Action")),
  TRAS_FIELD (TrasAction, done_when, TEXT, TRAS_FIELD_MULTILINE, N_("Done when")),
  TRAS_FIELD (TrasAction, owner_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Owner"),
              .target = "person"),
  TRAS_FIELD (TrasAction, starts_on, DATE, TRAS_FIELD_PLAIN, N_("Starts")),
  TRAS_FIELD (TrasAction, due_on, DATE, TRAS_FIELD_REQUIRED, N_("Due")),
  TRAS_FIELD (TrasAction, first_due_on, DATE, TRAS_FIELD_PLAIN, N_("First due")),
  TRAS_FIELD (TrasAction, moved, INTEGER, TRAS_FIELD_REQUIRED, N_("Times moved"), .initial = "0"),
  TRAS_FIELD (TrasAction, moved_why, TEXT, TRAS_FIELD_MULTILINE, N_("Why it was moved")),
  TRAS_FIELD (TrasAction, state, CHOICE, TRAS_FIELD_REQUIRED, N_("State"), .choices = action_states,
              .initial = "open"),
  TRAS_FIELD (TrasAction, progress, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Progress"), .initial = "0"),
  TRAS_FIELD (TrasAction, closed_on, DATE, TRAS_FIELD_PLAIN, N_("Closed on")),
  TRAS_FIELD (TrasAction, result, TEXT, TRAS_FIELD_MULTILINE, N_("Result")),
  TRAS_FIELD (TrasAction, weight, REAL, TRAS_FIELD_REQUIRED, N_("Weight"), .initial = "1"),
  TRAS_FIELD (TrasAction, owner_name, TEXT, TRAS_FIELD_PERSONAL | TRAS_FIELD_COMPUTED, N_("Owner")),
  TRAS_FIELD (TrasAction, goal_title, TEXT, TRAS_FIELD_COMPUTED, N_("Goal")),
  TRAS_FIELD (TrasAction, deviation_fact, TEXT, TRAS_FIELD_COMPUTED, N_("Deviation")),
  TRAS_FIELD (TrasAction, serves, TEXT, TRAS_FIELD_COMPUTED, N_("Serves")),
  TRAS_FIELD (TrasAction, area_id, REFERENCE, TRAS_FIELD_COMPUTED, N_("Area"), .target = "area"),
  TRAS_FIELD (TrasAction, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasAction, waits_for, INTEGER, TRAS_FIELD_COMPUTED, N_("Waits for")),
  TRAS_FIELD (TrasAction, planned_minutes, INTEGER, TRAS_FIELD_COMPUTED, N_("Minutes planned")),
  TRAS_FIELD (TrasAction, spent_minutes, INTEGER, TRAS_FIELD_COMPUTED, N_("Minutes spent")),
  TRAS_FIELD (TrasAction, planned_money, MONEY, TRAS_FIELD_COMPUTED, N_("Money planned")),
  TRAS_FIELD (TrasAction, committed_money, MONEY, TRAS_FIELD_COMPUTED, N_("Money committed")),
  TRAS_FIELD (TrasAction, spent_money, MONEY, TRAS_FIELD_COMPUTED, N_("Money spent")),
};

static const TrasTable action_table = {
  .name = "action",
  .view = "action_view",
  .kind = "actions",
  .singular = N_("Action"),
  .plural = N_("Actions"),
  .fields = action_fields,
  .n_fields = G_N_ELEMENTS (action_fields),
  .code = "A",
};

TRAS_DEFINE_RECORD (TrasAction, tras_action, &action_table)

/**
 * tras_action_is_open:
 * @self: an action
 *
 * Returns: whether it is neither done nor dropped
 */
gboolean
tras_action_is_open (TrasAction *self)
{
  g_return_val_if_fail (TRAS_IS_ACTION (self), FALSE);

  return g_strcmp0 (self->state, "open") == 0 || g_strcmp0 (self->state, "blocked") == 0;
}

/**
 * tras_action_move:
 * @self: an action that an edit is about to write
 * @due_on: its new due date
 * @why: (nullable): why it is moved
 *
 * Moves the due date, and remembers where it was first and how often it has moved.
 */
void
tras_action_move (TrasAction *self,
                  TrasDay     due_on,
                  const char *why)
{
  g_return_if_fail (TRAS_IS_ACTION (self));

  if (due_on == self->due_on)
    return;

  if (self->first_due_on == TRAS_DAY_NONE)
    self->first_due_on = self->due_on;
  self->due_on = due_on;
  self->moved++;
  g_free (self->moved_why);
  self->moved_why = g_strdup (why);
}

/**
 * tras_actions_get_span:
 * @actions: (element-type TrasAction): what was to be done about one thing
 * @from: (out): the day on which the first was done
 * @to: (out): the day on which the last was done; %TRAS_DAY_NONE while one is unfinished
 *
 * What was dropped is neither done nor unfinished, and what only contains changes nothing that
 * could be measured.
 *
 * Returns: whether anything is done
 */
gboolean
tras_actions_get_span (GPtrArray *actions,
                       TrasDay   *from,
                       TrasDay   *to)
{
  gboolean open = FALSE;

  g_return_val_if_fail (actions != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  *from = *to = TRAS_DAY_NONE;
  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      open = open || tras_action_is_open (action);
      if (g_strcmp0 (action->state, "done") != 0 || g_strcmp0 (action->nature, "contain") == 0)
        continue;
      *from = *from == TRAS_DAY_NONE ? action->closed_on : MIN (*from, action->closed_on);
      *to = *to == TRAS_DAY_NONE ? action->closed_on : MAX (*to, action->closed_on);
    }
  if (open)
    *to = TRAS_DAY_NONE;

  return *from != TRAS_DAY_NONE;
}

static const TrasField action_need_fields[] = {
  TRAS_FIELD (TrasActionNeed, action_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Action"),
              .target = "action"),
  TRAS_FIELD (TrasActionNeed, what, TEXT, TRAS_FIELD_REQUIRED, N_("What")),
  TRAS_FIELD (TrasActionNeed, kind, CHOICE, TRAS_FIELD_REQUIRED, N_("Kind"), .choices = need_kinds),
  TRAS_FIELD (TrasActionNeed, planned_minutes, INTEGER,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_HOURS | TRAS_FIELD_UNSIGNED,
              N_("Hours planned"), .initial = "0"),
  TRAS_FIELD (TrasActionNeed, spent_minutes, INTEGER,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_HOURS | TRAS_FIELD_UNSIGNED,
              N_("Hours spent"), .initial = "0"),
  TRAS_FIELD (TrasActionNeed, planned_money, MONEY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Money planned"), .initial = "0"),
  TRAS_FIELD (TrasActionNeed, spent_money, MONEY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Money spent"), .initial = "0"),
  TRAS_FIELD (TrasActionNeed, investment, BOOLEAN, TRAS_FIELD_REQUIRED, N_("Investment"),
              .initial = "0"),
  TRAS_FIELD (TrasActionNeed, ready_on, DATE, TRAS_FIELD_PLAIN, N_("Ready")),
};

static const TrasTable action_need_table = {
  .name = "action_need",
  .kind = "action-needs",
  .singular = N_("Need"),
  .plural = N_("Needs"),
  .fields = action_need_fields,
  .n_fields = G_N_ELEMENTS (action_need_fields),
};

TRAS_DEFINE_RECORD (TrasActionNeed, tras_action_need, &action_need_table)

static const TrasField action_after_fields[] = {
  TRAS_FIELD (TrasActionAfter, action_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("Action"), .target = "action"),
  TRAS_FIELD (TrasActionAfter, after_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED,
              N_("After"), .target = "action"),
};

static const TrasTable action_after_table = {
  .name = "action_after",
  .kind = "dependencies",
  .singular = N_("Dependency"),
  .plural = N_("Dependencies"),
  .fields = action_after_fields,
  .n_fields = G_N_ELEMENTS (action_after_fields),
};

TRAS_DEFINE_RECORD (TrasActionAfter, tras_action_after, &action_after_table)

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

/* ---- freezing ---- */

/**
 * tras_goal_check_freeze:
 * @status: how a goal is going
 * @day: the day of @status
 * @by_id: who says so, 0 for nobody in particular
 * @note: what is said, not empty
 *
 * Returns: (transfer full): what is known of the goal, of which no later number changes anything
 */
TrasGoalCheck *
tras_goal_check_freeze (TrasGoalStatus *status,
                        TrasDay         day,
                        gint64          by_id,
                        const char     *note)
{
  TrasGoalCheck *check;

  g_return_val_if_fail (status != NULL, NULL);
  g_return_val_if_fail (note != NULL && *note != '\0', NULL);

  check = tras_goal_check_new ();
  check->goal_id = TRAS_RECORD (status->goal)->id;
  check->checked_on = day;
  check->by_id = by_id;
  check->note = g_strdup (note);
  check->progress = status->pace.progress;
  check->elapsed = status->pace.elapsed;
  check->state = g_strdup (tras_outlook_to_string (status->outlook));

  return check;
}

/**
 * tras_goal_check_value_freeze:
 * @status: how one target of a goal is going
 *
 * Returns: (transfer full): what is known of it, for a check that is still to be set
 */
TrasGoalCheckValue *
tras_goal_check_value_freeze (TrasTargetStatus *status)
{
  TrasGoalCheckValue *value;
  TrasTarget *target;

  g_return_val_if_fail (status != NULL, NULL);

  target = status->target;
  value = tras_goal_check_value_new ();
  value->indicator_id = target->indicator_id;
  value->shape = target->shape;
  value->aim = target->value;
  value->low = target->low;
  value->high = target->high;
  value->current = status->current;
  value->expected = status->expected;

  return value;
}

/**
 * tras_goal_check_make:
 * @status: how a goal is going
 * @day: today
 * @by_id: who says so, 0 for nobody in particular
 * @note: what is said, not empty
 *
 * Freezes what is known of the goal and of each of its targets.
 *
 * Returns: (transfer full): the edit that writes it down
 */
TrasEdit *
tras_goal_check_make (TrasGoalStatus *status,
                      TrasDay         day,
                      gint64          by_id,
                      const char     *note)
{
  g_autoptr (TrasGoalCheck) check = tras_goal_check_freeze (status, day, by_id, note);
  g_autofree char *label = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (check != NULL, NULL);

  /* Translators: an edit; %s is a goal */
  label = g_strdup_printf (_("Check in on “%s”"), status->goal->title);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, check);
  for (guint i = 0; i < status->targets->len; i++)
    {
      g_autoptr (TrasGoalCheckValue) value =
        tras_goal_check_value_freeze (status->targets->pdata[i]);

      tras_edit_insert (edit, value);
      tras_edit_link (edit, value, "goal_check_id", check);
    }

  return edit;
}

/**
 * tras_goal_check_get_pace:
 * @self: a check
 *
 * Returns: what the gap was called on that day
 */
TrasPaceState
tras_goal_check_get_pace (TrasGoalCheck *self)
{
  g_return_val_if_fail (TRAS_IS_GOAL_CHECK (self), TRAS_PACE_UNKNOWN);

  return tras_pace_of (self->progress, self->elapsed).state;
}

/**
 * tras_goal_check_get_outlook:
 * @self: a check
 *
 * Returns: how the goal was going on that day
 */
TrasOutlook
tras_goal_check_get_outlook (TrasGoalCheck *self)
{
  TrasOutlook outlook = TRAS_OUTLOOK_UNKNOWN;

  g_return_val_if_fail (TRAS_IS_GOAL_CHECK (self), TRAS_OUTLOOK_UNKNOWN);

  tras_outlook_from_string (self->state, &outlook);

  return outlook;
}

/**
 * tras_goal_check_value_find:
 * @self: a number of a check
 * @status: how the goal is going now
 *
 * Returns: (transfer none) (nullable): the target that it was frozen from, as far as the goal still
 *   has one of that shape on that indicator
 */
TrasTargetStatus *
tras_goal_check_value_find (TrasGoalCheckValue *self,
                            TrasGoalStatus     *status)
{
  g_return_val_if_fail (TRAS_IS_GOAL_CHECK_VALUE (self), NULL);
  g_return_val_if_fail (status != NULL, NULL);

  for (guint i = 0; i < status->targets->len; i++)
    {
      TrasTargetStatus *target = status->targets->pdata[i];

      if (target->target->indicator_id == self->indicator_id &&
          g_strcmp0 (target->target->shape, self->shape) == 0)
        return target;
    }

  return NULL;
}

/* tras-goal-closing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-goal-closing.h"
#include "tras-sentence.h"

/* What rounding may leave of the whole way. */
#define TOLERANCE 1e-9

/* A value to keep has no end that could be reached; it says nothing against the goal. */
static gboolean
is_unmet (TrasTargetStatus *self)
{
  return !g_str_equal (self->target->shape, "keep") &&
         !(self->pace.progress >= 1.0 - TOLERANCE);
}

/**
 * tras_goal_status_find_unmet:
 * @self: how a goal is going
 *
 * A goal is reached when its targets to reach, and those to add up to, are met; what was not
 * measured is not met. A goal without such a target is reached when its people say so.
 *
 * Returns: (transfer none) (nullable): a target that keeps it from being reached
 */
TrasTargetStatus *
tras_goal_status_find_unmet (TrasGoalStatus *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->targets->len; i++)
    {
      if (is_unmet (self->targets->pdata[i]))
        return self->targets->pdata[i];
    }

  return NULL;
}

/**
 * tras_target_dup_unmet:
 * @self: a target that is not met
 *
 * Returns: (transfer full): which one it is and by how much, and what can be done
 */
char *
tras_target_dup_unmet (TrasTargetStatus *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *current = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  value = tras_sentence_value (self->series, self->target->value, format);
  if (isnan (self->current))
    /* Translators: an indicator and its target */
    return g_strdup_printf (_("Not reached: %s should be %s and has not been measured. Choose "
                              "Missed, or change the target by a decision."),
                            self->series->indicator->name, value);

  current = tras_sentence_value (self->series, self->current, format);
  rest = tras_sentence_value (self->series, fabs (self->target->value - self->current), format);
  /* Translators: an indicator, where it is, its target, and what lies between: “Late orders is at
   * 5.2% and should be 4%: 1.2% away.” */
  return g_strdup_printf (_("Not reached: %s is at %s and should be %s, which is %s away. Choose "
                            "Missed, or change the target by a decision."),
                          self->series->indicator->name, current, value, rest);
}

/**
 * tras_goal_close:
 * @self: a copy of a goal that is not closed
 * @state: reached, missed or dropped
 * @lesson: what was learned, not empty
 * @day: when
 *
 * Whether it may be called reached is for tras_goal_status_find_unmet() to say.
 */
void
tras_goal_close (TrasGoal   *self,
                 const char *state,
                 const char *lesson,
                 TrasDay     day)
{
  g_return_if_fail (TRAS_IS_GOAL (self));
  g_return_if_fail (lesson != NULL && *lesson != '\0');

  self->state = g_intern_string (state);
  self->closed_on = day;
  if (lesson != self->lesson)
    {
      g_free (self->lesson);
      self->lesson = g_strdup (lesson);
    }
}

/**
 * tras_goal_drop_action:
 * @edit: an edit that closes @goal
 * @action: an open action of it
 * @goal: the goal as it is closed
 *
 * Drops the action with its goal.
 */
void
tras_goal_drop_action (TrasEdit   *edit,
                       TrasAction *action,
                       TrasGoal   *goal)
{
  g_autoptr (TrasAction) dropped = tras_record_dup (action);

  dropped->state = g_intern_static_string ("dropped");
  dropped->closed_on = goal->closed_on;
  g_free (dropped->result);
  /* Translators: why an action was dropped; %s is a goal */
  dropped->result = g_strdup_printf (_("Dropped when “%s” was closed"), goal->title);
  tras_edit_update (edit, dropped);
}

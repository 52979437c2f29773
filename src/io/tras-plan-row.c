/* tras-plan-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action.h"
#include "tras-plan-row.h"

#define MINUTES_AN_HOUR 60

/* Hours are thousandths here, as quantities are: finer than a minute. */
#define THOUSANDTHS 1000

static const TrasField fields[] = {
  TRAS_FIELD (TrasPlanRow, goal_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Goal"), .target = "goal"),
  TRAS_FIELD (TrasPlanRow, title, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_NAME, N_("Action")),
  TRAS_FIELD (TrasPlanRow, kind, CHOICE, TRAS_FIELD_REQUIRED, N_("Kind"),
              .choices = tras_action_kind_choices, .initial = "todo"),
  TRAS_FIELD (TrasPlanRow, owner_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Owner"),
              .target = "person"),
  TRAS_FIELD (TrasPlanRow, starts_on, DATE, TRAS_FIELD_PLAIN, N_("Starts")),
  TRAS_FIELD (TrasPlanRow, due_on, DATE, TRAS_FIELD_REQUIRED, N_("Due")),
  TRAS_FIELD (TrasPlanRow, after, TEXT, TRAS_FIELD_MULTILINE, N_("After")),
  TRAS_FIELD (TrasPlanRow, hours, QUANTITY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Hours planned"), .initial = "0"),
  TRAS_FIELD (TrasPlanRow, money, MONEY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Money planned"), .initial = "0"),
  TRAS_FIELD (TrasPlanRow, done_when, TEXT, TRAS_FIELD_MULTILINE, N_("Done when")),
};

static const TrasTable plan_table = {
  .name = "plan_row",
  .kind = "plans",
  .singular = N_("Plan"),
  .plural = N_("Plans"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

TRAS_DEFINE_RECORD (TrasPlanRow, tras_plan_row, &plan_table)

/**
 * tras_plan_row_get_minutes:
 * @self: a row
 *
 * Returns: its hours in minutes, to the nearest one
 */
gint64
tras_plan_row_get_minutes (TrasPlanRow *self)
{
  g_return_val_if_fail (TRAS_IS_PLAN_ROW (self), 0);

  /* The whole hours apart: a number of any size stays one. */
  return self->hours / THOUSANDTHS * MINUTES_AN_HOUR +
         (self->hours % THOUSANDTHS * MINUTES_AN_HOUR + THOUSANDTHS / 2) / THOUSANDTHS;
}

/**
 * tras_plan_row_set_minutes:
 * @self: a row
 * @minutes: 0 or more
 *
 * Gives it the hours from which tras_plan_row_get_minutes() has @minutes again.
 */
void
tras_plan_row_set_minutes (TrasPlanRow *self,
                           gint64       minutes)
{
  g_return_if_fail (TRAS_IS_PLAN_ROW (self));

  self->hours = minutes / MINUTES_AN_HOUR * THOUSANDTHS +
                (minutes % MINUTES_AN_HOUR * THOUSANDTHS + MINUTES_AN_HOUR / 2) / MINUTES_AN_HOUR;
}

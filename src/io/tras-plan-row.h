/* tras-plan-row.h: an action with what it needs and waits for, as one row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PLAN_ROW (tras_plan_row_get_type ())

TRAS_DECLARE_RECORD (TrasPlanRow, tras_plan_row, PLAN_ROW)

/**
 * TrasPlanRow:
 *
 * A row of the kind “plans”: what people write into a spreadsheet. No table of the file has such
 * rows; they become actions, needs and dependencies, and are made of these.
 */
struct _TrasPlanRow
{
  TrasRecord parent_instance;

  gint64 goal_id;
  char *title;
  const char *kind;
  gint64 owner_id;
  TrasDay starts_on;
  TrasDay due_on;
  char *after;
  gint64 hours;
  gint64 money;
  char *done_when;
};

gint64 tras_plan_row_get_minutes (TrasPlanRow *self);
void   tras_plan_row_set_minutes (TrasPlanRow *self,
                                  gint64       minutes);

G_END_DECLS

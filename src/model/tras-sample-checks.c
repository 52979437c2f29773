/* tras-sample-checks.c: what the sample's people have said of their goals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-goal-check.h"
#include "tras-sample-private.h"

static gboolean
add_check (TrasSample      *sample,
           const char      *group,
           TrasDay          day,
           TrasGoalStatus  *status,
           GError         **error)
{
  g_autofree char *note = tras_sample_dup_text (sample, group, "note");
  g_autoptr(TrasGoalCheck) check = NULL;
  gint64 by_id;

  if (!tras_sample_refer (sample, group, "by", "person", &by_id, error))
    return FALSE;

  check = tras_goal_check_freeze (status, day, by_id, note);
  if (!tras_db_insert (sample->db, check, error))
    return FALSE;
  for (guint i = 0; i < status->targets->len; i++)
    {
      g_autoptr(TrasGoalCheckValue) value =
        tras_goal_check_value_freeze (status->targets->pdata[i]);

      value->goal_check_id = TRAS_RECORD (check)->id;
      if (!tras_db_insert (sample->db, value, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_fill_checks:
 * @self: a sample with people, indicators and plans
 * @error: where to put the error
 *
 * Stores check-ins of goals, with the numbers as they stood on their days.
 */
gboolean
tras_sample_fill_checks (TrasSample  *self,
                         GError     **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (self, "check");

  for (guint i = 0; i < groups->len; i++)
    {
      const char *group = groups->pdata[i];
      TrasDay day = tras_sample_get_day (self, group, "day");
      g_autoptr(GPtrArray) series = tras_indicator_series_load_all (self->db, day, error);
      g_autoptr(TrasGoalBoard) board = NULL;
      gint64 goal_id;

      if (series == NULL)
        return FALSE;
      board = tras_goal_board_load (self->db, day, series, error);
      if (board == NULL || !tras_sample_refer (self, group, "goal", "goal", &goal_id, error) ||
          !add_check (self, group, day, tras_goal_board_find (board, goal_id), error))
        return FALSE;
    }

  return TRUE;
}

/* tras-meeting-week.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-meeting-week.h"

/* How old a meeting may be that nobody has ended, in days from its Monday, and still go on. */
#define LONGEST_DAYS 14

/* From this day of the week on, 1 for Monday, the week itself is looked at: it has shown most of
 * what it will. Before, it is the one before. */
#define LATE_IN_THE_WEEK 4

/**
 * tras_meeting_find_going_on:
 * @db: a connection
 * @today: today
 * @review: (out) (transfer full) (nullable): the newest meeting that has begun and has not ended,
 *   of the firm or of an area; %NULL for none
 * @error: where to put the error
 *
 * Returns: whether it is known
 */
gboolean
tras_meeting_find_going_on (TrasDb      *db,
                            TrasDay      today,
                            TrasReview **review,
                            GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_REVIEW);
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (review != NULL, FALSE);

  tras_query_where_null (query, "started_at", FALSE);
  tras_query_where_null (query, "ended_at", TRUE);
  tras_query_where_date (query, "week_on", TRAS_QUERY_GE, today - LONGEST_DAYS);
  tras_query_order (query, "started_at", TRUE);
  found = tras_db_select (db, query, error);
  if (found == NULL)
    return FALSE;

  *review = found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;

  return TRUE;
}

/**
 * tras_meeting_choose_week:
 * @today: today
 * @last_on: the Monday of the newest week whose meeting is over, %TRAS_DAY_NONE for none
 *
 * From Monday to Wednesday the week before is looked at, unless that is done; from Thursday on the
 * week that goes on.
 *
 * Returns: the Monday of the week
 */
TrasDay
tras_meeting_choose_week (TrasDay today,
                          TrasDay last_on)
{
  TrasDay monday = tras_period_first_day (TRAS_EVERY_WEEK, today);

  if (today - monday + 1 >= LATE_IN_THE_WEEK)
    return monday;

  return last_on != TRAS_DAY_NONE && last_on >= monday - 7 ? monday : monday - 7;
}

/**
 * tras_meeting_find_week:
 * @db: a connection
 * @today: today
 * @area_id: an area, 0 for the firm
 * @week_on: (out): the Monday of the week that it is to look at now
 * @error: where to put the error
 *
 * Returns: whether it is known
 */
gboolean
tras_meeting_find_week (TrasDb   *db,
                        TrasDay   today,
                        gint64    area_id,
                        TrasDay  *week_on,
                        GError  **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_REVIEW);
  g_autoptr (GPtrArray) found = NULL;
  TrasDay last_on = TRAS_DAY_NONE;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (week_on != NULL, FALSE);

  tras_query_where_null (query, "ended_at", FALSE);
  if (area_id != 0)
    tras_query_where_int (query, "area_id", TRAS_QUERY_EQ, area_id);
  else
    tras_query_where_null (query, "area_id", TRUE);
  tras_query_order (query, "week_on", TRUE);
  found = tras_db_select (db, query, error);
  if (found == NULL)
    return FALSE;

  if (found->len > 0)
    last_on = TRAS_REVIEW (found->pdata[0])->week_on;
  *week_on = tras_meeting_choose_week (today, last_on);

  return TRUE;
}

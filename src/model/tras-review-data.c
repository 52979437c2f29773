/* tras-review-data.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-review-data.h"

#define CELLS 13

G_DEFINE_BOXED_TYPE (TrasReviewData, tras_review_data, tras_review_data_ref,
                     tras_review_data_unref)

/* Levers, results, people, money. */
static int
get_part (TrasScorecardRow *row)
{
  TrasIndicator *indicator = row->series->indicator;

  if (indicator->lever)
    return 0;
  if (g_strcmp0 (indicator->family, "people") == 0)
    return 2;
  if (g_strcmp0 (indicator->family, "finance") == 0)
    return 3;

  return 1;
}

static int
compare_agenda (gconstpointer a,
                gconstpointer b)
{
  TrasScorecardRow *x = *(TrasScorecardRow *const *) a, *y = *(TrasScorecardRow *const *) b;
  int order = get_part (x) - get_part (y);

  if (order == 0)
    order = g_utf8_collate (x->series->indicator->area_name, y->series->indicator->area_name);
  if (order == 0)
    order = g_utf8_collate (x->series->indicator->name, y->series->indicator->name);

  return order;
}

static int
compare_collectors (gconstpointer a,
                    gconstpointer b)
{
  TrasScorecardRow *x = *(TrasScorecardRow *const *) a, *y = *(TrasScorecardRow *const *) b;
  int order = g_utf8_collate (tras_indicator_series_get_collector (x->series),
                              tras_indicator_series_get_collector (y->series));

  return order != 0 ? order : compare_agenda (a, b);
}

/* An older gap is no news for the week. */
static gboolean
misses_newest (TrasScorecardRow *row)
{
  TrasCell cell;

  tras_indicator_series_get_cell (row->series, row->series->last_due, &cell);

  return cell.state == TRAS_CELL_OPEN;
}

static void
arrange_indicators (TrasReviewData *self)
{
  self->agenda = g_ptr_array_new ();
  self->signals = g_ptr_array_new ();
  self->missing = g_ptr_array_new ();

  g_ptr_array_extend (self->agenda, self->scorecard->rows, NULL, NULL);
  g_ptr_array_sort (self->agenda, compare_agenda);
  for (guint i = 0; i < self->agenda->len; i++)
    {
      TrasScorecardRow *row = self->agenda->pdata[i];

      if (tras_indicator_series_is_signal (row->series))
        g_ptr_array_add (self->signals, row);
      if (misses_newest (row))
        g_ptr_array_add (self->missing, row);
    }
  g_ptr_array_sort (self->missing, compare_collectors);
}

static gboolean
load_indicators (TrasReviewData *self,
                 TrasDb         *db,
                 GError        **error)
{
  g_autoptr (GPtrArray) series = NULL;

  self->scorecard = tras_scorecard_load (db, self->day, CELLS, error);
  if (self->scorecard == NULL)
    return FALSE;
  arrange_indicators (self);

  series = g_ptr_array_new ();
  for (guint i = 0; i < self->scorecard->rows->len; i++)
    {
      TrasScorecardRow *row = self->scorecard->rows->pdata[i];

      g_ptr_array_add (series, row->series);
      if (tras_indicator_series_is_signal (row->series) &&
          !tras_indicator_series_load_marks (row->series, db, error))
        return FALSE;
    }

  self->goals = tras_goal_board_load (db, self->day, series, error);
  if (self->goals == NULL)
    return FALSE;
  self->off_pace = g_ptr_array_new ();
  for (guint i = 0; i < self->goals->goals->len; i++)
    {
      if (tras_goal_status_is_off (self->goals->goals->pdata[i]))
        g_ptr_array_add (self->off_pace, self->goals->goals->pdata[i]);
    }

  return TRUE;
}

static gboolean
load_open_work (TrasReviewData *self,
                TrasDb         *db,
                GError        **error)
{
  g_autoptr (TrasQuery) deviations = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (TrasQuery) checks = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (TrasQuery) actions = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasQuery) experiments = tras_query_new (TRAS_TYPE_EXPERIMENT);

  tras_query_where_text (deviations, "state", TRAS_QUERY_NE, "closed");
  tras_query_where_date (deviations, "opened_on", TRAS_QUERY_LE, self->day + 7);
  tras_query_order (deviations, "opened_on", FALSE);
  tras_query_where_text (checks, "state", TRAS_QUERY_NE, "closed");
  tras_query_where_date (checks, "check_on", TRAS_QUERY_LE, self->day);
  tras_query_order (checks, "check_on", FALSE);
  tras_query_where_text (actions, "state", TRAS_QUERY_NE, "done");
  tras_query_where_text (actions, "state", TRAS_QUERY_NE, "dropped");
  tras_query_where_date (actions, "due_on", TRAS_QUERY_LE, self->day + 7);
  tras_query_order (actions, "due_on", FALSE);
  tras_query_where_null (experiments, "closed_on", TRUE);
  tras_query_where_date (experiments, "stop_on", TRAS_QUERY_LE, self->day + 7);
  tras_query_order (experiments, "stop_on", FALSE);

  self->deviations = tras_db_select (db, deviations, error);
  self->checks = self->deviations != NULL ? tras_db_select (db, checks, error) : NULL;
  self->actions = self->checks != NULL ? tras_db_select (db, actions, error) : NULL;
  self->experiments = self->actions != NULL ? tras_db_select (db, experiments, error) : NULL;
  if (self->experiments == NULL)
    return FALSE;

  for (guint i = 0; i < self->actions->len; i++)
    self->n_late += tras_review_data_is_late (self, self->actions->pdata[i]);

  return TRUE;
}

static gboolean
load_decisions (TrasReviewData *self,
                TrasDb         *db,
                GError        **error)
{
  g_autoptr (TrasQuery) made = tras_query_new (TRAS_TYPE_DECISION);
  g_autoptr (TrasQuery) revisits = tras_query_new (TRAS_TYPE_DECISION);

  tras_query_where_date (made, "decided_on", TRAS_QUERY_GE, self->week_on);
  tras_query_where_date (made, "decided_on", TRAS_QUERY_LE, self->day);
  tras_query_order (made, "decided_on", FALSE);
  tras_query_where_date (revisits, "revisit_on", TRAS_QUERY_LE, self->day);
  tras_query_where_null (revisits, "replaced_by", TRUE);
  tras_query_order (revisits, "revisit_on", FALSE);

  self->decisions = tras_db_select (db, made, error);
  self->revisits = self->decisions != NULL ? tras_db_select (db, revisits, error) : NULL;

  return self->revisits != NULL;
}

/**
 * tras_review_data_load:
 * @db: a connection
 * @day: any day of the week under review
 * @error: where to put the error
 *
 * The series of the signals have their marks.
 *
 * Returns: (transfer full) (nullable): everything that the week's review looks at
 */
TrasReviewData *
tras_review_data_load (TrasDb     *db,
                       TrasDay     day,
                       GError    **error)
{
  g_autoptr (TrasReviewData) self = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self = g_atomic_rc_box_new0 (TrasReviewData);
  self->week_on = tras_period_first_day (TRAS_EVERY_WEEK, day);
  self->day = self->week_on + 6;
  self->firm = tras_firm_load (db, error);
  if (self->firm == NULL || !load_indicators (self, db, error) ||
      !load_open_work (self, db, error) || !load_decisions (self, db, error))
    return NULL;
  self->effects = tras_training_book_load_effects (db, self->day, error);
  if (self->effects == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tras_review_data_find_newest:
 * @db: a connection
 * @today: the present day
 * @error: %TRAS_ERROR_NOT_FOUND where nothing has a number yet
 *
 * The file knows when something was last typed; what is computed is read.
 *
 * Returns: the first day of the newest period that any indicator has a number for;
 *   %TRAS_DAY_NONE with an error
 */
TrasDay
tras_review_data_find_newest (TrasDb   *db,
                              TrasDay   today,
                              GError  **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_INDICATOR);
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (GPtrArray) all = NULL;
  TrasDay newest = TRAS_DAY_NONE;
  gboolean any_computed = FALSE;

  g_return_val_if_fail (TRAS_IS_DB (db), TRAS_DAY_NONE);

  indicators = tras_db_select (db, query, error);
  if (indicators == NULL)
    return TRAS_DAY_NONE;
  for (guint i = 0; i < indicators->len; i++)
    {
      TrasIndicator *indicator = indicators->pdata[i];

      if (tras_indicator_is_computed (indicator))
        any_computed = TRUE;
      else
        newest = MAX (newest, indicator->last_on);
    }

  all = any_computed ? tras_indicator_series_load_all (db, today, error) : g_ptr_array_new ();
  if (all == NULL)
    return TRAS_DAY_NONE;
  for (guint i = 0; i < all->len; i++)
    {
      TrasIndicatorSeries *series = all->pdata[i];

      if (series->n > 0)
        newest = MAX (newest, tras_period_start (series->every, series->periods[series->n - 1]));
    }
  if (newest == TRAS_DAY_NONE)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND,
                         _("Nothing was measured yet; which week to review is to be given"));

  return newest;
}

/**
 * tras_review_data_is_late:
 * @self: a review
 * @action: one of its actions
 *
 * Returns: whether it was due by the end of the week under review
 */
gboolean
tras_review_data_is_late (TrasReviewData *self,
                          TrasAction     *action)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TRAS_IS_ACTION (action), FALSE);

  return action->due_on <= self->day;
}

/**
 * tras_review_data_ref:
 * @self: a review
 *
 * Returns: (transfer full): @self
 */
TrasReviewData *
tras_review_data_ref (TrasReviewData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasReviewData *self = data;

  g_clear_pointer (&self->agenda, g_ptr_array_unref);
  g_clear_pointer (&self->signals, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->off_pace, g_ptr_array_unref);
  g_clear_pointer (&self->deviations, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->experiments, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->revisits, g_ptr_array_unref);
  g_clear_pointer (&self->effects, tras_training_book_unref);
  g_clear_pointer (&self->goals, tras_goal_board_unref);
  g_clear_pointer (&self->scorecard, tras_scorecard_unref);
  g_clear_object (&self->firm);
}

/**
 * tras_review_data_unref:
 * @self: (transfer full): a review
 */
void
tras_review_data_unref (TrasReviewData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/* tras-scorecard.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-scorecard.h"

G_DEFINE_BOXED_TYPE (TrasScorecard, tras_scorecard, tras_scorecard_ref, tras_scorecard_unref)

static void
row_free (gpointer data)
{
  TrasScorecardRow *row = data;

  tras_indicator_series_unref (row->series);
  g_array_unref (row->missing);
  g_free (row->cells);
  g_free (row);
}

static TrasScorecardRow *
row_new (TrasIndicatorSeries *series,
         guint                n_cells)
{
  TrasScorecardRow *row = g_new0 (TrasScorecardRow, 1);
  gint32 last = tras_period_index (series->every, series->day);

  row->series = tras_indicator_series_ref (series);
  row->cells = g_new (TrasCell, n_cells);
  row->missing = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint i = 0; i < n_cells; i++)
    {
      TrasCell *cell = &row->cells[i];

      tras_indicator_series_get_cell (series, last + 1 + (gint32) i - (gint32) n_cells, cell);
      if (cell->state == TRAS_CELL_MEASURED)
        row->newest = cell;
      else if (cell->state == TRAS_CELL_OPEN)
        g_array_append_val (row->missing, cell->period);
    }

  return row;
}

/**
 * tras_scorecard_load:
 * @db: a connection
 * @day: the day to see it from: nothing later counts
 * @n_cells: how many periods a row shows, 1 or more; usually 13
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the scorecard
 */
TrasScorecard *
tras_scorecard_load (TrasDb     *db,
                     TrasDay     day,
                     guint       n_cells,
                     GError    **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) retired = NULL;
  TrasScorecard *self;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (n_cells > 0, NULL);

  all = tras_indicator_series_load_both (db, day, &retired, error);
  if (all == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (TrasScorecard);
  self->day = day;
  self->n_cells = n_cells;
  self->rows = g_ptr_array_new_full (all->len, row_free);
  self->retired = g_ptr_array_new_full (retired->len, row_free);
  for (guint i = 0; i < retired->len; i++)
    g_ptr_array_add (self->retired, row_new (retired->pdata[i], n_cells));
  for (guint i = 0; i < all->len; i++)
    {
      TrasScorecardRow *row = row_new (all->pdata[i], n_cells);
      const TrasVerdict *verdict = row->series->verdict;

      self->counts[verdict->variation][verdict->assurance]++;
      self->n_signals += tras_indicator_series_is_signal (row->series);
      self->n_missing += row->missing->len > 0;
      self->feeds |= row->series->feeds;
      g_ptr_array_add (self->rows, row);
    }

  return self;
}

/**
 * tras_scorecard_ref:
 * @self: a scorecard
 *
 * Returns: (transfer full): @self
 */
TrasScorecard *
tras_scorecard_ref (TrasScorecard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasScorecard *self = data;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->retired);
}

/**
 * tras_scorecard_unref:
 * @self: (transfer full): a scorecard
 */
void
tras_scorecard_unref (TrasScorecard *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

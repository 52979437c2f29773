/* tras-board-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-board-csv.h"
#include "tras-csv-writer.h"

static TrasCsvWriter *
writer_new (GOutputStream     **stream,
            const char *const  *headers)
{
  TrasCsvWriter *writer;

  *stream = g_memory_output_stream_new_resizable ();
  writer = tras_csv_writer_new (*stream, ',', TRAS_CSV_WRITER_MARK);
  for (guint i = 0; headers[i] != NULL; i++)
    tras_csv_writer_add_plain (writer, headers[i]);

  return writer;
}

static GBytes *
writer_finish (TrasCsvWriter  *writer,
               GOutputStream  *stream,
               GError        **error)
{
  if (!tras_csv_writer_flush (writer, error) || !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
add_int (TrasCsvWriter *writer,
         gint64         value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  tras_csv_writer_add_plain (writer, text);
}

/* The week as every spreadsheet sorts it, and the day that it begins on. */
static void
add_week (TrasCsvWriter *writer,
          TrasDay        monday)
{
  g_autofree char *week = NULL;
  g_autofree char *day = tras_day_to_iso (monday);
  int iso_year, iso_week;

  tras_day_iso_week (monday, &iso_year, &iso_week);
  week = g_strdup_printf ("%04d-W%02d", iso_year, iso_week);
  tras_csv_writer_add_plain (writer, week);
  tras_csv_writer_add_plain (writer, day);
}

/**
 * tras_board_csv_of_load:
 * @board: what plans take of people's time
 * @error: where to put the error
 *
 * One row a person and week, in whole minutes. What nobody has taken on has no person.
 *
 * Returns: (transfer full) (nullable): a CSV file
 */
GBytes *
tras_board_csv_of_load (TrasLoadBoard  *board,
                        GError        **error)
{
  static const char *const headers[] = { "person", "area", "week", "from", "needed_minutes",
                                         "worked_minutes", NULL };
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (TrasCsvWriter) writer = NULL;

  g_return_val_if_fail (board != NULL, NULL);

  writer = writer_new (&stream, headers);
  if (!tras_csv_writer_end_row (writer, error))
    return NULL;
  for (guint i = 0; i < board->rows->len; i++)
    {
      TrasLoadRow *row = board->rows->pdata[i];

      for (guint j = 0; j < board->n_weeks; j++)
        {
          tras_csv_writer_add_text (writer, row->person != NULL ? row->person->name : NULL);
          tras_csv_writer_add_text (writer, row->person != NULL ? row->person->area_name : NULL);
          add_week (writer, tras_load_board_get_monday (board, j));
          add_int (writer, row->needed[j]);
          add_int (writer, row->worked[j]);
          if (!tras_csv_writer_end_row (writer, error))
            return NULL;
        }
    }

  return writer_finish (writer, stream, error);
}

static void
add_money (TrasCsvWriter *writer,
           gint64         minor_units,
           const char    *currency)
{
  g_autofree char *text = tras_decimal_to_text (minor_units,
                                                tras_currency_get_decimals (currency));

  tras_csv_writer_add_plain (writer, text);
}

/**
 * tras_board_csv_of_money:
 * @board: what plans take of money
 * @grouping: what a row stands for
 * @error: where to put the error
 *
 * One row for running cost and one for investment of each goal, area or month that has any.
 *
 * Returns: (transfer full) (nullable): a CSV file
 */
GBytes *
tras_board_csv_of_money (TrasMoneyBoard     *board,
                         TrasMoneyGrouping   grouping,
                         GError            **error)
{
  static const char *const names[] = {
    [TRAS_MONEY_BY_GOAL] = "goal",
    [TRAS_MONEY_BY_AREA] = "area",
    [TRAS_MONEY_BY_MONTH] = "month",
  };
  const char *const headers[] = { names[grouping], "investment", "planned", "committed", "spent",
                                  NULL };
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (TrasCsvWriter) writer = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (board != NULL, NULL);

  rows = board->rows[grouping];
  writer = writer_new (&stream, headers);
  if (!tras_csv_writer_end_row (writer, error))
    return NULL;
  for (guint i = 0; i < rows->len * 2; i++)
    {
      const TrasMoneyRow *row = rows->pdata[i / 2];
      const TrasMoney *money = &row->money[i % 2 == 0 ? TRAS_MONEY_RUNNING : TRAS_MONEY_INVESTMENT];
      g_autofree char *month = NULL;

      if (money->planned == 0 && money->committed == 0 && money->spent == 0)
        continue;
      if (grouping == TRAS_MONEY_BY_MONTH)
        {
          month = tras_day_to_iso (row->month);
          month[strlen ("YYYY-MM")] = '\0';
        }
      tras_csv_writer_add_text (writer, month != NULL ? month : row->name);
      add_int (writer, i % 2);
      add_money (writer, money->planned, board->currency);
      add_money (writer, money->committed, board->currency);
      add_money (writer, money->spent, board->currency);
      if (!tras_csv_writer_end_row (writer, error))
        return NULL;
    }

  return writer_finish (writer, stream, error);
}

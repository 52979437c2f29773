/* tras-board-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

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

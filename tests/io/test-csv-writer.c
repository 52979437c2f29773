/* test-csv-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-csv-encoding.h"
#include "tras-csv-reader.h"
#include "tras-csv-writer.h"

static GBytes *
get_bytes (GOutputStream *stream)
{
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_forms (void)
{
  static const char *const texts[] =
  {
    "plain", "", NULL, "a,b", "a;b", "a\"b", "a\nb", " a", "a ", "=1+1", "+34", "-5", "@x", "\tx",
    "\rx", "'=1", "'a", "'", "a=1",
  };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TrasCsvWriter) writer = tras_csv_writer_new (stream, ';', TRAS_CSV_WRITER_MARK);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *all = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    tras_csv_writer_add_text (writer, texts[i]);
  tras_csv_writer_add_plain (writer, "-5.50");
  tras_csv_writer_add_plain (writer, NULL);
  g_assert_true (tras_csv_writer_end_row (writer, NULL));
  tras_csv_writer_add_text (writer, NULL);
  g_assert_true (tras_csv_writer_end_row (writer, NULL));
  g_assert_true (tras_csv_writer_flush (writer, NULL));

  bytes = get_bytes (stream);
  all = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpstr (all, ==,
                   "\xef\xbb\xbf" "plain;\"\";;a,b;\"a;b\";\"a\"\"b\";\"a\nb\";\" a\";\"a \";"
                   "'=1+1;'+34;'-5;'@x;'\tx;\"'\rx\";''=1;'a;';a=1;-5.50;\r\n\"\"\r\n");
}

/* Text of what is dangerous: all marks that mean something to a reader or a spreadsheet. */
static char *
random_text (GRand *rand)
{
  static const char *const parts[] =
  {
    "a", "ñ", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "'", "=", "+", "-", "@",
    "''=", "\xef\xbb\xbf", "\xe2\x88\x92", "0", ".", "😀", "%", "\x01", "\x1f",
  };
  GString *out = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    g_string_append (out, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);

  return g_string_free (out, FALSE);
}

static void
test_identity (void)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);

  for (guint round = 0; round < 4000; round++)
    {
      char delimiter = delimiters[round % G_N_ELEMENTS (delimiters)];
      TrasCsvWriterFlags flags = g_rand_int_range (rand, 0, 4);
      guint n_rows = g_rand_int_range (rand, 1, 6), n_columns = g_rand_int_range (rand, 1, 6);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (TrasCsvWriter) writer = tras_csv_writer_new (stream, delimiter, flags);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) text = NULL;
      g_autoptr (TrasCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      const TrasCsvRow *row;
      guint n = 0;

      for (guint i = 0; i < n_rows; i++)
        {
          for (guint j = 0; j < n_columns; j++)
            {
              char *cell = n_columns > 1 && g_rand_int_range (rand, 0, 8) == 0
                           ? NULL : random_text (rand);

              tras_csv_writer_add_text (writer, cell);
              g_ptr_array_add (cells, cell);
            }
          g_assert_true (tras_csv_writer_end_row (writer, NULL));
        }
      g_assert_true (tras_csv_writer_flush (writer, NULL));

      bytes = get_bytes (stream);
      g_assert_cmpint (tras_csv_guess_encoding (bytes), ==, TRAS_CSV_UTF8);
      text = tras_csv_decode (bytes, TRAS_CSV_UTF8, &error);
      g_assert_no_error (error);
      reader = tras_csv_reader_new (text, delimiter, TRAS_CSV_READER_NONE);
      while ((row = tras_csv_reader_next (reader, &error)) != NULL)
        {
          g_assert_cmpuint (row->n_cells, ==, n_columns);
          for (guint j = 0; j < n_columns; j++, n++)
            {
              const char *cell = g_ptr_array_index (cells, n);
              g_autofree char *found = tras_csv_cell_dup_text (&row->cells[j]);

              g_assert_cmpstr (found, ==, cell != NULL ? cell : "");
              if (*found == '\0')
                g_assert_cmpint (row->cells[j].quoted, ==, cell != NULL);
            }
        }
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, cells->len);
    }
}

/* No text cell that a spreadsheet could run, whatever quotes stand around it. */
static void
test_no_formula (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (TrasCsvWriter) writer = tras_csv_writer_new (stream, ',', TRAS_CSV_WRITER_LF);
      g_autofree char *text = random_text (rand);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (TrasCsvReader) reader = NULL;
      const TrasCsvRow *row;

      tras_csv_writer_add_text (writer, text);
      g_assert_true (tras_csv_writer_end_row (writer, NULL));
      g_assert_true (tras_csv_writer_flush (writer, NULL));
      bytes = get_bytes (stream);
      reader = tras_csv_reader_new (bytes, ',', TRAS_CSV_READER_RAW);
      row = tras_csv_reader_next (reader, NULL);
      g_assert_nonnull (row);
      if (row->cells[0].length > 0)
        g_assert_null (memchr ("=+-@\t\r", *row->cells[0].text, 6));
    }
}

static void
test_invalid_text (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TrasCsvWriter) writer = tras_csv_writer_new (stream, ',', TRAS_CSV_WRITER_LF);
  g_autoptr (GBytes) bytes = NULL;

  tras_csv_writer_add_text (writer, "a\xff");
  g_assert_true (tras_csv_writer_end_row (writer, NULL));
  g_assert_true (tras_csv_writer_flush (writer, NULL));
  bytes = get_bytes (stream);
  g_assert_true (g_utf8_validate_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                      NULL));
}

static void
test_closed_stream (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TrasCsvWriter) writer = tras_csv_writer_new (stream, ',', TRAS_CSV_WRITER_LF);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  tras_csv_writer_add_text (writer, "a");
  g_assert_true (tras_csv_writer_end_row (writer, &error));
  g_assert_false (tras_csv_writer_flush (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-writer/forms", test_forms);
  g_test_add_func ("/csv-writer/identity", test_identity);
  g_test_add_func ("/csv-writer/no-formula", test_no_formula);
  g_test_add_func ("/csv-writer/invalid-text", test_invalid_text);
  g_test_add_func ("/csv-writer/closed-stream", test_closed_stream);

  return g_test_run ();
}

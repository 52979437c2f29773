/* test-csv-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-csv-encoding.h"
#include "tras-csv-reader.h"
#include "tras-error.h"

/* A text as rows: cells joined by U+241F, rows by U+241E, quoted empty cells as “”. */
static char *
read_all (const char          *text,
          char                 delimiter,
          TrasCsvReaderFlags   flags,
          GError             **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TrasCsvReader) reader = tras_csv_reader_new (bytes, delimiter, flags);
  GString *out = g_string_new (NULL);
  const TrasCsvRow *row;
  guint line = 0;

  while ((row = tras_csv_reader_next (reader, error)) != NULL)
    {
      g_assert_cmpuint (row->line, >, line);
      line = row->line;
      if (out->len > 0)
        g_string_append (out, "␞");
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_string_append (out, i > 0 ? "␟" : "");
          if (row->cells[i].length == 0 && row->cells[i].quoted)
            g_string_append (out, "“”");
          g_string_append_len (out, row->cells[i].text, row->cells[i].length);
        }
    }

  g_assert_null (tras_csv_reader_next (reader, NULL));

  return g_string_free (out, FALSE);
}

static void
test_rows (void)
{
  static const struct
  {
    const char         *text;
    char                delimiter;
    TrasCsvReaderFlags  flags;
    const char         *rows;
  } rows[] =
  {
    { "", ',', 0, "" }, { "\n\r\n\r", ',', 0, "" }, { "a", ',', 0, "a" }, { "a,b", ',', 0, "a␟b" },
    { "a,b\n", ',', 0, "a␟b" }, { "a,b\r\nc,d\r\n", ',', 0, "a␟b␞c␟d" },
    { "a,b\rc,d\r", ',', 0, "a␟b␞c␟d" }, { "a\n\nb\r\r\nc", ',', 0, "a␞b␞c" },
    { ",", ',', 0, "␟" }, { "a,", ',', 0, "a␟" }, { ",\n,a", ',', 0, "␟␞␟a" },
    { "\"\"", ',', 0, "“”" }, { "\"\",\"\"\n", ',', 0, "“”␟“”" },
    { "\"a,b\";c", ';', 0, "a,b␟c" }, { "\"a\"\"b\"", ',', 0, "a\"b" },
    { "\"\"\"\"", ',', 0, "\"" }, { "\"\"\"a\"\"\",\"\"\"\"\"\"", ',', 0, "\"a\"␟\"\"" },
    { "\"a\r\nb\"\n\"c\nd\re\"", ',', 0, "a\r\nb␞c\nd\re" }, { "a\"b,\"c\"", ',', 0, "a\"b␟c" },
    { " \"a\" ,b", ',', 0, " \"a\" ␟b" }, { "a\tb|c", '\t', 0, "a␟b|c" }, { "a|b", '|', 0, "a␟b" },
    { "a,b,\n1,2,\n", ',', TRAS_CSV_READER_TRAILING, "a␟b␞1␟2" },
    { "a,\"\"\n", ',', TRAS_CSV_READER_TRAILING, "a␟“”" }, { "a;\n;", ';', 0, "a␟␞␟" },
    { "'=1,'-2,'+,'@x,'a,','", ',', 0, "=1␟-2␟+␟@x␟'a␟'␟'" },
    { "''=1,\"'=\"\"\",'\t,\"'\r\"", ',', 0, "'=1␟=\"␟\t␟\r" },
    { "'=1,''=1", ',', TRAS_CSV_READER_RAW, "'=1␟''=1" }, { "-5,=1", ',', 0, "-5␟=1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *all = read_all (rows[i].text, rows[i].delimiter, rows[i].flags, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (all, ==, rows[i].rows);
    }
}

/* Rows of every length, of bytes that stops nearly are: whatever is read at once, a cell ends at
 * the first stop and nowhere else. */
static void
test_ends (void)
{
  static const char near[] = "\v\f\x0e\b-+.m\xc2\xac\xc2\x8d\xc2\x8a";
  static const char stops[] = { ',', '\n', '\r' };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint n = 0; n < 20000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *all = NULL;
      gboolean begins = TRUE;

      for (int left = g_rand_int_range (rand, 0, 40); left > 0; left--)
        {
          char stop = stops[g_rand_int_range (rand, 0, G_N_ELEMENTS (stops))];
          char other = near[g_rand_int_range (rand, 0, sizeof near - 1)];

          if (g_rand_int_range (rand, 0, 6) > 0)
            {
              g_string_append (expected, begins && expected->len > 0 ? "␞" : "");
              g_string_append_c (expected, other);
              g_string_append_c (text, other);
              begins = FALSE;
              continue;
            }
          g_string_append (expected, stop == ',' && begins && expected->len > 0 ? "␞" : "");
          g_string_append (expected, stop == ',' ? "␟" : "");
          g_string_append_c (text, stop);
          begins = stop != ',';
        }

      all = read_all (text->str, ',', TRAS_CSV_READER_RAW, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (all, ==, expected->str);
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    const char *begin;
  } rows[] =
  {
    { "\"", "Line 1, column 1: the quote" }, { "a,\"b", "Line 1, column 2: the quote" },
    { "a\n\n\"b\nc\nd", "Line 3, column 1: the quote" },
    { "\"x\r\ny\",\"z\nw\",\"a\" b\n", "Line 3, column 3: there is text" },
    { "\"a\"b", "Line 1, column 1: there is text" }, { "\"a\"\"", "Line 1, column 1: the quote" },
    { "a,b\r\n1,\"2\"\"\"3", "Line 2, column 2: there is text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *all = read_all (rows[i].text, ',', 0, &error);

      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, rows[i].begin))
        g_error ("%s: %s", rows[i].text, error->message);
    }
}

static void
test_wide (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (TRAS_CSV_COLUMNS_MAX, ',');
  g_autofree char *all = read_all (text, ',', 0, &error);
  g_autofree char *fits = NULL;

  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_clear_error (&error);

  fits = read_all (text + 1, ',', 0, &error);
  g_assert_no_error (error);
}

static void
test_ragged (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\n1\n1,2,3\n,\n1,2", 18);
  g_autoptr (TrasCsvReader) reader = tras_csv_reader_new (bytes, ',', TRAS_CSV_READER_NONE);
  g_autoptr (GError) error = NULL;
  const TrasCsvRow *row;

  row = tras_csv_reader_next (reader, NULL);
  g_assert_true (tras_csv_row_check (row, 2, NULL));
  g_assert_false (tras_csv_row_is_empty (row));

  row = tras_csv_reader_next (reader, NULL);
  g_assert_false (tras_csv_row_check (row, 2, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, "Line 2, column 1: the row ends"));
  g_clear_error (&error);

  row = tras_csv_reader_next (reader, NULL);
  g_assert_false (tras_csv_row_check (row, 2, &error));
  g_assert_true (g_str_has_prefix (error->message, "Line 3, column 3: the row goes on"));

  row = tras_csv_reader_next (reader, NULL);
  g_assert_true (tras_csv_row_is_empty (row));
  g_assert_cmpfloat (tras_csv_reader_get_fraction (reader), <, 1);
  row = tras_csv_reader_next (reader, NULL);
  g_assert_cmpuint (row->line, ==, 5);
  g_assert_cmpfloat (tras_csv_reader_get_fraction (reader), ==, 1);
}

static void
check_spectrum (const char *path)
{
  g_autofree char *answer_path = g_strconcat (path, ".json", NULL);
  g_autofree char *answer = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GVariant) expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (TrasCsvReader) reader = NULL;
  const TrasCsvRow *row;
  const char *begin, *end;
  gsize length, n_rows = 0;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_file_get_contents (answer_path, &answer, NULL, &error);
  g_assert_no_error (error);

  /* Arrays of strings are written alike in JSON and in GVariant's text format. */
  begin = strstr (answer, "\"rows\":");
  g_assert_nonnull (begin);
  expected = g_variant_parse (G_VARIANT_TYPE ("aas"), begin + strlen ("\"rows\":"), NULL, &end,
                              &error);
  g_assert_no_error (error);

  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  text = tras_csv_decode (bytes, tras_csv_guess_encoding (bytes), &error);
  g_assert_no_error (error);
  reader = tras_csv_reader_new (text, ',', TRAS_CSV_READER_NONE);
  for (; (row = tras_csv_reader_next (reader, &error)) != NULL; n_rows++)
    {
      g_autoptr (GVariant) cells = NULL;

      g_assert_cmpuint (n_rows, <, g_variant_n_children (expected));
      cells = g_variant_get_child_value (expected, n_rows);
      g_assert_cmpuint (row->n_cells, ==, g_variant_n_children (cells));
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_autoptr (GVariant) cell = g_variant_get_child_value (cells, i);
          g_autofree char *found = tras_csv_cell_dup_text (&row->cells[i]);

          g_assert_cmpstr (found, ==, g_variant_get_string (cell, NULL));
        }
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, g_variant_n_children (expected));
}

static void
test_spectrum (void)
{
  const char *shared = g_getenv ("TRASTIENDA_SHARED_DATA");
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  if (shared == NULL)
    {
      g_test_skip ("TRASTIENDA_SHARED_DATA names no folder with csv-spectrum");
      return;
    }

  folder = g_build_filename (shared, "csv-spectrum", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".csv"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_test_message ("%s", name);
        check_spectrum (path);
        n++;
      }
  g_assert_cmpuint (n, ==, 12);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-reader/rows", test_rows);
  g_test_add_func ("/csv-reader/ends", test_ends);
  g_test_add_func ("/csv-reader/errors", test_errors);
  g_test_add_func ("/csv-reader/wide", test_wide);
  g_test_add_func ("/csv-reader/ragged", test_ragged);
  g_test_add_func ("/csv-reader/spectrum", test_spectrum);

  return g_test_run ();
}

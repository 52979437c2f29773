/* test-csv-guess.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-csv-guess.h"
#include "tras-error.h"
#include "tras-number.h"

static TrasCsvDialect *
guess_text (const char             *text,
            const TrasCsvOverrides *overrides)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TrasCsvDialect *dialect = tras_csv_dialect_guess (bytes, overrides, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dialect);

  return dialect;
}

/* A dialect as a short text: delimiter, H with a header, T with a trailing separator, then each
 * column: - empty, t text, n with its marks, d with its order; ? where it is ambiguous, % for
 * percentages, ! with misfits. */
static char *
summarize (const TrasCsvDialect *dialect)
{
  static const char *const order_names[] = { "ymd", "dmy", "mdy" };
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%c%s%s", dialect->delimiter == '\t' ? '>' : dialect->delimiter,
                          dialect->header ? "H" : "", dialect->trailing ? "T" : "");
  for (guint i = 0; i < dialect->n_columns; i++)
    {
      const TrasCsvColumn *column = &dialect->columns[i];

      g_string_append_c (out, ' ');
      switch (column->type)
        {
        case TRAS_CSV_EMPTY:
          g_string_append_c (out, '-');
          break;
        case TRAS_CSV_TEXT:
          g_string_append_c (out, 't');
          break;
        case TRAS_CSV_NUMBER:
          g_string_append_printf (out, "n%s%s%s%s", column->marks.decimal, column->marks.group,
                                  column->percent ? "%" : "", column->marks_ambiguous ? "?" : "");
          break;
        case TRAS_CSV_DATE:
          g_string_append_printf (out, "d%s%s", order_names[column->date_order],
                                  column->order_ambiguous ? "?" : "");
          break;
        default:
          g_assert_not_reached ();
        }
      if (column->n_misfits > 0)
        g_string_append_c (out, '!');
    }

  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  static const struct
  {
    const char *text, *summary;
  } rows[] =
  {
    /* Spanish, Italian, Portuguese: semicolons, decimal commas, days first. */
    { "fecha;indicador;valor\n13/01/2026;pedidos;1.234,56\n20/01/2026;pedidos;987,5\n",
      ";H ddmy t n,." },
    { "data;valore\n05/01/2026;12,5\n12/01/2026;13,25\n19/01/2026;14\n", ";H ddmy n,." },
    { "data;valor\r\n31/12/2025;R\r\n", ";H ddmy t" },
    { "lunes;1,5\nmartes;2,5\n", "; t n,." },
    { "fecha;valor, en €\n2026-01-05;1,5\n2026-01-12;2,5\n", ";H dymd n,." },
    { "a;b\n1 234,5;1\n999 999;2\n", ";H n,  n,." },
    /* English and American. */
    { "date,value\n01/13/2026,\"1,234.56\"\n01/20/2026,987.5\n", ",H dmdy n.," },
    { "date\tvalue\n2026-01-05\t1'234.5\n", ">H dymd n.'" },
    { "indicator,date,value\nlate,2014-05-01,2.9999999999999999E-2\nlate,2014-05-02,0.12\n",
      ",H t dymd n.," },
    { "a|b\n1|x\n", "|H n., t" },
    { "week,value\n2026-W47,12 %\n2026-W48,13.5%\n", ",H dymd n.,%" },
    /* What one column does not tell, another does. */
    { "a;b\n1.234;0,5\n2.345;0,75\n", ";H n,. n,." },
    { "a;b\n1.234;0.5\n2.345;0.75\n", ";H n., n.," },
    { "a;b\n01/02/2026;13/02/2026\n", ";H ddmy ddmy" },
    { "a;b\n01/02/2026;02/13/2026\n", ";H dmdy dmdy" },
    { "a,b\n01/02/2026,1\n02/03/2026,1\n03/30/2026,1\n", ",H dmdy n.," },
    /* What nothing tells. */
    { "a;b\n1.234;x\n2.345;y\n", ";H n,.? t" },
    { "a,b\n1.234,x\n2.345,y\n", ",H n.,? t" },
    { "a,b\n01/02/2026,x\n03/04/2026,y\n", ",H ddmy? t" },
    /* Shape. */
    { "a;b;\n1;2;\n3;4;\n", ";HT n,. n,." },
    { "a;b\n1;2;\n3;4;\n", ";HT n,. n,." },
    { "a;b;\n1;2\n3;4;\n", ";H n,. n,. -" },
    { "a;b\n1;\n2;\n", ";H n,. -" },
    { "1,2\n3,4\n", ", n., n.," },
    { "value\n1,5\n2,5\n", ",H n.," },
    { "only\n", ",H -" },
    { "a,b\n,\n1,2\n,\n", ",H n., n.," },
    { "\"a;x\";\"b\"\n\"1;2\";\"3,5\"\n", ";H t n,." },
    { "code,note\n007,\"one; two\"\n008,\"three; four\"\n", ",H n., t" },
    { "t\n10:30\n11:45\n", ",H t" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrasCsvDialect) dialect = guess_text (rows[i].text, NULL);
      g_autofree char *summary = summarize (dialect);

      if (strcmp (summary, rows[i].summary) != 0)
        g_error ("%s: “%s” instead of “%s”", rows[i].text, summary, rows[i].summary);
    }
}

static void
test_misfit (void)
{
  GString *text = g_string_new ("date;value\n");
  g_autoptr (TrasCsvDialect) dialect = NULL;
  g_autofree char *description = NULL;

  for (guint i = 1; i <= 28; i++)
    g_string_append_printf (text, "%02u/02/2026;%u,5\n", i, i);
  g_string_append (text, "someday;n/a\n01/03/2026\n");
  dialect = guess_text (text->str, NULL);
  g_string_free (text, TRUE);

  g_assert_cmpuint (dialect->n_rows, ==, 30);
  g_assert_cmpuint (dialect->n_ragged, ==, 1);
  g_assert_cmpint (dialect->columns[0].type, ==, TRAS_CSV_DATE);
  g_assert_cmpuint (dialect->columns[0].n_misfits, ==, 1);
  g_assert_cmpint (dialect->columns[1].type, ==, TRAS_CSV_NUMBER);
  g_assert_cmpuint (dialect->columns[1].n_values, ==, 29);
  g_assert_cmpuint (dialect->columns[1].n_misfits, ==, 1);
  g_assert_cmpuint (dialect->columns[1].decimals, ==, 1);

  description = tras_csv_dialect_describe (dialect);
  g_assert_cmpstr (description, ==,
                   "Cells are separated by semicolons, the text is in UTF-8. "
                   "The first row names the columns. Dates are day, month, year. "
                   "Numbers are written like 1.234,56. 1 row is not as wide as the first.");
}

static void
test_far_down (void)
{
  GString *text = g_string_new ("date,value\n");
  g_autoptr (TrasCsvDialect) dialect = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "01/02/2026,1.234\n");
  g_string_append (text, "02/13/2026,12.5\n");
  dialect = guess_text (text->str, NULL);
  g_string_free (text, TRUE);

  g_assert_cmpint (dialect->columns[0].date_order, ==, TRAS_DATE_ORDER_MDY);
  g_assert_false (dialect->columns[0].order_ambiguous);
  g_assert_false (dialect->columns[1].marks_ambiguous);
}

static void
test_overrides (void)
{
  static const char text[] = "a,b;c\n01/02/2026;1.234;x\n";
  TrasCsvOverrides overrides = TRAS_CSV_GUESS_ALL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (TrasCsvDialect) dialect = NULL;
    g_autofree char *summary = NULL;

    overrides.delimiter = ';';
    overrides.decimal = ".";
    overrides.date_order = TRAS_DATE_ORDER_MDY;
    overrides.header = 0;
    dialect = guess_text ("01/02/2026;1.234\n", &overrides);
    summary = summarize (dialect);
    g_assert_cmpstr (summary, ==, "; dmdy n.,");
  }
  {
    g_autoptr (TrasCsvDialect) dialect = NULL;
    g_autofree char *summary = NULL;

    overrides.decimal = ",";
    overrides.group = "";
    dialect = guess_text ("01/02/2026;1,234\n01/02/2026;1.5", &overrides);
    summary = summarize (dialect);
    g_assert_cmpstr (summary, ==, "; dmdy t");
  }
  {
    g_autoptr (TrasCsvDialect) dialect = NULL;
    g_autofree char *summary = NULL;

    overrides.decimal = NULL;
    overrides.group = "_";
    overrides.header = 1;
    dialect = guess_text ("1;2\n1_234,5;1\n", &overrides);
    summary = summarize (dialect);
    g_assert_cmpstr (summary, ==, ";H n,_ n,_");
  }

  overrides.encoding = "klingon";
  g_assert_null (tras_csv_dialect_guess (bytes, &overrides, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_clear_error (&error);

  overrides.encoding = NULL;
  overrides.delimiter = '"';
  g_assert_null (tras_csv_dialect_guess (bytes, &overrides, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
}

static void
test_encodings (void)
{
  static const char *const charsets[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "CP1252" };
  static const char text[] = "artículo;fecha;importe €\nlatón;24/11/2026;1.234,50\n";

  for (gsize i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;
      char *encoded = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, &error);
      g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, length);
      g_autoptr (TrasCsvDialect) dialect = tras_csv_dialect_guess (bytes, NULL, &error);
      g_autofree char *summary = NULL;

      g_assert_no_error (error);
      summary = summarize (dialect);
      g_assert_cmpstr (summary, ==, ";H t ddmy n,.");
      g_assert_cmpint (dialect->encoding, ==, i);
      g_assert_cmpstr (dialect->columns[0].name, ==, "artículo");
      g_assert_cmpint (tras_csv_dialect_find (dialect, "FECHA"), ==, 1);
      g_assert_cmpint (tras_csv_dialect_find (dialect, "precio"), ==, -1);
    }
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text, *begin;
  } rows[] =
  {
    { "", "There is nothing" }, { "\n\r\n", "There is nothing" }, { ",,\n,,", "There is nothing" },
    { "a,b\n1,\"2", "Line 2, column 2" }, { "a\nb\n\"c\"d", "Line 3, column 1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].text, strlen (rows[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (tras_csv_dialect_guess (bytes, NULL, &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, rows[i].begin))
        g_error ("%s: %s", rows[i].text, error->message);
    }
}

/* Reads a whole file the way an import does, and holds what is true of any file. */
static void
read_whole (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasCsvDialect) dialect = tras_csv_dialect_guess (bytes, NULL, &error);
  g_autoptr (TrasCsvReader) reader = NULL;
  g_autofree char *description = NULL;
  const TrasCsvRow *row;
  guint n_rows = 0, n_ragged = 0;

  if (dialect == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  description = tras_csv_dialect_describe (dialect);
  g_assert_true (g_utf8_validate (description, -1, NULL));

  reader = tras_csv_dialect_open (dialect);
  while ((row = tras_csv_reader_next (reader, &error)) != NULL)
    {
      if (tras_csv_row_is_empty (row))
        continue;
      n_rows++;
      n_ragged += row->n_cells != dialect->n_columns;
      for (guint i = 0; i < MIN (row->n_cells, dialect->n_columns); i++)
        {
          const TrasCsvCell *cell = &row->cells[i];
          double value = NAN;

          g_assert_true (g_utf8_validate_len (cell->text, cell->length, NULL));
          tras_csv_column_parse_day (&dialect->columns[i], cell->text, cell->length);
          tras_real_parse (cell->text, cell->length, &dialect->columns[i].marks, &value);
          g_assert_false (isinf (value));
        }
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, dialect->n_rows);
  g_assert_cmpuint (n_ragged, ==, dialect->n_ragged);
}

static void
test_mutations (void)
{
  static const char *const seeds[] =
  {
    "fecha;indicador;valor\r\n13/01/2026;pedidos;1.234,56\r\n20/01/2026;\"a \"\"b\"\"\";987,5\r\n",
    "date,value,note\n2026-01-05,12.5%,\"x\ny\"\n2026-W47,-3E-2,'=1\n,,\n",
    "\xff\xfe" "a\0;\0b\0\n\0" "1\0;\0" "2\0\n\0",
    "art\xed" "culo\tprecio\tfecha\nlat\xf3n\t1 234,5\t1.2.26\n",
  };
  /* The UTF-16 holds zero bytes. */
  const gsize lengths[] = { strlen (seeds[0]), strlen (seeds[1]), 18, strlen (seeds[3]) };
  static const char marks[] = "\",;\t|\n\r'=+-.0123456789/ %eE\xef\xbb\xbf\xff\xc3\x00";
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);

  for (guint round = 0; round < 6000; round++)
    {
      gsize seed = round % G_N_ELEMENTS (seeds);
      GByteArray *data = g_byte_array_new ();
      g_autoptr (GBytes) bytes = NULL;

      g_byte_array_append (data, (const guint8 *) seeds[seed], lengths[seed]);
      for (int n = g_rand_int_range (rand, 0, 8); n > 0 && data->len > 0; n--)
        {
          guint at = g_rand_int_range (rand, 0, data->len);
          guint8 mark = g_rand_boolean (rand)
                        ? (guint8) marks[g_rand_int_range (rand, 0, sizeof marks)]
                        : (guint8) g_rand_int_range (rand, 0, 256);

          switch (g_rand_int_range (rand, 0, 4))
            {
            case 0:
              data->data[at] = mark;
              break;
            case 1:
              g_byte_array_remove_index (data, at);
              break;
            case 2:
              g_byte_array_append (data, &mark, 1);
              break;
            default:
              g_byte_array_set_size (data, at);
              break;
            }
        }

      bytes = g_byte_array_free_to_bytes (data);
      read_whole (bytes);
    }
}

static void
test_real_files (void)
{
  static const struct
  {
    const char *path, *summary;
    guint       n_rows;
  } rows[] =
  {
    { "northwind/weekly_indicators_1996.csv", ",H t dymd n.,", 388 },
    { "call-centre/call_centre_daily.csv", ",H t dymd n.,", 150 },
    { "spc/montgomery_6_5.csv", ",H t dymd n.,", 0 },
  };
  const char *shared = g_getenv ("TRASTIENDA_SHARED_DATA");

  if (shared == NULL)
    {
      g_test_skip ("TRASTIENDA_SHARED_DATA names no folder with real files");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (shared, rows[i].path, NULL);
      g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
      g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasCsvDialect) dialect = tras_csv_dialect_guess (bytes, NULL, &error);
      g_autofree char *summary = NULL;

      g_assert_no_error (error);
      summary = summarize (dialect);
      g_assert_cmpstr (summary, ==, rows[i].summary);
      if (rows[i].n_rows > 0)
        g_assert_cmpuint (dialect->n_rows, ==, rows[i].n_rows);
      g_assert_cmpuint (dialect->n_ragged, ==, 0);
      read_whole (bytes);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-guess/table", test_table);
  g_test_add_func ("/csv-guess/misfit", test_misfit);
  g_test_add_func ("/csv-guess/far-down", test_far_down);
  g_test_add_func ("/csv-guess/overrides", test_overrides);
  g_test_add_func ("/csv-guess/encodings", test_encodings);
  g_test_add_func ("/csv-guess/errors", test_errors);
  g_test_add_func ("/csv-guess/mutations", test_mutations);
  g_test_add_func ("/csv-guess/real-files", test_real_files);

  return g_test_run ();
}

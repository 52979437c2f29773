/* test-csv-encoding.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-csv-encoding.h"
#include "tras-error.h"

static GBytes *
encode (const char *text,
        const char *charset,
        const char *mark)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *converted = NULL;
  GByteArray *out = g_byte_array_new ();
  gsize n_written;

  converted = g_convert (text, -1, charset, "UTF-8", NULL, &n_written, &error);
  g_assert_no_error (error);
  g_byte_array_append (out, (const guint8 *) mark, strlen (mark));
  g_byte_array_append (out, (const guint8 *) converted, n_written);

  return g_byte_array_free_to_bytes (out);
}

static void
test_guess (void)
{
  static const struct
  {
    const char      *charset, *mark;
    TrasCsvEncoding  encoding;
  } rows[] =
  {
    { "UTF-8", "", TRAS_CSV_UTF8 }, { "UTF-8", "\xef\xbb\xbf", TRAS_CSV_UTF8 },
    { "UTF-16LE", "", TRAS_CSV_UTF16_LE }, { "UTF-16LE", "\xff\xfe", TRAS_CSV_UTF16_LE },
    { "UTF-16BE", "", TRAS_CSV_UTF16_BE }, { "UTF-16BE", "\xfe\xff", TRAS_CSV_UTF16_BE },
    { "CP1252", "", TRAS_CSV_WINDOWS_1252 },
  };
  static const char text[] = "artículo;año;€\nñandú;2026;“12”\n";

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = encode (text, rows[i].charset, rows[i].mark);
      g_autoptr (GBytes) decoded = NULL;
      g_autoptr (GError) error = NULL;
      TrasCsvEncoding encoding = tras_csv_guess_encoding (bytes);

      g_assert_cmpint (encoding, ==, rows[i].encoding);
      decoded = tras_csv_decode (bytes, encoding, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (decoded, NULL), g_bytes_get_size (decoded),
                       text, strlen (text));
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char      *data;
    gsize            length;
    TrasCsvEncoding  encoding;
    const char      *begin;
  } rows[] =
  {
    { "a\nb\r\ncñ\xff", 9, TRAS_CSV_UTF8, "Line 3, character 3: this is not valid in UTF-8" },
    { "a\rb\0c", 5, TRAS_CSV_UTF8, "Line 2, character 2: there is a zero byte" },
    { "a\n\x81", 3, TRAS_CSV_WINDOWS_1252, "Line 2, character 1: this is not valid in Windows" },
    { "a\nb\0", 4, TRAS_CSV_WINDOWS_1252, "Line 2, character 2: there is a zero byte" },
    { "a\0\n\0\x00\xd8" "b\0", 8, TRAS_CSV_UTF16_LE, "Line 2, character 1: this is not valid" },
    { "a\0b", 3, TRAS_CSV_UTF16_LE, "Line 1, character 2: this is not valid in UTF-16LE" },
    { "\0a\0\0", 4, TRAS_CSV_UTF16_BE, "Line 1, character 2: there is a zero byte" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (rows[i].data, rows[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (tras_csv_decode (bytes, rows[i].encoding, &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, rows[i].begin))
        g_error ("row %" G_GSIZE_FORMAT ": %s", i, error->message);
    }
}

static void
test_names (void)
{
  static const char *const unknown[] = { "", "koi8-r", "utf", "utf8 utf16" };
  TrasCsvEncoding encoding;

  for (TrasCsvEncoding i = TRAS_CSV_UTF8; i <= TRAS_CSV_WINDOWS_1252; i++)
    {
      g_assert_true (tras_csv_encoding_from_name (tras_csv_encoding_get_name (i), &encoding));
      g_assert_cmpint (encoding, ==, i);
    }
  g_assert_true (tras_csv_encoding_from_name ("ISO-8859-1", &encoding));
  g_assert_cmpint (encoding, ==, TRAS_CSV_WINDOWS_1252);
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (tras_csv_encoding_from_name (unknown[i], &encoding));
  g_assert_false (tras_csv_encoding_from_name (NULL, &encoding));
}

static void
test_empty (void)
{
  for (TrasCsvEncoding i = TRAS_CSV_UTF8; i <= TRAS_CSV_WINDOWS_1252; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) text = tras_csv_decode (bytes, i, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (text), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-encoding/guess", test_guess);
  g_test_add_func ("/csv-encoding/refuse", test_refuse);
  g_test_add_func ("/csv-encoding/names", test_names);
  g_test_add_func ("/csv-encoding/empty", test_empty);

  return g_test_run ();
}

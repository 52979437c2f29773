/* test-log-row.c: rows of the edit log, taken apart and put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>

#include "tras-log-row.h"

static const char *const rows[] = {
  "1",
  "NULL,NULL",
  "1,'a, b',-2.5,NULL",
  "'it''s, ''so''',7,''",
  "',',',',','",
  "3,'ERASED',4",
};

static void
test_apart (void)
{
  const guint counts[] = { 1, 2, 4, 3, 3, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) values = tras_log_row_split (rows[i]);
      g_autofree char *joined = tras_log_row_join (values);

      g_assert_cmpuint (values->len, ==, counts[i]);
      g_assert_cmpuint (tras_log_row_count (rows[i]), ==, counts[i]);
      g_assert_cmpstr (joined, ==, rows[i]);
      g_assert_false (tras_log_row_is_erased (rows[i]));
    }
  g_assert_cmpuint (tras_log_row_count (NULL), ==, 0);
}

static void
test_numbers (void)
{
  g_assert_cmpint (tras_log_row_get_int (rows[2], 0), ==, 1);
  g_assert_cmpint (tras_log_row_get_int (rows[2], 2), ==, -2);
  g_assert_cmpint (tras_log_row_get_int (rows[3], 1), ==, 7);
  g_assert_cmpint (tras_log_row_get_int (rows[3], 9), ==, 0);
  g_assert_cmpint (tras_log_row_get_int (NULL, 0), ==, 0);
}

static void
test_texts (void)
{
  const char *const texts[] = { "", "a", "it's, 'so'", "ñ, ERASED" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *quoted = tras_log_row_quote (texts[i]);
      g_autofree char *again = tras_log_row_dup_text (quoted);

      g_assert_cmpuint (tras_log_row_count (quoted), ==, 1);
      g_assert_cmpstr (again, ==, texts[i]);
    }
  g_assert_null (tras_log_row_dup_text ("NULL"));
  g_assert_null (tras_log_row_dup_text (TRAS_LOG_ERASED));
}

static void
test_erased (void)
{
  g_assert_true (tras_log_row_is_erased ("3,ERASED,4"));
  g_assert_true (tras_log_row_is_erased ("'ERASED, or not',ERASED"));
  g_assert_false (tras_log_row_is_erased ("'a,ERASED,b'"));
  g_assert_false (tras_log_row_is_erased (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/log-row/apart", test_apart);
  g_test_add_func ("/log-row/numbers", test_numbers);
  g_test_add_func ("/log-row/texts", test_texts);
  g_test_add_func ("/log-row/erased", test_erased);

  return g_test_run ();
}

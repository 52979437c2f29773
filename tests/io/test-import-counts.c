/* test-import-counts.c: stock counts out of a file and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taken by tras-import-counts.c, written by tras-export-counts.c.
 */

#include "config.h"

#include <string.h>

#include "io-fixture.h"
#include "tras-edit-log.h"
#include "tras-movement.h"
#include "tras-stock-count.h"

#define HEADER "count,counted_on,location,item,expected,counted,posted_on,by\n"

static void
set_up_stock (Fixture       *fixture,
              gconstpointer  data)
{
  set_up (fixture, data);
  take (fixture, "people", "name,hired_on\nAna,2020-01-01\n", 0, 1, 0, 0);
  take (fixture, "locations", "name,kind\nWorld,supplier\nStore,inside\nShop,inside\n", 0, 3, 0,
        0);
  take (fixture, "items", "sku,name,unit\n7,Nail,kg\n8,Hour,h\n9,Lamp,pcs\n", 0, 3, 0, 0);
  take (fixture, "movements",
        "item,from,to,quantity,moved_on,cause\n7,World,Store,10.5,2026-01-02,purchase\n"
        "8,World,Store,3,2026-01-02,purchase\n7,World,Shop,2,2026-01-02,purchase\n", 0, 3, 0, 0);
}

static gint64
count_rows (Fixture *fixture,
            GType    type)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GError) error = NULL;
  gint64 n = tras_db_count (fixture->db, query, &error);

  g_assert_no_error (error);

  return n;
}

/* What is over is history: it counts in the accuracy, books nothing, and can be read again. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  const char *text = HEADER
                     "40,2026-01-10,Store,7,10.5,10,2026-01-11,Ana\n"
                     "40,2026-01-10,Store,8,3,3,2026-01-11,Ana\n"
                     "41,2026-01-10,Store,7,10,10,2026-01-12,\n"
                     "42,2025-06-30,Shop,9,1,,2025-06-30,\n";
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_movements = count_rows (fixture, TRAS_TYPE_MOVEMENT);

  take (fixture, "stock-counts", text, 0, 4, 0, 0);
  g_assert_cmpint (count_rows (fixture, TRAS_TYPE_STOCK_COUNT), ==, 3);
  g_assert_cmpint (count_rows (fixture, TRAS_TYPE_MOVEMENT), ==, n_movements);
  written = dup_export (fixture, "stock-counts");
  g_assert_cmpstr (written, ==,
                   "count,counted_on,location,item,expected,counted,posted_on,by\r\n"
                   "3,2025-06-30,Shop,9,1.000,,2025-06-30,\r\n"
                   "1,2026-01-10,Store,7,10.500,10.000,2026-01-11,Ana\r\n"
                   "1,2026-01-10,Store,8,3.000,3.000,2026-01-11,Ana\r\n"
                   "2,2026-01-10,Store,7,10.000,10.000,2026-01-12,\r\n");

  /* Neither the file nor what was written of it brings anything new. */
  take (fixture, "stock-counts", text, 0, 0, 0, 4);
  take (fixture, "stock-counts", written, 0, 0, 0, 4);
  again = dup_export (fixture, "stock-counts");
  g_assert_cmpstr (again, ==, written);

  undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (fixture, TRAS_TYPE_STOCK_COUNT), ==, 0);
}

/* A count that is open fills up; what nobody says is expected is what is there when it begins. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *written = NULL;

  take (fixture, "stock-counts",
        "counted_on,location,item,counted\n2026-01-10,Store,7,\n2026-01-10,Store,8,2\n"
        "2026-01-10,Store,9,0\n2026-01-10,Shop,7,2\n", 0, 4, 0, 0);
  take (fixture, "stock-counts",
        "counted_on,location,item,counted\n2026-01-10,Store,7,10\n2026-01-10,Store,8,2\n"
        "2026-01-10,Store,9,\n", 0, 0, 1, 2);
  written = dup_export (fixture, "stock-counts");
  g_assert_cmpstr (written, ==,
                   "count,counted_on,location,item,expected,counted,posted_on,by\r\n"
                   "1,2026-01-10,Store,7,10.500,10.000,,\r\n"
                   "1,2026-01-10,Store,8,3.000,2.000,,\r\n"
                   "1,2026-01-10,Store,9,0.000,0.000,,\r\n"
                   "2,2026-01-10,Shop,7,2.000,2.000,,\r\n");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *row;
    const char *column;
    const char *reason;
  } refused[] = {
    { "40,2026-01-10,Store,7,10.5,11,2026-01-11,", "counted",
      "The count is posted, so its numbers stay as they are; count again or undo the posting" },
    { "40,2026-01-10,Store,7,11,10,2026-01-11,", "expected",
      "The count expects something else, since it was begun" },
    { "40,2026-01-10,Store,8,1,1,2026-01-11,", "item",
      "The count is posted without this item, and stays as it is" },
    { "41,2026-02-10,Store,7,,2,2026-02-11,", "posted_on",
      "The count is not posted; a file cannot post it, the window can" },
    { "50,2026-03-10,Store,7,,2,2026-03-11,", "expected",
      "What was expected is missing, and the count is over" },
    { "50,2026-03-10,Store,7,1,-2,,", "counted", "“Counted” cannot be less than zero" },
    { "50,2026-03-10,Store,12,1,2,,", "item", "Nothing is called “12”" },
    { "50,2026-03-10,Attic,7,1,2,,", "location", "Nothing is called “Attic”" },
    { "50,,Store,7,1,2,,", "counted_on", "“Day” cannot be empty" },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  take (fixture, "stock-counts", HEADER "40,2026-01-10,Store,7,10.5,10,2026-01-11,\n"
                                 "41,2026-02-10,Store,7,10,,,\n", 0, 2, 0, 0);
  before = dup_export (fixture, "stock-counts");
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, refused[i].row, "\n", NULL);

      expect (fixture, "stock-counts", text, 2, refused[i].column, refused[i].reason);
    }
  expect (fixture, "stock-counts", HEADER "9,2026-04-01,Shop,7,2,2,,\n9,2026-04-01,Shop,7,2,1,,\n",
          3, "item", "The item stands in this count twice");
  after = dup_export (fixture, "stock-counts");
  g_assert_cmpstr (after, ==, before);
}

/* The good rows alone: a count of which all rows are refused is not made. */
static void
test_partial (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasImport) import =
    make_import ("stock-counts", HEADER "1,2026-01-10,Store,7,1,1,2026-01-11,\n"
                                 "2,2026-02-10,Store,12,1,1,2026-02-11,\n"
                                 "3,2026-03-10,Store,7,,1,2026-03-11,\n", -1);

  run_import (fixture, import, TRAS_IMPORT_PARTIAL);
  g_assert_cmpuint (tras_import_get_counts (import)->n_new, ==, 1);
  g_assert_cmpuint (tras_import_get_counts (import)->n_refused, ==, 2);
  g_assert_cmpint (count_rows (fixture, TRAS_TYPE_STOCK_COUNT), ==, 1);
  g_assert_cmpint (count_rows (fixture, TRAS_TYPE_COUNT_LINE), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/io/import-counts/history", test_history },
    { "/io/import-counts/open", test_open },
    { "/io/import-counts/refused", test_refused },
    { "/io/import-counts/partial", test_partial },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up_stock, tests[i].test, tear_down);

  return g_test_run ();
}

/* test-names.c: what records are called where others refer to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "io-fixture.h"
#include "tras-kind-columns.h"
#include "tras-names.h"

static gint64
find (TrasNames  *names,
      const char *text)
{
  return tras_names_find (names, text, strlen (text));
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasNames) names = NULL;
  g_autoptr (GError) error = NULL;
  const char *expected[] = { "José", "P2", "eva@example.org", "#4", "#5", "#9" };

  take (fixture, "people",
        "code,name,email,hired_on\n"
        ",José,,2020-01-01\n"
        "P2,Ana,ana@example.org,2020-01-01\n"
        ",Eva,eva@example.org,2020-01-01\n"
        ",Ana,,2020-01-01\n"
        ",Eva,,2020-01-01\n"
        ",#9,,2020-01-01\n"
        "José,Zoë,,2020-01-01\n", 0, 7, 0, 0);
  names = tras_names_load (fixture->db, tras_tables_find_kind ("people"), &error);
  g_assert_no_error (error);

  g_assert_cmpint (find (names, "José"), ==, 1);
  g_assert_cmpint (find (names, "P2"), ==, 2);
  g_assert_cmpint (find (names, "ana@example.org"), ==, 2);
  g_assert_cmpint (find (names, "Ana"), ==, TRAS_NAMES_AMBIGUOUS);
  g_assert_cmpint (find (names, " zoe "), ==, 7);
  g_assert_cmpint (find (names, "jose"), ==, TRAS_NAMES_AMBIGUOUS);
  g_assert_cmpint (find (names, "#3"), ==, 3);
  g_assert_cmpint (find (names, "#9"), ==, 6);
  g_assert_cmpint (find (names, "#0"), ==, 0);
  g_assert_cmpint (find (names, "#99"), ==, 0);
  g_assert_cmpint (find (names, "Nobody"), ==, 0);
  g_assert_cmpint (find (names, ""), ==, 0);
  g_assert_cmpint (tras_names_find (names, "José and more", strlen ("José")), ==, 1);

  /* Whatever is written finds its record again. */
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *name = tras_names_dup (names, (gint64) i + 1);

      g_assert_cmpstr (name, ==, expected[i]);
      g_assert_cmpint (find (names, name), ==, i + 1);
    }
  g_assert_null (tras_names_dup (names, 0));
  g_assert_null (tras_names_dup (names, 99));
}

static void
test_roles (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TrasNames) names = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  take (fixture, "areas", "name\nShop\nStore\n", 0, 2, 0, 0);
  take (fixture, "roles", "name,area\nHead,Shop\nHead,Store\nSeller,Shop\n", 0, 3, 0, 0);
  names = tras_names_load (fixture->db, tras_tables_find_kind ("roles"), &error);
  g_assert_no_error (error);

  g_assert_cmpint (find (names, "Head"), ==, TRAS_NAMES_AMBIGUOUS);
  g_assert_cmpint (find (names, "Head (Store)"), ==, 2);
  name = tras_names_dup (names, 2);
  g_assert_cmpstr (name, ==, "Head (Store)");
}

static void
test_columns (void)
{
  const TrasTable *measurement =
    tras_record_type_get_table (tras_tables_find_kind ("measurements"));
  const TrasTable *item = tras_record_type_get_table (tras_tables_find_kind ("items"));
  const TrasField *price = tras_table_find_field (item, "price");

  g_assert_cmpstr (tras_kind_find_column (measurement, "Date")->name, ==, "period_on");
  g_assert_cmpstr (tras_kind_find_column (measurement, "period")->name, ==, "period_on");
  g_assert_cmpstr (tras_kind_find_column (measurement, "indicator")->name, ==, "indicator_id");
  g_assert_cmpstr (tras_kind_find_column (measurement, "indicator_id")->name, ==, "indicator_id");
  g_assert_null (tras_kind_find_column (item, "date"));
  g_assert_null (tras_kind_find_column (item, "on_hand"));
  g_assert_null (tras_kind_find_column (item, ""));

  g_assert_cmpint (tras_kind_get_digits (price, "EUR"), ==, 2);
  g_assert_cmpint (tras_kind_get_digits (price, "JPY"), ==, 0);
  g_assert_cmpint (tras_kind_get_digits (tras_table_find_field (item, "pack"), "JPY"), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/io/names/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/io/names/roles", Fixture, NULL, set_up, test_roles, tear_down);
  g_test_add_func ("/io/names/columns", test_columns);

  return g_test_run ();
}

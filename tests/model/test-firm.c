/* test-firm.c: what a firm begins with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-absence.h"
#include "tras-error.h"
#include "tras-model-fixture.h"
#include "tras-movement.h"

static gint64
count (Fixture *fixture,
       GType    type)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GError) error = NULL;
  gint64 n = tras_db_count (fixture->db, query, &error);

  g_assert_no_error (error);

  return n;
}

static void
test_set_up (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasFirm) firm = tras_firm_load (fixture->db, &error);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);
  g_autoptr (GPtrArray) locations = tras_db_select (fixture->db, query, &error);
  const TrasField *kind = tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_LOCATION),
                                                 "kind");

  g_assert_no_error (error);
  g_assert_cmpstr (firm->name, ==, "Firm");
  g_assert_cmpstr (firm->currency, ==, "EUR");
  g_assert_cmpint (count (fixture, TRAS_TYPE_AREA), ==, 1);
  g_assert_cmpint (count (fixture, TRAS_TYPE_ABSENCE_KIND), >, 0);

  /* One place of each kind that there is. */
  for (const TrasChoice *choice = kind->choices; choice->word != NULL; choice++)
    {
      guint n = 0;

      for (guint i = 0; i < locations->len; i++)
        n += g_str_equal (TRAS_LOCATION (locations->pdata[i])->kind, choice->word);
      g_assert_cmpuint (n, ==, 1);
    }
}

static void
test_one_firm (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tras_firm_set_up (fixture->db, "Another", NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
}

/* Who sees what an hour of work costs. */
static void
test_readers (void)
{
  static const struct
  {
    const char *readers;
    const char *who;
    gboolean shown;
  } cases[] = {
    { NULL, "ana", TRUE },
    { "", "ana", TRUE },
    { " \n , \n", "ana", TRUE },
    { "ana", "ana", TRUE },
    { "ana", "", FALSE },
    { "ana", "an", FALSE },
    { "an", "ana", FALSE },
    { "luis\n  Ana Núñez \n", "ANA NÚÑEZ", TRUE },
    { "luis, ana", " Ana ", TRUE },
    { "luis, ana", "luis, ana", FALSE },
    { "luis\r\nana\r\n", "luis", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrasFirm) firm = tras_firm_new ();

      firm->hour_cost_readers = g_strdup (cases[i].readers);
      g_assert_cmpint (tras_firm_shows_hour_cost (firm, cases[i].who), ==, cases[i].shown);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/firm/set-up", Fixture, NULL, fixture_set_up, test_set_up, fixture_tear_down);
  g_test_add ("/model/firm/one", Fixture, NULL, fixture_set_up, test_one_firm, fixture_tear_down);
  g_test_add_func ("/model/firm/readers", test_readers);

  return g_test_run ();
}

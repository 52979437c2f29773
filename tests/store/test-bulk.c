/* test-bulk.c: many new records at once are the same records as one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "store-fixture.h"
#include "tras-area.h"
#include "tras-bulk.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-indicator.h"
#include "tras-person.h"

#define N_INDICATORS 3
#define N_PERIODS 500

static void
make_indicators (TrasDb *db)
{
  g_autoptr (TrasArea) area = tras_area_new ();
  g_autoptr (TrasPerson) person = tras_person_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_begin (db, "Indicators", &error));
  area->name = g_strdup ("Shop");
  person->name = g_strdup ("Ana");
  person->hired_on = 0;
  g_assert_true (tras_db_insert (db, area, &error));
  g_assert_true (tras_db_insert (db, person, &error));
  for (guint i = 0; i < N_INDICATORS; i++)
    {
      g_autoptr (TrasIndicator) indicator = tras_indicator_new ();

      indicator->area_id = area->parent_instance.id;
      indicator->owner_id = person->parent_instance.id;
      indicator->name = g_strdup_printf ("Indicator %u", i);
      indicator->question = g_strdup ("");
      indicator->definition = g_strdup ("");
      indicator->unit = g_strdup ("");
      indicator->family = "finance";
      indicator->better = "up";
      indicator->roll = "sum";
      indicator->starts_on = 0;
      g_assert_true (tras_db_insert (db, indicator, &error));
    }
  g_assert_true (tras_db_commit (db, NULL, &error));
  g_assert_no_error (error);
}

/* The measurement of a period: every seventh without a value, and then without a note it is
 * refused. */
static void
set_measurement (TrasMeasurement *measurement,
                 guint            indicator,
                 guint            period)
{
  measurement->indicator_id = indicator + 1;
  measurement->period_on = (TrasDay) (period * 7);
  measurement->value = period % 7 == 6 ? NAN : period / 8.0;
  measurement->left_out = period % 5 == 0 && period % 3 == 0;
  g_free (measurement->note);
  measurement->note = period % 3 == 0 ? g_strdup_printf ("Note %u of %u", period, indicator) : NULL;
}

static gboolean
is_refused (guint period)
{
  return period % 7 == 6 && period % 3 != 0;
}

static void
count_refused (guint         tag,
               const GError *error,
               gpointer      user_data)
{
  guint8 *refused = user_data;

  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  refused[tag]++;
}

static void
test_same (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasBulk) bulk = NULL;
  g_autoptr (TrasMeasurement) measurement = tras_measurement_new ();
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MEASUREMENT);
  g_autoptr (GPtrArray) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *refused = g_new0 (guint8, N_INDICATORS * N_PERIODS);
  g_autofree char *label = NULL;
  gint64 edit;
  guint n = 0;

  make_indicators (fixture->db);
  g_assert_true (tras_db_begin (fixture->db, "Numbers", &error));
  bulk = tras_bulk_new (fixture->db, TRAS_TYPE_MEASUREMENT, count_refused, refused, &error);
  g_assert_no_error (error);
  /* Not in the order of keys. */
  for (guint period = N_PERIODS; period-- > 0;)
    {
      for (guint indicator = 0; indicator < N_INDICATORS; indicator++)
        {
          set_measurement (measurement, indicator, period);
          g_assert_true (tras_bulk_add (bulk, measurement, indicator * N_PERIODS + period, &error));
        }
    }
  g_assert_true (tras_bulk_flush (bulk, &error));
  g_assert_true (tras_db_commit (fixture->db, &edit, &error));
  g_assert_no_error (error);

  written = tras_db_select (fixture->db, query, &error);
  g_assert_no_error (error);
  for (guint indicator = 0; indicator < N_INDICATORS; indicator++)
    {
      for (guint period = 0; period < N_PERIODS; period++)
        {
          g_assert_cmpuint (refused[indicator * N_PERIODS + period], ==, is_refused (period));
          if (is_refused (period))
            continue;

          g_assert_cmpuint (n, <, written->len);
          set_measurement (measurement, indicator, period);
          measurement->parent_instance.version = 1;
          g_assert_true (tras_record_equal (TRAS_RECORD (measurement), written->pdata[n]));
          n++;
        }
    }
  g_assert_cmpuint (written->len, ==, n);

  /* The log knows each of them. */
  label = tras_edit_log_undo (fixture->db, edit, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tras_db_count (fixture->db, query, &error), ==, 0);
}

/* Of two of the same key the first one stands; what refers to nothing is refused. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasBulk) bulk = NULL;
  g_autoptr (TrasMeasurement) measurement = tras_measurement_new ();
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MEASUREMENT);
  g_autoptr (TrasMeasurement) first = NULL;
  g_autoptr (GError) error = NULL;
  guint8 refused[100] = { 0 };

  make_indicators (fixture->db);
  g_assert_true (tras_db_begin (fixture->db, "Numbers", &error));
  bulk = tras_bulk_new (fixture->db, TRAS_TYPE_MEASUREMENT, count_refused, refused, &error);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      set_measurement (measurement, i == 99 ? 77 : 0, i == 80 ? 1 : i);
      measurement->value = i;
      g_assert_true (tras_bulk_add (bulk, measurement, i, &error));
    }
  g_assert_true (tras_bulk_flush (bulk, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpuint (refused[i], ==, i == 80 || i == 99);

  tras_query_where_date (query, "period_on", TRAS_QUERY_EQ, 7);
  first = tras_db_find (fixture->db, query, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (first->value, ==, 1);
  tras_db_rollback (fixture->db);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/bulk/same", Fixture, NULL, fixture_set_up, test_same, fixture_tear_down);
  g_test_add ("/bulk/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);

  return g_test_run ();
}

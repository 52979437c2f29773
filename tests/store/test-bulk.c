/* test-bulk.c: many new records at once (tras-sqlite-bulk.c) are the same as one by one, and go and
 * come back as one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "store-fixture.h"
#include "tras-area.h"
#include "tras-bulk.h"
#include "tras-db-private.h"
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

/* All fields of the type, or the key and those that @mask names by their places. */
static GPtrArray *
list_fields (guint mask)
{
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_MEASUREMENT);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < table->n_fields; i++)
    {
      if ((mask & 1u << i) != 0 || (table->fields[i].flags & TRAS_FIELD_KEY) != 0)
        g_ptr_array_add (fields, (gpointer) &table->fields[i]);
    }

  return fields;
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
  g_autoptr (GPtrArray) fields = list_fields (~0u);
  g_autoptr (GPtrArray) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *refused = g_new0 (guint8, N_INDICATORS * N_PERIODS);
  g_autofree char *label = NULL;
  gint64 edit;
  guint n = 0;

  make_indicators (fixture->db);
  g_assert_true (tras_db_begin (fixture->db, "Numbers", &error));
  bulk = tras_bulk_new (fixture->db, TRAS_TYPE_MEASUREMENT, fields, count_refused, refused);
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
  g_autoptr (GPtrArray) fields = list_fields (~0u);
  g_autoptr (TrasMeasurement) first = NULL;
  g_autoptr (GError) error = NULL;
  guint8 refused[100] = { 0 };

  make_indicators (fixture->db);
  g_assert_true (tras_db_begin (fixture->db, "Numbers", &error));
  bulk = tras_bulk_new (fixture->db, TRAS_TYPE_MEASUREMENT, fields, count_refused, refused);
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

/* ---- the log ---- */

static double
random_real (GRand *rand)
{
  static const double odd[] = { 0.0, -0.0, 1e300, -1e-300, 0.1 + 0.2, 1 / 3.0, 5e-324, 2147483648.5,
                                9007199254740993.0, -1.0 };

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return NAN;
    case 1:
      return odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))];
    case 2:
      return g_rand_int_range (rand, -100000, 100000) / 100.0;
    default:
      return g_rand_double_range (rand, -1e6, 1e6);
    }
}

static void
set_random (GRand           *rand,
            TrasMeasurement *measurement,
            guint            mask)
{
  static const char *const notes[] = { NULL, "", "It's \"so\"", "“ñandú” ''", "a\nb;--" };

  /* Some are about an indicator that is not there, some are there twice. */
  measurement->indicator_id = g_rand_int_range (rand, 1, N_INDICATORS + 1 +
                                                         (g_rand_int_range (rand, 0, 50) == 0));
  measurement->period_on = g_rand_int_range (rand, -2000, 2000);
  if (mask & 1 << 2)
    measurement->value = random_real (rand);
  if (mask & 1 << 3)
    measurement->num = random_real (rand);
  if (mask & 1 << 4)
    measurement->den = random_real (rand);
  if (mask & 1 << 5)
    measurement->estimated = g_rand_boolean (rand);
  if (mask & 1 << 6)
    measurement->left_out = g_rand_int_range (rand, 0, 10) == 0;
  g_clear_pointer (&measurement->note, g_free);
  if (mask & 1 << 7)
    measurement->note = g_strdup (notes[g_rand_int_range (rand, 0, G_N_ELEMENTS (notes))]);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const TrasMeasurement *x = *(TrasMeasurement *const *) a, *y = *(TrasMeasurement *const *) b;

  if (x->indicator_id != y->indicator_id)
    return x->indicator_id < y->indicator_id ? -1 : 1;
  if (x->period_on != y->period_on)
    return x->period_on < y->period_on ? -1 : 1;

  /* The id is the place in which it was made. */
  return (x->parent_instance.id > y->parent_instance.id) -
         (x->parent_instance.id < y->parent_instance.id);
}

/* The log as text, ids and all. */
static char *
dup_log (TrasDb *db)
{
  g_autoptr (TrasStatement) log = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  log = tras_engine_prepare (tras_db_get_engine (db),
                             "SELECT id, edit_id, tbl, op, row_key, coalesce (old, '-'),"
                             " coalesce (new, '-') FROM edit_change ORDER BY id", &error);
  g_assert_no_error (error);
  while (tras_statement_step (log, &error) > 0)
    {
      for (int i = 0; i < 7; i++)
        g_string_append_printf (text, "%s|", tras_statement_column_text (log, i));
      g_string_append_c (text, '\n');
    }
  g_assert_no_error (error);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
ignore_refused (guint         tag,
                const GError *error,
                gpointer      user_data)
{
  GPtrArray *reasons = user_data;

  reasons->pdata[tag] = g_strdup (error->message);
}

/* Whatever the rows, the log has the entries that its trigger would have written for them one by
 * one, byte for byte, and the same rows are refused for the same reasons. Undo and redo read
 * nothing else. */
static void
test_log (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "single.trastienda", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) single = tras_db_create (path, &error);

  g_assert_no_error (error);
  make_indicators (fixture->db);
  make_indicators (single);
  for (guint round = 0; round < 6; round++)
    {
      const guint n = round == 0 ? 9000 : 500;
      const guint mask = round < 2 ? ~0u : (guint) g_rand_int_range (rand, 0, 256) | 1 << 2;
      g_autoptr (GPtrArray) fields = list_fields (mask);
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) bulk_reasons = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) single_reasons = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (TrasBulk) bulk = NULL;
      g_autofree char *bulk_log = NULL, *single_log = NULL;
      guint n_refused = 0;

      g_ptr_array_set_size (bulk_reasons, (int) n);
      g_ptr_array_set_size (single_reasons, (int) n);
      g_assert_true (tras_db_begin (fixture->db, "Numbers", &error));
      g_assert_true (tras_db_begin (single, "Numbers", &error));
      bulk = tras_bulk_new (fixture->db, TRAS_TYPE_MEASUREMENT, fields, ignore_refused,
                            bulk_reasons);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (TrasMeasurement) measurement = tras_measurement_new ();

          set_random (rand, measurement, mask);
          measurement->parent_instance.id = i;
          g_assert_true (tras_bulk_add (bulk, measurement, i, &error));
          g_ptr_array_add (records, g_steal_pointer (&measurement));
        }
      g_assert_true (tras_bulk_flush (bulk, &error));
      g_assert_no_error (error);

      g_ptr_array_sort (records, compare_keys);
      for (guint i = 0; i < n; i++)
        {
          TrasRecord *record = records->pdata[i];
          g_autoptr (GError) refused = NULL;
          gint64 tag = record->id;

          if (!tras_db_insert (single, record, &refused))
            {
              single_reasons->pdata[tag] = g_strdup (refused->message);
              n_refused++;
            }
        }
      g_assert_true (tras_db_commit (fixture->db, NULL, &error));
      g_assert_true (tras_db_commit (single, NULL, &error));
      g_assert_no_error (error);

      g_assert_cmpuint (n_refused, >, 0);
      g_assert_cmpuint (n_refused, <, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (bulk_reasons->pdata[i] == NULL, ==, single_reasons->pdata[i] == NULL);
          /* Of two rules that a row breaks the bulk tells the reference first. */
          if (g_strcmp0 (bulk_reasons->pdata[i], "FOREIGN KEY constraint failed") != 0)
            g_assert_cmpstr (bulk_reasons->pdata[i], ==, single_reasons->pdata[i]);
        }
      bulk_log = dup_log (fixture->db);
      single_log = dup_log (single);
      g_assert_cmpstr (bulk_log, ==, single_log);
    }

  g_assert_true (tras_db_check_references (fixture->db, &error));
  g_assert_no_error (error);
}

/* A bulk leaves the connection as it was: references are looked at and triggers run. */
static void
test_afterwards (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) fields = list_fields (~0u);
  g_autoptr (TrasMeasurement) measurement = tras_measurement_new ();
  g_autoptr (TrasBulk) bulk = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL;
  guint8 refused[1] = { 0 };

  make_indicators (fixture->db);
  g_assert_true (tras_db_begin (fixture->db, "Numbers", &error));
  bulk = tras_bulk_new (fixture->db, TRAS_TYPE_MEASUREMENT, fields, count_refused, refused);
  set_measurement (measurement, 0, 0);
  g_assert_true (tras_bulk_add (bulk, measurement, 0, &error));
  g_assert_true (tras_bulk_flush (bulk, &error));
  g_assert_no_error (error);

  set_measurement (measurement, 77, 1);
  g_assert_false (tras_db_insert (fixture->db, measurement, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  set_measurement (measurement, 0, 12);
  g_assert_true (tras_db_insert (fixture->db, measurement, &error));
  log = dup_log (fixture->db);
  g_assert_nonnull (strstr (log, "Note 12 of 0"));
  tras_db_rollback (fixture->db);
}

/* ---- taken back: tras-take-back.c ---- */

#define N_LARGE 4000

static const char *const kept_tables[] = { "area", "person", "indicator", "measurement" };

/* A sum of all rows of the tables that these edits write. */
static char *
dup_state (TrasDb *db)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kept_tables); i++)
    {
      const TrasShape *shape = tras_db_get_shape (db, kept_tables[i], &error);
      g_autoptr (GString) sql = g_string_new ("SELECT tras_literals (");
      g_autoptr (TrasStatement) rows = NULL;

      g_assert_no_error (error);
      for (guint j = 0; j < shape->columns->len; j++)
        g_string_append_printf (sql, "%s%s", j > 0 ? ", " : "", (char *) shape->columns->pdata[j]);
      g_string_append_printf (sql, ") FROM %s ORDER BY 1", kept_tables[i]);
      rows = tras_engine_prepare_once (tras_db_get_engine (db), sql->str, &error);
      g_assert_no_error (error);
      while (tras_statement_step (rows, &error) > 0)
        {
          const char *text = tras_statement_column_text (rows, 0);

          g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
        }
      g_assert_no_error (error);
    }

  return g_strdup (g_checksum_get_string (sum));
}

static void
add_area (TrasDb     *db,
          const char *name)
{
  g_autoptr (TrasArea) area = tras_area_new ();
  g_autoptr (GError) error = NULL;

  area->name = g_strdup (name);
  g_assert_true (tras_db_insert (db, area, &error));
  g_assert_no_error (error);
}

/* New measurements of @from and the days behind it, of every indicator, each with every field. */
static void
add_many (TrasDb  *db,
          GRand   *rand,
          TrasDay  from)
{
  g_autoptr (GPtrArray) fields = list_fields (~0u);
  g_autoptr (TrasMeasurement) measurement = tras_measurement_new ();
  g_autoptr (TrasBulk) bulk = NULL;
  g_autoptr (GError) error = NULL;
  guint8 refused[1] = { 0 };

  bulk = tras_bulk_new (db, TRAS_TYPE_MEASUREMENT, fields, count_refused, refused);
  for (guint i = 0; i < N_LARGE * N_INDICATORS; i++)
    {
      set_random (rand, measurement, ~0u);
      measurement->indicator_id = i % N_INDICATORS + 1;
      measurement->period_on = from + (TrasDay) (i / N_INDICATORS);
      if (measurement->note == NULL)
        measurement->note = g_strdup ("'");
      g_assert_true (tras_bulk_add (bulk, measurement, 0, &error));
    }
  g_assert_true (tras_bulk_flush (bulk, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (refused[0], ==, 0);
}

/* One edit that adds, changes and deletes rows of several tables by turns. */
static void
change_many (TrasDb *db,
             GRand  *rand)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MEASUREMENT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measurements = tras_db_select (db, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < measurements->len; i++)
    {
      TrasMeasurement *measurement = measurements->pdata[i];

      if (i % 3 == 0)
        {
          measurement->value = random_real (rand);
          measurement->estimated = !measurement->estimated;
          g_assert_true (tras_db_update (db, measurement, &error));
        }
      else if (i % 3 == 1)
        g_assert_true (tras_db_delete (db, measurement, &error));
      if (i % 1000 == 0)
        {
          g_autofree char *name = g_strdup_printf ("Area 'of' %u", i);

          add_area (db, name);
        }
    }
  g_assert_no_error (error);
}

static void
check_taken_back (TrasDb     *db,
                  gboolean    again,
                  const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = again ? tras_edit_log_redo (db, NULL, NULL, NULL, &error)
                                 : tras_edit_log_undo (db, 0, NULL, NULL, NULL, &error);
  g_autofree char *state = dup_state (db);

  g_assert_no_error (error);
  g_assert_nonnull (label);
  g_assert_cmpstr (state, ==, expected);
}

/* Tens of thousands of changes, of several tables and kinds, come back and go again. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  TrasDb *db = fixture->db;
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = NULL, *added = NULL, *changed = NULL;

  make_indicators (db);
  empty = dup_state (db);

  g_assert_true (tras_db_begin (db, "Add", &error));
  add_area (db, "Before");
  add_many (db, rand, 0);
  add_area (db, "Between");
  add_many (db, rand, N_LARGE);
  g_assert_true (tras_db_commit (db, NULL, &error));
  added = dup_state (db);

  g_assert_true (tras_db_begin (db, "Change", &error));
  change_many (db, rand);
  add_many (db, rand, -N_LARGE);
  g_assert_true (tras_db_commit (db, NULL, &error));
  g_assert_no_error (error);
  changed = dup_state (db);
  g_assert_cmpstr (changed, !=, added);

  check_taken_back (db, FALSE, added);
  check_taken_back (db, FALSE, empty);
  check_taken_back (db, TRUE, added);
  check_taken_back (db, TRUE, changed);
  check_taken_back (db, FALSE, added);
  g_assert_true (tras_db_check_references (db, &error));
}

typedef struct
{
  GCancellable *cancellable;
  guint64 cancel_at;
  guint64 last;
  guint64 total;
} Watch;

static void
watch (guint64  done,
       guint64  total,
       gpointer user_data)
{
  Watch *self = user_data;

  g_assert_cmpuint (done, >=, self->last);
  g_assert_cmpuint (done, <=, total);
  self->last = done;
  self->total = total;
  if (done >= self->cancel_at)
    g_cancellable_cancel (self->cancellable);
}

/* What stops an undo in the middle leaves nothing of it: one row that another edit changed, or
 * whoever asked for it. */
static void
test_undo_stops (Fixture       *fixture,
                 gconstpointer  data)
{
  TrasDb *db = fixture->db;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MEASUREMENT);
  g_autoptr (TrasMeasurement) first = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *added = NULL, *changed = NULL, *label = NULL;
  Watch watched = { cancellable, N_LARGE, 0, 0 };
  gint64 edit;

  make_indicators (db);
  g_assert_true (tras_db_begin (db, "Add", &error));
  add_many (db, rand, 0);
  g_assert_true (tras_db_commit (db, &edit, &error));
  added = dup_state (db);

  tras_db_set_cancellable (db, cancellable);
  label = tras_edit_log_undo (db, edit, watch, &watched, NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (label);
  g_clear_error (&error);
  tras_db_set_cancellable (db, NULL);
  g_assert_cmpuint (watched.last, >=, N_LARGE);
  g_assert_cmpuint (watched.last, <, 2 * N_LARGE);
  g_assert_cmpuint (watched.total, ==, N_LARGE * N_INDICATORS);
  changed = dup_state (db);
  g_assert_cmpstr (changed, ==, added);
  g_clear_pointer (&changed, g_free);

  /* The one that is come to last. */
  tras_query_where_int (query, "indicator_id", TRAS_QUERY_EQ, 1);
  tras_query_where_date (query, "period_on", TRAS_QUERY_EQ, 0);
  first = tras_db_find (db, query, &error);
  g_assert_no_error (error);
  first->value = 77;
  g_assert_true (tras_db_begin (db, "Change", &error));
  g_assert_true (tras_db_update (db, first, &error));
  g_assert_true (tras_db_commit (db, NULL, &error));
  g_assert_no_error (error);
  changed = dup_state (db);
  g_assert_cmpstr (changed, !=, added);

  label = tras_edit_log_undo (db, edit, NULL, NULL, NULL, &error);
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONFLICT);
  g_assert_null (label);
  g_clear_error (&error);
  label = dup_state (db);
  g_assert_cmpstr (label, ==, changed);

  check_taken_back (db, FALSE, added);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/bulk/same", Fixture, NULL, fixture_set_up, test_same, fixture_tear_down);
  g_test_add ("/bulk/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);

  g_test_add ("/bulk/log", Fixture, NULL, fixture_set_up, test_log, fixture_tear_down);
  g_test_add ("/bulk/afterwards", Fixture, NULL, fixture_set_up, test_afterwards,
              fixture_tear_down);
  g_test_add ("/bulk/undo", Fixture, NULL, fixture_set_up, test_undo, fixture_tear_down);
  g_test_add ("/bulk/undo-stops", Fixture, NULL, fixture_set_up, test_undo_stops,
              fixture_tear_down);

  return g_test_run ();
}

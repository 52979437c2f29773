/* test-field-text.c: fields as text, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-error.h"
#include "tras-field-text.h"

TRAS_DECLARE_RECORD (Thing, thing, THING)

struct _Thing
{
  TrasRecord parent_instance;

  char *name;
  gint64 count;
  gint64 minutes;
  gboolean done;
  double value;
  TrasDay day;
  gint64 at;
  gint64 money;
  gint64 paid;
  gint64 quantity;
  gint64 cost;
  const char *state;
  gint64 owner_id;
};

static const TrasChoice states[] = {
  { "open", "Open" },
  { "closed", "Closed" },
  { NULL, NULL },
};

static const TrasField thing_fields[] = {
  TRAS_FIELD (Thing, name, TEXT, TRAS_FIELD_REQUIRED, "Name"),
  TRAS_FIELD (Thing, count, INTEGER, TRAS_FIELD_PLAIN, "Count"),
  TRAS_FIELD (Thing, minutes, INTEGER, TRAS_FIELD_HOURS, "Hours"),
  TRAS_FIELD (Thing, done, BOOLEAN, TRAS_FIELD_PLAIN, "Done"),
  TRAS_FIELD (Thing, value, REAL, TRAS_FIELD_PLAIN, "Value"),
  TRAS_FIELD (Thing, day, DATE, TRAS_FIELD_PLAIN, "Day"),
  TRAS_FIELD (Thing, at, INSTANT, TRAS_FIELD_PLAIN, "At"),
  TRAS_FIELD (Thing, money, MONEY, TRAS_FIELD_PLAIN, "Money"),
  TRAS_FIELD (Thing, paid, MONEY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED, "Paid",
              .initial = "0"),
  TRAS_FIELD (Thing, quantity, QUANTITY, TRAS_FIELD_PLAIN, "Quantity"),
  TRAS_FIELD (Thing, cost, UNIT_COST, TRAS_FIELD_PLAIN, "Cost"),
  TRAS_FIELD (Thing, state, CHOICE, TRAS_FIELD_PLAIN, "State", .choices = states),
  TRAS_FIELD (Thing, owner_id, REFERENCE, TRAS_FIELD_PLAIN, "Owner", .target = "person"),
};

static const TrasTable thing_table = {
  .name = "thing",
  .kind = "things",
  .fields = thing_fields,
  .n_fields = G_N_ELEMENTS (thing_fields),
};

TRAS_DEFINE_RECORD (Thing, thing, &thing_table)

static void
test_plain (void)
{
  static const struct
  {
    const char *field;
    const char *in;
    const char *out; /* NULL: refused */
  } cases[] = {
    { "name", "Latón", "Latón" },
    { "name", "", "" },
    { "count", "-12", "-12" },
    { "count", "1.5", NULL },
    { "minutes", "90", "90" },
    { "done", "yes", "1" },
    { "done", "0", "0" },
    { "done", "maybe", NULL },
    { "value", "2.9999999999999999E-2", "0.03" },
    { "value", "abc", NULL },
    { "day", "2026-02-28", "2026-02-28" },
    { "day", "2026-02-29", NULL },
    { "at", "2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z" },
    { "at", "2026-11-21T10:00", "2026-11-21T10:00:00Z" },
    { "at", "2026-11-21 10:00", "2026-11-21T10:00:00Z" },
    { "at", "2026-11-21 10:00:05+01:00", "2026-11-21T09:00:05Z" },
    { "at", "2026-11-21 25:00", NULL },
    { "at", "2026-11-21 ", NULL },
    { "at", "yesterday", NULL },
    { "money", "12.5", "12.50" },
    { "money", "12.505", NULL },
    { "paid", "12.5", "12.50" },
    { "paid", "-0.01", NULL },
    { "money", "92233720368547758.08", NULL },
    { "quantity", "0.25", "0.250" },
    { "cost", "1.2345", "1.2345" },
    { "state", "CLOSED", "closed" },
    { "state", "Open", "open" },
    { "state", "gone", NULL },
    { "owner", "7", "7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Thing) thing = thing_new ();
      g_autoptr (Thing) before = tras_record_dup (thing);
      const TrasField *field = tras_table_find_field (&thing_table, cases[i].field);
      g_autoptr (GError) error = NULL;
      gboolean taken = tras_field_set_plain (TRAS_RECORD (thing), field, cases[i].in, &error);

      g_test_message ("%s: %s", cases[i].field, cases[i].in);
      g_assert_cmpint (taken, ==, cases[i].out != NULL);
      if (taken)
        {
          g_autofree char *out = tras_field_dup_plain (TRAS_RECORD (thing), field);

          g_assert_cmpstr (out, ==, cases[i].out);
        }
      else
        {
          g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
          g_assert_true (tras_record_equal (TRAS_RECORD (thing), TRAS_RECORD (before)));
        }
    }
}

/* Whatever a field holds, its shown text typed back gives the same value, in every language. */
static void
test_shown_and_typed (void)
{
  static const char *const languages[] = { "en", "es", "pt_BR", "it" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 400; round++)
    {
      const TrasNumberFormat *format =
        tras_number_format_for_language (languages[round % G_N_ELEMENTS (languages)]);
      g_autoptr (Thing) thing = thing_new ();

      thing->name = g_strdup_printf ("ñ %u", g_rand_int (rand));
      thing->count = g_rand_int_range (rand, -2000000, 2000000);
      thing->minutes = g_rand_int_range (rand, -6000, 600000);
      thing->day = g_rand_int_range (rand, 0, 30000);
      thing->value = g_rand_double_range (rand, -1e6, 1e6);
      thing->at = 60 * (gint64) g_rand_int_range (rand, 0, 40000000);
      thing->paid = g_rand_int_range (rand, 0, G_MAXINT32);
      thing->money = g_rand_int_range (rand, G_MININT32, G_MAXINT32);
      thing->quantity = g_rand_int_range (rand, G_MININT32, G_MAXINT32);
      thing->state = states[round % 2].word;
      for (guint i = 0; i < thing_table.n_fields; i++)
        {
          const TrasField *field = &thing_fields[i];
          g_autoptr (Thing) copy = tras_record_dup (thing);
          g_autoptr (GError) error = NULL;
          g_autofree char *shown =
            tras_field_dup_shown (TRAS_RECORD (thing), field, format, "EUR");

          if (field->type == TRAS_VALUE_UNIT_COST)
            continue;
          tras_record_clear (TRAS_RECORD (copy), field);
          tras_field_set_typed (TRAS_RECORD (copy), field, shown, format, "EUR", &error);
          g_test_message ("%s in %s: %s", field->name, format->language, shown);
          g_assert_no_error (error);
          g_assert_true (tras_record_equal (TRAS_RECORD (copy), TRAS_RECORD (thing)));
        }
    }
}

static void
test_hours (void)
{
  static const struct
  {
    const char *language;
    const char *in;
    gint64 minutes; /* TRAS_NULL: refused */
    const char *shown;
  } cases[] = {
    { "en", "40", 2400, "40" },
    { "en", "1.5", 90, "1.5" },
    { "es", "1,5", 90, "1,5" },
    { "en", "1:30", 90, "1.5" },
    { "es", "1,5 h", 90, "1,5" },
    { "es", "12:30", 750, "12,5" },
    { "pt_BR", "2 horas", 120, "2" },
    { "es", "0:05", 5, "0,08" },
    { "en", "0.01", 1, "0.02" },
    { "en", "1:60", TRAS_NULL, NULL },
    { "en", "1:5", TRAS_NULL, NULL },
    { "en", "90 minutes", TRAS_NULL, NULL },
    { "en", "1e300", TRAS_NULL, NULL },
  };
  const TrasField *field = tras_table_find_field (&thing_table, "minutes");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TrasNumberFormat *format = tras_number_format_for_language (cases[i].language);
      g_autoptr (Thing) thing = thing_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;

      g_test_message ("%s: %s", cases[i].language, cases[i].in);
      thing->minutes = TRAS_NULL;
      g_assert_cmpint (tras_field_set_typed (TRAS_RECORD (thing), field, cases[i].in, format, "EUR",
                                             &error), ==, cases[i].minutes != TRAS_NULL);
      g_assert_cmpint (thing->minutes, ==, cases[i].minutes);
      if (cases[i].minutes == TRAS_NULL)
        {
          g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
          continue;
        }
      shown = tras_field_dup_shown (TRAS_RECORD (thing), field, format, "EUR");
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* An amount that cannot be less than nothing, and is nothing where nothing is typed. */
static void
test_unsigned (void)
{
  const TrasField *field = tras_table_find_field (&thing_table, "paid");
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  g_autoptr (Thing) thing = thing_new ();
  g_autoptr (GError) error = NULL;

  thing->paid = 700;
  g_assert_false (tras_field_set_typed (TRAS_RECORD (thing), field, "-3", format, "EUR", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "“Paid” cannot be less than zero");
  g_assert_cmpint (thing->paid, ==, 700);
  g_assert_true (tras_field_set_typed (TRAS_RECORD (thing), field, " ", format, "EUR", NULL));
  g_assert_cmpint (thing->paid, ==, 0);
}

/* A day as people write it, with a time behind it. */
static void
test_instant (void)
{
  const TrasField *field = tras_table_find_field (&thing_table, "at");
  const TrasNumberFormat *format = tras_number_format_for_language ("es");
  static const char *const wrong[] = { "24/11/2026", "9:30", "24/11/2026 25:00", "24/11/2026 9:5",
                                       "31/02/2026 10:00", "mañana 10:00" };
  g_autoptr (Thing) thing = thing_new ();
  g_autofree char *plain = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tras_field_set_typed (TRAS_RECORD (thing), field, wrong[i], format, "EUR",
                                            &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
    }
  g_assert_true (tras_field_set_typed (TRAS_RECORD (thing), field, "24/11/2026 9:30", format,
                                       "EUR", NULL));
  plain = tras_field_dup_plain (TRAS_RECORD (thing), field);
  g_assert_cmpstr (plain, ==, "2026-11-24T09:30:00Z");
}

static void
test_required (void)
{
  g_autoptr (Thing) thing = thing_new ();
  g_autoptr (GError) error = NULL;

  thing->name = g_strdup ("x");
  g_assert_false (tras_field_set_typed (TRAS_RECORD (thing), &thing_fields[0], "  ",
                                        tras_number_format_get_default (), "EUR", &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_assert_cmpstr (thing->name, ==, "x");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-text/plain", test_plain);
  g_test_add_func ("/field-text/shown-and-typed", test_shown_and_typed);
  g_test_add_func ("/field-text/hours", test_hours);
  g_test_add_func ("/field-text/unsigned", test_unsigned);
  g_test_add_func ("/field-text/instant", test_instant);
  g_test_add_func ("/field-text/required", test_required);

  return g_test_run ();
}

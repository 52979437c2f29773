/* test-event-signal.c: whether something happened again sooner than chance explains
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-event-signal.h"

/* A Monday. */
#define MONDAY (20000 - (20000 + 3) % 7)

static void
add (GArray  *events,
     TrasDay  day)
{
  g_array_append_val (events, day);
}

static gboolean
judge (GArray          *events,
       TrasEventSignal *signal)
{
  return tras_event_signal_find ((TrasDay *) (gpointer) events->data, events->len, signal);
}

/* So many intervals of the same length. */
static GArray *
make_regular (TrasDay from,
              int     n,
              int     days)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (TrasDay));

  for (int i = 0; i <= n; i++)
    add (events, from + i * days);

  return events;
}

static void
test_few (void)
{
  g_autoptr (GArray) events = make_regular (MONDAY, 0, 1);
  TrasEventSignal signal;

  g_assert_false (tras_event_signal_find (NULL, 0, &signal));
  g_assert_false (signal.worse);
  g_assert_false (judge (events, &signal));

  /* Two on one day are a lot, but nobody knows yet what is usual. */
  add (events, MONDAY);
  g_assert_true (judge (events, &signal));
  g_assert_false (signal.worse);
  g_assert_true (isnan (signal.limits.centre));
}

/* Every 28 days, then after 5. */
static void
test_sooner (void)
{
  g_autoptr (GArray) events = make_regular (MONDAY, 12, 28);
  TrasEventSignal signal;

  g_assert_true (judge (events, &signal));
  g_assert_true (signal.rare);
  g_assert_cmpint (signal.newest, ==, 28);
  g_assert_cmpfloat_with_epsilon (signal.limits.centre, 28.0, 1e-9);
  g_assert_false (signal.worse);

  add (events, g_array_index (events, TrasDay, events->len - 1) + 5);
  g_assert_true (judge (events, &signal));
  g_assert_cmpint (signal.newest, ==, 5);
  g_assert_true (signal.worse);
}

/* Later than usual is unusual too, and better. */
static void
test_later (void)
{
  g_autoptr (GArray) events = make_regular (MONDAY, 12, 28);
  TrasEventSignal signal;

  add (events, g_array_index (events, TrasDay, events->len - 1) + 300);
  g_assert_true (judge (events, &signal));
  g_assert_false (signal.worse);
}

/* Two or three a week, and eight in the last: 2.66 times a mean range of 1 above 2.5 is 5.2. */
static void
test_weeks (void)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  TrasEventSignal signal;

  for (int week = 0; week < 20; week++)
    {
      for (int i = 0; i < 2 + week % 2; i++)
        add (events, MONDAY + 7 * week + i);
    }
  g_assert_true (judge (events, &signal));
  g_assert_false (signal.rare);
  g_assert_cmpint (signal.newest, ==, 3);
  g_assert_cmpfloat_with_epsilon (signal.limits.centre, 2.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (signal.limits.upper, 2.5 + 2.66, 1e-9);
  g_assert_false (signal.worse);

  for (int i = 0; i < 8; i++)
    add (events, MONDAY + 7 * 20);
  g_assert_true (judge (events, &signal));
  g_assert_cmpint (signal.newest, ==, 8);
  g_assert_true (signal.worse);
}

/* What is the same every time is never a signal, and whole weeks earlier or later nothing is
 * another one. */
static void
test_properties (void)
{
  for (int i = 0; i < 300; i++)
    {
      int days = g_test_rand_int_range (1, 60);
      int shift = 7 * g_test_rand_int_range (-500, 500);
      g_autoptr (GArray) regular = make_regular (MONDAY, g_test_rand_int_range (1, 40), days);
      g_autoptr (GArray) any = g_array_new (FALSE, FALSE, sizeof (TrasDay));
      g_autoptr (GArray) shifted = g_array_new (FALSE, FALSE, sizeof (TrasDay));
      TrasEventSignal signal, other;
      TrasDay day = MONDAY;

      g_assert_true (judge (regular, &signal));
      g_assert_false (signal.rare && signal.worse);
      for (int j = 0; j < 30; j++)
        {
          day += g_test_rand_int_range (0, days + 1);
          add (any, day);
          add (shifted, day + shift);
        }
      g_assert_true (judge (any, &signal));
      g_assert_true (judge (shifted, &other));
      g_assert_cmpint (signal.rare, ==, other.rare);
      g_assert_cmpint (signal.newest, ==, other.newest);
      g_assert_cmpint (signal.worse, ==, other.worse);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-signal/few", test_few);
  g_test_add_func ("/event-signal/sooner", test_sooner);
  g_test_add_func ("/event-signal/later", test_later);
  g_test_add_func ("/event-signal/weeks", test_weeks);
  g_test_add_func ("/event-signal/properties", test_properties);

  return g_test_run ();
}

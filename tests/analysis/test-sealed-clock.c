/* test-sealed-clock.c: two times that the law sets, counted on a calendar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-sealed-clock.h"

#define DAY(text) tras_day_from_iso (text)

static const struct
{
  const char *received;
  const char *acknowledge_by;
  const char *answer_by;
} last_days[] = {
  { "2026-11-02", "2026-11-09", "2027-02-02" },
  /* February has no thirtieth, and in a leap year a twenty-ninth. */
  { "2026-11-30", "2026-12-07", "2027-02-28" },
  { "2027-11-30", "2027-12-07", "2028-02-29" },
  { "2027-11-29", "2027-12-06", "2028-02-29" },
  { "2028-11-29", "2028-12-06", "2029-02-28" },
  { "2028-02-29", "2028-03-07", "2028-05-29" },
  /* From a month's last day to one that is shorter; and not to the last of a longer one. */
  { "2026-08-31", "2026-09-07", "2026-11-30" },
  { "2026-01-31", "2026-02-07", "2026-04-30" },
  { "2026-11-29", "2026-12-06", "2027-02-28" },
  { "2026-06-30", "2026-07-07", "2026-09-30" },
  { "2027-02-28", "2027-03-07", "2027-05-28" },
  /* Over the turn of a year. */
  { "2026-12-28", "2027-01-04", "2027-03-28" },
  { "2026-10-01", "2026-10-08", "2027-01-01" },
  /* 2100 is no leap year, 2000 was one. */
  { "2099-11-30", "2099-12-07", "2100-02-28" },
  { "1999-11-30", "1999-12-07", "2000-02-29" },
  { "2100-02-22", "2100-03-01", "2100-05-22" },
};

static void
test_last_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (last_days); i++)
    {
      TrasDay received = DAY (last_days[i].received);
      g_autofree char *acknowledge = NULL, *answer = NULL;
      TrasSealedClock clock;

      tras_sealed_clock_read (&clock, received, TRAS_DAY_NONE, TRAS_DAY_NONE, TRAS_DAY_NONE,
                              received);
      acknowledge = tras_day_to_iso (clock.acknowledge_by);
      answer = tras_day_to_iso (clock.answer_by);
      g_assert_cmpstr (acknowledge, ==, last_days[i].acknowledge_by);
      g_assert_cmpstr (answer, ==, last_days[i].answer_by);
      g_assert_cmpint (clock.acknowledge_left, ==, 7);
      g_assert_false (clock.acknowledge_late || clock.answer_late);
    }
}

/* The last day is a day on which it can still be done. */
static void
test_late (void)
{
  static const struct
  {
    const char *today;
    int acknowledge_left;
    int answer_left;
    gboolean acknowledge_late;
    gboolean answer_late;
  } vectors[] = {
    { "2026-11-30", 7, 90, FALSE, FALSE },
    { "2026-12-07", 0, 83, FALSE, FALSE },
    { "2026-12-08", -1, 82, TRUE, FALSE },
    { "2027-02-28", -83, 0, TRUE, FALSE },
    { "2027-03-01", -84, -1, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      TrasSealedClock clock;

      tras_sealed_clock_read (&clock, DAY ("2026-11-30"), TRAS_DAY_NONE, TRAS_DAY_NONE,
                              TRAS_DAY_NONE, DAY (vectors[i].today));
      g_assert_cmpint (clock.state, ==, TRAS_SEALED_RECEIVED);
      g_assert_cmpint (clock.acknowledge_left, ==, vectors[i].acknowledge_left);
      g_assert_cmpint (clock.answer_left, ==, vectors[i].answer_left);
      g_assert_cmpint (clock.acknowledge_late, ==, vectors[i].acknowledge_late);
      g_assert_cmpint (clock.answer_late, ==, vectors[i].answer_late);
    }
}

static void
test_states (void)
{
  TrasDay received = DAY ("2026-01-10"), today = DAY ("2026-12-01");
  TrasSealedClock clock;

  tras_sealed_clock_read (&clock, received, received + 3, TRAS_DAY_NONE, TRAS_DAY_NONE, today);
  g_assert_cmpint (clock.state, ==, TRAS_SEALED_ACKNOWLEDGED);
  g_assert_false (clock.acknowledge_late);
  g_assert_cmpint (clock.acknowledge_left, ==, 0);
  g_assert_true (clock.answer_late);

  tras_sealed_clock_read (&clock, received, received + 3, received + 40, TRAS_DAY_NONE, today);
  g_assert_cmpint (clock.state, ==, TRAS_SEALED_ANSWERED);
  g_assert_false (clock.acknowledge_late || clock.answer_late);

  /* Whoever got an answer knows that the report arrived. */
  tras_sealed_clock_read (&clock, received, TRAS_DAY_NONE, received + 40, TRAS_DAY_NONE, today);
  g_assert_cmpint (clock.state, ==, TRAS_SEALED_ANSWERED);
  g_assert_false (clock.acknowledge_late || clock.answer_late);

  /* Nothing is late that is closed. */
  tras_sealed_clock_read (&clock, received, TRAS_DAY_NONE, TRAS_DAY_NONE, received + 60, today);
  g_assert_cmpint (clock.state, ==, TRAS_SEALED_CLOSED);
  g_assert_false (clock.acknowledge_late || clock.answer_late);
  g_assert_cmpint (clock.answer_left, ==, 0);
}

/* Both laws are kept: the answer is never due later than three months after the acknowledgement,
 * nor than three months after the seven days. */
static void
test_never_later (void)
{
  for (TrasDay received = DAY ("2024-01-01"); received < DAY ("2028-12-31"); received++)
    {
      TrasSealedClock clock;

      tras_sealed_clock_read (&clock, received, TRAS_DAY_NONE, TRAS_DAY_NONE, TRAS_DAY_NONE,
                              received);
      for (TrasDay day = received; day <= clock.acknowledge_by; day++)
        g_assert_cmpint (clock.answer_by, <=, tras_day_add_months (day, 3));
      g_assert_cmpint (clock.answer_left, >=, 89);
      g_assert_cmpint (clock.answer_left, <=, 92);
    }
}

static void
test_erasing (void)
{
  static const struct
  {
    const char *closed;
    const char *on;
    const char *by;
  } vectors[] = {
    { "2026-11-30", "2028-11-30", "2031-11-30" },
    { "2028-02-29", "2030-02-28", "2033-02-28" },
    { "2026-02-28", "2028-02-28", "2031-02-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      TrasDay closed = DAY (vectors[i].closed);

      g_assert_cmpint (tras_sealed_clock_erase_on (closed), ==, DAY (vectors[i].on));
      g_assert_cmpint (tras_sealed_clock_erase_by (closed), ==, DAY (vectors[i].by));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sealed-clock/last-days", test_last_days);
  g_test_add_func ("/sealed-clock/late", test_late);
  g_test_add_func ("/sealed-clock/states", test_states);
  g_test_add_func ("/sealed-clock/never-later", test_never_later);
  g_test_add_func ("/sealed-clock/erasing", test_erasing);

  return g_test_run ();
}

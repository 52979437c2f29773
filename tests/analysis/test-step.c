/* test-step.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "sample-series.h"
#include "tras-step.h"

/* Twenty points about 10, one on the centre, then a run of @n at @value from period 21. */
static void
fill (Sample *sample,
      guint   n,
      double  value)
{
  sample_clear (sample);
  sample_add_saw (sample, 20);
  sample_add (sample, 10.0);
  for (guint i = 0; i < n; i++)
    sample_add (sample, value);
}

static gboolean
propose (const Sample *sample,
         const gint32 *events,
         gsize         n_events,
         TrasStep     *step)
{
  TrasLimits limits;
  gsize n_limits = tras_limits_compute (&sample->series, NULL, 0, &limits);

  return tras_step_propose (&sample->series, &limits, n_limits, events, n_events, step);
}

static void
test_run (void)
{
  const gint32 event = 20;
  Sample sample;
  TrasStep step;

  fill (&sample, 6, 11.0);
  g_assert_false (propose (&sample, &event, 1, &step));

  fill (&sample, 7, 11.0);
  g_assert_true (propose (&sample, &event, 1, &step));
  g_assert_cmpuint (step.first, ==, 21);
  g_assert_cmpuint (step.length, ==, 7);
  g_assert_cmpint (step.side, ==, 1);

  fill (&sample, 9, 9.0);
  g_assert_true (propose (&sample, &event, 1, &step));
  g_assert_cmpuint (step.length, ==, 9);
  g_assert_cmpint (step.side, ==, -1);

  /* The run is over. */
  sample_add (&sample, 11.0);
  g_assert_false (propose (&sample, &event, 1, &step));
  fill (&sample, 9, 9.0);
  sample_add (&sample, 10.0);
  g_assert_false (propose (&sample, &event, 1, &step));
}

static void
test_event (void)
{
  const struct { gint32 event; gboolean expected; } cases[] = {
    { 17, FALSE }, { 18, TRUE }, { 20, TRUE }, { 21, TRUE }, { 22, FALSE },
  };
  const gint32 events[] = { 5, 19, 18, 20, 19, 25 };
  Sample sample;
  TrasStep step;

  fill (&sample, 8, 11.0);
  g_assert_false (propose (&sample, NULL, 0, &step));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (propose (&sample, &cases[i].event, 1, &step), ==, cases[i].expected);

  /* The latest one that fits. */
  g_assert_true (propose (&sample, events, G_N_ELEMENTS (events), &step));
  g_assert_cmpuint (step.event, ==, 3);
}

/* A run does not reach over the start of the newest segment. */
static void
test_segment (void)
{
  const TrasSegmentStart start = { 24, 20 };
  const gint32 event = 20;
  TrasLimits limits[2];
  Sample sample;
  TrasStep step;

  fill (&sample, 9, 11.0);
  g_assert_true (propose (&sample, &event, 1, &step));
  g_assert_cmpuint (tras_limits_compute (&sample.series, &start, 1, limits), ==, 2);
  g_assert_false (tras_step_propose (&sample.series, limits, 2, &event, 1, &step));
}

static void
test_no_limits (void)
{
  const gint32 event = 0;
  Sample sample;
  TrasStep step;

  sample_clear (&sample);
  g_assert_false (propose (&sample, &event, 1, &step));
  sample_add_saw (&sample, 5);
  g_assert_false (propose (&sample, &event, 1, &step));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step/run", test_run);
  g_test_add_func ("/step/event", test_event);
  g_test_add_func ("/step/segment", test_segment);
  g_test_add_func ("/step/no-limits", test_no_limits);

  return g_test_run ();
}

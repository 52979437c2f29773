/* tras-event-signal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-event-signal.h"
#include "tras-verdict.h"

/* Events of which there are many weeks are judged by the last two years of them. */
#define MOST_WEEKS 104

static gboolean
take_verdict (const TrasVerdict *verdict,
              TrasEventSignal   *signal)
{
  signal->worse = verdict->variation == TRAS_VARIATION_CONCERNING;

  return verdict->n_limits > 0 &&
         verdict->limits[verdict->n_limits - 1].state != TRAS_LIMITS_UNFIT;
}

/* How many there were in each week, empty ones too. %FALSE where they are too rare for that. */
static gboolean
judge_weeks (const TrasDay   *events,
             gsize            n_events,
             TrasEventSignal *signal)
{
  gint32 last = tras_period_index (TRAS_EVERY_WEEK, events[n_events - 1]);
  gint32 first = MAX (tras_period_index (TRAS_EVERY_WEEK, events[0]), last - MOST_WEEKS + 1);
  gsize n = (gsize) (last - first) + 1;
  g_autofree gint32 *weeks = g_new (gint32, n);
  g_autofree double *counts = g_new0 (double, n);
  g_autoptr (TrasVerdict) verdict = NULL;
  const TrasLimits *limits;
  TrasSeries series = TRAS_SERIES_INIT;

  for (gsize i = 0; i < n; i++)
    weeks[i] = first + (gint32) i;
  for (gsize i = 0; i < n_events; i++)
    {
      gint32 week = tras_period_index (TRAS_EVERY_WEEK, events[i]);

      if (week >= first)
        counts[week - first]++;
    }
  series.n = n;
  series.periods = weeks;
  series.values = counts;
  series.floor = 0;
  series.counts = TRUE;
  series.better = TRAS_BETTER_DOWN;
  verdict = tras_verdict_new (&series, NULL, 0, TRAS_RULES_DEFAULT, NAN);
  if (!take_verdict (verdict, signal))
    return FALSE;

  limits = &verdict->limits[verdict->n_limits - 1];
  signal->newest = (int) counts[n - 1];
  signal->limits =
    (TrasRareLimits) { limits->mean, limits->drawn_lower, limits->drawn_upper };

  return TRUE;
}

/* Where fewer are better, more days between them are. */
static void
judge_intervals (const TrasDay   *events,
                 gsize            n_events,
                 TrasEventSignal *signal)
{
  g_autofree gint32 *ordinals = g_new (gint32, n_events);
  g_autofree double *values = g_new (double, n_events);
  g_autoptr (TrasVerdict) verdict = NULL;
  TrasSeries series = TRAS_SERIES_INIT;

  series.n = tras_rare_series (events, n_events, ordinals, values);
  series.periods = ordinals;
  series.values = values;
  series.floor = 0;
  series.better = TRAS_BETTER_UP;
  verdict = tras_verdict_new (&series, NULL, 0, TRAS_RULES_DEFAULT, NAN);
  take_verdict (verdict, signal);
  signal->rare = TRUE;
  signal->newest = events[n_events - 1] - events[n_events - 2];
  if (verdict->n_limits > 0)
    tras_rare_limits (&verdict->limits[verdict->n_limits - 1], &signal->limits);
}

/**
 * tras_event_signal_find:
 * @events: (array length=n_events): the days on which something bad happened, not falling
 * @n_events: how many
 * @signal: (out): what the newest of them says
 *
 * Events of which there is more than one in most weeks are judged by their number in a week, as any
 * other indicator; rarer ones by the days between them (docs: analysis, process limits). With too
 * few for limits nothing is a signal.
 *
 * Returns: whether there were two events at least, so that there is something to compare
 */
gboolean
tras_event_signal_find (const TrasDay   *events,
                        gsize            n_events,
                        TrasEventSignal *signal)
{
  g_return_val_if_fail (events != NULL || n_events == 0, FALSE);
  g_return_val_if_fail (signal != NULL, FALSE);

  *signal = (TrasEventSignal) { FALSE, 0, { NAN, NAN, NAN }, FALSE };
  if (n_events < 2)
    return FALSE;

  if (!judge_weeks (events, n_events, signal))
    judge_intervals (events, n_events, signal);

  return TRUE;
}

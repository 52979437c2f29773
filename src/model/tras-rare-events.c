/* tras-rare-events.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-rare-events.h"

/* More in one period is not rare, whatever the others are. */
#define MOST_IN_A_PERIOD 1000

/* A count says in which period something happened. One event is taken to be in its middle, several
 * to be spread over it. */
static void
add_events (TrasIndicatorSeries *series,
            gsize                point,
            GArray              *events,
            GArray              *points)
{
  TrasDay first = tras_period_start (series->every, series->periods[point]);
  int length = tras_period_start (series->every, series->periods[point] + 1) - first;
  int n = (int) CLAMP (round (series->values[point]), 0, MOST_IN_A_PERIOD);

  for (int i = 0; i < n; i++)
    {
      TrasDay day = first + (2 * i + 1) * length / (2 * n);

      g_array_append_val (events, day);
      g_array_append_val (points, point);
    }
}

/**
 * tras_rare_events_new:
 * @series: a series
 *
 * Returns: (transfer full) (nullable): its events, where they are too rare for limits of every
 *   period (see tras_limits_compute()) and two have happened; else %NULL
 */
TrasRareEvents *
tras_rare_events_new (TrasIndicatorSeries *series)
{
  const TrasVerdict *verdict;
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (TrasDay));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (gsize));
  TrasSeries intervals = TRAS_SERIES_INIT;
  TrasRareEvents *self;

  g_return_val_if_fail (series != NULL, NULL);

  verdict = series->verdict;
  if (verdict->n_limits == 0 ||
      verdict->limits[verdict->n_limits - 1].state != TRAS_LIMITS_UNFIT)
    return NULL;

  for (gsize i = 0; i < series->n; i++)
    add_events (series, i, events, points);
  if (events->len < 2)
    return NULL;

  self = g_new0 (TrasRareEvents, 1);
  self->n = events->len - 1;
  self->events = (TrasDay *) (gpointer) g_array_free (g_steal_pointer (&events), FALSE);
  self->points = (gsize *) (gpointer) g_array_free (g_steal_pointer (&points), FALSE);
  self->ordinals = g_new (gint32, self->n);
  self->values = g_new (double, self->n);
  self->left_out = g_new (guint8, self->n);
  tras_rare_series (self->events, self->n + 1, self->ordinals, self->values);
  for (gsize i = 0; i < self->n; i++)
    self->left_out[i] = series->left_out[self->points[i + 1]];

  /* Where fewer are better, more days between them are. */
  intervals.n = self->n;
  intervals.periods = self->ordinals;
  intervals.values = self->values;
  intervals.left_out = self->left_out;
  intervals.floor = 0;
  intervals.better = series->series.better == TRAS_BETTER_DOWN ? TRAS_BETTER_UP
                     : series->series.better == TRAS_BETTER_UP ? TRAS_BETTER_DOWN
                                                               : TRAS_BETTER_NEITHER;
  self->verdict = tras_verdict_new (&intervals, NULL, 0, verdict->rules, NAN);
  self->limited = self->verdict->n_limits > 0 &&
                  tras_rare_limits (&self->verdict->limits[self->verdict->n_limits - 1],
                                    &self->limits);

  return self;
}

/**
 * tras_rare_events_free:
 * @self: (transfer full): events
 */
void
tras_rare_events_free (TrasRareEvents *self)
{
  g_return_if_fail (self != NULL);

  tras_verdict_free (self->verdict);
  g_free (self->events);
  g_free (self->points);
  g_free (self->ordinals);
  g_free (self->values);
  g_free (self->left_out);
  g_free (self);
}

/**
 * tras_rare_events_get_days:
 * @self: events
 * @interval: which interval, from 0
 *
 * Returns: how many days it lasted
 */
int
tras_rare_events_get_days (TrasRareEvents *self,
                           gsize           interval)
{
  g_return_val_if_fail (self != NULL && interval < self->n, 0);

  return self->events[interval + 1] - self->events[interval];
}

/**
 * tras_rare_events_find:
 * @self: events
 * @point: a point of the series
 *
 * Returns: the last interval that ended in its period; -1 for none
 */
gssize
tras_rare_events_find (TrasRareEvents *self,
                       gsize           point)
{
  g_return_val_if_fail (self != NULL, -1);

  for (gsize i = self->n; i > 0; i--)
    {
      if (self->points[i] == point)
        return (gssize) i - 1;
    }

  return -1;
}

static char *
dup_newest (TrasRareEvents         *self,
            const TrasNumberFormat *format)
{
  int newest = tras_rare_events_get_days (self, self->n - 1);
  g_autofree char *days = tras_number_format_real (format, newest, 0);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *mean = NULL;

  if (!self->limited)
    return g_strdup_printf (ngettext ("Rare: %s day between the last two; too few yet to say what "
                                      "is usual.",
                                      "Rare: %s days between the last two; too few yet to say what "
                                      "is usual.", (gulong) newest),
                            days);

  low = tras_number_format_real (format, self->limits.lower, 0);
  high = tras_number_format_real (format, self->limits.upper, 0);
  mean = tras_number_format_real (format, self->limits.centre, 0);
  /* TRANSLATORS: numbers of days: the newest, the usual lowest and highest, the mean */
  switch (self->verdict->variation)
    {
    case TRAS_VARIATION_IMPROVING:
      return g_strdup_printf (_("Better than usual: %s days between the last two, normally %s to "
                                "%s, %s on average."), days, low, high, mean);
    case TRAS_VARIATION_CONCERNING:
      return g_strdup_printf (_("Worse than usual: %s days between the last two, normally %s to "
                                "%s, %s on average."), days, low, high, mean);
    case TRAS_VARIATION_NEUTRAL:
      return g_strdup_printf (_("Unusual: %s days between the last two, normally %s to %s, %s on "
                                "average."), days, low, high, mean);
    case TRAS_VARIATION_NONE:
    case TRAS_VARIATION_COMMON:
    default:
      return g_strdup_printf (_("As usual: %s days between the last two, normally %s to %s, %s on "
                                "average."), days, low, high, mean);
    }
}

/**
 * tras_rare_events_dup_sentence:
 * @self: events
 * @series: the series they are of
 * @format: how to write numbers
 *
 * Returns: (transfer full): what the days between them say, and for how long there has been none
 */
char *
tras_rare_events_dup_sentence (TrasRareEvents         *self,
                               TrasIndicatorSeries    *series,
                               const TrasNumberFormat *format)
{
  g_autofree char *newest = NULL;
  g_autofree char *days = NULL;
  g_autofree char *since = NULL;
  int passed;

  g_return_val_if_fail (self != NULL && series != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  newest = dup_newest (self, format);
  passed = MAX (series->day - self->events[self->n], 0);
  days = tras_number_format_real (format, passed, 0);
  if (self->limited && passed > self->limits.upper)
    since = g_strdup_printf (ngettext ("None for %s day since, longer than is usual.",
                                       "None for %s days since, longer than is usual.",
                                       (gulong) passed), days);
  else
    since = g_strdup_printf (ngettext ("None for %s day since.", "None for %s days since.",
                                       (gulong) passed), days);

  return g_strdup_printf (C_("sentences", "%s %s"), newest, since);
}

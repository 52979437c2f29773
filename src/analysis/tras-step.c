/* tras-step.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-step.h"

/* Seven in a row are a signal, and the first of them is then six points old: as many as new limits
 * need. */
#define RUN_LEAST 7

/* How many periods before the run its cause may lie. */
#define REACH 3

/* The latest event that may have caused what began in `start`. */
static gboolean
find_event (const gint32 *events,
            gsize         n_events,
            gint32        start,
            gsize        *event)
{
  gboolean found = FALSE;

  for (gsize i = 0; i < n_events; i++)
    {
      if (events[i] > start || events[i] < start - REACH)
        continue;
      if (!found || events[i] > events[*event])
        *event = i;
      found = TRUE;
    }

  return found;
}

/**
 * tras_step_get_run:
 * @series: a valid series
 * @limits: (array length=n_limits): its segments from tras_limits_compute()
 * @n_limits: how many
 * @run: (out): the run; its event is none of any list
 *
 * Finds the newest points in a row that lie on one side of the newest segment's centre.
 *
 * Returns: whether the newest point lies on a side
 */
gboolean
tras_step_get_run (const TrasSeries *series,
                   const TrasLimits *limits,
                   gsize             n_limits,
                   TrasStep         *run)
{
  const TrasLimits *newest;
  gsize first;
  int side;

  g_return_val_if_fail (series != NULL, FALSE);
  g_return_val_if_fail (limits != NULL || n_limits == 0, FALSE);
  g_return_val_if_fail (run != NULL, FALSE);

  if (n_limits == 0)
    return FALSE;

  newest = &limits[n_limits - 1];
  side = tras_limits_side (newest, series->values[series->n - 1]);
  first = series->n;
  while (first > newest->first && tras_limits_side (newest, series->values[first - 1]) == side)
    first--;
  *run = (TrasStep) { first, series->n - first, side, G_MAXSIZE };

  return side != 0;
}

/**
 * tras_step_propose:
 * @series: a valid series
 * @limits: (array length=n_limits): its segments from tras_limits_compute()
 * @n_limits: how many
 * @events: (array length=n_events) (nullable): periods, in any order, in which a decision about the
 *   indicator was made or an action finished
 * @n_events: how many
 * @step: (out): the proposal; written only where there is one
 *
 * A step change is proposed where a run of seven or more on one side of the newest segment's centre
 * is still running and an event lies in the period of the run's first point or within the three
 * before it. It is never made without a person who says why.
 *
 * Returns: whether there is something to propose
 */
gboolean
tras_step_propose (const TrasSeries *series,
                   const TrasLimits *limits,
                   gsize             n_limits,
                   const gint32     *events,
                   gsize             n_events,
                   TrasStep         *step)
{
  TrasStep run;
  gsize event = 0;

  g_return_val_if_fail (series != NULL, FALSE);
  g_return_val_if_fail (events != NULL || n_events == 0, FALSE);
  g_return_val_if_fail (step != NULL, FALSE);

  if (!tras_step_get_run (series, limits, n_limits, &run) || run.length < RUN_LEAST ||
      !find_event (events, n_events, series->periods[run.first], &event))
    return FALSE;

  *step = run;
  step->event = event;

  return TRUE;
}

/* tras-pace.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-pace.h"
#include "tras-words.h"

/* The bounds of the gap (ours). */
#define BEHIND (-0.10)
#define FAR_BEHIND (-0.25)

/* 0.3 − 0.4 is a hair below −0.1 in binary; a bound belongs to the better side. */
#define TOLERANCE 1e-9

static const char * const outlook_words[] = {
  [TRAS_OUTLOOK_UNKNOWN] = "unknown",
  [TRAS_OUTLOOK_ON_PACE] = "on-pace",
  [TRAS_OUTLOOK_BEHIND] = "behind",
  [TRAS_OUTLOOK_FAR_BEHIND] = "far-behind",
  [TRAS_OUTLOOK_WORSE] = "worse",
  [TRAS_OUTLOOK_LOOK_NOW] = "look-now",
  [TRAS_OUTLOOK_CHANGE_PROCESS] = "change-process",
  [TRAS_OUTLOOK_ACT] = "act",
};

/**
 * tras_pace_reach:
 * @baseline: the value at the start
 * @value: the value to reach, above or below @baseline but not equal to it
 * @current: the newest value; NAN where nothing was measured
 *
 * Returns: (current − baseline)/(value − baseline), right for both directions: 0 at the start, 1 at
 *   the goal, below 0 for worse than at the start; NAN for unknown
 */
double
tras_pace_reach (double baseline,
                 double value,
                 double current)
{
  if (value == baseline)
    return NAN;

  return (current - baseline) / (value - baseline);
}

/**
 * tras_pace_keep:
 * @n_met: how many periods met the target
 * @n_measured: how many periods were measured
 *
 * What is kept is to be met in every period, so its pace is taken against an elapsed share of 1
 * (ours).
 *
 * Returns: the share of measured periods that met the target; NAN where none was measured
 */
double
tras_pace_keep (guint n_met,
                guint n_measured)
{
  g_return_val_if_fail (n_met <= n_measured, NAN);

  return n_measured > 0 ? (double) n_met / n_measured : NAN;
}

/**
 * tras_pace_total:
 * @sum: the sum of what was measured since the start
 * @n_measured: how many periods were measured
 * @value: the total to reach, not 0
 *
 * Returns: sum/value; NAN where nothing was measured
 */
double
tras_pace_total (double sum,
                 guint  n_measured,
                 double value)
{
  return n_measured > 0 && value != 0.0 ? sum / value : NAN;
}

/**
 * tras_pace_elapsed:
 * @from: the first day
 * @to: the due date, after @from
 * @today: the present day
 *
 * Returns: (today − from)/(to − from), 0 before the start and 1 after the due date
 */
double
tras_pace_elapsed (TrasDay from,
                   TrasDay to,
                   TrasDay today)
{
  if (today >= to)
    return 1.0;

  return today > from ? (double) (today - from) / (to - from) : 0.0;
}

/**
 * tras_pace_expected:
 * @baseline: the value at the start
 * @value: the value at the due date
 * @elapsed: share of the way that should be gone, 0 to 1
 *
 * Returns: baseline + (value − baseline)·elapsed, the height of the thin line of what is expected
 */
double
tras_pace_expected (double baseline,
                    double value,
                    double elapsed)
{
  return baseline + (value - baseline) * elapsed;
}

/**
 * tras_pace_path_expected:
 * @path: (array length=n): the corners of a path, their days not falling
 * @n: how many, 1 or more
 * @today: a day
 *
 * Returns: the value that should be reached on that day: on the straight line between the corners
 *   about it, the first value before the path and the last one after it
 */
double
tras_pace_path_expected (const TrasWaypoint *path,
                         gsize               n,
                         TrasDay             today)
{
  gsize next = 1;

  g_return_val_if_fail (path != NULL && n > 0, NAN);

  if (today < path[0].on)
    return path[0].value;

  while (next < n && path[next].on <= today)
    next++;
  if (next == n)
    return path[n - 1].value;

  return tras_pace_expected (path[next - 1].value, path[next].value,
                        tras_pace_elapsed (path[next - 1].on, path[next].on, today));
}

/**
 * tras_pace_path_elapsed:
 * @path: (array length=n): the corners of a path, their days not falling
 * @n: how many, 1 or more
 * @today: a day
 *
 * Along a path of two corners this is tras_pace_elapsed(); along a stepped one, the share of the
 * whole way that the steps ask for by that day.
 *
 * Returns: the share of the way that should be gone; NAN where the path ends where it began
 */
double
tras_pace_path_elapsed (const TrasWaypoint *path,
                        gsize               n,
                        TrasDay             today)
{
  g_return_val_if_fail (path != NULL && n > 0, NAN);

  return tras_pace_reach (path[0].value, path[n - 1].value,
                              tras_pace_path_expected (path, n, today));
}

/**
 * tras_pace_of:
 * @progress: share of the way gone; NAN for unknown
 * @elapsed: share of the way that should be gone; 1 for a target to keep
 *
 * Returns: the pace: on pace with a gap of −0.10 or more, behind with −0.25 or more, else far
 *   behind; worse than at the start whenever progress is below 0; unknown without progress
 */
TrasPace
tras_pace_of (double progress,
              double elapsed)
{
  TrasPace pace = { progress, elapsed, progress - elapsed, TRAS_PACE_UNKNOWN };

  if (isnan (pace.gap))
    pace.state = TRAS_PACE_UNKNOWN;
  else if (progress < -TOLERANCE)
    pace.state = TRAS_PACE_WORSE;
  else if (pace.gap >= BEHIND - TOLERANCE)
    pace.state = TRAS_PACE_ON_PACE;
  else if (pace.gap >= FAR_BEHIND - TOLERANCE)
    pace.state = TRAS_PACE_BEHIND;
  else
    pace.state = TRAS_PACE_FAR_BEHIND;

  return pace;
}

/**
 * tras_pace_weighted_mean:
 * @values: (array length=n): numbers; NAN for unknown
 * @weights: (array length=n): their weights, above 0
 * @n: how many
 *
 * Returns: the weighted mean of the known values; NAN where none is known
 */
double
tras_pace_weighted_mean (const double *values,
                         const double *weights,
                         gsize         n)
{
  double sum = 0.0, weight = 0.0;

  g_return_val_if_fail (n == 0 || (values != NULL && weights != NULL), NAN);

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (values[i]))
        continue;
      sum += weights[i] * values[i];
      weight += weights[i];
    }

  return weight > 0.0 ? sum / weight : NAN;
}

/**
 * tras_pace_combine:
 * @paces: (array length=n): the paces of a goal's own targets, or of its actions where it has none
 * @weights: (array length=n): their weights, above 0
 * @n: how many
 *
 * Never to be used on child goals, which are counted by state instead.
 *
 * Returns: the goal's pace: the weighted means of progress and elapsed share over those that are
 *   known; unknown where none is
 */
TrasPace
tras_pace_combine (const TrasPace *paces,
                   const double   *weights,
                   gsize           n)
{
  g_autofree double *progress = g_new (double, n);
  g_autofree double *elapsed = g_new (double, n);

  g_return_val_if_fail (n == 0 || (paces != NULL && weights != NULL), tras_pace_of (NAN, NAN));

  for (gsize i = 0; i < n; i++)
    {
      const gboolean known = paces[i].state != TRAS_PACE_UNKNOWN;

      progress[i] = known ? paces[i].progress : NAN;
      elapsed[i] = known ? paces[i].elapsed : NAN;
    }

  return tras_pace_of (tras_pace_weighted_mean (progress, weights, n),
                       tras_pace_weighted_mean (elapsed, weights, n));
}

/**
 * tras_outlook_of:
 * @pace: the state of pace
 * @variation: the indicator's variation
 * @assurance: the indicator's assurance
 *
 * Behind and concerning: act. Behind, and the process meets the target only at times or not at all:
 * change the process. On pace and concerning: look now. Far behind and worse than at the start
 * count as behind.
 *
 * Returns: the state in words
 */
TrasOutlook
tras_outlook_of (TrasPaceState pace,
                 TrasVariation variation,
                 TrasAssurance assurance)
{
  static const TrasOutlook plain[] = {
    [TRAS_PACE_UNKNOWN] = TRAS_OUTLOOK_UNKNOWN,
    [TRAS_PACE_ON_PACE] = TRAS_OUTLOOK_ON_PACE,
    [TRAS_PACE_BEHIND] = TRAS_OUTLOOK_BEHIND,
    [TRAS_PACE_FAR_BEHIND] = TRAS_OUTLOOK_FAR_BEHIND,
    [TRAS_PACE_WORSE] = TRAS_OUTLOOK_WORSE,
  };
  const gboolean behind = pace > TRAS_PACE_ON_PACE;

  g_return_val_if_fail ((guint) pace < G_N_ELEMENTS (plain), TRAS_OUTLOOK_UNKNOWN);

  if (behind && variation == TRAS_VARIATION_CONCERNING)
    return TRAS_OUTLOOK_ACT;
  if (behind && (assurance == TRAS_ASSURANCE_HIT_OR_MISS || assurance == TRAS_ASSURANCE_MISSES))
    return TRAS_OUTLOOK_CHANGE_PROCESS;
  if (pace == TRAS_PACE_ON_PACE && variation == TRAS_VARIATION_CONCERNING)
    return TRAS_OUTLOOK_LOOK_NOW;

  return plain[pace];
}

/**
 * tras_outlook_to_string:
 * @outlook: a state in words
 *
 * Returns: (transfer none): the word in files: unknown, on-pace, behind, far-behind, worse,
 *   look-now, change-process or act
 */
const char *
tras_outlook_to_string (TrasOutlook outlook)
{
  g_return_val_if_fail ((guint) outlook < G_N_ELEMENTS (outlook_words), NULL);

  return outlook_words[outlook];
}

/**
 * tras_outlook_from_string:
 * @text: (nullable): a word of tras_outlook_to_string()
 * @outlook: (out): the state; untouched where @text is none
 *
 * Returns: whether @text is a state
 */
gboolean
tras_outlook_from_string (const char  *text,
                          TrasOutlook *outlook)
{
  int found = tras_words_find (outlook_words, G_N_ELEMENTS (outlook_words), text);

  g_return_val_if_fail (outlook != NULL, FALSE);

  if (found < 0)
    return FALSE;
  *outlook = (TrasOutlook) found;

  return TRUE;
}

/* tras-pace.h: how far a goal is, and how far it should be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-verdict.h"

G_BEGIN_DECLS

/**
 * TrasPaceState:
 * @TRAS_PACE_UNKNOWN: nothing was measured
 * @TRAS_PACE_ON_PACE: at most a tenth of the whole way behind
 * @TRAS_PACE_BEHIND: at most a quarter behind
 * @TRAS_PACE_FAR_BEHIND: more than a quarter behind
 * @TRAS_PACE_WORSE: worse than at the start
 *
 * Progress against elapsed time.
 */
typedef enum
{
  TRAS_PACE_UNKNOWN,
  TRAS_PACE_ON_PACE,
  TRAS_PACE_BEHIND,
  TRAS_PACE_FAR_BEHIND,
  TRAS_PACE_WORSE,
} TrasPaceState;

/**
 * TrasPace:
 * @progress: share of the way gone: 0 at the start, 1 at the goal, below 0 for worse than at the
 *   start, above 1 for beyond the goal; NAN for unknown
 * @elapsed: share of the way that should be gone by now, 0 to 1
 * @gap: @progress − @elapsed; NAN for unknown
 * @state: what the gap is called
 */
typedef struct
{
  double        progress;
  double        elapsed;
  double        gap;
  TrasPaceState state;
} TrasPace;

/**
 * TrasWaypoint:
 * @on: a day
 * @value: the value that should be reached on it, in the indicator's unit
 *
 * One corner of the path of a target: the first is the baseline on the first day, each further one
 * a target's value on its due date.
 */
typedef struct
{
  TrasDay on;
  double  value;
} TrasWaypoint;

/**
 * TrasOutlook:
 * @TRAS_OUTLOOK_UNKNOWN: nothing was measured
 * @TRAS_OUTLOOK_ON_PACE: on pace
 * @TRAS_OUTLOOK_BEHIND: behind
 * @TRAS_OUTLOOK_FAR_BEHIND: far behind
 * @TRAS_OUTLOOK_WORSE: worse than at the start
 * @TRAS_OUTLOOK_LOOK_NOW: on pace, but getting worse: look now
 * @TRAS_OUTLOOK_CHANGE_PROCESS: behind, and the process cannot reach it as it is: change the
 *   process
 * @TRAS_OUTLOOK_ACT: behind and getting worse: act
 *
 * The state of a goal in words, which are never typed by hand.
 */
typedef enum
{
  TRAS_OUTLOOK_UNKNOWN,
  TRAS_OUTLOOK_ON_PACE,
  TRAS_OUTLOOK_BEHIND,
  TRAS_OUTLOOK_FAR_BEHIND,
  TRAS_OUTLOOK_WORSE,
  TRAS_OUTLOOK_LOOK_NOW,
  TRAS_OUTLOOK_CHANGE_PROCESS,
  TRAS_OUTLOOK_ACT,
} TrasOutlook;

double       tras_pace_reach          (double              baseline,
                                       double              value,
                                       double              current);
double       tras_pace_keep           (guint               n_met,
                                       guint               n_measured);
double       tras_pace_total          (double              sum,
                                       guint               n_measured,
                                       double              value);

double       tras_pace_elapsed        (TrasDay             from,
                                       TrasDay             to,
                                       TrasDay             today);
double       tras_pace_expected       (double              baseline,
                                       double              value,
                                       double              elapsed);
double       tras_pace_path_expected  (const TrasWaypoint *path,
                                       gsize               n,
                                       TrasDay             today);
double       tras_pace_path_elapsed   (const TrasWaypoint *path,
                                       gsize               n,
                                       TrasDay             today);

TrasPace     tras_pace_of             (double              progress,
                                       double              elapsed);
TrasPace     tras_pace_combine        (const TrasPace     *paces,
                                       const double       *weights,
                                       gsize               n);
double       tras_pace_weighted_mean  (const double       *values,
                                       const double       *weights,
                                       gsize               n);

TrasOutlook  tras_outlook_of          (TrasPaceState       pace,
                                       TrasVariation       variation,
                                       TrasAssurance       assurance);
const char  *tras_outlook_to_string   (TrasOutlook         outlook);
gboolean     tras_outlook_from_string (const char         *text,
                                       TrasOutlook        *outlook);

G_END_DECLS

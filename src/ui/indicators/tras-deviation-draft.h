/* tras-deviation-draft.h: new deviations, filled in as far as is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-deviation.h"
#include "tras-indicator-series.h"

G_BEGIN_DECLS

/**
 * TrasDeviationLacks:
 * @TRAS_DEVIATION_LACKS_NOTHING: it can be closed
 * @TRAS_DEVIATION_LACKS_ACTIONS: actions are not finished
 * @TRAS_DEVIATION_LACKS_CAUSE: the cause is not written down
 * @TRAS_DEVIATION_LACKS_ANSWER: nobody has said whether it was effective
 * @TRAS_DEVIATION_LACKS_EVIDENCE: nor what shows that
 *
 * What keeps a deviation from being closed.
 */
typedef enum
{
  TRAS_DEVIATION_LACKS_NOTHING = 0,
  TRAS_DEVIATION_LACKS_ACTIONS = 1 << 0,
  TRAS_DEVIATION_LACKS_CAUSE = 1 << 1,
  TRAS_DEVIATION_LACKS_ANSWER = 1 << 2,
  TRAS_DEVIATION_LACKS_EVIDENCE = 1 << 3,
} TrasDeviationLacks;

TrasDeviation      *tras_deviation_draft_from_point (TrasIndicatorSeries *series,
                                                     gint32               period);
TrasAction         *tras_deviation_draft_action     (TrasDeviation       *deviation,
                                                     const char          *title,
                                                     TrasDay              today);
TrasDeviationLacks  tras_deviation_get_lacks        (TrasDeviation       *deviation);
char               *tras_deviation_dup_lack         (TrasDeviation       *deviation,
                                                     TrasDeviationLacks   lack);
char               *tras_deviation_dup_obstacles    (TrasDeviation       *deviation);

G_END_DECLS

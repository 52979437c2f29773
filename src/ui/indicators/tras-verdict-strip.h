/* tras-verdict-strip.h: what a chart says, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-indicator-series.h"

G_BEGIN_DECLS

#define TRAS_TYPE_VERDICT_STRIP (tras_verdict_strip_get_type ())

/**
 * TrasVerdictStrip:
 *
 * Says under a chart whether the newest value is unusual, what is to be expected of the target, and
 * that the limits are those of a process that is no more, where that is so.
 */
G_DECLARE_FINAL_TYPE (TrasVerdictStrip, tras_verdict_strip, TRAS, VERDICT_STRIP, AdwBin)

void tras_verdict_strip_show (TrasVerdictStrip    *self,
                              TrasIndicatorSeries *series,
                              gboolean             editable);

G_END_DECLS

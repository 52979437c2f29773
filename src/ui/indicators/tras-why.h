/* tras-why.h: which rules make a point unusual, and with which other points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-indicator-series.h"
#include "tras-number.h"

G_BEGIN_DECLS

char *tras_why_dup_text (TrasIndicatorSeries    *series,
                         gsize                   point,
                         const TrasNumberFormat *format);

G_END_DECLS

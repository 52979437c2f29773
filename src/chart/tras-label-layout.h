/* tras-label-layout.h: labels that do not overlap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-rect.h"

G_BEGIN_DECLS

void tras_label_layout_spread (double       *centres,
                               const double *heights,
                               guint         n,
                               double        top,
                               double        bottom);

G_END_DECLS

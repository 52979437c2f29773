/* tras-indicator-detail.h: what an indicator is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_INDICATOR_DETAIL (tras_indicator_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasIndicatorDetail, tras_indicator_detail, TRAS, INDICATOR_DETAIL,
                      TrasDetail)

G_END_DECLS

/* tras-deviation-detail.h: a deviation from its fact to its check
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_DEVIATION_DETAIL (tras_deviation_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasDeviationDetail, tras_deviation_detail, TRAS, DEVIATION_DETAIL,
                      TrasDetail)

G_END_DECLS

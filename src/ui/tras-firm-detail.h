/* tras-firm-detail.h: what can be said of the firm itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FIRM_DETAIL (tras_firm_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasFirmDetail, tras_firm_detail, TRAS, FIRM_DETAIL, TrasDetail)

G_END_DECLS

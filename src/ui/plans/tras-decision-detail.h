/* tras-decision-detail.h: one decision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_DECISION_DETAIL (tras_decision_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasDecisionDetail, tras_decision_detail, TRAS, DECISION_DETAIL,
                      TrasDetail)

G_END_DECLS

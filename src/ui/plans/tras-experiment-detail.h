/* tras-experiment-detail.h: one experiment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_EXPERIMENT_DETAIL (tras_experiment_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasExperimentDetail, tras_experiment_detail, TRAS, EXPERIMENT_DETAIL,
                      TrasDetail)

G_END_DECLS

/* tras-training-detail.h: the card of a training
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TRAINING_DETAIL (tras_training_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasTrainingDetail, tras_training_detail, TRAS, TRAINING_DETAIL, TrasDetail)

G_END_DECLS

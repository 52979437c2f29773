/* tras-movement-detail.h: a movement of stock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_MOVEMENT_DETAIL (tras_movement_detail_get_type ())

/**
 * TrasMovementDetail:
 *
 * What was moved, from where to where, and why. Nothing of it can be changed: a button reverses it.
 */
G_DECLARE_FINAL_TYPE (TrasMovementDetail, tras_movement_detail, TRAS, MOVEMENT_DETAIL, TrasDetail)

G_END_DECLS

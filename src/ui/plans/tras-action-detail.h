/* tras-action-detail.h: the pane that shows one action
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ACTION_DETAIL (tras_action_detail_get_type ())

/**
 * TrasActionDetail:
 *
 * How an action stands and what can become of it, what it serves, needs and waits for, and its
 * fields to be changed in place.
 */
G_DECLARE_FINAL_TYPE (TrasActionDetail, tras_action_detail, TRAS, ACTION_DETAIL, TrasDetail)

G_END_DECLS

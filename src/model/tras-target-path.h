/* tras-target-path.h: a target that is reached in steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-goal.h"
#include "tras-pace.h"

G_BEGIN_DECLS

GPtrArray *tras_target_path_list        (GPtrArray *targets);
GArray    *tras_target_path_dup_corners (GPtrArray *path);

G_END_DECLS

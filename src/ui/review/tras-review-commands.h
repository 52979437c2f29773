/* tras-review-commands.h: what the keys of a meeting do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-review-keys.h"
#include "tras-review-stage.h"

G_BEGIN_DECLS

void tras_review_command_run (TrasReviewCommand  command,
                              TrasReviewDesk    *desk,
                              TrasReviewStage   *stage);

G_END_DECLS

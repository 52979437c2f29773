/* tras-review-mode.h: the weekly meeting, over the whole window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_MODE (tras_review_mode_get_type ())

/**
 * TrasReviewMode:
 *
 * Before the meeting who is there and what it is about; while it is held agenda, subject and
 * minutes; then what is read back. It can be left at any time: the meeting goes on where it was.
 * Emits `leave` when the user wants to go back to the tabs.
 */
G_DECLARE_FINAL_TYPE (TrasReviewMode, tras_review_mode, TRAS, REVIEW_MODE, AdwBin)

void            tras_review_mode_set_store (TrasReviewMode *self,
                                            TrasStore      *store);
TrasReviewDesk *tras_review_mode_get_desk  (TrasReviewMode *self);

G_END_DECLS

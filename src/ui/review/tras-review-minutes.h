/* tras-review-minutes.h: what was said in a meeting, and what was made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_MINUTES (tras_review_minutes_get_type ())

/**
 * TrasReviewMinutes:
 *
 * A paragraph for each subject that something was said of: what was said, what came of it, and what
 * was made, with name and date. Emits `chosen` with the item's id when the user wants to say it
 * otherwise.
 */
G_DECLARE_FINAL_TYPE (TrasReviewMinutes, tras_review_minutes, TRAS, REVIEW_MINUTES, AdwBin)

GtkWidget *tras_review_minutes_new (TrasReviewDesk *desk);

G_END_DECLS

/* tras-review-end.h: what a meeting leaves with, read back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_END (tras_review_end_get_type ())

/**
 * TrasReviewEnd:
 *
 * Everything that was made or moved, with name and date, large enough to be read aloud; how useful
 * the meeting was to each, by a digit; and its end.
 */
G_DECLARE_FINAL_TYPE (TrasReviewEnd, tras_review_end, TRAS, REVIEW_END, AdwBin)

GtkWidget *tras_review_end_new  (TrasReviewDesk *desk);
gboolean   tras_review_end_rate (TrasReviewEnd  *self,
                                 guint           keyval);
void       tras_review_end_note (TrasReviewEnd  *self);

G_END_DECLS

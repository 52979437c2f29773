/* tras-review-missing.h: who has not brought their numbers yet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_MISSING (tras_review_missing_get_type ())

/**
 * TrasReviewMissing:
 *
 * The numbers that are not there yet, by who is to bring them, each with a button that leads to
 * where it is typed.
 */
G_DECLARE_FINAL_TYPE (TrasReviewMissing, tras_review_missing, TRAS, REVIEW_MISSING, AdwBin)

GtkWidget *tras_review_missing_new (TrasReviewDesk *desk);

G_END_DECLS

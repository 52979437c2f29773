/* tras-review-usual.h: the indicators with nothing unusual, together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_USUAL (tras_review_usual_get_type ())

/**
 * TrasReviewUsual:
 *
 * A line for each: what it is, its value, whether it meets its target. Enter shows the chart.
 */
G_DECLARE_FINAL_TYPE (TrasReviewUsual, tras_review_usual, TRAS, REVIEW_USUAL, AdwBin)

GtkWidget *tras_review_usual_new (TrasReviewDesk *desk);

G_END_DECLS

/* tras-review-forms.h: what is made in a meeting, without leaving it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

void tras_review_forms_add_action     (GtkWidget      *owner,
                                       TrasReviewDesk *desk);
void tras_review_forms_add_deviation  (GtkWidget      *owner,
                                       TrasReviewDesk *desk);
void tras_review_forms_add_decision   (GtkWidget      *owner,
                                       TrasReviewDesk *desk);
void tras_review_forms_add_experiment (GtkWidget      *owner,
                                       TrasReviewDesk *desk);
void tras_review_forms_end_experiment (GtkWidget      *owner,
                                       TrasReviewDesk *desk);
void tras_review_forms_end_deviation  (GtkWidget      *owner,
                                       TrasReviewDesk *desk);
void tras_review_forms_close_goal     (GtkWidget      *owner,
                                       TrasReviewDesk *desk);
void tras_review_forms_find_cause     (GtkWidget      *owner,
                                       TrasReviewDesk *desk);

G_END_DECLS

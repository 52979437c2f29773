/* tras-review-words.h: what the review says of its points, and how that looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-meeting.h"

G_BEGIN_DECLS

char       *tras_review_words_dup_week     (TrasDay           week_on);
const char *tras_review_words_get_icon     (const TrasPoint  *point);
const char *tras_review_words_get_class    (const TrasPoint  *point);
char       *tras_review_words_dup_question (const TrasPoint  *point);
char       *tras_review_words_dup_seen     (const TrasPoint  *point);
char       *tras_review_words_dup_outcome  (const TrasPoint  *point);
char       *tras_review_words_dup_result   (TrasReviewResult *result);
const char *tras_review_words_get_result_kind
                                           (TrasReviewResult *result);
gint64      tras_review_words_get_owner    (const TrasPoint  *point);

GtkWidget  *tras_review_label_new          (const char       *text,
                                            const char       *css_class);

G_END_DECLS

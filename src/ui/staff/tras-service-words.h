/* tras-service-words.h: what the window says of services between areas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-glyph.h"
#include "tras-headline.h"
#include "tras-service-board.h"

G_BEGIN_DECLS

const TrasHeadline *tras_service_words_get_headline (void);
TrasGlyph           tras_service_words_get_glyph    (TrasServiceGrade        grade);
const char         *tras_service_words_get_grade    (TrasServiceGrade        grade);
char               *tras_service_words_dup_month    (TrasDay                 month);
char               *tras_service_words_dup_way      (TrasService            *service);
char               *tras_service_words_dup_score    (gint64                  score);
char               *tras_service_words_dup_mean     (double                  mean);
char               *tras_service_words_dup_change   (double                  change);
char               *tras_service_words_dup_marks    (const TrasServiceFacts *facts,
                                                     TrasDay                 month);
char               *tras_service_words_dup_rated    (const TrasServiceFacts *facts);
char               *tras_service_words_dup_area     (const TrasServiceArea  *area);

G_END_DECLS

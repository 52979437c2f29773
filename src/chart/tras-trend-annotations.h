/* tras-trend-annotations.h: places for the names of events and for the numbers of notes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-trend-layout.h"

G_BEGIN_DECLS

char   *tras_trend_mark_dup_words             (const TrasTrendMark *mark);
guint   tras_trend_annotations_place_marks    (TrasTrendLayout     *self,
                                               const TrasTrendView *view,
                                               guint                most_rows);
void    tras_trend_annotations_place_notes    (TrasTrendLayout     *self,
                                               const TrasTrendView *view);
double  tras_trend_annotations_place_note_key (TrasTrendLayout     *self,
                                               const TrasTrendView *view,
                                               guint                most_rows);

G_END_DECLS

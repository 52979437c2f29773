/* tras-timeline-marks.h: the marks of a timeline, and what they mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-palette.h"
#include "tras-text-cache.h"
#include "tras-timeline.h"

G_BEGIN_DECLS

void   tras_timeline_marks_draw_bar    (const TrasTimelineBar *bar,
                                        const TrasRect        *rect,
                                        cairo_t               *cr,
                                        const TrasPalette     *palette,
                                        gboolean               mirrored);
void   tras_timeline_marks_draw_ghost  (const TrasTimelineBar *bar,
                                        const TrasRect        *rect,
                                        TrasColorRole          role,
                                        cairo_t               *cr,
                                        const TrasPalette     *palette);
void   tras_timeline_marks_draw_delay  (const TrasRect        *rect,
                                        cairo_t               *cr,
                                        const TrasPalette     *palette);
void   tras_timeline_marks_draw_sign   (TrasTimelineState      state,
                                        double                 x,
                                        double                 y,
                                        double                 size,
                                        cairo_t               *cr,
                                        const TrasPalette     *palette);
void   tras_timeline_marks_draw_first  (double                 x,
                                        double                 y,
                                        double                 size,
                                        cairo_t               *cr,
                                        const TrasPalette     *palette);
void   tras_timeline_marks_draw_head   (double                 x,
                                        double                 y,
                                        double                 size,
                                        gboolean               mirrored,
                                        cairo_t               *cr);
void   tras_timeline_marks_set_early   (cairo_t               *cr,
                                        const TrasPalette     *palette);
void   tras_timeline_marks_draw_dot    (gboolean               done,
                                        double                 x,
                                        double                 y,
                                        double                 size,
                                        cairo_t               *cr,
                                        const TrasPalette     *palette);
double tras_timeline_marks_draw_legend (const TrasTimeline    *timeline,
                                        const TrasRect        *rect,
                                        double                 text_size,
                                        gboolean               mirrored,
                                        TrasTextCache         *texts,
                                        cairo_t               *cr,
                                        const TrasPalette     *palette);

G_END_DECLS

/* tras-scorecard-painter.h: draws the lines of a scorecard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-scorecard-columns.h"
#include "tras-ink.h"
#include "tras-scorecard-lines.h"

G_BEGIN_DECLS

typedef struct _TrasScorecardPainter TrasScorecardPainter;

TrasScorecardPainter *tras_scorecard_painter_new (void);
void tras_scorecard_painter_free          (TrasScorecardPainter *self);
void tras_scorecard_painter_set_style     (TrasScorecardPainter *self,
                                           PangoContext         *context,
                                           gboolean              dark,
                                           gboolean              mirrored,
                                           int                   scale);
void tras_scorecard_painter_set_scorecard (TrasScorecardPainter *self,
                                           TrasScorecard        *scorecard);
void tras_scorecard_painter_set_width     (TrasScorecardPainter *self,
                                           int                   width);
const TrasScorecardColumns *tras_scorecard_painter_get_columns
                                          (TrasScorecardPainter *self);
int tras_scorecard_painter_get_height     (TrasScorecardPainter    *self,
                                           const TrasScorecardLine *line);
int tras_scorecard_painter_get_header     (TrasScorecardPainter *self);
void tras_scorecard_painter_get_rect      (TrasScorecardPainter *self,
                                           int                   column,
                                           int                   scroll,
                                           graphene_rect_t      *rect);
void tras_scorecard_painter_get_color     (TrasScorecardPainter *self,
                                           TrasColorRole         role,
                                           GdkRGBA              *color);
void tras_scorecard_painter_draw_header   (TrasScorecardPainter *self,
                                           GtkSnapshot          *snapshot,
                                           TrasEvery             every,
                                           int                   scroll);
void tras_scorecard_painter_draw_line     (TrasScorecardPainter    *self,
                                           GtkSnapshot             *snapshot,
                                           const TrasScorecardLine *line,
                                           TrasEvery                every,
                                           int                      scroll);
gboolean tras_scorecard_painter_prepare   (TrasScorecardPainter    *self,
                                           const TrasScorecardLine *line);
void tras_scorecard_painter_draw_typed    (TrasScorecardPainter  *self,
                                           GtkSnapshot           *snapshot,
                                           const graphene_rect_t *rect,
                                           const char            *text,
                                           gboolean               wrong);
void tras_scorecard_painter_draw_bubble   (TrasScorecardPainter  *self,
                                           GtkSnapshot           *snapshot,
                                           const graphene_rect_t *rect,
                                           const char            *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasScorecardPainter, tras_scorecard_painter_free)

G_END_DECLS

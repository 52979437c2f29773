/* tras-scorecard-view.h: a scorecard that is read and typed into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-cell-writer.h"
#include "tras-scorecard-lines.h"
#include "tras-scroll-area.h"

G_BEGIN_DECLS

/* The column of the name; the cells are 0 and up, oldest first. */
#define TRAS_SCORECARD_NAME (-1)

#define TRAS_TYPE_SCORECARD_VIEW (tras_scorecard_view_get_type ())

G_DECLARE_FINAL_TYPE (TrasScorecardView, tras_scorecard_view, TRAS, SCORECARD_VIEW, TrasScrollArea)

void           tras_scorecard_view_set_writer    (TrasScorecardView         *self,
                                                  TrasCellWriter            *writer);
void           tras_scorecard_view_set_scorecard (TrasScorecardView         *self,
                                                  TrasScorecard             *scorecard);
void           tras_scorecard_view_set_filter    (TrasScorecardView         *self,
                                                  const TrasScorecardFilter *filter);
void           tras_scorecard_view_set_menu      (TrasScorecardView         *self,
                                                  GMenuModel                *menu);
guint          tras_scorecard_view_get_n_rows    (TrasScorecardView         *self);
gint64         tras_scorecard_view_get_cursor    (TrasScorecardView         *self,
                                                  int                       *column);
gboolean       tras_scorecard_view_set_cursor    (TrasScorecardView         *self,
                                                  gint64                     indicator_id,
                                                  int                        column);
const char    *tras_scorecard_view_get_words     (TrasScorecardView         *self);
gboolean       tras_scorecard_view_is_editing    (TrasScorecardView         *self);
void           tras_scorecard_view_paste         (TrasScorecardView         *self,
                                                  const char                *text);

G_END_DECLS

/* tras-scorecard-page.h: the scorecard with what narrows it down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-scorecard-view.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SCORECARD_PAGE (tras_scorecard_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasScorecardPage, tras_scorecard_page, TRAS, SCORECARD_PAGE, AdwBin)

void               tras_scorecard_page_set_store    (TrasScorecardPage *self,
                                                     TrasStore         *store);
TrasScorecard     *tras_scorecard_page_get_scorecard
                                                    (TrasScorecardPage *self);
TrasScorecardView *tras_scorecard_page_get_view     (TrasScorecardPage *self);
void               tras_scorecard_page_focus        (TrasScorecardPage *self);
void               tras_scorecard_page_focus_search (TrasScorecardPage *self);

G_END_DECLS

/* tras-budget-bar.h: how much there is of something, and how much of it is taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-label-layout.h"
#include "tras-palette.h"

G_BEGIN_DECLS

/**
 * TrasBudgetBar:
 * @whole: what there is: money planned, time worked; 0 or more
 * @taken: what is gone: money spent, time needed; 0 or more
 * @promised: what will be: money committed; 0 or more
 * @is_faint: whether the outline shall not draw the eye
 *
 * The whole is an outline, what is taken fills it, what is promised is hatched behind that. What
 * does not fit any more goes on behind the outline, crossed, in the colour of what is worse.
 */
typedef struct
{
  gint64 whole;
  gint64 taken;
  gint64 promised;
  gboolean is_faint;
} TrasBudgetBar;

void tras_budget_bar_draw  (const TrasBudgetBar *self,
                            cairo_t             *cr,
                            const TrasPalette   *palette,
                            const TrasRect      *rect,
                            gint64               most,
                            gboolean             mirrored);
void tras_budget_bar_hatch (cairo_t             *cr,
                            const TrasRect      *rect,
                            gboolean             crossed);

G_END_DECLS

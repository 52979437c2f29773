/* tras-year-page.h: the goals of a year, and drafts of the next one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-goal-board.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_YEAR_PAGE (tras_year_page_get_type ())

/**
 * TrasYearPage:
 *
 * For planning the next period: the goals of a year with what came of them, of which those that are
 * chosen are copied as drafts.
 */
G_DECLARE_FINAL_TYPE (TrasYearPage, tras_year_page, TRAS, YEAR_PAGE, AdwBin)

void tras_year_page_set_store (TrasYearPage  *self,
                               TrasStore     *store);
void tras_year_page_set_board (TrasYearPage  *self,
                               TrasGoalBoard *board,
                               int            fiscal_month);
void tras_year_page_show_year (TrasYearPage  *self,
                               int            year);
void tras_year_page_choose    (TrasYearPage  *self,
                               gint64         goal_id,
                               gboolean       chosen);
void tras_year_page_copy      (TrasYearPage  *self);
void tras_year_page_focus     (TrasYearPage  *self);

G_END_DECLS

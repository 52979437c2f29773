/* tras-count-view.h: one count of stock: numbers first, differences behind them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-count-sheet.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_COUNT_VIEW (tras_count_view_get_type ())

/**
 * TrasCountView:
 *
 * While it is counted nothing says what is expected. A barcode or SKU typed on top leads to its
 * row; Enter takes a number and goes on to the next. Differences are shown when somebody asks for
 * them, all at once, and only there can they be posted.
 */
G_DECLARE_FINAL_TYPE (TrasCountView, tras_count_view, TRAS, COUNT_VIEW, AdwBin)

void            tras_count_view_show          (TrasCountView   *self,
                                               TrasStore       *store,
                                               TrasCountSheet  *sheet,
                                               guint            n_written);
guint           tras_count_view_get_n_written (TrasCountView   *self);
TrasCountSheet *tras_count_view_dup_sheet     (TrasCountView   *self);
void            tras_count_view_review        (TrasCountView   *self);
void            tras_count_view_focus         (TrasCountView   *self);

G_END_DECLS

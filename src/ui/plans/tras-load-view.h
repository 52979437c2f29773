/* tras-load-view.h: the hours of people, walked cell by cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-grid-view.h"
#include "tras-load-board.h"

G_BEGIN_DECLS

#define TRAS_TYPE_LOAD_VIEW (tras_load_view_get_type ())

G_DECLARE_FINAL_TYPE (TrasLoadView, tras_load_view, TRAS, LOAD_VIEW, TrasGridView)

void         tras_load_view_show       (TrasLoadView   *self,
                                        TrasLoadBoard  *board,
                                        GPtrArray      *rows);
TrasLoadRow *tras_load_view_get_cursor (TrasLoadView   *self,
                                        guint          *week);

G_END_DECLS

/* tras-fill-view.h: numbers typed one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_FILL_VIEW (tras_fill_view_get_type ())

G_DECLARE_FINAL_TYPE (TrasFillView, tras_fill_view, TRAS, FILL_VIEW, AdwBin)

void  tras_fill_view_set_store   (TrasFillView *self,
                                  TrasStore    *store);
void  tras_fill_view_start       (TrasFillView *self);
void  tras_fill_view_show_people (TrasFillView *self);
guint tras_fill_view_get_open    (TrasFillView *self);

G_END_DECLS

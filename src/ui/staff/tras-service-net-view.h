/* tras-service-net-view.h: who gives what to whom, as a picture that can be walked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-scroll-area.h"
#include "tras-service-board.h"
#include "tras-service-net.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SERVICE_NET_VIEW (tras_service_net_view_get_type ())

/**
 * TrasServiceNetView:
 *
 * Left and right go from area to area, down and up through what an area gives and takes, Return
 * opens it, + and − go nearer and farther, 0 shows the whole. A screen reader is told what is under
 * the cursor.
 */
G_DECLARE_FINAL_TYPE (TrasServiceNetView, tras_service_net_view, TRAS, SERVICE_NET_VIEW,
                      TrasScrollArea)

void        tras_service_net_view_show      (TrasServiceNetView *self,
                                             TrasServiceBoard   *board,
                                             gint64              area_id);
gboolean    tras_service_net_view_is_empty  (TrasServiceNetView *self);
const char *tras_service_net_view_get_words (TrasServiceNetView *self);
TrasServiceNet *
            tras_service_net_view_new_net   (TrasServiceNetView *self,
                                             double              width,
                                             double              height);
void        tras_service_net_view_zoom      (TrasServiceNetView *self,
                                             int                 steps);
void        tras_service_net_view_fit       (TrasServiceNetView *self);

G_END_DECLS

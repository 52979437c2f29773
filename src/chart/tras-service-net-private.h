/* tras-service-net-private.h: what the parts of the network share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-service-net.h"

G_BEGIN_DECLS

/* In user units, as all of the network. */
#define TRAS_NET_NODE_HEIGHT 58.0
#define TRAS_NET_BADGE_WIDTH 48.0
#define TRAS_NET_BADGE_HEIGHT 20.0
#define TRAS_NET_MARGIN 14.0

/* The words for the shapes: a row of as many as there is room for. */
#define TRAS_NET_LEGEND_WIDTH 156.0
#define TRAS_NET_LEGEND_HEIGHT 24.0
#define TRAS_NET_N_LEGEND 4

struct _TrasServiceNet
{
  GArray *nodes;
  GArray *arrows;
  TrasRect *rects;
  TrasNetCurve *curves;
  TrasRect *badges;
  double width;
  double height;
  double legend;      /* where the words for the shapes begin */
  gboolean mirrored;
};

void tras_service_net_lay_out (TrasServiceNet *self,
                               double          width,
                               double          height);

G_END_DECLS

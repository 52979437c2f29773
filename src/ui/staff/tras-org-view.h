/* tras-org-view.h: the parts of the firm as a tree, walked and zoomed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-org-chart.h"
#include "tras-scroll-area.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ORG_VIEW (tras_org_view_get_type ())

G_DECLARE_FINAL_TYPE (TrasOrgView, tras_org_view, TRAS, ORG_VIEW, TrasScrollArea)

void          tras_org_view_show         (TrasOrgView *self,
                                          GPtrArray   *areas);
TrasOrgChart *tras_org_view_new_chart    (TrasOrgView *self,
                                          double       width);
gint64        tras_org_view_get_selected (TrasOrgView *self);
void          tras_org_view_zoom         (TrasOrgView *self,
                                          int          steps);

G_END_DECLS

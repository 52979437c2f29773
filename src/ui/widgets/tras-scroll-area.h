/* tras-scroll-area.h: a drawn widget that is larger than its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_SCROLL_AREA (tras_scroll_area_get_type ())

G_DECLARE_DERIVABLE_TYPE (TrasScrollArea, tras_scroll_area, TRAS, SCROLL_AREA, GtkWidget)

/**
 * TrasScrollAreaClass:
 * @configure: says by tras_scroll_area_set_extent() how much there is to see; the widget has a size
 * @scrolled: what is seen is another part; by default it is drawn
 * @restyle: font, colors, direction or the scale of the screen are others; by default it is
 *   measured and drawn anew; what was laid out for them goes here
 *
 * What a thousand rows drawn by one widget have in common: it has both adjustments of a scrolled
 * window, and itself draws what they are at. The keyboard comes to it as a whole, Tab leaves it,
 * and popovers that hang on it follow when its size changes.
 */
struct _TrasScrollAreaClass
{
  GtkWidgetClass parent_class;

  void (*configure) (TrasScrollArea *self);
  void (*scrolled)  (TrasScrollArea *self);
  void (*restyle)   (TrasScrollArea *self);
};

GtkAdjustment *tras_scroll_area_get_adjustment (TrasScrollArea *self,
                                                GtkOrientation  orientation);
double         tras_scroll_area_get_scroll     (TrasScrollArea *self,
                                                GtkOrientation  orientation);
void           tras_scroll_area_set_extent     (TrasScrollArea *self,
                                                GtkOrientation  orientation,
                                                double          all,
                                                double          step,
                                                double          page);
void           tras_scroll_area_configure      (TrasScrollArea *self);

G_END_DECLS

/* tras-chart-input.c: keys and pointer on a trend chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-chart-view-private.h"
#include "tras-look.h"
#include "tras-popover.h"

/* How far a hand may shake, in pixels, that walks the points by keys. */
#define WALK_SLACK 24

/* What one turn of a wheel moves, what one page does, and how much closer it goes, as parts of what
 * is seen. */
#define PAN_STEP 0.08
#define PAN_PAGE 0.8
#define ZOOM_STEP 0.8

/* What the keys 1 to 4 show: so many periods, or all. */
static const guint ranges[] = { 13, 26, 52, 0 };

/* ---- keys ---- */

static void
show_menu (TrasChartView *self)
{
  GdkRectangle place;

  if (self->menu != NULL && tras_chart_view_get_place (self, &place))
    tras_popover_open (gtk_popover_menu_new_from_model (self->menu), GTK_WIDGET (self), &place);
}

static gboolean
on_key_pressed (TrasChartView   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  int forward = tras_look_is_mirrored (GTK_WIDGET (self)) ? -1 : 1;
  double middle = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  gssize last = tras_chart_view_count_points (self) - 1;

  if (self->series == NULL || last < 0 ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      tras_chart_view_walk_to (self, self->selected < 0 ? last : self->selected - forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      tras_chart_view_walk_to (self, self->selected < 0 ? last : self->selected + forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      tras_chart_view_walk_to (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      tras_chart_view_walk_to (self, last);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      tras_chart_view_pan (self, -PAN_PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      tras_chart_view_pan (self, PAN_PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_1:
    case GDK_KEY_2:
    case GDK_KEY_3:
    case GDK_KEY_4:
      tras_chart_view_set_periods (self, ranges[keyval - GDK_KEY_1]);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      tras_chart_view_zoom (self, ZOOM_STEP, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      tras_chart_view_zoom (self, 1 / ZOOM_STEP, middle);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->selected < 0)
        return GDK_EVENT_PROPAGATE;
      tras_chart_view_set_selected (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->selected < 0)
        return GDK_EVENT_PROPAGATE;
      tras_chart_view_activate (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if (!(state & GDK_SHIFT_MASK))
        return GDK_EVENT_PROPAGATE;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_Menu:
      show_menu (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- the pointer ---- */

static gssize
find_point (TrasChartView *self,
            double         x,
            double         y)
{
  if (self->series == NULL || tras_chart_view_count_points (self) == 0)
    return -1;

  return tras_trend_chart_hit (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)), x, y);
}

static void
set_hovered (TrasChartView *self,
             gssize         hovered)
{
  if (hovered == self->hovered)
    return;

  self->hovered = hovered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (TrasChartView *self,
           double         x,
           double         y)
{
  /* What moves under a pointer that stands still does not take the cursor from the keys. */
  if (self->walking && hypot (x - self->pointer_x, y - self->pointer_y) < WALK_SLACK)
    return;

  self->walking = FALSE;
  self->pointer_x = x;
  self->pointer_y = y;
  set_hovered (self, find_point (self, x, y));
}

static void
on_left (TrasChartView *self)
{
  set_hovered (self, -1);
}

static void
on_pressed (TrasChartView   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *click)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));
  gssize point = find_point (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->walking = FALSE;
  if (point < 0)
    return;

  tras_chart_view_set_selected (self, point);
  if (button == GDK_BUTTON_SECONDARY)
    show_menu (self);
  else if (button == GDK_BUTTON_PRIMARY && n_press == 2)
    tras_chart_view_activate (self);
}

static gboolean
on_scroll (TrasChartView            *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  int forward = tras_look_is_mirrored (GTK_WIDGET (self)) ? -1 : 1;

  if (state & GDK_CONTROL_MASK)
    tras_chart_view_zoom (self, pow (ZOOM_STEP, -dy), self->pointer_x);
  else
    tras_chart_view_pan (self, PAN_STEP * (fabs (dx) > fabs (dy) ? forward * dx : dy));

  return GDK_EVENT_STOP;
}

static void
on_drag_begin (TrasChartView *self)
{
  self->drag_from = self->from;
  self->drag_to = self->to;
}

static void
on_drag_update (TrasChartView  *self,
                double          dx,
                double          dy,
                GtkGestureDrag *drag)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int forward = tras_look_is_mirrored (GTK_WIDGET (self)) ? -1 : 1;
  double days = -forward * dx / MAX (width, 1) * (self->drag_to - self->drag_from);
  TrasDay first, last;

  if (self->series == NULL || tras_chart_view_count_points (self) == 0 ||
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, 0))
    return;

  tras_chart_view_get_whole (self, &first, &last);
  days = CLAMP (days, first - self->drag_from, last - self->drag_to);
  tras_chart_view_take_periods (self, G_MAXUINT);
  tras_chart_view_set_range (self, self->drag_from + days, self->drag_to + days);
}

void
tras_chart_input_init (TrasChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

/* tras-timeline-input.c: keys and pointer on a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-look.h"
#include "tras-timeline-view-private.h"

/* How much closer one key or one turn of a wheel goes, and what an arrow moves where there is no
 * bar to go to, as a part of what is seen. */
#define ZOOM_STEP 1.25
#define PAN_STEP 0.1

#define WEEK 7

/* What moves less than this is a hand that shakes, in pixels. */
#define LEAST_DRAG 4

/* ---- walking ---- */

static void
walk (TrasTimelineView *self,
      int               rows)
{
  int row = self->cursor.row;

  if (row < 0)
    row = (int) tras_timeline_find_row (self->timeline,
                                        tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self),
                                                                     GTK_ORIENTATION_VERTICAL) /
                                          self->text_size);
  else
    row += rows;
  tras_timeline_view_set_cursor (self, MAX (row, 0));
}

static int
get_page_rows (TrasTimelineView *self)
{
  TrasTimelineSight sight;
  double height;
  guint last;

  tras_timeline_view_get_sight (self, &sight);
  height = (sight.rect.height - tras_timeline_get_top (&sight)) / self->text_size;
  last = tras_timeline_find_row (self->timeline, sight.scroll / self->text_size + height);

  return MAX ((int) last - (int) tras_timeline_find_row (self->timeline,
                                                         sight.scroll / self->text_size) - 1, 1);
}

/* The nearest bar with a row that this one waits for, or that waits for it. */
static int
find_linked (TrasTimelineView *self,
             int               bar,
             gboolean          waiting)
{
  const TrasTimelinePlan *plan = tras_timeline_get_plan (self->timeline);
  int nearest = -1;

  for (guint i = 0; i < plan->n_links; i++)
    {
      const TrasTimelineLink *link = &plan->links[i];
      int row;

      if ((int) (waiting ? link->from : link->to) != bar)
        continue;
      row = tras_timeline_find_bar (self->timeline, waiting ? link->to : link->from);
      if (row >= 0 && (nearest < 0 ||
                       ABS (row - self->cursor.row) < ABS (nearest - self->cursor.row)))
        nearest = row;
    }

  return nearest;
}

/* Along what waits for what; a lane is folded and unfolded as a tree is. */
static void
walk_across (TrasTimelineView *self,
             gboolean          onward)
{
  const TrasTimelineRow *row = tras_timeline_view_get_cursor (self);
  int linked = row != NULL && row->bar >= 0 ? find_linked (self, row->bar, onward) : -1;

  if (row != NULL && row->bar < 0)
    tras_timeline_view_fold (self, row->lane, onward);
  else if (linked >= 0)
    tras_timeline_view_set_cursor (self, linked);
  else
    tras_timeline_view_pan (self, gtk_widget_get_width (GTK_WIDGET (self)) *
                                  (onward ? PAN_STEP : -PAN_STEP));
}

static void
shift (TrasTimelineView *self,
       int               days)
{
  tras_timeline_view_move (self, self->cursor.start_shift + days, self->cursor.due_shift + days);
  tras_timeline_view_reveal (self);
}

static void
toggle_lane (TrasTimelineView *self)
{
  const TrasTimelineRow *row = tras_timeline_view_get_cursor (self);

  if (row != NULL)
    tras_timeline_view_fold (self, row->lane,
                             !tras_timeline_get_plan (self->timeline)->lanes[row->lane].unfolded);
}

/* ---- keys ---- */

static gboolean
on_arrow (TrasTimelineView *self,
          gboolean          onward,
          GdkModifierType   state)
{
  int days = (state & GDK_SHIFT_MASK) ? WEEK : 1;

  if (state & GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  if (state & GDK_ALT_MASK)
    shift (self, onward ? days : -days);
  else
    walk_across (self, onward);

  return GDK_EVENT_STOP;
}

static gboolean
on_key_pressed (TrasTimelineView *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  gboolean mirrored = tras_look_is_mirrored (GTK_WIDGET (self));

  if (self->timeline == NULL || tras_timeline_get_n_rows (self->timeline) == 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    return on_arrow (self, mirrored, state);
  if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    return on_arrow (self, !mirrored, state);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      walk (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      walk (self, -get_page_rows (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      walk (self, get_page_rows (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      tras_timeline_view_set_cursor (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      tras_timeline_view_set_cursor (self, G_MAXINT);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      tras_timeline_view_zoom (self, ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      tras_timeline_view_zoom (self, 1 / ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      toggle_lane (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_KP_Enter:
      if (tras_timeline_view_is_moving (self))
        tras_timeline_view_ask (self);
      else
        tras_timeline_view_activate (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (!tras_timeline_view_is_moving (self))
        return GDK_EVENT_PROPAGATE;
      tras_timeline_view_take_back (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- the pointer ---- */

static TrasTimelineHit
hit (TrasTimelineView *self,
     double            x,
     double            y,
     guint            *row)
{
  TrasTimelineSight sight;

  if (self->timeline == NULL)
    return TRAS_TIMELINE_NOTHING;

  tras_timeline_view_get_sight (self, &sight);

  return tras_timeline_hit (self->timeline, &sight, x, y, row);
}

static void
on_motion (TrasTimelineView *self,
           double            x,
           double            y)
{
  static const char *const names[] = {
    [TRAS_TIMELINE_NOTHING] = NULL,
    [TRAS_TIMELINE_LANE] = "pointer",
    [TRAS_TIMELINE_ROW] = NULL,
    [TRAS_TIMELINE_BAR] = "grab",
    [TRAS_TIMELINE_END] = "ew-resize",
  };
  guint row;
  TrasTimelineHit found = hit (self, x, y, &row);

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->held != TRAS_TIMELINE_NOTHING)
    return;
  if (!self->editable && (found == TRAS_TIMELINE_BAR || found == TRAS_TIMELINE_END))
    found = TRAS_TIMELINE_ROW;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), names[found]);
}

static void
on_released (TrasTimelineView *self,
             int               n_press,
             double            x,
             double            y)
{
  guint row = G_MAXUINT;
  TrasTimelineHit found = hit (self, x, y, &row);

  if (tras_timeline_view_is_moving (self) || found == TRAS_TIMELINE_NOTHING ||
      (int) row != self->cursor.row)
    return;

  if (found == TRAS_TIMELINE_LANE)
    toggle_lane (self);
  else if (n_press == 2)
    tras_timeline_view_activate (self);
}

static void
on_pressed (TrasTimelineView *self,
            int               n_press,
            double            x,
            double            y)
{
  guint row;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (hit (self, x, y, &row) != TRAS_TIMELINE_NOTHING)
    tras_timeline_view_set_cursor (self, (int) row);
}

static gboolean
on_scroll (TrasTimelineView         *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  tras_timeline_view_zoom_at (self, pow (ZOOM_STEP, -dy), self->pointer_x);

  return GDK_EVENT_STOP;
}

/* ---- dragging ---- */

static void
on_drag_begin (TrasTimelineView *self,
               double            x,
               double            y)
{
  guint row = 0;

  tras_timeline_view_take_back (self);
  self->held = hit (self, x, y, &row);
  if (self->held == TRAS_TIMELINE_BAR || self->held == TRAS_TIMELINE_END)
    tras_timeline_view_set_cursor (self, (int) row);
  if (!self->editable && self->held != TRAS_TIMELINE_NOTHING)
    self->held = TRAS_TIMELINE_ROW;
  self->held_across = gtk_adjustment_get_value (tras_timeline_view_get_across (self));
  self->held_down = tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self),
                                                 GTK_ORIENTATION_VERTICAL);
}

static void
on_drag_update (TrasTimelineView *self,
                double            dx,
                double            dy,
                GtkGesture       *gesture)
{
  double along = tras_look_is_mirrored (GTK_WIDGET (self)) ? -dx : dx;
  int days = (int) round (along / self->day_width);

  if (hypot (dx, dy) < LEAST_DRAG && !tras_timeline_view_is_moving (self))
    return;

  switch (self->held)
    {
    case TRAS_TIMELINE_BAR:
      tras_timeline_view_move (self, days, days);
      break;
    case TRAS_TIMELINE_END:
      tras_timeline_view_move (self, 0, days);
      break;
    case TRAS_TIMELINE_LANE:
    case TRAS_TIMELINE_ROW:
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_adjustment_set_value (tras_timeline_view_get_across (self), self->held_across - along);
      gtk_adjustment_set_value (tras_scroll_area_get_adjustment (TRAS_SCROLL_AREA (self),
                                                                 GTK_ORIENTATION_VERTICAL),
                                self->held_down - dy);
      break;
    case TRAS_TIMELINE_NOTHING:
    default:
      break;
    }
}

static void
on_drag_end (TrasTimelineView *self)
{
  self->held = TRAS_TIMELINE_NOTHING;
  tras_timeline_view_ask (self);
}

static void
on_drag_cancel (TrasTimelineView *self)
{
  self->held = TRAS_TIMELINE_NOTHING;
  tras_timeline_view_take_back (self);
}

void
tras_timeline_input_init (TrasTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

/* tras-strategy-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-look.h"
#include "tras-map-nodes.h"
#include "tras-strategy-view.h"

/* How much nearer one step goes, and what a turn of the wheel moves, in pixels. */
#define ZOOM_STEP 1.25
#define SCROLL_STEP 60

/* The smallest text on the screen, in pixels. */
#define LEAST_TEXT 9

struct _TrasStrategyView
{
  GtkWidget parent_instance;

  TrasStrategyMap *map;
  TrasTextCache *texts;
  TrasMapView view;
  TrasMapView drag_view;
  int selected;
  int lane;
  double pointer_x;
  double pointer_y;
  gboolean is_dragging;

  /* Whether the user has moved; else what is seen goes with the size. */
  gboolean is_moved;
  gboolean is_whole;
};

G_DEFINE_FINAL_TYPE (TrasStrategyView, tras_strategy_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TrasRect
get_paper (TrasStrategyView *self)
{
  return (TrasRect) { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                      gtk_widget_get_height (GTK_WIDGET (self)) };
}

/* ---- what is seen ---- */

static void
show_whole (TrasStrategyView *self)
{
  TrasRect paper = get_paper (self);

  if (self->map == NULL || self->is_moved)
    return;

  if (self->is_whole)
    tras_strategy_map_fit (self->map, &paper, &self->view);
  else
    tras_strategy_map_open (self->map, &paper, tras_look_is_mirrored (GTK_WIDGET (self)),
                            &self->view);
}

static void
pan (TrasStrategyView *self,
     double            dx,
     double            dy)
{
  TrasRect paper = get_paper (self);

  if (self->map == NULL)
    return;

  self->is_moved = TRUE;
  tras_strategy_map_pan (self->map, &paper, &self->view, dx, dy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
zoom_at (TrasStrategyView *self,
         double            steps,
         double            x,
         double            y)
{
  TrasRect paper = get_paper (self);

  if (self->map == NULL)
    return;

  self->is_moved = TRUE;
  tras_strategy_map_zoom (self->map, &paper, &self->view, pow (ZOOM_STEP, steps), x, y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- the cursor ---- */

static void
tell (TrasStrategyView *self)
{
  g_autofree char *words = NULL;

  if (self->map != NULL && self->selected >= 0)
    words = tras_map_nodes_dup_words (self->map, (guint) self->selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _("Map of the strategy"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrows walk the goals, what they measure and what is done "
                                    "for them; Return opens one."),
                                  -1);
}

static void
take_selected (TrasStrategyView *self,
               int               node)
{
  if (node == self->selected)
    return;

  self->selected = node;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
walk (TrasStrategyView *self,
      TrasMapStep       step)
{
  int node = self->map != NULL ? tras_strategy_map_walk (self->map, self->selected, step) : -1;

  if (node >= 0)
    tras_strategy_view_select (self, node);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
activate (TrasStrategyView *self)
{
  if (self->selected < 0)
    return FALSE;

  g_signal_emit (self, signals[ACTIVATED], 0, self->selected);

  return TRUE;
}

/* ---- keys ---- */

static gboolean
on_key_pressed (TrasStrategyView *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean mirrored = tras_look_is_mirrored (GTK_WIDGET (self));

  if (self->map == NULL || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      tras_strategy_view_zoom (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      tras_strategy_view_zoom (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      tras_strategy_view_fit (self);
      return GDK_EVENT_STOP;
    default:
      if (control)
        return GDK_EVENT_PROPAGATE;
    }

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      walk (self, TRAS_MAP_UP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk (self, TRAS_MAP_DOWN);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      walk (self, mirrored ? TRAS_MAP_FORWARD : TRAS_MAP_BACK);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      walk (self, mirrored ? TRAS_MAP_BACK : TRAS_MAP_FORWARD);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      tras_strategy_view_select (self, tras_strategy_map_walk (self->map, -1, TRAS_MAP_DOWN));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return activate (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- the pointer ---- */

static void
on_motion (TrasStrategyView *self,
           double            x,
           double            y)
{
  TrasRect paper = get_paper (self);
  int node = self->map != NULL ? tras_strategy_map_hit (self->map, &paper, &self->view, x, y) : -1;

  self->pointer_x = x;
  self->pointer_y = y;
  if (!self->is_dragging)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), node >= 0 ? "pointer" : "grab");
}

static gboolean
on_scroll (TrasStrategyView         *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (state & GDK_CONTROL_MASK)
    zoom_at (self, -dy, self->pointer_x, self->pointer_y);
  else if (state & GDK_SHIFT_MASK)
    pan (self, SCROLL_STEP * (dx != 0 ? dx : dy), 0);
  else
    pan (self, SCROLL_STEP * dx, SCROLL_STEP * dy);

  return GDK_EVENT_STOP;
}

static void
on_drag_begin (TrasStrategyView *self)
{
  self->drag_view = self->view;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_drag_update (TrasStrategyView *self,
                double            dx,
                double            dy)
{
  if (!self->is_dragging &&
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;

  if (!self->is_dragging)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  self->is_dragging = TRUE;
  self->view = self->drag_view;
  pan (self, -dx, -dy);
}

static void
on_drag_end (TrasStrategyView *self)
{
  if (self->is_dragging)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
}

static void
on_released (TrasStrategyView *self,
             int               n_press,
             double            x,
             double            y)
{
  TrasRect paper = get_paper (self);
  gboolean was_dragging = self->is_dragging;
  int node;

  self->is_dragging = FALSE;
  if (self->map == NULL || was_dragging)
    return;

  node = tras_strategy_map_hit (self->map, &paper, &self->view, x, y);
  take_selected (self, node);
  if (n_press == 2)
    activate (self);
}

static void
on_zoom_gesture (TrasStrategyView *self,
                 double            scale,
                 GtkGestureZoom   *gesture)
{
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  self->view.scale = self->drag_view.scale;
  zoom_at (self, log (scale) / log (ZOOM_STEP), x, y);
}

/* ---- drawing ---- */

static void
restyle (TrasStrategyView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  g_clear_pointer (&self->texts, tras_text_cache_free);
  self->texts = tras_text_cache_new (pango_context_get_font_description (context),
                                     tras_look_is_mirrored (GTK_WIDGET (self)), FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tras_strategy_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TrasStrategyView *self = TRAS_STRATEGY_VIEW (widget);
  TrasRect paper = get_paper (self);
  TrasMapLook look = {
    .palette = tras_look_get_palette (),
    .texts = self->texts,
    .mirrored = tras_look_is_mirrored (widget),
    .least_text = LEAST_TEXT,
    .selected = self->selected,
    .lane = self->lane,
  };
  cairo_t *cr;

  if (self->map == NULL || paper.width <= 0 || paper.height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) paper.width,
                                                                 (float) paper.height));
  tras_strategy_map_draw (self->map, cr, &paper, &self->view, &look);
  cairo_destroy (cr);
}

static void
tras_strategy_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 500;
}

static void
tras_strategy_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  TrasStrategyView *self = TRAS_STRATEGY_VIEW (widget);
  TrasRect paper = { 0, 0, width, height };

  show_whole (self);
  if (self->map != NULL && self->is_moved)
    tras_strategy_map_pan (self->map, &paper, &self->view, 0, 0);
}

/* ---- the object ---- */

static void
tras_strategy_view_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_strategy_view_parent_class)->css_changed (widget, change);

  restyle (TRAS_STRATEGY_VIEW (widget));
}

static void
tras_strategy_view_direction_changed (GtkWidget        *widget,
                                      GtkTextDirection  previous)
{
  restyle (TRAS_STRATEGY_VIEW (widget));
}

static void
tras_strategy_view_finalize (GObject *object)
{
  TrasStrategyView *self = TRAS_STRATEGY_VIEW (object);

  g_clear_pointer (&self->map, tras_strategy_map_unref);
  g_clear_pointer (&self->texts, tras_text_cache_free);

  G_OBJECT_CLASS (tras_strategy_view_parent_class)->finalize (object);
}

static void
tras_strategy_view_class_init (TrasStrategyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tras_strategy_view_finalize;
  widget_class->css_changed = tras_strategy_view_css_changed;
  widget_class->direction_changed = tras_strategy_view_direction_changed;
  widget_class->measure = tras_strategy_view_measure;
  widget_class->size_allocate = tras_strategy_view_size_allocate;
  widget_class->snapshot = tras_strategy_view_snapshot;

  /**
   * TrasStrategyView::activated:
   * @node: the node under the cursor, to be opened
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_STRATEGY_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "strategymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_pointer (TrasStrategyView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (on_zoom_gesture), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (zoom));
}

static void
tras_strategy_view_init (TrasStrategyView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->selected = -1;
  self->lane = -1;
  self->view.scale = 1;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, key);
  add_pointer (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (restyle),
                           self, G_CONNECT_SWAPPED);
  restyle (self);
  tell (self);
}

/**
 * tras_strategy_view_get_map:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TrasStrategyMap *
tras_strategy_view_get_map (TrasStrategyView *self)
{
  g_return_val_if_fail (TRAS_IS_STRATEGY_VIEW (self), NULL);

  return self->map;
}

static int
find_same (TrasStrategyMap   *map,
           const TrasMapNode *wanted)
{
  for (guint i = 0; i < tras_strategy_map_get_n (map); i++)
    {
      const TrasMapNode *node = tras_strategy_map_get (map, i);

      if (node->kind == wanted->kind && node->id == wanted->id)
        return (int) i;
    }

  return -1;
}

/**
 * tras_strategy_view_set_map:
 * @self: a view
 * @map: (transfer none) (nullable): what to show, made for the view's direction
 *
 * What is seen, and the cursor, stay where they are.
 */
void
tras_strategy_view_set_map (TrasStrategyView *self,
                            TrasStrategyMap  *map)
{
  g_autoptr (TrasStrategyMap) old = NULL;
  TrasRect paper;

  g_return_if_fail (TRAS_IS_STRATEGY_VIEW (self));

  old = g_steal_pointer (&self->map);
  self->map = map != NULL ? tras_strategy_map_ref (map) : NULL;
  self->selected = old != NULL && map != NULL && self->selected >= 0
                     ? find_same (map, tras_strategy_map_get (old, (guint) self->selected)) : -1;
  if (old == NULL || map == NULL)
    self->is_moved = self->is_whole = FALSE;
  paper = get_paper (self);
  show_whole (self);
  if (map != NULL && self->is_moved)
    tras_strategy_map_pan (map, &paper, &self->view, 0, 0);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tras_strategy_view_get_selected:
 * @self: a view
 *
 * Returns: the node under the cursor, -1 for none
 */
int
tras_strategy_view_get_selected (TrasStrategyView *self)
{
  g_return_val_if_fail (TRAS_IS_STRATEGY_VIEW (self), -1);

  return self->selected;
}

/**
 * tras_strategy_view_select:
 * @self: a view
 * @node: a node, -1 for none
 *
 * Puts the cursor there, and has it in sight.
 */
void
tras_strategy_view_select (TrasStrategyView *self,
                           int               node)
{
  TrasRect paper;
  TrasMapView before;

  g_return_if_fail (TRAS_IS_STRATEGY_VIEW (self));

  take_selected (self, node);
  if (node < 0 || self->map == NULL)
    return;

  paper = get_paper (self);
  before = self->view;
  tras_strategy_map_reveal (self->map, &paper, &self->view,
                            tras_strategy_map_get_rect (self->map, (guint) node));
  if (fabs (before.x - self->view.x) > 0 || fabs (before.y - self->view.y) > 0)
    self->is_moved = TRUE;
}

/**
 * tras_strategy_view_set_lane:
 * @self: a view
 * @lane: a #TrasMapLane whose nodes stand out, -1 for all
 *
 * Brings that lane into sight.
 */
void
tras_strategy_view_set_lane (TrasStrategyView *self,
                             int               lane)
{
  TrasRect paper, rect;

  g_return_if_fail (TRAS_IS_STRATEGY_VIEW (self));

  self->lane = lane;
  paper = get_paper (self);
  if (self->map != NULL && lane >= 0 &&
      tras_strategy_map_get_lane (self->map, (TrasMapLane) lane, &rect))
    tras_strategy_map_reveal (self->map, &paper, &self->view, &rect);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tras_strategy_view_fit:
 * @self: a view
 *
 * Shows the whole map.
 */
void
tras_strategy_view_fit (TrasStrategyView *self)
{
  g_return_if_fail (TRAS_IS_STRATEGY_VIEW (self));

  self->is_moved = FALSE;
  self->is_whole = TRUE;
  show_whole (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tras_strategy_view_zoom:
 * @self: a view
 * @steps: how many steps nearer; negative for farther
 *
 * Goes nearer to the cursor where it can be seen, else to the middle.
 */
void
tras_strategy_view_zoom (TrasStrategyView *self,
                         double            steps)
{
  TrasRect paper;
  double x, y;

  g_return_if_fail (TRAS_IS_STRATEGY_VIEW (self));

  paper = get_paper (self);
  x = paper.width / 2;
  y = paper.height / 2;
  zoom_at (self, steps, x, y);
  if (self->map != NULL && self->selected >= 0)
    tras_strategy_map_reveal (self->map, &paper, &self->view,
                              tras_strategy_map_get_rect (self->map, (guint) self->selected));
}

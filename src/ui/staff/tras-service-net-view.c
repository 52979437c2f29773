/* tras-service-net-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-look.h"
#include "tras-service-net-view.h"
#include "tras-service-net.h"
#include "tras-service-words.h"

#define MIN_SIZE 240
#define ZOOM_STEP 1.2
/* How much of it is left of what does not belong to the cursor. */
#define FADED 0.5

/* More pixels than these are not kept, but drawn each time. */
#define MOST_PIXELS (16 * 1000 * 1000)

#define LEAST_ZOOM 0.4
#define MOST_ZOOM 2.5

/* The texts of the picture are made for this size of text. */
#define TEXT_SIZE 14.0

struct _TrasServiceNetView
{
  TrasScrollArea parent_instance;

  /* owned */
  TrasServiceBoard *board;
  TrasServiceNet *net;
  TrasTextCache *texts;
  GskRenderNode *picture;  /* all of @net, to be scrolled; NULL when it is to be drawn anew */
  GskRenderNode *cursor;   /* what belongs to the cursor, over it; likewise */
  char *words;

  gint64 area_id;
  TrasNetSpot spot;
  double zoom;
  gboolean is_whole;       /* whether the zoom follows the size of the window */
  double drag_x;
  double drag_y;
};

G_DEFINE_FINAL_TYPE (TrasServiceNetView, tras_service_net_view, TRAS_TYPE_SCROLL_AREA)

typedef enum
{
  PROP_WORDS = 1,
} TrasServiceNetViewProperty;

static GParamSpec *properties[PROP_WORDS + 1];

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const TrasNetSpot nowhere = { -1, -1 };

static double
get_scale (TrasServiceNetView *self)
{
  return self->zoom * tras_look_get_text_size (GTK_WIDGET (self)) / TEXT_SIZE;
}

static double
get_scroll (TrasServiceNetView *self,
            GtkOrientation      orientation)
{
  return tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self), orientation);
}

/* What is smaller than its place stands in the middle of it. */
static void
get_offset (TrasServiceNetView *self,
            double             *x,
            double             *y)
{
  double width, height, scale = get_scale (self);

  tras_service_net_get_size (self->net, &width, &height);
  *x = floor (MAX ((gtk_widget_get_width (GTK_WIDGET (self)) - width * scale) / 2, 0));
  *y = floor (MAX ((gtk_widget_get_height (GTK_WIDGET (self)) - height * scale) / 2, 0));
}

/* ---- drawing ---- */

static void
forget_picture (TrasServiceNetView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->cursor, gsk_render_node_unref);
}

/* The picture stays: it takes many times as long as what belongs to the cursor. */
static void
redraw_cursor (TrasServiceNetView *self)
{
  g_clear_pointer (&self->cursor, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_picture (cairo_t  *cr,
              gpointer  data)
{
  TrasServiceNetView *self = data;
  double scale = get_scale (self);

  cairo_scale (cr, scale, scale);
  tras_service_net_draw (self->net, cr, tras_look_get_palette (), self->texts);
}

static void
draw_cursor (cairo_t  *cr,
             gpointer  data)
{
  TrasServiceNetView *self = data;
  double scale = get_scale (self);

  cairo_scale (cr, scale, scale);
  tras_service_net_draw_cursor (self->net, cr, tras_look_get_palette (), self->texts, self->spot);
}

static GskRenderNode *
make_node (TrasServiceNetView *self,
           TrasLookDraw        draw)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double width, height, scale = get_scale (self);
  int pixel = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  graphene_rect_t room;

  if (self->texts == NULL)
    self->texts = tras_look_new_texts (GTK_WIDGET (self));
  tras_service_net_get_size (self->net, &width, &height);
  width = ceil (width * scale);
  height = ceil (height * scale);
  room = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  if (draw == draw_picture && width * height * pixel * pixel <= MOST_PIXELS)
    {
      g_autoptr (GdkTexture) texture =
        tras_look_draw_texture ((int) width, (int) height, pixel, draw, self);

      gtk_snapshot_append_texture (snapshot, texture, &room);
    }
  else
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &room);

      draw (cr, self);
      cairo_destroy (cr);
    }

  return gtk_snapshot_free_to_node (snapshot);
}

static void
tras_service_net_view_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  TrasServiceNetView *self = TRAS_SERVICE_NET_VIEW (widget);
  double x, y;

  if (gtk_widget_get_width (widget) == 0 || self->net == NULL)
    return;

  if (self->picture == NULL)
    self->picture = make_node (self, draw_picture);
  if (self->cursor == NULL && self->spot.node >= 0)
    self->cursor = make_node (self, draw_cursor);
  get_offset (self, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) (x - get_scroll (self, GTK_ORIENTATION_HORIZONTAL)),
                                    (float) (y - get_scroll (self, GTK_ORIENTATION_VERTICAL))));
  if (self->cursor != NULL)
    gtk_snapshot_push_opacity (snapshot, FADED);
  gtk_snapshot_append_node (snapshot, self->picture);
  if (self->cursor != NULL)
    {
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_node (snapshot, self->cursor);
    }
  gtk_snapshot_restore (snapshot);
}

static void
tras_service_net_view_restyle (TrasScrollArea *area)
{
  TrasServiceNetView *self = TRAS_SERVICE_NET_VIEW (area);

  g_clear_pointer (&self->texts, tras_text_cache_free);
  forget_picture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- what is shown ---- */

static gboolean
is_wanted (TrasServiceNetView     *self,
           const TrasServiceFacts *facts)
{
  return facts->is_running &&
         (self->area_id == 0 || facts->service->giver_id == self->area_id ||
          facts->service->taker_id == self->area_id);
}

/* Areas that give or take something that is shown. */
static GHashTable *
list_areas (TrasServiceNetView *self)
{
  GHashTable *areas = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->board->facts->len; i++)
    {
      const TrasServiceFacts *facts = self->board->facts->pdata[i];

      if (!is_wanted (self, facts))
        continue;
      g_hash_table_add (areas, &facts->service->giver_id);
      g_hash_table_add (areas, &facts->service->taker_id);
    }

  return areas;
}

static guint
find_node (GArray *nodes,
           gint64  id)
{
  guint place = 0;

  while (place + 1 < nodes->len && g_array_index (nodes, TrasNetNode, place).id != id)
    place++;

  return place;
}

static TrasServiceNet *
make_net (TrasServiceNetView *self,
          double              width,
          double              height)
{
  g_autoptr (GHashTable) wanted = list_areas (self);
  GArray *nodes = tras_service_net_new_nodes ();
  GArray *arrows = tras_service_net_new_arrows ();

  for (guint i = 0; i < self->board->areas->len; i++)
    {
      const TrasServiceArea *area = self->board->areas->pdata[i];
      TrasNetNode node = { area->id, NULL, NULL };

      if (!g_hash_table_contains (wanted, &area->id))
        continue;
      node.title = g_strdup (area->name);
      node.words = tras_service_words_dup_area (area);
      g_array_append_val (nodes, node);
    }
  for (guint i = 0; i < self->board->facts->len; i++)
    {
      const TrasServiceFacts *facts = self->board->facts->pdata[i];
      TrasNetArrow arrow = {
        .id = TRAS_RECORD (facts->service)->id,
        .from = find_node (nodes, facts->service->giver_id),
        .to = find_node (nodes, facts->service->taker_id),
        .weight = facts->mean,
        .glyph = tras_service_words_get_glyph (facts->grade),
      };

      if (!is_wanted (self, facts))
        continue;
      arrow.figure = tras_service_words_dup_mean (facts->mean);
      arrow.title = g_strdup (facts->service->what);
      g_array_append_val (arrows, arrow);
    }

  return tras_service_net_new (nodes, arrows, width, height,
                               tras_look_is_mirrored (GTK_WIDGET (self)));
}

/* ---- layout ---- */

static void
lay_out (TrasServiceNetView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->board == NULL || width == 0 || height == 0)
    return;

  if (self->is_whole)
    self->zoom = 1;
  for (;;)
    {
      double scale = get_scale (self), all, high;

      g_clear_pointer (&self->net, tras_service_net_unref);
      self->net = make_net (self, width / scale, height / scale);
      tras_service_net_get_size (self->net, &all, &high);
      if (!self->is_whole || self->zoom <= LEAST_ZOOM ||
          (all * scale <= width + 1 && high * scale <= height + 1))
        break;
      self->zoom = MAX (self->zoom / ZOOM_STEP, LEAST_ZOOM);
    }
  forget_picture (self);
}

static void
tras_service_net_view_configure (TrasScrollArea *area)
{
  TrasServiceNetView *self = TRAS_SERVICE_NET_VIEW (area);
  double scale = get_scale (self), width, height;

  if (self->net == NULL)
    return;

  tras_service_net_get_size (self->net, &width, &height);
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL, floor (width * scale),
                               40 * scale, gtk_widget_get_width (GTK_WIDGET (self)));
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL, floor (height * scale), 40 * scale,
                               gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
tras_service_net_view_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  lay_out (TRAS_SERVICE_NET_VIEW (widget));
  GTK_WIDGET_CLASS (tras_service_net_view_parent_class)
    ->size_allocate (widget, width, height, baseline);
}

static void
tras_service_net_view_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = MIN_SIZE;
  *natural = MIN_SIZE * 2;
}

/* ---- the cursor ---- */

static const TrasServiceArea *
find_area (TrasServiceNetView *self,
           gint64              id)
{
  for (guint i = 0; i < self->board->areas->len; i++)
    {
      const TrasServiceArea *area = self->board->areas->pdata[i];

      if (area->id == id)
        return area;
    }

  return NULL;
}

static char *
dup_area_words (TrasServiceNetView *self,
                guint               node)
{
  const TrasServiceArea *area = find_area (self, tras_service_net_get_node (self->net, node)->id);
  g_autofree char *counts = NULL;
  g_autofree char *mean = NULL;

  if (area == NULL)
    return g_strdup ("");

  counts = tras_service_words_dup_area (area);
  if (area->given.n == 0)
    /* Translators: an area, and “gives 3, takes 2” */
    return g_strdup_printf (C_("services of an area", "%s: %s."), area->name, counts);

  mean = tras_service_words_dup_mean (tras_service_mean_get_value (&area->given));

  /* Translators: an area, “gives 3, takes 2”, and a mean score */
  return g_strdup_printf (_("%s: %s. What it gives was rated %s of 5."), area->name, counts, mean);
}

static char *
dup_service_words (TrasServiceNetView *self,
                   guint               arrow)
{
  const TrasServiceFacts *facts =
    tras_service_board_find (self->board, tras_service_net_get_arrow (self->net, arrow)->id);
  g_autofree char *way = NULL;
  g_autofree char *rated = NULL;

  if (facts == NULL)
    return g_strdup ("");

  way = tras_service_words_dup_way (facts->service);
  rated = tras_service_words_dup_rated (facts);

  /* Translators: what is given, who gives it to whom, and how it was rated, as a sentence */
  return g_strdup_printf (_("%s (%s). %s"), facts->service->what, way, rated);
}

static void
tell (TrasServiceNetView *self)
{
  g_free (self->words);
  self->words = self->net == NULL || self->spot.node < 0 ? NULL
                : self->spot.arrow >= 0 ? dup_service_words (self, (guint) self->spot.arrow)
                                        : dup_area_words (self, (guint) self->spot.node);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words != NULL ? self->words
                                                      : _("Network of services between areas"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Left and right go from area to area, up and down through what "
                                    "an area gives and takes; Return opens it."),
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

static void
reveal (TrasServiceNetView *self,
        const TrasRect     *rect)
{
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);
  double scale = get_scale (self);

  gtk_adjustment_clamp_page (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL),
                             (rect->x - 12) * scale, (rect->x + rect->width + 12) * scale);
  gtk_adjustment_clamp_page (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL),
                             (rect->y - 12) * scale, (rect->y + rect->height + 12) * scale);
}

static void
select_spot (TrasServiceNetView *self,
             TrasNetSpot         spot)
{
  self->spot = spot;
  if (spot.arrow >= 0)
    reveal (self, tras_service_net_get_badge (self->net, (guint) spot.arrow));
  else if (spot.node >= 0)
    reveal (self, tras_service_net_get_rect (self->net, (guint) spot.node));
  tell (self);
  redraw_cursor (self);
}

static void
walk (TrasServiceNetView *self,
      TrasNetStep         step)
{
  if (self->net != NULL && tras_service_net_get_n_nodes (self->net) > 0)
    select_spot (self, tras_service_net_walk (self->net, self->spot, step));
}

static void
activate (TrasServiceNetView *self)
{
  gint64 area_id = 0, service_id = 0;

  if (self->net == NULL || self->spot.node < 0)
    return;

  if (self->spot.arrow >= 0)
    service_id = tras_service_net_get_arrow (self->net, (guint) self->spot.arrow)->id;
  else
    area_id = tras_service_net_get_node (self->net, (guint) self->spot.node)->id;
  g_signal_emit (self, signals[ACTIVATED], 0, area_id, service_id);
}

static gboolean
on_key_pressed (TrasServiceNetView *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  gboolean mirrored = tras_look_is_mirrored (GTK_WIDGET (self));

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      walk (self, TRAS_NET_LAST_ARROW);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk (self, TRAS_NET_NEXT_ARROW);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      walk (self, mirrored ? TRAS_NET_NEXT_NODE : TRAS_NET_LAST_NODE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      walk (self, mirrored ? TRAS_NET_LAST_NODE : TRAS_NET_NEXT_NODE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      self->spot = nowhere;
      walk (self, TRAS_NET_NEXT_NODE);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      tras_service_net_view_zoom (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      tras_service_net_view_zoom (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      tras_service_net_view_fit (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      activate (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- the pointer ---- */

static TrasNetSpot
find (TrasServiceNetView *self,
      double              x,
      double              y)
{
  double offset_x, offset_y;

  if (self->net == NULL)
    return nowhere;

  get_offset (self, &offset_x, &offset_y);
  x += get_scroll (self, GTK_ORIENTATION_HORIZONTAL) - offset_x;
  y += get_scroll (self, GTK_ORIENTATION_VERTICAL) - offset_y;

  return tras_service_net_find (self->net, x / get_scale (self), y / get_scale (self));
}

static void
on_pressed (TrasServiceNetView *self,
            int                 n_press,
            double              x,
            double              y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->net == NULL)
    return;

  self->spot = find (self, x, y);
  tell (self);
  redraw_cursor (self);
  if (n_press == 2)
    activate (self);
}

static void
on_motion (TrasServiceNetView *self,
           double              x,
           double              y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find (self, x, y).node >= 0 ? "pointer"
                                                                                 : NULL);
}

static void
on_drag_begin (TrasServiceNetView *self)
{
  self->drag_x = get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  self->drag_y = get_scroll (self, GTK_ORIENTATION_VERTICAL);
}

static void
on_drag_update (TrasServiceNetView *self,
                double              dx,
                double              dy)
{
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);

  gtk_adjustment_set_value (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL),
                            self->drag_x - dx);
  gtk_adjustment_set_value (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL),
                            self->drag_y - dy);
}

static gboolean
on_scroll (TrasServiceNetView       *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  tras_service_net_view_zoom (self, dy < 0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

/* ---- the object ---- */

static void
tras_service_net_view_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((TrasServiceNetViewProperty) prop_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, TRAS_SERVICE_NET_VIEW (object)->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_service_net_view_finalize (GObject *object)
{
  TrasServiceNetView *self = TRAS_SERVICE_NET_VIEW (object);

  g_clear_pointer (&self->board, tras_service_board_unref);
  g_clear_pointer (&self->net, tras_service_net_unref);
  g_clear_pointer (&self->texts, tras_text_cache_free);
  forget_picture (self);
  g_free (self->words);

  G_OBJECT_CLASS (tras_service_net_view_parent_class)->finalize (object);
}

static void
tras_service_net_view_class_init (TrasServiceNetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tras_service_net_view_finalize;
  object_class->get_property = tras_service_net_view_get_property;
  widget_class->measure = tras_service_net_view_measure;
  widget_class->size_allocate = tras_service_net_view_size_allocate;
  widget_class->snapshot = tras_service_net_view_snapshot;
  TRAS_SCROLL_AREA_CLASS (klass)->configure = tras_service_net_view_configure;
  TRAS_SCROLL_AREA_CLASS (klass)->restyle = tras_service_net_view_restyle;

  /**
   * TrasServiceNetView:words: (nullable)
   *
   * What is under the cursor, in words.
   */
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasServiceNetView::activated:
   * @area: the area under the cursor, 0 where it is a service
   * @service: the service, 0 where it is an area
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_SERVICE_NET_VIEW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "servicenet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tras_service_net_view_init (TrasServiceNetView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->spot = nowhere;
  self->zoom = 1;
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, key);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  tell (self);
}

/* The same service or area as before; nowhere where it is gone. */
static TrasNetSpot
find_same (TrasServiceNetView *self,
           gint64              area_id,
           gint64              service_id)
{
  TrasNetSpot spot = nowhere;

  for (guint i = 0; i < tras_service_net_get_n_nodes (self->net); i++)
    {
      if (tras_service_net_get_node (self->net, i)->id == area_id)
        spot.node = (int) i;
    }
  for (guint i = 0; spot.node >= 0 && i < tras_service_net_get_n_arrows (self->net); i++)
    {
      if (tras_service_net_get_arrow (self->net, i)->id == service_id)
        spot.arrow = (int) i;
    }

  return spot;
}

/**
 * tras_service_net_view_show:
 * @self: a view
 * @board: (transfer none) (nullable): the services
 * @area_id: an area whose suppliers and customers alone are shown, 0 for all
 *
 * The cursor stays where it is.
 */
void
tras_service_net_view_show (TrasServiceNetView *self,
                            TrasServiceBoard   *board,
                            gint64              area_id)
{
  gint64 node_id = 0, arrow_id = 0;

  g_return_if_fail (TRAS_IS_SERVICE_NET_VIEW (self));

  if (self->net != NULL && self->spot.node >= 0)
    node_id = tras_service_net_get_node (self->net, (guint) self->spot.node)->id;
  if (self->net != NULL && self->spot.arrow >= 0)
    arrow_id = tras_service_net_get_arrow (self->net, (guint) self->spot.arrow)->id;

  if (board != NULL)
    tras_service_board_ref (board);
  g_clear_pointer (&self->board, tras_service_board_unref);
  g_clear_pointer (&self->net, tras_service_net_unref);
  self->board = board;
  self->area_id = area_id;
  lay_out (self);
  self->spot = self->net != NULL ? find_same (self, node_id, arrow_id) : nowhere;
  tell (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tras_service_net_view_is_empty:
 * @self: a view
 *
 * Returns: whether there is no service to show
 */
gboolean
tras_service_net_view_is_empty (TrasServiceNetView *self)
{
  g_return_val_if_fail (TRAS_IS_SERVICE_NET_VIEW (self), TRUE);

  for (guint i = 0; self->board != NULL && i < self->board->facts->len; i++)
    {
      if (is_wanted (self, self->board->facts->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_service_net_view_get_words:
 * @self: a view
 *
 * Returns: (nullable): what is under the cursor, in words
 */
const char *
tras_service_net_view_get_words (TrasServiceNetView *self)
{
  g_return_val_if_fail (TRAS_IS_SERVICE_NET_VIEW (self), NULL);

  return self->words;
}

static void
set_zoom (TrasServiceNetView *self,
          double              zoom,
          gboolean            is_whole)
{
  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  self->is_whole = is_whole;
  lay_out (self);
  tras_scroll_area_configure (TRAS_SCROLL_AREA (self));
  if (self->net != NULL)
    select_spot (self, self->spot);
}

/**
 * tras_service_net_view_new_net:
 * @self: a view that is not empty
 * @width: how wide the paper is, in user units
 * @height: how high
 *
 * Returns: (transfer full): what it shows, for paper
 */
TrasServiceNet *
tras_service_net_view_new_net (TrasServiceNetView *self,
                               double              width,
                               double              height)
{
  g_return_val_if_fail (TRAS_IS_SERVICE_NET_VIEW (self), NULL);

  return make_net (self, width, height);
}

/**
 * tras_service_net_view_zoom:
 * @self: a view
 * @steps: how many steps nearer, below 0 for farther
 */
void
tras_service_net_view_zoom (TrasServiceNetView *self,
                            int                 steps)
{
  g_return_if_fail (TRAS_IS_SERVICE_NET_VIEW (self));

  set_zoom (self, self->zoom * pow (ZOOM_STEP, steps), FALSE);
}

/**
 * tras_service_net_view_fit:
 * @self: a view
 *
 * Shows the whole network, as long as it can be read.
 */
void
tras_service_net_view_fit (TrasServiceNetView *self)
{
  g_return_if_fail (TRAS_IS_SERVICE_NET_VIEW (self));

  set_zoom (self, 1, TRUE);
}

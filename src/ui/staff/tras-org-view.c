/* tras-org-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-look.h"
#include "tras-org-board.h"
#include "tras-org-view.h"

#define MIN_SIZE 240
#define ZOOM_STEP 1.2
#define LEAST_ZOOM 0.5
#define MOST_ZOOM 2.5

/* The texts of the chart are made for this size of text. */
#define TEXT_SIZE 14.0

struct _TrasOrgView
{
  TrasScrollArea parent_instance;

  /* owned */
  GPtrArray *areas;
  TrasOrgChart *chart;
  TrasTextCache *texts;

  int selected;
  double zoom;
};

G_DEFINE_FINAL_TYPE (TrasOrgView, tras_org_view, TRAS_TYPE_SCROLL_AREA)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static double
get_scale (TrasOrgView *self)
{
  return self->zoom * tras_look_get_text_size (GTK_WIDGET (self)) / TEXT_SIZE;
}

static double
get_scroll (TrasOrgView    *self,
            GtkOrientation  orientation)
{
  return tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self), orientation);
}

/* A tree that is smaller than its place stands in the middle of it. */
static double
get_offset (TrasOrgView *self)
{
  double width, height;

  tras_org_chart_get_size (self->chart, &width, &height);

  return floor (MAX ((gtk_widget_get_width (GTK_WIDGET (self)) - width * get_scale (self)) / 2,
                     0));
}

static void
tras_org_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TrasOrgView *self = TRAS_ORG_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width == 0 || height == 0 || self->chart == NULL)
    return;

  if (self->texts == NULL)
    self->texts = tras_look_new_texts (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                 (float) height));
  cairo_translate (cr, get_offset (self) - get_scroll (self, GTK_ORIENTATION_HORIZONTAL),
                   -get_scroll (self, GTK_ORIENTATION_VERTICAL));
  cairo_scale (cr, get_scale (self), get_scale (self));
  tras_org_chart_draw (self->chart, cr, tras_look_get_palette (), self->texts,
                       gtk_widget_has_focus (widget) ? self->selected : -1);
  cairo_destroy (cr);
}

/* ---- layout ---- */

static void
lay_out (TrasOrgView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->areas == NULL || width == 0)
    return;

  g_clear_pointer (&self->chart, tras_org_chart_unref);
  self->chart = tras_org_view_new_chart (self, width / get_scale (self));
  self->selected = MIN (self->selected, (int) tras_org_chart_get_n (self->chart) - 1);
}

static void
tras_org_view_configure (TrasScrollArea *area)
{
  TrasOrgView *self = TRAS_ORG_VIEW (area);
  double scale = get_scale (self);
  double width, height;

  if (self->chart == NULL)
    return;

  tras_org_chart_get_size (self->chart, &width, &height);
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL, floor (width * scale),
                               40 * scale, gtk_widget_get_width (GTK_WIDGET (self)));
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL, floor (height * scale), 40 * scale,
                               gtk_widget_get_height (GTK_WIDGET (self)));
}

static void
tras_org_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  lay_out (TRAS_ORG_VIEW (widget));
  GTK_WIDGET_CLASS (tras_org_view_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
tras_org_view_measure (GtkWidget      *widget,
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

static void
restyle (TrasOrgView *self)
{
  g_clear_pointer (&self->texts, tras_text_cache_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tras_org_view_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_org_view_parent_class)->css_changed (widget, change);
  restyle (TRAS_ORG_VIEW (widget));
}

static void
tras_org_view_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  before)
{
  restyle (TRAS_ORG_VIEW (widget));
}

/* ---- the cursor ---- */

static void
say (TrasOrgView *self)
{
  const TrasOrgNode *node;
  g_autofree char *words = NULL;

  if (self->chart == NULL || self->selected < 0)
    return;

  node = tras_org_chart_get (self->chart, (guint) self->selected);
  if (node->parent >= 0)
    /* Translators: an area, the area that it is part of, who leads it, and its people */
    words = g_strdup_printf (_("%s, part of %s: %s, %s"), node->title,
                             tras_org_chart_get (self->chart, (guint) node->parent)->title,
                             node->head, node->words);
  else
    /* Translators: an area, who leads it, and its people */
    words = g_strdup_printf (_("%s: %s, %s"), node->title, node->head, node->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
select_node (TrasOrgView *self,
             int          node)
{
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);
  double scale = get_scale (self);
  const TrasRect *rect;

  if (node < 0 || self->chart == NULL)
    return;

  self->selected = node;
  rect = tras_org_chart_get_rect (self->chart, (guint) node);
  gtk_adjustment_clamp_page (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL),
                             (rect->x - 12) * scale, (rect->x + rect->width + 12) * scale);
  gtk_adjustment_clamp_page (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL),
                             (rect->y - 12) * scale, (rect->y + rect->height + 12) * scale);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
walk (TrasOrgView *self,
      int          dx,
      int          dy)
{
  if (self->chart != NULL && self->selected >= 0)
    select_node (self, tras_org_chart_walk (self->chart, self->selected, dx, dy));
}

static gboolean
on_key_pressed (TrasOrgView     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      walk (self, 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk (self, 0, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      walk (self, -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      walk (self, 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      select_node (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      tras_org_view_zoom (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      tras_org_view_zoom (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      tras_org_view_zoom (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[ACTIVATED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_pressed (TrasOrgView *self,
            int          n_press,
            double       x,
            double       y)
{
  int node;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->chart == NULL)
    return;

  x += get_scroll (self, GTK_ORIENTATION_HORIZONTAL) - get_offset (self);
  y += get_scroll (self, GTK_ORIENTATION_VERTICAL);
  node = tras_org_chart_find (self->chart, x / get_scale (self), y / get_scale (self));
  select_node (self, node);
  if (node >= 0 && n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
on_scroll (TrasOrgView              *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;

  tras_org_view_zoom (self, dy < 0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

/* ---- the object ---- */

static void
tras_org_view_finalize (GObject *object)
{
  TrasOrgView *self = TRAS_ORG_VIEW (object);

  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->chart, tras_org_chart_unref);
  g_clear_pointer (&self->texts, tras_text_cache_free);

  G_OBJECT_CLASS (tras_org_view_parent_class)->finalize (object);
}

static void
tras_org_view_class_init (TrasOrgViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tras_org_view_finalize;
  widget_class->css_changed = tras_org_view_css_changed;
  widget_class->direction_changed = tras_org_view_direction_changed;
  widget_class->measure = tras_org_view_measure;
  widget_class->size_allocate = tras_org_view_size_allocate;
  widget_class->snapshot = tras_org_view_snapshot;
  TRAS_SCROLL_AREA_CLASS (klass)->configure = tras_org_view_configure;

  /**
   * TrasOrgView::activated:
   *
   * Whoever is at the cursor wants to see the area.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_ORG_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "organisation");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE);
}

static void
tras_org_view_init (TrasOrgView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = 1;
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (restyle),
                           self, G_CONNECT_SWAPPED);
}

/**
 * tras_org_view_show:
 * @self: a view
 * @areas: (element-type TrasOrgArea): the areas, as from tras_org_board_load()
 */
void
tras_org_view_show (TrasOrgView *self,
                    GPtrArray   *areas)
{
  g_return_if_fail (TRAS_IS_ORG_VIEW (self));
  g_return_if_fail (areas != NULL);

  g_ptr_array_ref (areas);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  self->areas = areas;
  lay_out (self);
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tras_org_view_new_chart:
 * @self: a view with areas
 * @width: how wide the chart should be
 *
 * Returns: (transfer full): a chart of them, for the view's direction
 */
TrasOrgChart *
tras_org_view_new_chart (TrasOrgView *self,
                         double       width)
{
  GArray *nodes = tras_org_chart_new_nodes ();

  g_return_val_if_fail (TRAS_IS_ORG_VIEW (self) && self->areas != NULL, NULL);

  for (guint i = 0; i < self->areas->len; i++)
    {
      const TrasOrgArea *area = self->areas->pdata[i];
      TrasOrgNode node = {
        .id = area->id,
        .parent = area->parent,
        .title = g_strdup (area->name),
        .head = tras_org_area_dup_heads (area),
        .has_head = area->heads->len > 0,
        .words = tras_org_area_dup_words (area),
        .n_people = area->n_people,
        .n_open = area->n_open,
      };

      g_array_append_val (nodes, node);
    }

  return tras_org_chart_new (nodes, width, tras_look_is_mirrored (GTK_WIDGET (self)));
}

/**
 * tras_org_view_get_selected:
 * @self: a view
 *
 * Returns: the area under the cursor, 0 for none
 */
gint64
tras_org_view_get_selected (TrasOrgView *self)
{
  g_return_val_if_fail (TRAS_IS_ORG_VIEW (self), 0);

  return self->chart != NULL && self->selected >= 0
           ? tras_org_chart_get (self->chart, (guint) self->selected)->id : 0;
}

/**
 * tras_org_view_zoom:
 * @self: a view
 * @steps: how many steps nearer, below 0 for further away; 0 for the size of other texts
 */
void
tras_org_view_zoom (TrasOrgView *self,
                    int          steps)
{
  g_return_if_fail (TRAS_IS_ORG_VIEW (self));

  self->zoom = steps == 0 ? 1 : CLAMP (self->zoom * pow (ZOOM_STEP, steps), LEAST_ZOOM, MOST_ZOOM);
  lay_out (self);
  tras_scroll_area_configure (TRAS_SCROLL_AREA (self));
  select_node (self, self->selected);
}

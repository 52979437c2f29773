/* tras-chart-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-chart-view-private.h"
#include "tras-indicator-chart.h"
#include "tras-look.h"

/* Fewer periods than this are no trend. */
#define FEWEST_PERIODS 6

/**
 * TrasChartView:
 *
 * The chart is drawn once into a node and kept while nothing changes; the cursor is a layer over it
 * that is drawn anew each time the pointer moves. A screen reader is told the chart in sentences
 * and the point under the cursor.
 */
G_DEFINE_FINAL_TYPE (TrasChartView, tras_chart_view, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SELECTED = 1,
  PROP_PERIODS,
} TrasChartViewProperty;

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_PERIODS + 1];
static guint signals[N_SIGNALS];

static TrasTrendData *
get_data (TrasChartView *self)
{
  return tras_trend_chart_get_data (self->chart);
}

gssize
tras_chart_view_count_points (TrasChartView *self)
{
  TrasTrendData *data = get_data (self);

  return data != NULL ? (gssize) tras_trend_data_get_line (data)->n_values : 0;
}

static void
redraw (TrasChartView *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tell (TrasChartView *self)
{
  g_autofree char *description = NULL;
  g_autofree char *words = NULL;

  if (self->series == NULL)
    return;

  description = tras_trend_chart_dup_description (self->chart);
  words = tras_chart_view_dup_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : self->series->indicator->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

void
tras_chart_view_set_selected (TrasChartView *self,
                              gssize         selected)
{
  if (selected == self->selected)
    return;

  self->selected = selected;
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* ---- what is seen ---- */

void
tras_chart_view_get_whole (TrasChartView *self,
                           TrasDay       *from,
                           TrasDay       *to)
{
  tras_trend_chart_set_range (self->chart, TRAS_DAY_NONE, TRAS_DAY_NONE);
  tras_trend_chart_get_range (self->chart, from, to);
  tras_trend_chart_set_range (self->chart, self->from, self->to);
}

static int
get_period_days (TrasChartView *self)
{
  switch (self->series->every)
    {
    case TRAS_EVERY_DAY:
      return 1;
    case TRAS_EVERY_WEEK:
      return 7;
    case TRAS_EVERY_MONTH:
      return 30;
    default:
      g_return_val_if_reached (7);
    }
}

void
tras_chart_view_set_range (TrasChartView *self,
                           double         from,
                           double         to)
{
  TrasDay first, last;
  double least = FEWEST_PERIODS * get_period_days (self);

  tras_chart_view_get_whole (self, &first, &last);
  if (to - from < least)
    from = to - least;
  if (to - from > last - first)
    {
      from = first;
      to = last;
    }
  if (to > last)
    {
      from -= to - last;
      to = last;
    }
  if (from < first)
    {
      to += first - from;
      from = first;
    }
  self->from = (TrasDay) round (from);
  self->to = MAX ((TrasDay) round (to), self->from);
  tras_trend_chart_set_range (self->chart, self->from, self->to);
  redraw (self);
}

void
tras_chart_view_take_periods (TrasChartView *self,
                              guint          n_periods)
{
  if (self->n_periods == n_periods)
    return;

  self->n_periods = n_periods;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERIODS]);
}

static void
show_periods (TrasChartView *self)
{
  TrasDay first, last;

  if (self->series == NULL || tras_chart_view_count_points (self) == 0)
    return;

  tras_chart_view_get_whole (self, &first, &last);
  if (self->n_periods > 0)
    {
      gint32 newest = tras_period_index (self->series->every, last);

      first = MAX (first, tras_period_start (self->series->every,
                                             newest - (gint32) self->n_periods + 1));
    }
  tras_chart_view_set_range (self, first, last);
}

void
tras_chart_view_zoom (TrasChartView *self,
                      double         factor,
                      double         x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double day;

  if (self->series == NULL || tras_chart_view_count_points (self) == 0)
    return;

  day = tras_trend_chart_get_day (self->chart, width, height, x);
  day = CLAMP (day, self->from, self->to);
  tras_chart_view_take_periods (self, G_MAXUINT);
  tras_chart_view_set_range (self, day - (day - self->from) * factor,
                             day + (self->to - day) * factor);
}

void
tras_chart_view_pan (TrasChartView *self,
                     double         part)
{
  double days = (self->to - self->from) * part;
  TrasDay first, last;

  if (self->series == NULL || tras_chart_view_count_points (self) == 0)
    return;

  tras_chart_view_get_whole (self, &first, &last);
  days = CLAMP (days, first - self->from, last - self->to);
  if (fabs (days) < 0.5)
    return;
  tras_chart_view_take_periods (self, G_MAXUINT);
  tras_chart_view_set_range (self, self->from + days, self->to + days);
}

/* A point that is walked to must be seen. */
static void
reveal (TrasChartView *self,
        gssize         point)
{
  TrasDay day = tras_trend_data_get_day (get_data (self), (gsize) point);
  double shift = day < self->from ? day - self->from : day > self->to ? day - self->to : 0;

  if (shift != 0)
    {
      tras_chart_view_take_periods (self, G_MAXUINT);
      tras_chart_view_set_range (self, self->from + shift, self->to + shift);
    }
}

void
tras_chart_view_walk_to (TrasChartView *self,
                         gssize         point)
{
  if (point < 0 || point >= tras_chart_view_count_points (self))
    return;

  self->walking = TRUE;
  self->hovered = -1;
  reveal (self, point);
  tras_chart_view_set_selected (self, point);
}

/* Something is to be done with the point under the cursor. */
void
tras_chart_view_activate (TrasChartView *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* ---- drawing ---- */

static void
restyle (TrasChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);

  tras_trend_chart_set_palette (self->chart, tras_look_get_palette_kind ());
  tras_trend_chart_set_font (self->chart, pango_context_get_font_description (context));
  tras_trend_chart_set_mirrored (self->chart, tras_look_is_mirrored (widget));
  redraw (self);
}

static void
tras_chart_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TrasChartView *self = TRAS_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t paper = GRAPHENE_RECT_INIT (0, 0, width, height);
  gssize point = self->hovered >= 0 ? self->hovered : self->selected;
  cairo_t *cr;

  if (self->series == NULL || width == 0 || height == 0)
    return;

  if (self->node == NULL)
    {
      self->node = gsk_cairo_node_new (&paper);
      cr = gsk_cairo_node_get_draw_context (self->node);
      tras_trend_chart_draw (self->chart, cr, width, height);
      cairo_destroy (cr);
    }
  gtk_snapshot_append_node (snapshot, self->node);

  if (point < 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  tras_trend_chart_draw_hover (self->chart, cr, width, height, point,
                               self->walking && gtk_widget_has_focus (widget));
  cairo_destroy (cr);
}

static void
tras_chart_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 280 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 400;
}

static void
tras_chart_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TrasChartView *self = TRAS_CHART_VIEW (widget);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_present (GTK_POPOVER (child));
    }
}

/* ---- the object ---- */

static void
tras_chart_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_chart_view_parent_class)->css_changed (widget, change);

  restyle (TRAS_CHART_VIEW (widget));
}

static void
tras_chart_view_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  previous)
{
  restyle (TRAS_CHART_VIEW (widget));
}

static void
tras_chart_view_state_flags_changed (GtkWidget     *widget,
                                     GtkStateFlags  previous)
{
  gtk_widget_queue_draw (widget);
}

static void
tras_chart_view_dispose (GObject *object)
{
  TrasChartView *self = TRAS_CHART_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->series, tras_indicator_series_unref);

  G_OBJECT_CLASS (tras_chart_view_parent_class)->dispose (object);
}

static void
tras_chart_view_finalize (GObject *object)
{
  g_object_unref (TRAS_CHART_VIEW (object)->chart);

  G_OBJECT_CLASS (tras_chart_view_parent_class)->finalize (object);
}

static void
tras_chart_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TrasChartView *self = TRAS_CHART_VIEW (object);

  switch ((TrasChartViewProperty) prop_id)
    {
    case PROP_SELECTED:
      g_value_set_int (value, tras_chart_view_get_selected (self));
      break;
    case PROP_PERIODS:
      g_value_set_uint (value, self->n_periods);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_chart_view_class_init (TrasChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tras_chart_view_dispose;
  object_class->finalize = tras_chart_view_finalize;
  object_class->get_property = tras_chart_view_get_property;
  widget_class->css_changed = tras_chart_view_css_changed;
  widget_class->direction_changed = tras_chart_view_direction_changed;
  widget_class->measure = tras_chart_view_measure;
  widget_class->size_allocate = tras_chart_view_size_allocate;
  widget_class->snapshot = tras_chart_view_snapshot;
  widget_class->state_flags_changed = tras_chart_view_state_flags_changed;

  /**
   * TrasChartView:selected:
   *
   * The first day of the period under the cursor, %TRAS_DAY_NONE for none.
   */
  properties[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, G_MININT, G_MAXINT,
                                                TRAS_DAY_NONE, flags);
  /**
   * TrasChartView:periods:
   *
   * How many of the newest periods are seen: 0 for all, G_MAXUINT for what the user has zoomed to.
   */
  properties[PROP_PERIODS] = g_param_spec_uint ("periods", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasChartView::activated:
   *
   * Something is to be done with the point under the cursor.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "trendchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tras_chart_view_init (TrasChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->chart = tras_trend_chart_new ();
  self->selected = -1;
  self->hovered = -1;
  tras_trend_chart_set_show_title (self->chart, FALSE);
  tras_trend_chart_set_format (self->chart, tras_indicator_chart_get_format (
                                              tras_number_format_get_default ()));
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_add_css_class (widget, "view");

  tras_chart_input_init (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (restyle),
                           self, G_CONNECT_SWAPPED);
  restyle (self);
}

/**
 * tras_chart_view_set_series:
 * @self: a view
 * @series: (nullable): what it shows, with its marks
 *
 * What is seen, and the cursor, stay where they are while it is the same indicator.
 */
void
tras_chart_view_set_series (TrasChartView       *self,
                            TrasIndicatorSeries *series)
{
  TrasDay selected;
  gboolean same;
  TrasIndicatorSeries *old;
  g_autoptr (TrasTrendData) data = NULL;

  g_return_if_fail (TRAS_IS_CHART_VIEW (self));

  selected = tras_chart_view_get_selected (self);
  old = self->series;
  same = old != NULL && series != NULL &&
         ((TrasRecord *) old->indicator)->id == ((TrasRecord *) series->indicator)->id;
  self->series = series != NULL ? tras_indicator_series_ref (series) : NULL;
  g_clear_pointer (&old, tras_indicator_series_unref);
  data = series != NULL ? tras_indicator_chart_dup_data (series) : NULL;
  tras_trend_chart_set_data (self->chart, data);

  self->hovered = -1;
  self->selected = -1;
  if (!same || self->n_periods != G_MAXUINT)
    {
      if (self->n_periods == G_MAXUINT)
        tras_chart_view_take_periods (self, 52);
      show_periods (self);
    }
  redraw (self);
  if (!same || !tras_chart_view_select (self, selected))
    {
      tell (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
}

/**
 * tras_chart_view_get_series:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TrasIndicatorSeries *
tras_chart_view_get_series (TrasChartView *self)
{
  g_return_val_if_fail (TRAS_IS_CHART_VIEW (self), NULL);

  return self->series;
}

/**
 * tras_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none): the chart that it draws
 */
TrasTrendChart *
tras_chart_view_get_chart (TrasChartView *self)
{
  g_return_val_if_fail (TRAS_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * tras_chart_view_set_menu:
 * @self: a view
 * @menu: (nullable): what can be done with the point under the cursor
 */
void
tras_chart_view_set_menu (TrasChartView *self,
                          GMenuModel    *menu)
{
  g_return_if_fail (TRAS_IS_CHART_VIEW (self));

  g_set_object (&self->menu, menu);
}

/**
 * tras_chart_view_set_periods:
 * @self: a view
 * @n_periods: how many of the newest periods to see, 0 for all
 */
void
tras_chart_view_set_periods (TrasChartView *self,
                             guint          n_periods)
{
  g_return_if_fail (TRAS_IS_CHART_VIEW (self));

  tras_chart_view_take_periods (self, n_periods);
  show_periods (self);
}

guint
tras_chart_view_get_periods (TrasChartView *self)
{
  g_return_val_if_fail (TRAS_IS_CHART_VIEW (self), 0);

  return self->n_periods;
}

/**
 * tras_chart_view_get_selected:
 * @self: a view
 *
 * Returns: the first day of the period under the cursor, %TRAS_DAY_NONE for none
 */
TrasDay
tras_chart_view_get_selected (TrasChartView *self)
{
  g_return_val_if_fail (TRAS_IS_CHART_VIEW (self), TRAS_DAY_NONE);

  return self->selected >= 0 ? tras_trend_data_get_day (get_data (self), (gsize) self->selected)
                             : TRAS_DAY_NONE;
}

/**
 * tras_chart_view_select:
 * @self: a view
 * @day: a day of a period that has a point
 *
 * Returns: whether there is such a point
 */
gboolean
tras_chart_view_select (TrasChartView *self,
                        TrasDay        day)
{
  g_return_val_if_fail (TRAS_IS_CHART_VIEW (self), FALSE);

  if (day == TRAS_DAY_NONE)
    return FALSE;

  for (gssize i = 0; i < tras_chart_view_count_points (self); i++)
    {
      if (tras_trend_data_get_day (get_data (self), (gsize) i) !=
          tras_period_first_day (self->series->every, day))
        continue;
      reveal (self, i);
      self->selected = i;
      tell (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
      return TRUE;
    }

  return FALSE;
}

/**
 * tras_chart_view_get_place:
 * @self: a view
 * @place: (out caller-allocates): where the point under the cursor lies in the widget
 *
 * Returns: whether there is one that is seen
 */
gboolean
tras_chart_view_get_place (TrasChartView *self,
                           GdkRectangle  *place)
{
  double x, y;

  g_return_val_if_fail (TRAS_IS_CHART_VIEW (self), FALSE);

  if (self->selected < 0 ||
      !tras_trend_chart_get_point (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                   gtk_widget_get_height (GTK_WIDGET (self)),
                                   (gsize) self->selected, &x, &y))
    return FALSE;

  *place = (GdkRectangle) { (int) x - 8, (int) y - 8, 16, 16 };

  return TRUE;
}

/**
 * tras_chart_view_dup_words:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the point under the cursor in one line: period, value,
 *   verdict, note
 */
char *
tras_chart_view_dup_words (TrasChartView *self)
{
  g_return_val_if_fail (TRAS_IS_CHART_VIEW (self), NULL);

  return self->selected >= 0
           ? tras_trend_chart_dup_point_text (self->chart, (gsize) self->selected)
           : NULL;
}

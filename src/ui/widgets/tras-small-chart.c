/* tras-small-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "tras-look.h"
#include "tras-small-chart.h"

#define WIDTH 240
#define HEIGHT 170

/**
 * TrasSmallChart:
 *
 * An indicator's chart as a picture: without a cursor, in the look of the window. Whoever wants to
 * walk its points opens the indicator.
 */
struct _TrasSmallChart
{
  GtkWidget parent_instance;

  TrasTrendChart *chart;
};

G_DEFINE_FINAL_TYPE (TrasSmallChart, tras_small_chart, GTK_TYPE_WIDGET)

static void
restyle (TrasSmallChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);

  if (self->chart == NULL)
    return;

  tras_trend_chart_set_palette (self->chart, tras_look_get_palette_kind ());
  tras_trend_chart_set_font (self->chart, pango_context_get_font_description (context));
  tras_trend_chart_set_mirrored (self->chart, tras_look_is_mirrored (widget));
  gtk_widget_queue_draw (widget);
}

static void
tras_small_chart_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
tras_small_chart_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TrasSmallChart *self = TRAS_SMALL_CHART (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->chart == NULL || width == 0 || height == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                 (float) height));
  tras_trend_chart_draw (self->chart, cr, width, height);
  cairo_destroy (cr);
}

static void
tras_small_chart_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_small_chart_parent_class)->css_changed (widget, change);
  restyle (TRAS_SMALL_CHART (widget));
}

static void
tras_small_chart_direction_changed (GtkWidget        *widget,
                                    GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (tras_small_chart_parent_class)->direction_changed (widget, before);
  restyle (TRAS_SMALL_CHART (widget));
}

static void
tras_small_chart_dispose (GObject *object)
{
  g_clear_object (&TRAS_SMALL_CHART (object)->chart);

  G_OBJECT_CLASS (tras_small_chart_parent_class)->dispose (object);
}

static void
tras_small_chart_class_init (TrasSmallChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_small_chart_dispose;
  widget_class->measure = tras_small_chart_measure;
  widget_class->snapshot = tras_small_chart_snapshot;
  widget_class->css_changed = tras_small_chart_css_changed;
  widget_class->direction_changed = tras_small_chart_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "smallchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tras_small_chart_init (TrasSmallChart *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (restyle),
                           self, G_CONNECT_SWAPPED);
}

/**
 * tras_small_chart_show:
 * @self: a picture
 * @chart: (nullable): what it shows; nobody else draws it
 * @sentence: (nullable): what the chart says, for whom cannot see it
 *
 * Without a chart the picture is hidden.
 */
void
tras_small_chart_show (TrasSmallChart *self,
                       TrasTrendChart *chart,
                       const char     *sentence)
{
  g_return_if_fail (TRAS_IS_SMALL_CHART (self));

  g_set_object (&self->chart, chart);
  gtk_widget_set_visible (GTK_WIDGET (self), chart != NULL);
  if (chart == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence != NULL
                                    ? sentence
                                    : tras_trend_data_get_title (tras_trend_chart_get_data (chart)),
                                  -1);
  restyle (self);
}

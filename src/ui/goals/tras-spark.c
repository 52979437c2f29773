/* tras-spark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tras-palette.h"
#include "tras-spark.h"

#define WIDTH 88
#define HEIGHT 36
#define MARGIN 4

struct _TrasSpark
{
  GtkWidget parent_instance;

  TrasTarget *target;
  TrasIndicatorSeries *series;
  gboolean is_off;
};

G_DEFINE_FINAL_TYPE (TrasSpark, tras_spark, GTK_TYPE_WIDGET)

/* Where days and values lie. */
typedef struct
{
  TrasDay from;
  TrasDay to;
  double low;
  double high;
  int width;
  int height;
  gboolean mirrored;
} Space;

static double
get_x (const Space *space,
       TrasDay      day)
{
  double share = (double) (day - space->from) / MAX (space->to - space->from, 1);

  if (space->mirrored)
    share = 1 - share;

  return MARGIN + share * (space->width - 2 * MARGIN);
}

static double
get_y (const Space *space,
       double       value)
{
  double span = space->high - space->low;
  double share = span > 0 ? (value - space->low) / span : 0.5;

  return space->height - MARGIN - share * (space->height - 2 * MARGIN);
}

static void
stretch (Space  *space,
         double  value)
{
  if (isnan (value))
    return;

  space->low = isnan (space->low) ? value : MIN (space->low, value);
  space->high = isnan (space->high) ? value : MAX (space->high, value);
}

/* A reach goes its way; a value to keep is a level. A total is drawn by period, without a way. */
static void
draw_wanted (TrasSpark         *self,
             const Space       *space,
             const TrasPalette *palette,
             cairo_t           *cr)
{
  static const double dashes[] = { 3, 2 };
  gboolean reach = g_strcmp0 (self->target->shape, "reach") == 0;
  gboolean band = !reach && isnan (self->target->value);

  if (g_strcmp0 (self->target->shape, "total") == 0)
    return;

  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  tras_palette_set_source (palette, TRAS_COLOR_TARGET, cr);
  for (int i = 0; i <= band; i++)
    {
      double end = !band ? self->target->value : i == 0 ? self->target->low : self->target->high;

      cairo_move_to (cr, get_x (space, space->from),
                     get_y (space, reach ? self->target->baseline : end));
      cairo_line_to (cr, get_x (space, self->target->to_on), get_y (space, end));
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_values (TrasSpark         *self,
             const Space       *space,
             const TrasPalette *palette,
             cairo_t           *cr)
{
  TrasColorRole role = self->is_off ? TRAS_COLOR_WORSE : TRAS_COLOR_SERIES;
  double x = NAN, y = NAN;

  tras_palette_set_source (palette, role, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (gsize i = 0; i < self->series->n; i++)
    {
      TrasDay day = tras_period_start (self->series->every, self->series->periods[i]);

      if (day < space->from || day > space->to)
        continue;
      x = get_x (space, day);
      y = get_y (space, self->series->values[i]);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);
  if (!isnan (x))
    {
      cairo_arc (cr, x, y, 2.5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
tras_spark_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  TrasSpark *self = TRAS_SPARK (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  const TrasPalette *palette = tras_palette_get (dark ? TRAS_PALETTE_DARK : TRAS_PALETTE_LIGHT);
  Space space = {
    .from = self->target->from_on,
    .to = self->target->to_on,
    .low = NAN,
    .high = NAN,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) space.width,
                                                                (float) space.height));

  if (g_strcmp0 (self->target->shape, "total") != 0)
    {
      stretch (&space, self->target->baseline);
      stretch (&space, self->target->value);
      stretch (&space, self->target->low);
      stretch (&space, self->target->high);
    }
  for (gsize i = 0; i < self->series->n; i++)
    {
      TrasDay day = tras_period_start (self->series->every, self->series->periods[i]);

      if (day >= space.from && day <= space.to)
        stretch (&space, self->series->values[i]);
    }
  if (!isnan (space.low))
    {
      draw_wanted (self, &space, palette, cr);
      draw_values (self, &space, palette, cr);
    }
  cairo_destroy (cr);
}

static void
tras_spark_measure (GtkWidget      *widget,
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
tras_spark_css_changed (GtkWidget         *widget,
                        GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_spark_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
tras_spark_dispose (GObject *object)
{
  TrasSpark *self = TRAS_SPARK (object);

  g_clear_object (&self->target);
  g_clear_pointer (&self->series, tras_indicator_series_unref);

  G_OBJECT_CLASS (tras_spark_parent_class)->dispose (object);
}

static void
tras_spark_class_init (TrasSparkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_spark_dispose;
  widget_class->measure = tras_spark_measure;
  widget_class->snapshot = tras_spark_snapshot;
  widget_class->css_changed = tras_spark_css_changed;
  gtk_widget_class_set_css_name (widget_class, "spark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tras_spark_init (TrasSpark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * tras_spark_new:
 * @status: how a target is going
 *
 * Returns: (transfer floating): a small picture of it; what it shows stands beside it in words
 */
GtkWidget *
tras_spark_new (TrasTargetStatus *status)
{
  TrasSpark *self = g_object_new (TRAS_TYPE_SPARK, NULL);

  self->target = g_object_ref (status->target);
  self->series = tras_indicator_series_ref (status->series);
  self->is_off = status->pace.state > TRAS_PACE_ON_PACE;

  return GTK_WIDGET (self);
}

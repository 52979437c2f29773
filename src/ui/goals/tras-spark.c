/* tras-spark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-look.h"
#include "tras-palette.h"
#include "tras-sentence.h"
#include "tras-spark.h"

#define WIDTH 88
#define HEIGHT 36
#define MARGIN 4

/* With room for the values at both ends and the days under it. */
#define LARGE_HEIGHT 112
#define LARGE_WIDTH 160

struct _TrasSpark
{
  GtkWidget parent_instance;

  TrasTarget *target;
  TrasIndicatorSeries *series;
  GArray *path;
  double expected;
  gboolean is_off;
  gboolean is_large;
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
  int top;
  int bottom;
  gboolean mirrored;
} Space;

static gboolean
has_shape (TrasSpark  *self,
           const char *shape)
{
  return g_strcmp0 (self->target->shape, shape) == 0;
}

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

  return space->height - space->bottom - share * (space->height - space->top - space->bottom);
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

/* The way of a target: of one to reach, its steps; of one to add up to, from nothing to all of it;
 * of one to keep, a level. */
static GArray *
make_path (TrasTargetStatus *status)
{
  GArray *path;
  TrasTarget *target = status->target;
  gboolean total = g_strcmp0 (target->shape, "total") == 0;
  TrasWaypoint ends[2] = {
    { target->from_on, total ? 0 : target->value },
    { target->to_on, target->value },
  };

  if (status->path != NULL)
    return g_array_ref (status->path);

  path = g_array_new (FALSE, FALSE, sizeof (TrasWaypoint));
  if (!isnan (target->value))
    g_array_append_vals (path, ends, 2);

  return path;
}

/* What is reached by each period: its value, or for a sum all up to it. Periods that began before
 * the target's first day lie on that. Returns whether there is a next one. */
static gboolean
next_point (TrasSpark    *self,
            const Space  *space,
            gsize        *at,
            double       *sum,
            TrasDay      *day,
            double       *value)
{
  for (; *at < self->series->n; (*at)++)
    {
      TrasDay start = tras_period_start (self->series->every, self->series->periods[*at]);
      TrasDay end = tras_period_start (self->series->every, self->series->periods[*at] + 1);

      if (end <= space->from || start > space->to)
        continue;
      *sum += self->series->values[*at];
      *day = MAX (start, space->from);
      *value = has_shape (self, "total") ? *sum : self->series->values[*at];
      (*at)++;
      return TRUE;
    }

  return FALSE;
}

static void
draw_band (TrasSpark         *self,
           const Space       *space,
           const TrasPalette *palette,
           cairo_t           *cr)
{
  double top = get_y (space, self->target->high), bottom = get_y (space, self->target->low);

  if (isnan (top) || isnan (bottom))
    return;

  tras_palette_set_source (palette, TRAS_COLOR_BAND, cr);
  cairo_rectangle (cr, MARGIN, top, space->width - 2 * MARGIN, bottom - top);
  cairo_fill (cr);
}

/* The value that is expected on each day. */
static void
draw_wanted (TrasSpark         *self,
             const Space       *space,
             const TrasPalette *palette,
             cairo_t           *cr)
{
  static const double dashes[] = { 3, 2 };

  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  tras_palette_set_source (palette, TRAS_COLOR_TARGET, cr);
  for (guint i = 0; i < self->path->len; i++)
    {
      const TrasWaypoint *corner = &g_array_index (self->path, TrasWaypoint, i);

      cairo_line_to (cr, get_x (space, corner->on), get_y (space, corner->value));
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* A thin line through the day, and a ring where the value should be by then. */
static void
draw_today (TrasSpark         *self,
            const Space       *space,
            const TrasPalette *palette,
            cairo_t           *cr)
{
  double x = floor (get_x (space, self->series->day)) + 0.5;

  if (self->series->day < space->from || self->series->day > space->to)
    return;

  tras_palette_set_source (palette, TRAS_COLOR_GRID, cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, space->top - MARGIN);
  cairo_line_to (cr, x, space->height - space->bottom + MARGIN);
  cairo_stroke (cr);
  if (isnan (self->expected))
    return;
  tras_palette_set_source (palette, TRAS_COLOR_TARGET, cr);
  cairo_arc (cr, x, get_y (space, self->expected), 3, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_values (TrasSpark         *self,
             const Space       *space,
             const TrasPalette *palette,
             cairo_t           *cr)
{
  TrasColorRole role = self->is_off ? TRAS_COLOR_WORSE : TRAS_COLOR_SERIES;
  double x = NAN, y = NAN, sum = 0, value;
  gsize at = 0;
  TrasDay day;

  tras_palette_set_source (palette, role, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  while (next_point (self, space, &at, &sum, &day, &value))
    {
      x = get_x (space, day);
      y = get_y (space, value);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);
  if (!isnan (x))
    {
      cairo_arc (cr, x, y, self->is_large ? 3.5 : 2.5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* ---- words, where there is room ---- */

/* @share: which part of the text lies left of @x */
static void
draw_text (TrasSpark         *self,
           const Space       *space,
           const TrasPalette *palette,
           cairo_t           *cr,
           const char        *text,
           double             x,
           double             y,
           double             share)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;
  double left;

  pango_layout_get_pixel_size (layout, &width, &height);
  left = CLAMP (x - share * width, 0, MAX (space->width - width, 0));
  tras_palette_set_source (palette, TRAS_COLOR_DIM_TEXT, cr);
  cairo_move_to (cr, left, CLAMP (y, 0, space->height - height));
  pango_cairo_show_layout (cr, layout);
}

static int
get_text_height (TrasSpark *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static char *
dup_band (TrasSpark *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *low = tras_sentence_value (self->series, self->target->low, format);
  g_autofree char *high = tras_sentence_value (self->series, self->target->high, format);

  /* Translators: a band: its low and its high end */
  return g_strdup_printf (_("%s to %s"), low, high);
}

/* Where it starts and where it ends: the day, and over it the value. */
static void
draw_ends (TrasSpark         *self,
           const Space       *space,
           const TrasPalette *palette,
           cairo_t           *cr)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *from = tras_number_format_date_short (format, space->from);
  g_autofree char *to = tras_number_format_date_short (format, space->to);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  int height = get_text_height (self);
  double below = space->height - height;
  double start = space->mirrored ? 1 : 0;

  if (self->path->len == 0)
    last = dup_band (self);
  else
    last = tras_sentence_value (self->series, self->target->value, format);
  /* A level is named once, at its end. */
  if (has_shape (self, "reach"))
    first = tras_sentence_value (self->series, g_array_index (self->path, TrasWaypoint, 0).value,
                                 format);

  draw_text (self, space, palette, cr, from, get_x (space, space->from), below, start);
  draw_text (self, space, palette, cr, to, get_x (space, space->to), below, 1 - start);
  if (first != NULL)
    draw_text (self, space, palette, cr, first, get_x (space, space->from), below - height, start);
  draw_text (self, space, palette, cr, last, get_x (space, space->to), below - height, 1 - start);
}

static Space
make_space (TrasSpark *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int height = self->is_large ? get_text_height (self) : 0;
  Space space = {
    .from = self->target->from_on,
    .to = self->target->to_on,
    .low = NAN,
    .high = NAN,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .top = MARGIN + (self->is_large ? 2 : 0),
    .bottom = MARGIN + (height > 0 ? 2 * height + 2 : 0),
    .mirrored = tras_look_is_mirrored (widget),
  };
  double sum = 0, value;
  gsize at = 0;
  TrasDay day;

  for (guint i = 0; i < self->path->len; i++)
    {
      const TrasWaypoint *corner = &g_array_index (self->path, TrasWaypoint, i);

      space.from = MIN (space.from, corner->on);
      space.to = MAX (space.to, corner->on);
      stretch (&space, corner->value);
    }
  stretch (&space, self->target->low);
  stretch (&space, self->target->high);
  while (next_point (self, &space, &at, &sum, &day, &value))
    stretch (&space, value);

  return space;
}

static void
tras_spark_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  TrasSpark *self = TRAS_SPARK (widget);
  const TrasPalette *palette = tras_look_get_palette ();
  Space space = make_space (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) space.width,
                                                                (float) space.height));

  if (!isnan (space.low))
    {
      draw_band (self, &space, palette, cr);
      draw_wanted (self, &space, palette, cr);
      if (self->is_large)
        draw_today (self, &space, palette, cr);
      draw_values (self, &space, palette, cr);
      if (self->is_large)
        draw_ends (self, &space, palette, cr);
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
  if (TRAS_SPARK (widget)->is_large)
    *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LARGE_WIDTH : LARGE_HEIGHT;
  else
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
  g_clear_pointer (&self->path, g_array_unref);

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

static GtkWidget *
spark_new (TrasTargetStatus *status,
           gboolean          is_large)
{
  TrasSpark *self = g_object_new (TRAS_TYPE_SPARK, NULL);

  self->target = g_object_ref (status->target);
  self->series = tras_indicator_series_ref (status->series);
  self->path = make_path (status);
  self->expected = status->expected;
  self->is_off = status->pace.state > TRAS_PACE_ON_PACE;
  self->is_large = is_large;

  return GTK_WIDGET (self);
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
  return spark_new (status, FALSE);
}

/**
 * tras_spark_new_large:
 * @status: how a target is going
 *
 * Returns: (transfer floating): a picture with its ends named, a line through today and a ring
 *   where the value should be by now; what it shows stands beside it in words
 */
GtkWidget *
tras_spark_new_large (TrasTargetStatus *status)
{
  GtkWidget *spark = spark_new (status, TRUE);

  gtk_widget_add_css_class (spark, "caption");
  gtk_widget_add_css_class (spark, "numeric");

  return spark;
}

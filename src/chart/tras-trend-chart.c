/* tras-trend-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-trend-chart-private.h"
#include "tras-trend-layers.h"
#include "tras-trend-words.h"

/* What an empty chart shows: the last quarter. */
#define EMPTY_DAYS 91

struct _TrasTrendChart
{
  GObject                parent_instance;

  TrasTrendData         *data;
  const TrasChartFormat *format;
  const TrasPalette     *palette;
  PangoFontDescription  *font;
  double                 text_scale;
  TrasDay                from;
  TrasDay                to;

  /* Made when first needed. */
  TrasTextCache         *texts;
  TrasTrendLayout       *layout;
  double                 layout_width;
  double                 layout_height;

  guint                  mirrored : 1;
  guint                  show_title : 1;
  guint                  has_pixels : 1;
};

G_DEFINE_FINAL_TYPE (TrasTrendChart, tras_trend_chart, G_TYPE_OBJECT)

static void
forget_layout (TrasTrendChart *self)
{
  g_clear_pointer (&self->layout, tras_trend_layout_free);
}

static void
forget_texts (TrasTrendChart *self)
{
  forget_layout (self);
  g_clear_pointer (&self->texts, tras_text_cache_free);
}

static void
tras_trend_chart_finalize (GObject *object)
{
  TrasTrendChart *self = TRAS_TREND_CHART (object);

  forget_texts (self);
  g_clear_pointer (&self->data, tras_trend_data_unref);
  g_clear_pointer (&self->font, pango_font_description_free);

  G_OBJECT_CLASS (tras_trend_chart_parent_class)->finalize (object);
}

static void
tras_trend_chart_class_init (TrasTrendChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tras_trend_chart_finalize;
}

static void
tras_trend_chart_init (TrasTrendChart *self)
{
  self->format = tras_chart_format_get_default ();
  self->palette = tras_palette_get (TRAS_PALETTE_LIGHT);
  self->text_scale = 1;
  self->from = TRAS_DAY_NONE;
  self->to = TRAS_DAY_NONE;
  self->show_title = TRUE;
  self->has_pixels = TRUE;
}

/**
 * tras_trend_chart_new:
 *
 * A chart is cheap to make and keeps its laid-out form for one size of paper; a widget draws it
 * into a retained node, a report onto a page.
 *
 * Returns: (transfer full): a chart without data, light, from left to right
 */
TrasTrendChart *
tras_trend_chart_new (void)
{
  return g_object_new (TRAS_TYPE_TREND_CHART, NULL);
}

/**
 * tras_trend_chart_set_data:
 * @self: a chart
 * @data: (nullable): what it shows; not to be changed any more
 */
void
tras_trend_chart_set_data (TrasTrendChart *self,
                           TrasTrendData  *data)
{
  g_return_if_fail (TRAS_IS_TREND_CHART (self));

  if (data != NULL)
    tras_trend_data_ref (data);
  g_clear_pointer (&self->data, tras_trend_data_unref);
  self->data = data;
  forget_layout (self);
}

/**
 * tras_trend_chart_get_data:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TrasTrendData *
tras_trend_chart_get_data (TrasTrendChart *self)
{
  g_return_val_if_fail (TRAS_IS_TREND_CHART (self), NULL);

  return self->data;
}

/**
 * tras_trend_chart_set_format:
 * @self: a chart
 * @format: (nullable): how figures and dates are written, must outlive the chart; %NULL for the
 *   locale's rules
 */
void
tras_trend_chart_set_format (TrasTrendChart        *self,
                             const TrasChartFormat *format)
{
  g_return_if_fail (TRAS_IS_TREND_CHART (self));

  self->format = format != NULL ? format : tras_chart_format_get_default ();
  forget_layout (self);
}

/**
 * tras_trend_chart_set_palette:
 * @self: a chart
 * @kind: its colours
 */
void
tras_trend_chart_set_palette (TrasTrendChart  *self,
                              TrasPaletteKind  kind)
{
  g_return_if_fail (TRAS_IS_TREND_CHART (self));

  self->palette = tras_palette_get (kind);
}

/**
 * tras_trend_chart_get_palette:
 * @self: a chart
 *
 * Returns: (transfer none): its colours, for who paints the paper
 */
const TrasPalette *
tras_trend_chart_get_palette (TrasTrendChart *self)
{
  g_return_val_if_fail (TRAS_IS_TREND_CHART (self), NULL);

  return self->palette;
}

/**
 * tras_trend_chart_set_font:
 * @self: a chart
 * @font: (nullable): the family of its texts, the size passed over; %NULL for a default
 */
void
tras_trend_chart_set_font (TrasTrendChart             *self,
                           const PangoFontDescription *font)
{
  g_return_if_fail (TRAS_IS_TREND_CHART (self));

  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = font != NULL ? pango_font_description_copy (font) : NULL;
  forget_texts (self);
}

/**
 * tras_trend_chart_set_text_scale:
 * @self: a chart
 * @text_scale: how much larger its texts are than what fits the paper, 0.5 to 3
 */
void
tras_trend_chart_set_text_scale (TrasTrendChart *self,
                                 double          text_scale)
{
  g_return_if_fail (TRAS_IS_TREND_CHART (self));

  self->text_scale = CLAMP (text_scale, 0.5, 3);
  forget_layout (self);
}

/**
 * tras_trend_chart_set_mirrored:
 * @self: a chart
 * @mirrored: whether time and texts run from right to left
 */
void
tras_trend_chart_set_mirrored (TrasTrendChart *self,
                               gboolean        mirrored)
{
  g_return_if_fail (TRAS_IS_TREND_CHART (self));

  self->mirrored = !!mirrored;
  forget_texts (self);
}

/**
 * tras_trend_chart_set_show_title:
 * @self: a chart
 * @show_title: whether the title is part of the picture, as on paper; a page that has the title
 *   elsewhere leaves it out
 */
void
tras_trend_chart_set_show_title (TrasTrendChart *self,
                                 gboolean        show_title)
{
  g_return_if_fail (TRAS_IS_TREND_CHART (self));

  self->show_title = !!show_title;
  forget_layout (self);
}

/**
 * tras_trend_chart_set_range:
 * @self: a chart
 * @from: the first visible day, %TRAS_DAY_NONE for the data's first
 * @to: the last visible day, %TRAS_DAY_NONE for the data's last
 */
void
tras_trend_chart_set_range (TrasTrendChart *self,
                            TrasDay         from,
                            TrasDay         to)
{
  g_return_if_fail (TRAS_IS_TREND_CHART (self));
  g_return_if_fail (from == TRAS_DAY_NONE || (from >= TRAS_DAY_MIN && from <= TRAS_DAY_MAX));
  g_return_if_fail (to == TRAS_DAY_NONE || (to >= TRAS_DAY_MIN && to <= TRAS_DAY_MAX));

  self->from = from;
  self->to = to;
  forget_layout (self);
}

/**
 * tras_trend_chart_get_range:
 * @self: a chart
 * @from: (out): the first visible day
 * @to: (out): the last visible day, never before @from
 */
void
tras_trend_chart_get_range (TrasTrendChart *self,
                            TrasDay        *from,
                            TrasDay        *to)
{
  gsize n = 0;

  g_return_if_fail (TRAS_IS_TREND_CHART (self));

  if (self->data != NULL)
    n = tras_trend_data_get_line (self->data)->n_values;

  *to = self->to;
  if (*to == TRAS_DAY_NONE)
    *to = n > 0 ? tras_trend_data_get_day (self->data, n - 1) : tras_day_today ();
  *from = self->from;
  if (*from == TRAS_DAY_NONE)
    *from = n > 0 ? tras_trend_data_get_day (self->data, 0) : *to - EMPTY_DAYS;
  *from = CLAMP (*from, TRAS_DAY_MIN, *to);
}

static void
get_view (TrasTrendChart *self,
          TrasTrendView  *view)
{
  if (self->data == NULL)
    self->data = tras_trend_data_new (NULL, NULL, 0, TRAS_EVERY_WEEK,
                                      TRAS_TREND_BETTER_NEITHER, NULL);
  if (self->texts == NULL)
    self->texts = tras_text_cache_new (self->font, self->mirrored, self->has_pixels);

  view->data = self->data;
  view->format = self->format;
  view->texts = self->texts;
  view->text_scale = self->text_scale;
  view->mirrored = self->mirrored;
  view->show_title = self->show_title;
  tras_trend_chart_get_range (self, &view->from, &view->to);
}

static void
prepare_texts (TrasTrendChart *self,
               cairo_t        *cr)
{
  gboolean has_pixels = tras_text_has_pixels (cr);

  if (self->has_pixels != has_pixels)
    {
      self->has_pixels = has_pixels;
      forget_texts (self);
    }
}

/* The layout for a size of paper, kept until the size or the chart changes. */
const TrasTrendLayout *
tras_trend_chart_get_layout (TrasTrendChart *self,
                             double          width,
                             double          height)
{
  if (self->layout == NULL || self->layout_width != width || self->layout_height != height)
    {
      TrasTrendView view;

      get_view (self, &view);
      forget_layout (self);
      self->layout = tras_trend_layout_new (&view, width, height);
      self->layout_width = width;
      self->layout_height = height;
    }

  return self->layout;
}

/**
 * tras_trend_chart_draw:
 * @self: a chart
 * @cr: where to draw, from (0, 0); the paper is the caller's to paint
 * @width: of the paper, in user units
 * @height: likewise
 *
 * Draws all that stays the same while the pointer moves. Everything lies between (0, 0) and
 * (@width, @height); what has no room is left out, less important things first.
 */
void
tras_trend_chart_draw (TrasTrendChart *self,
                       cairo_t        *cr,
                       double          width,
                       double          height)
{
  TrasTrendView view;

  g_return_if_fail (TRAS_IS_TREND_CHART (self));
  g_return_if_fail (cr != NULL);

  prepare_texts (self, cr);
  get_view (self, &view);
  tras_trend_layers_draw (tras_trend_chart_get_layout (self, width, height),
                          &view, self->palette, cr);
}

/**
 * tras_trend_chart_draw_hover:
 * @self: a chart
 * @cr: where to draw, over what tras_trend_chart_draw() drew
 * @width: of the paper, in user units
 * @height: likewise
 * @index: a point, or −1 for none
 * @focused: whether the keyboard brought the cursor here
 *
 * Draws the cursor: a line through the point, a ring around it, and a bubble with its period,
 * value, verdict and note.
 */
void
tras_trend_chart_draw_hover (TrasTrendChart *self,
                             cairo_t        *cr,
                             double          width,
                             double          height,
                             gssize          index,
                             gboolean        focused)
{
  const TrasTrendLayout *layout;
  TrasTrendView view;

  g_return_if_fail (TRAS_IS_TREND_CHART (self));
  g_return_if_fail (cr != NULL);

  prepare_texts (self, cr);
  layout = tras_trend_chart_get_layout (self, width, height);
  if (index < (gssize) layout->first || index >= (gssize) layout->last)
    return;

  get_view (self, &view);
  tras_trend_layers_draw_hover (layout, &view, self->palette, cr, index, focused);
}

/**
 * tras_trend_chart_hit:
 * @self: a chart
 * @width: of the paper, in user units
 * @height: likewise
 * @x: where the pointer is
 * @y: likewise
 *
 * Returns: the visible point nearest in time, missing ones included; −1 beside the plane
 */
gssize
tras_trend_chart_hit (TrasTrendChart *self,
                      double          width,
                      double          height,
                      double          x,
                      double          y)
{
  const TrasTrendLayout *layout;
  const TrasLine *line;
  double day;
  gsize after;

  g_return_val_if_fail (TRAS_IS_TREND_CHART (self), -1);

  layout = tras_trend_chart_get_layout (self, width, height);
  if (layout->first == layout->last ||
      x < layout->plot.x || x > layout->plot.x + layout->plot.width ||
      y < layout->plot.y - layout->em || y > layout->plot.y + layout->plot.height + layout->em)
    return -1;

  line = tras_trend_data_get_line (self->data);
  day = tras_scale_invert (&layout->x, x);
  after = CLAMP (tras_line_find (line, day), layout->first, layout->last - 1);
  if (after > layout->first && day - line->days[after - 1] < line->days[after] - day)
    after--;

  return after;
}

/**
 * tras_trend_chart_get_point:
 * @self: a chart
 * @width: of the paper, in user units
 * @height: likewise
 * @index: a point
 * @x: (out): where it is drawn
 * @y: (out): likewise; a missing value lies on the time axis
 *
 * Returns: whether the point is in the visible range
 */
gboolean
tras_trend_chart_get_point (TrasTrendChart *self,
                            double          width,
                            double          height,
                            gsize           index,
                            double         *x,
                            double         *y)
{
  const TrasTrendLayout *layout;

  g_return_val_if_fail (TRAS_IS_TREND_CHART (self), FALSE);

  layout = tras_trend_chart_get_layout (self, width, height);
  if (index < layout->first || index >= layout->last)
    return FALSE;

  tras_trend_layout_get_point (layout, self->data, index, x, y);

  return TRUE;
}

/**
 * tras_trend_chart_step:
 * @self: a chart
 * @index: where the keyboard's cursor is, −1 for nowhere
 * @step: 1 for the next later, −1 for the next earlier measured point; from nowhere either goes to
 *   the newest
 *
 * Returns: the point to go to; @index where there is none on that side
 */
gssize
tras_trend_chart_step (TrasTrendChart *self,
                       gssize          index,
                       int             step)
{
  gssize n, found;

  g_return_val_if_fail (TRAS_IS_TREND_CHART (self), -1);

  if (self->data == NULL)
    return -1;

  n = tras_trend_data_get_line (self->data)->n_values;
  if (index < 0 || index >= n)
    found = tras_trend_data_find_measured (self->data, n, -1);
  else
    found = tras_trend_data_find_measured (self->data, index, step);

  return found >= 0 ? found : index;
}

/**
 * tras_trend_chart_get_day:
 * @self: a chart
 * @width: of the paper, in user units
 * @height: likewise
 * @x: a place, in the plane or beside it
 *
 * For panning and zooming.
 *
 * Returns: the day that is drawn there, within the calendar
 */
TrasDay
tras_trend_chart_get_day (TrasTrendChart *self,
                          double          width,
                          double          height,
                          double          x)
{
  const TrasTrendLayout *layout;

  g_return_val_if_fail (TRAS_IS_TREND_CHART (self), TRAS_DAY_NONE);

  layout = tras_trend_chart_get_layout (self, width, height);

  return (TrasDay) CLAMP (round (tras_scale_invert (&layout->x, x)), TRAS_DAY_MIN, TRAS_DAY_MAX);
}

/**
 * tras_trend_chart_dup_description:
 * @self: a chart
 *
 * Returns: (transfer full): the chart in a few sentences, translated, for a screen reader
 */
char *
tras_trend_chart_dup_description (TrasTrendChart *self)
{
  TrasTrendView view;

  g_return_val_if_fail (TRAS_IS_TREND_CHART (self), NULL);

  get_view (self, &view);

  return tras_trend_words_describe (&view);
}

/**
 * tras_trend_chart_dup_point_text:
 * @self: a chart
 * @index: a point
 *
 * Returns: (transfer full): the point in one line, translated: period, value, verdict and note
 */
char *
tras_trend_chart_dup_point_text (TrasTrendChart *self,
                                 gsize           index)
{
  TrasTrendView view;

  g_return_val_if_fail (TRAS_IS_TREND_CHART (self), NULL);

  get_view (self, &view);
  g_return_val_if_fail (index < tras_trend_data_get_line (view.data)->n_values, NULL);

  return tras_trend_words_describe_point (&view, index);
}

/* tras-month-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-month-chart.h"
#include "tras-scale.h"
#include "tras-ticks.h"

#define N_MONTHS 12
#define SMALL 0.86

/* A bar of zero, in pixels. */
#define LEAST_BAR 2.0

typedef struct
{
  cairo_t               *cr;
  const TrasPalette     *palette;
  const TrasChartFormat *format;
  TrasTextCache         *texts;
  TrasRect               rect;
  TrasRect               plot;
  TrasScale              y;
  double                 em;
  gboolean               mirrored;
} Pen;

/* Places a text by the share of its width that lies before @x in reading direction. */
static double
write_text (const Pen     *pen,
            const char    *text,
            double         size,
            gboolean       bold,
            TrasColorRole  color,
            double         x,
            double         y,
            double         before)
{
  g_autoptr (PangoLayout) layout = tras_text_cache_get (pen->texts, text, size, bold, 0);

  tras_palette_set_source (pen->palette, color, pen->cr);

  return tras_text_draw_by (layout, pen->cr, &pen->rect, x, y, before, pen->mirrored);
}

static double
get_middle (const Pen *pen,
            guint      month)
{
  double slot = pen->plot.width / N_MONTHS;

  return pen->plot.x + slot * ((pen->mirrored ? N_MONTHS - 1 - month : month) + 0.5);
}

static void
draw_legend (const Pen *pen)
{
  double sign = pen->em * 0.6;
  double direction = pen->mirrored ? -1 : 1;
  double x = pen->mirrored ? pen->plot.x + pen->plot.width : pen->plot.x;
  double y = pen->rect.y;

  for (guint i = 0; i < 2; i++)
    {
      double left = pen->mirrored ? x - sign : x;

      cairo_rectangle (pen->cr, left + 0.5, y + pen->em * 0.32, sign - 1, sign - 1);
      if (i == 0)
        {
          tras_palette_set_source (pen->palette, TRAS_COLOR_SERIES, pen->cr);
          cairo_fill (pen->cr);
        }
      else
        {
          tras_palette_set_source (pen->palette, TRAS_COLOR_LAST_YEAR, pen->cr);
          cairo_set_line_width (pen->cr, 1.2);
          cairo_stroke (pen->cr);
        }
      x += direction * (sign + pen->em * 0.35);
      x += direction * (write_text (pen, i == 0 ? C_("months", "this year")
                                                : C_("months", "last year"),
                                    pen->em * SMALL, FALSE, TRAS_COLOR_DIM_TEXT, x, y, 0) +
                        pen->em);
    }
}

static void
draw_axes (const Pen       *pen,
           const TrasTicks *ticks,
           TrasDay          first)
{
  double bottom = pen->plot.y + pen->plot.height;

  cairo_set_line_width (pen->cr, 1);
  for (guint i = 0; i < ticks->n_ticks; i++)
    {
      double value = tras_ticks_get_value (ticks, i);
      double y = round (tras_scale_map (&pen->y, value)) + 0.5;
      g_autofree char *text = NULL;

      tras_palette_set_source (pen->palette,
                               value == 0 || i == 0 ? TRAS_COLOR_AXIS : TRAS_COLOR_GRID, pen->cr);
      cairo_move_to (pen->cr, pen->plot.x, y);
      cairo_rel_line_to (pen->cr, pen->plot.width, 0);
      cairo_stroke (pen->cr);
      text = tras_chart_format_number (pen->format, value, tras_ticks_get_decimals (ticks));
      write_text (pen, text, pen->em * SMALL, FALSE, TRAS_COLOR_DIM_TEXT,
                  pen->mirrored ? pen->plot.x + pen->plot.width + pen->em * 0.4
                                : pen->plot.x - pen->em * 0.4,
                  y - pen->em * 0.62, 1);
    }

  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *letter = NULL;

      letter = tras_chart_format_date (pen->format, tras_day_add_months (first, i),
                                       TRAS_DATE_FORM_MONTH_LETTER);
      write_text (pen, letter, pen->em * SMALL, FALSE, TRAS_COLOR_DIM_TEXT,
                  get_middle (pen, i), bottom + pen->em * 0.35, 0.5);
    }
}

static void
draw_bars (const Pen    *pen,
           const double *values,
           gboolean      is_this_year)
{
  double slot = pen->plot.width / N_MONTHS;
  double width = slot * 0.38;
  double zero = tras_scale_map (&pen->y, 0);

  for (guint i = 0; i < N_MONTHS; i++)
    {
      gboolean is_second = is_this_year != pen->mirrored;
      double x = get_middle (pen, i) - (is_second ? 0 : width);
      double y, height, top;

      if (isnan (values[i]))
        continue;

      /* Nothing is seen, unlike no number. */
      y = tras_scale_map (&pen->y, values[i]);
      height = MAX (fabs (zero - y), LEAST_BAR);
      top = y > zero ? zero : zero - height;
      if (is_this_year)
        cairo_rectangle (pen->cr, x, top, width, height);
      else
        cairo_rectangle (pen->cr, x + 0.5, top + 0.5, MAX (width - 1, 0.1), height - 0.5);
    }

  if (is_this_year)
    {
      tras_palette_set_source (pen->palette, TRAS_COLOR_SERIES, pen->cr);
      cairo_fill (pen->cr);
    }
  else
    {
      tras_palette_set_source (pen->palette, TRAS_COLOR_LAST_YEAR, pen->cr);
      cairo_set_line_width (pen->cr, 1);
      cairo_stroke (pen->cr);
    }
}

static void
draw_dots (const Pen    *pen,
           const double *values,
           gboolean      is_this_year)
{
  double radius = MIN (pen->em * 0.27, pen->plot.width / N_MONTHS / 3);

  tras_palette_set_source (pen->palette,
                           is_this_year ? TRAS_COLOR_SERIES : TRAS_COLOR_LAST_YEAR, pen->cr);
  cairo_set_line_width (pen->cr, is_this_year ? 1.6 : 1);
  for (guint i = 1; i < N_MONTHS; i++)
    {
      if (isnan (values[i - 1]) || isnan (values[i]))
        continue;
      cairo_move_to (pen->cr, get_middle (pen, i - 1), tras_scale_map (&pen->y, values[i - 1]));
      cairo_line_to (pen->cr, get_middle (pen, i), tras_scale_map (&pen->y, values[i]));
    }
  cairo_stroke (pen->cr);

  for (guint i = 0; i < N_MONTHS; i++)
    {
      if (isnan (values[i]))
        continue;
      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, get_middle (pen, i), tras_scale_map (&pen->y, values[i]),
                 radius, 0, 2 * G_PI);
    }
  if (is_this_year)
    {
      cairo_fill (pen->cr);
    }
  else
    {
      tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
      cairo_fill_preserve (pen->cr);
      tras_palette_set_source (pen->palette, TRAS_COLOR_LAST_YEAR, pen->cr);
      cairo_stroke (pen->cr);
    }
}

/* The highest place that is drawn on between two places. */
static double
get_top (const Pen            *pen,
         const TrasMonthChart *self,
         double                left,
         double                right)
{
  double slot = pen->plot.width / N_MONTHS;
  double top = tras_scale_map (&pen->y, 0);

  for (guint i = 0; i < N_MONTHS; i++)
    {
      double middle = get_middle (pen, i);

      if (middle + slot / 2 < left || middle - slot / 2 > right)
        continue;
      if (!isnan (self->this_year[i]))
        top = MIN (top, tras_scale_map (&pen->y, self->this_year[i]));
      if (!isnan (self->last_year[i]))
        top = MIN (top, tras_scale_map (&pen->y, self->last_year[i]));
    }

  return top;
}

/* Over the newest month and clear of its neighbours. */
static void
draw_newest (const Pen            *pen,
             const TrasMonthChart *self,
             gboolean              are_bars)
{
  double slot = pen->plot.width / N_MONTHS;

  for (guint i = N_MONTHS; i > 0; i--)
    {
      double value = self->this_year[i - 1];
      double shift = are_bars ? slot * 0.19 * (pen->mirrored ? -1 : 1) : 0;
      double x = get_middle (pen, i - 1) + shift;
      g_autoptr (PangoLayout) layout = NULL;
      g_autofree char *text = NULL;
      double width, height, top, y;

      if (isnan (value))
        continue;

      text = tras_chart_format_number (pen->format, value, self->decimals);
      layout = tras_text_cache_get (pen->texts, text, pen->em * SMALL, TRUE, 0);
      tras_text_get_size (layout, &width, &height);
      x = CLAMP (x, pen->rect.x + width / 2, pen->rect.x + pen->rect.width - width / 2);
      top = get_top (pen, self, x - width / 2, x + width / 2);
      /* No line of the grid runs through it. */
      y = MIN (top, tras_scale_map (&pen->y, value)) - height - pen->em * 0.2;
      tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
      cairo_rectangle (pen->cr, x - width / 2, y, width, height);
      cairo_fill (pen->cr);
      write_text (pen, text, pen->em * SMALL, TRUE, TRAS_COLOR_TEXT, x, y, 0.5);
      if (tras_scale_map (&pen->y, value) - top > pen->em * 0.6)
        {
          tras_palette_set_source (pen->palette, TRAS_COLOR_TEXT, pen->cr);
          cairo_set_line_width (pen->cr, 1);
          cairo_move_to (pen->cr, x, top - pen->em * 0.15);
          cairo_line_to (pen->cr, x, tras_scale_map (&pen->y, value) - pen->em * 0.1);
          cairo_stroke (pen->cr);
        }
      return;
    }
}

/* Bars begin at zero; where that would flatten them all, points on a part of the axis are used. */
static gboolean
get_domain (const TrasMonthChart *self,
            double               *low,
            double               *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < N_MONTHS; i++)
    {
      const double values[] = { self->this_year[i], self->last_year[i] };

      for (guint k = 0; k < 2; k++)
        {
          if (isnan (values[k]))
            continue;
          *low = MIN (*low, values[k]);
          *high = MAX (*high, values[k]);
        }
    }

  if (*low > *high)
    {
      *low = 0;
      *high = 1;
    }
  /* What never changes needs no part of the axis for itself. */
  if (*low < *high && ((*low > 0 && *low > 0.6 * *high) || (*high < 0 && *high < 0.6 * *low)))
    return FALSE;

  *low = MIN (*low, 0);
  *high = MAX (*high, 0);

  return TRUE;
}

/**
 * tras_month_chart_draw:
 * @self: the months
 * @cr: where to draw
 * @palette: the colours
 * @format: how figures and months are written
 * @texts: laid-out texts
 * @rect: the paper; nothing is drawn on less than 8 × 6 times @text_size
 * @text_size: the size of the text in user units
 * @mirrored: months run from right to left
 *
 * Pairs of bars from zero, last year's hollow; or dots, where the values lie far from zero. The
 * newest month carries its value.
 */
void
tras_month_chart_draw (const TrasMonthChart  *self,
                       cairo_t               *cr,
                       const TrasPalette     *palette,
                       const TrasChartFormat *format,
                       TrasTextCache         *texts,
                       const TrasRect        *rect,
                       double                 text_size,
                       gboolean               mirrored)
{
  Pen pen = { cr, palette, format, texts, *rect, *rect, { 0 }, text_size, mirrored };
  TrasTicks ticks;
  double low, high;
  double gutter = 0;
  guint n_ticks;
  gboolean are_bars;

  if (rect->width < 8 * text_size || rect->height < 6 * text_size)
    return;

  are_bars = get_domain (self, &low, &high);
  pen.plot.y += text_size * 3;
  pen.plot.height -= text_size * (3 + 1.55);
  n_ticks = (guint) CLAMP (pen.plot.height / (3 * text_size), 3, 7);
  if (self->decimals == 0)
    tras_ticks_init_whole (&ticks, low, high, n_ticks);
  else
    tras_ticks_init (&ticks, low, high, n_ticks);
  pen.y = (TrasScale) { tras_ticks_get_value (&ticks, 0),
                        tras_ticks_get_value (&ticks, ticks.n_ticks - 1),
                        pen.plot.y + pen.plot.height, pen.plot.y };

  for (guint i = 0; i < ticks.n_ticks; i++)
    {
      g_autofree char *text = tras_chart_format_number (format, tras_ticks_get_value (&ticks, i),
                                                        tras_ticks_get_decimals (&ticks));
      g_autoptr (PangoLayout) layout = tras_text_cache_get (texts, text, text_size * SMALL,
                                                            FALSE, 0);
      double width;

      tras_text_get_size (layout, &width, NULL);
      gutter = MAX (gutter, width);
    }
  gutter += text_size * 0.5;
  pen.plot.width -= gutter;
  if (!mirrored)
    pen.plot.x += gutter;

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_axes (&pen, &ticks, self->first);
  if (are_bars)
    {
      draw_bars (&pen, self->last_year, FALSE);
      draw_bars (&pen, self->this_year, TRUE);
    }
  else
    {
      draw_dots (&pen, self->last_year, FALSE);
      draw_dots (&pen, self->this_year, TRUE);
    }
  draw_newest (&pen, self, are_bars);
  draw_legend (&pen);
  cairo_restore (cr);
}

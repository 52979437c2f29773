/* tras-balance-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-balance-chart.h"
#include "tras-scale.h"
#include "tras-ticks.h"

#define SMALL 0.86

/* Figures beside the plot get this much room, in text sizes: the plot lies in the same place
 * whatever the figures are. */
#define GUTTER 3.2

typedef struct
{
  const TrasBalanceChart *chart;
  cairo_t                *cr;
  const TrasPalette      *palette;
  const TrasChartFormat  *format;
  TrasTextCache          *texts;
  TrasRect                rect;
  TrasRect                plot;
  TrasScale               x;
  TrasScale               y;
  TrasTicks               ticks;
  double                  em;
  gboolean                mirrored;
} Pen;

/* The first step behind a day. */
static gsize
find_step (const TrasBalanceChart *self,
           TrasDay                 day)
{
  gsize low = 0, high = self->n_steps;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->days[middle] <= day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tras_balance_chart_get_balance:
 * @self: what is shown
 * @day: a day
 *
 * Returns: the balance at the end of @day, NAN where it is not known
 */
double
tras_balance_chart_get_balance (const TrasBalanceChart *self,
                                TrasDay                 day)
{
  gsize step = find_step (self, day);

  return step > 0 ? self->balances[step - 1] : self->before;
}

/**
 * tras_balance_chart_get_end:
 * @self: what is shown
 *
 * Returns: the day on which what is available is used up at the present pace, %TRAS_DAY_NONE where
 *   nothing is used or nothing is there
 */
TrasDay
tras_balance_chart_get_end (const TrasBalanceChart *self)
{
  double days;

  if (!(self->available > 0) || !(self->use_per_day > 0))
    return TRAS_DAY_NONE;

  days = floor (self->available / self->use_per_day);

  return days < TRAS_DAY_MAX - self->today ? self->today + (TrasDay) days : TRAS_DAY_NONE;
}

static void
get_domain (const TrasBalanceChart *self,
            double                 *low,
            double                 *high)
{
  double first = tras_balance_chart_get_balance (self, self->from);

  *low = fmin (first, 0);
  *high = fmax (first, 0);
  for (gsize i = find_step (self, self->from); i < self->n_steps && self->days[i] <= self->to; i++)
    {
      *low = MIN (*low, self->balances[i]);
      *high = MAX (*high, self->balances[i]);
    }
  if (isfinite (self->available))
    *high = MAX (*high, self->available);
  if (isfinite (self->reorder_at))
    *high = MAX (*high, self->reorder_at);
  if (!(*high > *low))
    *high = *low + 1;
}

static void
place (Pen *pen)
{
  const TrasBalanceChart *chart = pen->chart;
  double low, high;

  pen->plot = pen->rect;
  pen->plot.width -= pen->em * GUTTER;
  if (!pen->mirrored)
    pen->plot.x += pen->em * GUTTER;
  pen->plot.y += pen->em * 0.9;
  pen->plot.height -= pen->em * (0.9 + 1.8);

  get_domain (chart, &low, &high);
  tras_ticks_init (&pen->ticks, low, high,
                   (guint) CLAMP (pen->plot.height / (2 * pen->em), 3, 6));
  pen->y = (TrasScale) { tras_ticks_get_value (&pen->ticks, 0),
                         tras_ticks_get_value (&pen->ticks, pen->ticks.n_ticks - 1),
                         pen->plot.y + pen->plot.height, pen->plot.y };
  pen->x = (TrasScale) { chart->from, chart->to + 1.0, pen->plot.x, pen->plot.x + pen->plot.width };
  if (pen->mirrored)
    pen->x = (TrasScale) { pen->x.from, pen->x.to, pen->x.end, pen->x.start };
}

/* Places a text by the share of its width that lies before @x in reading direction; it does not
 * leave the paper. */
static void
write_text (const Pen     *pen,
            const char    *text,
            TrasColorRole  color,
            gboolean       bold,
            double         x,
            double         y,
            double         before)
{
  g_autoptr (PangoLayout) layout = tras_text_cache_get (pen->texts, text, pen->em * SMALL, bold, 0);

  tras_palette_set_source (pen->palette, color, pen->cr);
  tras_text_draw_by (layout, pen->cr, &pen->rect, x, y, before, pen->mirrored);
}

static void
draw_grid (const Pen *pen)
{
  cairo_set_line_width (pen->cr, 1);
  for (guint i = 0; i < pen->ticks.n_ticks; i++)
    {
      double value = tras_ticks_get_value (&pen->ticks, i);
      double y = round (tras_scale_map (&pen->y, value)) + 0.5;
      g_autofree char *text = NULL;

      if (value != 0)
        {
          tras_palette_set_source (pen->palette, TRAS_COLOR_GRID, pen->cr);
          cairo_move_to (pen->cr, pen->plot.x, y);
          cairo_rel_line_to (pen->cr, pen->plot.width, 0);
          cairo_stroke (pen->cr);
        }
      text = tras_chart_format_number (pen->format, value, tras_ticks_get_decimals (&pen->ticks));
      write_text (pen, text, TRAS_COLOR_DIM_TEXT, FALSE,
                  pen->mirrored ? pen->plot.x + pen->plot.width + pen->em * 0.5
                                : pen->plot.x - pen->em * 0.5,
                  y - pen->em * 0.6, 1);
    }
}

static void
draw_days (const Pen *pen)
{
  g_autoptr (TrasDayTicks) ticks = NULL;
  double bottom = pen->plot.y + pen->plot.height;
  GArray *row;

  ticks = tras_day_ticks_new (pen->chart->from, pen->chart->to, pen->plot.width, pen->em * 3,
                              TRAS_EVERY_MONTH, pen->format);
  row = ticks->minor->len > 0 ? ticks->minor : ticks->major;
  for (guint i = 0; i < row->len; i++)
    {
      const TrasDayTick *tick = &g_array_index (row, TrasDayTick, i);
      double x = round (tras_scale_map (&pen->x, tick->day)) + 0.5;

      if (tick->day < pen->chart->from)
        continue;
      tras_palette_set_source (pen->palette, TRAS_COLOR_AXIS, pen->cr);
      cairo_move_to (pen->cr, x, bottom);
      cairo_rel_line_to (pen->cr, 0, pen->em * 0.35);
      cairo_stroke (pen->cr);
      write_text (pen, tick->label, TRAS_COLOR_DIM_TEXT, FALSE,
                  x + (pen->mirrored ? -1 : 1) * pen->em * 0.25, bottom + pen->em * 0.3, 0);
    }
}

/* The line of the ground, with gaps where nothing was there. */
static void
draw_ground (const Pen *pen)
{
  const TrasBalanceChart *chart = pen->chart;
  double y = round (tras_scale_map (&pen->y, 0)) + 0.5;
  TrasDay day = chart->from;
  double balance = tras_balance_chart_get_balance (chart, day);
  gsize step = find_step (chart, day);

  while (day <= chart->today)
    {
      TrasDay next = step < chart->n_steps && chart->days[step] <= chart->today ? chart->days[step]
                                                                                : chart->today + 1;
      double start = tras_scale_map (&pen->x, day), end = tras_scale_map (&pen->x, next);

      if (balance > 0 || isnan (balance))
        {
          tras_palette_set_source (pen->palette, TRAS_COLOR_AXIS, pen->cr);
          cairo_set_line_width (pen->cr, 1);
          cairo_move_to (pen->cr, start, y);
          cairo_line_to (pen->cr, end, y);
          cairo_stroke (pen->cr);
        }
      else if (end != start)
        {
          double left = MIN (start, end), width = MAX (fabs (end - start), 2);

          tras_palette_set_source (pen->palette, TRAS_COLOR_WORSE, pen->cr);
          cairo_rectangle (pen->cr, left, y - pen->em * 0.16, width, pen->em * 0.32);
          cairo_fill (pen->cr);
        }
      if (next > chart->today)
        break;
      day = next;
      while (step < chart->n_steps && chart->days[step] == day)
        balance = chart->balances[step++];
    }

  tras_palette_set_source (pen->palette, TRAS_COLOR_AXIS, pen->cr);
  cairo_set_line_width (pen->cr, 1);
  cairo_move_to (pen->cr, tras_scale_map (&pen->x, chart->today + 1), y);
  cairo_line_to (pen->cr, pen->x.end, y);
  cairo_stroke (pen->cr);
}

/* The first day on the chart whose balance is known. */
static TrasDay
get_known_from (const TrasBalanceChart *self)
{
  return isnan (self->before) && self->n_steps > 0 ? MAX (self->days[0], self->from) : self->from;
}

/* As stairs: a balance holds until the day on which it changes. */
static void
trace_balance (const Pen *pen)
{
  const TrasBalanceChart *chart = pen->chart;
  TrasDay from = get_known_from (chart);
  gsize step = find_step (chart, from);

  cairo_move_to (pen->cr, tras_scale_map (&pen->x, from),
                 tras_scale_map (&pen->y, tras_balance_chart_get_balance (chart, from)));
  for (; step < chart->n_steps && chart->days[step] <= chart->today; step++)
    {
      double x = tras_scale_map (&pen->x, chart->days[step]);
      double before;

      /* Several on one day are one stair. */
      if (step + 1 < chart->n_steps && chart->days[step + 1] == chart->days[step])
        continue;
      cairo_get_current_point (pen->cr, NULL, &before);
      cairo_line_to (pen->cr, x, before);
      cairo_line_to (pen->cr, x, tras_scale_map (&pen->y, chart->balances[step]));
    }
  cairo_line_to (pen->cr, tras_scale_map (&pen->x, chart->today + 1),
                 tras_scale_map (&pen->y, tras_balance_chart_get_balance (chart, chart->today)));
}

static void
draw_balance (const Pen *pen)
{
  double zero = tras_scale_map (&pen->y, 0);

  trace_balance (pen);
  cairo_line_to (pen->cr, tras_scale_map (&pen->x, pen->chart->today + 1), zero);
  cairo_line_to (pen->cr, tras_scale_map (&pen->x, get_known_from (pen->chart)), zero);
  cairo_close_path (pen->cr);
  tras_palette_set_source (pen->palette, TRAS_COLOR_BAND, pen->cr);
  cairo_fill (pen->cr);

  trace_balance (pen);
  tras_palette_set_source (pen->palette, TRAS_COLOR_SERIES, pen->cr);
  cairo_set_line_width (pen->cr, 1.6);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_MITER);
  cairo_stroke (pen->cr);
}

static void
draw_reorder (const Pen *pen)
{
  static const double dashes[] = { 10, 3.5, 2, 3.5 };
  double y;

  if (!isfinite (pen->chart->reorder_at) || pen->chart->reorder_at <= 0)
    return;

  y = round (tras_scale_map (&pen->y, pen->chart->reorder_at)) + 0.5;
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (pen->cr, 1.2);
  tras_palette_set_source (pen->palette, TRAS_COLOR_TARGET, pen->cr);
  cairo_move_to (pen->cr, pen->plot.x, y);
  cairo_rel_line_to (pen->cr, pen->plot.width, 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  /* Translators: the level of stock at which more is bought, on a chart */
  write_text (pen, C_("chart", "reorder"), TRAS_COLOR_TARGET, FALSE,
              pen->mirrored ? pen->plot.x + pen->em * 0.2
                            : pen->plot.x + pen->plot.width - pen->em * 0.2,
              y - pen->em * 1.25, 1);
}

/* From what is available today down to the day on which it is used up. */
static void
draw_expected (const Pen *pen)
{
  static const double dashes[] = { 4, 3 };
  const TrasBalanceChart *chart = pen->chart;
  double start = tras_scale_map (&pen->x, chart->today + 1);
  double days, last;

  tras_palette_set_source (pen->palette, TRAS_COLOR_AXIS, pen->cr);
  cairo_set_line_width (pen->cr, 1);
  cairo_move_to (pen->cr, round (start) + 0.5, pen->plot.y - pen->em * 0.2);
  cairo_line_to (pen->cr, round (start) + 0.5, pen->plot.y + pen->plot.height);
  cairo_stroke (pen->cr);
  write_text (pen, C_("chart", "today"), TRAS_COLOR_DIM_TEXT, FALSE, start,
              pen->rect.y - pen->em * 0.3, 0.5);

  if (!(chart->available > 0))
    return;

  days = chart->to - chart->today;
  if (chart->use_per_day > 0)
    days = MIN (days, chart->available / chart->use_per_day);
  last = chart->available - days * chart->use_per_day;
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (pen->cr, 1.6);
  tras_palette_set_source (pen->palette, TRAS_COLOR_SERIES, pen->cr);
  cairo_move_to (pen->cr, start, tras_scale_map (&pen->y, chart->available));
  cairo_line_to (pen->cr, tras_scale_map (&pen->x, chart->today + 1 + days),
                 tras_scale_map (&pen->y, MAX (last, 0)));
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);

  if (tras_balance_chart_get_end (chart) != TRAS_DAY_NONE &&
      tras_balance_chart_get_end (chart) < chart->to)
    {
      double x = tras_scale_map (&pen->x, chart->today + 1 + days);
      double y = tras_scale_map (&pen->y, 0);

      cairo_arc (pen->cr, x, y, pen->em * 0.28, 0, 2 * G_PI);
      tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
      cairo_fill_preserve (pen->cr);
      tras_palette_set_source (pen->palette, TRAS_COLOR_SERIES, pen->cr);
      cairo_set_line_width (pen->cr, 1.6);
      cairo_stroke (pen->cr);
    }
}

static gboolean
has_room (const TrasRect *rect,
          double          em)
{
  return rect->width >= 10 * em && rect->height >= 6 * em;
}

/**
 * tras_balance_chart_hit:
 * @self: what is shown
 * @rect: the paper, as it was drawn
 * @text_size: likewise
 * @x: a place
 * @mirrored: as it was drawn
 *
 * Returns: the day at @x, the nearest where @x lies beside the plot
 */
TrasDay
tras_balance_chart_hit (const TrasBalanceChart *self,
                        const TrasRect         *rect,
                        double                  text_size,
                        double                  x,
                        gboolean                mirrored)
{
  Pen pen = { .chart = self, .rect = *rect, .em = text_size, .mirrored = mirrored };
  double day;

  if (!has_room (rect, text_size))
    return self->today;

  place (&pen);
  day = floor (tras_scale_invert (&pen.x, x));

  return (TrasDay) CLAMP (day, self->from, self->to);
}

/**
 * tras_balance_chart_draw:
 * @self: what is shown
 * @cr: where to draw
 * @palette: the colours
 * @format: how figures and days are written
 * @texts: laid-out texts
 * @rect: the paper; nothing is drawn on less than 10 × 6 times @text_size
 * @text_size: the size of the text in user units
 * @mirrored: whether time runs from right to left
 *
 * The balance as stairs up to today, what is expected of it as a dashed line behind, and the level
 * at which more is bought. Days without any are bars in the line of the ground.
 */
void
tras_balance_chart_draw (const TrasBalanceChart *self,
                         cairo_t                *cr,
                         const TrasPalette      *palette,
                         const TrasChartFormat  *format,
                         TrasTextCache          *texts,
                         const TrasRect         *rect,
                         double                  text_size,
                         gboolean                mirrored)
{
  Pen pen = { .chart = self, .cr = cr, .palette = palette, .format = format, .texts = texts,
              .rect = *rect, .em = text_size, .mirrored = mirrored };

  g_return_if_fail (self->from <= self->today && self->today < self->to);

  if (!has_room (rect, text_size))
    return;

  place (&pen);
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_balance (&pen);
  draw_grid (&pen);
  draw_days (&pen);
  draw_ground (&pen);
  draw_reorder (&pen);
  draw_expected (&pen);
  cairo_restore (cr);
}

/**
 * tras_balance_chart_draw_day:
 * @self: what is shown
 * @cr: where to draw, over tras_balance_chart_draw()
 * @palette: the colours
 * @rect: as it was drawn
 * @text_size: likewise
 * @mirrored: likewise
 * @day: a day from @from to @today
 *
 * Marks the balance of one day.
 */
void
tras_balance_chart_draw_day (const TrasBalanceChart *self,
                             cairo_t                *cr,
                             const TrasPalette      *palette,
                             const TrasRect         *rect,
                             double                  text_size,
                             gboolean                mirrored,
                             TrasDay                 day)
{
  Pen pen = { .chart = self, .rect = *rect, .em = text_size, .mirrored = mirrored };
  double x, y;

  if (!has_room (rect, text_size) || day < self->from || day > self->today)
    return;

  place (&pen);
  x = tras_scale_map (&pen.x, day + 0.5);
  y = tras_scale_map (&pen.y, tras_balance_chart_get_balance (self, day));
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  tras_palette_set_source (palette, TRAS_COLOR_CURSOR, cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, pen.plot.y);
  cairo_line_to (cr, x, pen.plot.y + pen.plot.height);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, text_size * 0.3, 0, 2 * G_PI);
  tras_palette_set_source (palette, TRAS_COLOR_SERIES, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

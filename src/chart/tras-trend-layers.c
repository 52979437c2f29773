/* tras-trend-layers.c: the trend chart, layer upon layer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-month-chart.h"
#include "tras-trend-layers.h"
#include "tras-trend-words.h"

/* More visible points than this are a cloud, of which only the newest is drawn as a point. */
#define MANY 4096

typedef struct
{
  const TrasTrendLayout *layout;
  const TrasTrendView   *view;
  const TrasPalette     *palette;
  cairo_t               *cr;
  double                 hair;
} Pen;

static void
set_line (const Pen     *pen,
          TrasColorRole  color,
          gboolean       is_past,
          double         width,
          const double  *dashes,
          int            n_dashes)
{
  double scaled[4];

  for (int i = 0; i < n_dashes; i++)
    scaled[i] = dashes[i] * pen->hair;
  cairo_set_dash (pen->cr, scaled, n_dashes, 0);
  cairo_set_line_width (pen->cr, width * pen->hair);
  if (is_past)
    tras_palette_set_faded (pen->palette, color, pen->cr);
  else
    tras_palette_set_source (pen->palette, color, pen->cr);
}

/* Dashes of equal levels lie upon one another, wherever their lines begin. */
static void
anchor_dashes (const Pen    *pen,
               const double *dashes,
               int           n_dashes,
               double        start)
{
  double scaled[4];

  for (int i = 0; i < n_dashes; i++)
    scaled[i] = dashes[i] * pen->hair;
  cairo_set_dash (pen->cr, scaled, n_dashes, start);
}

/* Where a stretch of days lies; one that reaches the last visible day goes on to the border. */
static gboolean
get_stretch (const Pen *pen,
             TrasDay    from,
             TrasDay    to,
             double    *start,
             double    *end)
{
  const TrasTrendLayout *layout = pen->layout;
  TrasEvery every = tras_trend_data_get_every (pen->view->data);
  double half = every == TRAS_EVERY_DAY ? 0.5 : every == TRAS_EVERY_WEEK ? 3.5 : 15;
  gboolean mirrored = layout->x.end < layout->x.start;
  double left = layout->plot.x;
  double right = left + layout->plot.width;

  if (from > pen->view->to || to < pen->view->from)
    return FALSE;

  *start = from <= pen->view->from ? (mirrored ? right : left)
                                   : tras_scale_map (&layout->x, from - half);
  *end = to + half >= pen->view->to ? (mirrored ? left : right)
                                    : tras_scale_map (&layout->x, to + half);
  *start = CLAMP (*start, left, right);
  *end = CLAMP (*end, left, right);

  return TRUE;
}

static void
draw_level (const Pen *pen,
            double     start,
            double     end,
            double     value)
{
  double y;

  if (isnan (value))
    return;

  y = tras_scale_map (&pen->layout->y, value);
  cairo_move_to (pen->cr, start, y);
  cairo_line_to (pen->cr, end, y);
  cairo_stroke (pen->cr);
}

static gboolean
is_past_segment (const Pen *pen,
                 guint      index)
{
  guint n;

  tras_trend_data_get_segments (pen->view->data, &n);

  return index + 1 < n;
}

static void
draw_bands (const Pen *pen)
{
  const TrasTrendSegment *segments;
  double start, end;
  guint n;

  segments = tras_trend_data_get_segments (pen->view->data, &n);
  for (guint i = 0; i < n; i++)
    {
      double top, bottom;

      if (segments[i].trial || isnan (segments[i].lower) || isnan (segments[i].upper) ||
          !get_stretch (pen, segments[i].from, segments[i].to, &start, &end))
        continue;

      top = tras_scale_map (&pen->layout->y, segments[i].upper);
      bottom = tras_scale_map (&pen->layout->y, segments[i].lower);
      cairo_rectangle (pen->cr, MIN (start, end), top, fabs (end - start), bottom - top);
      if (is_past_segment (pen, i))
        tras_palette_set_faded (pen->palette, TRAS_COLOR_BAND, pen->cr);
      else
        tras_palette_set_source (pen->palette, TRAS_COLOR_BAND, pen->cr);
      cairo_fill (pen->cr);
    }
}

static void
draw_grid (const Pen *pen)
{
  const TrasTrendLayout *layout = pen->layout;
  const TrasRect *plot = &layout->plot;
  double bottom = round (plot->y + plot->height) + 0.5;

  cairo_set_dash (pen->cr, NULL, 0, 0);
  cairo_set_line_width (pen->cr, 1);
  for (guint i = 0; i < layout->ticks.n_ticks; i++)
    {
      double value = tras_ticks_get_value (&layout->ticks, i);
      double y = round (tras_scale_map (&layout->y, value)) + 0.5;

      tras_palette_set_source (pen->palette,
                               value == 0 || i == 0 ? TRAS_COLOR_AXIS : TRAS_COLOR_GRID, pen->cr);
      cairo_move_to (pen->cr, plot->x, y);
      cairo_rel_line_to (pen->cr, plot->width, 0);
      cairo_stroke (pen->cr);
    }

  tras_palette_set_source (pen->palette, TRAS_COLOR_AXIS, pen->cr);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const TrasTrendLabel *label = &g_array_index (layout->labels, TrasTrendLabel, i);
      double x = round (label->anchor) + 0.5;

      if (label->kind != TRAS_TREND_LABEL_DAY_TICK ||
          !(x >= plot->x && x <= plot->x + plot->width))
        continue;
      cairo_move_to (pen->cr, x, bottom);
      cairo_rel_line_to (pen->cr, 0, layout->em * 0.35);
    }
  cairo_stroke (pen->cr);
}

static void
draw_segments (const Pen *pen)
{
  static const double dashes[] = { 5, 3.5 };
  static const double trial_dashes[] = { 2, 4.5 };
  const TrasTrendSegment *segments;
  double start, end;
  guint n;

  segments = tras_trend_data_get_segments (pen->view->data, &n);
  for (guint i = 0; i < n; i++)
    {
      const TrasTrendSegment *segment = &segments[i];
      gboolean is_past = is_past_segment (pen, i);

      if (!get_stretch (pen, segment->from, segment->to, &start, &end))
        continue;

      set_line (pen, TRAS_COLOR_LIMIT, is_past, 1, segment->trial ? trial_dashes : dashes, 2);
      draw_level (pen, start, end, segment->upper_clamped ? NAN : segment->upper);
      draw_level (pen, start, end, segment->lower_clamped ? NAN : segment->lower);
      set_line (pen, TRAS_COLOR_MEAN, is_past, 1.2, NULL, 0);
      draw_level (pen, start, end, segment->mean);
    }
}

static void
draw_means (const Pen *pen)
{
  const TrasTrendMean *means;
  double start, end;
  guint n;

  means = tras_trend_data_get_means (pen->view->data, &n);
  set_line (pen, TRAS_COLOR_MARK, FALSE, 3, NULL, 0);
  for (guint i = 0; i < n; i++)
    {
      if (get_stretch (pen, means[i].from, means[i].to, &start, &end))
        draw_level (pen, start, end, means[i].value);
    }
}

/* The numbers stand above their lines, in the colour of what was done, and nothing runs through
 * them. */
static void
draw_mean_numbers (const Pen *pen)
{
  const TrasTrendLayout *layout = pen->layout;
  int decimals = MAX (tras_trend_data_get_decimals (pen->view->data), 1);
  const TrasTrendMean *means;
  double start, end;
  guint n;

  means = tras_trend_data_get_means (pen->view->data, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = NULL;
      PangoLayout *text;
      double x, y, width, height;

      if (!get_stretch (pen, means[i].from, means[i].to, &start, &end))
        continue;

      number = tras_chart_format_number (pen->view->format, means[i].value, decimals);
      text = tras_text_cache_get (pen->view->texts, number, layout->em * 0.86, TRUE, -1);
      tras_text_get_size (text, &width, &height);
      x = CLAMP ((start + end - width) / 2, layout->plot.x,
                 MAX (layout->plot.x, layout->plot.x + layout->plot.width - width));
      y = MAX (tras_scale_map (&layout->y, means[i].value) - height - layout->em * 0.25,
               layout->plot.y);
      tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
      cairo_rectangle (pen->cr, x - layout->em * 0.2, y, width + layout->em * 0.4, height);
      cairo_fill (pen->cr);
      tras_palette_set_source (pen->palette, TRAS_COLOR_MARK, pen->cr);
      tras_text_draw (text, pen->cr, x, y);
    }
}

static void
draw_targets (const Pen *pen)
{
  static const double dashes[] = { 10, 3.5, 2, 3.5 };
  static const double path_dashes[] = { 1.5, 3 };
  const TrasTrendLayout *layout = pen->layout;
  const TrasTrendTarget *targets;
  double start, end;
  guint n;

  targets = tras_trend_data_get_targets (pen->view->data, &n);
  for (guint i = 0; i < n; i++)
    {
      const TrasTrendTarget *target = &targets[i];

      if (!get_stretch (pen, target->from, target->to, &start, &end))
        continue;

      /* What holds today is drawn stronger than what is to be reached. */
      set_line (pen, TRAS_COLOR_TARGET, FALSE, isnan (target->baseline) ? 1.9 : 1.3, dashes, 4);
      anchor_dashes (pen, dashes, 4, MIN (start, end));
      draw_level (pen, MIN (start, end), MAX (start, end), target->low);
      if (target->high != target->low)
        draw_level (pen, MIN (start, end), MAX (start, end), target->high);

      if (isnan (target->baseline))
        continue;
      set_line (pen, TRAS_COLOR_TARGET, FALSE, 1.2, path_dashes, 2);
      cairo_move_to (pen->cr,
                     tras_scale_map (&layout->x, target->from),
                     tras_scale_map (&layout->y, target->baseline));
      cairo_line_to (pen->cr,
                     tras_scale_map (&layout->x, target->to),
                     tras_scale_map (&layout->y, target->low));
      cairo_stroke (pen->cr);
    }
}

static void
draw_mark_lines (const Pen *pen)
{
  static const double dashes[] = { 1.5, 2.5 };
  const TrasTrendLayout *layout = pen->layout;
  const TrasTrendMark *marks;
  double bottom = layout->plot.y + layout->plot.height;
  guint n;

  marks = tras_trend_data_get_marks (pen->view->data, &n);
  set_line (pen, TRAS_COLOR_MARK, FALSE, 1, dashes, 2);
  for (guint i = 0; i < n; i++)
    {
      double x = round (tras_scale_map (&layout->x, marks[i].day)) + 0.5;
      double top = layout->plot.y;

      if (marks[i].day < pen->view->from || marks[i].day > pen->view->to)
        continue;
      for (guint k = 0; k < layout->labels->len; k++)
        {
          const TrasTrendLabel *label = &g_array_index (layout->labels, TrasTrendLabel, k);

          if (label->kind == TRAS_TREND_LABEL_MARK && label->index == i)
            top = label->rect.y + label->rect.height;
        }
      cairo_move_to (pen->cr, x, top);
      cairo_line_to (pen->cr, x, bottom);
    }
  cairo_stroke (pen->cr);
}

/* One sign a kind, told apart without their colour. */
static void
draw_mark_sign (const Pen         *pen,
                TrasTrendMarkKind  kind,
                double             x,
                double             y)
{
  cairo_t *cr = pen->cr;
  double r = pen->layout->em * 0.36;

  set_line (pen, TRAS_COLOR_MARK, FALSE, 1.5, NULL, 0);
  switch (kind)
    {
    case TRAS_TREND_MARK_DECISION:
      /* A flag. */
      cairo_move_to (cr, x - r * 0.7, y - r);
      cairo_line_to (cr, x + r, y - r * 0.45);
      cairo_line_to (cr, x - r * 0.7, y + r * 0.1);
      cairo_close_path (cr);
      cairo_fill (cr);
      cairo_move_to (cr, x - r * 0.7, y - r);
      cairo_line_to (cr, x - r * 0.7, y + r);
      break;
    case TRAS_TREND_MARK_ACTION:
      cairo_move_to (cr, x - r * 0.9, y);
      cairo_line_to (cr, x - r * 0.2, y + r * 0.75);
      cairo_line_to (cr, x + r, y - r * 0.75);
      break;
    case TRAS_TREND_MARK_TRAINING:
      /* An open book. */
      cairo_move_to (cr, x, y - r * 0.4);
      cairo_line_to (cr, x - r * 1.05, y - r * 0.75);
      cairo_line_to (cr, x - r * 1.05, y + r * 0.5);
      cairo_line_to (cr, x, y + r * 0.85);
      cairo_line_to (cr, x + r * 1.05, y + r * 0.5);
      cairo_line_to (cr, x + r * 1.05, y - r * 0.75);
      cairo_close_path (cr);
      cairo_move_to (cr, x, y - r * 0.4);
      cairo_line_to (cr, x, y + r * 0.85);
      break;
    case TRAS_TREND_MARK_DEVIATION:
      cairo_move_to (cr, x, y - r * 0.95);
      cairo_line_to (cr, x + r, y + r * 0.8);
      cairo_line_to (cr, x - r, y + r * 0.8);
      cairo_close_path (cr);
      break;
    case TRAS_TREND_MARK_STEP:
      cairo_move_to (cr, x - r, y + r * 0.6);
      cairo_line_to (cr, x, y + r * 0.6);
      cairo_line_to (cr, x, y - r * 0.6);
      cairo_line_to (cr, x + r, y - r * 0.6);
      break;
    default:
      g_warn_if_reached ();
    }
  cairo_stroke (cr);
}

static gboolean
get_glyph (const Pen *pen,
           gsize      index,
           TrasGlyph *glyph)
{
  TrasTrendData *data = pen->view->data;

  *glyph = tras_trend_data_get_glyph (data, index);
  if (isnan (tras_trend_data_get_value (data, index)))
    *glyph = TRAS_GLYPH_MISSING;
  else if (tras_trend_data_get_left_out (data, index))
    *glyph = TRAS_GLYPH_LEFT_OUT;
  else if (!tras_glyph_is_unusual (*glyph) && (gssize) index != pen->layout->newest)
    *glyph = TRAS_GLYPH_NONE;

  return *glyph != TRAS_GLYPH_NONE;
}

static void
draw_point (const Pen *pen,
            gsize      index)
{
  double size = tras_trend_layout_get_glyph_size (pen->layout, pen->view->data, index);
  TrasGlyph glyph;
  double x, y;

  if (size <= 0)
    return;

  get_glyph (pen, index, &glyph);
  tras_trend_layout_get_point (pen->layout, pen->view->data, index, &x, &y);
  tras_glyph_draw (glyph, pen->cr, pen->palette, x, y, size);
}

/* The plain points lie under those that call for attention, and the newest on top of all. */
static void
draw_points (const Pen *pen)
{
  const TrasTrendLayout *layout = pen->layout;
  TrasGlyph glyph;

  if (layout->last - layout->first <= MANY)
    {
      for (guint pass = 0; pass < 2; pass++)
        {
          for (gsize i = layout->first; i < layout->last; i++)
            {
              if (get_glyph (pen, i, &glyph) == (pass == 1) && (gssize) i != layout->newest)
                draw_point (pen, i);
            }
        }
    }

  if (layout->newest >= (gssize) layout->first && layout->newest < (gssize) layout->last)
    draw_point (pen, layout->newest);
}

static void
draw_series (const Pen *pen)
{
  const TrasTrendLayout *layout = pen->layout;
  const TrasRect *plot = &layout->plot;

  cairo_save (pen->cr);
  /* A line may be as thick as it is above the highest tick, but ends at the sides. */
  cairo_rectangle (pen->cr, plot->x, plot->y - layout->em, plot->width,
                   plot->height + 2 * layout->em);
  cairo_clip (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  tras_palette_set_source (pen->palette, TRAS_COLOR_SERIES, pen->cr);
  tras_line_draw (tras_trend_data_get_line (pen->view->data), pen->cr,
                    &layout->x, &layout->y, 1.4 * pen->hair);
  cairo_restore (pen->cr);
}

static void
draw_leader (const Pen            *pen,
             const TrasTrendLabel *label)
{
  const TrasTrendLayout *layout = pen->layout;
  gboolean mirrored = layout->x.end < layout->x.start;
  double border = mirrored ? layout->plot.x : layout->plot.x + layout->plot.width;
  double direction = mirrored ? -1 : 1;
  double middle = label->rect.y + label->rect.height / 2;

  set_line (pen, label->color, FALSE, 0.9, NULL, 0);
  cairo_move_to (pen->cr, border + direction * layout->em * 0.15, label->anchor);
  cairo_line_to (pen->cr, border + direction * layout->em * 0.85, middle);
  cairo_stroke (pen->cr);
}

static void
draw_flag (const Pen            *pen,
           const TrasTrendLabel *label)
{
  double radius = label->rect.height * 0.25;
  double right = label->rect.x + label->rect.width;
  double bottom = label->rect.y + label->rect.height;
  double x, y, edge;

  tras_trend_layout_get_point (pen->layout, pen->view->data, label->index, &x, &y);
  edge = bottom < y ? bottom : label->rect.y;
  set_line (pen, TRAS_COLOR_DIM_TEXT, FALSE, 1, NULL, 0);
  cairo_move_to (pen->cr, CLAMP (x, label->rect.x + radius, right - radius), edge);
  cairo_line_to (pen->cr, x, y + (edge < y ? -1 : 1) * pen->layout->em * 0.45);
  cairo_stroke (pen->cr);

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, right - radius, label->rect.y + radius, radius, -G_PI / 2, 0);
  cairo_arc (pen->cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (pen->cr, label->rect.x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (pen->cr, label->rect.x + radius, label->rect.y + radius, radius, G_PI, G_PI * 1.5);
  cairo_close_path (pen->cr);
  tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
  cairo_fill_preserve (pen->cr);
  tras_palette_set_source (pen->palette, TRAS_COLOR_DIM_TEXT, pen->cr);
  cairo_stroke (pen->cr);
}

static void
clear_behind (const Pen            *pen,
              const TrasTrendLabel *label,
              double                margin)
{
  tras_palette_set_source (pen->palette, TRAS_COLOR_BACKGROUND, pen->cr);
  cairo_rectangle (pen->cr, label->rect.x - margin, label->rect.y,
                   label->rect.width + 2 * margin, label->rect.height);
  cairo_fill (pen->cr);
}

static void
draw_labels (const Pen *pen)
{
  const TrasTrendLayout *layout = pen->layout;
  const TrasTrendMark *marks;
  guint n_marks;

  marks = tras_trend_data_get_marks (pen->view->data, &n_marks);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const TrasTrendLabel *label = &g_array_index (layout->labels, TrasTrendLabel, i);
      double text_height;

      if (label->kind == TRAS_TREND_LABEL_LINE)
        draw_leader (pen, label);
      else if (label->kind == TRAS_TREND_LABEL_NOTE)
        draw_flag (pen, label);
      else if (label->kind == TRAS_TREND_LABEL_MARK)
        {
          /* The line of another mark passes behind. */
          clear_behind (pen, label, 0);
          draw_mark_sign (pen, marks[label->index].kind, label->anchor,
                          label->rect.y + label->rect.height / 2);
        }

      if (label->kind == TRAS_TREND_LABEL_EMPTY)
        {
          /* No line of the grid runs through it. */
          clear_behind (pen, label, layout->em);
        }

      if (label->layout == NULL)
        continue;
      tras_text_get_size (label->layout, NULL, &text_height);
      tras_palette_set_source (pen->palette, label->color, pen->cr);
      tras_text_draw (label->layout, pen->cr, label->text_x,
                      label->rect.y + (label->rect.height - text_height) / 2);
    }
}

static void
draw_months (const Pen *pen)
{
  TrasMonthChart months;

  if (pen->layout->months.width <= 0 ||
      !tras_trend_data_get_months (pen->view->data, &months.first,
                                   &months.this_year, &months.last_year))
    return;

  months.decimals = tras_trend_data_get_decimals (pen->view->data);
  tras_month_chart_draw (&months, pen->cr, pen->palette, pen->view->format, pen->view->texts,
                         &pen->layout->months, pen->layout->em,
                         pen->layout->x.end < pen->layout->x.start);
}

/* All that stays the same while the pointer moves. */
void
tras_trend_layers_draw (const TrasTrendLayout *layout,
                        const TrasTrendView   *view,
                        const TrasPalette     *palette,
                        cairo_t               *cr)
{
  Pen pen = { layout, view, palette, cr, MAX (layout->em / 12, 0.8) };

  cairo_save (cr);
  cairo_new_path (cr);
  draw_bands (&pen);
  draw_grid (&pen);
  draw_mark_lines (&pen);
  draw_segments (&pen);
  cairo_save (cr);
  cairo_rectangle (cr, layout->plot.x, layout->plot.y - pen.hair,
                   layout->plot.width, layout->plot.height + 2 * pen.hair);
  cairo_clip (cr);
  draw_targets (&pen);
  cairo_restore (cr);
  draw_means (&pen);
  draw_series (&pen);
  draw_points (&pen);
  draw_mean_numbers (&pen);
  draw_labels (&pen);
  draw_months (&pen);
  cairo_restore (cr);
}

static void
draw_bubble (const Pen *pen,
             gsize      index,
             double     x,
             double     y)
{
  TrasTrendData *data = pen->view->data;
  const TrasTrendLayout *layout = pen->layout;
  TrasGlyph glyph = tras_trend_data_get_glyph (data, index);
  g_autofree char *period = NULL;
  g_autofree char *value = NULL;
  struct { const char *text; double size; gboolean bold; } lines[5];
  PangoLayout *texts[G_N_ELEMENTS (lines)];
  guint n = 0;
  double pad = layout->em * 0.7;
  double width = 0, height = 0, radius = layout->em * 0.5;
  double left, top;

  period = tras_chart_format_period (pen->view->format, tras_trend_data_get_day (data, index),
                                     tras_trend_data_get_every (data));
  value = tras_trend_words_dup_value (pen->view, index);
  lines[n].text = period, lines[n].size = 0.86, lines[n++].bold = FALSE;
  lines[n].text = value, lines[n].size = 1.2, lines[n++].bold = TRUE;
  if (tras_glyph_is_unusual (glyph))
    lines[n].text = tras_glyph_get_words (glyph), lines[n].size = 0.92, lines[n++].bold = FALSE;
  if (tras_trend_data_get_left_out (data, index))
    lines[n].text = tras_glyph_get_words (TRAS_GLYPH_LEFT_OUT), lines[n].size = 0.92,
    lines[n++].bold = FALSE;
  if (tras_trend_data_get_note (data, index) != NULL)
    lines[n].text = tras_trend_data_get_note (data, index), lines[n].size = 0.92,
    lines[n++].bold = FALSE;

  for (guint i = 0; i < n; i++)
    {
      double line_width, line_height;

      texts[i] = tras_text_cache_get (pen->view->texts, lines[i].text,
                                      layout->em * lines[i].size, lines[i].bold,
                                      MIN (layout->em * 26, layout->width * 0.7));
      tras_text_get_size (texts[i], &line_width, &line_height);
      width = MAX (width, line_width);
      height += line_height;
    }
  width += 2 * pad;
  height += pad;

  left = x + layout->em;
  if (left + width > layout->width)
    left = x - layout->em - width;
  left = CLAMP (left, 0, MAX (layout->width - width, 0));
  top = CLAMP (y - height - layout->em * 0.4, 0, MAX (layout->height - height, 0));

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, left + width - radius, top + radius, radius, -G_PI / 2, 0);
  cairo_arc (pen->cr, left + width - radius, top + height - radius, radius, 0, G_PI / 2);
  cairo_arc (pen->cr, left + radius, top + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (pen->cr, left + radius, top + radius, radius, G_PI, G_PI * 1.5);
  cairo_close_path (pen->cr);
  tras_palette_set_source (pen->palette, TRAS_COLOR_BUBBLE, pen->cr);
  cairo_fill (pen->cr);

  tras_palette_set_source (pen->palette, TRAS_COLOR_BUBBLE_TEXT, pen->cr);
  top += pad / 2;
  for (guint i = 0; i < n; i++)
    {
      double line_width, line_height;

      tras_text_get_size (texts[i], &line_width, &line_height);
      tras_text_draw (texts[i], pen->cr,
                      pen->view->mirrored ? left + width - pad - line_width : left + pad, top);
      top += line_height;
      g_object_unref (texts[i]);
    }
}

/* The cursor on one point: all that changes while the pointer moves. */
void
tras_trend_layers_draw_hover (const TrasTrendLayout *layout,
                              const TrasTrendView   *view,
                              const TrasPalette     *palette,
                              cairo_t               *cr,
                              gsize                  index,
                              gboolean               focused)
{
  Pen pen = { layout, view, palette, cr, MAX (layout->em / 12, 0.8) };
  double size = MAX (tras_trend_layout_get_glyph_size (layout, view->data, index),
                     layout->em * 0.5);
  double x, y;

  tras_trend_layout_get_point (layout, view->data, index, &x, &y);

  cairo_save (cr);
  cairo_new_path (cr);
  set_line (&pen, TRAS_COLOR_CURSOR, !focused, 1, NULL, 0);
  cairo_move_to (cr, round (x) + 0.5, layout->plot.y);
  cairo_line_to (cr, round (x) + 0.5, layout->plot.y + layout->plot.height);
  cairo_stroke (cr);

  set_line (&pen, TRAS_COLOR_CURSOR, FALSE, focused ? 2.2 : 1.5, NULL, 0);
  cairo_arc (cr, x, y, size / 2 + layout->em * 0.25, 0, 2 * G_PI);
  cairo_stroke (cr);
  draw_bubble (&pen, index, x, y);
  cairo_restore (cr);
}

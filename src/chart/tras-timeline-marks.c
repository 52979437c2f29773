/* tras-timeline-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-timeline-marks.h"

#define THIN 1.2
#define THICK 2.6

static TrasColorRole
get_role (TrasTimelineState state)
{
  switch (state)
    {
    case TRAS_TIMELINE_LATE:
    case TRAS_TIMELINE_BLOCKED:
      return TRAS_COLOR_WORSE;
    case TRAS_TIMELINE_DONE:
      return TRAS_COLOR_USUAL;
    case TRAS_TIMELINE_DROPPED:
      return TRAS_COLOR_DIM_TEXT;
    case TRAS_TIMELINE_OPEN:
    case TRAS_TIMELINE_N_STATES:
    default:
      return TRAS_COLOR_SERIES;
    }
}

/* ---- bars ---- */

static void
trace (const TrasTimelineBar *bar,
       const TrasRect        *rect,
       cairo_t               *cr)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;
  double radius = MIN (rect->width, rect->height) / 3.5;

  cairo_new_path (cr);
  if (bar->starts_on == TRAS_DAY_NONE)
    {
      cairo_move_to (cr, rect->x + rect->width / 2, rect->y - rect->height * 0.15);
      cairo_line_to (cr, right + rect->height * 0.15, rect->y + rect->height / 2);
      cairo_line_to (cr, rect->x + rect->width / 2, bottom + rect->height * 0.15);
      cairo_line_to (cr, rect->x - rect->height * 0.15, rect->y + rect->height / 2);
      cairo_close_path (cr);
      return;
    }

  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, G_PI * 1.5);
  cairo_close_path (cr);
}

/* Lines `lean` to the right over the height; none of them outside of what the clip leaves. */
static void
hatch (const TrasRect *rect,
       double          step,
       double          lean,
       cairo_t        *cr)
{
  double from, to, ignored;

  cairo_clip_extents (cr, &from, &ignored, &to, &ignored);
  from = MAX (rect->x - lean, rect->x + floor ((from - lean - rect->x) / step) * step);
  to = MIN (rect->x + rect->width, to);
  for (double x = from; x < to; x += step)
    {
      cairo_move_to (cr, x, rect->y + rect->height);
      cairo_rel_line_to (cr, lean, -rect->height);
    }
  cairo_set_line_width (cr, THIN);
  cairo_stroke (cr);
}

/**
 * tras_timeline_marks_draw_bar:
 * @bar: what is drawn
 * @rect: where, from tras_timeline_get_bar_rect()
 * @cr: where to draw
 * @palette: the colours
 * @mirrored: whether time runs from right to left
 *
 * An outline, filled as far as it is done; all of it when it is over. Blocked is striped upright,
 * dropped is dashed, a critical path has a thick rim.
 */
void
tras_timeline_marks_draw_bar (const TrasTimelineBar *bar,
                              const TrasRect        *rect,
                              cairo_t               *cr,
                              const TrasPalette     *palette,
                              gboolean               mirrored)
{
  static const double dashes[] = { 3, 2.5 };
  gboolean dropped = bar->state == TRAS_TIMELINE_DROPPED;
  double part = bar->state == TRAS_TIMELINE_DONE ? 1 : CLAMP (bar->progress, 0, 100) / 100.0;

  cairo_save (cr);
  trace (bar, rect, cr);
  tras_palette_set_source (palette, TRAS_COLOR_BACKGROUND, cr);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  tras_palette_set_source (palette, get_role (bar->state), cr);
  if (bar->state == TRAS_TIMELINE_BLOCKED)
    hatch (rect, rect->height * 0.55, 0, cr);
  if (!dropped && part > 0)
    {
      cairo_rectangle (cr, mirrored ? rect->x + rect->width * (1 - part) : rect->x,
                       rect->y - rect->height, rect->width * part, rect->height * 3);
      cairo_fill (cr);
    }
  cairo_restore (cr);

  trace (bar, rect, cr);
  tras_palette_set_source (palette, bar->critical ? TRAS_COLOR_TEXT : get_role (bar->state), cr);
  cairo_set_line_width (cr, bar->critical ? THICK : THIN);
  cairo_set_dash (cr, dashes, dropped ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * tras_timeline_marks_draw_ghost:
 * @bar: what is drawn
 * @rect: where it was, or where it would be
 * @role: the colour
 * @cr: where to draw
 * @palette: the colours
 */
void
tras_timeline_marks_draw_ghost (const TrasTimelineBar *bar,
                                const TrasRect        *rect,
                                TrasColorRole          role,
                                cairo_t               *cr,
                                const TrasPalette     *palette)
{
  static const double dashes[] = { 2, 2 };

  cairo_save (cr);
  trace (bar, rect, cr);
  tras_palette_set_source (palette, role, cr);
  cairo_set_line_width (cr, THIN);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * tras_timeline_marks_draw_delay:
 * @rect: from the day on which something was due to the present day
 * @cr: where to draw
 * @palette: the colours
 */
void
tras_timeline_marks_draw_delay (const TrasRect    *rect,
                                cairo_t           *cr,
                                const TrasPalette *palette)
{
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  tras_palette_set_source (palette, TRAS_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  tras_palette_set_source (palette, TRAS_COLOR_WORSE, cr);
  hatch (rect, rect->height * 0.6, rect->height * 0.8, cr);
  cairo_restore (cr);
}

/* ---- small marks ---- */

/**
 * tras_timeline_marks_draw_sign:
 * @state: how something stands
 * @x: the middle of the sign
 * @y: likewise
 * @size: its height
 * @cr: where to draw
 * @palette: the colours
 *
 * A tick for what is done, a barred ring for what is blocked, nothing for the rest.
 */
void
tras_timeline_marks_draw_sign (TrasTimelineState  state,
                               double             x,
                               double             y,
                               double             size,
                               cairo_t           *cr,
                               const TrasPalette *palette)
{
  double radius = size / 2;

  tras_palette_set_source (palette, get_role (state), cr);
  cairo_set_line_width (cr, 1.8);
  if (state == TRAS_TIMELINE_DONE)
    {
      cairo_move_to (cr, x - radius * 0.9, y);
      cairo_line_to (cr, x - radius * 0.25, y + radius * 0.65);
      cairo_line_to (cr, x + radius * 0.9, y - radius * 0.75);
      cairo_stroke (cr);
    }
  else if (state == TRAS_TIMELINE_BLOCKED)
    {
      cairo_new_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_move_to (cr, x - radius * 0.5, y);
      cairo_line_to (cr, x + radius * 0.5, y);
      cairo_stroke (cr);
    }
}

/**
 * tras_timeline_marks_draw_first:
 * @x: where something was due before it was moved
 * @y: the middle of the mark
 * @size: its height
 * @cr: where to draw
 * @palette: the colours
 */
void
tras_timeline_marks_draw_first (double             x,
                                double             y,
                                double             size,
                                cairo_t           *cr,
                                const TrasPalette *palette)
{
  cairo_move_to (cr, x, y - size / 2);
  cairo_line_to (cr, x, y + size / 2);
  /* A rim of paper tells it from the filling that it stands in. */
  tras_palette_set_source (palette, TRAS_COLOR_BACKGROUND, cr);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  tras_palette_set_source (palette, TRAS_COLOR_UNUSUAL, cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/**
 * tras_timeline_marks_draw_head:
 * @x: the point of an arrow
 * @y: likewise
 * @size: its height
 * @mirrored: whether it points to the left
 * @cr: where to draw, in its source
 */
void
tras_timeline_marks_draw_head (double    x,
                               double    y,
                               double    size,
                               gboolean  mirrored,
                               cairo_t  *cr)
{
  double back = x + (mirrored ? size : -size);

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, back, y - size / 2);
  cairo_line_to (cr, back, y + size / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/**
 * tras_timeline_marks_set_early:
 * @cr: where an arrow is to be drawn
 * @palette: the colours
 *
 * Sets the line of an arrow to what is to begin too early: dashed, also where there are no colours.
 */
void
tras_timeline_marks_set_early (cairo_t           *cr,
                               const TrasPalette *palette)
{
  static const double dashes[] = { 4, 2 };

  tras_palette_set_source (palette, TRAS_COLOR_WORSE, cr);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
}

/**
 * tras_timeline_marks_draw_dot:
 * @done: whether it is done
 * @x: the middle of the dot
 * @y: likewise
 * @size: its width
 * @cr: where to draw
 * @palette: the colours
 *
 * The end of a bar in the head of a folded lane.
 */
void
tras_timeline_marks_draw_dot (gboolean           done,
                              double             x,
                              double             y,
                              double             size,
                              cairo_t           *cr,
                              const TrasPalette *palette)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, size / 2, 0, 2 * G_PI);
  tras_palette_set_source (palette, done ? TRAS_COLOR_USUAL : TRAS_COLOR_BACKGROUND, cr);
  cairo_fill_preserve (cr);
  tras_palette_set_source (palette, done ? TRAS_COLOR_USUAL : TRAS_COLOR_SERIES, cr);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
}

/* ---- the legend ---- */

/* In heights of the text. */
#define SAMPLE_WIDTH 2.2
#define SAMPLE_GAP 0.5
#define ENTRY_GAP 1.6
#define LINE_HEIGHT 1.7

typedef enum
{
  ENTRY_OPEN,
  ENTRY_LATE,
  ENTRY_BLOCKED,
  ENTRY_DONE,
  ENTRY_DROPPED,
  ENTRY_CRITICAL,
  ENTRY_FIRST,
  ENTRY_WAITS,
  ENTRY_EARLY,
  ENTRY_FOLDED,
  N_ENTRIES,
} Entry;

static const char *const entry_words[] = {
  /* Translators: the legend of a timeline: what each mark stands for */
  [ENTRY_OPEN] = NC_("timeline", "open, filled as far as it is done"),
  [ENTRY_LATE] = NC_("timeline", "late, hatched up to today"),
  [ENTRY_BLOCKED] = NC_("timeline", "blocked"),
  [ENTRY_DONE] = NC_("timeline", "done"),
  [ENTRY_DROPPED] = NC_("timeline", "dropped"),
  [ENTRY_CRITICAL] = NC_("timeline", "critical path"),
  [ENTRY_FIRST] = NC_("timeline", "first due date"),
  [ENTRY_WAITS] = NC_("timeline", "waits for it"),
  [ENTRY_EARLY] = NC_("timeline", "begins too early"),
  [ENTRY_FOLDED] = NC_("timeline", "folded: due, done"),
};

static void
find_entries (const TrasTimeline *timeline,
              gboolean           *found)
{
  static const Entry entries[] = {
    [TRAS_TIMELINE_OPEN] = ENTRY_OPEN,
    [TRAS_TIMELINE_LATE] = ENTRY_LATE,
    [TRAS_TIMELINE_BLOCKED] = ENTRY_BLOCKED,
    [TRAS_TIMELINE_DONE] = ENTRY_DONE,
    [TRAS_TIMELINE_DROPPED] = ENTRY_DROPPED,
  };
  const TrasTimelinePlan *plan = tras_timeline_get_plan (timeline);

  for (guint i = 0; i < plan->n_bars; i++)
    {
      const TrasTimelineBar *bar = &plan->bars[i];

      if (tras_timeline_find_bar (timeline, i) < 0)
        continue;
      found[entries[bar->state]] = TRUE;
      found[ENTRY_CRITICAL] |= bar->critical;
      found[ENTRY_FIRST] |= bar->first_due_on != TRAS_DAY_NONE && bar->first_due_on != bar->due_on;
    }
  for (guint i = 0; i < plan->n_links; i++)
    {
      const TrasTimelineLink *link = &plan->links[i];

      if (tras_timeline_find_bar (timeline, link->from) < 0 ||
          tras_timeline_find_bar (timeline, link->to) < 0)
        continue;
      if (tras_timeline_is_early (plan, link))
        found[ENTRY_EARLY] = TRUE;
      else
        found[ENTRY_WAITS] = TRUE;
    }
  for (guint i = 0; i < plan->n_lanes; i++)
    found[ENTRY_FOLDED] |= tras_timeline_get_n_folded (timeline, i) > 0;
}

static void
draw_sample (Entry              entry,
             const TrasRect    *rect,
             double             em,
             gboolean           mirrored,
             cairo_t           *cr,
             const TrasPalette *palette)
{
  static const TrasTimelineState states[] = {
    [ENTRY_OPEN] = TRAS_TIMELINE_OPEN,       [ENTRY_LATE] = TRAS_TIMELINE_LATE,
    [ENTRY_BLOCKED] = TRAS_TIMELINE_BLOCKED, [ENTRY_DONE] = TRAS_TIMELINE_DONE,
    [ENTRY_DROPPED] = TRAS_TIMELINE_DROPPED, [ENTRY_CRITICAL] = TRAS_TIMELINE_OPEN,
  };
  double middle = rect->y + rect->height / 2, end = mirrored ? rect->x : rect->x + rect->width;
  TrasRect bar = { rect->x, middle - em * 0.35, rect->width, em * 0.7 };

  switch (entry)
    {
    case ENTRY_OPEN:
    case ENTRY_LATE:
    case ENTRY_BLOCKED:
    case ENTRY_DONE:
    case ENTRY_DROPPED:
    case ENTRY_CRITICAL:
      {
        TrasTimelineBar sample = {
          .starts_on = 0, .state = states[entry], .critical = entry == ENTRY_CRITICAL,
          .progress = entry == ENTRY_CRITICAL || entry == ENTRY_BLOCKED ? 0 : 60,
        };
        double sign = entry == ENTRY_BLOCKED || entry == ENTRY_DONE ? em * 0.95 : 0;
        TrasRect delay = bar;

        if (entry == ENTRY_LATE)
          {
            delay.width /= 2;
            bar.width -= delay.width;
            delay.x += mirrored ? 0 : bar.width;
            bar.x += mirrored ? delay.width : 0;
            tras_timeline_marks_draw_delay (&delay, cr, palette);
          }
        bar.width -= sign;
        bar.x += mirrored ? sign : 0;
        tras_timeline_marks_draw_bar (&sample, &bar, cr, palette, mirrored);
        tras_timeline_marks_draw_sign (states[entry], end + (mirrored ? em : -em) * 0.35, middle,
                                       em * 0.7, cr, palette);
      }
      break;
    case ENTRY_FIRST:
      tras_timeline_marks_draw_first (rect->x + rect->width / 2, middle, em, cr, palette);
      break;
    case ENTRY_WAITS:
    case ENTRY_EARLY:
      tras_palette_set_source (palette, TRAS_COLOR_AXIS, cr);
      cairo_set_line_width (cr, THIN);
      if (entry == ENTRY_EARLY)
        tras_timeline_marks_set_early (cr, palette);
      cairo_move_to (cr, rect->x, middle);
      cairo_rel_line_to (cr, rect->width, 0);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      tras_timeline_marks_draw_head (end, middle, em * 0.6, mirrored, cr);
      break;
    case ENTRY_FOLDED:
      tras_palette_set_source (palette, TRAS_COLOR_AXIS, cr);
      cairo_set_line_width (cr, THIN);
      cairo_move_to (cr, rect->x, middle);
      cairo_rel_line_to (cr, rect->width, 0);
      cairo_stroke (cr);
      for (guint done = 0; done < 2; done++)
        tras_timeline_marks_draw_dot (done == 1,
                                      rect->x + rect->width * ((done == 1) != mirrored ? 0.7 : 0.3),
                                      middle, em * 0.5, cr, palette);
      break;
    case N_ENTRIES:
    default:
      break;
    }
}

/**
 * tras_timeline_marks_draw_legend:
 * @timeline: a timeline
 * @rect: the paper; its height does not matter
 * @text_size: the height of the text in user units
 * @mirrored: whether it is read from right to left
 * @texts: laid-out texts
 * @cr: (nullable): where to draw; %NULL to measure alone
 * @palette: (nullable): the colours; %NULL to measure alone
 *
 * Says what the marks stand for that the timeline has, in as many lines as that takes.
 *
 * Returns: the height of the legend
 */
double
tras_timeline_marks_draw_legend (const TrasTimeline *timeline,
                                 const TrasRect     *rect,
                                 double              text_size,
                                 gboolean            mirrored,
                                 TrasTextCache      *texts,
                                 cairo_t            *cr,
                                 const TrasPalette  *palette)
{
  gboolean found[N_ENTRIES] = { FALSE };
  double em = text_size, along = 0, down = 0;

  g_return_val_if_fail (timeline != NULL && rect != NULL && texts != NULL, 0);

  find_entries (timeline, found);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      double width, height, sample_x;

      if (!found[i])
        continue;
      layout = tras_text_cache_get (texts, g_dpgettext2 (GETTEXT_PACKAGE, "timeline",
                                                         entry_words[i]),
                                    em * 0.85, FALSE,
                                    MAX (rect->width - (SAMPLE_WIDTH + SAMPLE_GAP) * em, em));
      tras_text_get_size (layout, &width, &height);
      width += (SAMPLE_WIDTH + SAMPLE_GAP) * em;
      if (along > 0 && along + width > rect->width)
        {
          along = 0;
          down += LINE_HEIGHT * em;
        }
      sample_x = mirrored ? rect->x + rect->width - along - SAMPLE_WIDTH * em : rect->x + along;
      if (cr != NULL)
        {
          TrasRect sample = { sample_x, rect->y + down, SAMPLE_WIDTH * em, LINE_HEIGHT * em };

          draw_sample (i, &sample, em, mirrored, cr, palette);
          tras_palette_set_source (palette, TRAS_COLOR_DIM_TEXT, cr);
          tras_text_draw (layout, cr,
                          mirrored ? rect->x + rect->width - along - width
                                   : sample_x + (SAMPLE_WIDTH + SAMPLE_GAP) * em,
                          rect->y + down + (LINE_HEIGHT * em - height) / 2);
        }
      along += width + ENTRY_GAP * em;
    }

  return along > 0 ? down + LINE_HEIGHT * em : 0;
}

/* tras-timeline-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-ticks.h"
#include "tras-timeline-draw.h"
#include "tras-timeline-marks.h"

/* In heights of the text. */
#define PAD 0.6
#define TEXT_TOP 0.16
#define TITLE_SIZE 0.95
#define NOTE_SIZE 0.82
#define CALENDAR_SIZE 0.85
#define WIDEST_TITLE 30
#define NOTE_GAP 0.7
#define TRIANGLE 0.55
#define SIGN_SIZE 0.7
#define ELBOW 0.5
#define HEAD_SIZE 0.5
#define LEAST_TICK 3.0

typedef struct
{
  const TrasTimeline *timeline;
  const TrasTimelinePlan *plan;
  const TrasTimelineSight *sight;
  const TrasTimelineCursor *cursor;
  cairo_t *cr;
  const TrasPalette *palette;
  const TrasChartFormat *format;
  TrasTextCache *texts;
  double em;
  double top;
  double bottom;
  guint first_row;
  guint last_row;
} Pen;

/* ---- along the reading direction ---- */

/* How far a place lies from the edge where reading begins. */
static double
get_along (const Pen *pen,
           double     x)
{
  const TrasRect *rect = &pen->sight->rect;

  return pen->sight->mirrored ? rect->x + rect->width - x : x - rect->x;
}

/* The left edge of what is `width` wide and begins `along`. */
static double
get_left (const Pen *pen,
          double     along,
          double     width)
{
  const TrasRect *rect = &pen->sight->rect;

  return pen->sight->mirrored ? rect->x + rect->width - along - width : rect->x + along;
}

static double
get_end (const Pen      *pen,
         const TrasRect *bar)
{
  return pen->sight->mirrored ? bar->x : bar->x + bar->width;
}

static double
forward (const Pen *pen)
{
  return pen->sight->mirrored ? -1 : 1;
}

static PangoLayout *
get_text (const Pen  *pen,
          const char *text,
          double      size,
          gboolean    bold,
          double      most,
          double     *width,
          double     *height)
{
  PangoLayout *layout = tras_text_cache_get (pen->texts, text, size * pen->em, bold, most);

  tras_text_get_size (layout, width, height);

  return layout;
}

static void
set_color (const Pen     *pen,
           TrasColorRole  role)
{
  tras_palette_set_source (pen->palette, role, pen->cr);
}

static void
fill_rect (const Pen     *pen,
           TrasColorRole  role,
           double         x,
           double         y,
           double         width,
           double         height)
{
  set_color (pen, role);
  cairo_rectangle (pen->cr, x, y, width, height);
  cairo_fill (pen->cr);
}

static void
stroke_down (const Pen     *pen,
             TrasColorRole  role,
             double         width,
             double         x,
             double         from,
             double         to)
{
  set_color (pen, role);
  cairo_set_line_width (pen->cr, width);
  cairo_move_to (pen->cr, floor (x) + 0.5, from);
  cairo_line_to (pen->cr, floor (x) + 0.5, to);
  cairo_stroke (pen->cr);
}

/* ---- the calendar ---- */

static TrasDay
get_edge (const Pen *pen,
          double     along)
{
  double day = pen->sight->first + along / pen->sight->day_width;

  return (TrasDay) CLAMP (floor (day), TRAS_DAY_MIN, TRAS_DAY_MAX);
}

static TrasDayTicks *
get_ticks (const Pen *pen)
{
  return tras_day_ticks_new (get_edge (pen, 0), get_edge (pen, pen->sight->rect.width),
                             pen->sight->rect.width, LEAST_TICK * pen->em, TRAS_EVERY_DAY,
                             pen->format);
}

static void
draw_grid (const Pen          *pen,
           const TrasDayTicks *ticks)
{
  const GArray *lines = ticks->minor->len > 0 ? ticks->minor : ticks->major;

  for (guint i = 0; i < lines->len; i++)
    {
      double day = g_array_index (lines, TrasDayTick, i).day;

      stroke_down (pen, TRAS_COLOR_GRID, 1, tras_timeline_get_x (pen->sight, day), pen->top,
                   pen->bottom);
    }
}

/* Each label stands over what it names, from its tick to the next, and stays in sight while that
 * is: the first one at the edge. */
static void
draw_labels (const Pen    *pen,
             const GArray *row,
             gboolean      bold,
             double        y,
             double        free_from,
             double        free_to)
{
  double gap = PAD / 2 * pen->em;

  for (guint i = 0; i < row->len; i++)
    {
      const TrasDayTick *tick = &g_array_index (row, TrasDayTick, i);
      double from = get_along (pen, tras_timeline_get_x (pen->sight, tick->day));
      double to = pen->sight->rect.width;
      double width, height;
      g_autoptr (PangoLayout) layout = get_text (pen, tick->label, CALENDAR_SIZE, bold, 0, &width,
                                                 &height);

      if (i + 1 < row->len)
        to = get_along (pen, tras_timeline_get_x (pen->sight, tick[1].day));
      from = MAX (from, 0) + gap;
      if (from + width > to || (from < free_to && from + width > free_from))
        continue;
      set_color (pen, bold ? TRAS_COLOR_TEXT : TRAS_COLOR_DIM_TEXT);
      tras_text_draw (layout, pen->cr, get_left (pen, from, width), y);
    }
}

/* The present day's name on its line; its place along the row is kept free of other labels. */
static void
draw_today_label (const Pen *pen,
                  double     y,
                  double    *from,
                  double    *to)
{
  double x = get_along (pen, tras_timeline_get_x (pen->sight, pen->plan->today + 0.5));
  double pad = PAD * 0.7 * pen->em, width, height, along;
  /* Translators: the label of the line of the present day on a timeline */
  g_autoptr (PangoLayout) layout = get_text (pen, C_("timeline", "Today"), CALENDAR_SIZE, TRUE, 0,
                                             &width, &height);
  TrasRect box;

  *from = *to = 0;
  if (x < 0 || x > pen->sight->rect.width)
    return;

  along = CLAMP (x - width / 2 - pad, 0, MAX (pen->sight->rect.width - width - 2 * pad, 0));
  box = (TrasRect) { get_left (pen, along, width + 2 * pad), y - pen->em * 0.08, width + 2 * pad,
                     height + pen->em * 0.16 };
  set_color (pen, TRAS_COLOR_TARGET);
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, box.x + box.width - pad * 0.7, box.y + pad * 0.7, pad * 0.7, -G_PI / 2, 0);
  cairo_arc (pen->cr, box.x + box.width - pad * 0.7, box.y + box.height - pad * 0.7, pad * 0.7, 0,
             G_PI / 2);
  cairo_arc (pen->cr, box.x + pad * 0.7, box.y + box.height - pad * 0.7, pad * 0.7, G_PI / 2,
             G_PI);
  cairo_arc (pen->cr, box.x + pad * 0.7, box.y + pad * 0.7, pad * 0.7, G_PI, G_PI * 1.5);
  cairo_close_path (pen->cr);
  cairo_fill (pen->cr);
  set_color (pen, TRAS_COLOR_BACKGROUND);
  tras_text_draw (layout, pen->cr, box.x + pad, y);
  *from = along - pad;
  *to = along + box.width + pad;
}

static void
draw_calendar (const Pen          *pen,
               const TrasDayTicks *ticks)
{
  const TrasRect *rect = &pen->sight->rect;
  double upper = rect->y + pen->em * 0.2, lower = rect->y + pen->em * 1.6;
  double from, to;

  fill_rect (pen, TRAS_COLOR_BACKGROUND, rect->x, rect->y, rect->width, pen->top - rect->y);
  for (guint i = 0; i < ticks->major->len; i++)
    {
      double day = g_array_index (ticks->major, TrasDayTick, i).day;

      if (day >= pen->sight->first)
        stroke_down (pen, TRAS_COLOR_AXIS, 1, tras_timeline_get_x (pen->sight, day), rect->y,
                     lower);
    }
  draw_today_label (pen, lower, &from, &to);
  draw_labels (pen, ticks->major, TRUE, upper, 0, 0);
  draw_labels (pen, ticks->minor, FALSE, lower, from, to);
  fill_rect (pen, TRAS_COLOR_AXIS, rect->x, floor (pen->top) - 1, rect->width, 1);
}

/* ---- the heads of lanes ---- */

static void
draw_triangle (const Pen *pen,
               gboolean   unfolded,
               double     x,
               double     y)
{
  double half = TRIANGLE * pen->em / 2;

  cairo_new_path (pen->cr);
  if (unfolded)
    {
      cairo_move_to (pen->cr, x - half, y - half * 0.6);
      cairo_line_to (pen->cr, x + half, y - half * 0.6);
      cairo_line_to (pen->cr, x, y + half * 0.8);
    }
  else
    {
      cairo_move_to (pen->cr, x - forward (pen) * half * 0.6, y - half);
      cairo_line_to (pen->cr, x + forward (pen) * half * 0.8, y);
      cairo_line_to (pen->cr, x - forward (pen) * half * 0.6, y + half);
    }
  cairo_close_path (pen->cr);
  cairo_fill (pen->cr);
}

static char *
dup_count (const Pen *pen,
           guint      lane)
{
  guint first, n = tras_timeline_get_n_bars (pen->timeline, lane, &first);
  guint n_folded = tras_timeline_get_n_folded (pen->timeline, lane);

  if (n_folded > 0 && n_folded < n)
    /* Translators: behind the name of a folded lane, some of whose actions are shown */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_folded),
                            n_folded);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u action", "%u actions", n), n);
}

/* The bars that have no row as a line from the first to the last, with a dot for the end of each;
 * no two dots in one place. */
static void
draw_folded (const Pen *pen,
             guint      lane,
             double     y)
{
  guint first, n = tras_timeline_get_n_bars (pen->timeline, lane, &first);
  double size = pen->em * 0.5, from = G_MAXDOUBLE, to = -G_MAXDOUBLE;
  guint n_places = (guint) (pen->sight->rect.width / size) + 1;
  g_autofree guint8 *taken = g_new0 (guint8, n_places);

  for (guint i = first; i < first + n; i++)
    {
      const TrasTimelineBar *bar = &pen->plan->bars[i];

      if (tras_timeline_find_bar (pen->timeline, i) >= 0)
        continue;
      from = MIN (from, bar->starts_on != TRAS_DAY_NONE ? bar->starts_on : bar->due_on);
      to = MAX (to, bar->due_on + 1);
    }
  from = CLAMP (get_along (pen, tras_timeline_get_x (pen->sight, from)), 0,
                pen->sight->rect.width);
  to = CLAMP (get_along (pen, tras_timeline_get_x (pen->sight, to)), 0, pen->sight->rect.width);
  fill_rect (pen, TRAS_COLOR_AXIS, get_left (pen, from, to - from), y - 1, to - from, 2);

  for (guint i = first; i < first + n; i++)
    {
      const TrasTimelineBar *bar = &pen->plan->bars[i];
      gboolean done = bar->state == TRAS_TIMELINE_DONE;
      double x = tras_timeline_get_x (pen->sight, bar->due_on + 0.5);
      double along = get_along (pen, x);
      guint8 mark = done ? 1 : 2;

      if (along < 0 || along > pen->sight->rect.width || bar->state == TRAS_TIMELINE_DROPPED ||
          tras_timeline_find_bar (pen->timeline, i) >= 0 ||
          (taken[(guint) (along / size)] & mark) != 0)
        continue;
      taken[(guint) (along / size)] |= mark;
      tras_timeline_marks_draw_dot (done, x, y, size, pen->cr, pen->palette);
    }
}

/* Under the lines that go through all rows. */
static void
draw_bands (const Pen *pen,
            guint      end)
{
  for (guint i = pen->first_row; i < end; i++)
    {
      TrasRect rect;

      if (tras_timeline_get_row (pen->timeline, i)->bar >= 0 && (int) i != pen->cursor->row)
        continue;
      rect = tras_timeline_get_row_rect (pen->timeline, pen->sight, i);
      fill_rect (pen, TRAS_COLOR_BAND, rect.x, rect.y, rect.width, rect.height);
      fill_rect (pen, TRAS_COLOR_GRID, rect.x, floor (rect.y), rect.width, 1);
    }
}

static void
draw_head (const Pen *pen,
           guint      row)
{
  const TrasTimelineRow *found = tras_timeline_get_row (pen->timeline, row);
  const TrasTimelineLane *lane = &pen->plan->lanes[found->lane];
  TrasRect rect = tras_timeline_get_row_rect (pen->timeline, pen->sight, row);
  double pad = PAD * pen->em, width, height, y, all;
  double indent = pad + TRIANGLE * pen->em + pad;
  g_autofree char *count = dup_count (pen, found->lane);
  double count_width, count_height;
  g_autoptr (PangoLayout) note = get_text (pen, count, NOTE_SIZE, FALSE, 0, &count_width,
                                           &count_height);
  g_autoptr (PangoLayout) title = get_text (pen, lane->title, TITLE_SIZE, TRUE,
                                            MAX (rect.width - indent - count_width -
                                                   NOTE_GAP * pen->em - pad, pen->em),
                                            &width, &height);

  y = rect.y + pen->em * 0.33;
  all = indent - pad + width + NOTE_GAP * pen->em + count_width;
  fill_rect (pen, TRAS_COLOR_BAND, get_left (pen, pad, all), y, all, height);
  set_color (pen, TRAS_COLOR_TEXT);
  draw_triangle (pen, tras_timeline_get_n_folded (pen->timeline, found->lane) == 0,
                 get_left (pen, pad + TRIANGLE * pen->em / 2, 0), y + height / 2);
  tras_text_draw (title, pen->cr, get_left (pen, indent, width), y);
  set_color (pen, TRAS_COLOR_DIM_TEXT);
  tras_text_draw (note, pen->cr,
                  get_left (pen, indent + width + NOTE_GAP * pen->em, count_width),
                  y + (height - count_height) * 0.7);
  if (tras_timeline_get_n_folded (pen->timeline, found->lane) > 0)
    draw_folded (pen, found->lane, floor (rect.y + rect.height - pen->em * 0.55));
}

/* ---- bars ---- */

static void
get_shifts (const Pen *pen,
            int        bar,
            int       *start_shift,
            int       *due_shift)
{
  *start_shift = *due_shift = 0;
  if (bar != pen->cursor->moved)
    return;

  *start_shift = pen->cursor->start_shift;
  *due_shift = pen->cursor->due_shift;
}

/* By how many days a bar would have to follow the one that is moved. */
static int
get_follow (const Pen *pen,
            int        bar)
{
  return pen->cursor->shifts != NULL && bar != pen->cursor->moved ? pen->cursor->shifts[bar] : 0;
}

static TrasRect
get_bar (const Pen *pen,
         guint      row)
{
  int start_shift, due_shift;

  get_shifts (pen, tras_timeline_get_row (pen->timeline, row)->bar, &start_shift, &due_shift);

  return tras_timeline_get_bar_rect (pen->timeline, pen->sight, row, start_shift, due_shift);
}

/* From the day on which it was due to the present day. */
static gboolean
get_delay (const Pen             *pen,
           const TrasTimelineBar *bar,
           int                    due_shift,
           const TrasRect        *rect,
           TrasRect              *delay)
{
  double today = tras_timeline_get_x (pen->sight, pen->plan->today + 0.5);
  double end = get_end (pen, rect);

  if ((bar->state != TRAS_TIMELINE_LATE && bar->state != TRAS_TIMELINE_BLOCKED) ||
      bar->due_on + due_shift >= pen->plan->today || (today - end) * forward (pen) <= 0)
    return FALSE;

  *delay = (TrasRect) { MIN (end, today), rect->y + rect->height * 0.15, fabs (today - end),
                        rect->height * 0.7 };

  return TRUE;
}

static void
draw_first_due (const Pen             *pen,
                const TrasTimelineBar *bar,
                const TrasRect        *rect)
{
  static const double dots[] = { 1.5, 2.5 };
  double x, end = get_end (pen, rect), middle = rect->y + rect->height / 2;

  if (bar->first_due_on == TRAS_DAY_NONE || bar->first_due_on == bar->due_on)
    return;

  x = tras_timeline_get_x (pen->sight, bar->first_due_on + 1);
  if ((x - end) * forward (pen) > 0)
    {
      set_color (pen, TRAS_COLOR_UNUSUAL);
      cairo_set_line_width (pen->cr, 1.2);
      cairo_set_dash (pen->cr, dots, G_N_ELEMENTS (dots), 0);
      cairo_move_to (pen->cr, end, middle);
      cairo_line_to (pen->cr, x, middle);
      cairo_stroke (pen->cr);
      cairo_set_dash (pen->cr, NULL, 0, 0);
    }
  tras_timeline_marks_draw_first (x, middle, rect->height * 1.35, pen->cr, pen->palette);
}

/* Words in a bubble behind the end of a bar, or at the edge where there is no room. */
static void
draw_bubble (const Pen      *pen,
             const char     *words,
             const TrasRect *bar,
             TrasColorRole   ink,
             TrasColorRole   paper)
{
  double pad = PAD * 0.7 * pen->em, width, height, along;
  g_autoptr (PangoLayout) layout = get_text (pen, words, NOTE_SIZE, TRUE, 0, &width, &height);
  double x, y = bar->y + (bar->height - height) / 2;

  along = get_along (pen, get_end (pen, bar)) + pen->em * 0.8;
  along = CLAMP (along, 0, MAX (pen->sight->rect.width - width - 2 * pad, 0));
  x = get_left (pen, along, width + 2 * pad);
  fill_rect (pen, paper, x, y - pen->em * 0.1, width + 2 * pad, height + pen->em * 0.2);
  set_color (pen, ink);
  tras_text_draw (layout, pen->cr, x + pad, y);
}

static char *
dup_days (int days)
{
  /* Translators: by how many days something is moved, with its sign: "+4 days" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%+d day", "%+d days",
                                       (gulong) ABS (days)), days);
}

/* Where a bar that is moved would be due, and by how much that is later. */
static void
draw_preview (const Pen             *pen,
              const TrasTimelineBar *bar,
              const TrasRect        *rect)
{
  g_autofree char *day = tras_chart_format_date (pen->format,
                                                 bar->due_on + pen->cursor->due_shift,
                                                 TRAS_DATE_FORM_FULL);
  g_autofree char *days = dup_days (pen->cursor->due_shift);
  g_autofree char *words = g_strdup_printf ("%s  %s", day, days);

  draw_bubble (pen, words, rect, TRAS_COLOR_BUBBLE_TEXT, TRAS_COLOR_BUBBLE);
}

static void
draw_bar (const Pen *pen,
          guint      row)
{
  int index = tras_timeline_get_row (pen->timeline, row)->bar;
  const TrasTimelineBar *bar = &pen->plan->bars[index];
  TrasRect rect = get_bar (pen, row);
  double sign = get_end (pen, &rect);
  int start_shift, due_shift, follow = get_follow (pen, index);
  TrasRect delay;

  get_shifts (pen, index, &start_shift, &due_shift);
  if (start_shift != 0 || due_shift != 0)
    {
      TrasRect before = tras_timeline_get_bar_rect (pen->timeline, pen->sight, row, 0, 0);

      tras_timeline_marks_draw_ghost (bar, &before, TRAS_COLOR_DIM_TEXT, pen->cr, pen->palette);
    }
  if (get_delay (pen, bar, due_shift, &rect, &delay))
    {
      tras_timeline_marks_draw_delay (&delay, pen->cr, pen->palette);
      sign = get_end (pen, &delay);
    }
  tras_timeline_marks_draw_bar (bar, &rect, pen->cr, pen->palette, pen->sight->mirrored);
  draw_first_due (pen, bar, &rect);
  tras_timeline_marks_draw_sign (bar->state, sign + forward (pen) * SIGN_SIZE * 0.85 * pen->em,
                                 rect.y + rect.height / 2, SIGN_SIZE * pen->em, pen->cr,
                                 pen->palette);
  if (follow > 0)
    {
      TrasRect then = tras_timeline_get_bar_rect (pen->timeline, pen->sight, row, follow, follow);
      g_autofree char *days = dup_days (follow);

      tras_timeline_marks_draw_ghost (bar, &then, TRAS_COLOR_TARGET, pen->cr, pen->palette);
      draw_bubble (pen, days, &then, TRAS_COLOR_TARGET, TRAS_COLOR_BACKGROUND);
    }
  if (index == pen->cursor->moved)
    draw_preview (pen, bar, &rect);
}

/* Where a bar lies out of sight: -1 before what is seen, 1 behind it. */
static int
get_side (const Pen      *pen,
          const TrasRect *bar)
{
  double from = get_along (pen, pen->sight->mirrored ? bar->x + bar->width : bar->x);

  if (from + bar->width <= 0)
    return -1;

  return from >= pen->sight->rect.width ? 1 : 0;
}

/* The title stands over the beginning of its bar, and stays in sight: where the bar does not, an
 * arrow says on which side it is. */
static void
draw_title (const Pen *pen,
            guint      row)
{
  int index = tras_timeline_get_row (pen->timeline, row)->bar;
  const TrasTimelineBar *bar = &pen->plan->bars[index];
  TrasRect rect = tras_timeline_get_row_rect (pen->timeline, pen->sight, row);
  TrasRect place = get_bar (pen, row);
  gboolean under_cursor = (int) row == pen->cursor->row;
  int side = get_side (pen, &place);
  double pad = PAD * pen->em, room = rect.width - 2 * pad;
  double arrow = side != 0 ? pen->em : 0;
  double width, height, note_width = 0, note_height = 0, all, along, x;
  double y = rect.y + TEXT_TOP * pen->em;
  g_autoptr (PangoLayout) title = get_text (pen, bar->title, TITLE_SIZE, under_cursor,
                                            MIN (WIDEST_TITLE * pen->em, MAX (room - arrow, 1)),
                                            &width, &height);
  g_autoptr (PangoLayout) note = NULL;

  if (bar->note != NULL)
    {
      note = get_text (pen, bar->note, NOTE_SIZE, FALSE, 0, &note_width, &note_height);
      note_width += NOTE_GAP * pen->em;
      if (arrow + width + note_width > room)
        {
          g_clear_object (&note);
          note_width = 0;
        }
    }
  all = arrow + width + note_width;
  along = get_along (pen, pen->sight->mirrored ? place.x + place.width : place.x);
  along = CLAMP (along, pad, MAX (pad, rect.width - pad - all));

  /* What lies under it, a line of the grid or an arrow, would make it hard to read. */
  x = get_left (pen, along, all);
  fill_rect (pen, under_cursor ? TRAS_COLOR_BAND : TRAS_COLOR_BACKGROUND, x - 2, y, all + 4,
             height);
  if (side != 0)
    {
      gboolean points_left = (side < 0) != pen->sight->mirrored;
      double point = get_left (pen, side < 0 ? along : along + all, 0);

      set_color (pen, TRAS_COLOR_DIM_TEXT);
      tras_timeline_marks_draw_head (point, y + height / 2, HEAD_SIZE * pen->em, points_left,
                                     pen->cr);
    }
  if (side < 0)
    along += arrow;
  set_color (pen, side != 0 || bar->state == TRAS_TIMELINE_DONE ||
                    bar->state == TRAS_TIMELINE_DROPPED ? TRAS_COLOR_DIM_TEXT : TRAS_COLOR_TEXT);
  tras_text_draw (title, pen->cr, get_left (pen, along, width), y);
  if (note == NULL)
    return;

  set_color (pen, side == 0 && (bar->state == TRAS_TIMELINE_LATE ||
                                bar->state == TRAS_TIMELINE_BLOCKED) ? TRAS_COLOR_WORSE
                                                                     : TRAS_COLOR_DIM_TEXT);
  tras_text_draw (note, pen->cr,
                  get_left (pen, along + width + NOTE_GAP * pen->em,
                            note_width - NOTE_GAP * pen->em),
                  y + (height - note_height) * 0.7);
}

/* ---- what waits for what ---- */

static gboolean
is_in_sight (const Pen *pen,
             int        row)
{
  return row >= (int) pen->first_row && row <= (int) pen->last_row;
}

/* An arrow leaves the end of what is waited for and comes to the beginning of what waits; where
 * there is no way straight down between the two, it turns back beside the row that it goes to.
 * One that only passes by would say nothing. */
static void
draw_link (const Pen              *pen,
           const TrasTimelineLink *link)
{
  const TrasTimelineBar *from = &pen->plan->bars[link->from];
  const TrasTimelineBar *to = &pen->plan->bars[link->to];
  int from_row = tras_timeline_find_bar (pen->timeline, link->from);
  int to_row = tras_timeline_find_bar (pen->timeline, link->to);
  gboolean critical = from->critical && to->critical;
  gboolean early = tras_timeline_is_early (pen->plan, link);
  double step = forward (pen) * ELBOW * pen->em;
  double start, start_y, end, end_y, between;
  TrasRect bar;

  if (from_row < 0 || to_row < 0 || (!is_in_sight (pen, from_row) && !is_in_sight (pen, to_row)))
    return;

  bar = get_bar (pen, (guint) from_row);
  start = get_end (pen, &bar);
  start_y = floor (bar.y + bar.height / 2) + 0.5;
  bar = get_bar (pen, (guint) to_row);
  end = pen->sight->mirrored ? bar.x + bar.width : bar.x;
  end_y = floor (bar.y + bar.height / 2) + 0.5;
  if (MAX (get_along (pen, start), get_along (pen, end)) < -pen->em ||
      MIN (get_along (pen, start), get_along (pen, end)) > pen->sight->rect.width + pen->em)
    return;

  set_color (pen, critical ? TRAS_COLOR_TEXT : TRAS_COLOR_AXIS);
  cairo_set_line_width (pen->cr, critical ? 2 : 1.2);
  if (early)
    tras_timeline_marks_set_early (pen->cr, pen->palette);
  cairo_move_to (pen->cr, start, start_y);
  if ((end - start) * forward (pen) >= 2.4 * ELBOW * pen->em)
    cairo_line_to (pen->cr, start + step, start_y);
  else
    {
      const TrasTimelineRow *row = tras_timeline_get_row (pen->timeline, (guint) to_row);

      between = tras_timeline_get_top (pen->sight) + row->top * pen->em - pen->sight->scroll;
      if (to_row < from_row)
        between += row->height * pen->em;
      between = floor (between) + 0.5;
      cairo_line_to (pen->cr, start + step, start_y);
      cairo_line_to (pen->cr, start + step, between);
      cairo_line_to (pen->cr, end - 2 * step, between);
      start = end - 3 * step;
    }
  cairo_line_to (pen->cr, start + step, end_y);
  cairo_line_to (pen->cr, end - forward (pen) * HEAD_SIZE * pen->em / 2, end_y);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
  tras_timeline_marks_draw_head (end, end_y, HEAD_SIZE * pen->em, pen->sight->mirrored, pen->cr);
}

/* ---- all ---- */

static void
draw_focus (const Pen *pen)
{
  TrasRect rect;

  if (!pen->cursor->focused || !is_in_sight (pen, pen->cursor->row))
    return;

  rect = tras_timeline_get_row_rect (pen->timeline, pen->sight, (guint) pen->cursor->row);
  set_color (pen, TRAS_COLOR_BETTER);
  cairo_set_line_width (pen->cr, 2);
  cairo_rectangle (pen->cr, rect.x + 1, floor (rect.y) + 1, rect.width - 2,
                   floor (rect.height) - 2);
  cairo_stroke (pen->cr);
}

/**
 * tras_timeline_draw:
 * @self: a timeline
 * @sight: which part of it is seen
 * @cursor: what is done with it
 * @cr: where to draw
 * @palette: the colours
 * @format: how days are written
 * @texts: laid-out texts
 *
 * Draws the rows that are seen, and the calendar over them.
 */
void
tras_timeline_draw (const TrasTimeline       *self,
                    const TrasTimelineSight  *sight,
                    const TrasTimelineCursor *cursor,
                    cairo_t                  *cr,
                    const TrasPalette        *palette,
                    const TrasChartFormat    *format,
                    TrasTextCache            *texts)
{
  const TrasRect *rect = &sight->rect;
  g_autoptr (TrasDayTicks) ticks = NULL;
  Pen pen = { self, tras_timeline_get_plan (self), sight, cursor, cr, palette, format, texts,
              sight->text_size, tras_timeline_get_top (sight), rect->y + rect->height, 0, 0 };
  guint end;

  if (pen.bottom <= pen.top || rect->width < 4 * pen.em)
    return;

  pen.first_row = tras_timeline_find_row (self, sight->scroll / pen.em);
  end = tras_timeline_find_row (self, (sight->scroll + pen.bottom - pen.top) / pen.em);
  pen.last_row = end;
  end = MIN (end + 1, tras_timeline_get_n_rows (self));
  ticks = get_ticks (&pen);

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  fill_rect (&pen, TRAS_COLOR_BACKGROUND, rect->x, rect->y, rect->width, rect->height);
  draw_bands (&pen, end);
  draw_grid (&pen, ticks);
  for (guint i = 0; i < pen.plan->n_links; i++)
    draw_link (&pen, &pen.plan->links[i]);
  stroke_down (&pen, TRAS_COLOR_TARGET, 2,
               tras_timeline_get_x (sight, pen.plan->today + 0.5), pen.top, pen.bottom);
  for (guint i = pen.first_row; i < end; i++)
    {
      if (tras_timeline_get_row (self, i)->bar < 0)
        {
          draw_head (&pen, i);
          continue;
        }
      draw_title (&pen, i);
      draw_bar (&pen, i);
    }
  draw_focus (&pen);
  draw_calendar (&pen, ticks);
  cairo_restore (cr);
}

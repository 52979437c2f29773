/* tras-timeline.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-timeline.h"

/* In heights of the text. A folded head has its bars as a line of dots under its title. */
#define CALENDAR_HEIGHT 3.0
#define HEAD_HEIGHT 2.0
#define FOLDED_HEIGHT 2.7
#define ROW_HEIGHT 2.5
#define BAR_TOP 1.5
#define BAR_HEIGHT 0.7
#define LEAST_BAR 0.35

/* How far from a bar's end a hand still takes hold of it, and how far from a bar of it. */
#define END_REACH 0.45
#define BAR_REACH 0.3

/* What is seen of the calendar before the first day and behind the last. */
#define MARGIN_DAYS 14

struct _TrasTimeline
{
  TrasTimelinePlan plan;
  GArray *rows;
  int *rows_of_bars;
  guint *rows_of_lanes;
  guint *first_bars;
  guint *n_folded;
};

/* ---- rows ---- */

static gboolean
stands_out (const TrasTimelineBar *bar)
{
  return bar->state == TRAS_TIMELINE_LATE || bar->state == TRAS_TIMELINE_BLOCKED;
}

static void
add_row (TrasTimeline *self,
         guint         lane,
         int           bar,
         double        height)
{
  TrasTimelineRow row = { lane, bar, tras_timeline_get_height (self), height };

  g_array_append_val (self->rows, row);
}

static void
add_lane (TrasTimeline *self,
          guint         lane)
{
  const TrasTimelineBar *bars = self->plan.bars;
  gboolean unfolded = self->plan.lanes[lane].unfolded;
  guint end = self->first_bars[lane + 1];

  for (guint i = self->first_bars[lane]; i < end && !unfolded; i++)
    self->n_folded[lane] += !stands_out (&bars[i]);
  self->rows_of_lanes[lane] = self->rows->len;
  add_row (self, lane, -1, self->n_folded[lane] > 0 ? FOLDED_HEIGHT : HEAD_HEIGHT);
  for (guint i = self->first_bars[lane]; i < end; i++)
    {
      gboolean shown = unfolded || stands_out (&bars[i]);

      self->rows_of_bars[i] = shown ? (int) self->rows->len : -1;
      if (shown)
        add_row (self, lane, (int) i, ROW_HEIGHT);
    }
}

/**
 * tras_timeline_new:
 * @plan: what is shown; its arrays must outlive the timeline
 *
 * Returns: (transfer full): the rows that show it: the head of each lane, and under it its bars,
 *   one a row. A folded lane has only those that are late or blocked
 */
TrasTimeline *
tras_timeline_new (const TrasTimelinePlan *plan)
{
  TrasTimeline *self = g_new0 (TrasTimeline, 1);

  g_return_val_if_fail (plan != NULL, self);

  self->plan = *plan;
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (TrasTimelineRow),
                                  plan->n_bars + plan->n_lanes);
  self->rows_of_bars = g_new (int, MAX (plan->n_bars, 1));
  self->rows_of_lanes = g_new0 (guint, plan->n_lanes + 1);
  self->first_bars = g_new0 (guint, plan->n_lanes + 1);
  self->n_folded = g_new0 (guint, plan->n_lanes + 1);
  for (guint i = 0; i < plan->n_bars; i++)
    self->first_bars[plan->bars[i].lane + 1] = i + 1;
  /* A lane without bars begins and ends where the one before it ends. */
  for (guint i = 0; i < plan->n_lanes; i++)
    self->first_bars[i + 1] = MAX (self->first_bars[i + 1], self->first_bars[i]);
  for (guint i = 0; i < plan->n_lanes; i++)
    add_lane (self, i);

  return self;
}

/**
 * tras_timeline_free:
 * @self: (transfer full): a timeline
 */
void
tras_timeline_free (TrasTimeline *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self->rows_of_bars);
  g_free (self->rows_of_lanes);
  g_free (self->first_bars);
  g_free (self->n_folded);
  g_free (self);
}

/**
 * tras_timeline_get_plan:
 * @self: a timeline
 *
 * Returns: (transfer none): what it shows
 */
const TrasTimelinePlan *
tras_timeline_get_plan (const TrasTimeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->plan;
}

guint
tras_timeline_get_n_rows (const TrasTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * tras_timeline_get_row:
 * @self: a timeline
 * @row: from 0
 *
 * Returns: (transfer none): one of its rows
 */
const TrasTimelineRow *
tras_timeline_get_row (const TrasTimeline *self,
                       guint               row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  return &g_array_index (self->rows, TrasTimelineRow, row);
}

/**
 * tras_timeline_get_n_folded:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: how many of its bars have no row, because it is folded
 */
guint
tras_timeline_get_n_folded (const TrasTimeline *self,
                            guint               lane)
{
  g_return_val_if_fail (self != NULL && lane < self->plan.n_lanes, 0);

  return self->n_folded[lane];
}

/**
 * tras_timeline_get_n_bars:
 * @self: a timeline
 * @lane: a lane
 * @first: (out): its first bar
 *
 * Returns: how many bars it has, with and without a row
 */
guint
tras_timeline_get_n_bars (const TrasTimeline *self,
                          guint               lane,
                          guint              *first)
{
  g_return_val_if_fail (self != NULL && lane < self->plan.n_lanes, 0);

  *first = self->first_bars[lane];

  return self->first_bars[lane + 1] - self->first_bars[lane];
}

/**
 * tras_timeline_find_bar:
 * @self: a timeline
 * @bar: a bar
 *
 * Returns: its row; -1 where it has none, because its lane is folded
 */
int
tras_timeline_find_bar (const TrasTimeline *self,
                        guint               bar)
{
  g_return_val_if_fail (self != NULL && bar < self->plan.n_bars, -1);

  return self->rows_of_bars[bar];
}

/**
 * tras_timeline_find_lane:
 * @self: a timeline
 * @lane: a lane
 *
 * Returns: the row of its head
 */
guint
tras_timeline_find_lane (const TrasTimeline *self,
                         guint               lane)
{
  g_return_val_if_fail (self != NULL && lane < self->plan.n_lanes, 0);

  return self->rows_of_lanes[lane];
}

/**
 * tras_timeline_find_row:
 * @self: a timeline
 * @y: a place under the top of the first row, in heights of the text
 *
 * Returns: the row there, the number of rows where it lies behind the last, the first where it lies
 *   before that
 */
guint
tras_timeline_find_row (const TrasTimeline *self,
                        double              y)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->rows->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      const TrasTimelineRow *row = tras_timeline_get_row (self, middle);

      if (row->top + row->height <= y)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tras_timeline_get_height:
 * @self: a timeline
 *
 * Returns: the height of all rows, in heights of the text
 */
double
tras_timeline_get_height (const TrasTimeline *self)
{
  const TrasTimelineRow *last;

  g_return_val_if_fail (self != NULL, 0);

  if (self->rows->len == 0)
    return 0;

  last = &g_array_index (self->rows, TrasTimelineRow, self->rows->len - 1);

  return last->top + last->height;
}

/**
 * tras_timeline_get_page:
 * @self: a timeline
 * @row: the first row of a page
 * @height: how high the page is without its calendar, in heights of the text
 *
 * Returns: the first row of the next page, at least one later. The head of a lane does not stand
 *   alone at the foot of a page
 */
guint
tras_timeline_get_page (const TrasTimeline *self,
                        guint               row,
                        double              height)
{
  guint next;

  g_return_val_if_fail (self != NULL && row < self->rows->len, row + 1);

  next = tras_timeline_find_row (self, tras_timeline_get_row (self, row)->top + height);
  while (next < self->rows->len && next > row + 1 &&
         tras_timeline_get_row (self, next - 1)->bar < 0 &&
         tras_timeline_get_row (self, next)->bar >= 0)
    next--;

  return MAX (next, row + 1);
}

static gboolean
is_finished (const TrasTimelineBar *bar)
{
  return bar->state == TRAS_TIMELINE_DONE || bar->state == TRAS_TIMELINE_DROPPED;
}

/**
 * tras_timeline_is_early:
 * @plan: what is shown
 * @link: one of its links
 *
 * Returns: whether what waits is to begin before what it waits for is done
 */
gboolean
tras_timeline_is_early (const TrasTimelinePlan *plan,
                        const TrasTimelineLink *link)
{
  const TrasTimelineBar *from = &plan->bars[link->from];
  const TrasTimelineBar *to = &plan->bars[link->to];

  return !is_finished (from) && !is_finished (to) &&
         (to->starts_on != TRAS_DAY_NONE ? to->starts_on : to->due_on) < from->due_on;
}

/**
 * tras_timeline_get_span:
 * @self: a timeline
 * @from: (out): two weeks before the first day of any bar, and before today
 * @to: (out): two weeks behind the last
 */
void
tras_timeline_get_span (const TrasTimeline *self,
                        TrasDay            *from,
                        TrasDay            *to)
{
  g_return_if_fail (self != NULL && from != NULL && to != NULL);

  *from = *to = self->plan.today;
  for (guint i = 0; i < self->plan.n_bars; i++)
    {
      const TrasTimelineBar *bar = &self->plan.bars[i];

      *from = MIN (*from, bar->starts_on != TRAS_DAY_NONE ? bar->starts_on : bar->due_on);
      if (bar->first_due_on != TRAS_DAY_NONE)
        *from = MIN (*from, bar->first_due_on);
      *to = MAX (*to, bar->due_on);
    }
  *from = MAX (*from - MARGIN_DAYS, TRAS_DAY_MIN);
  *to = MIN (*to + MARGIN_DAYS, TRAS_DAY_MAX);
}

/* ---- places ---- */

/**
 * tras_timeline_get_x:
 * @sight: what is seen
 * @day: a day, or a time within it
 *
 * Returns: where it begins
 */
double
tras_timeline_get_x (const TrasTimelineSight *sight,
                     double                   day)
{
  double along = (day - sight->first) * sight->day_width;

  return sight->mirrored ? sight->rect.x + sight->rect.width - along : sight->rect.x + along;
}

/**
 * tras_timeline_get_day:
 * @sight: what is seen
 * @x: a place
 *
 * Returns: the day there, with the part of it that is over
 */
double
tras_timeline_get_day (const TrasTimelineSight *sight,
                       double                   x)
{
  double along = sight->mirrored ? sight->rect.x + sight->rect.width - x : x - sight->rect.x;

  return sight->first + along / sight->day_width;
}

/**
 * tras_timeline_get_top:
 * @sight: what is seen
 *
 * Returns: where the calendar ends and the rows begin
 */
double
tras_timeline_get_top (const TrasTimelineSight *sight)
{
  return sight->rect.y + CALENDAR_HEIGHT * sight->text_size;
}

/**
 * tras_timeline_get_row_rect:
 * @self: a timeline
 * @sight: what is seen
 * @row: a row
 *
 * Returns: where the row lies, as wide as the paper
 */
TrasRect
tras_timeline_get_row_rect (const TrasTimeline      *self,
                            const TrasTimelineSight *sight,
                            guint                    row)
{
  const TrasTimelineRow *found = tras_timeline_get_row (self, row);

  return (TrasRect) { sight->rect.x,
                      tras_timeline_get_top (sight) + found->top * sight->text_size - sight->scroll,
                      sight->rect.width, found->height * sight->text_size };
}

/**
 * tras_timeline_get_bar_rect:
 * @self: a timeline
 * @sight: what is seen
 * @row: the row of a bar
 * @start_shift: by how many days its first day is moved
 * @due_shift: by how many days its last day is
 *
 * Returns: where its bar lies, from the beginning of its first day to the end of its last, and
 *   never so narrow that it cannot be seen. What has no length is a square about the middle of its
 *   day
 */
TrasRect
tras_timeline_get_bar_rect (const TrasTimeline      *self,
                            const TrasTimelineSight *sight,
                            guint                    row,
                            int                      start_shift,
                            int                      due_shift)
{
  const TrasTimelineRow *found = tras_timeline_get_row (self, row);
  const TrasTimelineBar *bar;
  TrasRect rect = tras_timeline_get_row_rect (self, sight, row);
  double em = sight->text_size;
  double start, end;

  g_return_val_if_fail (found->bar >= 0, rect);

  bar = &self->plan.bars[found->bar];
  rect.y += BAR_TOP * em;
  rect.height = BAR_HEIGHT * em;
  if (bar->starts_on == TRAS_DAY_NONE)
    {
      rect.x = tras_timeline_get_x (sight, bar->due_on + due_shift + 0.5) - rect.height / 2;
      rect.width = rect.height;
      return rect;
    }

  start = tras_timeline_get_x (sight, MIN (bar->starts_on + start_shift, bar->due_on + due_shift));
  end = tras_timeline_get_x (sight, bar->due_on + due_shift + 1);
  if (fabs (end - start) < LEAST_BAR * em)
    end = start + (sight->mirrored ? -LEAST_BAR : LEAST_BAR) * em;
  rect.x = MIN (start, end);
  rect.width = fabs (end - start);

  return rect;
}

/**
 * tras_timeline_hit:
 * @self: a timeline
 * @sight: what is seen
 * @x: a place
 * @y: likewise
 * @row: (out): the row there; written only where there is one
 *
 * Returns: what lies there
 */
TrasTimelineHit
tras_timeline_hit (const TrasTimeline      *self,
                   const TrasTimelineSight *sight,
                   double                   x,
                   double                   y,
                   guint                   *row)
{
  double em = sight->text_size;
  double top = tras_timeline_get_top (sight);
  double end;
  TrasRect bar;
  guint found;

  g_return_val_if_fail (self != NULL && row != NULL, TRAS_TIMELINE_NOTHING);

  if (y < top || y >= sight->rect.y + sight->rect.height || x < sight->rect.x ||
      x >= sight->rect.x + sight->rect.width)
    return TRAS_TIMELINE_NOTHING;

  found = tras_timeline_find_row (self, (y - top + sight->scroll) / em);
  if (found >= self->rows->len)
    return TRAS_TIMELINE_NOTHING;

  *row = found;
  if (tras_timeline_get_row (self, found)->bar < 0)
    return TRAS_TIMELINE_LANE;

  bar = tras_timeline_get_bar_rect (self, sight, found, 0, 0);
  end = sight->mirrored ? bar.x : bar.x + bar.width;
  if (y < bar.y - BAR_REACH * em || y > bar.y + bar.height + BAR_REACH * em)
    return TRAS_TIMELINE_ROW;
  /* A short bar can be taken by its middle, too. */
  if (fabs (x - end) <= MIN (END_REACH * em, bar.width / 3))
    return TRAS_TIMELINE_END;
  if (x >= bar.x && x <= bar.x + bar.width)
    return TRAS_TIMELINE_BAR;

  return fabs (x - end) <= END_REACH * em ? TRAS_TIMELINE_END : TRAS_TIMELINE_ROW;
}

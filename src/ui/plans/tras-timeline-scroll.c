/* tras-timeline-scroll.c: which part of a timeline is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-look.h"
#include "tras-timeline-view-private.h"

/* How wide a day is at least and at most, in heights of the text. */
#define LEAST_DAY_WIDTH 0.04
#define MOST_DAY_WIDTH 3.2

/* Where the present day stands, as a part of the width. */
#define TODAY_AT 0.4

GtkAdjustment *
tras_timeline_view_get_across (TrasTimelineView *self)
{
  return tras_scroll_area_get_adjustment (TRAS_SCROLL_AREA (self), GTK_ORIENTATION_HORIZONTAL);
}

void
tras_timeline_view_get_sight (TrasTimelineView  *self,
                              TrasTimelineSight *sight)
{
  double across = gtk_adjustment_get_value (tras_timeline_view_get_across (self));

  *sight = (TrasTimelineSight) {
    .rect = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
              gtk_widget_get_height (GTK_WIDGET (self)) - self->legend_height },
    .text_size = self->text_size,
    .scroll = tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (self), GTK_ORIENTATION_VERTICAL),
    .first = self->from + across / self->day_width,
    .day_width = self->day_width,
    .mirrored = tras_look_is_mirrored (GTK_WIDGET (self)),
  };
}

/* Takes the room that there is, and keeps what is scrolled to. */
void
tras_timeline_view_configure (TrasScrollArea *area)
{
  TrasTimelineView *self = TRAS_TIMELINE_VIEW (area);
  TrasTimelineSight sight;

  if (self->timeline == NULL)
    return;

  tras_timeline_view_get_sight (self, &sight);
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL,
                               (self->to + 1 - self->from) * self->day_width, 7 * self->day_width,
                               sight.rect.width);
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL,
                               tras_timeline_get_height (self->timeline) * self->text_size,
                               2 * self->text_size,
                               MAX (sight.rect.height - tras_timeline_get_top (&sight), 1));
}

/* What lies at a place stays there. */
void
tras_timeline_view_zoom_at (TrasTimelineView *self,
                            double            factor,
                            double            x)
{
  GtkAdjustment *across = tras_timeline_view_get_across (self);
  TrasTimelineSight sight;
  double day, along;

  if (self->timeline == NULL)
    return;

  tras_timeline_view_get_sight (self, &sight);
  day = tras_timeline_get_day (&sight, x);
  along = (day - sight.first) * self->day_width;
  self->day_width = CLAMP (self->day_width * factor, LEAST_DAY_WIDTH * self->text_size,
                           MOST_DAY_WIDTH * self->text_size);
  tras_scroll_area_configure (TRAS_SCROLL_AREA (self));
  gtk_adjustment_set_value (across, (day - self->from) * self->day_width - along);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tras_timeline_view_pan (TrasTimelineView *self,
                        double            along)
{
  GtkAdjustment *across = tras_timeline_view_get_across (self);

  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + along);
}

/* Brings the row under the cursor into sight, and what can be of its bar. */
void
tras_timeline_view_reveal (TrasTimelineView *self)
{
  GtkAdjustment *across = tras_timeline_view_get_across (self);
  GtkAdjustment *down = tras_scroll_area_get_adjustment (TRAS_SCROLL_AREA (self),
                                                         GTK_ORIENTATION_VERTICAL);
  const TrasTimelineRow *row = tras_timeline_view_get_cursor (self);
  const TrasTimelineBar *bar;
  double start, end, width, value;

  if (row == NULL)
    return;

  gtk_adjustment_clamp_page (down, row->top * self->text_size,
                             (row->top + row->height) * self->text_size);
  if (row->bar < 0)
    return;

  bar = &tras_timeline_get_plan (self->timeline)->bars[row->bar];
  end = bar->due_on + 1 - self->from;
  start = bar->starts_on != TRAS_DAY_NONE ? bar->starts_on - self->from : end - 1;
  if (row->bar == self->cursor.moved)
    {
      start += self->cursor.start_shift;
      end += self->cursor.due_shift;
    }
  start = (start - 2) * self->day_width;
  end = (end + 2) * self->day_width;
  width = gtk_adjustment_get_page_size (across);
  value = gtk_adjustment_get_value (across);
  if (end < value + width * 0.1 || start > value + width * 0.9)
    gtk_adjustment_set_value (across, end - start < width ? (start + end - width) / 2
                                                          : end - width);
}

void
tras_timeline_view_look_at_today (TrasTimelineView *self)
{
  GtkAdjustment *across = tras_timeline_view_get_across (self);
  TrasDay today = tras_timeline_get_plan (self->timeline)->today;

  self->wants_today = FALSE;
  gtk_adjustment_set_value (across, (today - self->from) * self->day_width -
                                    gtk_adjustment_get_page_size (across) * TODAY_AT);
}

/**
 * tras_timeline_view_zoom:
 * @self: a view
 * @factor: how much wider a day becomes
 *
 * The present day stays where it is while it is seen, or else the middle does.
 */
void
tras_timeline_view_zoom (TrasTimelineView *self,
                         double            factor)
{
  TrasTimelineSight sight;
  double x;

  g_return_if_fail (TRAS_IS_TIMELINE_VIEW (self));

  if (self->timeline == NULL)
    return;

  tras_timeline_view_get_sight (self, &sight);
  x = tras_timeline_get_x (&sight, tras_timeline_get_plan (self->timeline)->today + 0.5);
  if (x < 0 || x > sight.rect.width)
    x = sight.rect.width / 2;
  tras_timeline_view_zoom_at (self, factor, x);
}

/**
 * tras_timeline_view_show_today:
 * @self: a view
 */
void
tras_timeline_view_show_today (TrasTimelineView *self)
{
  g_return_if_fail (TRAS_IS_TIMELINE_VIEW (self));

  if (self->timeline != NULL)
    tras_timeline_view_look_at_today (self);
}

/**
 * tras_timeline_view_get_seen:
 * @self: a view
 * @from: (out): the first day that is seen
 * @to: (out): the last
 */
void
tras_timeline_view_get_seen (TrasTimelineView *self,
                             TrasDay          *from,
                             TrasDay          *to)
{
  TrasTimelineSight sight;

  g_return_if_fail (TRAS_IS_TIMELINE_VIEW (self));

  tras_timeline_view_get_sight (self, &sight);
  *from = (TrasDay) CLAMP (floor (sight.first), TRAS_DAY_MIN, TRAS_DAY_MAX);
  *to = (TrasDay) CLAMP (ceil (sight.first + sight.rect.width / self->day_width), *from,
                         TRAS_DAY_MAX);
}

/* tras-timeline-scroll.c: which part of a timeline is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-timeline-view-private.h"

/* How wide a day is at least and at most, in heights of the text. */
#define LEAST_DAY_WIDTH 0.04
#define MOST_DAY_WIDTH 3.2

/* Where the present day stands, as a part of the width. */
#define TODAY_AT 0.4

gboolean
tras_timeline_view_is_mirrored (TrasTimelineView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

double
tras_timeline_view_get_scroll (TrasTimelineView *self,
                               GtkOrientation    orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

void
tras_timeline_view_get_sight (TrasTimelineView  *self,
                              TrasTimelineSight *sight)
{
  double across = tras_timeline_view_get_scroll (self, GTK_ORIENTATION_HORIZONTAL);

  *sight = (TrasTimelineSight) {
    .rect = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
              gtk_widget_get_height (GTK_WIDGET (self)) - self->legend_height },
    .text_size = self->text_size,
    .scroll = round (tras_timeline_view_get_scroll (self, GTK_ORIENTATION_VERTICAL)),
    .first = self->from + across / self->day_width,
    .day_width = self->day_width,
    .mirrored = tras_timeline_view_is_mirrored (self),
  };
}

/* Takes the room that there is, and keeps what is scrolled to. */
void
tras_timeline_view_configure (TrasTimelineView *self)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  TrasTimelineSight sight;
  double page, all;

  tras_timeline_view_get_sight (self, &sight);
  if (self->timeline == NULL || sight.rect.width <= 0)
    return;

  if (across != NULL)
    {
      all = MAX ((self->to + 1 - self->from) * self->day_width, sight.rect.width);
      gtk_adjustment_configure (across, gtk_adjustment_get_value (across), 0, all,
                                7 * self->day_width, sight.rect.width * 0.9, sight.rect.width);
    }
  if (down != NULL)
    {
      page = MAX (sight.rect.height - tras_timeline_get_top (&sight), 1);
      all = MAX (tras_timeline_get_height (self->timeline) * self->text_size, page);
      gtk_adjustment_configure (down, gtk_adjustment_get_value (down), 0, all,
                                2 * self->text_size, page * 0.9, page);
    }
}

static void
on_scrolled (TrasTimelineView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tras_timeline_view_set_adjustment (TrasTimelineView *self,
                                   GtkOrientation    orientation,
                                   GtkAdjustment    *adjustment)
{
  GtkAdjustment *old = self->adjustments[orientation];

  if (old != NULL && old == adjustment)
    return;

  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, on_scrolled, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
  tras_timeline_view_configure (self);
}

/* What lies at a place stays there. */
void
tras_timeline_view_zoom_at (TrasTimelineView *self,
                            double            factor,
                            double            x)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  TrasTimelineSight sight;
  double day, along;

  if (self->timeline == NULL || across == NULL)
    return;

  tras_timeline_view_get_sight (self, &sight);
  day = tras_timeline_get_day (&sight, x);
  along = (day - sight.first) * self->day_width;
  self->day_width = CLAMP (self->day_width * factor, LEAST_DAY_WIDTH * self->text_size,
                           MOST_DAY_WIDTH * self->text_size);
  tras_timeline_view_configure (self);
  gtk_adjustment_set_value (across, (day - self->from) * self->day_width - along);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
tras_timeline_view_pan (TrasTimelineView *self,
                        double            along)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (across != NULL)
    gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + along);
}

/* Brings the row under the cursor into sight, and what can be of its bar. */
void
tras_timeline_view_reveal (TrasTimelineView *self)
{
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *down = self->adjustments[GTK_ORIENTATION_VERTICAL];
  const TrasTimelineRow *row = tras_timeline_view_get_cursor (self);
  const TrasTimelineBar *bar;
  double start, end, width, value;

  if (row == NULL || across == NULL || down == NULL)
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
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
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

  if (self->timeline != NULL && self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
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

/* tras-review-clock.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-review-clock.h"

#define SECONDS_A_MINUTE 60

static gint64
since (gint64 start,
       gint64 now)
{
  return MAX (now - start, 0) / G_USEC_PER_SEC;
}

/**
 * tras_review_clock_set:
 * @self: a clock
 * @meeting: a meeting that has begun
 *
 * Sets the clock to what is written: each point has its time. What is left is that of the parts
 * without points: who is present, up to its plan, and the reading back.
 */
void
tras_review_clock_set (TrasReviewClock *self,
                       TrasMeeting     *meeting)
{
  gint64 left = meeting->review->seconds;
  gint64 planned = tras_part_get_seconds (TRAS_PART_PRESENT,
                                          (guint) meeting->review->planned_minutes);

  *self = (TrasReviewClock) { .part = tras_meeting_get_part (meeting) };
  for (guint i = 0; i < meeting->points->len; i++)
    {
      TrasPoint *point = meeting->points->pdata[i];
      gint64 seconds = CLAMP (point->item->seconds, 0, left);

      self->counted[point->part] += seconds;
      left -= seconds;
    }
  if (self->part == TRAS_PART_PRESENT)
    planned = left;
  self->counted[TRAS_PART_PRESENT] += MIN (left, planned);
  if (left > planned)
    self->counted[self->part] += left - planned;
}

/**
 * tras_review_clock_catch_up:
 * @self: a clock
 * @seconds: how long the meeting has sat, as another desk has written it
 * @now: the time, in microseconds
 *
 * Where this desk was closed for a while, the other one has gone on counting.
 */
void
tras_review_clock_catch_up (TrasReviewClock *self,
                            gint64           seconds,
                            gint64           now)
{
  gint64 behind = seconds - tras_review_clock_get_total (self, now);

  if (behind > 0)
    self->counted[self->part] += behind;
}

/**
 * tras_review_clock_run:
 * @self: a clock
 * @now: the time, in microseconds
 *
 * The meeting goes on.
 */
void
tras_review_clock_run (TrasReviewClock *self,
                       gint64           now)
{
  if (self->runs)
    return;

  self->runs = TRUE;
  self->part_since = now;
  self->point_since = now;
}

/**
 * tras_review_clock_stop:
 * @self: a clock
 * @now: the time, in microseconds
 *
 * The meeting is left, or is over.
 */
void
tras_review_clock_stop (TrasReviewClock *self,
                        gint64           now)
{
  if (!self->runs)
    return;

  self->counted[self->part] += since (self->part_since, now);
  self->runs = FALSE;
}

/**
 * tras_review_clock_go:
 * @self: a clock
 * @part: the part that the meeting goes to
 * @now: the time, in microseconds
 */
void
tras_review_clock_go (TrasReviewClock *self,
                      TrasPart         part,
                      gint64           now)
{
  gboolean runs = self->runs;

  tras_review_clock_stop (self, now);
  self->part = part;
  if (runs)
    tras_review_clock_run (self, now);
}

/**
 * tras_review_clock_next:
 * @self: a clock
 * @now: the time, in microseconds
 *
 * Another point is on show, or the time of this one was written.
 */
void
tras_review_clock_next (TrasReviewClock *self,
                        gint64           now)
{
  self->point_since = now;
}

/**
 * tras_review_clock_get:
 * @self: a clock
 * @part: a part
 * @now: the time, in microseconds
 *
 * Returns: how long it has taken, in seconds
 */
gint64
tras_review_clock_get (const TrasReviewClock *self,
                       TrasPart               part,
                       gint64                 now)
{
  g_return_val_if_fail (part < TRAS_N_PARTS, 0);

  return self->counted[part] +
         (self->runs && part == self->part ? since (self->part_since, now) : 0);
}

/**
 * tras_review_clock_get_total:
 * @self: a clock
 * @now: the time, in microseconds
 *
 * Returns: how long the meeting has sat, in seconds
 */
gint64
tras_review_clock_get_total (const TrasReviewClock *self,
                             gint64                 now)
{
  gint64 total = 0;

  for (guint part = 0; part < TRAS_N_PARTS; part++)
    total += tras_review_clock_get (self, part, now);

  return total;
}

/**
 * tras_review_clock_read:
 * @self: a clock
 * @now: the time, in microseconds
 * @moment: (out caller-allocates): what is written with a step; its `now` is left as it is
 */
void
tras_review_clock_read (const TrasReviewClock *self,
                        gint64                 now,
                        TrasMoment            *moment)
{
  moment->part = self->part;
  moment->seconds = tras_review_clock_get_total (self, now);
  moment->point_seconds = self->runs ? since (self->point_since, now) : 0;
}

/**
 * tras_review_clock_dup_words:
 * @seconds: how long it has taken
 * @planned: how long it should, in seconds
 *
 * Returns: (transfer full): both in minutes
 */
char *
tras_review_clock_dup_words (gint64 seconds,
                             gint64 planned)
{
  /* Translators: minutes used of minutes planned: “12 of 45 min” */
  return g_strdup_printf (_("%d of %d min"), (int) (seconds / SECONDS_A_MINUTE),
                          (int) ((planned + SECONDS_A_MINUTE / 2) / SECONDS_A_MINUTE));
}

/**
 * tras_review_clock_dup_over:
 * @seconds: how long it has taken
 * @planned: how long it should, in seconds
 *
 * Returns: (transfer full) (nullable): how much longer it has taken, from the first second on;
 *   %NULL while there is time
 */
char *
tras_review_clock_dup_over (gint64 seconds,
                            gint64 planned)
{
  gint64 minutes = (seconds - planned) / SECONDS_A_MINUTE;

  if (seconds <= planned)
    return NULL;
  if (minutes == 0)
    return g_strdup (_("Time is up"));

  /* Translators: how much longer something has taken than was planned */
  return g_strdup_printf (ngettext ("%d min over", "%d min over", (gulong) minutes),
                          (int) minutes);
}

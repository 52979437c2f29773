/* tras-review-clock.h: how long a meeting has sat, and each of its parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-meeting.h"

G_BEGIN_DECLS

/**
 * TrasReviewClock:
 *
 * Never looks at a clock itself: @now is always given, in microseconds of a clock that only goes
 * forward. A clock that stands still shows what it has counted.
 */
typedef struct
{
  gint64 counted[TRAS_N_PARTS];
  gint64 part_since;
  gint64 point_since;
  TrasPart part;
  gboolean runs;
} TrasReviewClock;

void     tras_review_clock_set       (TrasReviewClock       *self,
                                      TrasMeeting           *meeting);
void     tras_review_clock_catch_up  (TrasReviewClock       *self,
                                      gint64                 seconds,
                                      gint64                 now);
void     tras_review_clock_run       (TrasReviewClock       *self,
                                      gint64                 now);
void     tras_review_clock_stop      (TrasReviewClock       *self,
                                      gint64                 now);
void     tras_review_clock_go        (TrasReviewClock       *self,
                                      TrasPart               part,
                                      gint64                 now);
void     tras_review_clock_next      (TrasReviewClock       *self,
                                      gint64                 now);
gint64   tras_review_clock_get       (const TrasReviewClock *self,
                                      TrasPart               part,
                                      gint64                 now);
gint64   tras_review_clock_get_total (const TrasReviewClock *self,
                                      gint64                 now);
void     tras_review_clock_read      (const TrasReviewClock *self,
                                      gint64                 now,
                                      TrasMoment            *moment);

char    *tras_review_clock_dup_words (gint64                 seconds,
                                      gint64                 planned);
char    *tras_review_clock_dup_over  (gint64                 seconds,
                                      gint64                 planned);

G_END_DECLS

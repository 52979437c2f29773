/* tras-review-desk.h: a meeting as one desk sees it: where it is, its clock, its steps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-review-clock.h"
#include "tras-review-route.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_DESK (tras_review_desk_get_type ())

/**
 * TrasReviewDesk:
 *
 * Holds the meeting, loads it anew after each change of the file, and writes its steps one after
 * the other, each made from the meeting as the one before has left it. Other desks may do the same.
 *
 * Emits `loaded` when there is another #TrasMeeting, and `moved` when another stop is on show.
 */
G_DECLARE_FINAL_TYPE (TrasReviewDesk, tras_review_desk, TRAS, REVIEW_DESK, GObject)

/**
 * TrasReviewMake:
 * @meeting: the meeting as it is now
 * @moment: when
 * @data: what was given with it
 *
 * Returns: (transfer full) (nullable): a step; %NULL where there is nothing to write any more
 */
typedef TrasEdit *(*TrasReviewMake) (TrasMeeting      *meeting,
                                     const TrasMoment *moment,
                                     gpointer          data);

TrasReviewDesk *tras_review_desk_new        (GtkWidget       *owner);
void            tras_review_desk_set_store  (TrasReviewDesk  *self,
                                             TrasStore       *store);
TrasStore      *tras_review_desk_get_store  (TrasReviewDesk  *self);
void            tras_review_desk_open       (TrasReviewDesk  *self,
                                             TrasDay          day,
                                             gint64           area_id);
void            tras_review_desk_leave      (TrasReviewDesk  *self);

TrasMeeting    *tras_review_desk_get_meeting
                                            (TrasReviewDesk  *self);
GArray         *tras_review_desk_get_route  (TrasReviewDesk  *self);
const TrasStop *tras_review_desk_get_stop   (TrasReviewDesk  *self);
TrasPoint      *tras_review_desk_get_point  (TrasReviewDesk  *self);
void            tras_review_desk_go         (TrasReviewDesk  *self,
                                             guint            position);
void            tras_review_desk_go_part    (TrasReviewDesk  *self,
                                             TrasPart         part);
void            tras_review_desk_go_point   (TrasReviewDesk  *self,
                                             TrasPoint       *point);
void            tras_review_desk_next       (TrasReviewDesk  *self,
                                             int              steps);

gint64          tras_review_desk_get_seconds
                                            (TrasReviewDesk  *self,
                                             TrasPart         part);
gint64          tras_review_desk_get_total  (TrasReviewDesk  *self);
void            tras_review_desk_get_moment (TrasReviewDesk  *self,
                                             TrasMoment      *moment);

void            tras_review_desk_step       (TrasReviewDesk  *self,
                                             TrasReviewMake   make,
                                             gpointer         data,
                                             GDestroyNotify   data_free);
void            tras_review_desk_take_edit  (TrasReviewDesk  *self,
                                             gint64           edit);
void            tras_review_desk_undo       (TrasReviewDesk  *self);

G_END_DECLS

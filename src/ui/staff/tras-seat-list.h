/* tras-seat-list.h: the people of a session, with check boxes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-attendance.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SEAT_LIST (tras_seat_list_get_type ())

/**
 * TrasSeatList:
 *
 * Who was in a session: a check box for each, how long they were there, whether they passed, and
 * what they scored. People are added and removed here. Up and Down go from one to the next.
 */
G_DECLARE_FINAL_TYPE (TrasSeatList, tras_seat_list, TRAS, SEAT_LIST, GtkWidget)

GtkWidget *tras_seat_list_new         (TrasAttendance  *attendance);
void       tras_seat_list_set_minutes (TrasSeatList    *self,
                                       gint64           minutes);
void       tras_seat_list_set_present (TrasSeatList    *self,
                                       gint64           person_id,
                                       gboolean         present);
char      *tras_seat_list_dup_trouble (TrasSeatList    *self);

G_END_DECLS

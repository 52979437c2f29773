/* tras-calendar.h: dates for the calendars of other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-attendance.h"
#include "tras-meeting.h"

G_BEGIN_DECLS

typedef struct _TrasCalendar TrasCalendar;

TrasCalendar *tras_calendar_new         (const char    *name);
void          tras_calendar_free        (TrasCalendar  *self);
void          tras_calendar_add         (TrasCalendar  *self,
                                         const char    *uid,
                                         TrasDay        day,
                                         const char    *summary,
                                         const char    *description);
void          tras_calendar_add_meeting (TrasCalendar  *self,
                                         TrasMeeting   *meeting);
void          tras_calendar_add_session (TrasCalendar  *self,
                                         const char    *firm,
                                         TrasAttendance *attendance);
TrasCalendar *tras_calendar_new_of_plans
                                        (TrasDb        *db,
                                         TrasQuery     *query,
                                         gboolean       with_names,
                                         GError       **error);
guint         tras_calendar_get_n       (TrasCalendar  *self);
char         *tras_calendar_dup_text    (TrasCalendar  *self);
gboolean      tras_calendar_write       (TrasCalendar  *self,
                                         const char    *path,
                                         GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCalendar, tras_calendar_free)

G_END_DECLS

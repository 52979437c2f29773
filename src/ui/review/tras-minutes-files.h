/* tras-minutes-files.h: the minutes of a meeting, for everybody who was there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tras-meeting.h"

G_BEGIN_DECLS

GPtrArray *tras_minutes_files_list_languages (TrasMeeting          *meeting);
void       tras_minutes_files_save_async     (TrasMeeting          *meeting,
                                              const char           *company,
                                              GFile                *file,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *tras_minutes_files_save_finish    (GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS

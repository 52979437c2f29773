/* tras-command-watch.h: what takes long says how far it is, and Ctrl-C ends it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GCancellable *tras_command_watch_begin    (void);
void          tras_command_watch_progress (guint64   done,
                                           guint64   total,
                                           gpointer  unused);
void          tras_command_watch_end      (void);

G_END_DECLS

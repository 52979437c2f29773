/* tras-recent.h: the company files that were open lately
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char **tras_recent_dup_paths (GSettings  *settings);
void   tras_recent_add       (GSettings  *settings,
                              const char *path);
void   tras_recent_remove    (GSettings  *settings,
                              const char *path);

G_END_DECLS

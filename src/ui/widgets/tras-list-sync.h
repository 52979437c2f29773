/* tras-list-sync.h: makes a list like another with the least change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tras_list_sync (GListStore *store,
                         GPtrArray  *wanted,
                         GEqualFunc  is_same);

G_END_DECLS

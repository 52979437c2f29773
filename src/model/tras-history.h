/* tras-history.h: what was done to a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit-log.h"

G_BEGIN_DECLS

GPtrArray *tras_history_list (TrasDb   *db,
                              GType     type,
                              gint64    id,
                              guint     limit,
                              GError  **error);

G_END_DECLS

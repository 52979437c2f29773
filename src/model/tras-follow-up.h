/* tras-follow-up.h: what an edit needs, and what follows from it by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"

G_BEGIN_DECLS

gboolean tras_follow_up_deviation (TrasDb    *db,
                                   gint64     id,
                                   GError   **error);
gboolean tras_follow_up_check     (TrasEdit  *edit,
                                   TrasDb    *db,
                                   GError   **error);
gboolean tras_follow_up_edit      (TrasEdit  *edit,
                                   TrasDb    *db,
                                   GError   **error);

G_END_DECLS

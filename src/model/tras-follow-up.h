/* tras-follow-up.h: what follows from an edit by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"

G_BEGIN_DECLS

gboolean tras_follow_up_edit (TrasEdit  *edit,
                              TrasDb    *db,
                              GError   **error);

G_END_DECLS

/* tras-staff-rules.h: what absences and posts cannot be, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"

G_BEGIN_DECLS

gboolean tras_staff_rules_check (TrasEdit  *edit,
                                 TrasDb    *db,
                                 GError   **error);

G_END_DECLS

/* tras-export-person.h: everything about one person as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-person-file.h"

G_BEGIN_DECLS

char     *tras_export_person_dup_json (TrasPersonFile *file);
gboolean  tras_export_person_to_file  (TrasPersonFile *file,
                                       GFile          *target,
                                       GCancellable   *cancellable,
                                       GError        **error);

G_END_DECLS

/* tras-export.h: records and what is computed from them as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

gboolean    tras_export_has_kind  (const char      *kind);
const char *tras_export_get_kind  (guint            position);
gboolean    tras_export_has_day   (const char      *kind);
gboolean    tras_export_kind      (TrasDb          *db,
                                   const char      *kind,
                                   TrasDay          day,
                                   GOutputStream   *stream,
                                   GCancellable    *cancellable,
                                   GError         **error);
gboolean    tras_export_to_file   (TrasDb          *db,
                                   const char      *kind,
                                   TrasDay          day,
                                   GFile           *file,
                                   GCancellable    *cancellable,
                                   GError         **error);

G_END_DECLS

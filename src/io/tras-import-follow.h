/* tras-import-follow.h: what follows from the rows of a CSV file by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

GHashTable *tras_import_follow_new (void);
void        tras_import_follow     (GHashTable  *followed,
                                    TrasRecord  *record);
gboolean    tras_import_follow_up  (GHashTable  *followed,
                                    TrasDb      *db,
                                    GError     **error);

G_END_DECLS

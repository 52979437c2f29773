/* tras-existing.h: which record of the file a row of a CSV file is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasExisting:
 *
 * The records of a type as they were before an import, by what tells them apart.
 */
typedef struct _TrasExisting TrasExisting;

TrasExisting *tras_existing_load (TrasDb        *db,
                                  GType          type,
                                  GError       **error);
void          tras_existing_free (TrasExisting  *self);
gboolean      tras_existing_find (TrasExisting  *self,
                                  TrasRecord    *row,
                                  guint          line,
                                  TrasRecord   **found,
                                  GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasExisting, tras_existing_free)

G_END_DECLS

/* tras-query-patch.h: an order that is known, after some rows have changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasPlace:
 * @position: where a row comes to stand among those that stay
 * @id: the row
 */
typedef struct
{
  guint position;
  gint64 id;
} TrasPlace;

/**
 * TrasPatch:
 * @removed: (element-type guint): what to take out of an order, ascending
 * @added: (element-type TrasPlace): what to put in then, in order
 */
typedef struct
{
  GArray *removed;
  GArray *added;
} TrasPatch;

gboolean tras_query_find_patch (TrasQuery        *self,
                                TrasDb           *db,
                                GArray           *known,
                                gint64            known_edit,
                                TrasPatch       **patch,
                                GError          **error);
void     tras_patch_free       (TrasPatch        *self);
gint64   tras_patch_get_id     (const TrasPatch  *self,
                                GArray           *known,
                                guint             position);
void     tras_patch_apply      (const TrasPatch  *self,
                                GArray           *ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasPatch, tras_patch_free)

G_END_DECLS

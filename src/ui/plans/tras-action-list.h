/* tras-action-list.h: what is done about a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-action.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ACTION_LIST (tras_action_list_get_type ())

G_DECLARE_FINAL_TYPE (TrasActionList, tras_action_list, TRAS, ACTION_LIST, AdwBin)

void       tras_action_list_show        (TrasActionList *self,
                                         TrasStore      *store,
                                         const char     *field,
                                         gint64          id);
GPtrArray *tras_action_list_get_actions (TrasActionList *self);

G_END_DECLS

/* tras-action-kinds.h: the records of an action, and what is done with them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-action-records.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ACTION_KINDS (tras_action_kinds_get_type ())

/**
 * TrasActionKinds:
 *
 * Of an action that hires its vacancies, of one that trains its sessions, of one that buys what is
 * bought: how each stands, and the buttons that bring it on. Records of another kind than the
 * action's present one stay in sight.
 */
G_DECLARE_FINAL_TYPE (TrasActionKinds, tras_action_kinds, TRAS, ACTION_KINDS, GtkWidget)

void tras_action_kinds_set (TrasActionKinds   *self,
                            TrasStore         *store,
                            TrasAction        *action,
                            TrasActionRecords *records);

G_END_DECLS

/* tras-movement-dialog.h: receive, issue, move, count or scrap an item
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-store.h"

G_BEGIN_DECLS

/**
 * TrasMovementKind:
 *
 * What is done with an item.
 */
typedef enum
{
  TRAS_MOVEMENT_RECEIVE,
  TRAS_MOVEMENT_ISSUE,
  TRAS_MOVEMENT_MOVE,
  TRAS_MOVEMENT_COUNT,
  TRAS_MOVEMENT_SCRAP,
} TrasMovementKind;

#define TRAS_TYPE_MOVEMENT_DIALOG (tras_movement_dialog_get_type ())

/**
 * TrasMovementDialog:
 *
 * Asks how much, where and when, and says before it is stored what will be there afterwards. What
 * cannot be is said beside what was typed, and nothing is lost.
 */
G_DECLARE_FINAL_TYPE (TrasMovementDialog, tras_movement_dialog, TRAS, MOVEMENT_DIALOG, AdwWindow)

void tras_movement_dialog_present (GtkWidget        *widget,
                                   TrasStore        *store,
                                   gint64            item_id,
                                   TrasMovementKind  kind);

G_END_DECLS

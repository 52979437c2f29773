/* tras-action-forms.h: what is asked about an action in a dialog
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-action.h"
#include "tras-store.h"
#include "tras-suggestion.h"

G_BEGIN_DECLS

/**
 * TrasActionEnd:
 * @TRAS_ACTION_DONE: it is done
 * @TRAS_ACTION_BLOCKED: it cannot go on
 * @TRAS_ACTION_DROPPED: it will not be done
 */
typedef enum
{
  TRAS_ACTION_DONE,
  TRAS_ACTION_BLOCKED,
  TRAS_ACTION_DROPPED,
} TrasActionEnd;

void tras_action_forms_new       (GtkWidget      *owner,
                                  TrasStore      *store,
                                  gint64          owner_id);
void tras_action_forms_take      (GtkWidget      *owner,
                                  TrasStore      *store,
                                  TrasSuggestion *suggestion);
void tras_action_forms_add       (GtkWidget      *owner,
                                  TrasStore      *store,
                                  TrasAction     *draft,
                                  const char     *about);
void tras_action_forms_move      (GtkWidget      *owner,
                                  TrasStore      *store,
                                  TrasAction     *action);
void tras_action_forms_end       (GtkWidget      *owner,
                                  TrasStore      *store,
                                  TrasAction     *action,
                                  TrasActionEnd   end);
void tras_action_forms_edit_need (GtkWidget      *owner,
                                  TrasStore      *store,
                                  TrasAction     *action,
                                  TrasActionNeed *need);
void tras_action_forms_add_after (GtkWidget      *owner,
                                  TrasStore      *store,
                                  TrasAction     *action);

G_END_DECLS

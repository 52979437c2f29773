/* tras-goal-close-form.h: how a goal ended, and what was learned
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-goal-board.h"
#include "tras-store.h"

G_BEGIN_DECLS

/**
 * TrasGoalCloser:
 * @make_edit: gives the edit (transfer full) that writes the closed goal, to which what else ends
 *   with it is added; or %NULL where that cannot be any more
 * @stored: the edit was written, and has this id in the log; no toast says so then
 * @data: for both
 * @data_free: frees it
 *
 * Who closes a goal in a way of their own, such as a meeting.
 */
typedef struct
{
  TrasEdit *(*make_edit) (TrasGoal *closed,
                          gpointer  data);
  void (*stored) (gint64   edit,
                  gpointer data);
  gpointer data;
  GDestroyNotify data_free;
} TrasGoalCloser;

void tras_goal_close_form_open (GtkWidget            *owner,
                                TrasStore            *store,
                                TrasGoalBoard        *board,
                                gint64                goal_id,
                                const TrasGoalCloser *closer);

G_END_DECLS

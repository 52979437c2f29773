/* tras-review-panes.h: agenda, subject and minutes side by side, or one of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_REVIEW_PANES (tras_review_panes_get_type ())

/**
 * TrasReviewPane:
 * @TRAS_PANE_AGENDA: at the start
 * @TRAS_PANE_STAGE: in the middle, with all the room that is left
 * @TRAS_PANE_MINUTES: at the end
 */
typedef enum
{
  TRAS_PANE_AGENDA,
  TRAS_PANE_STAGE,
  TRAS_PANE_MINUTES,
} TrasReviewPane;

#define TRAS_N_PANES (TRAS_PANE_MINUTES + 1)

/**
 * TrasReviewPanes:
 *
 * Where there is not room for all, only the pane in front is there; the window can be as narrow as
 * one of them.
 */
G_DECLARE_FINAL_TYPE (TrasReviewPanes, tras_review_panes, TRAS, REVIEW_PANES, GtkWidget)

void           tras_review_panes_set       (TrasReviewPanes *self,
                                            TrasReviewPane   pane,
                                            GtkWidget       *child);
void           tras_review_panes_set_front (TrasReviewPanes *self,
                                            TrasReviewPane   pane);
TrasReviewPane tras_review_panes_get_front (TrasReviewPanes *self);
gboolean       tras_review_panes_is_folded (TrasReviewPanes *self);

G_END_DECLS

/* tras-review-keys.h: the keys of a meeting, as buttons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-review-desk.h"

G_BEGIN_DECLS

/**
 * TrasReviewCommand:
 *
 * What can be done with what is on show; each has a key.
 */
typedef enum
{
  TRAS_REVIEW_NEXT,
  TRAS_REVIEW_BACK,
  TRAS_REVIEW_FINISHED,
  TRAS_REVIEW_MOVE,
  TRAS_REVIEW_BLOCKED,
  TRAS_REVIEW_DROPPED,
  TRAS_REVIEW_CAUSE,
  TRAS_REVIEW_MOVED,
  TRAS_REVIEW_NOT_MOVED,
  TRAS_REVIEW_TOO_EARLY,
  TRAS_REVIEW_EXPLAINED,
  TRAS_REVIEW_LOOKING,
  TRAS_REVIEW_DEVIATION,
  TRAS_REVIEW_ACTION,
  TRAS_REVIEW_DECISION,
  TRAS_REVIEW_EXPERIMENT,
  TRAS_REVIEW_NOTE,
  TRAS_REVIEW_PASS,
  TRAS_REVIEW_UNDO,
} TrasReviewCommand;

#define TRAS_REVIEW_N_COMMANDS (TRAS_REVIEW_UNDO + 1)

#define TRAS_TYPE_REVIEW_KEYS (tras_review_keys_get_type ())

/**
 * TrasReviewKeys:
 *
 * Shows the keys that do something with what is on show. Emits `command` with a
 * #TrasReviewCommand.
 */
G_DECLARE_FINAL_TYPE (TrasReviewKeys, tras_review_keys, TRAS, REVIEW_KEYS, AdwBin)

GtkWidget *tras_review_keys_new          (TrasReviewDesk    *desk);
gboolean   tras_review_keys_find         (guint              keyval,
                                          GdkModifierType    state,
                                          TrasReviewCommand *command);
const char *
           tras_review_command_get_verdict
                                         (TrasReviewCommand  command);
gboolean   tras_review_command_applies   (TrasReviewCommand  command,
                                          TrasMeeting       *meeting,
                                          const TrasStop    *stop,
                                          const TrasPoint   *point);

G_END_DECLS

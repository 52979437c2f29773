/* tras-message-dialog.h: says something, or asks before what cannot be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrasAnswer:
 * @TRAS_ANSWER_PLAIN: the button does something harmless
 * @TRAS_ANSWER_SUGGESTED: the button does what is most likely wanted
 * @TRAS_ANSWER_DESTRUCTIVE: the button does what cannot be undone
 */
typedef enum
{
  TRAS_ANSWER_PLAIN,
  TRAS_ANSWER_SUGGESTED,
  TRAS_ANSWER_DESTRUCTIVE,
} TrasAnswer;

void     tras_message_dialog_tell   (GtkWidget           *widget,
                                     const char          *heading,
                                     const char          *body);
void     tras_message_dialog_ask    (GtkWidget           *widget,
                                     const char          *heading,
                                     const char          *body,
                                     const char          *button,
                                     TrasAnswer           answer,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
void     tras_message_dialog_choose (GtkWidget           *widget,
                                     const char          *heading,
                                     const char          *body,
                                     const char          *no,
                                     const char          *yes,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
gboolean tras_message_dialog_finish (GAsyncResult        *result);

G_END_DECLS

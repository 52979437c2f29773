/* tras-message-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only user of AdwMessageDialog, which libadwaita 1.6 deprecates.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-message-dialog.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static GtkWidget *
dialog_new (GtkWidget  *widget,
            const char *heading,
            const char *body)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              heading, body);

  /* A dialog without a title has no name for those who listen. */
  gtk_window_set_title (GTK_WINDOW (dialog), heading);

  return dialog;
}

/**
 * tras_message_dialog_tell:
 * @widget: who says it; the dialog stands over its window
 * @heading: a few words
 * @body: sentences
 */
void
tras_message_dialog_tell (GtkWidget  *widget,
                          const char *heading,
                          const char *body)
{
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  dialog = dialog_new (widget, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_str_equal (response, "do"));
}

static void
ask (GtkWidget           *widget,
     const char          *heading,
     const char          *body,
     const char          *no,
     const char          *yes,
     TrasAnswer           answer,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  static const AdwResponseAppearance looks[] = {
    [TRAS_ANSWER_PLAIN] = ADW_RESPONSE_DEFAULT,
    [TRAS_ANSWER_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
    [TRAS_ANSWER_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
  };
  AdwMessageDialog *dialog;
  GTask *task;

  task = g_task_new (widget, NULL, callback, user_data);
  g_task_set_source_tag (task, tras_message_dialog_ask);
  dialog = ADW_MESSAGE_DIALOG (dialog_new (widget, heading, body));
  adw_message_dialog_add_responses (dialog, "cancel", no, "do", yes, NULL);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_appearance (dialog, "do", looks[answer]);
  if (answer != TRAS_ANSWER_DESTRUCTIVE)
    adw_message_dialog_set_default_response (dialog, "do");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * tras_message_dialog_ask:
 * @widget: who asks; the dialog stands over its window
 * @heading: the question
 * @body: what it means, in sentences
 * @button: the words on the button that does it, with a mnemonic
 * @answer: how the button looks
 * @callback: called when the user has answered, with @widget as source
 * @user_data: data for @callback
 *
 * Asks a question that is answered by @button or Cancel.
 */
void
tras_message_dialog_ask (GtkWidget           *widget,
                         const char          *heading,
                         const char          *body,
                         const char          *button,
                         TrasAnswer           answer,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (button != NULL);

  ask (widget, heading, body, _("_Cancel"), button, answer, callback, user_data);
}

/**
 * tras_message_dialog_choose:
 * @widget: who asks; the dialog stands over its window
 * @heading: the question
 * @body: what both answers mean, in sentences
 * @no: the words on the button that leaves it, with a mnemonic; Escape does so too
 * @yes: the words on the button that does it, with a mnemonic
 * @callback: called when the user has answered, with @widget as source
 * @user_data: data for @callback
 *
 * Asks a question where no answer stops what goes on.
 */
void
tras_message_dialog_choose (GtkWidget           *widget,
                            const char          *heading,
                            const char          *body,
                            const char          *no,
                            const char          *yes,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (no != NULL && yes != NULL);

  ask (widget, heading, body, no, yes, TRAS_ANSWER_SUGGESTED, callback, user_data);
}

G_GNUC_END_IGNORE_DEPRECATIONS

/**
 * tras_message_dialog_finish:
 * @result: what the callback got
 *
 * Returns: whether the button was pressed
 */
gboolean
tras_message_dialog_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tras_message_dialog_ask), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

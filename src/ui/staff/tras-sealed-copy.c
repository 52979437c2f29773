/* tras-sealed-copy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports are in a file of their own, which somebody who saves the firm's elsewhere may not think
 * of. Whoever does so is asked, and told where they are.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error-words.h"
#include "tras-error.h"
#include "tras-message-dialog.h"
#include "tras-sealed-copy.h"
#include "tras-sealed-file.h"
#include "tras-window.h"

typedef struct
{
  char *company;
  char *target;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_free (offer->company);
  g_free (offer->target);
  g_free (offer);
}

/* What to do by hand, in a sentence. */
static char *
dup_by_hand (const Offer *offer)
{
  g_autofree char *from = tras_sealed_file_dup_path (offer->company);
  g_autofree char *to = tras_sealed_file_dup_path (offer->target);
  g_autofree char *from_name = g_filename_display_name (from);
  g_autofree char *to_name = g_filename_display_name (to);

  return g_strdup_printf (_("To bring them later, copy “%s” to “%s” before reports are set up "
                            "there."), from_name, to_name);
}

static void
tell_trouble (GtkWidget    *widget,
              const Offer  *offer,
              const GError *error)
{
  g_autoptr (TrasErrorWords) words = tras_error_words_new (error, offer->target);
  g_autofree char *by_hand = dup_by_hand (offer);
  g_autofree char *body = NULL;

  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_EXISTS))
    body = g_strdup (_("The company was saved, but there are other reports beside the new file "
                       "already. Both were left as they are."));
  else
    /* Translators: why it was not done, and what can be done */
    body = g_strdup_printf (_("The company was saved without them. %s %s"), words->body, by_hand);
  tras_message_dialog_tell (widget, _("The Reports Were Not Copied"), body);
}

static void
copy_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Offer *offer = task_data;
  GError *error = NULL;

  if (tras_sealed_file_copy (offer->company, offer->target, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Each step ends in the task of who asked. */
static void
on_copied (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GtkWidget *widget = GTK_WIDGET (object);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tras_window_toast (widget, _("The reports were copied beside the new file"));
  else
    tell_trouble (widget, g_task_get_task_data (task), error);
  g_task_return_boolean (task, TRUE);
}

static void
on_chosen (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GTask) copying = NULL;
  const Offer *offer = g_task_get_task_data (task);

  if (!tras_message_dialog_finish (result))
    {
      tras_window_toast (GTK_WIDGET (object), _("The reports stay beside the old file"));
      g_task_return_boolean (task, TRUE);
      return;
    }

  copying = g_task_new (object, NULL, on_copied, g_object_ref (task));
  /* The task of who asked keeps the offer. */
  g_task_set_task_data (copying, (gpointer) offer, NULL);
  g_task_run_in_thread (copying, copy_in_thread);
}

static void
look_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Offer *offer = task_data;

  g_task_return_boolean (task, !g_str_equal (offer->company, offer->target) &&
                                 tras_sealed_file_exists (offer->company));
}

static void
on_looked (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  const Offer *offer = g_task_get_task_data (task);
  g_autofree char *by_hand = NULL;
  g_autofree char *body = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  by_hand = dup_by_hand (offer);
  /* Translators: ends with a sentence that says what to do by hand */
  body = g_strdup_printf (_("The company was saved. Its confidential reports are in a file of "
                            "their own, which can be copied beside the new one, sealed as it is: "
                            "the same passphrase and the same receipts open both. If you leave "
                            "them, they stay with the old file. %s"), by_hand);
  tras_message_dialog_choose (GTK_WIDGET (object), _("Take the Reports Along?"), body,
                              _("_Leave Them"), _("_Take Along"), on_chosen,
                              g_steal_pointer (&task));
}

/**
 * tras_sealed_copy_offer:
 * @widget: who has saved a copy
 * @company: the firm's file
 * @target: its copy
 * @callback: called when it is settled, with @widget as source
 * @user_data: data for @callback
 *
 * Where the firm has confidential reports, asks whether they shall go along, and copies them. What
 * goes wrong is said, and what can be done then.
 */
void
tras_sealed_copy_offer (GtkWidget           *widget,
                        const char          *company,
                        const char          *target,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;
  g_autoptr (GTask) looking = NULL;
  Offer *offer;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (company != NULL && target != NULL);

  task = g_task_new (widget, NULL, callback, user_data);
  g_task_set_source_tag (task, tras_sealed_copy_offer);
  offer = g_new0 (Offer, 1);
  offer->company = g_strdup (company);
  offer->target = g_strdup (target);
  g_task_set_task_data (task, offer, offer_free);

  looking = g_task_new (widget, NULL, on_looked, task);
  g_task_set_task_data (looking, offer, NULL);
  g_task_run_in_thread (looking, look_in_thread);
}

/**
 * tras_sealed_copy_finish:
 * @result: what the callback got
 */
void
tras_sealed_copy_finish (GAsyncResult *result)
{
  g_return_if_fail (g_async_result_is_tagged (result, tras_sealed_copy_offer));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

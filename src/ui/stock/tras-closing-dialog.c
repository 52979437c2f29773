/* tras-closing-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-closing-dialog.h"
#include "tras-message-dialog.h"
#include "tras-number.h"
#include "tras-progress-dialog.h"
#include "tras-stock-closing.h"
#include "tras-window.h"

typedef struct
{
  GtkWidget *owner;
  TrasStockClosing *closing;
  TrasProgressDialog *progress;
} Asked;

static void
asked_free (Asked *asked)
{
  g_clear_object (&asked->owner);
  g_free (asked->closing);
  g_free (asked);
}

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/* What closing means, in sentences. */
static char *
dup_summary (const TrasStockClosing *closing,
             TrasStore              *store)
{
  g_autofree char *value = tras_number_format_money (tras_number_format_get_default (),
                                                     closing->value,
                                                     tras_store_get_currency (store));
  g_autofree char *day = dup_day (closing->to);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          ngettext ("%d movement is closed with it.",
                                    "%d movements are closed with it.", closing->n_movements),
                          (int) closing->n_movements);
  g_string_append_c (text, ' ');
  /* Translators: an amount of money and a day */
  g_string_append_printf (text, _("The stock is worth %s on the evening of %s."), value, day);
  if (closing->n_counts > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              ngettext ("%d count of these days is not posted, and cannot be then.",
                                        "%d counts of these days are not posted, and cannot be "
                                        "then.", closing->n_counts), (int) closing->n_counts);
    }
  g_string_append (text, "\n\n");
  g_string_append (text, _("Nothing can be booked on these days any more, nor be reversed. Undo "
                           "opens them again."));

  return g_string_free (text, FALSE);
}

static void
on_answered (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Asked *asked = user_data;

  if (tras_message_dialog_finish (result))
    {
      g_autoptr (TrasEdit) edit = tras_stock_closing_make_edit (asked->closing);

      tras_window_apply (asked->owner, edit, TRAS_APPLY_DEFAULT, NULL, NULL);
    }
  asked_free (asked);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_stock_closing_load (db, tras_day_today (), error);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  TrasStore *store = TRAS_STORE (object);
  Asked *asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  tras_progress_dialog_end (asked->progress);
  asked->closing = tras_store_run_finish (store, result, &error);
  if (asked->closing == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tras_window_report_error (asked->owner, error);
    }
  else if (asked->closing->to == TRAS_DAY_NONE)
    {
      day = dup_day (asked->closing->closed_to);
      body = g_strdup_printf (_("The books are closed up to %s. A month can be closed when it is "
                                "over."), day);
      tras_message_dialog_tell (asked->owner, _("No Month to Close"), body);
    }
  else
    {
      day = dup_day (asked->closing->to);
      /* Translators: %s is a day */
      heading = g_strdup_printf (_("Close the Books up to %s?"), day);
      body = dup_summary (asked->closing, store);
      tras_message_dialog_ask (asked->owner, heading, body, _("C_lose Books"),
                               TRAS_ANSWER_SUGGESTED, on_answered, asked);
      return;
    }
  asked_free (asked);
}

/**
 * tras_closing_dialog_present:
 * @owner: who asks
 * @store: the file
 *
 * Says what closing the last month that is over would mean, and closes it when that is wanted.
 * Where the books were never closed, all that ever moved is added up first, which can be cancelled.
 */
void
tras_closing_dialog_present (GtkWidget *owner,
                             TrasStore *store)
{
  g_autoptr (TrasProgressMeter) meter = tras_progress_meter_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Asked *asked = g_new0 (Asked, 1);

  asked->owner = g_object_ref (owner);
  asked->progress = tras_progress_dialog_begin (owner, _("Adding Up the Stock"), meter,
                                                cancellable);
  tras_store_run_async (store, tras_closing_dialog_present, load_job, NULL, NULL, g_free,
                        cancellable, on_loaded, asked);
}

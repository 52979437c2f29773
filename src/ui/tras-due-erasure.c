/* tras-due-erasure.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-day-watch.h"
#include "tras-due-erasure.h"
#include "tras-erase-plan.h"
#include "tras-error.h"

/* Returns: how many were erased, as a pointer of its own. */
static gpointer
erase_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  int n = tras_erase_plan_run_due (db, *(TrasDay *) data, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

static void
on_erased (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree int *n = tras_store_run_finish (TRAS_STORE (object), result, &error);
  g_autofree char *words = NULL;

  if (tras_window_get_store (window) != TRAS_STORE (object))
    return;
  /* Another desk does the same at the same time; whatever is left is due the next time too. */
  if (n == NULL && !g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONFLICT) &&
      !g_error_matches (error, TRAS_ERROR, TRAS_ERROR_BUSY))
    tras_window_report_error (GTK_WIDGET (window), error);
  if (n == NULL || *n == 0)
    return;

  words = g_strdup_printf (ngettext ("%d candidate was erased: the day for it has come",
                                     "%d candidates were erased: the day for it has come",
                                     (gulong) *n), *n);
  tras_window_toast (GTK_WIDGET (window), words);
}

/**
 * tras_due_erasure_run:
 * @window: a window
 *
 * Erases the candidates whose day has come from its file, if that can be written.
 */
void
tras_due_erasure_run (TrasWindow *window)
{
  TrasStore *store = tras_window_get_store (window);
  TrasDay today = tras_day_today ();

  g_return_if_fail (TRAS_IS_WINDOW (window));

  if (store == NULL || tras_store_is_read_only (store))
    return;

  tras_store_run_async (store, tras_due_erasure_run, erase_job, g_memdup2 (&today, sizeof today),
                        g_free, g_free, NULL, on_erased, g_object_ref (window));
}

/**
 * tras_due_erasure_watch:
 * @window: a window
 *
 * Does so at every midnight too, as long as the window is there.
 */
void
tras_due_erasure_watch (TrasWindow *window)
{
  g_return_if_fail (TRAS_IS_WINDOW (window));

  g_signal_connect_object (tras_day_watch_get_default (), "changed",
                           G_CALLBACK (tras_due_erasure_run), window, G_CONNECT_SWAPPED);
}

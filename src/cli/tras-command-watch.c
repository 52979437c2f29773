/* tras-command-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "tras-command-watch.h"

/* How often the line is written anew: as fast as it can be read. */
#define SHOWN_EVERY (G_USEC_PER_SEC / 10)

/* Clears the line that the cursor is in, and puts it at its begin. */
#define CLEAR_LINE "\r\033[K"

static GCancellable *cancellable;
static gint64 shown_at;
static gboolean is_shown;

static gpointer
wait_for_interrupt (gpointer signals)
{
  int number;

  sigwait (signals, &number);
  g_cancellable_cancel (cancellable);

  /* Whoever is in a hurry. */
  sigwait (signals, &number);
  _exit (128 + number);
}

/**
 * tras_command_watch_begin:
 *
 * From now on to the end of the program Ctrl-C only cancels what is under way, so that it is taken
 * back as after any error; pressed once more it ends the program at once, and the file is put right
 * when it is next opened.
 *
 * Returns: (transfer none): what Ctrl-C cancels
 */
GCancellable *
tras_command_watch_begin (void)
{
  static sigset_t signals;

  g_return_val_if_fail (cancellable == NULL, cancellable);

  cancellable = g_cancellable_new ();
  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  g_thread_unref (g_thread_new ("interrupt", wait_for_interrupt, &signals));

  return cancellable;
}

/**
 * tras_command_watch_progress:
 * @done: rows that are done
 * @total: rows that there are
 * @unused: nothing
 *
 * A #TrasProgress: where somebody looks at standard error, the number of rows stands there in a
 * line that is written over.
 */
void
tras_command_watch_progress (guint64  done,
                             guint64  total,
                             gpointer unused)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *so_far = NULL;
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;

  if (!isatty (STDERR_FILENO) || (done < total && now < shown_at + SHOWN_EVERY))
    return;

  shown_at = now;
  is_shown = TRUE;
  so_far = g_strdup_printf ("%'" G_GUINT64_FORMAT, done);
  all = g_strdup_printf ("%'" G_GUINT64_FORMAT, total);
  /* Translators: shown on a terminal while it runs: how many rows are done, and of how many */
  text = g_strdup_printf (_("%s of %s rows"), so_far, all);
  g_printerr (CLEAR_LINE "%s", text);
}

/**
 * tras_command_watch_end:
 *
 * Takes away the line of tras_command_watch_progress().
 */
void
tras_command_watch_end (void)
{
  if (is_shown)
    g_printerr (CLEAR_LINE);
  is_shown = FALSE;
}

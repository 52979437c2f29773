/* bench-start.c: start to first frame, against a bare AdwApplicationWindow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *     bench-start COMPANY
 *
 * Starts a bare window and the program on COMPANY by turns, each in a process of its own, and takes
 * the CPU time (all threads, user and system) at the end of the first frame, and of the first frame
 * that shows the firm: its scorecard with its rows. Needs a display: run it under tests/tools/xrun.
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <adwaita.h>

#include "tras-application.h"
#include "tras-scorecard-view.h"
#include "tras-window.h"

#define ROUNDS 9

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* ---- a child: one start ---- */

static double first_frame;

static void
finish (void)
{
  char line[64];
  int n = g_snprintf (line, sizeof line, "%.4f %.4f\n", first_frame, cpu_seconds ());

  /* Nothing of an orderly end belongs to the start. */
  _exit (write (STDOUT_FILENO, line, (size_t) n) == n ? 0 : 1);
}

static gboolean
shows_rows (GtkWidget *widget)
{
  if (TRAS_IS_SCORECARD_VIEW (widget) && gtk_widget_get_mapped (widget))
    return tras_scorecard_view_get_n_rows (TRAS_SCORECARD_VIEW (widget)) > 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (shows_rows (child))
        return TRUE;
    }

  return FALSE;
}

static void
on_painted (GdkFrameClock *clock,
            GtkWidget     *window)
{
  if (first_frame <= 0)
    first_frame = cpu_seconds ();
  if (!TRAS_IS_WINDOW (window) || shows_rows (window))
    finish ();
}

static void
on_window_mapped (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted),
                    window);
}

static void
on_window_added (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect (window, "map", G_CALLBACK (on_window_mapped), NULL);
}

static void
on_bare_activate (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
}

static int
run_child (const char *company)
{
  g_autoptr (GApplication) application = NULL;
  char *arguments[] = { (char *) "bench-start", (char *) company, NULL };

  if (company == NULL)
    {
      application = G_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (on_bare_activate), NULL);
    }
  else
    application = G_APPLICATION (tras_application_new (G_APPLICATION_HANDLES_OPEN |
                                                      G_APPLICATION_NON_UNIQUE));
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);

  return g_application_run (application, company != NULL ? 2 : 1, arguments);
}

/* ---- the parent ---- */

static void
start (const char *self,
       const char *company,
       double     *first,
       double     *shown)
{
  const char *arguments[] = { self, "--child", company, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     NULL, &error))
    g_error ("%s", error->message);
  *first = g_ascii_strtod (output, NULL);
  *shown = strchr (output, ' ') != NULL ? g_ascii_strtod (strchr (output, ' '), NULL) : 0;
  if (*first <= 0)
    g_error ("a start painted nothing; is there a display?");
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static double
median (double *times)
{
  qsort (times, ROUNDS, sizeof *times, compare_times);

  return times[ROUNDS / 2];
}

int
main (int    argc,
      char **argv)
{
  double bare[ROUNDS], first[ROUNDS], shown[ROUNDS], unused;
  struct utsname machine;

  /* The same renderer for both, and the tab that a first start shows. */
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);

  if (argc > 1 && g_str_equal (argv[1], "--child"))
    return run_child (argc > 2 ? argv[2] : NULL);
  if (argc != 2)
    {
      g_printerr ("usage: bench-start COMPANY\n");
      return 2;
    }

  for (guint i = 0; i < ROUNDS; i++)
    {
      start (argv[0], NULL, &bare[i], &unused);
      start (argv[0], argv[1], &first[i], &shown[i]);
    }

  uname (&machine);
  g_print ("%s %s, %u processors\n", machine.sysname, machine.machine, g_get_num_processors ());
  g_print ("bare window, first frame:     %.3f s of CPU\n", median (bare));
  g_print ("program, first frame:         %.3f s of CPU, ratio %.2f\n", median (first),
           median (first) / median (bare));
  g_print ("program, firm on the screen:  %.3f s of CPU, ratio %.2f (goal 1.5)\n", median (shown),
           median (shown) / median (bare));

  return 0;
}

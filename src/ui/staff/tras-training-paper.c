/* tras-training-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-attendance.h"
#include "tras-calendar.h"
#include "tras-firm.h"
#include "tras-number.h"
#include "tras-report-paper.h"
#include "tras-save-file.h"
#include "tras-template.h"
#include "tras-training-paper.h"
#include "tras-training-report.h"
#include "tras-window.h"

typedef struct
{
  GtkWidget *owner;
  gint64 session_id;
  TrasTrainingPaper paper;

  TrasAttendance *attendance;
  TrasFirm *firm;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_clear_object (&paper->owner);
  g_clear_pointer (&paper->attendance, tras_attendance_free);
  g_clear_object (&paper->firm);
  g_free (paper);
}

/* A name of a file that every system takes. */
static char *
dup_file_name (const char *format,
               const char *title)
{
  g_autofree char *safe = g_strdelimit (g_strdup (title), "/\\:*?\"<>|", '-');

  return tras_template_fill (format, "training", safe, NULL);
}

static void
put_on_paper (Paper      *paper,
              TrasReport *report,
              const char *title,
              const char *file_name)
{
  if (paper->paper == TRAS_PAPER_SHEET_PRINT || paper->paper == TRAS_PAPER_CERTIFICATES_PRINT)
    tras_report_paper_print (paper->owner, report);
  else
    tras_report_paper_save (paper->owner, report, title, file_name);
}

static void
make_sheet (Paper *paper)
{
  /* Translators: the name of a file; {training} is a training */
  g_autofree char *name = dup_file_name (_("Attendance {training}.pdf"),
                                         paper->attendance->training->title);
  g_autoptr (TrasReport) report =
    tras_training_report_of_sheet (paper->attendance, paper->firm->name,
                                   tras_number_format_get_default ());

  put_on_paper (paper, report, _("Save the Attendance Sheet"), name);
}

static void
make_certificates (Paper *paper)
{
  /* Translators: the name of a file; {training} is a training */
  g_autofree char *name = dup_file_name (_("Certificates {training}.pdf"),
                                         paper->attendance->training->title);
  g_autoptr (TrasReport) report =
    tras_training_report_of_certificates (paper->attendance, paper->firm->name,
                                          tras_number_format_get_default ());

  if (report != NULL)
    put_on_paper (paper, report, _("Save the Certificates"), name);
  else
    tras_window_toast (paper->owner, _("Nobody passed: there are no certificates"));
}

static GBytes *
take_text (GFile    *file,
           gpointer  data,
           GError  **error)
{
  return g_bytes_ref (data);
}

static void
make_invitation (Paper *paper)
{
  /* Translators: the name of a file; {training} is a training */
  g_autofree char *name = dup_file_name (_("Invitation {training}.ics"),
                                         paper->attendance->training->title);
  g_autoptr (TrasCalendar) calendar = tras_calendar_new (paper->firm->name);
  char *text;

  tras_calendar_add_session (calendar, paper->firm->name, paper->attendance);
  text = tras_calendar_dup_text (calendar);
  tras_save_file (paper->owner, _("Save the Invitation"), TRAS_FILE_CALENDAR, name, take_text,
                  g_bytes_new_take (text, strlen (text)), (GDestroyNotify) g_bytes_unref);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Paper *paper = data;

  paper->attendance = tras_attendance_load (db, paper->session_id, error);
  if (paper->attendance == NULL)
    return NULL;
  paper->firm = tras_firm_load_or_new (db, error);

  return paper->firm != NULL ? paper : NULL;
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Paper *paper = user_data;
  g_autoptr (GError) error = NULL;

  if (tras_store_run_finish (TRAS_STORE (object), result, &error) == NULL)
    tras_window_report_error (paper->owner, error);
  else if (paper->paper <= TRAS_PAPER_SHEET_PRINT)
    make_sheet (paper);
  else if (paper->paper <= TRAS_PAPER_CERTIFICATES_PRINT)
    make_certificates (paper);
  else
    make_invitation (paper);

  paper_free (paper);
}

/**
 * tras_training_paper_from_action:
 * @action: session.sheet-save, session.sheet-print, session.certificates-save,
 *   session.certificates-print or session.invitation
 *
 * Returns: what that action makes
 */
TrasTrainingPaper
tras_training_paper_from_action (const char *action)
{
  static const char *const actions[] = { "session.sheet-save", "session.sheet-print",
                                         "session.certificates-save",
                                         "session.certificates-print", "session.invitation" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_equal (actions[i], action))
        return (TrasTrainingPaper) i;
    }

  g_return_val_if_reached (TRAS_PAPER_SHEET_SAVE);
}

/**
 * tras_training_paper_run:
 * @owner: who asks
 * @store: the file
 * @session_id: a session
 * @paper: what is made of it
 *
 * Reads the session and asks where it is written to, or printed on.
 */
void
tras_training_paper_run (GtkWidget         *owner,
                         TrasStore         *store,
                         gint64             session_id,
                         TrasTrainingPaper  paper)
{
  Paper *wanted = g_new0 (Paper, 1);

  g_return_if_fail (GTK_IS_WIDGET (owner));

  wanted->owner = g_object_ref (owner);
  wanted->session_id = session_id;
  wanted->paper = paper;
  tras_store_run_async (store, tras_training_paper_run, load_job, wanted, NULL, NULL, NULL,
                        on_loaded, wanted);
}

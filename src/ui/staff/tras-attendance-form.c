/* tras-attendance-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-records.h"
#include "tras-attendance.h"
#include "tras-attendance-form.h"
#include "tras-form-dialog.h"
#include "tras-help.h"
#include "tras-number.h"
#include "tras-seat-list.h"
#include "tras-training-figures.h"
#include "tras-window.h"

/* Room for the people and, beside them, for what follows. */
#define DEFAULT_WIDTH 780
#define DEFAULT_HEIGHT 680

typedef struct
{
  GtkWidget *owner;
  TrasAttendance *attendance;

  /* borrowed */
  TrasStore *store;
  TrasSeatList *seats;
  TrasTrainingFigures *figures;
  GtkLabel *marks;
} AttendanceForm;

static void
attendance_form_free (gpointer data)
{
  AttendanceForm *form = data;

  g_clear_object (&form->owner);
  g_clear_pointer (&form->attendance, tras_attendance_free);
  g_free (form);
}

/* ---- what follows from it ---- */

static char *
dup_marks (AttendanceForm      *form,
           TrasTrainingSession *draft)
{
  TrasAttendance *attendance = form->attendance;
  TrasDay day = tras_training_session_get_day (draft);
  guint n = tras_attendance_count_marks (attendance, day);
  TrasDay expiry = TRAS_DAY_NONE;
  g_autofree char *until = NULL;

  if (attendance->skill == NULL)
    return g_strdup (_("It gives no skill: no marks follow."));
  if (attendance->training->level_given == TRAS_NULL)
    /* Translators: %s is a skill */
    return g_strdup_printf (_("The training does not say which level of “%s” it gives: no marks "
                              "follow."), attendance->skill->name);

  if (day != TRAS_DAY_NONE)
    expiry = tras_skill_get_expiry (attendance->skill, day);
  if (expiry == TRAS_DAY_NONE)
    /* Translators: how many people get a mark, a skill and its level */
    return g_strdup_printf (ngettext ("%u person gets “%s”, level %d.",
                                      "%u people get “%s”, level %d.", n),
                            n, attendance->skill->name, (int) attendance->training->level_given);

  until = tras_number_format_date_medium (tras_number_format_get_default (), expiry);

  /* Translators: how many people get a certificate, its skill and level, and a date */
  return g_strdup_printf (ngettext ("%u person gets the certificate “%s”, level %d, valid until "
                                    "%s.", "%u people get the certificate “%s”, level %d, valid "
                                    "until %s.", n),
                          n, attendance->skill->name, (int) attendance->training->level_given,
                          until);
}

static void
show_all (TrasFormDialog *dialog,
          AttendanceForm *form)
{
  TrasTrainingSession *draft = tras_form_dialog_get_draft (dialog);
  g_autofree char *marks = NULL;
  TrasTrainingCost cost;

  if (draft == NULL || form->seats == NULL)
    return;

  tras_attendance_get_cost (form->attendance, draft, &cost);
  tras_training_figures_set (form->figures, &cost, form->store);
  marks = dup_marks (form, draft);
  gtk_label_set_label (form->marks, marks);
}

static void
on_draft_changed (TrasFormDialog *dialog,
                  gpointer        draft,
                  gpointer        data)
{
  AttendanceForm *form = data;

  if (form->seats == NULL)
    return;

  if (TRAS_TRAINING_SESSION (draft)->minutes > 0)
    tras_seat_list_set_minutes (form->seats, TRAS_TRAINING_SESSION (draft)->minutes);
  show_all (dialog, form);
}

static void
on_seats_changed (TrasSeatList   *seats,
                  TrasFormDialog *dialog)
{
  AttendanceForm *form = g_object_get_data (G_OBJECT (seats), "form");

  tras_form_dialog_touch (dialog);
  show_all (dialog, form);
}

/* ---- saving ---- */

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  AttendanceForm *form = data;
  g_autofree char *trouble = tras_seat_list_dup_trouble (form->seats);
  const char *field = NULL;
  TrasEdit *edit;

  if (trouble == NULL)
    trouble = tras_attendance_dup_refusal (form->attendance, draft, &field);
  if (trouble != NULL)
    {
      tras_form_dialog_refuse (dialog, field, trouble);
      return NULL;
    }

  edit = tras_attendance_make_edit (form->attendance, draft);
  if (!tras_edit_is_empty (edit))
    return edit;

  g_object_unref (edit);
  tras_form_dialog_refuse (dialog, NULL, _("Nothing is different: there is nothing to save."));

  return NULL;
}

static const TrasFormFuncs funcs = {
  .make_edit = make_edit,
  .changed = on_draft_changed,
};

/* ---- the form ---- */

static GtkLabel *
add_sentence (GtkBox     *box,
              const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0F, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static GtkWidget *
make_aside (AttendanceForm *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_label_new (_("What Follows"));
  GtkWidget *figures = tras_training_figures_new ();

  gtk_widget_add_css_class (head, "heading");
  gtk_label_set_xalign (GTK_LABEL (head), 0);
  form->figures = TRAS_TRAINING_FIGURES (figures);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), figures);
  form->marks = add_sentence (GTK_BOX (box), NULL);
  if (form->attendance->action_title != NULL)
    {
      /* Translators: %s is an action */
      g_autofree char *text = g_strdup_printf (_("The action “%s” is done with it."),
                                               form->attendance->action_title);

      add_sentence (GTK_BOX (box), text);
    }

  return box;
}

static void
present (AttendanceForm *form,
         TrasStore      *store)
{
  TrasAttendance *attendance = form->attendance;
  gboolean held = tras_attendance_is_held (attendance);
  TrasFormDialog *dialog =
    tras_form_dialog_new (form->owner, store, held ? _("Correct Attendance") : _("Attendance"),
                          _("_Save"), &funcs, form, attendance_form_free);
  g_autoptr (TrasTrainingSession) draft = tras_record_dup (attendance->session);
  GtkWidget *seats = tras_seat_list_new (attendance);

  tras_help_set_page (GTK_WIDGET (dialog), "train-people");
  tras_form_dialog_add_group (dialog, attendance->training->title);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_TRAINING_SESSION, "starts_at", _("Day and time"));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_TRAINING_SESSION, "minutes", _("Hours it took"));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_TRAINING_SESSION, "cost", _("Fee"));
  tras_form_dialog_add_group (dialog, NULL);
  tras_form_dialog_add_row (dialog, seats);
  tras_form_dialog_set_aside (dialog, make_aside (form));
  tras_form_dialog_set_careful (dialog);
  gtk_window_set_default_size (GTK_WINDOW (dialog), DEFAULT_WIDTH, DEFAULT_HEIGHT);
  form->store = store;
  form->seats = TRAS_SEAT_LIST (seats);
  g_object_set_data (G_OBJECT (seats), "form", form);
  g_signal_connect_object (seats, "changed", G_CALLBACK (on_seats_changed), dialog, 0);
  tras_form_dialog_present (dialog, draft);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_attendance_load (db, *(gint64 *) data, error);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  AttendanceForm *form = user_data;
  g_autoptr (GError) error = NULL;

  form->attendance = tras_store_run_finish (TRAS_STORE (object), result, &error);
  if (form->attendance != NULL)
    {
      present (form, TRAS_STORE (object));
      return;
    }

  tras_window_report_error (form->owner, error);
  attendance_form_free (form);
}

/**
 * tras_attendance_form_present:
 * @owner: who asks
 * @store: the file
 * @session_id: a session
 *
 * Asks who was there, and says at once what follows from it: hours, cost, marks and certificates,
 * and the action that is done with it. Of a session that was held it corrects what was said.
 */
void
tras_attendance_form_present (GtkWidget *owner,
                              TrasStore *store,
                              gint64     session_id)
{
  AttendanceForm *form = g_new0 (AttendanceForm, 1);

  form->owner = g_object_ref (owner);
  tras_store_run_async (store, tras_attendance_form_present, load_job,
                        g_memdup2 (&session_id, sizeof session_id), g_free,
                        (GDestroyNotify) tras_attendance_free, NULL, on_loaded, form);
}

/* tras-leave-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-departure.h"
#include "tras-form-dialog.h"
#include "tras-help.h"
#include "tras-leave-form.h"
#include "tras-window.h"

typedef struct
{
  TrasDeparture *departure;
  AdwPreferencesGroup *group;
} LeaveForm;

static void
leave_form_free (gpointer data)
{
  LeaveForm *form = data;

  g_clear_pointer (&form->departure, tras_departure_free);
  g_free (form);
}

/* What ends is said beforehand. */
static void
changed (TrasFormDialog *dialog,
         gpointer        draft,
         gpointer        data)
{
  LeaveForm *form = data;
  TrasPerson *person = draft;
  g_autofree char *words = NULL;

  if (person->left_on != TRAS_DAY_NONE)
    words = tras_departure_dup_words (form->departure, person->left_on);
  adw_preferences_group_set_description (form->group, words);
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  LeaveForm *form = data;
  TrasPerson *person = draft;

  if (person->left_on == TRAS_DAY_NONE)
    {
      tras_form_dialog_refuse (dialog, "left_on", _("Enter the last day."));
      return NULL;
    }
  if (person->left_on < person->hired_on)
    {
      tras_form_dialog_refuse (dialog, "left_on",
                               _("Somebody cannot leave before being hired"));
      return NULL;
    }
  if (person->left_why == NULL)
    {
      tras_form_dialog_refuse (dialog, "left_why", _("Choose why they leave."));
      return NULL;
    }

  return tras_departure_new_edit (form->departure, person->left_on, person->left_why);
}

static const TrasFormFuncs funcs = { .make_edit = make_edit, .changed = changed };

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_departure_load (db, *(gint64 *) data, error);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) owner = user_data;
  g_autoptr (GError) error = NULL;
  TrasDeparture *departure = tras_store_run_finish (TRAS_STORE (object), result, &error);
  g_autoptr (TrasPerson) draft = NULL;
  TrasFormDialog *dialog;
  LeaveForm *form;

  if (departure == NULL)
    {
      tras_window_report_error (owner, error);
      return;
    }

  form = g_new0 (LeaveForm, 1);
  form->departure = departure;
  draft = tras_record_dup (departure->person);
  if (draft->left_on == TRAS_DAY_NONE)
    draft->left_on = MAX (tras_day_today (), draft->hired_on);
  dialog = tras_form_dialog_new (owner, TRAS_STORE (object), C_("person", "Leave"),
                                 C_("person", "_Leave"), &funcs, form, leave_form_free);
  form->group = ADW_PREFERENCES_GROUP (tras_form_dialog_add_group (dialog, NULL));
  adw_preferences_group_set_title (form->group, draft->name);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_PERSON, "left_on", _("Last day"));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_PERSON, "left_why", NULL);
  tras_help_set_page (GTK_WIDGET (dialog), "know-the-staff");
  tras_form_dialog_present (dialog, draft);
}

/**
 * tras_leave_form_present:
 * @owner: who asks
 * @store: the file
 * @person_id: who leaves
 *
 * Asks for the day and the reason, and says what ends with it.
 */
void
tras_leave_form_present (GtkWidget *owner,
                         TrasStore *store,
                         gint64     person_id)
{
  tras_store_run_async (store, tras_leave_form_present, load_job,
                        g_memdup2 (&person_id, sizeof person_id), g_free,
                        (GDestroyNotify) tras_departure_free, NULL, on_loaded,
                        g_object_ref (owner));
}

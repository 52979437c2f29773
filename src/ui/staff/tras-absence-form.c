/* tras-absence-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-absence-form.h"
#include "tras-form-dialog.h"
#include "tras-help.h"

/* The hours follow from days and person until somebody knows better. */
typedef struct
{
  TrasWorkBook *work;
  gint64 proposed;
} AbsenceForm;

static void
absence_form_free (gpointer data)
{
  AbsenceForm *form = data;

  tras_work_book_unref (form->work);
  g_free (form);
}

static gint64
get_minutes (AbsenceForm *form,
             TrasAbsence *absence)
{
  if (absence->person_id == 0 || absence->from_on == TRAS_DAY_NONE ||
      absence->to_on == TRAS_DAY_NONE)
    return 0;

  return tras_work_book_get_contracted (form->work, absence->person_id, absence->from_on,
                                        absence->to_on);
}

static void
changed (TrasFormDialog *dialog,
         gpointer        draft,
         gpointer        data)
{
  AbsenceForm *form = data;
  TrasAbsence *absence = draft;
  gint64 minutes = get_minutes (form, absence);
  g_autoptr (TrasAbsence) proposal = NULL;

  if (minutes == form->proposed)
    return;

  if (absence->minutes == form->proposed)
    {
      form->proposed = minutes;
      proposal = tras_record_dup (absence);
      proposal->minutes = minutes;
      tras_form_dialog_set_draft (dialog, proposal);
    }
  form->proposed = minutes;
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  TrasAbsence *absence = draft;
  gboolean is_new = TRAS_RECORD (absence)->id == 0;
  TrasEdit *edit;

  if (absence->person_id == 0)
    {
      tras_form_dialog_refuse (dialog, "person_id", _("Choose a person."));
      return NULL;
    }
  if (absence->kind_id == 0)
    {
      tras_form_dialog_refuse (dialog, "kind_id", _("Choose a kind of absence."));
      return NULL;
    }
  if (absence->from_on == TRAS_DAY_NONE)
    {
      tras_form_dialog_refuse (dialog, "from_on", _("Enter the first day."));
      return NULL;
    }
  if (absence->to_on == TRAS_DAY_NONE || absence->to_on < absence->from_on)
    {
      tras_form_dialog_refuse (dialog, "to_on", _("The last day cannot lie before the first"));
      return NULL;
    }

  edit = tras_edit_new (is_new ? _("New absence") : _("Change absence"));
  if (is_new)
    tras_edit_insert (edit, absence);
  else
    tras_edit_update (edit, absence);

  return edit;
}

static const TrasFormFuncs funcs = { .make_edit = make_edit, .changed = changed };

static void
present (GtkWidget    *owner,
         TrasStore    *store,
         TrasWorkBook *work,
         TrasAbsence  *draft)
{
  gboolean is_new = TRAS_RECORD (draft)->id == 0;
  AbsenceForm *form = g_new0 (AbsenceForm, 1);
  TrasFormDialog *dialog;

  form->work = tras_work_book_ref (work);
  form->proposed = get_minutes (form, draft);
  if (is_new)
    draft->minutes = form->proposed;
  dialog = tras_form_dialog_new (owner, store, is_new ? _("New Absence") : _("Change Absence"),
                                 is_new ? _("_Add") : _("_Save"), &funcs, form,
                                 absence_form_free);
  tras_form_dialog_add_group (dialog, _("The kind is all that is kept: never a reason."));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ABSENCE, "kind_id", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ABSENCE, "person_id", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ABSENCE, "from_on", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ABSENCE, "to_on", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ABSENCE, "minutes", NULL);
  if (!is_new)
    tras_form_dialog_add_delete (dialog, _("_Delete Absence"), draft, _("Delete absence"));
  tras_help_set_page (GTK_WIDGET (dialog), "know-who-is-away");
  tras_form_dialog_present (dialog, draft);
}

/**
 * tras_absence_form_add:
 * @owner: who asks
 * @store: the file
 * @work: when people work: their hours of those days are proposed
 * @person_id: who is away, 0 for nobody yet
 * @from: the first day
 * @to: the last day
 */
void
tras_absence_form_add (GtkWidget    *owner,
                       TrasStore    *store,
                       TrasWorkBook *work,
                       gint64        person_id,
                       TrasDay       from,
                       TrasDay       to)
{
  g_autoptr (TrasAbsence) absence = tras_absence_new ();

  absence->person_id = person_id;
  absence->from_on = from;
  absence->to_on = to;
  present (owner, store, work, absence);
}

/**
 * tras_absence_form_change:
 * @owner: who asks
 * @store: the file
 * @work: when people work
 * @absence: an absence as it was read
 */
void
tras_absence_form_change (GtkWidget    *owner,
                          TrasStore    *store,
                          TrasWorkBook *work,
                          TrasAbsence  *absence)
{
  g_autoptr (TrasAbsence) draft = tras_record_dup (absence);

  present (owner, store, work, draft);
}

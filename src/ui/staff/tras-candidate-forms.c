/* tras-candidate-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-candidate-forms.h"
#include "tras-form-dialog.h"
#include "tras-help.h"
#include "tras-hiring.h"

/* ---- a candidate ---- */

static TrasEdit *
edit_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  TrasCandidate *candidate = draft;

  if (candidate->name == NULL)
    {
      tras_form_dialog_refuse (dialog, "name", _("Who is it?"));
      return NULL;
    }
  if (candidate->erase_on == TRAS_DAY_NONE)
    {
      tras_form_dialog_refuse (dialog, "erase_on",
                               _("Nobody is kept for good: say on which day they are erased"));
      return NULL;
    }
  if (candidate->erase_on <= tras_day_today ())
    {
      tras_form_dialog_refuse (dialog, "erase_on", _("Choose a day after today."));
      return NULL;
    }

  return TRAS_RECORD (candidate)->id != 0 ? tras_hiring_change_candidate (data, candidate)
                                          : tras_hiring_add_candidate (data, candidate);
}

static const TrasFormFuncs edit_funcs = { .make_edit = edit_make_edit };

/**
 * tras_candidate_forms_edit:
 * @owner: who asks
 * @store: the file
 * @vacancy: a vacancy as it was read
 * @candidate: (nullable): one of its candidates, as it was read; %NULL for a new one
 *
 * Asks who it is, how they are reached, where they heard of the vacancy, and on which day all of
 * that is erased.
 */
void
tras_candidate_forms_edit (GtkWidget     *owner,
                           TrasStore     *store,
                           TrasVacancy   *vacancy,
                           TrasCandidate *candidate)
{
  static const char *const fields[] = { "name", "contact", "origin" };
  g_autoptr (TrasCandidate) draft =
    candidate != NULL ? tras_record_dup (candidate) : tras_candidate_new ();
  TrasFormDialog *dialog =
    tras_form_dialog_new (owner, store, candidate != NULL ? _("Change Candidate")
                                                          : _("Add Candidate"),
                          candidate != NULL ? _("_Save") : _("_Add"), &edit_funcs,
                          g_object_ref (vacancy), g_object_unref);

  if (candidate == NULL)
    {
      draft->state_on = tras_day_today ();
      draft->erase_on = tras_candidate_get_usual_erase (draft->state_on);
    }
  tras_form_dialog_add_group (dialog, vacancy->role_name);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_CANDIDATE, fields[i], NULL);
  tras_form_dialog_add_group (dialog,
                              _("On that day name, contact and origin are erased, from the history "
                                "too, unless they are hired. What was decided stays."));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_CANDIDATE, "erase_on", NULL);
  tras_help_set_page (GTK_WIDGET (dialog), "hire-people");
  tras_form_dialog_present (dialog, draft);
}

/* ---- giving up ---- */

static TrasEdit *
close_make_edit (TrasFormDialog *dialog,
                 gpointer        draft,
                 gpointer        data)
{
  TrasVacancy *typed = draft;

  if (typed->closed_why == NULL)
    {
      tras_form_dialog_refuse (dialog, "closed_why", _("Choose why it is closed unfilled."));
      return NULL;
    }

  return tras_hiring_close_unfilled (data, typed->closed_why);
}

static const TrasFormFuncs close_funcs = { .make_edit = close_make_edit };

/**
 * tras_candidate_forms_close:
 * @owner: who asks
 * @store: the file
 * @vacancy: an open vacancy, as it was read
 *
 * Asks why nobody, or nobody more, is hired for it, and closes it.
 */
void
tras_candidate_forms_close (GtkWidget   *owner,
                            TrasStore   *store,
                            TrasVacancy *vacancy)
{
  g_autoptr (TrasVacancy) draft = tras_record_dup (vacancy);
  TrasFormDialog *dialog =
    tras_form_dialog_new (owner, store, _("Close Unfilled"), _("_Close Vacancy"), &close_funcs,
                          g_object_ref (vacancy), g_object_unref);

  tras_form_dialog_add_group (dialog, _("Whoever was hired stays hired. Candidates are kept until "
                                        "the day on which they are erased."));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_VACANCY, "closed_why", _("Why"));
  tras_help_set_page (GTK_WIDGET (dialog), "hire-people");
  tras_form_dialog_present (dialog, draft);
}

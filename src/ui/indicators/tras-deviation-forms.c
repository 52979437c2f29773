/* tras-deviation-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-forms.h"
#include "tras-deviation-draft.h"
#include "tras-deviation-forms.h"
#include "tras-form-dialog.h"
#include "tras-number.h"
#include "tras-similar-list.h"
#include "tras-ticket-steps.h"
#include "tras-window.h"

/* ---- a deviation that no chart shows ---- */

typedef struct
{
  TrasSimilarList *similar;  /* borrowed */
  TrasTicket *ticket;        /* what it is opened for, NULL for none */
} NewForm;

static void
new_form_free (gpointer data)
{
  NewForm *form = data;

  g_clear_object (&form->ticket);
  g_free (form);
}

static TrasEdit *
new_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  TrasDeviation *deviation = draft;
  NewForm *form = data;
  TrasEdit *edit;

  if (deviation->fact == NULL)
    tras_form_dialog_refuse (dialog, "fact", _("What happened, or may happen?"));
  else if (deviation->area_id == 0)
    tras_form_dialog_refuse (dialog, "area_id", _("In which area?"));
  else if (deviation->owner_id == 0)
    tras_form_dialog_refuse (dialog, "owner_id", _("Who follows it up?"));
  else
    {
      edit = tras_edit_new (_("New deviation"));
      tras_edit_insert (edit, deviation);
      if (form->ticket != NULL)
        tras_ticket_link_deviation (form->ticket, edit, deviation);
      return edit;
    }

  return NULL;
}

static void
new_saved (GtkWidget *owner,
           gpointer   draft,
           gpointer   data)
{
  tras_window_show_record (owner, TRAS_TYPE_DEVIATION, TRAS_RECORD (draft)->id);
}

/* What is like it follows the indicator that is chosen. */
static void
new_changed (TrasFormDialog *dialog,
             gpointer        draft,
             gpointer        data)
{
  NewForm *form = data;

  tras_similar_list_set_record (form->similar, tras_window_get_store (tras_window_find (
                                                 tras_form_dialog_get_owner (dialog))),
                                TRAS_TYPE_DEVIATION, 0, TRAS_DEVIATION (draft)->indicator_id);
}

static const TrasFormFuncs new_funcs = {
  .make_edit = new_make_edit,
  .changed = new_changed,
  .saved = new_saved,
};

static void
present_new (GtkWidget     *owner,
             TrasStore     *store,
             TrasDeviation *draft,
             TrasTicket    *ticket)
{
  static const char *const fields[] = { "origin", "area_id", "owner_id", "reported_by",
                                        "indicator_id" };
  GtkWidget *similar = tras_similar_list_new ();
  NewForm *form = g_new0 (NewForm, 1);
  TrasFormDialog *dialog;
  GtkWidget *fact;

  form->similar = TRAS_SIMILAR_LIST (similar);
  g_set_object (&form->ticket, ticket);
  draft->opened_on = tras_day_today ();
  dialog = tras_form_dialog_new (owner, store, _("New Deviation"), _("_Add"), &new_funcs, form,
                                 new_form_free);
  tras_form_dialog_add_group (dialog, NULL);
  fact = tras_form_dialog_add_field (dialog, TRAS_TYPE_DEVIATION, "fact", NULL);
  tras_similar_list_follow (TRAS_SIMILAR_LIST (similar), TRAS_FIELD_EDITOR (fact));
  tras_form_dialog_add_row (dialog, similar);
  if (ticket != NULL)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_DEVIATION, "effect", NULL);
  tras_form_dialog_add_group (dialog, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_DEVIATION, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}

/**
 * tras_deviation_forms_open:
 * @owner: a widget of the window
 * @store: where it is written to
 * @draft: a deviation that is not stored yet, with what is known of it
 *
 * Asks for the rest of a deviation and, once it is stored, shows it.
 */
void
tras_deviation_forms_open (GtkWidget     *owner,
                           TrasStore     *store,
                           TrasDeviation *draft)
{
  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));
  g_return_if_fail (TRAS_IS_DEVIATION (draft));

  present_new (owner, store, draft, NULL);
}

/**
 * tras_deviation_forms_ticket:
 * @owner: a widget of the window
 * @store: where it is written to
 * @ticket: a ticket as it was read, without a deviation
 *
 * As tras_deviation_forms_open(), with what the ticket says of it; ticket and deviation know of
 * each other then.
 */
void
tras_deviation_forms_ticket (GtkWidget  *owner,
                             TrasStore  *store,
                             TrasTicket *ticket)
{
  g_autoptr (TrasDeviation) draft = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));
  g_return_if_fail (TRAS_IS_TICKET (ticket) && ticket->deviation_id == 0);

  draft = tras_ticket_draft_deviation (ticket, tras_store_get_currency (store), tras_day_today ());
  present_new (owner, store, draft, ticket);
}

/**
 * tras_deviation_forms_new:
 * @owner: a widget of the window
 * @store: where it is written to
 *
 * Asks for a deviation and, once it is stored, shows it.
 */
void
tras_deviation_forms_new (GtkWidget *owner,
                          TrasStore *store)
{
  g_autoptr (TrasDeviation) draft = tras_deviation_new ();

  draft->origin = g_intern_string ("person");
  tras_deviation_forms_open (owner, store, draft);
}

/* ---- an action against a deviation ---- */

/**
 * tras_deviation_forms_add_action:
 * @owner: a widget of the window
 * @store: where it is written to
 * @deviation: a deviation as it was read
 *
 * Asks for an action against it, with an owner and a date. It stands in Plans then.
 */
void
tras_deviation_forms_add_action (GtkWidget     *owner,
                                 TrasStore     *store,
                                 TrasDeviation *deviation)
{
  g_autoptr (TrasAction) draft = NULL;

  g_return_if_fail (TRAS_IS_DEVIATION (deviation));

  draft = tras_deviation_draft_action (deviation, NULL, tras_day_today ());
  tras_action_forms_add (owner, store, draft, deviation->fact);
}

/* ---- once more ---- */

/* Why it was not over after all stands with what had been taken for evidence. */
static char *
dup_evidence (TrasDeviation *deviation,
              const char    *why)
{
  g_autofree char *day = tras_number_format_date_medium (tras_number_format_get_default (),
                                                         tras_day_today ());
  g_autofree char *line = NULL;

  /* Translators: a day and a reason: “Reopened on 4 Mar 2026: it has happened again” */
  line = g_strdup_printf (_("Reopened on %s: %s"), day, why);

  return deviation->evidence != NULL ? g_strdup_printf ("%s\n%s", deviation->evidence, line)
                                     : g_steal_pointer (&line);
}

static TrasEdit *
reopen_make_edit (TrasFormDialog *dialog,
                  gpointer        draft,
                  gpointer        data)
{
  TrasDeviation *deviation = data;
  TrasDeviation *typed = draft;
  g_autoptr (TrasDeviation) copy = NULL;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (typed->evidence == NULL)
    {
      tras_form_dialog_refuse (dialog, "evidence", _("Why is it not over? It opens with a reason"));
      return NULL;
    }

  copy = tras_record_dup (deviation);
  g_free (copy->evidence);
  copy->evidence = dup_evidence (deviation, typed->evidence);
  copy->state = g_intern_string ("reopened");
  copy->effective = NULL;
  copy->closed_on = copy->check_on = TRAS_DAY_NONE;
  /* Translators: an edit; %s is the code of a deviation */
  label = g_strdup_printf (_("Reopen %s"), deviation->code);
  edit = tras_edit_new (label);
  tras_edit_update (edit, copy);

  return edit;
}

static const TrasFormFuncs reopen_funcs = {
  .make_edit = reopen_make_edit,
};

/**
 * tras_deviation_forms_reopen:
 * @owner: a widget of the window
 * @store: where it is written to
 * @deviation: a closed deviation as it was read
 *
 * Asks why it is not over. Whether it was effective is to be said anew, and checked anew.
 */
void
tras_deviation_forms_reopen (GtkWidget     *owner,
                             TrasStore     *store,
                             TrasDeviation *deviation)
{
  TrasFormDialog *dialog;
  g_autoptr (TrasDeviation) draft = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));
  g_return_if_fail (TRAS_IS_DEVIATION (deviation));

  draft = tras_record_dup (deviation);
  g_clear_pointer (&draft->evidence, g_free);
  dialog = tras_form_dialog_new (owner, store, _("Reopen Deviation"), _("_Reopen"), &reopen_funcs,
                                 g_object_ref (deviation), g_object_unref);
  tras_form_dialog_add_group (dialog, deviation->fact);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_DEVIATION, "evidence", _("Why?"));
  tras_form_dialog_present (dialog, draft);
}

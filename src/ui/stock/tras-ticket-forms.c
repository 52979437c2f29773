/* tras-ticket-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-ticket-forms.h"
#include "tras-ticket-steps.h"
#include "tras-window.h"

/* ---- a new ticket ---- */

static TrasEdit *
new_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  TrasTicket *ticket = draft;
  gboolean internal = tras_ticket_is_internal (ticket);
  TrasEdit *edit;

  if (ticket->subject == NULL)
    tras_form_dialog_refuse (dialog, "subject", _("What is it about?"));
  else if (internal && ticket->from_area_id == 0)
    tras_form_dialog_refuse (dialog, "from_area_id", _("Which area asks?"));
  else if (!internal && ticket->customer_id == 0 && ticket->sale_id == 0)
    tras_form_dialog_refuse (dialog, "customer_id", _("Who asks?"));
  else if (ticket->area_id == 0)
    tras_form_dialog_refuse (dialog, "area_id", _("Which area works on it?"));
  else
    {
      /* What was chosen before the kind was another one is not meant. */
      if (internal)
        ticket->customer_id = ticket->sale_id = 0;
      else
        ticket->from_area_id = 0;
      edit = tras_edit_new (_("New ticket"));
      tras_edit_insert (edit, ticket);
      return edit;
    }

  return NULL;
}

/* An area asks, or a customer. */
static void
new_changed (TrasFormDialog *dialog,
             gpointer        draft,
             gpointer        data)
{
  gboolean internal = tras_ticket_is_internal (draft);

  gtk_widget_set_visible (tras_form_dialog_get_field (dialog, "from_area_id"), internal);
  gtk_widget_set_visible (tras_form_dialog_get_field (dialog, "customer_id"), !internal);
  gtk_widget_set_visible (tras_form_dialog_get_field (dialog, "sale_id"), !internal);
}

static void
new_saved (GtkWidget *owner,
           gpointer   draft,
           gpointer   data)
{
  tras_window_show_record (owner, TRAS_TYPE_TICKET, TRAS_RECORD (draft)->id);
}

static const TrasFormFuncs new_funcs = {
  .make_edit = new_make_edit,
  .changed = new_changed,
  .saved = new_saved,
};

/**
 * tras_ticket_forms_new:
 * @owner: who asks
 * @store: the file
 * @customer_id: who asks, 0 where that is to be chosen
 * @sale_id: the order it is about, or 0
 *
 * Asks what it is about, who asks and who works on it; shows the ticket when it is stored.
 */
void
tras_ticket_forms_new (GtkWidget *owner,
                       TrasStore *store,
                       gint64     customer_id,
                       gint64     sale_id)
{
  static const char *const asked[] = { "subject", "kind", "customer_id", "sale_id",
                                       "from_area_id" };
  static const char *const works[] = { "area_id", "person_id", "due_at" };
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("New Ticket"), _("_Add"),
                                                 &new_funcs, NULL, NULL);
  g_autoptr (TrasTicket) draft = tras_ticket_draft (tras_instant_now ());

  draft->customer_id = customer_id;
  draft->sale_id = sale_id;
  tras_form_dialog_add_group (dialog, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_TICKET, asked[i], NULL);
  tras_form_dialog_add_group (dialog, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_TICKET, works[i], NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- steps ---- */

typedef struct
{
  TrasTicket *ticket;
  gboolean is_new;
} StepForm;

static void
step_form_free (gpointer data)
{
  StepForm *form = data;

  g_object_unref (form->ticket);
  g_free (form);
}

static TrasEdit *
step_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  StepForm *form = data;
  TrasEdit *edit;

  if (form->is_new)
    return tras_ticket_add_step (form->ticket, draft);

  edit = tras_edit_new (_("Change a step of a ticket"));
  tras_edit_update (edit, draft);

  return edit;
}

static const TrasFormFuncs step_funcs = {
  .make_edit = step_make_edit,
};

static void
present_step (GtkWidget      *owner,
              TrasStore      *store,
              TrasTicket     *ticket,
              TrasTicketStep *draft,
              TrasTicketStep *before)
{
  static const char *const fields[] = { "words", "minutes", "area_id", "person_id", "waits", "at" };
  StepForm *form = g_new0 (StepForm, 1);
  TrasFormDialog *dialog;
  g_autofree char *title = NULL;

  form->ticket = g_object_ref (ticket);
  form->is_new = before == NULL;
  /* Translators: %s is the number of a ticket */
  title = g_strdup_printf (_("Step of Ticket %s"), ticket->code);
  dialog = tras_form_dialog_new (owner, store, title, before != NULL ? _("_Save") : _("_Add"),
                                 &step_funcs, form, step_form_free);
  tras_form_dialog_add_group (dialog, ticket->subject);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_TICKET_STEP, fields[i], NULL);
  if (before != NULL)
    tras_form_dialog_add_delete (dialog, _("_Delete Step"), before,
                                 _("Delete a step of a ticket"));
  tras_form_dialog_present (dialog, draft);
}

/**
 * tras_ticket_forms_add_step:
 * @owner: who asks
 * @store: the file
 * @ticket: an open ticket as it was read
 *
 * Asks what was done about it, by whom and in how many minutes.
 */
void
tras_ticket_forms_add_step (GtkWidget  *owner,
                            TrasStore  *store,
                            TrasTicket *ticket)
{
  g_autoptr (TrasTicketStep) draft = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_TICKET (ticket));

  draft = tras_ticket_draft_step (ticket, tras_instant_now ());
  present_step (owner, store, ticket, draft, NULL);
}

/**
 * tras_ticket_forms_change_step:
 * @owner: who asks
 * @store: the file
 * @ticket: a ticket as it was read
 * @step: one of its steps
 *
 * As tras_ticket_forms_add_step(), for a step that is there; it can be taken away.
 */
void
tras_ticket_forms_change_step (GtkWidget      *owner,
                               TrasStore      *store,
                               TrasTicket     *ticket,
                               TrasTicketStep *step)
{
  g_autoptr (TrasTicketStep) draft = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_TICKET_STEP (step));

  draft = tras_record_dup (step);
  present_step (owner, store, ticket, draft, step);
}

/* ---- the end, and once more ---- */

static TrasEdit *
close_make_edit (TrasFormDialog *dialog,
                 gpointer        draft,
                 gpointer        data)
{
  if (tras_ticket_is_complaint (draft) && TRAS_TICKET (draft)->cause == NULL)
    {
      tras_form_dialog_refuse (dialog, "cause", _("What did the complaint come from?"));
      return NULL;
    }

  return tras_ticket_close (draft, tras_instant_now ());
}

static const TrasFormFuncs close_funcs = {
  .make_edit = close_make_edit,
};

/**
 * tras_ticket_forms_close:
 * @owner: who asks
 * @store: the file
 * @ticket: an open ticket as it was read
 *
 * Asks what it came from and what it cost, and closes it.
 */
void
tras_ticket_forms_close (GtkWidget  *owner,
                         TrasStore  *store,
                         TrasTicket *ticket)
{
  TrasFormDialog *dialog;
  g_autoptr (TrasTicket) draft = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_TICKET (ticket));

  draft = tras_record_dup (ticket);
  dialog = tras_form_dialog_new (owner, store, _("Close Ticket"), _("_Close Ticket"), &close_funcs,
                                 NULL, NULL);
  tras_form_dialog_add_group (dialog, ticket->subject);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_TICKET, "cause", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_TICKET, "cost", NULL);
  if (!tras_ticket_is_internal (ticket))
    tras_form_dialog_add_field (dialog, TRAS_TYPE_TICKET, "at_risk", NULL);
  tras_form_dialog_present (dialog, draft);
}

static TrasEdit *
reopen_make_edit (TrasFormDialog *dialog,
                  gpointer        draft,
                  gpointer        data)
{
  if (TRAS_TICKET_STEP (draft)->words == NULL)
    {
      tras_form_dialog_refuse (dialog, "words", _("Why is it not over?"));
      return NULL;
    }

  return tras_ticket_reopen (data, draft);
}

static const TrasFormFuncs reopen_funcs = {
  .make_edit = reopen_make_edit,
};

/**
 * tras_ticket_forms_reopen:
 * @owner: who asks
 * @store: the file
 * @ticket: a closed ticket as it was read
 *
 * Asks why it is not over, and opens it again.
 */
void
tras_ticket_forms_reopen (GtkWidget  *owner,
                          TrasStore  *store,
                          TrasTicket *ticket)
{
  TrasFormDialog *dialog;
  g_autoptr (TrasTicketStep) draft = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_TICKET (ticket));

  draft = tras_ticket_draft_step (ticket, tras_instant_now ());
  dialog = tras_form_dialog_new (owner, store, _("Reopen Ticket"), _("_Reopen"), &reopen_funcs,
                                 g_object_ref (ticket), g_object_unref);
  tras_form_dialog_add_group (dialog, ticket->subject);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_TICKET_STEP, "words", _("Why?"));
  tras_form_dialog_present (dialog, draft);
}

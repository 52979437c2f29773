/* tras-ticket-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-choice-row.h"
#include "tras-deviation-forms.h"
#include "tras-entry-row.h"
#include "tras-reference-row.h"
#include "tras-switch-row.h"
#include "tras-text-row.h"
#include "tras-ticket-detail.h"
#include "tras-ticket-forms.h"
#include "tras-ticket-steps.h"
#include "tras-ticket-trail.h"
#include "tras-ticket-words.h"
#include "tras-window.h"

/**
 * TrasTicketDetail:
 *
 * How a ticket stands, what was done about it, and a button for what comes next.
 */
struct _TrasTicketDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *deviation_row;
  GtkButton *deviation_button;
  GtkButton *step_button;
  GtkButton *turn_button;
  GtkImage *state_icon;
  GtkLabel *origin;
  GtkLabel *state;
  GtkLabel *subject;
  GtkLabel *times;
  GtkWidget *buttons;
  GtkWidget *close_child;
  GtkWidget *customer;
  GtkWidget *from_area;
  GtkWidget *kind;
  GtkWidget *risk;
  GtkWidget *risk_row;
  GtkWidget *sale;
  GtkWidget *turn_child;
};

G_DEFINE_FINAL_TYPE (TrasTicketDetail, tras_ticket_detail, TRAS_TYPE_DETAIL)

static TrasTicket *
get_ticket (TrasTicketDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasTicketDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

/* The ticket on show where it may be changed, else %NULL. */
static TrasTicket *
get_writable (TrasTicketDetail *self)
{
  TrasStore *store = get_store (self);

  return store != NULL && !tras_store_is_read_only (store) ? get_ticket (self) : NULL;
}

static void
apply (TrasTicketDetail *self,
       TrasEdit         *edit)
{
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

/* ---- what is done with it ---- */

/**
 * tras_ticket_detail_do_next:
 * @self: a pane
 *
 * Does what comes next with the ticket on show: it is answered, closed, taken up again when it
 * waits, reopened when it is closed.
 */
void
tras_ticket_detail_do_next (TrasTicketDetail *self)
{
  TrasTicket *ticket;

  g_return_if_fail (TRAS_IS_TICKET_DETAIL (self));

  ticket = get_writable (self);
  if (ticket == NULL)
    return;
  if (!tras_ticket_is_open (ticket))
    tras_ticket_forms_reopen (GTK_WIDGET (self), get_store (self), ticket);
  else if (tras_ticket_is_waiting (ticket))
    apply (self, tras_ticket_take_turn (ticket, tras_instant_now ()));
  else if (ticket->answered_at == TRAS_NULL)
    apply (self, tras_ticket_answer (ticket, tras_instant_now ()));
  else
    tras_ticket_forms_close (GTK_WIDGET (self), get_store (self), ticket);
}

/**
 * tras_ticket_detail_add_step:
 * @self: a pane
 *
 * Asks what was done about the ticket on show, where it is open.
 */
void
tras_ticket_detail_add_step (TrasTicketDetail *self)
{
  TrasTicket *ticket;

  g_return_if_fail (TRAS_IS_TICKET_DETAIL (self));

  ticket = get_writable (self);
  if (ticket != NULL && tras_ticket_is_open (ticket))
    tras_ticket_forms_add_step (GTK_WIDGET (self), get_store (self), ticket);
}

/**
 * tras_ticket_detail_take_turn:
 * @self: a pane
 *
 * Makes it the customer's turn, or the firm's again, where the ticket on show is open.
 */
void
tras_ticket_detail_take_turn (TrasTicketDetail *self)
{
  TrasTicket *ticket;

  g_return_if_fail (TRAS_IS_TICKET_DETAIL (self));

  ticket = get_writable (self);
  if (ticket != NULL && tras_ticket_is_open (ticket))
    apply (self, tras_ticket_take_turn (ticket, tras_instant_now ()));
}

/**
 * tras_ticket_detail_show_deviation:
 * @self: a pane
 *
 * Opens a deviation for the ticket on show, or shows the one that it has.
 */
void
tras_ticket_detail_show_deviation (TrasTicketDetail *self)
{
  TrasTicket *ticket;

  g_return_if_fail (TRAS_IS_TICKET_DETAIL (self));

  ticket = get_ticket (self);
  if (ticket != NULL && ticket->deviation_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_DEVIATION, ticket->deviation_id);
  else if (get_writable (self) != NULL)
    tras_deviation_forms_ticket (GTK_WIDGET (self), get_store (self), ticket);
}

static void
on_close (TrasTicketDetail *self)
{
  TrasTicket *ticket = get_writable (self);

  if (ticket != NULL && tras_ticket_is_open (ticket))
    tras_ticket_forms_close (GTK_WIDGET (self), get_store (self), ticket);
}

/* ---- the object ---- */

static const char *
get_next (TrasTicket *ticket)
{
  if (!tras_ticket_is_open (ticket))
    return C_("ticket", "_Reopen…");
  if (tras_ticket_is_waiting (ticket))
    return C_("ticket", "_Take Up Again");

  return ticket->answered_at == TRAS_NULL ? C_("ticket", "It Is _Answered")
                                          : C_("ticket", "_Close…");
}

static void
show_buttons (TrasTicketDetail *self,
              TrasTicket       *ticket)
{
  gboolean writable = get_writable (self) != NULL;
  gboolean open = tras_ticket_is_open (ticket);

  gtk_widget_set_visible (GTK_WIDGET (self->step_button), writable);
  gtk_button_set_label (self->step_button, get_next (ticket));
  /* Nobody is invited to reopen it. */
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self->step_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->step_button), "suggested-action");
  gtk_widget_set_visible (self->buttons, writable && open);
  /* What comes next has a button of its own. */
  gtk_widget_set_visible (self->close_child, tras_ticket_is_waiting (ticket) ||
                                               ticket->answered_at == TRAS_NULL);
  gtk_widget_set_visible (self->turn_child, !tras_ticket_is_waiting (ticket));
  gtk_button_set_label (self->turn_button, tras_ticket_is_internal (ticket)
                                             ? C_("ticket", "_Wait for the Area")
                                             : C_("ticket", "_Wait for the Customer"));
  gtk_widget_set_visible (GTK_WIDGET (self->deviation_button),
                          writable && ticket->deviation_id == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->deviation_row), ticket->deviation_id != 0);
  if (ticket->deviation_id != 0)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->deviation_row),
                                   ticket->deviation_code);
}

static void
tras_ticket_detail_record_changed (TrasDetail *detail,
                                   gpointer    record)
{
  TrasTicketDetail *self = TRAS_TICKET_DETAIL (detail);
  TrasTicket *ticket = record;
  TrasDay today = tras_day_today ();
  const char *classes[2] = { NULL };
  g_autofree char *state = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *times = NULL;
  gboolean internal;

  if (record == NULL)
    return;

  internal = tras_ticket_is_internal (ticket);
  state = tras_ticket_words_dup_state (ticket, today);
  origin = tras_ticket_words_dup_origin (ticket);
  times = tras_ticket_words_dup_times (ticket, tras_instant_now ());
  classes[0] = tras_ticket_words_get_class (ticket, today);
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->subject, ticket->subject);
  gtk_label_set_label (self->origin, origin);
  gtk_label_set_label (self->times, times);
  gtk_image_set_from_icon_name (self->state_icon, tras_ticket_words_get_icon (ticket, today));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);
  gtk_widget_set_visible (self->risk, ticket->at_risk);
  gtk_widget_set_visible (self->kind, !internal);
  gtk_widget_set_visible (self->customer, !internal);
  gtk_widget_set_visible (self->sale, !internal);
  gtk_widget_set_visible (self->risk_row, !internal);
  gtk_widget_set_visible (self->from_area, internal);
  show_buttons (self, ticket);
}

static char *
tras_ticket_detail_dup_title (TrasDetail *detail,
                              gpointer    record)
{
  /* Translators: %s is the number of a ticket */
  return g_strdup_printf (_("Ticket %s"), TRAS_TICKET (record)->code);
}

static void
tras_ticket_detail_class_init (TrasTicketDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  TRAS_DETAIL_CLASS (klass)->record_changed = tras_ticket_detail_record_changed;
  TRAS_DETAIL_CLASS (klass)->dup_title = tras_ticket_detail_dup_title;

  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_SWITCH_ROW);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  g_type_ensure (TRAS_TYPE_TICKET_TRAIL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-ticket-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, close_child);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, customer);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, deviation_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, deviation_row);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, from_area);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, kind);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, origin);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, risk);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, risk_row);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, sale);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, step_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, subject);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, times);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, turn_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketDetail, turn_child);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, tras_ticket_detail_add_step);
  gtk_widget_class_bind_template_callback (widget_class, tras_ticket_detail_do_next);
  gtk_widget_class_bind_template_callback (widget_class, tras_ticket_detail_show_deviation);
  gtk_widget_class_bind_template_callback (widget_class, tras_ticket_detail_take_turn);
}

static void
tras_ticket_detail_init (TrasTicketDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

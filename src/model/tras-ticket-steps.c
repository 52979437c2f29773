/* tras-ticket-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-template.h"
#include "tras-ticket-steps.h"

/* The log keeps labels for good: they name the ticket, and nobody. */
static TrasEdit *
begin (const char *format,
       TrasTicket *ticket)
{
  g_autofree char *label = tras_template_fill (_(format), "ticket", ticket->code, NULL);

  return tras_edit_new (label);
}

/**
 * tras_ticket_get_usual_due:
 * @opened_at: when a ticket was opened
 *
 * Returns: when it is due where nobody says so: in the evening of the third working day behind it,
 *   from Monday to Friday
 */
gint64
tras_ticket_get_usual_due (gint64 opened_at)
{
  TrasDay day = tras_day_from_instant (opened_at);

  for (int left = TRAS_TICKET_DUE_DAYS; left > 0; )
    left -= tras_day_weekday (++day) <= 5;

  return tras_day_get_instant (day, TRAS_TICKET_DUE_HOUR);
}

/**
 * tras_ticket_draft:
 * @now: the present instant
 *
 * Returns: (transfer full): a ticket that is not stored yet, opened now and due by default
 */
TrasTicket *
tras_ticket_draft (gint64 now)
{
  TrasTicket *self = tras_ticket_new ();

  self->kind = g_intern_static_string ("question");
  self->opened_at = now;
  self->due_at = tras_ticket_get_usual_due (now);

  return self;
}

/**
 * tras_ticket_draft_step:
 * @ticket: a ticket as it was read
 * @now: the present instant
 *
 * Returns: (transfer full): a step of it that is not stored yet, of the area and the person that
 *   work on it; whose turn it is stays as it is
 */
TrasTicketStep *
tras_ticket_draft_step (TrasTicket *ticket,
                        gint64      now)
{
  TrasTicketStep *step = tras_ticket_step_new ();

  g_return_val_if_fail (TRAS_IS_TICKET (ticket), step);

  step->ticket_id = TRAS_RECORD (ticket)->id;
  step->at = now;
  step->area_id = ticket->area_id;
  step->person_id = ticket->person_id;
  step->waits = tras_ticket_is_waiting (ticket);

  return step;
}

/* Whoever asks the customer back has answered. */
static void
insert_step (TrasEdit       *edit,
             TrasTicket     *ticket,
             TrasTicketStep *step)
{
  if (step->waits && ticket->answered_at == TRAS_NULL)
    {
      g_autoptr (TrasTicket) answered = tras_record_dup (ticket);

      answered->answered_at = step->at;
      tras_edit_update (edit, answered);
    }
  tras_edit_insert (edit, step);
}

/**
 * tras_ticket_add_step:
 * @ticket: a ticket as it was read
 * @step: what was done, not stored yet
 *
 * Returns: (transfer full): the edit that adds the step
 */
TrasEdit *
tras_ticket_add_step (TrasTicket     *ticket,
                      TrasTicketStep *step)
{
  /* Translators: {ticket} is the number of a ticket */
  TrasEdit *edit = begin (N_("Ticket {ticket}: a step"), ticket);

  g_return_val_if_fail (TRAS_IS_TICKET_STEP (step), edit);

  insert_step (edit, ticket, step);

  return edit;
}

/**
 * tras_ticket_take_turn:
 * @ticket: an open ticket as it was read
 * @now: the present instant
 *
 * Returns: (transfer full): the edit that makes it the customer's turn, or the firm's where it is
 *   the customer's
 */
TrasEdit *
tras_ticket_take_turn (TrasTicket *ticket,
                       gint64      now)
{
  static const char *const labels[] = {
    /* Translators: {ticket} is the number of a ticket */
    N_("Ticket {ticket} waits for the customer"),
    N_("Ticket {ticket} is taken up again"),
  };
  g_autoptr (TrasTicketStep) step = tras_ticket_draft_step (ticket, now);
  TrasEdit *edit = begin (labels[step->waits ? 1 : 0], ticket);

  step->waits = !step->waits;
  insert_step (edit, ticket, step);

  return edit;
}

/**
 * tras_ticket_answer:
 * @ticket: a ticket as it was read, not answered yet
 * @now: the present instant
 *
 * Returns: (transfer full): the edit that says it was answered
 */
TrasEdit *
tras_ticket_answer (TrasTicket *ticket,
                    gint64      now)
{
  /* Translators: {ticket} is the number of a ticket */
  TrasEdit *edit = begin (N_("Answer ticket {ticket}"), ticket);
  g_autoptr (TrasTicket) answered = tras_record_dup (ticket);

  answered->answered_at = now;
  tras_edit_update (edit, answered);

  return edit;
}

/**
 * tras_ticket_close:
 * @ticket: an open ticket with its cause and cost as they are to be
 * @now: the present instant
 *
 * Returns: (transfer full): the edit that closes it; what is resolved is answered
 */
TrasEdit *
tras_ticket_close (TrasTicket *ticket,
                   gint64      now)
{
  /* Translators: {ticket} is the number of a ticket */
  TrasEdit *edit = begin (N_("Close ticket {ticket}"), ticket);
  g_autoptr (TrasTicket) closed = tras_record_dup (ticket);

  closed->closed_at = now;
  if (closed->answered_at == TRAS_NULL)
    closed->answered_at = now;
  tras_edit_update (edit, closed);

  return edit;
}

/**
 * tras_ticket_reopen:
 * @ticket: a closed ticket as it was read
 * @step: why it is not over
 *
 * It was not resolved, so that the time since it was closed counts.
 *
 * Returns: (transfer full): the edit that opens it again, and makes it the firm's turn
 */
TrasEdit *
tras_ticket_reopen (TrasTicket     *ticket,
                    TrasTicketStep *step)
{
  /* Translators: {ticket} is the number of a ticket */
  TrasEdit *edit = begin (N_("Reopen ticket {ticket}"), ticket);
  g_autoptr (TrasTicket) open = tras_record_dup (ticket);

  g_return_val_if_fail (TRAS_IS_TICKET_STEP (step), edit);

  open->closed_at = TRAS_NULL;
  tras_edit_update (edit, open);
  step->waits = FALSE;
  tras_edit_insert (edit, step);

  return edit;
}

/* ---- deviations ---- */

/* What it has cost so far, in words and figures. */
static char *
dup_effect (TrasTicket *ticket,
            const char *currency)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (ticket->minutes > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%d minute of work so far.",
                                                "%d minutes of work so far.",
                                                (gulong) ticket->minutes), (int) ticket->minutes));
  if (ticket->cost != TRAS_NULL)
    {
      g_autofree char *money =
        tras_number_format_money (tras_number_format_get_default (), ticket->cost, currency);

      /* Translators: %s is money */
      g_ptr_array_add (sentences, g_strdup_printf (_("It cost %s."), money));
    }
  if (ticket->at_risk)
    g_ptr_array_add (sentences, g_strdup (_("The firm may lose the customer.")));
  if (sentences->len == 0)
    return NULL;
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}

/**
 * tras_ticket_draft_deviation:
 * @ticket: a ticket as it was read
 * @currency: the firm's currency
 * @today: the present day
 *
 * The fact names the ticket and its order, and nobody.
 *
 * Returns: (transfer full): a deviation that is not stored yet, with what the ticket says of it
 */
TrasDeviation *
tras_ticket_draft_deviation (TrasTicket *ticket,
                             const char *currency,
                             TrasDay     today)
{
  TrasDeviation *deviation = tras_deviation_new ();

  g_return_val_if_fail (TRAS_IS_TICKET (ticket), deviation);

  deviation->origin = g_intern_static_string (tras_ticket_is_complaint (ticket) ? "complaint"
                                                                               : "person");
  deviation->opened_on = today;
  deviation->area_id = ticket->area_id;
  deviation->owner_id = ticket->person_id;
  deviation->fact = ticket->sale_code != NULL
    /* Translators: the number of a ticket, that of an order, and what the ticket is about */
    ? g_strdup_printf (_("Ticket %s on order %s: %s"), ticket->code, ticket->sale_code,
                       ticket->subject)
    /* Translators: the number of a ticket, and what it is about */
    : g_strdup_printf (_("Ticket %s: %s"), ticket->code, ticket->subject);
  deviation->effect = dup_effect (ticket, currency);
  deviation->cause = g_strdup (ticket->cause);

  return deviation;
}

/**
 * tras_ticket_link_deviation:
 * @ticket: a ticket as it was read, without a deviation
 * @edit: an edit that inserts @deviation
 * @deviation: what was opened for the ticket
 *
 * Lets the edit say too that the ticket has its deviation. Who read the ticket before somebody else
 * opened one is refused.
 */
void
tras_ticket_link_deviation (TrasTicket    *ticket,
                            TrasEdit      *edit,
                            TrasDeviation *deviation)
{
  g_autoptr (TrasTicket) linked = NULL;

  g_return_if_fail (TRAS_IS_TICKET (ticket) && ticket->deviation_id == 0);
  g_return_if_fail (TRAS_IS_DEVIATION (deviation));

  linked = tras_record_dup (ticket);
  tras_edit_update (edit, linked);
  tras_edit_link (edit, linked, "deviation_id", deviation);
}

/* tras-ticket.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-ticket.h"

static const TrasChoice kinds[] = {
  { "question", NC_("ticket", "Question"), "ticket" },
  { "complaint", NC_("ticket", "Complaint"), "ticket" },
  { "return", NC_("ticket", "Return"), "ticket" },
  { "internal", NC_("ticket", "Internal"), "ticket" },
  { NULL, NULL },
};

static const TrasChoice stages[] = {
  { "open", NC_("ticket", "To answer"), "ticket" },
  { "answered", NC_("ticket", "To resolve"), "ticket" },
  { "waiting", NC_("ticket", "Waiting for the customer"), "ticket" },
  { "closed", NC_("ticket", "Closed"), "ticket" },
  { NULL, NULL },
};

static const TrasField ticket_fields[] = {
  TRAS_FIELD (TrasTicket, code, TEXT, TRAS_FIELD_NAME, N_("Ticket number")),
  TRAS_FIELD (TrasTicket, kind, CHOICE, TRAS_FIELD_REQUIRED, N_("Kind"), .choices = kinds),
  TRAS_FIELD (TrasTicket, customer_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Customer"),
              .target = "customer"),
  TRAS_FIELD (TrasTicket, from_area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Asking area"),
              .target = "area"),
  TRAS_FIELD (TrasTicket, sale_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Order"), .target = "sale"),
  TRAS_FIELD (TrasTicket, subject, TEXT, TRAS_FIELD_REQUIRED | TRAS_FIELD_FOLDED, N_("Subject")),
  TRAS_FIELD (TrasTicket, opened_at, INSTANT, TRAS_FIELD_REQUIRED, N_("Opened")),
  TRAS_FIELD (TrasTicket, answered_at, INSTANT, TRAS_FIELD_PLAIN, N_("First answer")),
  TRAS_FIELD (TrasTicket, closed_at, INSTANT, TRAS_FIELD_PLAIN, N_("Closed")),
  TRAS_FIELD (TrasTicket, due_at, INSTANT, TRAS_FIELD_PLAIN, N_("Due")),
  TRAS_FIELD (TrasTicket, area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Area"), .target = "area",
              .help = N_("The area that works on it.")),
  TRAS_FIELD (TrasTicket, person_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Person"),
              .target = "person"),
  TRAS_FIELD (TrasTicket, cause, TEXT, TRAS_FIELD_MULTILINE, N_("Cause"),
              .help = N_("What it came from, as “The wrong size was packed”.")),
  TRAS_FIELD (TrasTicket, cost, MONEY, TRAS_FIELD_UNSIGNED, N_("Cost"),
              .help = N_("What it cost the firm: goods, carriage, a credit note.")),
  TRAS_FIELD (TrasTicket, at_risk, BOOLEAN, TRAS_FIELD_REQUIRED, N_("Customer at risk"),
              .initial = "0",
              .help = N_("The firm may lose the customer.")),
  TRAS_FIELD (TrasTicket, deviation_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Deviation"),
              .target = "deviation"),
  TRAS_FIELD (TrasTicket, customer_name, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_PERSONAL,
              N_("Customer")),
  TRAS_FIELD (TrasTicket, from_area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Asking area")),
  TRAS_FIELD (TrasTicket, asked_by, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_PERSONAL,
              N_("Who asks")),
  TRAS_FIELD (TrasTicket, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasTicket, person_name, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_PERSONAL,
              N_("Person")),
  TRAS_FIELD (TrasTicket, sale_code, TEXT, TRAS_FIELD_COMPUTED, N_("Order number")),
  TRAS_FIELD (TrasTicket, deviation_code, TEXT, TRAS_FIELD_COMPUTED, N_("Deviation")),
  TRAS_FIELD (TrasTicket, stage, CHOICE, TRAS_FIELD_COMPUTED, N_("Stage"), .choices = stages),
  TRAS_FIELD (TrasTicket, steps, INTEGER, TRAS_FIELD_COMPUTED, N_("Steps")),
  TRAS_FIELD (TrasTicket, minutes, INTEGER, TRAS_FIELD_COMPUTED, N_("Minutes")),
  TRAS_FIELD (TrasTicket, waited, INTEGER, TRAS_FIELD_COMPUTED, N_("Seconds of the customer")),
  TRAS_FIELD (TrasTicket, waits_from, INSTANT, TRAS_FIELD_COMPUTED, N_("Waiting since")),
};

static const TrasTable ticket_table = {
  .name = "ticket",
  .view = "ticket_view",
  .kind = "tickets",
  .singular = N_("Ticket"),
  .plural = N_("Tickets"),
  .fields = ticket_fields,
  .n_fields = G_N_ELEMENTS (ticket_fields),
  .code = "T",
};

TRAS_DEFINE_RECORD (TrasTicket, tras_ticket, &ticket_table)

static const TrasField ticket_step_fields[] = {
  TRAS_FIELD (TrasTicketStep, ticket_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Ticket"),
              .target = "ticket"),
  TRAS_FIELD (TrasTicketStep, at, INSTANT, TRAS_FIELD_REQUIRED, N_("When")),
  TRAS_FIELD (TrasTicketStep, area_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Area"),
              .target = "area"),
  TRAS_FIELD (TrasTicketStep, person_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Person"),
              .target = "person"),
  TRAS_FIELD (TrasTicketStep, minutes, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Minutes"), .initial = "0"),
  TRAS_FIELD (TrasTicketStep, words, TEXT, TRAS_FIELD_MULTILINE, N_("What was done")),
  TRAS_FIELD (TrasTicketStep, waits, BOOLEAN, TRAS_FIELD_REQUIRED,
              N_("It is the customer’s turn"), .initial = "0",
              .help = N_("Until the next step the time is the customer’s and does not count.")),
  TRAS_FIELD (TrasTicketStep, ticket_code, TEXT, TRAS_FIELD_COMPUTED, N_("Ticket number")),
  TRAS_FIELD (TrasTicketStep, area_name, TEXT, TRAS_FIELD_COMPUTED, N_("Area")),
  TRAS_FIELD (TrasTicketStep, person_name, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_PERSONAL,
              N_("Person")),
};

static const TrasTable ticket_step_table = {
  .name = "ticket_step",
  .view = "ticket_step_view",
  .kind = "ticket-steps",
  .singular = N_("Step of a ticket"),
  .plural = N_("Steps of tickets"),
  .fields = ticket_step_fields,
  .n_fields = G_N_ELEMENTS (ticket_step_fields),
};

TRAS_DEFINE_RECORD (TrasTicketStep, tras_ticket_step, &ticket_step_table)

/**
 * tras_ticket_is_open:
 * @self: a ticket
 *
 * Returns: whether it is not closed, whosever turn it is
 */
gboolean
tras_ticket_is_open (TrasTicket *self)
{
  g_return_val_if_fail (TRAS_IS_TICKET (self), FALSE);

  return self->closed_at == TRAS_NULL;
}

/**
 * tras_ticket_is_waiting:
 * @self: a ticket as it was read
 *
 * Returns: whether it is the customer's turn
 */
gboolean
tras_ticket_is_waiting (TrasTicket *self)
{
  g_return_val_if_fail (TRAS_IS_TICKET (self), FALSE);

  return self->waits_from != TRAS_NULL;
}

/**
 * tras_ticket_is_internal:
 * @self: a ticket
 *
 * Returns: whether an area asks, not a customer
 */
gboolean
tras_ticket_is_internal (TrasTicket *self)
{
  g_return_val_if_fail (TRAS_IS_TICKET (self), FALSE);

  return g_strcmp0 (self->kind, "internal") == 0;
}

/**
 * tras_ticket_is_complaint:
 * @self: a ticket
 *
 * Returns: whether it is a complaint
 */
gboolean
tras_ticket_is_complaint (TrasTicket *self)
{
  g_return_val_if_fail (TRAS_IS_TICKET (self), FALSE);

  return g_strcmp0 (self->kind, "complaint") == 0;
}

/**
 * tras_ticket_is_late:
 * @self: a ticket as it was read
 * @today: the present day
 *
 * Returns: whether it should have been resolved before today, was not, and it is the firm's turn
 */
gboolean
tras_ticket_is_late (TrasTicket *self,
                     TrasDay     today)
{
  g_return_val_if_fail (TRAS_IS_TICKET (self), FALSE);

  return tras_ticket_is_open (self) && !tras_ticket_is_waiting (self) &&
         self->due_at != TRAS_NULL && tras_day_from_instant (self->due_at) < today;
}

/**
 * tras_ticket_get_waited:
 * @self: a ticket as it was read
 * @now: the present instant
 *
 * Returns: for how many seconds it was the customer's turn, up to @now where it still is
 */
gint64
tras_ticket_get_waited (TrasTicket *self,
                        gint64      now)
{
  g_return_val_if_fail (TRAS_IS_TICKET (self), 0);

  return tras_ticket_is_waiting (self)
           ? self->waited + MAX (now - MAX (self->waits_from, self->opened_at), 0)
           : self->waited;
}

/**
 * tras_ticket_get_seconds:
 * @self: a ticket as it was read
 * @now: the present instant
 *
 * Returns: how long it took to resolve it, or how old it is, without the time that was the
 *   customer's
 */
gint64
tras_ticket_get_seconds (TrasTicket *self,
                         gint64      now)
{
  gint64 end;

  g_return_val_if_fail (TRAS_IS_TICKET (self), 0);

  end = tras_ticket_is_open (self) ? now : self->closed_at;

  return MAX (end - self->opened_at - tras_ticket_get_waited (self, now), 0);
}

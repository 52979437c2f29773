/* tras-ticket.h: what customers and other areas ask and complain about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TICKET (tras_ticket_get_type ())

TRAS_DECLARE_RECORD (TrasTicket, tras_ticket, TICKET)

/**
 * TrasTicket:
 * @from_area_id: the area that asks, of an internal ticket; the others have @customer_id
 * @area_id: the area that works on it
 * @cost: what it cost the firm, %TRAS_NULL where nobody said
 * @asked_by: (nullable): who asks, customer or area
 * @minutes: of all its steps
 * @waited: seconds that were the customer's, in steps that have ended
 * @waits_from: since when the customer is waited for, %TRAS_NULL where it is the firm's turn
 *
 * A question, a complaint or goods that come back, until it is closed.
 */
struct _TrasTicket
{
  TrasRecord parent_instance;

  char *code;
  const char *kind;
  gint64 customer_id;
  gint64 from_area_id;
  gint64 sale_id;
  char *subject;
  gint64 opened_at;
  gint64 answered_at;
  gint64 closed_at;
  gint64 due_at;
  gint64 area_id;
  gint64 person_id;
  char *cause;
  gint64 cost;
  gboolean at_risk;
  gint64 deviation_id;

  /* of the view */
  char *customer_name;
  char *from_area_name;
  char *asked_by;
  char *area_name;
  char *person_name;
  char *sale_code;
  char *deviation_code;
  const char *stage;
  gint64 steps;
  gint64 minutes;
  gint64 waited;
  gint64 waits_from;
};

#define TRAS_TYPE_TICKET_STEP (tras_ticket_step_get_type ())

TRAS_DECLARE_RECORD (TrasTicketStep, tras_ticket_step, TICKET_STEP)

/**
 * TrasTicketStep:
 * @minutes: how long somebody worked on it
 * @waits: whether it is the customer's turn from then on, until the next step
 *
 * What was done about a ticket, and by whom.
 */
struct _TrasTicketStep
{
  TrasRecord parent_instance;

  gint64 ticket_id;
  gint64 at;
  gint64 area_id;
  gint64 person_id;
  gint64 minutes;
  char *words;
  gboolean waits;

  /* of the view */
  char *ticket_code;
  char *area_name;
  char *person_name;
};

gboolean tras_ticket_is_open      (TrasTicket *self);
gboolean tras_ticket_is_waiting   (TrasTicket *self);
gboolean tras_ticket_is_internal  (TrasTicket *self);
gboolean tras_ticket_is_complaint (TrasTicket *self);
gboolean tras_ticket_is_late      (TrasTicket *self,
                                   TrasDay     today);
gint64   tras_ticket_get_waited   (TrasTicket *self,
                                   gint64      now);
gint64   tras_ticket_get_seconds  (TrasTicket *self,
                                   gint64      now);

G_END_DECLS

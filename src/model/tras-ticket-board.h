/* tras-ticket-board.h: how the firm gets on with its tickets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-ticket.h"

G_BEGIN_DECLS

/* Figures are of so many months up to today. */
#define TRAS_TICKET_MONTHS 12

/**
 * TrasTicketTimes:
 * @n: how many tickets were closed
 * @median: how many seconds it took to resolve one, in the middle; −1 for none
 * @most: within how many nine of ten were resolved; −1 for none
 *
 * How long it took to resolve some tickets, without the time that was the customer's.
 */
typedef struct
{
  guint n;
  gint64 median;
  gint64 most;
} TrasTicketTimes;

/**
 * TrasTicketArea:
 * @id: an area, 0 for steps without one
 * @name: (nullable): what it is called
 * @n_steps: how many steps it took
 * @minutes: how long that was
 *
 * What an area did about tickets.
 */
typedef struct
{
  gint64 id;
  char *name;
  guint n_steps;
  gint64 minutes;
} TrasTicketArea;

/**
 * TrasTicketBoard:
 * @n_open: tickets that are not closed
 * @n_late: of those, the ones that are late
 * @n_waiting: of those, the ones that wait for the customer
 * @n_risk: of those, the ones whose customer the firm may lose
 * @times: of those that were closed in the last months
 * @cost: what those cost together, in minor units
 * @n_complaints: complaints that were opened in the last months
 * @n_orders: orders that were taken in them, without drafts
 * @areas: (element-type TrasTicketArea): minutes of the steps in them, the most first
 *
 * The figures of all tickets.
 */
typedef struct
{
  guint n_open;
  guint n_late;
  guint n_waiting;
  guint n_risk;
  TrasTicketTimes times;
  gint64 cost;
  guint n_complaints;
  gint64 n_orders;
  GPtrArray *areas;
} TrasTicketBoard;

TrasTicketBoard *tras_ticket_board_load           (TrasDb           *db,
                                                   TrasDay           today,
                                                   GError          **error);
void             tras_ticket_board_free           (TrasTicketBoard  *self);
gint64           tras_ticket_board_get_mean_cost  (TrasTicketBoard  *self);
gint64           tras_ticket_board_get_complaints (TrasTicketBoard  *self);
TrasTicketTimes  tras_ticket_times_of             (GPtrArray        *tickets);
GPtrArray       *tras_ticket_load_areas           (TrasDb           *db,
                                                   gint64            ticket_id,
                                                   GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasTicketBoard, tras_ticket_board_free)

G_END_DECLS

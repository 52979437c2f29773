/* tras-ticket-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-sale.h"
#include "tras-ticket-board.h"
#include "tras-ticket-time.h"

static void
area_free (gpointer data)
{
  TrasTicketArea *area = data;

  g_free (area->name);
  g_free (area);
}

/**
 * tras_ticket_board_free:
 * @self: (transfer full): a board
 */
void
tras_ticket_board_free (TrasTicketBoard *self)
{
  g_ptr_array_unref (self->areas);
  g_free (self);
}

/* ---- times ---- */

static TrasTicketTimes
work_out (GArray *seconds)
{
  const gint64 *times = (const gint64 *) (gpointer) seconds->data;

  return (TrasTicketTimes) {
    .n = seconds->len,
    .median = tras_ticket_time_get_median (times, seconds->len),
    .most = tras_ticket_time_get_rank (times, seconds->len, TRAS_TICKET_TIME_MOST),
  };
}

/**
 * tras_ticket_times_of:
 * @tickets: (element-type TrasTicket): tickets as they were read
 *
 * Returns: how long those took that are closed
 */
TrasTicketTimes
tras_ticket_times_of (GPtrArray *tickets)
{
  g_autoptr (GArray) seconds = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < tickets->len; i++)
    {
      TrasTicket *ticket = tickets->pdata[i];
      gint64 took = tras_ticket_get_seconds (ticket, 0);

      if (!tras_ticket_is_open (ticket))
        g_array_append_val (seconds, took);
    }

  return work_out (seconds);
}

/* ---- areas ---- */

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  const TrasTicketArea *const *x = a, *const *y = b;

  return (*x)->minutes != (*y)->minutes ? ((*x)->minutes < (*y)->minutes) -
                                            ((*x)->minutes > (*y)->minutes)
                                        : g_strcmp0 ((*x)->name, (*y)->name);
}

static gboolean
take_step (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  GPtrArray *areas = user_data;
  TrasTicketStep *step = record;
  TrasTicketArea *area = NULL;

  for (guint i = 0; i < areas->len && area == NULL; i++)
    {
      if (((TrasTicketArea *) areas->pdata[i])->id == step->area_id)
        area = areas->pdata[i];
    }
  if (area == NULL)
    {
      area = g_new0 (TrasTicketArea, 1);
      area->id = step->area_id;
      area->name = g_strdup (step->area_name);
      g_ptr_array_add (areas, area);
    }
  area->n_steps++;
  area->minutes += step->minutes;

  return TRUE;
}

static GPtrArray *
add_up (TrasDb     *db,
        TrasQuery  *steps,
        GError    **error)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func (area_free);

  if (!tras_db_foreach (db, steps, take_step, areas, error))
    return NULL;
  g_ptr_array_sort (areas, compare_areas);

  return g_steal_pointer (&areas);
}

/**
 * tras_ticket_load_areas:
 * @db: a connection
 * @ticket_id: a ticket
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasTicketArea) (nullable): what each area did about it,
 *   who took longest first
 */
GPtrArray *
tras_ticket_load_areas (TrasDb  *db,
                        gint64   ticket_id,
                        GError **error)
{
  g_autoptr (TrasQuery) steps = tras_query_new (TRAS_TYPE_TICKET_STEP);

  tras_query_where_int (steps, "ticket_id", TRAS_QUERY_EQ, ticket_id);

  return add_up (db, steps, error);
}

/* ---- the board ---- */

typedef struct
{
  TrasTicketBoard *board;
  GArray *seconds;
  gint64 from;  /* the first instant of the months */
  TrasDay today;
} Reading;

static gboolean
take_ticket (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Reading *reading = user_data;
  TrasTicketBoard *board = reading->board;
  TrasTicket *ticket = record;

  if (tras_ticket_is_open (ticket))
    {
      board->n_open++;
      board->n_late += tras_ticket_is_late (ticket, reading->today);
      board->n_waiting += tras_ticket_is_waiting (ticket);
      board->n_risk += ticket->at_risk;
    }
  else if (ticket->closed_at >= reading->from)
    {
      gint64 took = tras_ticket_get_seconds (ticket, 0);

      g_array_append_val (reading->seconds, took);
      board->cost += ticket->cost != TRAS_NULL ? ticket->cost : 0;
    }
  board->n_complaints += tras_ticket_is_complaint (ticket) && ticket->opened_at >= reading->from;

  return TRUE;
}

static gint64
count_orders (TrasDb   *db,
              TrasDay   from,
              GError  **error)
{
  g_autoptr (TrasQuery) orders = tras_query_new (TRAS_TYPE_SALE);

  tras_query_where_date (orders, "taken_on", TRAS_QUERY_GE, from);
  tras_query_where_text (orders, "state", TRAS_QUERY_NE, "draft");

  return tras_db_count (db, orders, error);
}

/**
 * tras_ticket_board_load:
 * @db: a connection
 * @today: the present day
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the figures of all tickets
 */
TrasTicketBoard *
tras_ticket_board_load (TrasDb   *db,
                        TrasDay   today,
                        GError  **error)
{
  TrasDay from = tras_day_add_months (today, -TRAS_TICKET_MONTHS) + 1;
  g_autoptr (TrasQuery) tickets = tras_query_new (TRAS_TYPE_TICKET);
  g_autoptr (TrasQuery) steps = tras_query_new (TRAS_TYPE_TICKET_STEP);
  g_autoptr (GArray) seconds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree TrasTicketBoard *board = g_new0 (TrasTicketBoard, 1);
  Reading reading = { board, seconds, tras_day_get_instant (from, 0), today };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (steps, "at", TRAS_QUERY_GE, reading.from);
  board->n_orders = count_orders (db, from, error);
  if (board->n_orders < 0 || !tras_db_foreach (db, tickets, take_ticket, &reading, error))
    return NULL;
  board->times = work_out (seconds);
  board->areas = add_up (db, steps, error);

  return board->areas != NULL ? g_steal_pointer (&board) : NULL;
}

/**
 * tras_ticket_board_get_mean_cost:
 * @self: a board
 *
 * Returns: what a ticket that was closed cost, in minor units, rounded; −1 for none
 */
gint64
tras_ticket_board_get_mean_cost (TrasTicketBoard *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->times.n > 0 ? (self->cost + self->times.n / 2) / self->times.n : -1;
}

/**
 * tras_ticket_board_get_complaints:
 * @self: a board
 *
 * Returns: complaints per hundred orders, in tenths, rounded; −1 without orders
 */
gint64
tras_ticket_board_get_complaints (TrasTicketBoard *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->n_orders > 0
           ? ((gint64) self->n_complaints * 1000 + self->n_orders / 2) / self->n_orders
           : -1;
}

/* test-ticket.c: how long tickets take, whose turn it is, and how they come forward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-model-fixture.h"

#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-field-text.h"
#include "tras-follow-up.h"
#include "tras-sale.h"
#include "tras-ticket-board.h"
#include "tras-ticket-rules.h"
#include "tras-ticket-steps.h"

/* A Saturday. */
#define TODAY "2026-11-21"

#define HOUR 3600
#define DAY (24 * HOUR)

typedef struct
{
  Fixture base;
  gint64 area;
  gint64 customer;
} Desk;

/* Noon of the day, which is the same day wherever the clock is. */
static gint64
noon (const char *iso)
{
  return tras_day_get_instant (day (iso), 12);
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TrasArea *area = tras_area_new ();
  TrasCustomer *customer = tras_customer_new ();

  fixture_set_up (&desk->base, data);
  area->name = g_strdup ("Desk");
  desk->area = insert (&desk->base, area);
  customer->name = g_strdup ("Dora");
  desk->customer = insert (&desk->base, customer);
  g_assert_true (tras_db_commit (desk->base.db, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  fixture_tear_down (&desk->base, data);
}

/* Writes an edit as the window does; %NULL, or why it was refused. */
static char *
apply (Desk        *desk,
       TrasEdit    *edit,
       const char **field)
{
  g_autoptr (GError) error = NULL;

  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_set_follow_up (edit, tras_follow_up_edit);
  if (tras_edit_apply (edit, desk->base.db, NULL, &error))
    return NULL;
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  if (field != NULL)
    *field = tras_edit_get_refused (edit);

  return g_strdup (error->message);
}

static void
must_apply (Desk     *desk,
            TrasEdit *edit)
{
  g_autofree char *why = apply (desk, edit, NULL);

  g_object_unref (edit);
  g_assert_cmpstr (why, ==, NULL);
}

static TrasTicket *
load (Desk   *desk,
      gint64  id)
{
  g_autoptr (GError) error = NULL;
  TrasTicket *ticket = tras_db_load (desk->base.db, TRAS_TYPE_TICKET, id, &error);

  g_assert_no_error (error);

  return ticket;
}

static TrasTicket *
draft (Desk       *desk,
       const char *opened_on)
{
  TrasTicket *ticket = tras_ticket_draft (noon (opened_on));

  ticket->customer_id = desk->customer;
  ticket->area_id = desk->area;
  ticket->person_id = 1;
  ticket->subject = g_strdup ("Where is it?");

  return ticket;
}

static gint64
add (Desk       *desk,
     TrasTicket *ticket)
{
  TrasEdit *edit = tras_edit_new ("New ticket");

  tras_edit_insert (edit, ticket);
  must_apply (desk, edit);

  return TRAS_RECORD (ticket)->id;
}

static void
step (Desk     *desk,
      gint64    ticket_id,
      gint64    at,
      gint64    minutes,
      gboolean  waits)
{
  g_autoptr (TrasTicket) ticket = load (desk, ticket_id);
  g_autoptr (TrasTicketStep) row = tras_ticket_draft_step (ticket, at);

  row->minutes = minutes;
  row->waits = waits;
  must_apply (desk, tras_ticket_add_step (ticket, row));
}

/* ---- whose turn it is ---- */

/* Opened on Monday at noon; from Tuesday to Thursday, and from Friday at noon for six hours, it is
 * the customer's turn; closed on Friday at six in the evening: four days and a quarter, two days
 * and a quarter of them the customer's. */
static void
test_turns (Desk          *desk,
            gconstpointer  data)
{
  g_autoptr (TrasTicket) first = draft (desk, "2026-11-16");
  gint64 id = add (desk, first);
  g_autoptr (TrasTicket) ticket = load (desk, id);

  g_assert_cmpstr (ticket->stage, ==, "open");
  g_assert_cmpint (tras_ticket_get_seconds (ticket, noon ("2026-11-17")), ==, DAY);

  step (desk, id, noon ("2026-11-17"), 20, TRUE);
  g_set_object (&ticket, NULL);
  ticket = load (desk, id);
  g_assert_cmpstr (ticket->stage, ==, "waiting");
  g_assert_cmpint (ticket->waits_from, ==, noon ("2026-11-17"));
  /* Whoever asks back has answered. */
  g_assert_cmpint (ticket->answered_at, ==, noon ("2026-11-17"));
  /* The clock stands still. */
  g_assert_cmpint (tras_ticket_get_seconds (ticket, noon ("2026-11-17")), ==, DAY);
  g_assert_cmpint (tras_ticket_get_seconds (ticket, noon ("2026-11-19")), ==, DAY);
  g_assert_cmpint (tras_ticket_get_waited (ticket, noon ("2026-11-19")), ==, 2 * DAY);

  step (desk, id, noon ("2026-11-19"), 45, FALSE);
  g_set_object (&ticket, NULL);
  ticket = load (desk, id);
  g_assert_cmpstr (ticket->stage, ==, "answered");
  g_assert_cmpint (tras_ticket_get_seconds (ticket, noon ("2026-11-20")), ==, 2 * DAY);

  step (desk, id, noon ("2026-11-20"), 0, TRUE);
  g_set_object (&ticket, NULL);
  ticket = load (desk, id);
  must_apply (desk, tras_ticket_close (ticket, noon ("2026-11-20") + 6 * HOUR));
  g_set_object (&ticket, NULL);
  ticket = load (desk, id);
  g_assert_cmpstr (ticket->stage, ==, "closed");
  g_assert_false (tras_ticket_is_waiting (ticket));
  g_assert_cmpint (ticket->waited, ==, 2 * DAY + 6 * HOUR);
  /* However long ago that was. */
  g_assert_cmpint (tras_ticket_get_seconds (ticket, noon (TODAY) + 400 * (gint64) DAY), ==,
                   2 * DAY);
  g_assert_cmpint (ticket->minutes, ==, 65);
  g_assert_cmpint (ticket->steps, ==, 3);
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const TrasTicketStep *const *x = a, *const *y = b;

  return (*x)->at != (*y)->at ? ((*x)->at > (*y)->at) - ((*x)->at < (*y)->at)
                              : (int) (TRAS_RECORD (*x)->id - TRAS_RECORD (*y)->id);
}

/* The turns of a ticket walked one by one, where the view counts them at once. */
static gint64
count_waited (GPtrArray  *steps,
              TrasTicket *ticket)
{
  gint64 waited = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      TrasTicketStep *row = steps->pdata[i];
      gint64 ends = i + 1 < steps->len ? ((TrasTicketStep *) steps->pdata[i + 1])->at
                                       : ticket->closed_at;

      for (gint64 hour = row->at; row->waits && hour < ends; hour += HOUR)
        waited += hour >= ticket->opened_at && hour < ticket->closed_at ? HOUR : 0;
    }

  return waited;
}

/* Whatever the steps are: the customer's time is never less than nothing, never more than there
 * was, never counts, and without it nothing is resolved sooner. */
static void
test_law (Desk          *desk,
          gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasQuery) all = tras_query_new (TRAS_TYPE_TICKET_STEP);

  g_assert_true (tras_db_begin (desk->base.db, "law", &error));
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (TrasTicket) ticket = draft (desk, "2026-10-01");
      g_autoptr (TrasTicket) plain = NULL;
      g_autoptr (TrasTicket) read = NULL;
      g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
      guint n = (guint) g_rand_int_range (rand, 0, 8);

      ticket->closed_at = ticket->opened_at + g_rand_int_range (rand, 0, 300) * HOUR;
      plain = tras_record_dup (ticket);
      g_assert_true (tras_db_insert (desk->base.db, ticket, &error));
      g_assert_true (tras_db_insert (desk->base.db, plain, &error));
      for (guint s = 0; s < n; s++)
        {
          TrasTicketStep *row = tras_ticket_draft_step (ticket, 0);

          /* Some before it was opened and after it was closed, as files have them. */
          row->at = ticket->opened_at + g_rand_int_range (rand, -20, 320) * HOUR;
          row->waits = g_rand_boolean (rand);
          g_assert_true (tras_db_insert (desk->base.db, row, &error));
          g_ptr_array_add (steps, row);
        }
      g_ptr_array_sort (steps, compare_steps);
      read = load (desk, TRAS_RECORD (ticket)->id);
      g_assert_cmpint (read->waited, ==, count_waited (steps, ticket));
      g_assert_cmpint (read->waited, >=, 0);
      g_assert_cmpint (read->waited + tras_ticket_get_seconds (read, 0), ==,
                       ticket->closed_at - ticket->opened_at);
      g_clear_object (&ticket);
      ticket = load (desk, TRAS_RECORD (plain)->id);
      g_assert_cmpint (tras_ticket_get_seconds (read, 0), <=, tras_ticket_get_seconds (ticket, 0));
    }
  g_assert_cmpint (tras_db_count (desk->base.db, all, &error), >, 100);
  tras_db_rollback (desk->base.db);
}

/* ---- undo ---- */

static char *
dup_state (Desk *desk)
{
  static GType (*const types[]) (void) = { tras_ticket_get_type, tras_ticket_step_get_type,
                                           tras_deviation_get_type };
  GString *state = g_string_new (NULL);

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      const TrasTable *table = tras_record_type_get_table (types[t] ());
      g_autoptr (TrasQuery) query = tras_query_new (types[t] ());
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = tras_db_select (desk->base.db, query, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < rows->len; i++)
        {
          for (guint f = 0; f < table->n_fields; f++)
            {
              g_autofree char *plain = tras_field_dup_plain (rows->pdata[i], &table->fields[f]);

              g_string_append_printf (state, "%s|", plain);
            }
          g_string_append_c (state, '\n');
        }
    }

  return g_string_free (state, FALSE);
}

/* Each step of a ticket's life is one edit: undone one by one, every state comes back as it was. */
static void
test_undo (Desk          *desk,
           gconstpointer  data)
{
  g_autoptr (TrasTicket) first = draft (desk, "2026-11-16");
  gint64 id = add (desk, first);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (TrasTicket) ticket = load (desk, id);
      g_autoptr (TrasTicketStep) row = tras_ticket_draft_step (ticket, noon ("2026-11-18"));
      g_autoptr (TrasDeviation) deviation = NULL;
      TrasEdit *edit;

      g_ptr_array_add (states, dup_state (desk));
      switch (i)
        {
        case 0:
          edit = tras_ticket_answer (ticket, noon ("2026-11-17"));
          break;
        case 1:
        case 2:
          edit = tras_ticket_take_turn (ticket, noon ("2026-11-17") + i * HOUR);
          break;
        case 3:
          row->minutes = 30;
          edit = tras_ticket_add_step (ticket, row);
          break;
        case 4:
          deviation = tras_ticket_draft_deviation (ticket, "EUR", day (TODAY));
          edit = tras_edit_new ("Deviation");
          tras_edit_insert (edit, deviation);
          tras_ticket_link_deviation (ticket, edit, deviation);
          break;
        case 5:
          ticket->cause = g_strdup ("The carrier");
          ticket->cost = 1250;
          edit = tras_ticket_close (ticket, noon ("2026-11-19"));
          break;
        default:
          row->at = noon ("2026-11-20");
          edit = tras_ticket_reopen (ticket, row);
        }
      must_apply (desk, edit);
    }
  for (guint i = states->len; i > 0; i--)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *undone = tras_edit_log_undo (desk->base.db, 0, NULL, NULL, NULL, &error);
      g_autofree char *state = dup_state (desk);

      g_assert_no_error (error);
      g_assert_nonnull (undone);
      g_assert_cmpstr (state, ==, states->pdata[i - 1]);
      g_assert_true (i == 1 || strcmp (state, states->pdata[i - 2]) != 0);
    }
}

/* It was not resolved: the days since it was closed count, and it is the firm's turn. */
static void
test_reopen (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (TrasTicket) first = draft (desk, "2026-11-16");
  gint64 id = add (desk, first);
  g_autoptr (TrasTicket) ticket = load (desk, id);
  g_autoptr (TrasTicketStep) row = NULL;

  must_apply (desk, tras_ticket_close (ticket, noon ("2026-11-17")));
  g_set_object (&ticket, NULL);
  ticket = load (desk, id);
  g_assert_cmpint (tras_ticket_get_seconds (ticket, 0), ==, DAY);
  row = tras_ticket_draft_step (ticket, noon ("2026-11-19"));
  must_apply (desk, tras_ticket_reopen (ticket, row));
  g_set_object (&ticket, NULL);
  ticket = load (desk, id);
  g_assert_true (tras_ticket_is_open (ticket));
  g_assert_cmpstr (ticket->stage, ==, "answered");
  g_assert_cmpint (tras_ticket_get_seconds (ticket, noon ("2026-11-20")), ==, 4 * DAY);
}

/* ---- days ---- */

/* The third working day: from Monday the Thursday, from Thursday the Tuesday, from Saturday the
 * Wednesday. Late is who is late the day after, in the firm's turn. */
static void
test_due (Desk          *desk,
          gconstpointer  data)
{
  static const char *const vectors[][2] = { { "2026-11-16", "2026-11-19" },
                                            { "2026-11-19", "2026-11-24" },
                                            { "2026-11-21", "2026-11-25" } };
  g_autoptr (TrasTicket) ticket = draft (desk, "2026-11-16");

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    g_assert_cmpint (tras_ticket_get_usual_due (noon (vectors[i][0])), ==,
                     tras_day_get_instant (day (vectors[i][1]), 18));

  g_assert_false (tras_ticket_is_late (ticket, day ("2026-11-19")));
  g_assert_true (tras_ticket_is_late (ticket, day ("2026-11-20")));
  ticket->waits_from = noon ("2026-11-17");
  g_assert_false (tras_ticket_is_late (ticket, day ("2026-11-20")));
  ticket->waits_from = TRAS_NULL;
  ticket->closed_at = noon ("2026-11-20");
  g_assert_false (tras_ticket_is_late (ticket, day ("2026-11-21")));
  ticket->closed_at = ticket->due_at = TRAS_NULL;
  g_assert_false (tras_ticket_is_late (ticket, day ("2026-11-21")));
}

/* ---- rules ---- */

/* What a file may not say the window may not say either, and the form knows the field. */
static void
test_refused (Desk          *desk,
              gconstpointer  data)
{
  g_autoptr (TrasTicket) first = draft (desk, "2026-11-16");
  gint64 id = add (desk, first);
  g_autoptr (TrasTicket) ticket = load (desk, id);
  g_autoptr (TrasTicketStep) row = tras_ticket_draft_step (ticket, noon ("2026-11-15"));
  g_autoptr (TrasTicket) internal = draft (desk, "2026-11-16");
  g_autoptr (TrasEdit) early = tras_ticket_add_step (ticket, row);
  g_autoptr (TrasEdit) close = NULL;
  g_autoptr (TrasEdit) asks = tras_edit_new ("New ticket");
  g_autofree char *why = NULL;
  const char *field = NULL;

  why = apply (desk, early, &field);
  g_assert_cmpstr (why, ==, "The ticket was opened on 16 Nov 2026: nothing was done before");
  g_assert_cmpstr (field, ==, "at");
  g_clear_pointer (&why, g_free);
  ticket->answered_at = noon ("2026-11-16");
  close = tras_ticket_close (ticket, noon ("2026-11-15"));
  why = apply (desk, close, &field);
  g_assert_cmpstr (why, ==,
                   "The ticket was opened on 16 Nov 2026 and cannot have been closed before");
  g_assert_cmpstr (field, ==, "closed_at");
  g_clear_pointer (&why, g_free);
  internal->kind = "internal";
  internal->customer_id = 0;
  internal->from_area_id = desk->area;
  tras_edit_insert (asks, internal);
  why = apply (desk, asks, &field);
  g_assert_cmpstr (why, ==, "An area asks another one, not itself");
  g_assert_cmpstr (field, ==, "area_id");
}

/* A step may come in the edit that closes its ticket, and none behind the end. */
static void
test_last_step (Desk          *desk,
                gconstpointer  data)
{
  g_autoptr (TrasTicket) first = draft (desk, "2026-11-16");
  gint64 id = add (desk, first);
  g_autoptr (TrasTicket) ticket = load (desk, id);
  g_autoptr (TrasTicketStep) row = tras_ticket_draft_step (ticket, noon ("2026-11-18"));
  g_autoptr (TrasEdit) late = tras_ticket_close (ticket, noon ("2026-11-17"));
  TrasEdit *edit = tras_ticket_close (ticket, noon ("2026-11-18"));
  g_autofree char *why = NULL;
  const char *field = NULL;

  tras_edit_insert (late, row);
  why = apply (desk, late, &field);
  g_assert_cmpstr (why, ==, "The ticket was closed on 17 Nov 2026: nothing was done after");
  g_assert_cmpstr (field, ==, "at");
  tras_edit_insert (edit, row);
  must_apply (desk, edit);
}

/* ---- deviations ---- */

/* The figures stand in it, and nobody's name; a ticket has one. */
static void
test_deviation (Desk          *desk,
                gconstpointer  data)
{
  g_autoptr (TrasTicket) first = draft (desk, "2026-11-16");
  g_autoptr (TrasTicket) ticket = NULL;
  g_autoptr (TrasTicket) stale = NULL;
  g_autoptr (TrasDeviation) deviation = NULL;
  g_autoptr (TrasDeviation) second = NULL;
  g_autoptr (TrasEdit) again = tras_edit_new ("Deviation");
  TrasEdit *edit = tras_edit_new ("Deviation");
  g_autofree char *fact = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  first->kind = "complaint";
  first->cost = 1250;
  first->at_risk = TRUE;
  id = add (desk, first);
  step (desk, id, noon ("2026-11-17"), 20, FALSE);
  ticket = load (desk, id);
  stale = load (desk, id);
  deviation = tras_ticket_draft_deviation (ticket, "EUR", day (TODAY));
  second = tras_record_dup (deviation);
  g_assert_cmpstr (deviation->origin, ==, "complaint");
  fact = g_strdup_printf ("Ticket %s: Where is it?", ticket->code);
  g_assert_cmpstr (deviation->fact, ==, fact);
  g_assert_cmpint (deviation->area_id, ==, desk->area);
  g_assert_nonnull (strstr (deviation->effect, "20 minutes of work so far."));
  g_assert_nonnull (strstr (deviation->effect, "12.50"));
  g_assert_nonnull (strstr (deviation->effect, "lose the customer"));
  g_assert_null (strstr (deviation->effect, "Dora"));

  tras_edit_insert (edit, deviation);
  tras_ticket_link_deviation (ticket, edit, deviation);
  must_apply (desk, edit);
  g_set_object (&ticket, NULL);
  ticket = load (desk, id);
  g_assert_cmpint (ticket->deviation_id, ==, TRAS_RECORD (deviation)->id);
  g_assert_cmpstr (ticket->deviation_code, ==, deviation->code);

  /* Whoever still sees it without one is refused. */
  tras_edit_insert (again, second);
  tras_ticket_link_deviation (stale, again, second);
  g_assert_false (tras_edit_apply (again, desk->base.db, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONFLICT);
}

/* ---- figures ---- */

/* Golden: of four that were closed in the last twelve months one took a day, one two, one three and
 * one ten, and they cost 1.00 and 5.01 together; one was closed a year and a day ago. */
static void
test_board (Desk          *desk,
            gconstpointer  data)
{
  static const struct
  {
    const char *opened;
    const char *closed;
    gint64 cost;
    const char *kind;
  } rows[] = {
    { "2026-11-02", "2026-11-03", 100, "question" },
    { "2026-11-02", "2026-11-04", TRAS_NULL, "complaint" },
    { "2026-10-02", "2026-10-05", 501, "complaint" },
    { "2025-11-12", "2025-11-22", TRAS_NULL, "complaint" },
    { "2025-11-01", "2025-11-20", 99999, "question" },
    { "2026-11-16", NULL, TRAS_NULL, "question" },
    { "2026-11-18", NULL, TRAS_NULL, "complaint" },
    { "2026-11-20", NULL, TRAS_NULL, "return" },
  };
  g_autoptr (TrasTicketBoard) board = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[G_N_ELEMENTS (rows)];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrasTicket) ticket = draft (desk, rows[i].opened);

      ticket->kind = rows[i].kind;
      ticket->closed_at = rows[i].closed != NULL ? noon (rows[i].closed) : TRAS_NULL;
      ticket->cost = rows[i].cost;
      ticket->at_risk = i == 6;
      ids[i] = add (desk, ticket);
    }
  /* The sixth is late, and the seventh would be if it did not wait. */
  step (desk, ids[6], noon ("2026-11-18"), 15, TRUE);
  step (desk, ids[5], noon ("2026-11-18"), 30, FALSE);
  step (desk, ids[4], noon ("2025-11-18"), 500, FALSE);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (TrasSale) sale = tras_sale_new ();
      TrasEdit *edit = tras_edit_new ("Order");

      sale->customer_id = desk->customer;
      sale->taken_on = day (i == 0 ? "2025-11-21" : "2026-11-20");
      tras_edit_insert (edit, sale);
      must_apply (desk, edit);
    }

  board = tras_ticket_board_load (desk->base.db, day (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (board->n_open, ==, 3);
  g_assert_cmpuint (board->n_late, ==, 1);
  g_assert_cmpuint (board->n_waiting, ==, 1);
  g_assert_cmpuint (board->n_risk, ==, 1);
  g_assert_cmpuint (board->times.n, ==, 4);
  g_assert_cmpint (board->times.median, ==, 2 * DAY + DAY / 2);
  g_assert_cmpint (board->times.most, ==, 10 * DAY);
  g_assert_cmpint (tras_ticket_board_get_mean_cost (board), ==, 150);
  /* Three of 29 orders, the fourth complaint is older: 10.34. */
  g_assert_cmpuint (board->n_complaints, ==, 3);
  g_assert_cmpint (board->n_orders, ==, 29);
  g_assert_cmpint (tras_ticket_board_get_complaints (board), ==, 103);
  g_assert_cmpuint (board->areas->len, ==, 1);
  g_assert_cmpint (((TrasTicketArea *) board->areas->pdata[0])->minutes, ==, 45);
  g_assert_cmpuint (((TrasTicketArea *) board->areas->pdata[0])->n_steps, ==, 2);
  areas = tras_ticket_load_areas (desk->base.db, ids[4], &error);
  g_assert_cmpint (((TrasTicketArea *) areas->pdata[0])->minutes, ==, 500);
}

/* Of nothing there is no mean and no middle. */
static void
test_empty (Desk          *desk,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasTicketBoard) board = tras_ticket_board_load (desk->base.db, day (TODAY), &error);

  g_assert_no_error (error);
  g_assert_cmpint (board->times.median, ==, -1);
  g_assert_cmpint (board->times.most, ==, -1);
  g_assert_cmpint (tras_ticket_board_get_mean_cost (board), ==, -1);
  g_assert_cmpint (tras_ticket_board_get_complaints (board), ==, -1);
  g_assert_cmpuint (board->areas->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);

#define ADD(name, function) \
  g_test_add ("/model/ticket/" name, Desk, NULL, set_up, function, tear_down)
  ADD ("turns", test_turns);
  ADD ("law", test_law);
  ADD ("undo", test_undo);
  ADD ("reopen", test_reopen);
  ADD ("due", test_due);
  ADD ("refused", test_refused);
  ADD ("last-step", test_last_step);
  ADD ("deviation", test_deviation);
  ADD ("board", test_board);
  ADD ("empty", test_empty);

  return g_test_run ();
}

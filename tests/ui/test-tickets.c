/* test-tickets.c: tickets in the tab Stock, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-ui-fixture.h"

#include "tras-deviation.h"
#include "tras-record-page.h"
#include "tras-sale.h"
#include "tras-service.h"
#include "tras-ticket-detail.h"
#include "tras-ticket-figures.h"
#include "tras-ticket-forms.h"
#include "tras-ticket-list.h"
#include "tras-ticket-page.h"
#include "tras-ticket-trail.h"
#include "tras-ticket-words.h"

#define TODAY "2026-11-21"

/* The newest ticket of a subject. */
static TrasTicket *
find_ticket (Fixture    *fixture,
             const char *subject)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TICKET);
  g_autoptr (GPtrArray) tickets = NULL;

  tras_query_where_text (query, "subject", TRAS_QUERY_EQ, subject);
  tras_query_order (query, "opened_at", TRUE);
  tickets = fixture_read (fixture, query);
  g_assert_cmpuint (tickets->len, >, 0);

  return g_object_ref (tickets->pdata[0]);
}

static gint64
count (Fixture *fixture,
       GType    type)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GPtrArray) rows = fixture_read (fixture, query);

  return rows->len;
}

static void
assert_stage (Fixture    *fixture,
              const char *subject,
              const char *stage)
{
  g_autoptr (TrasTicket) ticket = find_ticket (fixture, subject);

  g_assert_cmpstr (ticket->stage, ==, stage);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  GtkWidget *page = fixture_find (tras_window_get_page (fixture->window, "stock"),
                                  TRAS_TYPE_TICKET_PAGE);

  g_assert_nonnull (page);

  return page;
}

static GtkWidget *
show (Fixture    *fixture,
      const char *subject)
{
  g_autoptr (TrasTicket) ticket = find_ticket (fixture, subject);

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_TICKET,
                                          TRAS_RECORD (ticket)->id));
  fixture_settle (fixture);

  return get_page (fixture);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  gtk_widget_activate_action (get_page (fixture), action, NULL);
  fixture_settle (fixture);
}

static void
undo (Fixture *fixture)
{
  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
}

static void
save (Fixture *fixture)
{
  fixture_save_form ();
  fixture_settle (fixture);
}

/* The whole way of a ticket, each step one key, and one undo back for each. */
static void
test_way (Fixture       *fixture,
          gconstpointer  data)
{
  static const char *const subject = "Where is my parcel?";
  static const char *const stages[] = { "open", "answered", "waiting", "answered", "answered",
                                        "closed", "answered" };
  gint64 n_steps = count (fixture, TRAS_TYPE_TICKET_STEP);
  GtkWidget *page = show (fixture, subject);

  fixture_assert_named (page);
  assert_stage (fixture, subject, "open");
  act (fixture, "ticket.next");
  assert_stage (fixture, subject, "answered");
  act (fixture, "ticket.turn");
  assert_stage (fixture, subject, "waiting");
  act (fixture, "ticket.next");
  assert_stage (fixture, subject, "answered");
  act (fixture, "ticket.step");
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  fixture_set_int ("minutes", 25);
  save (fixture);
  wait_until (fixture_has_no_form, NULL);
  g_assert_cmpint (count (fixture, TRAS_TYPE_TICKET_STEP), ==, n_steps + 3);
  act (fixture, "ticket.next");
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  fixture_set_int ("cost", 450);
  save (fixture);
  wait_until (fixture_has_no_form, NULL);
  assert_stage (fixture, subject, "closed");
  /* It opens again with a reason only. */
  act (fixture, "ticket.next");
  wait_until (fixture_has_form, NULL);
  save (fixture);
  g_assert_true (fixture_has_form (NULL));
  assert_stage (fixture, subject, "closed");
  fixture_set_text ("words", "It has not come");
  save (fixture);
  wait_until (fixture_has_no_form, NULL);

  for (guint i = G_N_ELEMENTS (stages); i > 0; i--)
    {
      assert_stage (fixture, subject, stages[i - 1]);
      if (i > 1)
        undo (fixture);
    }
  g_assert_cmpint (count (fixture, TRAS_TYPE_TICKET_STEP), ==, n_steps);
}

/* The keys are those that the list of shortcuts names. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const keys[][2] = {
    { "<Control>Return", "ticket.next" }, { "<Control>m", "ticket.step" },
    { "<Control>t", "ticket.turn" }, { "<Shift><Control>d", "ticket.deviation" },
  };
  GtkWidget *page = show (fixture, "Where is my parcel?");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *action = fixture_dup_key_action (page, keys[i][0]);

      g_assert_cmpstr (action, ==, keys[i][1]);
    }
}

/* A complaint is closed with its cause; a late one is one less then. */
static void
test_complaint (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const subject = "The wrong item was in the parcel";
  GtkWidget *page = show (fixture, subject);
  guint before, after;

  g_object_get (page, "attention", &before, NULL);
  g_assert_cmpuint (before, ==, 2);
  act (fixture, "ticket.next");
  wait_until (fixture_has_form, NULL);
  save (fixture);
  g_assert_true (fixture_has_form (NULL));
  fixture_set_text ("cause", "Two boxes look alike");
  save (fixture);
  wait_until (fixture_has_no_form, NULL);
  assert_stage (fixture, subject, "closed");
  g_object_get (page, "attention", &after, NULL);
  g_assert_cmpuint (after, ==, 1);
}

/* One key opens the deviation with what is known; the next one shows it, and makes no other. */
static void
test_deviation (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const subject = "The wrong item was in the parcel";
  gint64 n = count (fixture, TRAS_TYPE_DEVIATION);
  GtkWidget *page = show (fixture, subject);
  g_autoptr (TrasTicket) ticket = NULL;
  TrasDeviation *draft;

  act (fixture, "ticket.deviation");
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  draft = tras_form_dialog_get_draft (fixture_get_form ());
  g_assert_cmpstr (draft->origin, ==, "complaint");
  g_assert_nonnull (strstr (draft->fact, subject));
  g_assert_nonnull (strstr (draft->effect, "minutes of work so far"));
  g_assert_cmpint (draft->area_id, !=, 0);
  save (fixture);
  wait_until (fixture_has_no_form, NULL);
  g_assert_cmpint (count (fixture, TRAS_TYPE_DEVIATION), ==, n + 1);
  ticket = find_ticket (fixture, subject);
  g_assert_cmpint (ticket->deviation_id, !=, 0);
  g_assert_nonnull (fixture_find (tras_window_get_page (fixture->window, "indicators"),
                                  TRAS_TYPE_DEVIATION_TICKETS));

  page = show (fixture, subject);
  gtk_widget_activate_action (page, "ticket.deviation", NULL);
  fixture_settle (fixture);
  g_assert_true (fixture_has_no_form (NULL));
  g_assert_cmpint (count (fixture, TRAS_TYPE_DEVIATION), ==, n + 1);
  undo (fixture);
  g_assert_cmpint (count (fixture, TRAS_TYPE_DEVIATION), ==, n);
  g_clear_object (&ticket);
  ticket = find_ticket (fixture, subject);
  g_assert_cmpint (ticket->deviation_id, ==, 0);
}

/* Nothing is stored before it is clear what it is about, who asks and who works on it. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 n = count (fixture, TRAS_TYPE_TICKET);
  GtkWidget *page = show (fixture, "Where is my parcel?");
  g_autoptr (TrasTicket) known = find_ticket (fixture, "Where is my parcel?");
  g_autoptr (TrasTicket) made = NULL;

  tras_ticket_forms_new (page, tras_window_get_store (fixture->window), 0, known->sale_id);
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  save (fixture);
  g_assert_true (fixture_has_form (NULL));
  fixture_set_text ("subject", "A spoon is missing");
  save (fixture);
  g_assert_true (fixture_has_form (NULL));
  g_assert_cmpint (count (fixture, TRAS_TYPE_TICKET), ==, n);
  fixture_set_int ("area_id", known->area_id);
  save (fixture);
  wait_until (fixture_has_no_form, NULL);
  g_assert_cmpint (count (fixture, TRAS_TYPE_TICKET), ==, n + 1);
  made = find_ticket (fixture, "A spoon is missing");
  /* The order says who asks. */
  g_assert_cmpint (made->customer_id, ==, known->customer_id);
  g_assert_cmpint (made->due_at, >, made->opened_at);
}

/* An area's ticket stands with the service between the two areas; a customer's, an order's with
 * them. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TrasTicket) ticket = find_ticket (fixture, "Where is my parcel?");
  g_autoptr (TrasTicket) internal = find_ticket (fixture, "Is the delivery here already?");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SERVICE);
  g_autoptr (GPtrArray) services = NULL;
  const struct
  {
    GType type;
    gint64 id;
    const char *page;
    GType section;
  } places[] = {
    { TRAS_TYPE_CUSTOMER, ticket->customer_id, "stock", TRAS_TYPE_CUSTOMER_TICKETS },
    { TRAS_TYPE_SALE, ticket->sale_id, "stock", TRAS_TYPE_ORDER_TICKETS },
    { TRAS_TYPE_SERVICE, 0, "staff", TRAS_TYPE_SERVICE_TICKETS },
  };

  tras_query_where_int (query, "giver_id", TRAS_QUERY_EQ, internal->area_id);
  tras_query_where_int (query, "taker_id", TRAS_QUERY_EQ, internal->from_area_id);
  services = fixture_read (fixture, query);
  g_assert_cmpuint (services->len, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gint64 id = places[i].id != 0 ? places[i].id : TRAS_RECORD (services->pdata[0])->id;
      GtkWidget *section;

      g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), places[i].type, id));
      fixture_settle (fixture);
      section = fixture_find (tras_window_get_page (fixture->window, places[i].page),
                              places[i].section);
      g_assert_nonnull (section);
      g_assert_cmpuint (tras_detail_section_get_n_rows (TRAS_DETAIL_SECTION (section)), >, 0);
      fixture_assert_named (section);
    }
}

static gboolean
has_figures (gpointer unused)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (TRAS_IS_TICKET_FIGURES (l->data))
        return TRUE;
    }

  return FALSE;
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  TrasTicketFigures *figures;

  show (fixture, "Where is my parcel?");
  figures = tras_ticket_figures_new (fixture->window);
  gtk_window_present (GTK_WINDOW (figures));
  fixture_settle (fixture);
  g_assert_true (has_figures (NULL));
  fixture_assert_named (GTK_WIDGET (figures));
  gtk_window_close (GTK_WINDOW (figures));
  fixture_settle (fixture);
  g_assert_false (has_figures (NULL));
}

/* Words for times and minutes of areas. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    gint64 seconds;
    const char *words;
  } vectors[] = {
    { 0, "0 minutes" }, { 60, "1 minute" }, { 3599, "59 minutes" }, { 3600, "1 hour" },
    { 86399, "23 hours" }, { 86400, "1.0 day" }, { 90720, "1.1 days" }, { 864000, "10.0 days" },
  };
  TrasTicketArea shop = { 1, (char *) "Shop", 2, 45 };
  TrasTicketArea store = { 2, (char *) "Store", 1, 20 };
  TrasTicketArea idle = { 3, (char *) "Idle", 1, 0 };
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  g_autofree char *none = NULL;
  g_autofree char *both = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *words = tras_ticket_words_dup_duration (vectors[i].seconds);

      g_assert_cmpstr (words, ==, vectors[i].words);
    }
  g_ptr_array_add (areas, &idle);
  none = tras_ticket_words_dup_areas (areas);
  g_assert_null (none);
  g_ptr_array_add (areas, &shop);
  g_ptr_array_add (areas, &store);
  both = tras_ticket_words_dup_areas (areas);
  g_assert_cmpstr (both, ==, "65 minutes: Shop 45 · Store 20");
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/tickets/way", test_way);
  fixture_add ("/tickets/keys", test_keys);
  fixture_add ("/tickets/complaint", test_complaint);
  fixture_add ("/tickets/deviation", test_deviation);
  fixture_add ("/tickets/new", test_new);
  fixture_add ("/tickets/elsewhere", test_elsewhere);
  fixture_add ("/tickets/figures", test_figures);
  fixture_add ("/tickets/words", test_words);

  return fixture_run ();
}

/* test-erase-customer.c: a customer who is erased is nowhere in the file, and what was sold stays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-edit-log.h"
#include "tras-erase-plan.h"
#include "tras-error.h"
#include "tras-item.h"
#include "tras-plan-fixture.h"
#include "tras-sale.h"
#include "tras-ticket.h"

#define NAME "Nuria Valverde"
#define FORMER "Nuria Serrano"
#define CONTACT "nuria.valverde@correo.example"

static gpointer
read_one (Fixture *fixture,
          GType    type,
          gint64   id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = tras_db_load (fixture->db, type, id, &error);

  g_assert_no_error (error);

  return record;
}

static void
write_one (Fixture  *fixture,
           gpointer  record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_begin (fixture->db, "Change " NAME, &error));
  tras_db_update (fixture->db, record, &error);
  g_assert_no_error (error);
  commit (fixture);
}

static gint64
add_order (Fixture    *fixture,
           gint64      customer_id,
           gint64      item_id,
           const char *state,
           TrasDay     paid_on)
{
  TrasSale *sale = tras_sale_new ();
  TrasSaleLine *line = tras_sale_line_new ();
  gint64 id;

  sale->customer_id = customer_id;
  sale->taken_on = day ("2026-02-02");
  sale->shipped_on = sale->billed_on = sale->due_on = day ("2026-02-04");
  sale->paid_on = paid_on;
  sale->total = 5980;
  sale->state = state;
  id = insert (fixture, sale);
  line->sale_id = id;
  line->item_id = item_id;
  line->quantity = line->shipped = 2000;
  line->price = 2990;
  insert (fixture, line);

  return id;
}

/* A customer with an order that is paid, who was called otherwise before, and is named in the title
 * of an action. */
static gint64
fill (Fixture *fixture)
{
  TrasCustomer *customer = tras_customer_new ();
  TrasItem *item = tras_item_new ();
  g_autoptr (TrasCustomer) changed = NULL;
  gint64 id;

  customer->name = g_strdup (FORMER);
  customer->contact = g_strdup (CONTACT);
  customer->code = g_strdup ("K-7");
  id = insert (fixture, customer);
  item->sku = g_strdup ("A-1");
  item->name = g_strdup ("Moka pot");
  add_order (fixture, id, insert (fixture, item), "closed", day ("2026-02-05"));

  insert (fixture, make_action (make_goal (fixture), "Call " NAME " back"));
  commit (fixture);

  changed = read_one (fixture, TRAS_TYPE_CUSTOMER, id);
  g_free (changed->name);
  changed->name = g_strdup (NAME);
  write_one (fixture, changed);

  return id;
}

static TrasErasePlan *
load (Fixture *fixture,
      gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasErasePlan *plan = tras_erase_plan_load (fixture->db, TRAS_TYPE_CUSTOMER, id, &error);

  g_assert_no_error (error);

  return plan;
}

static guint
count_bytes (Fixture    *fixture,
             const char *text)
{
  g_autofree char *data = NULL;
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gsize length;
  guint n = 0;

  g_assert_true (g_file_get_contents (fixture->path, &data, &length, NULL));
  for (gsize i = 0; i + strlen (text) <= length; i++)
    n += memcmp (data + i, text, strlen (text)) == 0 ||
         memcmp (data + i, folded, strlen (folded)) == 0;

  return n;
}

static void
assert_refused (Fixture *fixture,
                gint64   id)
{
  g_autoptr (TrasErasePlan) plan = load (fixture, id);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (plan->duties->len, ==, 1);
  g_assert_false (tras_erase_plan_run (plan, fixture->db, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_assert_cmpuint (count_bytes (fixture, NAME), >, 0);
}

/* Name and contact go, also the former ones, with every trace in the log; the order stays as it
 * was, to the cent. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (TrasErasePlan) plan = load (fixture, id);
  g_autoptr (TrasErasePlan) again = NULL;
  g_autoptr (TrasCustomer) customer = NULL;
  g_autoptr (TrasSale) sale = NULL;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *word = g_strdup_printf ("Customer %d", (int) id);
  g_autofree char *label = g_strdup_printf ("Erase the personal data of %s", word);
  g_autofree char *title = g_strdup_printf ("Call %s back", word);

  g_assert_cmpuint (count_bytes (fixture, NAME), >, 0);
  g_assert_cmpuint (count_bytes (fixture, FORMER), >, 0);
  g_assert_cmpstr (plan->code, ==, "K-7");
  g_assert_cmpuint (plan->values->len, ==, 2);
  g_assert_cmpuint (plan->kept->len, ==, 1);
  g_assert_cmpuint (plan->mentions->len, ==, 1);
  tras_erase_plan_run (plan, fixture->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (count_bytes (fixture, NAME), ==, 0);
  g_assert_cmpuint (count_bytes (fixture, FORMER), ==, 0);
  g_assert_cmpuint (count_bytes (fixture, CONTACT), ==, 0);
  customer = read_one (fixture, TRAS_TYPE_CUSTOMER, id);
  g_assert_cmpstr (customer->name, ==, word);
  g_assert_cmpstr (customer->code, ==, "K-7");
  g_assert_null (customer->contact);
  g_assert_cmpint (customer->orders, ==, 1);
  sale = read_one (fixture, TRAS_TYPE_SALE, 1);
  g_assert_cmpint (sale->customer_id, ==, id);
  g_assert_cmpint (sale->total, ==, 5980);
  g_assert_cmpint (sale->money, ==, 5980);
  g_assert_cmpint (sale->paid_on, ==, day ("2026-02-05"));
  action = read_one (fixture, TRAS_TYPE_ACTION, 1);
  g_assert_cmpstr (action->title, ==, title);

  /* One edit, which does not say who it was, and a former one that said so does not any more. */
  edits = tras_edit_log_list (fixture->db, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (edits->len, ==, 3);
  g_assert_cmpstr (TRAS_EDIT_RECORD (edits->pdata[0])->label, ==, label);
  g_assert_null (strstr (TRAS_EDIT_RECORD (edits->pdata[1])->label, NAME));

  again = load (fixture, id);
  g_assert_true (again->done);
  g_assert_false (tras_erase_plan_check (again, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
}

/* As long as an order is open, or money is owed, or a ticket waits. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autoptr (TrasSale) order = NULL;
  g_autoptr (TrasTicket) ticket = NULL;
  gint64 order_id, ticket_id;

  begin_again (fixture);
  order_id = add_order (fixture, id, 1, "open", TRAS_DAY_NONE);
  commit (fixture);
  assert_refused (fixture, id);

  order = read_one (fixture, TRAS_TYPE_SALE, order_id);
  order->state = "closed";
  write_one (fixture, order);
  assert_refused (fixture, id);

  g_clear_object (&order);
  order = read_one (fixture, TRAS_TYPE_SALE, order_id);
  order->paid_on = day ("2026-02-09");
  write_one (fixture, order);
  begin_again (fixture);
  ticket = tras_ticket_new ();
  ticket->kind = "question";
  ticket->customer_id = id;
  ticket->subject = g_strdup ("Where is it?");
  ticket->opened_at = 1770000000;
  g_object_ref (ticket);
  ticket_id = insert (fixture, ticket);
  commit (fixture);
  assert_refused (fixture, id);

  g_clear_object (&ticket);
  ticket = read_one (fixture, TRAS_TYPE_TICKET, ticket_id);
  ticket->closed_at = 1770003600;
  write_one (fixture, ticket);
  {
    g_autoptr (TrasErasePlan) plan = load (fixture, id);
    g_autoptr (GError) error = NULL;

    g_assert_true (tras_erase_plan_check (plan, &error));
    g_assert_no_error (error);
  }
}

/* A customer number that is made of the name goes with it. */
static void
test_code (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = fill (fixture);
  g_autofree char *number = g_strdup_printf ("%d", (int) id);
  g_autoptr (TrasCustomer) customer = read_one (fixture, TRAS_TYPE_CUSTOMER, id);
  g_autoptr (TrasErasePlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_free (customer->code);
  customer->code = g_strdup ("VALVERDE-1");
  write_one (fixture, customer);
  plan = load (fixture, id);
  g_assert_cmpstr (plan->code, ==, number);
  tras_erase_plan_run (plan, fixture->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_bytes (fixture, "VALVERDE-1"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/erase-customer/gone", Fixture, NULL, fixture_set_up, test_gone, fixture_tear_down);
  g_test_add ("/erase-customer/refused", Fixture, NULL, fixture_set_up, test_refused,
              fixture_tear_down);
  g_test_add ("/erase-customer/code", Fixture, NULL, fixture_set_up, test_code,
              fixture_tear_down);

  return g_test_run ();
}

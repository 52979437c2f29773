/* test-orders.c: orders of customers in the tab Stock, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-deviation.h"
#include "tras-item.h"
#include "tras-order-forms.h"
#include "tras-order-page.h"
#include "tras-record-page.h"
#include "tras-sale.h"

#define TODAY "2026-11-21"

static TrasSale *
find_order (Fixture    *fixture,
            const char *code)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE);
  g_autoptr (GPtrArray) orders = NULL;

  tras_query_where_text (query, "code", TRAS_QUERY_EQ, code);
  orders = fixture_read (fixture, query);
  g_assert_cmpuint (orders->len, ==, 1);

  return g_object_ref (orders->pdata[0]);
}

static void
assert_stage (Fixture    *fixture,
              const char *code,
              const char *stage)
{
  g_autoptr (TrasSale) order = find_order (fixture, code);

  g_assert_cmpstr (order->stage, ==, stage);
}

static GtkWidget *
show (Fixture    *fixture,
      const char *code)
{
  g_autoptr (TrasSale) order = find_order (fixture, code);
  GtkWidget *page;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_SALE,
                                          TRAS_RECORD (order)->id));
  page = fixture_find (tras_window_get_page (fixture->window, "stock"), TRAS_TYPE_ORDER_PAGE);
  g_assert_nonnull (page);
  fixture_settle (fixture);

  return page;
}

static void
undo (Fixture *fixture)
{
  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
}

static void
do_next (Fixture   *fixture,
         GtkWidget *page)
{
  gtk_widget_activate_action (page, "order.next", NULL);
  fixture_settle (fixture);
}

/* One key from the shelf to the money, and one undo back for each. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const stages[] = { "entered", "picked", "shipped", "billed", "paid" };
  GtkWidget *page = show (fixture, "S-28");

  fixture_assert_named (page);
  assert_stage (fixture, "S-28", stages[0]);
  for (guint i = 1; i < G_N_ELEMENTS (stages); i++)
    {
      do_next (fixture, page);
      assert_stage (fixture, "S-28", stages[i]);
    }
  /* There is nothing behind the money. */
  do_next (fixture, page);
  for (guint i = G_N_ELEMENTS (stages) - 1; i > 0; i--)
    {
      undo (fixture);
      assert_stage (fixture, "S-28", stages[i - 1]);
    }
}

/* Three are late and three overdue; each that is shipped is one less. */
static void
test_attention (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *page = show (fixture, "S-26");
  guint attention;

  g_object_get (page, "attention", &attention, NULL);
  g_assert_cmpuint (attention, ==, 6);
  do_next (fixture, page);
  g_object_get (page, "attention", &attention, NULL);
  g_assert_cmpuint (attention, ==, 5);
}

static gint64
count_lines (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE_LINE);
  g_autoptr (GPtrArray) lines = fixture_read (fixture, query);

  return lines->len;
}

static gint64
find_item (Fixture    *fixture,
           const char *sku)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) items = NULL;

  tras_query_where_text (query, "sku", TRAS_QUERY_EQ, sku);
  items = fixture_read (fixture, query);
  g_assert_cmpuint (items->len, ==, 1);

  return TRAS_RECORD (items->pdata[0])->id;
}

/* The next line is asked for; nobody wants one. */
static void
leave_form (void)
{
  wait_until (fixture_has_form, NULL);
  gtk_window_close (GTK_WINDOW (fixture_get_form ()));
  wait_until (fixture_has_no_form, NULL);
}

static GtkWidget *
find_promise (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Promise _That Day") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_promise (child);

  return found;
}

static gboolean
has_promise (gpointer unused)
{
  GtkWidget *button = find_promise (GTK_WIDGET (fixture_get_form ()));

  return button != NULL && gtk_widget_get_mapped (button);
}

/* What cannot be served is refused, the form stays open, and nothing is written; the best day is
 * taken knowingly, with the line in one edit. */
static void
test_best_day (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *page = show (fixture, "S-27");
  g_autoptr (TrasSale) before = find_order (fixture, "S-27");
  g_autoptr (TrasSaleLine) line = tras_sale_line_new ();
  g_autoptr (TrasSale) after = NULL;
  g_autoptr (TrasSale) undone = NULL;
  gint64 n_lines = count_lines (fixture);

  line->item_id = find_item (fixture, "LAT-500");
  line->quantity = 30000;
  tras_order_forms_add_line (page, tras_window_get_store (fixture->window), before);
  wait_until (fixture_has_form, NULL);
  tras_form_dialog_set_draft (fixture_get_form (), line);
  wait_until (has_promise, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));

  fixture_save_form ();
  fixture_settle (fixture);
  g_assert_true (fixture_has_form (NULL));
  g_assert_cmpint (count_lines (fixture), ==, n_lines);

  fixture_click (find_promise (GTK_WIDGET (fixture_get_form ())));
  fixture_save_form ();
  fixture_settle (fixture);
  g_assert_cmpint (count_lines (fixture), ==, n_lines + 1);
  after = find_order (fixture, "S-27");
  g_assert_cmpint (after->promised_on, >, tras_day_from_iso (TODAY));

  leave_form ();
  undo (fixture);
  undone = find_order (fixture, "S-27");
  g_assert_cmpint (undone->promised_on, ==, before->promised_on);
  g_assert_cmpint (count_lines (fixture), ==, n_lines);
}

static void
type_quantity (const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (tras_form_dialog_get_field (fixture_get_form (),
                                                                   "quantity")), text);
}

/* The promise is of what stands in the form, be it not handed on yet, typed before or after the
 * item was read; what is no quantity promises nothing. The day that is taken is of the same. */
static void
test_typed_promise (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *page = show (fixture, "S-27");
  g_autoptr (TrasSale) before = find_order (fixture, "S-27");
  g_autoptr (TrasSale) after = NULL;
  gint64 n_lines = count_lines (fixture);
  TrasSaleLine *draft;

  tras_order_forms_add_line (page, tras_window_get_store (fixture->window), before);
  wait_until (fixture_has_form, NULL);
  fixture_set_int ("item_id", find_item (fixture, "LAT-500"));
  g_assert_false (has_promise (NULL));
  type_quantity ("30");
  wait_until (has_promise, NULL);
  draft = tras_form_dialog_get_draft (fixture_get_form ());
  g_assert_cmpint (draft->quantity, !=, 30000);

  type_quantity ("1");
  g_assert_false (has_promise (NULL));
  type_quantity ("31");
  g_assert_true (has_promise (NULL));
  type_quantity ("31 or more");
  g_assert_false (has_promise (NULL));
  type_quantity ("30");
  g_assert_true (has_promise (NULL));

  fixture_click (find_promise (GTK_WIDGET (fixture_get_form ())));
  g_assert_false (has_promise (NULL));
  fixture_save_form ();
  fixture_settle (fixture);
  g_assert_cmpint (count_lines (fixture), ==, n_lines + 1);
  after = find_order (fixture, "S-27");
  g_assert_cmpint (after->promised_on, >, tras_day_from_iso (TODAY));
  leave_form ();
}

/* An order needs somebody who orders. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *page = show (fixture, "S-11");
  g_autoptr (TrasSale) known = find_order (fixture, "S-11");

  tras_order_forms_new (page, tras_window_get_store (fixture->window), 0);
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  fixture_settle (fixture);
  g_assert_true (fixture_has_form (NULL));
  gtk_window_close (GTK_WINDOW (fixture_get_form ()));
  wait_until (fixture_has_no_form, NULL);

  tras_order_forms_new (page, tras_window_get_store (fixture->window), known->customer_id);
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  fixture_settle (fixture);
  assert_stage (fixture, "S-331", "entered");
  leave_form ();
}

/* ---- in parts ---- */

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_ENTRY_ROW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);

  return found;
}

/* A part goes, the rest is picked and goes later; more than is left and nothing at all are refused
 * beside the line. Each step is one undo. */
static void
test_part (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = show (fixture, "S-28");
  GtkWidget *entry;

  gtk_widget_activate_action (page, "order.part", NULL);
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  entry = find_entry (GTK_WIDGET (fixture_get_form ()));
  gtk_editable_set_text (GTK_EDITABLE (entry), "100000");
  fixture_save_form ();
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "many");
  fixture_save_form ();
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1");
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  assert_stage (fixture, "S-28", "part");

  do_next (fixture, page);
  assert_stage (fixture, "S-28", "picked");
  do_next (fixture, page);
  assert_stage (fixture, "S-28", "shipped");
  undo (fixture);
  undo (fixture);
  assert_stage (fixture, "S-28", "part");
  undo (fixture);
  assert_stage (fixture, "S-28", "entered");
}

/* A wrong bill is written anew with a reason, for what the lines come to; one undo. */
static void
test_bill_anew (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *page = show (fixture, "S-23");
  g_autoptr (TrasSale) before = find_order (fixture, "S-23");
  g_autoptr (TrasSale) after = NULL;
  g_autoptr (TrasSale) undone = NULL;

  tras_order_forms_bill_anew (page, tras_window_get_store (fixture->window), before);
  wait_until (fixture_has_form, NULL);
  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  fixture_save_form ();
  fixture_settle (fixture);
  g_assert_true (fixture_has_form (NULL));
  fixture_set_text ("bill_error", "One box too many");
  fixture_set_int ("total", 21000);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  after = find_order (fixture, "S-23");
  g_assert_cmpstr (after->bill_error, ==, "One box too many");
  g_assert_cmpint (after->total, ==, 21000);
  g_assert_cmpint (after->billed_on, ==, tras_day_from_iso (TODAY));
  g_assert_cmpint (after->due_on, ==, after->billed_on + after->pay_days);
  g_assert_cmpstr (after->stage, ==, "billed");

  undo (fixture);
  undone = find_order (fixture, "S-23");
  g_assert_null (undone->bill_error);
  g_assert_cmpint (undone->billed_on, ==, before->billed_on);
  g_assert_cmpint (undone->total, ==, before->total);
}

/* ---- deviations ---- */

static TrasDeviation *
find_deviation (Fixture *fixture)
{
  g_autoptr (TrasSale) order = find_order (fixture, "S-28");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_DEVIATION);
  g_autoptr (GPtrArray) found = NULL;

  tras_query_where_int (query, "sale_id", TRAS_QUERY_EQ, TRAS_RECORD (order)->id);
  found = fixture_read (fixture, query);
  g_assert_cmpuint (found->len, <=, 1);

  return found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/* One key asks for it, with what is known; the second time it is shown. */
static void
test_deviation (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *page = show (fixture, "S-28");
  g_autoptr (TrasDeviation) deviation = NULL;
  g_autoptr (TrasDeviation) again = NULL;
  TrasDeviation *draft;

  gtk_widget_activate_action (page, "order.deviation", NULL);
  wait_until (fixture_has_form, NULL);
  draft = tras_form_dialog_get_draft (fixture_get_form ());
  g_assert_true (g_str_has_prefix (draft->fact, "Order S-28"));
  fixture_set_int ("area_id", 1);
  fixture_set_int ("owner_id", 1);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  deviation = find_deviation (fixture);
  g_assert_nonnull (deviation);

  page = show (fixture, "S-28");
  gtk_widget_activate_action (page, "order.deviation", NULL);
  fixture_settle (fixture);
  g_assert_false (fixture_has_form (NULL));
  again = find_deviation (fixture);
  g_assert_cmpint (TRAS_RECORD (again)->id, ==, TRAS_RECORD (deviation)->id);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/orders/steps", test_steps);
  fixture_add ("/orders/attention", test_attention);
  fixture_add ("/orders/best-day", test_best_day);
  fixture_add ("/orders/typed-promise", test_typed_promise);
  fixture_add ("/orders/new", test_new);
  fixture_add ("/orders/part", test_part);
  fixture_add ("/orders/bill-anew", test_bill_anew);
  fixture_add ("/orders/deviation", test_deviation);

  return fixture_run ();
}

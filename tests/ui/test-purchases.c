/* test-purchases.c: what to buy, orders to suppliers and goods that come, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-buy-forms.h"
#include "tras-buy-page.h"
#include "tras-form-dialog.h"
#include "tras-inner-page.h"
#include "tras-item.h"
#include "tras-purchase-detail.h"
#include "tras-purchase-forms.h"
#include "tras-purchase-lines.h"
#include "tras-purchase-page.h"
#include "tras-stock-page.h"
#include "tras-supplier-section.h"

#define TODAY "2026-11-21"

static TrasStore *
get_store (Fixture *fixture)
{
  return tras_window_get_store (fixture->window);
}

static GPtrArray *
find_all (Fixture    *fixture,
          GType       type,
          const char *field,
          const char *value)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_text (query, field, TRAS_QUERY_EQ, value);

  return fixture_read (fixture, query);
}

static gpointer
read_again (Fixture *fixture,
            gpointer record)
{
  g_autoptr (TrasQuery) query = tras_query_new (G_OBJECT_TYPE (record));
  g_autoptr (GPtrArray) found = NULL;

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, TRAS_RECORD (record)->id);
  found = fixture_read (fixture, query);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (found->pdata[0]);
}

static void
undo (Fixture *fixture)
{
  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
}

static GtkWidget *
show (Fixture *fixture,
      gpointer record,
      GType    pane_type)
{
  GtkWidget *pane;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), G_OBJECT_TYPE (record),
                                          TRAS_RECORD (record)->id));
  fixture_settle (fixture);
  pane = fixture_find (GTK_WIDGET (fixture->window), pane_type);
  g_assert_nonnull (pane);

  return pane;
}

static GtkWidget *
get_part (GtkWidget  *pane,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (pane, G_OBJECT_TYPE (pane), name));
}

/* The page of what to buy, on show. */
static GtkWidget *
show_to_buy (Fixture *fixture)
{
  GtkWidget *page;

  g_assert_nonnull (tras_window_get_page (fixture->window, "stock"));
  fixture_settle (fixture);
  page = fixture_find (GTK_WIDGET (fixture->window), TRAS_TYPE_BUY_PAGE);
  g_assert_nonnull (page);
  tras_inner_page_set_store (TRAS_INNER_PAGE (page), get_store (fixture));
  fixture_settle (fixture);

  return page;
}

/* One click makes a draft a supplier, a second one nothing; undo takes all of them back. */
static void
test_drafts (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = show_to_buy (fixture);
  g_autoptr (GPtrArray) before = find_all (fixture, TRAS_TYPE_PURCHASE, "state", "draft");
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) after = NULL;

  fixture_assert_named (page);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (get_part (page, "stack"))), ==,
                   "lines");
  fixture_click (get_part (page, "draft_button"));
  fixture_settle (fixture);
  drafts = find_all (fixture, TRAS_TYPE_PURCHASE, "state", "draft");
  g_assert_cmpuint (drafts->len, >, before->len + 2);
  for (guint i = 0; i < drafts->len; i++)
    g_assert_cmpint (TRAS_PURCHASE (drafts->pdata[i])->lines, >, 0);

  fixture_click (get_part (page, "draft_button"));
  fixture_settle (fixture);
  again = find_all (fixture, TRAS_TYPE_PURCHASE, "state", "draft");
  g_assert_cmpuint (again->len, ==, drafts->len);

  undo (fixture);
  after = find_all (fixture, TRAS_TYPE_PURCHASE, "state", "draft");
  g_assert_cmpuint (after->len, ==, before->len);
}

/* A draft is sent; of its line some is good and some rejected, with a reason; the item has the good
 * part. */
static void
test_receive (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = show_to_buy (fixture);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (TrasPurchase) sent = NULL;
  g_autoptr (TrasPurchase) undone = NULL;
  g_autoptr (TrasPurchaseLine) line = NULL;
  g_autoptr (TrasPurchaseLine) came = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (TrasQuery) of_item = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (TrasItem) item = NULL;
  GtkWidget *pane;

  fixture_click (get_part (page, "draft_button"));
  fixture_settle (fixture);
  drafts = find_all (fixture, TRAS_TYPE_PURCHASE, "state", "draft");
  pane = show (fixture, drafts->pdata[0], TRAS_TYPE_PURCHASE_DETAIL);
  g_assert_nonnull (fixture_find (GTK_WIDGET (fixture->window), TRAS_TYPE_PURCHASE_PAGE));
  g_assert_nonnull (fixture_find (pane, TRAS_TYPE_PURCHASE_LINES));
  fixture_assert_named (pane);
  g_assert_false (gtk_widget_get_visible (get_part (pane, "end_button")));
  fixture_click (get_part (pane, "send_button"));
  fixture_settle (fixture);
  sent = read_again (fixture, drafts->pdata[0]);
  g_assert_cmpstr (sent->state, ==, "sent");
  g_assert_cmpint (sent->sent_on, ==, tras_day_from_iso (TODAY));
  g_assert_true (gtk_widget_get_visible (get_part (pane, "end_button")));
  g_assert_false (gtk_widget_get_visible (get_part (pane, "send_button")));

  tras_query_where_int (query, "purchase_id", TRAS_QUERY_EQ, TRAS_RECORD (sent)->id);
  lines = fixture_read (fixture, query);
  line = g_object_ref (lines->pdata[0]);
  g_assert_cmpint (line->promised_on, !=, TRAS_DAY_NONE);
  tras_query_where_int (of_item, "id", TRAS_QUERY_EQ, line->item_id);
  items = fixture_read (fixture, of_item);
  tras_buy_forms_receive (pane, get_store (fixture), NULL, line);
  wait_until (fixture_has_form, NULL);
  fixture_set_int ("good", 3000);
  fixture_set_int ("rejected", 2000);
  fixture_save_form ();
  /* What is wrong with it is not said yet. */
  g_assert_true (fixture_has_form (NULL));
  fixture_set_text ("why", "Dented");
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  came = read_again (fixture, line);
  item = read_again (fixture, items->pdata[0]);
  g_assert_cmpint (came->good, ==, 3000);
  g_assert_cmpint (came->rejected, ==, 2000);
  g_assert_cmpint (item->on_hand, ==, TRAS_ITEM (items->pdata[0])->on_hand + 3000);

  undo (fixture);
  undo (fixture);
  undone = read_again (fixture, drafts->pdata[0]);
  g_assert_cmpstr (undone->state, ==, "draft");
  undo (fixture);
}

/* An order begins with its supplier; a line is asked for; the draft goes with what is on it. */
static void
test_by_hand (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (TrasQuery) suppliers = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (TrasQuery) items = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) all_items = NULL;
  g_autoptr (TrasPurchase) filled = NULL;
  GtkWidget *pane;

  show_to_buy (fixture);
  all = fixture_read (fixture, suppliers);
  all_items = fixture_read (fixture, items);
  before = find_all (fixture, TRAS_TYPE_PURCHASE, "state", "draft");

  tras_purchase_forms_new (GTK_WIDGET (fixture->window), get_store (fixture));
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  g_assert_true (fixture_has_form (NULL));
  fixture_set_int ("supplier_id", TRAS_RECORD (all->pdata[0])->id);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  drafts = find_all (fixture, TRAS_TYPE_PURCHASE, "state", "draft");
  g_assert_cmpuint (drafts->len, ==, before->len + 1);

  pane = show (fixture, drafts->pdata[drafts->len - 1], TRAS_TYPE_PURCHASE_DETAIL);
  tras_purchase_forms_line (pane, get_store (fixture), drafts->pdata[drafts->len - 1], NULL);
  wait_until (fixture_has_form, NULL);
  fixture_set_int ("item_id", TRAS_RECORD (all_items->pdata[0])->id);
  fixture_set_int ("quantity", 0);
  fixture_save_form ();
  g_assert_true (fixture_has_form (NULL));
  fixture_set_int ("quantity", 4000);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  filled = read_again (fixture, drafts->pdata[drafts->len - 1]);
  g_assert_cmpint (filled->lines, ==, 1);

  fixture_click (get_part (pane, "delete_button"));
  fixture_settle (fixture);
  after = find_all (fixture, TRAS_TYPE_PURCHASE, "state", "draft");
  g_assert_cmpuint (after->len, ==, before->len);
  undo (fixture);
  undo (fixture);
  undo (fixture);
}

/* A supplier's page says how it delivers. */
static void
test_supplier (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) sent = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (GPtrArray) suppliers = NULL;
  GtkWidget *section;

  show_to_buy (fixture);
  sent = find_all (fixture, TRAS_TYPE_PURCHASE, "state", "sent");
  tras_query_where_int (query, "id", TRAS_QUERY_EQ, TRAS_PURCHASE (sent->pdata[0])->supplier_id);
  suppliers = fixture_read (fixture, query);
  section = show (fixture, suppliers->pdata[0], TRAS_TYPE_SUPPLIER_SECTION);
  g_assert_cmpuint (tras_detail_section_get_n_rows (TRAS_DETAIL_SECTION (section)), ==, 3);
  fixture_assert_named (section);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/purchases/drafts", test_drafts);
  fixture_add ("/purchases/receive", test_receive);
  fixture_add ("/purchases/by-hand", test_by_hand);
  fixture_add ("/purchases/supplier", test_supplier);

  return fixture_run ();
}

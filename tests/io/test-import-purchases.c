/* test-import-purchases.c: orders to suppliers and what came of them, out of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules are those of tras-purchase-rules.c; what follows is written by tras-export-purchases.c.
 */

#include "config.h"

#include <string.h>

#include "io-fixture.h"
#include "tras-edit-log.h"

static void
set_up_orders (Fixture       *fixture,
               gconstpointer  data)
{
  set_up (fixture, data);
  take (fixture, "suppliers", "name,lead_days\nNails,3\n", 0, 1, 0, 0);
  take (fixture, "locations", "name,kind\nWorld,supplier\nStore,inside\nShop,inside\n", 0, 3, 0,
        0);
  take (fixture, "items", "sku,name,unit,stocked\n7,Nail,kg,1\n8,Hour,h,0\n", 0, 2, 0, 0);
  take (fixture, "purchases",
        "code,supplier,state,made_on,sent_on\nP1,Nails,sent,2026-01-02,2026-01-03\n"
        "P2,Nails,draft,2026-01-02,\nP3,Nails,cancelled,2026-01-02,2026-01-02\n", 0, 3, 0, 0);
  take (fixture, "purchase-lines",
        "purchase,item,quantity,unit_price,unit\nP1,7,10,1.25,kg\nP1,8,2,,\nP2,7,1,,\nP3,7,1,,\n",
        0, 4, 0, 0);
}

/* What came is in stock at its cost, what was rejected is not; an order of which all came is
 * closed; undo takes all of it back at once. */
static void
test_receipts (Fixture       *fixture,
               gconstpointer  data)
{
  const char *text = "line,received_on,good,rejected,why\n"
                     "P1 7,2026-01-05,4,0,\n"
                     "P1 7,2026-01-06,5.5,0.5,Wet\n"
                     "P1 8,2026-01-06,2,0,\n";
  g_autoptr (TrasImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gint64 number;

  import = make_import ("receipts", text, -1);
  run_import (fixture, import, 0);
  for (guint i = 0; i < tras_import_get_refusals (import)->len; i++)
    {
      TrasImportRefusal *refusal = tras_import_get_refusals (import)->pdata[i];

      g_test_message ("line %u: %s", refusal->line, refusal->reason);
    }
  g_assert_cmpuint (tras_import_get_counts (import)->n_new, ==, 3);
  {
    g_autofree char *movements = dup_export (fixture, "movements");
    g_autofree char *receipts = dup_export (fixture, "receipts");
    g_autofree char *purchases = dup_export (fixture, "purchases");
    g_autofree char *stock = dup_export (fixture, "stock");

    g_assert_nonnull (strstr (movements,
                              "\r\nM-1,7,World,Store,4.000,1.2500,2026-01-05,purchase,,\r\n"
                              "M-2,7,World,Store,5.500,1.2500,2026-01-06,purchase,,\r\n"));
    g_assert_nonnull (strstr (receipts, "\r\nP1 7,2026-01-06,5.500,0.500,Wet,M-2,kg\r\n"
                                        "P1 8,2026-01-06,2.000,0.000,,,h\r\n"));
    g_assert_nonnull (strstr (purchases, "\r\nP1,Nails,closed,"));
    g_assert_nonnull (strstr (stock, "\r\n7,Nail,9.500,0.000,9.500,0.000,9.500,1.2500,"));
  }

  /* The same file again books nothing. */
  take (fixture, "receipts", text, 0, 0, 0, 3);

  label = tras_edit_log_undo (fixture->db, tras_import_get_edit (import), NULL, NULL, &number,
                              &error);
  g_assert_no_error (error);
  {
    g_autofree char *stock = dup_export (fixture, "stock");
    g_autofree char *receipts = dup_export (fixture, "receipts");

    g_assert_nonnull (strstr (stock, "\r\n7,Nail,0.000,0.000,0.000,10.000,10.000,"));
    g_assert_null (strstr (receipts, "P1"));
  }
}

static void
test_purchases_refused (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    const char *kind;
    const char *row;
    const char *column;
    const char *reason;
  } refused[] = {
    { "purchase-lines", "P1,9,1,", "item", "Nothing is called “9”" },
    { "purchase-lines", "P1,7,1,m", "unit", "“Nail” is counted in kg, not in m" },
    { "purchase-lines", "P1,7,0,", "quantity", "What is ordered is more than nothing" },
    { "purchase-lines", "P1,7,-1,", "quantity", "“Quantity” cannot be less than zero" },
    { "purchase-lines", "P9,7,1,", "purchase", "Nothing is called “P9”" },
    { "receipts", "P1 7,2026-01-05,11,0,,", "good",
      "Only 10 kg were still to come; more needs a reason" },
    { "receipts", "P1 7,2026-01-05,9,2, ,", "why", "What is rejected needs a reason" },
    { "receipts", "P1 7,2026-01-05,-1,0,,", "good", "“Good” cannot be less than zero" },
    { "receipts", "P1 7,2026-01-05,0,0,,", "good", "What came is more than nothing" },
    { "receipts", "P1 7,2026-01-02,1,0,,", "received_on", "It came before it was ordered" },
    { "receipts", "P1 7,2026-01-05,1,0,,t", "unit", "“Nail” is counted in kg, not in t" },
    { "receipts", "P2 7,2026-01-05,1,0,,", "line", "The order was not sent yet" },
    { "receipts", "P3 7,2026-01-05,1,0,,", "line", "The order was cancelled" },
    { "receipts", "P1 9,2026-01-05,1,0,,", "line", "Nothing is called “P1 9”" },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  before = dup_export (fixture, "movements");
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      gboolean lines = g_str_equal (refused[i].kind, "purchase-lines");
      g_autofree char *text =
        g_strdup_printf ("%s\n%s\n", lines ? "purchase,item,quantity,unit"
                                           : "line,received_on,good,rejected,why,unit",
                         refused[i].row);

      g_test_message ("%s", refused[i].row);
      expect (fixture, refused[i].kind, text, 2, refused[i].column, refused[i].reason);
    }
  after = dup_export (fixture, "movements");
  g_assert_cmpstr (before, ==, after);

  /* Who says why takes in more. */
  take (fixture, "receipts", "line,received_on,good,rejected,why\nP1 7,2026-01-05,11,0,A gift\n",
        0, 1, 0, 0);
  expect (fixture, "receipts", "line,received_on,good\nP1 7,2026-01-06,1\n", 2, "good",
          "Only 0 kg were still to come; more needs a reason");
}

/* A row about a line that is there changes it; where an order has an item twice, nobody knows which
 * is meant. */
static void
test_lines_again (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *out = NULL;

  take (fixture, "purchase-lines", "purchase,item,quantity,unit_price\nP1,7,12,1.30\nP1,8,2,\n", 0,
        0, 1, 1);
  out = dup_export (fixture, "purchase-lines");
  g_assert_nonnull (strstr (out, "\r\nP1,7,12.000,1.30,,,hand,kg\r\n"));

  take (fixture, "purchase-lines", "purchase,item,quantity\nP2,8,1\nP2,8,2\n", 0, 2, 0, 0);
  expect (fixture, "purchase-lines", "purchase,item,quantity\nP2,8,3\n", 2, "",
          "The order has the item in several lines; change them in the window");
}

/* Of 10 kg 4 came in time and 1 was rejected: 20 %, and not in full. The other 5 kg are due. */
static void
test_exports (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *to_buy = NULL;
  g_autofree char *quality = NULL;

  take (fixture, "items", "sku,name,unit,supplier,reorder_at,reorder_to,pack\n"
                          "7,Nail,kg,Nails,10,30,4\n", 0, 0, 1, 0);
  take (fixture, "purchase-lines", "purchase,item,quantity,unit_price,promised_on\n"
                                   "P1,7,10,1.25,2026-01-06\n", 0, 0, 1, 0);
  take (fixture, "receipts", "line,received_on,good,rejected,why\nP1 7,2026-01-06,4,1,Wet\n", 0, 1,
        0, 0);

  /* Projected 4 + 5; the draft has 1 by hand: 20 are missing, which are 5 packs of 4. */
  to_buy = dup_export (fixture, "to-buy");
  g_assert_cmpstr (to_buy, ==,
                   "supplier,sku,name,unit,on_hand,due_in,reserved,projected,reorder_at,reorder_to,"
                   "pack,quantity,unit_price,why,purchase\r\n"
                   "Nails,7,Nail,kg,4.000,5.000,0.000,9.000,10.000,30.000,4.000,20.000,1.25,"
                   "reorder,\r\n"
                   "Nails,7,Nail,kg,4.000,5.000,0.000,9.000,10.000,30.000,4.000,1.000,1.25,hand,"
                   "P2\r\n");
  quality = dup_export (fixture, "supplier-quality");
  g_assert_cmpstr (quality, ==,
                   "supplier,agreed_days,lead_days,lines,open,judged,on_time_in_full,"
                   "on_time_in_full_rate,receipts,good,rejected,reject_rate\r\n"
                   "Nails,3,3,2,2,1,0,0.0,1,4.000,1.000,20.0\r\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/io/import/purchases/receipts", Fixture, NULL, set_up_orders, test_receipts,
              tear_down);
  g_test_add ("/io/import/purchases/refused", Fixture, NULL, set_up_orders, test_purchases_refused,
              tear_down);
  g_test_add ("/io/import/purchases/exports", Fixture, NULL, set_up_orders, test_exports,
              tear_down);
  g_test_add ("/io/import/purchases/lines-again", Fixture, NULL, set_up_orders, test_lines_again,
              tear_down);

  return g_test_run ();
}

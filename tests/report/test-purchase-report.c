/* test-purchase-report.c: an order to a supplier on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "fixtures.h"
#include "report-text.h"
#include "tras-model-fixture.h"
#include "tras-purchase-report.h"

#define N_LINES 70

/* Whole units; the first line has no price where @all_priced is FALSE. */
static TrasPurchaseSheet *
load (Fixture  *fixture,
      gboolean  all_priced)
{
  TrasSupplier *supplier = tras_supplier_new ();
  TrasPurchase *purchase = tras_purchase_new ();
  g_autoptr (GError) error = NULL;
  TrasPurchaseSheet *sheet;
  gint64 id;

  supplier->name = g_strdup ("Nails & Sons");
  supplier->contact = g_strdup ("Mill Lane 3\n+44 1");
  purchase->supplier_id = insert (fixture, supplier);
  purchase->made_on = day ("2026-11-20");
  purchase->code = g_strdup ("P-77");
  id = insert (fixture, purchase);
  for (guint i = 0; i < N_LINES; i++)
    {
      TrasItem *item = tras_item_new ();
      TrasPurchaseLine *line = tras_purchase_line_new ();

      item->sku = g_strdup_printf ("N-%02u", i);
      item->name = g_strdup_printf ("Nail number %02u", i);
      line->item_id = insert (fixture, item);
      line->purchase_id = id;
      line->quantity = 2500;
      line->unit_price = i > 0 || all_priced ? 125 : TRAS_NULL;
      line->promised_on = day ("2026-12-01");
      insert (fixture, line);
    }
  sheet = tras_purchase_sheet_load (fixture->db, id, &error);
  g_assert_no_error (error);

  return sheet;
}

static char *
dup_text (Fixture    *fixture,
          TrasReport *report)
{
  g_autofree char *path = g_build_filename (fixture->folder, "order.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_report_write (report, path, &error));
  g_assert_no_error (error);

  return take_pdf_text (path);
}

/* 2.5 at 1.25 are 3.125, which is 3.13; 70 lines are 219.10, 69 are 215.97. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  gboolean all_priced = GPOINTER_TO_INT (data);
  g_autoptr (TrasPurchaseSheet) sheet = load (fixture, all_priced);
  g_autoptr (TrasReport) report =
    tras_purchase_report_new (sheet, "Firm", "EUR", tras_number_format_for_language ("en"));
  const char *expected[] = { "Order P-77", "Nails & Sons", "Mill Lane 3", "N-00", "Nail number 69",
                             "2.5 u", all_priced ? "Total: €219.10"
                                                 : "Total of what has a price: €215.97",
                             "Please name the number" };
  g_autofree char *text = NULL;
  const TrasPlace *places;
  TrasRect content;
  guint n;

  g_assert_cmpuint (tras_report_get_n_pages (report), >, 1);
  tras_page_layout_get_content (tras_report_get_pages (report), &content);
  places = tras_report_get_places (report, &n);
  assert_pages (places, n, &content);
  text = dup_text (fixture, report);
  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i]);
      g_assert_nonnull (strstr (text, expected[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/purchase/order", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up,
              test_order, fixture_tear_down);
  g_test_add ("/report/purchase/unpriced", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up,
              test_order, fixture_tear_down);

  return g_test_run ();
}

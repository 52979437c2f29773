/* test-picking-report.c: what is to be taken from the shelves, on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "report-text.h"
#include "tras-item.h"
#include "tras-model-fixture.h"
#include "tras-picking-report.h"

static gint64
make_item (Fixture    *fixture,
           const char *sku)
{
  TrasItem *item = tras_item_new ();

  item->sku = g_strdup (sku);
  item->name = g_strdup_printf ("Item %s", sku);
  item->stocked = FALSE;

  return insert (fixture, item);
}

static gint64
make_order (Fixture    *fixture,
            gint64      customer,
            const char *promised_on,
            gint64      picked_at)
{
  TrasSale *sale = tras_sale_new ();

  sale->customer_id = customer;
  sale->taken_on = day ("2026-11-02");
  sale->promised_on = day (promised_on);
  sale->picked_at = picked_at;

  return insert (fixture, sale);
}

static void
add_line (Fixture *fixture,
          gint64   order,
          gint64   item,
          gint64   quantity,
          gint64   shipped)
{
  TrasSaleLine *line = tras_sale_line_new ();

  line->sale_id = order;
  line->item_id = item;
  line->quantity = quantity;
  line->shipped = shipped;
  insert (fixture, line);
}

/* Orders in the order of their days, lines by SKU; what went already is not there, nor is what was
 * picked. */
static void
test_list (Fixture       *fixture,
           gconstpointer  unused)
{
  gint64 nail = make_item (fixture, "NAIL"), bolt = make_item (fixture, "BOLT");
  gint64 washer = make_item (fixture, "WASHER");
  TrasCustomer *customer = tras_customer_new ();
  g_autoptr (GPtrArray) pickings = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (TrasReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "list.pdf", NULL);
  g_autofree char *text = NULL;
  gint64 dora, later, sooner, picked;

  customer->name = g_strdup ("Dora");
  dora = insert (fixture, customer);
  later = make_order (fixture, dora, "2026-11-20", TRAS_NULL);
  sooner = make_order (fixture, dora, "2026-11-10", TRAS_NULL);
  picked = make_order (fixture, dora, "2026-11-05", 1);
  make_order (fixture, dora, "2026-11-04", TRAS_NULL);
  add_line (fixture, later, nail, 12500, 0);
  add_line (fixture, sooner, nail, 3000, 1000);
  add_line (fixture, sooner, bolt, 7000, 0);
  add_line (fixture, sooner, washer, 5000, 5000);
  add_line (fixture, picked, washer, 9000, 0);

  pickings = tras_picking_load (fixture->db, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pickings->len, ==, 2);
  g_assert_cmpint (TRAS_RECORD (((TrasPicking *) pickings->pdata[0])->sale)->id, ==, sooner);
  g_assert_cmpuint (((TrasPicking *) pickings->pdata[0])->lines->len, ==, 2);

  /* Asked for by itself, a picked one can be printed again. */
  one = tras_picking_load (fixture->db, picked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->len, ==, 1);

  report = tras_picking_report_new (pickings, "Firm", tras_number_format_for_language ("en"));
  g_assert_cmpuint (tras_report_get_n_pages (report), ==, 1);
  g_assert_true (tras_report_write (report, path, &error));
  g_assert_no_error (error);
  text = take_pdf_text (path);
  if (text == NULL)
    return;
  assert_says (text, "Picking List");
  assert_says (text, "S-2 · Dora · for");
  assert_says (text, "BOLT Item BOLT 7");
  assert_says (text, "NAIL Item NAIL 2");
  assert_says (text, "12.5");
  g_assert_cmpint (strstr (text, "BOLT") - text, <, strstr (text, "NAIL") - text);
  g_assert_null (strstr (text, "WASHER"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/report/picking/list", Fixture, NULL, fixture_set_up, test_list, fixture_tear_down);

  return g_test_run ();
}

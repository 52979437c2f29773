/* test-import-stock.c: what is wrong with a row of items or movements, and that nothing is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "io-fixture.h"

static void
set_up_stock (Fixture       *fixture,
              gconstpointer  data)
{
  set_up (fixture, data);
  take (fixture, "items", "sku,name,unit,barcode,price\nTEA,Green tea,kg,400,9.90\n"
                          "CUP,Cup,pcs,,4.50\nMUG,Mug,pcs,500,\n", 0, 3, 0, 0);
  take (fixture, "locations", "name,kind\nStore,inside\nWorld,supplier\nPeople,customer\n", 0, 3, 0,
        0);
  take (fixture, "movements", "item,from,to,quantity,moved_on,cause\n"
                              "TEA,World,Store,6,2026-01-02,opening\n"
                              "TEA,Store,People,4,2026-01-10,order\n", 0, 2, 0, 0);
}

/* A reader finds one item by a barcode: also the second of two rows is refused. */
static void
test_barcodes (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *before = dup_export (fixture, "items");
  g_autofree char *after = NULL;

  expect (fixture, "items", "sku,name,barcode\nPAN,Pan,400\n", 2, "barcode",
          "“Green tea” (TEA) has this barcode already");
  expect (fixture, "items", "sku,name,barcode\nCUP,Cup,500\n", 2, "barcode",
          "“Mug” (MUG) has this barcode already");
  expect (fixture, "items", "sku,name,barcode\nPAN,Pan,600\nPOT,Pot,600\n", 3, "barcode",
          "“Pan” (PAN) has this barcode already");
  after = dup_export (fixture, "items");
  g_assert_cmpstr (after, ==, before);

  /* An item keeps its own, several have none, and one that is free is taken. */
  take (fixture, "items", "sku,name,barcode\nTEA,Green tea,400\nCUP,Cup,\nPAN,Pan,\nMUG,Mug,700\n",
        0, 1, 1, 2);
  take (fixture, "items", "sku,name,barcode\nPAN,Pan,500\n", 0, 0, 1, 0);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *kind;
    const char *text;
    const char *column;
    const char *reason;
  } refused[] = {
    { "items", "sku,name,price\nPAN,Pan,-1\n", "price", "“Price” cannot be less than zero" },
    { "items", "sku,name,price\nPAN,Pan,1.005\n", "price",
      "“1.005” has too many digits behind the decimal mark" },
    { "items", "sku,name,reorder_at\nPAN,Pan,0.0005\n", "reorder_at",
      "“0.0005” has too many digits behind the decimal mark" },
    { "items", "sku,name,reorder_at\nPAN,Pan,-1\n", "reorder_at",
      "“Reorder at” cannot be less than zero" },
    { "items", "sku,name,reorder_at\nPAN,Pan,ten\n", "reorder_at", "“ten” is not a number" },
    { "items", "sku,name,pack\nPAN,Pan,0\n", "pack", "A pack holds more than nothing" },
    { "items", "sku,name,supplier\nPAN,Pan,Nobody\n", "supplier", "Nothing is called “Nobody”" },
    { "items", "sku,name\n,Pan\n", "sku", "The SKU cannot be empty" },
    { "movements", "SALT,Store,People,1,2026-01-11,order,", "item", "Nothing is called “SALT”" },
    { "movements", "TEA,Store,Moon,1,2026-01-11,order,", "to", "Nothing is called “Moon”" },
    { "movements", "TEA,Store,People,2.001,2026-01-11,order,", "quantity",
      "There was not that much in stock, then or later" },
    /* On that day there were six, and four of them went later. */
    { "movements", "TEA,Store,People,3,2026-01-03,order,", "quantity",
      "There was not that much in stock, then or later" },
    { "movements", "TEA,World,Store,1,2026-02-30,purchase,", "moved_on",
      "“2026-02-30” is not a date" },
    { "movements", "TEA,World,Store,0,2026-01-11,purchase,", "quantity",
      "A quantity is above zero; what comes back goes from and to the other way round" },
    { "movements", "TEA,World,Store,-1,2026-01-11,purchase,", "quantity",
      "A quantity is above zero; what comes back goes from and to the other way round" },
    { "movements", "TEA,World,Store,1.0001,2026-01-11,purchase,", "quantity",
      "“1.0001” has too many digits behind the decimal mark" },
    { "movements", "TEA,World,Store,1,2026-01-11,purchase,-1", "unit_cost",
      "A cost cannot be below zero" },
    { "movements", "TEA,Store,Store,1,2026-01-11,move,", "to",
      "A movement goes from one location to another" },
    { "movements", "TEA,World,Store,1,2026-01-11,gift,", "cause",
      "“gift” is not one of the choices" },
  };
  g_autofree char *movements = dup_export (fixture, "movements");
  g_autofree char *items = dup_export (fixture, "items");
  g_autofree char *movements_after = NULL;
  g_autofree char *items_after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text =
        g_str_equal (refused[i].kind, "items")
          ? g_strdup (refused[i].text)
          : g_strdup_printf ("item,from,to,quantity,moved_on,cause,unit_cost\n"
                             "TEA,World,Store,1,2026-01-12,purchase,1\n%s\n", refused[i].text);

      expect (fixture, refused[i].kind, text, g_str_equal (refused[i].kind, "items") ? 2 : 3,
              refused[i].column, refused[i].reason);
    }
  /* Nothing of any file was taken, also not the rows that were right. */
  movements_after = dup_export (fixture, "movements");
  items_after = dup_export (fixture, "items");
  g_assert_cmpstr (movements_after, ==, movements);
  g_assert_cmpstr (items_after, ==, items);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/io/stock/barcodes", Fixture, NULL, set_up_stock, test_barcodes, tear_down);
  g_test_add ("/io/stock/refused", Fixture, NULL, set_up_stock, test_refused, tear_down);

  return g_test_run ();
}

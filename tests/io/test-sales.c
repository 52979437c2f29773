/* test-sales.c: a shop's orders out of CSV, and what may be sold back to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "io-fixture.h"

/* 6 kg of tea are there; of coffee, which nobody keeps, none. */
static void
fill (Fixture *fixture)
{
  take (fixture, "items", "sku,name,unit,stocked\nTEA,Green tea,kg,1\nCUP,Coffee,pcs,0\n"
                          "MUG,Mug,pcs,1\n", 0, 3, 0, 0);
  take (fixture, "locations", "name,kind\nStore,inside\nWorld,supplier\nPeople,customer\n", 0, 3, 0,
        0);
  take (fixture, "movements", "item,from,to,quantity,moved_on,cause\n"
                              "TEA,World,Store,6,2026-01-02,opening\n", 0, 1, 0, 0);
  take (fixture, "customers", "code,name\nC1,Ana\nC2,Bar\nC3,Bar\n", 0, 3, 0, 0);
}

static void
assert_available (Fixture    *fixture,
                  const char *tea)
{
  g_autofree char *out = dup_export (fixture, "available");
  g_autofree char *expected = g_strdup_printf ("sku,name,available\r\nMUG,Mug,0.000\r\n"
                                               "TEA,Green tea,%s\r\n", tea);

  g_assert_cmpstr (out, ==, expected);
}

/* What an order names is reserved as soon as the row is there, and no longer when it is gone. */
static void
test_reserve (Fixture       *fixture,
              gconstpointer  unused)
{
  fill (fixture);
  assert_available (fixture, "6.000");
  take (fixture, "sales", "code,customer,taken_on\nW1,C1,2026-11-20\n", 0, 1, 0, 0);
  take (fixture, "sale-lines", "sale,item,quantity,price\nW1,TEA,4.5,9.90\nW1,CUP,30,1\n", 0, 2, 0,
        0);
  assert_available (fixture, "1.500");
  /* The shop's file once more, with one line corrected. */
  take (fixture, "sale-lines", "sale,item,quantity,price\nW1,TEA,4.25,9.90\nW1,CUP,30,1\n", 0, 0, 1,
        1);
  assert_available (fixture, "1.750");
  take (fixture, "sales", "code,customer,taken_on,state\nW1,C1,2026-11-20,cancelled\n", 0, 0, 1, 0);
  assert_available (fixture, "6.000");
}

/* What is bought for later can be promised for later, and only then. */
static void
test_later (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autoptr (TrasImport) import = NULL;

  fill (fixture);
  take (fixture, "sales", "code,customer,taken_on,promised_on\nW1,C1,2026-11-20,2026-12-01\n", 0,
        1, 0, 0);
  take (fixture, "sale-lines", "sale,item,quantity\nW1,TEA,6\n", 0, 1, 0, 0);
  /* Promised for December, and not for sale before. */
  assert_available (fixture, "0.000");
  take (fixture, "sales", "code,customer,taken_on\nW2,Ana,2026-11-20\n", 0, 1, 0, 0);
  expect (fixture, "sale-lines", "sale,item,quantity\nW2,TEA,0.001\n", 2, "quantity",
          "“Green tea” cannot be promised today: 0 kg available, no more on its way");
  /* Of a file with a bad row nothing is taken, or the good rows where that is wanted. */
  import = make_import ("sale-lines", "sale,item,quantity\nW2,CUP,1\nW2,TEA,1\n", -1);
  run_import (fixture, import, TRAS_IMPORT_DEFAULT);
  g_assert_cmpint (tras_import_get_edit (import), ==, 0);
  run_import (fixture, import, TRAS_IMPORT_PARTIAL);
  g_assert_cmpint (tras_import_get_edit (import), >, 0);
  g_assert_cmpuint (tras_import_get_counts (import)->n_new, ==, 1);
}

/* What was shipped before anybody kept stock here takes nothing from it, however much it was. */
static void
test_history (Fixture       *fixture,
              gconstpointer  unused)
{
  g_autofree char *lines = NULL;
  g_autofree char *stock = NULL;

  fill (fixture);
  take (fixture, "sales", "code,customer,taken_on,promised_on,shipped_on,state\n"
                          "10248,Ana,1996-07-04,1996-08-01,1996-07-16,closed\n"
                          "10249,Ana,1996-07-04,1996-08-01,1996-07-16,open\n", 0, 2, 0, 0);
  take (fixture, "sale-lines", "sale,item,quantity\n10248,TEA,5000\n10249,MUG,12\n", 0, 2, 0, 0);
  assert_available (fixture, "6.000");
  lines = dup_export (fixture, "sale-lines");
  g_assert_cmpstr (lines, ==, "sale,item,quantity,shipped,price,unit\r\n"
                              "10248,TEA,5000.000,5000.000,,kg\r\n"
                              "10249,MUG,12.000,12.000,,pcs\r\n");
  stock = dup_export (fixture, "movements");
  g_assert_null (strstr (stock, "order"));
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  unused)
{
  fill (fixture);
  take (fixture, "sales", "code,customer,taken_on\nW1,C1,2026-11-20\n", 0, 1, 0, 0);
  take (fixture, "sale-lines", "sale,item,quantity,unit\nW1,TEA,1,kg\n", 0, 1, 0, 0);

  expect (fixture, "sales", "code,customer,taken_on\nW2,Nobody,2026-11-20\n", 2, "customer",
          "Nothing is called “Nobody”");
  expect (fixture, "sales", "code,customer,taken_on\nW2,Bar,2026-11-20\n", 2, "customer",
          "There are several called “Bar”; use the code");
  expect (fixture, "sales", "code,customer,taken_on,shipped_on\nW2,C2,2026-11-20,2026-11-19\n", 2,
          "shipped_on", "It was ordered on 20 Nov 2026 and cannot have been shipped before");
  expect (fixture, "sales", "code,customer,taken_on,shipped_on\nW2,C2,2026-11-20,2190-11-19\n", 2,
          "shipped_on", "The day lies ahead: nothing has been shipped yet");
  expect (fixture, "sales", "code,customer,taken_on,promised_on\nW2,C2,2026-11-20,2026-11-19\n", 2,
          "promised_on",
          "It was ordered on 20 Nov 2026 and cannot have been promised for a day before");
  expect (fixture, "sales", "code,customer,taken_on,billed_on,due_on\n"
                            "W2,C2,2026-11-20,2026-11-21,2026-11-20\n", 2,
          "due_on", "It was billed on 21 Nov 2026 and cannot have been due before");
  expect (fixture, "sales", "code,customer,taken_on,total\nW2,C2,2026-11-20,-1\n", 2, "total",
          "“Billed” cannot be less than zero");
  expect (fixture, "sales", "code,customer,taken_on,shipped_on\nW1,C1,2026-11-20,2026-11-20\n", 2,
          "shipped_on", "Order W1 is open here: ship it in the window, so that its goods leave the "
          "stock");
  expect (fixture, "sale-lines", "sale,item,quantity\nW9,TEA,1\n", 2, "sale",
          "Nothing is called “W9”");
  expect (fixture, "sale-lines", "sale,item,quantity\nW1,SALT,1\n", 2, "item",
          "Nothing is called “SALT”");
  expect (fixture, "sale-lines", "sale,item,quantity\nW1,MUG,-1\n", 2, "quantity",
          "“Quantity” cannot be less than zero");
  expect (fixture, "sale-lines", "sale,item,quantity\nW1,CUP,0\n", 2, "quantity",
          "A quantity is above zero; what comes back goes from and to the other way round");
  expect (fixture, "sale-lines", "sale,item,quantity,unit\nW1,TEA,1,lb\n", 2, "unit",
          "“Green tea” is counted in kg");
  expect (fixture, "sale-lines", "sale,item,quantity,shipped\nW1,CUP,1,2\n", 2, "shipped",
          "More was shipped than was ordered");
  expect (fixture, "sale-lines", "sale,item,quantity\nW1,CUP,1\nW1,CUP,2\n", 3, "item",
          "The order names the item already: change its quantity");
  expect (fixture, "customers", "name,pay_days\nZoe,-1\n", 2, "pay_days",
          "“Days to pay” cannot be less than zero");
  expect (fixture, "customers", "code,name\nC9,\n", 2, "name", "The name cannot be empty");
}

/* Customers that nobody knows yet are made where that is wanted, each once. */
static void
test_create (Fixture       *fixture,
             gconstpointer  unused)
{
  g_autofree char *out = NULL;

  fill (fixture);
  take (fixture, "sales", "code,customer,taken_on\nW1,Zoe,2026-11-20\nW2,Zoe,2026-11-20\n",
        TRAS_IMPORT_CREATE, 2, 0, 0);
  out = dup_export (fixture, "customers");
  g_assert_nonnull (strstr (out, "\r\n,Zoe,,30\r\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* Reasons name days as the language has them. */
  g_setenv ("TRASTIENDA_TODAY", "2026-11-21", TRUE);

#define ADD(name, function) \
  g_test_add ("/io/sales/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("reserve", test_reserve);
  ADD ("later", test_later);
  ADD ("history", test_history);
  ADD ("refused", test_refused);
  ADD ("create", test_create);

  return g_test_run ();
}

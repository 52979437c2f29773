/* test-import.c: what an import takes, what it refuses, and what it leaves alone
 *
 * Of tras-import.c and tras-import-rows.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "io-fixture.h"
#include "migrations.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-existing.h"
#include "tras-import-cells.h"
#include "tras-import-create.h"
#include "tras-import-follow.h"
#include "tras-import-formulas.h"
#include "tras-import-reasons.h"

#define BASE                                                                                       \
  "name,hired_on\nAna,2020-01-01\nBruno,2021-02-03\n"

/* A firm with an area, two people and three indicators, one of them daily, one computed. */
static void
set_up_firm (Fixture       *fixture,
             gconstpointer  data)
{
  set_up (fixture, data);
  take (fixture, "areas", "name,parent\nShop,\nWindow,Shop\n", 0, 2, 0, 0);
  take (fixture, "people", BASE, 0, 2, 0, 0);
  take (fixture, "indicators",
        "name,area,question,definition,unit,family,better,roll,owner,starts_on,every\n"
        "Sales,Shop,How much?,All of it,€,finance,up,sum,Ana,2026-01-05,week\n"
        "Visits,Shop,How many?,Through the door,,customer,up,sum,Bruno,2026-01-05,day\n",
        0, 2, 0, 0);
  take (fixture, "indicators",
        "name,area,question,definition,unit,family,better,roll,owner,starts_on,every,source,"
        "formula\n"
        "Twice,Shop,?,,,finance,up,sum,Ana,2026-01-05,week,formula,2 * [Sales]\n",
        0, 1, 0, 0);
}

/* ---- refusals ---- */

typedef struct
{
  guint line;
  const char *column;
  const char *value;
  const char *reason;
} Expected;

typedef struct
{
  const char *name;
  const char *kind;
  const char *text;
  gssize length;
  guint n_good;
  Expected refusals[9];
} Refusals;

static const Refusals refusals[] = {
  { "cells", "measurements",
    "indicator,date,value\n"
    "Sales,2026-01-05,1\n"
    "Sales,2026-13-45,2\n"
    "Salt,2026-01-12,3\n"
    "Sales,2026-01-19,many\n"
    ",2026-01-26,5\n"
    "Sales,,6\n"
    "Sales,2026-02-02,7\n",
    -1, 2,
    { { 3, "date", "2026-13-45", "“2026-13-45” is not a date" },
      { 4, "indicator", "Salt", "Nothing is called “Salt”" },
      { 5, "value", "many", "“many” is not a number" },
      { 6, "indicator", "", "“Indicator” cannot be empty" },
      { 7, "date", "", "“Period” cannot be empty" } } },
  { "same-period", "measurements",
    "indicator,date,value\nSales,2026-01-05,1\nSales,2026-01-07,2\nVisits,2026-01-05,1\n"
    "Visits,2026-01-07,2\n",
    -1, 3, { { 3, "indicator", "Sales", "Another row says the same thing already" } } },
  { "missing-value", "measurements",
    "indicator,date,value,note,left_out\nSales,2026-01-05,,closed,\nSales,2026-01-12,,,\n"
    "Sales,2026-01-19,3,,1\n",
    -1, 1,
    { { 3, "value", "", "A measurement without a value needs a note that says why it is missing" },
      { 4, "note", "", "A measurement that is left out needs a note that says why" } } },
  { "width", "measurements",
    "indicator,date,value\nSales,2026-01-05\nSales,2026-01-12,1,2\nSales,2026-01-19,1,\n"
    "\n,,\nSales,2026-01-26,1\n",
    -1, 2,
    { { 2, "", "", "The row has 2 cells, the first row 3" },
      { 3, "", "", "The row has 4 cells, the first row 3" } } },
  { "lines-in-cells", "measurements",
    "indicator,date,value,note\nSales,2026-01-05,1,\"two\nlines\"\nSales,2026-01-12,x,\n",
    -1, 1, { { 4, "value", "x", "“x” is not a number" } } },
  { "choices", "actions",
    "title,due_on,kind,deviation\nLook,2026-01-01,dance,\nLook,2026-01-01,,D-99\n"
    "Look,2026-01-01,,\n",
    -1, 0,
    { { 2, "kind", "dance", "“dance” is not one of the choices" },
      { 3, "deviation", "D-99", "Nothing is called “D-99”" },
      { 4, "", "", "An action serves a goal, a deviation, an experiment or a decision" } } },
  { "money", "items",
    "sku,name,price,pack\nA,Apple,1.50,1\nB,Bread,1.505,1\nC,Cheese,1,0\nA,Apricot,1,1\n",
    -1, 1,
    { { 3, "price", "1.505", "“1.505” has too many digits behind the decimal mark" },
      { 4, "pack", "0", "A pack holds more than nothing" },
      { 5, "sku", "A", "There is another one of that name" } } },
  { "people", "people",
    "name,hired_on,left_on,left_why\nCarla,2020-05-05,2019-01-01,resigned\n,2020-05-05,,\n"
    "Ana,2020-01-01,,\nana,2020-01-01,,\nAna,2020-01-01,,\n",
    -1, 2,
    { { 2, "left_on", "2019-01-01", "Somebody cannot leave before being hired" },
      { 3, "name", "", "The name cannot be empty" },
      { 6, "", "", "Line 4 is about the same record" } } },
  { "goals", "goals",
    "title,owner,starts_on,due_on,state\nGrow,Ana,2026-01-01,2025-01-01,\n"
    "Grow,Nobody,2026-01-01,2026-12-31,\nGrow,Ana,2026-01-01,2026-12-31,reached\n",
    -1, 0,
    { { 2, "due_on", "2025-01-01", "A goal is due after it starts" },
      { 3, "owner", "Nobody", "Nothing is called “Nobody”" },
      { 4, "", "", "A goal that is not open any more needs the day it was closed and what was "
                   "learned" } } },
  { "areas-in-circles", "areas",
    "name,parent\nA,B\nB,A\nC,Nowhere\n", -1, 2,
    { { 2, "parent", "B", "An area cannot be part of itself" },
      { 4, "parent", "Nowhere", "Nothing is called “Nowhere”" } } },
  { "formulas", "indicators",
    "name,area,question,definition,unit,family,better,roll,owner,starts_on,every,source,"
    "formula\n"
    "Good,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,formula,\"[Sales] / [Further]\"\n"
    "Further,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,hand,\n"
    "Typo,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,formula,\"2 * [Sles]\"\n"
    "Open,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,formula,\"([Sales]\"\n"
    "Daily,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,formula,\"[Visits] + 1\"\n"
    "None,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,formula,\n"
    "Stray,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,hand,\"[Sales]\"\n"
    "Feed,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,staff.absence,\n"
    "Odd,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,weather,\n"
    "Ping,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,formula,\"[Pong]\"\n"
    "Pong,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,formula,\"[Ping]\"\n"
    "Self,Shop,?,,,finance,up,mean,Ana,2026-01-05,week,formula,\"1 + [Self]\"\n",
    -1, 4,
    { { 4, "formula", "2 * [Sles]", "Character 5: There is no indicator “Sles”. Is it “Sales”?" },
      { 5, "formula", "([Sales]", "Character 1: This parenthesis is not closed" },
      { 6, "formula", "[Visits] + 1",
        "Character 1: “Visits” is measured every day, and this indicator is not; a formula takes "
        "what has the same periods" },
      { 7, "formula", "", "The source “formula” needs a formula" },
      { 8, "formula", "[Sales]", "Only an indicator with the source “formula” has a formula" },
      { 10, "source", "weather",
        "“weather” is not a source; there are hand, import, formula, staff.absence, …" },
      { 11, "formula", "[Pong]",
        "Character 1: The formula would lead back to its own indicator: Ping → Pong → Ping" },
      { 13, "formula", "1 + [Self]",
        "Character 5: The formula would lead back to its own indicator: Self → Self" } } },
  { "computed", "measurements",
    "indicator,date,value,note\nTwice,2026-01-05,,fair\nTwice,2026-01-12,3,\n"
    "Sales,2026-01-12,3,\n",
    -1, 2,
    { { 3, "value", "3", "The indicator is computed: nobody else gives its numbers" } } },
  /* Twice is computed from Sales, and Thrice from what changes with it. */
  { "periods", "indicators",
    "name,area,question,definition,unit,family,better,roll,owner,starts_on,every,source,formula\n"
    "Thrice,Shop,?,,,finance,up,sum,Ana,2026-01-05,month,formula,3 * [Visits]\n"
    "Visits,Shop,?,,,customer,up,sum,Ana,2026-01-05,month,hand,\n"
    "Sales,Shop,?,,,finance,up,sum,Ana,2026-01-05,month,hand,\n",
    -1, 2,
    { { 4, "every", "month", "The formula of “Twice” takes it, and a formula takes what has the "
        "same periods. Change the formula of “Twice” first" } } },
  { "utf-16", "measurements",
    "\xff\xfei\0n\0d\0i\0c\0a\0t\0o\0r\0;\0d\0a\0t\0e\0;\0v\0a\0l\0u\0e\0\n\0"
    "S\0a\0l\0e\0s\0;\0""0\0""5\0.\0""0\0""1\0.\0""2\0""0\0""2\0""6\0;\0""1\0,\0""5\0\n\0"
    "S\0a\0l\0e\0s\0;\0""3\0""1\0.\0""0\0""1\0.\0""2\0""0\0""2\0""6\0;\0""x\0\n\0",
    2 + 2 * (21 + 21 + 19), 1, { { 3, "value", "x", "“x” is not a number" } } },
};

/* One that ends in an ellipsis goes on. */
static void
assert_reason (const char *found,
               const char *expected)
{
  if (g_str_has_suffix (expected, "…"))
    {
      g_autofree char *beginning = g_strndup (expected, strlen (expected) - strlen ("…"));

      g_assert_true (g_str_has_prefix (found, beginning));
    }
  else
    g_assert_cmpstr (found, ==, expected);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  const Refusals *test = data;
  g_autoptr (TrasImport) import = make_import (test->kind, test->text, test->length);
  const TrasImportCounts *counts = tras_import_get_counts (import);
  g_autofree char *before = dup_export (fixture, test->kind);
  g_autofree char *after = NULL;
  GPtrArray *found;
  guint n = 0;

  while (test->refusals[n].column != NULL)
    n++;

  run_import (fixture, import, TRAS_IMPORT_DEFAULT);
  found = tras_import_get_refusals (import);
  for (guint i = 0; i < found->len; i++)
    {
      TrasImportRefusal *refusal = found->pdata[i];

      g_test_message ("line %u, %s “%s”: %s", refusal->line, refusal->column, refusal->value,
                      refusal->reason);
      g_assert_cmpuint (i, <, n);
      g_assert_cmpuint (refusal->line, ==, test->refusals[i].line);
      g_assert_cmpstr (refusal->column, ==, test->refusals[i].column);
      g_assert_cmpstr (refusal->value, ==, test->refusals[i].value);
      assert_reason (refusal->reason, test->refusals[i].reason);
    }
  g_assert_cmpuint (found->len, ==, n);
  g_assert_cmpuint (counts->n_refused, ==, n);

  /* All or nothing: here nothing. */
  g_assert_cmpint (tras_import_get_edit (import), ==, 0);
  after = dup_export (fixture, test->kind);
  g_assert_cmpstr (after, ==, before);

  /* Or the good ones. */
  run_import (fixture, import, TRAS_IMPORT_PARTIAL);
  g_assert_cmpuint (counts->n_refused, ==, n);
  g_assert_cmpuint (counts->n_new + counts->n_changed + counts->n_same, ==, test->n_good);
}

/* ---- how files are written ---- */

typedef struct
{
  const char *name;
  const char *text;
} Written;

/* The same three values, as different programs write them. */
static const Written written[] = {
  { "plain", "indicator,date,value\nSales,2026-01-05,1234.5\nSales,2026-01-12,0.25\n"
             "Sales,2026-01-25,-3\n" },
  { "mark", "\xef\xbb\xbfindicator,date,value\r\nSales,2026-01-05,1234.5\r\n"
            "Sales,2026-01-12,0.25\r\nSales,2026-01-25,-3\r\n" },
  { "continental", "indicator;date;value\nSales;05/01/2026;1.234,5\nSales;12/01/2026;0,25\n"
                   "Sales;25/01/2026;-3\n" },
  { "american", "Value,Date,Indicator\n\"1,234.5\",01/05/2026,Sales\n0.25,01/12/2026,Sales\n"
                "-3,01/25/2026,Sales\n" },
  { "weeks", "indicator\tperiod\tvalue\tnote\nsales\t2026-W02\t1234.5\t\n"
             "SALES\t2026-W03\t0.25\t\n#1\t2026-W04\t-3\t\n" },
  { "guarded", "indicator,date,value,\nSales,2026-01-11,1234.5,\nSales,2026-01-18,0.25,\n"
               "Sales,2026-01-25,'-3,\n" },
};

static void
test_written (Fixture       *fixture,
              gconstpointer  data)
{
  const Written *test = data;
  g_autofree char *export = NULL;

  take (fixture, "measurements", test->text, 0, 3, 0, 0);
  export = dup_export (fixture, "measurements");
  g_assert_cmpstr (export, ==,
                   "indicator,date,value,num,den,estimated,left_out,note\r\n"
                   "Sales,2026-01-05,1234.5,,,0,0,\r\n"
                   "Sales,2026-01-12,0.25,,,0,0,\r\n"
                   "Sales,2026-01-19,-3,,,0,0,\r\n");

  /* And again: nothing to do, and no edit for it. */
  take (fixture, "measurements", test->text, 0, 0, 0, 3);
}

static void
test_windows_1252 (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *export = NULL;

  take (fixture, "areas", "name;parent\nLat\xf3n y \x80;Shop\n", 0, 1, 0, 0);
  export = dup_export (fixture, "areas");
  g_assert_cmpstr (export, ==,
                   "name,parent\r\nShop,\r\nWindow,Shop\r\nLatón y €,Shop\r\n");
}

static void
test_date_order (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *text = "indicator,date,value\nVisits,01/02/2026,1\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  const TrasDateOrder orders[] = { TRAS_DATE_ORDER_DMY, TRAS_DATE_ORDER_MDY };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      TrasCsvOverrides overrides = TRAS_CSV_GUESS_ALL;
      g_autoptr (TrasImport) import = NULL;
      g_autoptr (GError) error = NULL;

      overrides.date_order = (int) orders[i];
      import = tras_import_new (tras_tables_find_kind ("measurements"), bytes, &overrides, &error);
      g_assert_no_error (error);
      run_import (fixture, import, TRAS_IMPORT_DEFAULT);
    }

  {
    g_autofree char *export = dup_export (fixture, "measurements");

    g_assert_nonnull (strstr (export, "Visits,2026-02-01,1,"));
    g_assert_nonnull (strstr (export, "Visits,2026-01-02,1,"));
  }
}

/* ---- columns ---- */

static void
test_columns (void)
{
  static const struct
  {
    const char *kind;
    const char *text;
    const char *message;
  } tests[] = {
    { "measurements", "indicator,date,value,colour\nA,2026-01-05,1,red\n",
      "There is no column “colour” in measurements" },
    { "measurements", "date,value\n2026-01-05,1\n", "The column “indicator” is missing" },
    { "measurements", "indicator,date,period,value\nA,2026-01-05,2026-01-05,1\n",
      "Two columns are called “period”" },
    { "items", "sku,name,on_hand\nA,Apple,3\n", "There is no column “on_hand” in items" },
    { "people", "name,hired_on,erased_on\nAna,2020-01-01,\n",
      "There is no column “erased_on” in people" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (tests[i].text, strlen (tests[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasImport) import =
        tras_import_new (tras_tables_find_kind (tests[i].kind), bytes, NULL, &error);

      g_assert_null (import);
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, tests[i].message);
    }
}

static void
test_first_rows (void)
{
  g_autoptr (TrasImport) import =
    make_import ("areas", "name,parent\nA,\n\n\"B, C\",A\nD,A\n", -1);
  g_autoptr (GPtrArray) rows = tras_import_dup_rows (import, 2);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((char **) rows->pdata[1])[0], ==, "B, C");
  g_assert_cmpstr (((char **) rows->pdata[1])[1], ==, "A");
}

/* ---- what is there already ---- */

static void
test_existing (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *export = NULL;

  /* Columns that are absent stay as they were. */
  take (fixture, "people", "name,hired_on,email\nAna,2020-01-01,ana@example.org\n"
                           "Bruno,2021-02-03,\nCarla,2022-01-01,\n", 0, 1, 1, 1);
  /* A code comes to somebody who had none, and then names them. */
  take (fixture, "people", "code,name,hired_on\nP1,Ana,2020-01-01\n", 0, 0, 1, 0);
  take (fixture, "people", "code,name,hired_on\nP1,Ana María,2020-01-01\n", 0, 0, 1, 0);
  /* Who has another code is somebody else. */
  take (fixture, "people", "code,name,hired_on\nP2,Ana María,2024-01-01\n", 0, 1, 0, 0);
  export = dup_export (fixture, "people");
  g_assert_cmpstr (export, ==,
                   "code,name,email,language,hired_on,left_on,left_why\r\n"
                   "P1,Ana María,ana@example.org,,2020-01-01,,\r\n"
                   ",Bruno,,,2021-02-03,,\r\n"
                   ",Carla,,,2022-01-01,,\r\n"
                   "P2,Ana María,,,2024-01-01,,\r\n");

  /* What stands for both cannot be told. */
  {
    g_autoptr (TrasImport) import = make_import ("goals",
                                                 "title,owner,starts_on,due_on\n"
                                                 "Grow,Ana María,2026-01-01,2026-12-31\n", -1);
    TrasImportRefusal *refusal;

    run_import (fixture, import, TRAS_IMPORT_DEFAULT);
    g_assert_cmpuint (tras_import_get_refusals (import)->len, ==, 1);
    refusal = tras_import_get_refusals (import)->pdata[0];
    g_assert_cmpstr (refusal->reason, ==, "There are several called “Ana María”; use the code");
  }
  take (fixture, "goals", "title,owner,starts_on,due_on\nGrow,P2,2026-01-01,2026-12-31\n", 0, 1, 0,
        0);

  /* There is one firm. */
  take (fixture, "firm", "name\nBefore\n", 0, 1, 0, 0);
  take (fixture, "firm", "name,currency\nAfter,BRL\n", 0, 0, 1, 0);

  /* Roles of the same name are others in another area, targets others in any field. */
  take (fixture, "roles", "name,area,seats\nSeller,Shop,2\nSeller,Window,1\n", 0, 2, 0, 0);
  take (fixture, "roles", "name,area,seats\nSeller,Shop,3\nSeller,Window,1\n", 0, 0, 1, 1);
  take (fixture, "targets", "indicator,shape,value,from_on,to_on\nSales,keep,5,2026-01-01,"
                            "2026-12-31\nSales,keep,5,2026-01-01,2026-12-31\n", 0, 2, 0, 0);
  take (fixture, "targets", "indicator,shape,value,from_on,to_on\nSales,keep,5,2026-01-01,"
                            "2026-12-31\nSales,keep,5,2026-01-01,2026-12-31\nSales,keep,6,"
                            "2026-01-01,2026-12-31\n", 0, 1, 0, 2);
}

static void
test_changed_measurement (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *export = NULL;

  take (fixture, "measurements", "indicator,date,value,note\nSales,2026-01-05,1,odd\n"
                                 "Sales,2026-01-12,2,\n", 0, 2, 0, 0);
  take (fixture, "measurements", "indicator,date,value\nSales,2026-01-08,3\nSales,2026-01-12,2\n"
                                 "Sales,2026-01-19,4\n", 0, 1, 1, 1);
  export = dup_export (fixture, "measurements");
  g_assert_cmpstr (export, ==,
                   "indicator,date,value,num,den,estimated,left_out,note\r\n"
                   "Sales,2026-01-05,3,,,0,0,odd\r\n"
                   "Sales,2026-01-12,2,,,0,0,\r\n"
                   "Sales,2026-01-19,4,,,0,0,\r\n");
}

/* Weeks by their names over the ends of years, months by any of their days, and what is not known
 * of them: missing with a note, 0, and nothing at all stay apart, also when the export comes
 * back. */
static void
test_year_ends (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const weeks =
    "indicator,period,value,note\n"
    "Sales,2020-W52,3,\nSales,2020-W53,0,\nSales,2021-W01,,closed\nSales,2021-W03,4,\n"
    "Sales,2024-W52,5,\nSales,2025-W01,0,odd\nSales,2026-W53,6,\nSales,2027-W01,,closed\n";
  static const char *const others =
    "indicator,date,value,num,den,note\n"
    "Rate,2020-12-31,0,0,7,\nRate,2021-01-15,,,,closed\nRate,2021-03-02,2.5,5,2,\n"
    "Visits,2020-12-31,0,,,\nVisits,2021-01-01,,,,closed\nVisits,2021-01-03,7,,,\n";
  const char *wanted =
    "indicator,date,value,num,den,estimated,left_out,note\r\n"
    "Sales,2020-12-21,3,,,0,0,\r\nSales,2020-12-28,0,,,0,0,\r\n"
    "Sales,2021-01-04,,,,0,0,closed\r\nSales,2021-01-18,4,,,0,0,\r\n"
    "Sales,2024-12-23,5,,,0,0,\r\nSales,2024-12-30,0,,,0,0,odd\r\n"
    "Sales,2026-12-28,6,,,0,0,\r\nSales,2027-01-04,,,,0,0,closed\r\n"
    "Visits,2020-12-31,0,,,0,0,\r\nVisits,2021-01-01,,,,0,0,closed\r\n"
    "Visits,2021-01-03,7,,,0,0,\r\n"
    "Rate,2020-12-01,0,0,7,0,0,\r\nRate,2021-01-01,,,,0,0,closed\r\n"
    "Rate,2021-03-01,2.5,5,2,0,0,\r\n";
  g_autofree char *export = NULL;
  g_autofree char *again = NULL;
  g_autoptr (TrasImport) import = NULL;
  TrasImportRefusal *refusal;

  take (fixture, "indicators",
        "name,area,question,definition,unit,family,better,roll,owner,starts_on,every\n"
        "Rate,Shop,?,,%,finance,up,ratio,Ana,2020-01-01,month\n", 0, 1, 0, 0);
  take (fixture, "measurements", weeks, 0, 8, 0, 0);
  take (fixture, "measurements", others, 0, 6, 0, 0);
  export = dup_export (fixture, "measurements");
  g_assert_cmpstr (export, ==, wanted);
  take (fixture, "measurements", export, 0, 0, 0, 14);

  /* A blank one is no 0, and does not take a 0's place without saying why. */
  import = make_import ("measurements", "indicator,period,value\nSales,2020-W53,\n"
                                        "Sales,2021-W53,1\n", -1);
  run_import (fixture, import, TRAS_IMPORT_DEFAULT);
  g_assert_cmpuint (tras_import_get_refusals (import)->len, ==, 2);
  refusal = tras_import_get_refusals (import)->pdata[0];
  g_assert_nonnull (strstr (refusal->reason, "needs a note"));
  refusal = tras_import_get_refusals (import)->pdata[1];
  g_assert_cmpstr (refusal->value, ==, "2021-W53");
  again = dup_export (fixture, "measurements");
  g_assert_cmpstr (again, ==, wanted);
}

/* In our own files quotes tell an empty text from none; where a program quotes everything they say
 * nothing. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *export = NULL;

  take (fixture, "suppliers", "name,contact\nA,\"\"\nB,\n", 0, 2, 0, 0);
  take (fixture, "suppliers", "\"name\",\"contact\",\"lead_days\"\n\"C\",\"\",\"\"\n",
        0, 1, 0, 0);
  take (fixture, "people", "code,name,hired_on\n\"\",Eva,2020-01-01\n\"\",Leo,2020-01-01\n",
        0, 2, 0, 0);
  export = dup_export (fixture, "suppliers");
  g_assert_cmpstr (export, ==,
                   "name,contact,lead_days\r\nA,\"\",7\r\nB,,7\r\nC,,7\r\n");
}

/* ---- what follows ---- */

#define INDICATORS \
  "name,area,question,definition,unit,family,better,roll,owner,starts_on,every,source,formula\n"

/* An indicator and the formulas over it get other periods together or not at all. */
static void
test_periods (Fixture       *fixture,
              gconstpointer  data)
{
  const char *sales = "Sales,Shop,?,,,finance,up,sum,Ana,2026-01-05,month,hand,\n";
  const char *twice = "Twice,Shop,?,,,finance,up,sum,Ana,2026-01-05,month,formula,2 * [Sales]\n";
  const char *other = "Also,Shop,?,,,finance,up,sum,Ana,2026-01-05,week,formula,[Sales]\n";
  g_autofree char *alone = g_strconcat (INDICATORS, twice, NULL);
  g_autofree char *both = g_strconcat (INDICATORS, twice, sales, NULL);
  g_autofree char *back = NULL;
  g_autofree char *first = g_strconcat (INDICATORS, other, NULL);
  g_autoptr (TrasImport) import = make_import ("indicators", alone, -1);
  TrasImportRefusal *refusal;

  /* The formula's own indicator, without what it takes. */
  run_import (fixture, import, TRAS_IMPORT_DEFAULT);
  g_assert_cmpuint (tras_import_get_refusals (import)->len, ==, 1);
  refusal = tras_import_get_refusals (import)->pdata[0];
  g_assert_cmpstr (refusal->column, ==, "formula");
  g_assert_nonnull (strstr (refusal->reason, "“Sales” is measured every week"));
  g_clear_object (&import);

  /* One that is left behind keeps both where they are, and nothing else. */
  take (fixture, "indicators", first, 0, 1, 0, 0);
  import = make_import ("indicators", both, -1);
  run_import (fixture, import, TRAS_IMPORT_PARTIAL);
  g_assert_cmpuint (tras_import_get_refusals (import)->len, ==, 2);
  refusal = tras_import_get_refusals (import)->pdata[0];
  g_assert_cmpuint (refusal->line, ==, 2);
  g_assert_cmpstr (refusal->column, ==, "every");
  g_assert_cmpstr (refusal->reason, ==,
                   "“Sales” is measured every week, and this indicator is not; a formula takes "
                   "what has the same periods");
  refusal = tras_import_get_refusals (import)->pdata[1];
  g_assert_cmpuint (refusal->line, ==, 3);
  g_assert_nonnull (strstr (refusal->reason, "The formula of “Also” takes it"));
  back = dup_export (fixture, "indicators");
  g_assert_null (strstr (back, ",month,"));
  g_clear_object (&import);

  take (fixture, "indicators", INDICATORS
        "Also,Shop,?,,,finance,up,sum,Ana,2026-01-05,week,hand,\n", 0, 0, 1, 0);
  take (fixture, "indicators", both, 0, 0, 2, 0);
}

static void
expect_state (Fixture    *fixture,
              const char *state)
{
  g_autofree char *export = dup_export (fixture, "deviations");
  g_autofree char *cell = g_strdup_printf (",2026-03-02,%s,", state);

  g_test_message ("%s", export);
  g_assert_nonnull (strstr (export, cell));
}

/* A deviation's state follows from its actions, as in the window, in the edit of the import. */
static void
test_follow_up (Fixture       *fixture,
                gconstpointer  data)
{
  const char *deviations = "code,area,origin,owner,fact,opened_on,state\n"
                           "D-1,Shop,person,Ana,A parcel was lost,2026-03-02,";
  g_autofree char *open = g_strconcat (deviations, "open\n", NULL);
  g_autofree char *acting = g_strconcat (deviations, "acting\n", NULL);
  g_autoptr (TrasImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  /* Without actions it is as the file says: they may come with the next one. */
  take (fixture, "deviations", acting, 0, 1, 0, 0);
  expect_state (fixture, "acting");
  take (fixture, "deviations", acting, 0, 0, 0, 1);
  take (fixture, "deviations", open, 0, 0, 1, 0);
  expect_state (fixture, "open");

  import = make_import ("actions", "code,title,owner,due_on,deviation,state\n"
                                   "A-1,Look,Ana,2026-03-09,D-1,open\n"
                                   "A-2,Ask,Ana,2026-03-09,D-1,open\n", -1);
  run_import (fixture, import, TRAS_IMPORT_DRY_RUN);
  expect_state (fixture, "open");
  run_import (fixture, import, TRAS_IMPORT_DEFAULT);
  g_assert_cmpuint (tras_import_get_refusals (import)->len, ==, 0);
  expect_state (fixture, "acting");

  /* One undo for both. */
  label = tras_edit_log_undo (fixture->db, tras_import_get_edit (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  expect_state (fixture, "open");
  run_import (fixture, import, TRAS_IMPORT_DEFAULT);

  /* What the actions say counts for more than a row. */
  take (fixture, "deviations", open, 0, 0, 1, 0);
  expect_state (fixture, "acting");

  take (fixture, "actions", "code,title,owner,due_on,deviation,state,closed_on,result\n"
                            "A-1,Look,Ana,2026-03-09,D-1,done,2026-03-09,\n"
                            "A-2,Ask,Ana,2026-03-09,D-1,dropped,2026-03-09,No use\n", 0, 0, 2, 0);
  expect_state (fixture, "checking,2026-05-02");

  /* Actions that go to another deviation leave nothing to check. */
  take (fixture, "deviations", "code,area,origin,owner,fact,opened_on,state\n"
                               "D-2,Shop,person,Ana,Another parcel,2026-03-03,open\n", 0, 1, 0, 0);
  take (fixture, "actions", "code,title,due_on,deviation\nA-1,Look,2026-03-09,D-2\n"
                            "A-2,Ask,2026-03-09,D-2\n", 0, 0, 2, 0);
  expect_state (fixture, "open");
}

/* ---- making what is named ---- */

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *indicators = NULL;
  g_autofree char *items = NULL;
  g_autoptr (TrasImport) import = NULL;

  import = make_import ("measurements",
                        "indicator,date,value\n"
                        "daily,2026-01-02,1.50\ndaily,2026-01-05,2.00\ndaily,2026-01-06,3.10\n"
                        "weekly,2026-01-09,10%\nweekly,2026-01-16,12.3456%\nweekly,2026-01-30,8%\n"
                        "monthly,2026-01-31,7\nmonthly,2026-02-28,8\nmonthly,2026-03-31,8\n"
                        "once,2026-01-31,0.0125\n", -1);
  run_import (fixture, import, TRAS_IMPORT_CREATE);
  g_assert_cmpuint (tras_import_get_refusals (import)->len, ==, 0);
  /* The area and the person that an indicator needs come first. */
  g_assert_cmpuint (tras_import_get_created (import)->len, ==, 6);
  g_assert_cmpstr (tras_import_get_created (import)->pdata[0], ==, "New area “Company”");
  indicators = dup_export (fixture, "indicators");
  g_assert_nonnull (strstr (indicators, "\r\nCompany,daily,\"\",\"\",\"\",1,productivity,none,,0,"
                                        "neither,day,mean,0,,"));
  g_assert_nonnull (strstr (indicators, "\r\nCompany,weekly,\"\",\"\",%,2,productivity,none,,0,"
                                        "neither,week,mean,0,,"));
  g_assert_nonnull (strstr (indicators, "\r\nCompany,monthly,\"\",\"\",\"\",0,productivity,none,,0,"
                                        "neither,month,mean,0,,"));
  g_assert_nonnull (strstr (indicators, "\r\nCompany,once,\"\",\"\",\"\",4,productivity,none,,0,"
                                        "neither,week,mean,0,,"));
  g_assert_nonnull (strstr (indicators, ",import,,2026-01-02,"));
  g_assert_nonnull (strstr (indicators, ",import,,2026-01-05,"));
  g_assert_nonnull (strstr (indicators, ",import,,2026-01-01,"));

  take (fixture, "roles", "name,area\nCook,Kitchen\n", TRAS_IMPORT_CREATE, 1, 0, 0);
  take (fixture, "locations", "name,kind\nStore,inside\nOutside,supplier\n", 0, 2, 0, 0);
  take (fixture, "movements",
        "item,from,to,quantity,unit_cost,moved_on,cause\n"
        "Bolt,Outside,Store,10,0.1250,2026-01-01,purchase\n"
        "Bolt,Outside,Store,5,0.1,2026-01-02,purchase\n", TRAS_IMPORT_CREATE, 2, 0, 0);
  items = dup_export (fixture, "items");
  g_assert_nonnull (strstr (items, "\r\nBolt,Bolt,u,1,,,1.000,,,,,1\r\n"));

  /* What nothing but a name does not make is refused. */
  g_clear_object (&import);
  import = make_import ("movements", "item,from,to,quantity,moved_on,cause\n"
                                     "Bolt,Outside,Cellar,10,2026-01-01,purchase\n", -1);
  run_import (fixture, import, TRAS_IMPORT_CREATE);
  g_assert_cmpuint (tras_import_get_counts (import)->n_refused, ==, 1);
}

/* ---- edits ---- */

static void
test_one_edit (Fixture       *fixture,
               gconstpointer  data)
{
  const char *text = "indicator,date,value\nnew,2026-01-05,1\nnew,2026-01-12,2\n"
                     "Sales,2026-01-12,3\n";
  g_autofree char *before = dup_export (fixture, "indicators");
  g_autofree char *after = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *label = NULL;
  g_autoptr (TrasImport) import = make_import ("measurements", text, -1);
  g_autoptr (GError) error = NULL;

  /* A dry run counts and leaves no trace. */
  run_import (fixture, import, TRAS_IMPORT_CREATE | TRAS_IMPORT_DRY_RUN);
  g_assert_cmpuint (tras_import_get_counts (import)->n_new, ==, 3);
  g_assert_cmpuint (tras_import_get_created (import)->len, ==, 1);
  g_assert_cmpint (tras_import_get_edit (import), ==, 0);
  after = dup_export (fixture, "indicators");
  g_assert_cmpstr (after, ==, before);

  /* The same import then takes them, and one undo takes them back with all that was made. */
  run_import (fixture, import, TRAS_IMPORT_CREATE);
  g_assert_cmpint (tras_import_get_edit (import), !=, 0);
  label = tras_edit_log_undo (fixture->db, tras_import_get_edit (import), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Import: Measurements");
  g_clear_pointer (&after, g_free);
  after = dup_export (fixture, "indicators");
  g_assert_cmpstr (after, ==, before);
  numbers = dup_export (fixture, "measurements");
  g_assert_cmpstr (numbers, ==, "indicator,date,value,num,den,estimated,left_out,note\r\n");
}

static void
cancel (guint64  done,
        guint64  total,
        gpointer user_data)
{
  g_assert_cmpuint (total, ==, 9000);
  if (done > 0)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("sku,name\n");
  g_autoptr (TrasImport) import = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *export = NULL;

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (text, "S%u,Item\n", i);
  import = make_import ("items", text->str, -1);

  g_assert_false (tras_import_run (import, fixture->db, 0, cancel, cancellable, cancellable,
                                   &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (tras_db_in_edit (fixture->db));
  export = dup_export (fixture, "items");
  g_assert_null (strstr (export, "S0"));

  run_import (fixture, import, TRAS_IMPORT_DEFAULT);
  g_assert_cmpuint (tras_import_get_counts (import)->n_new, ==, 9000);
}

typedef struct
{
  GCancellable *cancellable;
  guint64 cancel_from;
  guint64 last;
  guint n_behind_reading;
} Watch;

static void
watch (guint64  done,
       guint64  total,
       gpointer user_data)
{
  Watch *self = user_data;

  g_assert_cmpuint (total, ==, 20000);
  g_assert_cmpuint (done, >=, self->last);
  g_assert_cmpuint (done, <=, total);
  self->last = done;
  self->n_behind_reading += done > 10000;
  if (done >= self->cancel_from)
    g_cancellable_cancel (self->cancellable);
}

/* Rows that are written together, behind those that are read, are told as well, and can be
 * cancelled: nothing of them stands. */
static void
test_cancel_writing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("indicator,date,value\n");
  g_autoptr (TrasImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch stopped = { cancellable, 15000, 0, 0 };
  Watch free = { cancellable, G_MAXUINT64, 0, 0 };
  TrasDay first = tras_day_new (1990, 1, 1);
  g_autofree char *before = dup_export (fixture, "measurements");
  g_autofree char *after = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      char day[TRAS_DAY_ISO_SIZE];

      tras_day_write_iso (first + 7 * (TrasDay) (i / 20), day);
      g_string_append_printf (text, "Visitors %u,%s,%u\n", i % 20, day, i);
    }
  import = make_import ("measurements", text->str, -1);

  g_assert_false (tras_import_run (import, fixture->db, TRAS_IMPORT_CREATE, watch, &stopped,
                                   cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (stopped.last, >=, 15000);
  g_assert_false (tras_db_in_edit (fixture->db));
  after = dup_export (fixture, "measurements");
  g_assert_cmpstr (before, ==, after);

  g_clear_error (&error);
  g_assert_true (tras_import_run (import, fixture->db, TRAS_IMPORT_CREATE, watch, &free, NULL,
                                  &error));
  g_assert_no_error (error);
  g_assert_cmpuint (free.n_behind_reading, >, 1);
}

/* Every rule that the migration has for the kinds has its own words. */
static void
test_reasons (void)
{
  g_autofree char *sql = dup_migrations ();
  guint n_rules = 0;

  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      const TrasTable *table = tras_record_type_get_table (tras_tables_get_type (i));
      g_autofree char *begin = g_strdup_printf ("CREATE TABLE %s (", table->name);
      const char *from = strstr (sql, begin);
      const char *to = from != NULL ? strstr (from, ") STRICT") : NULL;

      if (table->kind == NULL)
        continue;
      g_assert_nonnull (to);
      while ((from = strstr (from, "CHECK (")) != NULL && from < to)
        {
          const char *end = from += strlen ("CHECK (");
          g_autofree char *rule = NULL;
          g_autofree char *reason = NULL;
          g_autoptr (GError) error = NULL;
          const TrasField *field;

          for (int depth = 1; depth > 0; end++)
            depth += (*end == '(') - (*end == ')');
          rule = g_strndup (from, end - from - 1);
          /* Choices and yes or no are told before the file is asked. */
          if (g_regex_match_simple ("^\\w+ IN\\s", rule, 0, 0))
            continue;
          error = g_error_new (TRAS_ERROR, TRAS_ERROR_CONSTRAINT, "CHECK constraint failed: %s",
                               rule);
          reason = tras_import_dup_reason (table, error, &field);
          g_test_message ("%s: %s: %s", table->name, rule, reason);
          g_assert_null (strstr (reason, "A rule of the records"));
          n_rules++;
        }
    }
  g_assert_cmpuint (n_rules, >, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRASTIENDA_TODAY", "2026-03-21", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/import/refusals/%s", refusals[i].name);

      g_test_add (path, Fixture, &refusals[i], set_up_firm, test_refusals, tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/import/written/%s", written[i].name);

      g_test_add (path, Fixture, &written[i], set_up_firm, test_written, tear_down);
    }
  g_test_add ("/io/import/written/windows-1252", Fixture, NULL, set_up_firm, test_windows_1252,
              tear_down);
  g_test_add ("/io/import/written/date-order", Fixture, NULL, set_up_firm, test_date_order,
              tear_down);
  g_test_add_func ("/io/import/columns", test_columns);
  g_test_add_func ("/io/import/first-rows", test_first_rows);
  g_test_add ("/io/import/existing", Fixture, NULL, set_up_firm, test_existing, tear_down);
  g_test_add ("/io/import/changed-measurement", Fixture, NULL, set_up_firm,
              test_changed_measurement, tear_down);
  g_test_add ("/io/import/empty", Fixture, NULL, set_up_firm, test_empty, tear_down);
  g_test_add ("/io/import/year-ends", Fixture, NULL, set_up_firm, test_year_ends, tear_down);
  g_test_add ("/io/import/periods", Fixture, NULL, set_up_firm, test_periods, tear_down);
  g_test_add ("/io/import/follow-up", Fixture, NULL, set_up_firm, test_follow_up, tear_down);
  g_test_add ("/io/import/create", Fixture, NULL, set_up, test_create, tear_down);
  g_test_add ("/io/import/one-edit", Fixture, NULL, set_up_firm, test_one_edit, tear_down);
  g_test_add ("/io/import/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/io/import/cancel-writing", Fixture, NULL, set_up, test_cancel_writing, tear_down);
  g_test_add_func ("/io/import/reasons", test_reasons);

  return g_test_run ();
}

/* test-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-template.h"

static void
assert_filled (const char *template,
               const char *order,
               const char *day,
               const char *expected)
{
  g_autofree char *text = tras_template_fill (template, "order", order, "day", day, NULL);
  g_autofree char *turned = tras_template_fill (template, "day", day, "order", order, NULL);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (turned, ==, expected);
}

static void
test_names (void)
{
  assert_filled ("Order {order} is due on {day}.", "S-28", "Nov 24",
                 "Order S-28 is due on Nov 24.");
  assert_filled ("El {day} vence {order}", "S-28", "24 nov", "El 24 nov vence S-28");
  assert_filled ("{order}{order}, {day}, {order}", "S-28", "Nov 24", "S-28S-28, Nov 24, S-28");
  assert_filled ("No name at all", "S-28", "Nov 24", "No name at all");
  assert_filled ("", "S-28", "Nov 24", "");
  assert_filled ("“{order}”: {day}", "", NULL, "“”: ");
}

/* What a translator mistypes is seen, and takes nothing else with it. */
static void
test_not_given (void)
{
  g_autofree char *none = tras_template_fill ("Order {order}", NULL);

  g_assert_cmpstr (none, ==, "Order {order}");
  assert_filled ("{orders} {Order} { order } {} {order}", "S-28", "",
                 "{orders} {Order} { order } {} S-28");
  assert_filled ("{ord {order} er}", "S-28", "", "{ord S-28 er}");
  assert_filled ("{{order}}", "S-28", "", "{S-28}");
  assert_filled ("{order} {day", "S-28", "Nov 24", "S-28 {day");
  assert_filled ("order} {", "S-28", "Nov 24", "order} {");
}

/* People write values: what they write is never taken for a name. */
static void
test_values_stay (void)
{
  assert_filled ("{order} on {day}", "{day}", "Nov 24", "{day} on Nov 24");
  assert_filled ("{order} on {day}", "S-28", "{order}", "S-28 on {order}");
  assert_filled ("{order} on {day}", "{order}", "{day}", "{order} on {day}");
  assert_filled ("{order}day}", "{", "Nov 24", "{day}");
  assert_filled ("{order}", "100 %s \\0 {", "Nov 24", "100 %s \\0 {");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/names", test_names);
  g_test_add_func ("/template/not-given", test_not_given);
  g_test_add_func ("/template/values-stay", test_values_stay);

  return g_test_run ();
}

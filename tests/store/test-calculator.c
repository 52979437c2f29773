/* test-calculator.c: arithmetic that comes from users
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-calculator.h"
#include "tras-error.h"

static double
work_out (const char *expression,
          double      a,
          double      b)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasCalculator) calculator = tras_calculator_new (&error);
  const char *const expressions[] = { expression, NULL };
  g_autoptr (TrasCalculation) calculation = NULL;
  double result = 12345;

  g_assert_no_error (error);
  calculation = tras_calculator_prepare (calculator, expressions, 2, &error);
  g_assert_no_error (error);
  g_assert_true (tras_calculation_run (calculation, (double[]) { a, b }, &result, &error));
  g_assert_no_error (error);

  return result;
}

static void
test_arithmetic (void)
{
  g_assert_cmpfloat (work_out ("$1 + $2 * $2", 1, 3), ==, 10);
  g_assert_cmpfloat (work_out ("($1 - $2) / $2", 1, 4), ==, -0.75);
  /* Numbers are told by their names, not by the order in which they come. */
  g_assert_cmpfloat (work_out ("$2 - $1", 1, 4), ==, 3);
  g_assert_cmpfloat (work_out ("abs ($1) + max ($1, $2) + min ($1, $2)", -3, 2), ==, 2);
  /* Whole numbers divide as any others do. */
  g_assert_cmpfloat (work_out ("$1 / $2", 1, 2), ==, 0.5);
}

static void
test_nothing (void)
{
  g_assert_true (isnan (work_out ("$1 / $2", 1, 0)));
  g_assert_true (isnan (work_out ("$1 / $2", 0, 0)));
  g_assert_true (isnan (work_out ("$1 + $2", NAN, 1)));
  g_assert_true (isnan (work_out ("max ($1, $2)", NAN, 1)));
  g_assert_true (isnan (work_out ("$1 * $2", 1e300, 1e300)));
  g_assert_true (isnan (work_out ("- $1 * $2", 1e300, 1e300)));
}

/* What no formula of ours comes to, and what must not be done even if one did. */
static void
test_refused (void)
{
  static const char *const refused[] = {
    "", "$1 +", "1; DROP TABLE x", "$1, $2", "(SELECT 1 FROM sqlite_schema)",
    "(SELECT name FROM pragma_database_list)", "random ()", "randomblob (9)",
    "load_extension ('x')",
    "readfile ('/etc/passwd')", "printf ('%d', 1)", "zeroblob (1000000000)", "sqlite_version ()",
    "x", "main.x", "\"x\"", "$1 FROM sqlite_schema", "hex ($1)", "$1 LIKE $2", "$3", "?1",
    "(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (i) FROM n)",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasCalculator) calculator = tras_calculator_new (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const char *const expressions[] = { refused[i], NULL };

      g_assert_null (tras_calculator_prepare (calculator, expressions, 2, &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
      g_clear_error (&error);
    }
}

static void
test_large (void)
{
  g_autoptr (GString) deep = g_string_new ("$1");
  g_autoptr (GString) long_text = g_string_new ("$1");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasCalculator) calculator = tras_calculator_new (&error);

  for (guint i = 0; i < 5000; i++)
    {
      /* Mere parentheses are no depth: newer versions of SQLite read any number of them. */
      g_string_prepend (deep, "abs (");
      g_string_append_c (deep, ')');
    }
  for (guint i = 0; i < 50000; i++)
    g_string_append (long_text, " + $1");

  g_assert_null (tras_calculator_prepare (calculator, (const char *const[]) { deep->str, NULL }, 1,
                                          &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (tras_calculator_prepare (calculator,
                                          (const char *const[]) { long_text->str, NULL }, 1,
                                          &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/calculator/arithmetic", test_arithmetic);
  g_test_add_func ("/store/calculator/nothing", test_nothing);
  g_test_add_func ("/store/calculator/refused", test_refused);
  g_test_add_func ("/store/calculator/large", test_large);

  return g_test_run ();
}

/* test-decimal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-decimal.h"
#include "tras-error.h"

static const TrasDecimalMarks spanish = { ",", ".", "\xe2\x88\x92", 3, 3, 5 };
static const TrasDecimalMarks english = { ".", ",", "-", 3, 3, 4 };
static const TrasDecimalMarks spaced = { ",", "\xe2\x80\xaf", "-", 3, 3, 4 };
static const TrasDecimalMarks swiss = { ".", "\xe2\x80\x99", "-", 3, 3, 4 };
static const TrasDecimalMarks indian = { ".", ",", "-", 3, 2, 4 };

/* Every size of number comes up, not only those with nineteen digits. */
static gint64
random_int64 (GRand *rand)
{
  guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

  return (gint64) bits >> g_rand_int_range (rand, 0, 64);
}

static void
test_canonical (void)
{
  static const struct
  {
    gint64      value;
    int         decimals;
    const char *text;
  } rows[] =
  {
    { 1250, 2, "12.50" }, { 250, 3, "0.250" }, { 0, 2, "0.00" }, { -5, 2, "-0.05" },
    { 7, 0, "7" }, { 0, 0, "0" }, { -10, 0, "-10" }, { G_MAXINT64, 3, "9223372036854775.807" },
    { G_MININT64, 0, "-9223372036854775808" }, { G_MININT64, 9, "-9223372036.854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = tras_decimal_to_text (rows[i].value, rows[i].decimals);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_identity (void)
{
  const TrasDecimalMarks *const all[] = { NULL, &spanish, &english, &spaced, &swiss, &indian };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261124);

  for (guint round = 0; round < 20000; round++)
    {
      const TrasDecimalMarks *marks = all[round % G_N_ELEMENTS (all)];
      gint64 value = round == 0 ? G_MININT64 : random_int64 (rand);
      int decimals = g_rand_int_range (rand, 0, TRAS_DECIMALS_MAX + 1);
      g_autofree char *text = tras_decimal_format (value, decimals, marks);
      g_autoptr (GError) error = NULL;
      gint64 back = value + 1;

      tras_decimal_parse (text, -1, decimals, marks, &back, &error);
      g_assert_no_error (error);
      g_assert_cmpint (back, ==, value);
    }
}

static void
test_groups (void)
{
  static const struct
  {
    gint64                  value;
    const TrasDecimalMarks *marks;
    const char             *text;
  } rows[] =
  {
    { 123450, &spanish, "1234,50" }, { 1234550, &spanish, "12.345,50" },
    { -123456789, &spanish, "\xe2\x88\x92" "1.234.567,89" }, { 123450, &english, "1,234.50" },
    { 99999, &english, "999.99" }, { 1234567890, &indian, "1,23,45,678.90" },
    { 123450, &spaced, "1\xe2\x80\xaf" "234,50" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = tras_decimal_format (rows[i].value, 2, rows[i].marks);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char             *text;
    const TrasDecimalMarks *marks;
    int                     decimals;
    gint64                  value;
  } rows[] =
  {
    { "12.5", NULL, 2, 1250 }, { "  12  ", NULL, 2, 1200 }, { "+.5", NULL, 3, 500 },
    { "5.", NULL, 0, 5 }, { "-0", NULL, 2, 0 }, { "1.5000000000000000000000", NULL, 1, 15 },
    { "\xe2\x88\x92" "1.5", NULL, 2, -150 }, { "- 1.5", NULL, 2, -150 },
    { "1.234,56", &spanish, 2, 123456 }, { "1234,56", &spanish, 2, 123456 },
    { "12.345.678", &spanish, 0, 12345678 }, { "1,234.56", &english, 2, 123456 },
    { "1 234,56", &spaced, 2, 123456 }, { "1\xc2\xa0" "234,56", &spaced, 2, 123456 },
    { "1\xe2\x80\x89" "234\xe2\x80\xaf" "567", &spaced, 0, 1234567 },
    { "1'234.5", &swiss, 1, 12345 }, { "1,23,456.7", &indian, 1, 1234567 },
    { "1.5E3", NULL, 2, 150000 }, { "1500e-3", NULL, 1, 15 }, { "0e999999999999", NULL, 2, 0 },
    { "2.5E-1", NULL, 2, 25 }, { "0.00000000000000000000000e20", NULL, 2, 0 },
    { "000000000000000000000000000012.50", NULL, 2, 1250 },
    { "9223372036854775807", NULL, 0, G_MAXINT64 },
    { "-92233720368547758.08", NULL, 2, G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = -1;

      if (!tras_decimal_parse (rows[i].text, -1, rows[i].decimals, rows[i].marks, &value, &error))
        g_test_message ("refused: %s", rows[i].text);
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, rows[i].value);
    }
}

static void
test_refuse (void)
{
  static const struct
  {
    const char             *text;
    const TrasDecimalMarks *marks;
    int                     decimals;
    const char             *why;
  } rows[] =
  {
    { "", NULL, 2, "not a number" }, { " ", NULL, 2, "not a number" }, { ".", NULL, 2, "not a" },
    { "-", NULL, 2, "not a number" }, { "--1", NULL, 2, "not a number" },
    { "12a", NULL, 2, "not a number" }, { "1,5", NULL, 2, "not a number" },
    { "1.5.5", NULL, 2, "not a number" }, { "e5", NULL, 2, "not a number" },
    { "1e", NULL, 2, "not a number" }, { "0x10", NULL, 2, "not a number" },
    { "nan", NULL, 2, "not a number" }, { "12 %", NULL, 2, "not a number" },
    { "1 2", NULL, 2, "not a number" }, { "\xff" "1", NULL, 2, "not a number" },
    { "1.23", &spanish, 2, "not a number" }, { "1234.567", &spanish, 3, "not a number" },
    { "0.250", &spanish, 3, "not a number" }, { "1.234.56", &spanish, 2, "not a number" },
    { ".234", &spanish, 2, "not a number" }, { "1..234", &spanish, 2, "not a number" },
    { "1.234,5.6", &spanish, 2, "not a number" }, { "1,2,345", &english, 2, "not a number" },
    { "0.125", NULL, 2, "too many digits" }, { "1e-3", NULL, 2, "too many digits" },
    { "2.9999999999999999E-2", NULL, 2, "too many digits" },
    { "9223372036854775808", NULL, 0, "too large" }, { "1e19", NULL, 0, "too large" },
    { "-92233720368547758.09", NULL, 2, "too large" }, { "1e9999999999", NULL, 2, "too large" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 77;

      g_assert_false (tras_decimal_parse (rows[i].text, -1, rows[i].decimals, rows[i].marks,
                                          &value, &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
      if (strstr (error->message, rows[i].why) == NULL)
        g_error ("%s: %s", rows[i].text, error->message);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (value, ==, 77);
    }
}

#ifdef __SIZEOF_INT128__
/* The rule itself in a wider type: half away from zero. */
static gboolean
multiply_wide (gint64  a,
               gint64  b,
               int     drop,
               gint64 *product)
{
  __int128 wide = (__int128) a * b;
  __int128 divisor = 1;

  for (int i = 0; i < drop; i++)
    divisor *= 10;
  wide = (wide + (wide < 0 ? -(divisor / 2) : divisor / 2)) / divisor;
  if (wide < G_MININT64 || wide > G_MAXINT64)
    return FALSE;
  *product = (gint64) wide;

  return TRUE;
}

static void
test_multiply_reference (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (47);
  guint n_fit = 0, n_refused = 0;

  for (guint round = 0; round < 100000; round++)
    {
      gint64 a = round == 0 ? G_MININT64 : random_int64 (rand);
      gint64 b = round < 2 ? G_MININT64 : random_int64 (rand);
      int drop = g_rand_int_range (rand, 0, TRAS_DECIMALS_MAX + 1);
      gint64 product = 0, expected = 0;
      gboolean fits = multiply_wide (a, b, drop, &expected);

      g_assert_cmpint (tras_decimal_multiply (a, b, drop, &product), ==, fits);
      g_assert_cmpint (product, ==, expected);
      *(fits ? &n_fit : &n_refused) += 1;
    }

  g_assert_cmpuint (n_fit, >, 1000);
  g_assert_cmpuint (n_refused, >, 1000);
}
#endif

static void
test_multiply_half (void)
{
  static const struct
  {
    gint64 quantity, price, amount;
  } rows[] =
  {
    { 500, 1, 1 }, { -500, 1, -1 }, { 499, 1, 0 }, { -499, 1, 0 }, { 1500, 1, 2 },
    { 2500, 1, 3 }, { 250, 1250, 313 }, { 250, -1250, -313 }, { 0, 99, 0 }, { 3000, 99, 297 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 amount = -77;

      g_assert_true (tras_decimal_multiply (rows[i].quantity, rows[i].price,
                                            TRAS_QUANTITY_DECIMALS, &amount));
      g_assert_cmpint (amount, ==, rows[i].amount);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/canonical", test_canonical);
  g_test_add_func ("/decimal/identity", test_identity);
  g_test_add_func ("/decimal/groups", test_groups);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/refuse", test_refuse);
#ifdef __SIZEOF_INT128__
  g_test_add_func ("/decimal/multiply-reference", test_multiply_reference);
#endif
  g_test_add_func ("/decimal/multiply-half", test_multiply_half);

  return g_test_run ();
}

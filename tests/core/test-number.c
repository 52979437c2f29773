/* test-number.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "tras-error.h"
#include "tras-number.h"

#define MINUS "\xe2\x88\x92"
#define NBSP "\xc2\xa0"

static const char *const languages[] =
{
  "en", "en_US", "es", "es_MX", "es_AR", "pt_BR", "pt_PT", "it", "it_CH",
};

static double
random_real (GRand *rand)
{
  union
  {
    guint64 bits;
    double  value;
  } any;

  do
    any.bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);
  while (!isfinite (any.value));

  return any.value;
}

static void
test_real_identity (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 50000; round++)
    {
      double value = round % 2 == 0 ? random_real (rand)
                                    : g_rand_int_range (rand, -1000000, 1000000) / 1000.0;
      g_autofree char *text = tras_real_to_text (value);
      double back = NAN;

      g_assert_true (tras_real_parse (text, -1, NULL, &back));
      if (back != value)
        g_error ("%s", text);
    }
}

static void
test_locale_identity (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint round = 0; round < 20000; round++)
    {
      const char *language = languages[round % G_N_ELEMENTS (languages)];
      const TrasNumberFormat *format = tras_number_format_for_language (language);
      int decimals = g_rand_int_range (rand, 0, 5);
      gint64 digits = (gint64) g_rand_int (rand) - G_MAXINT32;
      double value = digits / pow (10, decimals);
      g_autofree char *text = tras_number_format_real (format, value, decimals);
      g_autoptr (GError) error = NULL;
      double back = NAN;

      tras_number_format_parse_real (format, text, &back, &error);
      g_assert_no_error (error);
      if (back != value)
        g_error ("%s: %s", language, text);
    }
}

static void
test_amount_identity (void)
{
  static const char *const currencies[] = { "EUR", "USD", "BRL", "JPY", "KWD", "CHF", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint round = 0; round < 20000; round++)
    {
      const char *language = languages[round % G_N_ELEMENTS (languages)];
      const char *currency = currencies[g_rand_int_range (rand, 0, G_N_ELEMENTS (currencies))];
      const TrasNumberFormat *format = tras_number_format_for_language (language);
      gint64 value = ((gint64) g_rand_int (rand) << 16) - ((gint64) 1 << 47);
      g_autofree char *money = NULL;
      g_autofree char *quantity = NULL;
      g_autoptr (GError) error = NULL;
      gint64 back = 0;

      value >>= g_rand_int_range (rand, 0, 40);
      money = tras_number_format_money (format, value, currency);
      tras_number_format_parse_money (format, money, currency, &back, &error);
      g_assert_no_error (error);
      g_assert_cmpint (back, ==, value);

      quantity = tras_number_format_quantity (format, value);
      tras_number_format_parse_quantity (format, quantity, &back, &error);
      g_assert_no_error (error);
      g_assert_cmpint (back, ==, value);
    }
}

static void
test_real_parse (void)
{
  static const struct
  {
    const char *language, *text;
    double      value;
  } rows[] =
  {
    { "es", "1.234,56", 1234.56 }, { "es", "1234,56", 1234.56 }, { "es", "1234.56", 1234.56 },
    { "es", "1.234", 1234 }, { "es", "1.5", 1.5 }, { "es", "0.250", 0.25 },
    { "es", "1.234.567", 1234567 }, { "es", "2,9999999999999999E-2", 0.03 },
    { "es", "2.9999999999999999E-2", 0.03 }, { "es", "12 %", 12 }, { "es", "12,5" NBSP "%", 12.5 },
    { "es", MINUS "3", -3 }, { "en", "1,234.56", 1234.56 }, { "en", "1,234", 1234 },
    { "en", "1e308", 1e308 }, { "en", "5e-324", 5e-324 }, { "en", "1e-400", 0 },
    { "en", "123456789012345678901234567890", 123456789012345678901234567890.0 },
    { "en", "9007199254740993", 9007199254740992.0 },
    { "pt_BR", "1.234,5", 1234.5 }, { "pt_PT", "12 345,5", 12345.5 },
    { "it_CH", "1'234.5", 1234.5 }, { "it_CH", "1,234.5", 1234.5 },
    { "pt_PT", "12.345,5", 12345.5 }, { "es", "1.234\t", 1234 },
  };
  static const struct
  {
    const char *language, *text;
  } garbage[] =
  {
    { "es", "1,234.56" }, { "es", "doce" }, { "es", "1,2,3" }, { "es", "12,5 kg" },
    { "en", "1.234,56" }, { "en", "12,5" }, { "en", "inf" }, { "en", "NaN" }, { "en", "1e999" },
    { "en", "0x1p3" }, { "en", "1 2" }, { "en", "%" }, { "en", "--1" }, { "it", "=1+1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TrasNumberFormat *format = tras_number_format_for_language (rows[i].language);
      g_autoptr (GError) error = NULL;
      double value = NAN;

      tras_number_format_parse_real (format, rows[i].text, &value, &error);
      g_assert_no_error (error);
      if (value != rows[i].value)
        g_error ("%s: %s gave %.17g", rows[i].language, rows[i].text, value);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      const TrasNumberFormat *format = tras_number_format_for_language (garbage[i].language);
      g_autoptr (GError) error = NULL;
      double value = 77;

      g_assert_false (tras_number_format_parse_real (format, garbage[i].text, &value, &error));
      g_assert_error (error, TRAS_ERROR, TRAS_ERROR_INVALID);
      g_assert_cmpfloat (value, ==, 77);
    }
}

static void
test_empty (void)
{
  const TrasNumberFormat *format = tras_number_format_for_language ("es");
  g_autofree char *none = tras_number_format_real (format, NAN, 2);
  g_autofree char *percent = tras_number_format_percent (format, NAN, 2);
  g_autofree char *day = tras_number_format_date_short (format, TRAS_DAY_NONE);
  g_autofree char *zero = tras_number_format_real (format, -0.001, 2);
  double value = 1;

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (percent, ==, "");
  g_assert_cmpstr (day, ==, "");
  g_assert_cmpstr (zero, ==, "0,00");
  g_assert_true (tras_number_format_parse_real (format, "  ", &value, NULL));
  g_assert_true (isnan (value));
}

static void
test_forms (void)
{
  static const struct
  {
    const char *language, *real, *percent, *money, *negative, *date_short, *date_medium, *week;
  } rows[] =
  {
    { "en", "1,234.5", "12.5%", "€1,234.50", MINUS "€0.05", "24/11/2026", "24 Nov 2026", "W48" },
    { "en_US", "1,234.5", "12.5%", "€1,234.50", MINUS "€0.05", "11/24/2026", "Nov 24, 2026",
      "W48" },
    { "es", "1234,5", "12,5" NBSP "%", "1234,50" NBSP "€", MINUS "0,05" NBSP "€", "24/11/2026",
      "24 nov 2026", "S48" },
    { "es_PE.UTF-8", "1,234.5", "12.5%", "€1,234.50", MINUS "€0.05", "24/11/2026", "24 nov 2026",
      "S48" },
    { "pt_BR", "1.234,5", "12,5%", "€" NBSP "1.234,50", MINUS "€" NBSP "0,05", "24/11/2026",
      "24 nov 2026", "Sem. 48" },
    { "it_IT.UTF-8", "1.234,5", "12,5%", "1.234,50" NBSP "€", MINUS "0,05" NBSP "€", "24/11/2026",
      "24 nov 2026", "Sett. 48" },
  };
  TrasDay day = tras_day_from_iso ("2026-11-24");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TrasNumberFormat *format = tras_number_format_for_language (rows[i].language);
      g_autofree char *real = tras_number_format_real (format, 1234.5, 1);
      g_autofree char *percent = tras_number_format_percent (format, 12.5, 1);
      g_autofree char *money = tras_number_format_money (format, 123450, "EUR");
      g_autofree char *negative = tras_number_format_money (format, -5, "EUR");
      g_autofree char *date_short = tras_number_format_date_short (format, day);
      g_autofree char *date_medium = tras_number_format_date_medium (format, day);
      g_autofree char *week = tras_number_format_week (format, day);

      g_assert_cmpstr (real, ==, rows[i].real);
      g_assert_cmpstr (percent, ==, rows[i].percent);
      g_assert_cmpstr (money, ==, rows[i].money);
      g_assert_cmpstr (negative, ==, rows[i].negative);
      g_assert_cmpstr (date_short, ==, rows[i].date_short);
      g_assert_cmpstr (date_medium, ==, rows[i].date_medium);
      g_assert_cmpstr (week, ==, rows[i].week);
    }
}

static void
test_week_of_year (void)
{
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  TrasDay day = tras_day_from_iso ("2027-01-01");
  g_autofree char *week = tras_number_format_week_of_year (format, day);

  g_assert_cmpstr (week, ==, "W53 2026");
}

static void
test_currency (void)
{
  const TrasNumberFormat *format = tras_number_format_for_language ("en");
  g_autofree char *yen = tras_number_format_money (format, 1500, "JPY");
  g_autofree char *dinar = tras_number_format_money (format, 1500, "KWD");
  g_autofree char *bare = tras_number_format_money (format, 1500, NULL);

  g_assert_cmpstr (yen, ==, "¥1,500");
  g_assert_cmpstr (dinar, ==, "KWD" NBSP "1.500");
  g_assert_cmpstr (bare, ==, "15.00");
}

static void
test_dates_identity (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const TrasNumberFormat *format = tras_number_format_for_language (languages[i]);

      for (TrasDay day = TRAS_DAY_MIN; day <= TRAS_DAY_MAX; day += 97)
        {
          g_autofree char *date_short = tras_number_format_date_short (format, day);
          g_autofree char *date_medium = tras_number_format_date_medium (format, day);
          g_autofree char *iso = tras_day_to_iso (day);

          g_assert_cmpint (tras_number_format_parse_date (format, date_short), ==, day);
          g_assert_cmpint (tras_number_format_parse_date (format, date_medium), ==, day);
          g_assert_cmpint (tras_number_format_parse_date (format, iso), ==, day);
        }
    }
}

static void
test_dates_parse (void)
{
  static const struct
  {
    const char *language, *text, *day;
  } rows[] =
  {
    { "es", " 24/11/26 ", "2026-11-24" }, { "es", "24 de noviembre de 2026", "2026-11-24" },
    { "pt_BR", "1 março 2026", "2026-03-01" }, { "it", "2026-W48", "2026-11-23" },
    { "en_US", "November 24, 2026", "2026-11-24" }, { "en_US", "11/24/2026", "2026-11-24" },
    { "en", "2026 Nov 24", "2026-11-24" }, { "es", "24/13/2026", NULL }, { "es", "nov 2026", NULL },
    { "es", "24 nov dic 2026", NULL }, { "es", "30 feb 2026", NULL }, { "es", "hoy", NULL },
    { "es", "", NULL }, { "es", "24 n 2026", NULL }, { "es", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TrasNumberFormat *format = tras_number_format_for_language (rows[i].language);
      g_autofree char *day = NULL;

      day = tras_day_to_iso (tras_number_format_parse_date (format, rows[i].text));
      g_assert_cmpstr (day, ==, rows[i].day);
    }
}

/* The default is read once in a process, so each language gets one of its own. */
static void
test_default (gconstpointer data)
{
  const char *language = data;

  if (g_test_subprocess ())
    {
      const TrasNumberFormat *format = tras_number_format_get_default ();

      g_print ("%s %s", format->language, format->marks.decimal);
      return;
    }

  g_setenv ("LANGUAGE", language, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_unsetenv ("LANGUAGE");
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout (g_str_has_prefix (language, "es") ? "*es ,*"
                             : g_str_has_prefix (language, "pt") ? "*pt ,*" : "*en .*");
}

/* Marks and orders of an installed locale win over the table, words stay with the messages. */
static void
test_system (void)
{
  locale_t installed;

  if (g_test_subprocess ())
    {
      const TrasNumberFormat *format;
      g_autofree char *text = NULL;
      g_autofree char *day = NULL;

      g_assert_nonnull (setlocale (LC_ALL, ""));
      format = tras_number_format_get_default ();
      text = tras_number_format_real (format, -12345.5, 1);
      day = tras_number_format_date_medium (format, tras_day_from_iso ("2026-11-24"));
      g_assert_cmpstr (text, ==, MINUS "12.345,5");
      g_assert_cmpint (format->date_order, ==, TRAS_DATE_ORDER_DMY);
      g_assert_cmpstr (day, ==, "24 Nov 2026");
      return;
    }

  installed = newlocale (LC_ALL_MASK, "es_ES.UTF-8", NULL);
  if (installed == NULL)
    {
      g_test_skip ("the locale es_ES.UTF-8 is not installed");
      return;
    }
  freelocale (installed);

  g_setenv ("LC_ALL", "es_ES.UTF-8", TRUE);
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/real-identity", test_real_identity);
  g_test_add_func ("/number/locale-identity", test_locale_identity);
  g_test_add_func ("/number/amount-identity", test_amount_identity);
  g_test_add_func ("/number/real-parse", test_real_parse);
  g_test_add_func ("/number/empty", test_empty);
  g_test_add_func ("/number/forms", test_forms);
  g_test_add_func ("/number/week-of-year", test_week_of_year);
  g_test_add_func ("/number/currency", test_currency);
  g_test_add_func ("/number/dates-identity", test_dates_identity);
  g_test_add_func ("/number/dates-parse", test_dates_parse);
  g_test_add_data_func ("/number/default-spanish", "es", test_default);
  g_test_add_data_func ("/number/default-portuguese", "pt_BR:pt", test_default);
  g_test_add_data_func ("/number/default-unknown", "tlh", test_default);
  g_test_add_func ("/number/system", test_system);

  return g_test_run ();
}

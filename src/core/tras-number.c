/* tras-number.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tras-error.h"
#include "tras-fold.h"
#include "tras-number.h"

#define MINUS "\xe2\x88\x92"
#define NBSP "\xc2\xa0"
#define NARROW_NBSP "\xe2\x80\xaf"

/* Digits that a double gives back unchanged, and the largest power of ten that it holds exactly. */
#define EXACT_DIGITS 15
#define EXACT_POWER 22

/* The fewest letters by which a month's name is known. */
#define MONTH_LETTERS 3

/* Enough for the largest double with the most decimals. */
#define REAL_TEXT_MAX 400
#define REAL_DECIMALS_MAX 15

static const char *const months_en[] =
{
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
};
static const char *const months_es[] =
{
  "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
};
static const char *const months_pt[] =
{
  "jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez",
};
static const char *const months_it[] =
{
  "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
};

#define COMMA_MARKS(least) { ",", ".", MINUS, 3, 3, least }
#define POINT_MARKS { ".", ",", MINUS, 3, 3, 4 }

/* After the Unicode CLDR. The first one stands in for every language that is not here; a language
 * stands before its regions that differ from it. */
static const TrasNumberFormat languages[] =
{
  { "en", POINT_MARKS, ",", TRAS_DATE_ORDER_DMY, "%d/%m/%Y", "%e %b %Y", "W%V", "W%V %G",
    months_en, "%", TRUE, "" },
  { "en_US", POINT_MARKS, ",", TRAS_DATE_ORDER_MDY, "%m/%d/%Y", "%b %e, %Y", "W%V", "W%V %G",
    months_en, "%", TRUE, "" },
  { "es", COMMA_MARKS (5), ";", TRAS_DATE_ORDER_DMY, "%d/%m/%Y", "%e %b %Y", "S%V", "S%V %G",
    months_es, NBSP "%", FALSE, NBSP },
  { "es_MX", POINT_MARKS, ",", TRAS_DATE_ORDER_DMY, "%d/%m/%Y", "%e %b %Y", "S%V", "S%V %G",
    months_es, "%", TRUE, "" },
  { "es_AR", COMMA_MARKS (4), ";", TRAS_DATE_ORDER_DMY, "%d/%m/%Y", "%e %b %Y", "S%V", "S%V %G",
    months_es, NBSP "%", TRUE, NBSP },
  { "pt", COMMA_MARKS (4), ";", TRAS_DATE_ORDER_DMY, "%d/%m/%Y", "%e %b %Y", "Sem. %V",
    "Sem. %V %G", months_pt, "%", TRUE, NBSP },
  { "pt_PT", { ",", NBSP, MINUS, 3, 3, 5 }, ";", TRAS_DATE_ORDER_DMY, "%d/%m/%Y", "%e %b %Y",
    "Sem. %V", "Sem. %V %G", months_pt, "%", FALSE, NBSP },
  { "it", COMMA_MARKS (4), ";", TRAS_DATE_ORDER_DMY, "%d/%m/%Y", "%e %b %Y", "Sett. %V",
    "Sett. %V %G", months_it, "%", FALSE, NBSP },
  { "it_CH", { ".", "\xe2\x80\x99", MINUS, 3, 3, 4 }, ";", TRAS_DATE_ORDER_DMY, "%d.%m.%Y",
    "%e %b %Y", "Sett. %V", "Sett. %V %G", months_it, "%", TRUE, NBSP },
};

/* Spanish as Mexico writes its numbers. */
static const char *const like_mexico[] =
{
  "es_DO", "es_GT", "es_HN", "es_NI", "es_PA", "es_PE", "es_PR", "es_SV", "es_US",
};

/* ISO 4217: the currencies with another number of decimals than two. */
static const struct
{
  char code[4];
  int  decimals;
} odd_currencies[] =
{
  { "BHD", 3 }, { "BIF", 0 }, { "CLP", 0 }, { "DJF", 0 }, { "GNF", 0 }, { "IQD", 3 },
  { "ISK", 0 }, { "JOD", 3 }, { "JPY", 0 }, { "KMF", 0 }, { "KRW", 0 }, { "KWD", 3 },
  { "LYD", 3 }, { "OMR", 3 }, { "PYG", 0 }, { "RWF", 0 }, { "TND", 3 }, { "UGX", 0 },
  { "VND", 0 }, { "VUV", 0 }, { "XAF", 0 }, { "XOF", 0 }, { "XPF", 0 },
};

static const struct
{
  char        code[4];
  const char *symbol;
} symbols[] =
{
  { "BRL", "R$" }, { "EUR", "€" }, { "GBP", "£" }, { "JPY", "¥" }, { "USD", "US$" },
};

static const TrasNumberFormat *
find_language (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (languages[i].language, name) == 0)
      return &languages[i];

  return NULL;
}

/* A language with or without a country and a codeset, from the narrowest to the widest.
 * Returns: NULL where the language is unknown */
static const TrasNumberFormat *
look_up_language (const char *locale)
{
  g_auto (GStrv) variants = g_get_locale_variants (locale);

  for (gsize i = 0; variants[i] != NULL; i++)
    {
      const TrasNumberFormat *found = find_language (variants[i]);

      for (gsize j = 0; found == NULL && j < G_N_ELEMENTS (like_mexico); j++)
        if (strcmp (variants[i], like_mexico[j]) == 0)
          found = find_language ("es_MX");
      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * tras_number_format_for_language:
 * @language: (nullable): a language as LANGUAGE and locales name it: "es", "pt_BR", "it_IT.UTF-8"
 *
 * The system need not have that language's locale, so that a report can be written in it anyway.
 *
 * Returns: (transfer none): its format, or English where the language is unknown
 */
const TrasNumberFormat *
tras_number_format_for_language (const char *language)
{
  const TrasNumberFormat *found = language != NULL ? look_up_language (language) : NULL;

  return found != NULL ? found : &languages[0];
}

static gboolean
is_plain_locale (const char *locale)
{
  return locale == NULL || g_str_has_prefix (locale, "C.") || strcmp (locale, "C") == 0 ||
         strcmp (locale, "POSIX") == 0;
}

static const char *
intern_locale_text (const char *text)
{
  g_autofree char *utf8 = g_locale_to_utf8 (text, -1, NULL, NULL, NULL);

  return utf8 != NULL ? g_intern_string (utf8) : NULL;
}

/* What the system says of numbers is taken as it stands; the minus and the rest are ours. */
static void
take_system_numbers (TrasNumberFormat *format,
                     const char       *locale)
{
  const TrasNumberFormat *known = look_up_language (locale);
  const struct lconv *system = localeconv ();
  const char *decimal = intern_locale_text (system->decimal_point);
  const char *group = intern_locale_text (system->thousands_sep);

  if (known != NULL)
    {
      format->marks = known->marks;
      format->list_separator = known->list_separator;
      format->percent = known->percent;
      format->money_before = known->money_before;
      format->money_space = known->money_space;
    }

  if (decimal == NULL || *decimal == '\0' || group == NULL)
    return;

  if (strcmp (decimal, format->marks.decimal) != 0)
    {
      format->marks.decimal = decimal;
      format->marks.group = "";
      format->list_separator = strcmp (decimal, ",") == 0 ? ";" : ",";
    }
  if (*group != '\0' && system->grouping[0] > 0 && system->grouping[0] < CHAR_MAX)
    {
      gboolean further = system->grouping[1] > 0 && system->grouping[1] < CHAR_MAX;

      format->marks.group = group;
      format->marks.group_last = system->grouping[0];
      format->marks.group_other = system->grouping[further ? 1 : 0];
    }
}

static void
take_system_dates (TrasNumberFormat *format,
                   const char       *locale)
{
  static const struct
  {
    TrasDateOrder order;
    const char   *letters;
    const char   *with_slash, *with_point, *with_hyphen;
  } orders[] =
  {
    { TRAS_DATE_ORDER_YMD, "yYF", "%Y/%m/%d", "%Y.%m.%d", "%Y-%m-%d" },
    { TRAS_DATE_ORDER_MDY, "mbBD", "%m/%d/%Y", "%m.%d.%Y", "%m-%d-%Y" },
    { TRAS_DATE_ORDER_DMY, "de", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y" },
  };
  const TrasNumberFormat *known = look_up_language (locale);
  const char *first = strchr (nl_langinfo (D_FMT), '%');

  if (known != NULL)
    format->date_medium = known->date_medium;

  if (first == NULL)
    return;
  for (first++; *first != '\0' && strchr ("-_0^#EO", *first) != NULL; first++)
    ;
  if (*first == '\0')
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strchr (orders[i].letters, *first) != NULL)
      {
        format->date_order = orders[i].order;
        format->date_short = *first == 'F' || strchr (first, '-') != NULL ? orders[i].with_hyphen
                           : strchr (first, '.') != NULL ? orders[i].with_point
                           : orders[i].with_slash;
      }
}

static TrasNumberFormat *
make_default (void)
{
  const char *numeric = setlocale (LC_NUMERIC, NULL);
  const char *time = setlocale (LC_TIME, NULL);
  const char *const *wanted = g_get_language_names ();
  const TrasNumberFormat *base = NULL;
  TrasNumberFormat *format;

  for (gsize i = 0; base == NULL && wanted[i] != NULL; i++)
    base = look_up_language (wanted[i]);

  format = g_memdup2 (base != NULL ? base : &languages[0], sizeof *format);
  if (!is_plain_locale (numeric))
    take_system_numbers (format, numeric);
  if (!is_plain_locale (time))
    take_system_dates (format, time);

  return format;
}

/**
 * tras_number_format_get_default:
 *
 * Words follow the language of the messages, which LANGUAGE may name; the marks of numbers and the
 * order of dates follow the process's locale, and the language too where that is the C locale. Read
 * once, so setlocale() has to come first.
 *
 * Returns: (transfer none): the format of the person who uses the program
 */
const TrasNumberFormat *
tras_number_format_get_default (void)
{
  static gsize made = 0;
  static TrasNumberFormat *format;

  if (g_once_init_enter (&made))
    {
      format = make_default ();
      g_once_init_leave (&made, 1);
    }

  return format;
}

/**
 * tras_currency_get_decimals:
 * @currency: (nullable): an ISO 4217 code
 *
 * Returns: how many digits a currency's minor unit has behind the mark; 2 for an unknown one
 */
int
tras_currency_get_decimals (const char *currency)
{
  for (gsize i = 0; currency != NULL && i < G_N_ELEMENTS (odd_currencies); i++)
    if (strcmp (odd_currencies[i].code, currency) == 0)
      return odd_currencies[i].decimals;

  return 2;
}

/**
 * tras_currency_get_symbol:
 * @currency: an ISO 4217 code
 *
 * Returns: (transfer none): its symbol, or the code itself
 */
const char *
tras_currency_get_symbol (const char *currency)
{
  g_return_val_if_fail (currency != NULL, "");

  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (strcmp (symbols[i].code, currency) == 0)
      return symbols[i].symbol;

  return currency;
}

/**
 * tras_number_format_real:
 * @self: a format
 * @value: a number, NAN for none
 * @decimals: digits behind the mark, 0 to 15
 *
 * Returns: (transfer full): the number with groups and a true minus; "" for NAN
 */
char *
tras_number_format_real (const TrasNumberFormat *self,
                         double                  value,
                         int                     decimals)
{
  char pattern[16], plain[REAL_TEXT_MAX];

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (decimals >= 0 && decimals <= REAL_DECIMALS_MAX, NULL);

  if (isnan (value))
    return g_strdup ("");
  if (isinf (value))
    return g_strconcat (value < 0 ? self->marks.minus : "", "∞", NULL);

  g_snprintf (pattern, sizeof pattern, "%%.%df", decimals);
  g_ascii_formatd (plain, sizeof plain, pattern, value);

  /* What rounds to zero has no sign. */
  if (*plain == '-' && strspn (plain + 1, "0.") == strlen (plain + 1))
    memmove (plain, plain + 1, strlen (plain));

  return tras_decimal_with_marks (plain, &self->marks);
}

/**
 * tras_number_format_percent:
 * @self: a format
 * @percents: a number of hundredths, NAN for none
 * @decimals: digits behind the mark, 0 to 15
 *
 * Returns: (transfer full): the percentage with its sign; "" for NAN
 */
char *
tras_number_format_percent (const TrasNumberFormat *self,
                            double                  percents,
                            int                     decimals)
{
  g_autofree char *number = tras_number_format_real (self, percents, decimals);

  if (number == NULL || *number == '\0')
    return g_steal_pointer (&number);

  return g_strconcat (number, self->percent, NULL);
}

/**
 * tras_number_format_quantity:
 * @self: a format
 * @thousandths: a quantity
 *
 * Returns: (transfer full): the quantity without zeros at the end of its decimals
 */
char *
tras_number_format_quantity (const TrasNumberFormat *self,
                             gint64                  thousandths)
{
  int decimals = TRAS_QUANTITY_DECIMALS;

  g_return_val_if_fail (self != NULL, NULL);

  for (; decimals > 0 && thousandths % 10 == 0; decimals--)
    thousandths /= 10;

  return tras_decimal_format (thousandths, decimals, &self->marks);
}

/**
 * tras_number_format_money:
 * @self: a format
 * @minor_units: an amount in the currency's minor unit
 * @currency: (nullable): its ISO 4217 code, or %NULL to write the amount alone with two decimals
 *
 * Returns: (transfer full): the amount with the currency's symbol where the language puts it; the
 *   minus always comes first
 */
char *
tras_number_format_money (const TrasNumberFormat *self,
                          gint64                  minor_units,
                          const char             *currency)
{
  g_autofree char *number = NULL;
  const char *digits, *symbol, *space, *minus;

  g_return_val_if_fail (self != NULL, NULL);

  number = tras_decimal_format (minor_units, tras_currency_get_decimals (currency), &self->marks);
  if (currency == NULL)
    return g_steal_pointer (&number);

  symbol = tras_currency_get_symbol (currency);
  minus = minor_units < 0 ? self->marks.minus : "";
  digits = number + strlen (minus);
  /* A code needs a space even where a symbol does not. */
  space = *self->money_space == '\0' && symbol == currency ? NBSP : self->money_space;

  return self->money_before ? g_strconcat (minus, symbol, space, digits, NULL)
                            : g_strconcat (minus, digits, space, symbol, NULL);
}

static char *
format_day (const TrasNumberFormat *self,
            const char             *pattern,
            TrasDay                 day)
{
  GString *out;
  int year, month, month_day, iso_year, iso_week;

  if (day == TRAS_DAY_NONE)
    return g_strdup ("");

  tras_day_split (day, &year, &month, &month_day);
  tras_day_iso_week (day, &iso_year, &iso_week);

  out = g_string_sized_new (16);
  for (; *pattern != '\0'; pattern++)
    {
      if (*pattern != '%')
        {
          g_string_append_c (out, *pattern);
          continue;
        }

      switch (*++pattern)
        {
        case 'd':
          g_string_append_printf (out, "%02d", month_day);
          break;
        case 'e':
          g_string_append_printf (out, "%d", month_day);
          break;
        case 'm':
          g_string_append_printf (out, "%02d", month);
          break;
        case 'b':
          g_string_append (out, self->months[month - 1]);
          break;
        case 'Y':
          g_string_append_printf (out, "%04d", year);
          break;
        case 'V':
          g_string_append_printf (out, "%02d", iso_week);
          break;
        case 'G':
          g_string_append_printf (out, "%04d", iso_year);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return g_string_free (out, FALSE);
}

/**
 * tras_number_format_date_short:
 * @self: a format
 * @day: a day
 *
 * Returns: (transfer full): the day in digits, "24/11/2026"; "" for %TRAS_DAY_NONE
 */
char *
tras_number_format_date_short (const TrasNumberFormat *self,
                               TrasDay                 day)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_day (self, self->date_short, day);
}

/**
 * tras_number_format_date_medium:
 * @self: a format
 * @day: a day
 *
 * Returns: (transfer full): the day with the month in letters, "24 Nov 2026"; "" for
 *   %TRAS_DAY_NONE
 */
char *
tras_number_format_date_medium (const TrasNumberFormat *self,
                                TrasDay                 day)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_day (self, self->date_medium, day);
}

/**
 * tras_number_format_week:
 * @self: a format
 * @day: any day of the week
 *
 * Returns: (transfer full): the ISO week, "W47"; "" for %TRAS_DAY_NONE
 */
char *
tras_number_format_week (const TrasNumberFormat *self,
                         TrasDay                 day)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_day (self, self->week, day);
}

/**
 * tras_number_format_week_of_year:
 * @self: a format
 * @day: any day of the week
 *
 * Returns: (transfer full): the ISO week with its ISO year, "W47 2026"; "" for %TRAS_DAY_NONE
 */
char *
tras_number_format_week_of_year (const TrasNumberFormat *self,
                                 TrasDay                 day)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_day (self, self->week_of_year, day);
}

static const double powers[] =
{
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

/* Digits with at most a decimal mark among them, as most numbers are: in one go, and exact as
 * tras_real_parse() has it. FALSE says nothing of the text. */
static gboolean
parse_bare (const char *text,
            gssize      length,
            const char *mark,
            double     *value)
{
  gint64 digits = 0;
  gssize marked = length;

  if (length <= 0 || length > EXACT_DIGITS || !g_ascii_isdigit (*text) || strlen (mark) != 1)
    return FALSE;

  for (gssize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        digits = digits * 10 + (text[i] - '0');
      else if (text[i] == *mark && marked == length)
        marked = i;
      else
        return FALSE;
    }
  *value = marked < length ? digits / powers[length - marked - 1] : digits;

  return TRUE;
}

/**
 * tras_real_parse:
 * @text: a number
 * @length: its bytes, or -1 if it ends with NUL
 * @marks: (nullable): its marks, or %NULL for tras_decimal_plain
 * @value: (out): the double nearest to it
 *
 * A percent sign changes nothing: a percentage is counted in hundredths everywhere.
 *
 * Returns: whether @text is a number that a double can hold; @value is set only then
 */
gboolean
tras_real_parse (const char             *text,
                 gssize                  length,
                 const TrasDecimalMarks *marks,
                 double                 *value)
{
  TrasDecimalScan scan;
  int exponent;
  double result;

  g_return_val_if_fail (value != NULL, FALSE);

  if (parse_bare (text, length, marks != NULL ? marks->decimal : tras_decimal_plain.decimal, value))
    return TRUE;
  if (!tras_decimal_scan (text, length, marks, &scan))
    return FALSE;

  exponent = scan.exponent - (int) scan.n_fraction;
  if (scan.n_whole + scan.n_fraction <= EXACT_DIGITS && ABS (exponent) <= EXACT_POWER)
    {
      /* Both numbers are exact and a division or a product rounds once, so the result is the
       * nearest one (Clinger 1990). */
      gint64 digits = 0;

      for (const char *at = scan.begin; at < scan.end; at++)
        if (g_ascii_isdigit (*at))
          digits = digits * 10 + (*at - '0');
      result = exponent < 0 ? digits / powers[-exponent] : digits * powers[exponent];
    }
  else
    {
      GString *plain = g_string_sized_new (64);

      for (const char *at = scan.begin; at < scan.end; at++)
        if (g_ascii_isdigit (*at))
          g_string_append_c (plain, *at);
      g_string_append_printf (plain, "e%d", exponent);
      result = g_ascii_strtod (plain->str, NULL);
      g_string_free (plain, TRUE);
    }

  if (!isfinite (result))
    return FALSE;

  *value = scan.negative ? -result : result;

  return TRUE;
}

/**
 * tras_real_to_text:
 * @value: a number, NAN for none
 *
 * Returns: (transfer full): the shortest canonical text that tras_real_parse() turns back into the
 *   same double; "" for what is not a number
 */
char *
tras_real_to_text (double value)
{
  static const char *const patterns[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return g_strdup ("");

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_ascii_formatd (text, sizeof text, patterns[i], value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }

  return g_strdup (text);
}

/* The marks that a typed number is to be read with: the language's own, the canonical ones where
 * those do not fit, else the group mark that mostly goes with the language's decimal mark, and else
 * space. */
static TrasDecimalMarks
choose_marks (const TrasNumberFormat *self,
              const char             *text)
{
  TrasDecimalMarks marks = self->marks;
  TrasDecimalScan scan;

  if (tras_decimal_scan (text, -1, &marks, &scan))
    return marks;
  if (tras_decimal_scan (text, -1, NULL, &scan))
    return tras_decimal_plain;

  marks.group = strcmp (marks.decimal, ".") == 0 ? "," : ".";
  /* Nothing else than groups is parted by space. */
  if (!tras_decimal_scan (text, -1, &marks, &scan))
    marks.group = " ";

  return marks;
}

/**
 * tras_number_format_parse_real:
 * @self: a format
 * @text: (nullable): what somebody typed
 * @value: (out): the number; NAN where nothing but space was typed
 * @error: %TRAS_ERROR_INVALID
 *
 * Reads the language's own form first and the canonical form where that fails: in Spanish `1.234`
 * is a thousand, while `1.5` and `0.250`, which no grouping explains, are decimals. Where the
 * language groups with space, points or commas that are not the decimal mark group as well; space
 * groups everywhere.
 *
 * Returns: whether @text is a number or empty
 */
gboolean
tras_number_format_parse_real (const TrasNumberFormat  *self,
                               const char              *text,
                               double                  *value,
                               GError                 **error)
{
  g_autofree char *stripped = NULL;
  TrasDecimalMarks marks;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*stripped == '\0')
    {
      *value = NAN;
      return TRUE;
    }

  marks = choose_marks (self, stripped);
  if (tras_real_parse (stripped, -1, &marks, value))
    return TRUE;

  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("“%s” is not a number"), stripped);

  return FALSE;
}

static gboolean
parse_decimal (const TrasNumberFormat  *self,
               const char              *text,
               int                      decimals,
               gint64                  *value,
               GError                 **error)
{
  TrasDecimalMarks marks = choose_marks (self, text);

  return tras_decimal_parse (text, -1, decimals, &marks, value, error);
}

/**
 * tras_number_format_parse_quantity:
 * @self: a format
 * @text: (nullable): what somebody typed
 * @thousandths: (out): the quantity
 * @error: %TRAS_ERROR_INVALID, also for an empty text
 *
 * Takes the forms that tras_number_format_parse_real() takes, exactly.
 *
 * Returns: whether @thousandths is set
 */
gboolean
tras_number_format_parse_quantity (const TrasNumberFormat  *self,
                                   const char              *text,
                                   gint64                  *thousandths,
                                   GError                 **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return parse_decimal (self, text != NULL ? text : "", TRAS_QUANTITY_DECIMALS, thousandths, error);
}

/* Puts space in the place of @word. Within the digits no grouping explains so much space. */
static void
blank_out (char       *text,
           const char *word)
{
  char *at = word != NULL && *word != '\0' ? strstr (text, word) : NULL;

  if (at != NULL)
    memset (at, ' ', strlen (word));
}

/**
 * tras_number_format_parse_money:
 * @self: a format
 * @text: (nullable): what somebody typed, with or without the currency's symbol or code
 * @currency: (nullable): its ISO 4217 code, or %NULL for two decimals
 * @minor_units: (out): the amount
 * @error: %TRAS_ERROR_INVALID, also for an empty text
 *
 * Returns: whether @minor_units is set
 */
gboolean
tras_number_format_parse_money (const TrasNumberFormat  *self,
                                const char              *text,
                                const char              *currency,
                                gint64                  *minor_units,
                                GError                 **error)
{
  g_autofree char *bare = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  bare = g_strdup (text != NULL ? text : "");
  if (currency != NULL)
    {
      blank_out (bare, currency);
      blank_out (bare, tras_currency_get_symbol (currency));
    }

  return parse_decimal (self, bare, tras_currency_get_decimals (currency), minor_units, error);
}

static TrasDay
parse_with_month (const TrasNumberFormat *self,
                  const char             *text)
{
  g_autofree char *folded = tras_fold_search (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,./-", -1);
  int number[2] = { 0, 0 };
  int month = 0;
  gsize n_numbers = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      guint64 read;

      if (*words[i] == '\0' || strcmp (words[i], "de") == 0)
        continue;
      if (g_ascii_string_to_unsigned (words[i], 10, 1, 9999, &read, NULL))
        {
          if (n_numbers == G_N_ELEMENTS (number))
            return TRAS_DAY_NONE;
          number[n_numbers++] = (int) read;
          continue;
        }

      if (month != 0 || strlen (words[i]) < MONTH_LETTERS)
        return TRAS_DAY_NONE;
      for (int m = 0; m < 12 && month == 0; m++)
        {
          g_autofree char *name = tras_fold_search (self->months[m]);

          if (g_str_has_prefix (words[i], name))
            month = m + 1;
        }
      if (month == 0)
        return TRAS_DAY_NONE;
    }

  if (month == 0 || n_numbers != 2)
    return TRAS_DAY_NONE;

  return number[0] > 31 ? tras_day_new (number[0], month, number[1])
                        : tras_day_new (number[1], month, number[0]);
}

/**
 * tras_number_format_parse_date:
 * @self: a format
 * @text: (nullable): what somebody typed
 *
 * Takes an ISO date, an ISO week (`2026-W47`, its Monday), digits in the language's order, and a
 * day with the month in letters.
 *
 * Returns: the day, or %TRAS_DAY_NONE
 */
TrasDay
tras_number_format_parse_date (const TrasNumberFormat *self,
                               const char             *text)
{
  g_autofree char *stripped = NULL;
  TrasDay day;

  g_return_val_if_fail (self != NULL, TRAS_DAY_NONE);

  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  day = tras_day_parse (stripped, self->date_order);
  if (day == TRAS_DAY_NONE)
    day = tras_day_parse_iso_week (stripped);
  if (day == TRAS_DAY_NONE)
    day = parse_with_month (self, stripped);

  return day;
}

/* tras-decimal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-decimal.h"
#include "tras-error.h"

#define MINUS_SIGN "\xe2\x88\x92"

/* No exponent beyond this changes what becomes of a number. */
#define EXPONENT_MAX 9999

/* A longer text, in bytes, is no number: a double needs 309 digits and their marks at most. */
#define TEXT_MAX 2000

/* How much of a refused text an error message repeats, in characters. */
#define QUOTED_MAX 40

/* The canonical form: 1234.50, -0.250. */
const TrasDecimalMarks tras_decimal_plain = { ".", "", "-", 3, 3, 4 };

static const char *const spaces[] = { " ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89" };
static const char *const apostrophes[] = { "'", "\xe2\x80\x99" };

static gsize
starts_with (const char *at,
             const char *end,
             const char *mark)
{
  gsize length;

  /* Nearly always the first byte tells, and is all there is. */
  if (at == end || *at != *mark || *mark == '\0')
    return 0;
  if (mark[1] == '\0')
    return 1;

  length = strlen (mark);

  return (gsize) (end - at) >= length && memcmp (at, mark, length) == 0 ? length : 0;
}

static gsize
starts_with_any (const char        *at,
                 const char        *end,
                 const char *const *marks,
                 gsize              n_marks)
{
  for (gsize i = 0; i < n_marks; i++)
    {
      gsize length = starts_with (at, end, marks[i]);

      if (length > 0)
        return length;
    }

  return 0;
}

static gboolean
is_one_of (const char        *mark,
           const char *const *marks,
           gsize              n_marks)
{
  for (gsize i = 0; i < n_marks; i++)
    if (strcmp (mark, marks[i]) == 0)
      return TRUE;

  return FALSE;
}

static gsize
starts_with_space (const char *at,
                   const char *end)
{
  if (at == end || g_ascii_isgraph (*at))
    return 0;
  if (*at == '\t' || *at == '\n' || *at == '\r')
    return 1;

  return starts_with_any (at, end, spaces, G_N_ELEMENTS (spaces));
}

static const char *
skip_space (const char *at,
            const char *end)
{
  gsize length;

  while ((length = starts_with_space (at, end)) > 0)
    at += length;

  return at;
}

static gsize
starts_with_group (const char *at,
                   const char *end,
                   const char *group)
{
  if (at == end || g_ascii_isalnum (*at))
    return 0;
  if (is_one_of (group, spaces, G_N_ELEMENTS (spaces)))
    return starts_with_any (at, end, spaces, G_N_ELEMENTS (spaces));
  if (is_one_of (group, apostrophes, G_N_ELEMENTS (apostrophes)))
    return starts_with_any (at, end, apostrophes, G_N_ELEMENTS (apostrophes));

  return starts_with (at, end, group);
}

static const char *
skip_digits (const char *at,
             const char *end,
             guint      *n)
{
  const char *begin = at;

  while (at < end && g_ascii_isdigit (*at))
    at++;
  *n = at - begin;

  return at;
}

/* Whole digits with or without groups. A group that does not have its size is no group, nor is
 * anything grouped that begins with 0: that is how "0.250" stays a decimal where '.' groups.
 * Returns: where the whole digits end, or NULL */
static const char *
scan_whole (const char             *at,
            const char             *end,
            const TrasDecimalMarks *marks,
            guint                  *n_whole)
{
  const char *begin = at;
  gboolean grouped = FALSE;
  guint n, previous;

  at = skip_digits (at, end, &n);
  *n_whole = previous = n;

  for (;;)
    {
      gsize length;

      if (starts_with (at, end, marks->decimal) > 0)
        break;
      length = starts_with_group (at, end, marks->group);
      if (length == 0 || at + length == end || !g_ascii_isdigit (at[length]))
        break;
      if (previous == 0 || previous > marks->group_other ||
          (grouped && previous < marks->group_other) || *begin == '0')
        return NULL;

      at = skip_digits (at + length, end, &previous);
      *n_whole += previous;
      grouped = TRUE;
    }

  return grouped && previous != marks->group_last ? NULL : at;
}

/* Digits with at most a decimal mark among them, which most numbers are and which takes a fifth of
 * the time. FALSE says nothing of the text. */
static gboolean
scan_bare (const char             *text,
           const char             *end,
           const TrasDecimalMarks *marks,
           TrasDecimalScan        *scan)
{
  const char *at = skip_digits (text, end, &scan->n_whole);

  if (scan->n_whole == 0)
    return FALSE;
  if (at < end && *at == *marks->decimal && marks->decimal[1] == '\0')
    at = skip_digits (at + 1, end, &scan->n_fraction);
  scan->begin = text;
  scan->end = at;

  return at == end;
}

/**
 * tras_decimal_scan:
 * @text: a number as people and programs write it
 * @length: its bytes, or -1 if it ends with NUL
 * @marks: (nullable): its marks, or %NULL for tras_decimal_plain
 * @scan: (out caller-allocates): where its parts are
 *
 * Takes space around the number, a sign (`+`, `-` or U+2212), groups of the right size, no digit
 * on one side of the mark, an E notation and a percent sign. The text need not be valid UTF-8.
 *
 * Returns: whether @text is a number and nothing else
 */
gboolean
tras_decimal_scan (const char             *text,
                   gssize                  length,
                   const TrasDecimalMarks *marks,
                   TrasDecimalScan        *scan)
{
  const char *at, *end;
  gsize n;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (scan != NULL, FALSE);

  if (length < 0)
    length = strlen (text);
  if (length == 0 || length > TEXT_MAX)
    return FALSE;
  if (marks == NULL)
    marks = &tras_decimal_plain;

  end = text + length;
  *scan = (TrasDecimalScan) { 0 };
  if (scan_bare (text, end, marks, scan))
    return TRUE;

  at = skip_space (text, end);
  *scan = (TrasDecimalScan) { 0 };

  if (at < end && *at == '+')
    at++;
  else if ((n = starts_with (at, end, "-")) > 0 || (n = starts_with (at, end, MINUS_SIGN)) > 0)
    {
      scan->negative = TRUE;
      at = skip_space (at + n, end);
    }

  scan->begin = at;
  at = scan_whole (at, end, marks, &scan->n_whole);
  if (at == NULL)
    return FALSE;
  if ((n = starts_with (at, end, marks->decimal)) > 0)
    at = skip_digits (at + n, end, &scan->n_fraction);
  scan->end = at;
  if (scan->n_whole + scan->n_fraction == 0)
    return FALSE;

  if (at < end && (*at == 'E' || *at == 'e'))
    {
      gboolean negative = FALSE;
      const char *digits;

      at++;
      if (at < end && (*at == '+' || *at == '-'))
        negative = *at++ == '-';
      for (digits = at; at < end && g_ascii_isdigit (*at); at++)
        scan->exponent = MIN (scan->exponent * 10 + (*at - '0'), EXPONENT_MAX);
      if (at == digits)
        return FALSE;
      if (negative)
        scan->exponent = -scan->exponent;
    }

  at = skip_space (at, end);
  if (at < end && *at == '%')
    {
      scan->percent = TRUE;
      at = skip_space (at + 1, end);
    }

  return at == end;
}

/* A refused text as an error message repeats it. */
static char *
quote (const char *text,
       gssize      length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autofree char *head = NULL;

  if (g_utf8_strlen (valid, -1) <= QUOTED_MAX)
    return g_steal_pointer (&valid);

  head = g_utf8_substring (valid, 0, QUOTED_MAX);

  return g_strconcat (head, "…", NULL);
}

static gboolean
append_digit (guint64 *sum,
              guint    digit,
              guint64  limit)
{
  if (*sum > (limit - digit) / 10)
    return FALSE;

  *sum = *sum * 10 + digit;

  return TRUE;
}

/**
 * tras_decimal_parse:
 * @text: (nullable): a number
 * @length: its bytes, or -1 if it ends with NUL
 * @decimals: digits behind the mark that the value has, 0 to %TRAS_DECIMALS_MAX
 * @marks: (nullable): its marks, or %NULL for tras_decimal_plain
 * @value: (out): the number times ten to the @decimals
 * @error: %TRAS_ERROR_INVALID
 *
 * Reads exactly; nothing is rounded. Refused are a number that has more digits behind the mark than
 * @decimals, unless they are zeros, one that does not fit 64 bits, and a percentage.
 *
 * Returns: whether @value is set
 */
gboolean
tras_decimal_parse (const char              *text,
                    gssize                   length,
                    int                      decimals,
                    const TrasDecimalMarks  *marks,
                    gint64                  *value,
                    GError                 **error)
{
  g_autofree char *quoted = NULL;
  TrasDecimalScan scan;
  guint64 limit, sum = 0;
  gboolean fits = TRUE;
  gint64 kept;

  g_return_val_if_fail (decimals >= 0 && decimals <= TRAS_DECIMALS_MAX, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  if (text == NULL)
    text = "";
  if (!tras_decimal_scan (text, length, marks, &scan) || scan.percent)
    {
      quoted = quote (text, length);
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("“%s” is not a number"), quoted);
      return FALSE;
    }

  /* The first @kept digits make the value, zeros fill up what is missing, and what is left over
   * must be zeros. */
  kept = (gint64) scan.n_whole + scan.exponent + decimals;
  limit = (guint64) G_MAXINT64 + (scan.negative ? 1 : 0);

  for (const char *at = scan.begin; at < scan.end; at++)
    {
      if (!g_ascii_isdigit (*at))
        continue;
      if (kept-- > 0)
        fits = fits && append_digit (&sum, *at - '0', limit);
      else if (*at != '0')
        {
          quoted = quote (text, length);
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                       _("“%s” has too many digits behind the decimal mark"), quoted);
          return FALSE;
        }
    }
  while (fits && sum > 0 && kept-- > 0)
    fits = append_digit (&sum, 0, limit);

  if (!fits)
    {
      quoted = quote (text, length);
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("“%s” is too large"), quoted);
      return FALSE;
    }

  *value = scan.negative ? (gint64) (0 - sum) : (gint64) sum;

  return TRUE;
}

/**
 * tras_decimal_to_text:
 * @value: a number times ten to the @decimals
 * @decimals: digits behind the mark, 0 to %TRAS_DECIMALS_MAX
 *
 * Returns: (transfer full): the canonical form, for example `-12.50` for -1250 and 2
 */
char *
tras_decimal_to_text (gint64 value,
                      int    decimals)
{
  guint64 rest = value < 0 ? 0 - (guint64) value : (guint64) value;
  char buffer[32];
  char *at = buffer + sizeof buffer;

  g_return_val_if_fail (decimals >= 0 && decimals <= TRAS_DECIMALS_MAX, NULL);

  *--at = '\0';
  for (int i = 0; i <= decimals || rest > 0; i++)
    {
      if (i == decimals && i > 0)
        *--at = '.';
      *--at = '0' + rest % 10;
      rest /= 10;
    }
  if (value < 0)
    *--at = '-';

  return g_strdup (at);
}

/**
 * tras_decimal_with_marks:
 * @plain: a number in canonical form, digits and at most one `-` and one `.`
 * @marks: (nullable): how to write it, or %NULL for tras_decimal_plain
 *
 * Returns: (transfer full): @plain with the marks, groups and minus of @marks
 */
char *
tras_decimal_with_marks (const char             *plain,
                         const TrasDecimalMarks *marks)
{
  GString *out = g_string_sized_new (32);
  gsize n_whole;

  g_return_val_if_fail (plain != NULL, NULL);

  if (marks == NULL)
    marks = &tras_decimal_plain;

  if (*plain == '-')
    {
      g_string_append (out, marks->minus);
      plain++;
    }

  n_whole = strcspn (plain, ".");
  for (gsize i = 0; i < n_whole; i++)
    {
      gsize left = n_whole - i;

      if (i > 0 && n_whole >= marks->group_least && left >= marks->group_last &&
          (left - marks->group_last) % marks->group_other == 0)
        g_string_append (out, marks->group);
      g_string_append_c (out, plain[i]);
    }

  if (plain[n_whole] == '.')
    {
      g_string_append (out, marks->decimal);
      g_string_append (out, plain + n_whole + 1);
    }

  return g_string_free (out, FALSE);
}

/**
 * tras_decimal_format:
 * @value: a number times ten to the @decimals
 * @decimals: digits behind the mark, 0 to %TRAS_DECIMALS_MAX
 * @marks: (nullable): how to write it, or %NULL for tras_decimal_plain
 *
 * Returns: (transfer full): the number as text
 */
char *
tras_decimal_format (gint64                  value,
                     int                     decimals,
                     const TrasDecimalMarks *marks)
{
  g_autofree char *plain = tras_decimal_to_text (value, decimals);

  return tras_decimal_with_marks (plain, marks);
}

/**
 * tras_decimal_multiply:
 * @a: a factor, for example a quantity in thousandths
 * @b: a factor, for example a price in minor units
 * @drop: how many decimal digits of the product to round away, 0 to %TRAS_DECIMALS_MAX; 3 for a
 *   quantity times a price
 * @product: (out): @a × @b ÷ 10^@drop, rounded half away from zero
 *
 * The product is made with 128 bits in plain 64-bit arithmetic, as not every machine has a type
 * for it.
 *
 * Returns: whether the product fits 64 bits; @product is set only then
 */
gboolean
tras_decimal_multiply (gint64  a,
                       gint64  b,
                       int     drop,
                       gint64 *product)
{
  gboolean negative = (a < 0) != (b < 0);
  guint64 x = a < 0 ? 0 - (guint64) a : (guint64) a;
  guint64 y = b < 0 ? 0 - (guint64) b : (guint64) b;
  guint64 x0 = x & G_MAXUINT32, x1 = x >> 32;
  guint64 y0 = y & G_MAXUINT32, y1 = y >> 32;
  guint64 middle, divisor = 1, rest = 0;
  guint32 limb[4];

  g_return_val_if_fail (drop >= 0 && drop <= TRAS_DECIMALS_MAX, FALSE);
  g_return_val_if_fail (product != NULL, FALSE);

  /* The four partial products, as limbs of 32 bits with the smallest first. */
  middle = (x0 * y0 >> 32) + (x1 * y0 & G_MAXUINT32) + (x0 * y1 & G_MAXUINT32);
  limb[0] = (guint32) (x0 * y0);
  limb[1] = (guint32) middle;
  middle = (middle >> 32) + (x1 * y0 >> 32) + (x0 * y1 >> 32) + (x1 * y1 & G_MAXUINT32);
  limb[2] = (guint32) middle;
  limb[3] = (guint32) ((middle >> 32) + (x1 * y1 >> 32));

  for (int i = 0; i < drop; i++)
    divisor *= 10;
  for (int i = 3; i >= 0; i--)
    {
      rest = rest << 32 | limb[i];
      limb[i] = (guint32) (rest / divisor);
      rest %= divisor;
    }

  if (limb[3] != 0 || limb[2] != 0)
    return FALSE;

  x = (guint64) limb[1] << 32 | limb[0];
  if (rest * 2 >= divisor)
    {
      if (x == G_MAXUINT64)
        return FALSE;
      x++;
    }
  if (x > (guint64) G_MAXINT64 + (negative ? 1 : 0))
    return FALSE;

  *product = negative ? (gint64) (0 - x) : (gint64) x;

  return TRUE;
}

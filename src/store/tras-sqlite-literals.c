/* tras-sqlite-literals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <errno.h>
#include <float.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "tras-sqlite-literals.h"

/* How many decimals are written with a decimal point. A quotient of a whole number below 2^31 and
 * 1000 is at least 2^-64 of itself away from where rounding would change, so that SQLite, which
 * divides with 64 bits or more, reads the same double. */
#define DECIMALS_MAX 3

/* How many decimals are written as a quotient: both its sides are doubles exactly. */
#define QUOTIENT_DECIMALS_MAX 15
#define EXACT_MAX 9007199254740992.0

#define FACTOR_BITS_MAX 62

/**
 * tras_literal_append_int:
 * @at: where to write, with room for %TRAS_LITERAL_INT_SIZE bytes
 * @value: a value
 *
 * Returns: the end of the literal; no NUL is there
 */
char *
tras_literal_append_int (char   *at,
                         gint64  value)
{
  char digits[20];
  guint64 rest = value < 0 ? 0 - (guint64) value : (guint64) value;
  int n = 0;

  if (value < 0)
    *at++ = '-';
  do
    digits[n++] = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  while (n > 0)
    *at++ = digits[--n];

  return at;
}

/* A whole number that is a real. */
static char *
append_whole (char   *at,
              gint64  value)
{
  at = tras_literal_append_int (at, value);

  return (char *) memcpy (at, ".0", 2) + 2;
}

static char *
append_decimals (char   *at,
                 double  value,
                 gint64  digits,
                 int     power)
{
  if (value < 0)
    *at++ = '-';
  at = tras_literal_append_int (at, digits / power);
  *at++ = '.';
  for (digits %= power, power /= 10; power > 0; digits %= power, power /= 10)
    *at++ = (char) ('0' + digits / power);

  return at;
}

/* Any double is a whole number times a power of two, and neither step rounds. */
static char *
append_factors (char   *at,
                double  value)
{
  int exponent;
  double fraction = frexp (value, &exponent);

  at = append_whole (at, (gint64) ldexp (fraction, DBL_MANT_DIG));
  exponent -= DBL_MANT_DIG;
  while (exponent != 0)
    {
      int bits = MIN (ABS (exponent), FACTOR_BITS_MAX);

      *at++ = exponent < 0 ? '/' : '*';
      at = append_whole (at, G_GINT64_CONSTANT (1) << bits);
      exponent += exponent < 0 ? bits : -bits;
    }

  return at;
}

/**
 * tras_literal_append_real:
 * @at: where to write, with room for %TRAS_LITERAL_REAL_SIZE bytes
 * @value: a value
 *
 * Readers of long decimals differ by a last bit from one SQLite to the next; whole numbers, their
 * products and quotients do not.
 *
 * Returns: the end of the literal
 */
char *
tras_literal_append_real (char   *at,
                          double  value)
{
  double size = fabs (value), power = 1;

  if (isinf (value))
    return g_stpcpy (at, value < 0 ? "-9e999" : "9e999");

  for (int n = 0; n <= QUOTIENT_DECIMALS_MAX && size * power < EXACT_MAX; n++, power *= 10)
    {
      double digits = round (size * power);

      if (digits / power != size)
        continue;
      if (n == 0)
        return append_whole (at, (gint64) value);
      if (n <= DECIMALS_MAX && digits < G_MAXINT32)
        return append_decimals (at, value, (gint64) digits, (int) power);
      at = tras_literal_append_int (at, (gint64) (value < 0 ? -digits : digits));
      *at++ = '/';
      return append_whole (at, (gint64) power);
    }

  return append_factors (at, value);
}

/**
 * tras_literal_append_text:
 * @at: where to write, with room for twice the bytes of @text and %TRAS_LITERAL_QUOTES_SIZE more
 * @text: a value
 *
 * Returns: the end of the literal
 */
char *
tras_literal_append_text (char       *at,
                          const char *text)
{
  *at++ = '\'';
  for (; *text != '\0'; text++)
    {
      if (*text == '\'')
        *at++ = '\'';
      *at++ = *text;
    }
  *at++ = '\'';

  return at;
}

char *
tras_literal_append_null (char *at)
{
  memcpy (at, "NULL", 4);

  return at + 4;
}

/* ---- read back ---- */

/* A factor of a number, which is a real where it has a point. */
static const char *
read_factor (const char *at,
             gboolean   *is_real,
             gint64     *integer,
             double     *real)
{
  const char *digits = *at == '-' ? at + 1 : at;
  const char *whole = digits + strspn (digits, "0123456789");
  char *end;

  if (whole == digits)
    return NULL;
  *is_real = *whole == '.' || *whole == 'e';
  if (*is_real)
    *real = g_ascii_strtod (at, &end);
  else
    {
      errno = 0;
      *integer = g_ascii_strtoll (at, &end, 10);
      *real = (double) *integer;
      if (errno != 0)
        return NULL;
    }

  return end;
}

static const char *
bind_number (sqlite3_stmt *statement,
             int           place,
             const char   *at)
{
  gboolean is_real, factor_is_real;
  gint64 integer, factor_integer;
  double real, factor;

  at = read_factor (at, &is_real, &integer, &real);
  /* From the left to the right, as it was meant. */
  while (at != NULL && (*at == '*' || *at == '/'))
    {
      gboolean quotient = *at == '/';

      at = read_factor (at + 1, &factor_is_real, &factor_integer, &factor);
      if (at != NULL)
        real = quotient ? real / factor : real * factor;
      is_real = TRUE;
    }
  if (at == NULL)
    return NULL;

  if (is_real)
    sqlite3_bind_double (statement, place, real);
  else
    sqlite3_bind_int64 (statement, place, integer);

  return at;
}

static const char *
bind_text (sqlite3_stmt *statement,
           int           place,
           const char   *at)
{
  const char *begin = at + 1;
  gsize n_doubled = 0;
  char *text, *to;

  for (at = begin; *at != '\0' && (*at != '\'' || at[1] == '\''); at++)
    {
      if (*at == '\'')
        {
          n_doubled++;
          at++;
        }
    }
  if (*at == '\0')
    return NULL;
  if (n_doubled == 0)
    {
      sqlite3_bind_text64 (statement, place, begin, (sqlite3_uint64) (at - begin),
                           SQLITE_TRANSIENT, SQLITE_UTF8);
      return at + 1;
    }

  to = text = g_malloc ((gsize) (at - begin) - n_doubled);
  for (const char *from = begin; from < at; from++)
    {
      from += *from == '\'';
      *to++ = *from;
    }
  sqlite3_bind_text64 (statement, place, text, (sqlite3_uint64) (to - text), g_free, SQLITE_UTF8);

  return at + 1;
}

/**
 * tras_literal_bind:
 * @statement: a statement that is reset
 * @place: SQLite's number of a parameter
 * @at: a literal of these
 *
 * Binds what SQL would read.
 *
 * Returns: the end of the literal, %NULL where none is there
 */
const char *
tras_literal_bind (sqlite3_stmt *statement,
                   int           place,
                   const char   *at)
{
  if (*at == '\'')
    return bind_text (statement, place, at);
  if (!g_str_has_prefix (at, "NULL"))
    return bind_number (statement, place, at);

  sqlite3_bind_null (statement, place);

  return at + strlen ("NULL");
}

static void
sql_literals (sqlite3_context  *context,
              int               n_arguments,
              sqlite3_value   **arguments)
{
  sqlite3_uint64 size = 1;
  char *text, *at;

  for (int i = 0; i < n_arguments; i++)
    {
      int type = sqlite3_value_type (arguments[i]);

      size += type == SQLITE_TEXT ? 2 * (sqlite3_uint64) sqlite3_value_bytes (arguments[i]) + 3
              : type == SQLITE_FLOAT ? TRAS_LITERAL_REAL_SIZE : TRAS_LITERAL_INT_SIZE;
    }
  at = text = sqlite3_malloc64 (size);
  if (text == NULL)
    {
      sqlite3_result_error_nomem (context);
      return;
    }

  for (int i = 0; i < n_arguments; i++)
    {
      if (i > 0)
        *at++ = ',';
      switch (sqlite3_value_type (arguments[i]))
        {
        case SQLITE_INTEGER:
          at = tras_literal_append_int (at, sqlite3_value_int64 (arguments[i]));
          break;
        case SQLITE_FLOAT:
          at = tras_literal_append_real (at, sqlite3_value_double (arguments[i]));
          break;
        case SQLITE_TEXT:
          at = tras_literal_append_text (at, (const char *) sqlite3_value_text (arguments[i]));
          break;
        case SQLITE_NULL:
          at = tras_literal_append_null (at);
          break;
        default:
          sqlite3_free (text);
          sqlite3_result_error (context, "no table holds bytes", -1);
          return;
        }
    }

  sqlite3_result_text64 (context, text, (sqlite3_uint64) (at - text), sqlite3_free, SQLITE_UTF8);
}

/**
 * tras_sqlite_add_literals:
 * @handle: a connection
 *
 * Adds tras_literals (a, b, …): the values as SQL literals that are read back exactly, joined by
 * commas. What quote() and || would give, in one piece and several times as fast; nearly all the
 * work of the edit log is to write this.
 */
void
tras_sqlite_add_literals (sqlite3 *handle)
{
  /* Innocuous: triggers may call it although the schema is not trusted. */
  sqlite3_create_function (handle, "tras_literals", -1,
                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                           sql_literals, NULL, NULL);
}

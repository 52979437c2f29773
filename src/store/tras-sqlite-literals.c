/* tras-sqlite-literals.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "tras-sqlite-literals.h"

/* More than the longest number takes, with its comma. */
#define NUMBER_SIZE 40

/* How many decimals are tried before a number is written with all its digits. A quotient of a whole
 * number below 2^31 and 1000 is at least 2^-64 of itself away from where rounding would change, so
 * that SQLite, which divides with 64 bits, reads the same double. */
#define DECIMALS_MAX 3

static char *
append_int (char   *at,
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

static char *
append_real (char   *at,
             double  value)
{
  static const double powers[] = { 1, 10, 100, 1000 };

  /* Most of what people measure has few decimals. */
  for (int n = 1; n <= DECIMALS_MAX && value != 0.0 && fabs (value) * powers[n] < G_MAXINT32; n++)
    {
      double whole = round (fabs (value) * powers[n]);
      gint64 digits = (gint64) whole;
      int power = (int) powers[n];

      if (whole / powers[n] != fabs (value))
        continue;
      if (value < 0)
        *at++ = '-';
      at = append_int (at, digits / power);
      *at++ = '.';
      for (digits %= power, power /= 10; power > 0; digits %= power, power /= 10)
        *at++ = (char) ('0' + digits / power);
      return at;
    }

  sqlite3_snprintf (NUMBER_SIZE, at, "%!.15g", value);
  if (g_ascii_strtod (at, NULL) != value)
    sqlite3_snprintf (NUMBER_SIZE, at, "%!.20e", value);

  return at + strlen (at);
}

static char *
append_text (char       *at,
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

static void
sql_literals (sqlite3_context  *context,
              int               n_arguments,
              sqlite3_value   **arguments)
{
  sqlite3_uint64 size = 1;
  char *text, *at;

  for (int i = 0; i < n_arguments; i++)
    size += sqlite3_value_type (arguments[i]) == SQLITE_TEXT
            ? 2 * (sqlite3_uint64) sqlite3_value_bytes (arguments[i]) + 3 : NUMBER_SIZE;
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
          at = append_int (at, sqlite3_value_int64 (arguments[i]));
          break;
        case SQLITE_FLOAT:
          at = append_real (at, sqlite3_value_double (arguments[i]));
          break;
        case SQLITE_TEXT:
          at = append_text (at, (const char *) sqlite3_value_text (arguments[i]));
          break;
        case SQLITE_NULL:
          at = (char *) memcpy (at, "NULL", 4) + 4;
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

/* tras-field-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-field-text.h"

#define MINUTES_AN_HOUR 60
#define MOST_HOURS 1000000000

/* The day as elsewhere, and the time of the clock on the wall. */
static char *
dup_instant (gint64                  instant,
             const TrasNumberFormat *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant);
  g_autofree char *day = NULL;

  if (time == NULL)
    return g_strdup ("");

  day = tras_number_format_date_medium (format, tras_day_new (g_date_time_get_year (time),
                                                              g_date_time_get_month (time),
                                                              g_date_time_get_day_of_month (time)));

  return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (time),
                          g_date_time_get_minute (time));
}

/**
 * tras_field_dup_plain:
 * @record: a record
 * @field: one of its fields
 *
 * Returns: (transfer full): the value as plain text, empty for none; a reference is its id
 */
char *
tras_field_dup_plain (TrasRecord      *record,
                      const TrasField *field)
{
  if (tras_record_is_null (record, field))
    return g_strdup ("");

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
      return g_strdup (tras_record_get_text (record, field));
    case TRAS_VALUE_REAL:
      return tras_real_to_text (tras_record_get_real (record, field));
    case TRAS_VALUE_DATE:
      return tras_day_to_iso ((TrasDay) tras_record_get_int (record, field));
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      return tras_decimal_to_text (tras_record_get_int (record, field),
                                   (int) tras_field_get_digits (field));
    case TRAS_VALUE_INSTANT:
      {
        g_autoptr (GDateTime) time =
          g_date_time_new_from_unix_utc (tras_record_get_int (record, field));

        return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
      }
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_REFERENCE:
      return g_strdup_printf ("%" G_GINT64_FORMAT, tras_record_get_int (record, field));
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean invalid (GError     **error,
                         const char  *format,
                         ...) G_GNUC_PRINTF (2, 3);

static gboolean
invalid (GError     **error,
         const char  *format,
         ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (TRAS_ERROR, TRAS_ERROR_INVALID, format, arguments));
  va_end (arguments);

  return FALSE;
}

/* A word of the choice as in the file or as on screen, whatever its case. */
static gboolean
set_choice (TrasRecord      *record,
            const TrasField *field,
            const char      *text,
            GError         **error)
{
  g_autofree char *typed = g_utf8_casefold (text, -1);

  for (const TrasChoice *choice = field->choices; choice->word != NULL; choice++)
    {
      g_autofree char *word = g_utf8_casefold (choice->word, -1);
      g_autofree char *label = g_utf8_casefold (tras_choice_get_label (choice, choice->word), -1);

      if (g_str_equal (typed, word) || g_str_equal (typed, label))
        {
          tras_record_set_text (record, field, choice->word);
          return TRUE;
        }
    }

  return invalid (error, _("“%s” is not one of the choices"), text);
}

static gboolean
set_boolean (TrasRecord      *record,
             const TrasField *field,
             const char      *text,
             GError         **error)
{
  static const char *const yes[] = { "1", "true", "yes", "x", NULL };
  static const char *const no[] = { "0", "false", "no", NULL };
  g_autofree char *typed = g_ascii_strdown (text, -1);

  if (!g_strv_contains (yes, typed) && !g_strv_contains (no, typed))
    return invalid (error, _("“%s” is neither yes nor no"), text);

  tras_record_set_int (record, field, g_strv_contains (yes, typed));
  return TRUE;
}

static gboolean
set_integer (TrasRecord      *record,
             const TrasField *field,
             const char      *text,
             GError         **error)
{
  gint64 value;

  if (!tras_decimal_parse (text, -1, 0, &tras_decimal_plain, &value, NULL))
    return invalid (error, _("“%s” is not a whole number"), text);

  tras_record_set_int (record, field, value);
  return TRUE;
}

/* Tables of other programs have a space between day and time, and often no seconds. */
static GDateTime *
parse_instant (const char *text)
{
  const gsize day = strlen ("2026-01-31"), minute = strlen ("2026-01-31T09:30");
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GString) iso = g_string_new (text);

  if (iso->len > day && iso->str[day] == ' ')
    iso->str[day] = 'T';
  if (iso->len == minute)
    g_string_append (iso, ":00");

  return g_date_time_new_from_iso8601 (iso->str, zone);
}

static gboolean
set_instant (TrasRecord      *record,
             const TrasField *field,
             const char      *text,
             GError         **error)
{
  g_autoptr (GDateTime) time = parse_instant (text);
  TrasDay day = tras_day_from_iso (text);

  /* A day alone is its beginning. */
  if (time == NULL && day != TRAS_DAY_NONE)
    {
      tras_record_set_int (record, field, tras_day_get_instant (day, 0));
      return TRUE;
    }
  if (time == NULL)
    return invalid (error, _("“%s” is not a date and time"), text);

  tras_record_set_int (record, field, g_date_time_to_unix (time));
  return TRUE;
}

static gint64
get_number (TrasRecord      *record,
            const TrasField *field)
{
  return tras_field_is_integral (field) ? tras_record_get_int (record, field) : 0;
}

/* What was understood and cannot be of this field; the record gets back what it had. */
static gboolean
check_range (TrasRecord       *record,
             const TrasField  *field,
             gint64            before,
             GError          **error)
{
  if (!(field->flags & TRAS_FIELD_UNSIGNED) || tras_record_is_null (record, field) ||
      tras_record_get_int (record, field) >= 0)
    return TRUE;

  tras_record_set_int (record, field, before);

  return invalid (error, _("“%s” cannot be less than zero"), tras_field_get_label (field));
}

static gboolean
set_plain (TrasRecord       *record,
           const TrasField  *field,
           const char       *text,
           GError          **error)
{
  gint64 number;
  double real;
  TrasDay day;

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
      if (!g_utf8_validate (text, -1, NULL))
        return invalid (error, _("The text is not valid UTF-8"));
      tras_record_set_text (record, field, text);
      return TRUE;
    case TRAS_VALUE_CHOICE:
      return set_choice (record, field, text, error);
    case TRAS_VALUE_BOOLEAN:
      return set_boolean (record, field, text, error);
    case TRAS_VALUE_REAL:
      if (!tras_real_parse (text, -1, &tras_decimal_plain, &real))
        return invalid (error, _("“%s” is not a number"), text);
      tras_record_set_real (record, field, real);
      return TRUE;
    case TRAS_VALUE_DATE:
      day = tras_day_from_iso (text);
      if (day == TRAS_DAY_NONE)
        return invalid (error, _("“%s” is not a date"), text);
      tras_record_set_int (record, field, day);
      return TRUE;
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
      if (!tras_decimal_parse (text, -1, (int) tras_field_get_digits (field), &tras_decimal_plain,
                               &number, error))
        return FALSE;
      tras_record_set_int (record, field, number);
      return TRUE;
    case TRAS_VALUE_INSTANT:
      return set_instant (record, field, text, error);
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_REFERENCE:
      return set_integer (record, field, text, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tras_field_set_plain:
 * @record: a record
 * @field: one of its fields
 * @text: plain text; empty for no value
 * @error: where to put the error
 *
 * Returns: whether the text was a value of the field's type; else %TRAS_ERROR_INVALID says why and
 *   the record is as it was
 */
gboolean
tras_field_set_plain (TrasRecord      *record,
                      const TrasField *field,
                      const char      *text,
                      GError         **error)
{
  gint64 before;

  g_return_val_if_fail (text != NULL, FALSE);

  if (*text == '\0')
    {
      tras_record_clear (record, field);
      return TRUE;
    }

  before = get_number (record, field);

  return set_plain (record, field, text, error) && check_range (record, field, before, error);
}

/**
 * tras_field_set_number:
 * @record: a record
 * @field: one of its fields, of whole numbers
 * @number: a number in the field's unit
 * @error: where to put the error
 *
 * Sets a number that was read already.
 *
 * Returns: %FALSE with %TRAS_ERROR_INVALID where the field cannot have it; it keeps what it had
 */
gboolean
tras_field_set_number (TrasRecord       *record,
                       const TrasField  *field,
                       gint64            number,
                       GError          **error)
{
  gint64 before = tras_record_get_int (record, field);

  tras_record_set_int (record, field, number);

  return check_range (record, field, before, error);
}

/* A day as people write it, then hours and minutes; or as in the file. */
static gboolean
type_instant (TrasRecord              *record,
              const TrasField         *field,
              const char              *text,
              const TrasNumberFormat  *format,
              GError                 **error)
{
  const char *space = strrchr (text, ' ');
  g_autofree char *day_text = g_strchomp (g_strndup (text, space != NULL ? space - text : 0));
  TrasDay day = tras_number_format_parse_date (format, day_text);
  g_auto (GStrv) parts = g_strsplit (space != NULL ? space + 1 : "", ":", -1);
  g_autoptr (GDateTime) time = NULL;
  guint64 hour, minute;
  int year, month, month_day;

  if (day != TRAS_DAY_NONE && g_strv_length (parts) == 2 && strlen (parts[1]) == 2 &&
      g_ascii_string_to_unsigned (parts[0], 10, 0, 23, &hour, NULL) &&
      g_ascii_string_to_unsigned (parts[1], 10, 0, 59, &minute, NULL))
    {
      tras_day_split (day, &year, &month, &month_day);
      time = g_date_time_new_local (year, month, month_day, (int) hour, (int) minute, 0);
    }
  if (time != NULL)
    {
      tras_record_set_int (record, field, g_date_time_to_unix (time));
      return TRUE;
    }
  if (set_instant (record, field, text, NULL))
    return TRUE;

  return invalid (error, _("“%s” is not a day with a time behind it, as 9:30"), text);
}

/* As few decimals as tell one minute from the next. */
static char *
dup_hours (gint64                  minutes,
           const TrasNumberFormat *format)
{
  int decimals = minutes % MINUTES_AN_HOUR == 0 ? 0 : minutes % (MINUTES_AN_HOUR / 10) == 0 ? 1 : 2;

  return tras_number_format_real (format, (double) minutes / MINUTES_AN_HOUR, decimals);
}

/* The number without the unit that people write behind it. */
static char *
dup_without_unit (const char *text)
{
  static const char *const units[] = { "hours", "horas", "ore", "hs", "h", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (guint i = 0; units[i] != NULL; i++)
    {
      if (g_str_has_suffix (lower, units[i]))
        return g_strchomp (g_strndup (text, strlen (text) - strlen (units[i])));
    }

  return g_strdup (text);
}

/* 1.5, 1.5 h and 1:30 are the same. */
static gboolean
parse_hours (const char              *typed,
             const TrasNumberFormat  *format,
             gint64                  *minutes,
             GError                 **error)
{
  g_autofree char *text = dup_without_unit (typed);
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  guint64 whole, rest;
  double hours;

  if (g_strv_length (parts) == 2 &&
      g_ascii_string_to_unsigned (parts[0], 10, 0, MOST_HOURS, &whole, NULL) &&
      strlen (parts[1]) == 2 &&
      g_ascii_string_to_unsigned (parts[1], 10, 0, MINUTES_AN_HOUR - 1, &rest, NULL))
    {
      *minutes = (gint64) (whole * MINUTES_AN_HOUR + rest);
      return TRUE;
    }
  if (!tras_number_format_parse_real (format, text, &hours, NULL))
    return invalid (error, _("“%s” is not a number of hours: write %s or 1:30"), typed,
                    format->marks.decimal[0] == ',' ? "1,5" : "1.5");
  if (fabs (hours) > MOST_HOURS)
    return invalid (error, _("“%s” is too many hours"), typed);

  *minutes = llround (hours * MINUTES_AN_HOUR);

  return TRUE;
}

/**
 * tras_field_dup_shown:
 * @record: a record
 * @field: one of its fields
 * @format: how numbers and dates are written
 * @currency: the firm's currency, as EUR
 *
 * Returns: (transfer full): the value for people, empty for none
 */
char *
tras_field_dup_shown (TrasRecord             *record,
                      const TrasField        *field,
                      const TrasNumberFormat *format,
                      const char             *currency)
{
  if (tras_record_is_null (record, field))
    return g_strdup ("");

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
      return g_strdup (tras_record_get_text (record, field));
    case TRAS_VALUE_CHOICE:
      return g_strdup (tras_choice_get_label (field->choices,
                                              tras_record_get_text (record, field)));
    case TRAS_VALUE_BOOLEAN:
      return g_strdup (tras_record_get_int (record, field) ? _("Yes") : _("No"));
    case TRAS_VALUE_REAL:
      {
        g_autofree char *plain = tras_real_to_text (tras_record_get_real (record, field));

        return tras_decimal_with_marks (plain, &format->marks);
      }
    case TRAS_VALUE_DATE:
      return tras_number_format_date_medium (format,
                                             (TrasDay) tras_record_get_int (record, field));
    case TRAS_VALUE_INSTANT:
      return dup_instant (tras_record_get_int (record, field), format);
    case TRAS_VALUE_MONEY:
      return tras_number_format_money (format, tras_record_get_int (record, field), currency);
    case TRAS_VALUE_QUANTITY:
      return tras_number_format_quantity (format, tras_record_get_int (record, field));
    case TRAS_VALUE_UNIT_COST:
      return tras_decimal_format (tras_record_get_int (record, field),
                                  (int) tras_field_get_digits (field), &format->marks);
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_REFERENCE:
      if (field->flags & TRAS_FIELD_HOURS)
        return dup_hours (tras_record_get_int (record, field), format);
      return tras_decimal_format (tras_record_get_int (record, field), 0, &format->marks);
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
set_typed (TrasRecord              *record,
           const TrasField         *field,
           const char              *trimmed,
           const TrasNumberFormat  *format,
           const char              *currency,
           GError                 **error)
{
  gint64 number;
  double real;
  TrasDay day;

  switch (field->type)
    {
    case TRAS_VALUE_REAL:
      if (!tras_number_format_parse_real (format, trimmed, &real, error))
        return FALSE;
      tras_record_set_real (record, field, real);
      return TRUE;
    case TRAS_VALUE_DATE:
      day = tras_number_format_parse_date (format, trimmed);
      if (day == TRAS_DAY_NONE)
        return invalid (error, _("“%s” is not a date"), trimmed);
      tras_record_set_int (record, field, day);
      return TRUE;
    case TRAS_VALUE_MONEY:
      if (!tras_number_format_parse_money (format, trimmed, currency, &number, error))
        return FALSE;
      tras_record_set_int (record, field, number);
      return TRUE;
    case TRAS_VALUE_QUANTITY:
      if (!tras_number_format_parse_quantity (format, trimmed, &number, error))
        return FALSE;
      tras_record_set_int (record, field, number);
      return TRUE;
    case TRAS_VALUE_UNIT_COST:
      if (!tras_decimal_parse (trimmed, -1, (int) tras_field_get_digits (field), &format->marks,
                               &number, error))
        return FALSE;
      tras_record_set_int (record, field, number);
      return TRUE;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_REFERENCE:
      if (field->flags & TRAS_FIELD_HOURS)
        {
          if (!parse_hours (trimmed, format, &number, error))
            return FALSE;
        }
      else if (!tras_decimal_parse (trimmed, -1, 0, &format->marks, &number, NULL))
        {
          return invalid (error, _("“%s” is not a whole number"), trimmed);
        }
      tras_record_set_int (record, field, number);
      return TRUE;
    case TRAS_VALUE_INSTANT:
      return type_instant (record, field, trimmed, format, error);
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_CHOICE:
    case TRAS_VALUE_BOOLEAN:
      return set_plain (record, field, trimmed, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tras_field_set_typed:
 * @record: a record
 * @field: one of its fields
 * @text: what a person typed; empty for no value, which is 0 where a field that is 0 or more begins
 *   with it
 * @format: how they write numbers and dates
 * @currency: the firm's currency
 * @error: where to put the error
 *
 * Returns: whether the text was understood; else %TRAS_ERROR_INVALID says why and the record is as
 *   it was
 */
gboolean
tras_field_set_typed (TrasRecord             *record,
                      const TrasField        *field,
                      const char             *text,
                      const TrasNumberFormat *format,
                      const char             *currency,
                      GError                **error)
{
  g_autofree char *trimmed = NULL;
  gint64 before;

  g_return_val_if_fail (text != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0')
    {
      /* Nothing typed is nothing spent. */
      if ((field->flags & TRAS_FIELD_UNSIGNED) && g_strcmp0 (field->initial, "0") == 0)
        return set_plain (record, field, field->initial, error);
      if (field->flags & TRAS_FIELD_REQUIRED)
        return invalid (error, _("“%s” cannot be empty"), tras_field_get_label (field));
      tras_record_clear (record, field);
      return TRUE;
    }

  before = get_number (record, field);

  return set_typed (record, field, trimmed, format, currency, error) &&
         check_range (record, field, before, error);
}

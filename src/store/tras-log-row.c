/* tras-log-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tras_literals() wrote, taken apart: values joined by commas, texts between quotes.
 */

#include "config.h"

#include <string.h>

#include "tras-log-row.h"

/* The end of the value that begins at @at: a comma between quotes belongs to a text. */
static const char *
skip_value (const char *at)
{
  for (gboolean quoted = FALSE; *at != '\0' && (quoted || *at != ','); at++)
    quoted ^= *at == '\'';

  return at;
}

/**
 * tras_log_row_split:
 * @row: (nullable): a row of the log
 *
 * Returns: (transfer full) (element-type utf8): its values, as literals
 */
GPtrArray *
tras_log_row_split (const char *row)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  while (row != NULL)
    {
      const char *end = skip_value (row);

      g_ptr_array_add (values, g_strndup (row, (gsize) (end - row)));
      row = *end == ',' ? end + 1 : NULL;
    }

  return values;
}

/**
 * tras_log_row_join:
 * @values: (element-type utf8): literals
 *
 * Returns: (transfer full): the row that they make
 */
char *
tras_log_row_join (GPtrArray *values)
{
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (row, "%s%s", i > 0 ? "," : "", (char *) values->pdata[i]);

  return g_string_free (g_steal_pointer (&row), FALSE);
}

/**
 * tras_log_row_count:
 * @row: (nullable): a row of the log
 *
 * Returns: how many values it has
 */
guint
tras_log_row_count (const char *row)
{
  guint n = 0;

  while (row != NULL)
    {
      row = skip_value (row);
      row = *row == ',' ? row + 1 : NULL;
      n++;
    }

  return n;
}

/**
 * tras_log_row_get_int:
 * @row: (nullable): a row of the log
 * @place: which value, from 0
 *
 * Returns: the value, 0 where it is no whole number; a row from before a migration ends sooner
 */
gint64
tras_log_row_get_int (const char *row,
                      guint       place)
{
  for (; row != NULL && place > 0; place--)
    {
      row = skip_value (row);
      row = *row == ',' ? row + 1 : NULL;
    }

  return row != NULL ? g_ascii_strtoll (row, NULL, 10) : 0;
}

/**
 * tras_log_row_is_erased:
 * @row: (nullable): a row of the log
 *
 * Returns: whether one of its values was erased
 */
gboolean
tras_log_row_is_erased (const char *row)
{
  /* Most rows do not even have the letters. */
  if (row == NULL || strstr (row, TRAS_LOG_ERASED) == NULL)
    return FALSE;

  while (row != NULL)
    {
      if (g_str_has_prefix (row, TRAS_LOG_ERASED))
        return TRUE;
      row = skip_value (row);
      row = *row == ',' ? row + 1 : NULL;
    }

  return FALSE;
}

/**
 * tras_log_row_dup_text:
 * @value: a literal
 *
 * Returns: (transfer full) (nullable): the text that it is, %NULL where it is none
 */
char *
tras_log_row_dup_text (const char *value)
{
  g_autoptr (GString) text = NULL;

  if (*value != '\'')
    return NULL;

  text = g_string_new (value + 1);
  g_string_truncate (text, text->len - 1);
  g_string_replace (text, "''", "'", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tras_log_row_quote:
 * @text: a text
 *
 * Returns: (transfer full): its literal, as tras_literals() writes it
 */
char *
tras_log_row_quote (const char *text)
{
  g_autoptr (GString) value = g_string_new (text);

  g_string_replace (value, "'", "''", 0);

  return g_strdup_printf ("'%s'", value->str);
}

/* tras-field.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-field.h"

/**
 * tras_table_find_field:
 * @table: a table
 * @name: a column, or a CSV header: a reference with or without its _id
 *
 * Returns: (nullable): the field of that name
 */
const TrasField *
tras_table_find_field (const TrasTable *table,
                       const char      *name)
{
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      gsize length = strlen (name);

      if (g_str_equal (field->name, name))
        return field;
      if (field->type == TRAS_VALUE_REFERENCE && strncmp (field->name, name, length) == 0 &&
          g_str_equal (field->name + length, "_id"))
        return field;
    }

  return NULL;
}

/* The first field of @table with @flag, %NULL for none. */
static const TrasField *
find_flag (const TrasTable *table,
           TrasFieldFlags   flag)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].flags & flag)
        return &table->fields[i];
    }

  return NULL;
}

/**
 * tras_table_get_name:
 * @table: a table
 *
 * Returns: (nullable): the field that other records name this table's rows by
 */
const TrasField *
tras_table_get_name (const TrasTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  return find_flag (table, TRAS_FIELD_NAME);
}

/**
 * tras_table_get_title:
 * @table: a table
 *
 * Returns: (nullable): the field that people know this table's rows by: the one with their words
 *   where they are named by a code, and their name elsewhere
 */
const TrasField *
tras_table_get_title (const TrasTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];

      if (field->flags & TRAS_FIELD_FOLDED && field->flags & (TRAS_FIELD_NAME | TRAS_FIELD_ALIAS))
        return field;
    }

  return tras_table_get_name (table);
}

/**
 * tras_table_has_flag:
 * @table: a table
 * @flag: a flag
 *
 * Returns: whether any field of @table has @flag
 */
gboolean
tras_table_has_flag (const TrasTable *table,
                     TrasFieldFlags   flag)
{
  g_return_val_if_fail (table != NULL, FALSE);

  return find_flag (table, flag) != NULL;
}

/**
 * tras_field_dup_header:
 * @field: a field
 *
 * Returns: (transfer full): the CSV header: the column's name, a reference's without its _id
 */
char *
tras_field_dup_header (const TrasField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (field->type == TRAS_VALUE_REFERENCE && g_str_has_suffix (field->name, "_id"))
    return g_strndup (field->name, strlen (field->name) - strlen ("_id"));

  return g_strdup (field->name);
}

/**
 * tras_field_is_integral:
 * @field: a field
 *
 * Returns: whether the struct member is a gint64
 */
gboolean
tras_field_is_integral (const TrasField *field)
{
  switch (field->type)
    {
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
    case TRAS_VALUE_REFERENCE:
      return TRUE;
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_REAL:
    case TRAS_VALUE_DATE:
    case TRAS_VALUE_CHOICE:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tras_field_get_digits:
 * @field: a field
 *
 * Returns: how many digits stand behind the decimal mark where the integer is written as a decimal:
 *   2 for money, 3 for quantities, 4 for unit costs, else 0
 */
guint
tras_field_get_digits (const TrasField *field)
{
  if (field->type == TRAS_VALUE_MONEY)
    return 2;
  if (field->type == TRAS_VALUE_QUANTITY)
    return 3;
  if (field->type == TRAS_VALUE_UNIT_COST)
    return 4;

  return 0;
}

/**
 * tras_field_get_label:
 * @field: a field
 *
 * Returns: the field's name on screen, translated
 */
const char *
tras_field_get_label (const TrasField *field)
{
  return field->label != NULL ? _(field->label) : field->name;
}

/**
 * tras_field_intern_word:
 * @field: a choice
 * @word: (nullable): a word
 *
 * Returns: (nullable): the field's own copy of @word, or %NULL where it is not among the choices
 */
const char *
tras_field_intern_word (const TrasField *field,
                        const char      *word)
{
  g_return_val_if_fail (field != NULL && field->choices != NULL, NULL);

  for (const TrasChoice *choice = field->choices; choice->word != NULL; choice++)
    {
      if (g_strcmp0 (choice->word, word) == 0)
        return choice->word;
    }

  return NULL;
}

/**
 * tras_choice_get_label:
 * @choices: (array zero-terminated=1): choices
 * @word: (nullable): one of their words
 *
 * Returns: the word as on screen, translated; an empty text where there is none
 */
const char *
tras_choice_get_label (const TrasChoice *choices,
                       const char       *word)
{
  for (; choices != NULL && choices->word != NULL; choices++)
    {
      if (g_strcmp0 (choices->word, word) == 0)
        return choices->context != NULL
                 ? g_dpgettext2 (GETTEXT_PACKAGE, choices->context, choices->label)
                 : _(choices->label);
    }

  return "";
}

/* tras-kind-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-count-row.h"
#include "tras-decimal.h"
#include "tras-kind-columns.h"
#include "tras-number.h"
#include "tras-plan-row.h"
#include "tras-stock-count.h"
#include "tras-tables.h"

/* A measurement's period is named by any of its days, so that its column goes by another name. */
#define PERIOD_HEADER "date"

static gboolean
is_period (const TrasTable *table,
           const TrasField *field)
{
  return g_str_equal (table->name, "measurement") && g_str_equal (field->name, "period_on");
}

/**
 * tras_kind_get_type:
 * @position: counted from 0
 *
 * The kinds that can be imported and exported: those of the file's tables in their order, plans
 * before the actions that their rows become, and counts, each row an item of one.
 *
 * Returns: the record type of a kind, %G_TYPE_INVALID behind the last one
 */
GType
tras_kind_get_type (guint position)
{
  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      GType type = tras_tables_get_type (i);

      if (type == TRAS_TYPE_ACTION && position-- == 0)
        return TRAS_TYPE_PLAN_ROW;
      if (type == TRAS_TYPE_STOCK_COUNT && position-- == 0)
        return TRAS_TYPE_COUNT_ROW;
      if (tras_record_type_get_table (type)->kind != NULL && position-- == 0)
        return type;
    }

  return G_TYPE_INVALID;
}

/**
 * tras_kind_find_type:
 * @kind: the word of the command line: people, plans, …
 *
 * Returns: its record type, %G_TYPE_INVALID where there is none of that kind
 */
GType
tras_kind_find_type (const char *kind)
{
  GType type;

  g_return_val_if_fail (kind != NULL, G_TYPE_INVALID);

  for (guint i = 0; (type = tras_kind_get_type (i)) != G_TYPE_INVALID; i++)
    {
      if (g_str_equal (tras_record_type_get_table (type)->kind, kind))
        return type;
    }

  return G_TYPE_INVALID;
}

/**
 * tras_kind_is_column:
 * @field: a field
 *
 * Returns: whether the field is written to CSV files and read from them: it is not kept by the
 *   program, nor computed without being checked
 */
gboolean
tras_kind_is_column (const TrasField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return (field->flags & TRAS_FIELD_CHECKED) != 0 ||
         (field->flags & (TRAS_FIELD_COMPUTED | TRAS_FIELD_INTERNAL)) == 0;
}

/**
 * tras_kind_dup_header:
 * @table: a table
 * @field: one of its fields
 *
 * Returns: (transfer full): the header of the field's column
 */
char *
tras_kind_dup_header (const TrasTable *table,
                      const TrasField *field)
{
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  return is_period (table, field) ? g_strdup (PERIOD_HEADER) : tras_field_dup_header (field);
}

/**
 * tras_kind_find_column:
 * @table: a table
 * @header: what stands above a column of a file; case does not count
 *
 * Takes the header that is written, the field's name itself, and “period” for a measurement's date.
 *
 * Returns: (transfer none) (nullable): the column's field, or %NULL where there is none
 */
const TrasField *
tras_kind_find_column (const TrasTable *table,
                       const char      *header)
{
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (header != NULL, NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      g_autofree char *written = NULL;

      if (!tras_kind_is_column (field))
        continue;

      written = tras_kind_dup_header (table, field);
      if (g_ascii_strcasecmp (header, written) == 0 ||
          g_ascii_strcasecmp (header, field->name) == 0 ||
          (is_period (table, field) && g_ascii_strcasecmp (header, "period") == 0))
        return field;
    }

  return NULL;
}

/**
 * tras_kind_get_digits:
 * @field: a field
 * @currency: the firm's currency, as EUR
 *
 * Returns: how many digits stand behind the decimal mark where the field's integer is written as a
 *   decimal; money has as many as the currency's minor unit
 */
int
tras_kind_get_digits (const TrasField *field,
                      const char      *currency)
{
  g_return_val_if_fail (field != NULL, 0);
  g_return_val_if_fail (currency != NULL, 0);

  if (field->type == TRAS_VALUE_MONEY)
    return tras_currency_get_decimals (currency);
  if (field->type == TRAS_VALUE_UNIT_COST)
    return tras_currency_get_decimals (currency) + TRAS_COST_DECIMALS;

  return (int) tras_field_get_digits (field);
}

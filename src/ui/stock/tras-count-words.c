/* tras-count-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-count-words.h"
#include "tras-number.h"

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

static char *
dup_percent (guint part,
             guint whole)
{
  return tras_number_format_real (tras_number_format_get_default (), 100.0 * part / whole, 0);
}

/**
 * tras_count_words_dup_facts:
 * @facts: a count
 *
 * Returns: (transfer full): when it was, by whom, and how far it is or what came of it
 */
char *
tras_count_words_dup_facts (const TrasCountFacts *facts)
{
  g_autofree char *day = dup_day (facts->count->counted_on);
  g_autofree char *who = facts->person_name != NULL
                           ? g_strdup_printf ("%s · %s", day, facts->person_name)
                           : g_strdup (day);
  g_autofree char *percent = NULL;

  if (facts->count->posted_at == TRAS_NULL || facts->n_counted == 0)
    /* Translators: when and by whom, then how many items of how many have a number */
    return g_strdup_printf (_("%s · %u of %u counted"), who, facts->n_counted, facts->n_lines);

  percent = dup_percent (facts->n_accurate, facts->n_counted);

  /* Translators: when and by whom, how many items were counted, how many in a hundred were right */
  return g_strdup_printf (ngettext ("%s · %u item, %s %% right", "%s · %u items, %s %% right",
                                    facts->n_counted), who, facts->n_counted, percent);
}

/**
 * tras_count_words_dup_class:
 * @counting: what is to be counted
 * @item_class: a class
 *
 * Returns: (transfer full): how many items of the class are due
 */
char *
tras_count_words_dup_class (const TrasCounting *counting,
                            TrasStockClass      item_class)
{
  static const char letters[] = "ABC";

  /* Translators: a class of items, A, B or C; how many of its items are due, and how many it has */
  return g_strdup_printf (_("Class %c: %u of %u items due"), letters[item_class],
                          counting->n_due[item_class], counting->n_items[item_class]);
}

/**
 * tras_count_words_dup_progress:
 * @sheet: a count
 *
 * Returns: (transfer full): how far it is
 */
char *
tras_count_words_dup_progress (const TrasCountSheet *sheet)
{
  return g_strdup_printf (_("%u of %u counted"), tras_count_sheet_get_n_counted (sheet),
                          sheet->entries->len);
}

/**
 * tras_count_words_dup_result:
 * @sheet: a count
 * @store: its file
 *
 * Returns: (transfer full): what comes of it
 */
char *
tras_count_words_dup_result (const TrasCountSheet *sheet,
                             TrasStore            *store)
{
  guint counted = tras_count_sheet_get_n_counted (sheet);
  guint left = sheet->entries->len - counted;
  guint different = tras_count_sheet_get_n_different (sheet);
  g_autofree char *percent = NULL;
  g_autofree char *value = NULL;
  GString *text = g_string_new (NULL);

  if (counted == 0)
    {
      g_string_append (text, _("Nothing is counted yet."));
      return g_string_free (text, FALSE);
    }

  percent = dup_percent (tras_count_sheet_get_n_accurate (sheet), counted);
  value = tras_number_format_money (tras_number_format_get_default (),
                                    tras_count_sheet_get_value (sheet),
                                    tras_store_get_currency (store));
  if (different == 0)
    g_string_append (text, _("All is as in the books."));
  else
    /* Translators: how many items differ, what that is worth, how many in a hundred are right */
    g_string_append_printf (text, ngettext ("%u item differs, worth %s; %s %% are right.",
                                            "%u items differ, worth %s; %s %% are right.",
                                            different), different, value, percent);
  if (left > 0)
    g_string_append_printf (text, ngettext (" %u item is not counted and stays as it is.",
                                            " %u items are not counted and stay as they are.",
                                            left), left);

  return g_string_free (text, FALSE);
}

/**
 * tras_count_words_dup_difference:
 * @entry: an item of a count that has a number
 * @store: its file
 *
 * Returns: (transfer full): what was expected, what was found, and what lies between
 */
char *
tras_count_words_dup_difference (const TrasCountEntry *entry,
                                 TrasStore            *store)
{
  gint64 difference = tras_count_entry_get_difference (entry);
  g_autofree char *expected = tras_item_dup_amount (entry->item->unit, entry->line->expected);
  g_autofree char *amount = tras_item_dup_amount (entry->item->unit, ABS (difference));
  g_autofree char *value = tras_number_format_money (tras_number_format_get_default (),
                                                     tras_count_entry_get_value (entry),
                                                     tras_store_get_currency (store));

  if (difference < 0)
    /* Translators: a quantity, another one, and an amount of money */
    return g_strdup_printf (_("The books say %s: %s are missing (%s)"), expected, amount, value);

  /* Translators: a quantity, another one, and an amount of money */
  return g_strdup_printf (_("The books say %s: %s more were found (%s)"), expected, amount, value);
}

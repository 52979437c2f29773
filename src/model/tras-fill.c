/* tras-fill.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-fill.h"
#include "tras-fold.h"

static void
item_free (gpointer data)
{
  TrasFillItem *item = data;

  tras_indicator_series_unref (item->series);
  g_free (item->key);
  g_free (item);
}

static void
person_free (gpointer data)
{
  TrasFillPerson *person = data;

  g_free (person->name);
  g_free (person->key);
  g_free (person);
}

/* The newest periods first, then what is older and still open; in each as the scorecard stands. */
static gint
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TrasFillItem *x = *(const TrasFillItem *const *) a, *y = *(const TrasFillItem *const *) b;
  gint32 age = x->series->last_due - x->period, other_age = y->series->last_due - y->period;

  if (age != other_age)
    return age < other_age ? -1 : 1;

  return strcmp (x->key, y->key);
}

/* As the scorecard stands: by area, the levers first, by name. */
static char *
dup_key (const TrasIndicator *indicator)
{
  g_autofree char *area = tras_fold_key (indicator->area_name != NULL ? indicator->area_name : "");
  g_autofree char *name = tras_fold_key (indicator->name);

  return g_strdup_printf ("%s\001%d\001%s", area, indicator->lever ? 0 : 1, name);
}

static void
add_items (GPtrArray              *items,
           const TrasScorecardRow *row,
           guint                   n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      const TrasCell *cell = &row->cells[i];
      TrasFillItem *item;

      if (cell->state != TRAS_CELL_OPEN &&
          (cell->period != row->series->last_due || cell->state == TRAS_CELL_OUTSIDE))
        continue;

      item = g_new0 (TrasFillItem, 1);
      item->series = tras_indicator_series_ref (row->series);
      item->period = cell->period;
      item->state = cell->state;
      item->key = dup_key (row->series->indicator);
      g_ptr_array_add (items, item);
    }
}

/**
 * tras_fill_dup_items:
 * @scorecard: a scorecard
 * @who: (nullable): a collector's name, %NULL for everybody
 *
 * The newest period that is over of each indicator that is typed, whether its number is there or
 * not, so that who goes on after a break sees what is done; and what is open of the scorecard's
 * older periods.
 *
 * Returns: (transfer full) (element-type TrasFillItem): the numbers, in the order to ask for them
 */
GPtrArray *
tras_fill_dup_items (TrasScorecard *scorecard,
                     const char    *who)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);

  g_return_val_if_fail (scorecard != NULL, items);

  for (guint i = 0; i < scorecard->rows->len; i++)
    {
      const TrasScorecardRow *row = scorecard->rows->pdata[i];

      /* What the program computes by itself nobody is asked for. */
      if (!row->series->computed &&
          (who == NULL ||
           g_strcmp0 (tras_indicator_series_get_collector (row->series), who) == 0))
        add_items (items, row, scorecard->n_cells);
    }
  g_ptr_array_sort (items, compare_items);

  return items;
}

static gint
compare_people (gconstpointer a,
                gconstpointer b)
{
  const TrasFillPerson *x = *(const TrasFillPerson *const *) a;
  const TrasFillPerson *y = *(const TrasFillPerson *const *) b;

  if ((x->n_open > 0) != (y->n_open > 0))
    return x->n_open > 0 ? -1 : 1;

  return strcmp (x->key, y->key);
}

/**
 * tras_fill_dup_people:
 * @scorecard: a scorecard
 *
 * Returns: (transfer full) (element-type TrasFillPerson): who brings numbers, those first whose
 *   numbers are not all there yet
 */
GPtrArray *
tras_fill_dup_people (TrasScorecard *scorecard)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (person_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (scorecard != NULL, people);

  items = tras_fill_dup_items (scorecard, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const TrasFillItem *item = items->pdata[i];
      const char *name = tras_indicator_series_get_collector (item->series);
      TrasFillPerson *person;

      if (name == NULL)
        continue;

      person = g_hash_table_lookup (by_name, name);
      if (person == NULL)
        {
          person = g_new0 (TrasFillPerson, 1);
          person->name = g_strdup (name);
          person->key = tras_fold_key (name);
          g_hash_table_insert (by_name, person->name, person);
          g_ptr_array_add (people, person);
        }
      person->n_items++;
      person->n_open += item->state == TRAS_CELL_OPEN;
    }
  g_ptr_array_sort (people, compare_people);

  return people;
}

/**
 * tras_fill_count_open:
 * @items: (element-type TrasFillItem): numbers
 *
 * Returns: how many of them are not there yet
 */
guint
tras_fill_count_open (GPtrArray *items)
{
  guint n = 0;

  g_return_val_if_fail (items != NULL, 0);

  for (guint i = 0; i < items->len; i++)
    n += ((TrasFillItem *) items->pdata[i])->state == TRAS_CELL_OPEN;

  return n;
}

/* tras-formula-book.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tras-fold.h"
#include "tras-formula-book.h"
#include "tras-indicator-series.h"

struct _TrasFormulaBook
{
  GHashTable *by_id;
  GHashTable *by_name;    /* borrows from by_id */
  GHashTable *by_key;     /* the folded name: the indicator, NULL for several */
};

G_DEFINE_BOXED_TYPE (TrasFormulaBook, tras_formula_book, tras_formula_book_ref,
                     tras_formula_book_unref)

/**
 * tras_formula_book_new:
 *
 * Returns: (transfer full): a book without indicators
 */
TrasFormulaBook *
tras_formula_book_new (void)
{
  TrasFormulaBook *self = g_atomic_rc_box_new0 (TrasFormulaBook);

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

static gboolean
take_indicator (gpointer   record,
                gpointer   user_data,
                GError   **error)
{
  tras_formula_book_add (user_data, record);

  return TRUE;
}

/**
 * tras_formula_book_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): a book of all indicators
 */
TrasFormulaBook *
tras_formula_book_load (TrasDb  *db,
                        GError **error)
{
  g_autoptr (TrasFormulaBook) self = tras_formula_book_new ();
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_INDICATOR);

  tras_query_order (query, "name", FALSE);
  if (!tras_db_foreach (db, query, take_indicator, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

TrasFormulaBook *
tras_formula_book_ref (TrasFormulaBook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasFormulaBook *self = data;

  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_id);
}

void
tras_formula_book_unref (TrasFormulaBook *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tras_formula_book_add:
 * @self: a book
 * @indicator: a stored indicator
 *
 * Adds the indicator as it is, in the place of what the book knew of it.
 */
void
tras_formula_book_add (TrasFormulaBook *self,
                       TrasIndicator   *indicator)
{
  TrasIndicator *copy, *before;
  char *key;

  g_return_if_fail (self != NULL);
  g_return_if_fail (TRAS_IS_INDICATOR (indicator));

  before = g_hash_table_lookup (self->by_id, &TRAS_RECORD (indicator)->id);
  if (before != NULL)
    {
      g_autofree char *old = tras_fold_key (before->name);

      g_hash_table_remove (self->by_name, before->name);
      if (g_hash_table_lookup (self->by_key, old) == before)
        g_hash_table_remove (self->by_key, old);
    }

  copy = tras_record_dup (indicator);
  key = tras_fold_key (copy->name);
  g_hash_table_insert (self->by_name, copy->name, copy);
  g_hash_table_insert (self->by_key, key, g_hash_table_contains (self->by_key, key) ? NULL : copy);
  g_hash_table_replace (self->by_id, &TRAS_RECORD (copy)->id, copy);
}

static TrasIndicator *
find_id (TrasFormulaBook *self,
         gint64           id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

/* As it is written, or but for case and accents where that is no other's name. */
static TrasIndicator *
find_name (TrasFormulaBook *self,
           const char      *name)
{
  TrasIndicator *found = g_hash_table_lookup (self->by_name, name);
  g_autofree char *key = NULL;

  if (found != NULL)
    return found;

  key = tras_fold_key (name);

  return g_hash_table_lookup (self->by_key, key);
}

static gint64
read_id (const char *name)
{
  gint64 id = 0;

  return name[0] == '#' && g_ascii_string_to_signed (name + 1, 10, 1, G_MAXINT64, &id, NULL) ? id
                                                                                             : 0;
}

/**
 * tras_formula_input_get_id:
 * @self: an input of a formula from the file
 *
 * Returns: the id of the indicator, 0 for none
 */
gint64
tras_formula_input_get_id (const TrasFormulaInput *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return read_id (self->name);
}

/* ---- there and back ---- */

static char *
show_name (const char *name,
           gpointer    user_data)
{
  TrasIndicator *found = find_id (user_data, read_id (name));

  return found != NULL ? g_strdup (found->name) : NULL;
}

/**
 * tras_formula_book_dup_shown:
 * @self: a book
 * @stored: (nullable): a formula from the file
 *
 * Returns: (transfer full) (nullable): the formula with names; what is not there any more keeps its
 *   number
 */
char *
tras_formula_book_dup_shown (TrasFormulaBook *self,
                             const char      *stored)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stored != NULL ? tras_formula_dup_renamed (stored, show_name, self) : NULL;
}

static char *
store_name (const char *name,
            gpointer    user_data)
{
  TrasIndicator *found = find_name (user_data, name);

  return found != NULL ? g_strdup_printf ("#%" G_GINT64_FORMAT, TRAS_RECORD (found)->id) : NULL;
}

/* ---- what may be wrong ---- */

/* How many letters have to be changed, added, left out or swapped with their neighbour to get from
 * one text to the other (Damerau 1964, in the form of optimal string alignment). */
static guint
count_slips (const char *a,
             const char *b)
{
  g_autofree gunichar *x = g_utf8_to_ucs4_fast (a, -1, NULL);
  g_autofree gunichar *y = g_utf8_to_ucs4_fast (b, -1, NULL);
  guint n = 0, m = 0;
  g_autofree guint *rows = NULL;
  guint *before, *last, *row;

  while (x[n] != 0)
    n++;
  while (y[m] != 0)
    m++;
  rows = g_new0 (guint, 3 * (m + 1));
  before = rows;
  last = rows + m + 1;
  row = rows + 2 * (m + 1);
  for (guint j = 0; j <= m; j++)
    last[j] = j;

  for (guint i = 1; i <= n; i++)
    {
      guint *spare = before;

      row[0] = i;
      for (guint j = 1; j <= m; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (x[i - 1] != y[j - 1]));
          if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = last;
      last = row;
      row = spare;
    }

  return last[m];
}

/* The name that somebody may have meant; NULL for none that is near. */
static const char *
find_near (TrasFormulaBook *self,
           const char      *name)
{
  g_autofree char *key = tras_fold_key (name);
  guint least = (guint) MAX (g_utf8_strlen (key, -1) / 3, 1) + 1;
  const char *near = NULL;
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      TrasIndicator *indicator = data;
      g_autofree char *other = tras_fold_key (indicator->name);
      guint slips = g_str_has_prefix (other, key) && *key != '\0' ? 0 : count_slips (key, other);

      /* Of several as near, always the same. */
      if (slips < least || (slips == least && near != NULL && strcmp (indicator->name, near) < 0))
        {
          least = slips;
          near = indicator->name;
        }
    }

  return near;
}

/**
 * tras_formula_dup_other_periods:
 * @indicator: what a formula names
 *
 * Returns: (transfer full): that it is measured more or less often than the formula's indicator
 */
char *
tras_formula_dup_other_periods (TrasIndicator *indicator)
{
  const char *name = indicator->name;

  switch (tras_indicator_get_every (indicator))
    {
    case TRAS_EVERY_DAY:
      return g_strdup_printf (_("“%s” is measured every day, and this indicator is not; a formula "
                                "takes what has the same periods."), name);
    case TRAS_EVERY_WEEK:
      return g_strdup_printf (_("“%s” is measured every week, and this indicator is not; a formula "
                                "takes what has the same periods."), name);
    case TRAS_EVERY_MONTH:
      return g_strdup_printf (_("“%s” is measured every month, and this indicator is not; a "
                                "formula takes what has the same periods."), name);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The indicators that one is computed from. */
static GPtrArray *
list_inputs (TrasFormulaBook *self,
             TrasIndicator   *indicator)
{
  GPtrArray *inputs = g_ptr_array_new ();
  g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };
  g_autoptr (TrasFormula) formula = NULL;

  if (tras_indicator_is_formula (indicator))
    formula = tras_formula_parse (indicator->formula, &problem);
  for (guint i = 0; formula != NULL && i < tras_formula_get_n (formula); i++)
    {
      TrasIndicator *input = find_id (self, tras_formula_input_get_id
                                              (tras_formula_get_input (formula, i)));

      if (input != NULL)
        g_ptr_array_add (inputs, input);
    }

  return inputs;
}

static gboolean
has_periods_of (TrasIndicator *a,
                TrasIndicator *b)
{
  return tras_indicator_get_every (a) == tras_indicator_get_every (b);
}

/**
 * tras_formula_book_dup_period_problem:
 * @self: a book
 * @indicator: an indicator as it shall be, stored or not
 *
 * What a formula takes has the same periods as the formula's own indicator. Asks both of
 * @indicator's formula and of those that take @indicator.
 *
 * Returns: (transfer full) (nullable): a sentence that names the other indicator; %NULL where all
 *   periods are the same
 */
char *
tras_formula_book_dup_period_problem (TrasFormulaBook *self,
                                      TrasIndicator   *indicator)
{
  g_autoptr (GPtrArray) own = NULL;
  TrasIndicator *user = NULL;
  GHashTableIter iter;
  gpointer data;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TRAS_IS_INDICATOR (indicator), NULL);

  own = list_inputs (self, indicator);
  for (guint i = 0; i < own->len; i++)
    {
      if (!has_periods_of (own->pdata[i], indicator))
        return tras_formula_dup_other_periods (own->pdata[i]);
    }

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      TrasIndicator *other = data;
      g_autoptr (GPtrArray) inputs = NULL;

      /* Of several, always the same. */
      if (has_periods_of (other, indicator) ||
          (user != NULL && strcmp (user->name, other->name) < 0))
        continue;
      inputs = list_inputs (self, other);
      for (guint i = 0; i < inputs->len; i++)
        {
          if (TRAS_RECORD (inputs->pdata[i])->id == TRAS_RECORD (indicator)->id)
            user = other;
        }
    }
  if (user == NULL)
    return NULL;

  /* Translators: twice the indicator whose formula it is; “it” is the one that was changed */
  return g_strdup_printf (_("The formula of “%s” takes it, and a formula takes what has the same "
                            "periods. Change the formula of “%s” first."), user->name, user->name);
}

/* How one comes from the indicator @from back to @self_id, “A → B → A”; NULL where one does not.
 * Goes through what formulas name, nearest first, and remembers where it came from. */
static char *
dup_way_back (TrasFormulaBook *self,
              TrasIndicator   *from,
              TrasIndicator   *to)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autoptr (GHashTable) came_from = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) chain = g_string_new (to->name);

  g_ptr_array_add (queue, from);
  g_hash_table_insert (came_from, from, NULL);
  for (guint i = 0; i < queue->len; i++)
    {
      TrasIndicator *at = queue->pdata[i];
      g_autoptr (GPtrArray) inputs = NULL;

      if (TRAS_RECORD (at)->id == TRAS_RECORD (to)->id)
        {
          for (; at != NULL; at = g_hash_table_lookup (came_from, at))
            {
              if (TRAS_RECORD (at)->id != TRAS_RECORD (to)->id)
                {
                  g_string_prepend (chain, " → ");
                  g_string_prepend (chain, at->name);
                }
            }
          g_string_prepend (chain, " → ");
          g_string_prepend (chain, to->name);
          return g_string_free (g_steal_pointer (&chain), FALSE);
        }

      inputs = list_inputs (self, at);
      for (guint k = 0; k < inputs->len; k++)
        {
          if (g_hash_table_contains (came_from, inputs->pdata[k]))
            continue;
          g_hash_table_insert (came_from, inputs->pdata[k], at);
          g_ptr_array_add (queue, inputs->pdata[k]);
        }
    }

  return NULL;
}

static gboolean
check_input (TrasFormulaBook        *self,
             TrasIndicator          *indicator,
             const TrasFormulaInput *input,
             TrasFormulaProblem     *problem)
{
  TrasIndicator *found = find_name (self, input->name);
  char *message = NULL;

  if (found == NULL)
    {
      const char *near = find_near (self, input->name);

      message = near != NULL
        /* Translators: what somebody typed, and the name that is most like it */
        ? g_strdup_printf (_("There is no indicator “%s”. Is it “%s”?"), input->name, near)
        : g_strdup_printf (_("There is no indicator “%s”."), input->name);
    }
  else if (!has_periods_of (found, indicator))
    {
      message = tras_formula_dup_other_periods (found);
    }
  else if (TRAS_RECORD (indicator)->id != 0)
    {
      g_autofree char *way = dup_way_back (self, found, indicator);

      if (way != NULL)
        /* Translators: a chain of indicators, the last one the same as the first: A → B → A */
        message = g_strdup_printf (_("The formula would lead back to its own indicator: %s."), way);
    }

  if (message != NULL)
    tras_formula_problem_set (problem, input->start, input->length, message);

  return message == NULL;
}

/**
 * tras_formula_book_dup_stored:
 * @self: a book
 * @indicator: the indicator whose formula it shall be; its id is 0 where it is new
 * @shown: (nullable): a formula with names
 * @problem: (inout): where to put what is wrong with it
 *
 * Checks a formula: that it can be read, that all it names is there and has the same periods, that
 * it does not lead back to @indicator, and that it divides where the indicator rolls up as a ratio.
 *
 * Returns: (transfer full) (nullable): the formula as the file holds it
 */
char *
tras_formula_book_dup_stored (TrasFormulaBook    *self,
                              TrasIndicator      *indicator,
                              const char         *shown,
                              TrasFormulaProblem *problem)
{
  g_autoptr (TrasFormula) formula = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TRAS_IS_INDICATOR (indicator), NULL);
  g_return_val_if_fail (problem != NULL, NULL);

  formula = tras_formula_parse (shown, problem);
  if (formula == NULL)
    return NULL;

  for (guint i = 0; i < tras_formula_get_n (formula); i++)
    {
      if (!check_input (self, indicator, tras_formula_get_input (formula, i), problem))
        return NULL;
    }
  if (g_strcmp0 (indicator->roll, "ratio") == 0 && !tras_formula_is_ratio (formula))
    {
      tras_formula_problem_set (problem, 0, strlen (shown),
                                g_strdup (_("An indicator that rolls up as a ratio of sums needs a "
                                            "formula that divides last: [Orders late] / "
                                            "[Orders].")));
      return NULL;
    }

  return tras_formula_dup_renamed (shown, store_name, self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  TrasIndicator *const *x = a, *const *y = b;
  g_autofree char *x_key = tras_fold_key ((*x)->name);
  g_autofree char *y_key = tras_fold_key ((*y)->name);

  return strcmp (x_key, y_key);
}

/**
 * tras_formula_book_complete:
 * @self: a book
 * @indicator: the indicator whose formula it is
 * @start: what somebody has typed of a name
 *
 * Returns: (transfer container) (element-type TrasIndicator): the indicators that a formula of
 *   @indicator can take whose names, or a word of them, begin so, by name
 */
GPtrArray *
tras_formula_book_complete (TrasFormulaBook *self,
                            TrasIndicator   *indicator,
                            const char      *start)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *key = tras_fold_key (start);
  g_autofree char *inside = g_strconcat (" ", key, NULL);
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      TrasIndicator *other = data;
      g_autofree char *name = tras_fold_key (other->name);

      if (other->retired_on == TRAS_DAY_NONE &&
          TRAS_RECORD (other)->id != TRAS_RECORD (indicator)->id &&
          has_periods_of (other, indicator) &&
          (g_str_has_prefix (name, key) || strstr (name, inside) != NULL))
        g_ptr_array_add (found, other);
    }
  g_ptr_array_sort (found, compare_names);

  return found;
}

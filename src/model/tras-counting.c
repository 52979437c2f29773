/* tras-counting.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-balances.h"
#include "tras-counted.h"
#include "tras-counting.h"
#include "tras-person.h"
#include "tras-refusal.h"
#include "tras-stock-history.h"
#include "tras-stockout.h"

/* ---- the board ---- */

static void
place_free (gpointer data)
{
  TrasCountPlace *place = data;

  g_clear_object (&place->place);
  g_clear_pointer (&place->candidates, g_array_unref);
  g_free (place);
}

static void
facts_free (gpointer data)
{
  TrasCountFacts *facts = data;

  g_clear_object (&facts->count);
  g_free (facts->place_name);
  g_free (facts->person_name);
  g_free (facts);
}

/**
 * tras_counting_ref:
 * @self: a board
 *
 * Returns: (transfer full): @self
 */
TrasCounting *
tras_counting_ref (TrasCounting *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * tras_counting_unref:
 * @self: (transfer full): a board
 */
void
tras_counting_unref (TrasCounting *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->posted, g_ptr_array_unref);
  g_clear_pointer (&self->history, tras_stock_history_unref);
  g_free (self);
}

/**
 * tras_count_get_times:
 * @item_class: a class
 *
 * Returns: how often a year its items are counted
 */
int
tras_count_get_times (TrasStockClass item_class)
{
  static const int times[TRAS_STOCK_N_CLASSES] = { 4, 2, 1 };

  g_return_val_if_fail ((guint) item_class < TRAS_STOCK_N_CLASSES, 1);

  return times[item_class];
}

/* Of each item the day on which it was counted last, and of each that is out since when. */
typedef struct
{
  GHashTable *counted;
  GHashTable *out;
} Looked;

static void
looked_clear (Looked *self)
{
  g_clear_pointer (&self->counted, g_hash_table_unref);
  g_clear_pointer (&self->out, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Looked, looked_clear)

static void
note_day (GHashTable *days,
          gint64      id,
          TrasDay     day)
{
  g_hash_table_insert (days, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (day));
}

static gboolean
find_day (GHashTable *days,
          gint64      id,
          TrasDay    *day)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (days, &id, NULL, &found))
    return FALSE;
  *day = GPOINTER_TO_INT (found);

  return TRUE;
}

static gboolean
take_stockout (gpointer   record,
               gpointer   user_data,
               GError   **error)
{
  TrasStockout *stockout = record;

  note_day (((Looked *) user_data)->out, stockout->item_id, stockout->from_on);

  return TRUE;
}

static gboolean
looked_init (Looked  *self,
             TrasDb  *db,
             GError **error)
{
  g_autoptr (GArray) counted = tras_counted_load (db, error);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCKOUT);

  if (counted == NULL)
    return FALSE;

  self->counted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < counted->len; i++)
    {
      const TrasCounted *line = &g_array_index (counted, TrasCounted, i);

      note_day (self->counted, line->item_id, line->on);
    }
  tras_query_where_null (query, "to_at", TRUE);

  return tras_db_foreach (db, query, take_stockout, self, error);
}

/* Whether a class is counted so often that the item has to be counted by now. */
static gboolean
is_due (const Looked   *looked,
        gint64          item_id,
        TrasStockClass  item_class,
        TrasDay         day)
{
  TrasDay last;

  return !find_day (looked->counted, item_id, &last) ||
         day - last >= TRAS_STOCK_CLASS_DAYS / tras_count_get_times (item_class);
}

/* An item that is out is looked for once, after it went. */
static gboolean
is_to_look (const Looked *looked,
            gint64        item_id)
{
  TrasDay out, last;

  return find_day (looked->out, item_id, &out) &&
         !(find_day (looked->counted, item_id, &last) && last >= out);
}

static gboolean
add_places (TrasCounting      *self,
            TrasDb            *db,
            GHashTable        *items,
            const Looked      *looked,
            TrasStockHistory  *history,
            GError           **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);
  g_autoptr (GPtrArray) places = NULL;

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, "inside");
  tras_query_order (query, "name", FALSE);
  places = tras_db_select (db, query, error);
  if (places == NULL)
    return FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      TrasCountPlace *place = g_new0 (TrasCountPlace, 1);
      g_autoptr (GArray) balances =
        tras_balances_load (db, TRAS_RECORD (places->pdata[i])->id, error);

      g_ptr_array_add (self->places, place);
      place->place = g_object_ref (places->pdata[i]);
      place->candidates = g_array_new (FALSE, FALSE, sizeof (TrasCountCandidate));
      if (balances == NULL)
        return FALSE;
      for (guint k = 0; k < balances->len; k++)
        {
          const TrasBalance *balance = &g_array_index (balances, TrasBalance, k);
          TrasCountCandidate candidate = { balance->item_id };

          if (!g_hash_table_contains (items, &balance->item_id))
            continue;
          candidate.item_class = tras_stock_history_get_class (history, balance->item_id);
          candidate.quantity = balance->quantity;
          candidate.is_due = is_due (looked, balance->item_id, candidate.item_class, self->day);
          candidate.is_empty = balance->quantity == 0 && is_to_look (looked, balance->item_id);
          g_array_append_val (place->candidates, candidate);
        }
    }

  return TRUE;
}

/* How an item was found, of each line of each count. */
typedef struct
{
  GHashTable *facts;   /* TrasCountFacts by id */
  TrasStockHistory *history;
} Lines;

static gboolean
take_line (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasCountLine *line = record;
  Lines *lines = user_data;
  TrasCountFacts *facts = g_hash_table_lookup (lines->facts, &line->count_id);

  if (facts == NULL)
    return TRUE;

  facts->n_lines++;
  if (line->counted != TRAS_NULL)
    {
      facts->n_counted++;
      facts->n_accurate +=
        tras_stock_is_accurate (tras_stock_history_get_class (lines->history, line->item_id),
                                line->expected, line->counted);
    }

  return TRUE;
}

static char *
dup_name (TrasDb  *db,
          GType    type,
          gint64   id,
          GError **error)
{
  g_autoptr (TrasRecord) record = tras_db_load (db, type, id, error);

  return record != NULL
           ? g_strdup (tras_record_get_text (record,
                                             tras_table_get_name (tras_record_get_table (record))))
           : NULL;
}

static gboolean
add_counts (TrasCounting      *self,
            TrasDb            *db,
            TrasStockHistory  *history,
            GError           **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_STOCK_COUNT);
  g_autoptr (TrasQuery) all_lines = tras_query_new (TRAS_TYPE_COUNT_LINE);
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  Lines lines = { by_id, history };

  tras_query_order (query, "counted_on", FALSE);
  counts = tras_db_select (db, query, error);
  if (counts == NULL)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      TrasStockCount *count = counts->pdata[i];
      TrasCountFacts *facts = g_new0 (TrasCountFacts, 1);

      facts->count = g_object_ref (count);
      if (count->posted_at == TRAS_NULL)
        g_ptr_array_add (self->open, facts);
      else
        g_ptr_array_insert (self->posted, 0, facts);
      g_hash_table_insert (by_id, &TRAS_RECORD (count)->id, facts);
      facts->place_name = dup_name (db, TRAS_TYPE_LOCATION, count->location_id, error);
      if (facts->place_name == NULL)
        return FALSE;
      if (count->by_id != 0)
        facts->person_name = dup_name (db, TRAS_TYPE_PERSON, count->by_id, NULL);
    }

  return tras_db_foreach (db, all_lines, take_line, &lines, error);
}

/* A number that is typed moves nothing: classes are not reckoned anew for it. */
static gboolean
find_history (TrasCounting        *self,
              const TrasCounting  *known,
              TrasDb              *db,
              GError             **error)
{
  self->movement = tras_balances_get_movement (db, error);
  if (self->movement < 0)
    return FALSE;
  if (known != NULL && known->movement == self->movement && known->day == self->day)
    self->history = tras_stock_history_ref (known->history);
  else
    self->history = tras_stock_history_load_classified (db, self->day, error);

  return self->history != NULL;
}

/**
 * tras_counting_load:
 * @db: a connection
 * @day: the present day
 * @known: (nullable): what was read of the same file before, with what it knows of classes
 * @error: where to put the error
 *
 * Classes are those of the year that ends with @day.
 *
 * Returns: (transfer full): what can be counted where, and what was
 */
TrasCounting *
tras_counting_load (TrasDb              *db,
                    TrasDay              day,
                    const TrasCounting  *known,
                    GError             **error)
{
  g_autoptr (TrasCounting) self = g_new0 (TrasCounting, 1);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
  g_autoptr (GArray) items = NULL;
  g_autoptr (GHashTable) in_use = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_auto (Looked) looked = { NULL, NULL };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  g_atomic_ref_count_init (&self->refs);
  self->day = day;
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->open = g_ptr_array_new_with_free_func (facts_free);
  self->posted = g_ptr_array_new_with_free_func (facts_free);

  tras_query_where_int (query, "stocked", TRAS_QUERY_EQ, TRUE);
  tras_query_where_int (query, "active", TRAS_QUERY_EQ, TRUE);
  items = tras_db_select_ids (db, query, error);
  if (items == NULL || !find_history (self, known, db, error) || !looked_init (&looked, db, error))
    return NULL;

  for (guint i = 0; i < items->len; i++)
    {
      gint64 *id = &g_array_index (items, gint64, i);
      TrasStockClass item_class = tras_stock_history_get_class (self->history, *id);

      g_hash_table_add (in_use, id);
      self->n_items[item_class]++;
      self->n_due[item_class] += is_due (&looked, *id, item_class, day);
    }

  if (!add_places (self, db, in_use, &looked, self->history, error) ||
      !add_counts (self, db, self->history, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* ---- starting ---- */

static gboolean
is_in (const TrasCountCandidate *candidate,
       TrasCountScope            scope)
{
  switch (scope)
    {
    case TRAS_COUNT_PLACE:
      return candidate->quantity != 0;
    case TRAS_COUNT_DUE:
      return candidate->quantity != 0 && candidate->is_due;
    case TRAS_COUNT_EMPTY:
      return candidate->is_empty;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tras_count_place_get_n:
 * @self: a place
 * @scope: what shall be counted
 *
 * Returns: how many items that would be
 */
guint
tras_count_place_get_n (const TrasCountPlace *self,
                        TrasCountScope        scope)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->candidates->len; i++)
    n += is_in (&g_array_index (self->candidates, TrasCountCandidate, i), scope);

  return n;
}

/**
 * tras_counting_start:
 * @place: where
 * @scope: what
 * @count: (transfer none): the count, with its day and who counts; gets its id when it is written
 *
 * What is expected is fixed by tras_counting_check_edit() when the edit is written.
 *
 * Returns: (transfer full): the edit that begins the count
 */
TrasEdit *
tras_counting_start (const TrasCountPlace *place,
                     TrasCountScope        scope,
                     TrasStockCount       *count)
{
  g_autofree char *label = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (TRAS_IS_STOCK_COUNT (count), NULL);

  /* Translators: %s is a place of stock */
  label = g_strdup_printf (_("Begin count of “%s”"), place->place->name);
  edit = tras_edit_new (label);
  count->location_id = TRAS_RECORD (place->place)->id;
  tras_edit_insert (edit, count);
  for (guint i = 0; i < place->candidates->len; i++)
    {
      const TrasCountCandidate *candidate =
        &g_array_index (place->candidates, TrasCountCandidate, i);
      g_autoptr (TrasCountLine) line = NULL;

      if (!is_in (candidate, scope))
        continue;
      line = tras_count_line_new ();
      line->item_id = candidate->item_id;
      line->expected = candidate->quantity;
      tras_edit_insert (edit, line);
      tras_edit_link (edit, line, "count_id", count);
    }

  return edit;
}

/* ---- what holds for all counts ---- */

/* Between the form and this moment somebody may have moved something. */
static gboolean
fix_expected (TrasEdit        *edit,
              TrasStockCount  *count,
              TrasDb          *db,
              GError         **error)
{
  g_autoptr (GArray) balances = tras_balances_load (db, count->location_id, error);

  count->last_movement = tras_balances_get_movement (db, error);
  if (balances == NULL || count->last_movement < 0)
    return FALSE;

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      TrasRecord *record = tras_edit_get_record (edit, i, &deletes);
      TrasCountLine *line = TRAS_IS_COUNT_LINE (record) ? TRAS_COUNT_LINE (record) : NULL;

      if (line == NULL || line->count_id != 0)
        continue;
      line->expected = tras_balances_find (balances, line->item_id);
    }

  return TRUE;
}

static gboolean
check_open (gint64    count_id,
            TrasDb   *db,
            GError  **error)
{
  g_autoptr (TrasStockCount) count = tras_db_load (db, TRAS_TYPE_STOCK_COUNT, count_id, error);
  const char *field;

  if (count == NULL)
    return FALSE;

  return count->posted_at == TRAS_NULL ||
         tras_refuse (&field, "counted", error,
                      _("The count is posted, so its numbers stay as they are; count again or "
                        "undo the posting"));
}

/**
 * tras_counting_check_edit:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: %TRAS_ERROR_REFUSED where a number of a count that is posted would change
 *
 * Fixes what a count that begins expects: what is there at this moment, behind the newest movement.
 *
 * Returns: whether the edit's counts can be written
 */
gboolean
tras_counting_check_edit (TrasEdit  *edit,
                          TrasDb    *db,
                          GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      gpointer record = tras_edit_get_record (edit, i, &deletes);

      if (TRAS_IS_STOCK_COUNT (record) && TRAS_RECORD (record)->id == 0 && !deletes)
        {
          if (!fix_expected (edit, record, db, error))
            return FALSE;
        }
      else if (TRAS_IS_STOCK_COUNT (record) && TRAS_RECORD (record)->id != 0)
        {
          if (!check_open (TRAS_RECORD (record)->id, db, error))
            return FALSE;
        }
      else if (TRAS_IS_COUNT_LINE (record) && TRAS_COUNT_LINE (record)->count_id != 0)
        {
          if (!check_open (TRAS_COUNT_LINE (record)->count_id, db, error))
            return FALSE;
        }
    }

  return TRUE;
}

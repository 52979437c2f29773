/* tras-count-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-balances.h"
#include "tras-count-sheet.h"
#include "tras-person.h"

static void
entry_free (gpointer data)
{
  TrasCountEntry *entry = data;

  g_clear_object (&entry->line);
  g_clear_object (&entry->item);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const TrasCountEntry *x = *(const TrasCountEntry *const *) a;
  const TrasCountEntry *y = *(const TrasCountEntry *const *) b;
  int order = g_utf8_collate (x->item->name, y->item->name);

  return order != 0 ? order : strcmp (x->item->sku, y->item->sku);
}

static gboolean
add_entries (TrasCountSheet  *self,
             TrasDb          *db,
             GError         **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_COUNT_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  tras_query_where_int (query, "count_id", TRAS_QUERY_EQ, TRAS_RECORD (self->count)->id);
  lines = tras_db_select (db, query, error);
  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      TrasCountLine *line = lines->pdata[i];
      TrasItem *item = tras_db_load (db, TRAS_TYPE_ITEM, line->item_id, error);
      TrasCountEntry *entry;

      if (item == NULL)
        return FALSE;
      entry = g_new0 (TrasCountEntry, 1);
      entry->line = g_object_ref (line);
      entry->item = item;
      entry->item_class = tras_stock_history_get_class (self->history, line->item_id);
      entry->unit_cost =
        tras_stock_history_get (self->history, line->item_id, self->count->counted_on).unit_cost;
      g_ptr_array_add (self->entries, entry);
    }
  g_ptr_array_sort (self->entries, compare_entries);

  return TRUE;
}

/* A number that is typed moves nothing: what the day knew is not reckoned anew for it. */
static gboolean
find_history (TrasCountSheet        *self,
              const TrasCountSheet  *known,
              TrasDb                *db,
              GError               **error)
{
  self->movement = tras_balances_get_movement (db, error);
  if (self->movement < 0)
    return FALSE;
  if (known != NULL && known->movement == self->movement &&
      known->count->counted_on == self->count->counted_on)
    self->history = tras_stock_history_ref (known->history);
  else
    self->history = tras_stock_history_load_classified (db, self->count->counted_on, error);

  return self->history != NULL;
}

/**
 * tras_count_sheet_load:
 * @db: a connection
 * @count_id: a count
 * @known: (nullable): a sheet of the same file that was read before, with what it knows of costs
 * @error: where to put the error
 *
 * Returns: (transfer full): the count with its items
 */
TrasCountSheet *
tras_count_sheet_load (TrasDb                *db,
                       gint64                 count_id,
                       const TrasCountSheet  *known,
                       GError               **error)
{
  g_autoptr (TrasCountSheet) self = g_new0 (TrasCountSheet, 1);
  g_autoptr (TrasQuery) adjust = tras_query_new (TRAS_TYPE_LOCATION);
  g_autoptr (TrasPerson) person = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  g_atomic_ref_count_init (&self->refs);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->count = tras_db_load (db, TRAS_TYPE_STOCK_COUNT, count_id, error);
  if (self->count == NULL)
    return NULL;
  self->place = tras_db_load (db, TRAS_TYPE_LOCATION, self->count->location_id, error);
  if (self->place == NULL || !find_history (self, known, db, error) ||
      !add_entries (self, db, error))
    return NULL;

  if (self->count->by_id != 0)
    person = tras_db_load (db, TRAS_TYPE_PERSON, self->count->by_id, NULL);
  self->person_name = person != NULL ? g_strdup (person->name) : NULL;
  tras_query_where_text (adjust, "kind", TRAS_QUERY_EQ, "adjust");
  self->adjust = tras_db_find (db, adjust, NULL);

  return g_steal_pointer (&self);
}

/**
 * tras_count_sheet_ref:
 * @self: a sheet
 *
 * Returns: (transfer full): @self
 */
TrasCountSheet *
tras_count_sheet_ref (TrasCountSheet *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

/**
 * tras_count_sheet_unref:
 * @self: (transfer full): a sheet
 */
void
tras_count_sheet_unref (TrasCountSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_object (&self->count);
  g_clear_object (&self->place);
  g_clear_object (&self->adjust);
  g_clear_pointer (&self->history, tras_stock_history_unref);
  g_clear_pointer (&self->person_name, g_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

/**
 * tras_count_sheet_is_posted:
 * @self: a sheet
 *
 * Returns: whether its differences are booked
 */
gboolean
tras_count_sheet_is_posted (const TrasCountSheet *self)
{
  return self->count->posted_at != TRAS_NULL;
}

/* ---- differences ---- */

/**
 * tras_count_entry_get_difference:
 * @self: an item of a count
 *
 * Returns: how much more was found than expected, below 0 for less; 0 where nobody has counted
 */
gint64
tras_count_entry_get_difference (const TrasCountEntry *self)
{
  return self->line->counted != TRAS_NULL ? self->line->counted - self->line->expected : 0;
}

/**
 * tras_count_entry_get_value:
 * @self: an item of a count
 *
 * Returns: what the difference is worth, in minor units
 */
gint64
tras_count_entry_get_value (const TrasCountEntry *self)
{
  const TrasStockCost cost = { tras_count_entry_get_difference (self), self->unit_cost };

  return tras_stock_cost_get_value (&cost);
}

/**
 * tras_count_entry_is_accurate:
 * @self: an item of a count that has a number
 *
 * Returns: whether it is within the tolerance of its class
 */
gboolean
tras_count_entry_is_accurate (const TrasCountEntry *self)
{
  return tras_stock_is_accurate (self->item_class, self->line->expected, self->line->counted);
}

/* How many entries have a number, and of these how many differ and how many are accurate. */
static void
add_up (const TrasCountSheet *self,
        guint                *n_counted,
        guint                *n_different,
        guint                *n_accurate)
{
  *n_counted = *n_different = *n_accurate = 0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TrasCountEntry *entry = self->entries->pdata[i];

      if (entry->line->counted == TRAS_NULL)
        continue;
      ++*n_counted;
      *n_different += tras_count_entry_get_difference (entry) != 0;
      *n_accurate += tras_count_entry_is_accurate (entry);
    }
}

/**
 * tras_count_sheet_get_n_counted:
 * @self: a sheet
 *
 * Returns: how many items have a number
 */
guint
tras_count_sheet_get_n_counted (const TrasCountSheet *self)
{
  guint counted, different, accurate;

  add_up (self, &counted, &different, &accurate);

  return counted;
}

/**
 * tras_count_sheet_get_n_different:
 * @self: a sheet
 *
 * Returns: how many of these are not as expected
 */
guint
tras_count_sheet_get_n_different (const TrasCountSheet *self)
{
  guint counted, different, accurate;

  add_up (self, &counted, &different, &accurate);

  return different;
}

/**
 * tras_count_sheet_get_n_accurate:
 * @self: a sheet
 *
 * Returns: how many of these are within the tolerance of their class
 */
guint
tras_count_sheet_get_n_accurate (const TrasCountSheet *self)
{
  guint counted, different, accurate;

  add_up (self, &counted, &different, &accurate);

  return accurate;
}

/**
 * tras_count_sheet_get_value:
 * @self: a sheet
 *
 * Returns: what all differences are worth together, in minor units
 */
gint64
tras_count_sheet_get_value (const TrasCountSheet *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->entries->len; i++)
    sum += tras_count_entry_get_value (self->entries->pdata[i]);

  return sum;
}

/**
 * tras_count_sheet_find:
 * @self: a sheet
 * @code: a barcode, else a SKU, as somebody scans or types it
 *
 * Returns: (nullable): the item that has it
 */
TrasCountEntry *
tras_count_sheet_find (const TrasCountSheet *self,
                       const char           *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      TrasCountEntry *entry = self->entries->pdata[i];

      if (g_strcmp0 (entry->item->barcode, code) == 0)
        return entry;
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      TrasCountEntry *entry = self->entries->pdata[i];

      if (g_ascii_strcasecmp (entry->item->sku, code) == 0)
        return entry;
    }

  return NULL;
}

/**
 * tras_count_sheet_keep:
 * @self: a sheet
 * @line: a line that was written, as it is now
 *
 * Lets the sheet say what was written since it was read.
 *
 * Returns: whether it has such a line
 */
gboolean
tras_count_sheet_keep (TrasCountSheet *self,
                       TrasCountLine  *line)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      TrasCountEntry *entry = self->entries->pdata[i];

      if (entry->line->count_id != line->count_id || entry->line->item_id != line->item_id)
        continue;
      g_set_object (&entry->line, line);
      return TRUE;
    }

  return FALSE;
}

/* ---- steps ---- */

/**
 * tras_count_sheet_enter:
 * @entry: an item of a count
 * @counted: what was found, or %TRAS_NULL to take the number away
 *
 * Returns: (transfer full): the edit that notes it
 */
TrasEdit *
tras_count_sheet_enter (const TrasCountEntry *entry,
                        gint64                counted)
{
  /* Translators: %s is an item */
  g_autofree char *label = g_strdup_printf (_("Count “%s”"), entry->item->name);
  g_autoptr (TrasCountLine) line = tras_record_dup (entry->line);
  TrasEdit *edit = tras_edit_new (label);

  line->counted = counted;
  tras_edit_update (edit, line);

  return edit;
}

static TrasMovement *
make_movement (const TrasCountSheet *self,
               const TrasCountEntry *entry)
{
  gint64 difference = tras_count_entry_get_difference (entry);
  gint64 place = TRAS_RECORD (self->place)->id, adjust = TRAS_RECORD (self->adjust)->id;
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = entry->line->item_id;
  movement->from_id = difference < 0 ? place : adjust;
  movement->to_id = difference < 0 ? adjust : place;
  movement->quantity = ABS (difference);
  movement->moved_on = self->count->counted_on;
  movement->cause = "count";
  movement->cause_id = TRAS_RECORD (self->count)->id;

  return movement;
}

/**
 * tras_count_sheet_post:
 * @self: a sheet that is not posted and has where differences go
 * @now: the present time
 *
 * Returns: (transfer full): the edit that books all differences on the day of the count, and says
 *   that it is over; what nobody has counted stays as it is in the books
 */
TrasEdit *
tras_count_sheet_post (const TrasCountSheet *self,
                       gint64                now)
{
  g_autoptr (TrasStockCount) count = NULL;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (self != NULL && !tras_count_sheet_is_posted (self), NULL);
  g_return_val_if_fail (self->adjust != NULL, NULL);

  /* Translators: %s is a place of stock */
  label = g_strdup_printf (_("Post count of “%s”"), self->place->name);
  edit = tras_edit_new (label);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TrasCountEntry *entry = self->entries->pdata[i];
      g_autoptr (TrasMovement) movement = NULL;
      g_autoptr (TrasCountLine) line = NULL;

      if (tras_count_entry_get_difference (entry) == 0)
        continue;
      movement = make_movement (self, entry);
      line = tras_record_dup (entry->line);
      tras_edit_insert (edit, movement);
      tras_edit_update (edit, line);
      tras_edit_link (edit, line, "movement_id", movement);
    }
  count = tras_record_dup (self->count);
  count->posted_at = now;
  tras_edit_update (edit, count);

  return edit;
}

/**
 * tras_count_sheet_drop:
 * @self: a sheet that is not posted
 *
 * Returns: (transfer full): the edit that deletes the count with its numbers
 */
TrasEdit *
tras_count_sheet_drop (const TrasCountSheet *self)
{
  g_autofree char *label = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (self != NULL && !tras_count_sheet_is_posted (self), NULL);

  /* Translators: %s is a place of stock */
  label = g_strdup_printf (_("Delete count of “%s”"), self->place->name);
  edit = tras_edit_new (label);
  for (guint i = 0; i < self->entries->len; i++)
    tras_edit_delete (edit, ((TrasCountEntry *) self->entries->pdata[i])->line);
  tras_edit_delete (edit, self->count);

  return edit;
}

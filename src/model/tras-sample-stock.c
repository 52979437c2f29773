/* tras-sample-stock.c: the sample's suppliers, items, movements and purchases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-item.h"
#include "tras-movement.h"
#include "tras-purchase.h"
#include "tras-sample-ledger.h"
#include "tras-sample-records.h"
#include "tras-stockout.h"

/* How often progress is told, and between which percents. */
#define PROGRESS_ROWS 500
#define PROGRESS_FROM 30
#define PROGRESS_TO 98

static void
item_free (gpointer data)
{
  TrasSampleItem *item = data;

  g_free (item->key);
  g_free (item->season);
  g_free (item);
}

/* The least that is sold at once: a unit, a quarter of a kilogram, half a metre. */
static gint64
get_grain (const char *unit)
{
  if (g_str_equal (unit, "kg"))
    return 250;
  if (g_str_equal (unit, "m"))
    return 500;

  return 1000;
}

/* In a currency other than the euro, a price ends on 90 too. */
static gint64
get_price (TrasSample *sample,
           gint64      cents)
{
  if (sample->goods == 100)
    return cents;

  return (cents * sample->goods + 5000) / 10000 * 100 - 10;
}

static char *
dup_variant (const char *pattern,
             const char *variant)
{
  g_auto(GStrv) parts = g_strsplit (pattern, "{}", 2);

  return g_strjoin (variant, parts[0], parts[1], NULL);
}

static gint64
nth_quantity (char  **list,
              guint   n)
{
  return g_ascii_strtoll (list[n], NULL, 10) * 1000;
}

static gboolean
add_family (TrasSample  *sample,
            const char  *group,
            GPtrArray   *items,
            GError     **error)
{
  g_auto(GStrv) suffixes = tras_sample_dup_list (sample, group, "suffix");
  g_auto(GStrv) variants = tras_sample_dup_list (sample, group, "variants");
  g_auto(GStrv) prices = tras_sample_dup_list (sample, group, "price");
  g_auto(GStrv) demands = tras_sample_dup_list (sample, group, "demand");
  g_auto(GStrv) reorder_at = tras_sample_dup_list (sample, group, "reorder_at");
  g_auto(GStrv) reorder_to = tras_sample_dup_list (sample, group, "reorder_to");
  g_autofree char *name = tras_sample_dup_text (sample, group, "name");
  g_autofree char *code = tras_sample_dup_text (sample, group, "code");
  g_autofree char *unit = tras_sample_dup_text (sample, group, "unit");
  g_autofree char *unit_group = g_strconcat ("unit.", unit, NULL);
  g_autofree char *supplier_key = tras_sample_dup_text (sample, group, "supplier");
  g_autofree char *supplier = g_strconcat ("supplier.", supplier_key, NULL);

  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      g_autoptr(TrasItem) record = tras_item_new ();
      g_autofree char *item_group = g_strdup_printf ("item.%s.%u", tras_sample_get_key (group),
                                                     i + 1);
      TrasSampleItem *item = g_new0 (TrasSampleItem, 1);

      g_ptr_array_add (items, item);
      record->sku = g_strdup_printf ("%s-%s", code, suffixes[i]);
      record->name = dup_variant (name, variants[i]);
      g_free (record->unit);
      record->unit = tras_sample_dup_text (sample, unit_group, "name");
      record->reorder_at = nth_quantity (reorder_at, i);
      record->reorder_to = nth_quantity (reorder_to, i);
      record->pack = tras_sample_get_int (sample, group, "pack") * 1000;
      record->price = get_price (sample, g_ascii_strtoll (prices[i], NULL, 10));
      if (!tras_sample_find (sample, "supplier", supplier_key, &record->supplier_id, error) ||
          !tras_sample_add (sample, item_group, record, error))
        return FALSE;

      item->key = g_strdup (tras_sample_get_key (item_group));
      item->id = TRAS_RECORD (record)->id;
      item->supplier_id = record->supplier_id;
      item->supplier = g_intern_string (supplier);
      item->lead_days = (int) tras_sample_get_int (sample, supplier, "lead_days");
      item->season = tras_sample_dup_text (sample, group, "season");
      item->demand = g_ascii_strtod (demands[i], NULL);
      item->grain = get_grain (unit);
      item->reorder_at = record->reorder_at;
      item->reorder_to = record->reorder_to;
      item->pack = record->pack;
      item->cost = (double) (record->price * tras_sample_get_int (sample, group, "cost")) / 100;
    }

  return TRUE;
}

/* What people said about the stock-out that a movement has begun. */
static gboolean
add_lesson (TrasSample  *sample,
            const char  *group,
            gint64       movement_id,
            GError     **error)
{
  g_autoptr(TrasStockoutLesson) lesson = tras_stockout_lesson_new ();
  g_autoptr(TrasQuery) query = tras_query_new (tras_stockout_get_type ());
  g_autoptr(TrasStockout) stockout = NULL;

  tras_query_where_int (query, "begun_by", TRAS_QUERY_EQ, movement_id);
  stockout = tras_db_find (sample->db, query, error);
  if (stockout == NULL || !tras_sample_read (sample, group, lesson, error))
    return FALSE;
  lesson->stockout_id = TRAS_RECORD (stockout)->id;

  return tras_db_insert (sample->db, lesson, error);
}

/* What is written, and which rows of the file it has become. */
typedef struct
{
  TrasSample *sample;
  GPtrArray *items;
  TrasSampleLedger ledger;
  GHashTable *receipts;     /* by number of the order, see tras_sample_add_purchases () */
  GHashTable *counts;       /* by day */
  GHashTable *differences;  /* by number of the line */
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  tras_sample_ledger_clear (&self->ledger);
  g_clear_pointer (&self->receipts, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->differences, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static void
note_id (GHashTable *ids,
         guint       number,
         gint64      id)
{
  g_hash_table_insert (ids, GUINT_TO_POINTER (number), g_memdup2 (&id, sizeof id));
}

static gboolean
add_movement (Writing               *self,
              const TrasSampleMove  *move,
              gint64                *id,
              GError               **error)
{
  TrasSample *sample = self->sample;
  const TrasSampleItem *item = self->items->pdata[move->item];
  g_autoptr(TrasMovement) movement = tras_movement_new ();

  movement->item_id = item->id;
  movement->moved_on = move->on;
  movement->quantity = move->quantity;
  movement->cause = move->cause;
  if (move->priced)
    movement->unit_cost = (gint64) floor (item->cost * 100 + 0.5);
  if (move->group != NULL)
    movement->note = tras_sample_dup_text (sample, move->group, "note");
  if ((move->count != 0 && !tras_sample_need_count (sample, self->counts, move->on,
                                                    &movement->cause_id, error)) ||
      !tras_sample_find (sample, "location", move->from, &movement->from_id, error) ||
      !tras_sample_find (sample, "location", move->to, &movement->to_id, error) ||
      !tras_db_insert (sample->db, movement, error))
    {
      g_autofree char *day = tras_day_to_iso (move->on);

      g_prefix_error (error, "%s on %s: ", item->key, day);
      return FALSE;
    }
  *id = TRAS_RECORD (movement)->id;

  return TRUE;
}

static gboolean
add_movements (Writing  *self,
               GError  **error)
{
  GArray *moves = self->ledger.moves;

  for (guint i = 0; i < moves->len; i++)
    {
      const TrasSampleMove *move = &g_array_index (moves, TrasSampleMove, i);
      gint64 id;

      if (!add_movement (self, move, &id, error))
        return FALSE;
      if (move->group != NULL && g_str_has_prefix (move->group, "stockout.") &&
          !add_lesson (self->sample, move->group, id, error))
        return FALSE;
      if (move->order != 0)
        note_id (self->receipts, 2 * move->order + (move->part ? 1 : 0), id);
      if (move->count != 0)
        note_id (self->differences, move->count, id);
      if (i % PROGRESS_ROWS == 0)
        tras_sample_tell (self->sample,
                          PROGRESS_FROM + i * (PROGRESS_TO - PROGRESS_FROM) / moves->len);
    }

  return TRUE;
}

/* No more than there is. */
static gboolean
complete_reservation (TrasSample  *sample,
                      const char  *group,
                      gpointer     record,
                      GError     **error)
{
  TrasReservation *reservation = record;
  g_autoptr(TrasItem) item = tras_db_load (sample->db, tras_item_get_type (),
                                           reservation->item_id, error);

  if (item == NULL)
    return FALSE;
  reservation->quantity = MIN (reservation->quantity, item->available);
  reservation->cause = g_strdup ("plan");
  reservation->made_at = tras_sample_get_instant (tras_sample_get_day (sample, group, "day"));

  return tras_sample_refer (sample, group, "action", "action", &reservation->cause_id, error);
}

/**
 * tras_sample_fill_stock:
 * @self: a sample with actions
 * @error: where to put the error
 *
 * Stores suppliers, places, items, a year of movements with its stock-outs and counts, two years of
 * purchases, what is set aside, and closes the books of the months before the last one.
 */
gboolean
tras_sample_fill_stock (TrasSample  *self,
                        GError     **error)
{
  g_autoptr(GPtrArray) families = tras_sample_list_groups (self, "family");
  g_auto(Writing) writing = {
    .sample = self,
    .items = g_ptr_array_new_with_free_func (item_free),
    .receipts = g_hash_table_new_full (NULL, NULL, NULL, g_free),
    .counts = g_hash_table_new_full (NULL, NULL, NULL, g_free),
    .differences = g_hash_table_new_full (NULL, NULL, NULL, g_free),
  };

  if (!tras_sample_add_all (self, "supplier", tras_supplier_get_type (), NULL, error) ||
      !tras_sample_add_all (self, "location", tras_location_get_type (), NULL, error))
    return FALSE;
  for (guint i = 0; i < families->len; i++)
    {
      if (!add_family (self, families->pdata[i], writing.items, error))
        return FALSE;
    }

  tras_sample_ledger_run (&writing.ledger, self, writing.items);

  return add_movements (&writing, error) &&
         tras_sample_add_counted (self, writing.items, writing.ledger.counted, writing.counts,
                                  writing.differences, error) &&
         tras_sample_add_open_count (self, error) &&
         tras_sample_add_purchases (self, writing.items, writing.ledger.orders, writing.receipts,
                                    error) &&
         tras_sample_add_all (self, "reservation", tras_reservation_get_type (),
                              complete_reservation, error) &&
         tras_sample_close_books (self, error);
}

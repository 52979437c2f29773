/* tras-supplier-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-purchase-rules.h"
#include "tras-stock-loader.h"
#include "tras-stock.h"
#include "tras-supplier-board.h"
#include "tras-template.h"

#define WEEKS_MAX 52

static void
figures_free (gpointer data)
{
  TrasSupplierFigures *figures = data;

  g_object_unref (figures->supplier);
  g_free (figures);
}

/* ---- suppliers ---- */

typedef struct
{
  TrasDay today;
  GHashTable *figures;   /* supplier: TrasSupplierFigures, borrowed */
  GHashTable *leads;     /* supplier: GArray of int */
  GHashTable *arrivals;  /* line: GArray of TrasArrival */
} Reading;

static gpointer
need_array (GHashTable *table,
            gint64      key,
            guint       size)
{
  GArray *array = g_hash_table_lookup (table, &key);

  if (array == NULL)
    {
      array = g_array_new (FALSE, FALSE, size);
      g_hash_table_insert (table, g_memdup2 (&key, sizeof key), array);
    }

  return array;
}

static void
add_lead (GArray      *leads,
          TrasReceipt *receipt)
{
  int days = receipt->received_on - receipt->sent_on;

  if (receipt->sent_on != TRAS_DAY_NONE && days >= 0)
    g_array_append_val (leads, days);
}

static gboolean
take_receipt (gpointer   record,
              gpointer   user_data,
              GError   **error)
{
  Reading *reading = user_data;
  TrasReceipt *receipt = record;
  TrasArrival arrival = { receipt->received_on, receipt->good };
  TrasSupplierFigures *figures = g_hash_table_lookup (reading->figures, &receipt->supplier_id);
  GArray *arrivals = need_array (reading->arrivals, receipt->line_id, sizeof (TrasArrival));

  g_array_append_val (arrivals, arrival);
  if (figures == NULL)
    return TRUE;

  figures->n_receipts++;
  figures->good += receipt->good;
  figures->rejected += receipt->rejected;
  add_lead (need_array (reading->leads, receipt->supplier_id, sizeof (int)), receipt);

  return TRUE;
}

static gboolean
take_line (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Reading *reading = user_data;
  TrasPurchaseLine *line = record;
  TrasSupplierFigures *figures = g_hash_table_lookup (reading->figures, &line->supplier_id);
  gboolean sent = g_strcmp0 (line->purchase_state, "sent") == 0;
  GArray *arrivals;
  TrasDelivery delivery;

  if (figures == NULL || (!sent && g_strcmp0 (line->purchase_state, "closed") != 0))
    return TRUE;

  arrivals = need_array (reading->arrivals, TRAS_RECORD (line)->id, sizeof (TrasArrival));
  delivery = tras_supplier_judge (line->quantity, line->promised_on,
                                  (TrasArrival *) (gpointer) arrivals->data, arrivals->len,
                                  reading->today);
  figures->n_lines++;
  figures->n_open += sent && tras_purchase_line_get_missing (line) > 0;
  figures->n_judged += delivery != TRAS_DELIVERY_OPEN;
  figures->n_met += delivery == TRAS_DELIVERY_MET;

  return TRUE;
}

static void
set_leads (Reading   *reading,
           GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      TrasSupplierFigures *figures = all->pdata[i];
      GArray *leads = g_hash_table_lookup (reading->leads, &TRAS_RECORD (figures->supplier)->id);

      figures->lead_days = leads != NULL
        ? tras_supplier_median_days ((int *) (gpointer) leads->data, leads->len) : -1;
    }
}

/**
 * tras_supplier_board_load:
 * @db: a connection
 * @supplier_id: a supplier, 0 for all
 * @today: the present day
 * @error: where to put the error
 *
 * Orders that were sent count, closed ones among them; drafts and cancelled orders do not.
 *
 * Returns: (transfer full) (element-type TrasSupplierFigures) (nullable): suppliers by name
 */
GPtrArray *
tras_supplier_board_load (TrasDb   *db,
                          gint64    supplier_id,
                          TrasDay   today,
                          GError  **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (figures_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) leads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) arrivals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                           (GDestroyNotify) g_array_unref);
  g_autoptr (TrasQuery) suppliers = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (TrasQuery) receipts = tras_query_new (TRAS_TYPE_RECEIPT);
  g_autoptr (TrasQuery) lines = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (GPtrArray) records = NULL;
  Reading reading = { today, by_id, leads, arrivals };

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (supplier_id != 0)
    {
      tras_query_where_in (suppliers, "id", &supplier_id, 1);
      tras_query_where_int (receipts, "supplier_id", TRAS_QUERY_EQ, supplier_id);
      tras_query_where_int (lines, "supplier_id", TRAS_QUERY_EQ, supplier_id);
    }
  tras_query_order (suppliers, "name", FALSE);
  records = tras_db_select (db, suppliers, error);
  if (records == NULL)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      TrasSupplierFigures *figures = g_new0 (TrasSupplierFigures, 1);

      figures->supplier = g_object_ref (records->pdata[i]);
      g_ptr_array_add (all, figures);
      g_hash_table_insert (by_id, &TRAS_RECORD (figures->supplier)->id, figures);
    }
  if (!tras_db_foreach (db, receipts, take_receipt, &reading, error) ||
      !tras_db_foreach (db, lines, take_line, &reading, error))
    return NULL;
  set_leads (&reading, all);

  return g_steal_pointer (&all);
}

/**
 * tras_supplier_figures_get_otif:
 * @self: figures
 *
 * Returns: lines that came on time in full, in tenths of a percent of those that can be judged; −1
 *   where none can
 */
gint64
tras_supplier_figures_get_otif (const TrasSupplierFigures *self)
{
  return tras_supplier_permille (self->n_met, self->n_judged);
}

/**
 * tras_supplier_figures_get_reject_rate:
 * @self: figures
 *
 * Returns: what was rejected, in tenths of a percent of what came; −1 where nothing came
 */
gint64
tras_supplier_figures_get_reject_rate (const TrasSupplierFigures *self)
{
  return tras_supplier_permille (self->rejected, self->good + self->rejected);
}

/* ---- the level of an item ---- */

/* What was used from day to day; @balance is what there was on the evening of the day. */
typedef struct
{
  gint64 used;
  gboolean stocked;
} Day;

/* The days up to the one before @today, the last one last. */
static void
fill_days (GArray  *entries,
           TrasDay  today,
           Day     *days,
           int      n)
{
  TrasDay first = today - n;
  gint64 balance = 0;
  guint next = 0;

  for (; next < entries->len && g_array_index (entries, TrasStockEntry, next).on < first; next++)
    balance += g_array_index (entries, TrasStockEntry, next).change;

  for (int i = 0; i < n; i++)
    {
      gboolean had = balance > 0;

      for (; next < entries->len && g_array_index (entries, TrasStockEntry, next).on == first + i;
           next++)
        {
          TrasStockEntry *entry = &g_array_index (entries, TrasStockEntry, next);

          balance += entry->change;
          had |= balance > 0;
          if (entry->is_use)
            days[i].used -= entry->change;
        }
      days[i].stocked = had;
    }
}

/* Weeks end yesterday, and count where every day had stock. */
static guint
fill_weeks (const Day *days,
            int        n,
            gint64    *weeks)
{
  guint n_weeks = 0;

  for (int end = n; end >= 7; end -= 7)
    {
      gboolean whole = TRUE;
      gint64 used = 0;

      for (int i = end - 7; i < end; i++)
        {
          whole &= days[i].stocked;
          used += days[i].used;
        }
      if (whole)
        weeks[n_weeks++] = CLAMP (used, 0, TRAS_STOCK_MAX);
    }

  return n_weeks;
}

/* The median of the item's own receipts, else of those of its supplier, else what was agreed. */
static gboolean
find_lead (TrasReorderProposal *self,
           TrasDb              *db,
           TrasItem            *item,
           TrasDay              today,
           GError             **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_RECEIPT);
  g_autoptr (GArray) leads = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) receipts = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  TrasSupplierFigures *supplier = NULL;

  tras_query_where_int (query, "item_id", TRAS_QUERY_EQ, TRAS_RECORD (item)->id);
  receipts = tras_db_select (db, query, error);
  if (receipts == NULL)
    return FALSE;
  for (guint i = 0; i < receipts->len; i++)
    add_lead (leads, receipts->pdata[i]);
  self->own = leads->len > 0;
  if (self->own)
    {
      self->lead_days = tras_supplier_median_days ((int *) (gpointer) leads->data, leads->len);
      return TRUE;
    }

  if (item->supplier_id != 0)
    {
      figures = tras_supplier_board_load (db, item->supplier_id, today, error);
      if (figures == NULL)
        return FALSE;
      supplier = figures->pdata[0];
    }
  if (supplier != NULL && supplier->lead_days >= 0)
    self->lead_days = supplier->lead_days;
  else if (item->lead_days != TRAS_NULL)
    self->lead_days = (int) CLAMP (item->lead_days, 0, 3650);
  else
    self->lead_days = supplier != NULL ? (int) CLAMP (supplier->supplier->lead_days, 0, 3650) : 0;

  return TRUE;
}

/**
 * tras_reorder_proposal_load:
 * @self: (out caller-allocates): what the item's level could be
 * @db: a connection
 * @item_id: an item
 * @today: the present day, which is not over and does not count
 * @error: where to put the error
 *
 * Use per day is that of the days with stock of the last quarter, safety is judged by the weeks of
 * the last year that had stock every day.
 *
 * Returns: whether that could be read
 */
gboolean
tras_reorder_proposal_load (TrasReorderProposal  *self,
                            TrasDb               *db,
                            gint64                item_id,
                            TrasDay               today,
                            GError              **error)
{
  g_autoptr (TrasItem) item = NULL;
  g_auto (TrasStockLoader) loader = { NULL };
  g_autofree Day *days = g_new0 (Day, WEEKS_MAX * 7);
  gint64 weeks[WEEKS_MAX];
  GArray *entries;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  *self = (TrasReorderProposal) { { 0, 0 }, 0, FALSE, 0, 0, 0 };
  item = tras_db_load (db, TRAS_TYPE_ITEM, item_id, error);
  if (item == NULL || !tras_stock_loader_init (&loader, db, error) ||
      !tras_stock_loader_read (&loader, db, item_id, TRAS_DAY_NONE, TRAS_DAY_MAX, error) ||
      !find_lead (self, db, item, today, error))
    return FALSE;

  entries = tras_stock_loader_get_entries (&loader, item_id);
  if (entries == NULL)
    return TRUE;

  fill_days (entries, today, days, WEEKS_MAX * 7);
  for (int i = WEEKS_MAX * 7 - TRAS_STOCK_USE_DAYS; i < WEEKS_MAX * 7; i++)
    {
      self->days += days[i].stocked;
      self->used += days[i].stocked ? days[i].used : 0;
    }
  self->used = CLAMP (self->used, 0, TRAS_STOCK_MAX);
  self->n_weeks = fill_weeks (days, WEEKS_MAX * 7, weeks);
  self->point = tras_reorder_point (self->used, self->days, weeks, self->n_weeks, self->lead_days);

  return TRUE;
}

/**
 * tras_reorder_proposal_get_level:
 * @self: a proposal
 *
 * Returns: the level, in thousandths of the unit: use and safety, up to the next whole unit; 0
 *   where nothing is used
 */
gint64
tras_reorder_proposal_get_level (const TrasReorderProposal *self)
{
  gint64 level;

  g_return_val_if_fail (self != NULL, 0);

  level = self->point.use + self->point.safety;

  return (level + 999) / 1000 * 1000;
}

/* As much as people read: hundredths of the unit a day, tenths of what is added. */
static gint64
get_pace (const TrasReorderProposal *self)
{
  return self->days > 0 ? (self->used / self->days + 5) / 10 * 10 : 0;
}

/**
 * tras_reorder_proposal_dup_reason:
 * @self: a proposal
 * @unit: the item's unit
 *
 * Returns: (transfer full): how it comes about: use per day, days until an order comes, safety
 */
char *
tras_reorder_proposal_dup_reason (const TrasReorderProposal *self,
                                  const char                *unit)
{
  g_autofree char *days = NULL;
  g_autofree char *pace = NULL;
  g_autofree char *safety = NULL;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  pace = tras_item_dup_amount (unit, get_pace (self));
  safety = tras_item_dup_amount (unit, (self->point.safety + 50) / 100 * 100);
  days = g_strdup_printf ("%d", self->lead_days);
  if (self->point.safety > 0)
    /* Translators: {pace} and {safety} are quantities with their unit; × is times */
    text = g_string_new (ngettext ("{pace} a day × {days} day until an order comes, and {safety} "
                                   "for weeks that take more.",
                                   "{pace} a day × {days} days until an order comes, and {safety} "
                                   "for weeks that take more.", (gulong) self->lead_days));
  else
    /* Translators: {pace} is a quantity with its unit; × is times */
    text = g_string_new (ngettext ("{pace} a day × {days} day until an order comes.",
                                   "{pace} a day × {days} days until an order comes.",
                                   (gulong) self->lead_days));
  g_string_append_c (text, ' ');
  g_string_append (text, self->own ? _("The days are the median of its own receipts.")
                                   : _("The days are those of its supplier: nothing of it has come "
                                       "yet."));

  return tras_template_fill (text->str, "pace", pace, "safety", safety, "days", days, NULL);
}

/**
 * tras_reorder_proposal_take:
 * @self: a proposal
 * @item: the item as it was read
 *
 * Returns: (transfer full): the edit that buys the item at that level from now on; as much above it
 *   as before
 */
TrasEdit *
tras_reorder_proposal_take (const TrasReorderProposal *self,
                            TrasItem                  *item)
{
  g_autoptr (TrasItem) changed = NULL;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TRAS_IS_ITEM (item), NULL);

  /* Translators: an edit; %s is an item */
  label = g_strdup_printf (_("Reorder level of “%s”"), item->name);
  edit = tras_edit_new (label);
  changed = tras_record_dup (item);
  changed->reorder_at = tras_reorder_proposal_get_level (self);
  if (item->reorder_to != TRAS_NULL && item->reorder_at != TRAS_NULL)
    changed->reorder_to = changed->reorder_at + MAX (item->reorder_to - item->reorder_at, 0);
  tras_edit_update (edit, changed);

  return edit;
}

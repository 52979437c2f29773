/* tras-outlook.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-outlook.h"
#include "tras-purchase.h"
#include "tras-sale.h"

#define WEEK 7

/* ---- reading ---- */

typedef struct
{
  TrasDay today;
  gint64 but_sale_id;
  GHashTable *outlooks;    /* of item ids */
  GHashTable *lead_days;   /* of supplier ids */
  GHashTable *sales;       /* of item ids: what orders reserve, so that the rest is held by plans */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->outlooks, g_hash_table_unref);
  g_clear_pointer (&self->lead_days, g_hash_table_unref);
  g_clear_pointer (&self->sales, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
add_step (TrasOutlook *self,
          TrasDay      on,
          gint64       quantity)
{
  const TrasPromiseStep step = { MAX (on, self->today), quantity };

  if (quantity != 0)
    g_array_append_val (self->steps, step);
}

static gint64 *
get_number (GHashTable *table,
            gint64      id)
{
  gint64 *number = g_hash_table_lookup (table, &id);

  if (number == NULL)
    {
      number = g_new0 (gint64, 1);
      g_hash_table_insert (table, g_memdup2 (&id, sizeof id), number);
    }

  return number;
}

static gboolean
take_item (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  Reading *reading = user_data;
  TrasOutlook *outlook = g_new0 (TrasOutlook, 1);

  outlook->item = tras_record_dup (record);
  outlook->today = reading->today;
  outlook->steps = g_array_new (FALSE, FALSE, sizeof (TrasPromiseStep));
  g_hash_table_insert (reading->outlooks, &TRAS_RECORD (outlook->item)->id, outlook);

  return TRUE;
}

static gboolean
take_supplier (gpointer   record,
               gpointer   user_data,
               GError   **error)
{
  Reading *reading = user_data;

  *get_number (reading->lead_days, TRAS_RECORD (record)->id) = TRAS_SUPPLIER (record)->lead_days;

  return TRUE;
}

static gboolean
take_sale_line (gpointer   record,
                gpointer   user_data,
                GError   **error)
{
  Reading *reading = user_data;
  TrasSaleLine *line = record;
  TrasOutlook *outlook = g_hash_table_lookup (reading->outlooks, &line->item_id);

  if (outlook == NULL)
    return TRUE;

  *get_number (reading->sales, line->item_id) += line->reserved;
  if (line->sale_id != reading->but_sale_id)
    add_step (outlook, line->promised_on, -line->reserved);

  return TRUE;
}

/* From when on goods can be promised that have not come. On their day nobody knows whether they
 * come before the customer does; of what is late nobody knows the day. */
static TrasDay
get_due_day (Reading          *reading,
             TrasItem         *item,
             TrasPurchaseLine *line)
{
  TrasDay day = line->promised_on;
  gint64 lead;

  if (day == TRAS_DAY_NONE && line->sent_on != TRAS_DAY_NONE)
    {
      lead = item->lead_days != TRAS_NULL ? item->lead_days
                                          : *get_number (reading->lead_days, line->supplier_id);
      day = (TrasDay) MIN (line->sent_on + lead, TRAS_DAY_MAX);
    }

  return day >= reading->today ? MAX (day, reading->today + 1) : TRAS_DAY_NONE;
}

static gboolean
take_purchase_line (gpointer   record,
                    gpointer   user_data,
                    GError   **error)
{
  Reading *reading = user_data;
  TrasPurchaseLine *line = record;
  TrasOutlook *outlook = g_hash_table_lookup (reading->outlooks, &line->item_id);
  gint64 due = line->quantity - line->good - line->rejected;
  TrasDay day = outlook != NULL ? get_due_day (reading, outlook->item, line) : TRAS_DAY_NONE;

  if (due > 0 && day != TRAS_DAY_NONE)
    add_step (outlook, day, due);

  return TRUE;
}

static gboolean
read_steps (Reading  *self,
            TrasDb   *db,
            gint64   *item_ids,
            guint     n_ids,
            GError  **error)
{
  g_autoptr (TrasQuery) suppliers = tras_query_new (TRAS_TYPE_SUPPLIER);
  g_autoptr (TrasQuery) promised = tras_query_new (TRAS_TYPE_SALE_LINE);
  g_autoptr (TrasQuery) bought = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  GHashTableIter iter;
  gpointer value;

  tras_query_where_int (promised, "reserved", TRAS_QUERY_GT, 0);
  tras_query_where_text (bought, "purchase_state", TRAS_QUERY_EQ, "sent");
  if (item_ids != NULL)
    {
      tras_query_where_in (promised, "item_id", item_ids, n_ids);
      tras_query_where_in (bought, "item_id", item_ids, n_ids);
    }
  if (!tras_db_foreach (db, suppliers, take_supplier, self, error) ||
      !tras_db_foreach (db, promised, take_sale_line, self, error) ||
      !tras_db_foreach (db, bought, take_purchase_line, self, error))
    return FALSE;

  /* What plans hold is theirs from today on. */
  g_hash_table_iter_init (&iter, self->outlooks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TrasOutlook *outlook = value;
      gint64 sold = *get_number (self->sales, TRAS_RECORD (outlook->item)->id);

      add_step (outlook, self->today, sold - outlook->item->reserved);
      tras_promise_sort ((TrasPromiseStep *) outlook->steps->data, outlook->steps->len);
    }

  return TRUE;
}

static void
reading_init (Reading *self,
              TrasDay  today,
              gint64   but_sale_id)
{
  self->today = today;
  self->but_sale_id = but_sale_id;
  self->outlooks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                          (GDestroyNotify) tras_outlook_free);
  self->lead_days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->sales = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

/**
 * tras_outlook_load:
 * @db: a connection
 * @item_id: an item
 * @but_sale_id: an order whose own lines do not count, 0 for none
 * @today: the present day
 * @error: where to put the error
 *
 * Returns: (transfer full): what there is of the item, what comes and what others were promised
 */
TrasOutlook *
tras_outlook_load (TrasDb   *db,
                   gint64    item_id,
                   gint64    but_sale_id,
                   TrasDay   today,
                   GError  **error)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (TrasItem) item = NULL;
  TrasOutlook *outlook;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  reading_init (&reading, today, but_sale_id);
  item = tras_db_load (db, TRAS_TYPE_ITEM, item_id, error);
  if (item == NULL || !take_item (item, &reading, error) ||
      !read_steps (&reading, db, &item_id, 1, error))
    return NULL;

  outlook = g_hash_table_lookup (reading.outlooks, &item_id);
  g_hash_table_steal (reading.outlooks, &item_id);

  return outlook;
}

static int
compare_outlooks (gconstpointer a,
                  gconstpointer b)
{
  const TrasOutlook *x = *(const TrasOutlook *const *) a, *y = *(const TrasOutlook *const *) b;

  return g_strcmp0 (x->item->sku, y->item->sku);
}

static GPtrArray *
load_many (TrasDb   *db,
           gint64   *item_ids,
           guint     n_ids,
           TrasDay   today,
           GError  **error)
{
  g_auto (Reading) reading = { 0 };
  g_autoptr (TrasQuery) items = tras_query_new (TRAS_TYPE_ITEM);
  GPtrArray *outlooks;
  GHashTableIter iter;
  gpointer value;

  reading_init (&reading, today, 0);
  if (item_ids != NULL)
    tras_query_where_in (items, "id", item_ids, n_ids);
  tras_query_where_int (items, "stocked", TRAS_QUERY_EQ, TRUE);
  tras_query_where_int (items, "active", TRAS_QUERY_EQ, TRUE);
  if (!tras_db_foreach (db, items, take_item, &reading, error) ||
      !read_steps (&reading, db, item_ids, n_ids, error))
    return NULL;

  outlooks = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_outlook_free);
  g_hash_table_iter_init (&iter, reading.outlooks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      g_ptr_array_add (outlooks, value);
      g_hash_table_iter_steal (&iter);
    }
  g_ptr_array_sort (outlooks, compare_outlooks);

  return outlooks;
}

/**
 * tras_outlook_load_all:
 * @db: a connection
 * @today: the present day
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasOutlook): the outlook of every item that is in use and
 *   kept in stock, by SKU
 */
GPtrArray *
tras_outlook_load_all (TrasDb   *db,
                       TrasDay   today,
                       GError  **error)
{
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  return load_many (db, NULL, 0, today, error);
}

/**
 * tras_outlook_load_some:
 * @db: a connection
 * @item_ids: (array length=n_ids): items
 * @n_ids: how many
 * @today: the present day
 * @error: where to put the error
 *
 * Returns: (transfer full) (element-type TrasOutlook): as tras_outlook_load_all(), of these items
 */
GPtrArray *
tras_outlook_load_some (TrasDb   *db,
                        gint64   *item_ids,
                        guint     n_ids,
                        TrasDay   today,
                        GError  **error)
{
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (item_ids != NULL, NULL);

  return load_many (db, item_ids, n_ids, today, error);
}

void
tras_outlook_free (TrasOutlook *self)
{
  g_clear_object (&self->item);
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (self);
}

/* ---- what can be promised ---- */

/**
 * tras_outlook_get_most:
 * @self: an outlook
 * @day: a day; one that is over counts as today
 *
 * Returns: the most that can be promised for @day, as tras_promise_get_most() has it
 */
gint64
tras_outlook_get_most (const TrasOutlook *self,
                       TrasDay            day)
{
  g_return_val_if_fail (self != NULL, 0);

  return tras_promise_get_most (self->item->on_hand, (const TrasPromiseStep *) self->steps->data,
                                self->steps->len, MAX (day, self->today));
}

/**
 * tras_outlook_find_day:
 * @self: an outlook
 * @from: the first day that will do; one that is over counts as today
 * @quantity: how much is wanted
 *
 * Returns: the first day for which all of it can be promised, %TRAS_DAY_NONE where none is known
 */
TrasDay
tras_outlook_find_day (const TrasOutlook *self,
                       TrasDay            from,
                       gint64             quantity)
{
  g_return_val_if_fail (self != NULL, TRAS_DAY_NONE);

  from = MAX (from, self->today);
  if (!self->item->stocked)
    return from;

  return tras_promise_find_day (self->item->on_hand, (const TrasPromiseStep *) self->steps->data,
                                self->steps->len, from, quantity);
}

/**
 * tras_outlook_can:
 * @self: an outlook
 * @day: a day; one that is over counts as today
 * @quantity: how much is wanted
 *
 * Returns: whether all of it can be promised for @day; of an item that is not kept in stock always
 */
gboolean
tras_outlook_can (const TrasOutlook *self,
                  TrasDay            day,
                  gint64             quantity)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->item->stocked || quantity <= tras_outlook_get_most (self, day);
}

/* ---- words ---- */

static const char *
get_weekday (TrasDay day)
{
  static const char *const names[] = {
    NC_("due", "on Monday"), NC_("due", "on Tuesday"), NC_("due", "on Wednesday"),
    NC_("due", "on Thursday"), NC_("due", "on Friday"), NC_("due", "on Saturday"),
    NC_("due", "on Sunday"),
  };

  /* Monday is 1. */
  return g_dpgettext2 (GETTEXT_PACKAGE, "due", names[tras_day_weekday (day) - 1]);
}

/**
 * tras_outlook_dup_day:
 * @day: a day, today or later
 * @today: the present day
 *
 * Returns: (transfer full): the day within a sentence: today, on Thursday, on Nov 24, 2026
 */
char *
tras_outlook_dup_day (TrasDay day,
                      TrasDay today)
{
  g_autofree char *date = NULL;

  if (day <= today)
    return g_strdup (C_("due", "today"));
  if (day < today + WEEK)
    return g_strdup (get_weekday (day));

  date = tras_number_format_date_medium (tras_number_format_get_default (), day);

  /* Translators: %s is a day with its month */
  return g_strdup_printf (C_("due", "on %s"), date);
}

/* The next day from which on more can be promised than on @day. */
static TrasDay
find_more (const TrasOutlook *self,
           TrasDay            day,
           gint64             most,
           gint64            *more)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      TrasDay on = g_array_index (self->steps, TrasPromiseStep, i).on;

      if (on <= day)
        continue;
      *more = tras_outlook_get_most (self, on) - most;
      if (*more > 0)
        return on;
    }

  return TRAS_DAY_NONE;
}

/**
 * tras_outlook_dup_words:
 * @self: an outlook
 * @day: the day that it is wanted for; one that is over counts as today
 * @quantity: how much is wanted
 *
 * Returns: (transfer full): what can be promised and by when, a sentence without its full stop: “6
 *   pcs available, 60 pcs due on Thursday, all on Nov 24, 2026”
 */
char *
tras_outlook_dup_words (const TrasOutlook *self,
                        TrasDay            day,
                        gint64             quantity)
{
  g_autofree char *amount = NULL;
  g_autofree char *coming = NULL;
  g_autofree char *when = NULL;
  g_autofree char *best = NULL;
  TrasDay on, all;
  gint64 most, more = 0;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->item->stocked)
    return g_strdup (_("Not kept in stock: always available"));

  day = MAX (day, self->today);
  most = tras_outlook_get_most (self, day);
  amount = tras_item_dup_amount (self->item->unit, most);
  if (quantity <= most)
    /* Translators: a quantity with its unit */
    return g_strdup_printf (_("%s available"), amount);

  on = find_more (self, day, most, &more);
  if (on == TRAS_DAY_NONE)
    /* Translators: a quantity with its unit */
    return g_strdup_printf (_("%s available, no more on its way"), amount);

  coming = tras_item_dup_amount (self->item->unit, more);
  when = tras_outlook_dup_day (on, self->today);
  all = tras_outlook_find_day (self, day, quantity);
  if (all == TRAS_DAY_NONE)
    /* Translators: a quantity with its unit, another one, “on Thursday” */
    return g_strdup_printf (_("%s available, %s due %s, the rest is not on its way"), amount,
                            coming, when);
  best = tras_outlook_dup_day (all, self->today);

  /* Translators: a quantity with its unit, another one, “on Thursday”, “on Nov 24, 2026” */
  return g_strdup_printf (_("%s available, %s due %s, all %s"), amount, coming, when, best);
}

/* tras-running-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-outlook.h"
#include "tras-running-out.h"
#include "tras-stock-use.h"
#include "tras-stock.h"
#include "tras-template.h"

#define LEAD_MAX 3650

static void
running_out_free (gpointer data)
{
  TrasRunningOut *self = data;

  g_clear_object (&self->item);
  g_free (self);
}

static gint64
clamp (gint64 quantity)
{
  return CLAMP (quantity, -TRAS_STOCK_MAX, TRAS_STOCK_MAX);
}

/* Whether it can run out at all: for most items nothing more has to be read. What is there lasts
 * where it is more than all that is promised, and more than is used until the last day that counts,
 * even if nothing comes. */
static gboolean
may_run_out (const TrasStockUse *use)
{
  int days = MIN (use->lead_days, LEAD_MAX) + TRAS_RUN_OUT_DAYS;

  if (use->on_hand <= 0)
    return FALSE;

  return use->on_hand <= use->reserved ||
         (use->days > 0 && use->on_hand / days <= clamp (use->used) / use->days);
}

static gint64
find_quantity (TrasItem         *item,
               const TrasRunOut *run_out)
{
  gint64 at = item->reorder_at != TRAS_NULL ? clamp (item->reorder_at) : 0;
  gint64 to = item->reorder_to != TRAS_NULL ? clamp (item->reorder_to) : at;

  return MAX (tras_stock_reorder (clamp (item->projected), at, to, clamp (item->pack)),
              tras_run_out_order (run_out->missing, clamp (item->pack)));
}

static void
judge (GPtrArray          *found,
       const TrasOutlook  *outlook,
       const TrasStockUse *use,
       TrasDay             today)
{
  TrasRunOut run_out;
  TrasRunningOut *self;

  if (!tras_run_out_find (outlook->item->on_hand, (TrasPromiseStep *) (gpointer)
                            outlook->steps->data, outlook->steps->len, clamp (use->used),
                          use->days, today, MIN (use->lead_days, LEAD_MAX), &run_out))
    return;

  self = g_new0 (TrasRunningOut, 1);
  self->item = g_object_ref (outlook->item);
  self->run_out = run_out;
  self->lead_days = MIN (use->lead_days, LEAD_MAX);
  self->quantity = find_quantity (outlook->item, &run_out);
  g_ptr_array_add (found, self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TrasRunningOut *x = *(const TrasRunningOut *const *) a;
  const TrasRunningOut *y = *(const TrasRunningOut *const *) b;

  if (x->run_out.on != y->run_out.on)
    return x->run_out.on < y->run_out.on ? -1 : 1;

  return g_strcmp0 (x->item->sku, y->item->sku);
}

/**
 * tras_running_out_load:
 * @db: a connection
 * @item_id: an item, 0 for all
 * @today: the present day
 * @error: where to put the error
 *
 * What is there is followed with what comes, what was promised and what is used by the last quarter
 * of a year, as tras_run_out_find() has it. What is out already is no longer running out.
 *
 * Returns: (transfer full) (element-type TrasRunningOut): the items that run out, the first of them
 *   first
 */
GPtrArray *
tras_running_out_load (TrasDb   *db,
                       gint64    item_id,
                       TrasDay   today,
                       GError  **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (running_out_free);
  g_autoptr (GHashTable) uses = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) outlooks = NULL;
  g_autoptr (GArray) all = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  all = tras_stock_use_load (db, item_id, today - TRAS_STOCK_USE_DAYS, today, error);
  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      TrasStockUse *use = &g_array_index (all, TrasStockUse, i);

      if (!may_run_out (use))
        continue;
      g_hash_table_insert (uses, &use->item_id, use);
      g_array_append_val (ids, use->item_id);
    }
  if (ids->len == 0)
    return g_steal_pointer (&found);

  outlooks = tras_outlook_load_some (db, (gint64 *) (gpointer) ids->data, ids->len, today, error);
  if (outlooks == NULL)
    return NULL;
  for (guint i = 0; i < outlooks->len; i++)
    {
      TrasOutlook *outlook = outlooks->pdata[i];

      judge (found, outlook, g_hash_table_lookup (uses, &TRAS_RECORD (outlook->item)->id), today);
    }
  g_ptr_array_sort (found, compare);

  return g_steal_pointer (&found);
}

/**
 * tras_running_out_get_state:
 * @state: the state of an item that runs out, as it was read
 *
 * Returns: (transfer none): the word that is shown: that it runs out, but where something says more
 */
const char *
tras_running_out_get_state (const char *state)
{
  return g_strcmp0 (state, "ok") == 0 || g_strcmp0 (state, "due") == 0 ||
         g_strcmp0 (state, "low") == 0 ? "short" : state;
}

/* What is used is a mean: nobody misses 1.857 pieces. What comes loose is told in tenths. */
static gint64
round_up (TrasItem *item,
          gint64    quantity)
{
  gint64 step = item->pack % 1000 == 0 ? 1000 : 100;

  return (quantity + step - 1) / step * step;
}

/**
 * tras_running_out_dup_words:
 * @self: an item that runs out
 * @today: the present day
 *
 * Returns: (transfer full): when, how much is missing, and how much to order by when
 */
char *
tras_running_out_dup_words (const TrasRunningOut *self,
                            TrasDay               today)
{
  const TrasRunOut *run_out = &self->run_out;
  gboolean in_time = run_out->order_on >= today;
  g_autofree char *on = tras_outlook_dup_day (run_out->on, today);
  g_autofree char *by = tras_outlook_dup_day (run_out->by, today);
  g_autofree char *order = tras_outlook_dup_day (in_time ? run_out->order_on
                                                         : today + self->lead_days, today);
  g_autofree char *missing =
    tras_item_dup_amount (self->item->unit, round_up (self->item, run_out->missing));
  g_autofree char *quantity = tras_item_dup_amount (self->item->unit, self->quantity);
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (run_out->missing == 0)
    /* Translators: {day} is “today”, “on Thursday” or “on Nov 24, 2026” */
    text = g_string_new (_("Runs out {day}."));
  else
    /* Translators: {day} and {by} are “today”, “on Thursday” or “on Nov 24, 2026”, {missing} is a
     * quantity with its unit */
    text = g_string_new (_("Runs out {day}; {missing} will be missing {by}."));
  g_string_append_c (text, ' ');
  if (in_time)
    /* Translators: {quantity} is a quantity with its unit, {order} is “today” or “on Thursday” */
    g_string_append (text, _("Order {quantity} {order} at the latest."));
  else
    /* Translators: {quantity} is a quantity with its unit, {order} is “today” or “on Thursday” */
    g_string_append (text, _("Order {quantity} at once: they would come {order}."));

  return tras_template_fill (text->str, "day", on, "by", by, "missing", missing, "quantity",
                             quantity, "order", order, NULL);
}

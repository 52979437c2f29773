/* tras-to-buy.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-stock-cost.h"
#include "tras-to-buy.h"

static void
buy_line_free (gpointer data)
{
  TrasBuyLine *line = data;

  g_object_unref (line->item);
  g_free (line->supplier_name);
  g_clear_object (&line->draft);
  g_free (line);
}

/* By supplier, those without one last; then by name. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TrasBuyLine *x = *(const TrasBuyLine *const *) a, *y = *(const TrasBuyLine *const *) b;
  int order;

  if ((x->supplier_id == 0) != (y->supplier_id == 0))
    return x->supplier_id == 0 ? 1 : -1;
  if (x->supplier_id != y->supplier_id)
    {
      order = g_utf8_collate (x->supplier_name, y->supplier_name);
      return order != 0 ? order : x->supplier_id < y->supplier_id ? -1 : 1;
    }
  order = g_utf8_collate (x->item->name, y->item->name);
  if (order != 0)
    return order;

  return (TRAS_RECORD (x->item)->id > TRAS_RECORD (y->item)->id) -
         (TRAS_RECORD (x->item)->id < TRAS_RECORD (y->item)->id);
}

/* Whether the rule put the line there, which may change and take it away again; what people wrote
 * stays as it is. */
static gboolean
is_made (TrasPurchaseLine *line)
{
  return line->action_id == 0 &&
         (g_strcmp0 (line->why, "reorder") == 0 || g_strcmp0 (line->why, "order") == 0);
}

/* ---- reading ---- */

/* The only items that can be at their level or below it. */
static GPtrArray *
load_low (TrasDb  *db,
          GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);

  tras_query_where_int (query, "stocked", TRAS_QUERY_EQ, TRUE);
  tras_query_where_int (query, "active", TRAS_QUERY_EQ, TRUE);
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "ok");
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "due");

  return tras_db_select (db, query, error);
}

static GPtrArray *
load_drafts (TrasDb      *db,
             GType        type,
             const char  *field,
             GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_text (query, field, TRAS_QUERY_EQ, "draft");

  return tras_db_select (db, query, error);
}

/* What drafts have of each item. */
typedef struct
{
  gint64 kept;             /* what people wrote, which stays */
  TrasPurchaseLine *made;  /* the first line of the rule; what is left over of these is dropped */
} Drafted;

static GHashTable *
list_drafted (TrasToBuy *self)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < self->draft_lines->len; i++)
    {
      TrasPurchaseLine *line = self->draft_lines->pdata[i];
      Drafted *drafted = g_hash_table_lookup (table, &line->item_id);

      if (drafted == NULL)
        {
          drafted = g_new0 (Drafted, 1);
          g_hash_table_insert (table, &line->item_id, drafted);
        }
      if (!is_made (line))
        drafted->kept = MIN (drafted->kept + line->quantity, TRAS_STOCK_MAX);
      else if (drafted->made == NULL)
        drafted->made = line;
    }

  return table;
}

static gint64
clamp (gint64 quantity)
{
  return CLAMP (quantity, -TRAS_STOCK_MAX, TRAS_STOCK_MAX);
}

/* How much the rule wants of the item, less what people have in drafts. An item without a level is
 * bought where it was promised and is not there. */
static gint64
get_quantity (TrasItem *item,
              gint64    kept)
{
  gint64 at = item->reorder_at != TRAS_NULL ? clamp (item->reorder_at) : 0;
  gint64 to = item->reorder_at != TRAS_NULL && item->reorder_to != TRAS_NULL
              ? clamp (item->reorder_to) : at;
  gint64 projected = clamp (item->projected);

  if (projected > at)
    return 0;

  return tras_stock_reorder (clamp (projected + kept), at, to, clamp (item->pack));
}

static TrasBuyLine *
add_line (TrasToBuy   *self,
          TrasItem    *item,
          gint64       quantity,
          const char  *why)
{
  TrasBuyLine *line = g_new0 (TrasBuyLine, 1);

  line->item = g_object_ref (item);
  line->quantity = quantity;
  line->why = g_intern_string (why);
  line->supplier_id = item->supplier_id;
  line->supplier_name = g_strdup (item->supplier_name);
  line->unit_price = TRAS_NULL;
  g_ptr_array_add (self->lines, line);

  return line;
}

static void
add_low (TrasToBuy *self,
         GPtrArray *items)
{
  g_autoptr (GHashTable) table = list_drafted (self);

  for (guint i = 0; i < items->len; i++)
    {
      TrasItem *item = items->pdata[i];
      Drafted *drafted = g_hash_table_lookup (table, &TRAS_RECORD (item)->id);
      gint64 quantity = get_quantity (item, drafted != NULL ? drafted->kept : 0);
      TrasBuyLine *line;

      if (quantity <= 0)
        continue;
      line = add_line (self, item, quantity, item->projected < 0 ? "order" : "reorder");
      if (drafted != NULL && drafted->made != NULL)
        line->draft = g_object_ref (drafted->made);
    }
}

/* What people wrote into drafts is still to be bought: nobody has sent it. */
static gboolean
add_kept (TrasToBuy  *self,
          TrasDb     *db,
          GError    **error)
{
  for (guint i = 0; i < self->draft_lines->len; i++)
    {
      TrasPurchaseLine *draft = self->draft_lines->pdata[i];
      g_autoptr (TrasItem) item = NULL;
      TrasBuyLine *line;

      if (is_made (draft))
        continue;
      item = tras_db_load (db, TRAS_TYPE_ITEM, draft->item_id, error);
      if (item == NULL)
        return FALSE;
      line = add_line (self, item, draft->quantity, draft->action_id != 0 ? "plan" : draft->why);
      line->supplier_id = draft->supplier_id;
      g_free (line->supplier_name);
      line->supplier_name = g_strdup (draft->supplier_name);
      line->unit_price = draft->unit_price;
      line->draft = g_object_ref (draft);
    }

  return TRUE;
}

static gboolean
take_price (gpointer   record,
            gpointer   user_data,
            GError   **error)
{
  TrasPurchaseLine *line = record;

  g_hash_table_insert (user_data, g_memdup2 (&line->item_id, sizeof (gint64)),
                       g_memdup2 (&line->unit_price, sizeof (gint64)));

  return TRUE;
}

/* What was agreed last is the likeliest price. */
static gboolean
set_prices (TrasToBuy  *self,
            TrasDb     *db,
            GError    **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (GHashTable) prices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->lines->len; i++)
    g_array_append_val (ids, TRAS_RECORD (((TrasBuyLine *) self->lines->pdata[i])->item)->id);
  tras_query_where_in (query, "item_id", (gint64 *) (gpointer) ids->data, ids->len);
  tras_query_where_null (query, "unit_price", FALSE);
  if (!tras_db_foreach (db, query, take_price, prices, error))
    return FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      TrasBuyLine *line = self->lines->pdata[i];
      gint64 *price = g_hash_table_lookup (prices, &TRAS_RECORD (line->item)->id);

      if (line->unit_price == TRAS_NULL && price != NULL)
        line->unit_price = *price;
    }

  return TRUE;
}

/**
 * tras_to_buy_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Items in use whose projected stock has come down to their level, with as many packs as bring it
 * up to where it shall be (docs: analysis of stock), and what people wrote into drafts. What is
 * ordered and not yet received counts as projected, and what people wrote into drafts is taken off,
 * so that nothing is bought twice.
 *
 * Returns: (transfer full) (nullable): what is to be bought
 */
TrasToBuy *
tras_to_buy_load (TrasDb  *db,
                  GError **error)
{
  g_autoptr (TrasToBuy) self = g_new0 (TrasToBuy, 1);
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self->lines = g_ptr_array_new_with_free_func (buy_line_free);
  if ((self->drafts = load_drafts (db, TRAS_TYPE_PURCHASE, "state", error)) == NULL ||
      (self->draft_lines = load_drafts (db, TRAS_TYPE_PURCHASE_LINE, "purchase_state",
                                        error)) == NULL ||
      (items = load_low (db, error)) == NULL)
    return NULL;

  add_low (self, items);
  if (!add_kept (self, db, error) || !set_prices (self, db, error))
    return NULL;
  g_ptr_array_sort (self->lines, compare_lines);

  return g_steal_pointer (&self);
}

/**
 * tras_to_buy_free:
 * @self: (transfer full): what is to be bought
 */
void
tras_to_buy_free (TrasToBuy *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_clear_pointer (&self->draft_lines, g_ptr_array_unref);
  g_free (self);
}

/**
 * tras_to_buy_is_rule:
 * @line: a line
 *
 * Returns: whether the rule wants it, and no person wrote it
 */
gboolean
tras_to_buy_is_rule (const TrasBuyLine *line)
{
  g_return_val_if_fail (line != NULL, FALSE);

  return line->draft == NULL || is_made (line->draft);
}

/* ---- drafts ---- */

typedef struct
{
  TrasToBuy *to_buy;
  TrasEdit *edit;
  TrasDay today;
  GHashTable *targets;  /* supplier: the draft of that supplier, there or new */
  GHashTable *used;     /* lines of drafts that stay */
} Making;

static TrasPurchase *
need_target (Making *making,
             gint64  supplier_id)
{
  TrasPurchase *purchase = g_hash_table_lookup (making->targets, &supplier_id);

  for (guint i = 0; purchase == NULL && i < making->to_buy->drafts->len; i++)
    {
      TrasPurchase *draft = making->to_buy->drafts->pdata[i];

      if (draft->supplier_id == supplier_id)
        purchase = g_object_ref (draft);
    }
  if (purchase == NULL)
    {
      purchase = tras_purchase_new ();
      purchase->supplier_id = supplier_id;
      purchase->made_on = making->today;
      tras_edit_insert (making->edit, purchase);
    }
  if (!g_hash_table_contains (making->targets, &supplier_id))
    g_hash_table_insert (making->targets, g_memdup2 (&supplier_id, sizeof supplier_id), purchase);

  return purchase;
}

static void
insert_line (Making            *making,
             const TrasBuyLine *line)
{
  TrasPurchase *target = need_target (making, line->supplier_id);
  g_autoptr (TrasPurchaseLine) draft = tras_purchase_line_new ();

  draft->item_id = TRAS_RECORD (line->item)->id;
  draft->quantity = line->quantity;
  draft->unit_price = line->unit_price;
  draft->why = line->why;
  if (TRAS_RECORD (target)->id != 0)
    draft->purchase_id = TRAS_RECORD (target)->id;
  else
    tras_edit_link (making->edit, draft, "purchase_id", target);
  tras_edit_insert (making->edit, draft);
}

/* A line that is there and right stays as it is, with the price that somebody may have typed. */
static void
make_line (Making            *making,
           const TrasBuyLine *line)
{
  g_autoptr (TrasPurchaseLine) draft = NULL;

  if (line->supplier_id == 0)
    return;
  if (line->draft == NULL || line->draft->supplier_id != line->supplier_id)
    {
      insert_line (making, line);
      return;
    }

  g_hash_table_add (making->used, line->draft);
  if (line->draft->quantity == line->quantity && g_strcmp0 (line->draft->why, line->why) == 0)
    return;
  draft = tras_record_dup (line->draft);
  draft->quantity = line->quantity;
  draft->why = line->why;
  tras_edit_update (making->edit, draft);
}

static gboolean
keeps_lines (Making       *making,
             TrasPurchase *draft)
{
  if (g_hash_table_lookup (making->targets, &draft->supplier_id) == draft)
    return TRUE;

  for (guint i = 0; i < making->to_buy->draft_lines->len; i++)
    {
      TrasPurchaseLine *line = making->to_buy->draft_lines->pdata[i];

      if (line->purchase_id == TRAS_RECORD (draft)->id &&
          (!is_made (line) || g_hash_table_contains (making->used, line)))
        return TRUE;
    }

  return FALSE;
}

/* What the rule wanted once and does not want any more, and drafts that had nothing else. */
static void
drop_rest (Making *making)
{
  TrasToBuy *self = making->to_buy;
  g_autoptr (GHashTable) touched = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->draft_lines->len; i++)
    {
      TrasPurchaseLine *line = self->draft_lines->pdata[i];

      if (!is_made (line) || g_hash_table_contains (making->used, line))
        continue;
      tras_edit_delete (making->edit, line);
      g_hash_table_add (touched, &line->purchase_id);
    }
  for (guint i = 0; i < self->drafts->len; i++)
    {
      TrasPurchase *draft = self->drafts->pdata[i];

      if (g_hash_table_contains (touched, &TRAS_RECORD (draft)->id) && !keeps_lines (making, draft))
        tras_edit_delete (making->edit, draft);
    }
}

/**
 * tras_to_buy_make_drafts:
 * @self: what is to be bought, as it was read
 * @today: the present day
 *
 * One draft a supplier has what the rule wants: lines are added, changed and taken away until the
 * drafts say that and no more. What people wrote stays. What has no supplier is left.
 *
 * Returns: (transfer full) (nullable): the edit, %NULL where the drafts are so already
 */
TrasEdit *
tras_to_buy_make_drafts (TrasToBuy *self,
                         TrasDay    today)
{
  g_autoptr (TrasEdit) edit = tras_edit_new (_("Make drafts of what to buy"));
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          g_object_unref);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  Making making = { self, edit, today, targets, used };

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      if (tras_to_buy_is_rule (self->lines->pdata[i]))
        make_line (&making, self->lines->pdata[i]);
    }
  drop_rest (&making);

  return tras_edit_is_empty (edit) ? NULL : g_steal_pointer (&edit);
}

/* ---- in words ---- */

/**
 * tras_to_buy_dup_reason:
 * @line: a line
 *
 * Returns: (transfer full): why it is to be bought, in words
 */
char *
tras_to_buy_dup_reason (const TrasBuyLine *line)
{
  TrasItem *item;
  g_autofree char *level = NULL;
  g_autofree char *projected = NULL;

  g_return_val_if_fail (line != NULL, NULL);

  item = line->item;
  if (g_str_equal (line->why, "plan"))
    /* Translators: %s is an action of a plan */
    return g_strdup_printf (_("For “%s”"), line->draft->action_title);
  if (!tras_to_buy_is_rule (line))
    return g_strdup (_("Added by hand"));

  projected = tras_item_dup_amount (item->unit, ABS (item->projected));
  if (item->projected < 0)
    /* Translators: %s is a quantity with its unit */
    return g_strdup_printf (_("%s more promised than there is and comes"), projected);
  level = tras_item_dup_amount (item->unit, item->reorder_at != TRAS_NULL ? item->reorder_at : 0);

  /* Translators: both are quantities with their unit; projected is what there will be once all is
   * in that is on its way, and all is out that is reserved */
  return g_strdup_printf (_("%s projected, to buy at %s"), projected, level);
}

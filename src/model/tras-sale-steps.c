/* tras-sale-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-item.h"
#include "tras-sale-steps.h"
#include "tras-stock.h"

static const char *const labels[] = {
  /* Translators: {order} is the number of an order */
  [TRAS_SALE_TAKE] = N_("Take order {order}"),
  [TRAS_SALE_PICK] = N_("Pick order {order}"),
  [TRAS_SALE_SHIP] = N_("Ship order {order}"),
  [TRAS_SALE_BILL] = N_("Bill order {order}"),
  [TRAS_SALE_PAY] = N_("Order {order} paid"),
  [TRAS_SALE_CANCEL] = N_("Cancel order {order}"),
};

/* The log keeps labels for good: they name the order, and nobody. */
static TrasEdit *
begin (const char *format,
       TrasSale   *sale)
{
  g_autoptr (GString) label = g_string_new (_(format));

  g_string_replace (label, "{order}", sale->code != NULL ? sale->code : "", 1);

  return tras_edit_new (label->str);
}

/**
 * tras_sale_get_next:
 * @sale: an order as it was read
 * @step: (out): what comes next
 *
 * Returns: whether anything does
 */
gboolean
tras_sale_get_next (TrasSale     *sale,
                    TrasSaleStep *step)
{
  static const struct
  {
    const char *stage;
    TrasSaleStep step;
  } next[] = {
    { "draft", TRAS_SALE_TAKE },   { "entered", TRAS_SALE_PICK }, { "picked", TRAS_SALE_SHIP },
    { "shipped", TRAS_SALE_BILL }, { "billed", TRAS_SALE_PAY },
  };

  g_return_val_if_fail (TRAS_IS_SALE (sale), FALSE);
  g_return_val_if_fail (step != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    {
      if (g_strcmp0 (sale->stage, next[i].stage) != 0)
        continue;
      *step = next[i].step;
      /* Who has paid beforehand has nothing to pay behind the bill. */
      return *step != TRAS_SALE_PAY || sale->paid_on == TRAS_DAY_NONE;
    }

  return FALSE;
}

/* ---- shipping ---- */

typedef struct
{
  TrasDb *db;
  TrasEdit *edit;
  TrasSale *sale;
  GPtrArray *inside;       /* the firm's own places */
  TrasLocation *customers; /* where goods go to */
} Shipment;

static void
shipment_clear (Shipment *self)
{
  g_clear_object (&self->edit);
  g_clear_object (&self->sale);
  g_clear_object (&self->customers);
  g_clear_pointer (&self->inside, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shipment, shipment_clear)

static GPtrArray *
select_places (TrasDb      *db,
               const char  *kind,
               GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kind);

  return tras_db_select (db, query, error);
}

static gboolean
find_places (Shipment  *self,
             GError   **error)
{
  g_autoptr (GPtrArray) customers = select_places (self->db, "customer", error);

  if (customers == NULL || (self->inside = select_places (self->db, "inside", error)) == NULL)
    return FALSE;

  if (customers->len > 0)
    {
      self->customers = g_object_ref (customers->pdata[0]);
      return TRUE;
    }
  self->customers = tras_location_new ();
  self->customers->name = g_strdup (C_("place of stock", "Customers"));
  self->customers->kind = g_intern_static_string ("customer");
  tras_edit_insert (self->edit, self->customers);

  return TRUE;
}

static gint64
count_at (GPtrArray *ledger,
          gint64     place_id)
{
  gint64 there = 0;

  for (guint i = 0; i < ledger->len; i++)
    {
      TrasMovement *movement = ((TrasLedgerRow *) ledger->pdata[i])->movement;

      there += movement->to_id == place_id ? movement->quantity : 0;
      there -= movement->from_id == place_id ? movement->quantity : 0;
    }

  return there;
}

static void
move_out (Shipment     *self,
          TrasSaleLine *line,
          gint64        from_id,
          gint64        quantity)
{
  g_autoptr (TrasMovement) movement = tras_movement_new ();

  movement->item_id = line->item_id;
  movement->from_id = from_id;
  movement->to_id = TRAS_RECORD (self->customers)->id;
  movement->quantity = quantity;
  movement->moved_on = tras_day_today ();
  movement->cause = g_intern_static_string ("order");
  movement->cause_id = line->sale_id;
  tras_edit_insert (self->edit, movement);
  if (movement->to_id == 0)
    tras_edit_link (self->edit, movement, "to_id", self->customers);
}

/* What one place does not have comes from the next. */
static gboolean
ship_line (Shipment      *self,
           TrasSaleLine  *line,
           GError       **error)
{
  g_autoptr (TrasItem) item = tras_db_load (self->db, TRAS_TYPE_ITEM, line->item_id, error);
  g_autoptr (TrasSaleLine) shipped = NULL;
  g_autoptr (GPtrArray) ledger = NULL;
  gint64 left = line->quantity - line->shipped;
  g_autofree char *there = NULL;
  g_autofree char *wanted = NULL;

  if (item == NULL)
    return FALSE;
  if (left <= 0)
    return TRUE;

  shipped = tras_record_dup (line);
  shipped->shipped = line->quantity;
  tras_edit_update (self->edit, shipped);
  if (!item->stocked)
    return TRUE;

  if (item->on_hand < left)
    {
      there = tras_item_dup_amount (item->unit, item->on_hand);
      wanted = tras_item_dup_amount (item->unit, left);
      /* Translators: a quantity with its unit, an item, another quantity */
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED,
                   _("Only %s of “%s” are here: %s cannot be shipped. Receive the goods first, or "
                     "change the order."), there, item->name, wanted);
      return FALSE;
    }

  ledger = tras_stock_load_ledger (self->db, line->item_id, error);
  if (ledger == NULL)
    return FALSE;
  for (guint i = 0; i < self->inside->len && left > 0; i++)
    {
      gint64 place_id = TRAS_RECORD (self->inside->pdata[i])->id;
      gint64 taken = MIN (count_at (ledger, place_id), left);

      if (taken <= 0)
        continue;
      move_out (self, line, place_id, taken);
      left -= taken;
    }

  return TRUE;
}

static gboolean
ship_all (Shipment  *self,
          GError   **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE_LINE);
  g_autoptr (GPtrArray) lines = NULL;

  tras_query_where_int (query, "sale_id", TRAS_QUERY_EQ, TRAS_RECORD (self->sale)->id);
  lines = tras_db_select (self->db, query, error);
  if (lines == NULL || !find_places (self, error))
    return FALSE;
  if (lines->len == 0)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED,
                           _("The order has no lines yet: there is nothing to ship"));
      return FALSE;
    }

  for (guint i = 0; i < lines->len; i++)
    {
      if (!ship_line (self, lines->pdata[i], error))
        return FALSE;
    }
  self->sale->shipped_on = tras_day_today ();

  return TRUE;
}

/* ---- all steps ---- */

/* Whoever paid before the goods went is done when they go. */
static void
close_if_done (TrasSale *sale)
{
  if (sale->paid_on != TRAS_DAY_NONE && sale->shipped_on != TRAS_DAY_NONE &&
      sale->billed_on != TRAS_DAY_NONE)
    sale->state = g_intern_static_string ("closed");
}

static void
bill (TrasSale *sale)
{
  sale->billed_on = tras_day_today ();
  if (sale->due_on == TRAS_DAY_NONE)
    sale->due_on = (TrasDay) MIN (sale->billed_on + sale->pay_days, TRAS_DAY_MAX);
  if (sale->total == TRAS_NULL)
    sale->total = sale->money;
}

/**
 * tras_sale_step_prepare:
 * @db: a connection
 * @sale_id: an order
 * @step: what is done with it
 * @error: %TRAS_ERROR_REFUSED with a sentence where goods are not here
 *
 * Shipping moves what is still to go from the firm's places to its customers. A bill comes to what
 * the lines come to, and is due as long after its day as the customer has.
 *
 * Returns: (transfer full): the edit that does it, or %NULL
 */
TrasEdit *
tras_sale_step_prepare (TrasDb        *db,
                        gint64         sale_id,
                        TrasSaleStep   step,
                        GError       **error)
{
  g_auto (Shipment) self = { .db = db };
  g_autoptr (TrasSale) stored = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  stored = tras_db_load (db, TRAS_TYPE_SALE, sale_id, error);
  if (stored == NULL)
    return NULL;
  self.sale = tras_record_dup (stored);
  self.edit = begin (labels[step], stored);

  switch (step)
    {
    case TRAS_SALE_TAKE:
      self.sale->state = g_intern_static_string ("open");
      break;
    case TRAS_SALE_PICK:
      self.sale->picked_at = g_get_real_time () / G_USEC_PER_SEC;
      break;
    case TRAS_SALE_SHIP:
      if (!ship_all (&self, error))
        return NULL;
      break;
    case TRAS_SALE_BILL:
      bill (self.sale);
      break;
    case TRAS_SALE_PAY:
      self.sale->paid_on = tras_day_today ();
      break;
    case TRAS_SALE_CANCEL:
      self.sale->state = g_intern_static_string ("cancelled");
      break;
    default:
      g_return_val_if_reached (NULL);
    }
  close_if_done (self.sale);
  tras_edit_update (self.edit, self.sale);

  return g_steal_pointer (&self.edit);
}

/**
 * tras_sale_step_add_line:
 * @sale: an order as it was read
 * @line: (transfer none): what it names besides, not stored yet
 * @promised_on: the day that the whole order is promised for with it
 *
 * Returns: (transfer full): the edit that adds the line, and moves the order where its day is
 *   another one
 */
TrasEdit *
tras_sale_step_add_line (TrasSale     *sale,
                         TrasSaleLine *line,
                         TrasDay       promised_on)
{
  /* Translators: {order} is the number of an order */
  TrasEdit *edit = begin (N_("Add a line to order {order}"), sale);

  g_return_val_if_fail (TRAS_IS_SALE_LINE (line), edit);

  if (promised_on != sale->promised_on)
    {
      g_autoptr (TrasSale) moved = tras_record_dup (sale);

      moved->promised_on = promised_on;
      tras_edit_update (edit, moved);
    }
  line->sale_id = TRAS_RECORD (sale)->id;
  tras_edit_insert (edit, line);

  return edit;
}

/* tras-shipment.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-shipment.h"
#include "tras-stock.h"
#include "tras-template.h"

/* ---- reading ---- */

static void
line_free (gpointer data)
{
  TrasShipmentLine *self = data;

  g_clear_object (&self->line);
  g_clear_object (&self->item);
  g_clear_pointer (&self->there, g_array_unref);
  g_free (self);
}

static GPtrArray *
select_places (TrasDb      *db,
               const char  *kind,
               GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kind);

  return tras_db_select (db, query, error);
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

static gboolean
take_line (TrasShipment  *self,
           TrasDb        *db,
           TrasSaleLine  *line,
           GError       **error)
{
  TrasShipmentLine *taken = g_new0 (TrasShipmentLine, 1);
  g_autoptr (GPtrArray) ledger = NULL;

  g_ptr_array_add (self->lines, taken);
  taken->line = g_object_ref (line);
  taken->left = taken->can = line->quantity - line->shipped;
  taken->item = tras_db_load (db, TRAS_TYPE_ITEM, line->item_id, error);
  if (taken->item == NULL)
    return FALSE;
  if (!taken->item->stocked)
    return TRUE;

  ledger = tras_stock_load_ledger (db, line->item_id, error);
  if (ledger == NULL)
    return FALSE;
  taken->can = CLAMP (taken->item->on_hand, 0, taken->left);
  taken->there = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->inside->len; i++)
    {
      gint64 there = count_at (ledger, TRAS_RECORD (self->inside->pdata[i])->id);

      g_array_append_val (taken->there, there);
    }

  return TRUE;
}

/**
 * tras_shipment_load:
 * @db: a connection
 * @sale_id: an order
 * @error: where to put the error
 *
 * Returns: (transfer full): what of it is still to be sent, and where that is
 */
TrasShipment *
tras_shipment_load (TrasDb  *db,
                    gint64   sale_id,
                    GError **error)
{
  g_autoptr (TrasShipment) self = g_new0 (TrasShipment, 1);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE_LINE);
  g_autoptr (GPtrArray) customers = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self->lines = g_ptr_array_new_with_free_func (line_free);
  tras_query_where_int (query, "sale_id", TRAS_QUERY_EQ, sale_id);
  if ((self->sale = tras_db_load (db, TRAS_TYPE_SALE, sale_id, error)) == NULL ||
      (lines = tras_db_select (db, query, error)) == NULL ||
      (customers = select_places (db, "customer", error)) == NULL ||
      (self->inside = select_places (db, "inside", error)) == NULL)
    return NULL;

  self->n_lines = lines->len;
  self->customers = customers->len > 0 ? g_object_ref (customers->pdata[0]) : NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      TrasSaleLine *line = lines->pdata[i];

      if (line->shipped < line->quantity && !take_line (self, db, line, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * tras_shipment_free:
 * @self: (transfer full): an order that is about to be sent
 */
void
tras_shipment_free (TrasShipment *self)
{
  g_clear_object (&self->sale);
  g_clear_object (&self->customers);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->inside, g_ptr_array_unref);
  g_free (self);
}

/* ---- sending ---- */

static gint64
get_quantity (const TrasShipment *self,
              const gint64       *quantities,
              guint               i)
{
  return quantities != NULL ? quantities[i] : ((TrasShipmentLine *) self->lines->pdata[i])->left;
}

/**
 * tras_shipment_check:
 * @self: an order that is about to be sent
 * @quantities: (nullable) (array): what of each of its lines is sent; %NULL for all that is left
 * @refused: (out): the line that will not do, where it is one
 * @error: %TRAS_ERROR_REFUSED with a sentence
 *
 * Returns: whether that can be sent: there is something to send, no more than was ordered, and all
 *   of it is here
 */
gboolean
tras_shipment_check (const TrasShipment  *self,
                     const gint64        *quantities,
                     guint               *refused,
                     GError             **error)
{
  gint64 most = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (refused != NULL, FALSE);

  for (*refused = 0; *refused < self->lines->len; (*refused)++)
    {
      const TrasShipmentLine *line = self->lines->pdata[*refused];
      gint64 quantity = get_quantity (self, quantities, *refused);
      g_autofree char *left = tras_item_dup_amount (line->item->unit, line->left);
      g_autofree char *there = tras_item_dup_amount (line->item->unit, line->item->on_hand);
      g_autofree char *wanted = tras_item_dup_amount (line->item->unit, quantity);

      most = MAX (most, quantity);
      if (quantity < 0 || quantity > line->left)
        {
          /* Translators: a quantity with its unit, an item */
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED,
                       _("%s of “%s” are still to be sent: no more can be, and no less than "
                         "nothing."), left, line->item->name);
          return FALSE;
        }
      if (line->there != NULL && quantity > line->item->on_hand)
        {
          /* Translators: a quantity with its unit, an item, another quantity */
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED,
                       _("Only %s of “%s” are here: %s cannot be shipped. Receive the goods first, "
                         "or ship a part of the order."), there, line->item->name, wanted);
          return FALSE;
        }
    }
  if (self->n_lines == 0)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED,
                         _("The order has no lines yet: there is nothing to ship"));
  else if (self->lines->len > 0 && most == 0)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED,
                         _("Nothing is sent yet: say of one line at least how much."));
  else
    return TRUE;

  return FALSE;
}

static void
move_out (const TrasShipment *self,
          TrasEdit           *edit,
          TrasSaleLine       *line,
          TrasLocation       *customers,
          gint64              from_id,
          gint64              quantity)
{
  g_autoptr (TrasMovement) movement = tras_movement_new ();

  movement->item_id = line->item_id;
  movement->from_id = from_id;
  movement->to_id = TRAS_RECORD (customers)->id;
  movement->quantity = quantity;
  movement->moved_on = tras_day_today ();
  movement->cause = g_intern_static_string ("order");
  movement->cause_id = line->sale_id;
  tras_edit_insert (edit, movement);
  if (movement->to_id == 0)
    tras_edit_link (edit, movement, "to_id", customers);
}

/* What one place does not have comes from the next. */
static void
send_line (const TrasShipment     *self,
           TrasEdit               *edit,
           const TrasShipmentLine *line,
           TrasLocation           *customers,
           gint64                  quantity)
{
  g_autoptr (TrasSaleLine) shipped = tras_record_dup (line->line);

  shipped->shipped += quantity;
  tras_edit_update (edit, shipped);
  for (guint i = 0; line->there != NULL && i < self->inside->len && quantity > 0; i++)
    {
      gint64 taken = MIN (g_array_index (line->there, gint64, i), quantity);

      if (taken <= 0)
        continue;
      move_out (self, edit, line->line, customers, TRAS_RECORD (self->inside->pdata[i])->id, taken);
      quantity -= taken;
    }
}

static TrasLocation *
need_customers (const TrasShipment *self,
                TrasEdit           *edit)
{
  TrasLocation *customers;

  if (self->customers != NULL)
    return g_object_ref (self->customers);

  customers = tras_location_new ();
  customers->name = g_strdup (C_("place of stock", "Customers"));
  customers->kind = g_intern_static_string ("customer");
  tras_edit_insert (edit, customers);

  return customers;
}

static TrasEdit *
begin (const TrasShipment *self,
       gboolean            whole)
{
  /* The log keeps labels for good: they name the order, and nobody.
   * Translators: {order} is the number of an order */
  g_autofree char *label = tras_template_fill (whole ? _("Ship order {order}")
                                                     : _("Ship a part of order {order}"),
                                               "order", self->sale->code, NULL);

  return tras_edit_new (label);
}

/**
 * tras_shipment_make_edit:
 * @self: an order that is about to be sent
 * @quantities: (nullable) (array): what of each of its lines is sent; %NULL for all that is left;
 *   checked with tras_shipment_check()
 *
 * The goods leave the firm's places for its customers. With the last part the order is shipped:
 * that is its day, for all figures of days and of being late. Until then the rest is reserved, for
 * the day that it was promised for, and is to be picked.
 *
 * Returns: (transfer full): the edit that sends it
 */
TrasEdit *
tras_shipment_make_edit (const TrasShipment *self,
                         const gint64       *quantities)
{
  g_autoptr (TrasLocation) customers = NULL;
  g_autoptr (TrasSale) sale = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  gboolean whole = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    whole &= get_quantity (self, quantities, i) ==
             ((TrasShipmentLine *) self->lines->pdata[i])->left;

  edit = begin (self, whole);
  customers = need_customers (self, edit);
  for (guint i = 0; i < self->lines->len; i++)
    {
      gint64 quantity = get_quantity (self, quantities, i);

      if (quantity > 0)
        send_line (self, edit, self->lines->pdata[i], customers, quantity);
    }
  sale = tras_record_dup (self->sale);
  if (whole)
    {
      sale->shipped_on = tras_day_today ();
      tras_sale_close_if_done (sale);
    }
  else
    sale->picked_at = TRAS_NULL;
  tras_edit_update (edit, sale);

  return g_steal_pointer (&edit);
}

/* tras-purchase-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-purchase-steps.h"
#include "tras-template.h"

static GPtrArray *
load_items (TrasDb     *db,
            GPtrArray  *lines,
            GError    **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      TrasItem *item = tras_db_load (db, TRAS_TYPE_ITEM,
                                     TRAS_PURCHASE_LINE (lines->pdata[i])->item_id, error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }

  return g_steal_pointer (&items);
}

/**
 * tras_purchase_sheet_load:
 * @db: a connection
 * @purchase_id: an order
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): the order with all that belongs to it
 */
TrasPurchaseSheet *
tras_purchase_sheet_load (TrasDb  *db,
                          gint64   purchase_id,
                          GError **error)
{
  g_autoptr (TrasPurchaseSheet) self = g_new0 (TrasPurchaseSheet, 1);
  g_autoptr (TrasQuery) lines = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (TrasQuery) receipts = tras_query_new (TRAS_TYPE_RECEIPT);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  tras_query_where_int (lines, "purchase_id", TRAS_QUERY_EQ, purchase_id);
  tras_query_where_int (receipts, "purchase_id", TRAS_QUERY_EQ, purchase_id);
  tras_query_order (receipts, "received_on", FALSE);
  if ((self->purchase = tras_db_load (db, TRAS_TYPE_PURCHASE, purchase_id, error)) == NULL ||
      (self->supplier = tras_db_load (db, TRAS_TYPE_SUPPLIER, self->purchase->supplier_id,
                                      error)) == NULL ||
      (self->lines = tras_db_select (db, lines, error)) == NULL ||
      (self->items = load_items (db, self->lines, error)) == NULL ||
      (self->receipts = tras_db_select (db, receipts, error)) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tras_purchase_sheet_free:
 * @self: (transfer full): an order with all that belongs to it
 */
void
tras_purchase_sheet_free (TrasPurchaseSheet *self)
{
  g_clear_object (&self->purchase);
  g_clear_object (&self->supplier);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->receipts, g_ptr_array_unref);
  g_free (self);
}

/* The log keeps labels for good: they name the order, and nobody. */
static TrasEdit *
begin (const char   *format,
       TrasPurchase *purchase)
{
  g_autofree char *label = tras_template_fill (format, "order", purchase->code, NULL);

  return tras_edit_new (label);
}

static TrasPurchase *
dup_in_state (TrasPurchase *self,
              const char   *state)
{
  TrasPurchase *purchase = tras_record_dup (TRAS_RECORD (self));

  purchase->state = g_intern_string (state);

  return purchase;
}

/**
 * tras_purchase_dup_sent:
 * @self: a draft
 * @day: the day it is sent
 *
 * Returns: (transfer full): the order as it is once it is sent
 */
TrasPurchase *
tras_purchase_dup_sent (TrasPurchase *self,
                        TrasDay       day)
{
  TrasPurchase *purchase = dup_in_state (self, "sent");

  purchase->sent_on = day;

  return purchase;
}

/**
 * tras_purchase_step_send:
 * @sheet: a draft
 * @day: the day it is sent
 *
 * What nobody promised a day for is expected by the days that the item takes, or its supplier, so
 * that it can be said to be late.
 *
 * Returns: (transfer full): the edit that says that it was sent
 */
TrasEdit *
tras_purchase_step_send (TrasPurchaseSheet *sheet,
                         TrasDay            day)
{
  TrasEdit *edit;
  g_autoptr (TrasPurchase) sent = NULL;

  g_return_val_if_fail (sheet != NULL, NULL);

  /* Translators: {order} is the number of an order to a supplier */
  edit = begin (_("Send order {order}"), sheet->purchase);
  sent = tras_purchase_dup_sent (sheet->purchase, day);
  tras_edit_update (edit, sent);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      g_autoptr (TrasPurchaseLine) line = tras_record_dup (sheet->lines->pdata[i]);
      TrasItem *item = sheet->items->pdata[i];

      if (line->promised_on != TRAS_DAY_NONE)
        continue;
      line->promised_on = day + (TrasDay) (item->lead_days != TRAS_NULL
                                           ? item->lead_days : sheet->supplier->lead_days);
      tras_edit_update (edit, line);
    }

  return edit;
}

/**
 * tras_purchase_step_end:
 * @sheet: an order that was sent
 *
 * What has not come will not come any more: the order is closed where some of it came, else it is
 * cancelled.
 *
 * Returns: (transfer full): the edit that ends it
 */
TrasEdit *
tras_purchase_step_end (TrasPurchaseSheet *sheet)
{
  TrasEdit *edit;
  g_autoptr (TrasPurchase) ended = NULL;

  g_return_val_if_fail (sheet != NULL, NULL);

  /* Translators: {order} is the number of an order to a supplier */
  edit = begin (sheet->receipts->len > 0 ? _("Close order {order}") : _("Cancel order {order}"),
                sheet->purchase);
  ended = dup_in_state (sheet->purchase, sheet->receipts->len > 0 ? "closed" : "cancelled");
  tras_edit_update (edit, ended);

  return edit;
}

/**
 * tras_purchase_step_delete:
 * @sheet: a draft
 *
 * Returns: (transfer full): the edit that deletes it with its lines
 */
TrasEdit *
tras_purchase_step_delete (TrasPurchaseSheet *sheet)
{
  TrasEdit *edit;

  g_return_val_if_fail (sheet != NULL, NULL);

  /* Translators: {order} is the number of an order to a supplier */
  edit = begin (_("Delete draft {order}"), sheet->purchase);
  for (guint i = 0; i < sheet->lines->len; i++)
    tras_edit_delete (edit, sheet->lines->pdata[i]);
  tras_edit_delete (edit, sheet->purchase);

  return edit;
}

/**
 * tras_purchase_edit_receipt:
 * @edit: an edit
 * @line: a line, as it was read
 * @receipt: (transfer none): what came of it, not stored yet
 * @unit_price: what a unit costs after all, in minor units; %TRAS_NULL where that is not known
 * @from_id: the place that goods come from
 * @to_id: where the good part is put; 0 for an item that is not kept in stock
 *
 * Takes the goods in: the receipt, the movement of the good part at its cost, and the price where
 * it is another than was agreed.
 */
void
tras_purchase_edit_receipt (TrasEdit         *edit,
                            TrasPurchaseLine *line,
                            TrasReceipt      *receipt,
                            gint64            unit_price,
                            gint64            from_id,
                            gint64            to_id)
{
  g_autoptr (TrasPurchaseLine) paid = NULL;

  g_return_if_fail (TRAS_IS_EDIT (edit));
  g_return_if_fail (TRAS_IS_PURCHASE_LINE (line));
  g_return_if_fail (TRAS_IS_RECEIPT (receipt));

  paid = tras_record_dup (TRAS_RECORD (line));
  paid->unit_price = unit_price;
  if (unit_price != line->unit_price)
    tras_edit_update (edit, paid);

  receipt->line_id = TRAS_RECORD (line)->id;
  if (to_id != 0 && receipt->good > 0)
    {
      g_autoptr (TrasMovement) movement = tras_receipt_dup_movement (receipt, paid, from_id, to_id);

      tras_edit_insert (edit, movement);
      tras_edit_link (edit, receipt, "movement_id", movement);
    }
  tras_edit_insert (edit, receipt);
}

/**
 * tras_purchase_step_receive:
 * @line: a line of an order that was sent, as it was read
 * @receipt: (transfer none): what came of it, not stored yet
 * @unit_price: what a unit costs after all, in minor units; %TRAS_NULL where that is not known
 * @from_id: the place that goods come from
 * @to_id: where the good part is put; 0 for an item that is not kept in stock
 *
 * Returns: (transfer full): the edit that takes the goods in
 */
TrasEdit *
tras_purchase_step_receive (TrasPurchaseLine *line,
                            TrasReceipt      *receipt,
                            gint64            unit_price,
                            gint64            from_id,
                            gint64            to_id)
{
  g_autofree char *label = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_PURCHASE_LINE (line), NULL);

  /* Translators: %s is an item */
  label = g_strdup_printf (_("Receive “%s”"), line->item_name);
  edit = tras_edit_new (label);
  tras_purchase_edit_receipt (edit, line, receipt, unit_price, from_id, to_id);

  return edit;
}

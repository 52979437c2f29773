/* tras-purchase-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-item.h"
#include "tras-purchase-rules.h"

/* What one minor unit of a price is in a movement's unit cost. */
#define COST_DIGITS 100

static gboolean
refuse (const char **field,
        const char  *name,
        const char  *reason,
        GError     **error)
{
  *field = name;
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED, reason);

  return FALSE;
}

static gboolean
check_unit (const char  *said,
            const char  *unit,
            const char  *item,
            const char **field,
            GError     **error)
{
  g_autofree char *reason = NULL;

  if (said == NULL || *said == '\0' || g_strcmp0 (said, unit) == 0)
    return TRUE;

  /* Translators: an item, and two units: “Rope” is counted in m, not in kg */
  reason = g_strdup_printf (_("“%s” is counted in %s, not in %s"), item, unit, said);

  return refuse (field, "unit", reason, error);
}

/**
 * tras_purchase_line_check:
 * @self: a line; its unit is what somebody says of it, which need not be said
 * @db: a connection
 * @field: (out): where it is wrong
 * @error: %TRAS_ERROR_REFUSED with the reason, a sentence without its full stop
 *
 * Returns: whether the line is about some of its item, in the item's unit
 */
gboolean
tras_purchase_line_check (TrasPurchaseLine  *self,
                          TrasDb            *db,
                          const char       **field,
                          GError           **error)
{
  g_autoptr (TrasItem) item = NULL;

  g_return_val_if_fail (TRAS_IS_PURCHASE_LINE (self), FALSE);

  if (self->quantity <= 0)
    return refuse (field, "quantity", _("What is ordered is more than nothing"), error);

  item = tras_db_load (db, TRAS_TYPE_ITEM, self->item_id, error);

  return item != NULL && check_unit (self->unit, item->unit, item->name, field, error);
}

static gboolean
has_reason (TrasReceipt *self)
{
  g_autofree char *why = g_strstrip (g_strdup (self->why != NULL ? self->why : ""));

  return *why != '\0';
}

/**
 * tras_receipt_check:
 * @self: what came
 * @before: (nullable): the receipt as it is stored, %NULL for a new one
 * @line: its line as it is stored
 * @field: (out): where it is wrong
 * @error: %TRAS_ERROR_REFUSED with the reason, a sentence without its full stop
 *
 * Goods come of an order that was sent, on that day or later, in the unit of their item. What is
 * rejected needs a reason, and so does more than was ordered.
 *
 * Returns: whether the receipt is so
 */
gboolean
tras_receipt_check (TrasReceipt       *self,
                    TrasReceipt       *before,
                    TrasPurchaseLine  *line,
                    const char       **field,
                    GError           **error)
{
  gint64 came, missing;
  const char *state;

  g_return_val_if_fail (TRAS_IS_RECEIPT (self), FALSE);
  g_return_val_if_fail (TRAS_IS_PURCHASE_LINE (line), FALSE);

  state = line->purchase_state;
  if (g_strcmp0 (state, "draft") == 0)
    return refuse (field, "line_id", _("The order was not sent yet"), error);
  if (g_strcmp0 (state, "cancelled") == 0)
    return refuse (field, "line_id", _("The order was cancelled"), error);
  if (!check_unit (self->unit, line->unit, line->item_name, field, error))
    return FALSE;
  if (self->good < 0 || self->rejected < 0)
    return refuse (field, self->good < 0 ? "good" : "rejected",
                   _("A quantity that came is not below zero"), error);
  if (self->good == 0 && self->rejected == 0)
    return refuse (field, "good", _("What came is more than nothing"), error);
  if (line->sent_on != TRAS_DAY_NONE && self->received_on < line->sent_on)
    return refuse (field, "received_on", _("It came before it was ordered"), error);
  if (self->rejected > 0 && !has_reason (self))
    return refuse (field, "why", _("What is rejected needs a reason"), error);

  came = MIN (self->good, G_MAXINT64 - self->rejected) + self->rejected;
  missing = line->quantity - line->good - line->rejected +
            (before != NULL ? before->good + before->rejected : 0);
  if (came > missing && !has_reason (self))
    {
      g_autofree char *amount = tras_item_dup_amount (line->unit, MAX (missing, 0));
      /* Translators: %s is a quantity with its unit */
      g_autofree char *reason = g_strdup_printf (_("Only %s were still to come; more needs a "
                                                   "reason"), amount);

      return refuse (field, self->good > missing || self->rejected == 0 ? "good" : "rejected",
                     reason, error);
    }

  return TRUE;
}

/**
 * tras_receipt_dup_movement:
 * @self: what came
 * @line: its line, with the price that is paid
 * @from_id: the place that goods come from
 * @to_id: where the good part is put
 *
 * Returns: (transfer full): the movement that brings the good part in at its cost, not stored
 */
TrasMovement *
tras_receipt_dup_movement (TrasReceipt      *self,
                           TrasPurchaseLine *line,
                           gint64            from_id,
                           gint64            to_id)
{
  TrasMovement *movement = tras_movement_new ();

  g_return_val_if_fail (TRAS_IS_RECEIPT (self), NULL);
  g_return_val_if_fail (TRAS_IS_PURCHASE_LINE (line), NULL);

  movement->item_id = line->item_id;
  movement->from_id = from_id;
  movement->to_id = to_id;
  movement->quantity = self->good;
  movement->unit_cost = line->unit_price != TRAS_NULL ? line->unit_price * COST_DIGITS : TRAS_NULL;
  movement->moved_on = self->received_on;
  movement->cause = g_intern_static_string ("purchase");
  movement->cause_id = line->purchase_id;

  return movement;
}

/* The first place of a kind, which is where goods go that nobody says more about. */
static gboolean
find_place (TrasDb      *db,
            const char  *kind,
            gint64      *id,
            GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);
  g_autoptr (GPtrArray) places = NULL;

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kind);
  places = tras_db_select (db, query, error);
  if (places == NULL)
    return FALSE;
  if (places->len == 0)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("There is no place of the kind “%s”"),
                   kind);
      return FALSE;
    }
  *id = TRAS_RECORD (places->pdata[0])->id;

  return TRUE;
}

/**
 * tras_receipt_book:
 * @self: what came, not stored yet and of a line that is
 * @db: a connection in an edit
 * @error: where to put the error
 *
 * Stores the movement that brings the good part into the first place inside, and names it in @self.
 * Nothing is to do where a movement is named already, nothing good came, or the item is not kept in
 * stock.
 *
 * Returns: whether that could be written
 */
gboolean
tras_receipt_book (TrasReceipt  *self,
                   TrasDb       *db,
                   GError      **error)
{
  g_autoptr (TrasPurchaseLine) line = NULL;
  g_autoptr (TrasMovement) movement = NULL;
  g_autoptr (TrasItem) item = NULL;
  gint64 from_id, to_id;

  g_return_val_if_fail (TRAS_IS_RECEIPT (self), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  if (self->movement_id != 0 || self->good == 0)
    return TRUE;
  line = tras_db_load (db, TRAS_TYPE_PURCHASE_LINE, self->line_id, error);
  if (line != NULL)
    item = tras_db_load (db, TRAS_TYPE_ITEM, line->item_id, error);
  if (item == NULL)
    return FALSE;
  if (!item->stocked)
    return TRUE;
  if (!find_place (db, "supplier", &from_id, error) || !find_place (db, "inside", &to_id, error))
    return FALSE;

  movement = tras_receipt_dup_movement (self, line, from_id, to_id);
  if (!tras_db_insert (db, movement, error))
    return FALSE;
  self->movement_id = TRAS_RECORD (movement)->id;

  return TRUE;
}

/**
 * tras_purchase_line_get_missing:
 * @self: a line as it was read
 *
 * Returns: how much of it has still to come, in thousandths; what was rejected did come
 */
gint64
tras_purchase_line_get_missing (TrasPurchaseLine *self)
{
  g_return_val_if_fail (TRAS_IS_PURCHASE_LINE (self), 0);

  return MAX (0, self->quantity - self->good - self->rejected);
}

/**
 * tras_purchase_close_if_received:
 * @db: a connection, in an edit
 * @line_id: a line of which something came
 * @error: where to put the error
 *
 * A purchase of which nothing has to come any more is closed.
 *
 * Returns: whether that could be written
 */
gboolean
tras_purchase_close_if_received (TrasDb  *db,
                                 gint64   line_id,
                                 GError **error)
{
  g_autoptr (TrasPurchaseLine) line = tras_db_load (db, TRAS_TYPE_PURCHASE_LINE, line_id, error);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (TrasPurchase) purchase = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (line == NULL)
    return FALSE;
  tras_query_where_int (query, "purchase_id", TRAS_QUERY_EQ, line->purchase_id);
  lines = tras_db_select (db, query, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      if (tras_purchase_line_get_missing (lines->pdata[i]) > 0)
        return TRUE;
    }

  purchase = tras_db_load (db, TRAS_TYPE_PURCHASE, line->purchase_id, error);
  if (purchase == NULL)
    return FALSE;
  if (g_strcmp0 (purchase->state, "sent") != 0)
    return TRUE;
  purchase->state = g_intern_static_string ("closed");

  return tras_db_update (db, purchase, error);
}

/* tras-sale-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-sale-steps.h"
#include "tras-shipment.h"
#include "tras-template.h"

static const char *const labels[] = {
  /* Translators: {order} is the number of an order */
  [TRAS_SALE_TAKE] = N_("Take order {order}"),
  [TRAS_SALE_PICK] = N_("Pick order {order}"),
  [TRAS_SALE_BILL] = N_("Bill order {order}"),
  [TRAS_SALE_PAY] = N_("Order {order} paid"),
  [TRAS_SALE_CANCEL] = N_("Cancel order {order}"),
};

/* The log keeps labels for good: they name the order, and nobody. */
static TrasEdit *
begin (const char *format,
       TrasSale   *sale)
{
  g_autofree char *label = tras_template_fill (_(format), "order", sale->code, NULL);

  return tras_edit_new (label);
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
    { "shipped", TRAS_SALE_BILL }, { "billed", TRAS_SALE_PAY }, { "part", TRAS_SALE_PICK },
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

/* ---- all steps ---- */

static void
bill (TrasSale *sale)
{
  sale->billed_on = tras_day_today ();
  if (sale->due_on == TRAS_DAY_NONE)
    sale->due_on = (TrasDay) MIN (sale->billed_on + sale->pay_days, TRAS_DAY_MAX);
  if (sale->total == TRAS_NULL)
    sale->total = sale->money;
}

/* All that is left of it. */
static TrasEdit *
ship (TrasDb   *db,
      gint64    sale_id,
      GError  **error)
{
  g_autoptr (TrasShipment) shipment = tras_shipment_load (db, sale_id, error);
  guint refused;

  if (shipment == NULL || !tras_shipment_check (shipment, NULL, &refused, error))
    return NULL;

  return tras_shipment_make_edit (shipment, NULL);
}

/* What was sent has to be billed. */
static gboolean
can_cancel (TrasDb   *db,
            gint64    sale_id,
            GError  **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SALE_LINE);
  gint64 n_sent;

  tras_query_where_int (query, "sale_id", TRAS_QUERY_EQ, sale_id);
  tras_query_where_int (query, "shipped", TRAS_QUERY_GT, 0);
  n_sent = tras_db_count (db, query, error);
  if (n_sent > 0)
    g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_REFUSED,
                         _("A part of the order was shipped. Change its lines to what was sent, "
                           "delete the others, and ship it: then it can be billed."));

  return n_sent == 0;
}

/**
 * tras_sale_step_prepare:
 * @db: a connection
 * @sale_id: an order
 * @step: what is done with it
 * @error: %TRAS_ERROR_REFUSED with a sentence where goods are not here, or an order of which
 *   something was sent shall be canceled
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
  g_autoptr (TrasSale) stored = NULL;
  g_autoptr (TrasSale) sale = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  if (step == TRAS_SALE_SHIP)
    return ship (db, sale_id, error);
  stored = tras_db_load (db, TRAS_TYPE_SALE, sale_id, error);
  if (stored == NULL || (step == TRAS_SALE_CANCEL && !can_cancel (db, sale_id, error)))
    return NULL;

  sale = tras_record_dup (stored);
  switch (step)
    {
    case TRAS_SALE_TAKE:
      sale->state = g_intern_static_string ("open");
      break;
    case TRAS_SALE_PICK:
      sale->picked_at = g_get_real_time () / G_USEC_PER_SEC;
      break;
    case TRAS_SALE_BILL:
      bill (sale);
      break;
    case TRAS_SALE_PAY:
      sale->paid_on = tras_day_today ();
      break;
    case TRAS_SALE_CANCEL:
      sale->state = g_intern_static_string ("cancelled");
      break;
    case TRAS_SALE_SHIP:
    default:
      g_return_val_if_reached (NULL);
    }
  tras_sale_close_if_done (sale);
  edit = begin (labels[step], stored);
  tras_edit_update (edit, sale);

  return edit;
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

/**
 * tras_sale_step_bill_anew:
 * @sale: an order as it was read, billed and not paid
 * @draft: the same with what was wrong with its bill, and what the right one comes to
 *
 * Returns: (transfer full): the edit that bills it again, today and due as long after it as the
 *   customer has; the error stands for the new bill, so that it is counted once
 */
TrasEdit *
tras_sale_step_bill_anew (TrasSale *sale,
                          TrasSale *draft)
{
  /* Translators: {order} is the number of an order */
  TrasEdit *edit = begin (N_("Bill order {order} anew"), sale);
  g_autoptr (TrasSale) billed = NULL;

  g_return_val_if_fail (TRAS_IS_SALE (draft), edit);

  billed = tras_record_dup (draft);
  billed->due_on = TRAS_DAY_NONE;
  bill (billed);
  tras_edit_update (edit, billed);

  return edit;
}

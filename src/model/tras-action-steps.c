/* tras-action-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-steps.h"
#include "tras-purchase-steps.h"
#include "tras-template.h"

/* The log keeps labels for good: they name the action, and nobody. */
static TrasEdit *
begin (const char *format,
       TrasAction *action)
{
  g_autofree char *label = tras_template_fill (format, "action", action->title, NULL);

  return tras_edit_new (label);
}

/* ---- buy ---- */

/**
 * tras_action_step_add_line:
 * @action: an action
 * @line: (transfer none): item, quantity and price, not stored yet
 * @purchase: (nullable): the draft that it goes into, %NULL for a new one
 * @supplier_id: who it is bought from
 *
 * Returns: (transfer full): the edit that adds the line
 */
TrasEdit *
tras_action_step_add_line (TrasAction       *action,
                           TrasPurchaseLine *line,
                           TrasPurchase     *purchase,
                           gint64            supplier_id)
{
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_ACTION (action), NULL);
  g_return_val_if_fail (TRAS_IS_PURCHASE_LINE (line), NULL);
  g_return_val_if_fail (purchase == NULL || purchase->supplier_id == supplier_id, NULL);

  /* Translators: {action} is an action */
  edit = begin (_("Add item to buy for “{action}”"), action);
  line->action_id = TRAS_RECORD (action)->id;
  line->why = g_intern_static_string ("plan");
  if (purchase != NULL)
    {
      line->purchase_id = TRAS_RECORD (purchase)->id;
    }
  else
    {
      g_autoptr (TrasPurchase) draft = tras_purchase_new ();

      draft->supplier_id = supplier_id;
      draft->made_on = tras_day_today ();
      tras_edit_insert (edit, draft);
      tras_edit_link (edit, line, "purchase_id", draft);
    }
  tras_edit_insert (edit, line);

  return edit;
}

/**
 * tras_action_step_send_order:
 * @action: an action
 * @purchase: a draft, as it was read
 *
 * Returns: (transfer full): the edit that says that it was sent today
 */
TrasEdit *
tras_action_step_send_order (TrasAction   *action,
                             TrasPurchase *purchase)
{
  g_autoptr (TrasPurchase) sent = NULL;
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_ACTION (action), NULL);
  g_return_val_if_fail (TRAS_IS_PURCHASE (purchase), NULL);

  sent = tras_purchase_dup_sent (purchase, tras_day_today ());
  /* Translators: {action} is an action */
  edit = begin (_("Send order for “{action}”"), action);
  tras_edit_update (edit, sent);

  return edit;
}

/**
 * tras_action_step_receive:
 * @action: an action
 * @line: one of its lines, as it was read
 * @receipt: (transfer none): what came, not stored yet
 * @unit_price: what a unit costs after all, in minor units; %TRAS_NULL where that is not known
 * @from_id: the place that goods come from
 * @to_id: where the good part is put; 0 for an item that is not kept in stock
 *
 * Returns: (transfer full): the edit that takes the goods in
 */
TrasEdit *
tras_action_step_receive (TrasAction       *action,
                          TrasPurchaseLine *line,
                          TrasReceipt      *receipt,
                          gint64            unit_price,
                          gint64            from_id,
                          gint64            to_id)
{
  TrasEdit *edit;

  g_return_val_if_fail (TRAS_IS_ACTION (action), NULL);
  g_return_val_if_fail (TRAS_IS_PURCHASE_LINE (line), NULL);
  g_return_val_if_fail (TRAS_IS_RECEIPT (receipt), NULL);

  /* Translators: {action} is an action */
  edit = begin (_("Receive goods for “{action}”"), action);
  tras_purchase_edit_receipt (edit, line, receipt, unit_price, from_id, to_id);

  return edit;
}

/* tras-purchase.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-purchase.h"

static const TrasChoice purchase_states[] = {
  { "draft", N_("Draft") },
  { "sent", N_("Sent") },
  { "closed", N_("Closed") },
  { "cancelled", N_("Cancelled") },
  { NULL, NULL },
};

static const TrasChoice line_reasons[] = {
  { "hand", N_("By hand") },
  { "reorder", N_("Reorder") },
  { "plan", N_("Plan") },
  { "order", N_("Order") },
  { NULL, NULL },
};

static const TrasField purchase_fields[] = {
  TRAS_FIELD (TrasPurchase, code, TEXT, TRAS_FIELD_NAME, N_("Code")),
  TRAS_FIELD (TrasPurchase, supplier_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Supplier"),
              .target = "supplier"),
  TRAS_FIELD (TrasPurchase, state, CHOICE, TRAS_FIELD_REQUIRED, N_("State"),
              .choices = purchase_states, .initial = "draft"),
  TRAS_FIELD (TrasPurchase, made_on, DATE, TRAS_FIELD_REQUIRED, N_("Made on")),
  TRAS_FIELD (TrasPurchase, sent_on, DATE, TRAS_FIELD_PLAIN, N_("Sent on")),
  TRAS_FIELD (TrasPurchase, supplier_name, TEXT, TRAS_FIELD_COMPUTED, N_("Supplier")),
  TRAS_FIELD (TrasPurchase, lines, INTEGER, TRAS_FIELD_COMPUTED, N_("Lines")),
  TRAS_FIELD (TrasPurchase, money, MONEY, TRAS_FIELD_COMPUTED, N_("Money")),
};

static const TrasTable purchase_table = {
  .name = "purchase",
  .view = "purchase_view",
  .kind = "purchases",
  .singular = N_("Purchase"),
  .plural = N_("Purchases"),
  .fields = purchase_fields,
  .n_fields = G_N_ELEMENTS (purchase_fields),
  .code = "P",
};

TRAS_DEFINE_RECORD (TrasPurchase, tras_purchase, &purchase_table)

static const TrasField purchase_line_fields[] = {
  TRAS_FIELD (TrasPurchaseLine, purchase_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Purchase"),
              .target = "purchase"),
  TRAS_FIELD (TrasPurchaseLine, item_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Item"),
              .target = "item"),
  TRAS_FIELD (TrasPurchaseLine, quantity, QUANTITY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Quantity")),
  TRAS_FIELD (TrasPurchaseLine, unit_price, MONEY, TRAS_FIELD_UNSIGNED, N_("Unit price")),
  TRAS_FIELD (TrasPurchaseLine, promised_on, DATE, TRAS_FIELD_PLAIN, N_("Promised on")),
  TRAS_FIELD (TrasPurchaseLine, action_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Action"),
              .target = "action"),
  TRAS_FIELD (TrasPurchaseLine, why, CHOICE, TRAS_FIELD_REQUIRED, N_("Why"),
              .choices = line_reasons, .initial = "hand"),
  TRAS_FIELD (TrasPurchaseLine, item_name, TEXT, TRAS_FIELD_COMPUTED, N_("Item")),
  TRAS_FIELD (TrasPurchaseLine, sku, TEXT, TRAS_FIELD_COMPUTED, N_("SKU")),
  TRAS_FIELD (TrasPurchaseLine, unit, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_CHECKED, N_("Unit")),
  TRAS_FIELD (TrasPurchaseLine, purchase_code, TEXT, TRAS_FIELD_COMPUTED, N_("Purchase")),
  TRAS_FIELD (TrasPurchaseLine, purchase_state, CHOICE, TRAS_FIELD_COMPUTED, N_("State"),
              .choices = purchase_states),
  TRAS_FIELD (TrasPurchaseLine, sent_on, DATE, TRAS_FIELD_COMPUTED, N_("Sent on")),
  TRAS_FIELD (TrasPurchaseLine, supplier_id, REFERENCE, TRAS_FIELD_COMPUTED, N_("Supplier"),
              .target = "supplier"),
  TRAS_FIELD (TrasPurchaseLine, supplier_name, TEXT, TRAS_FIELD_COMPUTED, N_("Supplier")),
  TRAS_FIELD (TrasPurchaseLine, action_title, TEXT, TRAS_FIELD_COMPUTED, N_("Action")),
  TRAS_FIELD (TrasPurchaseLine, good, QUANTITY, TRAS_FIELD_COMPUTED, N_("Received")),
  TRAS_FIELD (TrasPurchaseLine, rejected, QUANTITY, TRAS_FIELD_COMPUTED, N_("Rejected")),
  TRAS_FIELD (TrasPurchaseLine, ordered_money, MONEY, TRAS_FIELD_COMPUTED, N_("Money ordered")),
  TRAS_FIELD (TrasPurchaseLine, received_money, MONEY, TRAS_FIELD_COMPUTED, N_("Money received")),
};

static const TrasTable purchase_line_table = {
  .name = "purchase_line",
  .view = "purchase_line_view",
  .kind = "purchase-lines",
  .singular = N_("Purchase line"),
  .plural = N_("Purchase lines"),
  .fields = purchase_line_fields,
  .n_fields = G_N_ELEMENTS (purchase_line_fields),
};

TRAS_DEFINE_RECORD (TrasPurchaseLine, tras_purchase_line, &purchase_line_table)

static const TrasField receipt_fields[] = {
  TRAS_FIELD (TrasReceipt, line_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Purchase line"),
              .target = "purchase_line"),
  TRAS_FIELD (TrasReceipt, received_on, DATE, TRAS_FIELD_REQUIRED, N_("Received on")),
  TRAS_FIELD (TrasReceipt, good, QUANTITY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Good"), .initial = "0"),
  TRAS_FIELD (TrasReceipt, rejected, QUANTITY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Rejected"), .initial = "0"),
  TRAS_FIELD (TrasReceipt, why, TEXT, TRAS_FIELD_MULTILINE, N_("Reason"),
              .help = N_("Why something was rejected, or more came than was ordered")),
  TRAS_FIELD (TrasReceipt, movement_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Movement"),
              .target = "movement"),
  TRAS_FIELD (TrasReceipt, purchase_id, REFERENCE, TRAS_FIELD_COMPUTED, N_("Purchase"),
              .target = "purchase"),
  TRAS_FIELD (TrasReceipt, item_id, REFERENCE, TRAS_FIELD_COMPUTED, N_("Item"), .target = "item"),
  TRAS_FIELD (TrasReceipt, promised_on, DATE, TRAS_FIELD_COMPUTED, N_("Promised on")),
  TRAS_FIELD (TrasReceipt, item_name, TEXT, TRAS_FIELD_COMPUTED, N_("Item")),
  TRAS_FIELD (TrasReceipt, sku, TEXT, TRAS_FIELD_COMPUTED, N_("SKU")),
  TRAS_FIELD (TrasReceipt, unit, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_CHECKED, N_("Unit")),
  TRAS_FIELD (TrasReceipt, purchase_code, TEXT, TRAS_FIELD_COMPUTED, N_("Purchase")),
  TRAS_FIELD (TrasReceipt, sent_on, DATE, TRAS_FIELD_COMPUTED, N_("Sent on")),
  TRAS_FIELD (TrasReceipt, supplier_id, REFERENCE, TRAS_FIELD_COMPUTED, N_("Supplier"),
              .target = "supplier"),
  TRAS_FIELD (TrasReceipt, supplier_name, TEXT, TRAS_FIELD_COMPUTED, N_("Supplier")),
};

static const TrasTable receipt_table = {
  .name = "receipt",
  .view = "receipt_view",
  .kind = "receipts",
  .singular = N_("Receipt"),
  .plural = N_("Receipts"),
  .fields = receipt_fields,
  .n_fields = G_N_ELEMENTS (receipt_fields),
};

TRAS_DEFINE_RECORD (TrasReceipt, tras_receipt, &receipt_table)

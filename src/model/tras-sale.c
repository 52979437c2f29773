/* tras-sale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-sale.h"

static const TrasChoice sale_states[] = {
  { "draft", NC_("order", "Draft"), "order" },
  { "open", NC_("order", "Open"), "order" },
  { "closed", NC_("order", "Closed"), "order" },
  { "cancelled", NC_("order", "Cancelled"), "order" },
  { NULL, NULL },
};

static const TrasChoice sale_stages[] = {
  { "draft", NC_("order", "Draft"), "order" },
  { "entered", N_("To pick") },
  { "part", N_("Shipped in part") },
  { "picked", N_("To ship") },
  { "shipped", N_("To bill") },
  { "billed", N_("To be paid") },
  { "paid", N_("Paid") },
  { "closed", NC_("order", "Closed"), "order" },
  { "cancelled", NC_("order", "Cancelled"), "order" },
  { NULL, NULL },
};

static const TrasField customer_fields[] = {
  TRAS_FIELD (TrasCustomer, code, TEXT, TRAS_FIELD_ALIAS, N_("Customer number")),
  TRAS_FIELD (TrasCustomer, name, TEXT,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL | TRAS_FIELD_IDENTIFIES | TRAS_FIELD_NAME |
              TRAS_FIELD_FOLDED, N_("Name")),
  TRAS_FIELD (TrasCustomer, contact, TEXT,
              TRAS_FIELD_PERSONAL | TRAS_FIELD_IDENTIFIES | TRAS_FIELD_MULTILINE, N_("Contact")),
  TRAS_FIELD (TrasCustomer, pay_days, INTEGER, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Days to pay"), .initial = "30"),
  TRAS_FIELD (TrasCustomer, orders, INTEGER, TRAS_FIELD_COMPUTED, N_("Orders")),
  TRAS_FIELD (TrasCustomer, open_orders, INTEGER, TRAS_FIELD_COMPUTED, N_("Not shipped")),
  TRAS_FIELD (TrasCustomer, owed, MONEY, TRAS_FIELD_COMPUTED, N_("Owed")),
};

static const TrasTable customer_table = {
  .name = "customer",
  .view = "customer_view",
  .kind = "customers",
  .singular = N_("Customer"),
  .plural = N_("Customers"),
  .fields = customer_fields,
  .n_fields = G_N_ELEMENTS (customer_fields),
};

TRAS_DEFINE_RECORD (TrasCustomer, tras_customer, &customer_table)

static const TrasField sale_fields[] = {
  TRAS_FIELD (TrasSale, code, TEXT, TRAS_FIELD_NAME, N_("Order number")),
  TRAS_FIELD (TrasSale, customer_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Customer"),
              .target = "customer"),
  TRAS_FIELD (TrasSale, taken_on, DATE, TRAS_FIELD_REQUIRED, N_("Taken on")),
  TRAS_FIELD (TrasSale, promised_on, DATE, TRAS_FIELD_PLAIN, N_("Promised for")),
  TRAS_FIELD (TrasSale, picked_at, INSTANT, TRAS_FIELD_PLAIN, N_("Picked")),
  TRAS_FIELD (TrasSale, shipped_on, DATE, TRAS_FIELD_PLAIN, N_("Shipped on")),
  TRAS_FIELD (TrasSale, billed_on, DATE, TRAS_FIELD_PLAIN, N_("Billed on")),
  TRAS_FIELD (TrasSale, due_on, DATE, TRAS_FIELD_PLAIN, N_("Payment due on")),
  TRAS_FIELD (TrasSale, paid_on, DATE, TRAS_FIELD_PLAIN, N_("Paid on")),
  TRAS_FIELD (TrasSale, total, MONEY, TRAS_FIELD_UNSIGNED, N_("Billed")),
  TRAS_FIELD (TrasSale, bill_error, TEXT, TRAS_FIELD_MULTILINE, N_("What was wrong with the bill")),
  TRAS_FIELD (TrasSale, state, CHOICE, TRAS_FIELD_REQUIRED, N_("State"), .choices = sale_states,
              .initial = "open"),
  TRAS_FIELD (TrasSale, customer_name, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_PERSONAL,
              N_("Customer")),
  TRAS_FIELD (TrasSale, pay_days, INTEGER, TRAS_FIELD_COMPUTED, N_("Days to pay")),
  TRAS_FIELD (TrasSale, stage, CHOICE, TRAS_FIELD_COMPUTED, N_("Stage"), .choices = sale_stages),
  TRAS_FIELD (TrasSale, lines, INTEGER, TRAS_FIELD_COMPUTED, N_("Lines")),
  TRAS_FIELD (TrasSale, money, MONEY, TRAS_FIELD_COMPUTED, N_("Money")),
};

static const TrasTable sale_table = {
  .name = "sale",
  .view = "sale_view",
  .kind = "sales",
  .singular = N_("Order"),
  .plural = N_("Orders"),
  .fields = sale_fields,
  .n_fields = G_N_ELEMENTS (sale_fields),
  .code = "S",
};

TRAS_DEFINE_RECORD (TrasSale, tras_sale, &sale_table)

static const TrasField sale_line_fields[] = {
  TRAS_FIELD (TrasSaleLine, sale_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Order"),
              .target = "sale"),
  TRAS_FIELD (TrasSaleLine, item_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Item"),
              .target = "item"),
  TRAS_FIELD (TrasSaleLine, quantity, QUANTITY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Quantity")),
  TRAS_FIELD (TrasSaleLine, shipped, QUANTITY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED,
              N_("Shipped"), .initial = "0"),
  TRAS_FIELD (TrasSaleLine, price, MONEY, TRAS_FIELD_UNSIGNED, N_("Unit price")),
  TRAS_FIELD (TrasSaleLine, sku, TEXT, TRAS_FIELD_COMPUTED, N_("SKU")),
  TRAS_FIELD (TrasSaleLine, item_name, TEXT, TRAS_FIELD_COMPUTED, N_("Item")),
  TRAS_FIELD (TrasSaleLine, unit, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_CHECKED, N_("Unit")),
  TRAS_FIELD (TrasSaleLine, sale_code, TEXT, TRAS_FIELD_COMPUTED, N_("Order number")),
  TRAS_FIELD (TrasSaleLine, promised_on, DATE, TRAS_FIELD_COMPUTED, N_("Promised for")),
  TRAS_FIELD (TrasSaleLine, sale_state, CHOICE, TRAS_FIELD_COMPUTED, N_("State"),
              .choices = sale_states),
  TRAS_FIELD (TrasSaleLine, reserved, QUANTITY, TRAS_FIELD_COMPUTED, N_("Reserved")),
  TRAS_FIELD (TrasSaleLine, money, MONEY, TRAS_FIELD_COMPUTED, N_("Money")),
};

static const TrasTable sale_line_table = {
  .name = "sale_line",
  .view = "sale_line_view",
  .kind = "sale-lines",
  .singular = N_("Order line"),
  .plural = N_("Order lines"),
  .fields = sale_line_fields,
  .n_fields = G_N_ELEMENTS (sale_line_fields),
};

TRAS_DEFINE_RECORD (TrasSaleLine, tras_sale_line, &sale_line_table)

/**
 * tras_sale_reserves:
 * @self: an order
 *
 * Returns: whether what its lines name is kept for it: it is open and has not been shipped
 */
gboolean
tras_sale_reserves (TrasSale *self)
{
  g_return_val_if_fail (TRAS_IS_SALE (self), FALSE);

  return g_strcmp0 (self->state, "open") == 0 && self->shipped_on == TRAS_DAY_NONE;
}

/**
 * tras_sale_is_late:
 * @self: an order
 * @today: the present day
 *
 * Returns: whether it should have been shipped before today and was not
 */
gboolean
tras_sale_is_late (TrasSale *self,
                   TrasDay   today)
{
  g_return_val_if_fail (TRAS_IS_SALE (self), FALSE);

  return tras_sale_reserves (self) && self->promised_on != TRAS_DAY_NONE &&
         self->promised_on < today;
}

/**
 * tras_sale_is_overdue:
 * @self: an order
 * @today: the present day
 *
 * Returns: whether it was billed, should have been paid before today and was not
 */
gboolean
tras_sale_is_overdue (TrasSale *self,
                      TrasDay   today)
{
  g_return_val_if_fail (TRAS_IS_SALE (self), FALSE);

  return g_strcmp0 (self->state, "cancelled") != 0 && self->billed_on != TRAS_DAY_NONE &&
         self->paid_on == TRAS_DAY_NONE && self->due_on != TRAS_DAY_NONE && self->due_on < today;
}

/**
 * tras_sale_close_if_done:
 * @self: an order that is about to be written
 *
 * Closes it once it is shipped, billed and paid, in whatever order.
 */
void
tras_sale_close_if_done (TrasSale *self)
{
  g_return_if_fail (TRAS_IS_SALE (self));

  if (self->paid_on != TRAS_DAY_NONE && self->shipped_on != TRAS_DAY_NONE &&
      self->billed_on != TRAS_DAY_NONE)
    self->state = g_intern_static_string ("closed");
}

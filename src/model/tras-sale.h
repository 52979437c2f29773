/* tras-sale.h: customers, what they order, and how far that is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_CUSTOMER (tras_customer_get_type ())

TRAS_DECLARE_RECORD (TrasCustomer, tras_customer, CUSTOMER)

/**
 * TrasCustomer:
 *
 * Who orders. @code is the customer's number in the shop; @pay_days is how long after its day a
 * bill is due.
 */
struct _TrasCustomer
{
  TrasRecord parent_instance;

  char *code;
  char *name;
  char *contact;
  gint64 pay_days;

  /* of the view */
  gint64 orders;
  gint64 open_orders;
  gint64 owed;
};

#define TRAS_TYPE_SALE (tras_sale_get_type ())

TRAS_DECLARE_RECORD (TrasSale, tras_sale, SALE)

/**
 * TrasSale:
 *
 * What a customer orders at once. As long as it is open and not shipped, what its lines name is
 * reserved for it; a draft reserves nothing. It may be sent in parts: @shipped_on is the day of the
 * last one, before which it is not shipped. @total is what was billed, %TRAS_NULL before that;
 * @bill_error is what was wrong with the bill.
 */
struct _TrasSale
{
  TrasRecord parent_instance;

  char *code;
  gint64 customer_id;
  TrasDay taken_on;
  TrasDay promised_on;
  gint64 picked_at;
  TrasDay shipped_on;
  TrasDay billed_on;
  TrasDay due_on;
  TrasDay paid_on;
  gint64 total;
  char *bill_error;
  const char *state;

  /* of the view */
  char *customer_name;
  gint64 pay_days;
  const char *stage;
  gint64 lines;
  gint64 money;
};

#define TRAS_TYPE_SALE_LINE (tras_sale_line_get_type ())

TRAS_DECLARE_RECORD (TrasSaleLine, tras_sale_line, SALE_LINE)

/**
 * TrasSaleLine:
 *
 * One item of an order, each item once. @price is what a whole unit costs, %TRAS_NULL while it is
 * not known; @reserved is what the order still holds of the stock.
 */
struct _TrasSaleLine
{
  TrasRecord parent_instance;

  gint64 sale_id;
  gint64 item_id;
  gint64 quantity;
  gint64 shipped;
  gint64 price;

  /* of the view */
  char *sku;
  char *item_name;
  char *unit;
  char *sale_code;
  TrasDay promised_on;
  const char *sale_state;
  gint64 reserved;
  gint64 money;
};

gboolean tras_sale_reserves      (TrasSale *self);
gboolean tras_sale_is_late       (TrasSale *self,
                                  TrasDay   today);
gboolean tras_sale_is_overdue    (TrasSale *self,
                                  TrasDay   today);
void     tras_sale_close_if_done (TrasSale *self);

G_END_DECLS

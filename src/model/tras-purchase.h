/* tras-purchase.h: purchases, their lines and what came of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PURCHASE (tras_purchase_get_type ())

TRAS_DECLARE_RECORD (TrasPurchase, tras_purchase, PURCHASE)

/**
 * TrasPurchase:
 *
 * What is ordered from one supplier at once. @code is the number of the order, as P-12.
 */
struct _TrasPurchase
{
  TrasRecord parent_instance;

  char *code;
  gint64 supplier_id;
  const char *state;
  TrasDay made_on;
  TrasDay sent_on;

  /* of the view */
  char *supplier_name;
  gint64 lines;
  gint64 money;
};

#define TRAS_TYPE_PURCHASE_LINE (tras_purchase_line_get_type ())

TRAS_DECLARE_RECORD (TrasPurchaseLine, tras_purchase_line, PURCHASE_LINE)

/**
 * TrasPurchaseLine:
 *
 * One item of a purchase. @unit_price is %TRAS_NULL while it is not known.
 */
struct _TrasPurchaseLine
{
  TrasRecord parent_instance;

  gint64 purchase_id;
  gint64 item_id;
  gint64 quantity;
  gint64 unit_price;
  TrasDay promised_on;
  gint64 action_id;
  const char *why;

  /* of the view */
  char *item_name;
  char *sku;
  char *unit;
  char *purchase_code;
  const char *purchase_state;
  TrasDay sent_on;
  gint64 supplier_id;
  char *supplier_name;
  char *action_title;
  gint64 good;
  gint64 rejected;
  gint64 ordered_money;
  gint64 received_money;
};

#define TRAS_TYPE_RECEIPT (tras_receipt_get_type ())

TRAS_DECLARE_RECORD (TrasReceipt, tras_receipt, RECEIPT)

/**
 * TrasReceipt:
 *
 * What came of a line on a day. @movement_id is the movement that brought the good part in, 0 for
 * an item that is not kept in stock. @why says why something was rejected, or more came than was
 * ordered.
 */
struct _TrasReceipt
{
  TrasRecord parent_instance;

  gint64 line_id;
  TrasDay received_on;
  gint64 good;
  gint64 rejected;
  char *why;
  gint64 movement_id;

  /* of the view */
  gint64 purchase_id;
  gint64 item_id;
  TrasDay promised_on;
  char *item_name;
  char *sku;
  char *unit;
  char *purchase_code;
  TrasDay sent_on;
  gint64 supplier_id;
  char *supplier_name;
};

G_END_DECLS

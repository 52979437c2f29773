/* tras-sale-steps.h: how an order comes forward
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-sale.h"

G_BEGIN_DECLS

/**
 * TrasSaleStep:
 * @TRAS_SALE_TAKE: a draft becomes an order, which reserves what it names
 * @TRAS_SALE_PICK: its goods lie ready
 * @TRAS_SALE_SHIP: they leave the stock
 * @TRAS_SALE_BILL: the customer is told what to pay, and by when
 * @TRAS_SALE_PAY: it is paid
 * @TRAS_SALE_CANCEL: it is given up, and lets go of what it reserved
 *
 * What is done with an order.
 */
typedef enum
{
  TRAS_SALE_TAKE,
  TRAS_SALE_PICK,
  TRAS_SALE_SHIP,
  TRAS_SALE_BILL,
  TRAS_SALE_PAY,
  TRAS_SALE_CANCEL,
} TrasSaleStep;

gboolean  tras_sale_get_next     (TrasSale      *sale,
                                  TrasSaleStep  *step);
TrasEdit *tras_sale_step_prepare (TrasDb        *db,
                                  gint64         sale_id,
                                  TrasSaleStep   step,
                                  GError       **error);
TrasEdit *tras_sale_step_add_line
                                 (TrasSale      *sale,
                                  TrasSaleLine  *line,
                                  TrasDay        promised_on);
TrasEdit *tras_sale_step_bill_anew
                                 (TrasSale      *sale,
                                  TrasSale      *draft);

G_END_DECLS

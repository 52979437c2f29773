/* tras-sold.h: the days of all orders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"
#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasSold:
 * @taken_on: the day it was ordered
 * @promised_on: the day it was promised for
 * @picked_on: the day it was picked, in UTC
 * @shipped_on: the day it was shipped
 * @due_on: the day its bill is due, %TRAS_DAY_NONE while it is not billed
 * @paid_on: the day it was paid
 * @total: what was billed, in minor units
 *
 * What became of an order that is no draft and was not cancelled; %TRAS_DAY_NONE where that has not
 * come yet.
 */
typedef struct
{
  TrasDay taken_on;
  TrasDay promised_on;
  TrasDay picked_on;
  TrasDay shipped_on;
  TrasDay due_on;
  TrasDay paid_on;
  gint64 total;
} TrasSold;

GArray *tras_sold_load (TrasDb   *db,
                        GError  **error);

G_END_DECLS

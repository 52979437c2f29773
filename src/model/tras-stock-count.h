/* tras-stock-count.h: what was counted, where and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_STOCK_COUNT (tras_stock_count_get_type ())

TRAS_DECLARE_RECORD (TrasStockCount, tras_stock_count, STOCK_COUNT)

/**
 * TrasStockCount:
 *
 * A count of one place. What is expected is fixed when it begins, behind the movement
 * last_movement; posted_at is when its differences were booked, %TRAS_NULL until then.
 */
struct _TrasStockCount
{
  TrasRecord parent_instance;

  gint64 location_id;
  TrasDay counted_on;
  gint64 last_movement;
  gint64 posted_at;
  gint64 by_id;
};

#define TRAS_TYPE_COUNT_LINE (tras_count_line_get_type ())

TRAS_DECLARE_RECORD (TrasCountLine, tras_count_line, COUNT_LINE)

/**
 * TrasCountLine:
 *
 * An item of a count: what should be there, and what somebody found, %TRAS_NULL until then.
 */
struct _TrasCountLine
{
  TrasRecord parent_instance;

  gint64 count_id;
  gint64 item_id;
  gint64 expected;
  gint64 counted;
  gint64 movement_id;
};

G_END_DECLS

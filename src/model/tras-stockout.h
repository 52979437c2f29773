/* tras-stockout.h: items that ran out, and what was learned from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_STOCKOUT (tras_stockout_get_type ())

TRAS_DECLARE_RECORD (TrasStockout, tras_stockout, STOCKOUT)

/**
 * TrasStockout:
 *
 * An item ran out: opened and closed by the ledger, never written by hand.
 */
struct _TrasStockout
{
  TrasRecord parent_instance;

  gint64 item_id;
  gint64 from_at;
  gint64 to_at;
  gint64 begun_by;
  gint64 ended_by;

  /* of the view */
  char *sku;
  char *item_name;
  TrasDay from_on;
  TrasDay to_on;
  char *cause;
  char *lesson;
};

#define TRAS_TYPE_STOCKOUT_LESSON (tras_stockout_lesson_get_type ())

TRAS_DECLARE_RECORD (TrasStockoutLesson, tras_stockout_lesson, STOCKOUT_LESSON)

/**
 * TrasStockoutLesson:
 *
 * What people say about a stock-out.
 */
struct _TrasStockoutLesson
{
  TrasRecord parent_instance;

  gint64 stockout_id;
  gint64 flagged_by;
  char *cause;
  char *lesson;
};

int tras_stockout_get_days (TrasStockout *self,
                            TrasDay       day);

G_END_DECLS

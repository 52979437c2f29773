/* tras-stockout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-stockout.h"

static const TrasField stockout_fields[] = {
  TRAS_FIELD (TrasStockout, item_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Item"), .target = "item"),
  TRAS_FIELD (TrasStockout, from_at, INSTANT, TRAS_FIELD_REQUIRED, N_("Out since")),
  TRAS_FIELD (TrasStockout, to_at, INSTANT, TRAS_FIELD_PLAIN, N_("In stock again")),
  TRAS_FIELD (TrasStockout, begun_by, REFERENCE, TRAS_FIELD_INTERNAL | TRAS_FIELD_REQUIRED, NULL,
              .target = "movement"),
  TRAS_FIELD (TrasStockout, ended_by, REFERENCE, TRAS_FIELD_INTERNAL, NULL,
              .target = "movement"),
  TRAS_FIELD (TrasStockout, sku, TEXT, TRAS_FIELD_COMPUTED, N_("SKU")),
  TRAS_FIELD (TrasStockout, item_name, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_NAME, N_("Item")),
  TRAS_FIELD (TrasStockout, from_on, DATE, TRAS_FIELD_COMPUTED, N_("Out since")),
  TRAS_FIELD (TrasStockout, to_on, DATE, TRAS_FIELD_COMPUTED, N_("In stock again")),
  TRAS_FIELD (TrasStockout, cause, TEXT, TRAS_FIELD_COMPUTED, N_("Cause")),
  TRAS_FIELD (TrasStockout, lesson, TEXT, TRAS_FIELD_COMPUTED, N_("Lesson")),
};

static const TrasTable stockout_table = {
  .name = "stockout",
  .view = "stockout_view",
  .singular = N_("Stock-out"),
  .plural = N_("Stock-outs"),
  .fields = stockout_fields,
  .n_fields = G_N_ELEMENTS (stockout_fields),
};

TRAS_DEFINE_RECORD (TrasStockout, tras_stockout, &stockout_table)

static const TrasField stockout_lesson_fields[] = {
  TRAS_FIELD (TrasStockoutLesson, stockout_id, REFERENCE, TRAS_FIELD_INTERNAL | TRAS_FIELD_KEY,
              NULL,
              .target = "stockout"),
  TRAS_FIELD (TrasStockoutLesson, flagged_by, REFERENCE,
              TRAS_FIELD_INTERNAL | TRAS_FIELD_PERSONAL, NULL, .target = "person"),
  TRAS_FIELD (TrasStockoutLesson, cause, TEXT, TRAS_FIELD_MULTILINE, N_("Cause"),
              .help = N_("Why it ran out, as “The supplier was a week late”.")),
  TRAS_FIELD (TrasStockoutLesson, lesson, TEXT, TRAS_FIELD_MULTILINE, N_("Lesson"),
              .help = N_("What is done so that it does not run out again, as “Order at 12”.")),
};

static const TrasTable stockout_lesson_table = {
  .name = "stockout_lesson",
  .singular = N_("Lesson of a stock-out"),
  .plural = N_("Lessons of stock-outs"),
  .fields = stockout_lesson_fields,
  .n_fields = G_N_ELEMENTS (stockout_lesson_fields),
};

TRAS_DEFINE_RECORD (TrasStockoutLesson, tras_stockout_lesson, &stockout_lesson_table)

/**
 * tras_stockout_get_days:
 * @self: a stock-out
 * @day: the present day
 *
 * Returns: on how many evenings the item was out, up to @day where it still is
 */
int
tras_stockout_get_days (TrasStockout *self,
                        TrasDay       day)
{
  TrasDay to;

  g_return_val_if_fail (TRAS_IS_STOCKOUT (self), 0);

  to = self->to_on != TRAS_DAY_NONE ? self->to_on : day + 1;

  return MAX (to - self->from_on, 0);
}

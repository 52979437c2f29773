/* tras-stockout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-stockout.h"

/* No form and no file has these fields yet, so that they have no labels. */
#define FIELD(Type, member, VALUE, ...) \
  TRAS_FIELD (Type, member, VALUE, TRAS_FIELD_INTERNAL, NULL, __VA_ARGS__)

static const TrasField stockout_fields[] = {
  FIELD (TrasStockout, item_id, REFERENCE, .target = "item"),
  FIELD (TrasStockout, from_at, INSTANT),
  FIELD (TrasStockout, to_at, INSTANT),
  FIELD (TrasStockout, begun_by, REFERENCE, .target = "movement"),
  TRAS_FIELD (TrasStockout, item_name, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_INTERNAL, NULL),
  TRAS_FIELD (TrasStockout, cause, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_INTERNAL, NULL),
  TRAS_FIELD (TrasStockout, lesson, TEXT, TRAS_FIELD_COMPUTED | TRAS_FIELD_INTERNAL, NULL),
};

static const TrasTable stockout_table = {
  .name = "stockout",
  .view = "stockout_view",
  .fields = stockout_fields,
  .n_fields = G_N_ELEMENTS (stockout_fields),
};

TRAS_DEFINE_RECORD (TrasStockout, tras_stockout, &stockout_table)

static const TrasField stockout_lesson_fields[] = {
  TRAS_FIELD (TrasStockoutLesson, stockout_id, REFERENCE, TRAS_FIELD_INTERNAL | TRAS_FIELD_KEY,
              NULL,
              .target = "stockout"),
  FIELD (TrasStockoutLesson, flagged_by, REFERENCE, .target = "person"),
  FIELD (TrasStockoutLesson, cause, TEXT),
  FIELD (TrasStockoutLesson, lesson, TEXT),
};

static const TrasTable stockout_lesson_table = {
  .name = "stockout_lesson",
  .fields = stockout_lesson_fields,
  .n_fields = G_N_ELEMENTS (stockout_lesson_fields),
};

TRAS_DEFINE_RECORD (TrasStockoutLesson, tras_stockout_lesson, &stockout_lesson_table)

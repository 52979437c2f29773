/* tras-stock-count.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-stock-count.h"

static const TrasField stock_count_fields[] = {
  TRAS_FIELD (TrasStockCount, location_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Place"),
              .target = "location"),
  TRAS_FIELD (TrasStockCount, counted_on, DATE, TRAS_FIELD_REQUIRED, N_("Day")),
  TRAS_FIELD (TrasStockCount, last_movement, INTEGER, TRAS_FIELD_INTERNAL | TRAS_FIELD_REQUIRED,
              NULL),
  TRAS_FIELD (TrasStockCount, posted_at, INSTANT, TRAS_FIELD_INTERNAL, NULL),
  TRAS_FIELD (TrasStockCount, by_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Counted by"),
              .target = "person"),
};

static const TrasTable stock_count_table = {
  .name = "stock_count",
  .singular = N_("Stock count"),
  .plural = N_("Stock counts"),
  .fields = stock_count_fields,
  .n_fields = G_N_ELEMENTS (stock_count_fields),
};

TRAS_DEFINE_RECORD (TrasStockCount, tras_stock_count, &stock_count_table)

static const TrasField count_line_fields[] = {
  TRAS_FIELD (TrasCountLine, count_id, REFERENCE,
              TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED | TRAS_FIELD_INTERNAL, NULL,
              .target = "stock_count"),
  TRAS_FIELD (TrasCountLine, item_id, REFERENCE, TRAS_FIELD_KEY | TRAS_FIELD_REQUIRED, N_("Item"),
              .target = "item"),
  TRAS_FIELD (TrasCountLine, expected, QUANTITY, TRAS_FIELD_INTERNAL | TRAS_FIELD_REQUIRED, NULL),
  TRAS_FIELD (TrasCountLine, counted, QUANTITY, TRAS_FIELD_UNSIGNED, N_("Counted")),
  TRAS_FIELD (TrasCountLine, movement_id, REFERENCE, TRAS_FIELD_INTERNAL, NULL,
              .target = "movement"),
};

static const TrasTable count_line_table = {
  .name = "count_line",
  .singular = N_("Counted item"),
  .plural = N_("Counted items"),
  .fields = count_line_fields,
  .n_fields = G_N_ELEMENTS (count_line_fields),
};

TRAS_DEFINE_RECORD (TrasCountLine, tras_count_line, &count_line_table)

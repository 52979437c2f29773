/* tras-count-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-count-row.h"

static const TrasField fields[] = {
  TRAS_FIELD (TrasCountRow, count, INTEGER, TRAS_FIELD_PLAIN, N_("Count")),
  TRAS_FIELD (TrasCountRow, counted_on, DATE, TRAS_FIELD_REQUIRED, N_("Day")),
  TRAS_FIELD (TrasCountRow, location_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Place"),
              .target = "location"),
  TRAS_FIELD (TrasCountRow, item_id, REFERENCE, TRAS_FIELD_REQUIRED, N_("Item"), .target = "item"),
  TRAS_FIELD (TrasCountRow, expected, QUANTITY, TRAS_FIELD_PLAIN, N_("Expected")),
  TRAS_FIELD (TrasCountRow, counted, QUANTITY, TRAS_FIELD_UNSIGNED, N_("Counted")),
  TRAS_FIELD (TrasCountRow, posted_on, DATE, TRAS_FIELD_PLAIN, N_("Posted")),
  TRAS_FIELD (TrasCountRow, by_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Counted by"),
              .target = "person"),
};

static const TrasTable count_row_table = {
  .name = "count_row",
  .kind = "stock-counts",
  .singular = N_("Stock count"),
  .plural = N_("Stock counts"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

TRAS_DEFINE_RECORD (TrasCountRow, tras_count_row, &count_row_table)

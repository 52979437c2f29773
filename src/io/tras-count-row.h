/* tras-count-row.h: an item of a stock count, with its count, as one row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_COUNT_ROW (tras_count_row_get_type ())

TRAS_DECLARE_RECORD (TrasCountRow, tras_count_row, COUNT_ROW)

/**
 * TrasCountRow:
 *
 * A row of the kind “stock-counts”: what is written down on the way along the shelves. No table of
 * the file has such rows; they are lines of counts.
 */
struct _TrasCountRow
{
  TrasRecord parent_instance;

  gint64 count;
  TrasDay counted_on;
  gint64 location_id;
  gint64 item_id;
  gint64 expected;
  gint64 counted;
  TrasDay posted_on;
  gint64 by_id;
};

G_END_DECLS

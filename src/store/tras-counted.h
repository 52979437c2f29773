/* tras-counted.h: what stock counts have found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"
#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasCounted:
 * @on: the day of the count
 * @item_id: an item
 * @expected: what should have been there, in thousandths of the unit
 * @counted: what was there
 */
typedef struct
{
  TrasDay on;
  gint64 item_id;
  gint64 expected;
  gint64 counted;
} TrasCounted;

GArray *tras_counted_load (TrasDb   *db,
                           GError  **error);

G_END_DECLS

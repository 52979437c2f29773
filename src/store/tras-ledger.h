/* tras-ledger.h: the rows of the ledger of stock, read in one go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"
#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasLedgerEntry:
 * @id: of the movement
 * @item_id: what moved
 * @from_id: the place that it left
 * @to_id: the place that it came to
 * @quantity: how much, in thousandths of the unit
 * @unit_cost: what a unit cost, or %TRAS_NULL
 * @reverses_id: the movement that it takes back, 0 for none
 * @on: its day
 *
 * A movement as it stands in the file, without the names that a record has.
 */
typedef struct
{
  gint64 id;
  gint64 item_id;
  gint64 from_id;
  gint64 to_id;
  gint64 quantity;
  gint64 unit_cost;
  gint64 reverses_id;
  TrasDay on;
} TrasLedgerEntry;

typedef void (*TrasLedgerFunc) (const TrasLedgerEntry  *entry,
                                gpointer                user_data);

gboolean tras_ledger_read (TrasDb          *db,
                           gint64           item_id,
                           TrasDay          behind,
                           TrasDay          to,
                           TrasLedgerFunc   func,
                           gpointer         user_data,
                           GError         **error);

G_END_DECLS

/* tras-closing-costs.h: what was there, and what it had cost, when the books were closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"
#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasClosingCost:
 * @item_id: an item
 * @quantity: how much of it was inside, in thousandths of the unit
 * @unit_cost: its average cost, in hundredths of a minor unit
 */
typedef struct
{
  gint64 item_id;
  gint64 quantity;
  gint64 unit_cost;
} TrasClosingCost;

gint64   tras_closing_costs_find (TrasDb                 *db,
                                  TrasDay                 day,
                                  TrasDay                *closed_to,
                                  GError                **error);
GArray  *tras_closing_costs_load (TrasDb                 *db,
                                  gint64                  closing_id,
                                  gint64                  item_id,
                                  GError                **error);
gboolean tras_closing_costs_add  (TrasDb                 *db,
                                  gint64                  closing_id,
                                  const TrasClosingCost  *cost,
                                  GError                **error);

G_END_DECLS

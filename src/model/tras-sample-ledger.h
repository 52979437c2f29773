/* tras-sample-ledger.h: a year in the life of the sample's items
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-sample-private.h"

G_BEGIN_DECLS

/**
 * TrasSampleItem:
 * @key: FAMILY.N
 * @id: of the stored item
 * @supplier_id: of the stored supplier
 * @lead_days: how long the supplier takes
 * @season: (nullable): its season
 * @demand: units a week in a usual month
 * @grain: the least that is sold, in thousandths of the unit
 * @reorder_at: in thousandths
 * @reorder_to: in thousandths
 * @pack: in thousandths
 * @cost: minor units for one
 *
 * What a year of an item depends on.
 */
typedef struct
{
  char *key;
  gint64 id;
  gint64 supplier_id;
  int lead_days;
  char *season;
  double demand;
  gint64 grain;
  gint64 reorder_at;
  gint64 reorder_to;
  gint64 pack;
  double cost;
} TrasSampleItem;

/**
 * TrasSampleMove:
 * @on: the day
 * @item: index of the item
 * @from: key of the place it left
 * @to: key of the place it went to
 * @cause: as in the file
 * @quantity: in thousandths
 * @priced: whether its cost is known
 * @group: (nullable): the group of the stock-out that it begins, or of the write-off that it is
 *
 * A movement to be.
 */
typedef struct
{
  TrasDay on;
  guint item;
  const char *from;
  const char *to;
  const char *cause;
  gint64 quantity;
  gboolean priced;
  const char *group;
} TrasSampleMove;

/**
 * TrasSampleOrder:
 * @item: index of the item
 * @ordered: when it was ordered
 * @promised: when the supplier said it would come
 * @arrives: when it comes
 * @quantity: in thousandths
 * @received: how much of it came before
 * @received_on: when that came
 *
 * A purchase that is under way.
 */
typedef struct
{
  guint item;
  TrasDay ordered;
  TrasDay promised;
  TrasDay arrives;
  gint64 quantity;
  gint64 received;
  TrasDay received_on;
} TrasSampleOrder;

void tras_sample_ledger_run (TrasSample  *sample,
                             GPtrArray   *items,
                             GArray     **moves,
                             GArray     **orders);

G_END_DECLS

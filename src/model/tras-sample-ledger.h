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
 * @supplier: the group of the supplier
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
  const char *supplier;
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
 * @order: the number of the order that it is a receipt of, 0 for none
 * @part: whether it is only a part of that
 * @count: the number of the line of a count whose difference it is, 0 for none
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
  guint order;
  gboolean part;
  guint count;
} TrasSampleMove;

/**
 * TrasSampleOrder:
 * @number: from 1
 * @item: index of the item
 * @ordered: when it was ordered
 * @promised: when the supplier said it would come
 * @arrives: when it comes
 * @quantity: in thousandths
 * @received: how much of it came before
 * @received_on: when that came
 * @came: whether all of it came
 * @rejected: how much of that was not good
 *
 * A line of a purchase.
 */
typedef struct
{
  guint number;
  guint item;
  TrasDay ordered;
  TrasDay promised;
  TrasDay arrives;
  gint64 quantity;
  gint64 received;
  TrasDay received_on;
  gboolean came;
  gint64 rejected;
} TrasSampleOrder;

/**
 * TrasSampleCounted:
 * @on: the day
 * @item: index of the item
 * @expected: what the ledger had, in thousandths
 * @counted: what was there
 *
 * A line of a count.
 */
typedef struct
{
  TrasDay on;
  guint item;
  gint64 expected;
  gint64 counted;
} TrasSampleCounted;

/**
 * TrasSampleLedger:
 * @moves: (element-type TrasSampleMove): all movements, in order of days
 * @orders: (element-type TrasSampleOrder): all that was ordered
 * @counted: (element-type TrasSampleCounted): all that was counted; a move names it by its place
 *   in here, from 1
 *
 * A year of all items.
 */
typedef struct
{
  GArray *moves;
  GArray *orders;
  GArray *counted;
} TrasSampleLedger;

void     tras_sample_ledger_run     (TrasSampleLedger  *self,
                                     TrasSample        *sample,
                                     GPtrArray         *items);
void     tras_sample_ledger_clear   (TrasSampleLedger  *self);

gboolean tras_sample_add_purchases  (TrasSample        *self,
                                     GPtrArray         *items,
                                     GArray            *orders,
                                     GHashTable        *receipts,
                                     GError           **error);

gboolean tras_sample_need_count     (TrasSample        *self,
                                     GHashTable        *counts,
                                     TrasDay            day,
                                     gint64            *id,
                                     GError           **error);
gboolean tras_sample_add_counted    (TrasSample        *self,
                                     GPtrArray         *items,
                                     GArray            *counted,
                                     GHashTable        *counts,
                                     GHashTable        *differences,
                                     GError           **error);
gboolean tras_sample_add_open_count (TrasSample        *self,
                                     GError           **error);
gboolean tras_sample_close_books    (TrasSample        *self,
                                     GError           **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrasSampleLedger, tras_sample_ledger_clear)

G_END_DECLS

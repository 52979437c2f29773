/* tras-counting.h: what is to be counted, a count under way, and what comes of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-item.h"
#include "tras-movement.h"
#include "tras-stock-abc.h"
#include "tras-stock-count.h"
#include "tras-stock-history.h"

G_BEGIN_DECLS

#define TRAS_STOCK_N_CLASSES 3

/**
 * TrasCountScope:
 * @TRAS_COUNT_PLACE: everything that should be in the place
 * @TRAS_COUNT_DUE: what of it is due by its class
 * @TRAS_COUNT_EMPTY: what is used up in the place, to look whether it really is
 *
 * What a count takes in.
 */
typedef enum
{
  TRAS_COUNT_PLACE,
  TRAS_COUNT_DUE,
  TRAS_COUNT_EMPTY,
} TrasCountScope;

/**
 * TrasCountCandidate:
 * @item_id: an item
 * @item_class: its class
 * @quantity: how much of it should be in the place
 * @is_due: whether its class is to be counted by now
 * @is_empty: whether none should be in the place, and nobody has looked since it went
 *
 * An item that can be counted in a place.
 */
typedef struct
{
  gint64 item_id;
  TrasStockClass item_class;
  gint64 quantity;
  gboolean is_due;
  gboolean is_empty;
} TrasCountCandidate;

/**
 * TrasCountPlace:
 * @place: a place inside
 * @candidates: (element-type TrasCountCandidate): what can be counted there
 */
typedef struct
{
  TrasLocation *place;
  GArray *candidates;
} TrasCountPlace;

/**
 * TrasCountFacts:
 * @count: a count
 * @place_name: where
 * @person_name: (nullable): who counts
 * @n_lines: how many items are on it
 * @n_counted: how many have a number
 * @n_accurate: how many of these are within the tolerance of their class
 */
typedef struct
{
  TrasStockCount *count;
  char *place_name;
  char *person_name;
  guint n_lines;
  guint n_counted;
  guint n_accurate;
} TrasCountFacts;

/**
 * TrasCounting:
 * @day: the present day
 * @places: (element-type TrasCountPlace): where something can be counted, by name
 * @open: (element-type TrasCountFacts): counts that are not posted, the oldest first
 * @posted: (element-type TrasCountFacts): those that are, the newest first
 * @n_items: of each class, how many items are in use
 * @n_due: of each class, how many of them are to be counted
 * @history: the classes of @day
 * @movement: the newest movement that @history may know of
 */
typedef struct
{
  gatomicrefcount refs;
  TrasDay day;
  GPtrArray *places;
  GPtrArray *open;
  GPtrArray *posted;
  guint n_items[TRAS_STOCK_N_CLASSES];
  guint n_due[TRAS_STOCK_N_CLASSES];
  TrasStockHistory *history;
  gint64 movement;
} TrasCounting;

TrasCounting *tras_counting_load       (TrasDb                  *db,
                                        TrasDay                  day,
                                        const TrasCounting      *known,
                                        GError                 **error);
TrasCounting *tras_counting_ref        (TrasCounting            *self);
void          tras_counting_unref      (TrasCounting            *self);
guint         tras_count_place_get_n   (const TrasCountPlace    *self,
                                        TrasCountScope           scope);
int           tras_count_get_times     (TrasStockClass           item_class);
TrasEdit     *tras_counting_start      (const TrasCountPlace    *place,
                                        TrasCountScope           scope,
                                        TrasStockCount          *count);
gboolean      tras_counting_check_edit (TrasEdit                *edit,
                                        TrasDb                  *db,
                                        GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCounting, tras_counting_unref)

G_END_DECLS

/* tras-run-out.h: when an item will run out, while there is time to do something about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-promise.h"

G_BEGIN_DECLS

/* Goods are ordered once a week, so that who looks today has to see what must be ordered until
 * then (ours). */
#define TRAS_RUN_OUT_DAYS 7

/**
 * TrasRunOut:
 * @on: the first evening on which nothing is left
 * @by: the last evening that was looked at
 * @missing: the most that is missing on any evening until then, in thousandths; 0 where what there
 *   is goes to the last piece
 * @order_on: the last day on which an order comes in time; before the present day where that is
 *   over
 *
 * What happens unless somebody orders.
 */
typedef struct
{
  TrasDay on;
  TrasDay by;
  gint64 missing;
  TrasDay order_on;
} TrasRunOut;

gboolean tras_run_out_find  (gint64                 on_hand,
                             const TrasPromiseStep *steps,
                             gsize                  n,
                             gint64                 used,
                             int                    days,
                             TrasDay                today,
                             int                    lead_days,
                             TrasRunOut            *run_out);
gint64   tras_run_out_order (gint64                 missing,
                             gint64                 pack);

G_END_DECLS

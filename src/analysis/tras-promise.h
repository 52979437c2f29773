/* tras-promise.h: what of an item can be promised, and by when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/**
 * TrasPromiseStep:
 * @on: the day
 * @quantity: thousandths of the unit: above 0 for what comes, below for what was promised
 *
 * What a day adds to what is there.
 */
typedef struct
{
  TrasDay on;
  gint64 quantity;
} TrasPromiseStep;

void    tras_promise_sort     (TrasPromiseStep        *steps,
                               gsize                   n);
gint64  tras_promise_get_most (gint64                  on_hand,
                               const TrasPromiseStep  *steps,
                               gsize                   n,
                               TrasDay                 day);
TrasDay tras_promise_find_day (gint64                  on_hand,
                               const TrasPromiseStep  *steps,
                               gsize                   n,
                               TrasDay                 from,
                               gint64                  quantity);

G_END_DECLS

/* tras-hire.h: how long seats took to be filled, and at what cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/**
 * TrasHire:
 * @opened_on: the day on which the vacancy was opened
 * @filled_on: the day on which somebody was hired for a seat of it
 * @cost: the seat's part of what hiring for the vacancy cost, in minor units, 0 or more
 *
 * A seat that was filled.
 */
typedef struct
{
  TrasDay opened_on;
  TrasDay filled_on;
  gint64 cost;
} TrasHire;

/**
 * TrasHireSum:
 * @n: how many seats were filled
 * @days: the days that they took, together
 * @cost: what they cost, together
 *
 * Several of them, zeros at first.
 */
typedef struct
{
  gint64 n;
  gint64 days;
  gint64 cost;
} TrasHireSum;

void   tras_hire_share_cost   (TrasHire          *hires,
                               gsize              n_hires,
                               gint64             cost);
int    tras_hire_get_days     (const TrasHire    *self);
void   tras_hire_sum_add      (TrasHireSum       *self,
                               const TrasHire    *hire);
double tras_hire_sum_get_days (const TrasHireSum *self);
gint64 tras_hire_sum_get_cost (const TrasHireSum *self);

G_END_DECLS

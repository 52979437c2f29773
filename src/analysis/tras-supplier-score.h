/* tras-supplier-score.h: how well goods come from a supplier, and what level to buy at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/* Weeks of use from which on safety stock is proposed. */
#define TRAS_REORDER_WEEKS 12

/**
 * TrasArrival:
 * @on: the day
 * @good: what was good of it, in thousandths
 *
 * A part of a line that came.
 */
typedef struct
{
  TrasDay on;
  gint64 good;
} TrasArrival;

/**
 * TrasDelivery:
 * @TRAS_DELIVERY_OPEN: cannot be told: nothing was promised, or the day is not over
 * @TRAS_DELIVERY_MISSED: not all of it was there and good by the promised day
 * @TRAS_DELIVERY_MET: all of it was, in however many parts
 */
typedef enum
{
  TRAS_DELIVERY_OPEN,
  TRAS_DELIVERY_MISSED,
  TRAS_DELIVERY_MET,
} TrasDelivery;

/**
 * TrasReorderPoint:
 * @use: what is used while goods are on their way, in thousandths of the unit
 * @safety: what is added for weeks that take more than others; 0 with less than
 *   %TRAS_REORDER_WEEKS weeks
 *
 * The two parts of a proposal.
 */
typedef struct
{
  gint64 use;
  gint64 safety;
} TrasReorderPoint;

int              tras_supplier_median_days   (const int          *days,
                                              gsize               n);
TrasDelivery     tras_supplier_judge         (gint64              quantity,
                                              TrasDay             promised_on,
                                              const TrasArrival  *arrivals,
                                              gsize               n,
                                              TrasDay             today);
gint64           tras_supplier_permille      (gint64              part,
                                              gint64              whole);
TrasReorderPoint tras_reorder_point          (gint64              used,
                                              int                 days,
                                              const gint64       *weeks,
                                              gsize               n_weeks,
                                              int                 lead_days);

G_END_DECLS

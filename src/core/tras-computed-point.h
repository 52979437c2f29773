/* tras-computed-point.h: a value that nobody types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasComputedPoint:
 * @period: the period, from tras_period_index()
 * @value: its value, finite
 * @num: the numerator, NAN where the value is no fraction
 * @den: the denominator, likewise; value = num / den but for rounding
 * @estimated: whether it was computed from an estimated value
 *
 * A value of an indicator that is computed from other indicators or from the firm's records.
 */
typedef struct
{
  gint32 period;
  double value;
  double num;
  double den;
  gboolean estimated;
} TrasComputedPoint;

G_END_DECLS

/* tras-calculator.h: arithmetic that comes from users
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrasCalculator:
 *
 * Works out expressions that somebody typed, by an SQLite connection of its own that has no file,
 * no tables, no functions but abs, min and max, and no patience. Belongs to one thread at a time.
 */
typedef struct _TrasCalculator TrasCalculator;

/**
 * TrasCalculation:
 *
 * Some expressions over the same numbers, ready to be worked out as often as wanted. Does not
 * outlive its calculator.
 */
typedef struct _TrasCalculation TrasCalculation;

TrasCalculator  *tras_calculator_new     (GError             **error);
void             tras_calculator_free    (TrasCalculator      *self);
TrasCalculation *tras_calculator_prepare (TrasCalculator      *self,
                                          const char *const   *expressions,
                                          guint                n_numbers,
                                          GError             **error);
gboolean         tras_calculation_run    (TrasCalculation     *self,
                                          const double        *numbers,
                                          double              *results,
                                          GError             **error);
void             tras_calculation_free   (TrasCalculation     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCalculator, tras_calculator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCalculation, tras_calculation_free)

G_END_DECLS

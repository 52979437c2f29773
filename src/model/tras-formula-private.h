/* tras-formula-private.h: what a formula has become
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-formula.h"

G_BEGIN_DECLS

/* The input of an operand that is a number in the formula. */
#define TRAS_FORMULA_NO_INPUT G_MAXUINT

/**
 * TrasFormulaOperand:
 * @number: the number, where it stands in the formula
 * @input: else which input it is
 *
 * What an expression has for a parameter: $1 is the first operand.
 */
typedef struct
{
  double number;
  guint input;
} TrasFormulaOperand;

/* The expressions are the value, the numerator and the denominator; the last two NULL where it does
 * not divide last. */
struct _TrasFormula
{
  GArray *inputs;
  GArray *operands;
  char *expressions[4];
};

gsize tras_formula_measure_name (const char *text);
char *tras_formula_dup_name     (const char *brackets,
                                 gsize       length);

G_END_DECLS

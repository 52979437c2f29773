/* tras-formula.h: what a computed indicator is computed from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-calculator.h"
#include "tras-computed-point.h"

G_BEGIN_DECLS

/* What a formula may have at most: characters, parentheses inside one another, periods of a moving
 * sum. */
#define TRAS_FORMULA_LENGTH 1000
#define TRAS_FORMULA_DEPTH 8
#define TRAS_FORMULA_PERIODS 400

/**
 * TrasFormulaProblem:
 * @start: where the word begins that it is about, in bytes of the text
 * @length: how many bytes the word has, 0 behind the end of the text
 * @message: (nullable): a sentence; %NULL for no problem
 *
 * Why a text is no formula.
 */
typedef struct
{
  gsize start;
  gsize length;
  char *message;
} TrasFormulaProblem;

/**
 * TrasFormulaInput:
 * @name: what stands in the brackets
 * @n: of how many periods up to the one at hand the values are added up, 1 for none but its own
 * @start: where the brackets begin for the first time, in bytes of the text
 * @length: how many bytes they have
 *
 * An indicator that a formula names.
 */
typedef struct
{
  char *name;
  guint n;
  gsize start;
  gsize length;
} TrasFormulaInput;

/**
 * TrasFormulaSeries:
 * @n: how many points
 * @periods: (array length=n): their periods, strictly increasing
 * @values: (array length=n): their values, finite
 * @estimated: (array length=n): 1 for an estimated value
 *
 * The values of an input. Borrowed.
 */
typedef struct
{
  gsize n;
  const gint32 *periods;
  const double *values;
  const guint8 *estimated;
} TrasFormulaSeries;

/**
 * TrasFormula:
 *
 * A formula that can be read: numbers, indicators in brackets, + - * / and parentheses, abs (x),
 * min (x, y …), max (x, y …) and the moving sum of n periods, sum ([x], n). A bracket ] in a name
 * is written twice.
 */
typedef struct _TrasFormula TrasFormula;

/**
 * TrasFormulaRename:
 * @name: what stands in the brackets
 *
 * Returns: (transfer full) (nullable): what shall stand there, %NULL to leave it
 */
typedef char *(*TrasFormulaRename) (const char *name,
                                    gpointer    user_data);

TrasFormula            *tras_formula_parse      (const char               *text,
                                                 TrasFormulaProblem       *problem);
void                    tras_formula_free       (TrasFormula              *self);
guint                   tras_formula_get_n      (TrasFormula              *self);
const TrasFormulaInput *tras_formula_get_input  (TrasFormula              *self,
                                                 guint                     position);
gboolean                tras_formula_is_ratio   (TrasFormula              *self);
GArray                 *tras_formula_run        (TrasFormula              *self,
                                                 TrasCalculator           *calculator,
                                                 const TrasFormulaSeries  *inputs,
                                                 GError                  **error);
char                   *tras_formula_dup_renamed (const char              *text,
                                                  TrasFormulaRename        rename,
                                                  gpointer                 user_data);
void                    tras_formula_problem_set (TrasFormulaProblem      *self,
                                                  gsize                    start,
                                                  gsize                    length,
                                                  char                    *message);
void                    tras_formula_problem_clear (TrasFormulaProblem    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasFormula, tras_formula_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrasFormulaProblem, tras_formula_problem_clear)

G_END_DECLS

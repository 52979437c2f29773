/* tras-formula.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-formula-private.h"

/**
 * tras_formula_problem_set:
 * @self: a problem
 * @start: where the word begins, in bytes of the text
 * @length: how many bytes it has
 * @message: (transfer full): a sentence
 */
void
tras_formula_problem_set (TrasFormulaProblem *self,
                          gsize               start,
                          gsize               length,
                          char               *message)
{
  g_free (self->message);
  self->start = start;
  self->length = length;
  self->message = message;
}

void
tras_formula_problem_clear (TrasFormulaProblem *self)
{
  g_clear_pointer (&self->message, g_free);
}

void
tras_formula_free (TrasFormula *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->expressions); i++)
    g_free (self->expressions[i]);
  g_clear_pointer (&self->inputs, g_array_unref);
  g_clear_pointer (&self->operands, g_array_unref);
  g_free (self);
}

/**
 * tras_formula_get_n:
 * @self: a formula
 *
 * Returns: how many inputs it has, 1 or more; an indicator counts once for each number of periods
 */
guint
tras_formula_get_n (TrasFormula *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->inputs->len;
}

const TrasFormulaInput *
tras_formula_get_input (TrasFormula *self,
                        guint        position)
{
  g_return_val_if_fail (self != NULL && position < self->inputs->len, NULL);

  return &g_array_index (self->inputs, TrasFormulaInput, position);
}

/**
 * tras_formula_is_ratio:
 * @self: a formula
 *
 * Returns: whether it divides last, so that longer periods can add up its numerators and its
 *   denominators: [a] / [b], 100 * [a] / ([b] + [c]), but not [a] / [b] + 1
 */
gboolean
tras_formula_is_ratio (TrasFormula *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->expressions[2] != NULL;
}

/* ---- values ---- */

/* Where in the series the period is; looks on from @place. */
static gboolean
find (const TrasFormulaSeries *series,
      gint32                   period,
      gsize                   *place)
{
  while (*place < series->n && series->periods[*place] < period)
    (*place)++;

  return *place < series->n && series->periods[*place] == period;
}

/* The sum of the last n values up to place; FALSE where a period among them has none. Added up
 * anew each time: a sum that is carried along would gather the errors of all it has ever held. */
static gboolean
add_up (const TrasFormulaSeries *series,
        gsize                    place,
        guint                    n,
        double                  *sum,
        gboolean                *estimated)
{
  if (place + 1 < n || series->periods[place] - series->periods[place + 1 - n] != (gint32) n - 1)
    return FALSE;

  *sum = 0.0;
  for (gsize i = place + 1 - n; i <= place; i++)
    {
      *sum += series->values[i];
      *estimated |= series->estimated[i];
    }

  return TRUE;
}

/**
 * tras_formula_run:
 * @self: a formula
 * @calculator: works it out
 * @inputs: (array): the values of each of its inputs, in their order
 * @error: where to put the error
 *
 * A period in which one input has no value, or in which the formula divides by zero, has none.
 *
 * Returns: (transfer full) (element-type TrasComputedPoint) (nullable): its values, in order
 */
GArray *
tras_formula_run (TrasFormula              *self,
                  TrasCalculator           *calculator,
                  const TrasFormulaSeries  *inputs,
                  GError                  **error)
{
  g_autoptr (TrasCalculation) calculation = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autofree gsize *places = NULL;
  g_autofree double *values = NULL;
  g_autofree double *numbers = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (inputs != NULL, NULL);

  calculation = tras_calculator_prepare (calculator, (const char *const *) self->expressions,
                                         self->operands->len, error);
  if (calculation == NULL)
    return NULL;

  places = g_new0 (gsize, self->inputs->len);
  values = g_new0 (double, self->inputs->len);
  numbers = g_new0 (double, self->operands->len);
  for (gsize i = 0; i < inputs[0].n; i++)
    {
      TrasComputedPoint point = { inputs[0].periods[i], NAN, NAN, NAN, FALSE };
      double results[3] = { NAN, NAN, NAN };
      gboolean complete = TRUE;

      for (guint k = 0; complete && k < self->inputs->len; k++)
        complete = find (&inputs[k], point.period, &places[k]) &&
                   add_up (&inputs[k], places[k],
                           g_array_index (self->inputs, TrasFormulaInput, k).n, &values[k],
                           &point.estimated);
      if (!complete)
        continue;

      for (guint k = 0; k < self->operands->len; k++)
        {
          const TrasFormulaOperand *one = &g_array_index (self->operands, TrasFormulaOperand, k);

          numbers[k] = one->input == TRAS_FORMULA_NO_INPUT ? one->number : values[one->input];
        }
      if (!tras_calculation_run (calculation, numbers, results, error))
        return NULL;
      if (isnan (results[0]))
        continue;

      point.value = results[0];
      if (!isnan (results[1]) && !isnan (results[2]))
        {
          point.num = results[1];
          point.den = results[2];
        }
      g_array_append_val (points, point);
    }

  return g_steal_pointer (&points);
}

/* ---- names ---- */

/**
 * tras_formula_measure_name:
 * @text: begins with a bracket
 *
 * Returns: how many bytes the name has with its brackets; 0 where it does not end
 */
gsize
tras_formula_measure_name (const char *text)
{
  for (const char *end = text + 1; (end = strchr (end, ']')) != NULL; end += 2)
    {
      if (end[1] != ']')
        return (gsize) (end + 1 - text);
    }

  return 0;
}

/**
 * tras_formula_dup_name:
 * @brackets: begins with a name in brackets
 * @length: how many bytes that has
 *
 * Returns: (transfer full): the name, which has one ] for each ]] between the brackets
 */
char *
tras_formula_dup_name (const char *brackets,
                       gsize       length)
{
  g_autofree char *inner = g_strndup (brackets + 1, length - 2);
  g_auto (GStrv) parts = g_strsplit (inner, "]]", -1);

  return g_strjoinv ("]", parts);
}

static char *
dup_brackets (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "]", -1);
  g_autofree char *inner = g_strjoinv ("]]", parts);

  return g_strconcat ("[", inner, "]", NULL);
}

/**
 * tras_formula_dup_renamed:
 * @text: a formula, or what shall become one
 * @rename: (scope call): says what shall stand in each pair of brackets
 * @user_data: data for @rename
 *
 * Returns: (transfer full): the text with other names and otherwise as it is
 */
char *
tras_formula_dup_renamed (const char        *text,
                          TrasFormulaRename  rename,
                          gpointer           user_data)
{
  g_autoptr (GString) result = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      gsize length = *text == '[' ? tras_formula_measure_name (text) : 0;
      g_autofree char *name = length > 0 ? tras_formula_dup_name (text, length) : NULL;
      g_autofree char *other = name != NULL ? rename (name, user_data) : NULL;
      g_autofree char *brackets = other != NULL ? dup_brackets (other) : NULL;

      if (length == 0)
        length = 1;
      if (brackets != NULL)
        g_string_append (result, brackets);
      else
        g_string_append_len (result, text, (gssize) length);
      text += length;
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/* tras-formula-parser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A formula is read here, so that whatever is wrong is said of a word, in words; what it comes to
 * is left to SQLite, which gets an expression made of parameters, operators and three functions.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tras-formula-private.h"

typedef enum
{
  TOKEN_END,
  TOKEN_NUMBER,
  TOKEN_NAME,
  TOKEN_WORD,
  TOKEN_SIGN,
} TokenKind;

/* A word of the text; sign is one of + - * / ( ) and the comma. */
typedef struct
{
  TokenKind kind;
  char sign;
  gsize start;
  gsize length;
} Token;

/* Part of a formula as SQLite's expression. num and den where it is a division, or a product with
 * one: what has to be added up before it is divided. */
typedef struct
{
  char *value;
  char *num;
  char *den;
} Part;

typedef struct
{
  const char *text;
  gsize length;
  Token token;
  guint depth;
  TrasFormula *formula;
  TrasFormulaProblem *problem;
} Parser;

typedef enum
{
  FUNCTION_ABS,
  FUNCTION_MAX,
  FUNCTION_MIN,
  FUNCTION_SUM,
} Function;

static const char *const functions[] = {
  [FUNCTION_ABS] = "abs",
  [FUNCTION_MAX] = "max",
  [FUNCTION_MIN] = "min",
  [FUNCTION_SUM] = "sum",
};

static void
part_clear (Part *part)
{
  g_free (part->value);
  g_free (part->num);
  g_free (part->den);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

static void
input_clear (gpointer data)
{
  g_free (((TrasFormulaInput *) data)->name);
}

/* ---- words ---- */

/* Always FALSE, for whoever returns that. */
static gboolean
refuse (Parser      *self,
        const Token *token,
        char        *message)
{
  tras_formula_problem_set (self->problem, token->start, token->length, message);

  return FALSE;
}

static char *
dup_token (Parser      *self,
           const Token *token)
{
  return g_strndup (self->text + token->start, token->length);
}

/* Typographic signs stand for the plain ones. */
static char
read_sign (const char *text)
{
  switch (g_utf8_get_char (text))
    {
    case '+':
    case '-':
    case '*':
    case '/':
    case '(':
    case ')':
    case ',':
      return *text;
    case 0x2212: /* − */
      return '-';
    case 0x00d7: /* × */
      return '*';
    case 0x00f7: /* ÷ */
      return '/';
    default:
      return '\0';
    }
}

static gsize
measure_number (const char *text)
{
  gsize n = strspn (text, "0123456789.");

  if ((text[n] == 'e' || text[n] == 'E') &&
      g_ascii_isdigit (text[n + 1 + (text[n + 1] == '-' || text[n + 1] == '+')]))
    n += 2 + strspn (text + n + 2, "0123456789");

  return n;
}

static gsize
measure_word (const char *text)
{
  const char *end = text;

  while (g_unichar_isalnum (g_utf8_get_char (end)) || *end == '_' || *end == '#')
    end = g_utf8_next_char (end);

  return (gsize) (end - text);
}

static gboolean
next (Parser *self)
{
  Token *token = &self->token;
  const char *text;

  token->start += token->length;
  while (g_unichar_isspace (g_utf8_get_char (self->text + token->start)))
    token->start += (gsize) g_utf8_skip[(guchar) self->text[token->start]];
  text = self->text + token->start;

  token->kind = TOKEN_END;
  token->length = 0;
  if (*text == '\0')
    return TRUE;

  token->sign = read_sign (text);
  if (token->sign != '\0')
    {
      token->kind = TOKEN_SIGN;
      token->length = (gsize) g_utf8_skip[(guchar) *text];
      if (token->sign == ',' && token->start > 0 && g_ascii_isdigit (text[-1]) &&
          g_ascii_isdigit (text[1]))
        return refuse (self, token, g_strdup (_("Decimals are written with a point, as in 0.5; "
                                                "behind a comma that parts two values comes a "
                                                "space.")));
    }
  else if (*text == '[')
    {
      token->kind = TOKEN_NAME;
      token->length = tras_formula_measure_name (text);
      if (token->length == 0)
        {
          token->length = strlen (text);
          return refuse (self, token, g_strdup (_("The name does not end: write ] behind it.")));
        }
    }
  else if (g_ascii_isdigit (*text) || *text == '.')
    {
      token->kind = TOKEN_NUMBER;
      token->length = measure_number (text);
    }
  else if (g_unichar_isalpha (g_utf8_get_char (text)))
    {
      token->kind = TOKEN_WORD;
      token->length = measure_word (text);
    }
  else
    {
      g_autofree char *shown = NULL;

      token->length = (gsize) g_utf8_skip[(guchar) *text];
      shown = dup_token (self, token);
      return refuse (self, token, g_strdup_printf (_("“%s” has no place in a formula."), shown));
    }

  return TRUE;
}

static gboolean
is_sign (Parser *self,
         char    sign)
{
  return self->token.kind == TOKEN_SIGN && self->token.sign == sign;
}

/* ---- parts ---- */

static char *
add_operand (Parser *self,
             double  number,
             guint   input)
{
  TrasFormulaOperand operand = { number, input };

  g_array_append_val (self->formula->operands, operand);

  return g_strdup_printf ("$%u", self->formula->operands->len);
}

static guint
add_input (Parser      *self,
           const Token *token,
           guint        n)
{
  GArray *inputs = self->formula->inputs;
  g_autofree char *name = tras_formula_dup_name (self->text + token->start, token->length);
  TrasFormulaInput input;

  for (guint i = 0; i < inputs->len; i++)
    {
      const TrasFormulaInput *known = &g_array_index (inputs, TrasFormulaInput, i);

      if (known->n == n && g_str_equal (known->name, name))
        return i;
    }

  input = (TrasFormulaInput) { g_steal_pointer (&name), n, token->start, token->length };
  g_array_append_val (inputs, input);

  return inputs->len - 1;
}

static gboolean
check_name (Parser *self)
{
  if (self->token.length > 2)
    return TRUE;

  return refuse (self, &self->token, g_strdup (_("There is no name between the brackets.")));
}

static char *
dup_product (const char *a,
             const char *b)
{
  if (a == NULL || b == NULL)
    return g_strdup (a != NULL ? a : b);

  return g_strconcat (a, " * ", b, NULL);
}

/* a / b, with the fractions that a and b may be: (n/d) / (m/e) = (n·e) / (d·m). */
static void
divide (Part       *a,
        const Part *b)
{
  Part result = {
    g_strconcat (a->value, " / ", b->value, NULL),
    dup_product (a->den != NULL ? a->num : a->value, b->den),
    dup_product (a->den, b->den != NULL ? b->num : b->value),
  };

  part_clear (a);
  *a = result;
}

static void
multiply (Part       *a,
          const Part *b)
{
  Part result = { g_strconcat (a->value, " * ", b->value, NULL), NULL, NULL };

  if (a->den != NULL || b->den != NULL)
    {
      result.num = dup_product (a->den != NULL ? a->num : a->value,
                                b->den != NULL ? b->num : b->value);
      result.den = dup_product (a->den, b->den);
    }
  part_clear (a);
  *a = result;
}

static void
join (Part       *a,
      const char *sign,
      const Part *b)
{
  Part result = { g_strconcat (a->value, sign, b->value, NULL), NULL, NULL };

  part_clear (a);
  *a = result;
}

/* A fraction is the same in parentheses: only its value gets them. */
static void
enclose (Part *part)
{
  g_autofree char *value = g_steal_pointer (&part->value);

  part->value = g_strconcat ("(", value, ")", NULL);
}

static void
negate (Part *part)
{
  g_autofree char *value = g_steal_pointer (&part->value);
  g_autofree char *num = g_steal_pointer (&part->num);

  part->value = g_strconcat ("(- ", value, ")", NULL);
  part->num = num != NULL ? g_strconcat ("(- ", num, ")", NULL) : NULL;
}

/* ---- grammar ---- */

static gboolean read_sum (Parser *self, Part *part);

static gboolean
open_parenthesis (Parser *self,
                  Token  *opening)
{
  *opening = self->token;
  if (++self->depth > TRAS_FORMULA_DEPTH)
    return refuse (self, opening,
                   g_strdup_printf (_("There are more than %d parentheses inside one another; let "
                                      "a part be an indicator of its own."), TRAS_FORMULA_DEPTH));

  return next (self);
}

static gboolean
close_parenthesis (Parser      *self,
                   const Token *opening)
{
  if (self->token.kind == TOKEN_END)
    return refuse (self, opening, g_strdup (_("This parenthesis is not closed.")));
  if (is_sign (self, ','))
    return refuse (self, &self->token, g_strdup (_("A comma only parts the values of max, min and "
                                                   "sum.")));
  if (!is_sign (self, ')'))
    return refuse (self, &self->token, g_strdup (_("Before this, +, -, * or / is missing.")));

  self->depth--;

  return next (self);
}

/* Its first argument is an indicator, since only they have values in other periods. */
static gboolean
read_moving_sum (Parser      *self,
                 const Token *word,
                 Part        *part)
{
  Token opening, name;
  g_autofree char *periods = NULL;
  guint64 n = 0;

  if (!open_parenthesis (self, &opening))
    return FALSE;
  name = self->token;
  if (name.kind != TOKEN_NAME)
    return refuse (self, &name, g_strdup (_("sum wants an indicator and how many periods to add "
                                            "up: sum ([Orders], 4).")));
  if (!check_name (self) || !next (self))
    return FALSE;
  if (!is_sign (self, ','))
    return refuse (self, &self->token, g_strdup (_("How many periods are to be added up? "
                                                   "Write sum ([Orders], 4).")));
  if (!next (self))
    return FALSE;

  periods = dup_token (self, &self->token);
  if (self->token.kind != TOKEN_NUMBER ||
      !g_ascii_string_to_unsigned (periods, 10, 2, TRAS_FORMULA_PERIODS, &n, NULL))
    return refuse (self, &self->token,
                   g_strdup_printf (_("sum adds up from 2 to %d periods."), TRAS_FORMULA_PERIODS));
  part->value = add_operand (self, NAN, add_input (self, &name, (guint) n));

  return next (self) && close_parenthesis (self, &opening);
}

static gboolean
read_arguments (Parser   *self,
                Function  function,
                Part     *part)
{
  g_autoptr (GString) call = g_string_new (functions[function]);
  Token opening;
  guint n = 0;

  if (!open_parenthesis (self, &opening))
    return FALSE;

  g_string_append (call, " (");
  for (gboolean more = TRUE; more; n++)
    {
      g_auto (Part) argument = { NULL, NULL, NULL };

      if (!read_sum (self, &argument))
        return FALSE;
      g_string_append_printf (call, "%s%s", n > 0 ? ", " : "", argument.value);
      more = function != FUNCTION_ABS && is_sign (self, ',');
      if (more && !next (self))
        return FALSE;
    }
  g_string_append_c (call, ')');
  if (function != FUNCTION_ABS && n < 2 && is_sign (self, ')'))
    return refuse (self, &self->token,
                   g_strdup_printf (_("%s wants two values or more, with commas between them."),
                                    functions[function]));
  part->value = g_string_free (g_steal_pointer (&call), FALSE);

  return close_parenthesis (self, &opening);
}

static gboolean
read_function (Parser *self,
               Part   *part)
{
  Token word = self->token;
  g_autofree char *name = dup_token (self, &word);
  g_autofree char *folded = g_ascii_strdown (name, -1);
  guint function = 0;

  while (function < G_N_ELEMENTS (functions) && !g_str_equal (functions[function], folded))
    function++;
  if (function == G_N_ELEMENTS (functions))
    /* Translators: a word that somebody typed, twice */
    return refuse (self, &word, g_strdup_printf (_("“%s” is no function; there are abs, max, min "
                                                   "and sum. An indicator stands in brackets: "
                                                   "[%s]."), name, name));
  if (!next (self))
    return FALSE;
  if (!is_sign (self, '('))
    return refuse (self, &word, g_strdup_printf (_("Behind %s comes a parenthesis."),
                                                 functions[function]));

  return function == FUNCTION_SUM ? read_moving_sum (self, &word, part)
                                  : read_arguments (self, function, part);
}

static gboolean
read_number (Parser *self,
             Part   *part)
{
  g_autofree char *text = dup_token (self, &self->token);
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (*end != '\0' || !isfinite (number))
    return refuse (self, &self->token, g_strdup_printf (_("“%s” is no number."), text));
  part->value = add_operand (self, number, TRAS_FORMULA_NO_INPUT);

  return next (self);
}

static gboolean
read_factor (Parser *self,
             Part   *part)
{
  Token opening;

  switch (self->token.kind)
    {
    case TOKEN_NUMBER:
      return read_number (self, part);
    case TOKEN_NAME:
      if (!check_name (self))
        return FALSE;
      part->value = add_operand (self, NAN, add_input (self, &self->token, 1));
      return next (self);
    case TOKEN_WORD:
      return read_function (self, part);
    case TOKEN_SIGN:
    case TOKEN_END:
      if (!is_sign (self, '('))
        return refuse (self, &self->token, g_strdup (_("Here a number or an indicator is "
                                                       "missing.")));
      if (!open_parenthesis (self, &opening) || !read_sum (self, part))
        return FALSE;
      enclose (part);
      return close_parenthesis (self, &opening);
    default:
      g_assert_not_reached ();
    }
}

/* One minus may stand before a factor. */
static gboolean
read_signed (Parser *self,
             Part   *part)
{
  gboolean minus = is_sign (self, '-');

  if (minus && !next (self))
    return FALSE;
  if (!read_factor (self, part))
    return FALSE;
  if (minus)
    negate (part);

  return TRUE;
}

static gboolean
read_product (Parser *self,
              Part   *part)
{
  if (!read_signed (self, part))
    return FALSE;

  while (is_sign (self, '*') || is_sign (self, '/'))
    {
      g_auto (Part) other = { NULL, NULL, NULL };
      gboolean divides = is_sign (self, '/');

      if (!next (self) || !read_signed (self, &other))
        return FALSE;
      if (divides)
        divide (part, &other);
      else
        multiply (part, &other);
    }

  return TRUE;
}

static gboolean
read_sum (Parser *self,
          Part   *part)
{
  if (!read_product (self, part))
    return FALSE;

  while (is_sign (self, '+') || is_sign (self, '-'))
    {
      g_auto (Part) other = { NULL, NULL, NULL };
      const char *sign = is_sign (self, '+') ? " + " : " - ";

      if (!next (self) || !read_product (self, &other))
        return FALSE;
      join (part, sign, &other);
    }

  return TRUE;
}

static gboolean
read_formula (Parser *self,
              Part   *part)
{
  if (g_utf8_strlen (self->text, -1) > TRAS_FORMULA_LENGTH)
    {
      gsize start = (gsize) (g_utf8_offset_to_pointer (self->text, TRAS_FORMULA_LENGTH) -
                             self->text);

      return refuse (self, &(Token) { .start = start, .length = self->length - start },
                     g_strdup_printf (_("A formula has up to %d characters; let a part be an "
                                        "indicator of its own."), TRAS_FORMULA_LENGTH));
    }
  if (!next (self))
    return FALSE;
  if (self->token.kind == TOKEN_END)
    return refuse (self, &self->token, g_strdup (_("There is no formula yet.")));
  if (!read_sum (self, part))
    return FALSE;

  if (is_sign (self, ')'))
    return refuse (self, &self->token, g_strdup (_("This parenthesis closes none.")));
  if (is_sign (self, ','))
    return refuse (self, &self->token, g_strdup (_("A comma only parts the values of max, min and "
                                                   "sum.")));
  if (self->token.kind != TOKEN_END)
    return refuse (self, &self->token, g_strdup (_("Before this, +, -, * or / is missing.")));
  if (self->formula->inputs->len == 0)
    return refuse (self, &(Token) { .start = 0, .length = self->length },
                   g_strdup (_("A formula names at least one indicator, in brackets: "
                               "[Orders late] / [Orders].")));

  return TRUE;
}

/**
 * tras_formula_parse:
 * @text: (nullable): a formula; valid UTF-8
 * @problem: (inout): where to put why it is none
 *
 * Reads a formula without looking at what it names.
 *
 * Returns: (transfer full) (nullable): the formula
 */
TrasFormula *
tras_formula_parse (const char         *text,
                    TrasFormulaProblem *problem)
{
  g_autoptr (TrasFormula) self = g_new0 (TrasFormula, 1);
  g_auto (Part) part = { NULL, NULL, NULL };
  Parser parser = {
    .text = text != NULL ? text : "",
    .formula = self,
    .problem = problem,
  };

  g_return_val_if_fail (problem != NULL, NULL);

  self->inputs = g_array_new (FALSE, FALSE, sizeof (TrasFormulaInput));
  g_array_set_clear_func (self->inputs, input_clear);
  self->operands = g_array_new (FALSE, FALSE, sizeof (TrasFormulaOperand));
  parser.length = strlen (parser.text);
  if (!read_formula (&parser, &part))
    return NULL;

  self->expressions[0] = g_steal_pointer (&part.value);
  self->expressions[1] = g_steal_pointer (&part.num);
  self->expressions[2] = g_steal_pointer (&part.den);

  return g_steal_pointer (&self);
}

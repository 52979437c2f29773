/* test-formula.c: computed indicators, held against an evaluator of the test's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-formula-book.h"
#include "tras-indicator-series.h"
#include "tras-model-fixture.h"
#include "tras-scorecard.h"
#include "tras-series-builder.h"

#define WEEKS 30
#define INPUTS 4

static gint64
id_of (gpointer record)
{
  return TRAS_RECORD (record)->id;
}

static TrasIndicatorSeries *
load (Fixture *fixture,
      gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasIndicatorSeries *series =
    tras_indicator_series_load (fixture->db, id, day ("1999-12-31"), &error);

  g_assert_no_error (error);

  return series;
}

/* An indicator with a formula that must be right; its id. */
static gint64
add_formula (Fixture    *fixture,
             const char *name,
             const char *roll,
             const char *shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasFormulaBook) book = tras_formula_book_load (fixture->db, &error);
  g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };
  TrasIndicator *indicator = make_indicator (name, "up", roll);

  g_assert_no_error (error);
  indicator->formula = tras_formula_book_dup_stored (book, indicator, shown, &problem);
  g_assert_cmpstr (problem.message, ==, NULL);
  g_assert_nonnull (indicator->formula);
  g_free (indicator->source);
  indicator->source = g_strdup (TRAS_SOURCE_FORMULA);

  return insert (fixture, indicator);
}

static double
value_at (TrasIndicatorSeries *series,
          int                  week)
{
  TrasCell cell;

  tras_indicator_series_get_cell (series, series->first_due + week, &cell);

  return cell.value;
}

/* ---- what can be read ---- */

static void
test_problems (void)
{
  static const struct
  {
    const char *text;
    int start;
    int length;
    const char *words;
  } rows[] = {
    { "", 0, 0, "no formula yet" },
    { "  ", 2, 0, "no formula yet" },
    { "[A] +", 5, 0, "missing" },
    { "[A] + * [B]", 6, 1, "missing" },
    { "[A] [B]", 4, 3, "Before this" },
    { "2 3", 2, 1, "Before this" },
    { "([A]", 0, 1, "not closed" },
    { "([A] + ([B])", 0, 1, "not closed" },
    { "[A])", 3, 1, "closes none" },
    { "([A] [B])", 5, 3, "Before this" },
    { "[A", 0, 2, "does not end" },
    { "[A] + [B]]", 6, 4, "does not end" },
    { "[] + 1", 0, 2, "no name" },
    { "[A] % 2", 4, 1, "no place" },
    { "[A] + ‰", 6, 3, "no place" },
    { "'A'", 0, 1, "no place" },
    { "[A]; 2", 3, 1, "no place" },
    { "Orders / 2", 0, 6, "brackets" },
    { "[A] + Größe", 6, 7, "brackets" },
    { "select ([A])", 0, 6, "no function" },
    { "abs [A]", 0, 3, "parenthesis" },
    { "abs ([A], [B])", 8, 1, "comma" },
    { "min ([A])", 8, 1, "two values" },
    { "max ()", 5, 1, "missing" },
    { "sum ([A])", 8, 1, "How many periods" },
    { "sum ([A], 1)", 10, 1, "from 2 to 400" },
    { "sum ([A], 401)", 10, 3, "from 2 to 400" },
    { "sum ([A], 2.5)", 10, 3, "from 2 to 400" },
    { "sum ([A] + [B], 4)", 9, 1, "How many periods" },
    { "sum (4, [A])", 5, 1, "wants an indicator" },
    { "sum ([A], 4", 4, 1, "not closed" },
    { "[A], [B]", 3, 1, "comma" },
    { "0,5 * [A]", 1, 1, "point" },
    { "1.2.3 * [A]", 0, 5, "no number" },
    { "1e999 * [A]", 0, 5, "no number" },
    { "--[A]", 1, 1, "missing" },
    { "1 + 2", 0, 5, "at least one indicator" },
    { "((((((((([A])))))))))", 8, 1, "inside one another" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };

      g_test_message ("%s", rows[i].text);
      g_assert_null (tras_formula_parse (rows[i].text, &problem));
      g_assert_nonnull (problem.message);
      g_test_message ("%s", problem.message);
      g_assert_nonnull (strstr (problem.message, rows[i].words));
      g_assert_cmpint ((int) problem.start, ==, rows[i].start);
      g_assert_cmpint ((int) problem.length, ==, rows[i].length);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("[ñ]");
  g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };

  while (g_utf8_strlen (text->str, -1) <= TRAS_FORMULA_LENGTH)
    g_string_append (text, " + [ñ]");
  g_assert_null (tras_formula_parse (text->str, &problem));
  g_assert_nonnull (strstr (problem.message, "1000"));
  /* 1000 characters, every sixth of which has two bytes. */
  g_assert_cmpuint (problem.start, >, 1000);
  g_assert_cmpuint (problem.start + problem.length, ==, text->len);
}

/* As large and as deep as is allowed must not be too much for what works it out. */
static void
test_largest (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasCalculator) calculator = tras_calculator_new (&error);
  g_autoptr (GString) wide = g_string_new ("[A]");
  g_autoptr (GString) deep = g_string_new ("[A]");
  const TrasFormulaSeries input = { 1, (gint32[]) { 7 }, (double[]) { 2 }, (guint8[]) { 0 } };
  const GString *texts[] = { wide, deep };

  while (wide->len + 2 <= TRAS_FORMULA_LENGTH)
    g_string_append (wide, "+1");
  for (guint i = 0; i < TRAS_FORMULA_DEPTH; i++)
    {
      g_string_prepend (deep, "1+2*-max(3, 4, 5+6*-");
      g_string_append_c (deep, ')');
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };
      g_autoptr (TrasFormula) formula = tras_formula_parse (texts[i]->str, &problem);
      g_autoptr (GArray) points = NULL;

      g_assert_cmpstr (problem.message, ==, NULL);
      points = tras_formula_run (formula, calculator, &input, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (points->len, ==, 1);
    }
}

static void
test_names (void)
{
  g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };
  g_autoptr (TrasFormula) formula =
    tras_formula_parse ("[a]]b] / [ c ] × 2 − sum ([a]]b], 3)", &problem);

  g_assert_cmpstr (problem.message, ==, NULL);
  g_assert_cmpuint (tras_formula_get_n (formula), ==, 3);
  g_assert_cmpstr (tras_formula_get_input (formula, 0)->name, ==, "a]b");
  g_assert_cmpstr (tras_formula_get_input (formula, 1)->name, ==, " c ");
  g_assert_cmpuint (tras_formula_get_input (formula, 2)->n, ==, 3);
}

static void
test_ratio (void)
{
  static const struct
  {
    const char *text;
    double num;
    double den;
  } rows[] = {
    /* with a = 6, b = 4, c = 8 */
    { "[a] / [b]", 6, 4 },
    { "100 * [a] / [b]", 600, 4 },
    { "[a] / [b] * 100", 600, 4 },
    { "([a] / [b])", 6, 4 },
    { "-[a] / [b]", -6, 4 },
    { "[a] / -[b]", 6, -4 },
    { "[a] / ([b] + [c])", 6, 12 },
    { "([a] + [b]) / [c]", 10, 8 },
    { "[a] / [b] / [c]", 6, 32 },
    { "[a] / ([b] / [c])", 48, 4 },
    { "([a] / [b]) / ([c] / 2)", 12, 32 },
    { "2 * ([a] / [b]) * 3", 36, 4 },
    { "[a] / [b] + 1", NAN, NAN },
    { "[a] * [b]", NAN, NAN },
    { "max ([a] / [b], 1)", NAN, NAN },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasCalculator) calculator = tras_calculator_new (&error);
  static const double values[] = { 6, 4, 8 };
  static const gint32 period = 3;
  static const guint8 estimated = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };
      g_autoptr (TrasFormula) formula = tras_formula_parse (rows[i].text, &problem);
      TrasFormulaSeries inputs[3];
      g_autoptr (GArray) points = NULL;
      TrasComputedPoint *point;

      g_assert_nonnull (formula);
      g_assert_cmpint (tras_formula_is_ratio (formula), ==, !isnan (rows[i].num));
      for (guint k = 0; k < tras_formula_get_n (formula); k++)
        inputs[k] = (TrasFormulaSeries) {
          1, &period, &values[tras_formula_get_input (formula, k)->name[0] - 'a'], &estimated
        };
      points = tras_formula_run (formula, calculator, inputs, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (points->len, ==, 1);
      point = &g_array_index (points, TrasComputedPoint, 0);
      if (isnan (rows[i].num))
        {
          g_assert_true (isnan (point->num) && isnan (point->den));
          continue;
        }
      g_assert_cmpfloat (point->num, ==, rows[i].num);
      g_assert_cmpfloat (point->den, ==, rows[i].den);
      g_assert_cmpfloat_with_epsilon (point->value, point->num / point->den, 1e-12);
    }
}

/* ---- random formulas ---- */

typedef enum { NUMBER, INPUT, MOVING, NEGATIVE, SUM, DIFFERENCE, PRODUCT, QUOTIENT, ABS, LEAST,
               LARGEST, N_NODES } NodeKind;

typedef struct _Node Node;

struct _Node
{
  NodeKind kind;
  double number;
  int input;
  int n;
  Node *a;
  Node *b;
};

static void
node_free (Node *node)
{
  if (node == NULL)
    return;
  node_free (node->a);
  node_free (node->b);
  g_free (node);
}

static Node *
grow (int depth)
{
  Node *node = g_new0 (Node, 1);

  node->kind = depth == 0 ? g_test_rand_int_range (NUMBER, MOVING + 1)
                          : g_test_rand_int_range (NUMBER, N_NODES);
  node->number = g_test_rand_int_range (0, 40) / 4.0;
  node->input = g_test_rand_int_range (0, INPUTS);
  node->n = g_test_rand_int_range (2, 6);
  if (node->kind >= NEGATIVE)
    node->a = grow (depth - 1);
  if (node->kind >= SUM && node->kind != ABS)
    node->b = grow (depth - 1);

  return node;
}

/* Every operation in parentheses, so that the text says no more than the tree. */
static char *
write_node (const Node *node)
{
  static const char signs[] = { [SUM] = '+', [DIFFERENCE] = '-', [PRODUCT] = '*',
                                [QUOTIENT] = '/' };
  g_autofree char *a = node->a != NULL ? write_node (node->a) : NULL;
  g_autofree char *b = node->b != NULL ? write_node (node->b) : NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (node->kind)
    {
    case NUMBER:
      return g_strdup (g_ascii_formatd (number, sizeof number, "%g", node->number));
    case INPUT:
      return g_strdup_printf ("[In %d]", node->input);
    case MOVING:
      return g_strdup_printf ("sum ([In %d], %d)", node->input, node->n);
    case NEGATIVE:
      return g_strdup_printf ("-(%s)", a);
    case ABS:
      return g_strdup_printf ("abs(%s)", a);
    case LEAST:
      return g_strdup_printf ("min (%s, %s)", a, b);
    case LARGEST:
      return g_strdup_printf ("max (%s, %s)", a, b);
    case SUM:
    case DIFFERENCE:
    case PRODUCT:
    case QUOTIENT:
      return g_strdup_printf ("(%s %c %s)", a, signs[node->kind], b);
    case N_NODES:
    default:
      g_assert_not_reached ();
    }
}

/* NAN is no value, and nothing comes of it; nor of what is not finite. */
static double
evaluate (const Node   *node,
          double        values[INPUTS][WEEKS],
          int           week)
{
  double a = node->a != NULL ? evaluate (node->a, values, week) : 0;
  double b = node->b != NULL ? evaluate (node->b, values, week) : 0;
  double result = 0;

  if (isnan (a) || isnan (b))
    return NAN;

  switch (node->kind)
    {
    case NUMBER:
      return node->number;
    case INPUT:
      return values[node->input][week];
    case MOVING:
      for (int i = week - node->n + 1; i <= week; i++)
        result += i < 0 ? NAN : values[node->input][i];
      return result;
    case NEGATIVE:
      return -a;
    case ABS:
      return fabs (a);
    case LEAST:
      return MIN (a, b);
    case LARGEST:
      return MAX (a, b);
    case SUM:
      return a + b;
    case DIFFERENCE:
      return a - b;
    case PRODUCT:
      return a * b;
    case QUOTIENT:
      return b != 0 ? a / b : NAN;
    case N_NODES:
    default:
      g_assert_not_reached ();
    }
}

static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  double values[INPUTS][WEEKS];
  g_autoptr (GPtrArray) trees = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_values = 0;

  for (int input = 0; input < INPUTS; input++)
    {
      g_autofree char *name = g_strdup_printf ("In %d", input);
      gint64 id = insert (fixture, make_indicator (name, "up", "sum"));

      for (int week = 0; week < WEEKS; week++)
        {
          values[input][week] = g_test_rand_int_range (0, 8) == 0
                                ? NAN : g_test_rand_int_range (-4, 12) / 2.0;
          if (!isnan (values[input][week]))
            measure (fixture, id, week, values[input][week]);
        }
    }

  for (int i = 0; i < 150; i++)
    {
      Node *tree = grow (1 + i % 5);
      g_autofree char *text = write_node (tree);
      g_autofree char *name = g_strdup_printf ("Formula %d", i);
      gint64 id;

      if (strchr (text, '[') == NULL)
        {
          node_free (tree);
          continue;
        }
      id = add_formula (fixture, name, "mean", text);
      g_array_append_val (ids, id);
      g_ptr_array_add (trees, tree);
    }

  for (guint i = 0; i < trees->len; i++)
    {
      g_autoptr (TrasIndicatorSeries) series = load (fixture, g_array_index (ids, gint64, i));

      g_assert_cmpstr (series->problem, ==, NULL);
      for (int week = 0; week < WEEKS; week++)
        {
          double wanted = evaluate (trees->pdata[i], values, week);
          double got = value_at (series, week);

          g_assert_cmpint (isnan (wanted), ==, isnan (got));
          if (isnan (wanted))
            continue;
          n_values++;
          g_assert_cmpfloat_with_epsilon (got, wanted, 1e-9 * MAX (1, fabs (wanted)));
        }
      for (gsize k = 0; k < series->n; k++)
        {
          if (!isnan (series->nums[k]))
            g_assert_cmpfloat_with_epsilon (series->nums[k] / series->dens[k], series->values[k],
                                            1e-9 * MAX (1, fabs (series->values[k])));
        }
    }
  g_assert_cmpuint (n_values, >, 200);
}

/* ---- indicators ---- */

/* Whoever loads all sees what whoever loads one sees, whatever order the formulas come in. */
static void
test_chain (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 late = insert (fixture, make_indicator ("Orders late", "down", "sum"));
  gint64 orders = insert (fixture, make_indicator ("Orders", "up", "sum"));
  gint64 share, quarter;
  g_autoptr (TrasScorecard) scorecard = NULL;
  g_autoptr (GError) error = NULL;
  double value;

  for (int week = 0; week < 12; week++)
    {
      if (week != 5)
        measure (fixture, late, week, week % 4);
      measure (fixture, orders, week, week == 7 ? 0 : 20);
    }
  share = add_formula (fixture, "Share", "ratio", "100 * [orders LATE] / [Orders]");
  quarter = add_formula (fixture, "A quarter", "last", "sum ([Share], 3) / 3");

  {
    g_autoptr (TrasIndicatorSeries) series = load (fixture, share);
    g_autoptr (TrasIndicatorSeries) mean = load (fixture, quarter);
    g_autoptr (GArray) missing = NULL;
    TrasCell cell;

    g_assert_true (series->computed);
    /* Week 5 has no late orders counted, in week 7 there was none to be late. */
    g_assert_cmpuint (series->n, ==, 10);
    g_assert_cmpfloat (value_at (series, 3), ==, 15);
    g_assert_true (isnan (value_at (series, 5)));
    g_assert_true (isnan (value_at (series, 7)));
    g_assert_cmpfloat (series->nums[3], ==, 300);
    g_assert_cmpfloat (series->dens[3], ==, 20);
    tras_indicator_series_get_cell (series, series->first_due + 5, &cell);
    g_assert_cmpint (cell.state, ==, TRAS_CELL_OUTSIDE);
    missing = tras_indicator_series_dup_missing (series, 13);
    g_assert_cmpuint (missing->len, ==, 0);

    g_assert_true (isnan (value_at (mean, 1)));
    g_assert_cmpfloat (value_at (mean, 2), ==, 5);
    g_assert_true (isnan (value_at (mean, 6)));
    g_assert_cmpfloat (value_at (mean, 10), ==, (0 + 5 + 10) / 3.0);
    value = value_at (mean, 10);
  }

  scorecard = tras_scorecard_load (fixture->db, day ("1998-03-22"), 13, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (scorecard->rows->len, ==, 4);
  g_assert_cmpuint (scorecard->n_missing, ==, 1);
  {
    TrasScorecardRow *row = scorecard->rows->pdata[0];

    g_assert_cmpint (id_of (row->series->indicator), ==, quarter);
    g_assert_cmpfloat (value_at (row->series, 10), ==, value);
  }
}

static void
test_book (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *name;  /* what it is about */
    const char *words;
  } rows[] = {
    { "[Orders] + [Orders lat]", "[Orders lat]", "Is it “Orders late”?" },
    { "[Ordres] + 1", "[Ordres]", "Is it “Orders”?" },
    { "1 / [Elephants]", "[Elephants]", "There is no indicator “Elephants”." },
    { "[Orders] / [Rent]", "[Rent]", "every month" },
    { "[Share]", "[Share]", "Share → Share." },
    { "2 * [Double]", "[Double]", "Share → Double → Share." },
    { "[Orders] - sum ([Rent], 3)", "[Rent]", "every month" },
    { "[#1]", "[#1]", "no indicator “#1”" },
  };
  gint64 share;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasFormulaBook) book = NULL;
  g_autoptr (TrasIndicator) indicator = NULL;
  TrasIndicator *rent = make_indicator ("Rent", "down", "sum");
  g_autofree char *shown = NULL;
  g_autofree char *gone = NULL;

  insert (fixture, make_indicator ("Orders", "up", "sum"));
  insert (fixture, make_indicator ("Orders late", "down", "sum"));
  rent->every = g_intern_string ("month");
  insert (fixture, rent);
  share = add_formula (fixture, "Share", "ratio", "[Orders late] / [Orders]");
  add_formula (fixture, "Double", "mean", "2 * [Share]");

  book = tras_formula_book_load (fixture->db, &error);
  g_assert_no_error (error);
  indicator = tras_db_load (fixture->db, TRAS_TYPE_INDICATOR, share, &error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };

      g_test_message ("%s", rows[i].text);
      g_assert_null (tras_formula_book_dup_stored (book, indicator, rows[i].text, &problem));
      g_test_message ("%s", problem.message);
      g_assert_nonnull (strstr (problem.message, rows[i].words));
      g_assert_cmpuint (problem.start, ==, (gsize) (strstr (rows[i].text, rows[i].name) -
                                                    rows[i].text));
      g_assert_cmpuint (problem.length, ==, strlen (rows[i].name));
    }
  {
    g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };

    g_assert_null (tras_formula_book_dup_stored (book, indicator, "[Orders] - 1", &problem));
    g_assert_nonnull (strstr (problem.message, "divides last"));
  }

  shown = tras_formula_book_dup_shown (book, indicator->formula);
  g_assert_cmpstr (shown, ==, "[Orders late] / [Orders]");
  gone = tras_formula_book_dup_shown (book, "[#77] + [Orders] + [#1]");
  g_assert_cmpstr (gone, ==, "[#77] + [Orders] + [Orders]");
}

/* The formula goes by ids: another name is nothing to it. */
static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 orders = insert (fixture, make_indicator ("Orders", "up", "sum"));
  gint64 doubled = add_formula (fixture, "Double", "sum", "2 * [Orders]");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasIndicator) indicator = tras_db_load (fixture->db, TRAS_TYPE_INDICATOR, orders,
                                                      &error);
  g_autoptr (TrasFormulaBook) book = NULL;
  g_autoptr (TrasIndicatorSeries) series = NULL;
  g_autofree char *shown = NULL;

  measure (fixture, orders, 0, 21);
  g_free (indicator->name);
  indicator->name = g_strdup ("Sales [EU]");
  tras_db_update (fixture->db, indicator, &error);
  g_assert_no_error (error);
  /* Whoever takes the old name does not take its place. */
  insert (fixture, make_indicator ("Orders", "up", "sum"));

  series = load (fixture, doubled);
  g_assert_cmpfloat (value_at (series, 0), ==, 42);
  book = tras_formula_book_load (fixture->db, &error);
  shown = tras_formula_book_dup_shown (book, series->indicator->formula);
  g_assert_cmpstr (shown, ==, "2 * [Sales [EU]]]");
  {
    g_auto (TrasFormulaProblem) problem = { 0, 0, NULL };
    g_autofree char *stored = tras_formula_book_dup_stored (book, series->indicator, shown,
                                                            &problem);

    g_assert_cmpstr (stored, ==, series->indicator->formula);
  }
}

static void
set_formula (Fixture    *fixture,
             gint64      id,
             const char *source,
             const char *stored)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasIndicator) indicator = tras_db_load (fixture->db, TRAS_TYPE_INDICATOR, id, &error);

  g_free (indicator->source);
  indicator->source = g_strdup (source);
  g_free (indicator->formula);
  indicator->formula = g_strdup (stored);
  tras_db_update (fixture->db, indicator, &error);
  g_assert_no_error (error);
}

/* Two desks may write at once what either alone could not: nothing is computed, and it says why. */
static void
test_broken (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *formula;
    const char *words;
  } rows[] = {
    { "[#2]", "leads back to itself" },
    { "[#3] + 1", "leads back to itself" },
    { "[#99]", "not there" },
    { "[#4]", "every month" },
    { "[Orders]", "not there" },
    { "[#1] +", "missing" },
    { NULL, "no formula yet" },
  };
  TrasIndicator *rent = make_indicator ("Rent", "down", "sum");
  gint64 orders = insert (fixture, make_indicator ("Orders", "up", "sum"));
  gint64 broken = insert (fixture, make_indicator ("Broken", "up", "sum"));

  g_assert_cmpint (orders, ==, 1);
  g_assert_cmpint (add_formula (fixture, "Loop", "sum", "[Broken]"), ==, 3);
  rent->every = g_intern_string ("month");
  insert (fixture, rent);
  measure (fixture, orders, 0, 1);
  /* What was typed before it had a formula waits until it has none again. */
  measure (fixture, broken, 0, 5);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TrasIndicatorSeries) series = NULL;

      set_formula (fixture, broken, TRAS_SOURCE_FORMULA, rows[i].formula);
      series = load (fixture, broken);
      g_assert_cmpuint (series->n, ==, 0);
      g_assert_nonnull (series->problem);
      g_assert_nonnull (strstr (series->problem, rows[i].words));
    }

  set_formula (fixture, broken, TRAS_SOURCE_HAND, NULL);
  {
    g_autoptr (TrasIndicatorSeries) series = load (fixture, broken);

    g_assert_cmpstr (series->problem, ==, NULL);
    g_assert_cmpfloat (value_at (series, 0), ==, 5);
  }
}

/* Of a period of a computed indicator a row can say that it is left out, and why; never how much
 * it was. */
static void
test_remarks (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 orders = insert (fixture, make_indicator ("Orders", "up", "sum"));
  gint64 doubled = add_formula (fixture, "Double", "sum", "2 * [Orders]");
  static const struct { int week; double value; gboolean left_out; } remarks[] = {
    { 0, NAN, TRUE }, { 1, 99, FALSE }, { 3, NAN, FALSE },
  };
  g_autoptr (TrasIndicatorSeries) series = NULL;
  TrasCell cell;

  for (int week = 0; week < 3; week++)
    measure (fixture, orders, week, week);
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    {
      TrasMeasurement *row = tras_measurement_new ();

      row->indicator_id = doubled;
      row->period_on = day ("1997-12-29") + 7 * remarks[i].week;
      row->value = remarks[i].value;
      row->left_out = remarks[i].left_out;
      row->note = g_strdup ("fair");
      insert (fixture, row);
    }

  series = load (fixture, doubled);
  g_assert_cmpuint (series->n, ==, 3);
  tras_indicator_series_get_cell (series, series->first_due, &cell);
  g_assert_cmpfloat (cell.value, ==, 0);
  g_assert_true (cell.left_out);
  g_assert_cmpstr (cell.note, ==, "fair");
  tras_indicator_series_get_cell (series, series->first_due + 1, &cell);
  g_assert_cmpfloat (cell.value, ==, 2);
  g_assert_false (cell.left_out);
  tras_indicator_series_get_cell (series, series->first_due + 3, &cell);
  g_assert_cmpint (cell.state, ==, TRAS_CELL_ABSENT);
  g_assert_cmpstr (cell.note, ==, "fair");
}

/* A formula begins and ends with its own indicator, whatever its inputs go on to say. */
static void
test_span (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 orders = insert (fixture, make_indicator ("Orders", "up", "sum"));
  gint64 doubled = add_formula (fixture, "Double", "sum", "2 * [Orders]");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasIndicator) indicator = tras_db_load (fixture->db, TRAS_TYPE_INDICATOR, doubled,
                                                      &error);
  g_autoptr (TrasIndicatorSeries) series = NULL;

  for (int week = 0; week < 10; week++)
    measure (fixture, orders, week, week);
  indicator->starts_on += 2 * 7;
  indicator->retired_on = indicator->starts_on + 5 * 7;
  tras_db_update (fixture->db, indicator, &error);
  g_assert_no_error (error);

  series = load (fixture, doubled);
  g_assert_cmpuint (series->n, ==, 5);
  g_assert_cmpfloat (series->values[0], ==, 4);
  g_assert_cmpfloat (series->values[4], ==, 12);
}

static char *
dup_values (Fixture *fixture,
            gint64   id)
{
  g_autoptr (TrasIndicatorSeries) series = load (fixture, id);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < series->n; i++)
    g_string_append_printf (text, "%d=%a;", series->periods[i] - series->first_due,
                            series->values[i]);

  return g_string_free (text, FALSE);
}

/* Inputs may come in any order and change as often as they like: what counts is what they are. What
 * is undone was never there. */
static void
test_order_and_undo (Fixture       *fixture,
                     gconstpointer  data)
{
  gint64 a = insert (fixture, make_indicator ("A", "up", "sum"));
  gint64 b = insert (fixture, make_indicator ("B", "up", "sum"));
  gint64 formula = add_formula (fixture, "F", "ratio", "([A] + sum ([B], 3)) / ([B] + [A])");
  double wanted[2][WEEKS];
  int order[2 * WEEKS];
  g_autoptr (GError) error = NULL;
  g_autofree char *straight = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;

  for (int i = 0; i < 2 * WEEKS; i++)
    {
      wanted[i / WEEKS][i % WEEKS] = g_test_rand_int_range (1, 50) / 8.0;
      order[i] = i;
      measure (fixture, i < WEEKS ? a : b, i % WEEKS, wanted[i / WEEKS][i % WEEKS]);
    }
  straight = dup_values (fixture, formula);
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));

  for (int round = 0; round < 5; round++)
    {
      g_assert_true (tras_db_begin (fixture->db, "other numbers", &error));
      for (int i = 0; i < 2 * WEEKS; i++)
        {
          int other = g_test_rand_int_range (i, 2 * WEEKS), swap = order[i];
          TrasMeasurement *row = tras_measurement_new ();

          order[i] = order[other];
          order[other] = swap;
          row->indicator_id = order[i] < WEEKS ? a : b;
          row->period_on = day ("1997-12-29") + 7 * (order[i] % WEEKS);
          row->value = round % 2 == 0 ? g_test_rand_int_range (1, 9)
                                      : wanted[order[i] / WEEKS][order[i] % WEEKS];
          g_assert_true (tras_db_put (fixture->db, row, &error));
          g_object_unref (row);
        }
      g_assert_true (tras_db_commit (fixture->db, NULL, &error));

      g_free (before);
      before = dup_values (fixture, formula);
      if (round % 2 == 1)
        g_assert_cmpstr (before, ==, straight);
      else
        g_assert_cmpstr (before, !=, straight);
    }

  /* The last round wrote other numbers over the first ones. */
  undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "other numbers");
  g_free (before);
  before = dup_values (fixture, formula);
  g_assert_cmpstr (before, ==, straight);
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/model/formula/random", test_random },
    { "/model/formula/chain", test_chain },
    { "/model/formula/book", test_book },
    { "/model/formula/rename", test_rename },
    { "/model/formula/broken", test_broken },
    { "/model/formula/remarks", test_remarks },
    { "/model/formula/span", test_span },
    { "/model/formula/order-and-undo", test_order_and_undo },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/formula/problems", test_problems);
  g_test_add_func ("/model/formula/long", test_long);
  g_test_add_func ("/model/formula/largest", test_largest);
  g_test_add_func ("/model/formula/names", test_names);
  g_test_add_func ("/model/formula/ratio", test_ratio);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}

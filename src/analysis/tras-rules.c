/* tras-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-rules.h"

typedef enum
{
  KIND_BEYOND, /* at least `count` of `window` points beyond the same line */
  KIND_RUN,    /* `count` in a row on one side of the centre */
  KIND_TREND,  /* `count` in a row all rising or all falling */
  KIND_SWING,  /* `count` in a row that rise and fall in turn */
  KIND_OUTER,  /* `count` in a row beyond the line of either side */
  KIND_INNER,  /* `count` in a row between the lines of both sides */
} Kind;

typedef struct
{
  const char *id;
  Kind        kind;
  guint       count;
  guint       window;
  double      sigmas;
  gboolean    one_sided; /* the whole window lies on one side of the centre */
  double      false_flags;
} Rule;

/* In the order of the bits of TrasRules. False flags as in TrasRuleSet, of this rule alone. */
static const Rule table[TRAS_N_RULES] = {
  { "LIMIT", KIND_BEYOND, 1, 1, 3.0, .false_flags = 0.0108 },
  { "2OF3", KIND_BEYOND, 2, 3, 2.0, TRUE, .false_flags = 0.0048 },
  { "2OF3-ANY", KIND_BEYOND, 2, 3, 2.0, .false_flags = 0.0088 },
  { "3OF4", KIND_BEYOND, 3, 4, 1.5, .false_flags = 0.0074 },
  { "4OF5", KIND_BEYOND, 4, 5, 1.0, .false_flags = 0.0126 },
  { "RUN7", KIND_RUN, 7, .false_flags = 0.0260 },
  { "RUN8", KIND_RUN, 8, .false_flags = 0.0151 },
  { "RUN9", KIND_RUN, 9, .false_flags = 0.0089 },
  { "TREND6", KIND_TREND, 6, .false_flags = 0.0028 },
  { "TREND7", KIND_TREND, 7, .false_flags = 0.0004 },
  { "SWING14", KIND_SWING, 14, .false_flags = 0.0046 },
  { "OUTER8", KIND_OUTER, 8, .sigmas = 1.0, .false_flags = 0.0009 },
  { "INNER15", KIND_INNER, 15, .sigmas = 1.0, .false_flags = 0.0093 },
};

static const TrasRuleSet sets[] = {
  { "default", TRAS_RULES_DEFAULT, 0.040, 0.77 },
  /* D. J. Wheeler, Understanding Variation */
  { "wheeler", TRAS_RULE_LIMIT | TRAS_RULE_3OF4 | TRAS_RULE_RUN8, 0.032, 0.73 },
  /* Western Electric, Statistical Quality Control Handbook, 1956, rules 1 to 4 */
  { "western-electric",
    TRAS_RULE_LIMIT | TRAS_RULE_2OF3_ANY | TRAS_RULE_4OF5 | TRAS_RULE_RUN8,
    0.042, 0.79 },
  /* L. S. Nelson, The Shewhart Control Chart: Tests for Special Causes, 1984, tests 1 to 8 */
  { "nelson",
    TRAS_RULE_LIMIT | TRAS_RULE_RUN9 | TRAS_RULE_TREND6 | TRAS_RULE_SWING14 |
    TRAS_RULE_2OF3_ANY | TRAS_RULE_4OF5 | TRAS_RULE_INNER15 | TRAS_RULE_OUTER8,
    0.053, 0.78 },
};

/* The points of one segment, with the lines that one rule needs. The tolerance is inside them:
 * a value on a line is neither beyond nor within it. */
typedef struct
{
  const double *values;
  gsize         first;
  gsize         end;
  double        centre_low;
  double        centre_high;
  double        beyond_low;
  double        beyond_high;
  double        within_low;
  double        within_high;
} Lines;

static Lines
lines_for (const TrasSeries *series,
           const TrasLimits *limits,
           double            sigmas)
{
  const double low = tras_limits_at (limits, -sigmas);
  const double high = tras_limits_at (limits, sigmas);
  const double tolerance = limits->tolerance;

  return (Lines) {
    .values = series->values,
    .first = limits->first,
    .end = limits->first + limits->n,
    .centre_low = limits->mean - tolerance,
    .centre_high = limits->mean + tolerance,
    .beyond_low = low - tolerance,
    .beyond_high = high + tolerance,
    .within_low = low + tolerance,
    .within_high = high - tolerance,
  };
}

static inline int
side_of (double value,
         double low,
         double high)
{
  return (value > high) - (value < low);
}

static inline void
mark (TrasFiring *firing,
      TrasRules   rule,
      int         side)
{
  firing->fired |= rule;
  if (side < 0)
    firing->low |= rule;
  else
    firing->low &= ~rule;
}

static gboolean
window_fires (const Lines *lines,
              const Rule  *rule,
              gsize        start,
              int          side)
{
  guint n_beyond = 0;

  for (gsize i = start; i < start + rule->window; i++)
    {
      const double value = lines->values[i];

      n_beyond += side_of (value, lines->beyond_low, lines->beyond_high) == side;
      if (rule->one_sided && side_of (value, lines->centre_low, lines->centre_high) != side)
        return FALSE;
    }

  return n_beyond >= rule->count;
}

/* A point fires when it is beyond the line itself and any window that holds it fires. */
static void
mark_beyond (const Lines *lines,
             const Rule  *rule,
             TrasRules    bit,
             TrasFiring  *firings)
{
  for (gsize i = lines->first; i < lines->end; i++)
    {
      const int side = side_of (lines->values[i], lines->beyond_low, lines->beyond_high);
      gsize start = MAX (i + 1, lines->first + rule->window) - rule->window;

      if (side == 0)
        continue;

      for (; start <= i && start + rule->window <= lines->end; start++)
        {
          if (window_fires (lines, rule, start, side))
            {
              mark (&firings[i], bit, side);
              break;
            }
        }
    }
}

/* The class of a point, 0 for one that ends every stretch. */
static inline int
classify (const Lines *lines,
          Kind         kind,
          gsize        i)
{
  const double *x = lines->values;

  switch (kind)
    {
    case KIND_RUN:
      return side_of (x[i], lines->centre_low, lines->centre_high);
    case KIND_TREND:
    case KIND_SWING:
      return i > lines->first ? side_of (x[i], x[i - 1], x[i - 1]) : 0;
    case KIND_OUTER:
      return side_of (x[i], lines->beyond_low, lines->beyond_high) != 0;
    case KIND_INNER:
      return x[i] > lines->within_low && x[i] < lines->within_high;
    case KIND_BEYOND:
    default:
      g_assert_not_reached ();
    }
}

/* Marks every point of each stretch that is long enough. In a trend or a swing the class belongs to
 * the step from the point before, so that point is part of the stretch. */
static void
mark_stretches (const Lines *lines,
                const Rule  *rule,
                TrasRules    bit,
                TrasFiring  *firings)
{
  const gboolean steps = rule->kind == KIND_TREND || rule->kind == KIND_SWING;
  gsize start = lines->first;
  int last = 0;

  for (gsize i = lines->first; i <= lines->end; i++)
    {
      const int now = i < lines->end ? classify (lines, rule->kind, i) : 0;

      if (now == 0 || now != (rule->kind == KIND_SWING ? -last : last))
        {
          const gsize from = start - (steps && last != 0);

          if (last != 0 && i - from >= rule->count)
            {
              for (gsize j = from; j < i; j++)
                mark (&firings[j], bit, last);
            }
          start = i;
        }
      last = now;
    }
}

/**
 * tras_rules_apply:
 * @series: the series that @limits were computed from
 * @limits: (array length=n_limits): its segments from tras_limits_compute()
 * @n_limits: how many
 * @rules: which rules to try
 * @firings: (out caller-allocates) (array): room for as many as the series has points
 *
 * All comparisons are strict: a value on a line is not beyond it, one that equals the centre ends a
 * run, and equal neighbours end a trend. Every point of a run or trend is marked; of a rule that
 * counts points beyond a line, those that are beyond it themselves. The newest point is marked
 * only by what was known when it came.
 *
 * No pattern reaches over a segment's start. A period that was not measured does not break a
 * pattern, since the rules speak of successive measured values; and a point that is left out of
 * the limits is judged like any other (both ours). Nothing fires where there are no limits.
 */
void
tras_rules_apply (const TrasSeries *series,
                  const TrasLimits *limits,
                  gsize             n_limits,
                  TrasRules         rules,
                  TrasFiring       *firings)
{
  g_return_if_fail (series != NULL);
  g_return_if_fail (limits != NULL || n_limits == 0);
  g_return_if_fail (firings != NULL || series->n == 0);

  for (gsize i = 0; i < series->n; i++)
    firings[i] = (TrasFiring) { TRAS_RULES_NONE, TRAS_RULES_NONE };

  for (gsize s = 0; s < n_limits; s++)
    {
      if (!tras_limits_exist (&limits[s]))
        continue;

      for (guint r = 0; r < TRAS_N_RULES; r++)
        {
          const TrasRules bit = 1 << r;
          Lines lines;

          if (!(rules & bit))
            continue;

          lines = lines_for (series, &limits[s], table[r].sigmas);
          if (table[r].kind == KIND_BEYOND)
            mark_beyond (&lines, &table[r], bit, firings);
          else
            mark_stretches (&lines, &table[r], bit, firings);
        }
    }
}

/**
 * tras_firing_get_winner:
 * @firing: what the rules say of a point
 *
 * Returns: the one rule that decides the point's variation (a limit before points near the limits,
 *   these before a run, a run before a trend), or %TRAS_RULES_NONE
 */
TrasRules
tras_firing_get_winner (TrasFiring firing)
{
  return firing.fired & -firing.fired;
}

/**
 * tras_firing_get_side:
 * @firing: what the rules say of a point
 * @rule: one rule
 *
 * Returns: 1 where the rule fired above the centre or on rising values, -1 below or on falling
 *   ones, 0 where it did not fire or knows no side
 */
int
tras_firing_get_side (TrasFiring firing,
                      TrasRules  rule)
{
  const TrasRules no_side = TRAS_RULE_SWING14 | TRAS_RULE_OUTER8 | TRAS_RULE_INNER15;

  if (!(firing.fired & rule & ~no_side))
    return 0;

  return firing.low & rule ? -1 : 1;
}

/**
 * tras_rule_to_id:
 * @rule: exactly one rule
 *
 * Returns: (transfer none): the rule's name in files, such as `LIMIT`
 */
const char *
tras_rule_to_id (TrasRules rule)
{
  int bit = g_bit_nth_lsf (rule, -1);

  g_return_val_if_fail (bit >= 0 && bit < TRAS_N_RULES && rule == 1u << bit, NULL);

  return table[bit].id;
}

/**
 * tras_rule_from_id:
 * @id: (nullable): a rule's name in files
 *
 * Returns: the rule, or %TRAS_RULES_NONE where there is none of that name
 */
TrasRules
tras_rule_from_id (const char *id)
{
  for (guint r = 0; r < TRAS_N_RULES; r++)
    {
      if (g_strcmp0 (table[r].id, id) == 0)
        return 1 << r;
    }

  return TRAS_RULES_NONE;
}

/**
 * tras_rule_get_false_flags:
 * @rule: exactly one rule
 *
 * Returns: what part of the values of a process that does not change the rule flags as they arrive,
 *   above 0 and below 1
 */
double
tras_rule_get_false_flags (TrasRules rule)
{
  int bit = g_bit_nth_lsf (rule, -1);

  g_return_val_if_fail (bit >= 0 && bit < TRAS_N_RULES && rule == 1u << bit, NAN);

  return table[bit].false_flags;
}

/**
 * tras_rules_to_string:
 * @rules: any number of rules
 *
 * Returns: (transfer full): their names in the order of precedence, joined by a space; an empty
 *   text for none
 */
char *
tras_rules_to_string (TrasRules rules)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < TRAS_N_RULES; r++)
    {
      if (rules & (1 << r))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", table[r].id);
    }

  return g_string_free (text, FALSE);
}

/**
 * tras_rules_from_string:
 * @text: names of rules with spaces between them, or empty
 * @rules: (out): the rules; untouched where a name is unknown
 *
 * Returns: whether every name is a rule's
 */
gboolean
tras_rules_from_string (const char *text,
                        TrasRules  *rules)
{
  g_auto (GStrv) ids = NULL;
  TrasRules found = TRAS_RULES_NONE;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (rules != NULL, FALSE);

  ids = g_strsplit_set (text, " ", -1);
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      TrasRules rule = tras_rule_from_id (ids[i]);

      if (rule == TRAS_RULES_NONE && *ids[i] != '\0')
        return FALSE;
      found |= rule;
    }
  *rules = found;

  return TRUE;
}

/**
 * tras_rule_sets_get:
 * @n_sets: (out): how many
 *
 * Returns: (transfer none) (array length=n_sets): the sets that can be chosen, the default first
 */
const TrasRuleSet *
tras_rule_sets_get (gsize *n_sets)
{
  g_return_val_if_fail (n_sets != NULL, NULL);

  *n_sets = G_N_ELEMENTS (sets);

  return sets;
}

/**
 * tras_rule_set_find:
 * @id: (nullable): a set's word in files
 *
 * Returns: (transfer none): the set; the default one for %NULL and for a word of a later version
 */
const TrasRuleSet *
tras_rule_set_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      if (g_strcmp0 (sets[i].id, id) == 0)
        return &sets[i];
    }

  return &sets[0];
}

/**
 * tras_rule_set_of:
 * @rules: any number of rules
 *
 * Returns: (transfer none) (nullable): the set of exactly these rules, %NULL where there is none
 */
const TrasRuleSet *
tras_rule_set_of (TrasRules rules)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      if (sets[i].rules == rules)
        return &sets[i];
    }

  return NULL;
}

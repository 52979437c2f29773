/* tras-rules.h: the rules that tell signals from noise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-limits.h"

G_BEGIN_DECLS

/**
 * TrasRules:
 * @TRAS_RULE_LIMIT: beyond a process limit
 * @TRAS_RULE_2OF3: 2 of 3 beyond the same 2-sigma line, all three on that side of the centre
 * @TRAS_RULE_2OF3_ANY: 2 of 3 beyond the same 2-sigma line, the third anywhere
 * @TRAS_RULE_3OF4: 3 of 4 beyond the same 1.5-sigma line
 * @TRAS_RULE_4OF5: 4 of 5 beyond the same 1-sigma line
 * @TRAS_RULE_RUN7: 7 in a row on one side of the centre
 * @TRAS_RULE_RUN8: 8 in a row on one side of the centre
 * @TRAS_RULE_RUN9: 9 in a row on one side of the centre
 * @TRAS_RULE_TREND6: 6 in a row all rising or all falling
 * @TRAS_RULE_TREND7: 7 in a row all rising or all falling
 * @TRAS_RULE_SWING14: 14 in a row that rise and fall in turn
 * @TRAS_RULE_OUTER8: 8 in a row beyond a 1-sigma line, on whichever side
 * @TRAS_RULE_INNER15: 15 in a row between the 1-sigma lines
 *
 * A set of rules. The bits stand in the order of precedence: of the rules that fired on a point,
 * the lowest bit wins (ours: newest evidence first).
 */
typedef enum /*< flags >*/
{
  TRAS_RULE_LIMIT    = 1 << 0,
  TRAS_RULE_2OF3     = 1 << 1,
  TRAS_RULE_2OF3_ANY = 1 << 2,
  TRAS_RULE_3OF4     = 1 << 3,
  TRAS_RULE_4OF5     = 1 << 4,
  TRAS_RULE_RUN7     = 1 << 5,
  TRAS_RULE_RUN8     = 1 << 6,
  TRAS_RULE_RUN9     = 1 << 7,
  TRAS_RULE_TREND6   = 1 << 8,
  TRAS_RULE_TREND7   = 1 << 9,
  TRAS_RULE_SWING14  = 1 << 10,
  TRAS_RULE_OUTER8   = 1 << 11,
  TRAS_RULE_INNER15  = 1 << 12,
} TrasRules;

#define TRAS_RULES_NONE ((TrasRules) 0)
#define TRAS_N_RULES 13

#define TRAS_RULES_DEFAULT \
  ((TrasRules) (TRAS_RULE_LIMIT | TRAS_RULE_2OF3 | TRAS_RULE_RUN7))

/**
 * TrasRuleSet:
 * @id: the word in files
 * @rules: the rules of the set
 * @false_flags: what part of the values of a process that does not change is flagged as it arrives
 * @found: what part of lasting shifts by one sigma is found within %TRAS_RULES_FOUND_WITHIN values
 *
 * A set of rules that can be chosen as a whole, with its price and what it buys. Both were measured
 * on normal values that do not depend on each other, with limits from 20 of them; a test measures
 * them again.
 */
typedef struct
{
  const char *id;
  TrasRules   rules;
  double      false_flags;
  double      found;
} TrasRuleSet;

/* A quarter of a year in weeks. */
#define TRAS_RULES_FOUND_WITHIN 13

/**
 * TrasFiring:
 * @fired: the rules that fired on the point
 * @low: those of @fired that point down: below the centre, or falling
 *
 * What the rules say of one point.
 */
typedef struct
{
  TrasRules fired;
  TrasRules low;
} TrasFiring;

void               tras_rules_apply          (const TrasSeries *series,
                                              const TrasLimits *limits,
                                              gsize             n_limits,
                                              TrasRules         rules,
                                              TrasFiring       *firings);
TrasRules          tras_firing_get_winner    (TrasFiring        firing);
int                tras_firing_get_side      (TrasFiring        firing,
                                              TrasRules         rule);

const char        *tras_rule_to_id           (TrasRules         rule);
TrasRules          tras_rule_from_id         (const char       *id);
double             tras_rule_get_false_flags (TrasRules         rule);
char              *tras_rules_to_string      (TrasRules         rules);
gboolean           tras_rules_from_string    (const char       *text,
                                              TrasRules        *rules);
const TrasRuleSet *tras_rule_sets_get        (gsize            *n_sets);
const TrasRuleSet *tras_rule_set_find        (const char       *id);
const TrasRuleSet *tras_rule_set_of          (TrasRules         rules);

G_END_DECLS

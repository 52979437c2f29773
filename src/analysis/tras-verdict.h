/* tras-verdict.h: what a chart says, in two words: variation and assurance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-rules.h"

G_BEGIN_DECLS

/* "Met in 11 of the last 13": a quarter of a year in weeks. */
#define TRAS_VERDICT_LAST 13

/**
 * TrasVariation:
 * @TRAS_VARIATION_NONE: nothing can be said, because there are no limits
 * @TRAS_VARIATION_COMMON: nothing unusual
 * @TRAS_VARIATION_IMPROVING: unusual, and better
 * @TRAS_VARIATION_CONCERNING: unusual, and worse
 * @TRAS_VARIATION_NEUTRAL: unusual, and neither better nor worse
 *
 * Whether a point differs from what the process usually gives.
 */
typedef enum
{
  TRAS_VARIATION_NONE,
  TRAS_VARIATION_COMMON,
  TRAS_VARIATION_IMPROVING,
  TRAS_VARIATION_CONCERNING,
  TRAS_VARIATION_NEUTRAL,
} TrasVariation;

/**
 * TrasAssurance:
 * @TRAS_ASSURANCE_UNKNOWN: no target, or limits from fewer than 12 points
 * @TRAS_ASSURANCE_MEETS: will keep meeting the target
 * @TRAS_ASSURANCE_MISSES: will keep missing it
 * @TRAS_ASSURANCE_HIT_OR_MISS: will meet it at times
 *
 * What is to be expected of the process, should nothing change.
 */
typedef enum
{
  TRAS_ASSURANCE_UNKNOWN,
  TRAS_ASSURANCE_MEETS,
  TRAS_ASSURANCE_MISSES,
  TRAS_ASSURANCE_HIT_OR_MISS,
} TrasAssurance;

/**
 * TrasVerdict:
 * @n: how many points
 * @rules: the rules that were tried
 * @n_limits: how many segments
 * @limits: (array length=n_limits): the segments' limits in the order of time
 * @firings: (array length=n): the rules that fired on each point
 * @variations: (array length=n): each point's variation
 * @variation: the newest point's variation
 * @firing: the rules that fired on the newest point
 * @winner: the one among them that decided, or %TRAS_RULES_NONE
 * @side: 1 for a winner that points up, -1 for down, 0 for neither
 * @assurance: the newest segment's assurance
 * @n_met: how many of the last points meet the target
 * @n_last: how many last points were looked at, 13 at most; 0 without a target
 *
 * Everything that a chart, a scorecard's row and the review say of an indicator.
 */
typedef struct
{
  gsize          n;
  TrasRules      rules;
  gsize          n_limits;
  TrasLimits    *limits;
  TrasFiring    *firings;
  TrasVariation *variations;

  TrasVariation  variation;
  TrasFiring     firing;
  TrasRules      winner;
  int            side;
  TrasAssurance  assurance;
  guint          n_met;
  guint          n_last;
} TrasVerdict;

TrasVerdict   *tras_verdict_new           (const TrasSeries       *series,
                                           const TrasSegmentStart *starts,
                                           gsize                   n_starts,
                                           TrasRules               rules,
                                           double                  target);
void           tras_verdict_free          (TrasVerdict            *verdict);

TrasVariation  tras_variation_of          (const TrasSeries       *series,
                                           const TrasLimits       *limits,
                                           gsize                   point,
                                           TrasFiring              firing);
TrasAssurance  tras_assurance_of          (const TrasSeries       *series,
                                           const TrasLimits       *limits,
                                           double                  target);

const char    *tras_variation_to_string   (TrasVariation           variation);
gboolean       tras_variation_from_string (const char             *text,
                                           TrasVariation          *variation);
const char    *tras_assurance_to_string   (TrasAssurance           assurance);
gboolean       tras_assurance_from_string (const char             *text,
                                           TrasAssurance          *assurance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasVerdict, tras_verdict_free)

G_END_DECLS

/* tras-effect.h: whether a quantity moved after something was done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-verdict.h"

G_BEGIN_DECLS

/* So few values on either side say nothing: as many as limits need. */
#define TRAS_EFFECT_LEAST_N TRAS_LIMITS_TRIAL_N

/* More than these are not looked at: what was long before or comes long after has other causes. */
#define TRAS_EFFECT_MOST_N 12

/**
 * TrasEffectWord:
 * @TRAS_EFFECT_UNKNOWN: nothing to compare with: too few values before, or no limits
 * @TRAS_EFFECT_TOO_EARLY: too few values since
 * @TRAS_EFFECT_NOT_MOVED: the means differ by no more than chance gives
 * @TRAS_EFFECT_MOVED: they differ by more
 *
 * What a comparison says. It never says why.
 */
typedef enum
{
  TRAS_EFFECT_UNKNOWN,
  TRAS_EFFECT_TOO_EARLY,
  TRAS_EFFECT_NOT_MOVED,
  TRAS_EFFECT_MOVED,
} TrasEffectWord;

/**
 * TrasEffect:
 * @word: what the comparison says
 * @variation: of a quantity that moved: %TRAS_VARIATION_IMPROVING, %TRAS_VARIATION_CONCERNING or
 *   %TRAS_VARIATION_NEUTRAL; else %TRAS_VARIATION_COMMON, or %TRAS_VARIATION_NONE where nothing can
 *   be said yet
 * @n_before: how many values before were looked at
 * @n_after: how many values since
 * @first_before: index of the first point before; meaningless where @n_before is 0
 * @last_before: index of the last point before
 * @first_after: index of the first point since; meaningless where @n_after is 0
 * @last_after: index of the last point since
 * @mean_before: their mean, NAN for none
 * @mean_after: likewise
 * @reach: by how much the means may differ by chance, NAN where there are no limits
 * @limits: (nullable): the limits of the segment before, %NULL for none
 *
 * Values before and since, side by side. Indices and @limits are those of what was compared.
 */
typedef struct
{
  TrasEffectWord    word;
  TrasVariation     variation;
  guint             n_before;
  guint             n_after;
  gsize             first_before;
  gsize             last_before;
  gsize             first_after;
  gsize             last_after;
  double            mean_before;
  double            mean_after;
  double            reach;
  const TrasLimits *limits;
} TrasEffect;

void tras_effect_compute (const TrasSeries *series,
                          const TrasLimits *limits,
                          gsize             n_limits,
                          gint32            from,
                          gint32            to,
                          TrasEffect       *effect);

G_END_DECLS

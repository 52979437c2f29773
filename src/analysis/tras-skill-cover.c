/* tras-skill-cover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-skill-cover.h"

/**
 * tras_skill_cover_get_certificate:
 * @expires_on: the last day on which a mark counts, %TRAS_DAY_NONE for ever
 * @warn_days: how many days before that somebody should know
 * @day: the day that it is seen from
 *
 * Never asks for one exact day: whoever looks later sees it, too.
 *
 * Returns: how the certificate stands on @day
 */
TrasCertificate
tras_skill_cover_get_certificate (TrasDay expires_on,
                                  gint64  warn_days,
                                  TrasDay day)
{
  if (expires_on == TRAS_DAY_NONE)
    return TRAS_CERTIFICATE_NONE;
  if (expires_on < day)
    return TRAS_CERTIFICATE_EXPIRED;

  return expires_on <= day + warn_days ? TRAS_CERTIFICATE_EXPIRING : TRAS_CERTIFICATE_VALID;
}

/**
 * tras_skill_cover_get_held:
 * @level: what somebody was found to have
 * @expires_on: the last day on which that counts, %TRAS_DAY_NONE for ever
 * @day: the day that it is seen from
 *
 * Returns: the level that is held on @day: 0 once it has expired
 */
gint64
tras_skill_cover_get_held (gint64  level,
                           TrasDay expires_on,
                           TrasDay day)
{
  return expires_on != TRAS_DAY_NONE && expires_on < day ? 0 : level;
}

/**
 * tras_skill_cover_get_gap:
 * @held: the level that is held
 * @needed: the level that is needed, 0 for none
 *
 * Returns: how many levels are missing, 0 or more
 */
gint64
tras_skill_cover_get_gap (gint64 held,
                          gint64 needed)
{
  return MAX (needed - held, 0);
}

/**
 * tras_skill_cover_add:
 * @self: a cover
 * @held: the level that somebody holds
 * @needed: the level that they need, 1 or more
 *
 * Whoever holds more than is needed does not make up for somebody else.
 */
void
tras_skill_cover_add (TrasSkillCover *self,
                      gint64          held,
                      gint64          needed)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (needed > 0);

  self->needed += needed;
  self->held += MIN (held, needed);
  self->n_needed++;
  self->n_reach += held >= needed;
}

/**
 * tras_skill_cover_get_share:
 * @self: a cover
 *
 * Returns: Σ min (held, needed) / Σ needed, from 0 to 1; NAN where nothing is needed
 */
double
tras_skill_cover_get_share (const TrasSkillCover *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->needed > 0 ? (double) self->held / (double) self->needed : NAN;
}

/**
 * tras_skill_cover_is_thin:
 * @self: a cover
 *
 * Returns: whether what is needed hangs on one person, or on nobody
 */
gboolean
tras_skill_cover_is_thin (const TrasSkillCover *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_needed > 0 && self->n_reach <= 1;
}

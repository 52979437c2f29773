/* tras-skill-cover.h: what people can do against what is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/**
 * TrasCertificate:
 * @TRAS_CERTIFICATE_NONE: it never expires
 * @TRAS_CERTIFICATE_VALID: it holds
 * @TRAS_CERTIFICATE_EXPIRING: it holds, for not much longer
 * @TRAS_CERTIFICATE_EXPIRED: it held
 *
 * What has become of a mark that expires. From %TRAS_CERTIFICATE_EXPIRING on, somebody should do
 * something.
 */
typedef enum
{
  TRAS_CERTIFICATE_NONE,
  TRAS_CERTIFICATE_VALID,
  TRAS_CERTIFICATE_EXPIRING,
  TRAS_CERTIFICATE_EXPIRED,
} TrasCertificate;

/**
 * TrasSkillCover:
 * @needed: the sum of the levels that are needed
 * @held: the sum of the levels that are held, each at most as far as it is needed
 * @n_needed: how many people need a level
 * @n_reach: how many reach the level
 *
 * How far what is needed is there. Begins with zeros.
 */
typedef struct
{
  gint64 needed;
  gint64 held;
  guint n_needed;
  guint n_reach;
} TrasSkillCover;

TrasCertificate tras_skill_cover_get_certificate (TrasDay               expires_on,
                                                  gint64                warn_days,
                                                  TrasDay               day);
gint64          tras_skill_cover_get_held        (gint64                level,
                                                  TrasDay               expires_on,
                                                  TrasDay               day);
gint64          tras_skill_cover_get_gap         (gint64                held,
                                                  gint64                needed);

void            tras_skill_cover_add             (TrasSkillCover       *self,
                                                  gint64                held,
                                                  gint64                needed);
double          tras_skill_cover_get_share       (const TrasSkillCover *self);
gboolean        tras_skill_cover_is_thin         (const TrasSkillCover *self);

G_END_DECLS

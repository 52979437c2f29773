/* tras-role-skills.h: what a role needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_ROLE_SKILLS (tras_role_skills_get_type ())

G_DECLARE_FINAL_TYPE (TrasRoleSkills, tras_role_skills, TRAS, ROLE_SKILLS,
                      TrasDetailSection)

G_END_DECLS

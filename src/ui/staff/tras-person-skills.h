/* tras-person-skills.h: what a person can do and needs, and how that is known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail-section.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PERSON_SKILLS (tras_person_skills_get_type ())

G_DECLARE_FINAL_TYPE (TrasPersonSkills, tras_person_skills, TRAS, PERSON_SKILLS,
                      TrasDetailSection)

G_END_DECLS

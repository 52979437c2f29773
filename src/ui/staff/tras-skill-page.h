/* tras-skill-page.h: who can do what, and what is missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_SKILL_PAGE (tras_skill_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasSkillPage, tras_skill_page, TRAS, SKILL_PAGE, AdwBin)

G_END_DECLS

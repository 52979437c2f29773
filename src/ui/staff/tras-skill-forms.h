/* tras-skill-forms.h: what is asked for skills, marks and what roles need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-skill.h"
#include "tras-store.h"

G_BEGIN_DECLS

void tras_skill_forms_skill (GtkWidget     *owner,
                             TrasStore     *store,
                             TrasSkill     *skill);
void tras_skill_forms_mark  (GtkWidget     *owner,
                             TrasStore     *store,
                             GPtrArray     *skills,
                             gint64         person_id,
                             TrasSkill     *skill,
                             gint64         level);
void tras_skill_forms_need  (GtkWidget     *owner,
                             TrasStore     *store,
                             gint64         role_id,
                             TrasRoleSkill *need);

G_END_DECLS

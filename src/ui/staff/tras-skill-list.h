/* tras-skill-list.h: gaps, cover or certificates, one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRAS_TYPE_SKILL_ITEM (tras_skill_item_get_type ())
#define TRAS_TYPE_SKILL_LIST (tras_skill_list_get_type ())

G_DECLARE_FINAL_TYPE (TrasSkillItem, tras_skill_item, TRAS, SKILL_ITEM, GObject)
G_DECLARE_FINAL_TYPE (TrasSkillList, tras_skill_list, TRAS, SKILL_LIST, AdwBin)

TrasSkillItem *tras_skill_item_new           (gint64          person_id,
                                              gint64          skill_id,
                                              const char     *title,
                                              const char     *words,
                                              const char     *icon,
                                              const char     *css_class);
gint64         tras_skill_item_get_person_id (TrasSkillItem  *self);
gint64         tras_skill_item_get_skill_id  (TrasSkillItem  *self);

void           tras_skill_list_set_label     (TrasSkillList  *self,
                                              const char     *label);
void           tras_skill_list_set_selects   (TrasSkillList  *self,
                                              gboolean        selects);
void           tras_skill_list_show          (TrasSkillList  *self,
                                              GPtrArray      *items);
GPtrArray     *tras_skill_list_dup_selected  (TrasSkillList  *self);
void           tras_skill_list_focus         (TrasSkillList  *self);

G_END_DECLS

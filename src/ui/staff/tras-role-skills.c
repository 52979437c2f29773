/* tras-role-skills.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-role-skills.h"
#include "tras-skill-forms.h"

/**
 * TrasRoleSkills:
 *
 * Part of a role's pane: the level of each skill that it needs.
 */
struct _TrasRoleSkills
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasRoleSkills, tras_role_skills, TRAS_TYPE_DETAIL_SECTION)

/* ---- what is read ---- */

typedef struct
{
  GPtrArray *skills;
  GPtrArray *needs;
} Found;

static void
found_free (gpointer data)
{
  Found *self = data;

  g_clear_pointer (&self->skills, g_ptr_array_unref);
  g_clear_pointer (&self->needs, g_ptr_array_unref);
  g_free (self);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (TrasQuery) skills = tras_query_new (TRAS_TYPE_SKILL);
  g_autoptr (TrasQuery) needs = tras_query_new (TRAS_TYPE_ROLE_SKILL);
  Found *found = g_new0 (Found, 1);

  tras_query_order (skills, "name", FALSE);
  tras_query_where_int (needs, "role_id", TRAS_QUERY_EQ, *(gint64 *) data);
  found->skills = tras_db_select (db, skills, error);
  if (found->skills != NULL)
    found->needs = tras_db_select (db, needs, error);
  if (found->needs == NULL)
    g_clear_pointer (&found, found_free);

  return found;
}

/* ---- rows ---- */

static void
on_activated (GtkWidget         *row,
              TrasDetailSection *section)
{
  if (tras_detail_section_is_editable (section))
    tras_skill_forms_need (GTK_WIDGET (section), tras_detail_section_get_store (section),
                           tras_detail_section_get_record (section)->id,
                           g_object_get_data (G_OBJECT (row), "need"));
}

static void
add_row (TrasDetailSection *section,
         TrasSkill         *skill,
         TrasRoleSkill     *need)
{
  const char *name = tras_skill_get_level_name (need->level);
  g_autofree char *words = NULL;
  GtkWidget *row;

  if (need->must)
    /* Translators: a level from 0 to 4, and what somebody of that level can do */
    words = g_strdup_printf (_("level %d (%s), nobody works without it"), (int) need->level, name);
  else
    words = g_strdup_printf (_("level %d (%s)"), (int) need->level, name);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", skill->name, "subtitle",
                      words, "activatable", TRUE, NULL);
  g_object_set_data_full (G_OBJECT (row), "need", g_object_ref (need), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), section, 0);
  tras_detail_section_add_row (section, row);
}

/* In the order of the skills, by name. */
static gboolean
show (TrasDetailSection *section,
      gpointer           data)
{
  Found *found = data;

  for (guint i = 0; i < found->skills->len; i++)
    {
      TrasSkill *skill = found->skills->pdata[i];

      for (guint k = 0; k < found->needs->len; k++)
        {
          TrasRoleSkill *need = found->needs->pdata[k];

          if (need->skill_id == TRAS_RECORD (skill)->id)
            add_row (section, skill, need);
        }
    }
  tras_detail_section_set_description (section, tras_detail_section_get_n_rows (section) > 0
                                                  ? NULL : _("Nothing yet."));

  return found->skills->len > 0;
}

static void
add (TrasDetailSection *section)
{
  tras_skill_forms_need (GTK_WIDGET (section), tras_detail_section_get_store (section),
                         tras_detail_section_get_record (section)->id, NULL);
}

/* ---- the object ---- */

static void
tras_role_skills_class_init (TrasRoleSkillsClass *klass)
{
  static const char *const tables[] = { "role_skill", "skill", NULL };
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = load_job;
  section_class->loading.free_result = found_free;
  section_class->show = show;
  section_class->add = add;
}

static void
tras_role_skills_init (TrasRoleSkills *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Skills It Needs"),
                                 _("One more skill that the role needs"));
}

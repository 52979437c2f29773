/* tras-role-skills.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-detail.h"
#include "tras-loader.h"
#include "tras-role-skills.h"
#include "tras-skill-forms.h"

/**
 * TrasRoleSkills:
 *
 * Part of a role's pane: the level of each skill that it needs.
 */
struct _TrasRoleSkills
{
  AdwBin parent_instance;

  /* borrowed */
  AdwPreferencesGroup *group;
  GtkWidget *add_button;

  /* owned */
  TrasRecord *record;
  TrasLoader *loader;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (TrasRoleSkills, tras_role_skills, ADW_TYPE_BIN)

typedef enum
{
  PROP_RECORD = 1,
} TrasRoleSkillsProperty;

static GParamSpec *properties[PROP_RECORD + 1];

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
on_activated (GtkWidget      *row,
              TrasRoleSkills *self)
{
  TrasStore *store = tras_loader_get_store (self->loader);

  if (store != NULL && !tras_store_is_read_only (store))
    tras_skill_forms_need (GTK_WIDGET (self), store, self->record->id,
                           g_object_get_data (G_OBJECT (row), "need"));
}

static GtkWidget *
make_row (TrasRoleSkills *self,
          TrasSkill      *skill,
          TrasRoleSkill  *need)
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
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, 0);

  return row;
}

static void
clear_rows (TrasRoleSkills *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/* In the order of the skills, by name. */
static void
take_found (gpointer owner,
            gpointer data)
{
  TrasRoleSkills *self = owner;
  Found *found = data;
  TrasStore *store = tras_loader_get_store (self->loader);

  clear_rows (self);
  for (guint i = 0; i < found->skills->len; i++)
    {
      TrasSkill *skill = found->skills->pdata[i];

      for (guint k = 0; k < found->needs->len; k++)
        {
          TrasRoleSkill *need = found->needs->pdata[k];

          if (need->skill_id != TRAS_RECORD (skill)->id)
            continue;
          g_ptr_array_add (self->rows, make_row (self, skill, need));
          adw_preferences_group_add (self->group, self->rows->pdata[self->rows->len - 1]);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self), found->skills->len > 0);
  gtk_widget_set_visible (self->add_button, store != NULL && !tras_store_is_read_only (store));
  adw_preferences_group_set_description (self->group, self->rows->len > 0
                                                        ? NULL : _("Nothing yet."));
  found_free (found);
}

static gpointer
ask (gpointer owner)
{
  TrasRoleSkills *self = owner;

  return self->record != NULL ? g_memdup2 (&self->record->id, sizeof (gint64)) : NULL;
}

static gboolean
is_touched (gpointer     owner,
            TrasChanges *changes)
{
  static const char *const tables[] = { "role_skill", "skill", NULL };

  return tras_changes_touch_any (changes, tables);
}

static const TrasLoading loading = {
  .is_touched = is_touched,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = found_free,
  .take = take_found,
};

/* ---- the object ---- */

static void
on_add_clicked (TrasRoleSkills *self)
{
  if (self->record != NULL)
    tras_skill_forms_need (GTK_WIDGET (self), tras_loader_get_store (self->loader),
                           self->record->id, NULL);
}

/* The pane's record comes with its store. */
static void
set_record (TrasRoleSkills *self,
            TrasRecord       *record)
{
  TrasDetail *detail = tras_detail_find (GTK_WIDGET (self));
  gboolean other = record == NULL || self->record == NULL || record->id != self->record->id;

  if (!g_set_object (&self->record, record))
    return;
  if (other)
    {
      tras_loader_stop (self->loader);
      clear_rows (self);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
  if (detail == NULL || record == NULL)
    return;
  if (tras_loader_set_store (self->loader, tras_detail_get_store (detail)) || other)
    tras_loader_load (self->loader);
}

static void
tras_role_skills_dispose (GObject *object)
{
  TrasRoleSkills *self = TRAS_ROLE_SKILLS (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tras_role_skills_parent_class)->dispose (object);
}

static void
tras_role_skills_finalize (GObject *object)
{
  g_ptr_array_unref (TRAS_ROLE_SKILLS (object)->rows);

  G_OBJECT_CLASS (tras_role_skills_parent_class)->finalize (object);
}

static void
tras_role_skills_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((TrasRoleSkillsProperty) prop_id)
    {
    case PROP_RECORD:
      set_record (TRAS_ROLE_SKILLS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_role_skills_class_init (TrasRoleSkillsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_role_skills_dispose;
  object_class->finalize = tras_role_skills_finalize;
  object_class->set_property = tras_role_skills_set_property;

  /**
   * TrasRoleSkills:record:
   *
   * The role of the pane that it stands in.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TRAS_TYPE_RECORD,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_role_skills_init (TrasRoleSkills *self)
{
  self->loader = tras_loader_new (&loading, self);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Skills It Needs"));
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, _("One more skill that the role needs"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("One more skill that the role needs"), -1);
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, self->add_button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

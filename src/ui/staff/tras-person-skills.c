/* tras-person-skills.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-detail.h"
#include "tras-loader.h"
#include "tras-person-skills.h"
#include "tras-person.h"
#include "tras-skill-forms.h"
#include "tras-skill-tile.h"
#include "tras-skill-words.h"
#include "tras-window.h"

/**
 * TrasPersonSkills:
 *
 * Part of a person's pane: each skill that they have or need, as in the matrix, with all its marks.
 */
struct _TrasPersonSkills
{
  AdwBin parent_instance;

  /* borrowed */
  AdwPreferencesGroup *group;
  GtkWidget *add_button;

  /* owned */
  TrasRecord *record;
  TrasLoader *loader;
  TrasSkillBoard *board;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (TrasPersonSkills, tras_person_skills, ADW_TYPE_BIN)

typedef enum
{
  PROP_RECORD = 1,
} TrasPersonSkillsProperty;

static GParamSpec *properties[PROP_RECORD + 1];

/* ---- what is read ---- */

typedef struct
{
  TrasSkillBoard *board;
  GPtrArray *marks;
} Found;

static void
found_free (gpointer data)
{
  Found *self = data;

  g_clear_pointer (&self->board, tras_skill_board_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_free (self);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 person_id = *(gint64 *) data;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SKILL_MARK);
  Found *found = g_new0 (Found, 1);

  tras_query_where_int (query, "person_id", TRAS_QUERY_EQ, person_id);
  tras_query_order (query, "marked_on", TRUE);
  found->board = tras_skill_board_load (db, tras_day_today (), person_id, error);
  if (found->board != NULL)
    found->marks = tras_db_select (db, query, error);
  if (found->marks == NULL)
    g_clear_pointer (&found, found_free);

  return found;
}

/* ---- marks ---- */

static void
on_take_back (GtkWidget        *button,
              TrasPersonSkills *self)
{
  g_autoptr (TrasEdit) edit = tras_edit_new (_("Take back a skill mark"));

  tras_edit_delete (edit, g_object_get_data (G_OBJECT (button), "mark"));
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static char *
dup_mark_words (TrasSkillMark *mark)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  const TrasField *field =
    tras_table_find_field (tras_record_type_get_table (TRAS_TYPE_SKILL_MARK), "how");
  const char *how = tras_choice_get_label (field->choices, mark->how);
  g_autofree char *day = tras_number_format_date_medium (format, mark->marked_on);
  g_autofree char *until = NULL;

  if (mark->expires_on == TRAS_DAY_NONE)
    /* Translators: how a level is known, and since when */
    return g_strdup_printf (C_("skill mark", "%s · %s"), how, day);

  until = tras_number_format_date_medium (format, mark->expires_on);

  /* Translators: how a level is known, since when and until when it counts */
  return g_strdup_printf (C_("skill mark", "%s · %s – %s"), how, day, until);
}

static GtkWidget *
make_mark (TrasPersonSkills *self,
           TrasSkillMark    *mark,
           gboolean          is_editable)
{
  g_autofree char *words = dup_mark_words (mark);
  /* Translators: a level from 0 to 4, and what somebody of that level can do */
  g_autofree char *title = g_strdup_printf (C_("skill level", "%d · %s"), (int) mark->level,
                                            tras_skill_get_level_name (mark->level));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", words, NULL);
  GtkWidget *button;

  if (mark->document != NULL)
    {
      GtkWidget *document = gtk_label_new (mark->document);

      gtk_label_set_ellipsize (GTK_LABEL (document), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (document), 14);
      gtk_widget_set_tooltip_text (document, mark->document);
      gtk_widget_add_css_class (document, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), document);
    }
  if (!is_editable)
    return row;

  button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (button, _("Take back this mark"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Take back this mark"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "mark", g_object_ref (mark), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_back), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* ---- skills ---- */

static void
on_renew (GtkWidget        *button,
          TrasPersonSkills *self)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "skill"));
  const TrasSkillRow *row = self->board->rows->pdata[0];
  const TrasSkillCell *cell = &row->cells[place];

  tras_skill_forms_mark (GTK_WIDGET (self), tras_loader_get_store (self->loader),
                         self->board->skills, self->record->id, self->board->skills->pdata[place],
                         MAX (cell->level, cell->needed));
}

static GtkWidget *
make_skill (TrasPersonSkills    *self,
            const TrasSkillCell *cell,
            guint                place,
            GPtrArray           *marks,
            gboolean             is_editable)
{
  TrasSkill *skill = self->board->skills->pdata[place];
  g_autofree char *level = tras_skill_words_dup_level (cell, tras_number_format_get_default ());
  g_autofree char *need = tras_skill_words_dup_need (cell);
  /* Translators: the level that somebody has, and the one that is needed */
  g_autofree char *words = g_strdup_printf (C_("skill", "%s; %s"), level, need);
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", skill->name,
                                 "subtitle", words, NULL);

  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), tras_skill_tile_new (cell));
  if (is_editable)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

      gtk_widget_set_tooltip_text (button, _("New mark"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("New mark"), -1);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "skill", GUINT_TO_POINTER (place));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_renew), self, 0);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
    }
  for (guint i = 0; i < marks->len; i++)
    {
      TrasSkillMark *mark = marks->pdata[i];

      if (mark->skill_id == TRAS_RECORD (skill)->id)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_mark (self, mark, is_editable));
    }
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), cell->level >= 0);

  return row;
}

static void
clear_rows (TrasPersonSkills *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static const char *
get_title (GtkWidget *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

/* What is open stays so: the names of its skills. */
static GHashTable *
list_open (TrasPersonSkills *self)
{
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (adw_expander_row_get_expanded (self->rows->pdata[i]))
        g_hash_table_add (open, g_strdup (get_title (self->rows->pdata[i])));
    }

  return open;
}

static void
take_found (gpointer owner,
            gpointer data)
{
  TrasPersonSkills *self = owner;
  Found *found = data;
  TrasStore *store = tras_loader_get_store (self->loader);
  gboolean is_editable = store != NULL && !tras_store_is_read_only (store);
  g_autoptr (GHashTable) open = list_open (self);
  const TrasSkillRow *row;

  g_clear_pointer (&self->board, tras_skill_board_unref);
  self->board = g_steal_pointer (&found->board);
  clear_rows (self);
  row = self->board->rows->len > 0 ? self->board->rows->pdata[0] : NULL;
  for (guint i = 0; row != NULL && i < self->board->skills->len; i++)
    {
      const TrasSkillCell *cell = &row->cells[i];
      GtkWidget *widget;

      if (cell->level < 0 && cell->needed == 0)
        continue;
      widget = make_skill (self, cell, i, found->marks, is_editable);
      adw_preferences_group_add (self->group, widget);
      g_ptr_array_add (self->rows, widget);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget),
                                     g_hash_table_contains (open, get_title (widget)));
    }
  /* Who has left, who has no post yet, and a firm that keeps no skills have nothing to say here. */
  gtk_widget_set_visible (GTK_WIDGET (self),
                          row != NULL && self->board->skills->len > 0 &&
                            (row->post != NULL || self->rows->len > 0));
  gtk_widget_set_visible (self->add_button, is_editable);
  adw_preferences_group_set_description (self->group, self->rows->len > 0
                                                        ? NULL : _("Nothing is marked or needed."));
  found_free (found);
}

static gpointer
ask (gpointer owner)
{
  TrasPersonSkills *self = owner;

  return self->record != NULL ? g_memdup2 (&self->record->id, sizeof (gint64)) : NULL;
}

static gboolean
is_touched (gpointer     owner,
            TrasChanges *changes)
{
  static const char *const tables[] = { "post", "role", "role_skill", "skill", "skill_mark", NULL };

  return tras_changes_touch_any (changes, tables);
}

static const TrasLoading loading = {
  .is_touched = is_touched,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = found_free,
  .take = take_found,
  .is_daily = TRUE,
};

/* ---- the object ---- */

static void
on_add_clicked (TrasPersonSkills *self)
{
  if (self->board != NULL && self->record != NULL)
    tras_skill_forms_mark (GTK_WIDGET (self), tras_loader_get_store (self->loader),
                           self->board->skills, self->record->id, NULL, 2);
}

/* The pane's record comes with its store. */
static void
set_record (TrasPersonSkills *self,
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
tras_person_skills_dispose (GObject *object)
{
  TrasPersonSkills *self = TRAS_PERSON_SKILLS (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->board, tras_skill_board_unref);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tras_person_skills_parent_class)->dispose (object);
}

static void
tras_person_skills_finalize (GObject *object)
{
  g_ptr_array_unref (TRAS_PERSON_SKILLS (object)->rows);

  G_OBJECT_CLASS (tras_person_skills_parent_class)->finalize (object);
}

static void
tras_person_skills_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((TrasPersonSkillsProperty) prop_id)
    {
    case PROP_RECORD:
      set_record (TRAS_PERSON_SKILLS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_person_skills_class_init (TrasPersonSkillsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_person_skills_dispose;
  object_class->finalize = tras_person_skills_finalize;
  object_class->set_property = tras_person_skills_set_property;

  /**
   * TrasPersonSkills:record:
   *
   * The person of the pane that it stands in.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TRAS_TYPE_RECORD,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_person_skills_init (TrasPersonSkills *self)
{
  self->loader = tras_loader_new (&loading, self);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Skills"));
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, _("New mark in another skill"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("New mark in another skill"), -1);
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->group, self->add_button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

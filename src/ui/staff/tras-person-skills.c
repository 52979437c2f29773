/* tras-person-skills.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-icon-button.h"
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
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasPersonSkills, tras_person_skills, TRAS_TYPE_DETAIL_SECTION)

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
on_take_back (GtkWidget         *button,
              TrasDetailSection *section)
{
  g_autoptr (TrasEdit) edit = tras_edit_new (_("Take back a skill mark"));

  tras_edit_delete (edit, g_object_get_data (G_OBJECT (button), "mark"));
  tras_window_apply (GTK_WIDGET (section), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
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
make_mark (TrasDetailSection *section,
           TrasSkillMark     *mark)
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
  if (!tras_detail_section_is_editable (section))
    return row;

  button = tras_icon_button_new ("edit-undo-symbolic", _("Take back this mark"));
  g_object_set_data_full (G_OBJECT (button), "mark", g_object_ref (mark), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take_back), section, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

/* ---- skills ---- */

static void
on_renew (GtkWidget         *button,
          TrasDetailSection *section)
{
  guint place = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "skill"));
  const Found *found = tras_detail_section_get_found (section);
  const TrasSkillRow *row = found->board->rows->pdata[0];
  const TrasSkillCell *cell = &row->cells[place];

  tras_skill_forms_mark (GTK_WIDGET (section), tras_detail_section_get_store (section),
                         found->board->skills, tras_detail_section_get_record (section)->id,
                         found->board->skills->pdata[place], MAX (cell->level, cell->needed));
}

static GtkWidget *
make_skill (TrasDetailSection *section,
            const Found       *found,
            guint              place)
{
  TrasSkill *skill = found->board->skills->pdata[place];
  const TrasSkillRow *person = found->board->rows->pdata[0];
  const TrasSkillCell *cell = &person->cells[place];
  g_autofree char *level = tras_skill_words_dup_level (cell, tras_number_format_get_default ());
  g_autofree char *need = tras_skill_words_dup_need (cell);
  /* Translators: the level that somebody has, and the one that is needed */
  g_autofree char *words = g_strdup_printf (C_("skill", "%s; %s"), level, need);
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", skill->name,
                                 "subtitle", words, NULL);

  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), tras_skill_tile_new (cell));
  if (tras_detail_section_is_editable (section))
    {
      GtkWidget *button = tras_icon_button_new ("document-edit-symbolic", _("New mark"));

      g_object_set_data (G_OBJECT (button), "skill", GUINT_TO_POINTER (place));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_renew), section, 0);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
    }
  for (guint i = 0; i < found->marks->len; i++)
    {
      TrasSkillMark *mark = found->marks->pdata[i];

      if (mark->skill_id == TRAS_RECORD (skill)->id)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_mark (section, mark));
    }
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), cell->level >= 0);

  return row;
}

static gboolean
show (TrasDetailSection *section,
      gpointer           data)
{
  const Found *found = data;
  const TrasSkillBoard *board = found->board;
  const TrasSkillRow *row = board->rows->len > 0 ? board->rows->pdata[0] : NULL;
  guint n;

  for (guint i = 0; row != NULL && i < board->skills->len; i++)
    {
      if (row->cells[i].level >= 0 || row->cells[i].needed != 0)
        tras_detail_section_add_row (section, make_skill (section, found, i));
    }
  n = tras_detail_section_get_n_rows (section);
  tras_detail_section_set_description (section, n > 0 ? NULL : _("Nothing is marked or needed."));

  /* Who has left, who has no post yet, and a firm that keeps no skills have nothing to say here. */
  return row != NULL && board->skills->len > 0 && (row->post != NULL || n > 0);
}

static void
add (TrasDetailSection *section)
{
  const Found *found = tras_detail_section_get_found (section);

  tras_skill_forms_mark (GTK_WIDGET (section), tras_detail_section_get_store (section),
                         found->board->skills, tras_detail_section_get_record (section)->id, NULL,
                         2);
}

/* ---- the object ---- */

static void
tras_person_skills_class_init (TrasPersonSkillsClass *klass)
{
  static const char *const tables[] = { "post", "role", "role_skill", "skill", "skill_mark", NULL };
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = load_job;
  section_class->loading.free_result = found_free;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
  section_class->add = add;
}

static void
tras_person_skills_init (TrasPersonSkills *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Skills"),
                                 _("New mark in another skill"));
}

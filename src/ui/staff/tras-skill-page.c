/* tras-skill-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-beside-layout.h"
#include "tras-chip.h"
#include "tras-fold.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-name-filter.h"
#include "tras-skill-forms.h"
#include "tras-skill-list.h"
#include "tras-skill-page.h"
#include "tras-skill-view.h"
#include "tras-skill-words.h"
#include "tras-window.h"

/**
 * TrasSkillPage:
 *
 * The matrix of people and skills; beside it what is under the cursor, and the gaps and the cover
 * of areas as lists.
 */
struct _TrasSkillPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *filters;
  GtkBox *levels;
  GtkLabel *words;
  GtkStack *rows;
  GtkStack *stack;
  GtkWidget *beside;
  GtkWidget *mark_button;
  GtkWidget *new_button;
  GtkSearchEntry *search;
  TrasSkillList *cover;
  TrasSkillList *gaps;
  TrasSkillView *view;

  /* borrowed */
  TrasNameFilter *areas;
  TrasNameFilter *roles;
  GtkToggleButton *gaps_chip;
  GtkWidget *level_buttons[TRAS_SKILL_LEVEL_MAX + 1];

  /* owned */
  TrasLoader *loader;
  TrasSkillBoard *board;
};

static void page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasSkillPage, tras_skill_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, page_init))

/* ---- what is on show ---- */

static gboolean
is_wanted (TrasSkillPage      *self,
           const TrasSkillRow *row)
{
  gint64 area_id = tras_name_filter_get_id (self->areas);
  gint64 role_id = tras_name_filter_get_id (self->roles);

  return (area_id == 0 || row->area_id == area_id) &&
         (role_id == 0 || (row->post != NULL && row->post->role_id == role_id));
}

/* The skills whose names have the words that are searched for. */
static gboolean *
dup_named (TrasSkillPage *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *key = tras_fold_key (typed);
  gboolean *named = g_new0 (gboolean, self->board->skills->len);

  for (guint i = 0; i < self->board->skills->len; i++)
    {
      g_autofree char *name = tras_fold_key (TRAS_SKILL (self->board->skills->pdata[i])->name);

      named[i] = strstr (name, key) != NULL;
    }

  return named;
}

static gboolean
has_gap (const TrasSkillRow *row,
         const gboolean     *named,
         guint               n_skills)
{
  for (guint i = 0; i < n_skills; i++)
    {
      if (named[i] && tras_skill_cell_get_gap (&row->cells[i]) > 0)
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
list_rows (TrasSkillPage  *self,
           const gboolean *named)
{
  GPtrArray *rows = g_ptr_array_new ();
  gboolean only_gaps = gtk_toggle_button_get_active (self->gaps_chip);

  for (guint i = 0; i < self->board->rows->len; i++)
    {
      TrasSkillRow *row = self->board->rows->pdata[i];

      if (is_wanted (self, row) &&
          (!only_gaps || has_gap (row, named, self->board->skills->len)))
        g_ptr_array_add (rows, row);
    }

  return rows;
}

/* Of some people, the skills that they have or need; of all, all of them. */
static GArray *
list_skills (TrasSkillPage  *self,
             GPtrArray      *rows,
             const gboolean *named)
{
  GArray *skills = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean only_gaps = gtk_toggle_button_get_active (self->gaps_chip);
  gboolean all = rows->len == self->board->rows->len && !only_gaps;

  for (guint i = 0; i < self->board->skills->len; i++)
    {
      gboolean wanted = named[i] && all;

      for (guint k = 0; named[i] && !wanted && k < rows->len; k++)
        {
          const TrasSkillCell *cell = &((TrasSkillRow *) rows->pdata[k])->cells[i];

          wanted = only_gaps ? tras_skill_cell_get_gap (cell) > 0
                             : cell->level >= 0 || cell->needed > 0;
        }
      if (wanted)
        g_array_append_val (skills, i);
    }

  return skills;
}

static void
show_gaps (TrasSkillPage  *self,
           const gboolean *named)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->board->gaps->len; i++)
    {
      const TrasSkillSpot *spot = &g_array_index (self->board->gaps, TrasSkillSpot, i);
      const TrasSkillCell *cell = tras_skill_spot_get_cell (spot);
      TrasSkill *skill = self->board->skills->pdata[spot->skill];
      g_autofree char *title = NULL;
      g_autofree char *words = NULL;

      if (!named[spot->skill] || !is_wanted (self, spot->row))
        continue;
      /* Translators: a person and a skill */
      title = g_strdup_printf (C_("skill", "%s · %s"), spot->row->person->name, skill->name);
      words = tras_skill_words_dup_gap (cell);
      g_ptr_array_add (items, tras_skill_item_new (TRAS_RECORD (spot->row->person)->id,
                                                   TRAS_RECORD (skill)->id, title, words,
                                                   cell->must ? "tras-blocked-symbolic"
                                                              : "tras-worse-down-symbolic",
                                                   "tras-worse"));
    }
  tras_skill_list_show (self->gaps, items);
}

static void
show_cover (TrasSkillPage  *self,
            const gboolean *named)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 area_id = tras_name_filter_get_id (self->areas);

  for (guint i = 0; i < self->board->areas->len; i++)
    {
      const TrasSkillArea *area = &g_array_index (self->board->areas, TrasSkillArea, i);
      TrasSkill *skill = self->board->skills->pdata[area->skill];
      gboolean thin = tras_skill_cover_is_thin (&area->cover);
      g_autofree char *title = NULL;
      g_autofree char *reach = NULL;
      g_autofree char *words = NULL;

      if (!named[area->skill] || (area_id != 0 && area->area_id != area_id))
        continue;
      /* Translators: an area and a skill */
      title = g_strdup_printf (C_("skill", "%s · %s"), area->area_name, skill->name);
      reach = tras_skill_words_dup_cover (area);
      words = thin ? g_strdup_printf (_("Thin: %s"), reach) : g_steal_pointer (&reach);
      g_ptr_array_add (items, tras_skill_item_new (area->only != NULL
                                                     ? TRAS_RECORD (area->only->person)->id : 0,
                                                   TRAS_RECORD (skill)->id, title, words,
                                                   thin ? "tras-late-symbolic"
                                                        : "object-select-symbolic",
                                                   thin ? "tras-worse" : "tras-better"));
    }
  tras_skill_list_show (self->cover, items);
}

static void
refilter (TrasSkillPage *self)
{
  g_autofree gboolean *named = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) skills = NULL;

  if (self->board == NULL)
    return;

  named = dup_named (self);
  rows = list_rows (self, named);
  skills = list_skills (self, rows, named);
  tras_skill_view_show (self->view, self->board, rows, skills);
  show_gaps (self, named);
  show_cover (self, named);
  gtk_stack_set_visible_child_name (self->rows, rows->len == 0 || skills->len == 0 ? "nothing"
                                                                                  : "skills");
  gtk_stack_set_visible_child_name (self->stack, self->board->skills->len == 0 ? "empty"
                                                                               : "skills");
}

/* ---- what is done ---- */

static gboolean
is_editable (TrasSkillPage *self)
{
  TrasStore *store = tras_loader_get_store (self->loader);

  return store != NULL && !tras_store_is_read_only (store);
}

static void
on_words_changed (TrasSkillPage *self)
{
  int skill = -1;
  const TrasSkillRow *row = tras_skill_view_get_cursor (self->view, &skill);
  gboolean on_cell = row != NULL && skill >= 0;

  gtk_label_set_label (self->words, tras_grid_view_get_words (TRAS_GRID_VIEW (self->view)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->levels), on_cell && is_editable (self));
  for (int i = 0; i <= TRAS_SKILL_LEVEL_MAX; i++)
    {
      if (on_cell && row->cells[skill].level == i)
        gtk_widget_add_css_class (self->level_buttons[i], "suggested-action");
      else
        gtk_widget_remove_css_class (self->level_buttons[i], "suggested-action");
    }
}

static void
set_level (TrasSkillPage *self,
           int            level)
{
  int skill;
  const TrasSkillRow *row = tras_skill_view_get_cursor (self->view, &skill);
  g_autoptr (TrasSkillMark) mark = NULL;
  g_autoptr (TrasEdit) edit = NULL;

  if (!is_editable (self) || row == NULL || skill < 0)
    return;

  mark = tras_skill_board_new_mark (self->board, row, (guint) skill, level);
  if (mark == NULL)
    return;

  edit = tras_edit_new (_("Skill mark"));
  tras_edit_insert (edit, mark);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
on_level (TrasSkillPage *self,
          int            level)
{
  set_level (self, level);
}

static void
on_level_clicked (GtkWidget     *button,
                  TrasSkillPage *self)
{
  for (int i = 0; i <= TRAS_SKILL_LEVEL_MAX; i++)
    {
      if (self->level_buttons[i] == button)
        set_level (self, i);
    }
}

static void
on_take_back (TrasSkillPage *self)
{
  int skill;
  const TrasSkillRow *row = tras_skill_view_get_cursor (self->view, &skill);
  g_autoptr (TrasSkillMark) mark = NULL;
  g_autoptr (TrasEdit) edit = NULL;

  if (!is_editable (self) || row == NULL || skill < 0 || row->cells[skill].mark_id == 0)
    return;

  mark = tras_skill_mark_new ();
  TRAS_RECORD (mark)->id = row->cells[skill].mark_id;
  edit = tras_edit_new (_("Take back a skill mark"));
  tras_edit_delete (edit, mark);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
on_mark_clicked (TrasSkillPage *self)
{
  int skill;
  const TrasSkillRow *row = tras_skill_view_get_cursor (self->view, &skill);
  TrasSkillCell *cell;

  if (row == NULL || skill < 0)
    return;

  cell = &row->cells[skill];
  tras_skill_forms_mark (GTK_WIDGET (self), tras_loader_get_store (self->loader),
                         self->board->skills, TRAS_RECORD (row->person)->id,
                         self->board->skills->pdata[skill], MAX (cell->level, cell->needed));
}

static void
on_cell_activated (TrasSkillPage *self)
{
  const TrasSkillRow *row = tras_skill_view_get_cursor (self->view, NULL);

  if (row != NULL)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_PERSON, TRAS_RECORD (row->person)->id);
}

/* What a line is about is found in the matrix. */
static void
on_item_activated (TrasSkillPage *self,
                   TrasSkillItem *item)
{
  tras_skill_view_go_to (self->view, tras_skill_item_get_person_id (item),
                         tras_skill_item_get_skill_id (item));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
new_skill (TrasSkillPage *self)
{
  if (is_editable (self))
    tras_skill_forms_skill (GTK_WIDGET (self), tras_loader_get_store (self->loader), NULL);
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TrasSkillPage *self = TRAS_SKILL_PAGE (widget);
  int skill;

  if (tras_skill_view_get_cursor (self->view, &skill) != NULL && skill >= 0 && is_editable (self))
    tras_skill_forms_skill (widget, tras_loader_get_store (self->loader),
                            self->board->skills->pdata[skill]);
}

static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (is_editable (TRAS_SKILL_PAGE (widget)))
    on_mark_clicked (TRAS_SKILL_PAGE (widget));
}

/* ---- loading ---- */

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_skill_board_load (db, *(TrasDay *) data, TRAS_SKILL_EVERYBODY, error);
}

static gpointer
ask (gpointer owner)
{
  TrasDay today = tras_day_today ();

  return g_memdup2 (&today, sizeof today);
}

static void
take_board (gpointer owner,
            gpointer board)
{
  TrasSkillPage *self = owner;

  g_clear_pointer (&self->board, tras_skill_board_unref);
  self->board = board;
  tras_chip_set_count (TRAS_CHIP (self->gaps_chip), self->board->gaps->len);
  refilter (self);
}

static const char *const tables[] = { "area", "firm", "person", "post", "role", "role_skill",
                                      "skill", "skill_mark", NULL };

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_skill_board_unref,
  .take = take_board,
  .is_daily = TRUE,
};

/* ---- a page of the tab ---- */

static void
tras_skill_page_set_store (TrasInnerPage *page,
                           TrasStore     *store)
{
  TrasSkillPage *self = TRAS_SKILL_PAGE (page);

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_pointer (&self->board, tras_skill_board_unref);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  tras_name_filter_set_store (self->areas, store);
  tras_name_filter_set_store (self->roles, store);
  gtk_widget_set_sensitive (self->new_button, is_editable (self));
  tras_loader_load (self->loader);
}

static void
tras_skill_page_focus_page (TrasInnerPage *page)
{
  TrasSkillPage *self = TRAS_SKILL_PAGE (page);

  if (self->board != NULL && self->board->skills->len == 0)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
tras_skill_page_focus_search (TrasInnerPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TRAS_SKILL_PAGE (page)->search));
}

static void
tras_skill_page_activate_new (TrasInnerPage *page)
{
  new_skill (TRAS_SKILL_PAGE (page));
}

static void
page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = tras_skill_page_set_store;
  iface->focus = tras_skill_page_focus_page;
  iface->focus_search = tras_skill_page_focus_search;
  iface->activate_new = tras_skill_page_activate_new;
}

/* ---- the object ---- */

static void
tras_skill_page_dispose (GObject *object)
{
  TrasSkillPage *self = TRAS_SKILL_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->board, tras_skill_board_unref);

  G_OBJECT_CLASS (tras_skill_page_parent_class)->dispose (object);
}

static void
tras_skill_page_class_init (TrasSkillPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_skill_page_dispose;
  g_type_ensure (TRAS_TYPE_BESIDE_LAYOUT);
  g_type_ensure (TRAS_TYPE_SKILL_LIST);
  g_type_ensure (TRAS_TYPE_SKILL_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-skill-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, beside);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, cover);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, filters);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, gaps);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, levels);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, mark_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, rows);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, search);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, view);
  gtk_widget_class_bind_template_child (widget_class, TrasSkillPage, words);
  gtk_widget_class_bind_template_callback (widget_class, new_skill);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_item_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_level);
  gtk_widget_class_bind_template_callback (widget_class, on_take_back);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_bind_template_callback (widget_class, refilter);
  gtk_widget_class_install_action (widget_class, "skills.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "skills.mark", NULL, mark_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "skills.mark",
                                       NULL);
}

static void
add_levels (TrasSkillPage *self)
{
  for (int i = 0; i <= TRAS_SKILL_LEVEL_MAX; i++)
    {
      g_autofree char *digit = g_strdup_printf ("%d", i);
      g_autofree char *name = g_strdup_printf (C_("skill level", "%d · %s"), i,
                                               tras_skill_get_level_name (i));
      GtkWidget *button = gtk_button_new_with_label (digit);

      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_level_clicked), self, 0);
      gtk_box_append (self->levels, button);
      self->level_buttons[i] = button;
    }
}

static void
tras_skill_page_init (TrasSkillPage *self)
{
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->beside, g_object_new (TRAS_TYPE_BESIDE_LAYOUT, NULL));
  self->gaps_chip = GTK_TOGGLE_BUTTON (tras_chip_new (_("Only gaps"), NULL, NULL));
  g_signal_connect_swapped (self->gaps_chip, "toggled", G_CALLBACK (refilter), self);
  gtk_box_append (self->filters, GTK_WIDGET (self->gaps_chip));
  self->areas = TRAS_NAME_FILTER (tras_name_filter_new ("area", _("All areas"), _("Area")));
  g_signal_connect_swapped (self->areas, "changed", G_CALLBACK (refilter), self);
  gtk_box_append (self->filters, GTK_WIDGET (self->areas));
  self->roles = TRAS_NAME_FILTER (tras_name_filter_new ("role", _("All roles"), _("Role")));
  g_signal_connect_swapped (self->roles, "changed", G_CALLBACK (refilter), self);
  gtk_box_append (self->filters, GTK_WIDGET (self->roles));
  tras_skill_list_set_label (self->gaps, _("Gaps"));
  tras_skill_list_set_label (self->cover, _("Cover"));
  add_levels (self);
  on_words_changed (self);
  tras_help_set_page (GTK_WIDGET (self), "keep-skills");
}

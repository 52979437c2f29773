/* tras-year-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-goal-words.h"
#include "tras-goal-year.h"
#include "tras-help.h"
#include "tras-list-sync.h"
#include "tras-mnemonic.h"
#include "tras-window.h"
#include "tras-year-item.h"
#include "tras-year-page.h"

/* How many rows are made before the window is drawn again. */
#define SLICE 40

/* So long after its end a year is still the one that is looked back at, in days. */
#define DAYS_BEHIND 90

struct _TrasYearPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkButton *copy_button;
  GtkCheckButton *all_check;
  GtkDropDown *year_drop;
  GtkLabel *next_label;
  GtkListBox *rows;
  GtkStack *stack;

  /* owned */
  TrasStore *store;
  TrasGoalBoard *board;
  GListStore *items;
  GPtrArray *goals;
  GArray *years;
  GHashTable *chosen;
  guint filling;
  guint n_filled;
  int fiscal_month;
  int year;
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (TrasYearPage, tras_year_page, ADW_TYPE_BIN)

/* ---- years ---- */

static char *
dup_year (TrasYearPage *self,
          int           year)
{
  if (self->fiscal_month == 1)
    return g_strdup_printf ("%d", year);

  /* Translators: a firm's year that does not begin in January: “2026/27” */
  return g_strdup_printf (C_("year", "%d/%02d"), year, (year + 1) % 100);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/* The newest first. */
static void
find_years (TrasYearPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_set_size (self->years, 0);
  for (guint i = 0; i < self->board->goals->len; i++)
    {
      TrasGoalStatus *status = self->board->goals->pdata[i];
      int year = tras_goal_get_year (status->goal, self->fiscal_month);

      if (g_strcmp0 (status->goal->state, "draft") != 0 &&
          g_hash_table_add (seen, GINT_TO_POINTER (year)))
        g_array_append_val (self->years, year);
    }
  g_array_sort (self->years, compare_years);
}

static gboolean
has_year (TrasYearPage *self,
          int           year)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      if (g_array_index (self->years, int, i) == year)
        return TRUE;
    }

  return FALSE;
}

static void
show_years (TrasYearPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);
      g_autofree char *name = dup_year (self, year);

      gtk_string_list_append (names, name);
      if (year == self->year)
        selected = i;
    }
  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->year_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year_drop, selected);
  self->is_showing = FALSE;
}

/* ---- what is chosen ---- */

static gboolean
can_write (TrasYearPage *self)
{
  return self->store != NULL && !tras_store_is_read_only (self->store);
}

static void
show_chosen (TrasYearPage *self)
{
  guint n = g_hash_table_size (self->chosen), n_free = 0;
  g_autofree char *label = g_strdup_printf (ngettext ("_Copy %u as Draft", "_Copy %u as Drafts", n),
                                            n);

  for (guint i = 0; i < self->goals->len; i++)
    n_free += tras_year_item_get_copy (self->goals->pdata[i]) == NULL;
  gtk_button_set_label (self->copy_button, n > 0 ? label : _("_Copy as Drafts"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy_button), n > 0 && can_write (self));
  self->is_showing = TRUE;
  gtk_check_button_set_active (self->all_check, n > 0 && n == n_free);
  gtk_check_button_set_inconsistent (self->all_check, n > 0 && n < n_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all_check), n_free > 0 && can_write (self));
  self->is_showing = FALSE;
}

static void
on_check_toggled (GtkCheckButton *check,
                  TrasYearItem   *item)
{
  TrasYearPage *self = TRAS_YEAR_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (check),
                                                                TRAS_TYPE_YEAR_PAGE));

  if (self != NULL && !self->is_showing)
    tras_year_page_choose (self, tras_year_item_get_id (item),
                           gtk_check_button_get_active (check));
}

static void
on_all_toggled (TrasYearPage *self)
{
  gboolean all = gtk_check_button_get_active (self->all_check);

  if (self->is_showing)
    return;

  for (guint i = 0; i < self->goals->len; i++)
    tras_year_page_choose (self, tras_year_item_get_id (self->goals->pdata[i]), all);
}

/* ---- rows ---- */

static void
on_copy_clicked (GtkWidget    *button,
                 TrasYearItem *item)
{
  TrasGoalStatus *copy = tras_year_item_get_copy (item);

  tras_window_show_record (button, TRAS_TYPE_GOAL, TRAS_RECORD (copy->goal)->id);
}

static GtkWidget *
make_label (const char *text,
            const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
append_text (GtkBox     *box,
             const char *text,
             const char *style_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (box, make_label (text, style_class));
}

static GtkWidget *
make_state (TrasYearItem *item)
{
  TrasGoalStatus *status = tras_year_item_get_status (item);
  g_autofree char *state = tras_year_item_dup_result (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", tras_goal_words_get_icon (status),
                                  "valign", GTK_ALIGN_START, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, tras_goal_words_get_class (status));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label (state, NULL));
  gtk_widget_set_hexpand (gtk_widget_get_last_child (box), TRUE);

  return box;
}

static GtkWidget *
make_copy (TrasYearItem *item)
{
  TrasGoalStatus *copy = tras_year_item_get_copy (item);
  g_autofree char *state = tras_goal_words_dup_state (copy);
  g_autofree char *missing = tras_year_item_dup_missing (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label (state);
  g_autofree char *label = NULL;

  /* Translators: %s is the state of a goal that was copied from this one, as “Draft” */
  label = g_strdup_printf (_("Open the copy: %s"), state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy_clicked), item, 0);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  append_text (GTK_BOX (box), missing, "caption");

  return box;
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  TrasYearPage *self = user_data;
  TrasGoalStatus *status = tras_year_item_get_status (item);
  gint64 id = tras_year_item_get_id (item);
  gboolean is_copied = tras_year_item_get_copy (item) != NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *targets = tras_year_item_dup_targets (item);
  g_autofree char *who = tras_year_item_dup_who (item);

  gtk_widget_add_css_class (line, "tras-year-row");
  gtk_widget_set_margin_start (line, (int) MIN (status->depth, 4) * 18);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_set_sensitive (check, !is_copied && can_write (self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               g_hash_table_contains (self->chosen, &id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  status->goal->title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled), item, 0);
  g_object_set_data (G_OBJECT (row), "check", check);
  gtk_widget_set_hexpand (texts, TRUE);
  append_text (GTK_BOX (texts), status->goal->title, "heading");
  append_text (GTK_BOX (texts), who, "dim-label");
  gtk_box_append (GTK_BOX (texts), make_state (item));
  append_text (GTK_BOX (texts), targets, "numeric");
  append_text (GTK_BOX (texts), status->goal->lesson, "tras-lesson");

  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), texts);
  if (is_copied)
    gtk_box_append (GTK_BOX (line), make_copy (item));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  status->goal->title, -1);

  return row;
}

static void
on_row_activated (TrasYearPage  *self,
                  GtkListBoxRow *row)
{
  g_autoptr (TrasYearItem) item = g_list_model_get_item (G_LIST_MODEL (self->items),
                                                         (guint) gtk_list_box_row_get_index (row));

  if (item != NULL)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_GOAL, tras_year_item_get_id (item));
}

/* ---- filling ---- */

static gboolean
looks_same (gconstpointer a,
            gconstpointer b)
{
  return tras_year_item_looks_same ((TrasYearItem *) a, (TrasYearItem *) b);
}

/* However many goals there are, the window goes on. */
static gboolean
fill (gpointer data)
{
  TrasYearPage *self = data;
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);

  self->n_filled = MIN (self->n_filled + SLICE, self->goals->len);
  for (guint i = 0; i < self->n_filled; i++)
    g_ptr_array_add (shown, g_object_ref (self->goals->pdata[i]));
  tras_list_sync (self->items, shown, looks_same);
  if (self->n_filled < self->goals->len)
    return G_SOURCE_CONTINUE;

  self->filling = 0;
  return G_SOURCE_REMOVE;
}

static void
start_filling (TrasYearPage *self)
{
  if (self->filling == 0)
    self->filling = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill, self, NULL);
}

static void
show_next (TrasYearPage *self)
{
  g_autofree char *next = dup_year (self, self->year + 1);
  /* Translators: %s is a year */
  g_autofree char *text = g_strdup_printf (_("Drafts of %s climb, measure and last as their "
                                             "origins do, a year later."), next);

  gtk_label_set_label (self->next_label, text);
}

static void
show_goals (TrasYearPage *self)
{
  g_autoptr (GArray) list = tras_goal_year_list (self->board, self->year, self->fiscal_month);
  g_autoptr (GHashTable) kept = g_steal_pointer (&self->chosen);

  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_ptr_array_set_size (self->goals, 0);
  for (guint i = 0; i < list->len; i++)
    {
      const TrasYearGoal *goal = &g_array_index (list, TrasYearGoal, i);
      TrasYearItem *item = tras_year_item_new (self->board, goal);
      gint64 id = tras_year_item_get_id (item);

      g_ptr_array_add (self->goals, item);
      if (goal->copy == NULL && g_hash_table_contains (kept, &id))
        g_hash_table_add (self->chosen, g_memdup2 (&id, sizeof id));
    }
  self->n_filled = MAX (self->n_filled, SLICE) - SLICE;
  start_filling (self);
  show_next (self);
  show_chosen (self);
  gtk_stack_set_visible_child_name (self->stack, self->years->len > 0 ? "list" : "empty");
}

static void
on_year_selected (TrasYearPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->year_drop);

  if (!self->is_showing && selected < self->years->len)
    tras_year_page_show_year (self, g_array_index (self->years, int, selected));
}

/* ---- the object ---- */

static void
stop_filling (TrasYearPage *self)
{
  g_clear_handle_id (&self->filling, g_source_remove);
  self->n_filled = 0;
}

static void
tras_year_page_dispose (GObject *object)
{
  TrasYearPage *self = TRAS_YEAR_PAGE (object);

  stop_filling (self);
  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_pointer (&self->board, tras_goal_board_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);

  G_OBJECT_CLASS (tras_year_page_parent_class)->dispose (object);
}

static void
tras_year_page_class_init (TrasYearPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_year_page_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/goals/tras-year-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasYearPage, all_check);
  gtk_widget_class_bind_template_child (widget_class, TrasYearPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TrasYearPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, TrasYearPage, rows);
  gtk_widget_class_bind_template_child (widget_class, TrasYearPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasYearPage, year_drop);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_year_selected);
  gtk_widget_class_bind_template_callback (widget_class, tras_year_page_copy);
}

static void
tras_year_page_init (TrasYearPage *self)
{
  self->items = g_list_store_new (TRAS_TYPE_YEAR_ITEM);
  self->goals = g_ptr_array_new_with_free_func (g_object_unref);
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->fiscal_month = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_mnemonic_name (GTK_WIDGET (self->all_check));
  gtk_list_box_bind_model (self->rows, G_LIST_MODEL (self->items), make_row, self, NULL);
  tras_help_set_page (GTK_WIDGET (self), "plan-the-next-year");
}

/**
 * tras_year_page_set_store:
 * @self: a page
 * @store: (nullable): the firm's store
 */
void
tras_year_page_set_store (TrasYearPage *self,
                          TrasStore    *store)
{
  g_return_if_fail (TRAS_IS_YEAR_PAGE (self));

  if (!g_set_object (&self->store, store))
    return;

  stop_filling (self);
  g_ptr_array_set_size (self->goals, 0);
  g_hash_table_remove_all (self->chosen);
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->board, tras_goal_board_unref);
  self->year = 0;
  gtk_stack_set_visible_child_name (self->stack, "blank");
}

/**
 * tras_year_page_set_board:
 * @self: a page
 * @board: (transfer none): how all goals are going
 * @fiscal_month: the month in which the firm's year begins, 1 to 12
 */
void
tras_year_page_set_board (TrasYearPage  *self,
                          TrasGoalBoard *board,
                          int            fiscal_month)
{
  g_return_if_fail (TRAS_IS_YEAR_PAGE (self));
  g_return_if_fail (board != NULL);

  tras_goal_board_ref (board);
  g_clear_pointer (&self->board, tras_goal_board_unref);
  self->board = board;
  self->fiscal_month = fiscal_month;
  find_years (self);
  if (!has_year (self, self->year))
    self->year = tras_goal_year_of (board->day - DAYS_BEHIND, fiscal_month);
  if (!has_year (self, self->year) && self->years->len > 0)
    self->year = g_array_index (self->years, int, 0);
  show_years (self);
  show_goals (self);
}

/**
 * tras_year_page_show_year:
 * @self: a page
 * @year: one of tras_goal_year_of()
 */
void
tras_year_page_show_year (TrasYearPage *self,
                          int           year)
{
  g_return_if_fail (TRAS_IS_YEAR_PAGE (self));

  if (year == self->year || self->board == NULL)
    return;

  self->year = year;
  stop_filling (self);
  g_hash_table_remove_all (self->chosen);
  show_years (self);
  show_goals (self);
}

/**
 * tras_year_page_choose:
 * @self: a page
 * @goal_id: a goal of the year on show
 * @chosen: whether it shall be copied; what has a copy cannot
 */
void
tras_year_page_choose (TrasYearPage *self,
                       gint64        goal_id,
                       gboolean      chosen)
{
  g_return_if_fail (TRAS_IS_YEAR_PAGE (self));

  for (guint i = 0; i < self->goals->len; i++)
    {
      TrasYearItem *item = self->goals->pdata[i];
      GtkListBoxRow *row;

      if (tras_year_item_get_id (item) != goal_id || tras_year_item_get_copy (item) != NULL)
        continue;
      if (chosen)
        g_hash_table_add (self->chosen, g_memdup2 (&goal_id, sizeof goal_id));
      else
        g_hash_table_remove (self->chosen, &goal_id);
      row = gtk_list_box_get_row_at_index (self->rows, (int) i);
      self->is_showing = TRUE;
      if (row != NULL)
        gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "check"), chosen);
      self->is_showing = FALSE;
      break;
    }
  show_chosen (self);
}

/**
 * tras_year_page_copy:
 * @self: a page
 *
 * Copies what is chosen as drafts of the next year, by one edit.
 */
void
tras_year_page_copy (TrasYearPage *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *next = NULL;
  g_autofree char *label = NULL;
  GHashTableIter iter;
  gpointer id;
  guint n;

  g_return_if_fail (TRAS_IS_YEAR_PAGE (self));

  n = g_hash_table_size (self->chosen);
  if (n == 0 || self->board == NULL || !can_write (self))
    return;

  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  next = dup_year (self, self->year + 1);
  /* Translators: %u goals are copied, %s is a year */
  label = g_strdup_printf (ngettext ("Copy %u goal as draft of %s",
                                     "Copy %u goals as drafts of %s", n), n, next);
  edit = tras_goal_year_copy (self->board, ids, label);
  /* What is copied once is not chosen any more, whatever comes first: the toast or the board. */
  g_hash_table_remove_all (self->chosen);
  show_chosen (self);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

/**
 * tras_year_page_focus:
 * @self: a page
 *
 * Puts the keyboard where one goes on.
 */
void
tras_year_page_focus (TrasYearPage *self)
{
  g_return_if_fail (TRAS_IS_YEAR_PAGE (self));

  if (!gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* tras-load-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-words.h"
#include "tras-board-csv.h"
#include "tras-board-report.h"
#include "tras-chip.h"
#include "tras-help.h"
#include "tras-load-page.h"
#include "tras-load-view.h"
#include "tras-loader.h"
#include "tras-name-filter.h"
#include "tras-report-paper.h"
#include "tras-save-file.h"
#include "tras-window.h"

/* The choices of how far it is looked ahead. */
static const guint ranges[] = { 13, 26 };

/**
 * TrasLoadPage:
 *
 * Who has more to do than they work, in which week, and with what: one row a person, one cell a
 * week, and below them the actions that make up the cell under the cursor.
 */
struct _TrasLoadPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *filters;
  GtkDropDown *range;
  GtkLabel *words;
  GtkListBox *parts;
  GtkStack *rows;
  GtkStack *stack;
  GtkToggleButton *over;
  TrasLoadView *view;

  /* borrowed */
  TrasNameFilter *areas;

  /* owned */
  TrasLoadBoard *board;
  TrasLoader *loader;
};

G_DEFINE_FINAL_TYPE (TrasLoadPage, tras_load_page, ADW_TYPE_BIN)

/* ---- what is on show ---- */

static GPtrArray *
list_rows (TrasLoadPage *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  gint64 area_id = tras_name_filter_get_id (self->areas);

  for (guint i = 0; i < self->board->rows->len; i++)
    {
      TrasLoadRow *row = self->board->rows->pdata[i];

      if (area_id != 0 && (row->person == NULL || row->person->area_id != area_id))
        continue;
      if (gtk_toggle_button_get_active (self->over) && row->n_over == 0)
        continue;
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static void
refilter (TrasLoadPage *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->board == NULL)
    return;

  rows = list_rows (self);
  tras_load_view_show (self->view, self->board, rows);
  gtk_stack_set_visible_child_name (self->rows, rows->len == 0 ? "nothing" : "load");
  gtk_stack_set_visible_child_name (self->stack, self->board->rows->len == 0 ? "empty" : "load");
}

/* ---- the actions of a cell ---- */

static GtkWidget *
make_part (const TrasLoadPart *part)
{
  TrasAction *action = part->action;
  TrasDay today = tras_day_today ();
  g_autofree char *state = tras_action_words_dup_state (action, today);
  g_autofree char *hours = tras_action_words_dup_hours (part->minutes);
  GtkWidget *icon = gtk_image_new_from_icon_name (tras_action_words_get_icon (action, today));
  GtkWidget *label = gtk_label_new (hours);
  GtkWidget *row;

  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", action->title, "subtitle",
                      state, "title-lines", 2, "activatable", TRUE, NULL);
  gtk_widget_add_css_class (icon, tras_action_words_get_class (action, today));
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static GArray *
list_parts (TrasLoadPage *self)
{
  guint week;
  TrasLoadRow *row = tras_load_view_get_cursor (self->view, &week);

  return row != NULL ? tras_load_board_list_parts (self->board, row, week)
                     : g_array_new (FALSE, FALSE, sizeof (TrasLoadPart));
}

static void
on_words_changed (TrasLoadPage *self)
{
  g_autoptr (GArray) parts = NULL;
  GtkListBoxRow *row;

  gtk_label_set_label (self->words, tras_grid_view_get_words (TRAS_GRID_VIEW (self->view)));
  while ((row = gtk_list_box_get_row_at_index (self->parts, 0)) != NULL)
    gtk_list_box_remove (self->parts, GTK_WIDGET (row));
  if (self->board == NULL)
    return;

  parts = list_parts (self);
  for (guint i = 0; i < parts->len; i++)
    gtk_list_box_append (self->parts, make_part (&g_array_index (parts, TrasLoadPart, i)));
}

static void
open_part (TrasLoadPage *self,
           guint         place)
{
  g_autoptr (GArray) parts = list_parts (self);

  if (place < parts->len)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ACTION,
                             TRAS_RECORD (g_array_index (parts, TrasLoadPart, place).action)->id);
}

static void
on_part_activated (TrasLoadPage  *self,
                   GtkListBoxRow *row)
{
  open_part (self, (guint) gtk_list_box_row_get_index (row));
}

/* Of one action, there is nothing to choose. */
static void
on_cell_activated (TrasLoadPage *self)
{
  g_autoptr (GArray) parts = list_parts (self);

  if (parts->len == 1)
    open_part (self, 0);
  else if (parts->len > 1)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->parts, 0)));
}

/* ---- loading ---- */

typedef struct
{
  TrasDay day;
  guint n_weeks;
} Wish;

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wish *wish = data;

  return tras_load_board_load (db, wish->day, wish->n_weeks, error);
}

static gpointer
ask (gpointer owner)
{
  TrasLoadPage *self = owner;
  Wish *wish = g_new0 (Wish, 1);

  wish->day = tras_day_today ();
  wish->n_weeks = ranges[gtk_drop_down_get_selected (self->range)];

  return wish;
}

static void
take_board (gpointer owner,
            gpointer board)
{
  TrasLoadPage *self = owner;

  g_clear_pointer (&self->board, tras_load_board_unref);
  self->board = board;
  tras_chip_set_count (TRAS_CHIP (self->over), self->board->n_over);
  refilter (self);
}

static const char *const tables[] = { "absence", "action", "action_need", "area", "holiday",
                                      "person", "post", "role", NULL };

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_load_board_unref,
  .take = take_board,
  .is_daily = TRUE,
};

static void
on_range_changed (TrasLoadPage *self)
{
  tras_loader_load (self->loader);
}

/* ---- files and paper ---- */

static GBytes *
make_csv (GFile    *file,
          gpointer  data,
          GError  **error)
{
  return tras_board_csv_of_load (data, error);
}

static void
csv_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TrasLoadPage *self = TRAS_LOAD_PAGE (widget);

  if (self->board != NULL)
    tras_save_file (widget, _("Save the Load"), TRAS_FILE_CSV, _("Load.csv"), make_csv,
                    tras_load_board_ref (self->board), (GDestroyNotify) tras_load_board_unref);
}

/* The rows that are seen. */
static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TrasLoadPage *self = TRAS_LOAD_PAGE (widget);
  g_autoptr (TrasReport) report = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (self->board == NULL)
    return;

  rows = list_rows (self);
  report = tras_board_report_of_load (self->board, rows, tras_number_format_get_default ());
  if (g_str_equal (name, "load.print"))
    tras_report_paper_print (widget, report);
  else
    tras_report_paper_save (widget, report, _("Save the Load"), _("Load.pdf"));
}

/* ---- the object ---- */

static GtkStringList *
make_ranges (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u week", "%u weeks", ranges[i]),
                                               ranges[i]);

      gtk_string_list_append (list, text);
    }

  return list;
}

static void
tras_load_page_dispose (GObject *object)
{
  TrasLoadPage *self = TRAS_LOAD_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->board, tras_load_board_unref);

  G_OBJECT_CLASS (tras_load_page_parent_class)->dispose (object);
}

static void
tras_load_page_class_init (TrasLoadPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_load_page_dispose;
  g_type_ensure (TRAS_TYPE_LOAD_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/plans/tras-load-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasLoadPage, filters);
  gtk_widget_class_bind_template_child (widget_class, TrasLoadPage, parts);
  gtk_widget_class_bind_template_child (widget_class, TrasLoadPage, range);
  gtk_widget_class_bind_template_child (widget_class, TrasLoadPage, rows);
  gtk_widget_class_bind_template_child (widget_class, TrasLoadPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasLoadPage, view);
  gtk_widget_class_bind_template_child (widget_class, TrasLoadPage, words);
  gtk_widget_class_bind_template_callback (widget_class, on_cell_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_part_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_install_action (widget_class, "load.csv", NULL, csv_action);
  gtk_widget_class_install_action (widget_class, "load.print", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "load.save", NULL, paper_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "load.print",
                                       NULL);
}

static void
tras_load_page_init (TrasLoadPage *self)
{
  g_autoptr (GtkStringList) list = make_ranges ();

  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->over = GTK_TOGGLE_BUTTON (tras_chip_new (_("Over-booked only"), NULL, NULL));
  g_signal_connect_swapped (self->over, "toggled", G_CALLBACK (refilter), self);
  gtk_box_append (self->filters, GTK_WIDGET (self->over));
  self->areas = TRAS_NAME_FILTER (tras_name_filter_new ("area", _("All areas"), _("Area")));
  g_signal_connect_swapped (self->areas, "changed", G_CALLBACK (refilter), self);
  gtk_box_prepend (self->filters, GTK_WIDGET (self->areas));
  gtk_drop_down_set_model (self->range, G_LIST_MODEL (list));
  g_signal_connect_swapped (self->range, "notify::selected", G_CALLBACK (on_range_changed), self);
  tras_help_set_page (GTK_WIDGET (self), "see-what-plans-take");
}

/**
 * tras_load_page_set_store:
 * @self: a page
 * @store: (nullable): where people and plans are
 */
void
tras_load_page_set_store (TrasLoadPage *self,
                          TrasStore    *store)
{
  g_return_if_fail (TRAS_IS_LOAD_PAGE (self));

  if (!tras_loader_set_store (self->loader, store))
    return;

  tras_name_filter_set_store (self->areas, store);
  tras_loader_load (self->loader);
}

void
tras_load_page_focus (TrasLoadPage *self)
{
  g_return_if_fail (TRAS_IS_LOAD_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

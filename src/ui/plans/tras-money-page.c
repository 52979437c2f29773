/* tras-money-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-words.h"
#include "tras-board-csv.h"
#include "tras-board-report.h"
#include "tras-budget-meter.h"
#include "tras-column-view.h"
#include "tras-goal.h"
#include "tras-help.h"
#include "tras-loader.h"
#include "tras-money-page.h"
#include "tras-money-strip.h"
#include "tras-report-paper.h"
#include "tras-save-file.h"
#include "tras-window.h"

/* Below these widths, in pixels, the amounts that matter less are left out. */
#define WIDE 760
#define MEDIUM 520

/* A row of the table. */
#define TRAS_TYPE_MONEY_ITEM (tras_money_item_get_type ())

G_DECLARE_FINAL_TYPE (TrasMoneyItem, tras_money_item, TRAS, MONEY_ITEM, GObject)

struct _TrasMoneyItem
{
  GObject parent_instance;

  TrasMoneyBoard *board;
  TrasMoneyRow *row;
  TrasMoney money;
  char *name;
  gint64 most;
};

G_DEFINE_FINAL_TYPE (TrasMoneyItem, tras_money_item, G_TYPE_OBJECT)

/**
 * TrasMoneyPage:
 *
 * What was planned, committed and spent, by goal, area or month, investment apart; below it the
 * actions that make up the row under the cursor, and the sum of all rows.
 */
struct _TrasMoneyPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkColumnView *table;
  GtkDropDown *grouping;
  GtkDropDown *sort;
  GtkLabel *words;
  GtkListBox *parts;
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  TrasMoneyStrip *total;

  /* borrowed */
  GtkColumnViewColumn *name_column;
  GtkSingleSelection *selection;

  /* owned */
  GListStore *items;
  TrasLoader *loader;
  TrasMoneyBoard *board;
  guint width_source;
  gboolean wants_focus;
};

G_DEFINE_FINAL_TYPE (TrasMoneyPage, tras_money_page, ADW_TYPE_BIN)

enum
{
  NAME,
  PLANNED,
  COMMITTED,
  SPENT,
  LEFT,
  N_COLUMNS,
};

static void
tras_money_item_finalize (GObject *object)
{
  TrasMoneyItem *self = TRAS_MONEY_ITEM (object);

  tras_money_board_unref (self->board);
  g_free (self->name);

  G_OBJECT_CLASS (tras_money_item_parent_class)->finalize (object);
}

static void
tras_money_item_class_init (TrasMoneyItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_money_item_finalize;
}

static void
tras_money_item_init (TrasMoneyItem *self)
{
}

/* ---- what is on show ---- */

static TrasMoneyGrouping
get_grouping (TrasMoneyPage *self)
{
  return (TrasMoneyGrouping) gtk_drop_down_get_selected (self->grouping);
}

/* The choices begin with all money. */
static TrasMoneySort
get_sort (TrasMoneyPage *self)
{
  static const TrasMoneySort sorts[] = { TRAS_MONEY_ALL, TRAS_MONEY_RUNNING,
                                         TRAS_MONEY_INVESTMENT };

  return sorts[gtk_drop_down_get_selected (self->sort)];
}

static gboolean
is_nothing (const TrasMoney *money)
{
  return money->planned == 0 && money->committed == 0 && money->spent == 0;
}

static TrasMoneyItem *
get_selected (TrasMoneyPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* Bars below each other have one scale. */
static gint64
find_most (GPtrArray     *rows,
           TrasMoneySort  sort)
{
  gint64 most = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TrasMoney *money = &((TrasMoneyRow *) rows->pdata[i])->money[sort];

      most = MAX (most, MAX (money->planned, money->committed + money->spent));
    }

  return most;
}

static guint
find_item (TrasMoneyPage *self,
           gint64         id,
           TrasDay        month)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (TrasMoneyItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item->row->id == id && item->row->month == month)
        return i;
    }

  return 0;
}

static void
show_rows (TrasMoneyPage *self)
{
  static const char *titles[TRAS_MONEY_N_GROUPINGS];
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  TrasMoneyGrouping grouping = get_grouping (self);
  TrasMoneySort sort = get_sort (self);
  TrasMoneyItem *before = get_selected (self);
  gboolean has_before = before != NULL;
  gint64 id = has_before ? before->row->id : 0;
  TrasDay month = has_before ? before->row->month : TRAS_DAY_NONE;
  const TrasMoney *total;
  GPtrArray *rows;
  gint64 most;

  if (self->board == NULL)
    return;

  titles[TRAS_MONEY_BY_GOAL] = _("Goal");
  titles[TRAS_MONEY_BY_AREA] = _("Area");
  titles[TRAS_MONEY_BY_MONTH] = _("Month");
  gtk_column_view_column_set_title (self->name_column, titles[grouping]);
  total = &self->board->total[sort];
  rows = self->board->rows[grouping];
  most = find_most (rows, sort);
  for (guint i = 0; i < rows->len; i++)
    {
      TrasMoneyRow *row = rows->pdata[i];
      TrasMoneyItem *item;

      if (is_nothing (&row->money[sort]))
        continue;
      item = g_object_new (TRAS_TYPE_MONEY_ITEM, NULL);
      item->board = tras_money_board_ref (self->board);
      item->row = row;
      item->money = row->money[sort];
      item->name = tras_money_row_dup_name (row, grouping, format);
      item->most = most;
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection,
                                     has_before ? find_item (self, id, month) : 0);
  tras_money_strip_set (self->total, total->planned, total->committed, total->spent,
                        self->board->currency);
  gtk_stack_set_visible_child_name (self->stack, is_nothing (&self->board->total[TRAS_MONEY_ALL])
                                                   ? "empty" : "money");
}

/* ---- the actions of a row ---- */

static GtkWidget *
make_part (TrasMoneyPage       *self,
           const TrasMoneyPart *part)
{
  g_autofree char *words = tras_money_dup_words (&part->money[get_sort (self)],
                                                 self->board->currency,
                                                 tras_number_format_get_default ());
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", part->title,
                                 "subtitle", words, "title-lines", 2, "subtitle-lines", 2,
                                 "activatable", TRUE, NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data (G_OBJECT (row), "action", (gpointer) part);

  return row;
}

static void
on_selected (TrasMoneyPage *self)
{
  TrasMoneyItem *item = get_selected (self);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->parts, 0)) != NULL)
    gtk_list_box_remove (self->parts, GTK_WIDGET (row));
  if (item == NULL)
    {
      gtk_label_set_label (self->words, "");
      return;
    }

  words = tras_money_dup_words (&item->money, self->board->currency,
                                tras_number_format_get_default ());
  /* Translators: a goal, an area or a month, and what was spent of what was planned */
  text = g_strdup_printf (_("%s: %s"), item->name, words);
  gtk_label_set_label (self->words, text);
  for (guint i = 0; i < item->row->parts->len; i++)
    {
      const TrasMoneyPart *part = item->row->parts->pdata[i];

      if (!is_nothing (&part->money[get_sort (self)]))
        gtk_list_box_append (self->parts, make_part (self, part));
    }
}

static void
on_part_activated (TrasMoneyPage *self,
                   GtkListBoxRow *row)
{
  const TrasMoneyPart *part = g_object_get_data (G_OBJECT (row), "action");

  tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ACTION, part->action_id);
}

/* A goal has a page of its own; of areas and months the actions are looked at. */
static void
on_row_activated (TrasMoneyPage *self,
                  guint          position)
{
  g_autoptr (TrasMoneyItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->parts, 0);

  if (get_grouping (self) == TRAS_MONEY_BY_GOAL && item->row->id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_GOAL, item->row->id);
  else if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

/* ---- the table ---- */

static void
on_name_setup (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tras_budget_meter_new ());
  gtk_list_item_set_child (item, box);
}

static void
on_name_bind (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  TrasMoneyItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));

  gtk_label_set_label (GTK_LABEL (label), item->name);
  tras_budget_meter_set (TRAS_BUDGET_METER (gtk_widget_get_next_sibling (label)),
                         item->money.planned, item->money.committed, item->money.spent,
                         item->most);
}

static void
on_amount_setup (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("tras-worse-up-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static gint64
get_amount (const TrasMoney *money,
            guint            column)
{
  const gint64 amounts[N_COLUMNS] = {
    [PLANNED] = money->planned,
    [COMMITTED] = money->committed,
    [SPENT] = money->spent,
    [LEFT] = tras_money_get_left (money),
  };

  return amounts[column];
}

static void
on_amount_bind (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                gpointer                  user_data)
{
  guint column = GPOINTER_TO_UINT (user_data);
  TrasMoneyItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  gint64 amount = get_amount (&item->money, column);
  gboolean is_over = column == LEFT && amount < 0;
  g_autofree char *text = tras_action_words_dup_money (ABS (amount), item->board->currency);
  /* Translators: %s is an amount of money */
  g_autofree char *over = is_over ? g_strdup_printf (_("%s too much"), text) : NULL;
  g_autofree char *words = tras_money_dup_words (&item->money, item->board->currency,
                                                 tras_number_format_get_default ());

  /* A column of noughts hides the others. */
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)),
                       over != NULL ? over : amount != 0 || column == LEFT ? text : "");
  gtk_widget_set_visible (icon, is_over);
  if (is_over)
    gtk_widget_add_css_class (box, "tras-worse");
  else
    gtk_widget_remove_css_class (box, "tras-worse");
  gtk_widget_set_tooltip_text (box, words);
}

static GtkColumnViewColumn *
add_column (TrasMoneyPage *self,
            const char    *title,
            GCallback      setup,
            GCallback      bind,
            guint          place)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, GUINT_TO_POINTER (place));
  gtk_column_view_column_set_expand (column, place == NAME);
  gtk_column_view_append_column (self->table, column);
  if (place != NAME)
    tras_column_view_set_at_end (self->table, place);
  g_object_unref (column);

  return column;
}

static gboolean
fit_columns (gpointer data)
{
  TrasMoneyPage *self = data;
  GListModel *columns = gtk_column_view_get_columns (self->table);
  int width = gtk_widget_get_width (GTK_WIDGET (self->scroller));

  self->width_source = 0;
  for (guint i = PLANNED; i < N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, i == LEFT || width >= WIDE ||
                                                    (i == SPENT && width >= MEDIUM));
    }

  return G_SOURCE_REMOVE;
}

/* Not while the width is being given out. */
static void
on_width_changed (TrasMoneyPage *self)
{
  if (self->width_source == 0)
    self->width_source = g_idle_add (fit_columns, self);
}

/* In GTK 4.8 Tab walks every row of a table; a user wants to leave it. */
static gboolean
on_key (TrasMoneyPage   *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  GtkDirectionType direction;
  GtkWidget *table = GTK_WIDGET (self->table);

  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;

  direction = keyval == GDK_KEY_ISO_Left_Tab || (state & GDK_SHIFT_MASK) ? GTK_DIR_TAB_BACKWARD
                                                                        : GTK_DIR_TAB_FORWARD;
  gtk_widget_set_can_focus (table, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (table)), direction);
  gtk_widget_set_can_focus (table, TRUE);

  return GDK_EVENT_STOP;
}

/* ---- loading ---- */

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_money_board_load (db, *(TrasDay *) data, error);
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
  TrasMoneyPage *self = owner;

  g_clear_pointer (&self->board, tras_money_board_unref);
  self->board = board;
  show_rows (self);
  if (self->wants_focus)
    tras_money_page_focus (self);
}

static const char *const tables[] = { "action", "action_need", "area", "firm", "goal", "purchase",
                                      "purchase_line", "receipt", "training", "training_session",
                                      "vacancy", NULL };

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_money_board_unref,
  .take = take_board,
  .is_daily = TRUE,
};

/* ---- files and paper ---- */

typedef struct
{
  TrasLoader *loader;
  TrasMoneyBoard *board;
  TrasMoneyGrouping grouping;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  tras_money_board_unref (self->board);
  g_free (self);
}

static GBytes *
make_csv (GFile    *file,
          gpointer  data,
          GError  **error)
{
  const Wanted *wanted = data;

  return tras_board_csv_of_money (wanted->board, wanted->grouping, error);
}

static void
csv_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TrasMoneyPage *self = TRAS_MONEY_PAGE (widget);
  Wanted *wanted;

  if (self->board == NULL)
    return;

  wanted = g_new0 (Wanted, 1);
  wanted->board = tras_money_board_ref (self->board);
  wanted->grouping = get_grouping (self);
  tras_save_file (widget, _("Save the Money"), TRAS_FILE_CSV, _("Money.csv"), make_csv, wanted,
                  wanted_free);
}

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TrasMoneyPage *self = TRAS_MONEY_PAGE (widget);
  g_autoptr (TrasReport) report = NULL;

  if (self->board == NULL)
    return;

  report = tras_board_report_of_money (self->board, get_grouping (self), get_sort (self),
                                       tras_number_format_get_default ());
  if (g_str_equal (name, "money.print"))
    tras_report_paper_print (widget, report);
  else
    tras_report_paper_save (widget, report, _("Save the Money"), _("Money.pdf"));
}

/* ---- the object ---- */

static void
tras_money_page_dispose (GObject *object)
{
  TrasMoneyPage *self = TRAS_MONEY_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_handle_id (&self->width_source, g_source_remove);
  g_clear_object (&self->items);
  g_clear_pointer (&self->board, tras_money_board_unref);

  G_OBJECT_CLASS (tras_money_page_parent_class)->dispose (object);
}

static void
tras_money_page_class_init (TrasMoneyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_money_page_dispose;
  g_type_ensure (TRAS_TYPE_MONEY_STRIP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/plans/tras-money-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasMoneyPage, grouping);
  gtk_widget_class_bind_template_child (widget_class, TrasMoneyPage, parts);
  gtk_widget_class_bind_template_child (widget_class, TrasMoneyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrasMoneyPage, sort);
  gtk_widget_class_bind_template_child (widget_class, TrasMoneyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasMoneyPage, table);
  gtk_widget_class_bind_template_child (widget_class, TrasMoneyPage, total);
  gtk_widget_class_bind_template_child (widget_class, TrasMoneyPage, words);
  gtk_widget_class_bind_template_callback (widget_class, on_part_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
  gtk_widget_class_install_action (widget_class, "money.csv", NULL, csv_action);
  gtk_widget_class_install_action (widget_class, "money.print", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "money.save", NULL, paper_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "money.print",
                                       NULL);
}

static void
tras_money_page_init (TrasMoneyPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->items = g_list_store_new (TRAS_TYPE_MONEY_ITEM);
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  self->name_column = add_column (self, "", G_CALLBACK (on_name_setup), G_CALLBACK (on_name_bind),
                                  NAME);
  add_column (self, C_("money", "Planned"), G_CALLBACK (on_amount_setup),
              G_CALLBACK (on_amount_bind), PLANNED);
  add_column (self, C_("money", "Committed"), G_CALLBACK (on_amount_setup),
              G_CALLBACK (on_amount_bind), COMMITTED);
  add_column (self, C_("money", "Spent"), G_CALLBACK (on_amount_setup), G_CALLBACK (on_amount_bind),
              SPENT);
  add_column (self, C_("money", "Left"), G_CALLBACK (on_amount_setup), G_CALLBACK (on_amount_bind),
              LEFT);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->table), key);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (on_width_changed), self,
                           G_CONNECT_SWAPPED);
  tras_help_set_page (GTK_WIDGET (self), "see-what-plans-take");
}

/**
 * tras_money_page_set_store:
 * @self: a page
 * @store: (nullable): where plans are
 */
void
tras_money_page_set_store (TrasMoneyPage *self,
                           TrasStore     *store)
{
  g_return_if_fail (TRAS_IS_MONEY_PAGE (self));

  if (tras_loader_set_store (self->loader, store))
    tras_loader_load (self->loader);
}

void
tras_money_page_focus (TrasMoneyPage *self)
{
  g_return_if_fail (TRAS_IS_MONEY_PAGE (self));

  /* What is not there yet cannot have the keyboard. */
  self->wants_focus = self->board == NULL;
  if (!gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->grouping));
}

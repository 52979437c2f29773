/* tras-item-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-balance-view.h"
#include "tras-entry-row.h"
#include "tras-item-detail.h"
#include "tras-item-stock.h"
#include "tras-ledger-line.h"
#include "tras-number.h"
#include "tras-reference-row.h"
#include "tras-reorder-section.h"
#include "tras-switch-row.h"
#include "tras-window.h"

/* The newest movements stand on the page; the list of movements has all of them. */
#define N_LEDGER 8

struct _TrasItemDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  GtkLabel *available;
  GtkLabel *average_cost;
  GtkLabel *due_in;
  GtkLabel *on_hand;
  GtkLabel *projected;
  GtkLabel *reserved;
  GtkLabel *state;
  GtkLabel *unit;
  GtkImage *state_icon;
  GtkListBox *ledger;
  GtkWidget *actions;
  GtkWidget *all_button;
  GtkWidget *history;
  GtkWidget *no_movements;
  GtkWidget *warning;
  GtkLabel *warning_label;
  TrasBalanceView *balance;

  /* owned */
  GCancellable *cancellable;
  gint64 shown_id;
};

G_DEFINE_FINAL_TYPE (TrasItemDetail, tras_item_detail, TRAS_TYPE_DETAIL)

static void
show_quantity (GtkLabel *label,
               gint64    quantity)
{
  g_autofree char *text =
    tras_number_format_quantity (tras_number_format_get_default (), quantity);

  gtk_label_set_label (label, text);
}

static void
show_state (TrasItemDetail *self,
            TrasItem       *item,
            const char     *word)
{
  const TrasField *field =
    tras_table_find_field (tras_record_get_table (TRAS_RECORD (item)), "state");
  g_autofree char *icon = g_strdup_printf ("tras-stock-%s-symbolic", word);
  g_autofree char *style = g_strdup_printf ("tras-stock-%s", word);
  const char *const classes[] = { style, NULL };

  gtk_label_set_label (self->state, tras_choice_get_label (field->choices, word));
  gtk_image_set_from_icon_name (self->state_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), (const char **) classes);
}

/* When it runs out, and what to order by when. */
static void
show_warning (TrasItemDetail *self,
              TrasItemStock  *stock)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->warning, stock->running_out->len > 0);
  if (stock->running_out->len == 0)
    return;

  words = tras_running_out_dup_words (stock->running_out->pdata[0], tras_day_today ());
  gtk_label_set_label (self->warning_label, words);
  show_state (self, stock->level->item,
              tras_running_out_get_state (stock->level->item->state));
}

static void
show_ledger (TrasItemDetail *self,
             TrasItemStock  *stock)
{
  guint n = stock->ledger->len;
  gboolean editable = !tras_store_is_read_only (tras_detail_get_store (TRAS_DETAIL (self)));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->ledger))) != NULL)
    gtk_list_box_remove (self->ledger, row);
  for (guint i = n; i > 0 && n - i < N_LEDGER; i--)
    gtk_list_box_append (self->ledger,
                         tras_ledger_line_new (stock->ledger->pdata[i - 1], editable));

  gtk_widget_set_visible (self->all_button, n > N_LEDGER);
  if (n > N_LEDGER)
    {
      g_autofree char *label =
        g_strdup_printf (ngettext ("All %u _Movement", "All %u _Movements", n), n);

      gtk_button_set_label (GTK_BUTTON (self->all_button), label);
    }
}

static void
show_cost (TrasItemDetail *self,
           TrasItemStock  *stock)
{
  const TrasStockCost *cost = &stock->level->cost;
  g_autofree char *unit_cost = NULL;
  g_autofree char *text = NULL;

  /* Unit costs are kept finer than money is counted. */
  unit_cost = tras_number_format_money (tras_number_format_get_default (),
                                        (cost->unit_cost + 50) / 100,
                                        tras_store_get_currency (
                                          tras_detail_get_store (TRAS_DETAIL (self))));
  /* Translators: the average cost of one unit: 2.40 € per kg on average */
  text = g_strdup_printf (_("Average cost %s per %s"), unit_cost, stock->level->item->unit);
  gtk_label_set_label (self->average_cost, text);
  gtk_widget_set_visible (GTK_WIDGET (self->average_cost), cost->unit_cost > 0);
}

static void
on_stock_loaded (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrasItemDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasItemStock) stock = tras_item_stock_load_finish (TRAS_STORE (object), result,
                                                                 &error);
  gboolean has_history;

  if (stock == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  if (tras_detail_get_store (TRAS_DETAIL (self)) != TRAS_STORE (object))
    return;

  has_history = stock->ledger->len > 0;
  gtk_widget_set_visible (self->history, has_history);
  gtk_widget_set_visible (self->no_movements, !has_history && stock->level->item->stocked);
  tras_balance_view_set_stock (self->balance, stock);
  show_warning (self, stock);
  show_cost (self, stock);
  show_ledger (self, stock);
}

static void
tras_item_detail_record_changed (TrasDetail *detail,
                                 gpointer    record)
{
  TrasItemDetail *self = TRAS_ITEM_DETAIL (detail);
  TrasStore *store = tras_detail_get_store (detail);
  TrasItem *item = record;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (item == NULL)
    return;

  show_quantity (self->available, item->available);
  show_quantity (self->on_hand, item->on_hand);
  show_quantity (self->reserved, item->reserved);
  show_quantity (self->due_in, item->due_in);
  show_quantity (self->projected, item->projected);
  gtk_label_set_label (self->unit, item->unit);
  show_state (self, item, item->state);
  gtk_widget_set_visible (self->actions, item->stocked && !tras_store_is_read_only (store));
  if (self->shown_id != TRAS_RECORD (item)->id)
    {
      self->shown_id = TRAS_RECORD (item)->id;
      gtk_widget_set_visible (self->history, FALSE);
      gtk_widget_set_visible (self->no_movements, FALSE);
      gtk_widget_set_visible (self->warning, FALSE);
    }

  self->cancellable = g_cancellable_new ();
  tras_item_stock_load_async (store, TRAS_RECORD (item)->id, self->cancellable, on_stock_loaded,
                              g_object_ref (self));
}

static char *
tras_item_detail_dup_title (TrasDetail *detail,
                            gpointer    record)
{
  return g_strdup (((TrasItem *) record)->name);
}

/* Most come to look and to book: the keyboard stays where the figures are in sight. */
static void
tras_item_detail_enter (TrasDetail *detail)
{
  TrasItemDetail *self = TRAS_ITEM_DETAIL (detail);

  if (!gtk_widget_get_visible (self->actions) ||
      !gtk_widget_child_focus (self->actions, GTK_DIR_TAB_FORWARD))
    TRAS_DETAIL_CLASS (tras_item_detail_parent_class)->enter (detail);
}

static void
on_ledger_activated (TrasItemDetail *self,
                     GtkListBoxRow  *row)
{
  TrasMovement *movement = tras_ledger_line_get_movement (TRAS_LEDGER_LINE (row));

  tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_MOVEMENT, TRAS_RECORD (movement)->id);
}

static void
tras_item_detail_dispose (GObject *object)
{
  TrasItemDetail *self = TRAS_ITEM_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tras_item_detail_parent_class)->dispose (object);
}

static void
tras_item_detail_class_init (TrasItemDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasDetailClass *detail_class = TRAS_DETAIL_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_item_detail_dispose;
  detail_class->record_changed = tras_item_detail_record_changed;
  detail_class->dup_title = tras_item_detail_dup_title;
  detail_class->enter = tras_item_detail_enter;

  g_type_ensure (TRAS_TYPE_BALANCE_VIEW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_REORDER_SECTION);
  g_type_ensure (TRAS_TYPE_SWITCH_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-item-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, actions);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, all_button);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, available);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, average_cost);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, balance);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, due_in);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, history);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, ledger);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, no_movements);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, on_hand);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, projected);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, reserved);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, unit);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, warning);
  gtk_widget_class_bind_template_child (widget_class, TrasItemDetail, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, on_ledger_activated);
}

static void
tras_item_detail_init (TrasItemDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

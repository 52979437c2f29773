/* tras-movement-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-item.h"
#include "tras-ledger-line.h"
#include "tras-movement-detail.h"
#include "tras-number.h"
#include "tras-window.h"

struct _TrasMovementDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *cause;
  AdwActionRow *code;
  AdwActionRow *cost;
  AdwActionRow *day;
  AdwActionRow *from;
  AdwActionRow *item;
  AdwActionRow *note;
  AdwActionRow *to;
  GtkLabel *quantity;
  GtkLabel *unit;
  GtkLabel *way;
  GtkWidget *is_reversed;
  GtkWidget *reverse_button;
};

G_DEFINE_FINAL_TYPE (TrasMovementDetail, tras_movement_detail, TRAS_TYPE_DETAIL)

static const char *
get_choice (TrasMovement *movement,
            const char   *name)
{
  const TrasField *field =
    tras_table_find_field (tras_record_get_table (TRAS_RECORD (movement)), name);

  return tras_choice_get_label (field->choices,
                                tras_record_get_text (TRAS_RECORD (movement), field));
}

/* A row of a movement: its title says what, its subtitle the value; without one it is left out. */
static void
set_row (AdwActionRow *row,
         const char   *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  adw_action_row_set_subtitle (row, escaped);
  gtk_widget_set_visible (GTK_WIDGET (row), *escaped != '\0');
}

static void
tras_movement_detail_record_changed (TrasDetail *detail,
                                     gpointer    record)
{
  TrasMovementDetail *self = TRAS_MOVEMENT_DETAIL (detail);
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasMovement *movement = record;
  g_autofree char *quantity = NULL;
  g_autofree char *day = NULL;
  g_autofree char *cost = NULL;
  g_autofree char *item = NULL;

  if (movement == NULL)
    return;

  quantity = tras_number_format_quantity (format, movement->quantity);
  day = tras_number_format_date_medium (format, movement->moved_on);
  if (movement->unit_cost != TRAS_NULL)
    cost = tras_number_format_money (format, (movement->unit_cost + 50) / 100,
                                     tras_store_get_currency (tras_detail_get_store (detail)));
  /* Translators: an item's name and its code */
  item = g_strdup_printf (C_("item", "%s · %s"), movement->item_name, movement->sku);

  gtk_label_set_label (self->quantity, quantity);
  gtk_label_set_label (self->unit, movement->unit);
  gtk_label_set_label (self->way, get_choice (movement, "way"));
  set_row (self->item, item);
  set_row (self->from, movement->from_name);
  set_row (self->to, movement->to_name);
  set_row (self->day, day);
  set_row (self->cause, get_choice (movement, "cause"));
  set_row (self->cost, cost);
  set_row (self->note, movement->note);
  set_row (self->code, movement->code);
  gtk_widget_set_visible (self->is_reversed, movement->reversed);
  gtk_widget_set_visible (self->reverse_button,
                          !movement->reversed &&
                            !tras_store_is_read_only (tras_detail_get_store (detail)));
}

static char *
tras_movement_detail_dup_title (TrasDetail *detail,
                                gpointer    record)
{
  return g_strdup (((TrasMovement *) record)->item_name);
}

static void
on_item_activated (TrasMovementDetail *self)
{
  TrasMovement *movement = tras_detail_get_record (TRAS_DETAIL (self));

  if (movement != NULL)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ITEM, movement->item_id);
}

static void
on_reverse_clicked (TrasMovementDetail *self)
{
  TrasMovement *movement = tras_detail_get_record (TRAS_DETAIL (self));

  if (movement != NULL)
    tras_movement_reverse (GTK_WIDGET (self), movement);
}

static void
tras_movement_detail_class_init (TrasMovementDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasDetailClass *detail_class = TRAS_DETAIL_CLASS (klass);

  detail_class->record_changed = tras_movement_detail_record_changed;
  detail_class->dup_title = tras_movement_detail_dup_title;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-movement-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, cause);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, code);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, cost);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, day);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, from);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, is_reversed);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, item);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, note);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, quantity);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, reverse_button);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, to);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, unit);
  gtk_widget_class_bind_template_child (widget_class, TrasMovementDetail, way);
  gtk_widget_class_bind_template_callback (widget_class, on_item_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_reverse_clicked);
}

static void
tras_movement_detail_init (TrasMovementDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* tras-ledger-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-field-text.h"
#include "tras-ledger-line.h"
#include "tras-window.h"

struct _TrasLedgerLine
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkLabel *balance;
  GtkLabel *change;
  GtkLabel *day;
  GtkLabel *places;
  GtkLabel *title;
  GtkWidget *reverse;

  /* owned */
  TrasMovement *movement;
};

G_DEFINE_FINAL_TYPE (TrasLedgerLine, tras_ledger_line, GTK_TYPE_LIST_BOX_ROW)

static void
on_reverse_clicked (TrasLedgerLine *self)
{
  tras_movement_reverse (GTK_WIDGET (self), self->movement);
}

static void
tras_ledger_line_dispose (GObject *object)
{
  g_clear_object (&TRAS_LEDGER_LINE (object)->movement);

  G_OBJECT_CLASS (tras_ledger_line_parent_class)->dispose (object);
}

static void
tras_ledger_line_class_init (TrasLedgerLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_ledger_line_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-ledger-line.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasLedgerLine, balance);
  gtk_widget_class_bind_template_child (widget_class, TrasLedgerLine, change);
  gtk_widget_class_bind_template_child (widget_class, TrasLedgerLine, day);
  gtk_widget_class_bind_template_child (widget_class, TrasLedgerLine, places);
  gtk_widget_class_bind_template_child (widget_class, TrasLedgerLine, reverse);
  gtk_widget_class_bind_template_child (widget_class, TrasLedgerLine, title);
  gtk_widget_class_bind_template_callback (widget_class, on_reverse_clicked);
}

static void
tras_ledger_line_init (TrasLedgerLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_places (TrasMovement *movement)
{
  g_autofree char *way = NULL;

  /* Translators: a movement of stock, from one place to another */
  way = g_strdup_printf (C_("movement", "%s → %s"), movement->from_name, movement->to_name);
  if (movement->note == NULL)
    return g_steal_pointer (&way);

  /* Translators: a movement of stock: the places, and what was noted */
  return g_strdup_printf (C_("movement", "%s · %s"), way, movement->note);
}

/**
 * tras_ledger_line_new:
 * @row: a row of the ledger
 * @editable: whether it may be taken back
 *
 * Returns: (transfer floating): a line
 */
GtkWidget *
tras_ledger_line_new (TrasLedgerRow *row,
                      gboolean       editable)
{
  TrasLedgerLine *self = g_object_new (TRAS_TYPE_LEDGER_LINE, NULL);
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasMovement *movement = row->movement;
  const TrasField *cause =
    tras_table_find_field (tras_record_get_table (TRAS_RECORD (movement)), "cause");
  g_autofree char *day = tras_number_format_date_medium (format, movement->moved_on);
  g_autofree char *places = dup_places (movement);
  g_autofree char *balance = tras_number_format_quantity (format, row->balance);
  g_autofree char *amount =
    tras_number_format_quantity (format, row->change != 0 ? row->change : movement->quantity);
  g_autofree char *change = g_strconcat (row->change > 0 ? "+" : "", amount, NULL);
  g_autofree char *name = NULL;

  self->movement = g_object_ref (movement);
  gtk_label_set_label (self->title, tras_choice_get_label (cause->choices, movement->cause));
  gtk_label_set_label (self->places, places);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->places), places);
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->change, change);
  gtk_label_set_label (self->balance, balance);
  gtk_widget_set_visible (self->reverse, editable && !movement->reversed);
  if (movement->reversed || movement->reverses_id != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "reversed");
  if (row->change == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->change), "dim-label");

  /* Translators: a movement of stock for a screen reader: cause, day, places, change, balance */
  name = g_strdup_printf (_("%s on %s, %s: %s, then %s"), gtk_label_get_label (self->title), day,
                          places, change, balance);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * tras_ledger_line_get_movement:
 * @self: a line
 *
 * Returns: (transfer none): what it shows
 */
TrasMovement *
tras_ledger_line_get_movement (TrasLedgerLine *self)
{
  return self->movement;
}

/**
 * tras_movement_reverse:
 * @widget: any widget of the window
 * @movement: a movement that is stored
 *
 * Takes the movement back by another one, with a toast that offers to undo that in turn.
 */
void
tras_movement_reverse (GtkWidget    *widget,
                       TrasMovement *movement)
{
  g_autoptr (TrasMovement) reverse = tras_movement_dup_reverse (movement);
  g_autofree char *number =
    tras_number_format_quantity (tras_number_format_get_default (), movement->quantity);
  g_autofree char *label = NULL;
  g_autoptr (TrasEdit) edit = NULL;

  /* Translators: a movement is taken back: quantity, unit, item */
  label = g_strdup_printf (_("Reverse %s %s of %s"), number, movement->unit, movement->item_name);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, reverse);
  tras_window_apply (widget, edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

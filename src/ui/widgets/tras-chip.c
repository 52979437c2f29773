/* tras-chip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-chip.h"
#include "tras-number.h"

struct _TrasChip
{
  GtkToggleButton parent_instance;

  /* borrowed */
  GtkLabel *count;
  TrasNarrow narrow;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (TrasChip, tras_chip, GTK_TYPE_TOGGLE_BUTTON)

static void
tras_chip_class_init (TrasChipClass *klass)
{
}

static void
tras_chip_init (TrasChip *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
}

/**
 * tras_chip_new:
 * @label: the filter's name, translated
 * @narrow: adds its conditions
 * @user_data: data for @narrow
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
tras_chip_new (const char *label,
               TrasNarrow  narrow,
               gpointer    user_data)
{
  TrasChip *self = g_object_new (TRAS_TYPE_CHIP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->narrow = narrow;
  self->user_data = user_data;
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "count");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * tras_chip_narrow:
 * @self: a chip
 * @query: a query that may still be changed
 */
void
tras_chip_narrow (TrasChip  *self,
                  TrasQuery *query)
{
  self->narrow (query, self->user_data);
}

static void
on_counted (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrasChip) self = user_data;
  gint64 count = tras_store_count_finish (TRAS_STORE (object), result, NULL);

  if (count >= 0)
    tras_chip_set_count (self, count);
}

/**
 * tras_chip_set_count:
 * @self: a chip
 * @count: how many records it finds; 0 shows no number
 */
void
tras_chip_set_count (TrasChip *self,
                     gint64    count)
{
  g_autofree char *text = tras_decimal_format (count, 0,
                                               &tras_number_format_get_default ()->marks);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
}

/**
 * tras_chip_count:
 * @self: a chip
 * @store: the store to ask
 * @base: a query for all records of the list, which the chip may change
 *
 * Shows how many records the chip would find. A number that cannot be had is left as it is.
 */
void
tras_chip_count (TrasChip  *self,
                 TrasStore *store,
                 TrasQuery *base)
{
  tras_chip_narrow (self, base);
  tras_store_count_async (store, base, NULL, on_counted, g_object_ref (self));
}

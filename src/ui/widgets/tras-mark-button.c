/* tras-mark-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-mark-button.h"
#include "tras-number.h"

/**
 * tras_mark_button_new:
 * @mark: 1 to 5
 * @meaning: what the mark means, in a word or two
 * @label: what a screen reader says: what is rated, the mark and its meaning
 *
 * Returns: (transfer floating): a button for a row of them; its style class is `marked` where it is
 *   the one that was chosen
 */
GtkWidget *
tras_mark_button_new (int         mark,
                      const char *meaning,
                      const char *label)
{
  g_autofree char *number =
    tras_number_format_real (tras_number_format_get_default (), mark, 0);
  GtkWidget *button = gtk_button_new_with_label (number);

  gtk_widget_set_tooltip_text (button, meaning);
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_add_css_class (button, "mark");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

/**
 * tras_mark_button_from_key:
 * @keyval: a key
 * @state: what is held with it
 *
 * Returns: the mark that the key stands for, 0 for none
 */
int
tras_mark_button_from_key (guint           keyval,
                           GdkModifierType state)
{
  if (state & gtk_accelerator_get_default_mod_mask ())
    return 0;

  return keyval >= GDK_KEY_1 && keyval <= GDK_KEY_5         ? (int) (keyval - GDK_KEY_0)
         : keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_5 ? (int) (keyval - GDK_KEY_KP_0)
                                                            : 0;
}

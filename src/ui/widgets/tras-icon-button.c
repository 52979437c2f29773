/* tras-icon-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-icon-button.h"

/**
 * tras_icon_button_new:
 * @icon_name: its icon
 * @words: what it does, translated: its tip, and its name for who does not see the icon
 *
 * Returns: (transfer floating): a flat button in the middle of its row
 */
GtkWidget *
tras_icon_button_new (const char *icon_name,
                      const char *words)
{
  GtkWidget *self = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (self, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self, "flat");

  return self;
}

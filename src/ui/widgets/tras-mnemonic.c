/* tras-mnemonic.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-mnemonic.h"

/**
 * tras_mnemonic_name:
 * @button: a button, or a check button, whose words have a mnemonic
 *
 * Names it as it is read on screen: GTK 4.8 tells a screen reader the underscore too. To be called
 * again whenever the words are set anew.
 */
void
tras_mnemonic_name (GtkWidget *button)
{
  GtkWidget *label = gtk_widget_get_last_child (button);

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
}

/* tras-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-popover.h"

static gboolean
let_go (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* The signal is still on its way through the popover, and what was chosen in a menu is done after
 * it. */
static void
on_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go, g_object_ref (popover), g_object_unref);
}

/**
 * tras_popover_open:
 * @popover: (transfer floating): a popover that nobody has opened yet
 * @parent: a widget that calls gtk_popover_present() when its size changes, and unparents what is
 *   below it when it is disposed of
 * @place: what it points to, in the coordinates of @parent
 *
 * Shows it until it is closed, which is its end.
 */
void
tras_popover_open (GtkWidget          *popover,
                   GtkWidget          *parent,
                   const GdkRectangle *place)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));
  g_return_if_fail (gtk_widget_get_parent (popover) == NULL);
  g_return_if_fail (GTK_IS_WIDGET (parent));

  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), place);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

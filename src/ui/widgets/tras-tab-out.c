/* tras-tab-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-tab-out.h"

static gboolean
on_key_pressed (GtkWidget       *view,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkDirectionType direction;

  if (keyval == GDK_KEY_Tab && !(state & GDK_SHIFT_MASK))
    direction = GTK_DIR_TAB_FORWARD;
  else if (keyval == GDK_KEY_ISO_Left_Tab || keyval == GDK_KEY_Tab)
    direction = GTK_DIR_TAB_BACKWARD;
  else
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_set_can_focus (view, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (view)), direction);
  gtk_widget_set_can_focus (view, TRUE);

  return GDK_EVENT_STOP;
}

/**
 * tras_tab_out_add:
 * @view: a list or column view
 *
 * In GTK 4.8 Tab walks every row of a table; from now on it leaves @view.
 */
void
tras_tab_out_add (GtkWidget *view)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), view);
  gtk_widget_add_controller (view, key);
}

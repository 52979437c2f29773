/* tras-lost-focus.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-lost-focus.h"

typedef struct
{
  GtkWindow *window;
  TrasFocusFunc regain;
  GSignalGroup *focus_signals;
  guint source;
} Watch;

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  g_clear_handle_id (&watch->source, g_source_remove);
  g_clear_object (&watch->focus_signals);
  g_free (watch);
}

static gboolean
look (gpointer data)
{
  Watch *watch = data;
  GtkWidget *focus = gtk_window_get_focus (watch->window);

  watch->source = 0;
  if (focus != NULL && !gtk_widget_get_mapped (focus) &&
      gtk_widget_get_mapped (GTK_WIDGET (watch->window)))
    {
      gtk_window_set_focus (watch->window, NULL);
      watch->regain (watch->window);
      focus = gtk_window_get_focus (watch->window);
      if (focus != NULL && !gtk_widget_get_mapped (focus))
        gtk_window_set_focus (watch->window, NULL);
    }

  return G_SOURCE_REMOVE;
}

/* What is hidden now may be shown again, or hand the focus on by itself, before this is over. */
static void
queue_look (Watch *watch)
{
  if (watch->source == 0)
    watch->source = g_idle_add (look, watch);
}

static void
on_focus_changed (Watch *watch)
{
  g_signal_group_set_target (watch->focus_signals, gtk_window_get_focus (watch->window));
  queue_look (watch);
}

/**
 * tras_lost_focus_watch:
 * @window: a window
 * @regain: gives the keyboard to something that is shown
 *
 * Calls @regain when what has the keyboard is not shown any more: GTK leaves the focus there, and
 * every key, shortcuts too, is lost on it.
 */
void
tras_lost_focus_watch (GtkWindow     *window,
                       TrasFocusFunc  regain)
{
  Watch *watch;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (regain != NULL);

  watch = g_new0 (Watch, 1);
  watch->window = window;
  watch->regain = regain;
  watch->focus_signals = g_signal_group_new (GTK_TYPE_WIDGET);
  g_signal_group_connect_swapped (watch->focus_signals, "unmap", G_CALLBACK (queue_look), watch);
  g_object_set_data_full (G_OBJECT (window), "tras-lost-focus", watch, watch_free);
  g_signal_connect_swapped (window, "notify::focus-widget", G_CALLBACK (on_focus_changed), watch);
}

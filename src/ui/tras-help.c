/* tras-help.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-message-dialog.h"
#include "tras-window.h"

#define PAGE_KEY "tras-help-page"
#define FIRST_PAGE "index"

/**
 * tras_help_set_page:
 * @widget: a page, a view, a window
 * @page: the id of the help page about it, a string that lasts
 *
 * Says which page F1 opens while @widget is what is shown. A window gets the key too.
 */
void
tras_help_set_page (GtkWidget  *widget,
                    const char *page)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (page != NULL);

  g_object_set_data (G_OBJECT (widget), PAGE_KEY, (gpointer) page);
  if (GTK_IS_WINDOW (widget))
    tras_help_add_key (GTK_WINDOW (widget));
}

/* What lies within something, or over it, is nearer to the user. */
static const char *
find_shown (GtkWidget *widget)
{
  const char *page = g_object_get_data (G_OBJECT (widget), PAGE_KEY);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *nearer = gtk_widget_get_child_visible (child) && gtk_widget_get_mapped (child)
                             ? find_shown (child)
                             : NULL;

      if (nearer != NULL)
        page = nearer;
    }

  return page;
}

/**
 * tras_help_find_page:
 * @window: (nullable): a window
 *
 * Returns: the id of the help page about what @window shows, or else about what the window shows
 *   that it stands over; the first page where nothing is known
 */
const char *
tras_help_find_page (GtkWindow *window)
{
  const char *page = NULL;

  g_return_val_if_fail (window == NULL || GTK_IS_WINDOW (window), FIRST_PAGE);

  for (; window != NULL && page == NULL; window = gtk_window_get_transient_for (window))
    page = find_shown (GTK_WIDGET (window));

  return page != NULL ? page : FIRST_PAGE;
}

static gboolean
on_key (GtkWidget *widget,
        GVariant  *parameter,
        gpointer   user_data)
{
  GtkWindow *window = GTK_WINDOW (widget);

  tras_help_present (window, tras_help_find_page (window));

  return GDK_EVENT_STOP;
}

/**
 * tras_help_add_key:
 * @window: a window over the firm's, which does not have the keys of the application
 *
 * Lets F1 open the help page about what @window shows, or else about what it stands over.
 */
void
tras_help_add_key (GtkWindow *window)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WINDOW (window));

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (
                                          gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                                          gtk_callback_action_new (on_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

static gboolean
has_pages (const char *data_dir)
{
  g_autofree char *path = g_build_filename (data_dir, "help", "C", GETTEXT_PACKAGE,
                                            FIRST_PAGE ".page", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Where help viewers look for them too. */
static gboolean
find_pages (void)
{
  const char *const *data_dirs = g_get_system_data_dirs ();
  gboolean found = has_pages (g_get_user_data_dir ());

  for (guint i = 0; data_dirs[i] != NULL && !found; i++)
    found = has_pages (data_dirs[i]);

  return found;
}

static void
show_keys (GtkWidget *widget)
{
  TrasWindow *firm = tras_window_find (widget);

  if (firm != NULL)
    gtk_widget_activate_action (GTK_WIDGET (firm), "win.shortcuts", NULL);
}

static void
on_answered (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  if (tras_message_dialog_finish (result))
    show_keys (GTK_WIDGET (object));
}

/**
 * tras_help_present:
 * @window: (nullable): the window that asks; without one nothing can be said where no page can be
 *   shown
 * @page: the id of a help page
 *
 * Opens a help page in the help viewer, which takes the user's language. Where there is no viewer
 * it says what to install, and where no pages are installed it shows the keys.
 */
void
tras_help_present (GtkWindow  *window,
                   const char *page)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  g_autofree char *uri = NULL;

  g_return_if_fail (window == NULL || GTK_IS_WINDOW (window));
  g_return_if_fail (page != NULL);

  uri = g_strdup_printf ("help:" GETTEXT_PACKAGE "/%s", page);
  if (viewer != NULL && find_pages ())
    gtk_show_uri (window, uri, GDK_CURRENT_TIME);
  else if (window != NULL && viewer != NULL)
    show_keys (GTK_WIDGET (window));
  else if (window != NULL)
    tras_message_dialog_ask (GTK_WIDGET (window), _("No Program Shows Help Pages Here"),
                             _("Install the help viewer Yelp, in the package “yelp”, and press F1 "
                               "again. Meanwhile the list of keys says what can be done."),
                             _("_Keyboard Shortcuts"), TRAS_ANSWER_SUGGESTED, on_answered, NULL);
}

/**
 * tras_help_new_link:
 * @label: the words, with a mnemonic
 * @page: the id of a help page
 *
 * Returns: (transfer floating): a button that opens the page
 */
GtkWidget *
tras_help_new_link (const char *label,
                    const char *page)
{
  GtkWidget *button;

  g_return_val_if_fail (label != NULL && page != NULL, NULL);

  button = gtk_button_new_with_mnemonic (label);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.help-on");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", page);

  return button;
}

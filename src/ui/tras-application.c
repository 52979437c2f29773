/* tras-application.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tras-about.h"
#include "tras-application.h"
#include "tras-help.h"
#include "tras-locale.h"
#include "tras-preferences-window.h"
#include "tras-recent.h"
#include "tras-ui-resources.h"
#include "tras-window.h"
#include "tras-worker.h"

#define RESOURCES "/org/trastienda/Trastienda/"

/* The theme that libadwaita gives to GTK, since it brings a whole style of its own. */
#define EMPTY_THEME "Adwaita-empty"

/* How long a window waits for the file that it is going to show before it comes without. */
#define PATIENCE_MILLISECONDS 150

/* How long after the start windows get their icon, where the desktop wants one of them: it is an
 * SVG, and the first frame is not to wait for its renderer. */
#define ICON_MILLISECONDS 500

/**
 * TrasApplication:
 *
 * Opens windows. The file that the first one is going to show is opened while the toolkit starts:
 * the store's thread reads and verifies it meanwhile, and mostly the window can come with the firm
 * in it.
 */
struct _TrasApplication
{
  AdwApplication parent_instance;

  TrasWindow *early_window;

  GSettings *settings;
  GtkCssProvider *style;
  char *early_path;
  TrasStore *early_store;
  GError *early_error;
  guint patience_source;
};

G_DEFINE_FINAL_TYPE (TrasApplication, tras_application, ADW_TYPE_APPLICATION)

/* ---- the file that is opened early ---- */

static void
forget_early (TrasApplication *self)
{
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_pointer (&self->early_path, g_free);
  g_clear_object (&self->early_store);
  g_clear_error (&self->early_error);
  g_clear_weak_pointer (&self->early_window);
}

static void
hand_over_early (TrasApplication *self)
{
  TrasWindow *window = self->early_window;
  gboolean is_awaited = self->patience_source != 0;

  tras_window_take (window, self->early_store, self->early_error);
  forget_early (self);
  if (is_awaited)
    gtk_window_present (GTK_WINDOW (window));
}

static gboolean
lose_patience (gpointer data)
{
  TrasApplication *self = data;

  self->patience_source = 0;
  if (self->early_window != NULL)
    gtk_window_present (GTK_WINDOW (self->early_window));

  return G_SOURCE_REMOVE;
}

static void
on_early_opened (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrasApplication) self = user_data;

  self->early_store = tras_store_open_finish (result, &self->early_error);
  g_application_release (G_APPLICATION (self));
  if (self->early_window != NULL)
    hand_over_early (self);
}

/* A window with a file. */
static void
open_window (TrasApplication *self,
             const char      *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  TrasWindow *window = tras_window_new (GTK_APPLICATION (self));

  if (g_strcmp0 (full, self->early_path) != 0 || self->early_window != NULL)
    {
      tras_window_open (window, full);
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  tras_window_expect (window, full);
  g_set_weak_pointer (&self->early_window, window);
  self->patience_source = g_timeout_add (PATIENCE_MILLISECONDS, lose_patience, self);
  if (self->early_store != NULL || self->early_error != NULL)
    hand_over_early (self);
}

static char *
dup_last_path (TrasApplication *self)
{
  g_auto (GStrv) paths = tras_recent_dup_paths (self->settings);

  return g_settings_get_boolean (self->settings, "open-last") ? g_strdup (paths[0]) : NULL;
}

static gboolean
tras_application_local_command_line (GApplication   *application,
                                     char         ***arguments,
                                     int            *exit_status)
{
  TrasApplication *self = TRAS_APPLICATION (application);
  char **argv = *arguments;

  /* A guess, for starting early; the parent reads the command line in earnest. */
  if (argv[0] != NULL && argv[1] != NULL && argv[2] == NULL && argv[1][0] != '-' &&
      strstr (argv[1], "://") == NULL)
    self->early_path = g_canonicalize_filename (argv[1], NULL);
  else if (argv[0] != NULL && argv[1] == NULL)
    self->early_path = dup_last_path (self);

  return G_APPLICATION_CLASS (tras_application_parent_class)
    ->local_command_line (application, arguments, exit_status);
}

/* ---- actions ---- */

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkApplication *application = user_data;
  GtkWindow *window;

  /* Each window is asked, so that its size and its tab are kept. */
  while ((window = gtk_application_get_active_window (application)) != NULL)
    {
      guint before = g_list_length (gtk_application_get_windows (application));

      gtk_window_close (window);
      if (g_list_length (gtk_application_get_windows (application)) == before)
        break;
    }
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkApplication *application = user_data;
  GtkWindow *active = gtk_application_get_active_window (application);
  TrasWindow *window = tras_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  if (TRAS_IS_WINDOW (active) && tras_window_get_store (TRAS_WINDOW (active)) != NULL)
    tras_window_open (window, tras_window_get_path (TRAS_WINDOW (active)));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkWindow *active = gtk_application_get_active_window (user_data);

  gtk_window_present (GTK_WINDOW (tras_preferences_window_new (active)));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  tras_about_present (gtk_application_get_active_window (user_data));
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  tras_help_present (window, tras_help_find_page (window));
}

static void
help_on_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  tras_help_present (gtk_application_get_active_window (user_data),
                     g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_action },
  { .name = "new-window", .activate = new_window_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "help", .activate = help_action },
  { .name = "help-on", .activate = help_on_action, .parameter_type = "s" },
  { .name = "about", .activate = about_action },
};

static void
set_keys (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new-window", { "<Control><Shift>n" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.help", { "F1" } },
    { "win.shortcuts", { "<Control>question" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action, keys[i].keys);
}

/* ---- settings ---- */

static void
apply_color_scheme (TrasApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int scheme = g_settings_get_enum (self->settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[scheme]);
}

static void
apply_style (TrasApplication *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gtk_css_provider_load_from_resource (self->style, dark ? RESOURCES "style-dark.css"
                                                         : RESOURCES "style.css");
}

static void
add_style (TrasApplication *self)
{
  self->style = gtk_css_provider_new ();
  apply_style (self);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (apply_style), self, G_CONNECT_SWAPPED);
}

/* ---- the class ---- */

static void
set_window_icon (gpointer data)
{
  gtk_window_set_default_icon_name (APP_ID);
}

/* GTK reads a theme of its own, a tenth of a start, which libadwaita then replaces by an empty one.
 * This lets GTK begin with that. */
static void
init_toolkit (void)
{
  gtk_init ();
  gtk_settings_get_default ();
  /* For libadwaita its presence means that a user wants another theme than libadwaita's. */
  if (g_strcmp0 (g_getenv ("GTK_THEME"), EMPTY_THEME) == 0)
    g_unsetenv ("GTK_THEME");
}

static void
tras_application_startup (GApplication *application)
{
  TrasApplication *self = TRAS_APPLICATION (application);

  init_toolkit ();
  if (self->early_path != NULL)
    {
      g_application_hold (application);
      tras_store_open_async (self->early_path, TRAS_DB_DEFAULT, NULL, on_early_opened,
                             g_object_ref (self));
    }

  /* GTK would look for icons among the application's resources, and for each path that is added it
   * loads the icon theme anew, a tenth of a start; ours lie where it looks by itself. */
  g_application_set_resource_base_path (application, NULL);
  G_APPLICATION_CLASS (tras_application_parent_class)->startup (application);

  /* Windows run from right to left in languages that do; this is for pictures and tests. */
  if (g_strcmp0 (g_getenv ("TRASTIENDA_DIRECTION"), "rtl") == 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_timeout_add_once (ICON_MILLISECONDS, set_window_icon, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_keys (GTK_APPLICATION (self));
  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (apply_color_scheme), self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  add_style (self);
}

static void
tras_application_activate (GApplication *application)
{
  TrasApplication *self = TRAS_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = NULL;

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }

  path = dup_last_path (self);
  if (path != NULL)
    open_window (self, path);
  else
    gtk_window_present (GTK_WINDOW (tras_window_new (GTK_APPLICATION (self))));
}

static void
tras_application_open (GApplication  *application,
                       GFile        **files,
                       int            n_files,
                       const char    *hint)
{
  TrasApplication *self = TRAS_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_window (self, path);
    }
}

static void
tras_application_shutdown (GApplication *application)
{
  TrasApplication *self = TRAS_APPLICATION (application);

  if (self->early_store != NULL)
    tras_store_close (self->early_store);
  forget_early (self);

  G_APPLICATION_CLASS (tras_application_parent_class)->shutdown (application);
}

static void
tras_application_dispose (GObject *object)
{
  TrasApplication *self = TRAS_APPLICATION (object);

  forget_early (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->style);

  G_OBJECT_CLASS (tras_application_parent_class)->dispose (object);
}

static void
tras_application_class_init (TrasApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = tras_application_dispose;
  application_class->local_command_line = tras_application_local_command_line;
  application_class->startup = tras_application_startup;
  application_class->activate = tras_application_activate;
  application_class->open = tras_application_open;
  application_class->shutdown = tras_application_shutdown;
}

static void
tras_application_init (TrasApplication *self)
{
  /* A static library's resources register themselves only where something names them. */
  g_resources_register (tras_ui_get_resource ());
  self->settings = g_settings_new (APP_ID);
}

/* Where there is no graphics card, GL draws in software, slower than Cairo and slow to start. */
static void
prefer_cairo_without_card (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/dev/dri", 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, "renderD"))
        return;
    }

  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
}

/**
 * tras_application_new:
 * @flags: flags besides %G_APPLICATION_HANDLES_OPEN
 *
 * To be called before there is any other thread: it sets what GTK reads from the environment.
 *
 * Returns: (transfer full): the application
 */
TrasApplication *
tras_application_new (GApplicationFlags flags)
{
  prefer_cairo_without_card ();
  g_setenv ("GTK_THEME", EMPTY_THEME, FALSE);

  return g_object_new (TRAS_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", flags | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * tras_application_reopen:
 * @self: the application
 * @path: a file that was put in the place of another
 *
 * Lets every window that shows @path show what is there now.
 */
void
tras_application_reopen (TrasApplication *self,
                         const char      *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autoptr (GList) windows = NULL;

  g_return_if_fail (TRAS_IS_APPLICATION (self));

  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  for (GList *link = windows; link != NULL; link = link->next)
    {
      if (TRAS_IS_WINDOW (link->data) &&
          g_strcmp0 (tras_window_get_path (link->data), full) == 0)
        tras_window_open (link->data, full);
    }
}

/**
 * tras_application_main:
 * @argc: how many arguments
 * @argv: the arguments
 *
 * The whole program. `TRASTIENDA_NON_UNIQUE=1` starts it beside one that runs already.
 *
 * Returns: the exit status
 */
int
tras_application_main (int    argc,
                       char **argv)
{
  g_autoptr (TrasApplication) application = NULL;
  gboolean alone = g_strcmp0 (g_getenv ("TRASTIENDA_NON_UNIQUE"), "1") != 0;
  int status;

  tras_locale_init ();

  g_set_prgname ("trastienda");
  application = tras_application_new (alone ? G_APPLICATION_DEFAULT_FLAGS
                                            : G_APPLICATION_NON_UNIQUE);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_clear_object (&application);
  tras_worker_wait_all ();

  return status;
}

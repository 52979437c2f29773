/* tras-welcome.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-recent.h"
#include "tras-welcome.h"

/**
 * TrasWelcome:
 *
 * Start my firm, open, or look at the sample company; below, the firms that were open lately.
 */
struct _TrasWelcome
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent;

  GSettings *settings;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (TrasWelcome, tras_welcome, ADW_TYPE_BIN)

/* The folder as a person knows it: ~ for the own one. */
static char *
dup_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const char *home = g_get_home_dir ();
  g_autofree char *display = g_filename_display_name (folder);

  if (g_str_has_prefix (display, home) &&
      (display[strlen (home)] == '\0' || display[strlen (home)] == G_DIR_SEPARATOR))
    return g_strconcat ("~", display + strlen (home), NULL);

  return g_steal_pointer (&display);
}

static GtkWidget *
row_new (const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = dup_folder (path);

  if (g_str_has_suffix (name, ".trastienda"))
    name[strlen (name) - strlen (".trastienda")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));

  return row;
}

static void
fill (TrasWelcome *self)
{
  g_auto (GStrv) paths = tras_recent_dup_paths (self->settings);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      GtkWidget *row = row_new (paths[i]);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->recent, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), self->rows->len > 0);
}

static void
tras_welcome_dispose (GObject *object)
{
  TrasWelcome *self = TRAS_WELCOME (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (tras_welcome_parent_class)->dispose (object);
}

static void
tras_welcome_class_init (TrasWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_welcome_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasWelcome, recent);
}

static void
tras_welcome_init (TrasWelcome *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "start-a-firm");

  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::recent-files", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}

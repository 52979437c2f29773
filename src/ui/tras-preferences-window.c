/* tras-preferences-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-preferences-window.h"

struct _TrasPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwEntryRow *who;
  AdwComboRow *color_scheme;
  GtkAdjustment *weeks;
  GtkSwitch *open_last;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (TrasPreferencesWindow, tras_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The rows of the list stand in the order of the schema's enum, by nick. */
static const char *const schemes[] = { "default", "light", "dark" };

static gboolean
scheme_to_position (GValue   *value,
                    GVariant *variant,
                    gpointer  user_data)
{
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_str_equal (nick, schemes[i]))
        g_value_set_uint (value, i);
    }

  return TRUE;
}

static GVariant *
position_to_scheme (const GValue       *value,
                    const GVariantType *type,
                    gpointer            user_data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[position]) : NULL;
}

static void
tras_preferences_window_dispose (GObject *object)
{
  g_clear_object (&TRAS_PREFERENCES_WINDOW (object)->settings);

  G_OBJECT_CLASS (tras_preferences_window_parent_class)->dispose (object);
}

static void
tras_preferences_window_class_init (TrasPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasPreferencesWindow, who);
  gtk_widget_class_bind_template_child (widget_class, TrasPreferencesWindow, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, TrasPreferencesWindow, weeks);
  gtk_widget_class_bind_template_child (widget_class, TrasPreferencesWindow, open_last);
}

static void
tras_preferences_window_init (TrasPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (APP_ID);
  g_settings_bind (self->settings, "who", self->who, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "week-range", self->weeks, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "open-last", self->open_last, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "color-scheme", self->color_scheme, "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_to_position, position_to_scheme,
                                NULL, NULL);
}

/**
 * tras_preferences_window_new:
 * @parent: (nullable): the window that it stands over
 *
 * Returns: (transfer none): the window
 */
TrasPreferencesWindow *
tras_preferences_window_new (GtkWindow *parent)
{
  return g_object_new (TRAS_TYPE_PREFERENCES_WINDOW,
                       "transient-for", parent,
                       "modal", parent != NULL,
                       NULL);
}

/* tras-trouble-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-trouble-bar.h"

/**
 * TrasTroubleBar:
 *
 * Says what is wrong for as long as it is, with a button that activates an action with the way out
 * as its target. (AdwBanner is younger than our base line.)
 */
struct _TrasTroubleBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *body;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (TrasTroubleBar, tras_trouble_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_ACTION = 1,
} TrasTroubleBarProperty;

static GParamSpec *properties[PROP_ACTION + 1];

static void
tras_trouble_bar_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TrasTroubleBar *self = TRAS_TROUBLE_BAR (object);

  switch ((TrasTroubleBarProperty) prop_id)
    {
    case PROP_ACTION:
      g_value_set_string (value,
                          gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_trouble_bar_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TrasTroubleBar *self = TRAS_TROUBLE_BAR (object);

  switch ((TrasTroubleBarProperty) prop_id)
    {
    case PROP_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_trouble_bar_class_init (TrasTroubleBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tras_trouble_bar_get_property;
  object_class->set_property = tras_trouble_bar_set_property;

  /**
   * TrasTroubleBar:action:
   *
   * What the button activates; its parameter is a #TrasWayOut, of type "i".
   */
  properties[PROP_ACTION] =
    g_param_spec_string ("action", NULL, NULL, "win.way-out",
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-trouble-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasTroubleBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, TrasTroubleBar, title);
  gtk_widget_class_bind_template_child (widget_class, TrasTroubleBar, body);
  gtk_widget_class_bind_template_child (widget_class, TrasTroubleBar, button);
}

static void
tras_trouble_bar_init (TrasTroubleBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tras_trouble_bar_say:
 * @self: a bar
 * @words: (transfer none): what to say
 */
void
tras_trouble_bar_say (TrasTroubleBar       *self,
                      const TrasErrorWords *words)
{
  g_return_if_fail (TRAS_IS_TROUBLE_BAR (self));

  gtk_label_set_label (self->title, words->title);
  gtk_label_set_label (self->body, words->body);
  gtk_widget_set_visible (GTK_WIDGET (self->button), words->button != NULL);
  if (words->button != NULL)
    {
      gtk_button_set_label (self->button, words->button);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "i", (int) words->way_out);
    }
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * tras_trouble_bar_say_reading:
 * @self: a bar over a list
 * @error: (nullable): why the list could not be read, %NULL when it was
 * @path: the file that it is read from
 * @has_rows: whether rows are on show, as they were read before
 */
void
tras_trouble_bar_say_reading (TrasTroubleBar *self,
                              const GError   *error,
                              const char     *path,
                              gboolean        has_rows)
{
  g_autoptr (TrasErrorWords) words = NULL;

  if (error == NULL)
    {
      tras_trouble_bar_clear (self);
      return;
    }

  words = tras_error_words_new_reading (error, path, has_rows);
  tras_trouble_bar_say (self, words);
}

void
tras_trouble_bar_clear (TrasTroubleBar *self)
{
  g_return_if_fail (TRAS_IS_TROUBLE_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

/* tras-trouble-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-trouble-bar.h"

/**
 * TrasTroubleBar:
 *
 * Says what is wrong with the file for as long as it is, with a button that activates
 * `win.way-out`. (AdwBanner is younger than our base line.)
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

static void
tras_trouble_bar_class_init (TrasTroubleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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

void
tras_trouble_bar_clear (TrasTroubleBar *self)
{
  g_return_if_fail (TRAS_IS_TROUBLE_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

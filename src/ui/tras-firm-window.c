/* tras-firm-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-firm.h"
#include "tras-firm-detail.h"
#include "tras-firm-window.h"
#include "tras-help.h"

struct _TrasFirmWindow
{
  AdwWindow parent_instance;

  TrasDetail *detail;
};

G_DEFINE_FINAL_TYPE (TrasFirmWindow, tras_firm_window, ADW_TYPE_WINDOW)

static void
tras_firm_window_class_init (TrasFirmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRAS_TYPE_FIRM_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-firm-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasFirmWindow, detail);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_firm_window_init (TrasFirmWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "choose-rules");
}

/**
 * tras_firm_window_new:
 * @window: a window with a store
 *
 * Returns: (transfer none): a window that shows the firm and changes it in place
 */
TrasFirmWindow *
tras_firm_window_new (TrasWindow *window)
{
  TrasFirmWindow *self = g_object_new (TRAS_TYPE_FIRM_WINDOW,
                                       "transient-for", window,
                                       "destroy-with-parent", TRUE,
                                       NULL);

  tras_detail_set_store (self->detail, tras_window_get_store (window));
  tras_detail_show (self->detail, TRAS_TYPE_FIRM, 1);

  return self;
}

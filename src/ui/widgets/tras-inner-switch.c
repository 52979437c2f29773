/* tras-inner-switch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-inner-switch.h"

/* Room beside the button that is brought into sight, in pixels. */
#define MARGIN 12

struct _TrasInnerSwitch
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkStackSwitcher *switcher;
};

G_DEFINE_FINAL_TYPE (TrasInnerSwitch, tras_inner_switch, ADW_TYPE_BIN)

typedef enum
{
  PROP_STACK = 1,
} TrasInnerSwitchProperty;

static GParamSpec *properties[PROP_STACK + 1];

/* There is one button a page, in their order. */
static GtkWidget *
find_button (TrasInnerSwitch *self)
{
  GtkStack *stack = gtk_stack_switcher_get_stack (self->switcher);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->switcher));

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack));
       page != NULL && page != gtk_stack_get_visible_child (stack) && button != NULL;
       page = gtk_widget_get_next_sibling (page))
    button = gtk_widget_get_next_sibling (button);

  return button;
}

static void
show_button (TrasInnerSwitch *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  GtkWidget *button = find_button (self);
  graphene_rect_t place;

  if (button != NULL &&
      gtk_widget_compute_bounds (button, GTK_WIDGET (self->switcher), &place))
    gtk_adjustment_clamp_page (across, place.origin.x - MARGIN,
                               place.origin.x + place.size.width + MARGIN);
}

/* In a template the stack comes after the switch: it is set when both are there. */
static void
set_stack (TrasInnerSwitch *self,
           GtkStack        *stack)
{
  GtkStack *before = gtk_stack_switcher_get_stack (self->switcher);

  if (before == stack)
    return;

  if (before != NULL)
    g_signal_handlers_disconnect_by_data (before, self);
  gtk_stack_switcher_set_stack (self->switcher, stack);
  if (stack != NULL)
    g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (show_button), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACK]);
}

static void
tras_inner_switch_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((TrasInnerSwitchProperty) prop_id)
    {
    case PROP_STACK:
      g_value_set_object (value,
                          gtk_stack_switcher_get_stack (TRAS_INNER_SWITCH (object)->switcher));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_inner_switch_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TrasInnerSwitch *self = TRAS_INNER_SWITCH (object);

  switch ((TrasInnerSwitchProperty) prop_id)
    {
    case PROP_STACK:
      set_stack (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_inner_switch_class_init (TrasInnerSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tras_inner_switch_get_property;
  object_class->set_property = tras_inner_switch_set_property;

  properties[PROP_STACK] =
    g_param_spec_object ("stack", NULL, NULL, GTK_TYPE_STACK,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_inner_switch_init (TrasInnerSwitch *self)
{
  GtkAdjustment *across;

  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                 "hscrollbar-policy", GTK_POLICY_EXTERNAL,
                                 "vscrollbar-policy", GTK_POLICY_NEVER, NULL);
  self->switcher = g_object_new (GTK_TYPE_STACK_SWITCHER, "halign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->switcher), "inner-switch");
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->switcher));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));

  /* A window that becomes narrower has less room for the row. */
  across = gtk_scrolled_window_get_hadjustment (self->scroller);
  g_signal_connect_object (across, "changed", G_CALLBACK (show_button), self, G_CONNECT_SWAPPED);
}

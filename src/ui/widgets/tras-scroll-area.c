/* tras-scroll-area.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tras-scroll-area.h"

/* How much of what was seen goes when a page is turned. */
#define PAGE_PART 0.9

typedef struct
{
  /* owned */
  GtkAdjustment *adjustments[2];

  GtkScrollablePolicy policies[2];
} TrasScrollAreaPrivate;

/**
 * TrasScrollArea:
 *
 * Thousands of rows are too many widgets. A subclass of this one draws those that are seen.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TrasScrollArea, tras_scroll_area, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (TrasScrollArea)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} TrasScrollAreaProperty;

static void
on_value_changed (TrasScrollArea *self)
{
  TRAS_SCROLL_AREA_GET_CLASS (self)->scrolled (self);
}

static void
restyle (TrasScrollArea *self)
{
  TRAS_SCROLL_AREA_GET_CLASS (self)->restyle (self);
}

static void
set_adjustment (TrasScrollArea *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  TrasScrollAreaPrivate *priv = tras_scroll_area_get_instance_private (self);
  GtkAdjustment *old = priv->adjustments[orientation];

  if (old != NULL && old == adjustment)
    return;

  if (old != NULL)
    g_signal_handlers_disconnect_by_func (old, on_value_changed, self);
  g_clear_object (&priv->adjustments[orientation]);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  priv->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_value_changed), self);
  tras_scroll_area_configure (self);
}

/* ---- the widget ---- */

static void
tras_scroll_area_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  tras_scroll_area_configure (TRAS_SCROLL_AREA (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_present (GTK_POPOVER (child));
    }
}

static void
tras_scroll_area_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_scroll_area_parent_class)->css_changed (widget, change);

  restyle (TRAS_SCROLL_AREA (widget));
}

static void
tras_scroll_area_direction_changed (GtkWidget        *widget,
                                    GtkTextDirection  previous)
{
  restyle (TRAS_SCROLL_AREA (widget));
}

static void
tras_scroll_area_state_flags_changed (GtkWidget     *widget,
                                      GtkStateFlags  previous)
{
  gtk_widget_queue_draw (widget);
}

static gboolean
tras_scroll_area_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  /* Tab leaves what is drawn: within it, arrows move. */
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
tras_scroll_area_real_configure (TrasScrollArea *self)
{
}

static void
tras_scroll_area_real_scrolled (TrasScrollArea *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tras_scroll_area_real_restyle (TrasScrollArea *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- the object ---- */

static void
tras_scroll_area_dispose (GObject *object)
{
  TrasScrollArea *self = TRAS_SCROLL_AREA (object);
  TrasScrollAreaPrivate *priv = tras_scroll_area_get_instance_private (self);

  for (guint i = 0; i < G_N_ELEMENTS (priv->adjustments); i++)
    g_signal_handlers_disconnect_by_func (priv->adjustments[i], on_value_changed, self);

  G_OBJECT_CLASS (tras_scroll_area_parent_class)->dispose (object);
}

static void
tras_scroll_area_finalize (GObject *object)
{
  TrasScrollAreaPrivate *priv =
    tras_scroll_area_get_instance_private (TRAS_SCROLL_AREA (object));

  for (guint i = 0; i < G_N_ELEMENTS (priv->adjustments); i++)
    g_object_unref (priv->adjustments[i]);

  G_OBJECT_CLASS (tras_scroll_area_parent_class)->finalize (object);
}

static void
tras_scroll_area_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TrasScrollAreaPrivate *priv =
    tras_scroll_area_get_instance_private (TRAS_SCROLL_AREA (object));

  switch ((TrasScrollAreaProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) priv->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) priv->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_scroll_area_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TrasScrollArea *self = TRAS_SCROLL_AREA (object);
  TrasScrollAreaPrivate *priv = tras_scroll_area_get_instance_private (self);

  switch ((TrasScrollAreaProperty) prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      priv->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      priv->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_scroll_area_class_init (TrasScrollAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_scroll_area_dispose;
  object_class->finalize = tras_scroll_area_finalize;
  object_class->get_property = tras_scroll_area_get_property;
  object_class->set_property = tras_scroll_area_set_property;
  widget_class->css_changed = tras_scroll_area_css_changed;
  widget_class->direction_changed = tras_scroll_area_direction_changed;
  widget_class->focus = tras_scroll_area_focus;
  widget_class->size_allocate = tras_scroll_area_size_allocate;
  widget_class->state_flags_changed = tras_scroll_area_state_flags_changed;
  klass->configure = tras_scroll_area_real_configure;
  klass->scrolled = tras_scroll_area_real_scrolled;
  klass->restyle = tras_scroll_area_real_restyle;

  /* The adjustments are set at construction, too: there always are some. */
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
tras_scroll_area_init (TrasScrollArea *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "view");
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (restyle), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (restyle),
                           self, G_CONNECT_SWAPPED);
}

/**
 * tras_scroll_area_get_adjustment:
 * @self: an area that is constructed
 * @orientation: across or down
 *
 * Returns: (transfer none): what is scrolled to; it may become another one when @self gets another
 *   scrolled window
 */
GtkAdjustment *
tras_scroll_area_get_adjustment (TrasScrollArea *self,
                                 GtkOrientation  orientation)
{
  TrasScrollAreaPrivate *priv = tras_scroll_area_get_instance_private (self);

  g_return_val_if_fail (TRAS_IS_SCROLL_AREA (self), NULL);

  return priv->adjustments[orientation];
}

/**
 * tras_scroll_area_get_scroll:
 * @self: an area that is constructed
 * @orientation: across or down
 *
 * Returns: how many pixels lie before what is seen; whole ones, with which texts stay sharp
 */
double
tras_scroll_area_get_scroll (TrasScrollArea *self,
                             GtkOrientation  orientation)
{
  g_return_val_if_fail (TRAS_IS_SCROLL_AREA (self), 0);

  return round (gtk_adjustment_get_value (tras_scroll_area_get_adjustment (self, orientation)));
}

/**
 * tras_scroll_area_set_extent:
 * @self: an area
 * @orientation: across or down
 * @all: how much there is, in pixels
 * @step: how much an arrow of the scroll bar moves
 * @page: how much is seen at once, 0 or more
 *
 * What is scrolled to stays, as far as there is that much. For @configure.
 */
void
tras_scroll_area_set_extent (TrasScrollArea *self,
                             GtkOrientation  orientation,
                             double          all,
                             double          step,
                             double          page)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (TRAS_IS_SCROLL_AREA (self));
  g_return_if_fail (page >= 0);

  adjustment = tras_scroll_area_get_adjustment (self, orientation);
  gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment), 0, MAX (all, page),
                            step, page * PAGE_PART, page);
}

/**
 * tras_scroll_area_configure:
 * @self: an area
 *
 * To be called when there is more or less to see than before; a change of its size does so itself.
 */
void
tras_scroll_area_configure (TrasScrollArea *self)
{
  GtkWidget *widget;

  g_return_if_fail (TRAS_IS_SCROLL_AREA (self));

  widget = GTK_WIDGET (self);
  if (gtk_widget_get_width (widget) > 0 && gtk_widget_get_height (widget) > 0)
    TRAS_SCROLL_AREA_GET_CLASS (self)->configure (self);
}

/* tras-budget-meter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "tras-budget-bar.h"
#include "tras-budget-meter.h"
#include "tras-look.h"

#define HEIGHT 10
#define MIN_WIDTH 60

/**
 * TrasBudgetMeter:
 *
 * A bar: planned is an outline, spent fills it, committed is hatched. What it says stands beside it
 * in words, so that a screen reader passes it over.
 */
struct _TrasBudgetMeter
{
  GtkWidget parent_instance;

  TrasBudgetBar bar;
  gint64 most;
};

G_DEFINE_FINAL_TYPE (TrasBudgetMeter, tras_budget_meter, GTK_TYPE_WIDGET)

static void
tras_budget_meter_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
tras_budget_meter_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TrasBudgetMeter *self = TRAS_BUDGET_METER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TrasRect rect = { 0, (height - HEIGHT) / 2, width, HEIGHT };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                          (float) height));

  tras_budget_bar_draw (&self->bar, cr, tras_look_get_palette (), &rect, self->most,
                        tras_look_is_mirrored (widget));
  cairo_destroy (cr);
}

static void
tras_budget_meter_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_budget_meter_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
tras_budget_meter_class_init (TrasBudgetMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tras_budget_meter_measure;
  widget_class->snapshot = tras_budget_meter_snapshot;
  widget_class->css_changed = tras_budget_meter_css_changed;
  gtk_widget_class_set_css_name (widget_class, "budgetmeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tras_budget_meter_init (TrasBudgetMeter *self)
{
}

GtkWidget *
tras_budget_meter_new (void)
{
  return g_object_new (TRAS_TYPE_BUDGET_METER, NULL);
}

/**
 * tras_budget_meter_set:
 * @self: a meter
 * @planned: money planned, in minor units
 * @committed: money committed
 * @spent: money spent
 * @most: the amount that the whole width stands for, 0 for what this meter needs
 */
void
tras_budget_meter_set (TrasBudgetMeter *self,
                       gint64           planned,
                       gint64           committed,
                       gint64           spent,
                       gint64           most)
{
  g_return_if_fail (TRAS_IS_BUDGET_METER (self));

  self->bar = (TrasBudgetBar) { planned, spent, committed, FALSE };
  self->most = most;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* tras-pace-meter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tras-goal-words.h"
#include "tras-look.h"
#include "tras-pace-bar.h"
#include "tras-pace-meter.h"

#define MIN_WIDTH 48
#define NATURAL_WIDTH 120
#define HEIGHT 18

struct _TrasPaceMeter
{
  GtkWidget parent_instance;

  TrasPaceBar bar;
};

G_DEFINE_FINAL_TYPE (TrasPaceMeter, tras_pace_meter, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_STATUS = 1,
} TrasPaceMeterProperty;

static GParamSpec *properties[PROP_STATUS + 1];

static void
tras_pace_meter_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
tras_pace_meter_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TrasPaceMeter *self = TRAS_PACE_METER (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  TrasRect rect = { 0, 0, width, height };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                (float) height));

  tras_pace_bar_draw (&self->bar, cr, tras_look_get_palette (), &rect,
                      tras_look_is_mirrored (widget));
  cairo_destroy (cr);
}

static void
tras_pace_meter_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_pace_meter_parent_class)->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
tras_pace_meter_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch ((TrasPaceMeterProperty) prop_id)
    {
    case PROP_STATUS:
      tras_pace_meter_show (TRAS_PACE_METER (object), g_value_get_pointer (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_pace_meter_class_init (TrasPaceMeterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = tras_pace_meter_set_property;
  widget_class->measure = tras_pace_meter_measure;
  widget_class->snapshot = tras_pace_meter_snapshot;
  widget_class->css_changed = tras_pace_meter_css_changed;

  /**
   * TrasPaceMeter:status:
   *
   * The #TrasGoalStatus to show, for bindings; read at once and not kept.
   */
  properties[PROP_STATUS] =
    g_param_spec_pointer ("status", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_set_css_name (widget_class, "pacemeter");
}

static void
tras_pace_meter_init (TrasPaceMeter *self)
{
  self->bar = (TrasPaceBar) { NAN, NAN, TRAS_GLYPH_NONE };
}

GtkWidget *
tras_pace_meter_new (void)
{
  return g_object_new (TRAS_TYPE_PACE_METER, NULL);
}

/**
 * tras_pace_meter_set:
 * @self: a meter
 * @progress: the share of the way gone, NAN for not measured
 * @expected: the share that should be gone by today, NAN for none
 * @is_off: whether somebody should look at it
 */
void
tras_pace_meter_set (TrasPaceMeter *self,
                     double         progress,
                     double         expected,
                     gboolean       is_off)
{
  g_autofree char *words = tras_goal_words_dup_progress (progress, expected);

  g_return_if_fail (TRAS_IS_PACE_METER (self));

  self->bar.progress = progress;
  self->bar.expected = expected;
  self->bar.glyph = is_off ? TRAS_GLYPH_WORSE_DOWN : TRAS_GLYPH_NONE;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tras_pace_meter_show:
 * @self: a meter
 * @status: (nullable): how a goal is going
 */
void
tras_pace_meter_show (TrasPaceMeter  *self,
                      TrasGoalStatus *status)
{
  if (status == NULL)
    tras_pace_meter_set (self, NAN, NAN, FALSE);
  else
    tras_pace_meter_set (self, status->pace.progress,
                         tras_goal_is_open (status->goal) ? status->pace.elapsed : NAN,
                         tras_goal_status_is_off (status));
}

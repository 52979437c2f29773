/* tras-score-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "tras-look.h"
#include "tras-rating-marks.h"
#include "tras-score-marks.h"
#include "tras-service-score.h"

#define PITCH 7
#define HEIGHT 18
#define MOST_MONTHS 36

/**
 * TrasScoreMarks:
 *
 * A column a month, as high as its score. What they say is in the text beside them.
 */
struct _TrasScoreMarks
{
  GtkWidget parent_instance;

  char *scores;
};

G_DEFINE_FINAL_TYPE (TrasScoreMarks, tras_score_marks, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_SCORES = 1,
} TrasScoreMarksProperty;

static GParamSpec *properties[PROP_SCORES + 1];

static guint
get_n (TrasScoreMarks *self)
{
  return MIN (self->scores != NULL ? (guint) strlen (self->scores) : 0, MOST_MONTHS);
}

static void
tras_score_marks_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TrasScoreMarks *self = TRAS_SCORE_MARKS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int scores[MOST_MONTHS];
  guint n = get_n (self);
  TrasRect rect = { 0, MAX ((height - HEIGHT) / 2, 0), MIN ((int) n * PITCH, width), HEIGHT };
  cairo_t *cr;

  if (n == 0 || width == 0)
    return;

  for (guint i = 0; i < n; i++)
    scores[i] = g_ascii_digit_value (self->scores[i]);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                 (float) height));
  if (tras_look_is_mirrored (widget))
    rect.x = width - rect.width;
  tras_rating_marks_draw (scores, n, TRAS_SERVICE_SCORE_MOST, cr, tras_look_get_palette (), &rect,
                          tras_look_is_mirrored (widget));
  cairo_destroy (cr);
}

static void
tras_score_marks_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  guint n = get_n (TRAS_SCORE_MARKS (widget));

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? (int) n * PITCH : HEIGHT;
}

static void
tras_score_marks_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TrasScoreMarksProperty) prop_id)
    {
    case PROP_SCORES:
      g_value_set_string (value, TRAS_SCORE_MARKS (object)->scores);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_score_marks_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TrasScoreMarks *self = TRAS_SCORE_MARKS (object);

  switch ((TrasScoreMarksProperty) prop_id)
    {
    case PROP_SCORES:
      if (g_strcmp0 (self->scores, g_value_get_string (value)) == 0)
        break;
      g_free (self->scores);
      self->scores = g_value_dup_string (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_score_marks_finalize (GObject *object)
{
  g_free (TRAS_SCORE_MARKS (object)->scores);

  G_OBJECT_CLASS (tras_score_marks_parent_class)->finalize (object);
}

static void
tras_score_marks_class_init (TrasScoreMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tras_score_marks_finalize;
  object_class->get_property = tras_score_marks_get_property;
  object_class->set_property = tras_score_marks_set_property;
  widget_class->measure = tras_score_marks_measure;
  widget_class->snapshot = tras_score_marks_snapshot;

  /**
   * TrasScoreMarks:scores: (nullable)
   *
   * A digit a month, the oldest first: 1 to 5, 0 for a month without a score.
   */
  properties[PROP_SCORES] =
    g_param_spec_string ("scores", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tras_score_marks_init (TrasScoreMarks *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

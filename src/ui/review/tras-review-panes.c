/* tras-review-panes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-look.h"
#include "tras-review-panes.h"

/* From this width on all of them stand side by side. */
#define UNFOLDED_WIDTH 960

/* What the panes at the sides take of the whole width, and within which limits, in pixels. */
static const struct
{
  double share;
  int least;
  int most;
} sides[TRAS_N_PANES] = {
  [TRAS_PANE_AGENDA] = { 0.20, 220, 400 },
  [TRAS_PANE_MINUTES] = { 0.24, 260, 480 },
};

struct _TrasReviewPanes
{
  GtkWidget parent_instance;

  GtkWidget *children[TRAS_N_PANES];
  TrasReviewPane front;
  gboolean folded;
  guint source;
};

G_DEFINE_FINAL_TYPE (TrasReviewPanes, tras_review_panes, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FOLDED = 1,
} TrasReviewPanesProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

static gboolean
tell_folded (gpointer data)
{
  TrasReviewPanes *self = data;

  self->source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
tras_review_panes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* As small as the largest of them: one is always seen. */
static void
tras_review_panes_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TrasReviewPanes *self = TRAS_REVIEW_PANES (widget);

  *minimum = *natural = 0;
  for (guint i = 0; i < TRAS_N_PANES; i++)
    {
      int least = 0, wanted = 0;

      if (self->children[i] == NULL || !gtk_widget_should_layout (self->children[i]))
        continue;
      gtk_widget_measure (self->children[i], orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static void
allocate (TrasReviewPanes *self,
          guint            pane,
          int              x,
          int              width,
          int              whole,
          int              height)
{
  gboolean mirrored = tras_look_is_mirrored (GTK_WIDGET (self));

  gtk_widget_set_child_visible (self->children[pane], TRUE);
  gtk_widget_size_allocate (self->children[pane],
                            &(GtkAllocation) { mirrored ? whole - x - width : x, 0, width, height },
                            -1);
}

static void
tras_review_panes_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TrasReviewPanes *self = TRAS_REVIEW_PANES (widget);
  gboolean folded = width < UNFOLDED_WIDTH;
  int x[TRAS_N_PANES] = { 0 }, widths[TRAS_N_PANES] = { 0 };

  if (folded != self->folded)
    {
      self->folded = folded;
      if (self->source == 0)
        self->source = g_idle_add (tell_folded, self);
    }

  for (guint i = 0; i < TRAS_N_PANES; i++)
    {
      if (self->children[i] == NULL)
        continue;
      if (!gtk_widget_should_layout (self->children[i]) || (folded && i != self->front))
        gtk_widget_set_child_visible (self->children[i], FALSE);
      else if (i != TRAS_PANE_STAGE)
        {
          int least;

          gtk_widget_measure (self->children[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                              NULL, NULL);
          widths[i] = MAX (least, CLAMP ((int) (width * sides[i].share), sides[i].least,
                                         sides[i].most));
        }
    }

  if (folded)
    {
      guint front = gtk_widget_should_layout (self->children[self->front]) ? self->front
                                                                           : TRAS_PANE_STAGE;

      allocate (self, front, 0, width, width, height);
      return;
    }

  widths[TRAS_PANE_STAGE] = width - widths[TRAS_PANE_AGENDA] - widths[TRAS_PANE_MINUTES];
  x[TRAS_PANE_STAGE] = widths[TRAS_PANE_AGENDA];
  x[TRAS_PANE_MINUTES] = x[TRAS_PANE_STAGE] + widths[TRAS_PANE_STAGE];
  for (guint i = 0; i < TRAS_N_PANES; i++)
    {
      if (widths[i] > 0)
        allocate (self, i, x[i], widths[i], width, height);
    }
}

static void
tras_review_panes_dispose (GObject *object)
{
  TrasReviewPanes *self = TRAS_REVIEW_PANES (object);

  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; i < TRAS_N_PANES; i++)
    g_clear_pointer (&self->children[i], gtk_widget_unparent);

  G_OBJECT_CLASS (tras_review_panes_parent_class)->dispose (object);
}

static void
tras_review_panes_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((TrasReviewPanesProperty) prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, TRAS_REVIEW_PANES (object)->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_review_panes_class_init (TrasReviewPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_review_panes_dispose;
  object_class->get_property = tras_review_panes_get_property;
  widget_class->get_request_mode = tras_review_panes_get_request_mode;
  widget_class->measure = tras_review_panes_measure;
  widget_class->size_allocate = tras_review_panes_size_allocate;

  /**
   * TrasReviewPanes:folded:
   *
   * Whether there is room for one pane only.
   */
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_review_panes_init (TrasReviewPanes *self)
{
  self->front = TRAS_PANE_STAGE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * tras_review_panes_set:
 * @self: panes
 * @pane: which one
 * @child: (transfer floating): what is in it
 */
void
tras_review_panes_set (TrasReviewPanes *self,
                       TrasReviewPane   pane,
                       GtkWidget       *child)
{
  g_return_if_fail (TRAS_IS_REVIEW_PANES (self));
  g_return_if_fail (pane < TRAS_N_PANES && self->children[pane] == NULL);

  self->children[pane] = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * tras_review_panes_set_front:
 * @self: panes
 * @pane: the one that is seen where there is room for one only
 */
void
tras_review_panes_set_front (TrasReviewPanes *self,
                             TrasReviewPane   pane)
{
  g_return_if_fail (TRAS_IS_REVIEW_PANES (self));

  self->front = pane;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

TrasReviewPane
tras_review_panes_get_front (TrasReviewPanes *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_PANES (self), TRAS_PANE_STAGE);

  return self->front;
}

/**
 * tras_review_panes_is_folded:
 * @self: panes
 *
 * Returns: whether there is room for one of them only
 */
gboolean
tras_review_panes_is_folded (TrasReviewPanes *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_PANES (self), FALSE);

  return self->folded;
}

/* tras-beside-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-beside-layout.h"
#include "tras-look.h"

/* From which width on they stand beside each other, what the second has then, and how much of the
 * height it has below. */
#define LEAST_WIDTH 820
#define BESIDE_WIDTH 330
#define BELOW_SHARE 0.4

struct _TrasBesideLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasBesideLayout, tras_beside_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
tras_beside_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, likes;

      gtk_widget_measure (child, orientation, -1, &least, &likes, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, likes);
        }
      else
        {
          *minimum += least;
          *natural += likes;
        }
    }
}

static void
tras_beside_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  GtkAllocation large = { 0, 0, width, height };
  GtkAllocation small = large;

  if (width >= LEAST_WIDTH)
    {
      gboolean mirrored = tras_look_is_mirrored (widget);

      small.width = BESIDE_WIDTH;
      large.width = width - small.width;
      small.x = mirrored ? 0 : large.width;
      large.x = mirrored ? small.width : 0;
    }
  else
    {
      int least;

      gtk_widget_measure (second, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
      small.height = MAX (least, (int) (height * BELOW_SHARE));
      large.height = MAX (height - small.height, 0);
      small.y = large.height;
    }
  gtk_widget_size_allocate (first, &large, -1);
  gtk_widget_size_allocate (second, &small, -1);
}

static void
tras_beside_layout_class_init (TrasBesideLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = tras_beside_layout_measure;
  layout_class->allocate = tras_beside_layout_allocate;
}

static void
tras_beside_layout_init (TrasBesideLayout *self)
{
}

/* tras-columns-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-columns-layout.h"
#include "tras-look.h"

struct _TrasColumnsLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int least_width;
};

G_DEFINE_FINAL_TYPE (TrasColumnsLayout, tras_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
lay_out (TrasColumnsLayout *self,
         GtkWidget         *widget,
         int                width,
         gboolean           allocates)
{
  gboolean mirrored = tras_look_is_mirrored (widget);
  int n = width >= 2 * self->least_width + self->spacing ? 2 : 1;
  int each = (width - (n - 1) * self->spacing) / n;
  int ends[2] = { 0 };
  int column = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height, x;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, each, NULL, &height, NULL, NULL);
      x = column * (each + self->spacing);
      if (allocates)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation) { mirrored ? width - x - each : x,
                                                     ends[column], each, height }, -1);
      ends[column] += height + self->spacing;
      column = (column + 1) % n;
    }

  return MAX (MAX (ends[0], ends[1]) - self->spacing, 0);
}

static GtkSizeRequestMode
tras_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tras_columns_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  TrasColumnsLayout *self = TRAS_COLUMNS_LAYOUT (manager);
  int widest = 0, wanted = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, likes;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &likes, NULL, NULL);
      widest = MAX (widest, least);
      wanted = MAX (wanted, likes);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, 2 * MAX (wanted, self->least_width) + self->spacing);
    }
  else
    {
      *minimum = *natural = lay_out (self, widget, for_size < 0 ? widest : for_size, FALSE);
    }
}

static void
tras_columns_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  lay_out (TRAS_COLUMNS_LAYOUT (manager), widget, width, TRUE);
}

static void
tras_columns_layout_class_init (TrasColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = tras_columns_layout_get_request_mode;
  layout_class->measure = tras_columns_layout_measure;
  layout_class->allocate = tras_columns_layout_allocate;
}

static void
tras_columns_layout_init (TrasColumnsLayout *self)
{
}

/**
 * tras_columns_layout_new:
 * @spacing: what is between columns and between children, in pixels
 * @least_width: how wide a column must be for there to be two
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
tras_columns_layout_new (int spacing,
                         int least_width)
{
  TrasColumnsLayout *self = g_object_new (TRAS_TYPE_COLUMNS_LAYOUT, NULL);

  self->spacing = spacing;
  self->least_width = least_width;

  return GTK_LAYOUT_MANAGER (self);
}

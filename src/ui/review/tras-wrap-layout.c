/* tras-wrap-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-look.h"
#include "tras-wrap-layout.h"

struct _TrasWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (TrasWrapLayout, tras_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_child (GtkWidget *child,
               int        width,
               int       *natural,
               int       *height)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, natural, NULL, NULL);
  *natural = MAX (minimum, MIN (*natural, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *natural, height, NULL, NULL, NULL);
}

/* The height of the line that begins with @child; all in it have that much room. */
static int
get_line_height (TrasWrapLayout *self,
                 GtkWidget      *child,
                 int             width)
{
  int x = 0, line = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural, height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &natural, &height);
      if (x > 0 && x + natural > width)
        break;
      x += natural + self->spacing;
      line = MAX (line, height);
    }

  return line;
}

/* Lays the children out in lines of @width, in place where @allocates. Returns the height. */
static int
lay_out (TrasWrapLayout *self,
         GtkWidget      *widget,
         int             width,
         gboolean        allocates)
{
  gboolean mirrored = tras_look_is_mirrored (widget);
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural, height;

      if (!gtk_widget_should_layout (child))
        continue;

      measure_child (child, width, &natural, &height);
      if (x > 0 && x + natural > width)
        {
          x = 0;
          y += line + self->spacing;
        }
      if (x == 0)
        line = get_line_height (self, child, width);
      if (allocates)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation) { mirrored ? width - x - natural : x, y,
                                                     natural, line }, -1);
      x += natural + self->spacing;
    }

  return y + line;
}

static GtkSizeRequestMode
tras_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tras_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  TrasWrapLayout *self = TRAS_WRAP_LAYOUT (manager);
  int widest = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      widest = MAX (widest, least);
      sum += wanted + (sum > 0 ? self->spacing : 0);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, sum);
    }
  else
    {
      *minimum = *natural = lay_out (self, widget, for_size < 0 ? MAX (widest, sum) : for_size,
                                     FALSE);
    }
}

static void
tras_wrap_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  lay_out (TRAS_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
tras_wrap_layout_class_init (TrasWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = tras_wrap_layout_get_request_mode;
  layout_class->measure = tras_wrap_layout_measure;
  layout_class->allocate = tras_wrap_layout_allocate;
}

static void
tras_wrap_layout_init (TrasWrapLayout *self)
{
}

/**
 * tras_wrap_layout_new:
 * @spacing: what is between two children and between two lines, in pixels
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
tras_wrap_layout_new (int spacing)
{
  TrasWrapLayout *self = g_object_new (TRAS_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}

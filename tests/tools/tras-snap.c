/* tras-snap.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-snap.h"

/* How long nothing may change before a widget counts as settled, in ms, three times over. */
#define QUIET_MS 40

#define MOST_LOOKS 100

static gboolean
set_true (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_main_loop (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, set_true, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * tras_snap_settle:
 * @widget: a widget in a window that is, or is about to be, on the screen
 * @answer: (nullable): runs the main loop until what was asked for elsewhere has come
 * @data: what @answer gets
 *
 * Runs the main loop until @widget looks the same three times in a row, with an answer before each
 * look. A fixed pause would be too short on a loaded machine and too long on any other.
 */
void
tras_snap_settle (GtkWidget *widget,
                  void     (*answer) (gpointer data),
                  gpointer   data)
{
  g_autoptr (GdkTexture) last = NULL;
  int same = 0;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (widget);

  for (int i = 0; same < 2 && i < MOST_LOOKS; i++)
    {
      g_autoptr (GdkTexture) now = NULL;

      run_main_loop (QUIET_MS);
      if (answer != NULL)
        answer (data);
      gtk_widget_queue_draw (widget);
      gtk_test_widget_wait_for_draw (widget);

      now = tras_snap_new_texture (widget, 1);
      if (last != NULL && now != NULL && tras_snap_compare (last, now, 0, NULL, NULL) == 0)
        same++;
      else
        same = 0;
      g_set_object (&last, now);
    }
}

/* A popover is a surface of its own, which the picture of the window does not have. Both surfaces
 * have a transform (shadows), and the place of a popup is that of its surface in its parent's. */
static void
add_popovers (GtkWidget   *widget,
              GtkNative   *root,
              GtkSnapshot *snapshot)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
        {
          GdkPopup *popup = GDK_POPUP (gtk_native_get_surface (GTK_NATIVE (child)));
          g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (child);
          double inner_x, inner_y, outer_x, outer_y, x, y;

          gtk_native_get_surface_transform (GTK_NATIVE (child), &inner_x, &inner_y);
          gtk_native_get_surface_transform (root, &outer_x, &outer_y);

          x = gdk_popup_get_position_x (popup) + inner_x - outer_x;
          y = gdk_popup_get_position_y (popup) + inner_y - outer_y;

          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
          gdk_paintable_snapshot (paintable,
                                  snapshot,
                                  gdk_paintable_get_intrinsic_width (paintable),
                                  gdk_paintable_get_intrinsic_height (paintable));
          gtk_snapshot_restore (snapshot);
        }

      add_popovers (child, root, snapshot);
    }
}

/**
 * tras_snap_new_texture:
 * @widget: a mapped widget
 * @scale: pixels per unit
 *
 * Takes a picture of @widget and, where it is a window, of the popovers over it. A Cairo renderer
 * of our own draws it, so that it has the same pixels whatever the window is drawn with.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL where there is nothing to draw
 */
GdkTexture *
tras_snap_new_texture (GtkWidget *widget,
                       double     scale)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderer) renderer = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GError) error = NULL;
  GtkSnapshot *snapshot;
  GdkTexture *texture;
  int width, height;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (scale > 0, NULL);

  width = gtk_widget_get_width (widget);
  height = gtk_widget_get_height (widget);
  paintable = gtk_widget_paintable_new (widget);

  snapshot = gtk_snapshot_new ();
  gtk_snapshot_scale (snapshot, scale, scale);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  if (GTK_IS_NATIVE (widget))
    add_popovers (widget, GTK_NATIVE (widget), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return NULL;

  renderer = gsk_cairo_renderer_new ();
  if (!gsk_renderer_realize (renderer, NULL, &error))
    g_error ("A Cairo renderer cannot be had: %s", error->message);
  texture = gsk_renderer_render_texture (renderer,
                                         node,
                                         &GRAPHENE_RECT_INIT (0, 0, width * scale, height * scale));
  gsk_renderer_unrealize (renderer);

  return texture;
}

/**
 * tras_snap_save:
 * @widget: a mapped widget
 * @scale: pixels per unit
 * @path: the PNG file to write
 *
 * Returns: whether a picture was taken and written
 */
gboolean
tras_snap_save (GtkWidget  *widget,
                double      scale,
                const char *path)
{
  g_autoptr (GdkTexture) texture = tras_snap_new_texture (widget, scale);

  return texture != NULL && gdk_texture_save_to_png (texture, path);
}

static guint8 *
download (GdkTexture *texture)
{
  gsize stride = 4 * (gsize) gdk_texture_get_width (texture);
  guint8 *pixels = g_malloc (stride * gdk_texture_get_height (texture));

  gdk_texture_download (texture, pixels, stride);

  return pixels;
}

/**
 * tras_snap_compare:
 * @a: a picture
 * @b: another
 * @tolerance: the largest difference of a channel, 0 to 255, that does not count
 * @largest: (out) (optional): the largest difference of a channel; 255 where the sizes differ
 * @difference_path: (nullable): a PNG file to write where there are differences: @b in pale, with
 *   the differing pixels in red
 *
 * Returns: how many pixels differ; all of @a's where the sizes differ
 */
gsize
tras_snap_compare (GdkTexture *a,
                   GdkTexture *b,
                   guint       tolerance,
                   guint      *largest,
                   const char *difference_path)
{
  g_autofree guint8 *pixels_a = NULL;
  g_autofree guint8 *pixels_b = NULL;
  int width = gdk_texture_get_width (a);
  int height = gdk_texture_get_height (a);
  gsize n_pixels = (gsize) width * height;
  gsize n_different = 0;
  guint most = 0;

  if (width != gdk_texture_get_width (b) || height != gdk_texture_get_height (b))
    {
      if (largest != NULL)
        *largest = 255;
      return n_pixels;
    }

  pixels_a = download (a);
  pixels_b = download (b);

  for (gsize i = 0; i < n_pixels; i++)
    {
      guint8 *pixel = pixels_b + 4 * i;
      guint difference = 0;

      for (int channel = 0; channel < 4; channel++)
        {
          int delta = pixels_a[4 * i + channel] - pixel[channel];

          difference = MAX (difference, (guint) ABS (delta));
        }
      most = MAX (most, difference);

      /* Blue, green, red, opacity: the order of the default format on a little-endian machine. */
      if (difference > tolerance)
        {
          n_different++;
          pixel[0] = pixel[1] = 0;
          pixel[2] = pixel[3] = 255;
        }
      else
        {
          for (int channel = 0; channel < 3; channel++)
            pixel[channel] = pixel[channel] / 3 + 160;
        }
    }

  if (n_different > 0 && difference_path != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&pixels_b), 4 * n_pixels);
      g_autoptr (GdkTexture) picture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT,
                                                               bytes, 4 * (gsize) width);

      gdk_texture_save_to_png (picture, difference_path);
    }

  if (largest != NULL)
    *largest = most;

  return n_different;
}

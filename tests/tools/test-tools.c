/* test-tools.c: the tools that other tests of windows trust
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-a11y.h"
#include "tras-snap.h"

static GdkTexture *
new_texture (const guint8 *pixels,
             int           width,
             int           height)
{
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, 4 * (gsize) width * height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, 4 * (gsize) width);
}

static void
test_compare (void)
{
  const guint8 grey[] = { 100, 100, 100, 255, 100, 100, 100, 255 };
  const guint8 near[] = { 100, 100, 100, 255, 100, 103, 100, 255 };
  g_autoptr (GdkTexture) a = new_texture (grey, 2, 1);
  g_autoptr (GdkTexture) b = new_texture (near, 2, 1);
  g_autoptr (GdkTexture) tall = new_texture (grey, 1, 2);
  guint largest;

  g_assert_cmpuint (tras_snap_compare (a, a, 0, &largest, NULL), ==, 0);
  g_assert_cmpuint (largest, ==, 0);
  g_assert_cmpuint (tras_snap_compare (a, b, 2, &largest, NULL), ==, 1);
  g_assert_cmpuint (largest, ==, 3);
  g_assert_cmpuint (tras_snap_compare (a, b, 3, NULL, NULL), ==, 0);
  g_assert_cmpuint (tras_snap_compare (a, tall, 0, &largest, NULL), ==, 2);
  g_assert_cmpuint (largest, ==, 255);
}

static GtkWindow *
new_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_title (GTK_WINDOW (window), "Tools");
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 100);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  tras_snap_settle (window, NULL, NULL);

  return GTK_WINDOW (window);
}

static void
test_picture (void)
{
  GtkWidget *label = gtk_label_new ("Shelf");
  GtkWindow *window = new_window (label);
  g_autoptr (GdkTexture) before = tras_snap_new_texture (GTK_WIDGET (label), 2);
  g_autoptr (GdkTexture) again = tras_snap_new_texture (GTK_WIDGET (label), 2);
  g_autoptr (GdkTexture) after = NULL;

  g_assert_cmpint (gdk_texture_get_width (before), ==, 2 * gtk_widget_get_width (label));
  g_assert_cmpint (gdk_texture_get_height (before), ==, 2 * gtk_widget_get_height (label));
  g_assert_cmpuint (tras_snap_compare (before, again, 0, NULL, NULL), ==, 0);

  gtk_label_set_label (GTK_LABEL (label), "Shelves");
  tras_snap_settle (label, NULL, NULL);
  after = tras_snap_new_texture (GTK_WIDGET (label), 2);
  g_assert_cmpuint (tras_snap_compare (before, after, 0, NULL, NULL), >, 0);

  gtk_window_destroy (window);
}

static void
test_names (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *worded = gtk_button_new_with_label ("Receive");
  GtkWidget *described = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *mute = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autoptr (GPtrArray) unnamed = NULL;
  g_autofree char *name = NULL;
  GtkWindow *window;

  gtk_accessible_update_property (GTK_ACCESSIBLE (described),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, "Add",
                                  -1);
  gtk_box_append (GTK_BOX (box), worded);
  gtk_box_append (GTK_BOX (box), described);
  gtk_box_append (GTK_BOX (box), mute);
  window = new_window (box);

  name = tras_a11y_dup_name (worded);
  g_assert_cmpstr (name, ==, "Receive");

  unnamed = tras_a11y_dup_unnamed (box);
  g_assert_cmpuint (unnamed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (unnamed, 0), ==, "GtkWindow/GtkButton");

  gtk_window_destroy (window);
}

static gboolean
refuse_focus (GtkWidget        *widget,
              GtkDirectionType  direction)
{
  return FALSE;
}

typedef struct { GtkBox parent_instance; } Island;
typedef struct { GtkBoxClass parent_class; } IslandClass;

static GType island_get_type (void);
G_DEFINE_TYPE (Island, island, GTK_TYPE_BOX)

/* A box that keeps Tab out, though what is in it can have the focus. */
static void
island_class_init (IslandClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = refuse_focus;
}

static void
island_init (Island *self)
{
}

static void
test_reach (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *island = g_object_new (island_get_type (), NULL);
  g_autoptr (GPtrArray) unreachable = NULL;
  GtkWindow *window;
  guint n_stops;

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("First"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Second"));
  gtk_box_append (GTK_BOX (box), island);
  gtk_box_append (GTK_BOX (island), gtk_entry_new ());
  window = new_window (box);

  unreachable = tras_a11y_dup_unreachable (window, &n_stops);
  g_assert_cmpuint (unreachable->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (unreachable, 0), "GtkText"));
  g_assert_cmpuint (n_stops, >=, 2);

  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tools/compare", test_compare);
  g_test_add_func ("/tools/picture", test_picture);
  g_test_add_func ("/tools/names", test_names);
  g_test_add_func ("/tools/reach", test_reach);

  return g_test_run ();
}

/* test-scroll-area.c: a drawn widget in a scrolled window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-scroll-area.h"

#define STEP 25

/* An area that counts what it is asked. */
typedef struct
{
  TrasScrollArea parent_instance;

  double all;
  guint n_configured;
  guint n_scrolled;
  guint n_restyled;
} Area;

typedef TrasScrollAreaClass AreaClass;

static GType area_get_type (void);

G_DEFINE_TYPE (Area, area, TRAS_TYPE_SCROLL_AREA)

static void
area_configure (TrasScrollArea *area)
{
  Area *self = (Area *) area;

  self->n_configured++;
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL, self->all, STEP,
                               gtk_widget_get_width (GTK_WIDGET (area)));
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL, 2 * self->all, STEP,
                               gtk_widget_get_height (GTK_WIDGET (area)));
}

static void
area_scrolled (TrasScrollArea *area)
{
  ((Area *) area)->n_scrolled++;
}

static void
area_restyle (TrasScrollArea *area)
{
  ((Area *) area)->n_restyled++;
}

static void
area_class_init (AreaClass *klass)
{
  klass->configure = area_configure;
  klass->scrolled = area_scrolled;
  klass->restyle = area_restyle;
}

static void
area_init (Area *self)
{
  self->all = 1000;
}

static void
allocate (Area *area,
          int   width,
          int   height)
{
  gtk_widget_measure (GTK_WIDGET (area), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (area), width, height, -1, NULL);
}

/* It asks for nothing before it has a size, and then each time the size is another one. */
static void
test_extent (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (area_get_type (), NULL));
  TrasScrollArea *area = TRAS_SCROLL_AREA (widget);
  GtkAdjustment *across = tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL);
  GtkAdjustment *down = tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL);
  Area *self = (Area *) widget;

  g_assert_nonnull (across);
  g_assert_true (across != down);
  tras_scroll_area_configure (area);
  g_assert_cmpuint (self->n_configured, ==, 0);

  allocate (self, 300, 200);
  g_assert_cmpuint (self->n_configured, ==, 1);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), ==, 1000);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (across), ==, 300);
  g_assert_cmpfloat (gtk_adjustment_get_step_increment (across), ==, STEP);
  g_assert_cmpfloat (gtk_adjustment_get_page_increment (across), <, 300);
  g_assert_cmpfloat (gtk_adjustment_get_page_increment (across), >, STEP);
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), ==, 2000);

  /* What is scrolled to stays as far as there is that much; there is never less than is seen. */
  gtk_adjustment_set_value (across, 700);
  allocate (self, 400, 200);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 600);
  self->all = 100;
  tras_scroll_area_configure (area);
  g_assert_cmpfloat (gtk_adjustment_get_value (across), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), ==, 400);
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), ==, 200);
}

/* It is told of every move, in whole pixels. */
static void
test_scrolled (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (area_get_type (), NULL));
  TrasScrollArea *area = TRAS_SCROLL_AREA (widget);
  Area *self = (Area *) widget;

  allocate (self, 300, 200);
  gtk_adjustment_set_value (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL), 10.6);
  g_assert_cmpuint (self->n_scrolled, ==, 1);
  g_assert_cmpfloat (tras_scroll_area_get_scroll (area, GTK_ORIENTATION_VERTICAL), ==, 11);
  g_assert_cmpfloat (tras_scroll_area_get_scroll (area, GTK_ORIENTATION_HORIZONTAL), ==, 0);
}

/* An adjustment that was taken away or outlives the area moves it no more. */
static void
test_another_adjustment (void)
{
  GtkWidget *widget = g_object_ref_sink (g_object_new (area_get_type (), NULL));
  g_autoptr (GtkAdjustment) first = g_object_ref_sink (gtk_adjustment_new (0, 0, 900, 1, 1, 1));
  g_autoptr (GtkAdjustment) second = g_object_ref_sink (gtk_adjustment_new (0, 0, 900, 1, 1, 1));
  Area *self = (Area *) widget;

  allocate (self, 300, 200);
  g_object_set (widget, "vadjustment", first, NULL);
  g_assert_cmpfloat (gtk_adjustment_get_upper (first), ==, 2000);
  g_object_set (widget, "vadjustment", second, NULL);
  gtk_adjustment_set_value (first, 10);
  g_assert_cmpuint (self->n_scrolled, ==, 0);
  gtk_adjustment_set_value (second, 10);
  g_assert_cmpuint (self->n_scrolled, ==, 1);

  g_object_set (widget, "vadjustment", NULL, NULL);
  gtk_adjustment_set_value (second, 20);
  g_assert_cmpuint (self->n_scrolled, ==, 1);
  g_assert_cmpfloat (tras_scroll_area_get_scroll (TRAS_SCROLL_AREA (widget),
                                                  GTK_ORIENTATION_VERTICAL), ==, 0);

  g_object_set (widget, "vadjustment", second, NULL);
  g_assert_finalize_object (widget);
  gtk_adjustment_set_value (second, 30);
}

/* What was laid out for one look is laid out again for another. */
static void
test_restyled (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (area_get_type (), NULL));
  AdwStyleManager *manager = adw_style_manager_get_default ();
  Area *self = (Area *) widget;

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  g_assert_cmpuint (self->n_restyled, ==, 1);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpuint (self->n_restyled, ==, 2);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_assert_cmpuint (self->n_restyled, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/scroll-area/extent", test_extent);
  g_test_add_func ("/scroll-area/scrolled", test_scrolled);
  g_test_add_func ("/scroll-area/another-adjustment", test_another_adjustment);
  g_test_add_func ("/scroll-area/restyled", test_restyled);

  return fixture_run ();
}

/* tras-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-paper.h"

struct _TrasPaper
{
  GtkWidget parent_instance;

  TrasReport *report;
  guint page;
};

G_DEFINE_FINAL_TYPE (TrasPaper, tras_paper, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
tras_paper_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tras_paper_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  double width, height;

  tras_report_get_page_size (TRAS_PAPER (widget)->report, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = (int) width;
    }
  else
    *minimum = *natural = (int) ((for_size > 0 ? for_size : width) * height / width);
}

static void
tras_paper_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  TrasPaper *self = TRAS_PAPER (widget);
  int shown_width = gtk_widget_get_width (widget);
  int shown_height = gtk_widget_get_height (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  double width, height;
  cairo_t *cr;

  /* Paper is white in a dark window, too: what is seen is what is printed. */
  gtk_snapshot_append_color (snapshot, &white,
                             &GRAPHENE_RECT_INIT (0, 0, shown_width, shown_height));
  tras_report_get_page_size (self->report, &width, &height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, shown_width, shown_height));
  cairo_scale (cr, shown_width / width, shown_height / height);
  tras_report_draw_page (self->report, cr, self->page);
  cairo_destroy (cr);
}

static void
tras_paper_dispose (GObject *object)
{
  g_clear_object (&TRAS_PAPER (object)->report);

  G_OBJECT_CLASS (tras_paper_parent_class)->dispose (object);
}

static void
tras_paper_class_init (TrasPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_paper_dispose;
  widget_class->get_request_mode = tras_paper_get_request_mode;
  widget_class->measure = tras_paper_measure;
  widget_class->snapshot = tras_paper_snapshot;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tras_paper_init (TrasPaper *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * tras_paper_new:
 * @report: a report
 * @page: which of its pages, from 0
 *
 * Returns: (transfer floating): the page, as wide as there is room
 */
GtkWidget *
tras_paper_new (TrasReport *report,
                guint             page)
{
  TrasPaper *self = g_object_new (TRAS_TYPE_PAPER, NULL);
  const char *title = tras_report_get_title (report);
  g_autofree char *label = NULL;

  self->report = g_object_ref (report);
  self->page = page;
  /* Translators: a page of a report: Week 47 …, page 2 of 5 */
  label = g_strdup_printf (_("%s, page %u of %u"), title, page + 1,
                           tras_report_get_n_pages (report));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

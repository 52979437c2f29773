/* tras-org-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-area.h"
#include "tras-chart-export.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-look.h"
#include "tras-org-board.h"
#include "tras-org-page.h"
#include "tras-org-view.h"
#include "tras-print.h"
#include "tras-save-file.h"
#include "tras-window.h"

/* In points. A file is as wide as a page on its side. */
#define FILE_WIDTH 1100.0
#define RESOLUTION 144
#define MARGIN 36.0

struct _TrasOrgPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkStack *stack;
  TrasOrgView *view;

  /* owned */
  TrasLoader *loader;
  gboolean has_areas;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasOrgPage, tras_org_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

static void
on_view_activated (TrasOrgPage *self)
{
  gint64 area_id = tras_org_view_get_selected (self->view);

  if (area_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_AREA, area_id);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tras_org_view_zoom (TRAS_ORG_PAGE (widget)->view, g_str_equal (name, "org.nearer") ? 1 : -1);
}

/* ---- files and paper ---- */

/* The whole tree, as large as the page allows and no larger than it was made. */
static void
draw_page (TrasOrgChart    *chart,
           TrasPaletteKind  kind,
           cairo_t         *cr,
           double           width,
           double           height)
{
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, FALSE, tras_text_has_pixels (cr));
  double all, high, scale;

  tras_org_chart_get_size (chart, &all, &high);
  scale = MIN (MIN (width / all, height / high), 1);
  cairo_save (cr);
  cairo_translate (cr, (width - all * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  tras_org_chart_draw (chart, cr, tras_palette_get (kind), texts, -1);
  cairo_restore (cr);
}

static void
draw_file (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  user_data)
{
  tras_palette_set_source (tras_palette_get (TRAS_PALETTE_LIGHT), TRAS_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  draw_page (user_data, TRAS_PALETTE_LIGHT, cr, width, height);
}

static GBytes *
make_file (GFile    *file,
           gpointer  data,
           GError  **error)
{
  g_autofree char *name = g_file_get_basename (file);
  TrasChartFileKind kind = TRAS_CHART_FILE_PNG;
  double width, height;

  if (g_str_has_suffix (name, ".svg"))
    kind = TRAS_CHART_FILE_SVG;
  else if (g_str_has_suffix (name, ".pdf"))
    kind = TRAS_CHART_FILE_PDF;
  tras_org_chart_get_size (data, &width, &height);

  return tras_chart_export_to_bytes (kind, _("Organization"), width, height, RESOLUTION, draw_file,
                                     data, error);
}

static void
print_page (cairo_t  *cr,
            double    width,
            double    height,
            guint     page,
            gpointer  data)
{
  cairo_translate (cr, MARGIN, MARGIN);
  draw_page (data, TRAS_PALETTE_PRINT, cr, width - 2 * MARGIN, height - 2 * MARGIN);
}

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TrasOrgPage *self = TRAS_ORG_PAGE (widget);
  TrasOrgChart *chart;
  g_autofree char *file = NULL;

  if (!self->has_areas)
    return;

  chart = tras_org_view_new_chart (self->view, FILE_WIDTH);
  file = g_strdup_printf ("%s.png", _("Organization"));
  if (g_str_equal (name, "org.print"))
    tras_print (widget, _("Organization"), GTK_PAGE_ORIENTATION_LANDSCAPE, 1, print_page, chart,
                (GDestroyNotify) tras_org_chart_unref);
  else
    tras_save_file (widget, _("Save Picture"), TRAS_FILE_PICTURE, file, make_file, chart,
                    (GDestroyNotify) tras_org_chart_unref);
}

/* ---- loading ---- */

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_org_board_load (db, *(TrasDay *) data, error);
}

/* What nobody looks at is not read. */
static gpointer
ask (gpointer owner)
{
  TrasDay today = tras_day_today ();

  return gtk_widget_get_mapped (owner) ? g_memdup2 (&today, sizeof today) : NULL;
}

static void
take (gpointer owner,
      gpointer found)
{
  TrasOrgPage *self = owner;
  g_autoptr (GPtrArray) areas = found;

  self->has_areas = areas->len > 0;
  tras_org_view_show (self->view, areas);
  gtk_stack_set_visible_child_name (self->stack, self->has_areas ? "chart" : "empty");
}

static const char *const tables[] = { "area", "person", "post", "role", NULL };

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
  .take = take,
};

/* ---- the page among others ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasOrgPage *self = TRAS_ORG_PAGE (page);

  if (tras_loader_set_store (self->loader, store))
    tras_loader_load (self->loader);
}

static void
focus (TrasInnerPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TRAS_ORG_PAGE (page)->view));
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->focus = focus;
}

/* ---- the object ---- */

static void
tras_org_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tras_org_page_parent_class)->map (widget);
  tras_loader_load (TRAS_ORG_PAGE (widget)->loader);
}

static void
tras_org_page_dispose (GObject *object)
{
  g_clear_pointer (&TRAS_ORG_PAGE (object)->loader, tras_loader_free);

  G_OBJECT_CLASS (tras_org_page_parent_class)->dispose (object);
}

static void
tras_org_page_class_init (TrasOrgPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_org_page_dispose;
  widget_class->map = tras_org_page_map;
  g_type_ensure (TRAS_TYPE_ORG_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-org-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasOrgPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasOrgPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated);
  gtk_widget_class_install_action (widget_class, "org.farther", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "org.nearer", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "org.print", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "org.save", NULL, paper_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "org.print",
                                       NULL);
}

static void
tras_org_page_init (TrasOrgPage *self)
{
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "know-the-staff");
}

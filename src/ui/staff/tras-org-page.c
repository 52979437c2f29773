/* tras-org-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-area.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-look.h"
#include "tras-org-board.h"
#include "tras-org-page.h"
#include "tras-org-view.h"
#include "tras-picture-paper.h"
#include "tras-window.h"

/* In points. A file is as wide as a page on its side. */
#define FILE_WIDTH 1100.0

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

static void
get_size (gpointer  chart,
          double   *width,
          double   *height)
{
  tras_org_chart_get_size (chart, width, height);
}

static void
draw (gpointer           chart,
      cairo_t           *cr,
      const TrasPalette *palette,
      TrasTextCache     *texts)
{
  tras_org_chart_draw (chart, cr, palette, texts, -1);
}

static const TrasPictureKind picture_kind = {
  get_size, draw, (GDestroyNotify) tras_org_chart_unref,
};

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TrasOrgPage *self = TRAS_ORG_PAGE (widget);
  TrasOrgChart *chart;

  if (!self->has_areas)
    return;

  chart = tras_org_view_new_chart (self->view, FILE_WIDTH);
  if (g_str_equal (name, "org.print"))
    tras_picture_paper_print (widget, &picture_kind, chart, _("Organization"));
  else
    tras_picture_paper_save (widget, &picture_kind, chart, _("Organization"));
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

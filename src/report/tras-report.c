/* tras-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "tras-chart-export.h"
#include "tras-error.h"
#include "tras-report.h"

struct _TrasReport
{
  GObject          parent_instance;

  char            *title;
  char            *author;
  TrasReportStyle *style;
  TrasPageLayout  *pages;
  double           scale;
  gboolean         bare;
};

G_DEFINE_FINAL_TYPE (TrasReport, tras_report, G_TYPE_OBJECT)

static void
tras_report_finalize (GObject *object)
{
  TrasReport *self = TRAS_REPORT (object);

  g_clear_pointer (&self->pages, tras_page_layout_free);
  g_clear_pointer (&self->style, tras_report_style_unref);
  g_free (self->title);
  g_free (self->author);

  G_OBJECT_CLASS (tras_report_parent_class)->finalize (object);
}

static void
tras_report_class_init (TrasReportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tras_report_finalize;
}

static void
tras_report_init (TrasReport *self)
{
}

/**
 * tras_report_new:
 * @title: what it is, in one line, for headers and file names
 * @author: whose it is
 * @width: of a page, in points; %TRAS_A4_WIDTH where nobody chose a paper
 * @height: likewise
 *
 * The pages belong to the thread that makes them. Their words are in the language that the process
 * has while they are added.
 *
 * Returns: (transfer full): a report with nothing in it, to be filled through
 *   tras_report_get_pages()
 */
TrasReport *
tras_report_new (const char *title,
                 const char *author,
                 double      width,
                 double      height)
{
  return tras_report_new_scaled (title, author, width, height, 1);
}

/**
 * tras_report_new_scaled:
 * @title: what it is, in one line, for headers and file names
 * @author: whose it is
 * @width: of a page, in points
 * @height: likewise
 * @scale: how large everything on it is, above 0; 1 as in other reports
 *
 * The blocks are laid out on pages of @width / @scale by @height / @scale, and drawn smaller.
 *
 * Returns: (transfer full): a report as tras_report_new() makes it
 */
TrasReport *
tras_report_new_scaled (const char *title,
                        const char *author,
                        double      width,
                        double      height,
                        double      scale)
{
  TrasReport *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (author != NULL, NULL);
  g_return_val_if_fail (scale > 0, NULL);

  self = g_object_new (TRAS_TYPE_REPORT, NULL);
  self->title = g_strdup (title);
  self->author = g_strdup (author);
  self->style = tras_report_style_new (PANGO_DIRECTION_NEUTRAL);
  self->pages = tras_page_layout_new (width / scale, height / scale);
  self->scale = scale;

  return self;
}

/**
 * tras_report_set_bare:
 * @self: a report
 *
 * Leaves page numbers and the running title away, where each page stands for itself.
 */
void
tras_report_set_bare (TrasReport *self)
{
  g_return_if_fail (TRAS_IS_REPORT (self));

  self->bare = TRUE;
}

/**
 * tras_report_get_pages:
 * @self: a report
 *
 * Returns: (transfer none): what it is made of
 */
TrasPageLayout *
tras_report_get_pages (TrasReport *self)
{
  g_return_val_if_fail (TRAS_IS_REPORT (self), NULL);

  return self->pages;
}

/**
 * tras_report_get_style:
 * @self: a report
 *
 * Returns: (transfer none): how its texts look
 */
TrasReportStyle *
tras_report_get_style (TrasReport *self)
{
  g_return_val_if_fail (TRAS_IS_REPORT (self), NULL);

  return self->style;
}

/**
 * tras_report_get_title:
 * @self: a report
 *
 * Returns: (transfer none): what it is, in one line
 */
const char *
tras_report_get_title (TrasReport *self)
{
  g_return_val_if_fail (TRAS_IS_REPORT (self), NULL);

  return self->title;
}

/**
 * tras_report_get_page_size:
 * @self: a report
 * @width: (out) (optional): of a page, in points
 * @height: (out) (optional): likewise
 */
void
tras_report_get_page_size (TrasReport *self,
                                  double           *width,
                                  double           *height)
{
  g_return_if_fail (TRAS_IS_REPORT (self));

  tras_page_layout_get_size (self->pages, width, height);
  if (width != NULL)
    *width *= self->scale;
  if (height != NULL)
    *height *= self->scale;
}

/**
 * tras_report_get_n_pages:
 * @self: a report
 *
 * Returns: how many pages it has, at least 1
 */
guint
tras_report_get_n_pages (TrasReport *self)
{
  g_return_val_if_fail (TRAS_IS_REPORT (self), 1);

  return tras_page_layout_get_n_pages (self->pages);
}

/**
 * tras_report_get_places:
 * @self: a report
 * @n_places: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_places): what stands where, page after page, before
 *   it is drawn at the report's scale
 */
const TrasPlace *
tras_report_get_places (TrasReport *self,
                               guint            *n_places)
{
  g_return_val_if_fail (TRAS_IS_REPORT (self), NULL);

  return tras_page_layout_get_places (self->pages, n_places);
}

/* At the start of the lines (0) or at their end (1). */
static void
draw_running (TrasReport *self,
              cairo_t          *cr,
              const char       *text,
              double            end,
              double            centre)
{
  g_autoptr (PangoLayout) layout = NULL;
  TrasRect content;
  double height;

  tras_page_layout_get_content (self->pages, &content);
  layout = tras_report_style_new_layout (self->style, TRAS_TEXT_RUNNING, text, content.width);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if ((end > 0) != tras_report_style_get_mirrored (self->style))
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  else
    pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  tras_report_style_get_extents (layout, NULL, &height);
  tras_report_style_draw_layout (self->style, layout, TRAS_TEXT_RUNNING, cr, content.x,
                                 centre - height / 2);
}

/**
 * tras_report_draw_page:
 * @self: a report
 * @cr: where to draw, from (0, 0), one unit a point; the paper is the caller's to paint
 * @page: which page, from 0
 */
void
tras_report_draw_page (TrasReport *self,
                              cairo_t          *cr,
                              guint             page)
{
  g_autofree char *number = NULL;
  TrasRect content;
  double width, height;
  guint n_pages;

  g_return_if_fail (TRAS_IS_REPORT (self));
  g_return_if_fail (cr != NULL);

  n_pages = tras_page_layout_get_n_pages (self->pages);
  tras_page_layout_get_size (self->pages, &width, &height);
  tras_page_layout_get_content (self->pages, &content);

  cairo_save (cr);
  cairo_scale (cr, self->scale, self->scale);
  tras_page_layout_draw_page (self->pages, cr, page);

  /* The first page has the title itself. */
  if (page > 0 && !self->bare)
    draw_running (self, cr, self->title, 0, content.y / 2);
  /* TRANSLATORS: the page's number, and how many pages there are */
  number = g_strdup_printf (C_("page", "%u of %u"), page + 1, n_pages);
  if (!self->bare)
    draw_running (self, cr, number, 1, (content.y + content.height + height) / 2);
  cairo_restore (cr);
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The headings as the viewer's table of contents. */
static void
add_outline (TrasReport *self,
             cairo_surface_t  *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;
  const TrasPlace *places;
  guint n;

  places = tras_page_layout_get_places (self->pages, &n);
  for (guint i = 0; i < n; i++)
    {
      const TrasBlock *block = places[i].block;
      gboolean is_top = block->outline_level == 0;
      g_autofree char *attributes = NULL;
      int id;

      if (block->outline == NULL)
        continue;

      attributes = g_strdup_printf ("page=%u pos=[%d %d]", places[i].page + 1,
                                    (int) (places[i].rect.x * self->scale),
                                    (int) (places[i].rect.y * self->scale));
      id = cairo_pdf_surface_add_outline (surface, is_top ? CAIRO_PDF_OUTLINE_ROOT : parent,
                                          block->outline, attributes,
                                          is_top ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      if (is_top)
        parent = id;
    }
}

/**
 * tras_report_to_pdf:
 * @self: a report
 * @error: %TRAS_ERROR_BUG for what Cairo refuses
 *
 * Returns: (transfer full) (nullable): all pages as a PDF file's content, with title, author and
 *   contents
 */
GBytes *
tras_report_to_pdf (TrasReport  *self,
                           GError           **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;
  guint n_pages;
  cairo_t *cr;

  g_return_val_if_fail (TRAS_IS_REPORT (self), NULL);

  bytes = g_byte_array_new ();
  n_pages = tras_page_layout_get_n_pages (self->pages);
  tras_report_get_page_size (self, &width, &height);

  surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Trastienda " PACKAGE_VERSION);
  cr = cairo_create (surface);
  for (guint page = 0; page < n_pages; page++)
    {
      tras_report_draw_page (self, cr, page);
      cairo_show_page (cr);
    }
  add_outline (self, surface);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_BUG,
                   _("The pages could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * tras_report_write:
 * @self: a report
 * @path: where; a file of that name is replaced in one step
 * @error: the errors of tras_report_to_pdf() and of tras_chart_export_write_bytes()
 *
 * Returns: whether the pages stand in the file as a PDF
 */
gboolean
tras_report_write (TrasReport  *self,
                   const char  *path,
                   GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TRAS_IS_REPORT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  bytes = tras_report_to_pdf (self, error);

  return bytes != NULL && tras_chart_export_write_bytes (path, bytes, error);
}

/* tras-picture-paper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-chart-export.h"
#include "tras-picture-paper.h"
#include "tras-print.h"
#include "tras-save-file.h"

/* In points. */
#define MARGIN 36.0

#define RESOLUTION 144

typedef struct
{
  const TrasPictureKind *kind;
  gpointer picture;
  char *title;
} Paper;

static Paper *
paper_new (const TrasPictureKind *kind,
           gpointer               picture,
           const char            *title)
{
  Paper *self = g_new0 (Paper, 1);

  self->kind = kind;
  self->picture = picture;
  self->title = g_strdup (title);

  return self;
}

static void
paper_free (gpointer data)
{
  Paper *self = data;

  self->kind->free (self->picture);
  g_free (self->title);
  g_free (self);
}

/* The whole picture, as large as the page allows and no larger than it was made. */
static void
draw_page (Paper           *self,
           TrasPaletteKind  palette,
           cairo_t         *cr,
           double           width,
           double           height)
{
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, FALSE, tras_text_has_pixels (cr));
  double all, high, scale;

  self->kind->get_size (self->picture, &all, &high);
  scale = MIN (MIN (width / all, height / high), 1);
  cairo_save (cr);
  cairo_translate (cr, (width - all * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  self->kind->draw (self->picture, cr, tras_palette_get (palette), texts);
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
  Paper *self = data;
  g_autofree char *name = g_file_get_basename (file);
  TrasChartFileKind kind = TRAS_CHART_FILE_PNG;
  double width, height;

  if (g_str_has_suffix (name, ".svg"))
    kind = TRAS_CHART_FILE_SVG;
  else if (g_str_has_suffix (name, ".pdf"))
    kind = TRAS_CHART_FILE_PDF;
  self->kind->get_size (self->picture, &width, &height);

  return tras_chart_export_to_bytes (kind, self->title, width, height, RESOLUTION, draw_file, self,
                                     error);
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

/**
 * tras_picture_paper_print:
 * @widget: any widget of the window
 * @kind: what to do with the picture; static
 * @picture: (transfer full): a picture that does not change any more
 * @title: what it is called
 *
 * Asks for a printer and prints it on one page that lies on its side.
 */
void
tras_picture_paper_print (GtkWidget             *widget,
                          const TrasPictureKind *kind,
                          gpointer               picture,
                          const char            *title)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (kind != NULL && picture != NULL && title != NULL);

  tras_print (widget, title, GTK_PAGE_ORIENTATION_LANDSCAPE, 1, print_page,
              paper_new (kind, picture, title), paper_free);
}

/**
 * tras_picture_paper_save:
 * @widget: any widget of the window
 * @kind: what to do with the picture; static
 * @picture: (transfer full): a picture that does not change any more
 * @title: what it is called
 *
 * Asks for a file and writes the picture into it, as the file's name says.
 */
void
tras_picture_paper_save (GtkWidget             *widget,
                         const TrasPictureKind *kind,
                         gpointer               picture,
                         const char            *title)
{
  g_autofree char *file = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (kind != NULL && picture != NULL && title != NULL);

  file = g_strdup_printf ("%s.png", title);
  tras_save_file (widget, _("Save Picture"), TRAS_FILE_PICTURE, file, make_file,
                  paper_new (kind, picture, title), paper_free);
}

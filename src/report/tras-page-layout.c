/* tras-page-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-page-layout.h"

/* Of A4, as shares of the page, so that other paper has the same look. */
#define MARGIN_SIDE 0.068
#define MARGIN_TOP 0.072
#define MARGIN_BOTTOM 0.07

struct _TrasPageLayout
{
  double     width;
  double     height;

  GPtrArray *blocks;
  GArray    *breaks;

  /* Made when first asked for, gone with the next block. */
  GArray    *places;
  guint      n_pages;
};

/* Where the next block goes. */
typedef struct
{
  TrasRect content;
  guint    page;
  double   y;
} Cursor;

/**
 * tras_page_layout_new:
 * @width: of a page, in points
 * @height: likewise
 *
 * Returns: (transfer full): one empty page
 */
TrasPageLayout *
tras_page_layout_new (double width,
                      double height)
{
  TrasPageLayout *self;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  self = g_new0 (TrasPageLayout, 1);
  self->width = width;
  self->height = height;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_block_unref);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * tras_page_layout_free:
 * @self: (transfer full): pages
 */
void
tras_page_layout_free (TrasPageLayout *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->places, g_array_unref);
  g_array_unref (self->breaks);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * tras_page_layout_add:
 * @self: pages
 * @block: (transfer full): what comes next
 */
void
tras_page_layout_add (TrasPageLayout *self,
                      TrasBlock      *block)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (block != NULL);

  g_ptr_array_add (self->blocks, block);
  g_clear_pointer (&self->places, g_array_unref);
}

/**
 * tras_page_layout_break_page:
 * @self: pages
 *
 * The next block begins a page.
 */
void
tras_page_layout_break_page (TrasPageLayout *self)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->breaks, self->blocks->len);
  g_clear_pointer (&self->places, g_array_unref);
}

/**
 * tras_page_layout_get_size:
 * @self: pages
 * @width: (out) (optional): of a page, in points
 * @height: (out) (optional): likewise
 */
void
tras_page_layout_get_size (TrasPageLayout *self,
                           double         *width,
                           double         *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

/**
 * tras_page_layout_get_content:
 * @self: pages
 * @content: (out caller-allocates): what the margins leave for blocks
 */
void
tras_page_layout_get_content (TrasPageLayout *self,
                              TrasRect       *content)
{
  g_return_if_fail (self != NULL);

  content->x = self->width * MARGIN_SIDE;
  content->y = self->height * MARGIN_TOP;
  content->width = self->width * (1 - 2 * MARGIN_SIDE);
  content->height = self->height * (1 - MARGIN_TOP - MARGIN_BOTTOM);
}

static gboolean
is_at_top (const Cursor *cursor)
{
  return cursor->y <= cursor->content.y;
}

/* Gives the room that a page has left to those of its blocks that can use it, each in proportion to
 * what it can use. */
static void
stretch (TrasPageLayout *self,
         const Cursor   *cursor)
{
  double room = cursor->content.y + cursor->content.height - cursor->y;
  double wanted = 0, added = 0;
  guint first = self->places->len;

  while (first > 0 && g_array_index (self->places, TrasPlace, first - 1).page == cursor->page)
    wanted += g_array_index (self->places, TrasPlace, --first).block->stretch;

  for (guint i = first; wanted > 0 && room > 0 && i < self->places->len; i++)
    {
      TrasPlace *found = &g_array_index (self->places, TrasPlace, i);
      double more = found->block->stretch * MIN (1, room / wanted);

      found->rect.y += added;
      found->rect.height += more;
      added += more;
    }
}

static void
begin_page (TrasPageLayout *self,
            Cursor         *cursor)
{
  stretch (self, cursor);
  cursor->page++;
  cursor->y = cursor->content.y;
}

static void
place (TrasPageLayout *self,
       Cursor         *cursor,
       TrasBlock      *block)
{
  TrasPlace added = { block, cursor->page, cursor->content };

  if (is_at_top (cursor) && block->repeated != NULL)
    place (self, cursor, block->repeated);
  if (!is_at_top (cursor))
    cursor->y += block->space_before;
  added.rect.y = cursor->y;
  added.rect.height = tras_block_measure (block, cursor->content.width);
  g_array_append_val (self->places, added);
  cursor->y += added.rect.height;
}

/* Blocks that belong together, from @first to before what is returned. */
static guint
find_end (TrasPageLayout *self,
          guint           first)
{
  guint end = first;

  while (end + 1 < self->blocks->len && ((TrasBlock *) self->blocks->pdata[end])->keep_with_next)
    end++;

  return end + 1;
}

static double
measure (TrasPageLayout *self,
         const Cursor   *cursor,
         guint           first,
         guint           end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      TrasBlock *block = self->blocks->pdata[i];

      if (i > first || !is_at_top (cursor))
        height += block->space_before;
      height += tras_block_measure (block, cursor->content.width);
    }

  return height;
}

static gboolean
fits (TrasPageLayout *self,
      const Cursor   *cursor,
      guint           first,
      guint           end)
{
  /* Sums of heights are not exact. */
  return cursor->y + measure (self, cursor, first, end) <=
         cursor->content.y + cursor->content.height + 1e-6;
}

/* What belongs together goes on one page; what belongs together and is longer than a page is broken
 * as late as it can be. */
static void
flow (TrasPageLayout *self)
{
  guint next_break = 0;
  Cursor cursor;

  if (self->places != NULL)
    return;

  self->places = g_array_new (FALSE, FALSE, sizeof (TrasPlace));
  tras_page_layout_get_content (self, &cursor.content);
  cursor.page = 0;
  cursor.y = cursor.content.y;

  for (guint first = 0, end; first < self->blocks->len; first = end)
    {
      end = find_end (self, first);
      if (next_break < self->breaks->len &&
          g_array_index (self->breaks, guint, next_break) <= first)
        {
          next_break++;
          if (!is_at_top (&cursor))
            begin_page (self, &cursor);
        }
      else if (!is_at_top (&cursor) && !fits (self, &cursor, first, end))
        {
          begin_page (self, &cursor);
        }

      for (guint i = first; i < end; i++)
        {
          if (!is_at_top (&cursor) && !fits (self, &cursor, i, i + 1))
            begin_page (self, &cursor);
          place (self, &cursor, self->blocks->pdata[i]);
        }
    }
  self->n_pages = cursor.page + 1;
}

/**
 * tras_page_layout_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are, at least 1
 */
guint
tras_page_layout_get_n_pages (TrasPageLayout *self)
{
  g_return_val_if_fail (self != NULL, 1);

  flow (self);

  return self->n_pages;
}

/**
 * tras_page_layout_get_places:
 * @self: pages
 * @n_places: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_places): where every block stands, page after page from
 *   top to bottom; valid until the next block is added
 */
const TrasPlace *
tras_page_layout_get_places (TrasPageLayout *self,
                             guint          *n_places)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_places != NULL, NULL);

  flow (self);
  *n_places = self->places->len;

  return (const TrasPlace *) (gpointer) self->places->data;
}

/* The names of anchors are ours and hold no quotation marks. Whole points are near enough, and are
 * written alike in every locale. */
static void
add_tags (const TrasPlace *self,
            cairo_t         *cr)
{
  const int x = (int) self->rect.x, y = (int) self->rect.y;
  g_autofree char *anchor = NULL;
  g_autofree char *link = NULL;

  if (self->block->anchor != NULL)
    {
      anchor = g_strdup_printf ("name='%s' x=%d y=%d", self->block->anchor, x, y);
      cairo_tag_begin (cr, CAIRO_TAG_DEST, anchor);
      cairo_tag_end (cr, CAIRO_TAG_DEST);
    }
  if (self->block->link != NULL)
    {
      link = g_strdup_printf ("dest='%s' rect=[%d %d %d %d]", self->block->link, x, y,
                              (int) self->rect.width, (int) self->rect.height);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
}

/**
 * tras_page_layout_draw_page:
 * @self: pages
 * @cr: where to draw, from (0, 0); the paper is the caller's to paint
 * @page: which page, from 0
 */
void
tras_page_layout_draw_page (TrasPageLayout *self,
                            cairo_t        *cr,
                            guint           page)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  flow (self);
  for (guint i = 0; i < self->places->len; i++)
    {
      const TrasPlace *found = &g_array_index (self->places, TrasPlace, i);

      if (found->page == page)
        {
          add_tags (found, cr);
          tras_block_draw (found->block, cr, &found->rect);
        }
    }
}

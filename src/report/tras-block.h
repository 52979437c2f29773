/* tras-block.h: what a page is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-label-layout.h"
#include "tras-report-style.h"

G_BEGIN_DECLS

typedef struct _TrasBlock TrasBlock;

/**
 * TrasBlockKind:
 * @size: of the block's struct, which begins with a #TrasBlock
 * @measure: how high it is at a width, in points
 * @draw: draws it into a rectangle of that width, and of that height or what it was stretched to,
 *   and nothing outside
 * @clear: (nullable): lets go of what the kind added to the struct
 *
 * A kind of block.
 */
typedef struct
{
  gsize    size;
  double (*measure) (TrasBlock      *self,
                     double          width);
  void   (*draw)    (TrasBlock      *self,
                     cairo_t        *cr,
                     const TrasRect *rect);
  void   (*clear)   (TrasBlock      *self);
} TrasBlockKind;

/**
 * TrasBlock:
 * @kind: its kind
 * @style: how its texts look
 * @space_before: the gap above it, which it does not have at the top of a page
 * @stretch: how much higher it may become where a page has room left
 * @keep_with_next: whether it may not be the last one on a page
 * @repeated: (nullable): what stands above it again where it is the first one on a page, as the
 *   head of a table does
 * @outline: (nullable): its name in the table of contents
 * @outline_level: how deep in the contents, from 0
 * @anchor: (nullable): the name by which links find it
 * @link: (nullable): the anchor that it leads to
 *
 * A piece of a report that is never broken over two pages. The members are written directly until
 * it is added to a #TrasPageLayout.
 */
struct _TrasBlock
{
  const TrasBlockKind *kind;
  TrasReportStyle *style;

  double space_before;
  double stretch;
  gboolean keep_with_next;
  TrasBlock *repeated;
  char *outline;
  guint outline_level;
  char *anchor;
  char *link;
};

gpointer   tras_block_new      (const TrasBlockKind *kind,
                                TrasReportStyle     *style);
TrasBlock *tras_block_ref      (TrasBlock           *self);
void       tras_block_unref    (TrasBlock           *self);
double     tras_block_measure  (TrasBlock           *self,
                                double               width);
void       tras_block_draw     (TrasBlock           *self,
                                cairo_t             *cr,
                                const TrasRect      *rect);

TrasBlock *tras_text_block_new (TrasReportStyle     *style,
                                TrasTextRole         role,
                                const char          *text,
                                double               space_before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasBlock, tras_block_unref)

G_END_DECLS

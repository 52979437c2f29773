/* tras-page-layout.h: blocks in a row, broken into pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-block.h"

G_BEGIN_DECLS

/* ISO 216 A4, in points. */
#define TRAS_A4_WIDTH 595.276
#define TRAS_A4_HEIGHT 841.890

/**
 * TrasPlace:
 * @block: a block, or a copy of what it repeats on a further page
 * @page: on which page, from 0
 * @rect: where on it, in points from its upper left corner
 *
 * Where a block stands.
 */
typedef struct
{
  TrasBlock *block;
  guint page;
  TrasRect rect;
} TrasPlace;

typedef struct _TrasPageLayout TrasPageLayout;

TrasPageLayout  *tras_page_layout_new         (double           width,
                                               double           height);
void             tras_page_layout_free        (TrasPageLayout  *self);
void             tras_page_layout_add         (TrasPageLayout  *self,
                                               TrasBlock       *block);
void             tras_page_layout_break_page  (TrasPageLayout  *self);
void             tras_page_layout_get_size    (TrasPageLayout  *self,
                                               double          *width,
                                               double          *height);
void             tras_page_layout_get_content (TrasPageLayout  *self,
                                               TrasRect        *content);
guint            tras_page_layout_get_n_pages (TrasPageLayout  *self);
const TrasPlace *tras_page_layout_get_places  (TrasPageLayout  *self,
                                               guint           *n_places);
void             tras_page_layout_draw_page   (TrasPageLayout  *self,
                                               cairo_t         *cr,
                                               guint            page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasPageLayout, tras_page_layout_free)

G_END_DECLS

/* fixtures.h: what is drawn, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "tras-page-layout.h"

G_BEGIN_DECLS

#define LONG_TEXT \
  "The carrier that we have had since the spring leaves the parcels of the afternoon at the gate " \
  "of the warehouse, where nobody looks before the next morning, and donaudampfschifffahrts" \
  "elektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft says that it is not their fault."

/* Where a block leaves ink when it is drawn into its place. */
static inline TrasRect
get_ink (TrasBlock      *block,
         const TrasRect *rect)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  TrasRect ink;

  tras_block_draw (block, cr, rect);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);

  return ink;
}

/* Letters may reach over their box by a hair, and ink is told in whole points. */
static inline void
assert_inside (const TrasRect *inner,
               const TrasRect *outer)
{
  const double hair = 2;

  if (inner->width <= 0 || inner->height <= 0)
    return;

  g_assert_cmpfloat (inner->x, >=, outer->x - hair);
  g_assert_cmpfloat (inner->y, >=, outer->y - hair);
  g_assert_cmpfloat (inner->x + inner->width, <=, outer->x + outer->width + hair);
  g_assert_cmpfloat (inner->y + inner->height, <=, outer->y + outer->height + hair);
}

/* Every block lies within the margins and below the one before it, and draws nothing outside. */
static inline void
assert_pages (const TrasPlace *places,
              guint            n,
              const TrasRect  *content)
{
  for (guint i = 0; i < n; i++)
    {
      TrasRect ink = get_ink (places[i].block, &places[i].rect);

      assert_inside (&places[i].rect, content);
      assert_inside (&ink, &places[i].rect);
      if (i == 0)
        continue;
      g_assert_cmpuint (places[i].page, >=, places[i - 1].page);
      g_assert_cmpuint (places[i].page, <=, places[i - 1].page + 1);
      if (places[i].page == places[i - 1].page)
        g_assert_cmpfloat (places[i].rect.y, >=,
                           places[i - 1].rect.y + places[i - 1].rect.height - 1e-6);
    }
}

G_END_DECLS

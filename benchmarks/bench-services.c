/* bench-services.c: what the picture of services between areas takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A firm of 8 areas with 12 services, and one of 30 with 200, which is more than anybody rates.
 * Lays each out in a window of 1100 × 600 and draws all of it, as the window does when its size
 * changes, and what belongs to an area, as it does when the cursor moves there; scrolling draws
 * nothing anew. Prints medians in CPU time.
 */

#include "config.h"

#include "bench.h"
#include "tras-service-net.h"

#define N_ROUNDS 9
#define WIDTH 1100
#define HEIGHT 600

static const struct
{
  guint n_areas;
  guint n_services;
} firms[] = { { 8, 12 }, { 30, 200 } };

static TrasServiceNet *
make_net (guint n_areas,
          guint n_services)
{
  GArray *nodes = tras_service_net_new_nodes ();
  GArray *arrows = tras_service_net_new_arrows ();

  for (guint i = 0; i < n_areas; i++)
    {
      TrasNetNode node = { i + 1, g_strdup_printf ("Area of a name %u", i),
                           g_strdup ("gives 3, takes 2") };

      g_array_append_val (nodes, node);
    }
  for (guint i = 0; i < n_services; i++)
    {
      TrasNetArrow arrow = {
        .id = i + 1,
        .from = i * 7 % n_areas,
        .to = (i * 7 + 1 + i % (n_areas - 1)) % n_areas,
        .weight = 1 + i % 5,
        .glyph = TRAS_GLYPH_MEETS,
        .figure = g_strdup_printf ("%u.0", 1 + i % 5),
        .title = g_strdup ("Service"),
      };

      g_array_append_val (arrows, arrow);
    }

  return tras_service_net_new (nodes, arrows, WIDTH, HEIGHT, FALSE);
}

static double
draw (TrasServiceNet *net,
      TrasTextCache  *texts,
      gboolean        only_cursor)
{
  double width, height, begun;
  cairo_surface_t *surface;
  cairo_t *cr;

  tras_service_net_get_size (net, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  begun = bench_cpu_ms ();
  if (only_cursor)
    tras_service_net_draw_cursor (net, cr, tras_palette_get (TRAS_PALETTE_LIGHT), texts,
                                  (TrasNetSpot) { 0, -1 });
  else
    tras_service_net_draw (net, cr, tras_palette_get (TRAS_PALETTE_LIGHT), texts);
  begun = bench_cpu_ms () - begun;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return begun;
}

int
main (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (firms); i++)
    {
      g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, FALSE, TRUE);
      double layouts[N_ROUNDS], frames[N_ROUNDS], cursors[N_ROUNDS];

      for (guint k = 0; k < N_ROUNDS; k++)
        {
          double begun = bench_cpu_ms ();
          g_autoptr (TrasServiceNet) net = make_net (firms[i].n_areas, firms[i].n_services);

          layouts[k] = bench_cpu_ms () - begun;
          frames[k] = draw (net, texts, FALSE);
          cursors[k] = draw (net, texts, TRUE);
        }
      g_print ("%u areas, %u services: laid out in %.1f ms, drawn in %.1f ms, the cursor in "
               "%.1f ms\n", firms[i].n_areas, firms[i].n_services,
               bench_quantile (layouts, N_ROUNDS, 0.5), bench_quantile (frames, N_ROUNDS, 0.5),
               bench_quantile (cursors, N_ROUNDS, 0.5));
    }

  return 0;
}

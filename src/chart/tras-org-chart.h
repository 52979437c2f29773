/* tras-org-chart.h: the parts of a firm as a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-label-layout.h"
#include "tras-palette.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/**
 * TrasOrgNode:
 * @id: the caller's
 * @parent: the index of the node above, one that comes before; -1 for none
 * @title: (transfer full): what it is called
 * @head: (transfer full): who leads it, in words
 * @has_head: whether somebody does
 * @words: (transfer full): how many people there are, in words
 * @n_people: how many that are
 * @n_open: how many seats are open
 *
 * A part of the firm.
 */
typedef struct
{
  gint64 id;
  int parent;
  char *title;
  char *head;
  gboolean has_head;
  char *words;
  guint n_people;
  guint n_open;
} TrasOrgNode;

typedef struct _TrasOrgChart TrasOrgChart;

GArray            *tras_org_chart_new_nodes (void);
TrasOrgChart      *tras_org_chart_new       (GArray            *nodes,
                                             double             width,
                                             gboolean           mirrored);
TrasOrgChart      *tras_org_chart_ref       (TrasOrgChart      *self);
void               tras_org_chart_unref     (TrasOrgChart      *self);
guint              tras_org_chart_get_n     (TrasOrgChart      *self);
const TrasOrgNode *tras_org_chart_get       (TrasOrgChart      *self,
                                             guint              node);
const TrasRect    *tras_org_chart_get_rect  (TrasOrgChart      *self,
                                             guint              node);
void               tras_org_chart_get_size  (TrasOrgChart      *self,
                                             double            *width,
                                             double            *height);
int                tras_org_chart_find      (TrasOrgChart      *self,
                                             double             x,
                                             double             y);
int                tras_org_chart_walk      (TrasOrgChart      *self,
                                             int                node,
                                             int                dx,
                                             int                dy);
void               tras_org_chart_draw      (TrasOrgChart      *self,
                                             cairo_t           *cr,
                                             const TrasPalette *palette,
                                             TrasTextCache     *texts,
                                             int                selected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasOrgChart, tras_org_chart_unref)

G_END_DECLS

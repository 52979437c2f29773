/* tras-strategy-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-strategy-map-private.h"

static void
node_clear (gpointer data)
{
  TrasMapNode *self = data;

  g_free (self->title);
  g_free (self->words);
}

/**
 * tras_strategy_map_new_nodes:
 *
 * Returns: (transfer full) (element-type TrasMapNode): an array to put nodes into, which frees what
 *   they say
 */
GArray *
tras_strategy_map_new_nodes (void)
{
  GArray *nodes = g_array_new (FALSE, TRUE, sizeof (TrasMapNode));

  g_array_set_clear_func (nodes, node_clear);

  return nodes;
}

static void
row_clear (gpointer data)
{
  g_array_unref (((TrasMapRow *) data)->nodes);
}

static gboolean
is_in_order (GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const TrasMapNode *node = &g_array_index (nodes, TrasMapNode, i);

      if (node->goal >= (int) i)
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_strategy_map_new:
 * @nodes: (element-type TrasMapNode): what is on the map, not to be changed any more; a goal stands
 *   behind the one that it climbs to, a plan behind its goal
 * @ties: (element-type TrasMapTie): which goals look at which indicators
 * @mirrored: whether reading goes from right to left
 *
 * Lays a strategy out: goals in rows below those that they climb to, what is measured and done
 * below all of them, and in lanes by whom it is for. Takes time in proportion to the nodes.
 *
 * Returns: (transfer full): a map; any thread may use it
 */
TrasStrategyMap *
tras_strategy_map_new (GArray   *nodes,
                       GArray   *ties,
                       gboolean  mirrored)
{
  TrasStrategyMap *self;

  g_return_val_if_fail (nodes != NULL, NULL);
  g_return_val_if_fail (ties != NULL, NULL);
  g_return_val_if_fail (is_in_order (nodes), NULL);

  self = g_atomic_rc_box_new0 (TrasStrategyMap);
  self->nodes = g_array_ref (nodes);
  self->n = nodes->len;
  self->rects = g_new0 (TrasRect, self->n + 1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TrasMapRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->stacks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->stack_of = g_new (int, self->n + 1);
  self->row_of = g_new (int, self->n + 1);
  self->place_of = g_new0 (int, self->n + 1);
  self->segments = g_array_new (FALSE, FALSE, sizeof (TrasMapSegment));
  for (guint i = 0; i < self->n; i++)
    self->stack_of[i] = self->row_of[i] = -1;
  tras_strategy_map_lay_out (self, ties, mirrored);

  return self;
}

/**
 * tras_strategy_map_ref:
 * @self: a map
 *
 * Returns: (transfer full): @self
 */
TrasStrategyMap *
tras_strategy_map_ref (TrasStrategyMap *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TrasStrategyMap *self = data;

  g_array_unref (self->nodes);
  g_free (self->rects);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->stacks);
  g_free (self->stack_of);
  g_free (self->row_of);
  g_free (self->place_of);
  g_array_unref (self->segments);
}

/**
 * tras_strategy_map_unref:
 * @self: (transfer full): a map
 */
void
tras_strategy_map_unref (TrasStrategyMap *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tras_strategy_map_get_n:
 * @self: a map
 *
 * Returns: how many nodes it has
 */
guint
tras_strategy_map_get_n (TrasStrategyMap *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/**
 * tras_strategy_map_get:
 * @self: a map
 * @node: an index
 *
 * Returns: (transfer none): that node
 */
const TrasMapNode *
tras_strategy_map_get (TrasStrategyMap *self,
                       guint            node)
{
  g_return_val_if_fail (self != NULL && node < self->n, NULL);

  return &g_array_index (self->nodes, TrasMapNode, node);
}

/**
 * tras_strategy_map_get_rect:
 * @self: a map
 * @node: an index
 *
 * Returns: (transfer none): where that node lies, in units of the map
 */
const TrasRect *
tras_strategy_map_get_rect (TrasStrategyMap *self,
                            guint            node)
{
  g_return_val_if_fail (self != NULL && node < self->n, NULL);

  return &self->rects[node];
}

/**
 * tras_strategy_map_get_lane:
 * @self: a map
 * @lane: a lane
 * @rect: (out): where it lies, in units of the map
 *
 * Returns: whether there is anything in it
 */
gboolean
tras_strategy_map_get_lane (TrasStrategyMap *self,
                            TrasMapLane      lane,
                            TrasRect        *rect)
{
  g_return_val_if_fail (self != NULL && lane < TRAS_N_MAP_LANES, FALSE);

  *rect = self->lanes[lane];

  return rect->width > 0;
}

/**
 * tras_strategy_map_get_size:
 * @self: a map
 * @width: (out): how wide it is, in units of its own; a line of text takes about 16
 * @height: (out): how high, without the headings
 */
void
tras_strategy_map_get_size (TrasStrategyMap *self,
                            double          *width,
                            double          *height)
{
  g_return_if_fail (self != NULL);

  *width = self->width;
  *height = self->height;
}

/**
 * tras_strategy_map_get_length:
 * @self: a map
 *
 * Returns: how many columns the lines go over that leave what they belong to, all together: what
 *   the layout keeps small
 */
double
tras_strategy_map_get_length (TrasStrategyMap *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * tras_map_lane_get_label:
 * @lane: a lane
 *
 * Returns: (transfer none): its heading, translated
 */
const char *
tras_map_lane_get_label (TrasMapLane lane)
{
  switch (lane)
    {
    case TRAS_MAP_EXTERNAL:
      /* Translators: heading over the goals that serve the firm's customers */
      return C_("map", "Customers");
    case TRAS_MAP_INTERNAL:
      /* Translators: heading over the goals that serve another area of the firm */
      return C_("map", "Another area");
    case TRAS_MAP_NOBODY:
      /* Translators: heading over the goals that serve nobody */
      return C_("map", "Nobody");
    case TRAS_MAP_LOOSE:
      /* Translators: heading over goals and indicators that hang loose */
      return C_("map", "Orphans");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* ---- walking ---- */

static GArray *
get_row (TrasStrategyMap *self,
         int              row)
{
  return g_array_index (self->rows, TrasMapRow, row).nodes;
}

static GArray *
get_stack (TrasStrategyMap *self,
           int              stack)
{
  return self->stacks->pdata[stack];
}

static int
get_at (GArray *nodes,
        int     place)
{
  return (int) g_array_index (nodes, guint, place);
}

/* The goal that the column stands under; where there is none, the nearest of the lowest row. */
static int
find_over (TrasStrategyMap *self,
           guint            node)
{
  const TrasRect *rect = &self->rects[node];
  double x = rect->x + rect->width / 2;
  int best = -1;

  for (int row = (int) self->rows->len - 1; row >= 0; row--)
    {
      GArray *nodes = get_row (self, row);

      for (guint i = 0; i < nodes->len; i++)
        {
          int goal = get_at (nodes, (int) i);
          const TrasRect *other = &self->rects[goal];

          if (x > other->x && x < other->x + other->width)
            return goal;
          if (best < 0 || ABS (other->x - rect->x) < ABS (self->rects[best].x - rect->x))
            best = goal;
        }
    }

  return best;
}

static int
find_child (TrasStrategyMap *self,
            int              goal)
{
  int row = self->row_of[goal] + 1;

  for (guint i = 0; row < (int) self->rows->len && i < get_row (self, row)->len; i++)
    {
      int child = get_at (get_row (self, row), (int) i);

      if (g_array_index (self->nodes, TrasMapNode, child).goal == goal)
        return child;
    }
  for (guint i = 0; i < self->stacks->len; i++)
    {
      int first = get_at (get_stack (self, (int) i), 0);

      if (find_over (self, (guint) first) == goal)
        return first;
    }

  return -1;
}

/* The next column or goal in reading order, which goes on with the row below. */
static int
walk_along (TrasStrategyMap *self,
            int              node,
            int              by)
{
  int row = self->row_of[node];
  int place = self->place_of[node];

  if (row < 0)
    {
      int stack = self->stack_of[node] + by;

      if (stack >= 0 && stack < (int) self->stacks->len)
        return get_at (get_stack (self, stack),
                       MIN (place, (int) get_stack (self, stack)->len - 1));
      if (stack > 0)
        return -1;
      row = (int) self->rows->len;
    }
  else if (place + by >= 0 && place + by < (int) get_row (self, row)->len)
    return get_at (get_row (self, row), place + by);

  for (row += by; row >= 0 && row < (int) self->rows->len; row += by)
    {
      GArray *nodes = get_row (self, row);

      if (nodes->len > 0)
        return get_at (nodes, by > 0 ? 0 : (int) nodes->len - 1);
    }

  return row > 0 && self->stacks->len > 0 ? get_at (get_stack (self, 0), 0) : -1;
}

static int
find_first (TrasStrategyMap *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (get_row (self, (int) i)->len > 0)
        return get_at (get_row (self, (int) i), 0);
    }

  return self->stacks->len > 0 ? get_at (get_stack (self, 0), 0) : -1;
}

/**
 * tras_strategy_map_walk:
 * @self: a map
 * @node: a node; -1 for none yet
 * @step: where to
 *
 * Every node can be walked to from every other.
 *
 * Returns: the node there, or -1 where there is none
 */
int
tras_strategy_map_walk (TrasStrategyMap *self,
                        int              node,
                        TrasMapStep      step)
{
  int stack;

  g_return_val_if_fail (self != NULL && node < (int) self->n, -1);

  if (node < 0)
    return find_first (self);

  stack = self->stack_of[node];
  switch (step)
    {
    case TRAS_MAP_UP:
      if (stack < 0)
        return g_array_index (self->nodes, TrasMapNode, node).goal;
      return self->place_of[node] > 0 ? get_at (get_stack (self, stack), self->place_of[node] - 1)
                                      : find_over (self, (guint) node);
    case TRAS_MAP_DOWN:
      if (stack < 0)
        return find_child (self, node);
      return self->place_of[node] + 1 < (int) get_stack (self, stack)->len
               ? get_at (get_stack (self, stack), self->place_of[node] + 1) : -1;
    case TRAS_MAP_FORWARD:
      return walk_along (self, node, 1);
    case TRAS_MAP_BACK:
      return walk_along (self, node, -1);
    default:
      g_return_val_if_reached (-1);
    }
}

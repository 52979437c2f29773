/* tras-strategy-map-layout.c: where the nodes and lines of a map lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every goal with something to stand under it, and every goal that none climbs to, has a column of
 * its own; a goal stands over the columns of those that climb to it, or in the midst of them over
 * its own. So nothing overlaps, and no line crosses a node. Lines that leave a lane run level
 * between the rows, each on a track of its own. Goals that climb to the same one are ordered by the
 * barycenter of what lies elsewhere (Sugiyama, Tagawa and Toda 1981).
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-strategy-map-private.h"

#define GOAL_WIDTH 152.0
#define GOAL_HEIGHT 148.0
#define INDICATOR_HEIGHT 84.0
#define PLAN_HEIGHT 44.0
#define STACK_GAP 12.0

/* In a column, from its left edge: the goal, the line down from it, that of its ties to indicators
 * under other goals, what stands under it, and the line of others' ties to that. */
#define GOAL_EDGE ((TRAS_MAP_PITCH - GOAL_WIDTH) / 2)
#define TRUNK 18.0
#define TIE_TRUNK 26.0
#define STACK_EDGE 34.0
#define STACK_END (TRAS_MAP_PITCH - GOAL_EDGE)
#define OTHERS_TRUNK (TRAS_MAP_PITCH - 2.0)

#define PADDING 14.0
#define LANE_GAP 12.0

/* Between two rows, with one track for lines, and with each further one up to so many. */
#define ROW_GAP 36.0
#define TRACK 8.0
#define MOST_TRACKS 20

/* How many indicators that are tied to nothing stand in a column at least. */
#define TALLEST 5

/* How often the order is tried to be bettered. */
#define MOST_SWEEPS 8

typedef struct
{
  guint a;
  guint b;
} Link;

typedef struct
{
  double from;
  double to;
  guint node;
  int child;
  guint track;
} Bus;

typedef struct
{
  TrasStrategyMap *map;
  TrasMapNode *nodes;
  guint n;
  GArray *ties;

  /* Of each goal: the one over it in its lane, its lane, its column and place in columns, whether
   * it has a column, what its order goes by; of an indicator: under which goal it stands. */
  int *over;
  TrasMapLane *lanes;
  double *columns;
  double *places;
  gboolean *has_column;
  double *keys;
  int *homes;

  /* Of each goal those below it in its lane, and behind them of each lane those below none. */
  GPtrArray *kids;
  GPtrArray *stacks;
  GArray *loose;
  GArray *links;

  double next;
  double starts[TRAS_N_MAP_LANES + 1];
  double bases[TRAS_N_MAP_LANES];
  guint n_rows;
  GPtrArray *buses;
} Layout;

static gboolean
is_goal (Layout *self,
         guint   node)
{
  return self->nodes[node].kind == TRAS_MAP_GOAL;
}

static GArray *
get_array (GPtrArray *arrays,
           guint      i)
{
  return arrays->pdata[i];
}

static GPtrArray *
arrays_new (guint n,
            guint size)
{
  GPtrArray *arrays = g_ptr_array_new_full (n, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (arrays, g_array_new (FALSE, FALSE, size));

  return arrays;
}

/* ---- what stands where ---- */

static void
find_lanes (Layout *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const TrasMapNode *node = &self->nodes[i];
      int *row = &self->map->row_of[i];

      self->over[i] = -1;
      if (!is_goal (self, i))
        continue;

      self->lanes[i] = node->is_loose ? TRAS_MAP_LOOSE : node->serves;
      *row = node->is_loose ? 1 : 0;
      if (node->goal >= 0)
        {
          *row = self->map->row_of[node->goal] + 1;
          if (self->lanes[node->goal] == TRAS_MAP_LOOSE)
            self->lanes[i] = TRAS_MAP_LOOSE;
          if (self->lanes[i] == self->lanes[node->goal])
            self->over[i] = node->goal;
        }
      g_array_append_val (get_array (self->kids, self->over[i] >= 0 ? (guint) self->over[i]
                                                                    : self->n + self->lanes[i]), i);
      self->n_rows = MAX (self->n_rows, (guint) *row + 1);
    }
}

static gboolean
is_nearer (Layout *self,
           guint   goal,
           int     home)
{
  if (home < 0)
    return TRUE;
  if ((self->lanes[goal] == TRAS_MAP_LOOSE) != (self->lanes[home] == TRAS_MAP_LOOSE))
    return self->lanes[home] == TRAS_MAP_LOOSE;

  return self->map->row_of[goal] > self->map->row_of[home];
}

/* An indicator stands under the lowest of its goals; the others are tied to it. */
static void
find_homes (Layout *self)
{
  for (guint i = 0; i < self->n; i++)
    self->homes[i] = -1;
  for (guint i = 0; i < self->ties->len; i++)
    {
      const TrasMapTie *tie = &g_array_index (self->ties, TrasMapTie, i);

      if (is_nearer (self, tie->goal, self->homes[tie->indicator]))
        self->homes[tie->indicator] = (int) tie->goal;
    }
  for (guint i = 0; i < self->n; i++)
    {
      int home = self->nodes[i].kind == TRAS_MAP_PLAN ? self->nodes[i].goal : self->homes[i];

      if (is_goal (self, i))
        continue;
      if (home >= 0)
        {
          g_array_append_val (get_array (self->stacks, (guint) home), i);
          self->has_column[home] = TRUE;
        }
      else
        g_array_append_val (self->loose, i);
    }
}

static gboolean
is_elsewhere (Layout           *self,
              const TrasMapTie *tie)
{
  return self->homes[tie->indicator] != (int) tie->goal;
}

static void
find_links (Layout *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (is_goal (self, i) && self->nodes[i].goal >= 0 && self->over[i] < 0)
        {
          Link link = { (guint) self->nodes[i].goal, i };

          g_array_append_val (self->links, link);
        }
    }
  for (guint i = 0; i < self->ties->len; i++)
    {
      const TrasMapTie *tie = &g_array_index (self->ties, TrasMapTie, i);

      if (is_elsewhere (self, tie))
        {
          Link link = { tie->goal, (guint) self->homes[tie->indicator] };

          g_array_append_val (self->links, link);
          self->has_column[tie->goal] = TRUE;
        }
    }
}

/* ---- columns ---- */

static void
place_goal (Layout *self,
            guint   goal)
{
  GArray *kids = get_array (self->kids, goal);
  gboolean own = self->has_column[goal] || kids->len == 0;
  guint half = own ? kids->len / 2 : kids->len;

  for (guint i = 0; i < half; i++)
    place_goal (self, g_array_index (kids, guint, i));
  if (own)
    self->columns[goal] = self->next++;
  for (guint i = half; i < kids->len; i++)
    place_goal (self, g_array_index (kids, guint, i));

  self->places[goal] = own ? self->columns[goal]
                           : (self->places[g_array_index (kids, guint, 0)] +
                              self->places[g_array_index (kids, guint, kids->len - 1)]) / 2;
}

/* Returns how far the links reach. */
static double
place_all (Layout *self)
{
  double length = 0;

  self->next = 0;
  for (guint lane = 0; lane < TRAS_N_MAP_LANES; lane++)
    {
      GArray *roots = get_array (self->kids, self->n + lane);

      self->starts[lane] = self->next;
      for (guint i = 0; i < roots->len; i++)
        place_goal (self, g_array_index (roots, guint, i));
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      length += fabs (self->places[link->a] - self->places[link->b]);
    }

  return length;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const double *keys = user_data;
  double x = keys[*(const guint *) a], y = keys[*(const guint *) b];

  return (x > y) - (x < y);
}

static void
sort_kids (Layout *self)
{
  for (guint i = 0; i < self->kids->len; i++)
    {
      if (get_array (self->kids, i)->len > 1)
        g_array_sort_with_data (get_array (self->kids, i), compare_keys, self->keys);
    }
}

/* Where what hangs together with a goal and those below it lies, on the average. */
static void
find_barycenters (Layout *self)
{
  g_autofree double *sums = g_new0 (double, self->n + 1);
  g_autofree guint *counts = g_new0 (guint, self->n + 1);

  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      sums[link->a] += self->places[link->b];
      sums[link->b] += self->places[link->a];
      counts[link->a]++;
      counts[link->b]++;
    }
  for (guint i = self->n; i-- > 0;)
    {
      if (!is_goal (self, i))
        continue;
      /* Half the way only, lest two that look for each other change places for ever. */
      self->keys[i] = counts[i] > 0 ? (self->places[i] + sums[i] / counts[i]) / 2
                                    : self->places[i];
      if (self->over[i] >= 0)
        {
          sums[self->over[i]] += sums[i];
          counts[self->over[i]] += counts[i];
        }
    }
}

static void
order_goals (Layout *self)
{
  g_autofree double *best = g_new (double, self->n + 1);
  double length = place_all (self);

  for (guint sweep = 0; sweep < MOST_SWEEPS && length > 0; sweep++)
    {
      double now;

      memcpy (best, self->places, self->n * sizeof *best);
      find_barycenters (self);
      sort_kids (self);
      now = place_all (self);
      if (now < length)
        {
          length = now;
          continue;
        }
      /* Not better: as it was. */
      memcpy (self->keys, best, self->n * sizeof *best);
      sort_kids (self);
      length = place_all (self);
      break;
    }
  self->map->length = length;
}

/* ---- coordinates ---- */

static double
get_x (Layout     *self,
       TrasMapLane lane,
       double      place)
{
  return self->bases[lane] + (place - self->starts[lane]) * TRAS_MAP_PITCH;
}

static double
get_goal_x (Layout *self,
            guint   goal)
{
  return get_x (self, self->lanes[goal], self->places[goal]);
}

static guint
get_loose_height (Layout *self)
{
  guint tallest = TALLEST;

  for (guint i = 0; i < self->stacks->len; i++)
    tallest = MAX (tallest, get_array (self->stacks, i)->len);

  return tallest;
}

static void
spread_lanes (Layout *self)
{
  guint tall = get_loose_height (self);
  double x = TRAS_MAP_GUTTER;

  self->next += (self->loose->len + tall - 1) / tall;
  self->starts[TRAS_N_MAP_LANES] = self->next;
  for (guint lane = 0; lane < TRAS_N_MAP_LANES; lane++)
    {
      double n_columns = self->starts[lane + 1] - self->starts[lane];

      self->bases[lane] = x + PADDING;
      if (n_columns == 0)
        continue;
      self->map->lanes[lane] = (TrasRect) { x, 0, n_columns * TRAS_MAP_PITCH + 2 * PADDING, 0 };
      x += self->map->lanes[lane].width + LANE_GAP;
    }
  self->map->width = MAX (x - LANE_GAP, TRAS_MAP_GUTTER) + PADDING;
}

/* ---- tracks ---- */

static int
compare_buses (gconstpointer a,
               gconstpointer b)
{
  const Bus *x = a, *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

static void
add_bus (Layout *self,
         guint   gap,
         guint   node,
         int     child,
         double  a,
         double  b)
{
  Bus bus = { MIN (a, b), MAX (a, b), node, child, 0 };

  g_array_append_val (get_array (self->buses, gap), bus);
}

/* One line for all that climb to a goal, and one for each tie to what stands elsewhere. */
static void
find_buses (Layout *self)
{
  g_autofree double *from = g_new (double, self->n + 1);
  g_autofree double *to = g_new (double, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    from[i] = to[i] = is_goal (self, i) ? get_goal_x (self, i) : 0;
  for (guint i = 0; i < self->n; i++)
    {
      int parent = is_goal (self, i) ? self->nodes[i].goal : -1;

      if (parent < 0)
        continue;
      from[parent] = MIN (from[parent], get_goal_x (self, i));
      to[parent] = MAX (to[parent], get_goal_x (self, i));
    }
  for (guint i = 0; i < self->n; i++)
    {
      if (is_goal (self, i) && to[i] - from[i] > 1)
        add_bus (self, (guint) self->map->row_of[i], i, -1, from[i] + TRAS_MAP_PITCH / 2,
                 to[i] + TRAS_MAP_PITCH / 2);
    }
  for (guint i = 0; i < self->ties->len; i++)
    {
      const TrasMapTie *tie = &g_array_index (self->ties, TrasMapTie, i);

      if (is_elsewhere (self, tie))
        add_bus (self, self->n_rows - 1, tie->goal, (int) tie->indicator,
                 get_goal_x (self, tie->goal) + TIE_TRUNK,
                 get_goal_x (self, (guint) self->homes[tie->indicator]) + OTHERS_TRUNK);
    }
}

/* Gives lines that would meet tracks of their own; returns how many there are. */
static guint
find_tracks (GArray *buses)
{
  double ends[MOST_TRACKS];
  guint n_tracks = 1;

  for (guint i = 0; i < MOST_TRACKS; i++)
    ends[i] = -INFINITY;
  g_array_sort (buses, compare_buses);
  for (guint i = 0; i < buses->len; i++)
    {
      Bus *bus = &g_array_index (buses, Bus, i);

      while (bus->track < MOST_TRACKS - 1 && ends[bus->track] >= bus->from)
        bus->track++;
      ends[bus->track] = MAX (ends[bus->track], bus->to);
      n_tracks = MAX (n_tracks, bus->track + 1);
    }

  return n_tracks;
}

static void
spread_rows (Layout *self)
{
  double y = PADDING;

  for (guint i = 0; i < self->n_rows; i++)
    {
      TrasMapRow row = { y, 0, g_array_new (FALSE, FALSE, sizeof (guint)) };

      g_array_append_val (self->map->rows, row);
    }
  for (guint i = 0; i < self->n; i++)
    {
      if (is_goal (self, i))
        g_array_append_val (g_array_index (self->map->rows, TrasMapRow,
                                           self->map->row_of[i]).nodes, i);
    }
  for (guint i = 0; i < self->n_rows; i++)
    {
      TrasMapRow *row = &g_array_index (self->map->rows, TrasMapRow, i);
      guint n_tracks = find_tracks (get_array (self->buses, i));

      row->y = y;
      if (row->nodes->len == 0)
        continue;
      row->height = GOAL_HEIGHT;
      y += GOAL_HEIGHT + ROW_GAP + (n_tracks - 1) * TRACK;
    }
  self->map->band.y = y;
}

/* ---- nodes ---- */

static void
put_stack (Layout *self,
           GArray *stack,
           guint   first,
           guint   n,
           double  x)
{
  GArray *column = g_array_new (FALSE, FALSE, sizeof (guint));
  double y = self->map->band.y;

  for (guint i = first; i < first + n; i++)
    {
      guint node = g_array_index (stack, guint, i);
      double height = self->nodes[node].kind == TRAS_MAP_PLAN ? PLAN_HEIGHT : INDICATOR_HEIGHT;

      self->map->rects[node] = (TrasRect) { x + STACK_EDGE, y, STACK_END - STACK_EDGE, height };
      self->map->stack_of[node] = (int) self->map->stacks->len;
      self->map->place_of[node] = (int) (i - first);
      g_array_append_val (column, node);
      y += height + STACK_GAP;
    }
  self->map->band.height = MAX (self->map->band.height, y - STACK_GAP - self->map->band.y);
  g_ptr_array_add (self->map->stacks, column);
}

static int
compare_left (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const TrasRect *rects = user_data;
  double x = rects[*(const guint *) a].x, y = rects[*(const guint *) b].x;

  return (x > y) - (x < y);
}

static void
put_nodes (Layout *self)
{
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (guint));
  guint tall = get_loose_height (self);
  double x;

  for (guint i = 0; i < self->n; i++)
    {
      if (!is_goal (self, i))
        continue;
      self->map->rects[i] = (TrasRect) {
        get_goal_x (self, i) + GOAL_EDGE,
        g_array_index (self->map->rows, TrasMapRow, self->map->row_of[i]).y,
        GOAL_WIDTH, GOAL_HEIGHT,
      };
      g_array_append_val (goals, i);
    }

  g_array_sort_with_data (goals, compare_left, self->map->rects);
  for (guint i = 0; i < goals->len; i++)
    {
      guint goal = g_array_index (goals, guint, i);
      GArray *stack = get_array (self->stacks, goal);

      if (stack->len > 0)
        put_stack (self, stack, 0, stack->len, get_goal_x (self, goal));
    }
  x = self->bases[TRAS_MAP_LOOSE] +
      (self->next - self->starts[TRAS_MAP_LOOSE] -
       (self->loose->len + tall - 1) / tall) * TRAS_MAP_PITCH - STACK_EDGE / 2 + GOAL_EDGE / 2;
  for (guint i = 0; i < self->loose->len; i += tall, x += TRAS_MAP_PITCH)
    put_stack (self, self->loose, i, MIN (tall, self->loose->len - i), x);

  for (guint i = 0; i < self->map->rows->len; i++)
    {
      GArray *row = g_array_index (self->map->rows, TrasMapRow, i).nodes;

      g_array_sort_with_data (row, compare_left, self->map->rects);
      for (guint k = 0; k < row->len; k++)
        self->map->place_of[g_array_index (row, guint, k)] = (int) k;
    }
}

/* ---- lines ---- */

static void
add_line (Layout  *self,
          guint    node,
          gboolean is_tie,
          double   x0,
          double   y0,
          double   x1,
          double   y1)
{
  TrasMapSegment segment = {
    MIN (x0, x1), MIN (y0, y1), MAX (x0, x1), MAX (y0, y1), node, is_tie,
  };

  g_array_append_val (self->map->segments, segment);
}

static double
get_middle (const TrasRect *rect)
{
  return rect->x + rect->width / 2;
}

static void
join_stacks (Layout *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      GArray *stack = get_array (self->stacks, i);
      const TrasRect *goal = &self->map->rects[i];
      double x, y = 0;

      if (!is_goal (self, i) || stack->len == 0)
        continue;
      x = get_goal_x (self, i) + TRUNK;
      for (guint k = 0; k < stack->len; k++)
        {
          guint node = g_array_index (stack, guint, k);
          const TrasRect *rect = &self->map->rects[node];

          y = rect->y + rect->height / 2;
          add_line (self, node, FALSE, x, y, rect->x, y);
        }
      add_line (self, i, FALSE, x, goal->y + goal->height, x, y);
    }
}

/* Those that climb to a goal meet on a line; one that stands right below needs none. */
static void
join_goals (Layout *self)
{
  g_autofree double *levels = g_new0 (double, self->n + 1);

  for (guint gap = 0; gap < self->n_rows; gap++)
    {
      const TrasMapRow *row = &g_array_index (self->map->rows, TrasMapRow, gap);
      GArray *buses = get_array (self->buses, gap);

      for (guint i = 0; i < buses->len; i++)
        {
          const Bus *bus = &g_array_index (buses, Bus, i);
          double y = row->y + row->height + ROW_GAP / 2 + bus->track * TRACK;
          const TrasRect *goal = &self->map->rects[bus->node], *rect;
          double x;

          if (bus->child < 0)
            {
              levels[bus->node] = y;
              add_line (self, bus->node, FALSE, get_middle (goal), goal->y + goal->height,
                        get_middle (goal), y);
              add_line (self, bus->node, FALSE, bus->from, y, bus->to, y);
              continue;
            }
          rect = &self->map->rects[bus->child];
          x = get_goal_x (self, bus->node) + TIE_TRUNK;
          add_line (self, bus->node, TRUE, x, goal->y + goal->height, x, y);
          add_line (self, bus->node, TRUE, bus->from, y, bus->to, y);
          x = get_goal_x (self, (guint) self->homes[bus->child]) + OTHERS_TRUNK;
          add_line (self, (guint) bus->child, TRUE, x, y, x, rect->y + rect->height / 2);
          add_line (self, (guint) bus->child, TRUE, rect->x + rect->width,
                    rect->y + rect->height / 2, x, rect->y + rect->height / 2);
        }
    }
  for (guint i = 0; i < self->n; i++)
    {
      int parent = is_goal (self, i) ? self->nodes[i].goal : -1;
      const TrasRect *rect = &self->map->rects[i];

      if (parent < 0)
        continue;
      add_line (self, i, FALSE, get_middle (rect),
                levels[parent] > 0 ? levels[parent]
                                   : self->map->rects[parent].y + self->map->rects[parent].height,
                get_middle (rect), rect->y);
    }
}

/* ---- from right to left ---- */

static void
mirror (TrasStrategyMap *map)
{
  for (guint i = 0; i < map->n; i++)
    map->rects[i].x = map->width - map->rects[i].x - map->rects[i].width;
  for (guint i = 0; i < TRAS_N_MAP_LANES; i++)
    map->lanes[i].x = map->width - map->lanes[i].x - map->lanes[i].width;
  for (guint i = 0; i < map->segments->len; i++)
    {
      TrasMapSegment *segment = &g_array_index (map->segments, TrasMapSegment, i);
      double x = segment->x0;

      segment->x0 = map->width - segment->x1;
      segment->x1 = map->width - x;
    }
}

/* Lays out a map whose nodes are there and whose other arrays are empty. */
void
tras_strategy_map_lay_out (TrasStrategyMap *map,
                           GArray          *ties,
                           gboolean         mirrored)
{
  guint n = map->n;
  g_autofree int *over = g_new0 (int, n + 1);
  g_autofree TrasMapLane *lanes = g_new0 (TrasMapLane, n + 1);
  g_autofree double *columns = g_new0 (double, n + 1);
  g_autofree double *places = g_new0 (double, n + 1);
  g_autofree gboolean *has_column = g_new0 (gboolean, n + 1);
  g_autofree double *keys = g_new0 (double, n + 1);
  g_autofree int *homes = g_new0 (int, n + 1);
  g_autoptr (GPtrArray) kids = arrays_new (n + TRAS_N_MAP_LANES, sizeof (guint));
  g_autoptr (GPtrArray) stacks = arrays_new (n, sizeof (guint));
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autoptr (GPtrArray) buses = NULL;
  Layout layout = {
    .map = map, .nodes = (TrasMapNode *) (gpointer) map->nodes->data, .n = n, .ties = ties,
    .over = over, .lanes = lanes, .columns = columns, .places = places,
    .has_column = has_column, .keys = keys, .homes = homes, .kids = kids, .stacks = stacks,
    .loose = loose, .links = links, .n_rows = 1,
  };

  find_lanes (&layout);
  find_homes (&layout);
  find_links (&layout);
  order_goals (&layout);
  spread_lanes (&layout);
  layout.buses = buses = arrays_new (layout.n_rows, sizeof (Bus));
  find_buses (&layout);
  spread_rows (&layout);
  put_nodes (&layout);
  join_stacks (&layout);
  join_goals (&layout);

  map->height = map->band.y + map->band.height + PADDING;
  for (guint i = 0; i < TRAS_N_MAP_LANES; i++)
    map->lanes[i].height = map->height;
  if (mirrored)
    mirror (map);
}

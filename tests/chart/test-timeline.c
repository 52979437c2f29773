/* test-timeline.c: rows, places and marks of a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "tras-timeline-draw.h"
#include "tras-timeline-marks.h"

#define WIDTH 1000
#define HEIGHT 600
#define EM 14.0
#define TODAY (FIRST_DAY + 60)
#define N_LANES 6
#define N_BARS 60

/* Lanes of different lengths, the third of them without a bar. */
typedef struct
{
  TrasTimelineBar bars[N_BARS];
  TrasTimelineLane lanes[N_LANES];
  TrasTimelineLink links[N_BARS];
  TrasTimelinePlan plan;
} Plan;

static void
make_plan (Plan *self)
{
  guint lane = 0;

  for (guint i = 0; i < N_BARS; i++)
    {
      TrasDay due = FIRST_DAY + g_test_rand_int_range (0, 120);
      TrasTimelineState state = (TrasTimelineState) g_test_rand_int_range (0,
                                                                           TRAS_TIMELINE_N_STATES);

      if (i % 11 == 10 && lane + 1 < N_LANES)
        lane += lane == 1 ? 2 : 1;
      self->bars[i] = (TrasTimelineBar) {
        .title = "New labels in aisles 3 and 4", .note = "Ana Ruiz", .lane = lane,
        .starts_on = i % 7 == 0 ? TRAS_DAY_NONE : due - g_test_rand_int_range (0, 50),
        .due_on = due, .first_due_on = i % 3 == 0 ? due - 9 : TRAS_DAY_NONE, .state = state,
        .progress = g_test_rand_int_range (0, 101), .critical = i % 5 == 0,
      };
      self->links[i] = (TrasTimelineLink) { i, (i + 3) % N_BARS };
    }
  for (guint i = 0; i < N_LANES; i++)
    self->lanes[i] = (TrasTimelineLane) { "Fewer late orders", g_test_rand_bit () };
  self->plan = (TrasTimelinePlan) { self->bars, N_BARS, self->lanes, N_LANES, self->links, N_BARS,
                                    TODAY };
}

static TrasTimelineSight
make_sight (gboolean mirrored)
{
  return (TrasTimelineSight) {
    .rect = { 0, 0, WIDTH, HEIGHT }, .text_size = EM, .first = FIRST_DAY - 60, .day_width = 5.0,
    .mirrored = mirrored,
  };
}

static gboolean
stands_out (const TrasTimelineBar *bar)
{
  return bar->state == TRAS_TIMELINE_LATE || bar->state == TRAS_TIMELINE_BLOCKED;
}

/* ---- rows ---- */

/* Rows follow each other without a gap; each lane has a head; of a folded one what stands out has a
 * row, of an unfolded one all has, in its order. */
static void
test_rows (void)
{
  for (guint round = 0; round < 50; round++)
    {
      Plan plan;
      g_autoptr (TrasTimeline) self = NULL;
      double y = 0;
      guint row = 0, bar = 0;

      make_plan (&plan);
      self = tras_timeline_new (&plan.plan);
      for (guint lane = 0; lane < N_LANES; lane++)
        {
          guint first, n_folded = 0, n = tras_timeline_get_n_bars (self, lane, &first);

          g_assert_cmpuint (first, ==, bar);
          g_assert_cmpuint (tras_timeline_find_lane (self, lane), ==, row);
          g_assert_cmpint (tras_timeline_get_row (self, row++)->bar, ==, -1);
          for (; bar < first + n; bar++)
            {
              g_assert_cmpuint (plan.bars[bar].lane, ==, lane);
              if (plan.lanes[lane].unfolded || stands_out (&plan.bars[bar]))
                {
                  g_assert_cmpint (tras_timeline_find_bar (self, bar), ==, (int) row);
                  g_assert_cmpint (tras_timeline_get_row (self, row++)->bar, ==, (int) bar);
                }
              else
                {
                  g_assert_cmpint (tras_timeline_find_bar (self, bar), ==, -1);
                  n_folded++;
                }
            }
          g_assert_cmpuint (tras_timeline_get_n_folded (self, lane), ==, n_folded);
        }
      g_assert_cmpuint (bar, ==, N_BARS);
      g_assert_cmpuint (tras_timeline_get_n_rows (self), ==, row);
      for (guint i = 0; i < row; i++)
        {
          const TrasTimelineRow *found = tras_timeline_get_row (self, i);

          g_assert_cmpfloat_with_epsilon (found->top, y, 1e-9);
          g_assert_cmpuint (tras_timeline_find_row (self, y), ==, i);
          y += found->height;
          g_assert_cmpuint (tras_timeline_find_row (self, y - 1e-6), ==, i);
        }
      g_assert_cmpfloat_with_epsilon (tras_timeline_get_height (self), y, 1e-9);
      g_assert_cmpuint (tras_timeline_find_row (self, y + 1), ==, row);
      g_assert_cmpuint (tras_timeline_find_row (self, -1), ==, 0);
    }
}

static void
test_empty (void)
{
  const TrasTimelinePlan plan = { .today = TODAY };
  g_autoptr (TrasTimeline) self = tras_timeline_new (&plan);
  TrasDay from, to;

  g_assert_cmpuint (tras_timeline_get_n_rows (self), ==, 0);
  g_assert_cmpfloat (tras_timeline_get_height (self), ==, 0);
  tras_timeline_get_span (self, &from, &to);
  g_assert_cmpint (from, <, TODAY);
  g_assert_cmpint (to, >, TODAY);
}

/* Every row is on one page, none is longer than the paper, and no head ends one that goes on. */
static void
test_pages (void)
{
  for (guint round = 0; round < 50; round++)
    {
      Plan plan;
      g_autoptr (TrasTimeline) self = NULL;
      double height = g_test_rand_double_range (6, 60);
      guint row = 0, n_rows;

      make_plan (&plan);
      self = tras_timeline_new (&plan.plan);
      n_rows = tras_timeline_get_n_rows (self);
      while (row < n_rows)
        {
          guint next = tras_timeline_get_page (self, row, height);
          const TrasTimelineRow *first = tras_timeline_get_row (self, row);
          const TrasTimelineRow *last;

          g_assert_cmpuint (next, >, row);
          g_assert_cmpuint (next, <=, n_rows);
          last = tras_timeline_get_row (self, next - 1);
          g_assert_cmpfloat (last->top + last->height - first->top, <=, height + 1e-9);
          if (next < n_rows && next > row + 1 && last->bar < 0)
            g_assert_cmpint (tras_timeline_get_row (self, next)->bar, <, 0);
          row = next;
        }
    }
}

/* ---- places ---- */

static TrasRect
get_bar (const TrasTimeline      *self,
         const TrasTimelineSight *sight,
         guint                    bar)
{
  return tras_timeline_get_bar_rect (self, sight, (guint) tras_timeline_find_bar (self, bar), 0, 0);
}

/* A bar lies in its row and spans its days; read from right to left it lies at the same place from
 * the other edge. */
static void
test_bars (void)
{
  TrasTimelineSight sight = make_sight (FALSE), mirrored = make_sight (TRUE);
  g_autoptr (TrasTimeline) self = NULL;
  Plan plan;

  make_plan (&plan);
  self = tras_timeline_new (&plan.plan);
  for (guint i = 0; i < N_BARS; i++)
    {
      TrasRect rect, other, row;
      int found = tras_timeline_find_bar (self, i);

      if (found < 0)
        continue;
      rect = get_bar (self, &sight, i);
      other = get_bar (self, &mirrored, i);
      row = tras_timeline_get_row_rect (self, &sight, (guint) found);
      g_assert_cmpfloat (rect.y, >=, row.y);
      g_assert_cmpfloat (rect.y + rect.height, <=, row.y + row.height);
      g_assert_cmpfloat_with_epsilon (other.x + other.width, WIDTH - rect.x, 1e-9);
      g_assert_cmpfloat_with_epsilon (other.width, rect.width, 1e-9);
      if (plan.bars[i].starts_on == TRAS_DAY_NONE)
        {
          g_assert_cmpfloat_with_epsilon (rect.x + rect.width / 2,
                                          tras_timeline_get_x (&sight, plan.bars[i].due_on + 0.5),
                                          1e-9);
          continue;
        }
      g_assert_cmpfloat_with_epsilon (rect.x,
                                      tras_timeline_get_x (&sight, plan.bars[i].starts_on), 1e-9);
      if (plan.bars[i].due_on > plan.bars[i].starts_on + 1)
        g_assert_cmpfloat_with_epsilon (rect.x + rect.width,
                                        tras_timeline_get_x (&sight, plan.bars[i].due_on + 1),
                                        1e-9);
      other = tras_timeline_get_bar_rect (self, &sight, (guint) found, 3, 3);
      g_assert_cmpfloat_with_epsilon (other.x - rect.x, 3 * sight.day_width, 1e-9);
      other = tras_timeline_get_bar_rect (self, &sight, (guint) found, 0, 30);
      g_assert_cmpfloat_with_epsilon (other.x, rect.x, 1e-9);
      g_assert_cmpfloat (other.width, >, rect.width);
    }
}

/* A day of the shortest bar is seen at the farthest look. */
static void
test_least_bar (void)
{
  const TrasTimelineBar bar = { .title = "", .starts_on = TODAY, .due_on = TODAY };
  const TrasTimelineLane lane = { "", TRUE };
  const TrasTimelinePlan plan = { &bar, 1, &lane, 1, NULL, 0, TODAY };
  g_autoptr (TrasTimeline) self = tras_timeline_new (&plan);
  TrasTimelineSight sight = make_sight (FALSE);

  sight.day_width = 0.1;
  g_assert_cmpfloat (get_bar (self, &sight, 0).width, >=, 3);
  sight.mirrored = TRUE;
  g_assert_cmpfloat (get_bar (self, &sight, 0).width, >=, 3);
}

static void
test_days (void)
{
  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      TrasTimelineSight sight = make_sight (mirrored);

      for (double x = 0; x <= WIDTH; x += 17)
        g_assert_cmpfloat_with_epsilon (tras_timeline_get_x (&sight,
                                                             tras_timeline_get_day (&sight, x)),
                                        x, 1e-6);
      g_assert_cmpfloat (tras_timeline_get_x (&sight, TODAY) < tras_timeline_get_x (&sight,
                                                                                    TODAY + 1),
                         ==, !mirrored);
    }
}

static void
test_hit (void)
{
  for (guint round = 0; round < 40; round++)
    {
      TrasTimelineSight sight = make_sight (round % 2);
      g_autoptr (TrasTimeline) self = NULL;
      Plan plan;
      guint row = G_MAXUINT;

      make_plan (&plan);
      self = tras_timeline_new (&plan.plan);
      sight.scroll = g_test_rand_double_range (0, 400);
      g_assert_cmpint (tras_timeline_hit (self, &sight, 500, 5, &row), ==, TRAS_TIMELINE_NOTHING);
      g_assert_cmpint (tras_timeline_hit (self, &sight, WIDTH + 1, 300, &row), ==,
                       TRAS_TIMELINE_NOTHING);
      for (guint i = 0; i < tras_timeline_get_n_rows (self); i++)
        {
          TrasRect rect = tras_timeline_get_row_rect (self, &sight, i);
          TrasTimelineHit hit;
          double end;

          if (rect.y < tras_timeline_get_top (&sight) || rect.y + rect.height > HEIGHT)
            continue;
          if (tras_timeline_get_row (self, i)->bar < 0)
            {
              g_assert_cmpint (tras_timeline_hit (self, &sight, 3, rect.y + 3, &row), ==,
                               TRAS_TIMELINE_LANE);
              g_assert_cmpuint (row, ==, i);
              continue;
            }
          g_assert_cmpint (tras_timeline_hit (self, &sight, 3, rect.y + 1, &row), ==,
                           TRAS_TIMELINE_ROW);
          g_assert_cmpuint (row, ==, i);
          rect = tras_timeline_get_bar_rect (self, &sight, i, 0, 0);
          hit = tras_timeline_hit (self, &sight, rect.x + rect.width / 2, rect.y + rect.height / 2,
                                   &row);
          g_assert_cmpint (hit, ==, TRAS_TIMELINE_BAR);
          g_assert_cmpuint (row, ==, i);
          end = sight.mirrored ? rect.x : rect.x + rect.width;
          g_assert_cmpint (tras_timeline_hit (self, &sight, end, rect.y + 1, &row), ==,
                           TRAS_TIMELINE_END);
        }
    }
}

static void
test_early (void)
{
  const TrasTimelineBar bars[] = {
    { .title = "", .starts_on = TODAY, .due_on = TODAY + 5 },
    { .title = "", .starts_on = TODAY + 5, .due_on = TODAY + 9 },
    { .title = "", .starts_on = TODAY + 4, .due_on = TODAY + 9 },
    { .title = "", .starts_on = TRAS_DAY_NONE, .due_on = TODAY + 4 },
    { .title = "", .starts_on = TODAY, .due_on = TODAY + 9, .state = TRAS_TIMELINE_DONE },
  };
  const TrasTimelineLane lane = { "", TRUE };
  const TrasTimelinePlan plan = { bars, G_N_ELEMENTS (bars), &lane, 1, NULL, 0, TODAY };
  const gboolean expected[] = { FALSE, FALSE, TRUE, TRUE, FALSE };

  for (guint i = 1; i < G_N_ELEMENTS (bars); i++)
    g_assert_cmpint (tras_timeline_is_early (&plan, &(TrasTimelineLink) { 0, i }), ==,
                     expected[i]);
  g_assert_false (tras_timeline_is_early (&plan, &(TrasTimelineLink) { 4, 0 }));
}

/* ---- drawing ---- */

static Paper
draw (const TrasTimeline       *self,
      const TrasTimelineSight  *sight,
      const TrasTimelineCursor *cursor)
{
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, sight->mirrored, TRUE);
  Paper paper = paper_new (WIDTH, HEIGHT);

  tras_timeline_draw (self, sight, cursor, paper.cr, tras_palette_get (TRAS_PALETTE_LIGHT),
                      tras_chart_format_get_default (), texts);

  return paper;
}

static guint32
get_pixel (const Paper *paper,
           double       x,
           double       y)
{
  const guint8 *data;

  cairo_surface_flush (paper->surface);
  data = cairo_image_surface_get_data (paper->surface) +
         (int) y * cairo_image_surface_get_stride (paper->surface);

  return ((const guint32 *) (gconstpointer) data)[(int) x] & 0xffffff;
}

/* What is done of a bar has its colour, the rest that of the paper; blocked is neither. */
static void
test_states (void)
{
  const TrasPalette *palette = tras_palette_get (TRAS_PALETTE_LIGHT);
  TrasTimelineBar bars[] = {
    { .title = "A", .state = TRAS_TIMELINE_OPEN }, { .title = "B", .state = TRAS_TIMELINE_LATE },
    { .title = "C", .state = TRAS_TIMELINE_DONE },
  };
  const TrasColorRole roles[] = { TRAS_COLOR_SERIES, TRAS_COLOR_WORSE, TRAS_COLOR_USUAL };
  const TrasTimelineLane lane = { "L", TRUE };
  const TrasTimelinePlan plan = { bars, G_N_ELEMENTS (bars), &lane, 1, NULL, 0, TODAY + 60 };
  const TrasTimelineCursor cursor = TRAS_TIMELINE_CURSOR_NONE;

  for (guint mirrored = 0; mirrored < 2; mirrored++)
    {
      TrasTimelineSight sight = make_sight (mirrored);
      g_autoptr (TrasTimeline) self = NULL;
      Paper paper;

      for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
        {
          bars[i].starts_on = TODAY - 20;
          bars[i].due_on = TODAY + 19;
          bars[i].first_due_on = TRAS_DAY_NONE;
          bars[i].progress = 50;
        }
      self = tras_timeline_new (&plan);
      paper = draw (self, &sight, &cursor);
      for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
        {
          TrasRect rect = get_bar (self, &sight, i);
          double y = rect.y + rect.height / 2;
          guint32 rest = bars[i].state == TRAS_TIMELINE_DONE
                           ? palette->colors[TRAS_COLOR_USUAL]
                           : palette->colors[TRAS_COLOR_BACKGROUND];

          g_assert_cmphex (get_pixel (&paper, tras_timeline_get_x (&sight, TODAY - 10), y), ==,
                           palette->colors[roles[i]]);
          g_assert_cmphex (get_pixel (&paper, tras_timeline_get_x (&sight, TODAY + 10), y), ==,
                           rest);
        }
      paper_clear (&paper);
    }
}

static gboolean
is_same (const Paper *one,
         const Paper *other)
{
  cairo_surface_flush (one->surface);
  cairo_surface_flush (other->surface);

  return memcmp (cairo_image_surface_get_data (one->surface),
                 cairo_image_surface_get_data (other->surface),
                 (gsize) HEIGHT * (gsize) cairo_image_surface_get_stride (one->surface)) == 0;
}

/* Rows that are not seen change nothing that is: the same picture with and without them. */
static void
test_only_what_is_seen (void)
{
  TrasTimelineSight sight = make_sight (FALSE);
  const TrasTimelineCursor none = TRAS_TIMELINE_CURSOR_NONE;
  TrasTimelineCursor moving = { .row = 3, .focused = TRUE, .moved = 1, .start_shift = 4,
                                .due_shift = 4 };
  g_autofree int *shifts = g_new0 (int, N_BARS);
  g_autoptr (TrasTimeline) all = NULL;
  g_autoptr (TrasTimeline) some = NULL;
  Plan plan;
  Paper whole, part, preview;
  guint n = 0;

  make_plan (&plan);
  plan.plan.n_links = 0;
  for (guint i = 0; i < N_LANES; i++)
    plan.lanes[i].unfolded = TRUE;
  all = tras_timeline_new (&plan.plan);
  while (tras_timeline_get_row_rect (all, &sight, (guint) tras_timeline_find_bar (all, n)).y <
         HEIGHT)
    n++;
  g_assert_cmpuint (n, <, N_BARS - 1);
  whole = draw (all, &sight, &none);

  /* The lane that goes on below is as long as it was, as its head says. */
  while (n < N_BARS && plan.bars[n].lane == plan.bars[n - 1].lane)
    n++;
  plan.plan.n_bars = n;
  some = tras_timeline_new (&plan.plan);
  part = draw (some, &sight, &none);
  g_assert_true (is_same (&whole, &part));

  shifts[2] = 7;
  moving.shifts = shifts;
  preview = draw (all, &sight, &moving);
  g_assert_false (is_same (&whole, &preview));
  paper_clear (&whole);
  paper_clear (&part);
  paper_clear (&preview);
}

/* Anything can be drawn at any size, in both directions, as near and as far as may be. */
static void
test_any (void)
{
  for (guint round = 0; round < 60; round++)
    {
      Plan plan;
      TrasTimelineSight sight = make_sight (g_test_rand_bit ());
      g_autoptr (TrasTimeline) self = NULL;
      g_autofree int *shifts = g_new0 (int, N_BARS);
      TrasTimelineCursor cursor = { .row = g_test_rand_int_range (-1, 6), .focused = TRUE,
                                    .moved = g_test_rand_int_range (-1, N_BARS),
                                    .start_shift = -5, .due_shift = -5, .shifts = shifts };
      Paper paper;

      make_plan (&plan);
      self = tras_timeline_new (&plan.plan);
      for (guint i = 0; i < N_BARS; i++)
        shifts[i] = g_test_rand_int_range (-3, 9);
      sight.rect.width = g_test_rand_int_range (0, WIDTH);
      sight.rect.height = g_test_rand_int_range (0, HEIGHT);
      sight.day_width = exp (g_test_rand_double_range (log (0.2), log (50)));
      sight.first += g_test_rand_int_range (-400, 400);
      sight.scroll = g_test_rand_double_range (0, 3000);
      paper = draw (self, &sight, &cursor);
      paper_clear (&paper);
    }
}

/* ---- the legend ---- */

static void
test_legend (void)
{
  TrasTimelineBar bar = { .title = "", .starts_on = TODAY, .due_on = TODAY,
                          .first_due_on = TRAS_DAY_NONE };
  const TrasTimelineLane lane = { "", TRUE };
  const TrasTimelinePlan plan = { &bar, 1, &lane, 1, NULL, 0, TODAY };
  const TrasTimelinePlan none = { .today = TODAY };
  g_autoptr (TrasTimeline) one = tras_timeline_new (&plan);
  g_autoptr (TrasTimeline) empty = tras_timeline_new (&none);
  g_autoptr (TrasTimeline) all = NULL;
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, FALSE, TRUE);
  const TrasRect wide = { 0, 0, WIDTH, 100 }, narrow = { 0, 0, 240, 100 };
  double line = tras_timeline_marks_draw_legend (one, &wide, EM, FALSE, texts, NULL, NULL);
  double high;
  Plan every;
  Paper paper = paper_new (240, HEIGHT);

  make_plan (&every);
  for (guint i = 0; i < N_LANES; i++)
    every.lanes[i].unfolded = i > 0;
  all = tras_timeline_new (&every.plan);
  g_assert_cmpfloat (line, >, EM);
  g_assert_cmpfloat (tras_timeline_marks_draw_legend (empty, &wide, EM, FALSE, texts, NULL, NULL),
                     ==, 0);
  high = tras_timeline_marks_draw_legend (all, &narrow, EM, FALSE, texts, NULL, NULL);
  g_assert_cmpfloat (high, >=, 5 * line);
  g_assert_cmpfloat (tras_timeline_marks_draw_legend (all, &narrow, EM, TRUE, texts, paper.cr,
                                                      tras_palette_get (TRAS_PALETTE_DARK)),
                     ==, high);
  g_assert_cmpuint (paper_count_ink (&paper), >, 100);
  for (int x = 0; x < 240; x++)
    g_assert_cmpuint (paper_get_alpha (&paper, x, (int) high + 2), ==, 0);
  paper_clear (&paper);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/rows", test_rows);
  g_test_add_func ("/timeline/empty", test_empty);
  g_test_add_func ("/timeline/pages", test_pages);
  g_test_add_func ("/timeline/bars", test_bars);
  g_test_add_func ("/timeline/least-bar", test_least_bar);
  g_test_add_func ("/timeline/days", test_days);
  g_test_add_func ("/timeline/hit", test_hit);
  g_test_add_func ("/timeline/early", test_early);
  g_test_add_func ("/timeline/states", test_states);
  g_test_add_func ("/timeline/only-what-is-seen", test_only_what_is_seen);
  g_test_add_func ("/timeline/any", test_any);
  g_test_add_func ("/timeline/legend", test_legend);

  return g_test_run ();
}

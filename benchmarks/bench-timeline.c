/* bench-timeline.c: a timeline of 10,000 actions, scrolled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a timeline of 2,000 and of 10,000 actions, each waiting for another, with all lanes
 * unfolded, frame by frame by some rows and by jumps, and counts the frames that take more CPU time
 * than a screen of 60 Hz leaves. Beside it, in the same run, a frame with every row drawn and what
 * lies outside of the paper cut away. Then what one step of a drag costs: by how much each of
 * all actions would have to follow.
 */

#include "config.h"

#include "bench.h"
#include "tras-schedule.h"
#include "tras-timeline-draw.h"

#define WIDTH 1200
#define HEIGHT 800
#define EM 14.67
#define N_FRAMES 600
#define N_NAIVE 5
#define FRAME_MS 16.7
#define N_LANES 200
#define TODAY 20500

typedef struct
{
  GPtrArray *titles;
  TrasTimelineBar *bars;
  TrasTimelineLane *lanes;
  TrasTimelineLink *links;
  TrasTimelinePlan plan;
} Plan;

static void
plan_init (Plan  *self,
           guint  n_bars)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->bars = g_new0 (TrasTimelineBar, n_bars);
  self->lanes = g_new0 (TrasTimelineLane, N_LANES);
  self->links = g_new0 (TrasTimelineLink, n_bars);
  for (guint i = 0; i < N_LANES; i++)
    {
      self->lanes[i] = (TrasTimelineLane) { g_strdup_printf ("Goal %u", i + 1), TRUE };
      g_ptr_array_add (self->titles, (char *) self->lanes[i].title);
    }
  for (guint i = 0; i < n_bars; i++)
    {
      TrasDay due = TODAY + g_rand_int_range (rand, -300, 300);
      TrasTimelineState state = due < TODAY ? (i % 3 != 0 ? TRAS_TIMELINE_DONE
                                                          : TRAS_TIMELINE_LATE)
                                            : TRAS_TIMELINE_OPEN;

      self->bars[i] = (TrasTimelineBar) {
        .title = g_strdup_printf ("Action %u of what is to be done", i + 1), .note = "Ana Ruiz",
        .lane = i * N_LANES / n_bars, .starts_on = due - g_rand_int_range (rand, 1, 60),
        .due_on = due, .first_due_on = i % 4 == 0 ? due - 10 : TRAS_DAY_NONE, .state = state,
        .progress = g_rand_int_range (rand, 0, 101), .critical = i % 9 == 0,
      };
      g_ptr_array_add (self->titles, (char *) self->bars[i].title);
      /* Most wait for something near, some for anything. */
      self->links[i] = (TrasTimelineLink) {
        i > 0 ? (guint) g_rand_int_range (rand, i % 10 == 0 ? 0 : MAX ((int) i - 20, 0), (int) i)
              : 0, i,
      };
    }
  self->plan = (TrasTimelinePlan) { self->bars, n_bars, self->lanes, N_LANES, self->links + 1,
                                    n_bars - 1, TODAY };
}

static void
plan_clear (Plan *self)
{
  g_ptr_array_unref (self->titles);
  g_free (self->bars);
  g_free (self->lanes);
  g_free (self->links);
}

static double
draw (const TrasTimeline      *timeline,
      const TrasTimelineSight *sight,
      TrasTextCache           *texts)
{
  static const TrasTimelineCursor cursor = TRAS_TIMELINE_CURSOR_NONE;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double begun = bench_cpu_ms (), time;

  tras_timeline_draw (timeline, sight, &cursor, cr, tras_palette_get (TRAS_PALETTE_LIGHT),
                      tras_chart_format_get_default (), texts);
  time = bench_cpu_ms () - begun;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return time;
}

/* Returns the median frame. */
static double
scroll (const TrasTimeline *timeline)
{
  g_autoptr (TrasTextCache) texts = tras_text_cache_new (NULL, FALSE, TRUE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  TrasTimelineSight sight = { .rect = { 0, 0, WIDTH, HEIGHT }, .text_size = EM, .first = TODAY - 60,
                              .day_width = 9 };
  double all = tras_timeline_get_height (timeline) * EM;
  double end = all - (HEIGHT - tras_timeline_get_top (&sight));
  double frames[N_FRAMES], naive[N_NAIVE], median, median_naive;
  guint late = 0;

  /* The first text of all has the fonts loaded. */
  draw (timeline, &sight, texts);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      sight.scroll = i % 10 == 9 || sight.scroll + 40 > end ? g_rand_double_range (rand, 0, end)
                                                            : sight.scroll + 40;
      frames[i] = draw (timeline, &sight, texts);
      late += frames[i] > FRAME_MS;
    }
  for (guint i = 0; i < N_NAIVE; i++)
    {
      double scrolled = g_rand_double_range (rand, 0, end);

      sight.scroll = 0;
      sight.rect = (TrasRect) { 0, -scrolled, WIDTH, all + HEIGHT };
      naive[i] = draw (timeline, &sight, texts);
    }
  median = bench_quantile (frames, N_FRAMES, 0.5);
  median_naive = bench_quantile (naive, N_NAIVE, 0.5);
  g_print ("  %u frames: median %.2f ms, 95 %% %.2f ms, longest %.2f ms; %u over %.1f ms "
           "(goal none)\n",
           N_FRAMES, median, bench_quantile (frames, N_FRAMES, 0.95),
           bench_quantile (frames, N_FRAMES, 1), late, FRAME_MS);
  g_print ("  every row drawn: %.1f ms, %.0f times as long\n", median_naive,
           median_naive / median);

  return median;
}

static void
follow (const Plan *plan)
{
  g_autofree TrasScheduleTask *tasks = g_new0 (TrasScheduleTask, plan->plan.n_bars);
  g_autofree TrasScheduleLink *links = g_new0 (TrasScheduleLink, plan->plan.n_links);
  g_autofree int *shifts = g_new (int, plan->plan.n_bars);
  g_autoptr (TrasSchedule) schedule = NULL;
  double begun;
  guint n = 0;

  for (guint i = 0; i < plan->plan.n_bars; i++)
    tasks[i] = (TrasScheduleTask) { i + 1, plan->bars[i].starts_on, plan->bars[i].due_on, FALSE };
  for (guint i = 0; i < plan->plan.n_links; i++)
    links[i] = (TrasScheduleLink) { plan->plan.links[i].to + 1, plan->plan.links[i].from + 1 };
  schedule = tras_schedule_new (tasks, plan->plan.n_bars, links, plan->plan.n_links);
  begun = bench_cpu_ms ();
  for (guint i = 0; i < N_FRAMES; i++)
    n += tras_schedule_move (schedule, i, 30, shifts);
  g_print ("  what follows a move: %.3f ms, %.0f others on average\n",
           (bench_cpu_ms () - begun) / N_FRAMES, (double) n / N_FRAMES);
}

static double
measure (guint n_bars)
{
  g_autoptr (TrasTimeline) timeline = NULL;
  double begun, median;
  Plan plan;

  plan_init (&plan, n_bars);
  begun = bench_cpu_ms ();
  timeline = tras_timeline_new (&plan.plan);
  g_print ("%u actions in %u lanes: rows in %.2f ms\n", n_bars, N_LANES, bench_cpu_ms () - begun);
  median = scroll (timeline);
  follow (&plan);
  g_clear_pointer (&timeline, tras_timeline_free);
  plan_clear (&plan);

  return median;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *libraries = g_strdup_printf ("Cairo %s, Pango %s", cairo_version_string (),
                                                pango_version_string ());
  double small, large;

  bench_print_machine (libraries);
  small = measure (2000);
  large = measure (10000);
  g_print ("a frame of 10,000 against one of 2,000: %.2f (goal 1.5)\n", large / small);

  return 0;
}

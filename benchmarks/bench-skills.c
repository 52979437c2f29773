/* bench-skills.c: what the skills of 500 people take, against those of 50
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two firms with 100 skills, one of 50 people and one of ten times as many, each person with a mark
 * in every skill. Loads the board of both: ten times as long is in proportion. Then draws the
 * matrix of the larger one, scrolled through its whole length, as a window of 1280 × 800 shows it,
 * against drawing all of it: the share is what is seen of it. Prints medians in CPU time.
 */

#include "config.h"

#include "bench-firm.h"
#include "tras-area.h"
#include "tras-skill-board.h"
#include "tras-skill-matrix.h"

#define N_SKILLS 100
#define N_FRAMES 200
#define WIDTH 1280
#define HEIGHT 800
#define TEXT_SIZE 14.0

/* 2026-11-20, a Friday. */
#define TODAY 20777

static void
add_skills (TrasDb *db)
{
  TrasRole *role = tras_role_new ();
  gint64 role_id;

  role->name = g_strdup ("Role");
  role->area_id = 1;
  role_id = bench_insert (db, role);
  for (guint i = 0; i < N_SKILLS; i++)
    {
      TrasSkill *skill = tras_skill_new ();
      TrasRoleSkill *need = tras_role_skill_new ();

      skill->name = g_strdup_printf ("Skill of some length %u", i);
      need->role_id = role_id;
      need->skill_id = bench_insert (db, skill);
      need->level = 1 + i % 4;
      bench_insert (db, need);
    }
}

static void
add_person (TrasDb *db,
            guint   place)
{
  TrasPerson *person = tras_person_new ();
  TrasPost *post = tras_post_new ();
  gint64 id;

  person->name = g_strdup_printf ("Person %u", place);
  person->hired_on = TODAY - 1000;
  id = bench_insert (db, person);
  post->person_id = id;
  post->role_id = 1;
  post->from_on = TODAY - 1000;
  post->week_minutes = 2400;
  bench_insert (db, post);
  for (guint i = 0; i < N_SKILLS; i++)
    {
      TrasSkillMark *mark = tras_skill_mark_new ();

      mark->person_id = id;
      mark->skill_id = 1 + i;
      mark->level = (place + i) % 5;
      mark->marked_on = TODAY - 900 + (TrasDay) ((place * 7 + i) % 800);
      mark->expires_on = i % 3 == 0 ? mark->marked_on + 700 : TRAS_DAY_NONE;
      mark->how = "manager";
      bench_insert (db, mark);
    }
}

static void
fill (TrasDb *db,
      guint   n_people)
{
  add_skills (db);
  for (guint i = 0; i < n_people; i++)
    add_person (db, i);
}

static double
time_load (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSkillBoard) board = NULL;
  double start = bench_cpu_ms ();

  board = tras_skill_board_load (db, TODAY, TRAS_SKILL_EVERYBODY, &error);
  bench_check (error);

  return bench_cpu_ms () - start;
}

/* ---- the picture ---- */

static double
time_draw (const TrasSkillMatrix *matrix,
           int                    width,
           int                    height,
           guint                  n_frames)
{
  g_autoptr (TrasTextCache) texts = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autofree double *times = g_new0 (double, n_frames);
  TrasGridLayout layout;

  texts = tras_text_cache_new (font, FALSE, TRUE);
  tras_skill_matrix_layout_init (&layout, TEXT_SIZE, width);
  for (guint i = 0; i < n_frames; i++)
    {
      double part = n_frames > 1 ? (double) i / (n_frames - 1) : 0;
      TrasGridScene scene = {
        .scroll_x = part * MAX (layout.cell_width * matrix->n_skills - width / 2.0, 0),
        .scroll_y = part * MAX (layout.line_height * matrix->n_lines - height / 2.0, 0),
        .line = (int) (part * (matrix->n_lines - 1)),
      };
      cairo_t *cr = cairo_create (surface);
      double start = bench_cpu_ms ();

      tras_skill_matrix_draw (matrix, &layout, &scene, cr, tras_palette_get (TRAS_PALETTE_LIGHT),
                              texts, height, FALSE);
      times[i] = bench_cpu_ms () - start;
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
  pango_font_description_free (font);

  return bench_quantile (times, n_frames, 0.5);
}

static void
bench_draw (TrasDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSkillBoard) board =
    tras_skill_board_load (db, TODAY, TRAS_SKILL_EVERYBODY, &error);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TrasSkillMatrixCell));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TrasSkillMatrixLine));
  const char *titles[N_SKILLS];
  TrasSkillMatrix matrix = { .titles = titles, .n_skills = N_SKILLS };
  double seen, all;

  bench_check (error);
  for (guint i = 0; i < N_SKILLS; i++)
    titles[i] = TRAS_SKILL (board->skills->pdata[i])->name;
  for (guint i = 0; i < board->rows->len; i++)
    {
      const TrasSkillRow *row = board->rows->pdata[i];

      for (guint k = 0; k < N_SKILLS; k++)
        {
          TrasSkillMatrixCell cell = { row->cells[k].level, row->cells[k].held,
                                       row->cells[k].needed, 0, 0 };

          g_array_append_val (cells, cell);
        }
    }
  for (guint i = 0; i < board->rows->len; i++)
    {
      const TrasSkillRow *row = board->rows->pdata[i];
      TrasSkillMatrixLine line = {
        row->person->name, row->post->role_name, FALSE,
        &g_array_index (cells, TrasSkillMatrixCell, (gsize) i * N_SKILLS)
      };

      g_array_append_val (lines, line);
    }
  matrix.lines = (const TrasSkillMatrixLine *) (gpointer) lines->data;
  matrix.n_lines = lines->len;

  seen = time_draw (&matrix, WIDTH, HEIGHT, N_FRAMES);
  all = time_draw (&matrix, 4400, 21200, 1);
  g_print ("%-34s %8.2f ms\n", "a frame of 1280 x 800", seen);
  g_print ("%-34s %8.2f ms, %.0f times as long\n", "all of it", all, all / seen);
}

int
main (void)
{
  BenchFirms firms;

  bench_print_machine ("Cairo " CAIRO_VERSION_STRING);
  bench_firms_init (&firms, "people", 50, 500, fill);
  bench_firms_compare (&firms, "Load", time_load);
  bench_draw (firms.dbs[1]);
  bench_firms_clear (&firms);

  return 0;
}

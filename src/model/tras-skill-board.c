/* tras-skill-board.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-firm.h"
#include "tras-skill-board.h"

G_DEFINE_BOXED_TYPE (TrasSkillBoard, tras_skill_board, tras_skill_board_ref, tras_skill_board_unref)

/* ---- people ---- */

static void
row_free (gpointer data)
{
  TrasSkillRow *self = data;

  g_object_unref (self->person);
  g_clear_object (&self->post);
  g_free (self->cells);
  g_free (self);
}

static void
fill_cell (TrasSkillBoard       *self,
           TrasSkillCell        *cell,
           guint                 skill,
           const TrasSkillStand *stand)
{
  cell->level = -1;
  cell->marked_on = TRAS_DAY_NONE;
  cell->expires_on = TRAS_DAY_NONE;
  if (stand == NULL)
    return;

  cell->mark_id = stand->mark_id;
  cell->level = (gint8) stand->level;
  cell->held = (gint8) tras_skill_cover_get_held (stand->level, stand->expires_on, self->day);
  cell->certificate =
    tras_skill_cover_get_certificate (stand->expires_on,
                                      TRAS_SKILL (self->skills->pdata[skill])->warn_days,
                                      self->day);
  cell->marked_on = stand->marked_on;
  cell->expires_on = stand->expires_on;
  cell->how = stand->how;
}

static void
add_row (TrasSkillBoard  *self,
         TrasSkillLevels *levels,
         guint            person)
{
  TrasSkillRow *row = g_new0 (TrasSkillRow, 1);
  TrasPost *post = tras_skill_levels_get_post (levels, person);
  const TrasSkillNeed *needs;
  guint n_needs = 0;

  row->person = g_object_ref (tras_skill_levels_get_people (levels)->pdata[person]);
  row->cells = g_new0 (TrasSkillCell, self->skills->len);
  g_set_object (&row->post, post);
  row->area_id = post != NULL ? tras_skill_levels_get_area (levels, post->role_id) : 0;
  for (guint i = 0; i < self->skills->len; i++)
    fill_cell (self, &row->cells[i], i, tras_skill_levels_get_stand (levels, person, i));

  needs = post != NULL ? tras_skill_levels_get_needs (levels, post->role_id, &n_needs) : NULL;
  for (guint i = 0; i < n_needs; i++)
    {
      TrasSkillCell *cell = &row->cells[needs[i].skill];

      cell->needed = (gint8) needs[i].level;
      cell->must = needs[i].must;
      row->n_gaps += tras_skill_cell_get_gap (cell) > 0;
      tras_skill_cover_add (&self->cover, cell->held, cell->needed);
    }
  g_ptr_array_add (self->rows, row);
}

/* ---- lists ---- */

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  const TrasSkillCell *x = tras_skill_spot_get_cell (a);
  const TrasSkillCell *y = tras_skill_spot_get_cell (b);

  if (x->must != y->must)
    return y->must - x->must;

  return (int) (tras_skill_cell_get_gap (y) - tras_skill_cell_get_gap (x));
}

static int
compare_certificates (gconstpointer a,
                      gconstpointer b)
{
  return tras_skill_spot_get_cell (a)->expires_on - tras_skill_spot_get_cell (b)->expires_on;
}

/* What was found to be nothing is no certificate. */
static void
add_spots (TrasSkillBoard *self,
           TrasSkillRow   *row)
{
  for (guint i = 0; i < self->skills->len; i++)
    {
      const TrasSkillCell *cell = &row->cells[i];
      TrasSkillSpot spot = { row, i };

      if (tras_skill_cell_get_gap (cell) > 0)
        g_array_append_val (self->gaps, spot);
      if (cell->certificate == TRAS_CERTIFICATE_NONE || cell->level == 0)
        continue;
      g_array_append_val (self->certificates, spot);
      self->n_expired += cell->certificate == TRAS_CERTIFICATE_EXPIRED;
      self->n_expiring += cell->certificate == TRAS_CERTIFICATE_EXPIRING;
    }
}

/* ---- areas ---- */

/* Thin ones first, then by area and skill. */
static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  const TrasSkillArea *x = a, *y = b;
  int thin = tras_skill_cover_is_thin (&y->cover) - tras_skill_cover_is_thin (&x->cover);
  int name;

  if (thin != 0)
    return thin;
  if (tras_skill_cover_is_thin (&x->cover) && x->cover.n_reach != y->cover.n_reach)
    return (int) x->cover.n_reach - (int) y->cover.n_reach;
  name = g_utf8_collate (x->area_name, y->area_name);

  return name != 0 ? name : (int) x->skill - (int) y->skill;
}

static TrasSkillArea *
get_areas (TrasSkillBoard     *self,
           GHashTable         *areas,
           const TrasSkillRow *row)
{
  TrasSkillArea *of_area = g_hash_table_lookup (areas, &row->area_id);

  if (of_area == NULL && row->area_id != 0)
    {
      of_area = g_new0 (TrasSkillArea, self->skills->len);
      g_hash_table_insert (areas, (gpointer) &row->area_id, of_area);
    }

  return of_area;
}

static void
count_needs (TrasSkillArea      *of_area,
             const TrasSkillRow *row,
             guint               n_skills)
{
  for (guint i = 0; i < n_skills; i++)
    {
      TrasSkillArea *area = &of_area[i];
      const TrasSkillCell *cell = &row->cells[i];

      if (cell->needed == 0)
        continue;
      area->area_id = row->area_id;
      area->area_name = row->post->area_name;
      area->skill = i;
      area->level = MAX (area->level, cell->needed);
      tras_skill_cover_add (&area->cover, cell->held, cell->needed);
      if (cell->held >= cell->needed)
        area->only = row;
    }
}

/* Somebody whose role does not need it can stand in. */
static void
count_others (TrasSkillArea      *of_area,
              const TrasSkillRow *row,
              guint               n_skills)
{
  for (guint i = 0; i < n_skills; i++)
    {
      TrasSkillArea *area = &of_area[i];
      const TrasSkillCell *cell = &row->cells[i];

      if (area->cover.n_needed == 0 || cell->needed > 0 || cell->held < area->level)
        continue;
      area->cover.n_reach++;
      area->only = row;
    }
}

static void
add_areas (TrasSkillBoard *self)
{
  g_autoptr (GHashTable) areas = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  void (*const counts[]) (TrasSkillArea *of_area, const TrasSkillRow *row, guint n_skills) = {
    count_needs,
    count_others,
  };
  GHashTableIter iter;
  gpointer of_area;

  for (guint step = 0; step < G_N_ELEMENTS (counts); step++)
    {
      for (guint i = 0; i < self->rows->len; i++)
        {
          TrasSkillArea *found = get_areas (self, areas, self->rows->pdata[i]);

          if (found != NULL)
            counts[step] (found, self->rows->pdata[i], self->skills->len);
        }
    }

  g_hash_table_iter_init (&iter, areas);
  while (g_hash_table_iter_next (&iter, NULL, &of_area))
    {
      for (guint i = 0; i < self->skills->len; i++)
        {
          TrasSkillArea *area = (TrasSkillArea *) of_area + i;

          if (area->cover.n_needed == 0)
            continue;
          if (area->cover.n_reach != 1)
            area->only = NULL;
          g_array_append_vals (self->areas, area, 1);
        }
    }
  g_array_sort (self->areas, compare_areas);
}

/* ---- the board ---- */

static void
clear (gpointer data)
{
  TrasSkillBoard *self = data;

  g_clear_pointer (&self->skills, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_array_unref);
  g_clear_pointer (&self->gaps, g_array_unref);
  g_clear_pointer (&self->certificates, g_array_unref);
  g_free (self->firm);
}

/**
 * tras_skill_board_load:
 * @db: a connection
 * @day: the day that it is seen from
 * @person_id: whose skills, or %TRAS_SKILL_EVERYBODY
 * @error: where to put the error
 *
 * Of each person and skill the newest mark counts that was made by @day and not taken back; once it
 * has expired nothing is held. What is needed follows from the post of @day.
 *
 * Returns: (transfer full) (nullable): skills as they stand on @day
 */
TrasSkillBoard *
tras_skill_board_load (TrasDb   *db,
                       TrasDay   day,
                       gint64    person_id,
                       GError  **error)
{
  g_autoptr (TrasSkillBoard) self = NULL;
  g_autoptr (TrasSkillLevels) levels = NULL;
  g_autoptr (TrasFirm) firm = NULL;
  guint n_people;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);
  g_return_val_if_fail (day != TRAS_DAY_NONE, NULL);

  firm = tras_firm_load_or_new (db, error);
  levels = firm != NULL ? tras_skill_levels_load (db, person_id, error) : NULL;
  if (levels == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (TrasSkillBoard);
  self->firm = g_strdup (firm->name);
  self->day = day;
  self->skills = g_ptr_array_ref (tras_skill_levels_get_skills (levels));
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->areas = g_array_new (FALSE, FALSE, sizeof (TrasSkillArea));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (TrasSkillSpot));
  self->certificates = g_array_new (FALSE, FALSE, sizeof (TrasSkillSpot));

  tras_skill_levels_advance (levels, day);
  n_people = tras_skill_levels_get_people (levels)->len;
  for (guint i = 0; i < n_people; i++)
    {
      if (tras_skill_levels_is_here (levels, i))
        add_row (self, levels, i);
    }
  for (guint i = 0; i < self->rows->len; i++)
    add_spots (self, self->rows->pdata[i]);
  g_array_sort (self->gaps, compare_gaps);
  g_array_sort (self->certificates, compare_certificates);
  add_areas (self);

  return g_steal_pointer (&self);
}

/**
 * tras_skill_board_ref:
 * @self: a board
 *
 * Returns: (transfer full): @self
 */
TrasSkillBoard *
tras_skill_board_ref (TrasSkillBoard *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * tras_skill_board_unref:
 * @self: (transfer full): a board
 */
void
tras_skill_board_unref (TrasSkillBoard *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tras_skill_spot_get_cell:
 * @self: a place
 *
 * Returns: (transfer none): what stands there
 */
const TrasSkillCell *
tras_skill_spot_get_cell (const TrasSkillSpot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->row->cells[self->skill];
}

/**
 * tras_skill_cell_get_gap:
 * @self: a cell
 *
 * Returns: how many levels are missing, 0 or more
 */
gint64
tras_skill_cell_get_gap (const TrasSkillCell *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return tras_skill_cover_get_gap (self->held, self->needed);
}

/**
 * tras_skill_board_new_mark:
 * @self: a board
 * @row: a person
 * @skill: a place in the board
 * @level: 0 to 4
 *
 * A manager's word does not renew a paper: what holds goes on holding as long as before. Where
 * nothing holds, it holds from the board's day on as long as the skill says.
 *
 * Returns: (transfer full) (nullable): the mark that gives the person the level; %NULL where they
 *   have it already
 */
TrasSkillMark *
tras_skill_board_new_mark (TrasSkillBoard     *self,
                           const TrasSkillRow *row,
                           guint               skill,
                           gint64              level)
{
  const TrasSkillCell *cell;
  TrasSkillMark *mark;
  gboolean holds;

  g_return_val_if_fail (self != NULL && row != NULL, NULL);
  g_return_val_if_fail (skill < self->skills->len, NULL);
  g_return_val_if_fail (level >= 0 && level <= TRAS_SKILL_LEVEL_MAX, NULL);

  cell = &row->cells[skill];
  holds = cell->level > 0 && cell->certificate != TRAS_CERTIFICATE_EXPIRED;
  if (cell->level == level && (holds || level == 0))
    return NULL;

  mark = tras_skill_mark_new ();
  mark->person_id = TRAS_RECORD (row->person)->id;
  mark->skill_id = TRAS_RECORD (self->skills->pdata[skill])->id;
  mark->level = level;
  mark->marked_on = self->day;
  mark->how = g_intern_static_string ("manager");
  if (level > 0)
    mark->expires_on = holds ? cell->expires_on
                             : tras_skill_get_expiry (self->skills->pdata[skill], self->day);

  return mark;
}

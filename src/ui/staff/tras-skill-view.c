/* tras-skill-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-look.h"
#include "tras-skill-tile.h"
#include "tras-skill-view.h"
#include "tras-skill-words.h"

#define MIN_WIDTH 260
#define MIN_LINES 2
#define NATURAL_LINES 10

/**
 * TrasSkillView:
 *
 * A line a person, a column a skill. Digits ask for a level.
 */
struct _TrasSkillView
{
  TrasGridView parent_instance;

  /* owned */
  TrasSkillBoard *board;
  GPtrArray *rows;
  GArray *skills;     /* places in the board */
  GArray *lines;
  GArray *cells;
  GPtrArray *titles;
};

G_DEFINE_FINAL_TYPE (TrasSkillView, tras_skill_view, TRAS_TYPE_GRID_VIEW)

enum
{
  LEVEL,
  TAKE_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- what is drawn ---- */

static TrasSkillMatrix
get_matrix (TrasSkillView *self)
{
  return (TrasSkillMatrix) {
    .lines = (const TrasSkillMatrixLine *) (gpointer) self->lines->data,
    .n_lines = self->lines->len,
    .titles = (const char *const *) self->titles->pdata,
    .n_skills = self->titles->len,
  };
}

static void
tras_skill_view_get_size (TrasGridView *view,
                          guint        *n_lines,
                          guint        *n_columns)
{
  TrasSkillView *self = TRAS_SKILL_VIEW (view);

  *n_lines = self->lines->len;
  *n_columns = self->titles->len;
}

static void
tras_skill_view_lay_out (TrasGridView   *view,
                         double          text_size,
                         double          width,
                         TrasGridLayout *layout)
{
  tras_skill_matrix_layout_init (layout, text_size, width);
}

static void
tras_skill_view_draw (TrasGridView         *view,
                      cairo_t              *cr,
                      const TrasGridLayout *layout,
                      const TrasGridScene  *scene,
                      TrasTextCache        *texts,
                      double                height,
                      gboolean              mirrored)
{
  TrasSkillMatrix matrix = get_matrix (TRAS_SKILL_VIEW (view));

  tras_skill_matrix_draw (&matrix, layout, scene, cr, tras_look_get_palette (), texts, height,
                          mirrored);
}

/* A title is found, too. */
static gboolean
tras_skill_view_find (TrasGridView         *view,
                      const TrasGridLayout *layout,
                      const TrasGridScene  *scene,
                      double                x,
                      double                y,
                      gboolean              mirrored,
                      int                  *line,
                      int                  *column)
{
  TrasSkillMatrix matrix = get_matrix (TRAS_SKILL_VIEW (view));

  return tras_skill_matrix_find (&matrix, layout, scene, x, y, mirrored, line, column);
}

/* ---- the cursor ---- */

static char *
tras_skill_view_dup_words (TrasGridView *view,
                           int           line,
                           int           skill,
                           int           to)
{
  TrasSkillView *self = TRAS_SKILL_VIEW (view);
  const TrasSkillRow *row;

  if (line < 0)
    return g_strdup (_("Skills"));

  row = self->rows->pdata[line];
  if (skill >= 0)
    return tras_skill_words_dup_cell (self->board, row, g_array_index (self->skills, guint, skill),
                                      tras_number_format_get_default ());
  if (row->post == NULL)
    return g_strdup (row->person->name);
  if (row->n_gaps == 0)
    /* Translators: a person, a role and its area */
    return g_strdup_printf (_("%s: %s, %s. No gaps."), row->person->name, row->post->role_name,
                            row->post->area_name);

  /* Translators: a person, a role and its area, and how many skills they lack */
  return g_strdup_printf (ngettext ("%s: %s, %s. %u gap.", "%s: %s, %s. %u gaps.", row->n_gaps),
                          row->person->name, row->post->role_name, row->post->area_name,
                          row->n_gaps);
}

static char *
tras_skill_view_dup_tip (TrasGridView *view,
                         int           line,
                         int           skill)
{
  return line < 0 ? g_strdup (TRAS_SKILL_VIEW (view)->titles->pdata[skill])
                  : tras_skill_view_dup_words (view, line, skill, skill);
}

/* 0 to 4, of either row of keys; -1 for another key. */
static int
get_digit (guint keyval)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  return c >= '0' && c <= '0' + TRAS_SKILL_LEVEL_MAX ? (int) (c - '0') : -1;
}

static gboolean
tras_skill_view_key (TrasGridView    *view,
                     guint            keyval,
                     GdkModifierType  state)
{
  gboolean has_cell = tras_grid_view_get_line (view) >= 0 && tras_grid_view_get_column (view) >= 0;

  if ((state & GDK_CONTROL_MASK) == 0 && get_digit (keyval) >= 0)
    {
      if (has_cell)
        g_signal_emit (view, signals[LEVEL], 0, get_digit (keyval));
      return GDK_EVENT_STOP;
    }

  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      if (has_cell)
        g_signal_emit (view, signals[TAKE_BACK], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- the object ---- */

static void
line_clear (gpointer data)
{
  TrasSkillMatrixLine *line = data;

  g_free ((char *) line->note);
}

static void
tras_skill_view_finalize (GObject *object)
{
  TrasSkillView *self = TRAS_SKILL_VIEW (object);

  g_array_unref (self->lines);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->titles);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->skills, g_array_unref);
  g_clear_pointer (&self->board, tras_skill_board_unref);

  G_OBJECT_CLASS (tras_skill_view_parent_class)->finalize (object);
}

static void
tras_skill_view_class_init (TrasSkillViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasGridViewClass *grid_class = TRAS_GRID_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tras_skill_view_finalize;
  grid_class->min_width = MIN_WIDTH;
  grid_class->min_lines = MIN_LINES;
  grid_class->natural_lines = NATURAL_LINES;
  grid_class->get_size = tras_skill_view_get_size;
  grid_class->lay_out = tras_skill_view_lay_out;
  grid_class->draw = tras_skill_view_draw;
  grid_class->find = tras_skill_view_find;
  grid_class->dup_words = tras_skill_view_dup_words;
  grid_class->dup_tip = tras_skill_view_dup_tip;
  grid_class->key = tras_skill_view_key;

  /**
   * TrasSkillView::level:
   * @level: 0 to 4
   *
   * The person at the cursor has this level in the skill.
   */
  signals[LEVEL] = g_signal_new ("level", TRAS_TYPE_SKILL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * TrasSkillView::take-back:
   *
   * The newest mark at the cursor was wrong.
   */
  signals[TAKE_BACK] = g_signal_new ("take-back", TRAS_TYPE_SKILL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "skills");
}

static void
tras_skill_view_init (TrasSkillView *self)
{
  self->lines = g_array_new (FALSE, TRUE, sizeof (TrasSkillMatrixLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->cells = g_array_new (FALSE, TRUE, sizeof (TrasSkillMatrixCell));
  self->titles = g_ptr_array_new ();
}

/* ---- what is shown ---- */

static char *
dup_note (const TrasSkillRow *row)
{
  if (row->post == NULL)
    return NULL;
  if (row->n_gaps == 0)
    return g_strdup (row->post->role_name);

  /* Translators: how many skills somebody lacks, and their role */
  return g_strdup_printf (ngettext ("%u gap · %s", "%u gaps · %s", row->n_gaps), row->n_gaps,
                          row->post->role_name);
}

static void
fill_cells (TrasSkillView      *self,
            const TrasSkillRow *row)
{
  for (guint i = 0; i < self->skills->len; i++)
    {
      TrasSkillMatrixCell cell =
        tras_skill_tile_make_cell (&row->cells[g_array_index (self->skills, guint, i)]);

      g_array_append_val (self->cells, cell);
    }
}

static int
find_person (TrasSkillView *self,
             gint64         id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TrasSkillRow *row = self->rows->pdata[i];

      if (TRAS_RECORD (row->person)->id == id)
        return (int) i;
    }

  return -1;
}

static int
find_skill (TrasSkillView *self,
            gint64         id)
{
  for (guint i = 0; i < self->skills->len; i++)
    {
      guint place = g_array_index (self->skills, guint, i);

      if (TRAS_RECORD (self->board->skills->pdata[place])->id == id)
        return (int) i;
    }

  return -1;
}

/**
 * tras_skill_view_show:
 * @self: a view
 * @board: skills as they stand
 * @rows: (element-type TrasSkillRow): the rows of it that are wanted, in their order
 * @skills: (element-type guint): the places of the skills that are wanted, in their order
 *
 * Shows them; the cursor stays on its person and skill.
 */
void
tras_skill_view_show (TrasSkillView  *self,
                      TrasSkillBoard *board,
                      GPtrArray      *rows,
                      GArray         *skills)
{
  const TrasSkillRow *before;
  gint64 person_id = 0, skill_id = 0;
  int place, column;

  g_return_if_fail (TRAS_IS_SKILL_VIEW (self));
  g_return_if_fail (board != NULL && rows != NULL && skills != NULL);

  before = tras_skill_view_get_cursor (self, &place);
  if (before != NULL)
    person_id = TRAS_RECORD (before->person)->id;
  if (before != NULL && place >= 0)
    skill_id = TRAS_RECORD (self->board->skills->pdata[place])->id;

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->titles, 0);
  tras_skill_board_ref (board);
  g_clear_pointer (&self->board, tras_skill_board_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->skills, g_array_unref);
  self->board = board;
  self->rows = g_ptr_array_ref (rows);
  self->skills = g_array_ref (skills);

  for (guint i = 0; i < skills->len; i++)
    g_ptr_array_add (self->titles,
                     TRAS_SKILL (board->skills->pdata[g_array_index (skills, guint, i)])->name);
  for (guint i = 0; i < rows->len; i++)
    fill_cells (self, rows->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      const TrasSkillRow *row = rows->pdata[i];
      TrasSkillMatrixLine line = {
        .name = row->person->name,
        .note = dup_note (row),
        .has_gaps = row->n_gaps > 0,
        .cells = &g_array_index (self->cells, TrasSkillMatrixCell, (gsize) i * skills->len),
      };

      g_array_append_val (self->lines, line);
    }

  column = skill_id != 0 ? MAX (find_skill (self, skill_id), 0)
                         : tras_grid_view_get_column (TRAS_GRID_VIEW (self));
  tras_grid_view_show (TRAS_GRID_VIEW (self), find_person (self, person_id), column);
}

/**
 * tras_skill_view_get_cursor:
 * @self: a view
 * @skill: (out) (optional): the place of the skill in the board, -1 for the name
 *
 * Returns: (transfer none) (nullable): the row under the cursor
 */
const TrasSkillRow *
tras_skill_view_get_cursor (TrasSkillView *self,
                            int           *skill)
{
  int line, column;

  g_return_val_if_fail (TRAS_IS_SKILL_VIEW (self), NULL);

  line = tras_grid_view_get_line (TRAS_GRID_VIEW (self));
  column = tras_grid_view_get_column (TRAS_GRID_VIEW (self));
  if (skill != NULL)
    *skill = line >= 0 && column >= 0 ? (int) g_array_index (self->skills, guint, column) : -1;

  return line >= 0 ? self->rows->pdata[line] : NULL;
}

/**
 * tras_skill_view_go_to:
 * @self: a view
 * @person_id: a person
 * @skill_id: a skill
 *
 * Puts the cursor there, if that is among what is shown.
 */
void
tras_skill_view_go_to (TrasSkillView *self,
                       gint64         person_id,
                       gint64         skill_id)
{
  int line, skill;

  g_return_if_fail (TRAS_IS_SKILL_VIEW (self));

  if (self->rows == NULL)
    return;

  line = find_person (self, person_id);
  skill = find_skill (self, skill_id);
  if (line >= 0 && skill >= 0)
    tras_grid_view_move (TRAS_GRID_VIEW (self), line, skill);
}

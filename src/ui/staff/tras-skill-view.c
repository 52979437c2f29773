/* tras-skill-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-look.h"
#include "tras-skill-tile.h"
#include "tras-skill-view.h"
#include "tras-skill-words.h"

#define MIN_WIDTH 260
#define MIN_LINES 2
#define NATURAL_WIDTH 900
#define NATURAL_LINES 10

/**
 * TrasSkillView:
 *
 * Draws the cells that are seen, and moves a cursor by keys and pointer. What is under the cursor
 * is said in words, to whom reads them and to whom hears them. Digits ask for a level.
 */
struct _TrasSkillView
{
  TrasScrollArea parent_instance;

  /* owned */
  TrasSkillBoard *board;
  GPtrArray *rows;
  GArray *skills;     /* places in the board */
  GArray *lines;
  GArray *cells;
  GPtrArray *titles;
  TrasTextCache *texts;
  char *words;

  TrasSkillMatrixLayout layout;
  int line;
  int skill;
};

G_DEFINE_FINAL_TYPE (TrasSkillView, tras_skill_view, TRAS_TYPE_SCROLL_AREA)

typedef enum
{
  PROP_WORDS = 1,
} TrasSkillViewProperty;

enum
{
  ACTIVATED,
  LEVEL,
  TAKE_BACK,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_WORDS + 1];
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

static TrasSkillMatrixScene
get_scene (TrasSkillView *self)
{
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);

  return (TrasSkillMatrixScene) {
    .scroll_x = tras_scroll_area_get_scroll (area, GTK_ORIENTATION_HORIZONTAL),
    .scroll_y = tras_scroll_area_get_scroll (area, GTK_ORIENTATION_VERTICAL),
    .line = self->lines->len > 0 ? self->line : -1,
    .skill = self->skill,
    .is_focused = gtk_widget_has_focus (GTK_WIDGET (self)),
  };
}

static void
tras_skill_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TrasSkillView *self = TRAS_SKILL_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TrasSkillMatrix matrix = get_matrix (self);
  TrasSkillMatrixScene scene = get_scene (self);
  cairo_t *cr;

  if (width == 0 || height == 0)
    return;

  if (self->texts == NULL)
    self->texts = tras_look_new_texts (widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                 (float) height));
  tras_skill_matrix_draw (&matrix, &self->layout, &scene, cr, tras_look_get_palette (),
                          self->texts, height, tras_look_is_mirrored (widget));
  cairo_destroy (cr);
}

/* ---- scrolling ---- */

static void
tras_skill_view_configure (TrasScrollArea *area)
{
  TrasSkillView *self = TRAS_SKILL_VIEW (area);
  const TrasSkillMatrixLayout *layout = &self->layout;
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - layout->header;
  double across = layout->name_width + layout->cell * self->titles->len + layout->overhang;

  tras_scroll_area_set_extent (area, GTK_ORIENTATION_VERTICAL,
                               layout->line_height * self->lines->len, layout->line_height,
                               MAX (page, 0));
  tras_scroll_area_set_extent (area, GTK_ORIENTATION_HORIZONTAL, across, layout->cell,
                               gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
scroll_to_cursor (TrasSkillView *self)
{
  TrasScrollArea *area = TRAS_SCROLL_AREA (self);
  GtkAdjustment *across = tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_HORIZONTAL);
  double top = self->line * self->layout.line_height;
  double left = self->skill * self->layout.cell;
  double room = gtk_widget_get_width (GTK_WIDGET (self)) - self->layout.name_width;

  gtk_adjustment_clamp_page (tras_scroll_area_get_adjustment (area, GTK_ORIENTATION_VERTICAL), top,
                             top + self->layout.line_height);
  if (self->skill >= 0 && room > 0)
    gtk_adjustment_set_value (across, CLAMP (gtk_adjustment_get_value (across),
                                             left + self->layout.cell - room, left));
}

/* ---- the cursor ---- */

static char *
dup_words (TrasSkillView *self,
           int            line,
           int            skill)
{
  const TrasSkillRow *row;

  if (line < 0)
    return g_strdup (self->titles->pdata[skill]);

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

static void
say (TrasSkillView *self)
{
  g_free (self->words);
  self->words = self->lines->len > 0 ? dup_words (self, self->line, self->skill)
                                     : g_strdup (_("Skills"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->words, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

static void
move (TrasSkillView *self,
      int            line,
      int            skill)
{
  line = CLAMP (line, 0, MAX ((int) self->lines->len - 1, 0));
  skill = CLAMP (skill, TRAS_SKILL_MATRIX_NAME, (int) self->titles->len - 1);
  if (line == self->line && skill == self->skill)
    return;

  self->line = line;
  self->skill = skill;
  scroll_to_cursor (self);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
count_page (TrasSkillView *self)
{
  double page = gtk_widget_get_height (GTK_WIDGET (self)) - self->layout.header;

  return MAX ((int) (page / self->layout.line_height) - 1, 1);
}

/* 0 to 4, of either row of keys; -1 for another key. */
static int
get_digit (guint keyval)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  return c >= '0' && c <= '0' + TRAS_SKILL_LEVEL_MAX ? (int) (c - '0') : -1;
}

static gboolean
on_key_pressed (TrasSkillView   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  int forward = tras_look_is_mirrored (GTK_WIDGET (self)) ? -1 : 1;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (!control && get_digit (keyval) >= 0)
    {
      if (self->lines->len > 0 && self->skill >= 0)
        g_signal_emit (self, signals[LEVEL], 0, get_digit (keyval));
      return GDK_EVENT_STOP;
    }

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, control ? 0 : self->line - 1, self->skill);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, control ? G_MAXINT : self->line + 1, self->skill);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, self->line, self->skill - forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, self->line, self->skill + forward);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      if (control)
        return GDK_EVENT_PROPAGATE;
      move (self, self->line - count_page (self), self->skill);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      if (control)
        return GDK_EVENT_PROPAGATE;
      move (self, self->line + count_page (self), self->skill);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move (self, control ? 0 : self->line, TRAS_SKILL_MATRIX_NAME);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move (self, control ? G_MAXINT : self->line, G_MAXINT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      if (self->lines->len > 0 && self->skill >= 0)
        g_signal_emit (self, signals[TAKE_BACK], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (self->lines->len > 0)
        g_signal_emit (self, signals[ACTIVATED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
find_place (TrasSkillView *self,
            double         x,
            double         y,
            int           *line,
            int           *skill)
{
  TrasSkillMatrix matrix = get_matrix (self);
  TrasSkillMatrixScene scene = get_scene (self);

  return tras_skill_matrix_layout_find (&self->layout, &matrix, &scene, x, y,
                                        tras_look_is_mirrored (GTK_WIDGET (self)), line, skill);
}

static void
on_pressed (TrasSkillView *self,
            int            n_press,
            double         x,
            double         y)
{
  int line, skill;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_place (self, x, y, &line, &skill))
    return;
  move (self, line >= 0 ? line : self->line, skill);
  if (n_press == 2 && line >= 0)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
tras_skill_view_query_tooltip (GtkWidget  *widget,
                               int         x,
                               int         y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  TrasSkillView *self = TRAS_SKILL_VIEW (widget);
  g_autofree char *words = NULL;
  int line, skill;

  if (keyboard || !find_place (self, x, y, &line, &skill))
    return FALSE;

  words = dup_words (self, line, skill);
  gtk_tooltip_set_text (tooltip, words);
  if (line >= 0)
    {
      TrasSkillMatrixScene scene = get_scene (self);
      TrasRect rect;

      tras_skill_matrix_layout_get_rect (&self->layout, &scene, line, skill,
                                         tras_look_is_mirrored (widget), &rect);
      gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) rect.x, (int) rect.y,
                                                           (int) rect.width, (int) rect.height });
    }

  return TRUE;
}

/* ---- size and style ---- */

static void
restyle (TrasSkillView *self)
{
  g_clear_pointer (&self->texts, tras_text_cache_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tras_skill_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TrasSkillMatrixLayout layout;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  tras_skill_matrix_layout_init (&layout, tras_look_get_text_size (widget), NATURAL_WIDTH);
  *minimum = (int) ceil (layout.header + layout.line_height * MIN_LINES);
  *natural = (int) ceil (layout.header + layout.line_height * NATURAL_LINES);
}

static void
tras_skill_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  tras_skill_matrix_layout_init (&TRAS_SKILL_VIEW (widget)->layout,
                                 tras_look_get_text_size (widget), width);
  GTK_WIDGET_CLASS (tras_skill_view_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
tras_skill_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tras_skill_view_parent_class)->css_changed (widget, change);
  restyle (TRAS_SKILL_VIEW (widget));
}

static void
tras_skill_view_direction_changed (GtkWidget        *widget,
                                   GtkTextDirection  before)
{
  restyle (TRAS_SKILL_VIEW (widget));
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
  g_clear_pointer (&self->texts, tras_text_cache_free);
  g_free (self->words);

  G_OBJECT_CLASS (tras_skill_view_parent_class)->finalize (object);
}

static void
tras_skill_view_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TrasSkillView *self = TRAS_SKILL_VIEW (object);

  switch ((TrasSkillViewProperty) prop_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, self->words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_skill_view_class_init (TrasSkillViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tras_skill_view_finalize;
  object_class->get_property = tras_skill_view_get_property;
  widget_class->css_changed = tras_skill_view_css_changed;
  widget_class->direction_changed = tras_skill_view_direction_changed;
  widget_class->measure = tras_skill_view_measure;
  widget_class->query_tooltip = tras_skill_view_query_tooltip;
  widget_class->size_allocate = tras_skill_view_size_allocate;
  widget_class->snapshot = tras_skill_view_snapshot;
  TRAS_SCROLL_AREA_CLASS (klass)->configure = tras_skill_view_configure;

  /**
   * TrasSkillView:words:
   *
   * What is under the cursor.
   */
  properties[PROP_WORDS] =
    g_param_spec_string ("words", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasSkillView::activated:
   *
   * Whoever is at the cursor wants to see the person.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TRAS_TYPE_SKILL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
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
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tras_skill_view_init (TrasSkillView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->lines = g_array_new (FALSE, TRUE, sizeof (TrasSkillMatrixLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->cells = g_array_new (FALSE, TRUE, sizeof (TrasSkillMatrixCell));
  self->titles = g_ptr_array_new ();
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (restyle),
                           self, G_CONNECT_SWAPPED);
  say (self);
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
  int place;

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

  self->line = MAX (find_person (self, person_id), 0);
  if (skill_id != 0)
    self->skill = MAX (find_skill (self, skill_id), 0);
  self->skill = MIN (self->skill, (int) skills->len - 1);
  say (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
  g_return_val_if_fail (TRAS_IS_SKILL_VIEW (self), NULL);

  if (skill != NULL)
    *skill = self->skills != NULL && self->skill >= 0 && self->skill < (int) self->skills->len
               ? (int) g_array_index (self->skills, guint, self->skill)
               : -1;

  return self->rows != NULL && self->line < (int) self->rows->len ? self->rows->pdata[self->line]
                                                                  : NULL;
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
    move (self, line, skill);
}

/**
 * tras_skill_view_get_words:
 * @self: a view
 *
 * Returns: (transfer none): what is under the cursor
 */
const char *
tras_skill_view_get_words (TrasSkillView *self)
{
  g_return_val_if_fail (TRAS_IS_SKILL_VIEW (self), NULL);

  return self->words;
}

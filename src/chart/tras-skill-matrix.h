/* tras-skill-matrix.h: levels of people in skills, a line a person and a cell a skill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-label-layout.h"
#include "tras-palette.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

/* In place of a skill: the name. */
#define TRAS_SKILL_MATRIX_NAME -1

#define TRAS_SKILL_MATRIX_LEVELS 5

/**
 * TrasSkillSign:
 * @TRAS_SKILL_SIGN_NONE: nothing
 * @TRAS_SKILL_SIGN_EXPIRING: a clock: it will not hold much longer
 * @TRAS_SKILL_SIGN_EXPIRED: a cross: it does not hold any more
 */
typedef enum
{
  TRAS_SKILL_SIGN_NONE,
  TRAS_SKILL_SIGN_EXPIRING,
  TRAS_SKILL_SIGN_EXPIRED,
} TrasSkillSign;

/**
 * TrasSkillMatrixCell:
 * @level: what somebody was found to have, 0 to 4; -1 for never marked
 * @held: what of it holds
 * @needed: the level that is needed, 0 for none
 * @must: whether it cannot be done without
 * @sign: what has become of it, a #TrasSkillSign
 */
typedef struct
{
  gint8 level;
  gint8 held;
  gint8 needed;
  guint8 must;
  guint8 sign;
} TrasSkillMatrixCell;

/**
 * TrasSkillMatrixLine:
 * @name: who it is
 * @note: (nullable): what stands below the name
 * @has_gaps: whether the note tells of gaps
 * @cells: (array): one for each skill
 */
typedef struct
{
  const char *name;
  const char *note;
  gboolean has_gaps;
  const TrasSkillMatrixCell *cells;
} TrasSkillMatrixLine;

/**
 * TrasSkillMatrix:
 * @lines: (array length=n_lines): what it shows
 * @titles: (array length=n_skills): what the skills are called
 *
 * A level is a shade and a digit, what is needed a line below as many dots; a gap is a frame with a
 * corner, filled where it cannot be. Names and titles stay while the cells are scrolled.
 */
typedef struct
{
  const TrasSkillMatrixLine *lines;
  guint n_lines;
  const char *const *titles;
  guint n_skills;
} TrasSkillMatrix;

/**
 * TrasSkillMatrixLayout:
 * @width: the width of the picture
 * @name_width: the width of the names
 * @cell: the width of a skill
 * @header: the height of the titles
 * @line_height: the height of a line
 * @overhang: how far the last title leans over the last skill
 * @text_size: the size of the texts
 *
 * Where things stand, in user units.
 */
typedef struct
{
  double width;
  double name_width;
  double cell;
  double header;
  double line_height;
  double overhang;
  double text_size;
} TrasSkillMatrixLayout;

/**
 * TrasSkillMatrixScene:
 * @scroll_x: how far the skills are scrolled
 * @scroll_y: how far the lines are scrolled
 * @line: the line under the cursor, -1 for none
 * @skill: the skill under the cursor, or %TRAS_SKILL_MATRIX_NAME
 * @is_focused: whether keys move the cursor
 */
typedef struct
{
  double scroll_x;
  double scroll_y;
  int line;
  int skill;
  gboolean is_focused;
} TrasSkillMatrixScene;

void     tras_skill_matrix_layout_init     (TrasSkillMatrixLayout       *self,
                                            double                       text_size,
                                            double                       width);
void     tras_skill_matrix_layout_get_rect (const TrasSkillMatrixLayout *self,
                                            const TrasSkillMatrixScene  *scene,
                                            int                          line,
                                            int                          skill,
                                            gboolean                     mirrored,
                                            TrasRect                    *rect);
gboolean tras_skill_matrix_layout_find     (const TrasSkillMatrixLayout *self,
                                            const TrasSkillMatrix       *matrix,
                                            const TrasSkillMatrixScene  *scene,
                                            double                       x,
                                            double                       y,
                                            gboolean                     mirrored,
                                            int                         *line,
                                            int                         *skill);
guint32  tras_skill_matrix_get_shade       (const TrasPalette           *palette,
                                            int                          level);
void     tras_skill_matrix_draw_cell       (const TrasSkillMatrixCell   *cell,
                                            cairo_t                     *cr,
                                            const TrasPalette           *palette,
                                            TrasTextCache               *texts,
                                            double                       text_size,
                                            const TrasRect              *rect,
                                            gboolean                     mirrored);
void     tras_skill_matrix_draw            (const TrasSkillMatrix       *self,
                                            const TrasSkillMatrixLayout *layout,
                                            const TrasSkillMatrixScene  *scene,
                                            cairo_t                     *cr,
                                            const TrasPalette           *palette,
                                            TrasTextCache               *texts,
                                            double                       height,
                                            gboolean                     mirrored);

G_END_DECLS

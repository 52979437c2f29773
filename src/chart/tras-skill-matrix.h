/* tras-skill-matrix.h: levels of people in skills, a line a person and a cell a skill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-grid.h"
#include "tras-text-cache.h"

G_BEGIN_DECLS

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

void     tras_skill_matrix_layout_init (TrasGridLayout            *layout,
                                        double                     text_size,
                                        double                     width);
gboolean tras_skill_matrix_find        (const TrasSkillMatrix     *self,
                                        const TrasGridLayout      *layout,
                                        const TrasGridScene       *scene,
                                        double                     x,
                                        double                     y,
                                        gboolean                   mirrored,
                                        int                       *line,
                                        int                       *skill);
guint32  tras_skill_matrix_get_shade   (const TrasPalette         *palette,
                                        int                        level);
void     tras_skill_matrix_draw_cell   (const TrasSkillMatrixCell *cell,
                                        cairo_t                   *cr,
                                        const TrasPalette         *palette,
                                        TrasTextCache             *texts,
                                        double                     text_size,
                                        const TrasRect            *rect,
                                        gboolean                   mirrored);
void     tras_skill_matrix_draw        (const TrasSkillMatrix     *self,
                                        const TrasGridLayout      *layout,
                                        const TrasGridScene       *scene,
                                        cairo_t                   *cr,
                                        const TrasPalette         *palette,
                                        TrasTextCache             *texts,
                                        double                     height,
                                        gboolean                   mirrored);

G_END_DECLS

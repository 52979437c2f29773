/* tras-skill-tile.h: the level of a person in a skill as one cell of the matrix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-skill-board.h"
#include "tras-skill-matrix.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SKILL_TILE (tras_skill_tile_get_type ())

G_DECLARE_FINAL_TYPE (TrasSkillTile, tras_skill_tile, TRAS, SKILL_TILE, GtkWidget)

GtkWidget           *tras_skill_tile_new       (const TrasSkillCell *cell);
TrasSkillMatrixCell  tras_skill_tile_make_cell (const TrasSkillCell *cell);

G_END_DECLS

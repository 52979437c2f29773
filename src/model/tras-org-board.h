/* tras-org-board.h: the areas of the firm with their heads, people and open seats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasOrgArea:
 * @id: the area
 * @name: what it is called
 * @parent: the place of the area that it is part of, before it; -1 for none
 * @heads: (element-type utf8): who leads it
 * @n_people: how many people have a post in it, without its parts
 * @n_open: how many seats of its roles are not taken
 *
 * A part of the firm on a day.
 */
typedef struct
{
  gint64 id;
  char *name;
  int parent;
  GPtrArray *heads;
  guint n_people;
  guint n_open;
} TrasOrgArea;

GPtrArray *tras_org_board_load     (TrasDb             *db,
                                    TrasDay             day,
                                    GError            **error);
char      *tras_org_area_dup_heads (const TrasOrgArea  *self);
char      *tras_org_area_dup_words (const TrasOrgArea  *self);

G_END_DECLS

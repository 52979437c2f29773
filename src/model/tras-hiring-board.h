/* tras-hiring-board.h: all vacancies with what became of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-hire.h"
#include "tras-hiring.h"

G_BEGIN_DECLS

/**
 * TrasHiringBoard:
 * @vacancies: (element-type TrasVacancy): all of them
 * @hires: (element-type TrasBoardHire): the seats that were filled, the earliest first
 *
 * The vacancies of the firm.
 */
typedef struct
{
  GPtrArray *vacancies;
  GArray *hires;
} TrasHiringBoard;

/**
 * TrasBoardHire:
 * @hire: the seat
 * @area_id: the area of its role
 */
typedef struct
{
  TrasHire hire;
  gint64 area_id;
} TrasBoardHire;

/**
 * TrasHiringFigure:
 * @area_id: an area, 0 for the whole firm
 * @area_name: (nullable): what it is called
 * @sum: the seats of its roles that were filled in the period
 * @closed: how many vacancies were closed in it with nobody hired
 * @lost: what hiring for those had cost
 *
 * An area in a period.
 */
typedef struct
{
  gint64 area_id;
  char *area_name;
  TrasHireSum sum;
  guint closed;
  gint64 lost;
} TrasHiringFigure;

TrasHiringBoard *tras_hiring_board_load            (TrasDb                 *db,
                                                    GError                **error);
void             tras_hiring_board_free            (TrasHiringBoard        *self);
GArray          *tras_hiring_board_dup_ids         (TrasHiringBoard        *self,
                                                    const TrasVacancyState *states,
                                                    guint                   n_states,
                                                    TrasDay                 today);
GPtrArray       *tras_hiring_board_dup_figures     (TrasHiringBoard        *self,
                                                    TrasDay                 from,
                                                    TrasDay                 to);
TrasDay          tras_hiring_board_get_first_day   (TrasHiringBoard        *self);
char            *tras_hiring_figure_dup_definition (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasHiringBoard, tras_hiring_board_free)

G_END_DECLS

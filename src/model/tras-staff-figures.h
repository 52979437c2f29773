/* tras-staff-figures.h: heads, turnover and absence by month and area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasStaffFigure:
 * @month: the month's first day
 * @area_id: an area, without its parts; 0 for the whole firm
 * @area_name: (nullable): what it is called
 * @heads: how many people are there on the month's last day
 * @mean_heads: the mean of the twelve months up to then, day by day
 * @resigned: who left of their own will in these months
 * @leavers: all who left in them, those whose contract ended aside
 * @ended: those whose contract ended, or who left for another reason that does not count
 * @turnover_is_hidden: whether these would tell of few people
 * @contracted: the minutes of the month that are to be worked
 * @lost: those of them that were lost to kinds of absence that count
 * @absence_is_hidden: whether these would tell of few people
 *
 * An area in a month.
 */
typedef struct
{
  TrasDay month;
  gint64 area_id;
  char *area_name;
  guint heads;
  double mean_heads;
  guint resigned;
  guint leavers;
  guint ended;
  gboolean turnover_is_hidden;
  gint64 contracted;
  gint64 lost;
  gboolean absence_is_hidden;
} TrasStaffFigure;

GPtrArray *tras_staff_figures_load         (TrasDb                 *db,
                                            TrasDay                 day,
                                            guint                   n_months,
                                            GError                **error);
double     tras_staff_figure_get_turnover  (const TrasStaffFigure  *self);
double     tras_staff_figure_get_voluntary (const TrasStaffFigure  *self);
double     tras_staff_figure_get_absence   (const TrasStaffFigure  *self);

G_END_DECLS

/* tras-survey-score.h: what many answers to one question say together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From 0 to 10. */
#define TRAS_ENPS_POINTS 11

/**
 * TrasEnps:
 * @n: how many answers
 * @promoters: how many of 9 or 10
 * @passives: how many of 7 or 8
 * @detractors: how many of 0 to 6
 * @score: percent of promoters less percent of detractors, from −100 to 100; NAN without answers
 */
typedef struct
{
  guint n;
  guint promoters;
  guint passives;
  guint detractors;
  double score;
} TrasEnps;

void   tras_enps_compute       (const guint *counts,
                                TrasEnps    *enps);
double tras_survey_mean        (const guint *counts,
                                guint        n_points,
                                int          first);
double tras_survey_share       (const guint *counts,
                                guint        n_points,
                                guint        from);

G_END_DECLS

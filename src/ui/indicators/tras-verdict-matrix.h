/* tras-verdict-matrix.h: how many indicators have which verdict
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-scorecard.h"

G_BEGIN_DECLS

#define TRAS_TYPE_VERDICT_MATRIX (tras_verdict_matrix_get_type ())

/**
 * TrasVerdictMatrix:
 *
 * Nine toggles, at most one of which is on: worse, usual, better against misses, hit or miss,
 * meets.
 */
G_DECLARE_FINAL_TYPE (TrasVerdictMatrix, tras_verdict_matrix, TRAS, VERDICT_MATRIX, GtkWidget)

void     tras_verdict_matrix_set_counts (TrasVerdictMatrix   *self,
                                         const TrasScorecard *scorecard);
gboolean tras_verdict_matrix_get_chosen (TrasVerdictMatrix   *self,
                                         TrasVariation       *variation,
                                         TrasAssurance       *assurance);
void     tras_verdict_matrix_choose     (TrasVerdictMatrix   *self,
                                         TrasVariation        variation,
                                         TrasAssurance        assurance);
void     tras_verdict_matrix_clear      (TrasVerdictMatrix   *self);

G_END_DECLS

/* tras-score-marks.h: the scores of some months in the size of a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_SCORE_MARKS (tras_score_marks_get_type ())

G_DECLARE_FINAL_TYPE (TrasScoreMarks, tras_score_marks, TRAS, SCORE_MARKS, GtkWidget)

G_END_DECLS

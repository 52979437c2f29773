/* tras-training-figures.h: what sessions took, as a small table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"
#include "tras-training-cost.h"

G_BEGIN_DECLS

#define TRAS_TYPE_TRAINING_FIGURES (tras_training_figures_get_type ())

G_DECLARE_FINAL_TYPE (TrasTrainingFigures, tras_training_figures, TRAS, TRAINING_FIGURES, GtkWidget)

GtkWidget *tras_training_figures_new (void);
void       tras_training_figures_set (TrasTrainingFigures    *self,
                                      const TrasTrainingCost *cost,
                                      TrasStore              *store);

G_END_DECLS

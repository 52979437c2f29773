/* tras-experiment-words.h: what the window says of experiments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-experiment.h"

G_BEGIN_DECLS

gboolean    tras_experiment_words_is_over   (TrasExperiment *experiment,
                                             TrasDay         today);
char       *tras_experiment_words_dup_days  (TrasExperiment *experiment,
                                             TrasDay         today);
char       *tras_experiment_words_dup_state (TrasExperiment *experiment,
                                             TrasDay         today);
const char *tras_experiment_words_get_icon  (TrasExperiment *experiment,
                                             TrasDay         today);
const char *tras_experiment_words_get_class (TrasExperiment *experiment,
                                             TrasDay         today);

G_END_DECLS

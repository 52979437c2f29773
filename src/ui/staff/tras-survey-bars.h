/* tras-survey-bars.h: how often each answer was chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-survey-result.h"

G_BEGIN_DECLS

GtkWidget *tras_survey_bars_new (const TrasSurveyCount *count);

G_END_DECLS

/* tras-training-page.h: the trainings, in the tab Staff
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_TRAINING_PAGE (tras_training_page_get_type ())

/**
 * TrasTrainingPage:
 *
 * A list of trainings that also says what only all sessions and seats together tell: the next
 * session, people, cost, and what is due.
 */
G_DECLARE_FINAL_TYPE (TrasTrainingPage, tras_training_page, TRAS, TRAINING_PAGE, GtkWidget)

G_END_DECLS

/* tras-spark.h: the course of a target in the size of a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-goal-board.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SPARK (tras_spark_get_type ())

/**
 * TrasSpark:
 *
 * The values of a target's indicator since the target began, with the way that they should have
 * taken as a thin line.
 */
G_DECLARE_FINAL_TYPE (TrasSpark, tras_spark, TRAS, SPARK, GtkWidget)

GtkWidget *tras_spark_new       (TrasTargetStatus *status);
GtkWidget *tras_spark_new_large (TrasTargetStatus *status);

G_END_DECLS

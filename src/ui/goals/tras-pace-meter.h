/* tras-pace-meter.h: how far something has come, and how far it should have, as a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-goal-board.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PACE_METER (tras_pace_meter_get_type ())

/**
 * TrasPaceMeter:
 *
 * Draws a #TrasPaceBar: filled is what is done, the tick is where it should be today.
 */
G_DECLARE_FINAL_TYPE (TrasPaceMeter, tras_pace_meter, TRAS, PACE_METER, GtkWidget)

GtkWidget *tras_pace_meter_new  (void);
void       tras_pace_meter_set  (TrasPaceMeter  *self,
                                 double          progress,
                                 double          expected,
                                 gboolean        is_off);
void       tras_pace_meter_show (TrasPaceMeter  *self,
                                 TrasGoalStatus *status);

G_END_DECLS

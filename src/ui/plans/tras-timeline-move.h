/* tras-timeline-move.h: asks why a date is moved, and says what follows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"
#include "tras-timeline-source.h"

G_BEGIN_DECLS

GtkWindow *tras_timeline_move_ask       (GtkWidget          *owner,
                                         TrasStore          *store,
                                         TrasTimelineSource *source,
                                         guint               bar,
                                         int                 start_shift,
                                         int                 due_shift);
char      *tras_timeline_move_dup_words (TrasTimelineSource *source,
                                         guint               task,
                                         int                 start_shift,
                                         int                 due_shift);

G_END_DECLS

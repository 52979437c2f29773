/* tras-timeline-paper.h: a timeline on paper and as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-timeline-source.h"

G_BEGIN_DECLS

void tras_timeline_paper_save  (GtkWidget          *widget,
                                TrasTimelineSource *source,
                                TrasDay             from,
                                TrasDay             to);
void tras_timeline_paper_print (GtkWidget          *widget,
                                TrasTimelineSource *source,
                                TrasDay             from,
                                TrasDay             to);

G_END_DECLS

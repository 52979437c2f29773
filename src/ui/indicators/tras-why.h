/* tras-why.h: which rules make a point unusual, and with which other points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-indicator-series.h"
#include "tras-number.h"

G_BEGIN_DECLS

char      *tras_why_dup_text (TrasIndicatorSeries    *series,
                              gsize                   point,
                              const TrasNumberFormat *format);
GtkWidget *tras_why_present  (GtkWidget              *parent,
                              const GdkRectangle     *place,
                              TrasIndicatorSeries    *series,
                              gsize                   point);

G_END_DECLS

/* tras-money-strip.h: what a plan costs, planned and spent, as one bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRAS_TYPE_MONEY_STRIP (tras_money_strip_get_type ())

/**
 * TrasMoneyStrip:
 *
 * A bar whose outline is the money planned and whose filling is the money spent; between them what
 * is committed, hatched. It says all three in words. What goes beyond the plan stands out behind
 * the outline.
 */
G_DECLARE_FINAL_TYPE (TrasMoneyStrip, tras_money_strip, TRAS, MONEY_STRIP, GtkWidget)

void tras_money_strip_set (TrasMoneyStrip *self,
                           gint64          planned,
                           gint64          committed,
                           gint64          spent,
                           const char     *currency);

G_END_DECLS

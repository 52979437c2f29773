/* tras-agenda.h: what a weekly meeting goes through
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-point.h"

G_BEGIN_DECLS

GPtrArray *tras_agenda_make (TrasDb          *db,
                             TrasReviewData  *data,
                             gint64           area_id,
                             TrasDay          held_on,
                             GPtrArray       *frozen,
                             GError         **error);

G_END_DECLS

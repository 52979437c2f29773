/* tras-sealed-detail.h: a confidential report as its officer sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-sealed-desk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SEALED_DETAIL (tras_sealed_detail_get_type ())

/**
 * TrasSealedDetail:
 *
 * Shows one report, and what can be done with it. Nothing is undone here: a report has no edit log.
 */
G_DECLARE_FINAL_TYPE (TrasSealedDetail, tras_sealed_detail, TRAS, SEALED_DETAIL, AdwBin)

void   tras_sealed_detail_set_desk (TrasSealedDetail  *self,
                                    TrasSealedDesk    *desk);
void   tras_sealed_detail_show     (TrasSealedDetail  *self,
                                    gint64             id);
void   tras_sealed_detail_clear    (TrasSealedDetail  *self);
gint64 tras_sealed_detail_get_id   (TrasSealedDetail  *self);

G_END_DECLS

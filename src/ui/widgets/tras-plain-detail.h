/* tras-plain-detail.h: a detail pane of fields and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PLAIN_DETAIL (tras_plain_detail_get_type ())

/**
 * TrasPlainDetail:
 *
 * Written down in a template with the field rows as its content.
 */
G_DECLARE_FINAL_TYPE (TrasPlainDetail, tras_plain_detail, TRAS, PLAIN_DETAIL, TrasDetail)

G_END_DECLS

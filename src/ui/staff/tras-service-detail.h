/* tras-service-detail.h: the pane of a service between areas
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-detail.h"

G_BEGIN_DECLS

#define TRAS_TYPE_SERVICE_DETAIL (tras_service_detail_get_type ())

G_DECLARE_FINAL_TYPE (TrasServiceDetail, tras_service_detail, TRAS, SERVICE_DETAIL, TrasDetail)

G_END_DECLS

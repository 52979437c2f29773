/* tras-person-report.h: everything about one person to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-number.h"
#include "tras-person-file.h"
#include "tras-report.h"

G_BEGIN_DECLS

TrasReport *tras_person_report_new (TrasPersonFile         *file,
                                    const TrasNumberFormat *format);

G_END_DECLS

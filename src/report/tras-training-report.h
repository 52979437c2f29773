/* tras-training-report.h: the paper of a training session
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-attendance.h"
#include "tras-number.h"
#include "tras-report.h"

G_BEGIN_DECLS

TrasReport *tras_training_report_of_sheet        (TrasAttendance          *attendance,
                                                  const char              *firm,
                                                  const TrasNumberFormat  *format);
TrasReport *tras_training_report_of_certificates (TrasAttendance          *attendance,
                                                  const char              *firm,
                                                  const TrasNumberFormat  *format);

G_END_DECLS

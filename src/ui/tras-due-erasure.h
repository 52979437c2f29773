/* tras-due-erasure.h: candidates are erased on their day without anybody's doing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-window.h"

G_BEGIN_DECLS

void tras_due_erasure_watch (TrasWindow *window);
void tras_due_erasure_run   (TrasWindow *window);

G_END_DECLS

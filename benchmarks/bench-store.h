/* bench-store.h: a firm's file, opened as the window opens it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-store.h"

G_BEGIN_DECLS

TrasStore *bench_open_store (const char *path);

G_END_DECLS

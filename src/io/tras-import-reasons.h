/* tras-import-reasons.h: why the firm's file refuses a row, in plain words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-field.h"

G_BEGIN_DECLS

char *tras_import_dup_reason (const TrasTable   *table,
                              const GError      *error,
                              const TrasField  **field);

const char *tras_import_get_rule (const GError *error);

G_END_DECLS

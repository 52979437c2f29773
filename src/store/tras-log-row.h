/* tras-log-row.h: a row as the edit log has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands in the log for a personal value that was erased. Nothing that is bound reads so, so that
 * no undo takes it for a value. */
#define TRAS_LOG_ERASED "ERASED"

GPtrArray *tras_log_row_split     (const char *row);
char      *tras_log_row_join      (GPtrArray  *values);
guint      tras_log_row_count     (const char *row);
gint64     tras_log_row_get_int   (const char *row,
                                   guint       place);
gboolean   tras_log_row_is_erased (const char *row);
char      *tras_log_row_dup_text  (const char *value);
char      *tras_log_row_quote     (const char *text);

G_END_DECLS

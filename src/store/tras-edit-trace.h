/* tras-edit-trace.h: which edits touched a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit-log.h"

G_BEGIN_DECLS

/**
 * TrasEditPart:
 * @table: a table
 * @column: a column of it that refers to the record
 *
 * Rows that are part of a record: an edit that touched one of them touched the record.
 */
typedef struct
{
  const char *table;
  const char *column;
} TrasEditPart;

GPtrArray *tras_edit_trace_list (TrasDb              *db,
                                 const char          *table,
                                 gint64               id,
                                 const TrasEditPart  *parts,
                                 gsize                n_parts,
                                 guint                limit,
                                 GError             **error);

G_END_DECLS

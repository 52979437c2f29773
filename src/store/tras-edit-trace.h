/* tras-edit-trace.h: which edits touched a record, and what they wrote
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

/**
 * TrasEditRow:
 * @table: its table
 * @before: (nullable): the row as the log has it, %NULL where it was added
 * @after: (nullable): %NULL where it was deleted
 *
 * A row that an edit wrote.
 */
typedef struct
{
  char *table;
  char *before;
  char *after;
} TrasEditRow;

GPtrArray *tras_edit_trace_list       (TrasDb              *db,
                                       const char          *table,
                                       gint64               id,
                                       const TrasEditPart  *parts,
                                       gsize                n_parts,
                                       guint                limit,
                                       GError             **error);
GPtrArray *tras_edit_trace_list_rows  (TrasDb              *db,
                                       const char          *table,
                                       gint64               id,
                                       const TrasEditPart  *parts,
                                       gsize                n_parts,
                                       gint64               edit,
                                       GError             **error);
gpointer   tras_edit_trace_dup_record (TrasDb              *db,
                                       GType                type,
                                       const char          *row,
                                       GError             **error);

G_END_DECLS

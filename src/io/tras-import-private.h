/* tras-import-private.h: what the imports of rows and of plans share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-import-cells.h"
#include "tras-import.h"

G_BEGIN_DECLS

/* After how many rows progress is told. */
#define TRAS_IMPORT_PROGRESS_ROWS 4096

struct _TrasImport
{
  GObject parent_instance;

  GType type;
  const TrasTable *table;
  TrasCsvDialect *dialect;
  GArray *columns;

  TrasImportCounts counts;
  GPtrArray *refusals;
  GPtrArray *created;
  gint64 edit;
};

/**
 * TrasImportRun:
 * @import: what runs, with its refusals and counts
 * @db: a connection, in the edit
 * @flags: how to go about it
 * @cells: reads the rows
 * @progress: (nullable): told the rows that are done
 * @progress_data: data for @progress
 * @cancellable: (nullable): ends it
 * @n_read: rows that were read
 *
 * One go.
 */
typedef struct
{
  TrasImport *import;
  TrasDb *db;
  TrasImportFlags flags;
  TrasCells cells;
  TrasProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint n_read;
} TrasImportRun;

/* tras-import.c */
void     tras_import_run_refuse       (TrasImportRun           *run,
                                       guint                    line,
                                       const TrasImportColumn  *column,
                                       char                    *value,
                                       const char              *reason);
gboolean tras_import_run_refuse_error (TrasImportRun           *run,
                                       const TrasCsvRow        *row,
                                       guint                    line,
                                       const char              *value,
                                       GError                  *problem,
                                       GError                 **error);

gboolean tras_import_run_step         (TrasImportRun           *run,
                                       GError                 **error);

/* tras-import-counts.c */
gboolean tras_import_run_counts       (TrasImportRun           *run,
                                       GError                 **error);

/* tras-import-rows.c */
gboolean tras_import_run_rows         (TrasImportRun           *run,
                                       GError                 **error);

/* tras-import-plan.c */
gboolean tras_import_run_plan         (TrasImportRun           *run,
                                       GError                 **error);

G_END_DECLS

/* tras-import.h: records out of somebody's CSV file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-csv-guess.h"
#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasImportFlags:
 * @TRAS_IMPORT_CREATE: make the indicators, areas, people and items that are named and unknown
 * @TRAS_IMPORT_PARTIAL: take the good rows even where others are refused
 * @TRAS_IMPORT_DRY_RUN: find out what would happen, and change nothing
 */
typedef enum
{
  TRAS_IMPORT_DEFAULT = 0,
  TRAS_IMPORT_CREATE  = 1 << 0,
  TRAS_IMPORT_PARTIAL = 1 << 1,
  TRAS_IMPORT_DRY_RUN = 1 << 2,
} TrasImportFlags;

/**
 * TrasImportRefusal:
 * @line: the line that the row begins on, counted from 1
 * @column: the header of the column, or "" for the whole row
 * @value: what stands there
 * @reason: why it cannot be taken, a sentence without its full stop
 *
 * A row that is not taken.
 */
typedef struct
{
  guint  line;
  char  *column;
  char  *value;
  char  *reason;
} TrasImportRefusal;

/**
 * TrasImportCounts:
 * @n_new: rows that made a record
 * @n_changed: rows that changed one
 * @n_same: rows whose record said all of it already
 * @n_refused: rows that were refused
 *
 * What became of the rows, or would.
 */
typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_same;
  guint n_refused;
} TrasImportCounts;

#define TRAS_TYPE_IMPORT (tras_import_get_type ())

G_DECLARE_FINAL_TYPE (TrasImport, tras_import, TRAS, IMPORT, GObject)

TrasImport             *tras_import_new           (GType                    type,
                                                   GBytes                  *bytes,
                                                   const TrasCsvOverrides  *overrides,
                                                   GError                 **error);
const TrasCsvDialect   *tras_import_get_dialect   (TrasImport              *self);
GPtrArray              *tras_import_dup_rows      (TrasImport              *self,
                                                   guint                    limit);
gboolean                tras_import_run           (TrasImport              *self,
                                                   TrasDb                  *db,
                                                   TrasImportFlags          flags,
                                                   TrasProgress             progress,
                                                   gpointer                 progress_data,
                                                   GCancellable            *cancellable,
                                                   GError                 **error);
const TrasImportCounts *tras_import_get_counts    (TrasImport              *self);
GPtrArray              *tras_import_get_refusals  (TrasImport              *self);
GPtrArray              *tras_import_get_created   (TrasImport              *self);
gint64                  tras_import_get_edit      (TrasImport              *self);

G_END_DECLS

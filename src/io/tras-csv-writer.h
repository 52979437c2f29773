/* tras-csv-writer.h: CSV that every spreadsheet reads and none runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrasCsvWriterFlags:
 * @TRAS_CSV_WRITER_LF: end lines with LF instead of the CR LF of RFC 4180
 * @TRAS_CSV_WRITER_MARK: begin with a byte order mark, by which some spreadsheets know UTF-8
 */
typedef enum
{
  TRAS_CSV_WRITER_NONE = 0,
  TRAS_CSV_WRITER_LF   = 1 << 0,
  TRAS_CSV_WRITER_MARK = 1 << 1,
} TrasCsvWriterFlags;

typedef struct _TrasCsvWriter TrasCsvWriter;

TrasCsvWriter *tras_csv_writer_new       (GOutputStream       *stream,
                                          char                 delimiter,
                                          TrasCsvWriterFlags   flags);
void           tras_csv_writer_free      (TrasCsvWriter       *self);
void           tras_csv_writer_add_text  (TrasCsvWriter       *self,
                                          const char          *text);
void           tras_csv_writer_add_plain (TrasCsvWriter       *self,
                                          const char          *text);
gboolean       tras_csv_writer_end_row   (TrasCsvWriter       *self,
                                          GError             **error);
gboolean       tras_csv_writer_flush     (TrasCsvWriter       *self,
                                          GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCsvWriter, tras_csv_writer_free)

G_END_DECLS

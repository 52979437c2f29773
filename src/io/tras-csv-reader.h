/* tras-csv-reader.h: rows and cells of a CSV text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A wider row is refused: no spreadsheet makes it, and it would cost memory without end. */
#define TRAS_CSV_COLUMNS_MAX 16384

/**
 * TrasCsvCell:
 * @text: the cell's text without its quotes, UTF-8, not ended by NUL
 * @length: its bytes
 * @quoted: whether it stood in quotes; an empty cell without them is no value at all
 */
typedef struct
{
  const char *text;
  gsize       length;
  gboolean    quoted;
} TrasCsvCell;

/**
 * TrasCsvRow:
 * @line: the line that the row begins on, counted from 1
 * @n_cells: how many cells it has, at least one
 * @cells: (array length=n_cells): the cells
 *
 * A row, which lives until the next one is read.
 */
typedef struct
{
  guint              line;
  guint              n_cells;
  const TrasCsvCell *cells;
} TrasCsvRow;

/**
 * TrasCsvReaderFlags:
 * @TRAS_CSV_READER_TRAILING: rows end with a separator, behind which there is no cell
 * @TRAS_CSV_READER_RAW: leave the apostrophe that guards a text against being taken for a formula
 */
typedef enum
{
  TRAS_CSV_READER_NONE     = 0,
  TRAS_CSV_READER_TRAILING = 1 << 0,
  TRAS_CSV_READER_RAW      = 1 << 1,
} TrasCsvReaderFlags;

typedef struct _TrasCsvReader TrasCsvReader;

TrasCsvReader    *tras_csv_reader_new     (GBytes               *text,
                                           char                  delimiter,
                                           TrasCsvReaderFlags    flags);
void              tras_csv_reader_free    (TrasCsvReader        *self);
const TrasCsvRow *tras_csv_reader_next    (TrasCsvReader        *self,
                                           GError              **error);
double            tras_csv_reader_get_fraction
                                          (TrasCsvReader        *self);

gboolean          tras_csv_row_check      (const TrasCsvRow     *row,
                                           guint                 n_columns,
                                           GError              **error);
gboolean          tras_csv_row_is_empty   (const TrasCsvRow     *row);
char             *tras_csv_cell_dup_text  (const TrasCsvCell    *cell);
gboolean          tras_csv_text_is_guarded
                                          (const char           *text,
                                           gsize                 length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCsvReader, tras_csv_reader_free)

G_END_DECLS

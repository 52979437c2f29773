/* tras-csv-guess.h: how somebody else's CSV file is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-csv-encoding.h"
#include "tras-csv-reader.h"
#include "tras-date.h"
#include "tras-decimal.h"

G_BEGIN_DECLS

/**
 * TrasCsvType:
 * @TRAS_CSV_EMPTY: no cell has a value
 * @TRAS_CSV_TEXT: texts
 * @TRAS_CSV_NUMBER: numbers
 * @TRAS_CSV_DATE: dates, or ISO weeks
 *
 * What the cells of a column are.
 */
typedef enum
{
  TRAS_CSV_EMPTY,
  TRAS_CSV_TEXT,
  TRAS_CSV_NUMBER,
  TRAS_CSV_DATE,
} TrasCsvType;

/**
 * TrasCsvColumn:
 * @name: (nullable): the column's name, where there is a header
 * @type: what its cells are
 * @marks: the marks of its numbers, for tras_real_parse() and tras_decimal_parse()
 * @marks_ambiguous: its numbers could be read in two ways and nothing in the file tells which
 * @date_order: the order of its dates, for tras_csv_column_parse_day()
 * @order_ambiguous: its dates could be read in two ways and nothing in the file tells which
 * @decimals: the most digits behind the decimal mark, E notation aside
 * @percent: whether its numbers have a percent sign
 * @n_values: how many cells have a value
 * @n_misfits: how many of them are not of the type
 *
 * What was found out about a column from all of its cells.
 */
typedef struct
{
  char             *name;
  TrasCsvType       type;
  TrasDecimalMarks  marks;
  gboolean          marks_ambiguous;
  TrasDateOrder     date_order;
  gboolean          order_ambiguous;
  guint             decimals;
  gboolean          percent;
  guint             n_values;
  guint             n_misfits;
} TrasCsvColumn;

/**
 * TrasCsvOverrides:
 * @encoding: (nullable): a name of tras_csv_encoding_from_name()
 * @delimiter: the separator of cells, or 0
 * @header: 1 with, 0 without a header, -1 to guess
 * @decimal: (nullable): the decimal mark
 * @group: (nullable): the mark between groups of digits, "" for none
 * @date_order: a #TrasDateOrder, or -1
 *
 * What is known already and not to be guessed. Begin with %TRAS_CSV_GUESS_ALL.
 */
typedef struct
{
  const char *encoding;
  char        delimiter;
  int         header;
  const char *decimal;
  const char *group;
  int         date_order;
} TrasCsvOverrides;

#define TRAS_CSV_GUESS_ALL { NULL, 0, -1, NULL, NULL, -1 }

/**
 * TrasCsvDialect:
 * @text: the file's content in UTF-8
 * @encoding: what it was in
 * @delimiter: the separator of cells
 * @header: whether the first row names the columns
 * @trailing: whether rows end with a separator
 * @n_rows: rows below the header
 * @n_ragged: how many of them are narrower or wider than the first row
 * @n_columns: cells of the first row
 * @columns: (array length=n_columns): the columns
 *
 * How a file is written.
 */
typedef struct
{
  GBytes          *text;
  TrasCsvEncoding  encoding;
  char             delimiter;
  gboolean         header;
  gboolean         trailing;
  guint            n_rows;
  guint            n_ragged;
  guint            n_columns;
  TrasCsvColumn   *columns;
} TrasCsvDialect;

TrasCsvDialect *tras_csv_dialect_guess     (GBytes                  *bytes,
                                            const TrasCsvOverrides  *overrides,
                                            GError                 **error);
void            tras_csv_dialect_free      (TrasCsvDialect          *self);
TrasCsvReader  *tras_csv_dialect_open      (const TrasCsvDialect    *self);
int             tras_csv_dialect_find      (const TrasCsvDialect    *self,
                                            const char              *name);
char           *tras_csv_dialect_describe  (const TrasCsvDialect    *self);

TrasDay         tras_csv_column_parse_day  (const TrasCsvColumn     *column,
                                            const char              *text,
                                            gsize                    length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCsvDialect, tras_csv_dialect_free)

G_END_DECLS

/* tras-import-cells.h: the cells of a row of a CSV file as a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-csv-guess.h"
#include "tras-import-create.h"
#include "tras-names.h"

G_BEGIN_DECLS

/* A reference or a date up to this long is remembered, since later rows often say the same. */
#define TRAS_SEEN_TEXT_SIZE 48
#define TRAS_SEEN_TEXTS 256

/**
 * TrasSeenText:
 * @length: its bytes, 0 for none
 * @text: what a cell said, without NUL
 * @value: what it came to: an id or a day
 *
 * A cell that need not be read again.
 */
typedef struct
{
  gsize length;
  char text[TRAS_SEEN_TEXT_SIZE];
  gint64 value;
} TrasSeenText;

/**
 * TrasImportColumn:
 * @field: where it goes
 * @csv: how it is written
 * @index: which one it is in the file, from 0
 * @header: what it is called there
 * @quotes_all: whether it is in quotes whatever it says, so that an empty cell in quotes is no text
 * @digits: digits behind the decimal mark, for a decimal; from here on while an import runs
 * @names: (nullable): what the records that it refers to are called
 * @seen: (array fixed-size=256) (nullable): some of the references or dates that it had
 *
 * A column of the file.
 */
typedef struct
{
  const TrasField *field;
  const TrasCsvColumn *csv;
  guint index;
  char *header;
  gboolean quotes_all;

  int digits;
  TrasNames *names;
  TrasSeenText *seen;
} TrasImportColumn;

/**
 * TrasWaiting:
 * @column: the column
 * @name: what it says
 *
 * A reference to a record of the same file that may stand further down.
 */
typedef struct
{
  TrasImportColumn *column;
  char *name;
} TrasWaiting;

/**
 * TrasCells:
 * @row: what the last row says; one record serves for all rows
 * @waiting: (element-type TrasWaiting): its references that nothing is called by yet
 * @culprit: (nullable): the column that could not be read
 *
 * Reads rows.
 */
typedef struct
{
  TrasRecord *row;
  GArray *waiting;
  const TrasImportColumn *culprit;

  /*< private >*/
  TrasDb *db;
  const TrasTable *table;
  const TrasCsvDialect *dialect;
  GArray *columns;
  TrasRecord *blank;
  TrasCreator *creator;
  GHashTable *names;
  TrasNames *own_names;
  gboolean fills;  /* whether a check may fill in what has no column */
  GHashTable *everies;
  gint64 last_indicator;
  TrasEvery last_every;
  gboolean last_computed;
} TrasCells;

TrasImportColumn *tras_import_find_column (GArray                *columns,
                                           const TrasField       *field);

gboolean          tras_cells_init         (TrasCells             *self,
                                           TrasDb                *db,
                                           GType                  type,
                                           const TrasCsvDialect  *dialect,
                                           GArray                *columns,
                                           gboolean               create,
                                           GError               **error);
void              tras_cells_clear        (TrasCells             *self);
gboolean          tras_cells_read         (TrasCells             *self,
                                           const TrasCsvRow      *row,
                                           GError               **error);
void              tras_cells_copy         (TrasRecord            *to,
                                           TrasRecord            *from,
                                           const TrasField       *field);
void              tras_cells_learn        (TrasCells             *self,
                                           TrasRecord            *record);
gboolean          tras_cells_resolve      (TrasCells             *self,
                                           TrasImportColumn      *column,
                                           const char            *text,
                                           gsize                  length,
                                           gint64                *id,
                                           GError               **error);
GPtrArray        *tras_cells_get_created  (TrasCells             *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrasCells, tras_cells_clear)

G_END_DECLS

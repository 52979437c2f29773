/* tras-csv-reader.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-csv-reader.h"
#include "tras-error.h"

#define QUOTE '"'
#define GUARD '\''

/* A byte times this stands in each of eight. */
#define EIGHT G_GUINT64_CONSTANT (0x0101010101010101)

/* A cell as it was found. Doubled quotes are undone when the row is complete, when it is known how
 * much room they need, so that pointers into that room stay true. */
typedef struct
{
  gsize index;
  gsize n_doubled;
} Doubled;

struct _TrasCsvReader
{
  GBytes             *bytes;
  const char         *at;
  const char         *end;
  guint               line;
  char                delimiter;
  TrasCsvReaderFlags  flags;
  gboolean            failed;

  TrasCsvRow          row;
  TrasCsvCell        *cells;
  guint               n_cells;
  guint               n_allocated;
  GArray             *doubled;
  GByteArray         *room;
  gboolean            stops[256];
};

/**
 * tras_csv_reader_new:
 * @text: a text in valid UTF-8 without a byte order mark, as tras_csv_decode() makes it
 * @delimiter: the separator of cells: an ASCII character, no quote and no line end
 * @flags: how to read
 *
 * Reads CSV as RFC 4180 has it: cells may stand in double quotes, and then hold separators, line
 * ends and doubled quotes. Lines end with LF, CR LF or CR, mixed as they come. A quote inside of a
 * cell that does not begin with one is text. Lines without a character are passed over.
 *
 * Cells are spans of @text wherever that is possible, so reading allocates nothing for them.
 *
 * Returns: (transfer full): a reader before the first row
 */
TrasCsvReader *
tras_csv_reader_new (GBytes             *text,
                     char                delimiter,
                     TrasCsvReaderFlags  flags)
{
  TrasCsvReader *self;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (delimiter > 0 && strchr ("\"\r\n", delimiter) == NULL, NULL);

  self = g_new0 (TrasCsvReader, 1);
  self->bytes = g_bytes_ref (text);
  self->at = g_bytes_get_data (text, &length);
  if (self->at == NULL)
    self->at = "";
  self->end = self->at + length;
  self->line = 1;
  self->delimiter = delimiter;
  self->flags = flags;
  self->n_allocated = 64;
  self->cells = g_new (TrasCsvCell, self->n_allocated);
  self->doubled = g_array_new (FALSE, FALSE, sizeof (Doubled));
  self->room = g_byte_array_new ();
  self->stops[(guchar) delimiter] = TRUE;
  self->stops['\n'] = TRUE;
  self->stops['\r'] = TRUE;

  return self;
}

void
tras_csv_reader_free (TrasCsvReader *self)
{
  g_bytes_unref (self->bytes);
  g_free (self->cells);
  g_array_unref (self->doubled);
  g_byte_array_unref (self->room);
  g_free (self);
}

/**
 * tras_csv_reader_get_fraction:
 * @self: a reader
 *
 * Returns: how much of the text has been read, 0 to 1
 */
double
tras_csv_reader_get_fraction (TrasCsvReader *self)
{
  gsize length;

  g_return_val_if_fail (self != NULL, 0);

  length = g_bytes_get_size (self->bytes);

  return length == 0 ? 1 : 1 - (self->end - self->at) / (double) length;
}

static gsize
line_end_at (const char *at,
             const char *end)
{
  if (at == end || (*at != '\n' && *at != '\r'))
    return 0;

  return *at == '\r' && at + 1 < end && at[1] == '\n' ? 2 : 1;
}

static guint
count_line_ends (const char *at,
                 const char *end)
{
  guint n = 0;

  while (at < end)
    {
      gsize length = line_end_at (at, end);

      n += length > 0;
      at += MAX (length, 1);
    }

  return n;
}

static gboolean
fail (TrasCsvReader  *self,
      GError        **error,
      const char     *reason)
{
  self->failed = TRUE;
  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("Line %u, column %u: %s"),
               self->line, self->n_cells + 1, reason);

  return FALSE;
}

/* Begins at the opening quote. */
static gboolean
read_quoted (TrasCsvReader  *self,
             TrasCsvCell    *cell,
             GError        **error)
{
  const char *begin = self->at + 1;
  const char *at = begin;
  gsize n_doubled = 0;

  for (;;)
    {
      at = at < self->end ? memchr (at, QUOTE, self->end - at) : NULL;
      if (at == NULL)
        return fail (self, error, _("the quote that begins here does not end"));
      if (at + 1 == self->end || at[1] != QUOTE)
        break;
      n_doubled++;
      at += 2;
    }

  if (at + 1 < self->end && !self->stops[(guchar) at[1]])
    return fail (self, error, _("there is text behind the closing quote"));

  if (n_doubled > 0)
    {
      Doubled doubled = { self->n_cells, n_doubled };

      g_array_append_val (self->doubled, doubled);
    }
  *cell = (TrasCsvCell) { begin, at - begin, TRUE };
  self->line += count_line_ends (begin, at);
  self->at = at + 1;

  return TRUE;
}

/* The high bit of each byte that is zero, and perhaps of some above the first one. */
static inline guint64
find_zero (guint64 bytes)
{
  return (bytes - EIGHT) & ~bytes & EIGHT << 7;
}

/* The end of a cell without quotes. Cells are so short that a loop over their bytes would mostly
 * wait for the guess of where it ends. */
static inline const char *
find_stop (const TrasCsvReader *self)
{
  const guint64 delimiters = EIGHT * (guchar) self->delimiter;
  const char *at = self->at;

  for (; self->end - at >= (gssize) sizeof (guint64); at += sizeof (guint64))
    {
      guint64 bytes, found;

      memcpy (&bytes, at, sizeof bytes);
      bytes = GUINT64_FROM_LE (bytes);
      found = find_zero (bytes ^ delimiters) | find_zero (bytes ^ EIGHT * '\n') |
              find_zero (bytes ^ EIGHT * '\r');
      if (found != 0)
        return at + __builtin_ctzll (found) / 8;
    }
  while (at < self->end && !self->stops[(guchar) *at])
    at++;

  return at;
}

static void
read_plain (TrasCsvReader *self,
            TrasCsvCell   *cell)
{
  const char *begin = self->at;

  self->at = find_stop (self);
  *cell = (TrasCsvCell) { begin, self->at - begin, FALSE };
}

static void
undo_doubled (TrasCsvReader *self)
{
  gsize needed = 0;
  char *to;

  for (guint i = 0; i < self->doubled->len; i++)
    {
      const Doubled *doubled = &g_array_index (self->doubled, Doubled, i);

      needed += self->cells[doubled->index].length - doubled->n_doubled;
    }

  g_byte_array_set_size (self->room, needed);
  to = (char *) self->room->data;
  for (guint i = 0; i < self->doubled->len; i++)
    {
      const Doubled *doubled = &g_array_index (self->doubled, Doubled, i);
      TrasCsvCell *cell = &self->cells[doubled->index];
      const char *from = cell->text;
      const char *end = from + cell->length;

      cell->text = to;
      cell->length -= doubled->n_doubled;
      while (from < end)
        {
          from += *from == QUOTE;
          *to++ = *from++;
        }
    }
}

/**
 * tras_csv_text_is_guarded:
 * @text: a text
 * @length: its bytes
 *
 * A spreadsheet takes a text that begins with one of `= + - @`, a tab or a carriage return for a
 * formula. Such a text is written with an apostrophe before it, and so is one that begins with
 * apostrophes and goes on like that, or reading could not tell the two apart.
 *
 * Returns: whether @text is an apostrophe before a text that needs one
 */
gboolean
tras_csv_text_is_guarded (const char *text,
                          gsize       length)
{
  gsize i = 0;

  while (i < length && text[i] == GUARD)
    i++;

  return i > 0 && i < length && memchr ("=+-@\t\r", text[i], 6) != NULL;
}

static void
finish_row (TrasCsvReader *self)
{
  TrasCsvCell *cells = self->cells;

  if (self->doubled->len > 0)
    undo_doubled (self);

  self->row.cells = cells;
  self->row.n_cells = self->n_cells;

  if ((self->flags & TRAS_CSV_READER_TRAILING) != 0 && self->row.n_cells > 1 &&
      cells[self->row.n_cells - 1].length == 0 && !cells[self->row.n_cells - 1].quoted)
    self->row.n_cells--;

  if ((self->flags & TRAS_CSV_READER_RAW) != 0)
    return;
  for (guint i = 0; i < self->row.n_cells; i++)
    if (cells[i].length > 1 && *cells[i].text == GUARD &&
        tras_csv_text_is_guarded (cells[i].text, cells[i].length))
      {
        cells[i].text++;
        cells[i].length--;
      }
}

/**
 * tras_csv_reader_next:
 * @self: a reader
 * @error: %TRAS_ERROR_INVALID with line and column, counted in cells from 1, for a quote that does
 *   not end, for text behind a closing quote and for a row wider than %TRAS_CSV_COLUMNS_MAX
 *
 * Nothing can be read behind an error, since nobody knows where the next cell begins.
 *
 * Returns: (transfer none) (nullable): the next row, which lives until the next call; %NULL at the
 *   end and on an error
 */
const TrasCsvRow *
tras_csv_reader_next (TrasCsvReader  *self,
                      GError        **error)
{
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  for (; (length = line_end_at (self->at, self->end)) > 0; self->at += length)
    self->line++;
  if (self->at == self->end || self->failed)
    return NULL;

  self->n_cells = 0;
  if (self->doubled->len > 0)
    g_array_set_size (self->doubled, 0);
  self->row.line = self->line;

  for (;;)
    {
      TrasCsvCell *cell;

      if (self->n_cells == TRAS_CSV_COLUMNS_MAX)
        {
          fail (self, error, _("the row is too wide"));
          return NULL;
        }

      if (self->n_cells == self->n_allocated)
        {
          self->n_allocated *= 2;
          self->cells = g_renew (TrasCsvCell, self->cells, self->n_allocated);
        }

      cell = &self->cells[self->n_cells];
      if (self->at == self->end || *self->at != QUOTE)
        read_plain (self, cell);
      else if (!read_quoted (self, cell, error))
        return NULL;
      self->n_cells++;

      if (self->at == self->end || *self->at != self->delimiter)
        break;
      self->at++;
    }

  length = line_end_at (self->at, self->end);
  self->at += length;
  self->line += length > 0;
  finish_row (self);

  return &self->row;
}

/**
 * tras_csv_row_check:
 * @row: a row
 * @n_columns: how many cells it has to have
 * @error: %TRAS_ERROR_INVALID with the line, and the column where the row ends or should have
 *
 * Returns: whether the row is as wide as that
 */
gboolean
tras_csv_row_check (const TrasCsvRow  *row,
                    guint              n_columns,
                    GError           **error)
{
  g_return_val_if_fail (row != NULL, FALSE);

  if (row->n_cells == n_columns)
    return TRUE;

  if (row->n_cells < n_columns)
    g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                 _("Line %u, column %u: the row ends here, where %u columns are expected"),
                 row->line, row->n_cells, n_columns);
  else
    g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                 _("Line %u, column %u: the row goes on, where %u columns are expected"),
                 row->line, n_columns + 1, n_columns);

  return FALSE;
}

/**
 * tras_csv_row_is_empty:
 * @row: a row
 *
 * Returns: whether nothing stands in the row, as in the rows that spreadsheets put at the end
 */
gboolean
tras_csv_row_is_empty (const TrasCsvRow *row)
{
  g_return_val_if_fail (row != NULL, TRUE);

  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].length > 0)
      return FALSE;

  return TRUE;
}

/**
 * tras_csv_cell_dup_text:
 * @cell: a cell
 *
 * Returns: (transfer full): its text
 */
char *
tras_csv_cell_dup_text (const TrasCsvCell *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return g_strndup (cell->text, cell->length);
}

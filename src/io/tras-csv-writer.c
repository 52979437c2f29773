/* tras-csv-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-csv-reader.h"
#include "tras-csv-writer.h"

/* How much is gathered before the stream sees it. */
#define CHUNK (64 * 1024)

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct _TrasCsvWriter
{
  GOutputStream      *stream;
  GString            *pending;
  gsize               row_begin;
  guint               n_cells;
  char                delimiter;
  char                special[5];
  TrasCsvWriterFlags  flags;
};

/**
 * tras_csv_writer_new:
 * @stream: where to
 * @delimiter: the separator of cells: an ASCII character, no quote and no line end
 * @flags: how to write
 *
 * Writes UTF-8 and CSV as RFC 4180 has it. What tras_csv_reader_next() reads from it are the same
 * cells, whatever text they hold.
 *
 * Returns: (transfer full): a writer before the first row
 */
TrasCsvWriter *
tras_csv_writer_new (GOutputStream      *stream,
                     char                delimiter,
                     TrasCsvWriterFlags  flags)
{
  TrasCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);
  g_return_val_if_fail (delimiter > 0 && strchr ("\"\r\n", delimiter) == NULL, NULL);

  self = g_new0 (TrasCsvWriter, 1);
  self->stream = g_object_ref (stream);
  self->pending = g_string_sized_new (CHUNK + 1024);
  self->delimiter = delimiter;
  self->flags = flags;
  memcpy (self->special, "\"\r\n", 3);
  self->special[3] = delimiter;
  if ((flags & TRAS_CSV_WRITER_MARK) != 0)
    g_string_append (self->pending, BYTE_ORDER_MARK);
  self->row_begin = self->pending->len;

  return self;
}

/**
 * tras_csv_writer_free:
 * @self: a writer
 *
 * Drops what was not flushed: who did not ask for errors does not get a file.
 */
void
tras_csv_writer_free (TrasCsvWriter *self)
{
  g_object_unref (self->stream);
  g_string_free (self->pending, TRUE);
  g_free (self);
}

static void
begin_cell (TrasCsvWriter *self)
{
  if (self->n_cells++ > 0)
    g_string_append_c (self->pending, self->delimiter);
}

/* Space at the ends is quoted too, since some readers trim what is not, and so is what would be
 * taken for a byte order mark at the file's beginning. */
static gboolean
needs_quotes (TrasCsvWriter *self,
              const char    *text,
              gsize          length)
{
  return length == 0 || text[0] == ' ' || text[length - 1] == ' ' ||
         g_str_has_prefix (text, BYTE_ORDER_MARK) || strpbrk (text, self->special) != NULL;
}

/**
 * tras_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): a cell's text, UTF-8; %NULL for no value, which is told from an empty text
 *
 * Adds a text cell. Where a spreadsheet would take the text for a formula, an apostrophe comes
 * before it, which reading takes off again. Broken UTF-8 is replaced.
 */
void
tras_csv_writer_add_text (TrasCsvWriter *self,
                          const char    *text)
{
  g_autofree char *valid = NULL;
  gboolean guard, quotes;
  gsize length;

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (text == NULL)
    return;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  length = strlen (text);
  guard = length > 0 && (memchr ("=+-@\t\r", *text, 6) != NULL ||
                         tras_csv_text_is_guarded (text, length));
  quotes = needs_quotes (self, text, length);

  if (quotes)
    g_string_append_c (self->pending, '"');
  if (guard)
    g_string_append_c (self->pending, '\'');
  for (const char *rest = text; *rest != '\0';)
    {
      gsize n = strcspn (rest, "\"");

      g_string_append_len (self->pending, rest, n);
      rest += n;
      if (*rest == '"')
        {
          g_string_append (self->pending, "\"\"");
          rest++;
        }
    }
  if (quotes)
    g_string_append_c (self->pending, '"');
}

/**
 * tras_csv_writer_add_plain:
 * @self: a writer
 * @text: (nullable): a number or a date in its canonical form; %NULL for no value
 *
 * Adds a cell that is what it looks like, so that -5 stays a number.
 */
void
tras_csv_writer_add_plain (TrasCsvWriter *self,
                           const char    *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text == NULL || strpbrk (text, "=@\t\r\n\"") == NULL);

  begin_cell (self);
  if (text == NULL)
    return;

  if (strchr (text, self->delimiter) != NULL)
    g_string_append_printf (self->pending, "\"%s\"", text);
  else
    g_string_append (self->pending, text);
}

/**
 * tras_csv_writer_end_row:
 * @self: a writer
 * @error: the stream's
 *
 * Ends the row. A row of one cell without a value becomes an empty text, since a line without a
 * character is no row.
 *
 * Returns: whether what had to be written was written
 */
gboolean
tras_csv_writer_end_row (TrasCsvWriter  *self,
                         GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_cells > 0 && self->pending->len == self->row_begin)
    g_string_append (self->pending, "\"\"");
  if (self->n_cells > 0)
    g_string_append (self->pending, (self->flags & TRAS_CSV_WRITER_LF) != 0 ? "\n" : "\r\n");
  self->n_cells = 0;
  self->row_begin = self->pending->len;

  return self->pending->len < CHUNK || tras_csv_writer_flush (self, error);
}

/**
 * tras_csv_writer_flush:
 * @self: a writer between two rows
 * @error: the stream's
 *
 * Writes what is pending; to be called at the end. The stream is left open.
 *
 * Returns: whether all rows were written
 */
gboolean
tras_csv_writer_flush (TrasCsvWriter  *self,
                       GError        **error)
{
  gboolean written;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->n_cells == 0, FALSE);

  written = g_output_stream_write_all (self->stream, self->pending->str, self->pending->len,
                                       NULL, NULL, error);
  g_string_truncate (self->pending, 0);
  self->row_begin = 0;

  return written;
}

/* tras-cell-block.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What spreadsheets put on the clipboard is not CSV: an empty line is an empty cell, which must not
 * move up what stands below it, and a quote may be nothing but a quote.
 */

#include "config.h"

#include <string.h>

#include "tras-cell-block.h"

#define QUOTE '"'
#define ENDS "\t\r\n"

/* A cell with tabs, ends of lines or quotes in it stands in quotes, and its own are doubled. NULL
 * where the quote does not end with the cell, and so is part of it. */
static char *
read_quoted (const char **at)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *end = *at + 1;

  for (; *end != '\0'; end++)
    {
      if (*end == QUOTE && end[1] != QUOTE)
        break;
      if (*end == QUOTE)
        end++;
      g_string_append_c (cell, *end);
    }
  if (*end != QUOTE || strcspn (end + 1, ENDS) > 0)
    return NULL;

  *at = end + 1;

  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static char *
read_cell (const char **at)
{
  char *cell = **at == QUOTE ? read_quoted (at) : NULL;
  gsize length;

  if (cell != NULL)
    return cell;

  length = strcspn (*at, ENDS);
  cell = g_strndup (*at, length);
  *at += length;

  return cell;
}

/**
 * tras_cell_block_parse:
 * @text: cells: columns parted by tabs, rows ended or parted by ends of lines of any system
 *
 * Returns: (transfer full) (element-type GStrv): the rows from top to bottom, each with the cells
 *   that it has
 */
GPtrArray *
tras_cell_block_parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_return_val_if_fail (text != NULL, rows);

  for (const char *at = text; *at != '\0';)
    {
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, read_cell (&at));
      while (*at == '\t')
        {
          at++;
          g_ptr_array_add (cells, read_cell (&at));
        }
      if (*at == '\r' && at[1] == '\n')
        at++;
      if (*at != '\0')
        at++;
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));
    }

  return rows;
}

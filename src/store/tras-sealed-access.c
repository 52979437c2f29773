/* tras-sealed-access.c: what was done with the key of confidential reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-seal.h"
#include "tras-sealed-file-private.h"

void
tras_sealed_access_free (TrasSealedAccess *self)
{
  g_clear_pointer (&self->link, g_bytes_unref);
  g_free (self->what);
  g_free (self);
}

static GBytes *
make_link (GBytes     *before,
           gint64      number,
           TrasDay     day,
           const char *what,
           gint64      report_id)
{
  g_autofree char *iso = tras_day_to_iso (day);
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT " %s %s %" G_GINT64_FORMAT, number,
                                           iso != NULL ? iso : "", what, report_id);

  return tras_seal_link (before, line);
}

static gboolean
read_last (TrasSealedFile  *self,
           gint64          *lines,
           GBytes         **link,
           GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;

  statement = tras_engine_prepare_once (self->engine, "SELECT lines, last_link FROM officer",
                                        error);
  if (statement == NULL || tras_statement_step (statement, error) < 0)
    return FALSE;
  *lines = tras_statement_column_int (statement, 0);
  *link = tras_statement_dup_bytes (statement, 1);
  tras_statement_reset (statement);

  return TRUE;
}

/**
 * tras_sealed_file_note:
 * @self: a file between tras_sealed_file_begin() and tras_sealed_file_commit()
 * @what: what was done, a word of the file's own
 * @report_id: with which report, or -1
 * @error: where to put the error
 *
 * Adds a line to the access log.
 */
gboolean
tras_sealed_file_note (TrasSealedFile  *self,
                       const char      *what,
                       gint64           report_id,
                       GError         **error)
{
  g_autoptr (TrasStatement) insert = NULL, update = NULL;
  g_autoptr (GBytes) before = NULL, link = NULL;
  TrasDay today = tras_day_today ();
  gint64 lines;

  if (!read_last (self, &lines, &before, error))
    return FALSE;
  insert = tras_engine_prepare_once (self->engine,
                                     "INSERT INTO access (number, happened_on, what, report_id,"
                                     " link) VALUES ($1, $2, $3, $4, $5)", error);
  update = tras_engine_prepare_once (self->engine,
                                     "UPDATE officer SET lines = $1, last_link = $2", error);
  if (insert == NULL || update == NULL)
    return FALSE;

  link = make_link (before, lines + 1, today, what, report_id);
  tras_statement_bind_int (insert, 1, lines + 1);
  tras_sealed_bind_day (insert, 2, today);
  tras_statement_bind_text (insert, 3, what);
  if (report_id >= 0)
    tras_statement_bind_int (insert, 4, report_id);
  tras_statement_bind_bytes (insert, 5, link);
  tras_statement_bind_int (update, 1, lines + 1);
  tras_statement_bind_bytes (update, 2, link);

  return tras_statement_run (insert, error) && tras_statement_run (update, error);
}

static TrasSealedAccess *
read_access (TrasStatement *statement)
{
  TrasSealedAccess *line = g_new0 (TrasSealedAccess, 1);

  line->number = (guint) tras_statement_column_int (statement, 0);
  line->happened_on = tras_sealed_column_day (statement, 1);
  line->what = g_strdup (tras_statement_column_text (statement, 2));
  line->report_id = tras_statement_column_null (statement, 3)
                      ? -1 : tras_statement_column_int (statement, 3);
  line->link = tras_statement_dup_bytes (statement, 4);

  return line;
}

/**
 * tras_sealed_file_list_access:
 * @self: a file
 * @broken: (out): the number of the first line that was changed, or that is missing; 0 where all
 *   are as they were written
 * @error: where to put the error
 *
 * The chain begins with the officer's public key, and the file knows how it ends. Whoever can write
 * the file can write another chain; only a link that somebody has written down shows that.
 *
 * Returns: (transfer full) (element-type TrasSealedAccess): the lines of the access log, the oldest
 *   first; or %NULL
 */
GPtrArray *
tras_sealed_file_list_access (TrasSealedFile  *self,
                              guint           *broken,
                              GError         **error)
{
  g_autoptr (TrasStatement) statement = NULL;
  g_autoptr (GPtrArray) lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_sealed_access_free);
  g_autoptr (GBytes) link = tras_seal_link (self->public_key, "");
  g_autoptr (GBytes) last = NULL;
  gint64 n_lines;
  int state;

  *broken = 0;
  statement = tras_engine_prepare_once (self->engine,
                                        "SELECT number, happened_on, what, report_id, link"
                                        " FROM access ORDER BY number", error);
  if (statement == NULL || !read_last (self, &n_lines, &last, error))
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      TrasSealedAccess *line = read_access (statement);
      g_autoptr (GBytes) before = g_steal_pointer (&link);

      g_ptr_array_add (lines, line);
      link = make_link (before, lines->len, line->happened_on, line->what, line->report_id);
      if (*broken == 0 && (line->number != lines->len || !g_bytes_equal (link, line->link)))
        *broken = lines->len;
    }
  if (state < 0)
    return NULL;
  if (*broken == 0 && (n_lines != lines->len || !g_bytes_equal (link, last)))
    *broken = lines->len + 1;

  return g_steal_pointer (&lines);
}

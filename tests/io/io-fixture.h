/* io-fixture.h: a firm's file, imports into it and exports from it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>

#include "tras-export.h"
#include "tras-firm.h"
#include "tras-import.h"
#include "tras-kind-columns.h"
#include "tras-tables.h"

typedef struct
{
  char *folder;
  char *path;
  TrasDb *db;
} Fixture;

G_GNUC_UNUSED static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tras-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "firm.trastienda", NULL);
  fixture->db = tras_db_create (fixture->path, &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_check_references (fixture->db, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->db);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Reads a text as a kind; the text must be CSV with the right columns. */
G_GNUC_UNUSED static TrasImport *
make_import (const char *kind,
             const char *text,
             gssize      length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  TrasImport *import = tras_import_new (tras_kind_find_type (kind), bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);

  return import;
}

G_GNUC_UNUSED static void
run_import (Fixture         *fixture,
            TrasImport      *import,
            TrasImportFlags  flags)
{
  g_autoptr (GError) error = NULL;

  tras_import_run (import, fixture->db, flags, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Takes a text of which nothing may be refused; how many rows are new, changed and the same. */
G_GNUC_UNUSED static void
take (Fixture         *fixture,
      const char      *kind,
      const char      *text,
      TrasImportFlags  flags,
      guint            n_new,
      guint            n_changed,
      guint            n_same)
{
  g_autoptr (TrasImport) import = make_import (kind, text, -1);
  const TrasImportCounts *counts = tras_import_get_counts (import);
  GPtrArray *refusals = tras_import_get_refusals (import);

  run_import (fixture, import, flags);
  for (guint i = 0; i < refusals->len; i++)
    {
      TrasImportRefusal *refusal = refusals->pdata[i];

      g_test_message ("%s, line %u, %s “%s”: %s", kind, refusal->line, refusal->column,
                      refusal->value, refusal->reason);
    }
  g_assert_cmpuint (refusals->len, ==, 0);
  g_assert_cmpuint (counts->n_new, ==, n_new);
  g_assert_cmpuint (counts->n_changed, ==, n_changed);
  g_assert_cmpuint (counts->n_same, ==, n_same);
}

/* Takes a text of which one row is refused, and nothing is written. */
G_GNUC_UNUSED static void
expect (Fixture    *fixture,
        const char *kind,
        const char *text,
        guint       line,
        const char *column,
        const char *reason)
{
  g_autoptr (TrasImport) import = make_import (kind, text, -1);
  GPtrArray *refusals = tras_import_get_refusals (import);
  TrasImportRefusal *refusal;

  g_test_message ("%s: %s", kind, text);
  run_import (fixture, import, TRAS_IMPORT_DEFAULT);
  g_assert_cmpuint (refusals->len, ==, 1);
  refusal = refusals->pdata[0];
  g_assert_cmpuint (refusal->line, ==, line);
  g_assert_cmpstr (refusal->column, ==, column);
  g_assert_cmpstr (refusal->reason, ==, reason);
}

G_GNUC_UNUSED static char *
dup_export_of (Fixture    *fixture,
               const char *kind,
               const char *date)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_export_kind (fixture->db, kind, tras_day_from_iso (date), stream,
                                   NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

G_GNUC_UNUSED static char *
dup_export (Fixture    *fixture,
            const char *kind)
{
  return dup_export_of (fixture, kind, "");
}

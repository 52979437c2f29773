/* sealed-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sqlite3.h>

#include "sealed-fixture.h"

void
sealed_set_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("TRASTIENDA_TODAY", "2026-11-30", TRUE);
  tras_sealed_book_set_up (fixture->path, PASSPHRASE, TRAS_SEAL_COST_LEAST, &error);
  g_assert_no_error (error);
}

TrasSealKey *
sealed_open_key (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasSealKey *key = tras_sealed_book_open (fixture->path, PASSPHRASE, &error);

  g_assert_no_error (error);

  return key;
}

char *
sealed_write (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *code = tras_sealed_book_write (fixture->path, TRAS_SEALED_FRAUD, TEXT, CONTACT, &error);

  g_assert_no_error (error);

  return code;
}

TrasSealedReport *
sealed_act (Fixture       *fixture,
            TrasSealKey   *key,
            gint64         id,
            TrasSealedAct  what,
            const char    *text,
            TrasDay        day)
{
  g_autoptr (GError) error = NULL;
  TrasSealedReport *report = tras_sealed_book_act (fixture->path, key, id, what, text, day, &error);

  g_assert_no_error (error);

  return report;
}

gint64
sealed_only_id (Fixture     *fixture,
                TrasSealKey *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = tras_sealed_book_list (fixture->path, key, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);

  return ((TrasSealedReport *) reports->pdata[0])->id;
}

TrasSealedReport *
sealed_follow (Fixture    *fixture,
               const char *code,
               const char *addition)
{
  g_autoptr (GError) error = NULL;
  TrasSealedReport *report = tras_sealed_book_follow (fixture->path, code, addition, &error);

  g_assert_no_error (error);

  return report;
}

/* Runs SQL on the file as somebody with another program would. */
void
sealed_meddle (Fixture    *fixture,
               const char *sql)
{
  g_autofree char *path = tras_sealed_file_dup_path (fixture->path);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  sqlite3_close (handle);
}

void
sealed_assert_look_fails (Fixture   *fixture,
                          TrasError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree TrasSealedOverview *overview = tras_sealed_book_look (fixture->path, &error);

  g_assert_null (overview);
  g_assert_error (error, TRAS_ERROR, (int) code);
}

/* test-error-words.c: every error is said in words, with the way out that helps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "tras-error-words.h"
#include "tras-error.h"

typedef struct
{
  TrasError code;
  const char *title;
  TrasWayOut way_out;
  gboolean lasting;
  gboolean names_file;
} Case;

static const Case cases[] = {
  { TRAS_ERROR_BUSY, "Another Window Is Saving", TRAS_WAY_OUT_TRY_AGAIN, FALSE, FALSE },
  { TRAS_ERROR_CONFLICT, "Changed Since", TRAS_WAY_OUT_NONE, FALSE, FALSE },
  { TRAS_ERROR_CONSTRAINT, "This Cannot Be Stored", TRAS_WAY_OUT_NONE, FALSE, FALSE },
  { TRAS_ERROR_REFUSED, "This Cannot Be Done", TRAS_WAY_OUT_NONE, FALSE, FALSE },
  { TRAS_ERROR_FULL, "The Disk Is Full", TRAS_WAY_OUT_TRY_AGAIN, FALSE, FALSE },
  { TRAS_ERROR_READ_ONLY, "Read Only", TRAS_WAY_OUT_SAVE_AS, TRUE, TRUE },
  { TRAS_ERROR_MOVED, "The File Was Moved or Replaced", TRAS_WAY_OUT_SAVE_AS, TRUE, TRUE },
  { TRAS_ERROR_DAMAGED, "The File Is Damaged", TRAS_WAY_OUT_BACKUPS, TRUE, TRUE },
  { TRAS_ERROR_IO, "The Disk Does Not Answer", TRAS_WAY_OUT_TRY_AGAIN, FALSE, TRUE },
  { TRAS_ERROR_DENIED, "No Permission", TRAS_WAY_OUT_OPEN_OTHER, FALSE, TRUE },
  { TRAS_ERROR_NEWER, "Made by a Newer Version", TRAS_WAY_OUT_READ_ONLY, FALSE, TRUE },
  { TRAS_ERROR_TOO_NEW, "Made by a Newer Version", TRAS_WAY_OUT_OPEN_OTHER, FALSE, TRUE },
  { TRAS_ERROR_OLDER, "Made by an Older Version", TRAS_WAY_OUT_SAVE_AS, FALSE, TRUE },
  { TRAS_ERROR_FOREIGN, "Not a Company File", TRAS_WAY_OUT_OPEN_OTHER, FALSE, TRUE },
  { TRAS_ERROR_NOT_FOUND, "Not Found", TRAS_WAY_OUT_NONE, FALSE, TRUE },
  { TRAS_ERROR_EXISTS, "There Is a File Already", TRAS_WAY_OUT_NONE, FALSE, TRUE },
  { TRAS_ERROR_EXPOSED, "Others May Read It", TRAS_WAY_OUT_NONE, FALSE, TRUE },
  { TRAS_ERROR_INVALID, "This Does Not Fit", TRAS_WAY_OUT_NONE, FALSE, FALSE },
  { TRAS_ERROR_BUG, "A Mistake of This Program", TRAS_WAY_OUT_COPY_DETAILS, FALSE, FALSE },
};

static void
test_code (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = g_error_new_literal (TRAS_ERROR, (int) c->code, "inner words");
  g_autoptr (TrasErrorWords) words = tras_error_words_new (error, "/home/ana/Núñez.trastienda");

  g_assert_cmpstr (words->title, ==, c->title);
  g_assert_cmpint (words->way_out, ==, c->way_out);
  g_assert_cmpint (words->lasting, ==, c->lasting);
  g_assert_cmpint (strlen (words->body), >, 0);

  /* A button stands there exactly when there is a way out. */
  g_assert_cmpint (words->button != NULL, ==, c->way_out != TRAS_WAY_OUT_NONE);

  /* The file is named by its name alone: a whole path does not fit in a bar. */
  g_assert_cmpint (strstr (words->body, "“Núñez.trastienda”") != NULL, ==, c->names_file);
  g_assert_null (strstr (words->body, "/home"));

  /* What the store says is for logs, unless it is about what was typed. */
  g_assert_cmpint (strstr (words->body, "inner words") != NULL, ==,
                   c->code == TRAS_ERROR_INVALID || c->code == TRAS_ERROR_REFUSED);
}

static void
test_constraints (void)
{
  static const char *const messages[] = {
    "UNIQUE constraint failed: area.name",
    "FOREIGN KEY constraint failed",
    "NOT NULL constraint failed: goal.title",
    "CHECK constraint failed: left_on >= hired_on",
    "CHECK constraint failed: something that nobody has words for",
  };

  /* Each kind of rule has a sentence of its own. */
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (TRAS_ERROR, TRAS_ERROR_CONSTRAINT,
                                                      messages[i]);
      g_autoptr (TrasErrorWords) words = tras_error_words_new (error, NULL);

      for (guint j = 0; j < i; j++)
        {
          g_autoptr (GError) other = g_error_new_literal (TRAS_ERROR, TRAS_ERROR_CONSTRAINT,
                                                          messages[j]);
          g_autoptr (TrasErrorWords) theirs = tras_error_words_new (other, NULL);

          g_assert_cmpstr (words->body, !=, theirs->body);
        }
    }
}

static void
test_others (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No room left");
  g_autoptr (TrasErrorWords) words = tras_error_words_new (error, NULL);
  g_autoptr (GError) nameless = g_error_new_literal (TRAS_ERROR, TRAS_ERROR_MOVED, "");
  g_autoptr (TrasErrorWords) sentence = tras_error_words_new (nameless, NULL);
  g_autoptr (TrasErrorWords) bar = tras_error_words_new_read_only ("/x/y.trastienda", FALSE);
  g_autoptr (TrasErrorWords) newer = tras_error_words_new_read_only ("/x/y.trastienda", TRUE);

  g_assert_cmpstr (words->body, ==, "No room left");
  g_assert_nonnull (strstr (sentence->body, "The company file"));
  g_assert_true (bar->lasting);
  g_assert_nonnull (strstr (bar->body, "y.trastienda"));
  g_assert_cmpint (bar->way_out, ==, TRAS_WAY_OUT_SAVE_AS);

  /* A copy of a newer file could not be changed either. */
  g_assert_true (newer->lasting);
  g_assert_cmpint (newer->way_out, ==, TRAS_WAY_OUT_NONE);
}

/* A list that could not be read says why, whether its rows are of before, and what to do. */
static void
test_reading (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error =
        g_error_new_literal (TRAS_ERROR, (int) cases[i].code, "inner words");
      g_autoptr (TrasErrorWords) none =
        tras_error_words_new_reading (error, "/home/ana/Núñez.trastienda", FALSE);
      g_autoptr (TrasErrorWords) some =
        tras_error_words_new_reading (error, "/home/ana/Núñez.trastienda", TRUE);

      g_assert_cmpstr (none->title, ==, cases[i].title);
      g_assert_cmpstr (none->body, !=, some->body);
      g_assert_null (strstr (some->body, "Nothing was changed"));
      g_assert_nonnull (some->button);
      g_assert_cmpint (some->way_out, ==, cases[i].code == TRAS_ERROR_DAMAGED
                                            ? TRAS_WAY_OUT_BACKUPS
                                            : TRAS_WAY_OUT_TRY_AGAIN);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* A code that is added to the domain has to be added here. */
  g_assert_cmpint (G_N_ELEMENTS (cases), ==, TRAS_ERROR_BUG + 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/error-words/code/%u", cases[i].code);

      g_test_add_data_func (path, &cases[i], test_code);
    }
  g_test_add_func ("/error-words/constraints", test_constraints);
  g_test_add_func ("/error-words/others", test_others);
  g_test_add_func ("/error-words/reading", test_reading);

  return g_test_run ();
}

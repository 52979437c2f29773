/* test-manual.c: the manual of the command line names the kinds and columns that there are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-feed.h"
#include "tras-kind-columns.h"

static char *manual;

/* The columns in their order, with brackets around those that may be absent. */
static char *
dup_columns (const TrasTable *table)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      g_autofree char *header = NULL;
      gboolean needed = (field->flags & TRAS_FIELD_REQUIRED) && field->initial == NULL;

      if (!tras_kind_is_column (field))
        continue;

      header = tras_kind_dup_header (table, field);
      g_string_append_printf (columns, needed ? "%s%s" : "%s[%s]", columns->len > 0 ? ", " : "",
                              header);
    }

  return g_string_free (columns, FALSE);
}

/* The lines after the kind's own, up to the next macro, as one; NULL if there is no such kind. */
static char *
dup_documented (const char *kind)
{
  g_autofree char *heading = g_strdup_printf ("\n.TP\n.B %s\n", kind);
  const char *kinds = strstr (manual, "\n.SH KINDS\n");
  const char *start;
  const char *end;
  char *text;

  g_assert_nonnull (kinds);
  start = strstr (kinds, heading);
  if (start == NULL)
    return NULL;

  start += strlen (heading);
  end = strstr (start, "\n.");
  g_assert_nonnull (end);
  text = g_strndup (start, end - start);

  return g_strdelimit (text, "\n", ' ');
}

static void
test_columns (void)
{
  GType type;

  for (guint i = 0; (type = tras_kind_get_type (i)) != G_TYPE_INVALID; i++)
    {
      const TrasTable *table = tras_record_type_get_table (type);
      g_auto (GStrv) words = NULL;
      g_autofree char *kind = NULL;
      g_autofree char *columns = NULL;
      g_autofree char *documented = NULL;

      /* A hyphen is spelled so that it can be copied from the page. */
      words = g_strsplit (table->kind, "-", -1);
      kind = g_strjoinv ("\\-", words);
      columns = dup_columns (table);
      documented = dup_documented (kind);
      g_test_message ("%s", kind);
      g_assert_cmpstr (documented, ==, columns);
    }
}

static void
test_feeds (void)
{
  for (guint i = 0; i < tras_feed_get_n (); i++)
    {
      g_auto (GStrv) words = g_strsplit (tras_feed_get (i)->id, "-", -1);
      g_autofree char *id = g_strjoinv ("\\-", words);

      g_test_message ("%s", id);
      g_assert_nonnull (strstr (manual, id));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  path = g_test_build_filename (G_TEST_DIST, "..", "data", "man", "trastienda-cli.1", NULL);
  g_assert_true (g_file_get_contents (path, &manual, NULL, NULL));

  g_test_add_func ("/io/manual/columns", test_columns);
  g_test_add_func ("/io/manual/feeds", test_feeds);

  result = g_test_run ();
  g_free (manual);

  return result;
}

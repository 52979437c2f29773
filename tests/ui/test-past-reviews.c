/* test-past-reviews.c: the meetings of the sample company, found again, and their minutes as files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * TRASTIENDA_CLI names the program that writes minutes.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "tras-minutes-files.h"
#include "tras-past-reviews.h"
#include "tras-ui-fixture.h"

#define TODAY "2026-11-21"

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static guint
count_rows (gpointer window)
{
  GtkListBox *list = GTK_LIST_BOX (find (window, GTK_TYPE_LIST_BOX));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n) != NULL)
    n++;

  return n;
}

static gboolean
has_all (gpointer window)
{
  return count_rows (window) == 2;
}

static gboolean
has_one (gpointer window)
{
  return count_rows (window) == 1;
}

static gboolean
has_none (gpointer window)
{
  return count_rows (window) == 0;
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  TrasPastReviews *self;
  GtkEditable *search;

  fixture_wait_open (fixture);
  self = tras_past_reviews_new (fixture->window);
  search = GTK_EDITABLE (find (GTK_WIDGET (self), GTK_TYPE_SEARCH_ENTRY));
  gtk_window_present (GTK_WINDOW (self));
  wait_until (has_all, self);
  fixture_assert_named (GTK_WIDGET (self));

  gtk_editable_set_text (search, "TELEPHONE");
  wait_until (has_one, self);
  gtk_editable_set_text (search, "telephone zebra");
  wait_until (has_none, self);
  gtk_editable_set_text (search, "");
  wait_until (has_all, self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_meeting_load (db, tras_day_from_iso (TODAY) - 7, 0, error);
}

static void
on_result (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static TrasMeeting *
load (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TrasMeeting *meeting;

  tras_store_run_async (tras_window_get_store (fixture->window), load, load_job, NULL, NULL,
                        (GDestroyNotify) tras_meeting_unref, NULL, on_result, &result);
  wait_until (has_result, &result);
  meeting = tras_store_run_finish (tras_window_get_store (fixture->window), result, &error);
  g_assert_no_error (error);

  return meeting;
}

static void
assert_pdf (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  g_unlink (path);
}

/* Whoever was there gets the minutes in their language; who was not does not count. */
static void
test_languages (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const names[] = { "it_IT", "en_IE", "fr", "it", "pt" };
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) languages = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  guint n = 0;

  fixture_wait_open (fixture);
  meeting = load (fixture);
  for (guint i = 0; i < meeting->people->len; i++)
    {
      TrasReviewPerson *row = meeting->attendance->pdata[i];
      TrasPerson *person = meeting->people->pdata[i];

      g_clear_pointer (&person->language, g_free);
      if (!row->present)
        person->language = g_strdup ("es");
      else if (n < G_N_ELEMENTS (names))
        person->language = g_strdup (names[n++]);
    }
  languages = tras_minutes_files_list_languages (meeting);
  g_assert_cmpuint (languages->len, ==, 3);
  g_assert_cmpstr (languages->pdata[0], ==, "en");
  g_assert_cmpstr (languages->pdata[1], ==, "it");
  g_assert_cmpstr (languages->pdata[2], ==, "pt_BR");

  path = g_build_filename (fixture->folder, "minutes.pdf", NULL);
  file = g_file_new_for_path (path);
  tras_minutes_files_save_async (meeting, fixture->path, file, NULL, on_result, &result);
  wait_until (has_result, &result);
  files = tras_minutes_files_save_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 3);
  g_assert_cmpstr (files->pdata[0], ==, path);
  g_assert_true (g_str_has_suffix (files->pdata[2], "minutes.pt_BR.pdf"));
  for (guint i = 0; i < files->len; i++)
    assert_pdf (files->pdata[i]);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/minutes.pdf");
  g_autoptr (GError) error = NULL;

  fixture_wait_open (fixture);
  meeting = load (fixture);
  tras_minutes_files_save_async (meeting, fixture->path, file, NULL, on_result, &result);
  wait_until (has_result, &result);
  g_assert_null (tras_minutes_files_save_finish (result, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (strlen (error->message), >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/past-reviews/search", test_search);
  fixture_add ("/past-reviews/languages", test_languages);
  fixture_add ("/past-reviews/refused", test_refused);

  return fixture_run ();
}

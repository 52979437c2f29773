/* test-sealed-page.c: confidential reports: set up, write, follow, open, answer, lock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "tras-ui-fixture.h"

#include "tras-day-watch.h"
#include "tras-seal-code.h"
#include "tras-sealed-copy.h"
#include "tras-sealed-detail.h"
#include "tras-sealed-dialog.h"
#include "tras-sealed-log-window.h"
#include "tras-sealed-page.h"

#define TODAY "2026-11-20"
#define PASSPHRASE "seven brown kettles, one lid"
#define TEXT "Zacarias signs for pallets that never came."
#define ANSWER "The scale was sealed by the inspector."

typedef struct
{
  TrasSealedPage *page;
  const char *words;
} Scene;

static gpointer
get_part (Scene      *scene,
          const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (scene->page), TRAS_TYPE_SEALED_PAGE, name);
}

static gpointer
get_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

static gpointer
get_dialog (void)
{
  return get_window (TRAS_TYPE_SEALED_DIALOG);
}

static gboolean
has_no_dialog (gpointer unused)
{
  return get_dialog () == NULL;
}

static gboolean
can_write (gpointer data)
{
  return gtk_widget_get_sensitive (get_part (data, "write_button"));
}

static gboolean
can_mend (gpointer data)
{
  return gtk_widget_get_visible (get_part (data, "mend_button"));
}

static gboolean
is_open (gpointer data)
{
  Scene *scene = data;

  return g_strcmp0 (gtk_stack_get_visible_child_name (get_part (scene, "stack")),
                    "officer") == 0 &&
         gtk_list_box_get_row_at_index (get_part (scene, "list"), 0) != NULL;
}

static gboolean
is_locked (gpointer data)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_part (data, "stack")),
                    "everybody") == 0;
}

/* The label, or button, that says so; NULL for none. */
static GtkWidget *
find_words (GtkWidget  *widget,
            const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_child_visible (widget) &&
      strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? find_words (child, words) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
dialog_says (gpointer words)
{
  return get_dialog () != NULL && find_words (get_dialog (), words) != NULL;
}

static gboolean
detail_says (gpointer data)
{
  Scene *scene = data;

  return find_words (get_part (scene, "detail"), scene->words) != NULL;
}

static void
wait_for_detail (Scene      *scene,
                 const char *words)
{
  scene->words = words;
  wait_until (detail_says, scene);
}

static void
accept (void)
{
  GtkWidget *button = gtk_window_get_default_widget (get_dialog ());

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
click (GtkWidget  *below,
       const char *label)
{
  GtkWidget *words = find_words (below, label);

  g_assert_nonnull (words);
  g_signal_emit_by_name (gtk_widget_get_ancestor (words, GTK_TYPE_BUTTON), "clicked");
}

static void
type_into (GtkWidget  *below,
           const char *text)
{
  GtkWidget *view = fixture_find (below, GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static Scene
open_page (Fixture *fixture)
{
  TrasPage *staff = TRAS_PAGE (tras_window_get_page (fixture->window, "staff"));
  Scene scene = { NULL };
  GtkWidget *widget = fixture_find (GTK_WIDGET (staff), TRAS_TYPE_SEALED_PAGE);

  tras_window_show_tab (fixture->window, "staff");
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (widget)), widget);
  scene.page = TRAS_SEALED_PAGE (widget);

  return scene;
}

static void
enter_passphrases (GtkWidget  *widget,
                   const char *passphrase)
{
  if (ADW_IS_PASSWORD_ENTRY_ROW (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), passphrase);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    enter_passphrases (child, passphrase);
}

static void
set_up_reports (Scene *scene)
{
  wait_until (can_mend, scene);
  click (get_part (scene, "mend_button"), "Set Up");
  enter_passphrases (get_dialog (), "kettles");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (fixture_find (get_dialog (), GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (get_dialog ())));
  fixture_assert_named (get_dialog ());
  enter_passphrases (get_dialog (), PASSPHRASE);
  accept ();
  wait_until (has_no_dialog, NULL);
  wait_until (can_write, scene);
}

/* Returns the code of the receipt. */
static char *
write_report (Scene *scene)
{
  GtkWidget *label;
  char *code;

  click (get_part (scene, "write_button"), "Write a Report");
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (get_dialog ())));
  type_into (get_dialog (), TEXT);
  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture_find (get_dialog (), ADW_TYPE_COMBO_ROW)),
                              TRAS_SEALED_FRAUD);
  fixture_assert_named (get_dialog ());
  accept ();
  wait_until (dialog_says, (gpointer) "Your report is sealed");

  /* It is not gone by mistake: nobody could show it again. */
  gtk_window_close (get_dialog ());
  g_assert_nonnull (get_dialog ());
  label = find_words (get_dialog (), "-");
  code = g_strdup (gtk_label_get_text (GTK_LABEL (label)));
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (fixture_find (get_dialog (), GTK_TYPE_CHECK_BUTTON)), TRUE);
  accept ();
  wait_until (has_no_dialog, NULL);

  return code;
}

static void
follow (Scene      *scene,
        const char *code)
{
  click (get_part (scene, "follow_button"), "Follow a Report");
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (get_dialog (), ADW_TYPE_ENTRY_ROW)), code);
  accept ();
}

static void
open_as_officer (Scene      *scene,
                 const char *passphrase)
{
  click (get_part (scene, "officer_button"), "Open as Officer");
  enter_passphrases (get_dialog (), passphrase);
  accept ();
}

static void
remove_file (Fixture *fixture)
{
  g_autofree char *path = g_strconcat (fixture->path, "-reports", NULL);

  g_unlink (path);
}

static void
assert_nowhere (const char *path,
                const char *text)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i + strlen (text) <= size; i++)
    g_assert_cmpint (memcmp (data + i, text, strlen (text)), !=, 0);
}

static void
test_way (Fixture       *fixture,
          gconstpointer  data)
{
  Scene scene = open_page (fixture);
  g_autofree char *code = NULL;
  g_autofree char *path = g_strconcat (fixture->path, "-reports", NULL);
  GtkListBoxRow *row;

  set_up_reports (&scene);
  code = write_report (&scene);
  assert_nowhere (path, "pallets");
  assert_nowhere (fixture->path, "pallets that never");

  follow (&scene, code);
  wait_until (dialog_says, (gpointer) "has arrived and was not read yet");
  g_assert_null (find_words (get_dialog (), "pallets"));
  type_into (get_dialog (), "On Fridays a white van waits.");
  accept ();
  wait_until (dialog_says, (gpointer) "white van");
  gtk_window_close (get_dialog ());

  open_as_officer (&scene, "another passphrase");
  wait_until (dialog_says, (gpointer) "not the passphrase");
  enter_passphrases (get_dialog (), PASSPHRASE);
  accept ();
  wait_until (is_open, &scene);
  wait_until (has_no_dialog, NULL);
  row = gtk_list_box_get_row_at_index (get_part (&scene, "list"), 0);
  g_assert_nonnull (find_words (GTK_WIDGET (row), "Fraud"));
  g_assert_nonnull (find_words (GTK_WIDGET (row), "7 days left to acknowledge"));
  g_assert_null (find_words (GTK_WIDGET (row), "pallets"));
  g_signal_emit_by_name (get_part (&scene, "list"), "row-activated", row);
  wait_for_detail (&scene, "pallets");
  fixture_assert_named (GTK_WIDGET (scene.page));
  click (get_part (&scene, "detail"), "Acknowledge");
  wait_for_detail (&scene, "Acknowledged · ");
  type_into (get_part (&scene, "detail"), ANSWER);
  click (get_part (&scene, "detail"), "Send the Answer");
  wait_for_detail (&scene, "Answered · ");

  click (get_part (&scene, "lock_button"), "Lock");
  wait_until (is_locked, &scene);
  /* Nothing that was opened is left behind the page. */
  g_assert_null (find_words (get_part (&scene, "detail"), "pallets"));
  g_assert_null (gtk_list_box_get_row_at_index (get_part (&scene, "list"), 0));

  follow (&scene, code);
  wait_until (dialog_says, (gpointer) ANSWER);
  gtk_window_close (get_dialog ());
  assert_nowhere (path, "inspector");
  assert_nowhere (fixture->path, "sealed by the inspector");
  remove_file (fixture);
}

/* The key is put away by itself. */
static void
test_locks_itself (Fixture       *fixture,
                   gconstpointer  data)
{
  Scene scene = open_page (fixture);

  set_up_reports (&scene);
  g_free (write_report (&scene));
  open_as_officer (&scene, PASSPHRASE);
  wait_until (is_open, &scene);
  tras_sealed_desk_set_patience (tras_sealed_page_get_desk (scene.page), 50);
  wait_until (is_locked, &scene);
  g_assert_false (tras_sealed_desk_is_open (tras_sealed_page_get_desk (scene.page)));
  remove_file (fixture);
}

static gboolean
is_exposed (gpointer data)
{
  return !can_write (data) && can_mend (data);
}

static gboolean
log_is_whole (gpointer unused)
{
  GtkWidget *window = get_window (TRAS_TYPE_SEALED_LOG_WINDOW);

  return window != NULL && find_words (window, "No line is missing") != NULL;
}

/* A file that others may read is left closed until it is private again. */
static void
test_exposed (Fixture       *fixture,
              gconstpointer  data)
{
  Scene scene = open_page (fixture);
  g_autofree char *path = g_strconcat (fixture->path, "-reports", NULL);

  set_up_reports (&scene);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  tras_sealed_desk_say_changed (tras_sealed_page_get_desk (scene.page));
  wait_until (is_exposed, &scene);
  click (get_part (&scene, "mend_button"), "Make It Private");
  wait_until (can_write, &scene);

  click (get_part (&scene, "log_button"), "Access Log");
  wait_until (log_is_whole, NULL);
  fixture_assert_named (get_window (TRAS_TYPE_SEALED_LOG_WINDOW));
  gtk_window_close (get_window (TRAS_TYPE_SEALED_LOG_WINDOW));
  remove_file (fixture);
}

/* The officer chooses another passphrase, and cannot without the one that there is. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  const char *other = "a violin under nine umbrellas";
  Scene scene = open_page (fixture);
  GtkWidget *row;

  set_up_reports (&scene);
  g_free (write_report (&scene));
  open_as_officer (&scene, PASSPHRASE);
  wait_until (is_open, &scene);
  wait_until (has_no_dialog, NULL);

  click (get_part (&scene, "change_button"), "Change Passphrase");
  fixture_assert_named (get_dialog ());
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (get_dialog ())));
  enter_passphrases (get_dialog (), other);
  accept ();
  wait_until (dialog_says, (gpointer) "not the passphrase");
  row = fixture_find (get_dialog (), ADW_TYPE_PASSWORD_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_false (gtk_widget_is_sensitive (gtk_window_get_default_widget (get_dialog ())));
  gtk_editable_set_text (GTK_EDITABLE (row), PASSPHRASE);
  accept ();
  wait_until (has_no_dialog, NULL);

  click (get_part (&scene, "lock_button"), "Lock");
  wait_until (is_locked, &scene);
  open_as_officer (&scene, PASSPHRASE);
  wait_until (dialog_says, (gpointer) "not the passphrase");
  enter_passphrases (get_dialog (), other);
  accept ();
  wait_until (is_open, &scene);
  remove_file (fixture);
}

static void
on_settled (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  tras_sealed_copy_finish (result);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_settled (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
has_question (gpointer unused)
{
  return get_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
has_no_question (gpointer unused)
{
  return !has_question (NULL);
}

/* Offers to take the reports to @target and presses @answer; NULL where nothing may be asked. */
static void
save_elsewhere (Fixture    *fixture,
                const char *target,
                const char *answer)
{
  gboolean settled = FALSE;

  tras_sealed_copy_offer (GTK_WIDGET (fixture->window), fixture->path, target, on_settled,
                          &settled);
  if (answer != NULL)
    {
      wait_until (has_question, NULL);
      fixture_assert_named (get_window (ADW_TYPE_MESSAGE_DIALOG));
      g_assert_nonnull (find_words (get_window (ADW_TYPE_MESSAGE_DIALOG), "before reports are set "
                                                                          "up there"));
      click (get_window (ADW_TYPE_MESSAGE_DIALOG), answer);
    }
  wait_until (is_settled, &settled);
}

/* Whoever saves the firm elsewhere is asked about its reports, and told where they are. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  Scene scene = open_page (fixture);
  g_autofree char *target = g_strconcat (fixture->path, "-2", NULL);
  g_autofree char *copied = g_strconcat (target, "-reports", NULL);

  save_elsewhere (fixture, target, NULL);
  set_up_reports (&scene);
  save_elsewhere (fixture, fixture->path, NULL);

  save_elsewhere (fixture, target, "Leave Them");
  wait_until (has_no_question, NULL);
  g_assert_false (g_file_test (copied, G_FILE_TEST_EXISTS));
  g_assert_nonnull (find_words (GTK_WIDGET (fixture->window), "stay beside the old file"));

  save_elsewhere (fixture, target, "Take Along");
  wait_until (has_no_question, NULL);
  g_assert_true (g_file_test (copied, G_FILE_TEST_EXISTS));

  /* Others that are there are not lost. */
  save_elsewhere (fixture, target, "Take Along");
  wait_until (has_question, NULL);
  g_assert_nonnull (find_words (get_window (ADW_TYPE_MESSAGE_DIALOG), "other reports"));
  click (get_window (ADW_TYPE_MESSAGE_DIALOG), "Close");
  wait_until (has_no_question, NULL);
  g_unlink (copied);
  remove_file (fixture);
}

typedef struct
{
  TrasPage *staff;
  guint number;
} Attention;

static gboolean
has_attention (gpointer data)
{
  Attention *wanted = data;

  return tras_page_get_attention (wanted->staff) == wanted->number;
}

static void
wait_for_attention (Fixture *fixture,
                    guint    number)
{
  Attention wanted = { TRAS_PAGE (tras_window_get_page (fixture->window, "staff")), number };

  wait_until (has_attention, &wanted);
}

static void
wait_for_day (const char *today)
{
  g_setenv ("TRASTIENDA_TODAY", today, TRUE);
  tras_day_watch_look (tras_day_watch_get_default ());
}

/* A report that is late is counted on the tab, whichever tab is on show, and no further: the page
 * says the same number to everybody. */
static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  Scene scene = open_page (fixture);
  g_autofree char *path = g_strconcat (fixture->path, "-reports", NULL);

  set_up_reports (&scene);
  g_free (write_report (&scene));
  wait_for_attention (fixture, 0);

  tras_window_show_tab (fixture->window, "goals");
  wait_for_day ("2026-11-28");
  wait_for_attention (fixture, 1);
  g_assert_nonnull (strstr (gtk_label_get_text (get_part (&scene, "counts")),
                            "1 is past a day that the law sets"));

  /* Of what others may read nothing is told at all. */
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  tras_sealed_desk_say_changed (tras_sealed_page_get_desk (scene.page));
  wait_for_attention (fixture, 0);
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  tras_sealed_desk_say_changed (tras_sealed_page_get_desk (scene.page));
  wait_for_attention (fixture, 1);

  tras_window_show_tab (fixture->window, "staff");
  open_as_officer (&scene, PASSPHRASE);
  wait_until (is_open, &scene);
  g_signal_emit_by_name (get_part (&scene, "list"), "row-activated",
                         gtk_list_box_get_row_at_index (get_part (&scene, "list"), 0));
  wait_for_detail (&scene, "pallets");
  click (get_part (&scene, "detail"), "Acknowledge");
  wait_for_attention (fixture, 0);

  /* Three months are over for who got no answer. */
  wait_for_day ("2027-02-21");
  wait_for_attention (fixture, 1);
  wait_for_day (TODAY);
  wait_for_attention (fixture, 0);
  remove_file (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add_new_firm ("/sealed-page/way", test_way);
  fixture_add_new_firm ("/sealed-page/locks-itself", test_locks_itself);
  fixture_add_new_firm ("/sealed-page/exposed", test_exposed);
  fixture_add_new_firm ("/sealed-page/change", test_change);
  fixture_add_new_firm ("/sealed-page/copy", test_copy);
  fixture_add_new_firm ("/sealed-page/late", test_late);

  return fixture_run ();
}

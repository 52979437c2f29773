/* tras-ui-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "tras-a11y.h"
#include "tras-application.h"
#include "tras-firm.h"
#include "tras-sample.h"
#include "tras-snap.h"
#include "tras-ui-fixture.h"
#include "tras-worker.h"

/* In seconds; for machines under load. */
#define PATIENCE 20

static const char *const tab_names[] = { "goals", "plans", "indicators", "staff", "stock" };

/* Which file a test gets; its data. */
typedef enum
{
  SAMPLE,
  NEW_FIRM,
} File;

static TrasApplication *application;
static char *sample_path;

static gboolean
on_patience_over (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

void
fixture_wait (Condition   condition,
              gpointer    data,
              const char *what)
{
  gboolean over = FALSE;
  guint source = g_timeout_add_seconds (PATIENCE, on_patience_over, &over);

  while (!condition (data) && !over)
    g_main_context_iteration (NULL, TRUE);
  if (over)
    g_error ("waited in vain for %s", what);
  g_source_remove (source);
}

/* The sample company is made once and copied for each test. */
static const char *
get_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = NULL;
  g_autofree char *folder = NULL;

  if (sample_path != NULL)
    return sample_path;

  folder = g_dir_make_tmp ("sample.XXXXXX", NULL);
  sample_path = g_build_filename (folder, "sample.trastienda", NULL);
  db = tras_db_create (sample_path, &error);
  g_assert_no_error (error);
  tras_sample_fill (db, "en", tras_day_today (), NULL, NULL, &error);
  g_assert_no_error (error);

  return sample_path;
}

static void
copy_sample (const char *path)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (get_sample (), &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
write_new_firm (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasDb) db = tras_db_create (path, &error);

  g_assert_no_error (error);
  tras_firm_set_up (db, FIXTURE_FIRM, "EUR", &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return tras_window_get_store (data) != NULL;
}

/* Until the window has a file. */
void
fixture_wait_open (Fixture *fixture)
{
  wait_until (is_open, fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("window.XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "firm.trastienda", NULL);
  switch ((File) GPOINTER_TO_INT (data))
    {
    case SAMPLE:
      copy_sample (fixture->path);
      break;
    case NEW_FIRM:
      write_new_firm (fixture->path);
      break;
    }

  fixture->window = tras_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tras_window_open (fixture->window, fixture->path);
  fixture_wait_open (fixture);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closes the window and sees that nothing holds it, its store or its pages. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer window = fixture->window;
  gpointer store = tras_window_get_store (fixture->window);
  gpointer pages[G_N_ELEMENTS (tab_names)] = { NULL };

  g_object_add_weak_pointer (window, &window);
  if (store != NULL)
    g_object_add_weak_pointer (store, &store);
  for (guint i = 0; store != NULL && i < G_N_ELEMENTS (tab_names); i++)
    {
      pages[i] = tras_window_get_page (fixture->window, tab_names[i]);
      g_object_add_weak_pointer (pages[i], &pages[i]);
    }

  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (is_null, &window);
  wait_until (is_null, &store);
  for (guint i = 0; i < G_N_ELEMENTS (tab_names); i++)
    wait_until (is_null, &pages[i]);
  tras_worker_wait_all ();

  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
on_selected (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GPtrArray **records = user_data;
  g_autoptr (GError) error = NULL;

  *records = tras_store_select_finish (TRAS_STORE (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* What stands in the file now. */
GPtrArray *
fixture_read (Fixture   *fixture,
              TrasQuery *query)
{
  GPtrArray *records = NULL;

  tras_store_select_async (tras_window_get_store (fixture->window), query, NULL, on_selected,
                           &records);
  wait_until (is_there, &records);

  return records;
}

static gpointer
do_nothing (TrasDb       *db,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  return GINT_TO_POINTER (TRUE);
}

static void
on_done (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  gpointer *done = user_data;

  *done = tras_store_run_finish (TRAS_STORE (object), result, NULL);
}

/* What has been asked of the store by now is done: its thread takes one job after the other. */
static void
wait_for_store (gpointer data)
{
  Fixture *fixture = data;
  TrasStore *store = tras_window_get_store (fixture->window);
  gpointer done = NULL;

  if (store == NULL)
    return;
  tras_store_run_async (store, wait_for_store, do_nothing, NULL, NULL, NULL, NULL, on_done, &done);
  wait_until (is_there, &done);
}

/* A window looks the same for as long as the store is at work, too: it has to have an answer
 * between two looks. */
void
fixture_settle (Fixture *fixture)
{
  tras_snap_settle (GTK_WIDGET (fixture->window), wait_for_store, fixture);
}

/* A button that is activated shows that first, and is clicked only after a while. */
void
fixture_click (gpointer button)
{
  g_signal_emit_by_name (button, "clicked");
}

/* Every control of a window can be named. */
void
fixture_assert_named (GtkWidget *widget)
{
  g_autoptr (GPtrArray) unnamed = tras_a11y_dup_unnamed (widget);

  for (guint i = 0; i < unnamed->len; i++)
    g_test_message ("%s: %s has no name", G_OBJECT_TYPE_NAME (widget), (char *) unnamed->pdata[i]);
  g_assert_cmpuint (unnamed->len, ==, 0);
}

void
fixture_init (int    *argc,
              char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  application = tras_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_set_default (G_APPLICATION (application));
}

void
fixture_add (const char *path,
             void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (SAMPLE), set_up, test, tear_down);
}

void
fixture_add_new_firm (const char *path,
                      void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (NEW_FIRM), set_up, test, tear_down);
}

/* The first widget of a type, @widget itself or below it; NULL where there is none. */
GtkWidget *
fixture_find (GtkWidget *widget,
              GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

int
fixture_run (void)
{
  int status = g_test_run ();

  if (sample_path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (sample_path);

      g_unlink (sample_path);
      g_rmdir (folder);
    }
  g_clear_pointer (&sample_path, g_free);
  g_clear_object (&application);
  tras_worker_wait_all ();

  return status;
}

/* The form that is open; NULL for none. */
TrasFormDialog *
fixture_get_form (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (TRAS_IS_FORM_DIALOG (window) && gtk_widget_get_mapped (window))
        return TRAS_FORM_DIALOG (window);
    }

  return NULL;
}

/* What the form has in a field, as if it had been put in there. */
void
fixture_set_text (const char *field,
                  const char *value)
{
  g_autoptr (TrasRecord) draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));

  tras_record_set_text (draft, tras_table_find_field (tras_record_get_table (draft), field), value);
  tras_form_dialog_set_draft (fixture_get_form (), draft);
}

void
fixture_set_int (const char *field,
                 gint64      value)
{
  g_autoptr (TrasRecord) draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));

  tras_record_set_int (draft, tras_table_find_field (tras_record_get_table (draft), field), value);
  tras_form_dialog_set_draft (fixture_get_form (), draft);
}

/* Presses what saves it; the form has answered when this returns. */
void
fixture_save_form (void)
{
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (fixture_get_form ()));

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

gboolean
fixture_has_form (gpointer unused)
{
  return fixture_get_form () != NULL;
}

gboolean
fixture_has_no_form (gpointer unused)
{
  return fixture_get_form () == NULL;
}

static GtkEventController *
find_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }

  g_assert_not_reached ();
}

/* A key that the widget itself knows. */
void
fixture_press (gpointer        widget,
               guint           key,
               GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_keys (widget), "key-pressed", key, 0, state, &handled);
  g_assert_true (handled);
}

/* The row on show with this title. */
GtkWidget *
fixture_find_row (GtkWidget  *widget,
                  const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ACTION_ROW (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = fixture_find_row (child, title);

  return found;
}

/* What a key does on a page, by its binding; NULL for nothing. */
char *
fixture_dup_key_action (GtkWidget  *page,
                        const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);
  char *name = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) keys = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (keys) &&
                        k < g_list_model_get_n_items (G_LIST_MODEL (keys)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (keys), k);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
          GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);

          if (name == NULL && g_str_equal (trigger, key) && GTK_IS_NAMED_ACTION (action))
            name = g_strdup (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)));
        }
    }

  return name;
}

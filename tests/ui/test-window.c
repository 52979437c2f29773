/* test-window.c: the window on a firm's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "tras-a11y.h"
#include "tras-action.h"
#include "tras-area.h"
#include "tras-detail.h"
#include "tras-deviation.h"
#include "tras-error.h"
#include "tras-goal.h"
#include "tras-history-window.h"
#include "tras-preferences-window.h"
#include "tras-ui-fixture.h"

static const char *const tab_names[] = { "goals", "plans", "indicators", "staff", "stock" };

/* ---- how it looks ---- */

/* Icons and styles come by ways that spare the start some time, and must come nevertheless. */
static void
test_looks (Fixture       *fixture,
            gconstpointer  data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (fixture->window));
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (fixture->window));
  GdkRGBA light, dark, own;

  g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (display),
                                          "tras-goals-symbolic"));
  g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (display), APP_ID));

  g_assert_null (g_getenv ("GTK_THEME"));
  g_assert_true (gtk_style_context_lookup_color (context, "accent_color", &own));
  g_assert_true (gtk_style_context_lookup_color (context, "tras_worse", &light));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (gtk_style_context_lookup_color (context, "tras_worse", &dark));
  g_assert_false (gdk_rgba_equal (&light, &dark));
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_assert_true (gtk_style_context_lookup_color (context, "tras_worse", &own));
  g_assert_true (gdk_rgba_equal (&light, &own));
}

/* ---- the file ---- */

static gboolean
has_firm_as_title (gpointer data)
{
  return g_strcmp0 (gtk_window_get_title (data), FIXTURE_FIRM) == 0;
}

static void
test_tabs (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tab_names); i++)
    {
      GtkWidget *page;

      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-tab", "s", tab_names[i]);
      page = tras_window_get_page (fixture->window, tab_names[i]);
      g_assert_true (gtk_widget_get_mapped (page));
      g_assert_true (tras_page_get_store (TRAS_PAGE (page)) ==
                     tras_window_get_store (fixture->window));
      g_assert_nonnull (tras_page_get_kind (TRAS_PAGE (page)));
    }
  wait_until (has_firm_as_title, fixture->window);
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *name)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* From anywhere in the window, and no further than the last list. */
static void
test_turn (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *first, *second;

  gtk_widget_activate_action (window, "win.show-tab", "s", "staff");
  first = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_child_focus (find_named (window, "header_bar"), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != first);

  gtk_widget_activate_action (window, "win.turn", "b", TRUE);
  second = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (second, tras_window_get_page (fixture->window, "staff")));
  g_assert_true (second != first);

  gtk_widget_activate_action (window, "win.turn", "b", FALSE);
  g_assert_false (gtk_widget_get_mapped (second));
  gtk_widget_activate_action (window, "win.turn", "b", FALSE);
  g_assert_true (gtk_widget_get_mapped (gtk_window_get_focus (GTK_WINDOW (window))));
}

static gboolean
is_refused (gpointer data)
{
  GtkWidget *content = find_named (data, "content");

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (content)), "refused") == 0;
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no-company.trastienda", NULL);
  GtkWidget *refused;

  g_assert_true (g_file_set_contents (path, "This is no company file, whatever its name.", -1,
                                      NULL));
  tras_window_open (fixture->window, path);
  wait_until (is_refused, fixture->window);
  g_assert_null (tras_window_get_store (fixture->window));
  refused = find_named (GTK_WIDGET (fixture->window), "refused");
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (refused)), ==,
                   "Not a Company File");
  g_unlink (path);

  tras_window_open (fixture->window, path);
  wait_until (is_refused, fixture->window);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (refused)), ==, "Not Found");

  /* The window is as good as new afterwards. */
  tras_window_open (fixture->window, fixture->path);
  fixture_wait_open (fixture);
}

/* The window that is closed while its file is still being opened lets go of both. */
static void
test_closed_early (Fixture       *fixture,
                   gconstpointer  data)
{
  tras_window_open (fixture->window, fixture->path);
}

static gboolean
is_revealed (gpointer data)
{
  return gtk_revealer_get_child_revealed (data);
}

static void
on_read_only_opened (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStore) store = tras_store_open_finish (result, &error);

  tras_window_take (user_data, store, error);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *bar = find_named (GTK_WIDGET (fixture->window), "trouble_bar");
  GtkRevealer *revealer = GTK_REVEALER (adw_bin_get_child (ADW_BIN (bar)));

  g_assert_false (gtk_revealer_get_reveal_child (revealer));
  tras_window_expect (fixture->window, fixture->path);
  tras_store_open_async (fixture->path, TRAS_DB_READ_ONLY, NULL, on_read_only_opened,
                         fixture->window);
  fixture_wait_open (fixture);
  wait_until (is_revealed, revealer);

  tras_window_open (fixture->window, fixture->path);
  fixture_wait_open (fixture);
  g_assert_false (gtk_revealer_get_reveal_child (revealer));
}

static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *bar = find_named (GTK_WIDGET (fixture->window), "trouble_bar");
  g_autofree char *elsewhere = g_strconcat (fixture->path, ".elsewhere", NULL);

  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  wait_until (is_revealed, adw_bin_get_child (ADW_BIN (bar)));
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
}

/* ---- edits ---- */

typedef struct
{
  gboolean done;
  gint64 edit;
  GError *error;
} Applied;

static void
on_applied (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Applied *applied = user_data;

  tras_window_apply_finish (GTK_WIDGET (object), result, &applied->edit, &applied->error);
  applied->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Applied *) data)->done;
}

static void
add_area (GtkWidget      *widget,
          const char     *name,
          TrasApplyFlags  flags,
          Applied        *applied)
{
  g_autoptr (TrasEdit) edit = tras_edit_new (name);
  g_autoptr (TrasArea) area = tras_area_new ();

  area->name = g_strdup (name);
  tras_edit_insert (edit, area);
  tras_window_apply (widget, edit, flags, on_applied, applied);
  wait_until (is_done, applied);
}

static gboolean
can_undo_area (gpointer data)
{
  return g_strcmp0 (tras_store_get_undo_label (tras_window_get_store (data)), "Ventas") == 0;
}

static gboolean
can_redo_area (gpointer data)
{
  return g_strcmp0 (tras_store_get_redo_label (tras_window_get_store (data)), "Ventas") == 0;
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *page = tras_window_get_page (fixture->window, "stock");
  GtkWidget *undo = find_named (window, "undo_button");
  GtkWidget *redo = find_named (window, "redo_button");
  Applied applied = { FALSE };

  add_area (page, "Ventas", TRAS_APPLY_DEFAULT, &applied);
  g_assert_no_error (applied.error);
  g_assert_cmpint (applied.edit, >, 0);
  wait_until (can_undo_area, window);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo: Ventas");
  g_assert_false (gtk_widget_get_visible (redo));

  gtk_widget_activate_action (window, "win.undo", NULL);
  wait_until (can_redo_area, window);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (redo), ==, "Redo: Ventas");

  gtk_widget_activate_action (window, "win.redo", NULL);
  wait_until (can_undo_area, window);

  /* What the toast's button does, though the edit was done a second time. */
  gtk_widget_activate_action (window, "win.undo-edit", "x", applied.edit);
  wait_until (can_redo_area, window);
}

static void
test_refused_edit (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "staff");
  Applied first = { FALSE }, second = { FALSE };

  add_area (page, "Ventas", TRAS_APPLY_NO_TOAST, &first);
  g_assert_no_error (first.error);
  add_area (page, "Ventas", TRAS_APPLY_OWN_ERRORS, &second);
  g_assert_error (second.error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  g_clear_error (&second.error);
}

/* ---- looks ---- */

static gboolean
is_narrow (gpointer data)
{
  GtkWidget *bar = find_named (data, "switcher_bar");

  return adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar));
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  int width;

  /* A size that is asked for before the window has its first one is lost. */
  gtk_test_widget_wait_for_draw (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 640);
  wait_until (is_narrow, window);

  /* A window that is narrow when it gets its file shows the bar, too. */
  tras_window_open (fixture->window, fixture->path);
  fixture_wait_open (fixture);
  wait_until (is_narrow, window);
  gtk_test_widget_wait_for_draw (window);

  for (guint i = 0; i < G_N_ELEMENTS (tab_names); i++)
    {
      tras_window_show_tab (fixture->window, tab_names[i]);
      gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, 360);
    }
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *other;

  for (guint i = 0; i < G_N_ELEMENTS (tab_names); i++)
    {
      g_autoptr (GPtrArray) unreachable = NULL;

      tras_window_show_tab (fixture->window, tab_names[i]);
      gtk_test_widget_wait_for_draw (window);
      fixture_assert_named (window);
      unreachable = tras_a11y_dup_unreachable (GTK_WINDOW (window), NULL);
      for (guint j = 0; j < unreachable->len; j++)
        g_test_message ("%s: Tab never reaches %s", tab_names[i], (char *) unreachable->pdata[j]);
      g_assert_cmpuint (unreachable->len, ==, 0);
    }

  other = GTK_WIDGET (tras_history_window_new (fixture->window));
  gtk_window_present (GTK_WINDOW (other));
  gtk_test_widget_wait_for_draw (other);
  fixture_assert_named (other);
  gtk_window_destroy (GTK_WINDOW (other));

  other = GTK_WIDGET (tras_preferences_window_new (GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (other));
  gtk_test_widget_wait_for_draw (other);
  fixture_assert_named (other);
  gtk_window_destroy (GTK_WINDOW (other));

  tras_window_set_store (fixture->window, NULL);
  gtk_test_widget_wait_for_draw (window);
  fixture_assert_named (window);
}

/* A pane that shows a record of a type, and a window with edits. */
typedef struct
{
  Fixture *fixture;
  GType type;
  TrasDetail *detail;
  GtkWidget *history;
} History;

static TrasDetail *
find_detail (GtkWidget *widget,
             GType      type)
{
  TrasDetail *found = NULL;

  if (TRAS_IS_DETAIL (widget))
    {
      TrasRecord *record = tras_detail_get_record (TRAS_DETAIL (widget));

      if (record != NULL && G_OBJECT_TYPE (record) == type && gtk_widget_get_mapped (widget))
        return TRAS_DETAIL (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_detail (child, type);

  return found;
}

static GtkWidget *
find_history_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "detail.history") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_history_button (child);

  return found;
}

static gboolean
is_shown (gpointer data)
{
  History *self = data;

  self->detail = find_detail (GTK_WIDGET (self->fixture->window), self->type);

  return self->detail != NULL;
}

static gboolean
has_history (gpointer data)
{
  History *self = data;
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  self->history = NULL;
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (TRAS_IS_HISTORY_WINDOW (l->data))
        self->history = l->data;
    }

  return self->history != NULL && fixture_find (self->history, ADW_TYPE_ACTION_ROW) != NULL;
}

/* The panes of goals, actions and deviations have a button for what was done to their record. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  const GType types[] = { TRAS_TYPE_GOAL, TRAS_TYPE_ACTION, TRAS_TYPE_DEVIATION };
  const char *const pages[] = { "goals", "plans", "indicators" };

  fixture_wait_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      History self = { .fixture = fixture, .type = types[i] };
      g_autofree char *title = NULL;
      GtkWidget *button;

      tras_window_show_record (tras_window_get_page (fixture->window, pages[i]), types[i], 3);
      wait_until (is_shown, &self);
      title = tras_detail_dup_title (self.detail);
      button = find_history_button (GTK_WIDGET (self.detail));
      g_assert_nonnull (button);
      g_signal_emit_by_name (button, "clicked");
      wait_until (has_history, &self);
      g_assert_nonnull (strstr (gtk_window_get_title (GTK_WINDOW (self.history)), title));
      fixture_assert_named (self.history);
      gtk_window_destroy (GTK_WINDOW (self.history));
      fixture_settle (fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);

  fixture_add ("/window/history", test_history);
  fixture_add_new_firm ("/window/looks", test_looks);
  fixture_add_new_firm ("/window/tabs", test_tabs);
  fixture_add_new_firm ("/window/turn", test_turn);
  fixture_add_new_firm ("/window/refused", test_refused);
  fixture_add_new_firm ("/window/closed-early", test_closed_early);
  fixture_add_new_firm ("/window/read-only", test_read_only);
  fixture_add_new_firm ("/window/moved", test_moved);
  fixture_add_new_firm ("/window/undo", test_undo);
  fixture_add_new_firm ("/window/refused-edit", test_refused_edit);
  fixture_add_new_firm ("/window/narrow", test_narrow);
  fixture_add_new_firm ("/window/names", test_names);

  return fixture_run ();
}

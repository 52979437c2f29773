/* test-lessons.c: decisions, experiments and the book of lessons in Plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-ui-fixture.h"

#include "tras-decision-detail.h"
#include "tras-experiment-detail.h"
#include "tras-form-dialog.h"
#include "tras-lesson.h"
#include "tras-lessons-page.h"
#include "tras-plan-forms.h"

#define TODAY "2026-11-21"

/* The one record of a type with a code. */
static gpointer
read_record (Fixture    *fixture,
             GType       type,
             const char *code)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GPtrArray) records = NULL;

  tras_query_where_text (query, "code", TRAS_QUERY_EQ, code);
  records = fixture_read (fixture, query);
  g_assert_cmpuint (records->len, ==, 1);

  return g_object_ref (records->pdata[0]);
}

typedef struct
{
  Fixture *fixture;
  GType type;
  gint64 id;
} Wanted;

static TrasDetail *
get_detail (Fixture *fixture,
            GType    type)
{
  return TRAS_DETAIL (fixture_find (tras_window_get_page (fixture->window, "plans"), type));
}

static gboolean
shows (gpointer data)
{
  Wanted *wanted = data;
  TrasDetail *detail = get_detail (wanted->fixture, wanted->type);
  TrasRecord *record = detail != NULL ? tras_detail_get_record (detail) : NULL;

  return record != NULL && record->id == wanted->id;
}

static GtkWidget *
show (Fixture *fixture,
      gpointer record,
      GType    detail_type)
{
  Wanted wanted = { fixture, detail_type, TRAS_RECORD (record)->id };

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), G_OBJECT_TYPE (record),
                                          wanted.id));
  wait_until (shows, &wanted);
  fixture_settle (fixture);

  return GTK_WIDGET (get_detail (fixture, detail_type));
}

static GtkWidget *
get_child (GtkWidget  *detail,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (detail, G_OBJECT_TYPE (detail), name));
}

/* What replaces a decision is about the same; the old one names it, and undo takes both back. */
static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  TrasStore *store = tras_window_get_store (fixture->window);
  g_autoptr (TrasDecision) old = read_record (fixture, TRAS_TYPE_DECISION, "DC-2");
  g_autoptr (TrasDecision) first = read_record (fixture, TRAS_TYPE_DECISION, "DC-1");
  g_autoptr (TrasDecision) replaced = NULL;
  g_autoptr (TrasDecision) fresh = NULL;
  g_autoptr (TrasDecision) draft = NULL;
  g_autoptr (TrasDecision) undone = NULL;
  GtkWidget *detail = show (fixture, first, TRAS_TYPE_DECISION_DETAIL);

  g_assert_cmpint (first->replaced_by, ==, TRAS_RECORD (old)->id);
  g_assert_true (gtk_widget_get_mapped (get_child (detail, "chain_group")));
  g_assert_false (gtk_widget_get_mapped (get_child (detail, "buttons")));
  show (fixture, old, TRAS_TYPE_DECISION_DETAIL);
  g_assert_true (gtk_widget_get_mapped (get_child (detail, "buttons")));
  g_assert_true (gtk_widget_get_mapped (get_child (detail, "steps_group")));
  fixture_assert_named (detail);

  tras_plan_forms_replace_decision (detail, store, old);
  wait_until (fixture_has_form, NULL);
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());
  draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  g_assert_cmpint (draft->indicator_id, ==, old->indicator_id);
  draft->what = g_strdup ("Three carriers");
  draft->why = g_strdup ("One of two was late");
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);

  replaced = read_record (fixture, TRAS_TYPE_DECISION, "DC-2");
  fresh = read_record (fixture, TRAS_TYPE_DECISION, "DC-9");
  g_assert_cmpint (replaced->replaced_by, ==, TRAS_RECORD (fresh)->id);
  g_assert_cmpint (fresh->decided_on, ==, tras_day_today ());

  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
  undone = read_record (fixture, TRAS_TYPE_DECISION, "DC-2");
  g_assert_cmpint (undone->replaced_by, ==, 0);
}

static gboolean
is_closed (gpointer data)
{
  TrasExperiment *experiment = tras_detail_get_record (data);

  return !tras_experiment_is_open (experiment);
}

/* Past its stop date it warns; it closes with what was seen, learned and comes next only. */
static void
test_experiment (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrasExperiment) experiment = read_record (fixture, TRAS_TYPE_EXPERIMENT, "E-3");
  g_autoptr (TrasExperiment) changed = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("test");
  GtkWidget *detail = show (fixture, experiment, TRAS_TYPE_EXPERIMENT_DETAIL);
  GtkWidget *button = get_child (detail, "close_button");
  GtkWidget *next = get_child (detail, "next_label");

  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (next)), "Past its stop date"));
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (get_child (detail, "lacks"))),
                            "What you learned is not written down."));
  fixture_assert_named (detail);

  changed = tras_record_dup (experiment);
  changed->observed = g_strdup ("A third bought");
  changed->learned = g_strdup ("The tasting sells, not the hour");
  changed->next = g_intern_string ("stop");
  tras_edit_update (edit, changed);
  tras_window_apply (detail, edit, TRAS_APPLY_NO_TOAST, NULL, NULL);
  fixture_settle (fixture);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  wait_until (is_closed, detail);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (next)), ==, "Closed: Stop");
}

static guint
count_rows (GtkWidget *page)
{
  GtkWidget *list = fixture_find (page, GTK_TYPE_LIST_BOX);
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n) != NULL)
    n++;

  return n;
}

static gboolean
has_rows (gpointer data)
{
  return count_rows (data) > 0;
}

static gboolean
has_one_row (gpointer data)
{
  return count_rows (data) == 1;
}

/* The book holds what is closed, is searched by words and narrowed by kind. */
static void
test_book (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *plans = tras_window_get_page (fixture->window, "plans");
  GtkStack *lists;
  GtkWidget *page, *search;
  guint n;

  tras_window_show_tab (fixture->window, "plans");
  lists = GTK_STACK (gtk_widget_get_template_child (plans, G_OBJECT_TYPE (plans), "lists"));
  gtk_stack_set_visible_child_name (lists, "lessons");
  page = fixture_find (plans, TRAS_TYPE_LESSONS_PAGE);
  wait_until (has_rows, page);
  n = count_rows (page);
  g_assert_cmpuint (n, >, 10);
  fixture_assert_named (page);

  search = fixture_find (page, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "café stoneware");
  wait_until (has_one_row, page);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);
  fixture_add ("/lessons/replace", test_replace);
  fixture_add ("/lessons/experiment", test_experiment);
  fixture_add ("/lessons/book", test_book);

  return fixture_run ();
}

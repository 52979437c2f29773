/* test-timeline-page.c: the timeline in the tab Plans, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-ui-fixture.h"

#include "tras-action-detail.h"
#include "tras-plans-page.h"
#include "tras-timeline-move.h"
#include "tras-timeline-page.h"

#define TODAY "2026-11-20"

/* What is waited for, and what waits for it and begins too early already. */
#define WAITED 32
#define WAITING 33

static gboolean
has_source (gpointer data)
{
  return tras_timeline_view_get_source (data) != NULL;
}

static TrasTimelinePage *
get_page (Fixture *fixture)
{
  return TRAS_TIMELINE_PAGE (fixture_find (tras_window_get_page (fixture->window, "plans"),
                                           TRAS_TYPE_TIMELINE_PAGE));
}

static TrasTimelineView *
show_timeline (Fixture *fixture)
{
  GtkWidget *page = tras_window_get_page (fixture->window, "plans");
  TrasTimelineView *view;

  tras_window_show_tab (fixture->window, "plans");
  gtk_stack_set_visible_child_name (
    GTK_STACK (gtk_widget_get_template_child (page, TRAS_TYPE_PLANS_PAGE, "lists")), "timeline");
  view = tras_timeline_page_get_view (get_page (fixture));
  wait_until (has_source, view);
  fixture_settle (fixture);

  return view;
}

static GtkWidget *
get_child (Fixture    *fixture,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_page (fixture)),
                                                    TRAS_TYPE_TIMELINE_PAGE, name));
}

static TrasAction *
read_action (Fixture *fixture,
             gint64   id)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) actions = NULL;

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, id);
  actions = fixture_read (fixture, query);
  g_assert_cmpuint (actions->len, ==, 1);

  return g_object_ref (actions->pdata[0]);
}

/* Down over all rows of lanes that are folded: what is late or blocked, and no other. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  TrasTimelineView *view = show_timeline (fixture);
  const TrasTimelinePlan *plan = tras_timeline_source_get_plan (
    tras_timeline_view_get_source (view));
  g_autofree char *last = NULL;
  guint n_heads = 0, n_bars = 0, n_wrong = 0;

  fixture_assert_named (GTK_WIDGET (get_page (fixture)));
  fixture_press (view, GDK_KEY_Home, 0);
  for (;;)
    {
      g_autofree char *words = tras_timeline_view_dup_words (view);
      gint64 id = tras_timeline_view_get_selected (view);
      int bar = tras_timeline_source_find_bar (tras_timeline_view_get_source (view), id);

      if (g_strcmp0 (words, last) == 0)
        break;
      if (id == 0)
        n_heads++;
      else
        {
          g_assert_true (plan->bars[bar].state == TRAS_TIMELINE_LATE ||
                         plan->bars[bar].state == TRAS_TIMELINE_BLOCKED);
          g_assert_true (g_str_has_prefix (words, plan->bars[bar].title));
          n_bars++;
        }
      g_free (last);
      last = g_steal_pointer (&words);
      fixture_press (view, GDK_KEY_Down, 0);
    }
  g_assert_cmpuint (n_heads, ==, plan->n_lanes);
  for (guint i = 0; i < plan->n_bars; i++)
    n_wrong += plan->bars[i].state == TRAS_TIMELINE_LATE ||
               plan->bars[i].state == TRAS_TIMELINE_BLOCKED;
  g_assert_cmpuint (n_bars, ==, n_wrong);
  g_assert_cmpuint (n_bars, >, 0);

  /* Space folds the lane and unfolds it. */
  g_assert_true (tras_timeline_view_select (view, WAITED));
  g_assert_cmpint (tras_timeline_view_get_selected (view), ==, WAITED);
  fixture_press (view, GDK_KEY_Right, 0);
  g_assert_cmpint (tras_timeline_view_get_selected (view), ==, WAITING);
  fixture_press (view, GDK_KEY_Left, 0);
  g_assert_cmpint (tras_timeline_view_get_selected (view), ==, WAITED);
  fixture_press (view, GDK_KEY_space, 0);
  g_assert_cmpint (tras_timeline_view_get_selected (view), ==, 0);
  fixture_press (view, GDK_KEY_space, 0);
  fixture_press (view, GDK_KEY_Down, 0);
  g_assert_cmpint (tras_timeline_view_get_selected (view), ==, WAITED);
}

static gboolean
is_shown (gpointer data)
{
  return tras_detail_get_record (data) != NULL;
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  TrasTimelineView *view = show_timeline (fixture);
  GtkWidget *detail;

  g_assert_true (tras_timeline_view_select (view, WAITED));
  fixture_press (view, GDK_KEY_Return, 0);
  detail = fixture_find (tras_window_get_page (fixture->window, "plans"), TRAS_TYPE_ACTION_DETAIL);
  wait_until (is_shown, detail);
  g_assert_cmpint (((TrasRecord *) tras_detail_get_record (TRAS_DETAIL (detail)))->id, ==, WAITED);
}

static gboolean
has_moved (gpointer data)
{
  TrasTimelineSource *source = tras_timeline_view_get_source (data);
  int bar = tras_timeline_source_find_bar (source, WAITED);

  return tras_timeline_source_get_action (source, (guint) bar)->moved > 0;
}

static gboolean
has_not_moved (gpointer data)
{
  return !has_moved (data);
}

static void
give_reason (const char *why)
{
  g_autoptr (TrasAction) draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));

  draft->moved_why = g_strdup (why);
  tras_form_dialog_set_draft (fixture_get_form (), draft);
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (fixture_get_form ())));
}

/* A date moves with a reason, and with it what waits for it; one undo takes both back. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean follows = GPOINTER_TO_INT (data);
  TrasTimelineView *view = show_timeline (fixture);
  g_autoptr (TrasAction) waited = read_action (fixture, WAITED);
  g_autoptr (TrasAction) waiting = read_action (fixture, WAITING);
  g_autoptr (TrasAction) moved = NULL;
  g_autoptr (TrasAction) followed = NULL;
  g_autoptr (TrasAction) back = NULL;
  g_autofree char *before = NULL;
  g_autofree char *preview = NULL;
  g_autofree char *after = NULL;
  int follow = waited->due_on + 8 - waiting->starts_on;

  g_assert_true (tras_timeline_view_select (view, WAITED));
  before = tras_timeline_view_dup_words (view);

  /* Escape takes the preview back, and nothing was asked. */
  fixture_press (view, GDK_KEY_Left, GDK_ALT_MASK);
  preview = tras_timeline_view_dup_words (view);
  g_assert_cmpstr (preview, !=, before);
  fixture_press (view, GDK_KEY_Escape, 0);
  after = tras_timeline_view_dup_words (view);
  g_assert_cmpstr (after, ==, before);
  g_assert_null (fixture_get_form ());

  fixture_press (view, GDK_KEY_Right, GDK_ALT_MASK);
  fixture_press (view, GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK);
  fixture_press (view, GDK_KEY_Return, 0);
  wait_until (fixture_has_form, NULL);
  give_reason (NULL);
  g_assert_nonnull (fixture_get_form ());
  gtk_switch_set_active (GTK_SWITCH (fixture_find (GTK_WIDGET (fixture_get_form ()),
                                                   GTK_TYPE_SWITCH)), follows);
  give_reason ("The carrier is late itself");
  wait_until (fixture_has_no_form, NULL);
  wait_until (has_moved, view);

  moved = read_action (fixture, WAITED);
  g_assert_cmpint (moved->due_on, ==, waited->due_on + 8);
  g_assert_cmpint (moved->starts_on, ==, waited->starts_on + 8);
  g_assert_cmpint (moved->first_due_on, ==, waited->due_on);
  g_assert_cmpint (moved->moved, ==, 1);
  g_assert_cmpstr (moved->moved_why, ==, "The carrier is late itself");
  followed = read_action (fixture, WAITING);
  g_assert_cmpint (followed->due_on - waiting->due_on, ==, follows ? follow : 0);
  g_assert_cmpint (followed->starts_on, ==, follows ? moved->due_on : waiting->starts_on);
  g_assert_cmpint (followed->moved, ==, follows);
  if (follows)
    {
      g_assert_nonnull (strstr (followed->moved_why, "The carrier is late itself"));
      g_assert_nonnull (strstr (followed->moved_why, waited->title));
    }
  g_assert_cmpint (tras_timeline_view_get_selected (view), ==, WAITED);

  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  wait_until (has_not_moved, view);
  back = read_action (fixture, WAITED);
  g_assert_cmpint (back->due_on, ==, waited->due_on);
  g_assert_cmpint (back->starts_on, ==, waited->starts_on);
  g_clear_object (&back);
  back = read_action (fixture, WAITING);
  g_assert_cmpint (back->due_on, ==, waiting->due_on);
  g_assert_cmpint (back->starts_on, ==, waiting->starts_on);
}

/* What is said before it is done. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  TrasTimelineView *view = show_timeline (fixture);
  TrasTimelineSource *source = tras_timeline_view_get_source (view);
  const TrasSchedule *schedule = tras_timeline_source_get_schedule (source);
  guint waited, waiting;
  TrasAction *action, *before;
  g_autofree char *later = NULL;
  g_autofree char *days_later = NULL;
  g_autofree char *sooner = NULL;
  g_autofree char *early = NULL;
  g_autofree char *days_early = NULL;

  g_assert_true (tras_schedule_find (schedule, WAITED, &waited));
  g_assert_true (tras_schedule_find (schedule, WAITING, &waiting));
  action = tras_timeline_source_get_task (source, waiting);
  before = tras_timeline_source_get_task (source, waited);
  days_later = g_strdup_printf ("%d days later", before->due_on + 3 - action->starts_on);
  days_early = g_strdup_printf ("%d days before", before->due_on - action->starts_on - 1);

  later = tras_timeline_move_dup_words (source, waited, 3, 3);
  g_assert_nonnull (strstr (later, action->title));
  g_assert_true (g_str_has_prefix (later, "1 action waits for it:"));
  g_assert_nonnull (strstr (later, days_later));
  sooner = tras_timeline_move_dup_words (source, waited, -3, -3);
  g_assert_null (strstr (sooner, action->title));
  g_assert_nonnull (strstr (sooner, "need not move"));
  early = tras_timeline_move_dup_words (source, waiting, 1, 1);
  g_assert_nonnull (strstr (early, days_early));
}

typedef struct
{
  TrasTimelineView *view;
  TrasTimelineSource *source;
} Pair;

static gboolean
has_other_source (gpointer data)
{
  Pair *pair = data;

  return tras_timeline_view_get_source (pair->view) != pair->source;
}

/* Every open action stands in one lane, whatever a lane is; done ones are there when asked for. */
static void
test_groupings (Fixture       *fixture,
                gconstpointer  data)
{
  TrasTimelineView *view = show_timeline (fixture);
  guint n_open = tras_timeline_source_get_plan (tras_timeline_view_get_source (view))->n_bars;
  guint n_all = tras_timeline_source_get_n_all (tras_timeline_view_get_source (view));
  Pair pair = { view, NULL };

  g_assert_cmpuint (n_open, <, n_all);
  for (guint grouping = TRAS_TIMELINE_BY_PERSON; grouping <= TRAS_TIMELINE_BY_AREA; grouping++)
    {
      pair.source = tras_timeline_source_ref (tras_timeline_view_get_source (view));
      gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (fixture, "grouping")), grouping);
      wait_until (has_other_source, &pair);
      tras_timeline_source_unref (pair.source);
      g_assert_cmpuint (tras_timeline_source_get_plan (
                          tras_timeline_view_get_source (view))->n_bars, ==, n_open);
      g_assert_cmpuint (tras_timeline_source_get_plan (
                          tras_timeline_view_get_source (view))->n_lanes, >, 1);
    }
  pair.source = tras_timeline_source_ref (tras_timeline_view_get_source (view));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_child (fixture, "all_button")), TRUE);
  wait_until (has_other_source, &pair);
  tras_timeline_source_unref (pair.source);
  g_assert_cmpuint (tras_timeline_source_get_plan (
                      tras_timeline_view_get_source (view))->n_bars, ==, n_all);

  /* As near and as far as it goes. */
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "timeline.zoom-in", NULL);
  fixture_settle (fixture);
  for (guint i = 0; i < 60; i++)
    gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "timeline.zoom-out", NULL);
  fixture_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "timeline.today", NULL);
  fixture_settle (fixture);
}

/* A new firm is told what the page is for. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  TrasTimelineView *view = show_timeline (fixture);
  GtkStack *stack = GTK_STACK (get_child (fixture, "stack"));

  g_assert_cmpuint (tras_timeline_source_get_n_all (tras_timeline_view_get_source (view)), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_assert_true (gtk_widget_get_mapped (get_child (fixture, "empty_button")));
  fixture_assert_named (GTK_WIDGET (get_page (fixture)));
}

static void
test_move_with (Fixture       *fixture,
                gconstpointer  data)
{
  test_move (fixture, GINT_TO_POINTER (TRUE));
}

static void
test_move_alone (Fixture       *fixture,
                 gconstpointer  data)
{
  test_move (fixture, GINT_TO_POINTER (FALSE));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);
  fixture_add ("/timeline-page/walk", test_walk);
  fixture_add ("/timeline-page/open", test_open);
  fixture_add ("/timeline-page/move-with-followers", test_move_with);
  fixture_add ("/timeline-page/move-alone", test_move_alone);
  fixture_add ("/timeline-page/words", test_words);
  fixture_add ("/timeline-page/groupings", test_groupings);
  fixture_add_new_firm ("/timeline-page/empty", test_empty);

  return fixture_run ();
}

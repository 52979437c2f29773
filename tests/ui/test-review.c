/* test-review.c: the weekly meeting, over the whole window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-review-commands.h"
#include "tras-review-keys.h"
#include "tras-review-mode.h"
#include "tras-review-stage.h"
#include "tras-review-words.h"
#include "tras-small-chart.h"

#define SECOND G_USEC_PER_SEC

/* ---- the clock ---- */

/* What a part has taken goes on where it was; what passes while it stands still is not counted. */
static void
test_clock (Fixture       *fixture,
            gconstpointer  data)
{
  TrasReviewClock clock = { 0 };
  TrasMoment moment = { .now = 7 };

  g_assert_cmpint (tras_review_clock_get_total (&clock, 1000 * SECOND), ==, 0);
  tras_review_clock_run (&clock, 10 * SECOND);
  tras_review_clock_go (&clock, TRAS_PART_CUSTOMERS, 40 * SECOND);
  tras_review_clock_next (&clock, 45 * SECOND);
  g_assert_cmpint (tras_review_clock_get (&clock, TRAS_PART_PRESENT, 50 * SECOND), ==, 30);
  g_assert_cmpint (tras_review_clock_get (&clock, TRAS_PART_CUSTOMERS, 50 * SECOND), ==, 10);
  tras_review_clock_read (&clock, 50 * SECOND, &moment);
  g_assert_cmpint (moment.part, ==, TRAS_PART_CUSTOMERS);
  g_assert_cmpint (moment.seconds, ==, 40);
  g_assert_cmpint (moment.point_seconds, ==, 5);
  g_assert_cmpint (moment.now, ==, 7);

  tras_review_clock_stop (&clock, 50 * SECOND);
  g_assert_cmpint (tras_review_clock_get_total (&clock, 500 * SECOND), ==, 40);
  tras_review_clock_run (&clock, 500 * SECOND);
  tras_review_clock_go (&clock, TRAS_PART_PRESENT, 501 * SECOND);
  g_assert_cmpint (tras_review_clock_get (&clock, TRAS_PART_PRESENT, 502 * SECOND), ==, 31);
  g_assert_cmpint (tras_review_clock_get_total (&clock, 502 * SECOND), ==, 42);

  /* Another desk has counted further; one that has counted less changes nothing. */
  tras_review_clock_catch_up (&clock, 100, 502 * SECOND);
  g_assert_cmpint (tras_review_clock_get_total (&clock, 502 * SECOND), ==, 100);
  tras_review_clock_catch_up (&clock, 60, 502 * SECOND);
  g_assert_cmpint (tras_review_clock_get_total (&clock, 502 * SECOND), ==, 100);

  /* A clock that is set back counts nothing. */
  g_assert_cmpint (tras_review_clock_get_total (&clock, 0), ==, 99);
}

/* It is over from the first second on. */
static void
test_over (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    int seconds;
    const char *words;
  } cases[] = {
    { 0, NULL }, { 120, NULL }, { 121, "Time is up" }, { 179, "Time is up" },
    { 180, "1 min over" }, { 300, "3 min over" },
  };
  g_autofree char *both = tras_review_clock_dup_words (759, 2700);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *over = tras_review_clock_dup_over (cases[i].seconds, 120);

      g_assert_cmpstr (over, ==, cases[i].words);
    }
  g_assert_cmpstr (both, ==, "12 of 45 min");
}

/* ---- keys ---- */

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  TrasReviewCommand command;

  g_assert_true (tras_review_keys_find (GDK_KEY_space, 0, &command));
  g_assert_cmpint (command, ==, TRAS_REVIEW_NEXT);
  g_assert_true (tras_review_keys_find (GDK_KEY_space, GDK_SHIFT_MASK, &command));
  g_assert_cmpint (command, ==, TRAS_REVIEW_BACK);
  g_assert_true (tras_review_keys_find (GDK_KEY_E, GDK_LOCK_MASK, &command));
  g_assert_cmpint (command, ==, TRAS_REVIEW_EXPLAINED);
  /* Those of the window stay the window's. */
  g_assert_false (tras_review_keys_find (GDK_KEY_z, GDK_CONTROL_MASK, &command));
  g_assert_false (tras_review_keys_find (GDK_KEY_q, 0, &command));
}

/* ---- a meeting ---- */

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

static TrasReviewMode *
get_mode (Fixture *fixture)
{
  return TRAS_REVIEW_MODE (find (GTK_WIDGET (fixture->window), TRAS_TYPE_REVIEW_MODE));
}

static TrasReviewDesk *
get_desk (Fixture *fixture)
{
  return tras_review_mode_get_desk (get_mode (fixture));
}

static TrasMeeting *
get_meeting (Fixture *fixture)
{
  return tras_review_desk_get_meeting (get_desk (fixture));
}

static gboolean
has_meeting (gpointer data)
{
  return get_meeting (data) != NULL;
}

static gboolean
has_begun (gpointer data)
{
  return get_meeting (data) != NULL && tras_meeting_has_begun (get_meeting (data));
}

static void
open_review (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.review", NULL));
  wait_until (has_meeting, fixture);
}

static void
begin (Fixture *fixture)
{
  GtkWidget *button;

  open_review (fixture);
  fixture_settle (fixture);
  button = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_BUTTON (button));
  gtk_widget_activate (button);
  wait_until (has_begun, fixture);
}

typedef struct
{
  Fixture *fixture;
  TrasPlace place;
  const char *outcome;
} Expected;

static gboolean
has_outcome (gpointer data)
{
  Expected *expected = data;
  TrasPoint *point = tras_review_route_get_point (get_meeting (expected->fixture),
                                                  &expected->place);

  return g_strcmp0 (point->item->outcome, expected->outcome) == 0;
}

static TrasEdit *
make_explained (TrasMeeting      *meeting,
                const TrasMoment *moment,
                gpointer          data)
{
  return tras_meeting_make_outcome (meeting, moment, tras_review_route_get_point (meeting, data),
                                    "explained", "New carrier");
}

/* Each thing is a stop, once; all that is not unusual is one. */
static void
test_route (Fixture       *fixture,
            gconstpointer  data)
{
  TrasMeeting *meeting;
  GArray *route;
  guint n_points = 0, n_usual_points = 0, n_usual = 0;
  TrasPart part = TRAS_PART_PRESENT;

  begin (fixture);
  meeting = get_meeting (fixture);
  route = tras_review_desk_get_route (get_desk (fixture));
  g_assert_cmpint (g_array_index (route, TrasStop, 0).kind, ==, TRAS_STOP_PRESENT);
  g_assert_cmpint (g_array_index (route, TrasStop, route->len - 1).kind, ==,
                   TRAS_STOP_READ_BACK);
  for (guint i = 0; i < route->len; i++)
    {
      TrasStop *stop = &g_array_index (route, TrasStop, i);
      TrasPlace place;

      g_assert_cmpint (stop->part, >=, part);
      part = stop->part;
      n_points += stop->point != NULL;
      n_usual += stop->kind == TRAS_STOP_USUAL;
      tras_stop_get_place (stop, &place);
      g_assert_cmpuint (tras_review_route_find (route, &place), ==, i);
    }
  for (guint i = 0; i < meeting->points->len; i++)
    n_usual_points += tras_point_is_usual (meeting->points->pdata[i]);
  g_assert_cmpuint (n_usual, ==, 1);
  g_assert_cmpuint (n_points + n_usual_points, ==, meeting->points->len);
  g_assert_cmpuint (n_usual_points, >, 1);
}

/* What was said is there, stays on show, and is taken back with the part that was gone to. */
static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  TrasReviewDesk *desk;
  Expected expected = { fixture, { 0 }, "explained" };

  begin (fixture);
  desk = get_desk (fixture);
  tras_review_desk_go_part (desk, TRAS_PART_INDICATORS);
  tras_stop_get_place (tras_review_desk_get_stop (desk), &expected.place);
  tras_review_desk_step (desk, make_explained, g_memdup2 (&expected.place, sizeof (TrasPlace)),
                         g_free);
  wait_until (has_outcome, &expected);
  g_assert_cmpint (TRAS_RECORD (tras_review_desk_get_point (desk)->item)->id, ==,
                   expected.place.item_id);

  tras_review_desk_go_part (desk, TRAS_PART_SOLVE);
  tras_review_desk_undo (desk);
  expected.outcome = NULL;
  wait_until (has_outcome, &expected);
  g_assert_cmpint (TRAS_RECORD (tras_review_desk_get_point (desk)->item)->id, ==,
                   expected.place.item_id);
}

static gboolean
is_left (gpointer data)
{
  return !gtk_widget_get_mapped (GTK_WIDGET (get_mode (data)));
}

static gboolean
is_in_promises (gpointer data)
{
  return tras_meeting_get_part (get_meeting (data)) == TRAS_PART_PROMISES;
}

/* The meeting is left at once, and goes on where it was. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  begin (fixture);
  tras_review_desk_go_part (get_desk (fixture), TRAS_PART_PROMISES);
  wait_until (is_in_promises, fixture);
  gtk_widget_activate_action (GTK_WIDGET (get_mode (fixture)), "review.leave", NULL);
  g_assert_true (is_left (fixture));
  open_review (fixture);
  g_assert_true (tras_meeting_has_begun (get_meeting (fixture)));
  g_assert_cmpint (tras_review_desk_get_stop (get_desk (fixture))->part, ==, TRAS_PART_PROMISES);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* The file is closed while a step is being written: the meeting asks for nothing more, and goes. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  TrasReviewDesk *desk;

  begin (fixture);
  desk = get_desk (fixture);
  g_object_add_weak_pointer (G_OBJECT (desk), (gpointer *) &desk);
  tras_review_desk_go_part (desk, TRAS_PART_PROMISES);
  wait_until (is_in_promises, fixture);
  fixture_settle (fixture);
  /* The meeting leaves, and writes how long it has sat. */
  tras_window_set_store (fixture->window, NULL);
  g_assert_nonnull (desk);
  wait_until (is_gone, &desk);
}

/* ---- a goal that is over ---- */

static TrasGoal *
read_goal (Fixture *fixture,
           gint64   id)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_GOAL);
  g_autoptr (GPtrArray) goals = NULL;

  tras_query_where_int (query, "id", TRAS_QUERY_EQ, id);
  goals = fixture_read (fixture, query);

  return g_object_ref (goals->pdata[0]);
}

static TrasPoint *
find_goal_point (Fixture *fixture,
                 gint64   id)
{
  GPtrArray *points = get_meeting (fixture)->points;

  for (guint i = 0; i < points->len; i++)
    {
      TrasPoint *point = points->pdata[i];

      if (point->item->goal_id == id)
        return point;
    }

  return NULL;
}

/* Moves the due date of an open goal, behind @after, that the review has nothing to ask about. */
static gint64
move_due_date (Fixture *fixture,
               gint64   after,
               TrasDay  due_on)
{
  GPtrArray *goals = get_meeting (fixture)->data->goals->goals;

  for (guint i = 0; i < goals->len; i++)
    {
      TrasGoalStatus *status = goals->pdata[i];
      gint64 id = TRAS_RECORD (status->goal)->id;
      g_autoptr (TrasEdit) edit = NULL;
      g_autoptr (TrasGoal) goal = NULL;

      if (id <= after || !tras_goal_is_open (status->goal) ||
          find_goal_point (fixture, id) != NULL || status->goal->starts_on >= due_on)
        continue;

      edit = tras_edit_new ("Change: Due");
      goal = tras_record_dup (status->goal);
      goal->due_on = due_on;
      tras_edit_update (edit, goal);
      tras_store_apply_async (tras_window_get_store (fixture->window), edit, NULL, NULL, NULL);
      return id;
    }

  g_assert_not_reached ();
}

static gboolean
is_asked (gpointer data)
{
  Expected *expected = data;

  return find_goal_point (expected->fixture, expected->place.item_id) != NULL;
}

/* Whether the goal was left as expected; NULL for not at all. */
static gboolean
is_left_so (gpointer data)
{
  Expected *expected = data;
  TrasPoint *point = find_goal_point (expected->fixture, expected->place.item_id);

  return point != NULL && g_strcmp0 (point->item->left_state, expected->outcome) == 0;
}

static void
type_ending (guint       ending,
             const char *lesson)
{
  GtkWidget *choice = fixture_find (GTK_WIDGET (fixture_get_form ()), GTK_TYPE_DROP_DOWN);
  g_autoptr (TrasGoal) draft = NULL;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), ending);
  draft = tras_record_dup (tras_form_dialog_get_draft (fixture_get_form ()));
  g_free (draft->lesson);
  draft->lesson = g_strdup (lesson);
  tras_form_dialog_set_draft (fixture_get_form (), draft);
}

/* The day after it was due a goal is asked for, however it went, and is closed from there with what
 * was learned; not on the day itself. One undo opens it again, and the review asks again. */
static void
test_close_goal (Fixture       *fixture,
                 gconstpointer  data)
{
  TrasDay today = tras_day_today ();
  Expected missed = { fixture, { 0 }, "missed" };
  Expected open = { fixture, { 0 }, NULL };
  g_autoptr (TrasGoal) closed = NULL;
  g_autoptr (TrasGoal) again = NULL;
  g_autofree char *why = NULL;
  TrasReviewDesk *desk;
  TrasPoint *point;
  gint64 due_today, id;

  open_review (fixture);
  due_today = move_due_date (fixture, 0, today);
  id = move_due_date (fixture, due_today, today - 1);
  missed.place.item_id = open.place.item_id = id;
  wait_until (is_asked, &missed);
  g_assert_null (find_goal_point (fixture, due_today));
  gtk_widget_activate_action (GTK_WIDGET (get_mode (fixture)), "review.leave", NULL);

  begin (fixture);
  desk = get_desk (fixture);
  point = find_goal_point (fixture, id);
  g_assert_cmpint (point->part, ==, TRAS_PART_GOALS);
  why = tras_reason_dup_words (point, today);
  g_assert_cmpstr (why, ==, "Was due yesterday");
  tras_review_desk_go_point (desk, point);
  fixture_settle (fixture);

  /* Without a lesson it stays open. */
  tras_review_command_run (TRAS_REVIEW_FINISHED, desk,
                           TRAS_REVIEW_STAGE (find (GTK_WIDGET (get_mode (fixture)),
                                                    TRAS_TYPE_REVIEW_STAGE)));
  wait_until (fixture_has_form, NULL);
  type_ending (1, "");
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());
  type_ending (1, "The carrier sets the pace");
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
  wait_until (is_left_so, &missed);

  closed = read_goal (fixture, id);
  g_assert_cmpstr (closed->state, ==, "missed");
  g_assert_cmpstr (closed->lesson, ==, "The carrier sets the pace");
  g_assert_cmpint (closed->closed_on, ==, today);
  point = find_goal_point (fixture, id);
  g_assert_cmpstr (point->item->outcome, ==, "explained");
  g_assert_cmpint (point->item->left_on, ==, today);

  tras_review_desk_undo (desk);
  wait_until (is_left_so, &open);
  again = read_goal (fixture, id);
  g_assert_cmpstr (again->state, ==, "open");
  g_assert_cmpint (again->due_on, ==, today - 1);
  g_assert_null (find_goal_point (fixture, id)->item->outcome);
}

/* ---- a training whose effect is due ---- */

static TrasPoint *
find_effect_point (Fixture *fixture)
{
  GPtrArray *points = get_meeting (fixture)->points;

  for (guint i = 0; i < points->len; i++)
    {
      TrasPoint *point = points->pdata[i];

      if (point->item->training_id != 0)
        return point;
    }

  return NULL;
}

/* Held half a year ago, for an indicator of the review. */
static void
add_training (Fixture *fixture)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("Training");
  g_autoptr (TrasTraining) training = tras_training_new ();
  g_autoptr (TrasTrainingSession) session = tras_training_session_new ();
  TrasScorecardRow *row = get_meeting (fixture)->data->agenda->pdata[0];
  TrasDay day = get_meeting (fixture)->data->day;

  training->title = g_strdup ("Careful hands");
  training->indicator_id = TRAS_RECORD (row->series->indicator)->id;
  training->expect = 1;
  training->expect_by = day - 7;
  session->starts_at = (gint64) (day - 120 - tras_day_new (1970, 1, 1)) * 24 * 60 * 60;
  session->minutes = 60;
  session->state = "held";
  tras_edit_insert (edit, training);
  tras_edit_insert (edit, session);
  tras_edit_link (edit, session, "training_id", training);
  tras_store_apply_async (tras_window_get_store (fixture->window), edit, NULL, NULL, NULL);
}

static gboolean
has_effect_point (gpointer data)
{
  return find_effect_point (data) != NULL;
}

static gboolean
is_effect_said (gpointer data)
{
  return tras_point_is_done (find_effect_point (data));
}

static gboolean
is_effect_open (gpointer data)
{
  return !is_effect_said (data);
}

/* The verdict is proposed, confirmed with one key, and taken back with another. */
static void
test_effect (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *verdict;
    guint key;
  } keys[] = {
    { "moved", GDK_KEY_1 }, { "not-moved", GDK_KEY_2 }, { "too-early", GDK_KEY_3 },
  };
  g_autofree char *words = NULL;
  TrasPoint *point;
  GtkWidget *stage;
  guint key = 0;

  open_review (fixture);
  add_training (fixture);
  wait_until (has_effect_point, fixture);
  gtk_widget_activate_action (GTK_WIDGET (get_mode (fixture)), "review.leave", NULL);
  begin (fixture);
  point = find_effect_point (fixture);
  g_assert_cmpint (point->part, ==, TRAS_PART_PROMISES);
  g_assert_nonnull (point->item->seen_state);
  tras_review_desk_go_point (get_desk (fixture), point);
  fixture_settle (fixture);
  fixture_assert_named (GTK_WIDGET (get_mode (fixture)));
  stage = find (GTK_WIDGET (get_mode (fixture)), TRAS_TYPE_REVIEW_STAGE);
  g_assert_nonnull (find (stage, TRAS_TYPE_SMALL_CHART));
  /* The meeting was read anew. */
  point = find_effect_point (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      TrasReviewCommand command;

      if (!g_str_equal (keys[i].verdict, point->item->seen_state))
        continue;
      key = keys[i].key;
      g_assert_true (tras_review_keys_find (key, 0, &command));
      g_assert_cmpstr (tras_review_command_get_verdict (command), ==, keys[i].verdict);
    }
  fixture_press (get_mode (fixture), key, 0);
  wait_until (is_effect_said, fixture);
  point = find_effect_point (fixture);
  g_assert_cmpstr (TRAS_TRAINING (point->record)->verdict, ==, point->item->seen_state);
  words = tras_review_words_dup_outcome (point);
  g_assert_nonnull (words);

  tras_review_desk_undo (get_desk (fixture));
  wait_until (is_effect_open, fixture);
  g_assert_null (TRAS_TRAINING (find_effect_point (fixture)->record)->verdict);
}

static gboolean
is_changed (gpointer data)
{
  Expected *expected = data;

  return TRAS_RECORD (get_meeting (expected->fixture)->review)->version != expected->place.item_id;
}

static TrasEdit *
make_part (TrasMeeting      *meeting,
           const TrasMoment *moment,
           gpointer          data)
{
  return tras_meeting_make_part (meeting, moment);
}

/* What is being typed is not lost when somebody else writes. */
static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  TrasReviewDesk *desk;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  Expected expected = { fixture, { 0 }, NULL };

  begin (fixture);
  desk = get_desk (fixture);
  tras_review_desk_go_part (desk, TRAS_PART_CUSTOMERS);
  fixture_settle (fixture);
  g_assert_cmpint (tras_review_desk_get_stop (desk)->kind, ==, TRAS_STOP_STORY);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (GTK_WIDGET (get_mode (fixture)),
                                                          GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (buffer, "half a sen", -1);
  expected.place.item_id = TRAS_RECORD (get_meeting (fixture)->review)->version;
  tras_review_desk_step (desk, make_part, NULL, NULL);
  wait_until (is_changed, &expected);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (text, ==, "half a sen");
}

/* At every stop each control has a name, and the page can be narrow. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *mode;
  int least;

  open_review (fixture);
  fixture_settle (fixture);
  mode = GTK_WIDGET (get_mode (fixture));
  fixture_assert_named (mode);
  gtk_widget_measure (mode, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  gtk_widget_activate_action (mode, "review.leave", NULL);

  begin (fixture);
  /* Each stop writes where the meeting is, and the route is made anew. */
  for (guint i = 0; i < tras_review_desk_get_route (get_desk (fixture))->len; i++)
    {
      tras_review_desk_go (get_desk (fixture), i);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      fixture_assert_named (mode);
      gtk_widget_measure (mode, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 360);
    }
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  /* A Saturday: which goals are asked for depends on the day of the week. */
  g_setenv ("TRASTIENDA_TODAY", "2026-11-21", TRUE);
  g_test_add ("/review/clock", Fixture, NULL, NULL, test_clock, NULL);
  g_test_add ("/review/over", Fixture, NULL, NULL, test_over, NULL);
  g_test_add ("/review/keys", Fixture, NULL, NULL, test_keys, NULL);
  fixture_add ("/review/route", test_route);
  fixture_add ("/review/step", test_step);
  fixture_add ("/review/leave", test_leave);
  fixture_add ("/review/close", test_close);
  fixture_add ("/review/close-goal", test_close_goal);
  fixture_add ("/review/effect", test_effect);
  fixture_add ("/review/typing", test_typing);
  fixture_add ("/review/names", test_names);

  return fixture_run ();
}

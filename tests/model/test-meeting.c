/* test-meeting.c: a meeting from its agenda to the next one's, on a small firm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-agenda.h"
#include "tras-edit-log.h"
#include "tras-meeting-fixture.h"

static void
fill (Fixture *fixture)
{
  TrasDecision *decision = tras_decision_new ();
  g_autoptr (GError) error = NULL;
  gint64 known, unknown;

  make_steady (fixture, "Returns", 1, 6);
  make_steady (fixture, "Orders late", 1, 30);
  make_steady (fixture, "Shelves", 1, -1);
  unknown = make_deviation (fixture, "Nobody knows why", NULL, NULL);
  known = make_deviation (fixture, "Was it the van?", "the van", "1998-04-10");
  make_action (fixture, "Late", known, "1998-04-01", 0);
  make_action (fixture, "Due", known, "1998-04-15", 1);
  make_action (fixture, "Far", known, "1998-05-15", 0);
  make_action (fixture, "Again and again", unknown, "1998-04-02", 2);
  decision->by_id = 1;
  decision->what = g_strdup ("Open on Sundays");
  decision->why = g_strdup ("Asked for");
  decision->decided_on = day ("1998-01-06");
  decision->revisit_on = day ("1998-04-01");
  insert (fixture, decision);
  tras_db_commit (fixture->db, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_point (TrasMeeting *meeting,
              const char  *subject,
              TrasPart     part,
              TrasReason   reason)
{
  TrasPoint *point = find_point (meeting, subject);

  g_test_message ("%s", subject);
  g_assert_nonnull (point);
  g_assert_cmpint (point->part, ==, part);
  g_assert_cmpint (point->reason, ==, reason);
}

static void
assert_agenda_with (TrasMeeting *meeting,
                    guint        n_others)
{
  assert_point (meeting, "Returns", TRAS_PART_INDICATORS, TRAS_REASON_USUAL);
  assert_point (meeting, "Orders late", TRAS_PART_INDICATORS, TRAS_REASON_SIGNAL);
  assert_point (meeting, "Shelves", TRAS_PART_INDICATORS, TRAS_REASON_MISSING);
  assert_point (meeting, "Late", TRAS_PART_PROMISES, TRAS_REASON_LATE);
  assert_point (meeting, "Due", TRAS_PART_PROMISES, TRAS_REASON_DUE);
  assert_point (meeting, "Was it the van?", TRAS_PART_PROMISES, TRAS_REASON_CHECK);
  assert_point (meeting, "Open on Sundays", TRAS_PART_PROMISES, TRAS_REASON_REVISIT);
  assert_point (meeting, "Nobody knows why", TRAS_PART_SOLVE, TRAS_REASON_NO_CAUSE);
  assert_point (meeting, "Again and again", TRAS_PART_SOLVE, TRAS_REASON_MOVED_TWICE);
  g_assert_null (find_point (meeting, "Far"));
  /* Those nine and the two stories. */
  g_assert_cmpuint (meeting->points->len, ==, 11 + n_others);
  for (guint i = 1; i < meeting->points->len; i++)
    g_assert_cmpint (((TrasPoint *) meeting->points->pdata[i - 1])->part, <=,
                     ((TrasPoint *) meeting->points->pdata[i])->part);
}

static void
assert_agenda (TrasMeeting *meeting)
{
  assert_agenda_with (meeting, 0);
}

/* ---- the clock ---- */

static void
test_seconds (void)
{
  const guint planned[TRAS_N_PARTS] = { 2, 4, 10, 6, 5, 14, 4 };

  for (guint minutes = 1; minutes <= 180; minutes++)
    {
      guint all = 0;

      for (guint part = 0; part < TRAS_N_PARTS; part++)
        all += tras_part_get_seconds (part, minutes);
      g_assert_cmpuint (all, ==, minutes * 60);
    }
  for (guint part = 0; part < TRAS_N_PARTS; part++)
    g_assert_cmpuint (tras_part_get_seconds (part, 45), ==, planned[part] * 60);
}

static void
test_words (void)
{
  for (guint i = 0; i < TRAS_N_PARTS; i++)
    {
      TrasPart part = TRAS_PART_PRESENT;

      g_assert_true (tras_part_from_string (tras_part_to_string (i), &part));
      g_assert_cmpint (part, ==, i);
    }
}

/* ---- the agenda ---- */

static void
test_agenda (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasMeeting) meeting = NULL;

  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  g_assert_false (tras_meeting_has_begun (meeting));
  assert_agenda (meeting);
  g_assert_cmpuint (meeting->missing->len, ==, 1);
  g_assert_cmpuint (meeting->people->len, ==, 1);
  g_assert_cmpuint (tras_meeting_count (meeting, TRAS_PART_PROMISES, NULL), ==, 4);
}

/* A goal is asked for from the day after it was due, however it went; a draft and one that is
 * closed are not, and one that is due on the day itself has the day. The agenda of the week up to
 * the 12th is that of a meeting on the 15th at the latest. */
static void
test_goals_due (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *title;
    const char *due;
    const char *state;
    gboolean asked;
  } goals[] = {
    { "Yesterday", "1998-04-14", "open", TRUE },
    { "Long ago", "1998-02-01", "open", TRUE },
    { "Today", "1998-04-15", "open", FALSE },
    { "Draft", "1998-02-01", "draft", FALSE },
    { "Over", "1998-02-01", "missed", FALSE },
  };
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (TrasGoal) changed = NULL;
  g_autofree char *words = NULL;
  const TrasMoment moment = { TRAS_PART_GOALS, 1000, 20, 892001000 };
  TrasPoint *point;

  fill (fixture);
  g_assert_true (tras_db_begin (fixture->db, "goals", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      TrasGoal *goal = tras_goal_new ();

      goal->title = g_strdup (goals[i].title);
      goal->owner_id = 1;
      goal->starts_on = day ("1998-01-01");
      goal->due_on = day (goals[i].due);
      goal->state = g_intern_string (goals[i].state);
      if (g_str_equal (goals[i].state, "missed"))
        {
          goal->closed_on = day ("1998-02-02");
          goal->lesson = g_strdup ("more time");
        }
      insert (fixture, goal);
    }
  g_assert_true (tras_db_commit (fixture->db, NULL, NULL));

  meeting = load_meeting (fixture, MEETING_WEEK);
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      if (goals[i].asked)
        assert_point (meeting, goals[i].title, TRAS_PART_GOALS, TRAS_REASON_GOAL_DUE);
      else
        g_assert_null (find_point (meeting, goals[i].title));
    }
  words = tras_reason_dup_words (find_point (meeting, "Yesterday"), day ("1998-04-15"));
  g_assert_cmpstr (words, ==, "Was due yesterday");

  /* It is closed from there, and its reason stays what it was. */
  begin (fixture, &meeting);
  point = find_point (meeting, "Long ago");
  changed = tras_record_dup (point->goal->goal);
  changed->state = "missed";
  changed->closed_on = day ("1998-04-14");
  changed->lesson = g_strdup ("less at once");
  step (fixture, &meeting,
        tras_meeting_make_change (meeting, &moment, point, TRAS_RECORD (changed), NULL));
  point = find_point (meeting, "Long ago");
  g_assert_cmpint (point->reason, ==, TRAS_REASON_GOAL_DUE);
  g_assert_cmpstr (point->item->outcome, ==, "explained");
  g_assert_cmpstr (point->item->left_state, ==, "missed");
  g_assert_cmpstr (point->goal->goal->state, ==, "missed");
}

/* An area sees what is its own and its sub-areas'. */
static void
test_area (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (GError) error = NULL;
  TrasArea *store = tras_area_new (), *yard = tras_area_new ();
  gint64 store_id, yard_id;

  store->name = g_strdup ("Store");
  store->parent_id = 1;
  store_id = insert (fixture, store);
  yard->name = g_strdup ("Yard");
  yard->parent_id = store_id;
  yard_id = insert (fixture, yard);
  make_steady (fixture, "In the yard", yard_id, 6);
  make_steady (fixture, "In the store", store_id, -1);
  fill (fixture);

  meeting = tras_meeting_load (fixture->db, day (MEETING_WEEK), store_id, &error);
  g_assert_no_error (error);
  assert_point (meeting, "In the yard", TRAS_PART_INDICATORS, TRAS_REASON_USUAL);
  assert_point (meeting, "In the store", TRAS_PART_INDICATORS, TRAS_REASON_MISSING);
  g_assert_null (find_point (meeting, "Returns"));
  g_assert_null (find_point (meeting, "Nobody knows why"));
  g_assert_cmpuint (meeting->missing->len, ==, 1);
}

/* ---- the steps ---- */

static void
test_frozen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_MEASUREMENT);
  g_autoptr (TrasMeasurement) number = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("Mend a number");
  g_autoptr (GError) error = NULL;
  TrasPoint *point;

  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);
  g_assert_true (tras_meeting_has_begun (meeting));
  g_assert_cmpstr (meeting->review->code, ==, "R-1");
  assert_agenda (meeting);
  point = find_point (meeting, "Orders late");
  g_assert_cmpfloat (point->item->seen_value, ==, 30);
  g_assert_cmpstr (point->item->seen_variation, ==, "concerning");
  g_assert_true (isnan (find_point (meeting, "Shelves")->item->seen_value));

  /* Whoever mends the number afterwards does not change what was seen. */
  tras_query_where_int (query, "indicator_id", TRAS_QUERY_EQ, point->item->indicator_id);
  tras_query_where_date (query, "period_on", TRAS_QUERY_EQ, point->item->seen_on);
  number = tras_db_find (fixture->db, query, &error);
  g_assert_no_error (error);
  number->value = 5;
  tras_edit_update (edit, number);
  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);
  tras_meeting_unref (meeting);
  meeting = load_meeting (fixture, MEETING_WEEK);
  point = find_point (meeting, "Orders late");
  g_assert_cmpfloat (point->item->seen_value, ==, 30);
  g_assert_cmpint (point->reason, ==, TRAS_REASON_SIGNAL);
  g_assert_false (tras_indicator_series_is_signal (point->row->series));
}

static void
test_pass (Fixture       *fixture,
           gconstpointer  data)
{
  const TrasMoment moment = { TRAS_PART_INDICATORS, 400, 12, 892000400 };
  g_autoptr (TrasMeeting) meeting = NULL;
  guint n_done;

  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);
  step (fixture, &meeting, tras_meeting_make_pass (meeting, &moment));
  g_assert_cmpuint (tras_meeting_count (meeting, TRAS_PART_INDICATORS, &n_done), ==, 3);
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_cmpstr (find_point (meeting, "Returns")->item->outcome, ==, "nothing");
  g_assert_cmpint (meeting->review->seconds, ==, 400);
  g_assert_cmpint (tras_meeting_get_part (meeting), ==, TRAS_PART_INDICATORS);
  g_assert_null (tras_meeting_make_pass (meeting, &moment));
}

/* Seconds add up, words stay when none are given, and one undo takes a step back whole. */
static void
test_outcome (Fixture       *fixture,
              gconstpointer  data)
{
  const TrasMoment first = { TRAS_PART_INDICATORS, 100, 40, 892000100 };
  const TrasMoment second = { TRAS_PART_INDICATORS, 150, 30, 892000150 };
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  TrasReviewItem *item;

  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);
  step (fixture, &meeting,
        tras_meeting_make_outcome (meeting, &first, find_point (meeting, "Orders late"),
                                   "explained", "New carrier"));
  step (fixture, &meeting,
        tras_meeting_make_outcome (meeting, &second, find_point (meeting, "Orders late"), "looking",
                                   NULL));
  item = find_point (meeting, "Orders late")->item;
  g_assert_cmpstr (item->outcome, ==, "looking");
  g_assert_cmpstr (item->said, ==, "New carrier");
  g_assert_cmpint (item->seconds, ==, 70);
  g_assert_cmpint (meeting->review->seconds, ==, 150);

  undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  tras_meeting_unref (meeting);
  meeting = load_meeting (fixture, MEETING_WEEK);
  item = find_point (meeting, "Orders late")->item;
  g_assert_cmpstr (item->outcome, ==, "explained");
  g_assert_cmpint (meeting->review->seconds, ==, 100);
}

static void
test_results (Fixture       *fixture,
              gconstpointer  data)
{
  const TrasMoment moment = { TRAS_PART_INDICATORS, 200, 60, 892000200 };
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (TrasDeviation) deviation = tras_deviation_new ();
  g_autoptr (TrasAction) action = tras_action_new ();
  g_autoptr (TrasDecision) decision = tras_decision_new ();
  TrasReviewResult *result;
  TrasPoint *point;

  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);

  deviation->origin = "signal";
  deviation->owner_id = 1;
  deviation->fact = g_strdup ("Thirty in a week");
  deviation->opened_on = day ("1998-04-12");
  step (fixture, &meeting,
        tras_meeting_make_record (meeting, &moment, find_point (meeting, "Orders late"),
                                  TRAS_RECORD (deviation), "Who knows"));
  g_assert_cmpint (deviation->indicator_id, ==,
                   find_point (meeting, "Orders late")->item->indicator_id);
  g_assert_cmpint (deviation->period_on, ==, day (MEETING_WEEK));
  g_assert_cmpint (deviation->area_id, ==, 1);
  g_assert_cmpstr (find_point (meeting, "Orders late")->item->outcome, ==, "deviation");
  /* What has no cause yet comes up to be solved in the same meeting. */
  assert_point (meeting, "Thirty in a week", TRAS_PART_SOLVE, TRAS_REASON_NO_CAUSE);

  /* An action about the indicator hangs from the deviation that was made just now. */
  action->title = g_strdup ("Call the carrier");
  action->owner_id = 1;
  action->due_on = day ("1998-04-20");
  step (fixture, &meeting,
        tras_meeting_make_record (meeting, &moment, find_point (meeting, "Orders late"),
                                  TRAS_RECORD (action), NULL));
  g_assert_cmpint (action->deviation_id, ==, TRAS_RECORD (deviation)->id);

  /* A point that came up since gets its row with its first outcome. */
  decision->by_id = 1;
  decision->what = g_strdup ("Another carrier");
  decision->why = g_strdup ("It is slow");
  decision->decided_on = day ("1998-04-12");
  point = find_point (meeting, "Thirty in a week");
  g_assert_cmpint (TRAS_RECORD (point->item)->id, ==, 0);
  step (fixture, &meeting,
        tras_meeting_make_record (meeting, &moment, point, TRAS_RECORD (decision), NULL));
  point = find_point (meeting, "Thirty in a week");
  g_assert_cmpint (TRAS_RECORD (point->item)->id, !=, 0);
  g_assert_cmpstr (point->item->outcome, ==, "decision");
  g_assert_cmpint (decision->review_id, ==, TRAS_RECORD (meeting->review)->id);
  g_assert_cmpint (decision->deviation_id, ==, TRAS_RECORD (deviation)->id);

  g_assert_cmpuint (meeting->results->len, ==, 3);
  result = meeting->results->pdata[1];
  g_assert_cmpstr (result->what, ==, "Call the carrier");
  g_assert_cmpstr (result->owner_name, ==, "Ana");
  g_assert_cmpint (result->due_on, ==, day ("1998-04-20"));
}

static void
move_promise (Fixture      *fixture,
              TrasMeeting **meeting)
{
  const TrasMoment moment = { TRAS_PART_PROMISES, 900, 20, 892000900 };
  TrasPoint *point = find_point (*meeting, "Due");
  g_autoptr (TrasAction) action = tras_record_dup (point->record);

  tras_action_move (action, day ("1998-05-01"), "No van");
  step (fixture, meeting,
        tras_meeting_make_change (*meeting, &moment, point, TRAS_RECORD (action), "No van"));
}

static void
finish_promise (Fixture      *fixture,
                TrasMeeting **meeting)
{
  const TrasMoment moment = { TRAS_PART_PROMISES, 950, 20, 892000950 };
  TrasPoint *point = find_point (*meeting, "Late");
  g_autoptr (TrasAction) action = tras_record_dup (point->record);

  action->state = "done";
  action->closed_on = day ("1998-04-12");
  step (fixture, meeting,
        tras_meeting_make_change (*meeting, &moment, point, TRAS_RECORD (action), NULL));
}

/* What somebody looks into comes back, whatever its day says. */
static void
test_left_open (Fixture       *fixture,
                gconstpointer  data)
{
  const TrasMoment moment = { TRAS_PART_PROMISES, 700, 20, 892000700 };
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (TrasMeeting) next = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("Another day");
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GError) error = NULL;
  TrasDeviation *deviation;

  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);
  step (fixture, &meeting,
        tras_meeting_make_outcome (meeting, &moment, find_point (meeting, "Was it the van?"),
                                   "looking", "Ana asks"));
  step (fixture, &meeting, tras_meeting_make_end (meeting, &moment, NULL));
  deviation = TRAS_DEVIATION (find_point (meeting, "Was it the van?")->record);
  deviation->check_on = day ("1998-06-01");
  tras_edit_update (edit, deviation);
  tras_edit_apply (edit, fixture->db, NULL, &error);
  g_assert_no_error (error);

  next = load_meeting (fixture, "1998-04-15");
  assert_point (next, "Was it the van?", TRAS_PART_PROMISES, TRAS_REASON_LEFT_OPEN);
  /* Without the meeting that left it open, nothing would bring it up. */
  points = tras_agenda_make (fixture->db, meeting->data, 1, meeting->data->day, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < points->len; i++)
    g_assert_cmpint (((TrasPoint *) points->pdata[i])->reason, !=, TRAS_REASON_LEFT_OPEN);
}

/* ---- effects of trainings ---- */

static void
make_training (Fixture    *fixture,
               const char *title,
               gint64      indicator_id,
               const char *expect_by,
               const char *held_on)
{
  TrasTraining *training = tras_training_new ();
  TrasTrainingSession *session;
  gint64 id;

  training->title = g_strdup (title);
  training->indicator_id = indicator_id;
  training->expect = -2;
  training->expect_by = day (expect_by);
  id = insert (fixture, training);
  if (held_on == NULL)
    return;

  session = tras_training_session_new ();
  session->training_id = id;
  session->starts_at = (gint64) (day (held_on) - day ("1970-01-01")) * 24 * 60 * 60;
  session->minutes = 60;
  session->state = "held";
  insert (fixture, session);
}

static TrasTraining *
read_training (Fixture *fixture,
               gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasTraining *training = tras_db_load (fixture->db, TRAS_TYPE_TRAINING, id, &error);

  g_assert_no_error (error);

  return training;
}

/* A training comes up on the day by which it should have moved its indicator, with the verdict that
 * the numbers speak for; the indicator stays on the agenda beside it. */
static void
test_effect (Fixture       *fixture,
             gconstpointer  data)
{
  const TrasMoment moment = { TRAS_PART_PROMISES, 700, 20, 892000700 };
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (TrasMeeting) next = NULL;
  g_autoptr (TrasTraining) waiting = NULL;
  g_autoptr (TrasTraining) said = NULL;
  g_autoptr (GPtrArray) points = NULL;
  g_autoptr (GError) error = NULL;
  TrasEffect effect;
  TrasPoint *point;
  gint64 indicator_id, other_area;
  TrasArea *area = tras_area_new ();

  area->name = g_strdup ("Store");
  other_area = insert (fixture, area);
  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  indicator_id = find_point (meeting, "Returns")->item->indicator_id;
  g_assert_true (tras_db_begin (fixture->db, "trainings", NULL));
  make_training (fixture, "Careful hands", indicator_id, "1998-04-12", "1998-02-11");
  make_training (fixture, "Too soon", indicator_id, "1998-04-13", "1998-02-11");
  make_training (fixture, "Never held", indicator_id, "1998-04-01", NULL);
  g_assert_true (tras_db_commit (fixture->db, NULL, NULL));
  tras_meeting_unref (meeting);
  meeting = load_meeting (fixture, MEETING_WEEK);
  assert_agenda_with (meeting, 1);
  assert_point (meeting, "Careful hands", TRAS_PART_PROMISES, TRAS_REASON_EFFECT);
  g_assert_null (find_point (meeting, "Too soon"));
  g_assert_null (find_point (meeting, "Never held"));
  points = tras_agenda_make (fixture->db, meeting->data, other_area, meeting->data->day, NULL,
                             &error);
  g_assert_no_error (error);
  for (guint i = 0; i < points->len; i++)
    g_assert_cmpint (((TrasPoint *) points->pdata[i])->reason, !=, TRAS_REASON_EFFECT);

  begin (fixture, &meeting);
  point = find_point (meeting, "Careful hands");
  g_assert_cmpint (point->item->indicator_id, ==, indicator_id);
  g_assert_cmpstr (point->item->seen_state, ==, "not-moved");
  g_assert_true (tras_point_get_effect (point, &effect));
  /* Six weeks before the one of the session, eight since. */
  g_assert_cmpuint (effect.n_before, ==, 6);
  g_assert_cmpuint (effect.n_after, ==, 8);

  /* Too early: it comes back a week after the meeting, with another day. */
  step (fixture, &meeting, tras_meeting_make_verdict (meeting, &moment, point, "too-early"));
  point = find_point (meeting, "Careful hands");
  g_assert_cmpstr (point->item->outcome, ==, "later");
  g_assert_cmpstr (point->item->left_state, ==, "too-early");
  g_assert_cmpint (point->item->left_on, ==, day ("1998-04-13"));
  g_assert_cmpint (point->reason, ==, TRAS_REASON_EFFECT);
  waiting = read_training (fixture, point->item->training_id);
  g_assert_cmpstr (waiting->verdict, ==, "too-early");
  g_assert_cmpint (waiting->expect_by, ==, day ("1998-04-13"));
  next = load_meeting (fixture, "1998-04-15");
  assert_point (next, "Careful hands", TRAS_PART_PROMISES, TRAS_REASON_EFFECT);
  assert_point (next, "Too soon", TRAS_PART_PROMISES, TRAS_REASON_EFFECT);

  /* Said, it is over, and stays on the agenda of its meeting. */
  step (fixture, &meeting, tras_meeting_make_verdict (meeting, &moment, point, "not-moved"));
  point = find_point (meeting, "Careful hands");
  g_assert_cmpstr (point->item->outcome, ==, "explained");
  g_assert_cmpint (point->item->left_on, ==, TRAS_DAY_NONE);
  said = read_training (fixture, point->item->training_id);
  g_assert_cmpstr (said->verdict, ==, "not-moved");
  tras_meeting_unref (next);
  next = load_meeting (fixture, "1998-04-15");
  g_assert_null (find_point (next, "Careful hands"));
}

/* The next agenda holds what is still open, because it is. */
static void
test_next_week (Fixture       *fixture,
                gconstpointer  data)
{
  const TrasMoment moment = { TRAS_PART_READ_BACK, 2600, 20, 892002600 };
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (TrasMeeting) next = NULL;
  TrasReviewItem *item;

  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);
  move_promise (fixture, &meeting);
  finish_promise (fixture, &meeting);
  item = find_point (meeting, "Due")->item;
  g_assert_cmpstr (item->outcome, ==, "later");
  g_assert_cmpstr (item->left_state, ==, "open");
  g_assert_cmpint (item->seen_on, ==, day ("1998-04-15"));
  g_assert_cmpint (item->left_on, ==, day ("1998-05-01"));
  item = find_point (meeting, "Late")->item;
  g_assert_cmpstr (item->outcome, ==, "explained");
  g_assert_cmpstr (item->left_state, ==, "done");

  step (fixture, &meeting,
        tras_meeting_make_outcome (meeting, &moment, find_point (meeting, "Returns"), "looking",
                                   "Ana"));
  step (fixture, &meeting, tras_meeting_make_usefulness (meeting, 1, 9));
  step (fixture, &meeting, tras_meeting_make_end (meeting, &moment, "Good"));
  g_assert_true (tras_meeting_has_ended (meeting));
  g_assert_cmpint (TRAS_REVIEW_PERSON (meeting->attendance->pdata[0])->usefulness, ==, 9);

  next = load_meeting (fixture, "1998-04-15");
  g_assert_false (tras_meeting_has_begun (next));
  g_assert_true (TRAS_REVIEW_PERSON (next->attendance->pdata[0])->present);
  g_assert_cmpint (next->review->planned_minutes, ==, 45);
  g_assert_null (find_point (next, "Late"));
  /* Moved for the second time, and not due before May: nobody asks before it is near. */
  g_assert_null (find_point (next, "Due"));
  assert_point (next, "Nobody knows why", TRAS_PART_SOLVE, TRAS_REASON_NO_CAUSE);
  assert_point (next, "Open on Sundays", TRAS_PART_PROMISES, TRAS_REASON_REVISIT);
  /* No number of that week yet, which says more than that somebody looks into the last one. */
  assert_point (next, "Returns", TRAS_PART_INDICATORS, TRAS_REASON_MISSING);

  tras_meeting_unref (next);
  next = load_meeting (fixture, "1998-04-27");
  assert_point (next, "Due", TRAS_PART_SOLVE, TRAS_REASON_MOVED_TWICE);
}

static void
test_story (Fixture       *fixture,
            gconstpointer  data)
{
  const TrasMoment moment = { TRAS_PART_CUSTOMERS, 60, 55, 892000060 };
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);
  g_assert_nonnull (find_point (meeting, "A story of an external customer"));
  step (fixture, &meeting, tras_meeting_make_story (meeting, &moment, "Six days, not three weeks"));
  g_assert_null (find_point (meeting, "A story of an external customer"));
  g_assert_nonnull (find_point (meeting, "A story of an internal customer"));
  assert_point (meeting, "Six days, not three weeks", TRAS_PART_CUSTOMERS, TRAS_REASON_STORY);
  g_assert_true (tras_point_is_done (find_point (meeting, "Six days, not three weeks")));
}

/* All of it can be taken back, step by step, to the byte. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  meeting = load_meeting (fixture, MEETING_WEEK);
  begin (fixture, &meeting);
  move_promise (fixture, &meeting);
  finish_promise (fixture, &meeting);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (undone);
    }
  tras_meeting_unref (meeting);
  meeting = load_meeting (fixture, MEETING_WEEK);
  g_assert_false (tras_meeting_has_begun (meeting));
  assert_agenda (meeting);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/model/meeting/agenda", test_agenda },
    { "/model/meeting/goals-due", test_goals_due },
    { "/model/meeting/area", test_area },
    { "/model/meeting/frozen", test_frozen },
    { "/model/meeting/pass", test_pass },
    { "/model/meeting/outcome", test_outcome },
    { "/model/meeting/results", test_results },
    { "/model/meeting/left-open", test_left_open },
    { "/model/meeting/effect", test_effect },
    { "/model/meeting/next-week", test_next_week },
    { "/model/meeting/story", test_story },
    { "/model/meeting/undo", test_undo },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/meeting/seconds", test_seconds);
  g_test_add_func ("/model/meeting/words", test_words);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);

  return g_test_run ();
}

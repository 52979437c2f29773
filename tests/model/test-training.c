/* test-training.c: who was in a session, what follows from it, and what came of all of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-model-fixture.h"

#include "tras-action-records.h"
#include "tras-attendance.h"
#include "tras-edit-log.h"
#include "tras-follow-up.h"
#include "tras-hour-costs.h"
#include "tras-training-book.h"
#include "tras-training-steps.h"

#define TODAY "2026-11-20"
#define HELD "2026-11-10"
#define N_PEOPLE 5
#define ROUNDS 40

typedef struct
{
  Fixture *fixture;
  gint64 people[N_PEOPLE];
  gint64 role_id;
  gint64 skill_id;
  gint64 training_id;
  gint64 session_id;
} Course;

/* ---- a small course ---- */

static gint64
noon (const char *iso)
{
  int year, month, month_day;
  g_autoptr (GDateTime) time = NULL;

  tras_day_split (day (iso), &year, &month, &month_day);
  time = g_date_time_new_local (year, month, month_day, 12, 0, 0);

  return g_date_time_to_unix (time);
}

static void
add_post (Course     *course,
          gint64      person_id,
          const char *from,
          const char *to,
          gint64      week_minutes,
          gint64      hour_cost)
{
  TrasPost *post = tras_post_new ();

  post->person_id = person_id;
  post->role_id = course->role_id;
  post->from_on = day (from);
  post->to_on = to != NULL ? day (to) : TRAS_DAY_NONE;
  post->week_minutes = week_minutes;
  post->hour_cost = hour_cost;
  insert (course->fixture, post);
}

static gint64
add_session (Course     *course,
             const char *on,
             gint64      cost,
             guint       n_seats)
{
  TrasTrainingSession *session = tras_training_session_new ();
  gint64 id;

  session->training_id = course->training_id;
  session->starts_at = noon (on);
  session->minutes = 240;
  session->cost = cost;
  id = insert (course->fixture, session);
  for (guint i = 0; i < n_seats; i++)
    {
      TrasTrainingSeat *seat = tras_training_seat_new ();

      seat->session_id = id;
      seat->person_id = course->people[i];
      insert (course->fixture, seat);
    }

  return id;
}

/* Five people whose hour costs 20.00, 25.50, 18.20, 30.00 and nothing that is known; a course of
 * 600.00 that gives level 2 of a skill that is valid for two years. */
static void
course_set_up (Course  *course,
               Fixture *fixture)
{
  static const gint64 costs[N_PEOPLE] = { 2000, 2550, 1820, 3000, TRAS_NULL };
  TrasRole *role = tras_role_new ();
  TrasSkill *skill = tras_skill_new ();
  TrasTraining *training = tras_training_new ();

  course->fixture = fixture;
  role->name = g_strdup ("Clerk");
  role->area_id = 1;
  course->role_id = insert (fixture, role);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      if (i == 0)
        {
          course->people[i] = 1;
        }
      else
        {
          TrasPerson *person = tras_person_new ();

          person->name = g_strdup_printf ("Person %u", i);
          person->hired_on = day ("2020-01-01");
          course->people[i] = insert (fixture, person);
        }
      add_post (course, course->people[i], "2020-01-01", NULL, 2400, costs[i]);
    }

  skill->name = g_strdup ("First aid");
  skill->valid_months = 24;
  course->skill_id = insert (fixture, skill);
  training->title = g_strdup ("First aid at work");
  training->skill_id = course->skill_id;
  training->level_given = 2;
  course->training_id = insert (fixture, training);
  course->session_id = add_session (course, HELD, 60000, N_PEOPLE - 1);
}

static void
commit (Course *course)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_commit (course->fixture->db, NULL, &error));
  g_assert_no_error (error);
}

static void
begin_again (Course *course)
{
  g_assert_true (tras_db_begin (course->fixture->db, "test", NULL));
}

static void
apply (Course   *course,
       TrasEdit *edit)
{
  g_autoptr (TrasEdit) owned = edit;
  g_autoptr (GError) error = NULL;
  gint64 id;

  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_set_follow_up (edit, tras_follow_up_edit);
  g_assert_true (tras_edit_apply (edit, course->fixture->db, &id, &error));
  g_assert_no_error (error);
}

static void
undo (Course *course)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tras_edit_log_undo (course->fixture->db, 0, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (label);
}

static TrasAttendance *
load (Course *course)
{
  g_autoptr (GError) error = NULL;
  TrasAttendance *attendance =
    tras_attendance_load (course->fixture->db, course->session_id, &error);

  g_assert_no_error (error);

  return attendance;
}

static TrasAttendant *
find (TrasAttendance *attendance,
      gint64          person_id)
{
  for (guint i = 0; i < attendance->people->len; i++)
    {
      TrasAttendant *attendant = attendance->people->pdata[i];

      if (TRAS_RECORD (attendant->person)->id == person_id)
        return attendant;
    }
  g_assert_not_reached ();
}

static GPtrArray *
read_marks (Course *course)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SKILL_MARK);
  g_autoptr (GError) error = NULL;
  GPtrArray *marks = tras_db_select (course->fixture->db, query, &error);

  g_assert_no_error (error);

  return marks;
}

/* The mark of a person that stands, or %NULL; never two of one session. */
static TrasSkillMark *
find_mark (Course *course,
           gint64  person_id)
{
  g_autoptr (GPtrArray) marks = read_marks (course);
  TrasSkillMark *found = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      TrasSkillMark *mark = marks->pdata[i];

      if (mark->person_id != person_id || mark->session_id != course->session_id)
        continue;
      g_assert_null (found);
      found = g_object_ref (mark);
    }

  return found;
}

static void
assert_mark (Course     *course,
             gint64      person_id,
             gint64      level,
             const char *how,
             const char *expires_on)
{
  g_autoptr (TrasSkillMark) mark = find_mark (course, person_id);

  g_assert_cmpint (mark != NULL ? mark->level : 0, ==, level);
  if (mark == NULL)
    return;
  g_assert_cmpstr (mark->how, ==, how);
  g_assert_cmpint (mark->expires_on, ==, expires_on != NULL ? day (expires_on) : TRAS_DAY_NONE);
  g_assert_cmpint (mark->marked_on, ==, day (HELD));
}

/* ---- what follows ---- */

/* By hand, of four seats: 4 h at 20.00 and at 25.50, 3 h 30 at 18.20; the fourth was not there.
 * Paid 80.00 + 102.00 + 63.70 = 245.70, in all 845.70, 281.90 a head; a seat of four is 150.00. */
static void
test_hold (Fixture       *fixture,
           gconstpointer  data)
{
  Course course;
  g_autoptr (TrasAttendance) attendance = NULL;
  g_autoptr (TrasTrainingSession) session = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  TrasTrainingCost cost;
  const char *field;

  course_set_up (&course, fixture);
  commit (&course);
  attendance = load (&course);
  g_assert_cmpuint (attendance->people->len, ==, N_PEOPLE);
  g_assert_false (find (attendance, course.people[4])->listed);
  find (attendance, course.people[3])->present = FALSE;
  find (attendance, course.people[2])->minutes = 210;
  find (attendance, course.people[1])->passed = FALSE;

  tras_attendance_get_cost (attendance, attendance->session, &cost);
  g_assert_cmpint (cost.minutes, ==, 690);
  g_assert_cmpint (cost.paid, ==, 24570);
  g_assert_cmpint (tras_training_cost_get_total (&cost), ==, 84570);
  g_assert_cmpint (tras_training_cost_get_per_head (&cost), ==, 28190);
  g_assert_cmpint (cost.empty, ==, 15000);
  g_assert_cmpuint (tras_attendance_count_marks (attendance, day (HELD)), ==, 2);
  g_assert_null (tras_attendance_dup_refusal (attendance, attendance->session, &field));

  apply (&course, tras_attendance_make_edit (attendance, attendance->session));
  session = tras_db_load (fixture->db, TRAS_TYPE_TRAINING_SESSION, course.session_id, NULL);
  g_assert_cmpstr (session->state, ==, "held");
  g_assert_cmpint (session->present, ==, 3);
  assert_mark (&course, course.people[0], 2, "certificate", "2028-11-10");
  assert_mark (&course, course.people[1], 0, NULL, NULL);
  assert_mark (&course, course.people[2], 2, "certificate", "2028-11-10");
  assert_mark (&course, course.people[3], 0, NULL, NULL);

  undo (&course);
  g_clear_object (&session);
  session = tras_db_load (fixture->db, TRAS_TYPE_TRAINING_SESSION, course.session_id, NULL);
  g_assert_cmpstr (session->state, ==, "planned");
  marks = read_marks (&course);
  g_assert_cmpuint (marks->len, ==, 0);
  begin_again (&course);
}

/* Somebody who can do more keeps their level; one whose certificate is over begins anew; a skill
 * that never expires is given by a training, not a certificate. */
static void
test_levels (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    gint64 level;
    const char *marked_on;
    const char *expires_on;
    gint64 given;
  } cases[] = {
    { 1, "2026-01-01", NULL, 2 },         { 3, "2026-01-01", NULL, 3 },
    { 4, "2024-11-01", "2026-11-09", 2 }, { 4, "2024-11-01", HELD, 4 },
  };
  Course course;
  g_autoptr (TrasAttendance) attendance = NULL;
  g_autoptr (TrasSkill) skill = NULL;

  course_set_up (&course, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrasSkillMark *mark = tras_skill_mark_new ();

      mark->person_id = course.people[i];
      mark->skill_id = course.skill_id;
      mark->level = cases[i].level;
      mark->marked_on = day (cases[i].marked_on);
      mark->expires_on = cases[i].expires_on != NULL ? day (cases[i].expires_on) : TRAS_DAY_NONE;
      mark->how = g_intern_static_string ("manager");
      insert (fixture, mark);
    }
  skill = tras_db_load (fixture->db, TRAS_TYPE_SKILL, course.skill_id, NULL);
  skill->valid_months = TRAS_NULL;
  g_assert_true (tras_db_update (fixture->db, skill, NULL));
  commit (&course);

  attendance = load (&course);
  apply (&course, tras_attendance_make_edit (attendance, attendance->session));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_mark (&course, course.people[i], cases[i].given, "training", NULL);
  begin_again (&course);
}

/* Whatever was said before: what stands is what was said last, nobody has two marks of one session,
 * and nothing is written where nothing is different. */
static void
test_correct (Fixture       *fixture,
              gconstpointer  data)
{
  Course course;
  guint n_edits = 0;

  course_set_up (&course, fixture);
  commit (&course);
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (TrasAttendance) attendance = load (&course);
      g_autoptr (TrasAttendance) again = NULL;
      g_autoptr (TrasEdit) nothing = NULL;
      TrasEdit *edit;
      gboolean wanted[N_PEOPLE];

      for (guint i = 0; i < N_PEOPLE; i++)
        {
          TrasAttendant *attendant = find (attendance, course.people[i]);

          attendant->listed = g_test_rand_bit ();
          attendant->present = g_test_rand_bit ();
          attendant->excused = g_test_rand_bit ();
          attendant->passed = g_test_rand_bit ();
          attendant->minutes = g_test_rand_int_range (1, 240);
          wanted[i] = attendant->listed && attendant->present && attendant->passed;
        }
      edit = tras_attendance_make_edit (attendance, attendance->session);
      n_edits += !tras_edit_is_empty (edit);
      apply (&course, edit);
      for (guint i = 0; i < N_PEOPLE; i++)
        assert_mark (&course, course.people[i], wanted[i] ? 2 : 0, "certificate", "2028-11-10");

      again = load (&course);
      g_assert_true (tras_attendance_is_held (again));
      nothing = tras_attendance_make_edit (again, again->session);
      g_assert_true (tras_edit_is_empty (nothing));
    }

  /* And back to the beginning, one correction at a time. */
  for (guint i = 0; i < n_edits; i++)
    undo (&course);
  for (guint i = 0; i < N_PEOPLE; i++)
    assert_mark (&course, course.people[i], 0, NULL, NULL);
  begin_again (&course);
}

static void
assert_refused (Course              *course,
                TrasAttendance      *attendance,
                TrasTrainingSession *draft,
                const char          *field)
{
  const char *found = "?";
  g_autofree char *why = tras_attendance_dup_refusal (attendance, draft, &found);

  g_assert_nonnull (why);
  g_assert_cmpstr (found, ==, field);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  Course course;
  g_autoptr (TrasAttendance) attendance = NULL;
  g_autoptr (TrasTrainingSession) draft = NULL;
  TrasAttendant *ana;

  course_set_up (&course, fixture);
  attendance = load (&course);
  draft = tras_record_dup (attendance->session);
  ana = find (attendance, 1);

  draft->starts_at = noon ("2026-11-21");
  assert_refused (&course, attendance, draft, "starts_at");
  draft->starts_at = noon (HELD);
  draft->minutes = 0;
  assert_refused (&course, attendance, draft, "minutes");
  draft->minutes = TRAS_TRAINING_MOST_MINUTES + 1;
  assert_refused (&course, attendance, draft, "minutes");
  draft->minutes = 240;
  ana->minutes = 241;
  assert_refused (&course, attendance, draft, NULL);
  ana->minutes = 0;
  assert_refused (&course, attendance, draft, NULL);
  ana->minutes = 240;
  ana->score = -1;
  assert_refused (&course, attendance, draft, NULL);
  ana->score = 0;
  ana->person->left_on = day ("2026-11-09");
  assert_refused (&course, attendance, draft, NULL);
  ana->person->left_on = day (HELD);
  g_assert_null (tras_attendance_dup_refusal (attendance, draft, &(const char *) { NULL }));
  ana->person->hired_on = day ("2026-11-11");
  assert_refused (&course, attendance, draft, NULL);
  ana->person->hired_on = day (HELD);
  for (guint i = 0; i < attendance->people->len; i++)
    ((TrasAttendant *) attendance->people->pdata[i])->present = FALSE;
  assert_refused (&course, attendance, draft, NULL);
}

/* Two posts at once: 1800 minutes at 20.00 and 600 at 30.00 are 22.50 an hour. */
static void
test_hour_costs (Fixture       *fixture,
                 gconstpointer  data)
{
  Course course;
  g_autoptr (TrasHourCosts) costs = NULL;
  gint64 id;
  TrasPerson *person = tras_person_new ();

  course_set_up (&course, fixture);
  person->name = g_strdup ("Two posts");
  person->hired_on = day ("2020-01-01");
  id = insert (fixture, person);
  add_post (&course, id, "2024-01-01", "2024-12-31", 2400, 1500);
  add_post (&course, id, "2025-01-01", NULL, 1800, 2000);
  add_post (&course, id, "2026-01-01", NULL, 600, 3000);
  costs = tras_hour_costs_load (fixture->db, NULL);
  g_assert_cmpint (tras_hour_costs_get (costs, id, day ("2023-12-31")), ==, 0);
  g_assert_cmpint (tras_hour_costs_get (costs, id, day ("2024-01-01")), ==, 1500);
  g_assert_cmpint (tras_hour_costs_get (costs, id, day ("2024-12-31")), ==, 1500);
  g_assert_cmpint (tras_hour_costs_get (costs, id, day ("2025-06-01")), ==, 2000);
  g_assert_cmpint (tras_hour_costs_get (costs, id, day ("2026-06-01")), ==, 2250);
  g_assert_cmpint (tras_hour_costs_get (costs, course.people[4], day (HELD)), ==, 0);
  g_assert_cmpint (tras_hour_costs_get (costs, 4711, day (HELD)), ==, 0);
}

/* ---- what came of all ---- */

static const TrasTrainingFacts *
read_facts (Course            *course,
            const char        *on,
            TrasTrainingBook **book)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (book, tras_training_book_unref);
  *book = tras_training_book_load (course->fixture->db, day (on), &error);
  g_assert_no_error (error);

  return tras_training_book_find (*book, course->training_id);
}

/* A person who sat in two sessions is one person and two heads. */
static void
test_book (Fixture       *fixture,
           gconstpointer  data)
{
  Course course;
  g_autoptr (TrasTrainingBook) book = NULL;
  g_autoptr (TrasTrainingBook) one = NULL;
  g_autoptr (GArray) late = NULL;
  const TrasTrainingFacts *facts;

  course_set_up (&course, fixture);
  add_session (&course, "2026-11-12", 10000, 1);
  add_session (&course, "2026-12-01", 0, 2);
  commit (&course);
  facts = read_facts (&course, TODAY, &book);
  g_assert_cmpuint (facts->people, ==, 0);
  g_assert_cmpint (facts->last_held, ==, TRAS_DAY_NONE);
  g_assert_cmpint (facts->next_at, ==, noon (HELD));
  late = tras_training_book_dup_ids (book, TRAS_TRAINING_LATE);
  g_assert_cmpuint (late->len, ==, 1);
  g_assert_cmpuint (book->n_due, ==, 1);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrasAttendance) attendance =
        tras_attendance_load (fixture->db, course.session_id + i, NULL);

      apply (&course, tras_attendance_make_edit (attendance, attendance->session));
    }
  facts = read_facts (&course, TODAY, &book);
  g_assert_cmpuint (facts->people, ==, 4);
  g_assert_cmpint (facts->cost.present, ==, 5);
  g_assert_cmpint (facts->cost.minutes, ==, 5 * 240);
  g_assert_cmpint (facts->cost.fee, ==, 70000);
  g_assert_cmpint (facts->cost.paid, ==, 8000 + 10200 + 7280 + 12000 + 8000);
  g_assert_cmpint (facts->first_held, ==, day (HELD));
  g_assert_cmpint (facts->last_held, ==, day ("2026-11-12"));
  g_assert_cmpint (facts->next_at, ==, noon ("2026-12-01"));
  g_assert_cmpuint (facts->to_rate[TRAS_TRAINING_LIKED], ==, 5);
  g_assert_cmpuint (book->due->len, ==, 5);

  one = tras_training_book_load_one (fixture->db, course.training_id, day (TODAY), NULL);
  g_assert_cmpuint (one->facts->len, ==, 1);
  g_assert_cmpint (tras_training_book_find (one, course.training_id)->cost.paid, ==,
                   facts->cost.paid);
  begin_again (&course);
}

/* Asked at once for a month, and from the third month to the twelfth. */
static void
test_questions (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *on;
    gboolean liked, applied;
  } cases[] = {
    { "2026-03-30", FALSE, FALSE }, { "2026-03-31", TRUE, FALSE }, { "2026-04-30", TRUE, FALSE },
    { "2026-05-01", FALSE, FALSE }, { "2026-06-29", FALSE, FALSE }, { "2026-06-30", FALSE, TRUE },
    { "2027-03-31", FALSE, TRUE },  { "2027-04-01", FALSE, FALSE },
  };
  g_autoptr (TrasTrainingSeat) seat = tras_training_seat_new ();
  TrasDay held = day ("2026-03-31");

  seat->state = g_intern_static_string ("present");
  seat->liked = seat->applied = TRAS_NULL;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (tras_training_seat_is_due (seat, TRAS_TRAINING_LIKED, held,
                                                  day (cases[i].on)), ==, cases[i].liked);
      g_assert_cmpint (tras_training_seat_is_due (seat, TRAS_TRAINING_APPLIED, held,
                                                  day (cases[i].on)), ==, cases[i].applied);
    }
  seat->liked = 4;
  g_assert_false (tras_training_seat_is_due (seat, TRAS_TRAINING_LIKED, held, held));
  seat->liked = TRAS_NULL;
  seat->state = g_intern_static_string ("absent");
  g_assert_false (tras_training_seat_is_due (seat, TRAS_TRAINING_LIKED, held, held));
}

static void
test_rate (Fixture       *fixture,
           gconstpointer  data)
{
  Course course;
  g_autoptr (TrasAttendance) attendance = NULL;
  g_autoptr (TrasTrainingBook) book = NULL;
  const TrasTrainingFacts *facts;

  course_set_up (&course, fixture);
  commit (&course);
  attendance = load (&course);
  apply (&course, tras_attendance_make_edit (attendance, attendance->session));
  facts = read_facts (&course, TODAY, &book);
  for (guint left = 4; left > 0; left--)
    {
      const TrasTrainingDue *due = book->due->pdata[0];

      g_assert_cmpuint (facts->to_rate[TRAS_TRAINING_LIKED], ==, left);
      apply (&course, tras_training_step_rate (due->seat, due->question, left));
      facts = read_facts (&course, TODAY, &book);
    }
  g_assert_cmpuint (book->due->len, ==, 0);
  undo (&course);
  read_facts (&course, TODAY, &book);
  g_assert_cmpuint (book->due->len, ==, 1);
  begin_again (&course);
}

/* ---- the effect ---- */

static void
test_propose (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    TrasEffectWord word;
    TrasVariation variation;
    const char *verdict;
  } cases[] = {
    { TRAS_EFFECT_UNKNOWN, TRAS_VARIATION_NONE, NULL },
    { TRAS_EFFECT_TOO_EARLY, TRAS_VARIATION_NONE, "too-early" },
    { TRAS_EFFECT_NOT_MOVED, TRAS_VARIATION_COMMON, "not-moved" },
    { TRAS_EFFECT_MOVED, TRAS_VARIATION_IMPROVING, "moved" },
    { TRAS_EFFECT_MOVED, TRAS_VARIATION_NEUTRAL, "moved" },
    { TRAS_EFFECT_MOVED, TRAS_VARIATION_CONCERNING, "not-moved" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrasEffect effect = { .word = cases[i].word, .variation = cases[i].variation };

      g_assert_cmpstr (tras_training_propose (&effect), ==, cases[i].verdict);
    }

  /* Held in week 46: six weeks later is the end of week 52; the Monday after is 28 December. */
  g_assert_cmpint (tras_training_get_next_look (TRAS_EVERY_WEEK, day (HELD), day (TODAY)), ==,
                   day ("2026-12-28"));
  g_assert_cmpint (tras_training_get_next_look (TRAS_EVERY_MONTH, day (HELD), day (TODAY)), ==,
                   day ("2027-06-01"));
  g_assert_cmpint (tras_training_get_next_look (TRAS_EVERY_WEEK, day (HELD), day ("2027-03-03")),
                   ==, day ("2027-03-08"));
}

static TrasTrainingEffect
get_effect (Course *course)
{
  g_autoptr (TrasTrainingBook) book = NULL;

  return read_facts (course, TODAY, &book)->effect;
}

static void
test_effect (Fixture       *fixture,
             gconstpointer  data)
{
  Course course;
  g_autoptr (TrasAttendance) attendance = NULL;
  g_autoptr (TrasTraining) training = NULL;

  course_set_up (&course, fixture);
  training = tras_db_load (fixture->db, TRAS_TYPE_TRAINING, course.training_id, NULL);
  training->indicator_id = insert (fixture, make_indicator ("Accidents", "down", "sum"));
  training->expect_by = day ("2026-11-01");
  g_assert_true (tras_db_update (fixture->db, training, NULL));
  commit (&course);

  /* Nothing was held: nothing can have moved. */
  g_assert_cmpint (get_effect (&course), ==, TRAS_TRAINING_EFFECT_LATER);
  attendance = load (&course);
  apply (&course, tras_attendance_make_edit (attendance, attendance->session));
  g_assert_cmpint (get_effect (&course), ==, TRAS_TRAINING_EFFECT_DUE);

  g_clear_object (&training);
  training = tras_db_load (fixture->db, TRAS_TYPE_TRAINING, course.training_id, NULL);
  apply (&course, tras_training_step_say (training, "too-early", day ("2026-12-28")));
  g_assert_cmpint (get_effect (&course), ==, TRAS_TRAINING_EFFECT_LATER);
  g_clear_object (&training);
  training = tras_db_load (fixture->db, TRAS_TYPE_TRAINING, course.training_id, NULL);
  g_assert_cmpint (training->expect_by, ==, day ("2026-12-28"));
  apply (&course, tras_training_step_say (training, "moved", TRAS_DAY_NONE));
  g_assert_cmpint (get_effect (&course), ==, TRAS_TRAINING_EFFECT_SAID);
  undo (&course);
  undo (&course);
  g_assert_cmpint (get_effect (&course), ==, TRAS_TRAINING_EFFECT_DUE);
  begin_again (&course);
}

/* ---- sessions ---- */

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  Course course;
  g_autoptr (TrasTrainingSession) session = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TRAINING_SEAT);
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));

  course_set_up (&course, fixture);
  commit (&course);
  session = tras_db_load (fixture->db, TRAS_TYPE_TRAINING_SESSION, course.session_id, NULL);
  tras_query_where_int (query, "session_id", TRAS_QUERY_EQ, course.session_id);
  seats = tras_db_select (fixture->db, query, NULL);
  g_array_append_val (people, course.people[1]);
  g_array_append_val (people, course.people[4]);
  session->cost = 50000;
  apply (&course, tras_training_step_change (session, seats, people));
  after = tras_db_select (fixture->db, query, NULL);
  g_assert_cmpuint (after->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      TrasTrainingSeat *seat = after->pdata[i];

      g_assert_true (seat->person_id == course.people[1] || seat->person_id == course.people[4]);
      g_assert_cmpstr (seat->state, ==, "invited");
    }

  g_clear_object (&session);
  session = tras_db_load (fixture->db, TRAS_TYPE_TRAINING_SESSION, course.session_id, NULL);
  g_assert_cmpint (session->cost, ==, 50000);
  apply (&course, tras_training_step_cancel (session));
  g_clear_object (&session);
  session = tras_db_load (fixture->db, TRAS_TYPE_TRAINING_SESSION, course.session_id, NULL);
  g_assert_cmpstr (session->state, ==, "cancelled");
  begin_again (&course);
}

#define ADD(name, func) \
  g_test_add ("/training/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("hold", test_hold);
  ADD ("levels", test_levels);
  ADD ("correct", test_correct);
  ADD ("refused", test_refused);
  ADD ("hour-costs", test_hour_costs);
  ADD ("book", test_book);
  ADD ("questions", test_questions);
  ADD ("rate", test_rate);
  ADD ("propose", test_propose);
  ADD ("effect", test_effect);
  ADD ("change", test_change);

  return g_test_run ();
}

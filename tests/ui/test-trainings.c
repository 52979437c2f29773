/* test-trainings.c: trainings in the tab Staff, on the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-ui-fixture.h"

#include "tras-attendance-form.h"
#include "tras-attendance.h"
#include "tras-rating-list.h"
#include "tras-record-page.h"
#include "tras-seat-list.h"
#include "tras-train-forms.h"
#include "tras-training-detail.h"
#include "tras-training-page.h"

#define TODAY "2026-11-21"

static TrasStore *
get_store (Fixture *fixture)
{
  return tras_window_get_store (fixture->window);
}

static GPtrArray *
read_where (Fixture    *fixture,
            GType       type,
            const char *field,
            gint64      value)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_int (query, field, TRAS_QUERY_EQ, value);

  return fixture_read (fixture, query);
}

static TrasTraining *
find_training (Fixture    *fixture,
               const char *title)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TRAINING);
  g_autoptr (GPtrArray) trainings = NULL;

  tras_query_where_text (query, "title", TRAS_QUERY_EQ, title);
  trainings = fixture_read (fixture, query);
  g_assert_cmpuint (trainings->len, ==, 1);

  return g_object_ref (trainings->pdata[0]);
}

static gboolean
shows_facts (gpointer widget)
{
  GtkWidget *state = GTK_WIDGET (gtk_widget_get_template_child (widget, TRAS_TYPE_TRAINING_DETAIL,
                                                                "state"));

  return tras_detail_get_record (widget) != NULL &&
         *gtk_label_get_label (GTK_LABEL (state)) != '\0';
}

/* Opens a training in the tab; returns its pane. */
static GtkWidget *
open_training (Fixture      *fixture,
               TrasTraining *training)
{
  GtkWidget *page, *pane;

  g_assert_true (tras_window_show_record (GTK_WIDGET (fixture->window), TRAS_TYPE_TRAINING,
                                          TRAS_RECORD (training)->id));
  page = fixture_find (tras_window_get_page (fixture->window, "staff"), TRAS_TYPE_TRAINING_PAGE);
  g_assert_nonnull (page);
  pane = fixture_find (page, TRAS_TYPE_TRAINING_DETAIL);
  g_assert_nonnull (pane);
  wait_until (shows_facts, pane);
  fixture_settle (fixture);

  return pane;
}

static GtkWidget *
get_part (GtkWidget  *pane,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (pane, TRAS_TYPE_TRAINING_DETAIL, name));
}

static void
press_save (void)
{
  gtk_widget_activate (gtk_window_get_default_widget (GTK_WINDOW (fixture_get_form ())));
}

static void
undo (Fixture *fixture)
{
  tras_window_undo (GTK_WIDGET (fixture->window), 0);
  fixture_settle (fixture);
}

/* ---- attendance ---- */

static TrasTrainingSession *
find_planned (Fixture      *fixture,
              TrasTraining *training)
{
  g_autoptr (GPtrArray) sessions = read_where (fixture, TRAS_TYPE_TRAINING_SESSION, "training_id",
                                               TRAS_RECORD (training)->id);

  g_assert_cmpuint (sessions->len, ==, 1);

  return g_object_ref (sessions->pdata[0]);
}

static guint
count_marks (Fixture             *fixture,
             TrasTrainingSession *session)
{
  g_autoptr (GPtrArray) marks = read_where (fixture, TRAS_TYPE_SKILL_MARK, "session_id",
                                            TRAS_RECORD (session)->id);

  return marks->len;
}

static TrasSeatList *
open_attendance (Fixture             *fixture,
                 TrasTrainingSession *session)
{
  tras_attendance_form_present (GTK_WIDGET (fixture->window), get_store (fixture),
                                TRAS_RECORD (session)->id);
  wait_until (fixture_has_form, NULL);
  fixture_settle (fixture);

  return TRAS_SEAT_LIST (fixture_find (GTK_WIDGET (fixture_get_form ()), TRAS_TYPE_SEAT_LIST));
}

/* Four are invited; one does not come, somebody else does. A correction takes one mark back, and
 * one Undo each takes it all back. */
static void
test_attendance (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (TrasTraining) training = find_training (fixture, "Scan and pack in one go");
  g_autoptr (TrasTrainingSession) session = find_planned (fixture, training);
  g_autoptr (TrasTrainingSession) held = NULL;
  g_autoptr (TrasTrainingSession) back = NULL;
  g_autoptr (GPtrArray) seats = read_where (fixture, TRAS_TYPE_TRAINING_SEAT, "session_id",
                                            TRAS_RECORD (session)->id);
  TrasSeatList *list = open_attendance (fixture, session);
  gint64 first = TRAS_TRAINING_SEAT (seats->pdata[0])->person_id;
  gint64 second = TRAS_TRAINING_SEAT (seats->pdata[1])->person_id;

  fixture_assert_named (GTK_WIDGET (fixture_get_form ()));
  g_assert_cmpuint (seats->len, ==, 4);
  press_save ();
  fixture_settle (fixture);
  g_assert_nonnull (fixture_get_form ());
  fixture_set_int ("starts_at", session->starts_at - 40 * 86400);
  tras_seat_list_set_present (list, first, FALSE);
  tras_seat_list_set_present (list, 1, TRUE);
  press_save ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  held = find_planned (fixture, training);
  g_assert_cmpstr (held->state, ==, "held");
  g_assert_cmpint (held->seats, ==, 5);
  g_assert_cmpint (held->present, ==, 4);
  g_assert_cmpuint (count_marks (fixture, session), ==, 4);

  list = open_attendance (fixture, session);
  tras_seat_list_set_present (list, second, FALSE);
  press_save ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  g_assert_cmpuint (count_marks (fixture, session), ==, 3);
  undo (fixture);
  g_assert_cmpuint (count_marks (fixture, session), ==, 4);
  undo (fixture);
  back = find_planned (fixture, training);
  g_assert_cmpstr (back->state, ==, "planned");
  g_assert_cmpint (back->seats, ==, 4);
  g_assert_cmpuint (count_marks (fixture, session), ==, 0);
}

/* What is typed and no number is said at once, and keeps the form. */
static void
test_no_number (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (TrasTraining) training = find_training (fixture, "Scan and pack in one go");
  g_autoptr (TrasTrainingSession) session = find_planned (fixture, training);
  TrasSeatList *list = open_attendance (fixture, session);
  GtkWidget *entry = fixture_find (GTK_WIDGET (list), GTK_TYPE_ENTRY);

  fixture_set_int ("starts_at", session->starts_at - 40 * 86400);
  gtk_editable_set_text (GTK_EDITABLE (entry), "long");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  press_save ();
  fixture_settle (fixture);
  g_assert_nonnull (fixture_get_form ());
  gtk_editable_set_text (GTK_EDITABLE (entry), "1:30");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  press_save ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  undo (fixture);
}

/* ---- asking and saying ---- */

static GtkWidget *
find_mark (GtkWidget  *widget,
           const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mark (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count_applied (Fixture      *fixture,
               TrasTraining *training)
{
  g_autoptr (TrasTrainingSession) session = find_planned (fixture, training);
  g_autoptr (GPtrArray) seats = read_where (fixture, TRAS_TYPE_TRAINING_SEAT, "session_id",
                                            TRAS_RECORD (session)->id);
  guint n = 0;

  for (guint i = 0; i < seats->len; i++)
    {
      TrasTrainingSeat *seat = seats->pdata[i];

      g_assert_true (seat->applied == TRAS_NULL || seat->applied == 4);
      g_assert_cmpint (seat->applied != TRAS_NULL, ==, seat->applied_on != TRAS_DAY_NONE);
      n += seat->applied != TRAS_NULL;
    }

  return n;
}

/* Four people, one click each; then nobody is left to be asked. */
static void
test_rate (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TrasTraining) training = find_training (fixture, "Giving advice that sells");
  GtkWidget *pane = open_training (fixture, training);
  GtkWidget *ratings = get_part (pane, "ratings");

  fixture_assert_named (pane);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (gtk_widget_get_visible (get_part (pane, "rating_group")));
      g_assert_cmpuint (count_applied (fixture, training), ==, i);
      g_signal_emit_by_name (find_mark (ratings, "4"), "clicked");
      fixture_settle (fixture);
    }
  g_assert_cmpuint (count_applied (fixture, training), ==, 4);
  g_assert_false (gtk_widget_get_visible (get_part (pane, "rating_group")));
  undo (fixture);
  g_assert_true (gtk_widget_get_visible (get_part (pane, "rating_group")));
}

/* The receipt rose after the course: that it moved is proposed, and one click says so. */
static void
test_effect (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasTraining) training = find_training (fixture, "Giving advice that sells");
  g_autoptr (TrasTraining) said = NULL;
  GtkWidget *pane = open_training (fixture, training);
  GtkWidget *moved = get_part (pane, "moved_button");

  g_assert_true (gtk_widget_get_visible (get_part (pane, "verdict_box")));
  g_assert_true (gtk_widget_has_css_class (moved, "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (get_part (pane, "too_early_button"),
                                            "suggested-action"));
  g_signal_emit_by_name (moved, "clicked");
  fixture_settle (fixture);
  said = find_training (fixture, "Giving advice that sells");
  g_assert_cmpstr (said->verdict, ==, "moved");
  g_assert_false (gtk_widget_has_css_class (moved, "suggested-action"));
  g_assert_false (gtk_widget_get_sensitive (moved));
  undo (fixture);
  g_assert_true (gtk_widget_has_css_class (moved, "suggested-action"));
}

static void
assert_planned (Fixture      *fixture,
                TrasTraining *training,
                guint         n_seats)
{
  g_autoptr (GPtrArray) sessions = read_where (fixture, TRAS_TYPE_TRAINING_SESSION, "training_id",
                                               TRAS_RECORD (training)->id);
  guint n_planned = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      TrasTrainingSession *session = sessions->pdata[i];

      if (!g_str_equal (session->state, "planned") || session->seats != n_seats)
        continue;
      n_planned++;
    }
  g_assert_cmpuint (n_planned, ==, 1);
}

static gboolean
has_next_form (gpointer before)
{
  return *(gpointer *) before == NULL && fixture_get_form () != NULL;
}

/* Whose certificate expires is checked in the form of a session of what gave it before; of several
 * skills each has a form of its own, one after the other. */
static void
test_plan_skills (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const titles[] = { "First aid at work", "Giving advice that sells" };
  g_autoptr (GPtrArray) needs =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_train_need_free);
  g_autoptr (TrasTraining) first = find_training (fixture, titles[0]);
  g_autoptr (TrasTraining) second = find_training (fixture, titles[1]);
  const gint64 people[] = { 1, 2 };
  gpointer form;

  g_assert_cmpint (first->skill_id, !=, second->skill_id);
  g_ptr_array_add (needs, tras_train_need_new (first->skill_id, "First aid"));
  g_array_append_vals (((TrasTrainNeed *) needs->pdata[0])->people, people, 2);
  g_ptr_array_add (needs, tras_train_need_new (second->skill_id, "Advice"));
  g_array_append_vals (((TrasTrainNeed *) needs->pdata[1])->people, people, 1);
  tras_train_forms_plan_skills (GTK_WIDGET (fixture->window), get_store (fixture), needs);
  wait_until (fixture_has_form, NULL);
  form = fixture_get_form ();
  g_object_add_weak_pointer (form, &form);
  g_assert_null (tras_form_dialog_get_field (form, "title"));
  fixture_assert_named (form);
  press_save ();
  wait_until (has_next_form, &form);
  fixture_settle (fixture);
  assert_planned (fixture, first, 2);
  press_save ();
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);
  assert_planned (fixture, second, 1);
  undo (fixture);
  undo (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/training/attendance", test_attendance);
  fixture_add ("/training/no-number", test_no_number);
  fixture_add ("/training/rate", test_rate);
  fixture_add ("/training/effect", test_effect);
  fixture_add ("/training/plan-skills", test_plan_skills);

  return fixture_run ();
}

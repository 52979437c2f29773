/* test-action-records.c: an action follows its own records, and its money is their sum
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-plan-fixture.h"

#include "tras-action-steps.h"
#include "tras-attendance.h"
#include "tras-deviation.h"
#include "tras-edit-log.h"
#include "tras-field-text.h"
#include "tras-follow-up.h"
#include "tras-hiring.h"
#include "tras-item.h"
#include "tras-movement.h"
#include "tras-tables.h"
#include "tras-training-steps.h"

#define TODAY "2026-03-20"
#define HISTORIES 6
#define STEPS 30
#define N_ITEMS 3

typedef struct
{
  Fixture *fixture;
  gint64 action_id;
  gint64 role_id;
  gint64 supplier_id;
  gint64 from_id;
  gint64 to_id;
  gint64 items[N_ITEMS];
} Plan;

static gpointer
load (Plan   *plan,
      GType   type,
      gint64  id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = tras_db_load (plan->fixture->db, type, id, &error);

  g_assert_no_error (error);

  return record;
}

static GPtrArray *
read_all (Plan  *plan,
          GType  type)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (GError) error = NULL;
  GPtrArray *records = tras_db_select (plan->fixture->db, query, &error);

  g_assert_no_error (error);

  return records;
}

static gint64
find_location (Plan       *plan,
               const char *kind)
{
  g_autoptr (GPtrArray) locations = read_all (plan, TRAS_TYPE_LOCATION);

  for (guint i = 0; i < locations->len; i++)
    {
      if (g_str_equal (((TrasLocation *) locations->pdata[i])->kind, kind))
        return TRAS_RECORD (locations->pdata[i])->id;
    }
  g_assert_not_reached ();
}

static void
plan_set_up (Plan    *plan,
             Fixture *fixture)
{
  TrasRole *role = tras_role_new ();
  TrasSupplier *supplier = tras_supplier_new ();

  plan->fixture = fixture;
  plan->action_id = insert (fixture, make_action (make_goal (fixture), "Answer faster"));
  role->name = g_strdup ("Clerk");
  role->area_id = 1;
  plan->role_id = insert (fixture, role);
  supplier->name = g_strdup ("Acme");
  plan->supplier_id = insert (fixture, supplier);
  for (guint i = 0; i < N_ITEMS; i++)
    {
      TrasItem *item = tras_item_new ();

      item->sku = g_strdup_printf ("S-%u", i);
      item->name = g_strdup_printf ("Headset %u", i);
      item->supplier_id = plan->supplier_id;
      plan->items[i] = insert (fixture, item);
    }
  plan->from_id = find_location (plan, "supplier");
  plan->to_id = find_location (plan, "inside");
  commit (fixture);
}

static void
apply (Plan     *plan,
       TrasEdit *edit)
{
  g_autoptr (TrasEdit) owned = edit;
  g_autoptr (GError) error = NULL;

  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_set_follow_up (edit, tras_follow_up_edit);
  tras_edit_apply (edit, plan->fixture->db, NULL, &error);
  g_assert_no_error (error);
}

static void
undo (Plan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tras_edit_log_undo (plan->fixture->db, 0, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

static void
redo (Plan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = tras_edit_log_redo (plan->fixture->db, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
}

/* Everything that is recorded and that follows from it; the ledger only grows. */
static char *
dump (Plan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      GType type = tras_tables_get_type (i);
      const TrasTable *table = tras_record_type_get_table (type);
      g_autoptr (GPtrArray) records = NULL;

      if (type == TRAS_TYPE_MOVEMENT)
        continue;
      records = read_all (plan, type);
      for (guint j = 0; j < records->len; j++)
        {
          g_string_append_printf (text, "\n%s %" G_GINT64_FORMAT, table->name,
                                  TRAS_RECORD (records->pdata[j])->id);
          for (guint k = 0; k < table->n_fields; k++)
            {
              g_autofree char *value = tras_field_dup_plain (records->pdata[j], &table->fields[k]);

              g_string_append_printf (text, "|%s", value);
            }
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- the sums, another way ---- */

static gint64
price_of (gint64 quantity,
          gint64 unit_price)
{
  return unit_price == TRAS_NULL ? 0 : (quantity * unit_price + 500) / 1000;
}

static void
sum_money (Plan   *plan,
           gint64 *planned,
           gint64 *committed,
           gint64 *spent)
{
  g_autoptr (GPtrArray) needs = read_all (plan, TRAS_TYPE_ACTION_NEED);
  g_autoptr (GPtrArray) vacancies = read_all (plan, TRAS_TYPE_VACANCY);
  g_autoptr (GPtrArray) sessions = read_all (plan, TRAS_TYPE_TRAINING_SESSION);
  g_autoptr (GPtrArray) lines = read_all (plan, TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (GPtrArray) receipts = read_all (plan, TRAS_TYPE_RECEIPT);

  *planned = *committed = *spent = 0;
  for (guint i = 0; i < needs->len; i++)
    {
      *planned += ((TrasActionNeed *) needs->pdata[i])->planned_money;
      *spent += ((TrasActionNeed *) needs->pdata[i])->spent_money;
    }
  for (guint i = 0; i < vacancies->len; i++)
    *spent += ((TrasVacancy *) vacancies->pdata[i])->cost;
  for (guint i = 0; i < sessions->len; i++)
    {
      TrasTrainingSession *session = sessions->pdata[i];

      *committed += g_str_equal (session->state, "planned") ? session->cost : 0;
      *spent += g_str_equal (session->state, "held") ? session->cost : 0;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      TrasPurchaseLine *line = lines->pdata[i];
      gint64 good = 0, missing = line->quantity;

      for (guint j = 0; j < receipts->len; j++)
        {
          TrasReceipt *receipt = receipts->pdata[j];

          if (receipt->line_id != TRAS_RECORD (line)->id)
            continue;
          good += receipt->good;
          missing -= receipt->good + receipt->rejected;
        }
      *spent += price_of (good, line->unit_price);
      if (g_str_equal (line->purchase_state, "sent"))
        *committed += price_of (MAX (missing, 0), line->unit_price);
    }
}

static void
check_money (Plan *plan)
{
  g_autoptr (TrasAction) action = load (plan, TRAS_TYPE_ACTION, plan->action_id);
  g_autoptr (TrasGoal) goal = load (plan, TRAS_TYPE_GOAL, action->goal_id);
  gint64 planned, committed, spent;

  sum_money (plan, &planned, &committed, &spent);
  g_assert_cmpint (action->planned_money, ==, planned);
  g_assert_cmpint (action->committed_money, ==, committed);
  g_assert_cmpint (action->spent_money, ==, spent);
  g_assert_cmpint (goal->planned_money, ==, planned);
  g_assert_cmpint (goal->committed_money, ==, committed);
  g_assert_cmpint (goal->spent_money, ==, spent);
}

/* ---- steps ---- */

static TrasEdit *
add_need (Plan       *plan,
          TrasAction *action)
{
  g_autoptr (TrasActionNeed) need = tras_action_need_new ();
  TrasEdit *edit = tras_edit_new ("need");

  need->action_id = plan->action_id;
  need->what = g_strdup ("Something");
  need->kind = g_intern_string ("service");
  need->planned_money = g_test_rand_int_range (0, 100000);
  need->spent_money = g_test_rand_int_range (0, 2) * g_test_rand_int_range (0, 50000);
  tras_edit_insert (edit, need);

  return edit;
}

static TrasEdit *
open_vacancy (Plan       *plan,
              TrasAction *action)
{
  g_autoptr (TrasVacancy) vacancy = tras_vacancy_new ();

  vacancy->role_id = plan->role_id;
  vacancy->seats = g_test_rand_int_range (1, 3);
  vacancy->opened_on = day ("2026-03-01");
  vacancy->cost = g_test_rand_int_range (0, 20000);

  return tras_hiring_open_vacancy (vacancy, action);
}

static TrasEdit *
fill_seat (Plan       *plan,
           TrasAction *action)
{
  g_autoptr (GPtrArray) vacancies = read_all (plan, TRAS_TYPE_VACANCY);

  for (guint i = 0; i < vacancies->len; i++)
    {
      TrasVacancy *vacancy = vacancies->pdata[i];
      g_autoptr (TrasPerson) person = NULL;

      if (tras_vacancy_is_filled (vacancy))
        continue;
      if (g_test_rand_int_range (0, 3) == 0)
        {
          g_autoptr (GPtrArray) posts = read_all (plan, TRAS_TYPE_POST);
          TrasPost *post = NULL;

          for (guint j = 0; j < posts->len; j++)
            {
              if (((TrasPost *) posts->pdata[j])->person_id == 1)
                post = posts->pdata[j];
            }
          person = load (plan, TRAS_TYPE_PERSON, 1);
          return tras_hiring_fill_seat (vacancy, NULL, person, post, day (TODAY),
                                        vacancy->cost);
        }
      person = tras_person_new ();
      person->name = g_strdup ("Bea");
      return tras_hiring_fill_seat (vacancy, NULL, person, NULL,
                                    day ("2026-03-10") + g_test_rand_int_range (0, 20),
                                    vacancy->cost + g_test_rand_int_range (0, 2) * 12345);
    }

  return NULL;
}

static TrasEdit *
plan_session (Plan       *plan,
              TrasAction *action)
{
  g_autoptr (GPtrArray) trainings = read_all (plan, TRAS_TYPE_TRAINING);
  g_autoptr (TrasTraining) training = trainings->len > 0 && g_test_rand_bit ()
                                        ? g_object_ref (trainings->pdata[0])
                                        : tras_training_new ();
  g_autoptr (TrasTrainingSession) session = tras_training_session_new ();
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 one = 1;

  if (training->title == NULL)
    training->title = g_strdup ("Listening");
  session->starts_at = 1773000000 + g_test_rand_int_range (0, 10) * 86400;
  session->minutes = 90;
  session->cost = g_test_rand_int_range (0, 30000);
  g_array_append_val (people, one);

  return tras_training_step_plan (action, training, session, people);
}

static TrasTrainingSession *
find_planned (Plan *plan)
{
  g_autoptr (GPtrArray) sessions = read_all (plan, TRAS_TYPE_TRAINING_SESSION);

  for (guint i = 0; i < sessions->len; i++)
    {
      if (g_str_equal (((TrasTrainingSession *) sessions->pdata[i])->state, "planned"))
        return g_object_ref (sessions->pdata[i]);
    }

  return NULL;
}

static TrasEdit *
hold_session (Plan       *plan,
              TrasAction *action)
{
  g_autoptr (TrasTrainingSession) session = find_planned (plan);
  g_autoptr (TrasAttendance) attendance = NULL;

  if (session == NULL)
    return NULL;
  attendance = tras_attendance_load (plan->fixture->db, TRAS_RECORD (session)->id, NULL);
  for (guint i = 0; i < attendance->people->len; i++)
    {
      TrasAttendant *attendant = attendance->people->pdata[i];

      attendant->present = attendant->listed && g_test_rand_bit ();
    }

  return tras_attendance_make_edit (attendance, session);
}

static TrasEdit *
cancel_session (Plan       *plan,
                TrasAction *action)
{
  g_autoptr (TrasTrainingSession) session = find_planned (plan);

  return session != NULL && g_test_rand_bit () ? tras_training_step_cancel (session) : NULL;
}

static TrasPurchase *
find_draft (Plan *plan)
{
  g_autoptr (GPtrArray) purchases = read_all (plan, TRAS_TYPE_PURCHASE);

  for (guint i = purchases->len; i > 0; i--)
    {
      if (g_str_equal (((TrasPurchase *) purchases->pdata[i - 1])->state, "draft"))
        return g_object_ref (purchases->pdata[i - 1]);
    }

  return NULL;
}

static TrasEdit *
add_line (Plan       *plan,
          TrasAction *action)
{
  g_autoptr (TrasPurchaseLine) line = tras_purchase_line_new ();
  g_autoptr (TrasPurchase) draft = find_draft (plan);

  line->item_id = plan->items[g_test_rand_int_range (0, N_ITEMS)];
  line->quantity = g_test_rand_int_range (1, 5) * 500;
  line->unit_price = g_test_rand_int_range (0, 4) == 0 ? TRAS_NULL
                                                       : g_test_rand_int_range (1, 9999);

  return tras_action_step_add_line (action, line, draft, plan->supplier_id);
}

static TrasEdit *
send_order (Plan       *plan,
            TrasAction *action)
{
  g_autoptr (TrasPurchase) draft = find_draft (plan);

  return draft != NULL ? tras_action_step_send_order (action, draft) : NULL;
}

static TrasEdit *
receive (Plan       *plan,
         TrasAction *action)
{
  g_autoptr (GPtrArray) lines = read_all (plan, TRAS_TYPE_PURCHASE_LINE);

  for (guint i = 0; i < lines->len; i++)
    {
      TrasPurchaseLine *line = lines->pdata[i];
      gint64 missing = tras_purchase_line_get_missing (line);
      g_autoptr (TrasReceipt) receipt = NULL;

      if (!g_str_equal (line->purchase_state, "sent") || missing == 0)
        continue;
      receipt = tras_receipt_new ();
      receipt->received_on = day (TODAY) - g_test_rand_int_range (0, 3);
      receipt->good = g_test_rand_bit () ? missing : missing / 2;
      receipt->rejected = g_test_rand_int_range (0, 3) == 0 ? missing - receipt->good : 0;
      return tras_action_step_receive (action, line, receipt,
                                       g_test_rand_int_range (0, 4) == 0 ? 777 : line->unit_price,
                                       plan->from_id, plan->to_id);
    }

  return NULL;
}

static TrasEdit *
reopen (Plan       *plan,
        TrasAction *action)
{
  TrasEdit *edit;

  if (tras_action_is_open (action))
    return NULL;

  edit = tras_edit_new ("reopen");
  action->state = g_intern_string ("open");
  action->closed_on = TRAS_DAY_NONE;
  tras_edit_update (edit, action);

  return edit;
}

static TrasEdit *(*const steps[]) (Plan *, TrasAction *) = {
  add_need, open_vacancy, fill_seat, fill_seat, plan_session, hold_session, hold_session,
  cancel_session, add_line, send_order, receive, receive, receive, reopen,
};

static gboolean
are_complete (Plan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasActionRecords) records =
    tras_action_records_load (plan->fixture->db, plan->action_id, &error);

  g_assert_no_error (error);

  return tras_action_records_are_complete (records);
}

/* An action becomes done by what completes its records, and by nothing else; only who reopens it
 * makes it open again. */
static void
check_follows (Plan       *plan,
               TrasAction *before,
               gboolean    was_complete,
               gboolean    reopened)
{
  g_autoptr (TrasAction) after = load (plan, TRAS_TYPE_ACTION, plan->action_id);
  gboolean completed = !was_complete && are_complete (plan);

  if (reopened)
    g_assert_true (tras_action_is_open (after));
  else
    g_assert_true (tras_action_is_open (after) == (tras_action_is_open (before) && !completed));
  if (tras_action_is_open (before) && completed)
    {
      g_assert_cmpint (after->progress, ==, 100);
      g_assert_cmpint (after->closed_on, <=, day (TODAY));
      g_assert_nonnull (after->result);
      g_assert_null (strstr (after->result, "Bea"));
    }
}

static void
run_history (Plan *plan,
             guint n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      guint step = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (steps));
      g_autoptr (TrasAction) action = load (plan, TRAS_TYPE_ACTION, plan->action_id);
      g_autoptr (TrasAction) before = load (plan, TRAS_TYPE_ACTION, plan->action_id);
      g_autofree char *then = dump (plan);
      gboolean was_complete = are_complete (plan);
      TrasEdit *edit = steps[step] (plan, action);
      g_autofree char *now = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      if (edit == NULL)
        continue;
      apply (plan, edit);
      check_money (plan);
      check_follows (plan, before, was_complete, steps[step] == reopen);

      now = dump (plan);
      undo (plan);
      undone = dump (plan);
      g_assert_cmpstr (undone, ==, then);
      redo (plan);
      redone = dump (plan);
      g_assert_cmpstr (redone, ==, now);
    }
}

static void
test_histories (Fixture       *fixture,
                gconstpointer  data)
{
  Plan plan;

  plan_set_up (&plan, fixture);
  run_history (&plan, STEPS);
  begin_again (fixture);
}

/* ---- each kind ---- */

static void
assert_state (Plan       *plan,
              const char *state,
              const char *closed_on,
              const char *result)
{
  g_autoptr (TrasAction) action = load (plan, TRAS_TYPE_ACTION, plan->action_id);

  g_assert_cmpstr (action->state, ==, state);
  g_assert_cmpint (action->closed_on, ==, closed_on != NULL ? day (closed_on) : TRAS_DAY_NONE);
  g_assert_cmpstr (action->result, ==, result);
}

static gpointer
get_first (Plan  *plan,
           GType  type)
{
  g_autoptr (GPtrArray) records = read_all (plan, type);

  g_assert_cmpuint (records->len, >, 0);

  return g_object_ref (records->pdata[0]);
}

static void
fill_with (Plan       *plan,
           TrasAction *action,
           const char *name,
           const char *from_on)
{
  g_autoptr (TrasVacancy) vacancy = get_first (plan, TRAS_TYPE_VACANCY);
  g_autoptr (TrasPerson) person = tras_person_new ();

  person->name = g_strdup (name);
  apply (plan, tras_hiring_fill_seat (vacancy, NULL, person, NULL, day (from_on), 900));
}

static void
test_hire (Fixture       *fixture,
           gconstpointer  data)
{
  Plan plan;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (TrasVacancy) vacancy = tras_vacancy_new ();
  g_autoptr (TrasVacancy) closed = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GPtrArray) none = NULL;

  plan_set_up (&plan, fixture);
  action = load (&plan, TRAS_TYPE_ACTION, plan.action_id);
  vacancy->role_id = plan.role_id;
  vacancy->seats = 2;
  vacancy->opened_on = day ("2026-03-01");
  apply (&plan, tras_hiring_open_vacancy (vacancy, action));
  fill_with (&plan, action, "Bea", "2026-03-12");
  assert_state (&plan, "open", NULL, NULL);
  fill_with (&plan, action, "Carla", "2026-04-01");
  /* Somebody who comes later fills the seat today. */
  assert_state (&plan, "done", TODAY, "2 seats were filled: Clerk.");

  closed = get_first (&plan, TRAS_TYPE_VACANCY);
  g_assert_cmpint (closed->closed_on, ==, day (TODAY));
  g_assert_cmpint (closed->cost, ==, 900);
  posts = read_all (&plan, TRAS_TYPE_POST);
  g_assert_cmpuint (posts->len, ==, 2);
  g_assert_cmpint (((TrasPost *) posts->pdata[1])->from_on, ==, day ("2026-04-01"));
  candidates = read_all (&plan, TRAS_TYPE_CANDIDATE);
  g_assert_null (((TrasCandidate *) candidates->pdata[0])->name);

  undo (&plan);
  assert_state (&plan, "open", NULL, NULL);
  undo (&plan);
  none = read_all (&plan, TRAS_TYPE_CANDIDATE);
  g_assert_cmpuint (none->len, ==, 0);
  begin_again (fixture);
}

/* A person who works here leaves the post before. */
static void
test_hire_inside (Fixture       *fixture,
                  gconstpointer  data)
{
  Plan plan;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (TrasPerson) person = NULL;
  g_autoptr (TrasPost) before = tras_post_new ();
  g_autoptr (TrasPost) left = NULL;
  g_autoptr (TrasVacancy) vacancy = tras_vacancy_new ();
  g_autoptr (TrasVacancy) open = NULL;
  TrasRole *other = tras_role_new ();

  other->name = g_strdup ("Driver");
  other->area_id = 1;
  before->role_id = insert (fixture, other);
  before->person_id = 1;
  before->from_on = day ("2020-01-01");
  before->week_minutes = 1200;
  insert (fixture, g_object_ref (before));
  plan_set_up (&plan, fixture);
  action = load (&plan, TRAS_TYPE_ACTION, plan.action_id);
  vacancy->role_id = plan.role_id;
  vacancy->opened_on = day ("2026-03-01");
  apply (&plan, tras_hiring_open_vacancy (vacancy, action));
  open = get_first (&plan, TRAS_TYPE_VACANCY);
  person = load (&plan, TRAS_TYPE_PERSON, 1);
  apply (&plan, tras_hiring_fill_seat (open, NULL, person, before, day ("2026-03-16"), 0));

  assert_state (&plan, "done", "2026-03-16", "1 seat was filled: Clerk.");
  left = load (&plan, TRAS_TYPE_POST, TRAS_RECORD (before)->id);
  g_assert_cmpint (left->to_on, ==, day ("2026-03-15"));
  begin_again (fixture);
}

/* What is reopened stays open, whatever is corrected in what was held, until something new is held
 * too. */
static void
test_train (Fixture       *fixture,
            gconstpointer  data)
{
  Plan plan;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (TrasTrainingSession) held = NULL;
  TrasEdit *edit;

  plan_set_up (&plan, fixture);
  action = load (&plan, TRAS_TYPE_ACTION, plan.action_id);
  apply (&plan, plan_session (&plan, action));
  assert_state (&plan, "open", NULL, NULL);
  apply (&plan, hold_session (&plan, action));
  held = get_first (&plan, TRAS_TYPE_TRAINING_SESSION);
  g_clear_object (&action);
  action = load (&plan, TRAS_TYPE_ACTION, plan.action_id);
  g_assert_cmpstr (action->state, ==, "done");
  g_assert_cmpint (action->closed_on, ==, tras_training_session_get_day (held));
  g_assert_cmpstr (action->result, ==, "“Listening” was held in 1 session.");

  g_clear_pointer (&action->result, g_free);
  apply (&plan, reopen (&plan, action));
  assert_state (&plan, "open", NULL, NULL);
  held->cost += 100;
  edit = tras_edit_new ("correct");
  tras_edit_update (edit, held);
  apply (&plan, edit);
  assert_state (&plan, "open", NULL, NULL);

  apply (&plan, plan_session (&plan, action));
  assert_state (&plan, "open", NULL, NULL);
  apply (&plan, hold_session (&plan, action));
  g_assert_true (are_complete (&plan));
  g_clear_object (&action);
  action = load (&plan, TRAS_TYPE_ACTION, plan.action_id);
  g_assert_cmpstr (action->state, ==, "done");
  begin_again (fixture);
}

static void
receive_some (Plan       *plan,
              TrasAction *action,
              gint64      line_id,
              gint64      good,
              gint64      rejected)
{
  g_autoptr (TrasPurchaseLine) line = load (plan, TRAS_TYPE_PURCHASE_LINE, line_id);
  g_autoptr (TrasReceipt) receipt = tras_receipt_new ();

  receipt->received_on = day (TODAY);
  receipt->good = good;
  receipt->rejected = rejected;
  apply (plan, tras_action_step_receive (action, line, receipt, line->unit_price, plan->from_id,
                                         plan->to_id));
}

static gint64
order_three (Plan       *plan,
             TrasAction *action)
{
  g_autoptr (TrasPurchaseLine) line = tras_purchase_line_new ();

  line->item_id = plan->items[0];
  line->quantity = 3000;
  line->unit_price = 1250;
  apply (plan, tras_action_step_add_line (action, line, NULL, plan->supplier_id));
  apply (plan, send_order (plan, action));

  return TRAS_RECORD (line)->id;
}

/* A part leaves it open; money moves from committed to spent; goods are in stock at their price. */
static void
test_buy (Fixture       *fixture,
          gconstpointer  data)
{
  Plan plan;
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (TrasAction) then = NULL;
  g_autoptr (TrasAction) later = NULL;
  g_autoptr (TrasItem) item = NULL;
  g_autoptr (GPtrArray) movements = NULL;
  g_autoptr (TrasPurchase) purchase = NULL;
  gint64 line;

  plan_set_up (&plan, fixture);
  action = load (&plan, TRAS_TYPE_ACTION, plan.action_id);
  line = order_three (&plan, action);
  then = load (&plan, TRAS_TYPE_ACTION, plan.action_id);
  g_assert_cmpint (then->committed_money, ==, 3750);
  receive_some (&plan, action, line, 2000, 0);
  assert_state (&plan, "open", NULL, NULL);
  later = load (&plan, TRAS_TYPE_ACTION, plan.action_id);
  g_assert_cmpint (later->committed_money, ==, 1250);
  g_assert_cmpint (later->spent_money, ==, 2500);
  receive_some (&plan, action, line, 1000, 0);
  assert_state (&plan, "done", TODAY, "Received: 3 u of “Headset 0”.");

  item = load (&plan, TRAS_TYPE_ITEM, plan.items[0]);
  g_assert_cmpint (item->on_hand, ==, 3000);
  g_assert_cmpint (item->due_in, ==, 0);
  movements = read_all (&plan, TRAS_TYPE_MOVEMENT);
  g_assert_cmpuint (movements->len, ==, 2);
  g_assert_cmpint (((TrasMovement *) movements->pdata[0])->unit_cost, ==, 125000);
  purchase = get_first (&plan, TRAS_TYPE_PURCHASE);
  g_assert_cmpstr (purchase->state, ==, "closed");
  begin_again (fixture);
}

/* What is rejected altogether is not bought, until it comes with another order. */
static void
test_rejected (Fixture       *fixture,
               gconstpointer  data)
{
  Plan plan;
  g_autoptr (TrasAction) action = NULL;

  plan_set_up (&plan, fixture);
  action = load (&plan, TRAS_TYPE_ACTION, plan.action_id);
  receive_some (&plan, action, order_three (&plan, action), 0, 3000);
  assert_state (&plan, "open", NULL, NULL);
  receive_some (&plan, action, order_three (&plan, action), 2000, 1000);
  assert_state (&plan, "done", TODAY, "Received: 2 u of “Headset 0”; 1 u were rejected.");
  begin_again (fixture);
}

/* A deviation follows an action that follows its records. */
static void
test_deviation (Fixture       *fixture,
                gconstpointer  data)
{
  Plan plan;
  TrasDeviation *deviation = tras_deviation_new ();
  g_autoptr (TrasDeviation) checked = NULL;
  g_autoptr (TrasAction) action = make_action (0, "Repair");
  gint64 deviation_id;

  deviation->area_id = deviation->owner_id = 1;
  deviation->origin = g_intern_string ("person");
  deviation->fact = g_strdup ("It broke");
  deviation->opened_on = day ("2026-03-02");
  deviation->state = g_intern_string ("acting");
  deviation_id = insert (fixture, deviation);
  action->deviation_id = deviation_id;
  insert (fixture, g_object_ref (action));
  plan_set_up (&plan, fixture);
  plan.action_id = TRAS_RECORD (action)->id;
  receive_some (&plan, action, order_three (&plan, action), 3000, 0);
  assert_state (&plan, "done", TODAY, "Received: 3 u of “Headset 0”.");
  checked = load (&plan, TRAS_TYPE_DEVIATION, deviation_id);
  g_assert_cmpstr (checked->state, ==, "checking");
  begin_again (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

  for (guint i = 0; i < HISTORIES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/action-records/histories/%u", i);

      ADD (path, test_histories);
    }
  ADD ("/action-records/hire", test_hire);
  ADD ("/action-records/hire-inside", test_hire_inside);
  ADD ("/action-records/train", test_train);
  ADD ("/action-records/buy", test_buy);
  ADD ("/action-records/rejected", test_rejected);
  ADD ("/action-records/deviation", test_deviation);

  return g_test_run ();
}

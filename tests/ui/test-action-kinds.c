/* test-action-kinds.c: an action that hires, trains or buys, through its forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-ui-fixture.h"

#include "tras-action-forms.h"
#include "tras-action-kinds.h"
#include "tras-action-steps.h"
#include "tras-area.h"
#include "tras-buy-forms.h"
#include "tras-attendance-form.h"
#include "tras-check-list.h"
#include "tras-goal.h"
#include "tras-hire-forms.h"
#include "tras-item.h"
#include "tras-percent-row.h"
#include "tras-seat-list.h"
#include "tras-train-forms.h"

#define TODAY "2026-11-21"

static GPtrArray *
read_where (Fixture    *fixture,
            GType       type,
            const char *field,
            gint64      value)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  if (field != NULL)
    tras_query_where_int (query, field, TRAS_QUERY_EQ, value);

  return fixture_read (fixture, query);
}

static gpointer
read_one (Fixture *fixture,
          GType    type,
          gint64   id)
{
  g_autoptr (GPtrArray) records = read_where (fixture, type, "id", id);

  g_assert_cmpuint (records->len, ==, 1);

  return g_object_ref (records->pdata[0]);
}

/* An open action that has no records yet. */
static TrasAction *
find_action (Fixture *fixture)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) actions = NULL;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "open");
  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, "study");
  actions = fixture_read (fixture, query);
  g_assert_cmpuint (actions->len, >, 0);

  return g_object_ref (actions->pdata[0]);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  tras_window_show_tab (fixture->window, "plans");

  return tras_window_get_page (fixture->window, "plans");
}

static TrasStore *
get_store (Fixture *fixture)
{
  return tras_window_get_store (fixture->window);
}

/* ---- forms ---- */

static gboolean
is_refused (gpointer field)
{
  return fixture_get_form () != NULL &&
         gtk_widget_has_css_class (tras_form_dialog_get_field (fixture_get_form (), field),
                                   "error");
}

static void
save (void)
{
  fixture_save_form ();
  wait_until (fixture_has_no_form, NULL);
}

/* Says beside the field why it will not do, and keeps the form. */
static void
save_refused (const char *field)
{
  fixture_save_form ();
  wait_until (is_refused, (gpointer) field);
}

static void
assert_state (Fixture    *fixture,
              TrasAction *action,
              const char *state)
{
  g_autoptr (TrasAction) now = read_one (fixture, TRAS_TYPE_ACTION, TRAS_RECORD (action)->id);

  g_assert_cmpstr (now->state, ==, state);
}

static void
undo (Fixture *fixture)
{
  tras_window_undo (get_page (fixture), 0);
  fixture_settle (fixture);
}

/* ---- each kind ---- */

static void
test_hire (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = get_page (fixture);
  g_autoptr (TrasAction) action = find_action (fixture);
  g_autoptr (GPtrArray) roles = read_where (fixture, TRAS_TYPE_ROLE, NULL, 0);
  g_autoptr (GPtrArray) people = read_where (fixture, TRAS_TYPE_PERSON, NULL, 0);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) vacancies = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  gint64 new_id;

  tras_hire_forms_open (page, get_store (fixture), action);
  wait_until (fixture_has_form, NULL);
  save_refused ("role_id");
  fixture_set_int ("role_id", TRAS_RECORD (roles->pdata[0])->id);
  fixture_set_int ("needed_by", tras_day_from_iso ("2020-01-01"));
  save_refused ("needed_by");
  fixture_set_int ("needed_by", TRAS_DAY_NONE);
  save ();

  vacancies = read_where (fixture, TRAS_TYPE_VACANCY, "action_id", TRAS_RECORD (action)->id);
  g_assert_cmpuint (vacancies->len, ==, 1);
  tras_hire_forms_fill (page, get_store (fixture), vacancies->pdata[0], NULL);
  wait_until (fixture_has_form, NULL);
  save_refused ("name");
  fixture_set_text ("name", "Nora Quinn");
  fixture_set_int ("cost", 12300);
  save ();

  assert_state (fixture, action, "done");
  after = read_where (fixture, TRAS_TYPE_PERSON, NULL, 0);
  g_assert_cmpuint (after->len, ==, people->len + 1);
  new_id = TRAS_RECORD (after->pdata[people->len])->id;
  posts = read_where (fixture, TRAS_TYPE_POST, "person_id", new_id);
  g_assert_cmpuint (posts->len, ==, 1);

  /* One undo for the person, the post, the seat and the action. */
  undo (fixture);
  assert_state (fixture, action, "open");
  g_clear_pointer (&after, g_ptr_array_unref);
  after = read_where (fixture, TRAS_TYPE_PERSON, NULL, 0);
  g_assert_cmpuint (after->len, ==, people->len);
}

static void
test_train (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *page = get_page (fixture);
  g_autoptr (TrasAction) action = find_action (fixture);
  g_autoptr (TrasQuery) here = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GPtrArray) held = NULL;
  TrasCheckList *list;
  GtkWidget *form;

  tras_query_where_text (here, "state", TRAS_QUERY_EQ, "here");
  people = fixture_read (fixture, here);
  tras_train_forms_plan (page, get_store (fixture), action, NULL);
  wait_until (fixture_has_form, NULL);
  fixture_set_int ("minutes", 0);
  save_refused ("minutes");
  fixture_set_int ("minutes", 90);
  list = TRAS_CHECK_LIST (fixture_find (GTK_WIDGET (fixture_get_form ()), TRAS_TYPE_CHECK_LIST));
  g_assert_cmpuint (tras_check_list_get_n (list), ==, people->len);
  gtk_test_accessible_assert_property (fixture_find (GTK_WIDGET (list), GTK_TYPE_CHECK_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Everybody");
  fixture_save_form ();
  g_assert_nonnull (fixture_get_form ());
  tras_check_list_set_checked (list, TRAS_RECORD (people->pdata[0])->id, TRUE);
  tras_check_list_set_checked (list, TRAS_RECORD (people->pdata[1])->id, TRUE);
  save ();

  sessions = read_where (fixture, TRAS_TYPE_TRAINING_SESSION, "action_id",
                         TRAS_RECORD (action)->id);
  g_assert_cmpuint (sessions->len, ==, 1);
  seats = read_where (fixture, TRAS_TYPE_TRAINING_SEAT, "session_id",
                      TRAS_RECORD (sessions->pdata[0])->id);
  g_assert_cmpuint (seats->len, ==, 2);

  /* What is still to come was not held. */
  tras_attendance_form_present (page, get_store (fixture), TRAS_RECORD (sessions->pdata[0])->id);
  wait_until (fixture_has_form, NULL);
  save_refused ("starts_at");
  fixture_set_int ("starts_at", 1795000000);
  form = fixture_find (GTK_WIDGET (fixture_get_form ()), TRAS_TYPE_SEAT_LIST);
  tras_seat_list_set_present (TRAS_SEAT_LIST (form),
                              ((TrasTrainingSeat *) seats->pdata[1])->person_id, FALSE);
  save ();

  assert_state (fixture, action, "done");
  held = read_where (fixture, TRAS_TYPE_TRAINING_SEAT, "session_id",
                     TRAS_RECORD (sessions->pdata[0])->id);
  for (guint i = 0; i < held->len; i++)
    {
      TrasTrainingSeat *seat = held->pdata[i];
      gboolean absent = seat->person_id == ((TrasTrainingSeat *) seats->pdata[1])->person_id;

      g_assert_cmpstr (seat->state, ==, absent ? "absent" : "present");
      g_assert_cmpint (seat->minutes, ==, absent ? TRAS_NULL : 90);
    }
  undo (fixture);
  assert_state (fixture, action, "open");
}

static TrasItem *
find_item (Fixture *fixture)
{
  g_autoptr (GPtrArray) items = read_where (fixture, TRAS_TYPE_ITEM, "stocked", TRUE);

  for (guint i = 0; i < items->len; i++)
    {
      if (TRAS_ITEM (items->pdata[i])->supplier_id != 0 && TRAS_ITEM (items->pdata[i])->active)
        return g_object_ref (items->pdata[i]);
    }
  g_assert_not_reached ();
}

static TrasPurchaseLine *
read_line (Fixture    *fixture,
           TrasAction *action)
{
  g_autoptr (GPtrArray) lines = read_where (fixture, TRAS_TYPE_PURCHASE_LINE, "action_id",
                                            TRAS_RECORD (action)->id);

  g_assert_cmpuint (lines->len, ==, 1);

  return g_object_ref (lines->pdata[0]);
}

static gboolean
is_sent (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (TrasAction) action = find_action (fixture);
  g_autoptr (TrasPurchaseLine) line = read_line (fixture, action);

  return g_strcmp0 (line->purchase_state, "sent") == 0;
}

static void
receive_part (Fixture    *fixture,
              TrasAction *action,
              gint64      good)
{
  g_autoptr (TrasPurchaseLine) line = read_line (fixture, action);

  tras_buy_forms_receive (get_page (fixture), get_store (fixture), action, line);
  wait_until (fixture_has_form, NULL);
  fixture_set_int ("good", 1000000);
  save_refused ("good");
  fixture_set_int ("good", good);
  save ();
}

static void
test_buy (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *page = get_page (fixture);
  g_autoptr (TrasAction) action = find_action (fixture);
  g_autoptr (TrasAction) partly = NULL;
  g_autoptr (TrasItem) item = find_item (fixture);
  g_autoptr (TrasItem) now = NULL;
  g_autoptr (TrasPurchaseLine) line = NULL;
  g_autoptr (TrasPurchase) purchase = NULL;
  g_autoptr (TrasEdit) send = NULL;

  tras_buy_forms_add (page, get_store (fixture), action);
  wait_until (fixture_has_form, NULL);
  save_refused ("item_id");
  fixture_set_int ("item_id", TRAS_RECORD (item)->id);
  fixture_set_int ("quantity", 0);
  save_refused ("quantity");
  fixture_set_int ("quantity", 3000);
  fixture_set_int ("unit_price", 2000);
  save ();

  line = read_line (fixture, action);
  g_assert_cmpint (line->supplier_id, ==, item->supplier_id);
  g_assert_cmpstr (line->why, ==, "plan");
  purchase = read_one (fixture, TRAS_TYPE_PURCHASE, line->purchase_id);
  send = tras_action_step_send_order (action, purchase);
  tras_window_apply (page, send, TRAS_APPLY_DEFAULT, NULL, NULL);
  wait_until (is_sent, fixture);

  receive_part (fixture, action, 2000);
  assert_state (fixture, action, "open");
  partly = read_one (fixture, TRAS_TYPE_ACTION, TRAS_RECORD (action)->id);
  g_assert_cmpint (partly->committed_money - action->committed_money, ==, 2000);
  g_assert_cmpint (partly->spent_money - action->spent_money, ==, 4000);
  receive_part (fixture, action, 1000);
  assert_state (fixture, action, "done");
  now = read_one (fixture, TRAS_TYPE_ITEM, TRAS_RECORD (item)->id);
  g_assert_cmpint (now->on_hand, ==, item->on_hand + 3000);
  undo (fixture);
  assert_state (fixture, action, "open");
}

/* ---- what is refused ---- */

static void
type_into (const char *field,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (tras_form_dialog_get_field (fixture_get_form (), field)),
                         text);
}

/* What was typed stays, and is said to be wrong where it stands. */
static void
test_needs (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *field;
    const char *text;
  } wrong[] = {
    { "planned_minutes", "-2" },
    { "planned_minutes", "two" },
    { "planned_minutes", "1:75" },
    { "spent_minutes", "-0:30" },
    { "planned_money", "-20" },
    { "spent_money", "1.2.3" },
  };
  g_autoptr (TrasAction) action = find_action (fixture);
  g_autoptr (GPtrArray) needs = NULL;
  TrasActionNeed *need;

  tras_action_forms_edit_need (get_page (fixture), get_store (fixture), action, NULL);
  wait_until (fixture_has_form, NULL);
  fixture_set_text ("what", "A day of work");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GtkWidget *row = tras_form_dialog_get_field (fixture_get_form (), wrong[i].field);

      g_test_message ("%s: %s", wrong[i].field, wrong[i].text);
      type_into (wrong[i].field, wrong[i].text);
      save_refused (wrong[i].field);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, wrong[i].text);
      type_into (wrong[i].field, "0");
    }
  type_into ("planned_minutes", "12:30");
  type_into ("spent_minutes", "1.5 h");
  type_into ("planned_money", "");
  save ();

  needs = read_where (fixture, TRAS_TYPE_ACTION_NEED, "action_id", TRAS_RECORD (action)->id);
  need = needs->pdata[needs->len - 1];
  g_assert_cmpint (need->planned_minutes, ==, 750);
  g_assert_cmpint (need->spent_minutes, ==, 90);
  g_assert_cmpint (need->planned_money, ==, 0);
}

/* Who has left is refused beside the owner, a year that cannot be beside the date. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TrasQuery) gone = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) goals = read_where (fixture, TRAS_TYPE_GOAL, NULL, 0);

  tras_query_where_text (gone, "state", TRAS_QUERY_EQ, "left");
  people = fixture_read (fixture, gone);
  tras_action_forms_new (get_page (fixture), get_store (fixture),
                         TRAS_RECORD (people->pdata[0])->id);
  wait_until (fixture_has_form, NULL);
  fixture_set_text ("title", "Ask around");
  fixture_set_int ("goal_id", TRAS_RECORD (goals->pdata[0])->id);
  save_refused ("owner_id");
  fixture_set_int ("owner_id", 0);
  fixture_set_int ("due_on", tras_day_from_iso ("1926-11-21"));
  save_refused ("due_on");
  fixture_set_int ("due_on", tras_day_from_iso ("2026-12-21"));
  save ();
}

/* ---- progress ---- */

static gboolean
has_progress (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (TrasAction) action = find_action (fixture);

  return action->progress == 85;
}

static gboolean
shows_action (gpointer data)
{
  GtkWidget *spin = fixture_find (fixture_find (data, TRAS_TYPE_PERCENT_ROW), GTK_TYPE_SPIN_BUTTON);

  return gtk_widget_get_mapped (spin);
}

/* Several steps are one edit. */
static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *page = get_page (fixture);
  g_autoptr (TrasAction) action = find_action (fixture);
  g_autoptr (TrasAction) undone = NULL;
  GtkSpinButton *spin;

  tras_window_show_record (page, TRAS_TYPE_ACTION, TRAS_RECORD (action)->id);
  fixture_settle (fixture);
  wait_until (shows_action, page);
  spin = GTK_SPIN_BUTTON (fixture_find (fixture_find (page, TRAS_TYPE_PERCENT_ROW),
                                        GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (spin), ==, action->progress);
  gtk_spin_button_set_value (spin, 75);
  gtk_spin_button_set_value (spin, 80);
  gtk_spin_button_set_value (spin, 85);
  wait_until (has_progress, fixture);
  undo (fixture);
  undone = read_one (fixture, TRAS_TYPE_ACTION, TRAS_RECORD (action)->id);
  g_assert_cmpint (undone->progress, ==, action->progress);
}

static gboolean
has_people (gpointer unused)
{
  return fixture_get_form () != NULL &&
         fixture_find (GTK_WIDGET (fixture_get_form ()), TRAS_TYPE_CHECK_LIST) != NULL;
}

/* An action that trains goes on with its first session, which need not be. */
static void
test_goes_on (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *page = get_page (fixture);
  g_autoptr (GPtrArray) goals = read_where (fixture, TRAS_TYPE_GOAL, NULL, 0);
  GtkWidget *kinds;

  tras_action_forms_new (page, get_store (fixture), 0);
  wait_until (fixture_has_form, NULL);
  fixture_set_text ("title", "Teach two of us");
  fixture_set_text ("kind", "train");
  fixture_set_int ("goal_id", TRAS_RECORD (goals->pdata[0])->id);
  fixture_save_form ();
  wait_until (has_people, NULL);
  gtk_window_close (GTK_WINDOW (fixture_get_form ()));
  wait_until (fixture_has_no_form, NULL);
  fixture_settle (fixture);

  kinds = fixture_find (page, TRAS_TYPE_ACTION_KINDS);
  g_assert_nonnull (kinds);
  g_assert_true (gtk_widget_get_visible (kinds));
  g_assert_nonnull (fixture_find (page, TRAS_TYPE_PERCENT_ROW));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TRASTIENDA_TODAY", TODAY, TRUE);
  fixture_init (&argc, &argv);

  fixture_add ("/ui/action-kinds/hire", test_hire);
  fixture_add ("/ui/action-kinds/train", test_train);
  fixture_add ("/ui/action-kinds/buy", test_buy);
  fixture_add ("/ui/action-kinds/needs", test_needs);
  fixture_add ("/ui/action-kinds/new", test_new);
  fixture_add ("/ui/action-kinds/progress", test_progress);
  fixture_add ("/ui/action-kinds/goes-on", test_goes_on);

  return fixture_run ();
}

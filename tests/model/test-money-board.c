/* test-money-board.c: money by goal, area and month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-item.h"
#include "tras-model-fixture.h"
#include "tras-money-board.h"
#include "tras-purchase.h"
#include "tras-training.h"
#include "tras-vacancy.h"

#define TODAY "2026-11-20"
#define N_ACTIONS 120

static gint64
make_goal (Fixture    *fixture,
           const char *title,
           gint64      area)
{
  TrasGoal *goal = tras_goal_new ();

  goal->title = g_strdup (title);
  goal->owner_id = 1;
  goal->area_id = area;
  goal->starts_on = day ("2026-01-01");
  goal->due_on = day ("2026-12-31");

  return insert (fixture, goal);
}

static gint64
make_action (Fixture    *fixture,
             gint64      goal,
             const char *due,
             const char *closed)
{
  TrasAction *action = tras_action_new ();

  action->title = g_strdup ("Action");
  action->goal_id = goal;
  action->owner_id = 1;
  action->due_on = day (due);
  if (closed != NULL)
    {
      action->state = "done";
      action->closed_on = day (closed);
    }

  return insert (fixture, action);
}

static void
make_need (Fixture  *fixture,
           gint64    action,
           gint64    planned,
           gint64    spent,
           gboolean  investment)
{
  TrasActionNeed *need = tras_action_need_new ();

  need->action_id = action;
  need->what = g_strdup ("Something");
  need->kind = "material";
  need->planned_money = planned;
  need->spent_money = spent;
  need->investment = investment;
  insert (fixture, need);
}

static gint64
make_line (Fixture    *fixture,
           gint64      action,
           const char *state,
           gint64      quantity,
           gint64      price,
           const char *promised)
{
  TrasPurchase *purchase = tras_purchase_new ();
  TrasPurchaseLine *line = tras_purchase_line_new ();

  purchase->supplier_id = 1;
  purchase->state = g_intern_string (state);
  purchase->made_on = day ("2026-10-01");
  line->purchase_id = insert (fixture, purchase);
  line->item_id = 1;
  line->quantity = quantity;
  line->unit_price = price;
  line->action_id = action;
  if (promised != NULL)
    line->promised_on = day (promised);

  return insert (fixture, line);
}

static void
make_receipt (Fixture    *fixture,
              gint64      line,
              gint64      good,
              const char *on)
{
  TrasReceipt *receipt = tras_receipt_new ();

  receipt->line_id = line;
  receipt->good = good;
  receipt->received_on = day (on);
  insert (fixture, receipt);
}

static void
make_session (Fixture    *fixture,
              gint64      action,
              const char *state,
              gint64      cost,
              const char *on)
{
  TrasTraining *training = tras_training_new ();
  TrasTrainingSession *session = tras_training_session_new ();

  training->title = g_strdup ("Training");
  training->action_id = action;
  session->training_id = insert (fixture, training);
  session->starts_at = (gint64) day (on) * 86400 + 9 * 3600;
  session->minutes = 60;
  session->cost = cost;
  session->state = g_intern_string (state);
  insert (fixture, session);
}

static void
make_vacancy (Fixture    *fixture,
              gint64      action,
              gint64      cost,
              const char *opened,
              const char *closed)
{
  TrasVacancy *vacancy = tras_vacancy_new ();

  vacancy->role_id = 1;
  vacancy->action_id = action;
  vacancy->opened_on = day (opened);
  vacancy->closed_on = closed != NULL ? day (closed) : TRAS_DAY_NONE;
  vacancy->cost = cost;
  insert (fixture, vacancy);
}

/* A second area, a role, a supplier and an item. */
static void
set_up (Fixture *fixture)
{
  TrasArea *area = tras_area_new ();
  TrasRole *role = tras_role_new ();
  TrasSupplier *supplier = tras_supplier_new ();
  TrasItem *item = tras_item_new ();

  area->name = g_strdup ("Shop");
  insert (fixture, area);
  role->name = g_strdup ("Seller");
  role->area_id = 1;
  insert (fixture, role);
  supplier->name = g_strdup ("Supplier");
  insert (fixture, supplier);
  item->name = g_strdup ("Device");
  item->sku = g_strdup ("D");
  g_free (item->unit);
  item->unit = g_strdup ("u");
  insert (fixture, item);
}

static TrasMoneyBoard *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasMoneyBoard *board = tras_money_board_load (fixture->db, day (TODAY), &error);

  g_assert_no_error (error);

  return board;
}

static void
assert_money (const TrasMoney *money,
              gint64           planned,
              gint64           committed,
              gint64           spent)
{
  g_assert_cmpint (money->planned, ==, planned);
  g_assert_cmpint (money->committed, ==, committed);
  g_assert_cmpint (money->spent, ==, spent);
}

static const TrasMoneyRow *
find_month (TrasMoneyBoard *board,
            const char     *month)
{
  for (guint i = 0; i < board->rows[TRAS_MONEY_BY_MONTH]->len; i++)
    {
      const TrasMoneyRow *row = board->rows[TRAS_MONEY_BY_MONTH]->pdata[i];

      if (row->month == day (month))
        return row;
    }

  g_error ("no money in %s", month);
}

/* Each amount in its month; the device is an investment, its course is not. */
static void
test_months (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasMoneyBoard) board = NULL;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  gint64 action, done;

  set_up (fixture);
  action = make_action (fixture, make_goal (fixture, "Goal", 2), "2026-12-15", NULL);
  done = make_action (fixture, 1, "2026-06-30", "2026-07-02");
  make_need (fixture, action, 100000, 0, TRUE);
  make_need (fixture, action, 20000, 500, FALSE);
  make_need (fixture, done, 30000, 40000, FALSE);
  /* Three devices at 333.33: one came in October, two are promised for January. */
  make_receipt (fixture, make_line (fixture, action, "sent", 3000, 33333, "2027-01-10"), 1000,
                "2026-10-05");
  make_session (fixture, action, "planned", 7000, "2026-12-01");
  make_session (fixture, action, "held", 6000, "2026-09-01");
  make_session (fixture, action, "cancelled", 5000, "2026-09-01");
  make_vacancy (fixture, done, 1234, "2026-05-31", "2026-06-30");
  make_line (fixture, action, "draft", 1000, 99999, "2027-01-10");

  board = load (fixture);
  assert_money (&find_month (board, "2026-12-01")->money[TRAS_MONEY_ALL], 120000, 7000, 0);
  assert_money (&find_month (board, "2026-12-01")->money[TRAS_MONEY_INVESTMENT], 100000, 0, 0);
  assert_money (&find_month (board, "2027-01-01")->money[TRAS_MONEY_INVESTMENT], 0, 66666, 0);
  assert_money (&find_month (board, "2026-10-01")->money[TRAS_MONEY_INVESTMENT], 0, 0, 33333);
  assert_money (&find_month (board, "2026-09-01")->money[TRAS_MONEY_RUNNING], 0, 0, 6000);
  /* Typed money of an open action that is due later was spent by now. */
  assert_money (&find_month (board, "2026-11-01")->money[TRAS_MONEY_ALL], 0, 0, 500);
  assert_money (&find_month (board, "2026-07-01")->money[TRAS_MONEY_ALL], 0, 0, 40000);
  assert_money (&find_month (board, "2026-06-01")->money[TRAS_MONEY_ALL], 30000, 0, 1234);
  g_assert_cmpuint (board->rows[TRAS_MONEY_BY_MONTH]->len, ==, 7);
  name = tras_money_row_dup_name (board->rows[TRAS_MONEY_BY_MONTH]->pdata[0],
                                  TRAS_MONEY_BY_MONTH, tras_number_format_for_language ("en"));
  g_assert_cmpstr (name, ==, "Jun 2026");
  words = tras_money_dup_words (&board->total[TRAS_MONEY_ALL], "EUR",
                                tras_number_format_for_language ("en"));
  g_assert_cmpstr (words, ==,
                   "Spent €810.67 and committed €736.66 of €1,500.00 planned: €47.33 too much");
}

static void
add_up (TrasMoney       *sum,
        const TrasMoney *money)
{
  sum->planned += money->planned;
  sum->committed += money->committed;
  sum->spent += money->spent;
}

/* However it is grouped it is the same money, and that which the file counts for the actions. */
static void
test_sums (Fixture       *fixture,
           gconstpointer  data)
{
  static const char *const states[] = { "draft", "sent", "closed", "cancelled" };
  static const char *const held[] = { "planned", "held", "cancelled" };
  static const char *const days[] = { "2026-03-05", "2026-11-20", "2027-02-28", "2026-08-31" };
  g_autoptr (TrasMoneyBoard) board = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GError) error = NULL;
  gint64 goals[3];
  TrasMoney whole = { 0 };

  set_up (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    goals[i] = make_goal (fixture, "Goal", i);
  for (guint i = 0; i < N_ACTIONS; i++)
    {
      gint64 action = make_action (fixture, goals[i % 3], days[g_test_rand_int_range (0, 4)],
                                   i % 5 == 0 ? days[i % 4] : NULL);

      for (int j = g_test_rand_int_range (0, 4); j > 0; j--)
        make_need (fixture, action, g_test_rand_int_range (0, 100000),
                   g_test_rand_int_range (0, 100000), g_test_rand_bit ());
      for (int j = g_test_rand_int_range (0, 3); j > 0; j--)
        {
          gint64 quantity = g_test_rand_int_range (1, 20000);
          gint64 line = make_line (fixture, action, states[g_test_rand_int_range (0, 4)], quantity,
                                   g_test_rand_int_range (0, 3333),
                                   g_test_rand_bit () ? days[j] : NULL);

          for (gint64 part = quantity / 3; part > 0 && g_test_rand_bit (); part /= 2)
            make_receipt (fixture, line, part, days[g_test_rand_int_range (0, 4)]);
        }
      if (g_test_rand_bit ())
        make_session (fixture, action, held[i % 3], g_test_rand_int_range (0, 5000), days[i % 4]);
      if (g_test_rand_bit ())
        make_vacancy (fixture, action, g_test_rand_int_range (0, 5000), "2026-02-01",
                      i % 2 == 0 ? days[i % 4] : NULL);
    }

  actions = tras_db_select (fixture->db, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      add_up (&whole, &(TrasMoney) { action->planned_money, action->committed_money,
                                     action->spent_money });
    }

  board = load (fixture);
  assert_money (&board->total[TRAS_MONEY_ALL], whole.planned, whole.committed, whole.spent);
  for (guint i = 0; i < TRAS_MONEY_N_GROUPINGS; i++)
    {
      TrasMoney sums[TRAS_MONEY_N_SORTS] = { { 0 } };
      TrasMoney both = { 0 };

      for (guint j = 0; j < board->rows[i]->len; j++)
        {
          const TrasMoneyRow *row = board->rows[i]->pdata[j];

          for (guint k = 0; k < TRAS_MONEY_N_SORTS; k++)
            {
              TrasMoney parts = { 0 };

              for (guint l = 0; l < row->parts->len; l++)
                add_up (&parts, &((TrasMoneyPart *) row->parts->pdata[l])->money[k]);
              assert_money (&parts, row->money[k].planned, row->money[k].committed,
                            row->money[k].spent);
              add_up (&sums[k], &row->money[k]);
            }
        }
      for (guint k = 0; k < TRAS_MONEY_N_SORTS; k++)
        assert_money (&sums[k], board->total[k].planned, board->total[k].committed,
                      board->total[k].spent);
      add_up (&both, &sums[TRAS_MONEY_RUNNING]);
      add_up (&both, &sums[TRAS_MONEY_INVESTMENT]);
      assert_money (&both, whole.planned, whole.committed, whole.spent);
    }
}

#define ADD(path, func) \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/money-board/months", test_months);
  ADD ("/money-board/sums", test_sums);

  return g_test_run ();
}

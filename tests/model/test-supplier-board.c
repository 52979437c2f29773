/* test-supplier-board.c: how goods come, what level an item could have, and an order's way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders go on by tras-purchase-steps.c, by the rules of tras-purchase-rules.c.
 */

#include "config.h"

#include "tras-action.h"
#include "tras-follow-up.h"
#include "tras-model-fixture.h"
#include "tras-movement.h"
#include "tras-purchase-steps.h"
#include "tras-stock.h"
#include "tras-supplier-board.h"

typedef struct
{
  gint64 supplier;
  gint64 item;
  gint64 outside;
  gint64 inside;
  gint64 customers;
} Firm;

static gint64
find_place (Fixture    *fixture,
            const char *kind)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);
  g_autoptr (TrasRecord) place = NULL;

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kind);
  place = tras_db_find (fixture->db, query, NULL);

  return place->id;
}

static Firm
make_firm (Fixture *fixture)
{
  TrasSupplier *supplier = tras_supplier_new ();
  TrasItem *item = tras_item_new ();
  Firm firm = { 0 };

  supplier->name = g_strdup ("Nails");
  supplier->lead_days = 9;
  firm.supplier = insert (fixture, supplier);
  item->sku = g_strdup ("a");
  item->name = g_strdup ("A");
  item->supplier_id = firm.supplier;
  firm.item = insert (fixture, item);
  firm.outside = find_place (fixture, "supplier");
  firm.inside = find_place (fixture, "inside");
  firm.customers = find_place (fixture, "customer");

  return firm;
}

static gint64
order (Fixture    *fixture,
       const Firm *firm,
       const char *state,
       const char *sent_on,
       const char *promised_on,
       gint64      units)
{
  TrasPurchase *purchase = tras_purchase_new ();
  TrasPurchaseLine *line = tras_purchase_line_new ();

  purchase->supplier_id = firm->supplier;
  purchase->state = g_intern_string (state);
  purchase->made_on = day ("1998-01-01");
  purchase->sent_on = sent_on != NULL ? day (sent_on) : TRAS_DAY_NONE;
  line->purchase_id = insert (fixture, purchase);
  line->item_id = firm->item;
  line->quantity = units * 1000;
  line->promised_on = promised_on != NULL ? day (promised_on) : TRAS_DAY_NONE;

  return insert (fixture, line);
}

static void
receive (Fixture    *fixture,
         gint64      line_id,
         const char *on,
         gint64      good,
         gint64      rejected)
{
  TrasReceipt *receipt = tras_receipt_new ();

  receipt->line_id = line_id;
  receipt->received_on = day (on);
  receipt->good = good * 1000;
  receipt->rejected = rejected * 1000;
  insert (fixture, receipt);
}

/* Five lines: in time in two parts; late; part rejected; open and not due; a draft, which does not
 * count. Lead times 3, 4, 10, 2, 2: the median is 3. 10 + 10 + 8 + 1 = 29 good, 2 of 31 rejected:
 * 6.5 %. One of three that can be judged was met: 33.3 %. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  Firm firm = make_firm (fixture);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GError) error = NULL;
  TrasSupplierFigures *figures;
  TrasSupplier *other = tras_supplier_new ();
  gint64 line;

  other->name = g_strdup ("Boxes");
  insert (fixture, other);
  line = order (fixture, &firm, "closed", "1998-01-01", "1998-01-05", 10);
  receive (fixture, line, "1998-01-04", 4, 0);
  receive (fixture, line, "1998-01-05", 6, 0);
  line = order (fixture, &firm, "closed", "1998-01-01", "1998-01-05", 10);
  receive (fixture, line, "1998-01-11", 10, 0);
  line = order (fixture, &firm, "sent", "1998-01-02", "1998-01-05", 10);
  receive (fixture, line, "1998-01-04", 8, 2);
  line = order (fixture, &firm, "sent", "1998-01-10", "1998-02-05", 10);
  receive (fixture, line, "1998-01-12", 1, 0);
  order (fixture, &firm, "draft", NULL, "1998-01-05", 10);

  all = tras_supplier_board_load (fixture->db, 0, day ("1998-01-20"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  figures = all->pdata[0];
  g_assert_cmpstr (figures->supplier->name, ==, "Boxes");
  g_assert_cmpint (figures->lead_days, ==, -1);
  g_assert_cmpint (tras_supplier_figures_get_otif (figures), ==, -1);
  g_assert_cmpint (tras_supplier_figures_get_reject_rate (figures), ==, -1);

  one = tras_supplier_board_load (fixture->db, firm.supplier, day ("1998-01-20"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->len, ==, 1);
  for (guint i = 0; i < 2; i++)
    {
      figures = i == 0 ? all->pdata[1] : one->pdata[0];
      g_assert_cmpuint (figures->n_lines, ==, 4);
      g_assert_cmpuint (figures->n_open, ==, 1);
      g_assert_cmpuint (figures->n_judged, ==, 3);
      g_assert_cmpuint (figures->n_met, ==, 1);
      g_assert_cmpuint (figures->n_receipts, ==, 5);
      g_assert_cmpint (figures->lead_days, ==, 3);
      g_assert_cmpint (tras_supplier_figures_get_otif (figures), ==, 333);
      g_assert_cmpint (tras_supplier_figures_get_reject_rate (figures), ==, 65);
    }
}

static void
move (Fixture *fixture,
      gint64   item,
      gint64   from,
      gint64   to,
      gint64   units,
      TrasDay  on)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = item;
  movement->from_id = from;
  movement->to_id = to;
  movement->quantity = units * 1000;
  movement->moved_on = on;
  movement->cause = "move";
  insert (fixture, movement);
}

/* 14 a week for the whole year, on one day of it: 13 weeks are 182 in 91 days, 2 a day. Nothing was
 * received yet: the 9 days that were agreed. Even weeks need no safety. */
static void
test_proposal (Fixture       *fixture,
               gconstpointer  data)
{
  Firm firm = make_firm (fixture);
  TrasDay today = day ("1998-12-31");
  TrasReorderProposal proposal;
  g_autoptr (GError) error = NULL;
  gint64 line;

  g_assert_true (tras_reorder_proposal_load (&proposal, fixture->db, firm.item, today, &error));
  g_assert_cmpint (proposal.point.use + proposal.point.safety, ==, 0);

  move (fixture, firm.item, firm.outside, firm.inside, 10000, today - 400);
  for (int week = 0; week < 52; week++)
    move (fixture, firm.item, firm.inside, firm.customers, 14, today - 7 * week - 3);
  g_assert_true (tras_reorder_proposal_load (&proposal, fixture->db, firm.item, today, &error));
  g_assert_no_error (error);
  g_assert_cmpint (proposal.used, ==, 182000);
  g_assert_cmpint (proposal.days, ==, TRAS_STOCK_USE_DAYS);
  g_assert_cmpuint (proposal.n_weeks, ==, 52);
  g_assert_cmpint (proposal.lead_days, ==, 9);
  g_assert_false (proposal.own);
  g_assert_cmpint (proposal.point.use, ==, 18000);
  g_assert_cmpint (proposal.point.safety, ==, 0);

  /* Its own receipts tell better than what was agreed. */
  line = order (fixture, &firm, "sent", "1998-10-01", NULL, 5);
  receive (fixture, line, "1998-10-06", 5, 0);
  g_assert_true (tras_reorder_proposal_load (&proposal, fixture->db, firm.item, today, &error));
  g_assert_true (proposal.own);
  g_assert_cmpint (proposal.point.use, ==, 10000);

  /* What is used today is not over yet; days without stock do not dilute. */
  move (fixture, firm.item, firm.inside, firm.customers, 500, today);
  g_assert_true (tras_reorder_proposal_load (&proposal, fixture->db, firm.item, today, &error));
  g_assert_cmpint (proposal.used, ==, 182000);
}

/* The level in words, and taken: as much above it as before. */
static void
test_take (Fixture       *fixture,
           gconstpointer  data)
{
  TrasReorderProposal proposal = { { 17580, 15895 }, 8, TRUE, 200000, 91, 40 };
  g_autoptr (TrasItem) item = tras_item_new ();
  g_autofree char *own = tras_reorder_proposal_dup_reason (&proposal, "pcs");
  g_autofree char *agreed = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autoptr (TrasEdit) plain = NULL;
  gboolean deletes;
  TrasItem *changed;

  g_assert_cmpint (tras_reorder_proposal_get_level (&proposal), ==, 34000);
  g_assert_cmpstr (own, ==, "2.2 pcs a day × 8 days until an order comes, and 15.9 pcs for weeks "
                            "that take more. The days are the median of its own receipts.");
  proposal.point.safety = 0;
  proposal.own = FALSE;
  agreed = tras_reorder_proposal_dup_reason (&proposal, "pcs");
  g_assert_cmpstr (agreed, ==, "2.2 pcs a day × 8 days until an order comes. The days are those of "
                               "its supplier: nothing of it has come yet.");
  g_assert_cmpint (tras_reorder_proposal_get_level (&proposal), ==, 18000);

  item->name = g_strdup ("Tea");
  TRAS_RECORD (item)->id = 7;
  item->reorder_at = 10000;
  item->reorder_to = 50000;
  edit = tras_reorder_proposal_take (&proposal, item);
  changed = TRAS_ITEM (tras_edit_get_record (edit, 0, &deletes));
  g_assert_cmpint (changed->reorder_at, ==, 18000);
  g_assert_cmpint (changed->reorder_to, ==, 58000);
  item->reorder_to = TRAS_NULL;
  plain = tras_reorder_proposal_take (&proposal, item);
  changed = TRAS_ITEM (tras_edit_get_record (plain, 0, &deletes));
  g_assert_cmpint (changed->reorder_to, ==, TRAS_NULL);
}

/* Out of stock from the 11th day of the quarter on: ten days with 20 used are 2 a day. */
static void
test_days_out (Fixture       *fixture,
               gconstpointer  data)
{
  Firm firm = make_firm (fixture);
  TrasDay today = day ("1998-12-31");
  TrasReorderProposal proposal;
  g_autoptr (GError) error = NULL;

  move (fixture, firm.item, firm.outside, firm.inside, 20, today - 91);
  for (int i = 0; i < 10; i++)
    move (fixture, firm.item, firm.inside, firm.customers, 2, today - 91 + i);
  g_assert_true (tras_reorder_proposal_load (&proposal, fixture->db, firm.item, today, &error));
  g_assert_no_error (error);
  g_assert_cmpint (proposal.days, ==, 10);
  g_assert_cmpint (proposal.used, ==, 20000);
  g_assert_cmpint (proposal.point.use, ==, 18000);
  g_assert_cmpuint (proposal.n_weeks, ==, 1);
}

/* ---- an order's way ---- */

static TrasPurchaseSheet *
load_sheet (Fixture *fixture,
            gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasPurchaseSheet *sheet = tras_purchase_sheet_load (fixture->db, id, &error);

  g_assert_no_error (error);

  return sheet;
}

static void
apply (Fixture  *fixture,
       TrasEdit *taken)
{
  g_autoptr (TrasEdit) edit = taken;
  g_autoptr (GError) error = NULL;
  gint64 number;

  tras_edit_set_check (edit, tras_follow_up_check);
  tras_edit_set_follow_up (edit, tras_follow_up_edit);
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  tras_edit_apply (edit, fixture->db, &number, &error);
  g_assert_no_error (error);
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
}

/* Sent: expected by the days that were agreed. Received in two parts, some rejected: in stock what
 * is good, at the price that was paid; closed once nothing has to come any more. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  Firm firm = make_firm (fixture);
  g_autoptr (TrasPurchaseSheet) draft = NULL;
  g_autoptr (TrasPurchaseSheet) sent = NULL;
  g_autoptr (TrasPurchaseSheet) part = NULL;
  g_autoptr (TrasPurchaseSheet) closed = NULL;
  g_autoptr (TrasPurchaseLine) line = NULL;
  g_autoptr (TrasStockLevel) level = NULL;
  g_autoptr (GError) error = NULL;
  struct { const char *on; gint64 good, rejected; gint64 price; } parts[] = {
    { "1998-01-10", 4000, 0, 150 }, { "1998-01-12", 5000, 1000, 150 },
  };
  gint64 id = order (fixture, &firm, "draft", NULL, NULL, 10);

  line = tras_db_load (fixture->db, TRAS_TYPE_PURCHASE_LINE, id, NULL);
  draft = load_sheet (fixture, line->purchase_id);
  g_assert_cmpstr (draft->purchase->code, ==, "P-1");
  apply (fixture, tras_purchase_step_send (draft, day ("1998-01-05")));

  sent = load_sheet (fixture, line->purchase_id);
  g_assert_cmpstr (sent->purchase->state, ==, "sent");
  g_assert_cmpint (sent->purchase->sent_on, ==, day ("1998-01-05"));
  g_assert_cmpint (TRAS_PURCHASE_LINE (sent->lines->pdata[0])->promised_on, ==,
                   day ("1998-01-14"));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (TrasPurchaseSheet) now = load_sheet (fixture, line->purchase_id);
      g_autoptr (TrasReceipt) receipt = tras_receipt_new ();
      TrasEdit *edit = tras_edit_new ("Receive");

      receipt->received_on = day (parts[i].on);
      receipt->good = parts[i].good;
      receipt->rejected = parts[i].rejected;
      receipt->why = g_strdup ("Rust");
      tras_purchase_edit_receipt (edit, now->lines->pdata[0], receipt, parts[i].price,
                                  firm.outside, firm.inside);
      apply (fixture, edit);
    }

  closed = load_sheet (fixture, line->purchase_id);
  g_assert_cmpstr (closed->purchase->state, ==, "closed");
  g_assert_cmpuint (closed->receipts->len, ==, 2);
  level = tras_stock_load_level (fixture->db, firm.item, day ("1998-01-31"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (level->item->on_hand, ==, 9000);
  g_assert_cmpint (level->item->due_in, ==, 0);
  g_assert_cmpint (level->cost.unit_cost, ==, 15000);
}

/* A line of an action that buys: what it costs after all, not what was agreed, is what the plan has
 * spent, however it was received; with the last of it the action is done. */
static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  Firm firm = make_firm (fixture);
  TrasGoal *goal = tras_goal_new ();
  TrasAction *action = tras_action_new ();
  g_autoptr (TrasPurchaseLine) line = NULL;
  g_autoptr (TrasAction) before = NULL;
  g_autoptr (TrasAction) after = NULL;
  g_autoptr (TrasReceipt) receipt = tras_receipt_new ();
  gint64 id = order (fixture, &firm, "sent", "1998-01-05", NULL, 10), action_id;

  goal->owner_id = 1;
  goal->title = g_strdup ("Grow");
  goal->starts_on = day ("1998-01-01");
  goal->due_on = day ("1998-12-31");
  action->goal_id = insert (fixture, goal);
  action->title = g_strdup ("Buy shelves");
  action->kind = g_intern_static_string ("buy");
  action->due_on = action->first_due_on = day ("1998-02-01");
  action_id = insert (fixture, action);
  line = tras_db_load (fixture->db, TRAS_TYPE_PURCHASE_LINE, id, NULL);
  line->action_id = action_id;
  line->unit_price = 100;
  g_assert_true (tras_db_update (fixture->db, line, NULL));

  before = tras_db_load (fixture->db, TRAS_TYPE_ACTION, action_id, NULL);
  g_assert_cmpint (before->committed_money, ==, 1000);
  g_assert_cmpint (before->spent_money, ==, 0);

  g_clear_object (&line);
  line = tras_db_load (fixture->db, TRAS_TYPE_PURCHASE_LINE, id, NULL);
  receipt->received_on = day ("1998-01-09");
  receipt->good = 8000;
  receipt->rejected = 2000;
  receipt->why = g_strdup ("Bent");
  apply (fixture, tras_purchase_step_receive (line, receipt, 130, firm.outside, firm.inside));
  after = tras_db_load (fixture->db, TRAS_TYPE_ACTION, action_id, NULL);
  g_assert_cmpint (after->committed_money, ==, 0);
  g_assert_cmpint (after->spent_money, ==, 8 * 130);
  g_assert_cmpstr (after->state, ==, "done");
}

/* What will not come: closed where some came, else cancelled. A draft goes with its lines. */
static void
test_ends (Fixture       *fixture,
           gconstpointer  data)
{
  Firm firm = make_firm (fixture);
  gint64 some = order (fixture, &firm, "sent", "1998-01-05", NULL, 10);
  gint64 none = order (fixture, &firm, "sent", "1998-01-05", NULL, 10);
  gint64 draft = order (fixture, &firm, "draft", NULL, NULL, 10);
  struct { gint64 line; const char *state; } cases[] = {
    { some, "closed" }, { none, "cancelled" },
  };
  g_autoptr (TrasPurchaseLine) draft_line = NULL;
  g_autoptr (TrasPurchaseLine) gone = NULL;
  g_autoptr (TrasPurchaseSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  receive (fixture, some, "1998-01-07", 1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrasPurchaseLine) line = tras_db_load (fixture->db, TRAS_TYPE_PURCHASE_LINE,
                                                        cases[i].line, NULL);
      g_autoptr (TrasPurchaseSheet) before = load_sheet (fixture, line->purchase_id);
      g_autoptr (TrasPurchaseSheet) after = NULL;

      apply (fixture, tras_purchase_step_end (before));
      after = load_sheet (fixture, line->purchase_id);
      g_assert_cmpstr (after->purchase->state, ==, cases[i].state);
    }

  draft_line = tras_db_load (fixture->db, TRAS_TYPE_PURCHASE_LINE, draft, NULL);
  sheet = load_sheet (fixture, draft_line->purchase_id);
  apply (fixture, tras_purchase_step_delete (sheet));
  gone = tras_db_load (fixture->db, TRAS_TYPE_PURCHASE_LINE, draft, &error);
  g_assert_null (gone);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/model/supplier-board/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

  ADD ("figures", test_figures);
  ADD ("proposal", test_proposal);
  ADD ("take", test_take);
  ADD ("days-out", test_days_out);
  ADD ("steps", test_steps);
  ADD ("plan", test_plan);
  ADD ("ends", test_ends);

  return g_test_run ();
}

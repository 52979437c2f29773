/* test-ledger-properties.c: laws that hold whatever moves in whatever order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Movements, back-dated ones, reversals and closings come in any order, by a seed. What the file
 * keeps is compared with what a plain sum over all rows that it has taken says.
 */

#include "config.h"

#include "tras-balances.h"
#include "tras-closing-costs.h"
#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-follow-up.h"
#include "tras-model-fixture.h"
#include "tras-stock-closing.h"
#include "tras-stock-history.h"
#include "tras-stock.h"

#define N_ITEMS 3
#define N_STEPS 160
#define N_DAYS 120

typedef struct
{
  GRand *random;
  gint64 items[N_ITEMS];
  gint64 inside[2];
  gint64 supplier;
  gint64 customer;
  GPtrArray *taken;   /* all movements that the file has, in the order of their ids */
  TrasDay first;
} World;

static gint64
add_place (Fixture    *fixture,
           const char *name,
           const char *kind)
{
  TrasLocation *place = tras_location_new ();

  place->name = g_strdup (name);
  place->kind = g_intern_string (kind);

  return insert (fixture, place);
}

static void
world_init (World   *world,
            Fixture *fixture,
            guint32  seed)
{
  world->random = g_rand_new_with_seed (seed);
  world->taken = g_ptr_array_new_with_free_func (g_object_unref);
  world->first = day ("2025-01-01");
  world->inside[0] = add_place (fixture, "Shop floor", "inside");
  world->inside[1] = add_place (fixture, "Cellar", "inside");
  world->supplier = add_place (fixture, "Mills", "supplier");
  world->customer = add_place (fixture, "Buyers", "customer");
  for (guint i = 0; i < N_ITEMS; i++)
    {
      TrasItem *item = tras_item_new ();

      item->sku = g_strdup_printf ("P%u", i);
      item->name = g_strdup_printf ("Item %u", i);
      world->items[i] = insert (fixture, item);
    }
}

static void
world_clear (World *world)
{
  g_rand_free (world->random);
  g_ptr_array_unref (world->taken);
}

static gboolean
is_inside (const World *world,
           gint64       place)
{
  return place == world->inside[0] || place == world->inside[1];
}

/* What a sum over the rows says. */
static gint64
sum_at (const World *world,
        gint64       item,
        gint64       place,
        TrasDay      on)
{
  gint64 sum = 0;

  for (guint i = 0; i < world->taken->len; i++)
    {
      TrasMovement *movement = world->taken->pdata[i];

      if (movement->item_id == item && movement->moved_on <= on)
        sum += movement->quantity * ((movement->to_id == place) - (movement->from_id == place));
    }

  return sum;
}

static gboolean
has_reverse (const World  *world,
             TrasMovement *movement)
{
  for (guint i = 0; i < world->taken->len; i++)
    {
      if (((TrasMovement *) world->taken->pdata[i])->reverses_id == TRAS_RECORD (movement)->id)
        return TRUE;
    }

  return FALSE;
}

static TrasMovement *
make_movement (World *world)
{
  TrasMovement *movement = tras_movement_new ();
  gint64 *inside = world->inside;
  int way = g_rand_int_range (world->random, 0, 3);

  if (world->taken->len > 0 && g_rand_int_range (world->random, 0, 5) == 0)
    {
      TrasMovement *other =
        world->taken->pdata[g_rand_int_range (world->random, 0, (gint32) world->taken->len)];

      g_object_unref (movement);
      movement = tras_movement_dup_reverse (other);
      /* As only a file may say it. */
      if (g_rand_int_range (world->random, 0, 4) == 0)
        movement->moved_on += g_rand_int_range (world->random, 1, N_DAYS);
      movement->moved_on = MIN (movement->moved_on, world->first + N_DAYS - 1);

      return movement;
    }

  movement->item_id = world->items[g_rand_int_range (world->random, 0, N_ITEMS)];
  movement->moved_on = world->first + g_rand_int_range (world->random, 0, N_DAYS);
  movement->quantity = g_rand_int_range (world->random, 1, 9000);
  movement->from_id = way == 0 ? world->supplier : inside[g_rand_int_range (world->random, 0, 2)];
  movement->to_id = way == 2 ? world->customer : inside[g_rand_int_range (world->random, 0, 2)];
  if (way == 1)
    movement->to_id = movement->from_id == inside[0] ? inside[1] : inside[0];
  movement->cause = way == 0 ? "purchase" : way == 1 ? "move" : "order";
  if (way == 0 && g_rand_int_range (world->random, 0, 4) > 0)
    movement->unit_cost = g_rand_int_range (world->random, 0, 500000);

  return movement;
}

/* Whether the sums allow it: an open day, not reversed yet, enough on its day and on later ones. */
static gboolean
is_allowed (World        *world,
            TrasMovement *movement,
            TrasDay       closed_to)
{
  if (closed_to != TRAS_DAY_NONE && movement->moved_on <= closed_to)
    return FALSE;
  for (guint i = 0; movement->reverses_id != 0 && i < world->taken->len; i++)
    {
      if (((TrasMovement *) world->taken->pdata[i])->reverses_id == movement->reverses_id)
        return FALSE;
    }
  if (!is_inside (world, movement->from_id))
    return TRUE;
  for (TrasDay on = movement->moved_on; on < world->first + N_DAYS; on++)
    {
      if (sum_at (world, movement->item_id, movement->from_id, on) < movement->quantity)
        return FALSE;
    }

  return TRUE;
}

/* Whether it takes back a movement of its own day. */
static gboolean
is_reverse (World        *world,
            TrasMovement *movement)
{
  for (guint i = 0; movement->reverses_id != 0 && i < world->taken->len; i++)
    {
      TrasMovement *other = world->taken->pdata[i];

      if (TRAS_RECORD (other)->id == movement->reverses_id)
        return other->moved_on == movement->moved_on;
    }

  return FALSE;
}

/* The rows that stand: a row goes with the one that reversed it, the newest first. */
static GPtrArray *
list_standing (World  *world,
               gint64  item)
{
  GPtrArray *standing = g_ptr_array_new ();
  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = world->taken->len; i > 0; i--)
    {
      TrasMovement *movement = world->taken->pdata[i - 1];

      if (is_reverse (world, movement) &&
          !g_hash_table_contains (gone, &TRAS_RECORD (movement)->id))
        {
          g_hash_table_add (gone, &TRAS_RECORD (movement)->id);
          g_hash_table_add (gone, &movement->reverses_id);
        }
    }
  for (int day = 0; day < N_DAYS; day++)
    for (guint i = 0; i < world->taken->len; i++)
      {
        TrasMovement *movement = world->taken->pdata[i];

        if (movement->item_id == item && movement->moved_on == world->first + day &&
            !g_hash_table_contains (gone, &TRAS_RECORD (movement)->id))
          g_ptr_array_add (standing, movement);
      }

  return standing;
}

/* C = (Q·C + q·p) / (Q + q) as a fraction: twice the numerator over the denominator tells exactly
 * which whole number is nearest, half away from zero, without the function under test. */
static void
check_costs (World            *world,
             TrasStockHistory *history,
             gint64            item)
{
  g_autoptr (GPtrArray) standing = list_standing (world, item);
  gint64 on_hand = 0, cost = 0;

  for (guint i = 0; i < standing->len; i++)
    {
      TrasMovement *movement = standing->pdata[i];
      gint64 change = movement->quantity * (is_inside (world, movement->to_id) -
                                            is_inside (world, movement->from_id));
      gboolean is_last = i + 1 == standing->len ||
                         ((TrasMovement *) standing->pdata[i + 1])->moved_on > movement->moved_on;

      if (change > 0 && movement->unit_cost != TRAS_NULL && on_hand <= 0)
        cost = movement->unit_cost;
      else if (change > 0 && movement->unit_cost != TRAS_NULL)
        {
          __int128 numerator = (__int128) on_hand * cost + (__int128) change * movement->unit_cost;
          gint64 denominator = on_hand + change;
          gint64 down = (gint64) (numerator / denominator);

          cost = down + (2 * (numerator - (__int128) down * denominator) >= denominator);
        }
      on_hand += change;
      if (is_last)
        {
          TrasStockCost found = tras_stock_history_get (history, item, movement->moved_on);

          g_assert_cmpint (found.quantity, ==, on_hand);
          g_assert_cmpint (found.unit_cost, ==, cost);
        }
    }
}

static void
check_balances (World   *world,
                Fixture *fixture,
                TrasDay  on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) balances = tras_balances_load_on (fixture->db, on, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < balances->len; i++)
    {
      const TrasBalance *balance = &g_array_index (balances, TrasBalance, i);

      g_assert_cmpint (balance->quantity, ==,
                       sum_at (world, balance->item_id, balance->location_id, on));
      n++;
    }
  for (guint i = 0; i < N_ITEMS; i++)
    for (guint k = 0; k < 2; k++)
      {
        gboolean found = sum_at (world, world->items[i], world->inside[k], on) == 0;

        for (guint j = 0; j < n && !found; j++)
          {
            const TrasBalance *balance = &g_array_index (balances, TrasBalance, j);

            found = balance->item_id == world->items[i] &&
                    balance->location_id == world->inside[k];
          }
        g_assert_true (found);
      }
}

static gint64
sum_value (World            *world,
           TrasStockHistory *history,
           TrasDay           on)
{
  gint64 sum = 0;

  for (guint i = 0; i < N_ITEMS; i++)
    {
      TrasStockCost cost = {
        sum_at (world, world->items[i], world->inside[0], on) +
          sum_at (world, world->items[i], world->inside[1], on),
        tras_stock_history_get (history, world->items[i], on).unit_cost,
      };

      sum += tras_stock_cost_get_value (&cost);
    }

  return sum;
}

static TrasStockHistory *
load_whole (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasStockHistory *history =
    tras_stock_history_load (fixture->db, TRAS_DAY_NONE, TRAS_DAY_MAX, &error);

  g_assert_no_error (error);

  return history;
}

/* What begins with a closing says the same as what begins with the first movement. */
static void
check_closings (World            *world,
                Fixture          *fixture,
                TrasStockHistory *whole)
{
  for (TrasDay on = world->first - 1; on < world->first + N_DAYS; on += 7)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasStockHistory) evening = tras_stock_history_load (fixture->db, on, on, &error);
      g_autoptr (TrasStockHistory) since =
        tras_stock_history_load (fixture->db, on, TRAS_DAY_MAX, &error);

      g_assert_no_error (error);
      g_assert_cmpint (tras_stock_history_get_value (evening, on), ==,
                       tras_stock_history_get_value (whole, on));
      for (guint i = 0; i < N_ITEMS; i++)
        for (TrasDay later = on; later < world->first + N_DAYS; later += 5)
          {
            TrasStockCost x = tras_stock_history_get (whole, world->items[i], later);
            TrasStockCost y = tras_stock_history_get (since, world->items[i], later);

            g_assert_cmpint (x.quantity, ==, y.quantity);
            g_assert_cmpint (x.unit_cost, ==, y.unit_cost);
            g_assert_cmpint (tras_stock_history_get_used (whole, later, later - on), ==,
                             tras_stock_history_get_used (since, later, later - on));
          }
    }
}

/* Use per day and days left of any day, from a closing and from the first movement on. */
static void
check_levels (World   *world,
              Fixture *fixture)
{
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr (GError) error = NULL;
      TrasDay today = world->first + N_DAYS + 60;
      g_autoptr (TrasStockLevel) level =
        tras_stock_load_level (fixture->db, world->items[i], today, &error);
      g_autoptr (GPtrArray) standing = list_standing (world, world->items[i]);
      gint64 used = 0, balance = 0;
      int days = 0;

      g_assert_no_error (error);
      for (TrasDay on = world->first, k = 0; on < today; on++)
        {
          for (; (guint) k < standing->len; k++)
            {
              TrasMovement *movement = standing->pdata[k];

              if (movement->moved_on > on)
                break;
              balance += movement->quantity * (is_inside (world, movement->to_id) -
                                               is_inside (world, movement->from_id));
              if (movement->to_id == world->customer && on > today - TRAS_STOCK_USE_DAYS)
                used += movement->quantity;
            }
          days += on >= today - TRAS_STOCK_USE_DAYS && balance > 0;
        }
      g_assert_cmpfloat (level->use_per_day, ==, days > 0 ? (double) used / days : 0.0);
      g_assert_cmpint (level->cost.quantity, ==, balance);
    }
}

static void
check_world (World   *world,
             Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasStockHistory) history = load_whole (fixture);

  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autoptr (TrasItem) item =
        tras_db_load (fixture->db, TRAS_TYPE_ITEM, world->items[i], &error);

      g_assert_no_error (error);
      g_assert_cmpint (item->on_hand, ==,
                       sum_at (world, world->items[i], world->inside[0], TRAS_DAY_MAX) +
                         sum_at (world, world->items[i], world->inside[1], TRAS_DAY_MAX));
      check_costs (world, history, world->items[i]);
    }
  for (int k = -1; k < N_DAYS; k += 13)
    {
      check_balances (world, fixture, world->first + k);
      g_assert_cmpint (tras_stock_history_get_value (history, world->first + k), ==,
                       sum_value (world, history, world->first + k));
    }
  check_closings (world, fixture, history);
  check_levels (world, fixture);
}

static void
commit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  g_assert_no_error (error);
}

/* As the window closes the books, with what follows from that. */
static void
close_books (Fixture *fixture,
             TrasDay  to)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("close");
  g_autoptr (GError) error = NULL;
  TrasClosing *closing = tras_closing_new ();

  closing->closed_to = to;
  commit (fixture);
  tras_edit_insert (edit, closing);
  g_object_unref (closing);
  tras_edit_set_follow_up (edit, tras_follow_up_edit);
  g_assert_true (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
}

static TrasDay
get_closed_with_costs (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TrasDay closed_to;

  g_assert_cmpint (tras_closing_costs_find (fixture->db, TRAS_DAY_MAX, &closed_to, &error), >=, 0);
  g_assert_no_error (error);

  return closed_to;
}

/* Tries one movement; the file takes it if and only if the sums allow it. */
static void
step (World   *world,
      Fixture *fixture,
      TrasDay  closed_to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasMovement) movement = make_movement (world);
  gboolean allowed = is_allowed (world, movement, closed_to);

  g_assert_cmpint (tras_db_insert (fixture->db, movement, &error), ==, allowed);
  if (allowed)
    g_ptr_array_add (world->taken, g_object_ref (movement));
  else
    g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
}

static void
test_interleaving (Fixture       *fixture,
                   gconstpointer  data)
{
  World world;
  TrasDay closed_to = TRAS_DAY_NONE;

  world_init (&world, fixture, GPOINTER_TO_UINT (data));
  for (int i = 0; i < N_STEPS; i++)
    {
      step (&world, fixture, closed_to);
      if (i == N_STEPS / 2 || i == N_STEPS * 3 / 4)
        {
          closed_to = world.first + N_DAYS * i / (2 * N_STEPS);
          close_books (fixture, closed_to);
          g_assert_cmpint (get_closed_with_costs (fixture), ==, closed_to);
        }
      if (i % 20 == 0)
        check_world (&world, fixture);
    }
  g_assert_cmpuint (world.taken->len, >, N_STEPS / 8);
  check_world (&world, fixture);
  world_clear (&world);
}

/* What is taken back leaves quantity, average cost and stock-outs as they were, of every row that
 * can be taken back. */
static void
test_reversal (Fixture       *fixture,
               gconstpointer  data)
{
  World world;
  guint n_reversed = 0;

  world_init (&world, fixture, GPOINTER_TO_UINT (data));
  for (int i = 0; i < N_STEPS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrasStockHistory) before = load_whole (fixture);
      g_autoptr (TrasStockHistory) after = NULL;
      g_autoptr (TrasMovement) reverse = NULL;
      guint n = world.taken->len;

      g_assert_no_error (error);
      step (&world, fixture, TRAS_DAY_NONE);
      if (world.taken->len == n || has_reverse (&world, world.taken->pdata[n]) || i % 3 > 0)
        continue;
      reverse = tras_movement_dup_reverse (world.taken->pdata[n]);
      if (!is_allowed (&world, reverse, TRAS_DAY_NONE))
        continue;

      g_assert_true (tras_db_insert (fixture->db, reverse, &error));
      g_ptr_array_add (world.taken, g_object_ref (reverse));
      after = load_whole (fixture);
      for (guint k = 0; k < N_ITEMS; k++)
        for (int d = 0; d < N_DAYS; d++)
          {
            TrasStockCost x = tras_stock_history_get (before, world.items[k], world.first + d);
            TrasStockCost y = tras_stock_history_get (after, world.items[k], world.first + d);

            g_assert_cmpint (x.quantity, ==, y.quantity);
            g_assert_cmpint (x.unit_cost, ==, y.unit_cost);
          }
      n_reversed++;
    }
  g_assert_cmpuint (n_reversed, >, 5);
  world_clear (&world);
}

/* ---- closing a month ---- */

static TrasStockClosing *
look (Fixture    *fixture,
      const char *on)
{
  g_autoptr (GError) error = NULL;
  TrasStockClosing *closing = tras_stock_closing_load (fixture->db, day (on), &error);

  g_assert_no_error (error);

  return closing;
}

static void
test_closing (Fixture       *fixture,
              gconstpointer  data)
{
  World world;
  g_autoptr (GError) error = NULL;
  g_autofree TrasStockClosing *before = NULL;
  g_autofree TrasStockClosing *after = NULL;
  g_autofree TrasStockClosing *later = NULL;
  g_autofree TrasStockClosing *reopened = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autoptr (TrasClosing) closing = NULL;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_CLOSING);

  world_init (&world, fixture, 7);
  for (int i = 0; i < N_STEPS; i++)
    step (&world, fixture, TRAS_DAY_NONE);

  before = look (fixture, "2025-03-01");
  g_assert_cmpint (before->closed_to, ==, TRAS_DAY_NONE);
  g_assert_cmpint (before->to, ==, day ("2025-02-28"));
  g_assert_cmpint (before->n_movements, >, 0);
  g_assert_cmpint (before->n_counts, ==, 0);
  edit = tras_stock_closing_make_edit (before);
  commit (fixture);
  g_assert_true (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (tras_db_begin (fixture->db, "test", &error));

  /* The month that is over is closed; the next is not over yet. */
  after = look (fixture, "2025-03-31");
  g_assert_cmpint (after->closed_to, ==, day ("2025-02-28"));
  g_assert_cmpint (after->to, ==, TRAS_DAY_NONE);
  later = look (fixture, "2025-04-01");
  g_assert_cmpint (later->to, ==, day ("2025-03-31"));
  check_balances (&world, fixture, day ("2025-02-28"));
  check_balances (&world, fixture, day ("2025-02-27"));
  check_balances (&world, fixture, day ("2025-03-01"));

  /* Without the newest closing the days are open again. */
  closing = tras_db_find (fixture->db, query, &error);
  g_assert_no_error (error);
  g_assert_true (tras_db_delete (fixture->db, closing, &error));
  reopened = look (fixture, "2025-03-01");
  g_assert_cmpint (reopened->to, ==, before->to);
  g_assert_cmpint (reopened->value, ==, before->value);
  g_assert_cmpint (reopened->n_movements, ==, before->n_movements);
  check_balances (&world, fixture, day ("2025-02-28"));
  world_clear (&world);
}

/* Undone and done again, the books are closed again, and nothing is worth anything else: what a
 * closing has stored and redo does not bring back is read from the ledger. */
static void
test_closing_redone (Fixture       *fixture,
                     gconstpointer  data)
{
  World world;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  TrasDay first, second;

  world_init (&world, fixture, 17);
  first = world.first + N_DAYS / 4;
  second = world.first + N_DAYS / 2;
  for (int i = 0; i < N_STEPS; i++)
    step (&world, fixture, TRAS_DAY_NONE);
  close_books (fixture, first);
  close_books (fixture, second);
  check_world (&world, fixture);
  g_assert_cmpint (get_closed_with_costs (fixture), ==, second);

  commit (fixture);
  undone = tras_edit_log_undo (fixture->db, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_closed_with_costs (fixture), ==, first);
  redone = tras_edit_log_redo (fixture->db, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
  g_assert_cmpint (get_closed_with_costs (fixture), ==, first);
  for (int i = 0; i < N_STEPS; i++)
    step (&world, fixture, second);
  check_world (&world, fixture);
  world_clear (&world);
}

/* Where goods lay when the books were closed does not become something else afterwards. */
static void
test_closed_place (Fixture       *fixture,
                   gconstpointer  data)
{
  World world;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasLocation) place = NULL;

  world_init (&world, fixture, 3);
  for (int i = 0; i < N_STEPS; i++)
    step (&world, fixture, TRAS_DAY_NONE);
  place = tras_db_load (fixture->db, TRAS_TYPE_LOCATION, world.inside[1], &error);
  g_assert_no_error (error);
  place->kind = "scrap";
  g_assert_true (tras_db_update (fixture->db, place, &error));
  place->kind = "inside";
  g_assert_true (tras_db_update (fixture->db, place, &error));
  close_books (fixture, world.first + N_DAYS);
  place->kind = "scrap";
  g_assert_false (tras_db_update (fixture->db, place, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  world_clear (&world);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/ledger/interleaving/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), fixture_set_up, test_interleaving,
                  fixture_tear_down);
    }
  g_test_add ("/ledger/reversal", Fixture, GUINT_TO_POINTER (11), fixture_set_up, test_reversal,
              fixture_tear_down);
  g_test_add ("/ledger/closing", Fixture, NULL, fixture_set_up, test_closing, fixture_tear_down);
  g_test_add ("/ledger/closing-redone", Fixture, NULL, fixture_set_up, test_closing_redone,
              fixture_tear_down);
  g_test_add ("/ledger/closed-place", Fixture, NULL, fixture_set_up, test_closed_place,
              fixture_tear_down);

  return g_test_run ();
}

/* test-to-buy.c: what is to be bought, and the drafts that are made of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-action.h"
#include "tras-edit-log.h"
#include "tras-model-fixture.h"
#include "tras-movement.h"
#include "tras-to-buy.h"

static gint64
make_supplier (Fixture    *fixture,
               const char *name)
{
  TrasSupplier *supplier = tras_supplier_new ();

  supplier->name = g_strdup (name);

  return insert (fixture, supplier);
}

/* In whole units; @at below 0 for an item without a level. */
static gint64
make_item (Fixture    *fixture,
           const char *name,
           gint64      supplier_id,
           gint64      at,
           gint64      to,
           gint64      pack)
{
  TrasItem *item = tras_item_new ();

  item->sku = g_strdup (name);
  item->name = g_strdup (name);
  item->supplier_id = supplier_id;
  item->reorder_at = at >= 0 ? at * 1000 : TRAS_NULL;
  item->reorder_to = at >= 0 ? to * 1000 : TRAS_NULL;
  item->pack = pack * 1000;

  return insert (fixture, item);
}

static gint64
make_purchase (Fixture    *fixture,
               gint64      supplier_id,
               const char *state)
{
  TrasPurchase *purchase = tras_purchase_new ();

  purchase->supplier_id = supplier_id;
  purchase->state = g_intern_string (state);
  purchase->made_on = day ("1998-01-01");

  return insert (fixture, purchase);
}

static void
order (Fixture    *fixture,
       gint64      purchase_id,
       gint64      item_id,
       gint64      units,
       gint64      price,
       const char *why)
{
  TrasPurchaseLine *line = tras_purchase_line_new ();

  line->purchase_id = purchase_id;
  line->item_id = item_id;
  line->quantity = units * 1000;
  line->unit_price = price;
  line->why = g_intern_string (why);
  insert (fixture, line);
}

static void
put_in (Fixture *fixture,
        gint64   item_id,
        gint64   units)
{
  const char *kinds[] = { "adjust", "inside" };
  gint64 places[G_N_ELEMENTS (kinds)];
  TrasMovement *movement = tras_movement_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);
      g_autoptr (TrasRecord) place = NULL;

      tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kinds[i]);
      place = tras_db_find (fixture->db, query, NULL);
      places[i] = place->id;
    }
  movement->item_id = item_id;
  movement->from_id = places[0];
  movement->to_id = places[1];
  movement->quantity = units * 1000;
  movement->moved_on = day ("1998-01-01");
  movement->cause = "opening";
  insert (fixture, movement);
}

/* The lines as one text: supplier/item quantity why, with * where a draft has it. */
static char *
dup_lines (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasToBuy) to_buy = tras_to_buy_load (fixture->db, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < to_buy->lines->len; i++)
    {
      TrasBuyLine *line = to_buy->lines->pdata[i];

      g_string_append_printf (text, "%s%s/%s %" G_GINT64_FORMAT " %s%s", i > 0 ? ", " : "",
                              line->supplier_name != NULL ? line->supplier_name : "",
                              line->item->name, line->quantity / 1000, line->why,
                              line->draft != NULL ? "*" : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_lines (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *lines = dup_lines (fixture);

  g_assert_cmpstr (lines, ==, expected);
}

/* Makes the drafts; returns whether there was anything to do. */
static gboolean
make_drafts (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasToBuy) to_buy = tras_to_buy_load (fixture->db, &error);
  g_autoptr (TrasEdit) edit = tras_to_buy_make_drafts (to_buy, day ("1998-02-01"));
  gint64 number;

  if (edit == NULL)
    return FALSE;
  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  g_assert_true (tras_edit_apply (edit, fixture->db, &number, &error));
  g_assert_no_error (error);
  g_assert_true (tras_db_begin (fixture->db, "test", &error));

  return TRUE;
}

static char *
dup_drafts (Fixture *fixture)
{
  g_autoptr (TrasQuery) purchases = tras_query_new (TRAS_TYPE_PURCHASE);
  g_autoptr (TrasQuery) lines = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (GPtrArray) all = tras_db_select (fixture->db, purchases, NULL);
  g_autoptr (GPtrArray) all_lines = tras_db_select (fixture->db, lines, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      TrasPurchase *purchase = all->pdata[i];

      g_string_append_printf (text, "%s %s:", purchase->supplier_name, purchase->state);
      for (guint j = 0; j < all_lines->len; j++)
        {
          TrasPurchaseLine *line = all_lines->pdata[j];

          if (line->purchase_id == TRAS_RECORD (purchase)->id)
            g_string_append_printf (text, " %s %" G_GINT64_FORMAT, line->item_name,
                                    line->quantity / 1000);
        }
      g_string_append (text, ";");
    }

  return g_string_free (text, FALSE);
}

static void
assert_drafts (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *drafts = dup_drafts (fixture);

  g_assert_cmpstr (drafts, ==, expected);
}

/* at 5, to 20, packs of 6: with nothing there 20 are missing, 24 are bought. At the level itself is
 * time to buy, above it is not; what is on its way counts, drafts by hand are taken off. */
static void
test_rule (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 nails = make_supplier (fixture, "Nails"), boxes = make_supplier (fixture, "Boxes");
  gint64 a = make_item (fixture, "a", nails, 5, 20, 6);
  gint64 b = make_item (fixture, "b", boxes, 5, 20, 1);
  gint64 c = make_item (fixture, "c", 0, 0, 8, 1);
  gint64 sent;

  make_item (fixture, "none", nails, -1, 0, 1);
  assert_lines (fixture, "Boxes/b 20 reorder, Nails/a 24 reorder, /c 8 reorder");

  put_in (fixture, b, 5);
  put_in (fixture, c, 1);
  assert_lines (fixture, "Boxes/b 15 reorder, Nails/a 24 reorder");
  put_in (fixture, b, 1);
  assert_lines (fixture, "Nails/a 24 reorder");

  sent = make_purchase (fixture, nails, "sent");
  order (fixture, sent, a, 3, 125, "hand");
  assert_lines (fixture, "Nails/a 18 reorder");
  order (fixture, make_purchase (fixture, nails, "draft"), a, 2, TRAS_NULL, "hand");
  assert_lines (fixture, "Nails/a 18 reorder, Nails/a 2 hand*");
  order (fixture, make_purchase (fixture, nails, "draft"), a, 1, TRAS_NULL, "hand");
  assert_lines (fixture, "Nails/a 2 hand*, Nails/a 1 hand*");
  order (fixture, sent, a, 3, 130, "hand");
  assert_lines (fixture, "Nails/a 2 hand*, Nails/a 1 hand*");
}

/* A draft a supplier, remade as the need changes and never doubled; by hand stays by hand. */
static void
test_drafts (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 nails = make_supplier (fixture, "Nails"), boxes = make_supplier (fixture, "Boxes");
  gint64 a = make_item (fixture, "a", nails, 5, 20, 1);
  gint64 b = make_item (fixture, "b", nails, 5, 20, 1);
  gint64 c = make_item (fixture, "c", boxes, 5, 20, 1);
  gint64 past = make_purchase (fixture, nails, "closed");
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PURCHASE_LINE);
  g_autoptr (TrasPurchaseLine) line = NULL;

  make_item (fixture, "orphan", 0, 5, 20, 1);
  order (fixture, past, a, 9, 110, "hand");
  order (fixture, past, a, 9, 120, "hand");

  g_assert_true (make_drafts (fixture));
  assert_drafts (fixture, "Nails closed: a 9 a 9;Boxes draft: c 20;Nails draft: a 20 b 20;");
  assert_lines (fixture, "Boxes/c 20 reorder*, Nails/a 20 reorder*, Nails/b 20 reorder*, "
                         "/orphan 20 reorder");
  tras_query_where_int (query, "item_id", TRAS_QUERY_EQ, a);
  tras_query_where_text (query, "purchase_state", TRAS_QUERY_EQ, "draft");
  line = tras_db_find (fixture->db, query, NULL);
  g_assert_cmpint (line->unit_price, ==, 120);
  g_assert_false (make_drafts (fixture));

  /* Some came by other ways: less is needed, and of c nothing, so that its draft goes. */
  put_in (fixture, a, 3);
  put_in (fixture, c, 6);
  g_assert_true (make_drafts (fixture));
  assert_drafts (fixture, "Nails closed: a 9 a 9;Nails draft: a 17 b 20;");

  /* By hand: 4 of b. The rest is ordered beside it. */
  {
    g_autoptr (TrasQuery) drafts = tras_query_new (TRAS_TYPE_PURCHASE);
    g_autoptr (TrasRecord) draft = NULL;

    tras_query_where_text (drafts, "state", TRAS_QUERY_EQ, "draft");
    draft = tras_db_find (fixture->db, drafts, NULL);
    order (fixture, draft->id, b, 4, TRAS_NULL, "hand");
  }
  g_assert_true (make_drafts (fixture));
  assert_drafts (fixture, "Nails closed: a 9 a 9;Nails draft: a 17 b 16 b 4;");
  put_in (fixture, a, 30);
  put_in (fixture, b, 30);
  g_assert_true (make_drafts (fixture));
  assert_drafts (fixture, "Nails closed: a 9 a 9;Nails draft: b 4;");
  g_assert_false (make_drafts (fixture));
}

/* Undo brings the drafts back as they were. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 nails = make_supplier (fixture, "Nails");
  gint64 a = make_item (fixture, "a", nails, 5, 20, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *again = NULL;
  g_autofree char *top = NULL;
  g_autofree char *next = NULL;
  gint64 undone, redone;
  gint64 number;

  g_assert_true (make_drafts (fixture));
  put_in (fixture, a, 10);
  assert_drafts (fixture, "Nails draft: a 20;");
  g_assert_true (make_drafts (fixture));
  assert_drafts (fixture, "");
  tras_db_rollback (fixture->db);

  tras_edit_log_peek (fixture->db, &number, &top, &redone, &next, &error);
  g_assert_no_error (error);
  label = tras_edit_log_undo (fixture->db, number, NULL, NULL, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Make drafts of what to buy");
  assert_drafts (fixture, "Nails draft: a 20;");
  again = tras_edit_log_undo (fixture->db, undone, NULL, NULL, &redone, &error);
  g_assert_no_error (error);
  assert_drafts (fixture, "");
  g_assert_true (tras_db_begin (fixture->db, "test", &error));
}

/* Whatever happens in between: making drafts twice is making them once, and what is sent, drafted
 * and there is more than the level. */
static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 suppliers[] = { make_supplier (fixture, "Nails"), make_supplier (fixture, "Boxes") };
  gint64 items[6];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      items[i] = make_item (fixture, name, suppliers[i % 2], g_test_rand_int_range (0, 9),
                            g_test_rand_int_range (0, 30), g_test_rand_int_range (1, 8));
    }

  for (int step = 0; step < 40; step++)
    {
      gint64 item = items[g_test_rand_int_range (0, G_N_ELEMENTS (items))];
      gint64 units = g_test_rand_int_range (1, 9);
      g_autoptr (GPtrArray) all = NULL;
      g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ITEM);
      g_autoptr (TrasToBuy) to_buy = NULL;

      if (g_test_rand_bit ())
        put_in (fixture, item, units);
      else
        order (fixture, make_purchase (fixture, suppliers[g_test_rand_bit ()],
                                       g_test_rand_bit () ? "sent" : "draft"),
               item, units, TRAS_NULL, "hand");
      make_drafts (fixture);
      g_assert_false (make_drafts (fixture));

      to_buy = tras_to_buy_load (fixture->db, NULL);
      all = tras_db_select (fixture->db, query, NULL);
      for (guint i = 0; i < all->len; i++)
        {
          TrasItem *one = all->pdata[i];
          gint64 drafted = 0;

          for (guint j = 0; j < to_buy->draft_lines->len; j++)
            {
              TrasPurchaseLine *line = to_buy->draft_lines->pdata[j];

              drafted += line->item_id == TRAS_RECORD (one)->id ? line->quantity : 0;
            }
          g_assert_true (one->projected + drafted >= one->reorder_at);
        }
    }
}

static void
test_reasons (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 nails = make_supplier (fixture, "Nails");
  gint64 a = make_item (fixture, "a", nails, 5, 20, 1);
  g_autoptr (TrasToBuy) to_buy = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *by_hand = NULL;

  put_in (fixture, a, 2);
  order (fixture, make_purchase (fixture, nails, "draft"), a, 1, TRAS_NULL, "hand");
  to_buy = tras_to_buy_load (fixture->db, NULL);
  reason = tras_to_buy_dup_reason (to_buy->lines->pdata[0]);
  by_hand = tras_to_buy_dup_reason (to_buy->lines->pdata[1]);
  g_assert_cmpstr (reason, ==, "2 u projected, to buy at 5 u");
  g_assert_cmpstr (by_hand, ==, "Added by hand");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/model/to-buy/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

  ADD ("rule", test_rule);
  ADD ("drafts", test_drafts);
  ADD ("undo", test_undo);
  ADD ("properties", test_properties);
  ADD ("reasons", test_reasons);

  return g_test_run ();
}

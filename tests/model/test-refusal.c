/* test-refusal.c: what is said when the file refuses something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-edit-log.h"
#include "tras-error.h"
#include "tras-item.h"
#include "tras-model-fixture.h"
#include "tras-refusal.h"

static gint64
find_place (TrasDb     *db,
            const char *kind)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_LOCATION);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasRecord) place = NULL;

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kind);
  place = tras_db_find (db, query, &error);
  g_assert_no_error (error);

  return place->id;
}

static gint64
insert_item (Fixture *fixture)
{
  TrasItem *item = tras_item_new ();

  item->sku = g_strdup ("MUG-1");
  item->name = g_strdup ("Mug");
  g_free (item->unit);
  item->unit = g_strdup ("pcs");

  return insert (fixture, item);
}

static TrasMovement *
make_movement (Fixture    *fixture,
               gint64      item,
               const char *from,
               const char *to,
               gint64      units,
               const char *on)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = item;
  movement->from_id = find_place (fixture->db, from);
  movement->to_id = find_place (fixture->db, to);
  movement->quantity = units * 1000;
  movement->moved_on = day (on);
  movement->cause = "move";

  return movement;
}

static void
commit (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tras_db_commit (fixture->db, NULL, &error));
  g_assert_no_error (error);
}

/* Applies what must be refused, and looks at the words for it. */
static void
assert_refused (Fixture    *fixture,
                TrasEdit   *edit,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_assert_false (tras_edit_apply (edit, fixture->db, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  words = tras_refusal_dup_words (fixture->db, edit, error);
  g_assert_cmpstr (words, ==, expected);
}

static void
assert_insert_refused (Fixture      *fixture,
                       TrasMovement *movement,
                       const char   *expected)
{
  g_autoptr (TrasMovement) record = movement;
  g_autoptr (TrasEdit) edit = tras_edit_new ("Book");

  tras_edit_insert (edit, record);
  assert_refused (fixture, edit, expected);
}

static void
assert_delete_refused (Fixture    *fixture,
                       GType       type,
                       gint64      id,
                       const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasRecord) record = tras_db_load (fixture->db, type, id, &error);
  g_autoptr (TrasEdit) edit = tras_edit_new ("Delete");

  g_assert_no_error (error);
  tras_edit_delete (edit, record);
  assert_refused (fixture, edit, expected);
}

/* How much is there, on which day, and what to do. */
static void
test_shortage (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 item = insert_item (fixture);
  gint64 received = insert (fixture, make_movement (fixture, item, "supplier", "inside", 10,
                                                    "2026-11-02"));
  g_autoptr (TrasMovement) first = NULL;

  insert (fixture, make_movement (fixture, item, "inside", "customer", 8, "2026-11-10"));
  commit (fixture);

  assert_insert_refused (fixture,
                         make_movement (fixture, item, "inside", "customer", 3, "2026-11-21"),
                         "Only 2 pcs are in “Warehouse”, so 3 pcs cannot leave. Enter a smaller "
                         "quantity, or receive or count first.");
  assert_insert_refused (fixture,
                         make_movement (fixture, item, "inside", "customer", 11, "2026-11-03"),
                         "Only 10 pcs were in “Warehouse” on 3 Nov 2026, so 11 pcs cannot leave. "
                         "Enter a smaller quantity, or receive or count first.");
  assert_insert_refused (fixture,
                         make_movement (fixture, item, "inside", "customer", 4, "2026-11-03"),
                         "Only 2 pcs were left in “Warehouse” on 10 Nov 2026, so 4 pcs cannot "
                         "leave on 3 Nov 2026. Enter a smaller quantity or a later day.");

  first = tras_db_load (fixture->db, TRAS_TYPE_MOVEMENT, received, NULL);
  assert_insert_refused (fixture, tras_movement_dup_reverse (first),
                         "Only 2 pcs were left in “Warehouse” on 10 Nov 2026, so 10 pcs cannot "
                         "leave on 2 Nov 2026. Reverse first what has used it since, or count "
                         "what is there.");
}

static void
test_reversed (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 item = insert_item (fixture);
  gint64 received = insert (fixture, make_movement (fixture, item, "supplier", "inside", 10,
                                                    "2026-11-02"));
  g_autoptr (TrasMovement) first = tras_db_load (fixture->db, TRAS_TYPE_MOVEMENT, received, NULL);

  insert (fixture, tras_movement_dup_reverse (first));
  insert (fixture, make_movement (fixture, item, "supplier", "inside", 20, "2026-11-01"));
  commit (fixture);

  assert_insert_refused (fixture, tras_movement_dup_reverse (first),
                         "This movement is reversed already, by M-2. To let it count again, "
                         "reverse M-2.");
}

static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 item = insert_item (fixture);
  gint64 received = insert (fixture, make_movement (fixture, item, "supplier", "inside", 10,
                                                    "2026-10-02"));
  TrasClosing *closing = tras_closing_new ();
  g_autoptr (TrasMovement) first = NULL;

  closing->closed_to = day ("2026-10-31");
  insert (fixture, closing);
  commit (fixture);

  assert_insert_refused (fixture,
                         make_movement (fixture, item, "supplier", "inside", 4, "2026-10-31"),
                         "The books are closed up to 31 Oct 2026, so nothing can be booked on "
                         "31 Oct 2026. Enter a later day.");
  first = tras_db_load (fixture->db, TRAS_TYPE_MOVEMENT, received, NULL);
  assert_insert_refused (fixture, tras_movement_dup_reverse (first),
                         "The books are closed up to 31 Oct 2026, so nothing can be booked on "
                         "2 Oct 2026. Book what is wrong as a count on a later day.");
}

/* Where goods lay when the books were closed stays a place inside. */
static void
test_closed_place (Fixture       *fixture,
                   gconstpointer  data)
{
  gint64 item = insert_item (fixture);
  TrasMovement *received = make_movement (fixture, item, "supplier", "inside", 10, "2026-10-02");
  gint64 place_id = received->to_id;
  TrasClosing *closing = tras_closing_new ();
  g_autoptr (TrasLocation) place = NULL;
  g_autoptr (TrasEdit) edit = tras_edit_new ("change");
  g_autoptr (GError) error = NULL;

  insert (fixture, received);
  closing->closed_to = day ("2026-10-31");
  insert (fixture, closing);
  commit (fixture);
  place = tras_db_load (fixture->db, TRAS_TYPE_LOCATION, place_id, &error);
  g_assert_no_error (error);
  g_free (place->name);
  place->name = g_strdup ("Shelf");
  place->kind = "scrap";
  tras_edit_update (edit, place);
  assert_refused (fixture, edit,
                  "What lay in “Shelf” counts in the books that are closed up to 31 Oct 2026, so "
                  "that its kind cannot change. Make a new place, and move there what is in this "
                  "one.");
}

/* What is used says by what, and what to do instead. */
static void
test_used (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 item = insert_item (fixture);
  TrasSupplier *supplier = tras_supplier_new ();
  TrasItem *other = tras_item_new ();
  TrasRole *role = tras_role_new ();
  TrasPost *post = tras_post_new ();
  gint64 supplier_id, role_id, place;

  insert (fixture, make_movement (fixture, item, "supplier", "inside", 10, "2026-11-02"));
  insert (fixture, make_movement (fixture, item, "inside", "customer", 1, "2026-11-03"));
  place = find_place (fixture->db, "inside");
  supplier->name = g_strdup ("Pottery");
  supplier_id = insert (fixture, supplier);
  other->sku = g_strdup ("MUG-2");
  other->name = g_strdup ("Other mug");
  other->supplier_id = supplier_id;
  insert (fixture, other);
  role->name = g_strdup ("Buyer");
  role->area_id = 1;
  role_id = insert (fixture, role);
  post->person_id = 1;
  post->role_id = role_id;
  post->from_on = day ("2020-01-01");
  insert (fixture, post);
  commit (fixture);

  assert_delete_refused (fixture, TRAS_TYPE_ITEM, item,
                         "“Mug” is used and has to stay (Movements: 2). Take it out of use "
                         "instead: its history stays, and nothing new is made with it.");
  assert_delete_refused (fixture, TRAS_TYPE_LOCATION, place,
                         "“Warehouse” is used and has to stay (Movements: 2). Let those name "
                         "another one first, or delete them.");
  assert_delete_refused (fixture, TRAS_TYPE_SUPPLIER, supplier_id,
                         "“Pottery” is used and has to stay (Items: 1). Let those name another "
                         "one first, or delete them.");
  assert_delete_refused (fixture, TRAS_TYPE_ROLE, role_id,
                         "“Buyer” is used and has to stay (Posts: 1). Let those name another one "
                         "first, or delete them.");
  assert_delete_refused (fixture, TRAS_TYPE_AREA, 1,
                         "“Firm” is used and has to stay (Roles: 1). Let those name another one "
                         "first, or delete them.");
  assert_delete_refused (fixture, TRAS_TYPE_PERSON, 1,
                         "“Ana” is used and has to stay (Posts: 1). Enter the day they left "
                         "instead: what they did stays.");
}

/* An undo that would leave too little says so too. */
static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 item = insert_item (fixture);
  g_autoptr (TrasMovement) received = make_movement (fixture, item, "supplier", "inside", 10,
                                                     "2026-11-02");
  g_autoptr (TrasMovement) sold = make_movement (fixture, item, "inside", "customer", 8,
                                                 "2026-11-10");
  g_autoptr (TrasEdit) receive = tras_edit_new ("Receive");
  g_autoptr (TrasEdit) issue = tras_edit_new ("Issue");
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 edit;

  commit (fixture);
  tras_edit_insert (receive, received);
  g_assert_true (tras_edit_apply (receive, fixture->db, &edit, &error));
  tras_edit_insert (issue, sold);
  g_assert_true (tras_edit_apply (issue, fixture->db, NULL, &error));
  g_assert_no_error (error);

  g_assert_null (tras_edit_log_undo (fixture->db, edit, NULL, NULL, NULL, &error));
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT);
  words = tras_refusal_dup_undo_words (fixture->db, edit, error);
  g_assert_cmpstr (words, ==,
                   "Only 2 pcs were left in “Warehouse” on 10 Nov 2026, so 10 pcs cannot leave on "
                   "2 Nov 2026. Reverse first what has used it since, or count what is there.");
}

/* A code that was deleted stands in old minutes: it is not given to another record. */
static void
test_codes (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const titles[] = { "One", "Two", "Three" };
  const char *const codes[] = { "G-1", "G-2", "G-3" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (TrasGoal) goal = tras_goal_new ();
      g_autoptr (GError) error = NULL;

      goal->title = g_strdup (titles[i]);
      goal->owner_id = 1;
      goal->starts_on = day ("2026-01-01");
      goal->due_on = day ("2026-12-31");
      g_assert_true (tras_db_insert (fixture->db, goal, &error));
      g_assert_cmpstr (goal->code, ==, codes[i]);
      g_assert_true (tras_db_delete (fixture->db, goal, &error));
      g_assert_no_error (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/model/refusal/shortage", test_shortage },
    { "/model/refusal/reversed", test_reversed },
    { "/model/refusal/closed", test_closed },
    { "/model/refusal/closed-place", test_closed_place },
    { "/model/refusal/used", test_used },
    { "/model/refusal/undo", test_undo },
    { "/model/refusal/codes", test_codes },
  };

  g_setenv ("TRASTIENDA_TODAY", "2026-11-21", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}

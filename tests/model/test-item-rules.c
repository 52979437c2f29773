/* test-item-rules.c: no two items get the same barcode
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-error.h"
#include "tras-item-rules.h"
#include "tras-model-fixture.h"

static TrasItem *
make_item (const char *sku,
           const char *barcode)
{
  TrasItem *item = tras_item_new ();

  item->sku = g_strdup (sku);
  item->name = g_strdup_printf ("Item %s", sku);
  item->barcode = g_strdup (barcode);

  return item;
}

static void
assert_check (Fixture    *fixture,
              TrasItem   *item,
              const char *reason)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("test");
  g_autoptr (GError) error = NULL;

  if (TRAS_RECORD (item)->id == 0)
    tras_edit_insert (edit, item);
  else
    tras_edit_update (edit, item);
  g_assert_cmpint (tras_item_rules_check (edit, fixture->db, &error), ==, reason == NULL);
  if (reason == NULL)
    {
      g_assert_no_error (error);
      g_assert_null (tras_edit_get_refused (edit));
      return;
    }
  g_assert_error (error, TRAS_ERROR, TRAS_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, reason);
  g_assert_cmpstr (tras_edit_get_refused (edit), ==, "barcode");
}

static TrasItem *
read_item (Fixture *fixture,
           gint64   id)
{
  g_autoptr (GError) error = NULL;
  TrasItem *item = tras_db_load (fixture->db, TRAS_TYPE_ITEM, id, &error);

  g_assert_no_error (error);

  return item;
}

static void
set_barcode (TrasItem   *item,
             const char *barcode)
{
  g_free (item->barcode);
  item->barcode = g_strdup (barcode);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TrasItem) same = make_item ("B", "400");
  g_autoptr (TrasItem) other = make_item ("C", "401");
  g_autoptr (TrasItem) none = make_item ("D", NULL);
  g_autoptr (TrasItem) empty = make_item ("E", "");

  insert (fixture, make_item ("A", "400"));
  insert (fixture, make_item ("X", NULL));
  insert (fixture, make_item ("Y", ""));
  assert_check (fixture, same, "“Item A” (A) has this barcode already");
  assert_check (fixture, other, NULL);
  assert_check (fixture, none, NULL);
  assert_check (fixture, empty, NULL);
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 first = insert (fixture, make_item ("A", "400"));
  gint64 second = insert (fixture, make_item ("B", "401"));
  g_autoptr (TrasItem) item = read_item (fixture, second);

  assert_check (fixture, item, NULL);
  set_barcode (item, "400");
  assert_check (fixture, item, "“Item A” (A) has this barcode already");
  set_barcode (item, "402");
  assert_check (fixture, item, NULL);
  g_assert_cmpint (first, !=, second);
}

/* In a file from before there was the rule two items may have one: what else is changed of them is
 * taken. */
static void
test_of_old (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TrasItem) item = NULL;

  insert (fixture, make_item ("A", "400"));
  item = read_item (fixture, insert (fixture, make_item ("B", "400")));
  item->price = 990;
  assert_check (fixture, item, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/item-rules/new", Fixture, NULL, fixture_set_up, test_new, fixture_tear_down);
  g_test_add ("/item-rules/change", Fixture, NULL, fixture_set_up, test_change,
              fixture_tear_down);
  g_test_add ("/item-rules/of-old", Fixture, NULL, fixture_set_up, test_of_old,
              fixture_tear_down);

  return g_test_run ();
}

/* store-fixture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "store-fixture.h"
#include "tras-db-private.h"
#include "tras-fold.h"
#include "tras-tables.h"
#include "tras-worker.h"

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tras-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "firm.trastienda", NULL);
  fixture->db = tras_db_create (fixture->path, &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_object (&fixture->db);
  tras_worker_wait_all ();
  fixture_remove_tree (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

void
fixture_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        fixture_remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
on_done (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* Opens a store and waits for it. */
TrasStore *
fixture_open_store (const char   *path,
                    TrasDbFlags   flags,
                    GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tras_store_open_async (path, flags, NULL, on_done, &result);

  return tras_store_open_finish (wait_for (&result), error);
}

/* Closes a store and waits until its file is. */
void
fixture_close_store (TrasStore *store)
{
  tras_store_close (store);
  tras_worker_wait_all ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Applies an edit and waits for it. */
void
fixture_apply (TrasStore  *store,
               TrasEdit   *edit,
               GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tras_store_apply_async (store, edit, NULL, on_done, &result);
  tras_store_apply_finish (store, wait_for (&result), NULL, error);
}

void
fixture_write (TrasDb   *db,
               TrasEdit *edit)
{
  g_autoptr (GError) error = NULL;

  tras_edit_apply (edit, db, NULL, &error);
  g_assert_no_error (error);
}

/* Stores one record, which it takes, as an edit of its own. */
gint64
fixture_insert (TrasDb   *db,
                gpointer  record)
{
  g_autoptr (TrasEdit) edit = tras_edit_new ("New row");
  g_autoptr (TrasRecord) owned = record;

  tras_edit_insert (edit, owned);
  fixture_write (db, edit);

  return owned->id;
}

/* The next row of a table gets the id that follows on @before, as if it had had as many. */
void
fixture_start_ids (TrasDb     *db,
                   const char *table,
                   gint64      before)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  sql = g_strdup_printf ("DELETE FROM sqlite_sequence WHERE name = '%1$s';"
                         " INSERT INTO sqlite_sequence (name, seq)"
                         " VALUES ('%1$s', %2$" G_GINT64_FORMAT ")", table, before);
  g_assert_true (tras_engine_exec (tras_db_get_engine (db), sql, &error));
  g_assert_no_error (error);
}

gint64
fixture_supplier (TrasDb     *db,
                  const char *name)
{
  TrasSupplier *supplier = tras_supplier_new ();

  supplier->name = g_strdup (name);

  return fixture_insert (db, supplier);
}

gint64
fixture_location (TrasDb     *db,
                  const char *name,
                  const char *kind)
{
  TrasLocation *location = tras_location_new ();

  location->name = g_strdup (name);
  location->kind = g_intern_string (kind);

  return fixture_insert (db, location);
}

/* An item with values that repeat, that lack, that differ in case and accents only. */
TrasItem *
fixture_new_item (GRand *rand,
                  guint  number,
                  guint  n_suppliers)
{
  static const char *const names[] = {
    "Tornillo", "tornillo", "Tuerca", "Ñame", "name", "Latón", "laton", "Ácido", "100 % algodón",
    "Caja_1", "Caña", "cana", "Østers",
  };
  TrasItem *item = tras_item_new ();

  item->sku = g_strdup_printf ("Sku-%03u", number);
  item->name = g_strdup (names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
  g_free (item->unit);
  item->unit = g_strdup (g_rand_boolean (rand) ? "u" : "kg");
  item->stocked = g_rand_boolean (rand);
  item->active = g_rand_boolean (rand);
  item->pack = 1000 * g_rand_int_range (rand, 1, 4);
  item->price = g_rand_boolean (rand) ? g_rand_int_range (rand, -500, 70000) : TRAS_NULL;
  item->reorder_at = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 3) * 1000 : TRAS_NULL;
  item->supplier_id = n_suppliers > 0 ? g_rand_int_range (rand, 0, (gint32) n_suppliers + 1) : 0;
  item->barcode = g_rand_boolean (rand) ? g_strdup_printf ("%d", g_rand_int_range (rand, 0, 20))
                                        : NULL;

  return item;
}

TrasMovement *
fixture_new_movement (gint64      item,
                      gint64      from,
                      gint64      to,
                      gint64      quantity,
                      const char *cause)
{
  TrasMovement *movement = tras_movement_new ();

  movement->item_id = item;
  movement->from_id = from;
  movement->to_id = to;
  movement->quantity = quantity;
  movement->moved_on = tras_day_new (2026, 3, 2);
  movement->cause = g_intern_string (cause);

  return movement;
}

/* ---- queries ---- */

TrasQuery *
wanted_to_query (const Wanted *wanted,
                 GType         type)
{
  TrasQuery *query = tras_query_new (type);
  const TrasField *field = NULL;

  if (wanted->field != NULL)
    field = tras_table_find_field (tras_record_type_get_table (type), wanted->field);
  if (wanted->text != NULL)
    tras_query_where_text (query, wanted->field, wanted->op, wanted->text);
  else if (field != NULL && field->type == TRAS_VALUE_DATE)
    tras_query_where_date (query, wanted->field, wanted->op, (TrasDay) wanted->value);
  else if (wanted->field != NULL)
    tras_query_where_int (query, wanted->field, wanted->op, wanted->value);
  tras_query_search (query, wanted->search);
  tras_query_order (query, wanted->order, wanted->descending);

  return query;
}

/* What a record sorts and is found by. */
typedef struct
{
  TrasRecord *record;
  gboolean null;
  double number;
  char *text;
} Key;

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

/* The folded name of the record that a reference points to. */
static char *
name_of_target (TrasRecord      *record,
                const TrasField *field,
                TrasDb          *db)
{
  GType type = tras_tables_find_name (field->target);
  const TrasTable *table = tras_record_type_get_table (type);
  g_autoptr (TrasRecord) target = NULL;

  if (tras_record_get_int (record, field) == 0)
    return NULL;
  target = tras_db_load (db, type, tras_record_get_int (record, field), NULL);
  g_assert_nonnull (target);
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].flags & TRAS_FIELD_FOLDED)
        return tras_fold_key (tras_record_get_text (target, &table->fields[i]));
    }

  return NULL;
}

static Key *
key_of (TrasRecord *record,
        const char *order,
        TrasDb     *db)
{
  const TrasTable *table = tras_record_get_table (record);
  const TrasField *field = order != NULL ? tras_table_find_field (table, order) : NULL;
  Key *key = g_new0 (Key, 1);

  key->record = record;
  if (field == NULL)
    return key;

  key->null = tras_record_is_null (record, field);
  if (field->flags & TRAS_FIELD_FOLDED)
    key->text = tras_fold_key (tras_record_get_text (record, field));
  else if (field->type == TRAS_VALUE_REFERENCE && field->target != NULL)
    {
      key->text = name_of_target (record, field, db);
      if (key->text == NULL)
        key->number = tras_record_get_int (record, field);
    }
  else if (field->type == TRAS_VALUE_TEXT || field->type == TRAS_VALUE_CHOICE)
    key->text = g_strdup (tras_record_get_text (record, field));
  else if (field->type == TRAS_VALUE_REAL)
    key->number = tras_record_get_real (record, field);
  else
    key->number = tras_record_get_int (record, field);

  return key;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Key *x = *(const Key *const *) a, *y = *(const Key *const *) b;
  const Wanted *wanted = user_data;
  int sign = wanted->descending ? -1 : 1;
  int way;

  if (x->null != y->null)
    return x->null ? 1 : -1;
  way = x->null ? 0 : g_strcmp0 (x->text, y->text);
  if (way == 0 && !x->null)
    way = x->number < y->number ? -1 : x->number > y->number;
  if (way == 0)
    way = x->record->id < y->record->id ? -1 : x->record->id > y->record->id;

  return way * sign;
}

static gboolean
compares (TrasQueryOp op,
          int         way)
{
  switch (op)
    {
    case TRAS_QUERY_EQ:
      return way == 0;
    case TRAS_QUERY_NE:
      return way != 0;
    case TRAS_QUERY_LT:
      return way < 0;
    case TRAS_QUERY_LE:
      return way <= 0;
    case TRAS_QUERY_GT:
      return way > 0;
    case TRAS_QUERY_GE:
      return way >= 0;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
holds (const Wanted *wanted,
       TrasRecord   *record)
{
  const TrasField *field;
  gint64 value;

  if (wanted->field == NULL)
    return TRUE;

  field = tras_table_find_field (tras_record_get_table (record), wanted->field);
  if (field != NULL && tras_record_is_null (record, field))
    return FALSE;
  if (wanted->text != NULL)
    return compares (wanted->op, strcmp (tras_record_get_text (record, field), wanted->text));

  value = field != NULL ? tras_record_get_int (record, field) : record->id;

  return compares (wanted->op, value < wanted->value ? -1 : value > wanted->value);
}

static gboolean
has_word (TrasRecord *record,
          const char *word,
          TrasDb     *db)
{
  const TrasTable *table = tras_record_get_table (record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      g_autofree char *text = NULL;

      if (field->flags & TRAS_FIELD_FOLDED)
        text = tras_fold_key (tras_record_get_text (record, field));
      else if (field->type == TRAS_VALUE_TEXT &&
               (field->flags & (TRAS_FIELD_NAME | TRAS_FIELD_ALIAS)) &&
               tras_record_get_text (record, field) != NULL)
        text = g_ascii_strdown (tras_record_get_text (record, field), -1);
      else if (field->type == TRAS_VALUE_REFERENCE && field->target != NULL &&
               !g_str_equal (field->target, table->name))
        text = name_of_target (record, field, db);
      if (text != NULL && strstr (text, word) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_found (const Wanted *wanted,
          TrasRecord   *record,
          TrasDb       *db)
{
  g_autofree char *folded = tras_fold_search (wanted->search);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!has_word (record, words[i], db))
        return FALSE;
    }

  return TRUE;
}

/* What the query has to find: every record of the type, looked at one by one. */
GPtrArray *
wanted_select (const Wanted *wanted,
               GType         type,
               TrasDb       *db)
{
  g_autoptr (TrasQuery) all = tras_query_new (type);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (key_free);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  records = tras_db_select (db, all, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      if (holds (wanted, records->pdata[i]) && is_found (wanted, records->pdata[i], db))
        g_ptr_array_add (keys, key_of (records->pdata[i], wanted->order, db));
    }
  g_ptr_array_sort_with_data (keys, compare_keys, (gpointer) wanted);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (found, g_object_ref (((Key *) keys->pdata[i])->record));

  return found;
}

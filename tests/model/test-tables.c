/* test-tables.c: the field tables say what the migration says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "migrations.h"
#include "tras-tables.h"

static sqlite3 *db;

typedef void (*RowFunc) (sqlite3_stmt *row,
                         gpointer      data);

static void
foreach_row (const char *sql,
             const char *table,
             RowFunc     func,
             gpointer    data)
{
  sqlite3_stmt *row = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &row, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (row, 1, table, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (row) == SQLITE_ROW)
    func (row, data);
  g_assert_cmpint (sqlite3_finalize (row), ==, SQLITE_OK);
}

static const char *
text (sqlite3_stmt *row,
      int           column)
{
  return (const char *) sqlite3_column_text (row, column);
}

static void
take_name (sqlite3_stmt *row,
           gpointer      data)
{
  g_hash_table_add (data, g_strdup (text (row, 0)));
}

static GHashTable *
column_names (const char *table)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  foreach_row ("SELECT name FROM pragma_table_info (?)", table, take_name, names);

  return names;
}

static const char *
column_type (const TrasField *field)
{
  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_DATE:
    case TRAS_VALUE_CHOICE:
      return "TEXT";
    case TRAS_VALUE_REAL:
      return "REAL";
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_BOOLEAN:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
    case TRAS_VALUE_REFERENCE:
      return "INTEGER";
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_kept_by_store (const char *column)
{
  return g_str_equal (column, "id") || g_str_equal (column, "version") ||
         g_str_equal (column, "name_key");
}

static void
check_column (sqlite3_stmt *row,
              gpointer      data)
{
  const TrasTable *table = data;
  const char *name = text (row, 0);
  const TrasField *field;
  g_autofree char *value = NULL;

  if (is_kept_by_store (name))
    return;

  field = tras_table_find_field (table, name);
  if (field == NULL || field->flags & TRAS_FIELD_COMPUTED)
    g_error ("%s.%s has no field", table->name, name);

  g_test_message ("%s.%s", table->name, name);
  g_assert_cmpstr (text (row, 1), ==, column_type (field));
  g_assert_cmpint (sqlite3_column_int (row, 2) != 0, ==,
                   (field->flags & TRAS_FIELD_REQUIRED) != 0);
  g_assert_cmpint (sqlite3_column_int (row, 4) != 0, ==, (field->flags & TRAS_FIELD_KEY) != 0);
  if (field->type == TRAS_VALUE_BOOLEAN)
    g_assert_true (field->flags & TRAS_FIELD_REQUIRED);

  if (text (row, 3) != NULL)
    {
      const char *literal = text (row, 3);

      value = *literal == '\'' ? g_strndup (literal + 1, strlen (literal) - 2) : g_strdup (literal);
    }
  g_assert_cmpstr (field->initial, ==, value);
}

static void
test_columns (void)
{
  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      const TrasTable *table = tras_record_type_get_table (tras_tables_get_type (i));
      g_autoptr (GHashTable) columns = column_names (table->name);

      g_assert_cmpuint (g_hash_table_size (columns), >, 0);
      foreach_row ("SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info (?)",
                   table->name, check_column, (gpointer) table);
      for (guint j = 0; j < table->n_fields; j++)
        {
          const TrasField *field = &table->fields[j];
          gboolean computed = (field->flags & TRAS_FIELD_COMPUTED) != 0;

          if (g_hash_table_contains (columns, field->name) == computed)
            g_error ("%s.%s: in the table or computed, one of the two", table->name, field->name);
        }
      g_assert_cmpint (g_hash_table_contains (columns, "version"), ==,
                       (table->flags & TRAS_TABLE_APPEND_ONLY) == 0);
      g_assert_cmpint (g_hash_table_contains (columns, "name_key"), ==,
                       tras_table_has_flag (table, TRAS_FIELD_FOLDED));
      g_assert_cmpint (g_hash_table_contains (columns, "id"), !=,
                       tras_table_has_flag (table, TRAS_FIELD_KEY));
      g_assert_cmpint (g_hash_table_contains (columns, "code"), >=, table->code != NULL);
    }
}

static void
test_views (void)
{
  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      const TrasTable *table = tras_record_type_get_table (tras_tables_get_type (i));
      g_autoptr (GHashTable) columns = NULL;

      /* A view that computes nothing leaves out what was reversed. */
      g_assert_cmpint (table->view != NULL, ==,
                       tras_table_has_flag (table, TRAS_FIELD_COMPUTED) ||
                       tras_table_find_field (table, "reverses_id") != NULL);
      if (table->view == NULL)
        continue;

      columns = column_names (table->view);
      for (guint j = 0; j < table->n_fields; j++)
        {
          if (!g_hash_table_contains (columns, table->fields[j].name))
            g_error ("%s has no %s", table->view, table->fields[j].name);
        }
      for (guint j = 0; j < table->n_fields; j++)
        g_hash_table_remove (columns, table->fields[j].name);
      g_hash_table_remove (columns, "id");
      g_hash_table_remove (columns, "version");
      g_hash_table_remove (columns, "name_key");
      if (g_hash_table_size (columns) > 0)
        g_error ("%s has columns that no field reads", table->view);
    }
}

static void
check_reference (sqlite3_stmt *row,
                 gpointer      data)
{
  const TrasTable *table = data;
  const TrasField *field = tras_table_find_field (table, text (row, 0));

  g_assert_cmpint (field->type, ==, TRAS_VALUE_REFERENCE);
  g_assert_cmpstr (field->target, ==, text (row, 1));
}

static void
count_row (sqlite3_stmt *row,
           gpointer      data)
{
  (*(guint *) data)++;
}

static void
test_references (void)
{
  const char *sql = "SELECT \"from\", \"table\" FROM pragma_foreign_key_list (?)";

  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      const TrasTable *table = tras_record_type_get_table (tras_tables_get_type (i));
      guint references = 0, keys = 0;

      foreach_row (sql, table->name, check_reference, (gpointer) table);
      foreach_row (sql, table->name, count_row, &keys);

      for (guint j = 0; j < table->n_fields; j++)
        {
          const TrasField *field = &table->fields[j];
          gboolean found = FALSE;

          g_assert_cmpint (field->target != NULL, ==, field->type == TRAS_VALUE_REFERENCE);
          if (field->target == NULL || field->flags & TRAS_FIELD_COMPUTED)
            continue;

          references++;
          /* Its rows are written by the file itself: nobody has to write them before. */
          found = g_str_equal (field->target, "stockout");
          for (guint k = 0; k <= i && !found; k++)
            found = tras_tables_get_type (k) == tras_tables_find_name (field->target);
          if (!found)
            g_error ("%s.%s refers to a later table", table->name, field->name);
        }
      g_assert_cmpuint (references, ==, keys);
    }
}

static void
take_text (sqlite3_stmt *row,
           gpointer      data)
{
  g_string_append (data, text (row, 0));
}

static void
test_choices (void)
{
  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      const TrasTable *table = tras_record_type_get_table (tras_tables_get_type (i));
      g_autoptr (GString) sql = g_string_new (NULL);
      g_autoptr (GRegex) space = g_regex_new ("\\s+", 0, 0, NULL);
      g_autofree char *line = NULL;

      foreach_row ("SELECT sql FROM sqlite_schema WHERE name = ?", table->name, take_text, sql);
      line = g_regex_replace_literal (space, sql->str, -1, 0, " ", 0, NULL);

      for (guint j = 0; j < table->n_fields; j++)
        {
          const TrasField *field = &table->fields[j];
          g_autoptr (GString) check = g_string_new (NULL);
          g_autofree char *any = g_strdup_printf ("CHECK (%s IN ('", field->name);

          g_assert_cmpint (field->choices != NULL, ==, field->type == TRAS_VALUE_CHOICE);
          if (field->flags & TRAS_FIELD_COMPUTED)
            continue;
          if (field->choices == NULL)
            {
              g_assert_null (strstr (line, any));
              continue;
            }

          for (const TrasChoice *choice = field->choices; choice->word != NULL; choice++)
            {
              g_assert_nonnull (choice->label);
              g_string_append_printf (check, "%s'%s'", check->len > 0 ? ", " : "", choice->word);
            }
          g_string_prepend (check, " IN (");
          g_string_prepend (check, field->name);
          g_string_append (check, "))");
          if (strstr (line, check->str) == NULL)
            g_error ("%s: no CHECK (%s", table->name, check->str);
        }
    }
}

/* Personal is every fact of the tables about people, every reference to a person, and every name
 * that a view takes from one. */
static void
test_personal (void)
{
  const char *people_names[] = { "owner_name", "collector_name", "reporter_name", "by_name",
                                 "chair_name", "keeper_name", "person_name", "contact", NULL };

  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      const TrasTable *table = tras_record_type_get_table (tras_tables_get_type (i));
      gboolean about_people = g_str_equal (table->name, "person") ||
                              g_str_equal (table->name, "post") ||
                              g_str_equal (table->name, "skill_mark");

      for (guint j = 0; j < table->n_fields; j++)
        {
          const TrasField *field = &table->fields[j];
          gboolean personal = about_people || g_strcmp0 (field->target, "person") == 0 ||
                              g_strv_contains (people_names, field->name);

          if (personal && !(field->flags & TRAS_FIELD_PERSONAL))
            g_error ("%s.%s is not marked as personal", table->name, field->name);
        }
    }
}

static void
test_labels (void)
{
  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      const TrasTable *table = tras_record_type_get_table (tras_tables_get_type (i));

      for (guint j = 0; j < table->n_fields; j++)
        g_assert_cmpint (table->fields[j].label == NULL, ==,
                         (table->fields[j].flags & TRAS_FIELD_INTERNAL) != 0);
    }
}

static void
test_find (void)
{
  const char *kinds[] = { "areas", "roles", "people", "indicators", "targets", "measurements",
                          "segments", "goals", "actions", "deviations", "decisions", "suppliers",
                          "items", "locations", "movements" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GType type = tras_tables_find_kind (kinds[i]);

      g_assert_cmpuint (type, !=, G_TYPE_INVALID);
      g_assert_cmpstr (tras_record_type_get_table (type)->kind, ==, kinds[i]);
      g_assert_cmpuint (tras_tables_find_name (tras_record_type_get_table (type)->name), ==, type);
    }
  g_assert_cmpuint (tras_tables_find_kind ("person"), ==, G_TYPE_INVALID);
  g_assert_cmpuint (tras_tables_find_name ("people"), ==, G_TYPE_INVALID);
}

/* A new record is what the file would make of a row with nothing given. */
static void
test_new_records (void)
{
  for (guint i = 0; i < tras_tables_get_n (); i++)
    {
      g_autoptr (TrasRecord) record = g_object_new (tras_tables_get_type (i), NULL);
      g_autoptr (TrasRecord) copy = tras_record_dup (record);
      const TrasTable *table = tras_record_get_table (record);

      g_assert_true (tras_record_equal (record, copy));
      for (guint j = 0; j < table->n_fields; j++)
        {
          const TrasField *field = &table->fields[j];

          if (field->type != TRAS_VALUE_BOOLEAN)
            g_assert_cmpint (tras_record_is_null (record, field), ==, field->initial == NULL);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sql = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  sql = dup_migrations ();
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);

  g_test_add_func ("/model/tables/columns", test_columns);
  g_test_add_func ("/model/tables/views", test_views);
  g_test_add_func ("/model/tables/references", test_references);
  g_test_add_func ("/model/tables/choices", test_choices);
  g_test_add_func ("/model/tables/personal", test_personal);
  g_test_add_func ("/model/tables/labels", test_labels);
  g_test_add_func ("/model/tables/find", test_find);
  g_test_add_func ("/model/tables/new-records", test_new_records);

  result = g_test_run ();
  sqlite3_close (db);

  return result;
}

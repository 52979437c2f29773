/* tras-schema.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-error.h"
#include "tras-schema.h"
#include "tras-sqlite.h"
#include "tras-store-resources.h"

#define MIGRATIONS "/org/trastienda/Trastienda/sql/"
#define FINGERPRINT "/org/trastienda/Trastienda/sql/FINGERPRINT"

/* Tables that are not logged: those whose rows follow from other tables by trigger, so that undoing
 * the others brings them back; the log itself; what the program notes about the file; and answers,
 * which nobody shall be able to date. */
static const char *const unlogged[] = {
  "balance",
  "closing_cost",
  "closing_stock",
  "edit",
  "edit_change",
  "meta",
  "stockout",
  "survey_answer",
  NULL,
};

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The migrations' file names in order: 0001-….sqlite.sql and so on. */
static GPtrArray *
list_migrations (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) children = NULL;

  g_resources_register (tras_store_get_resource ());
  children = g_resources_enumerate_children (MIGRATIONS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    {
      if (g_str_has_suffix (children[i], ".sqlite.sql"))
        g_ptr_array_add (names, g_strdup (children[i]));
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}

/**
 * tras_schema_get_newest:
 *
 * Returns: the number of the newest migration that this program knows
 */
int
tras_schema_get_newest (void)
{
  g_autoptr (GPtrArray) names = list_migrations ();

  return (int) names->len;
}

/**
 * tras_schema_list_tables:
 * @engine: an engine
 * @error: where to put the error
 *
 * Returns: (element-type utf8) (transfer full): the tables whose changes are logged, by name
 */
GPtrArray *
tras_schema_list_tables (TrasEngine  *engine,
                         GError     **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  statement = tras_engine_prepare (engine,
                                   "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                   "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
                                   error);
  if (statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      const char *name = tras_statement_column_text (statement, 0);

      if (!g_strv_contains (unlogged, name))
        g_ptr_array_add (tables, g_strdup (name));
    }

  return state < 0 ? NULL : g_steal_pointer (&tables);
}

/**
 * tras_schema_has_view:
 * @engine: an engine
 * @name: a view's name
 *
 * Returns: whether there is such a view
 */
gboolean
tras_schema_has_view (TrasEngine *engine,
                      const char *name)
{
  g_autoptr (TrasStatement) statement = NULL;
  gboolean found = FALSE;

  statement = tras_engine_prepare (engine,
                                   "SELECT 1 FROM sqlite_schema WHERE type = 'view' AND name = $1",
                                   NULL);
  if (statement != NULL)
    {
      tras_statement_bind_text (statement, 1, name);
      found = tras_statement_step (statement, NULL) == 1;
      tras_statement_reset (statement);
    }

  return found;
}

/* Whether an SQL text names something. A column of the same name is taken for it too. */
static gboolean
names (const char *sql,
       const char *name)
{
  gsize length = strlen (name);

  for (const char *at = strstr (sql, name); at != NULL; at = strstr (at + 1, name))
    {
      if ((at == sql || !(g_ascii_isalnum (at[-1]) || at[-1] == '_')) &&
          !(g_ascii_isalnum (at[length]) || at[length] == '_'))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  gboolean trigger;
  char *table;
  char *sql;
} Definition;

static void
definition_clear (gpointer data)
{
  Definition *definition = data;

  g_free (definition->table);
  g_free (definition->sql);
}

/* Tables and views, and triggers by the table that they watch. */
static GArray *
read_definitions (TrasEngine  *engine,
                  GError     **error)
{
  g_autoptr (GArray) definitions = g_array_new (FALSE, FALSE, sizeof (Definition));
  g_autoptr (TrasStatement) statement = NULL;
  int state;

  g_array_set_clear_func (definitions, definition_clear);
  statement = tras_engine_prepare (engine,
                                   "SELECT type = 'trigger', tbl_name, sql FROM sqlite_schema "
                                   "WHERE type IN ('table', 'view', 'trigger') "
                                   "AND name NOT LIKE 'log\\_%' ESCAPE '\\'",
                                   error);
  if (statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    {
      Definition definition = {
        .trigger = tras_statement_column_int (statement, 0) != 0,
        .table = g_strdup (tras_statement_column_text (statement, 1)),
        .sql = g_strdup (tras_statement_column_text (statement, 2)),
      };

      if (definition.sql == NULL)
        definition_clear (&definition);
      else
        g_array_append_val (definitions, definition);
    }

  return state == 0 ? g_steal_pointer (&definitions) : NULL;
}

static void
add_source (GPtrArray  *sources,
            const char *name)
{
  if (!g_ptr_array_find_with_equal_func (sources, name, g_str_equal, NULL))
    g_ptr_array_add (sources, g_strdup (name));
}

/**
 * tras_schema_list_sources:
 * @engine: an engine
 * @relations: (array zero-terminated=1): tables and views
 * @error: where to put the error
 *
 * Follows views to what they read, and tables that triggers keep to the tables which have those
 * triggers. May name a table too many, never one too few.
 *
 * Returns: (element-type utf8) (transfer full): whatever may change what @relations hold, or %NULL
 */
GPtrArray *
tras_schema_list_sources (TrasEngine         *engine,
                          const char *const  *relations,
                          GError            **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) definitions = read_definitions (engine, error);

  if (definitions == NULL)
    return NULL;

  for (guint i = 0; relations[i] != NULL; i++)
    add_source (sources, relations[i]);
  for (guint i = 0; i < sources->len; i++)
    {
      const char *name = sources->pdata[i];
      gboolean kept = g_strv_contains (unlogged, name);

      for (guint j = 0; j < definitions->len; j++)
        {
          const Definition *a = &g_array_index (definitions, Definition, j);

          if (a->trigger && kept && names (a->sql, name))
            add_source (sources, a->table);
          if (a->trigger || !g_str_has_prefix (a->sql, "CREATE VIEW") ||
              !g_str_equal (a->table, name))
            continue;
          for (guint k = 0; k < definitions->len; k++)
            {
              const Definition *b = &g_array_index (definitions, Definition, k);

              if (!b->trigger && names (a->sql, b->table))
                add_source (sources, b->table);
            }
        }
    }

  return g_steal_pointer (&sources);
}

/* tras_literals (NEW.a, NEW.b, …): the row as literals that SQL takes back exactly. */
static char *
literals (GPtrArray  *columns,
          const char *row)
{
  g_autoptr (GString) text = g_string_new ("tras_literals (");

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (text, "%s%s.%s", i > 0 ? ", " : "", row,
                            (const char *) columns->pdata[i]);
  g_string_append_c (text, ')');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
make_log_triggers (TrasEngine  *engine,
                   const char  *table,
                   GError     **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GPtrArray) columns = tras_engine_list_columns (engine, table, &keys, error);
  g_autofree char *new_row = NULL, *old_row = NULL, *new_key = NULL, *old_key = NULL;
  g_autofree char *sql = NULL;

  if (columns == NULL)
    return FALSE;
  /* A table without a key (survey_answer) is known by the whole row. */
  if (keys->len == 0)
    {
      g_ptr_array_unref (keys);
      keys = g_ptr_array_ref (columns);
    }

  new_row = literals (columns, "NEW");
  old_row = literals (columns, "OLD");
  new_key = literals (keys, "NEW");
  old_key = literals (keys, "OLD");
  sql = g_strdup_printf (
    "DROP TRIGGER IF EXISTS log_%1$s_insert;"
    "DROP TRIGGER IF EXISTS log_%1$s_update;"
    "DROP TRIGGER IF EXISTS log_%1$s_delete;"
    "CREATE TRIGGER log_%1$s_insert AFTER INSERT ON %1$s BEGIN"
    " INSERT INTO edit_change (edit_id, tbl, op, row_key, new)"
    " VALUES (tras_edit (), '%1$s', 'I', %4$s, %2$s); END;"
    "CREATE TRIGGER log_%1$s_update AFTER UPDATE ON %1$s BEGIN"
    " INSERT INTO edit_change (edit_id, tbl, op, row_key, old, new)"
    " VALUES (tras_edit (), '%1$s', 'U', %4$s, %3$s, %2$s); END;"
    "CREATE TRIGGER log_%1$s_delete AFTER DELETE ON %1$s BEGIN"
    " INSERT INTO edit_change (edit_id, tbl, op, row_key, old)"
    " VALUES (tras_edit (), '%1$s', 'D', %5$s, %3$s); END;",
    table, new_row, old_row, new_key, old_key);

  return tras_engine_exec (engine, sql, error);
}

/**
 * tras_schema_check_references:
 * @engine: an engine
 * @error: where to put the error
 *
 * Returns: whether every reference leads to a row; else %TRAS_ERROR_DAMAGED with the first trouble
 */
gboolean
tras_schema_check_references (TrasEngine  *engine,
                              GError     **error)
{
  g_autoptr (TrasStatement) check = NULL;

  check = tras_engine_prepare (engine, "PRAGMA foreign_key_check", error);
  if (check == NULL)
    return FALSE;
  switch (tras_statement_step (check, error))
    {
    case 0:
      return TRUE;
    case 1:
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED,
                   "A row of %s refers to one that is not there",
                   tras_statement_column_text (check, 0));
      tras_statement_reset (check);
      return FALSE;
    default:
      return FALSE;
    }
}

/* The texts that a query gives, row by row. */
static GPtrArray *
list_texts (TrasEngine  *engine,
            const char  *sql,
            GError     **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrasStatement) statement = tras_engine_prepare_once (engine, sql, error);
  int state;

  if (statement == NULL)
    return NULL;
  while ((state = tras_statement_step (statement, error)) > 0)
    g_ptr_array_add (texts, g_strdup (tras_statement_column_text (statement, 0)));

  return state < 0 ? NULL : g_steal_pointer (&texts);
}

/**
 * tras_schema_list_text_tables:
 * @engine: an engine
 * @error: where to put the error
 *
 * Returns: (element-type utf8) (transfer full): the tables in which people may have written, logged
 *   or not, by name
 */
GPtrArray *
tras_schema_list_text_tables (TrasEngine  *engine,
                              GError     **error)
{
  return list_texts (engine,
                     "SELECT name FROM sqlite_schema WHERE type = 'table' "
                     "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                     "AND name NOT IN ('edit', 'edit_change', 'meta') ORDER BY name", error);
}

/**
 * tras_schema_lift_guards:
 * @engine: an engine in a transaction
 * @tables: (element-type utf8): tables that are to be written
 * @error: where to put the error
 *
 * Takes away the triggers that forbid to change rows of @tables, which nothing but an erasure does.
 *
 * Returns: (transfer full) (element-type utf8): what tras_schema_restore_guards() brings them back
 *   from, or %NULL
 */
GPtrArray *
tras_schema_lift_guards (TrasEngine  *engine,
                         GPtrArray   *tables,
                         GError     **error)
{
  g_autoptr (GPtrArray) guards = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *name = g_strconcat (tables->pdata[i], "_no_update", NULL);
      g_autofree char *find = g_strdup_printf ("SELECT sql FROM sqlite_schema "
                                               "WHERE type = 'trigger' AND name = '%s'", name);
      g_autofree char *drop = g_strdup_printf ("DROP TRIGGER IF EXISTS %s", name);
      g_autoptr (GPtrArray) found = list_texts (engine, find, error);

      if (found == NULL || !tras_engine_exec (engine, drop, error))
        return NULL;
      g_ptr_array_extend_and_steal (guards, g_steal_pointer (&found));
    }

  return g_steal_pointer (&guards);
}

/**
 * tras_schema_restore_guards:
 * @engine: the engine in the same transaction
 * @guards: (element-type utf8): what tras_schema_lift_guards() gave
 * @error: where to put the error
 */
gboolean
tras_schema_restore_guards (TrasEngine  *engine,
                            GPtrArray   *guards,
                            GError     **error)
{
  for (guint i = 0; i < guards->len; i++)
    {
      if (!tras_engine_exec (engine, guards->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* Migrations are not logged, and find no trigger in their way. */
static gboolean
drop_log_triggers (TrasEngine  *engine,
                   GError     **error)
{
  g_autoptr (GPtrArray) names = list_texts (engine,
                                            "SELECT name FROM sqlite_schema WHERE type = 'trigger' "
                                            "AND name LIKE 'log\\_%' ESCAPE '\\'", error);

  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER \"%s\"", (char *) names->pdata[i]);

      if (!tras_engine_exec (engine, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
run_migrations (TrasEngine  *engine,
                GPtrArray   *names,
                int          from,
                GError     **error)
{
  g_autoptr (GPtrArray) tables = NULL;
  g_autofree char *version = NULL;

  if (from > 0 && !drop_log_triggers (engine, error))
    return FALSE;
  for (guint i = (guint) from; i < names->len; i++)
    {
      g_autofree char *path = g_strconcat (MIGRATIONS, names->pdata[i], NULL);
      g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      /* The data of a resource ends in a NUL that its size leaves out. */
      if (sql == NULL || !tras_engine_exec (engine, g_bytes_get_data (sql, NULL), error))
        return FALSE;
    }

  tables = tras_schema_list_tables (engine, error);
  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      if (!make_log_triggers (engine, tables->pdata[i], error))
        return FALSE;
    }

  version = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u;",
                             TRAS_SQLITE_APPLICATION_ID, names->len);
  if (!tras_engine_exec (engine, version, error))
    return FALSE;

  /* What comes out of a file that somebody has tampered with is found before it is stored. */
  return tras_schema_check_references (engine, error) &&
         (from == 0 || tras_schema_verify (engine, error));
}

/**
 * tras_schema_migrate:
 * @engine: an engine outside of a transaction
 * @from: how many migrations it has been through, 0 for an empty database
 * @error: where to put the error
 *
 * Runs the missing migrations and makes the log's triggers anew, all or nothing.
 */
gboolean
tras_schema_migrate (TrasEngine  *engine,
                     int          from,
                     GError     **error)
{
  g_autoptr (GPtrArray) names = list_migrations ();
  gboolean migrated;

  g_return_val_if_fail (from >= 0 && from <= (int) names->len, FALSE);

  /* Tables that are made anew would else drag along the rows that refer to them. The switch works
   * only outside of a transaction; foreign_key_check makes up for it before the commit. */
  if (!tras_engine_exec (engine, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  migrated = tras_engine_begin (engine, error) &&
             run_migrations (engine, names, from, error) &&
             tras_engine_commit (engine, error);
  if (!migrated)
    tras_engine_rollback (engine);

  return tras_engine_exec (engine, "PRAGMA foreign_keys = ON", migrated ? error : NULL) && migrated;
}

static GPtrArray *
list_definitions (TrasEngine  *engine,
                  GError     **error)
{
  /* What ANALYZE leaves is no definition of ours, and does no harm. */
  return list_texts (engine,
                     "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema "
                     "WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY 1", error);
}

/* What a fresh file has; made once, and only where the digest does not match, to name what is
 * wrong. */
static GPtrArray *
get_expected (GError **error)
{
  static GMutex lock;
  static GPtrArray *expected;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autoptr (TrasEngine) fresh = NULL;

  if (expected == NULL)
    {
      fresh = tras_sqlite_open_memory (error);
      if (fresh != NULL && tras_schema_migrate (fresh, 0, error))
        expected = list_definitions (fresh, error);
    }

  return expected;
}

static char *
digest_definitions (GPtrArray *definitions)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  /* The NUL behind each definition keeps neighbours apart. */
  for (guint i = 0; i < definitions->len; i++)
    g_checksum_update (checksum, definitions->pdata[i],
                       (gssize) strlen (definitions->pdata[i]) + 1);

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * tras_schema_dup_fingerprint:
 * @engine: an engine
 * @error: where to put the error
 *
 * Returns: (transfer full): a digest of every table, index, view and trigger, or %NULL
 */
char *
tras_schema_dup_fingerprint (TrasEngine  *engine,
                             GError     **error)
{
  g_autoptr (GPtrArray) definitions = list_definitions (engine, error);

  return definitions != NULL ? digest_definitions (definitions) : NULL;
}

/* The digest of a fresh file, which spares every opening to make one. */
static gboolean
has_known_fingerprint (GPtrArray *definitions)
{
  g_autoptr (GBytes) known = NULL;
  g_autofree char *digest = digest_definitions (definitions);

  g_resources_register (tras_store_get_resource ());
  known = g_resources_lookup_data (FINGERPRINT, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return known != NULL && g_str_has_prefix (g_bytes_get_data (known, NULL), digest);
}

/**
 * tras_schema_verify:
 * @engine: an engine whose file has been through all migrations
 * @error: where to put the error
 *
 * Compares every table, index, view and trigger with those of a fresh file: a trigger that somebody
 * planted or a guard that somebody took away is found. %TRAS_ERROR_DAMAGED names the first.
 */
gboolean
tras_schema_verify (TrasEngine  *engine,
                    GError     **error)
{
  g_autoptr (GPtrArray) found = list_definitions (engine, error);
  GPtrArray *expected;

  if (found == NULL)
    return FALSE;
  if (has_known_fingerprint (found))
    return TRUE;

  expected = get_expected (error);
  if (expected == NULL)
    return FALSE;

  for (guint i = 0; i < MAX (expected->len, found->len); i++)
    {
      const char *a = i < expected->len ? expected->pdata[i] : NULL;
      const char *b = i < found->len ? found->pdata[i] : NULL;

      if (g_strcmp0 (a, b) != 0)
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_DAMAGED,
                       "The tables are not as this program made them: %.60s", b != NULL ? b : a);
          return FALSE;
        }
    }

  return TRUE;
}

/* Whether a table or view has every column that it has in a fresh file. */
static gboolean
has_columns (TrasEngine  *engine,
             TrasEngine  *fresh,
             const char  *relation,
             GError     **error)
{
  g_autoptr (GPtrArray) found = tras_engine_list_columns (engine, relation, NULL, error);
  g_autoptr (GPtrArray) expected = tras_engine_list_columns (fresh, relation, NULL, error);

  if (found == NULL || expected == NULL)
    return FALSE;

  for (guint i = 0; i < expected->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (found, expected->pdata[i], g_str_equal, NULL))
        {
          g_set_error (error, TRAS_ERROR, TRAS_ERROR_TOO_NEW,
                       "The file was made by a newer version that has no %s.%s", relation,
                       (char *) expected->pdata[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * tras_schema_can_read:
 * @engine: an engine whose file has been through more migrations than this program knows
 * @error: where to put the error
 *
 * A newer version may have added to what this one reads; it must not have taken anything away.
 *
 * Returns: whether the file can be read; %TRAS_ERROR_TOO_NEW names the first column that is missing
 */
gboolean
tras_schema_can_read (TrasEngine  *engine,
                      GError     **error)
{
  g_autoptr (TrasEngine) fresh = tras_sqlite_open_memory (error);
  g_autoptr (GArray) definitions = NULL;

  if (fresh == NULL || !tras_schema_migrate (fresh, 0, error))
    return FALSE;
  definitions = read_definitions (fresh, error);
  if (definitions == NULL)
    return FALSE;

  for (guint i = 0; i < definitions->len; i++)
    {
      const Definition *definition = &g_array_index (definitions, Definition, i);

      if (!definition->trigger && !has_columns (engine, fresh, definition->table, error))
        return FALSE;
    }

  return TRUE;
}

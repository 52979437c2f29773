/* tras-query.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-db-private.h"
#include "tras-fold.h"
#include "tras-query-private.h"

typedef enum
{
  CONDITION_INT,
  CONDITION_TEXT,
  CONDITION_NULL,
  CONDITION_NOT_NULL,
  CONDITION_IN,
} ConditionType;

typedef struct
{
  const TrasField *field;
  ConditionType type;
  TrasQueryOp op;
  gint64 number;
  char *text;
  GArray *numbers;
} Condition;

struct _TrasQuery
{
  gatomicrefcount refs;
  GType type;
  const TrasTable *table;
  GPtrArray *conditions;
  char *search;
  const TrasField *order;
  gboolean descending;
};

G_DEFINE_BOXED_TYPE (TrasQuery, tras_query, tras_query_ref, tras_query_unref)

/* The row's id, which is no field of any table but may be asked for like one. */
static const TrasField id_field = { .name = "id", .type = TRAS_VALUE_INTEGER };

static void
condition_free (gpointer data)
{
  Condition *condition = data;

  g_free (condition->text);
  g_clear_pointer (&condition->numbers, g_array_unref);
  g_free (condition);
}

static const TrasField *
find_field (TrasQuery  *self,
            const char *name)
{
  const TrasField *field;

  if (g_str_equal (name, "id"))
    return &id_field;

  field = tras_table_find_field (self->table, name);
  if (field == NULL)
    g_error ("%s has no field %s", self->table->name, name);

  return field;
}

static Condition *
add_condition (TrasQuery     *self,
               const char    *field,
               ConditionType  type,
               TrasQueryOp    op)
{
  Condition *condition = g_new0 (Condition, 1);

  condition->field = find_field (self, field);
  condition->type = type;
  condition->op = op;
  g_ptr_array_add (self->conditions, condition);

  return condition;
}

/**
 * tras_query_new:
 * @type: a record type
 *
 * Returns: (transfer full): a query for all records of @type in the order of their ids
 */
TrasQuery *
tras_query_new (GType type)
{
  TrasQuery *self = g_new0 (TrasQuery, 1);

  g_atomic_ref_count_init (&self->refs);
  self->type = type;
  self->table = tras_record_type_get_table (type);
  self->conditions = g_ptr_array_new_with_free_func (condition_free);

  return self;
}

TrasQuery *
tras_query_ref (TrasQuery *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
tras_query_unref (TrasQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_ptr_array_unref (self->conditions);
  g_free (self->search);
  g_free (self);
}

/**
 * tras_query_dup:
 * @self: a query
 *
 * Returns: (transfer full): a copy that may be changed
 */
TrasQuery *
tras_query_dup (TrasQuery *self)
{
  TrasQuery *copy = tras_query_new (self->type);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      Condition *from = self->conditions->pdata[i];
      Condition *to = g_memdup2 (from, sizeof *from);

      to->text = g_strdup (from->text);
      to->numbers = from->numbers != NULL ? g_array_ref (from->numbers) : NULL;
      g_ptr_array_add (copy->conditions, to);
    }
  copy->search = g_strdup (self->search);
  copy->order = self->order;
  copy->descending = self->descending;

  return copy;
}

GType
tras_query_get_record_type (TrasQuery *self)
{
  return self->type;
}

/**
 * tras_query_where_int:
 * @self: a query
 * @field: "id", or a field held as an integer or boolean
 * @op: how it compares
 * @value: with what
 */
void
tras_query_where_int (TrasQuery   *self,
                      const char  *field,
                      TrasQueryOp  op,
                      gint64       value)
{
  add_condition (self, field, CONDITION_INT, op)->number = value;
}

/**
 * tras_query_where_date:
 * @self: a query
 * @field: a date
 * @op: how it compares
 * @day: with which day
 */
void
tras_query_where_date (TrasQuery   *self,
                       const char  *field,
                       TrasQueryOp  op,
                       TrasDay      day)
{
  add_condition (self, field, CONDITION_TEXT, op)->text = tras_day_to_iso (day);
}

/**
 * tras_query_where_text:
 * @self: a query
 * @field: a text or a choice
 * @op: how it compares, byte by byte
 * @value: with what
 */
void
tras_query_where_text (TrasQuery   *self,
                       const char  *field,
                       TrasQueryOp  op,
                       const char  *value)
{
  add_condition (self, field, CONDITION_TEXT, op)->text = g_strdup (value);
}

/**
 * tras_query_where_null:
 * @self: a query
 * @field: any field
 * @is_null: whether it shall be without a value, or with one
 */
void
tras_query_where_null (TrasQuery  *self,
                       const char *field,
                       gboolean    is_null)
{
  add_condition (self, field, is_null ? CONDITION_NULL : CONDITION_NOT_NULL, TRAS_QUERY_EQ);
}

/**
 * tras_query_where_in:
 * @self: a query
 * @field: "id", or a field held as an integer
 * @values: (array length=n_values): the values it may have
 * @n_values: how many; with none the query finds nothing
 */
void
tras_query_where_in (TrasQuery    *self,
                     const char   *field,
                     const gint64 *values,
                     guint         n_values)
{
  Condition *condition = add_condition (self, field, CONDITION_IN, TRAS_QUERY_EQ);

  condition->numbers = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_values);
  g_array_append_vals (condition->numbers, values, n_values);
}

/**
 * tras_query_search:
 * @self: a query
 * @text: (nullable): words as typed; every one must be found, whatever case and accents
 *
 * Looks in the folded name, in codes, and in the names of what the record refers to.
 */
void
tras_query_search (TrasQuery  *self,
                   const char *text)
{
  g_free (self->search);
  self->search = g_strdup (text);
}

const char *
tras_query_get_search (TrasQuery *self)
{
  return self->search;
}

/**
 * tras_query_order:
 * @self: a query
 * @field: (nullable): the field to sort by, %NULL for the id alone
 * @descending: whether from the greatest to the least; no value comes last either way
 */
void
tras_query_order (TrasQuery  *self,
                  const char *field,
                  gboolean    descending)
{
  self->order = field != NULL ? find_field (self, field) : NULL;
  self->descending = descending;
}

const char *
tras_query_get_order (TrasQuery *self,
                      gboolean  *descending)
{
  if (descending != NULL)
    *descending = self->descending;

  return self->order != NULL ? self->order->name : NULL;
}

/* ---- SQL ---- */

static const char *
op_text (TrasQueryOp op)
{
  switch (op)
    {
    case TRAS_QUERY_EQ:
      return "=";
    case TRAS_QUERY_NE:
      return "<>";
    case TRAS_QUERY_LT:
      return "<";
    case TRAS_QUERY_LE:
      return "<=";
    case TRAS_QUERY_GT:
      return ">";
    case TRAS_QUERY_GE:
      return ">=";
    default:
      g_return_val_if_reached ("=");
    }
}

/**
 * tras_query_dup_pattern:
 * @word: a word to search for
 *
 * Returns: (transfer full): what LIKE takes, with \\ as the escape, to find @word anywhere
 */
char *
tras_query_dup_pattern (const char *word)
{
  g_autoptr (GString) pattern = g_string_new ("%");

  for (const char *c = word; *c != '\0'; c++)
    {
      if (strchr ("%_\\", *c) != NULL)
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *c);
    }
  g_string_append_c (pattern, '%');

  return g_string_free (g_steal_pointer (&pattern), FALSE);
}

/**
 * tras_query_dup_among:
 * @ids: (element-type gint64): ids
 *
 * Returns: (transfer full): a condition that follows others: that the row is one of @ids
 */
char *
tras_query_dup_among (GArray *ids)
{
  g_autoptr (GString) text = g_string_new (" AND t.id IN (");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  g_string_append_c (text, ')');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether rows of a table are named by a folded name; -1 on an error. */
static int
has_name_key (TrasDb      *db,
              const char  *table,
              GError     **error)
{
  const TrasShape *shape = tras_db_get_shape (db, table, error);

  return shape == NULL ? -1 : shape->has_name_key;
}

/**
 * tras_query_is_name:
 * @field: a field
 *
 * Returns: whether a search looks into it, as a folded name or as a code
 */
gboolean
tras_query_is_name (const TrasField *field)
{
  return (field->flags & TRAS_FIELD_FOLDED) ||
         (field->type == TRAS_VALUE_TEXT && (field->flags & (TRAS_FIELD_NAME | TRAS_FIELD_ALIAS)));
}

/**
 * tras_query_is_searched:
 * @table: a table
 * @field: one of its fields
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: 1 where a search looks into the names of what @field refers to, else 0; -1 on an error
 */
int
tras_query_is_searched (const TrasTable  *table,
                        const TrasField  *field,
                        TrasDb           *db,
                        GError          **error)
{
  if (field->type != TRAS_VALUE_REFERENCE || field->target == NULL ||
      g_str_equal (field->target, table->name) || (field->flags & TRAS_FIELD_INTERNAL))
    return 0;

  return has_name_key (db, field->target, error);
}

/* One word: in the folded name, in a code as written, or in the folded name of a referred row. */
static gboolean
append_word (TrasQuery   *self,
             TrasDb      *db,
             GString     *sql,
             GPtrArray   *parameters,
             const char  *word,
             GError     **error)
{
  const char *or = "";

  g_string_append (sql, " AND (");
  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const TrasField *field = &self->table->fields[i];
      int named;

      if (tras_query_is_name (field))
        g_string_append_printf (sql, "%st.%s LIKE $%u ESCAPE '\\'", or,
                                field->flags & TRAS_FIELD_FOLDED ? "name_key" : field->name,
                                parameters->len + 1);
      else
        {
          named = tras_query_is_searched (self->table, field, db, error);
          if (named < 0)
            return FALSE;
          if (!named)
            continue;
          g_string_append_printf (sql,
                                  "%st.%s IN (SELECT r.id FROM %s r WHERE r.name_key LIKE $%u "
                                  "ESCAPE '\\')",
                                  or, field->name, field->target, parameters->len + 1);
        }
      or = " OR ";
    }
  /* Where there is nothing to look into, nothing names the word. */
  if (*or != '\0')
    g_ptr_array_add (parameters, g_variant_ref_sink (
                                   g_variant_new_take_string (tras_query_dup_pattern (word))));
  g_string_append (sql, *or == '\0' ? "1 = 1)" : ")");

  return TRUE;
}

/**
 * tras_query_is_filtered:
 * @self: a query
 *
 * Returns: whether there are conditions or words to search for
 */
gboolean
tras_query_is_filtered (TrasQuery *self)
{
  return tras_query_has_conditions (self) || tras_query_has_words (self);
}

gboolean
tras_query_has_conditions (TrasQuery *self)
{
  return self->conditions->len > 0;
}

gboolean
tras_query_has_words (TrasQuery *self)
{
  g_auto (GStrv) words = tras_query_dup_words (self);

  return words[0] != NULL;
}

gboolean
tras_query_is_by_id (TrasQuery *self)
{
  return self->order == NULL || self->order == &id_field;
}

/**
 * tras_query_has_same_order:
 * @self: a query
 * @other: another
 *
 * Returns: whether they are of the same records in the same order, whatever they find
 */
gboolean
tras_query_has_same_order (TrasQuery *self,
                           TrasQuery *other)
{
  return self->type == other->type && self->order == other->order &&
         self->descending == other->descending;
}

/**
 * tras_query_dup_words:
 * @self: a query
 *
 * Returns: (transfer full) (array zero-terminated=1): the folded words to search for
 */
char **
tras_query_dup_words (TrasQuery *self)
{
  g_autofree char *folded = tras_fold_search (self->search);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_strv_builder_add (words, parts[i]);
    }

  return g_strv_builder_end (words);
}

/* Words are looked for in the names of what the records refer to. */
static gboolean
has_computed_reference (const TrasTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];

      if (field->target != NULL && (field->flags & TRAS_FIELD_COMPUTED))
        return TRUE;
    }

  return FALSE;
}

/**
 * tras_query_is_computed:
 * @self: a query
 *
 * Returns: whether its conditions, its words or its order need a column that only the view has
 */
gboolean
tras_query_is_computed (TrasQuery *self)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = self->conditions->pdata[i];

      if (condition->field->flags & TRAS_FIELD_COMPUTED)
        return TRUE;
    }
  if (self->order != NULL && (self->order->flags & TRAS_FIELD_COMPUTED))
    return TRUE;

  return has_computed_reference (self->table) && tras_query_has_words (self);
}

/**
 * tras_query_get_order_field:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): the field to sort by, %NULL for the id alone
 */
const TrasField *
tras_query_get_order_field (TrasQuery *self)
{
  return self->order;
}

/**
 * tras_query_append_where:
 * @self: a query
 * @db: the connection that it is for
 * @sql: gets " WHERE …" over the alias t
 * @parameters: (element-type GVariant): gets the parameters, texts and 64-bit integers, $1 first
 * @error: where to put the error
 */
gboolean
tras_query_append_where (TrasQuery  *self,
                         TrasDb     *db,
                         GString    *sql,
                         GPtrArray  *parameters,
                         GError    **error)
{
  g_auto (GStrv) words = NULL;

  g_string_append (sql, " WHERE 1 = 1");
  for (guint i = 0; i < self->conditions->len; i++)
    {
      Condition *condition = self->conditions->pdata[i];
      const char *name = condition->field->name;

      switch (condition->type)
        {
        case CONDITION_INT:
          g_ptr_array_add (parameters,
                           g_variant_ref_sink (g_variant_new_int64 (condition->number)));
          g_string_append_printf (sql, " AND t.%s %s $%u", name, op_text (condition->op),
                                  parameters->len);
          break;
        case CONDITION_TEXT:
          g_ptr_array_add (parameters, g_variant_ref_sink (g_variant_new_string (condition->text)));
          g_string_append_printf (sql, " AND t.%s %s $%u", name, op_text (condition->op),
                                  parameters->len);
          break;
        case CONDITION_NULL:
        case CONDITION_NOT_NULL:
          g_string_append_printf (sql, " AND t.%s IS %sNULL", name,
                                  condition->type == CONDITION_NULL ? "" : "NOT ");
          break;
        case CONDITION_IN:
          g_string_append_printf (sql, " AND t.%s IN (", name);
          for (guint j = 0; j < condition->numbers->len; j++)
            g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, j > 0 ? "," : "",
                                    g_array_index (condition->numbers, gint64, j));
          g_string_append_c (sql, ')');
          break;
        default:
          g_assert_not_reached ();
        }
    }

  words = tras_query_dup_words (self);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!append_word (self, db, sql, parameters, words[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_query_append_order:
 * @self: a query
 * @db: the connection that it is for
 * @sql: gets " ORDER BY …" over the alias t
 * @error: where to put the error
 */
gboolean
tras_query_append_order (TrasQuery  *self,
                         TrasDb     *db,
                         GString    *sql,
                         GError    **error)
{
  const TrasShape *shape = tras_db_get_shape (db, self->table->name, error);
  const char *direction = self->descending ? " DESC" : "";
  const char *sep = " ORDER BY ";

  if (shape == NULL)
    return FALSE;

  if (self->order != NULL)
    {
      gboolean reference = self->order->type == TRAS_VALUE_REFERENCE && self->order->target != NULL;
      int named = reference ? has_name_key (db, self->order->target, error) : FALSE;

      if (named < 0)
        return FALSE;
      if (named)
        g_string_append_printf (sql,
                                "%s(SELECT r.name_key FROM %s r WHERE r.id = t.%s)%s NULLS LAST",
                                sep, self->order->target, self->order->name, direction);
      else if (self->order->flags & TRAS_FIELD_FOLDED)
        g_string_append_printf (sql, "%st.name_key%s", sep, direction);
      else
        /* Where there is always a value an index is walked in half the time. */
        g_string_append_printf (sql, "%st.%s%s%s", sep, self->order->name, direction,
                                self->order->flags & TRAS_FIELD_REQUIRED ? "" : " NULLS LAST");
      sep = ", ";
    }
  if (shape->has_id)
    {
      g_string_append_printf (sql, "%st.id%s", sep, direction);
      return TRUE;
    }
  for (guint i = 0; i < self->table->n_fields; i++)
    {
      if (self->table->fields[i].flags & TRAS_FIELD_KEY)
        {
          g_string_append_printf (sql, "%st.%s", sep, self->table->fields[i].name);
          sep = ", ";
        }
    }

  return TRUE;
}

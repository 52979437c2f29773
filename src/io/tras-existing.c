/* tras-existing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-area.h"
#include "tras-error.h"
#include "tras-existing.h"
#include "tras-field-text.h"
#include "tras-firm.h"
#include "tras-kind-columns.h"
#include "tras-purchase.h"
#include "tras-sale.h"
#include "tras-service.h"
#include "tras-training.h"

/* A record of the file. */
typedef struct
{
  gint64 id;
  TrasRecord *record;  /* where the key is not the id */
  guint line;          /* the row that was about it, 0 for none yet */
  guint n_same;        /* how many more go by the same text */
} Known;

struct _TrasExisting
{
  TrasDb *db;
  GType type;
  const TrasTable *table;

  /* Where the key consists of fields, two of them: rows are read when their first key is met. */
  const TrasField *keys[2];
  GHashTable *groups;  /* first key: table of second key: Known */
  GHashTable *group;
  gint64 group_key;

  /* Where the key is the id: the code, the name, or all fields as one text. */
  const TrasField *code;
  const TrasField *name;
  GHashTable *by_id;        /* id: Known */
  GHashTable *by_code;      /* text: Known in by_id, n_same counted there */
  GHashTable *by_name;
  GHashTable *by_bare_name; /* of those without a code */
};

static void
known_free (gpointer data)
{
  Known *known = data;

  g_clear_object (&known->record);
  g_free (known);
}

void
tras_existing_free (TrasExisting *self)
{
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->by_code, g_hash_table_unref);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->by_bare_name, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_object (&self->db);
  g_free (self);
}

/* Every field of the row as one text. */
static char *
dup_whole (TrasExisting *self,
           TrasRecord   *row)
{
  g_autoptr (GString) whole = g_string_new (NULL);

  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const TrasField *field = &self->table->fields[i];
      g_autofree char *plain = NULL;

      if (!tras_kind_is_column (field) || (field->flags & TRAS_FIELD_COMPUTED))
        continue;
      plain = tras_field_dup_plain (row, field);
      g_string_append (whole, plain);
      g_string_append_c (whole, '\x1f');
    }

  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/* The text that stands for the row where no code does; NULL for none. */
static char *
dup_name (TrasExisting *self,
          TrasRecord   *row)
{
  /* There is one, whatever its name. */
  if (self->type == TRAS_TYPE_FIRM)
    return g_strdup ("");
  /* Roles of the same name are told apart by their areas. */
  if (TRAS_IS_ROLE (row))
    return g_strdup_printf ("%" G_GINT64_FORMAT " %s", TRAS_ROLE (row)->area_id,
                            TRAS_ROLE (row)->name);
  /* A training is held once at a time. */
  if (TRAS_IS_TRAINING_SESSION (row))
    return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                            TRAS_TRAINING_SESSION (row)->training_id,
                            TRAS_TRAINING_SESSION (row)->starts_at);
  /* So are services by who gives them to whom. */
  if (TRAS_IS_SERVICE (row))
    return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                            TRAS_SERVICE (row)->giver_id, TRAS_SERVICE (row)->taker_id,
                            TRAS_SERVICE (row)->what);
  /* An order names an item once. */
  if (TRAS_IS_SALE_LINE (row))
    return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                            TRAS_SALE_LINE (row)->sale_id, TRAS_SALE_LINE (row)->item_id);
  /* An order has an item once, or once for each action. */
  if (TRAS_IS_PURCHASE_LINE (row))
    return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                            TRAS_PURCHASE_LINE (row)->purchase_id,
                            TRAS_PURCHASE_LINE (row)->item_id, TRAS_PURCHASE_LINE (row)->action_id);
  /* A receipt gets its movement when it is stored, and its file does not say which. */
  if (TRAS_IS_RECEIPT (row))
    return g_strdup_printf ("%" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                            TRAS_RECEIPT (row)->line_id, TRAS_RECEIPT (row)->received_on,
                            TRAS_RECEIPT (row)->good, TRAS_RECEIPT (row)->rejected);
  if (self->name != NULL)
    return g_strdup (tras_record_get_text (row, self->name));
  if (self->code != NULL)
    return NULL;

  return dup_whole (self, row);
}

static const char *
get_code (TrasExisting *self,
          TrasRecord   *row)
{
  const char *code = self->code != NULL ? tras_record_get_text (row, self->code) : NULL;

  return code != NULL && *code != '\0' ? code : NULL;
}

static void
add_text (GHashTable *table,
          const char *text,
          Known      *known)
{
  Known *first = g_hash_table_lookup (table, text);

  if (first != NULL)
    first->n_same++;
  else
    g_hash_table_insert (table, g_strdup (text), known);
}

static gboolean
add_row (gpointer   record,
         gpointer   user_data,
         GError   **error)
{
  TrasExisting *self = user_data;
  TrasRecord *row = record;
  g_autofree char *name = dup_name (self, row);
  const char *code = get_code (self, row);
  Known *known = g_new0 (Known, 1);

  known->id = row->id;
  g_hash_table_insert (self->by_id, &known->id, known);
  if (code != NULL)
    add_text (self->by_code, code, known);
  if (name != NULL)
    add_text (code != NULL ? self->by_name : self->by_bare_name, name, known);

  return TRUE;
}

/**
 * tras_existing_load:
 * @db: a connection
 * @type: a record type
 * @error: where to put the error
 *
 * Records are told apart by their key where that consists of fields, else by code or SKU, else by
 * name, else by all their fields.
 *
 * Returns: (transfer full): the records of @type as they are now, or %NULL
 */
TrasExisting *
tras_existing_load (TrasDb  *db,
                    GType    type,
                    GError **error)
{
  g_autoptr (TrasExisting) self = g_new0 (TrasExisting, 1);
  g_autoptr (TrasQuery) query = NULL;
  guint n_keys = 0;

  self->db = g_object_ref (db);
  self->type = type;
  self->table = tras_record_type_get_table (type);
  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const TrasField *field = &self->table->fields[i];

      if (field->flags & TRAS_FIELD_KEY)
        {
          g_return_val_if_fail (n_keys < G_N_ELEMENTS (self->keys), NULL);
          self->keys[n_keys++] = field;
        }
      else if (field->flags & (TRAS_FIELD_NAME | TRAS_FIELD_ALIAS))
        {
          if (field->flags & TRAS_FIELD_FOLDED)
            self->name = field;
          else if (self->code == NULL && self->name == NULL && type != TRAS_TYPE_FIRM)
            self->code = field;
        }
    }

  if (n_keys > 0)
    {
      g_return_val_if_fail (n_keys == G_N_ELEMENTS (self->keys), NULL);
      self->groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                            (GDestroyNotify) g_hash_table_unref);
      return g_steal_pointer (&self);
    }

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, known_free);
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_bare_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  query = tras_query_new (type);
  if (!tras_db_foreach (db, query, add_row, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* ---- keys of fields ---- */

static gboolean
add_keyed (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasExisting *self = user_data;
  Known *known = g_new0 (Known, 1);

  known->id = tras_record_get_int (record, self->keys[1]);
  known->record = tras_record_dup (record);
  g_hash_table_insert (self->group, &known->id, known);

  return TRUE;
}

static gboolean
enter_group (TrasExisting *self,
             gint64        key,
             GError      **error)
{
  g_autoptr (TrasQuery) query = NULL;

  if (self->group != NULL && self->group_key == key)
    return TRUE;

  self->group_key = key;
  self->group = g_hash_table_lookup (self->groups, &key);
  if (self->group != NULL)
    return TRUE;

  self->group = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, known_free);
  g_hash_table_insert (self->groups, g_memdup2 (&key, sizeof key), self->group);
  query = tras_query_new (self->type);
  tras_query_where_int (query, self->keys[0]->name, TRAS_QUERY_EQ, key);

  return tras_db_foreach (self->db, query, add_keyed, self, error);
}

static gboolean
find_keyed (TrasExisting  *self,
            TrasRecord    *row,
            Known        **known,
            GError       **error)
{
  gint64 key = tras_record_get_int (row, self->keys[1]);

  if (!enter_group (self, tras_record_get_int (row, self->keys[0]), error))
    return FALSE;

  *known = g_hash_table_size (self->group) > 0 ? g_hash_table_lookup (self->group, &key) : NULL;

  return TRUE;
}

/* ---- codes and names ---- */

static gboolean
refuse_ambiguous (TrasExisting  *self,
                  GError       **error)
{
  g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID,
                       self->type == TRAS_TYPE_PURCHASE_LINE
                       ? _("The order has the item in several lines; change them in the window")
                       : _("There are several of that name; a code would tell them apart"));

  return FALSE;
}

static gboolean
find_named (TrasExisting  *self,
            TrasRecord    *row,
            Known        **known,
            GError       **error)
{
  const char *code = get_code (self, row);
  g_autofree char *name = dup_name (self, row);
  Known *named, *bare;

  *known = code != NULL ? g_hash_table_lookup (self->by_code, code) : NULL;
  if (*known != NULL || name == NULL)
    return TRUE;

  /* A row may give a code to a record that has none yet. */
  bare = g_hash_table_lookup (self->by_bare_name, name);
  named = code == NULL ? g_hash_table_lookup (self->by_name, name) : NULL;
  *known = bare != NULL ? bare : named;
  if (*known == NULL)
    return TRUE;

  if (self->name == NULL && self->type != TRAS_TYPE_FIRM &&
      self->type != TRAS_TYPE_PURCHASE_LINE)
    {
      /* As many rows as there are records like this one are about them. */
      if ((*known)->line != 0 && (*known)->n_same > 0)
        {
          (*known)->n_same--;
          (*known)->line = 0;
        }
      else if ((*known)->line != 0)
        *known = NULL;
      return TRUE;
    }
  if ((bare != NULL && named != NULL) || (*known)->n_same > 0)
    return refuse_ambiguous (self, error);

  return TRUE;
}

/**
 * tras_existing_find:
 * @self: the records of a type
 * @row: what a row of a file says, a record of that type
 * @line: the line that the row is on
 * @found: (out) (transfer full) (nullable): the record that it is about as it is in the file, %NULL
 *   for a new one
 * @error: %TRAS_ERROR_INVALID where the row could be about several records, or another row was
 *   about the same
 *
 * Returns: whether it could be told which record @row is about
 */
gboolean
tras_existing_find (TrasExisting  *self,
                    TrasRecord    *row,
                    guint          line,
                    TrasRecord   **found,
                    GError       **error)
{
  Known *known;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_OBJECT_TYPE (row) == self->type, FALSE);

  *found = NULL;
  if (!(self->groups != NULL ? find_keyed (self, row, &known, error)
                             : find_named (self, row, &known, error)))
    return FALSE;
  if (known == NULL)
    return TRUE;

  if (known->line != 0)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID, _("Line %u is about the same record"),
                   known->line);
      return FALSE;
    }
  known->line = line;
  *found = known->record != NULL ? tras_record_dup (known->record)
                                 : tras_db_load (self->db, self->type, known->id, error);

  return *found != NULL;
}

/* tras-names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-action-records.h"
#include "tras-area.h"
#include "tras-field-text.h"
#include "tras-fold.h"
#include "tras-names.h"
#include "tras-purchase.h"
#include "tras-service.h"
#include "tras-vacancy.h"

/* A shorter text is looked up without memory of its own. */
#define SHORT_TEXT 256

/* The names of one record, the one to write first. */
typedef struct
{
  guint n_names;
  char *names[4];
} Entry;

struct _TrasNames
{
  const TrasTable *table;
  GHashTable *entries;  /* id: Entry */
  GHashTable *names;    /* NAME: id, or AMBIGUOUS */
  GHashTable *aliases;  /* ALIAS: id, or AMBIGUOUS */
  GHashTable *folded;   /* either one, folded: id, or AMBIGUOUS; made when first asked */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  for (guint i = 0; i < entry->n_names; i++)
    g_free (entry->names[i]);
  g_free (entry);
}

static gint64
lookup (GHashTable *table,
        const char *name)
{
  return (gssize) GPOINTER_TO_SIZE (g_hash_table_lookup (table, name));
}

static void
add_to (GHashTable *table,
        const char *name,
        gint64      id)
{
  gint64 known = lookup (table, name);

  g_hash_table_insert (table, g_strdup (name),
                       GSIZE_TO_POINTER (known == 0 || known == id ? id : TRAS_NAMES_AMBIGUOUS));
}

static void
add_folded (TrasNames  *self,
            const char *name,
            gint64      id)
{
  g_autofree char *key = tras_fold_key (name);

  add_to (self->folded, key, id);
}

static void
take_name (TrasNames  *self,
           Entry      *entry,
           GHashTable *table,
           char       *name,
           gint64      id)
{
  add_to (table, name, id);
  if (self->folded != NULL)
    add_folded (self, name, id);

  if (entry->n_names < G_N_ELEMENTS (entry->names))
    entry->names[entry->n_names++] = name;
  else
    g_free (name);
}

static void
take_session (TrasNames           *self,
              Entry               *entry,
              TrasTrainingSession *session)
{
  const TrasField *starts_at = tras_table_find_field (self->table, "starts_at");
  g_autofree char *at = tras_field_dup_plain (TRAS_RECORD (session), starts_at);
  g_autofree char *on = tras_day_to_iso (tras_training_session_get_day (session));

  take_name (self, entry, self->aliases, g_strdup_printf ("%s (%s)", session->training_title, on),
             TRAS_RECORD (session)->id);
  take_name (self, entry, self->aliases, g_strdup_printf ("%s (%s)", session->training_title, at),
             TRAS_RECORD (session)->id);
}

/* Several areas may get the same from one, or one from several. */
static void
take_service (TrasNames   *self,
              Entry       *entry,
              TrasService *service)
{
  if (service->giver_name != NULL && service->taker_name != NULL)
    take_name (self, entry, self->aliases,
               g_strdup_printf ("%s (%s > %s)", service->what, service->giver_name,
                                service->taker_name),
               TRAS_RECORD (service)->id);
}

static void
take_vacancy (TrasNames   *self,
              Entry       *entry,
              TrasVacancy *vacancy)
{
  g_autofree char *on = tras_day_to_iso (vacancy->opened_on);

  take_name (self, entry, self->aliases, g_strdup_printf ("%s (%s)", vacancy->role_name, on),
             TRAS_RECORD (vacancy)->id);
  take_name (self, entry, self->aliases,
             g_strdup_printf ("%s (%s, %s)", vacancy->role_name, vacancy->area_name, on),
             TRAS_RECORD (vacancy)->id);
}

/* An order may have an item twice, for several days. */
static void
take_line (TrasNames         *self,
           Entry             *entry,
           TrasPurchaseLine  *line)
{
  g_autofree char *on = tras_day_to_iso (line->promised_on);

  take_name (self, entry, self->aliases, g_strdup_printf ("%s %s", line->purchase_code, line->sku),
             TRAS_RECORD (line)->id);
  if (on != NULL)
    take_name (self, entry, self->aliases,
               g_strdup_printf ("%s %s (%s)", line->purchase_code, line->sku, on),
               TRAS_RECORD (line)->id);
}

/**
 * tras_names_add:
 * @self: names
 * @record: a stored record of their type
 *
 * Adds what @record is called.
 */
void
tras_names_add (TrasNames  *self,
                TrasRecord *record)
{
  const TrasFieldFlags flags[] = { TRAS_FIELD_NAME, TRAS_FIELD_ALIAS };
  Entry *entry;

  g_return_if_fail (self != NULL);
  g_return_if_fail (tras_record_get_table (record) == self->table);

  entry = g_new0 (Entry, 1);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      for (guint j = 0; j < self->table->n_fields; j++)
        {
          const TrasField *field = &self->table->fields[j];
          const char *text;

          if ((field->flags & flags[i]) == 0)
            continue;
          text = tras_record_get_text (record, field);
          if (text != NULL && *text != '\0')
            take_name (self, entry, i == 0 ? self->names : self->aliases, g_strdup (text),
                       record->id);
        }
    }

  /* Roles have no code, and there is a manager in every area. */
  if (TRAS_IS_ROLE (record) && TRAS_ROLE (record)->area_name != NULL)
    take_name (self, entry, self->aliases,
               g_strdup_printf ("%s (%s)", TRAS_ROLE (record)->name,
                                TRAS_ROLE (record)->area_name),
               record->id);

  /* A part of one area may be called as that of another. */
  if (TRAS_IS_AREA (record) && TRAS_AREA (record)->parent_id != 0 &&
      TRAS_AREA (record)->path != NULL)
    take_name (self, entry, self->aliases, g_strdup (TRAS_AREA (record)->path), record->id);

  /* A session has no name of its own: its training is held on several days, and now and then twice
   * on one. */
  if (TRAS_IS_TRAINING_SESSION (record))
    take_session (self, entry, TRAS_TRAINING_SESSION (record));
  if (TRAS_IS_SERVICE (record))
    take_service (self, entry, TRAS_SERVICE (record));

  /* Nor has a vacancy: a role is sought for again and again. */
  if (TRAS_IS_VACANCY (record) && TRAS_VACANCY (record)->role_name != NULL)
    take_vacancy (self, entry, TRAS_VACANCY (record));

  if (TRAS_IS_PURCHASE_LINE (record) && TRAS_PURCHASE_LINE (record)->purchase_code != NULL)
    take_line (self, entry, TRAS_PURCHASE_LINE (record));

  g_hash_table_insert (self->entries, g_memdup2 (&record->id, sizeof record->id), entry);
}

static gboolean
add_row (gpointer   record,
         gpointer   user_data,
         GError   **error)
{
  tras_names_add (user_data, record);

  return TRUE;
}

/**
 * tras_names_load:
 * @db: a connection
 * @type: a record type whose key is the id
 * @error: where to put the error
 *
 * Returns: (transfer full): the names of all its records, or %NULL
 */
TrasNames *
tras_names_load (TrasDb  *db,
                 GType    type,
                 GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);
  g_autoptr (TrasNames) self = g_new0 (TrasNames, 1);

  self->table = tras_record_type_get_table (type);
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, entry_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!tras_db_foreach (db, query, add_row, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tras_names_free (TrasNames *self)
{
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->aliases, g_hash_table_unref);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_free (self);
}

static void
fold_all (TrasNames *self)
{
  GHashTableIter iter;
  gpointer id, entry;

  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    {
      for (guint i = 0; i < ((Entry *) entry)->n_names; i++)
        add_folded (self, ((Entry *) entry)->names[i], *(gint64 *) id);
    }
}

static gint64
find_text (TrasNames  *self,
           const char *text)
{
  gint64 id = lookup (self->names, text);
  g_autofree char *trimmed = NULL;
  g_autofree char *key = NULL;
  guint64 number;

  if (id == 0)
    id = lookup (self->aliases, text);
  if (id != 0)
    return id;

  if (*text == '#' && g_ascii_string_to_unsigned (text + 1, 10, 1, G_MAXINT64, &number, NULL))
    {
      id = (gint64) number;
      return g_hash_table_contains (self->entries, &id) ? id : 0;
    }

  if (self->folded == NULL)
    fold_all (self);
  trimmed = g_strstrip (g_strdup (text));
  key = tras_fold_key (trimmed);

  return *key != '\0' ? lookup (self->folded, key) : 0;
}

/**
 * tras_names_find:
 * @self: names
 * @text: what a reference says: a name, a code, or # and the id; where nothing is called that, case
 *   and accents do not count
 * @length: its bytes
 *
 * Returns: the id of the record, 0 for none, %TRAS_NAMES_AMBIGUOUS for several
 */
gint64
tras_names_find (TrasNames  *self,
                 const char *text,
                 gsize       length)
{
  char copy[SHORT_TEXT];
  g_autofree char *heap = NULL;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);

  if (length >= sizeof copy)
    return find_text (self, heap = g_strndup (text, length));

  memcpy (copy, text, length);
  copy[length] = '\0';

  return find_text (self, copy);
}

/**
 * tras_names_dup:
 * @self: names
 * @id: the id of a record of their type
 *
 * Returns: (transfer full) (nullable): a text that tras_names_find() turns back into @id: the name,
 *   else another one, else # and the id; %NULL where there is no such record
 */
char *
tras_names_dup (TrasNames *self,
                gint64     id)
{
  Entry *entry;

  g_return_val_if_fail (self != NULL, NULL);

  entry = g_hash_table_lookup (self->entries, &id);
  if (entry == NULL)
    return NULL;

  for (guint i = 0; i < entry->n_names; i++)
    {
      if (find_text (self, entry->names[i]) == id)
        return g_strdup (entry->names[i]);
    }

  return g_strdup_printf ("#%" G_GINT64_FORMAT, id);
}

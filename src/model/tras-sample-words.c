/* tras-sample-words.c: reading the sample company's files into records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * resources/sample/README.md explains the format. A field of a record is looked up under its
 * column's name without _id and _on, first in company.ini, then among the words.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-error.h"
#include "tras-sample-private.h"
#include "tras-sample-resources.h"

#define FOLDER "/org/trastienda/Trastienda/sample/"

/* When the working day begins, in seconds after midnight UTC. */
#define MORNING (9 * 3600)

static GKeyFile *
load_file (const char  *name,
           GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr(GKeyFile) file = g_key_file_new ();

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, error))
    return NULL;

  return g_steal_pointer (&file);
}

/**
 * tras_sample_new:
 * @db: where it goes
 * @language: en, es, it or pt_BR
 * @today: the day that all others count from
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): a sample with both files read
 */
TrasSample *
tras_sample_new (TrasDb      *db,
                 const char  *language,
                 TrasDay      today,
                 GError     **error)
{
  g_autoptr(TrasSample) self = g_new0 (TrasSample, 1);
  g_autofree char *name = g_strdup_printf ("sample-%s.ini", language);
  g_autofree char *currency = NULL;
  g_autofree char *money = NULL;

  g_resources_register (tras_sample_get_resource ());

  self->db = g_object_ref (db);
  self->language = language;
  self->today = today;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->data = load_file ("company.ini", error);
  if (self->data == NULL)
    return NULL;
  self->words = load_file (name, error);
  if (self->words == NULL)
    return NULL;

  currency = tras_sample_dup_text (self, "firm", "currency");
  money = g_strdup_printf ("money.%s", currency);
  self->goods = tras_sample_get_int (self, money, "goods");
  self->labour = tras_sample_get_int (self, money, "labour");

  return g_steal_pointer (&self);
}

void
tras_sample_free (TrasSample *self)
{
  g_clear_object (&self->db);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->seasons, g_hash_table_unref);
  g_clear_pointer (&self->data, g_key_file_unref);
  g_clear_pointer (&self->words, g_key_file_unref);
  g_free (self);
}

/**
 * tras_sample_tell:
 * @self: a sample
 * @percent: how far it is
 */
void
tras_sample_tell (TrasSample *self,
                  guint       percent)
{
  if (self->progress != NULL)
    self->progress (percent, 100, self->progress_data);
}

/**
 * tras_sample_list_groups:
 * @self: a sample
 * @kind: what stands before the first point of a group's name
 *
 * Returns: (transfer full) (element-type utf8): the groups of that kind, in the file's order
 */
GPtrArray *
tras_sample_list_groups (TrasSample *self,
                         const char *kind)
{
  g_autofree char *prefix = g_strconcat (kind, ".", NULL);
  g_auto(GStrv) names = g_key_file_get_groups (self->data, NULL);
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], prefix))
        g_ptr_array_add (groups, g_strdup (names[i]));
    }

  return groups;
}

/**
 * tras_sample_get_key:
 * @group: a group: kind.key
 *
 * Returns: (transfer none): its key
 */
const char *
tras_sample_get_key (const char *group)
{
  return strchr (group, '.') + 1;
}

/* The file that holds the key; company.ini first. */
static GKeyFile *
find_file (TrasSample *self,
           const char *group,
           const char *key)
{
  if (g_key_file_has_key (self->data, group, key, NULL))
    return self->data;
  if (g_key_file_has_key (self->words, group, key, NULL))
    return self->words;

  return NULL;
}

gboolean
tras_sample_has (TrasSample *self,
                 const char *group,
                 const char *key)
{
  return find_file (self, group, key) != NULL;
}

/**
 * tras_sample_dup_text:
 * @self: a sample
 * @group: a group
 * @key: a key
 *
 * Returns: (transfer full) (nullable): the text, %NULL for none
 */
char *
tras_sample_dup_text (TrasSample *self,
                      const char *group,
                      const char *key)
{
  GKeyFile *file = find_file (self, group, key);

  return file != NULL ? g_key_file_get_string (file, group, key, NULL) : NULL;
}

/**
 * tras_sample_dup_list:
 * @self: a sample
 * @group: a group
 * @key: a key
 *
 * Returns: (transfer full): the texts between semicolons; none where the key is absent
 */
char **
tras_sample_dup_list (TrasSample *self,
                      const char *group,
                      const char *key)
{
  GKeyFile *file = find_file (self, group, key);

  return file != NULL ? g_key_file_get_string_list (file, group, key, NULL, NULL)
                      : g_new0 (char *, 1);
}

/**
 * tras_sample_get_int:
 * @self: a sample
 * @group: a group
 * @key: a key
 *
 * Returns: the number, 0 where the key is absent
 */
gint64
tras_sample_get_int (TrasSample *self,
                     const char *group,
                     const char *key)
{
  return g_key_file_get_int64 (self->data, group, key, NULL);
}

/**
 * tras_sample_get_real:
 * @self: a sample
 * @group: a group
 * @key: a key
 *
 * Returns: the number, NAN where the key is absent
 */
double
tras_sample_get_real (TrasSample *self,
                      const char *group,
                      const char *key)
{
  if (!g_key_file_has_key (self->data, group, key, NULL))
    return NAN;

  return g_key_file_get_double (self->data, group, key, NULL);
}

/**
 * tras_sample_workday:
 * @day: a day
 *
 * Returns: the day, or the Friday before a Saturday or Sunday: in the same week, and never later
 */
TrasDay
tras_sample_workday (TrasDay day)
{
  return day - MAX (tras_day_weekday (day) - 5, 0);
}

/**
 * tras_sample_get_day:
 * @self: a sample
 * @group: a group
 * @key: the key of a number of days from today
 *
 * Returns: the day, or the Friday before; %TRAS_DAY_NONE where the key is absent
 */
TrasDay
tras_sample_get_day (TrasSample *self,
                     const char *group,
                     const char *key)
{
  if (!g_key_file_has_key (self->data, group, key, NULL))
    return TRAS_DAY_NONE;

  return tras_sample_workday (self->today + (TrasDay) tras_sample_get_int (self, group, key));
}

/**
 * tras_sample_get_instant:
 * @day: a day
 *
 * Returns: when work began on that day, in UTC seconds since 1970
 */
gint64
tras_sample_get_instant (TrasDay day)
{
  return (gint64) day * 86400 + MORNING;
}

/**
 * tras_sample_find:
 * @self: a sample
 * @kind: a kind of group, which is the name of its table
 * @key: a key of that kind
 * @id: (out): the id of the record that was stored for it
 * @error: where to put the error
 */
gboolean
tras_sample_find (TrasSample  *self,
                  const char  *kind,
                  const char  *key,
                  gint64      *id,
                  GError     **error)
{
  g_autofree char *group = g_strdup_printf ("%s.%s", kind, key);
  gint64 *found = g_hash_table_lookup (self->ids, group);

  if (found == NULL)
    {
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_BUG, "The sample has no %s yet", group);
      return FALSE;
    }
  *id = *found;

  return TRUE;
}

/**
 * tras_sample_refer:
 * @self: a sample
 * @group: a group
 * @key: a key that holds the key of another record
 * @kind: the other record's kind
 * @id: (out): its id, 0 where @group does not have @key
 * @error: where to put the error
 */
gboolean
tras_sample_refer (TrasSample  *self,
                   const char  *group,
                   const char  *key,
                   const char  *kind,
                   gint64      *id,
                   GError     **error)
{
  g_autofree char *value = tras_sample_dup_text (self, group, key);

  *id = 0;

  return value == NULL || tras_sample_find (self, kind, value, id, error);
}

/* The field's name in the files. */
static char *
dup_field_key (const TrasField *field)
{
  gsize length = strlen (field->name);

  if ((field->type == TRAS_VALUE_REFERENCE && g_str_has_suffix (field->name, "_id")) ||
      (field->type == TRAS_VALUE_DATE && g_str_has_suffix (field->name, "_on")))
    length -= strlen ("_id");

  return g_strndup (field->name, length);
}

/* What work costs goes by wages, everything else by prices. */
static gint64
scaled_money (TrasSample      *self,
              const TrasField *field,
              gint64           cents)
{
  gint64 percent = g_str_equal (field->name, "hour_cost") ? self->labour : self->goods;

  return cents * percent / 100;
}

static gboolean
read_field (TrasSample       *self,
            const char       *group,
            const char       *key,
            TrasRecord       *record,
            const TrasField  *field,
            GError          **error)
{
  gint64 id;

  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
      tras_record_take_text (record, field, tras_sample_dup_text (self, group, key));
      return TRUE;
    case TRAS_VALUE_CHOICE:
      {
        g_autofree char *word = tras_sample_dup_text (self, group, key);

        tras_record_set_text (record, field, word);
        return TRUE;
      }
    case TRAS_VALUE_REAL:
      tras_record_set_real (record, field, tras_sample_get_real (self, group, key));
      return TRUE;
    case TRAS_VALUE_BOOLEAN:
      tras_record_set_int (record, field,
                           g_key_file_get_boolean (self->data, group, key, NULL));
      return TRUE;
    case TRAS_VALUE_DATE:
      tras_record_set_int (record, field, tras_sample_get_day (self, group, key));
      return TRUE;
    case TRAS_VALUE_MONEY:
      tras_record_set_int (record, field,
                           scaled_money (self, field, tras_sample_get_int (self, group, key)));
      return TRUE;
    case TRAS_VALUE_QUANTITY:
      tras_record_set_int (record, field, tras_sample_get_int (self, group, key) * 1000);
      return TRUE;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_UNIT_COST:
      tras_record_set_int (record, field, tras_sample_get_int (self, group, key));
      return TRUE;
    case TRAS_VALUE_REFERENCE:
      if (!tras_sample_refer (self, group, key, field->target, &id, error))
        return FALSE;
      tras_record_set_int (record, field, id);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tras_sample_read:
 * @self: a sample
 * @group: a group
 * @record: gets the value of each of its fields that the files name
 * @error: where to put the error
 */
gboolean
tras_sample_read (TrasSample  *self,
                  const char  *group,
                  gpointer     record,
                  GError     **error)
{
  const TrasTable *table = tras_record_get_table (record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const TrasField *field = &table->fields[i];
      g_autofree char *key = dup_field_key (field);

      if ((field->flags & TRAS_FIELD_COMPUTED) == 0 && tras_sample_has (self, group, key) &&
          !read_field (self, group, key, record, field, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_add:
 * @self: a sample
 * @group: a group
 * @record: the record for it, which is stored; others can refer to it from now on
 * @error: where to put the error
 */
gboolean
tras_sample_add (TrasSample  *self,
                 const char  *group,
                 gpointer     record,
                 GError     **error)
{
  if (!tras_db_insert (self->db, record, error))
    {
      g_prefix_error (error, "%s: ", group);
      return FALSE;
    }
  g_hash_table_insert (self->ids, g_strdup (group),
                       g_memdup2 (&TRAS_RECORD (record)->id, sizeof (gint64)));

  return TRUE;
}

/**
 * tras_sample_add_all:
 * @self: a sample
 * @kind: a kind of group
 * @type: the type of its records
 * @complete: (scope call) (nullable): called with each record before it is stored
 * @error: where to put the error
 *
 * Stores a record for each group of a kind, in the file's order.
 */
gboolean
tras_sample_add_all (TrasSample      *self,
                     const char      *kind,
                     GType            type,
                     TrasSampleFunc   complete,
                     GError         **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (self, kind);

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr(TrasRecord) record = g_object_new (type, NULL);

      if (!tras_sample_read (self, groups->pdata[i], record, error) ||
          (complete != NULL && !complete (self, groups->pdata[i], record, error)) ||
          !tras_sample_add (self, groups->pdata[i], record, error))
        return FALSE;
    }

  return TRUE;
}

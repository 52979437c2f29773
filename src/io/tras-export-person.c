/* tras-export-person.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values are exact and mean the same everywhere: ISO dates, UTC instants, decimals with a point.
 * What is written here is simple enough to do without a library that reads JSON too.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-export-person.h"
#include "tras-field-text.h"

static void
add_string (GString    *json,
            const char *text)
{
  g_string_append_c (json, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_printf (json, "\\%c", *at);
      else if ((guchar) *at < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *at);
      else
        g_string_append_c (json, *at);
    }
  g_string_append_c (json, '"');
}

/* Begins a member of an object. */
static void
add_name (GString    *json,
          gboolean   *first,
          const char *name)
{
  g_string_append (json, *first ? "" : ", ");
  *first = FALSE;
  add_string (json, name);
  g_string_append (json, ": ");
}

static void
add_member (GString    *json,
            gboolean   *first,
            const char *name,
            const char *text)
{
  add_name (json, first, name);
  if (text != NULL)
    add_string (json, text);
  else
    g_string_append (json, "null");
}

static void
add_value (GString         *json,
           TrasRecord      *record,
           const TrasField *field)
{
  g_autofree char *plain = NULL;

  if (record == NULL || tras_record_is_null (record, field))
    {
      g_string_append (json, "null");
      return;
    }

  plain = tras_field_dup_plain (record, field);
  switch (field->type)
    {
    case TRAS_VALUE_TEXT:
    case TRAS_VALUE_DATE:
    case TRAS_VALUE_INSTANT:
    case TRAS_VALUE_CHOICE:
      add_string (json, plain);
      return;
    case TRAS_VALUE_BOOLEAN:
      g_string_append (json, tras_record_get_int (record, field) != 0 ? "true" : "false");
      return;
    case TRAS_VALUE_INTEGER:
    case TRAS_VALUE_REAL:
    case TRAS_VALUE_MONEY:
    case TRAS_VALUE_QUANTITY:
    case TRAS_VALUE_UNIT_COST:
    case TRAS_VALUE_REFERENCE:
      g_string_append (json, plain);
      return;
    default:
      g_return_if_reached ();
    }
}

static void
add_record (GString    *json,
            TrasRecord *record)
{
  const TrasTable *table = tras_record_get_table (record);
  gboolean first = TRUE;

  g_string_append_c (json, '{');
  if (record->id != 0)
    {
      add_name (json, &first, "id");
      g_string_append_printf (json, "%" G_GINT64_FORMAT, record->id);
    }
  for (guint i = 0; i < table->n_fields; i++)
    {
      add_name (json, &first, table->fields[i].name);
      add_value (json, record, &table->fields[i]);
    }
  g_string_append_c (json, '}');
}

static void
add_labels (GString         *json,
            const TrasTable *table)
{
  gboolean first = TRUE;

  g_string_append_c (json, '{');
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].label != NULL)
        add_member (json, &first, table->fields[i].name, tras_field_get_label (&table->fields[i]));
    }
  g_string_append_c (json, '}');
}

static void
add_part (GString              *json,
          const TrasPersonPart *part)
{
  gboolean first = TRUE;

  g_string_append (json, "    {");
  add_member (json, &first, "table", part->table->name);
  add_member (json, &first, "label", _(part->table->plural));
  add_member (json, &first, "by", part->reference->name);
  add_name (json, &first, "fields");
  add_labels (json, part->table);
  add_name (json, &first, "rows");
  g_string_append (json, "[\n");
  for (guint i = 0; i < part->records->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n      " : "      ");
      add_record (json, part->records->pdata[i]);
    }
  g_string_append (json, "\n    ]}");
}

static void
add_mention (GString           *json,
             const TrasMention *mention)
{
  gboolean first = TRUE;

  g_string_append (json, "    {");
  add_member (json, &first, "table", mention->table);
  add_member (json, &first, "key", mention->key);
  add_member (json, &first, "field", mention->column);
  add_member (json, &first, "text", mention->text);
  g_string_append_c (json, '}');
}

static void
add_change (GString                *json,
            const TrasPersonChange *change)
{
  gboolean first = TRUE;

  g_string_append_c (json, '{');
  add_member (json, &first, "table", change->table->name);
  add_member (json, &first, "label", _(change->table->singular));
  if (change->id != 0)
    {
      add_name (json, &first, "id");
      g_string_append_printf (json, "%" G_GINT64_FORMAT, change->id);
    }
  add_name (json, &first, "values");
  g_string_append_c (json, '[');
  for (guint i = 0; i < change->values->len; i++)
    {
      const TrasPersonValue *value = change->values->pdata[i];

      first = TRUE;
      g_string_append (json, i > 0 ? ", {" : "{");
      add_member (json, &first, "field", value->field->name);
      if (value->field->label != NULL)
        add_member (json, &first, "label", tras_field_get_label (value->field));
      add_name (json, &first, "before");
      add_value (json, value->before, value->field);
      add_name (json, &first, "after");
      add_value (json, value->after, value->field);
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
}

static void
add_edit (GString              *json,
          const TrasPersonEdit *entry)
{
  const TrasEditRecord *edit = entry->edit;
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (edit->at);
  g_autofree char *when = g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ");
  gboolean first = TRUE;

  g_string_append (json, "    {");
  add_member (json, &first, "at", when);
  add_member (json, &first, "who", edit->who);
  add_member (json, &first, "what", edit->label);
  add_member (json, &first, "kind", edit->kind);
  add_name (json, &first, "changes");
  g_string_append_c (json, '[');
  for (guint i = 0; i < entry->changes->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n      " : "\n      ");
      add_change (json, entry->changes->pdata[i]);
    }
  g_string_append (json, "]}");
}

/* A member that is a list, an element a line. */
#define ADD_LIST(json, name, list, add)                                                            \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_string_append (json, ",\n  \"" name "\": [\n");                                            \
      for (guint i = 0; i < (list)->len; i++)                                                      \
        {                                                                                          \
          g_string_append (json, i > 0 ? ",\n" : "");                                              \
          add (json, (list)->pdata[i]);                                                            \
        }                                                                                          \
      g_string_append (json, "\n  ]");                                                             \
    }                                                                                              \
  G_STMT_END

/**
 * tras_export_person_dup_json:
 * @file: everything about a person
 *
 * Returns: (transfer full): it as JSON: the person, then by table and reference the rows that are
 *   theirs, texts that name them, and who changed what of theirs and when
 */
char *
tras_export_person_dup_json (TrasPersonFile *file)
{
  g_autoptr (GString) json = g_string_new ("{\n  ");
  g_autofree char *made_on = NULL;
  gboolean first = TRUE;

  g_return_val_if_fail (file != NULL, NULL);

  made_on = tras_day_to_iso (file->made_on);
  add_member (json, &first, "firm", file->firm->name);
  add_member (json, &first, "currency", file->firm->currency);
  add_member (json, &first, "made_on", made_on);
  add_member (json, &first, "note",
              _("What people answer in surveys is tied to nobody and is therefore not in here."));
  if (file->hides_hour_cost)
    add_member (json, &first, "left_out",
                _("What an hour of work costs is not in here: it is not shown to who made this "
                  "file."));
  g_string_append (json, ",\n  \"fields\": ");
  add_labels (json, tras_record_get_table (TRAS_RECORD (file->person)));
  g_string_append (json, ",\n  \"person\": ");
  add_record (json, TRAS_RECORD (file->person));
  ADD_LIST (json, "records", file->parts, add_part);
  ADD_LIST (json, "mentions", file->mentions, add_mention);
  ADD_LIST (json, "edits", file->edits, add_edit);
  g_string_append (json, "\n}\n");

  return g_string_free (g_steal_pointer (&json), FALSE);
}

/**
 * tras_export_person_to_file:
 * @file: everything about a person
 * @target: where to write; only its owner can read it
 * @cancellable: (nullable): ends it early
 * @error: where to put the error
 */
gboolean
tras_export_person_to_file (TrasPersonFile *file,
                            GFile          *target,
                            GCancellable   *cancellable,
                            GError        **error)
{
  g_autofree char *json = tras_export_person_dup_json (file);

  return g_file_replace_contents (target, json, strlen (json), NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                  NULL, cancellable, error);
}

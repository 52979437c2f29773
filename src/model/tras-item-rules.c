/* tras-item-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-item-rules.h"
#include "tras-refusal.h"

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/**
 * tras_item_check:
 * @self: an item
 * @before: (nullable): as it is stored, %NULL for a new one
 * @db: a connection
 * @field: (out): where it is wrong
 * @error: %TRAS_ERROR_REFUSED with the reason, a sentence without its full stop
 *
 * A reader finds one item by a barcode. What two items have had from of old, they keep until one of
 * them gets another.
 *
 * Returns: whether no other item has the barcode
 */
gboolean
tras_item_check (TrasItem    *self,
                 TrasItem    *before,
                 TrasDb      *db,
                 const char **field,
                 GError     **error)
{
  g_autoptr (TrasQuery) query = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (TRAS_IS_ITEM (self), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);

  if (is_blank (self->barcode) ||
      (before != NULL && g_strcmp0 (self->barcode, before->barcode) == 0))
    return TRUE;

  query = tras_query_new (TRAS_TYPE_ITEM);
  tras_query_where_text (query, "barcode", TRAS_QUERY_EQ, self->barcode);
  found = tras_db_select (db, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      TrasItem *other = found->pdata[i];

      if (TRAS_RECORD (other)->id != TRAS_RECORD (before != NULL ? before : self)->id)
        /* Translators: the name and the SKU of an item */
        return tras_refuse (field, "barcode", error, _("“%s” (%s) has this barcode already"),
                            other->name, other->sku);
    }

  return found != NULL;
}

static gboolean
check (TrasItem    *item,
       TrasDb      *db,
       const char **field,
       GError     **error)
{
  g_autoptr (TrasItem) before = NULL;

  if (TRAS_RECORD (item)->id != 0 &&
      (before = tras_db_load (db, TRAS_TYPE_ITEM, TRAS_RECORD (item)->id, error)) == NULL)
    return FALSE;

  return tras_item_check (item, before, db, field, error);
}

/**
 * tras_item_rules_check:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: as of tras_item_check()
 *
 * Returns: whether its items can be written; the edit knows the field that will not do
 */
gboolean
tras_item_rules_check (TrasEdit  *edit,
                       TrasDb    *db,
                       GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      gpointer record = tras_edit_get_record (edit, i, &deletes);
      const char *field = NULL;

      if (deletes || !TRAS_IS_ITEM (record) || check (record, db, &field, error))
        continue;
      if (field != NULL)
        tras_edit_set_refused (edit, field);
      return FALSE;
    }

  return TRUE;
}

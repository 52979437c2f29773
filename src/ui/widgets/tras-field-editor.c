/* tras-field-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-field-editor.h"

G_DEFINE_INTERFACE (TrasFieldEditor, tras_field_editor, GTK_TYPE_WIDGET)

static void
tras_field_editor_default_init (TrasFieldEditorInterface *iface)
{
  g_object_interface_install_property (
    iface, g_param_spec_string ("field", NULL, NULL, NULL,
                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                  G_PARAM_STATIC_STRINGS));
}

/**
 * tras_field_editor_show:
 * @self: an editor
 * @store: the store that the record is from
 * @record: what to show
 * @editable: whether it may be changed
 */
void
tras_field_editor_show (TrasFieldEditor *self,
                        TrasStore       *store,
                        TrasRecord      *record,
                        gboolean         editable)
{
  g_return_if_fail (TRAS_IS_FIELD_EDITOR (self));
  g_return_if_fail (TRAS_IS_RECORD (record));

  TRAS_FIELD_EDITOR_GET_IFACE (self)->show (self, store, record, editable);
}

/**
 * tras_field_editor_commit:
 * @self: an editor
 *
 * Hands on what was typed, as leaving the editor does.
 *
 * Returns: whether it is a value of the field; else the editor says why not
 */
gboolean
tras_field_editor_commit (TrasFieldEditor *self)
{
  g_return_val_if_fail (TRAS_IS_FIELD_EDITOR (self), FALSE);

  return TRAS_FIELD_EDITOR_GET_IFACE (self)->commit == NULL ||
         TRAS_FIELD_EDITOR_GET_IFACE (self)->commit (self);
}

/**
 * tras_field_editor_refuse:
 * @self: an editor
 * @why: a few words
 *
 * Says beside the field why its value will not do, until it is changed.
 *
 * Returns: whether the editor can say it
 */
gboolean
tras_field_editor_refuse (TrasFieldEditor *self,
                          const char      *why)
{
  g_return_val_if_fail (TRAS_IS_FIELD_EDITOR (self), FALSE);
  g_return_val_if_fail (why != NULL, FALSE);

  if (TRAS_FIELD_EDITOR_GET_IFACE (self)->refuse == NULL)
    return FALSE;

  TRAS_FIELD_EDITOR_GET_IFACE (self)->refuse (self, why);

  return TRUE;
}

/**
 * tras_field_editor_get_field:
 * @editor: an editor, named in the message where there is no such field
 * @record: a record
 * @name: (nullable): a field's name
 *
 * Returns: (transfer none): the field
 */
const TrasField *
tras_field_editor_get_field (GtkWidget  *editor,
                             TrasRecord *record,
                             const char *name)
{
  const TrasTable *table = tras_record_get_table (record);
  const TrasField *field = name != NULL ? tras_table_find_field (table, name) : NULL;

  if (field == NULL)
    g_error ("%s of %s: no field %s", G_OBJECT_TYPE_NAME (editor), table->name, name);

  return field;
}

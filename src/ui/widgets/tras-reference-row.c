/* tras-reference-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-field-editor.h"
#include "tras-name-list.h"
#include "tras-reference-row.h"

struct _TrasReferenceRow
{
  AdwActionRow parent_instance;

  /* borrowed */
  GtkDropDown *drop_down;

  /* owned */
  TrasNameList *names;

  gboolean showing;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasReferenceRow, tras_reference_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

static void
select_reference (TrasReferenceRow *self)
{
  TrasFieldEditor *editor = TRAS_FIELD_EDITOR (self);
  TrasRecord *record = tras_field_editor_get_record (editor);
  gint64 id;

  if (record == NULL)
    return;

  id = tras_record_get_int (record, tras_field_editor_get_field (editor));
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->drop_down, tras_name_list_find (self->names, id));
  self->showing = FALSE;
}

static void
on_selected (TrasReferenceRow *self)
{
  TrasFieldEditor *editor = TRAS_FIELD_EDITOR (self);
  TrasRecord *record = tras_field_editor_get_record (editor);
  TrasName *name = gtk_drop_down_get_selected_item (self->drop_down);
  g_autoptr (TrasRecord) copy = NULL;

  if (self->showing || tras_name_list_is_changing (self->names) || record == NULL || name == NULL)
    return;

  copy = tras_record_dup (record);
  tras_record_set_int (copy, tras_field_editor_get_field (editor), tras_name_get_id (name));
  tras_field_editor_change (editor, copy);
}

static void
fill (TrasReferenceRow *self,
      TrasStore        *store,
      const TrasField  *field)
{
  gboolean required = (field->flags & TRAS_FIELD_REQUIRED) != 0;
  GtkWidget *drop_down;

  if (self->drop_down != NULL)
    adw_action_row_remove (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  if (self->names != NULL)
    g_signal_handlers_disconnect_by_data (self->names, self);
  g_clear_object (&self->names);
  self->names = tras_name_list_new (store, field->target,
                                    required ? NULL : C_("reference", "None"));
  drop_down = tras_name_list_make_drop_down (self->names);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (drop_down, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  /* The focus is on the button inside, which has no name of its own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), drop_down);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), drop_down);
  self->drop_down = GTK_DROP_DOWN (drop_down);
  g_signal_connect_swapped (drop_down, "notify::selected-item", G_CALLBACK (on_selected), self);
  g_signal_connect_object (self->names, "items-changed", G_CALLBACK (select_reference), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
tras_reference_row_say (TrasFieldEditor *editor,
                        const char      *problem)
{
  g_autofree char *escaped = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;

  tras_field_editor_mark (editor, problem != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (editor), escaped);
}

static void
tras_reference_row_show (TrasFieldEditor *editor,
                         gboolean         editable)
{
  TrasReferenceRow *self = TRAS_REFERENCE_ROW (editor);
  TrasStore *store = tras_field_editor_get_store (editor);

  self->showing = TRUE;
  if (self->names == NULL || tras_name_list_get_store (self->names) != store)
    fill (self, store, tras_field_editor_get_field (editor));
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), editable);
  select_reference (self);
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_reference_row_show;
  iface->say = tras_reference_row_say;
}

static void
tras_reference_row_dispose (GObject *object)
{
  TrasReferenceRow *self = TRAS_REFERENCE_ROW (object);

  g_clear_object (&self->names);

  G_OBJECT_CLASS (tras_reference_row_parent_class)->dispose (object);
}

static void
tras_reference_row_class_init (TrasReferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_reference_row_dispose;
  tras_field_editor_class_init (object_class);
}

static void
tras_reference_row_init (TrasReferenceRow *self)
{
}

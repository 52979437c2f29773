/* tras-reference-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-detail.h"
#include "tras-name-list.h"
#include "tras-reference-row.h"

struct _TrasReferenceRow
{
  AdwActionRow parent_instance;

  /* borrowed */
  GtkDropDown *drop_down;

  /* owned */
  char *name;
  TrasRecord *record;
  TrasNameList *names;

  gboolean showing;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasReferenceRow, tras_reference_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

typedef enum
{
  PROP_FIELD = 1,
} TrasReferenceRowProperty;

static void
select_reference (TrasReferenceRow *self)
{
  const TrasField *field;

  if (self->record == NULL)
    return;

  field = tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->drop_down,
                              tras_name_list_find (self->names,
                                                   tras_record_get_int (self->record, field)));
  self->showing = FALSE;
}

static void
on_selected (TrasReferenceRow *self)
{
  TrasDetail *detail = tras_detail_find (GTK_WIDGET (self));
  TrasName *name = gtk_drop_down_get_selected_item (self->drop_down);
  const TrasField *field;
  g_autoptr (TrasRecord) copy = NULL;

  if (self->showing || tras_name_list_is_changing (self->names) || self->record == NULL ||
      detail == NULL || name == NULL)
    return;

  field = tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name);
  copy = tras_record_dup (self->record);
  tras_record_set_int (copy, field, tras_name_get_id (name));
  if (tras_record_equal (copy, self->record))
    return;

  tras_detail_change_field (detail, TRAS_FIELD_EDITOR (self), g_steal_pointer (&copy), field);
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
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), drop_down);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), drop_down);
  self->drop_down = GTK_DROP_DOWN (drop_down);
  g_signal_connect_swapped (drop_down, "notify::selected-item", G_CALLBACK (on_selected), self);
  g_signal_connect_object (self->names, "items-changed", G_CALLBACK (select_reference), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
clear_error (TrasReferenceRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), NULL);
}

static void
tras_reference_row_refuse (TrasFieldEditor *editor,
                           const char      *why)
{
  g_autofree char *escaped = g_markup_escape_text (why, -1);

  gtk_widget_add_css_class (GTK_WIDGET (editor), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (editor), escaped);
}

static void
tras_reference_row_show (TrasFieldEditor *editor,
                         TrasStore       *store,
                         TrasRecord      *record,
                         gboolean         editable)
{
  TrasReferenceRow *self = TRAS_REFERENCE_ROW (editor);
  const TrasField *field = tras_field_editor_get_field (GTK_WIDGET (self), record, self->name);

  if (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tras_field_get_label (field));

  clear_error (self);
  self->showing = TRUE;
  g_set_object (&self->record, record);
  if (self->names == NULL || tras_name_list_get_store (self->names) != store)
    fill (self, store, field);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_down), editable);
  select_reference (self);
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_reference_row_show;
  iface->refuse = tras_reference_row_refuse;
}

static void
tras_reference_row_dispose (GObject *object)
{
  TrasReferenceRow *self = TRAS_REFERENCE_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (tras_reference_row_parent_class)->dispose (object);
}

static void
tras_reference_row_finalize (GObject *object)
{
  g_free (TRAS_REFERENCE_ROW (object)->name);

  G_OBJECT_CLASS (tras_reference_row_parent_class)->finalize (object);
}

static void
tras_reference_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TrasReferenceRowProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, TRAS_REFERENCE_ROW (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_reference_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TrasReferenceRow *self = TRAS_REFERENCE_ROW (object);

  switch ((TrasReferenceRowProperty) prop_id)
    {
    case PROP_FIELD:
      g_free (self->name);
      self->name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_reference_row_class_init (TrasReferenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_reference_row_dispose;
  object_class->finalize = tras_reference_row_finalize;
  object_class->get_property = tras_reference_row_get_property;
  object_class->set_property = tras_reference_row_set_property;
  g_object_class_override_property (object_class, PROP_FIELD, "field");
}

static void
tras_reference_row_init (TrasReferenceRow *self)
{
}

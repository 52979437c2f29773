/* tras-switch-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-field-editor.h"
#include "tras-switch-row.h"

struct _TrasSwitchRow
{
  AdwActionRow parent_instance;

  /* borrowed */
  GtkSwitch *toggle;

  gboolean showing;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasSwitchRow, tras_switch_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

static void
on_switched (TrasSwitchRow *self)
{
  TrasFieldEditor *editor = TRAS_FIELD_EDITOR (self);
  TrasRecord *record = tras_field_editor_get_record (editor);
  g_autoptr (TrasRecord) copy = NULL;

  if (self->showing || record == NULL)
    return;

  copy = tras_record_dup (record);
  tras_record_set_int (copy, tras_field_editor_get_field (editor),
                       gtk_switch_get_active (self->toggle));
  tras_field_editor_change (editor, copy);
}

static void
tras_switch_row_show (TrasFieldEditor *editor,
                      gboolean         editable)
{
  TrasSwitchRow *self = TRAS_SWITCH_ROW (editor);

  self->showing = TRUE;
  gtk_switch_set_active (self->toggle,
                         tras_record_get_int (tras_field_editor_get_record (editor),
                                              tras_field_editor_get_field (editor)) != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->toggle), editable);
  self->showing = FALSE;
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_switch_row_show;
}

static void
tras_switch_row_class_init (TrasSwitchRowClass *klass)
{
  tras_field_editor_class_init (G_OBJECT_CLASS (klass));
}

static void
tras_switch_row_init (TrasSwitchRow *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (on_switched), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
}

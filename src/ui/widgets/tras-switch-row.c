/* tras-switch-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-detail.h"
#include "tras-switch-row.h"

struct _TrasSwitchRow
{
  AdwActionRow parent_instance;

  /* borrowed */
  GtkSwitch *toggle;

  /* owned */
  char *name;
  TrasRecord *record;

  gboolean showing;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasSwitchRow, tras_switch_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

typedef enum
{
  PROP_FIELD = 1,
} TrasSwitchRowProperty;

static void
on_switched (TrasSwitchRow *self)
{
  TrasDetail *detail = tras_detail_find (GTK_WIDGET (self));
  const TrasField *field;
  g_autoptr (TrasRecord) copy = NULL;

  if (self->showing || self->record == NULL || detail == NULL)
    return;

  field = tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name);
  copy = tras_record_dup (self->record);
  tras_record_set_int (copy, field, gtk_switch_get_active (self->toggle));
  if (tras_record_equal (copy, self->record))
    return;

  tras_detail_change_field (detail, TRAS_FIELD_EDITOR (self), g_steal_pointer (&copy), field);
}

static void
tras_switch_row_show (TrasFieldEditor *editor,
                      TrasStore       *store,
                      TrasRecord      *record,
                      gboolean         editable)
{
  TrasSwitchRow *self = TRAS_SWITCH_ROW (editor);
  const TrasField *field = tras_field_editor_get_field (GTK_WIDGET (self), record, self->name);

  if (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tras_field_get_label (field));
  self->showing = TRUE;
  g_set_object (&self->record, record);
  gtk_switch_set_active (self->toggle, tras_record_get_int (record, field) != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->toggle), editable);
  self->showing = FALSE;
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_switch_row_show;
}

static void
tras_switch_row_dispose (GObject *object)
{
  TrasSwitchRow *self = TRAS_SWITCH_ROW (object);

  g_clear_object (&self->record);

  G_OBJECT_CLASS (tras_switch_row_parent_class)->dispose (object);
}

static void
tras_switch_row_finalize (GObject *object)
{
  g_free (TRAS_SWITCH_ROW (object)->name);

  G_OBJECT_CLASS (tras_switch_row_parent_class)->finalize (object);
}

static void
tras_switch_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TrasSwitchRowProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, TRAS_SWITCH_ROW (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_switch_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TrasSwitchRow *self = TRAS_SWITCH_ROW (object);

  switch ((TrasSwitchRowProperty) prop_id)
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
tras_switch_row_class_init (TrasSwitchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_switch_row_dispose;
  object_class->finalize = tras_switch_row_finalize;
  object_class->get_property = tras_switch_row_get_property;
  object_class->set_property = tras_switch_row_set_property;
  g_object_class_override_property (object_class, PROP_FIELD, "field");
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

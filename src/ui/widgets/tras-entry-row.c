/* tras-entry-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-day-button.h"
#include "tras-detail.h"
#include "tras-entry-row.h"
#include "tras-field-text.h"

struct _TrasEntryRow
{
  AdwEntryRow parent_instance;

  /* borrowed */
  TrasDayButton *day_button;

  /* owned */
  char *name;
  char *title;
  char *shown;
  TrasStore *store;
  TrasRecord *record;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasEntryRow, tras_entry_row, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

typedef enum
{
  PROP_FIELD = 1,
} TrasEntryRowProperty;

static void
clear_error (TrasEntryRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID);
  if (self->title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
}

/* The row's title makes room for what is wrong: it stands right over what was typed. */
static void
set_error (TrasEntryRow *self,
           const char   *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), message);
}

static char *
dup_shown (TrasEntryRow    *self,
           TrasRecord      *record,
           const TrasField *field)
{
  return tras_field_dup_shown (record, field, tras_number_format_get_default (),
                               tras_store_get_currency (self->store));
}

static gboolean
is_typed (TrasEntryRow *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), self->shown) != 0;
}

static void
show_text (TrasEntryRow    *self,
           TrasRecord      *record,
           const TrasField *field)
{
  g_free (self->shown);
  self->shown = dup_shown (self, record, field);
  if (is_typed (self))
    gtk_editable_set_text (GTK_EDITABLE (self), self->shown);
  clear_error (self);
}

static gboolean
commit (TrasEntryRow *self)
{
  TrasDetail *detail = tras_detail_find (GTK_WIDGET (self));
  const TrasField *field;
  g_autoptr (TrasRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  if (self->record == NULL || detail == NULL)
    return TRUE;

  field = tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name);
  copy = tras_record_dup (self->record);
  if (!tras_field_set_typed (copy, field, gtk_editable_get_text (GTK_EDITABLE (self)),
                             tras_number_format_get_default (),
                             tras_store_get_currency (self->store), &error))
    {
      set_error (self, error->message);
      return FALSE;
    }

  if (tras_record_equal (copy, self->record))
    {
      show_text (self, self->record, field);
      return TRUE;
    }

  show_text (self, copy, field);
  tras_detail_change_field (detail, TRAS_FIELD_EDITOR (self), g_steal_pointer (&copy), field);

  return TRUE;
}

static void
on_focus_left (TrasEntryRow *self)
{
  if (self->record != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && is_typed (self))
    commit (self);
}

static gboolean
on_key_pressed (TrasEntryRow    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  /* Where nothing is typed, Escape is for the pane. */
  if (keyval != GDK_KEY_Escape || self->record == NULL || !is_typed (self))
    return GDK_EVENT_PROPAGATE;

  show_text (self, self->record,
             tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name));

  return GDK_EVENT_STOP;
}

static void
on_day_picked (TrasEntryRow *self,
               int           day)
{
  g_autofree char *text =
    tras_number_format_date_medium (tras_number_format_get_default (), day);

  gtk_editable_set_text (GTK_EDITABLE (self), text);
  commit (self);
}

static void
show_day (TrasEntryRow    *self,
          const TrasField *field)
{
  if (self->day_button == NULL)
    {
      self->day_button = TRAS_DAY_BUTTON (tras_day_button_new ());
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->day_button));
      g_signal_connect_swapped (self->day_button, "picked", G_CALLBACK (on_day_picked), self);
    }
  tras_day_button_set_day (self->day_button, (TrasDay) tras_record_get_int (self->record, field));
}

/* Somebody else's change must not take away what is being typed here. */
static void
keep_typed (TrasEntryRow    *self,
            const TrasField *field)
{
  g_autofree char *now = dup_shown (self, self->record, field);
  g_autofree char *message = NULL;

  if (g_str_equal (now, self->shown))
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  /* Translators: %s is what another window has written into the field that is being typed in */
  message = g_strdup_printf (_("Changed to “%s” meanwhile: Enter keeps yours, Escape takes it"),
                             self->shown);
  set_error (self, message);
}

static void
tras_entry_row_show (TrasFieldEditor *editor,
                     TrasStore       *store,
                     TrasRecord      *record,
                     gboolean         editable)
{
  TrasEntryRow *self = TRAS_ENTRY_ROW (editor);
  const TrasField *field = tras_field_editor_get_field (GTK_WIDGET (self), record, self->name);
  gboolean same = self->record != NULL && self->record->id == record->id && self->store == store;

  g_set_object (&self->store, store);
  g_set_object (&self->record, record);
  gtk_editable_set_editable (GTK_EDITABLE (self),
                             editable && !(field->flags & TRAS_FIELD_COMPUTED));
  if (self->title == NULL)
    self->title = g_strdup (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) != '\0'
                              ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self))
                              : tras_field_get_label (field));
  if (field->type == TRAS_VALUE_DATE && editable)
    show_day (self, field);

  if (same && is_typed (self))
    keep_typed (self, field);
  else
    show_text (self, record, field);
}

static gboolean
tras_entry_row_commit (TrasFieldEditor *editor)
{
  return commit (TRAS_ENTRY_ROW (editor));
}

static void
tras_entry_row_refuse (TrasFieldEditor *editor,
                       const char      *why)
{
  TrasEntryRow *self = TRAS_ENTRY_ROW (editor);

  if (self->record == NULL)
    return;

  /* What was typed counts as typed again. */
  g_free (self->shown);
  self->shown = dup_shown (self, self->record,
                           tras_field_editor_get_field (GTK_WIDGET (self), self->record,
                                                        self->name));
  set_error (self, why);
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_entry_row_show;
  iface->commit = tras_entry_row_commit;
  iface->refuse = tras_entry_row_refuse;
}

static void
tras_entry_row_dispose (GObject *object)
{
  TrasEntryRow *self = TRAS_ENTRY_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_entry_row_parent_class)->dispose (object);
}

static void
tras_entry_row_finalize (GObject *object)
{
  TrasEntryRow *self = TRAS_ENTRY_ROW (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->shown);

  G_OBJECT_CLASS (tras_entry_row_parent_class)->finalize (object);
}

static void
tras_entry_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((TrasEntryRowProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, TRAS_ENTRY_ROW (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_entry_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TrasEntryRow *self = TRAS_ENTRY_ROW (object);

  switch ((TrasEntryRowProperty) prop_id)
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
tras_entry_row_class_init (TrasEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_entry_row_dispose;
  object_class->finalize = tras_entry_row_finalize;
  object_class->get_property = tras_entry_row_get_property;
  object_class->set_property = tras_entry_row_set_property;
  g_object_class_override_property (object_class, PROP_FIELD, "field");
}

static void
tras_entry_row_init (TrasEntryRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_swapped (self, "entry-activated", G_CALLBACK (commit), self);
}

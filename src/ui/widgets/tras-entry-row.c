/* tras-entry-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-detail.h"
#include "tras-entry-row.h"
#include "tras-field-editor.h"
#include "tras-field-text.h"

struct _TrasEntryRow
{
  AdwEntryRow parent_instance;

  /* owned */
  char *name;
  char *title;
  TrasStore *store;
  TrasRecord *record;
  GtkWidget *calendar_button;
  GtkCalendar *calendar;

  gboolean showing;
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
}

static void
show_text (TrasEntryRow    *self,
           const TrasField *field)
{
  g_autofree char *text = tras_field_dup_shown (self->record, field,
                                                tras_number_format_get_default (),
                                                tras_store_get_currency (self->store));

  self->showing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->showing = FALSE;
  clear_error (self);
}

static gboolean
commit (TrasEntryRow *self)
{
  TrasDetail *detail = tras_detail_find (GTK_WIDGET (self));
  const TrasField *field;
  g_autoptr (TrasRecord) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

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
      show_text (self, field);
      return TRUE;
    }

  clear_error (self);
  /* Translators: an edit of one field: Change: Due */
  label = g_strdup_printf (_("Change: %s"), tras_field_get_label (field));
  tras_detail_change (detail, g_steal_pointer (&copy), label);

  return TRUE;
}

static void
on_focus_left (TrasEntryRow *self)
{
  if (self->record != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    commit (self);
}

static gboolean
on_key_pressed (TrasEntryRow    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || self->record == NULL)
    return GDK_EVENT_PROPAGATE;

  show_text (self, tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name));

  return GDK_EVENT_PROPAGATE;
}

static void
on_day_selected (TrasEntryRow *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  if (self->showing)
    return;

  date = gtk_calendar_get_date (self->calendar);
  text = tras_number_format_date_medium (tras_number_format_get_default (),
                                         tras_day_new (g_date_time_get_year (date),
                                                       g_date_time_get_month (date),
                                                       g_date_time_get_day_of_month (date)));
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->calendar_button));
  commit (self);
}

static void
add_calendar (TrasEntryRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->calendar_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->calendar_button),
                                 "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->calendar_button), popover);
  gtk_widget_set_valign (self->calendar_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->calendar_button, "flat");
  gtk_widget_set_tooltip_text (self->calendar_button, _("Pick a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pick a day"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->calendar_button);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
}

static void
show_day (TrasEntryRow    *self,
          const TrasField *field)
{
  TrasDay day = (TrasDay) tras_record_get_int (self->record, field);
  g_autoptr (GDateTime) date = NULL;
  int year, month, month_day;

  if (self->calendar == NULL)
    add_calendar (self);
  if (day == TRAS_DAY_NONE)
    day = tras_day_today ();

  tras_day_split (day, &year, &month, &month_day);
  date = g_date_time_new_local (year, month, month_day, 0, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
}

static void
tras_entry_row_show (TrasFieldEditor *editor,
                     TrasStore       *store,
                     TrasRecord      *record,
                     gboolean         editable)
{
  TrasEntryRow *self = TRAS_ENTRY_ROW (editor);
  const TrasField *field = tras_field_editor_get_field (GTK_WIDGET (self), record, self->name);
  gboolean same = self->record != NULL && self->record->id == record->id;
  gboolean typing = same && gtk_widget_get_state_flags (GTK_WIDGET (self)) &
                              GTK_STATE_FLAG_FOCUS_WITHIN;

  g_set_object (&self->store, store);
  g_set_object (&self->record, record);
  gtk_editable_set_editable (GTK_EDITABLE (self),
                             editable && !(field->flags & TRAS_FIELD_COMPUTED));
  if (self->title == NULL)
    self->title = g_strdup (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) != '\0'
                              ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self))
                              : tras_field_get_label (field));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), self->title);
  if (field->type == TRAS_VALUE_DATE && editable)
    show_day (self, field);

  /* Somebody else's change must not take away what is being typed here. */
  if (!typing || !gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    show_text (self, field);
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
  set_error (TRAS_ENTRY_ROW (editor), why);
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

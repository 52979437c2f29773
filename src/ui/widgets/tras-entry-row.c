/* tras-entry-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-day-button.h"
#include "tras-entry-row.h"
#include "tras-field-editor.h"
#include "tras-number.h"

struct _TrasEntryRow
{
  AdwEntryRow parent_instance;

  /* borrowed */
  TrasDayButton *day_button;

  /* owned */
  char *title;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasEntryRow, tras_entry_row, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

/* The row's title makes room for what is wrong: it stands right over what was typed. */
static void
tras_entry_row_say (TrasFieldEditor *editor,
                    const char      *problem)
{
  TrasEntryRow *self = TRAS_ENTRY_ROW (editor);
  g_autofree char *escaped = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;

  tras_field_editor_mark (editor, problem != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 problem != NULL ? escaped : self->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), problem);
}

static char *
tras_entry_row_dup_typed (TrasFieldEditor *editor)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor)));
}

static void
tras_entry_row_put (TrasFieldEditor *editor,
                    const char      *text)
{
  GtkEditable *editable = GTK_EDITABLE (editor);

  if (!g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
  /* Undoing what is typed ends where the record begins; from there on the edits are undone. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_enable_undo (editable, TRUE);
}

static char *
tras_entry_row_dup_meanwhile (TrasFieldEditor *editor,
                              const char      *now)
{
  /* Translators: %s is what another window has written into the field that is being typed in */
  return g_strdup_printf (_("Changed to “%s” meanwhile: Enter keeps yours, Escape takes it"), now);
}

static void
on_focus_left (TrasEntryRow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      tras_field_editor_is_typed (TRAS_FIELD_EDITOR (self)))
    tras_field_editor_commit (TRAS_FIELD_EDITOR (self));
}

static gboolean
on_key_pressed (TrasEntryRow    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  /* Where nothing is typed, Escape is for the pane. */
  return keyval == GDK_KEY_Escape && tras_field_editor_take_back (TRAS_FIELD_EDITOR (self));
}

static void
on_day_picked (TrasEntryRow *self,
               int           day)
{
  const TrasField *field = tras_field_editor_get_field (TRAS_FIELD_EDITOR (self));
  const char *time = strrchr (gtk_editable_get_text (GTK_EDITABLE (self)), ' ');
  g_autofree char *text =
    tras_number_format_date_medium (tras_number_format_get_default (), day);
  g_autofree char *both = g_strconcat (text, time, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self), field->type == TRAS_VALUE_INSTANT ? both : text);
  tras_field_editor_commit (TRAS_FIELD_EDITOR (self));
}

static TrasDay
get_day (TrasRecord      *record,
         const TrasField *field)
{
  g_autoptr (GDateTime) time = NULL;

  if (tras_record_is_null (record, field))
    return TRAS_DAY_NONE;
  if (field->type == TRAS_VALUE_DATE)
    return (TrasDay) tras_record_get_int (record, field);

  time = g_date_time_new_from_unix_local (tras_record_get_int (record, field));

  return time != NULL ? tras_day_new (g_date_time_get_year (time), g_date_time_get_month (time),
                                      g_date_time_get_day_of_month (time))
                      : TRAS_DAY_NONE;
}

static void
show_day (TrasEntryRow *self,
          TrasDay       day)
{
  if (self->day_button == NULL)
    {
      self->day_button = TRAS_DAY_BUTTON (tras_day_button_new ());
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->day_button));
      g_signal_connect_swapped (self->day_button, "picked", G_CALLBACK (on_day_picked), self);
    }
  tras_day_button_set_day (self->day_button, day);
}

static void
tras_entry_row_show (TrasFieldEditor *editor,
                     gboolean         editable)
{
  TrasEntryRow *self = TRAS_ENTRY_ROW (editor);
  const TrasField *field = tras_field_editor_get_field (editor);

  if (self->title == NULL)
    self->title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  gtk_editable_set_editable (GTK_EDITABLE (self), editable);
  if ((field->type == TRAS_VALUE_DATE || field->type == TRAS_VALUE_INSTANT) && editable)
    show_day (self, get_day (tras_field_editor_get_record (editor), field));
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_entry_row_show;
  iface->say = tras_entry_row_say;
  iface->dup_typed = tras_entry_row_dup_typed;
  iface->put = tras_entry_row_put;
  iface->dup_meanwhile = tras_entry_row_dup_meanwhile;
}

static void
tras_entry_row_finalize (GObject *object)
{
  g_free (TRAS_ENTRY_ROW (object)->title);

  G_OBJECT_CLASS (tras_entry_row_parent_class)->finalize (object);
}

static void
tras_entry_row_class_init (TrasEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tras_entry_row_finalize;
  tras_field_editor_class_init (object_class);
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
  tras_field_editor_share_undo (TRAS_FIELD_EDITOR (self));
  g_signal_connect_swapped (self, "entry-activated", G_CALLBACK (tras_field_editor_commit), self);
  g_signal_connect (self, "changed", G_CALLBACK (tras_field_editor_emit_typed), NULL);
}

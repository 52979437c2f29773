/* tras-percent-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-field-editor.h"
#include "tras-percent-row.h"

#define STEP 5
#define PAGE 25

/* How many milliseconds a number stands before it is meant: each step would be an edit of its
 * own. */
#define SETTLE_MS 900

struct _TrasPercentRow
{
  AdwActionRow parent_instance;

  /* borrowed */
  GtkSpinButton *spin;

  guint settle;
  gboolean showing;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasPercentRow, tras_percent_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

static void
hand_on (TrasPercentRow *self)
{
  TrasFieldEditor *editor = TRAS_FIELD_EDITOR (self);
  TrasRecord *record = tras_field_editor_get_record (editor);
  g_autoptr (TrasRecord) copy = NULL;

  g_clear_handle_id (&self->settle, g_source_remove);
  if (record == NULL)
    return;

  copy = tras_record_dup (record);
  tras_record_set_int (copy, tras_field_editor_get_field (editor),
                       gtk_spin_button_get_value_as_int (self->spin));
  tras_field_editor_change (editor, copy);
}

static gboolean
on_settled (gpointer data)
{
  TrasPercentRow *self = data;

  self->settle = 0;
  hand_on (self);

  return G_SOURCE_REMOVE;
}

static void
on_value_changed (TrasPercentRow *self)
{
  if (self->showing)
    return;

  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

static void
on_focus_left (TrasPercentRow *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_spin_button_update (self->spin);
  if (self->settle != 0)
    hand_on (self);
}

static void
tras_percent_row_show (TrasFieldEditor *editor,
                       gboolean         editable)
{
  TrasPercentRow *self = TRAS_PERCENT_ROW (editor);
  TrasRecord *record = tras_field_editor_get_record (editor);

  gtk_widget_set_sensitive (GTK_WIDGET (self->spin), editable);
  /* What is being stepped to is not taken away by what was before. */
  if (self->settle != 0)
    return;

  self->showing = TRUE;
  gtk_spin_button_set_value (self->spin, (double) tras_record_get_int (
                                           record, tras_field_editor_get_field (editor)));
  self->showing = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
tras_percent_row_say (TrasFieldEditor *editor,
                      const char      *problem)
{
  g_autofree char *escaped = problem != NULL ? g_markup_escape_text (problem, -1) : NULL;

  tras_field_editor_mark (editor, problem != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (editor), escaped);
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_percent_row_show;
  iface->say = tras_percent_row_say;
}

static void
tras_percent_row_dispose (GObject *object)
{
  g_clear_handle_id (&TRAS_PERCENT_ROW (object)->settle, g_source_remove);

  G_OBJECT_CLASS (tras_percent_row_parent_class)->dispose (object);
}

static void
tras_percent_row_class_init (TrasPercentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_percent_row_dispose;
  tras_field_editor_class_init (object_class);
}

static void
tras_percent_row_init (TrasPercentRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *sign = gtk_label_new ("%");

  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 100, STEP));
  gtk_spin_button_set_increments (self->spin, STEP, PAGE);
  gtk_spin_button_set_numeric (self->spin, TRUE);
  gtk_spin_button_set_snap_to_ticks (self->spin, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->spin), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (on_value_changed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_css_class (sign, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), sign);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin));
}

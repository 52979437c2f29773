/* tras-text-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-field-editor.h"
#include "tras-text-row.h"

struct _TrasTextRow
{
  AdwPreferencesRow parent_instance;

  /* borrowed */
  GtkLabel *label;
  GtkTextView *view;

  guint height_source;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasTextRow, tras_text_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

static char *
tras_text_row_dup_typed (TrasFieldEditor *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (TRAS_TEXT_ROW (editor)->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
tras_text_row_put (TrasFieldEditor *editor,
                   const char      *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (TRAS_TEXT_ROW (editor)->view);
  g_autofree char *before = tras_text_row_dup_typed (editor);

  if (!g_str_equal (before, text))
    gtk_text_buffer_set_text (buffer, text, -1);
  /* Undoing what is typed ends where the record begins; from there on the edits are undone. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
}

static void
tras_text_row_say (TrasFieldEditor *editor,
                   const char      *problem)
{
  TrasTextRow *self = TRAS_TEXT_ROW (editor);

  tras_field_editor_mark (editor, problem != NULL);
  gtk_label_set_label (self->label,
                       problem != NULL
                         ? problem
                         : adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

static char *
tras_text_row_dup_meanwhile (TrasFieldEditor *editor,
                             const char      *now)
{
  return g_strdup (_("Changed meanwhile: Ctrl+Enter keeps yours, Escape takes the other"));
}

static void
on_focus_left (TrasTextRow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      tras_field_editor_is_typed (TRAS_FIELD_EDITOR (self)))
    tras_field_editor_commit (TRAS_FIELD_EDITOR (self));
}

static gboolean
on_key_pressed (TrasTextRow     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  /* Where nothing is typed, Escape is for the pane. */
  if (keyval == GDK_KEY_Escape)
    return tras_field_editor_take_back (TRAS_FIELD_EDITOR (self));
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK))
    {
      /* In a form it is as good as its button. */
      if (tras_field_editor_commit (TRAS_FIELD_EDITOR (self)))
        gtk_widget_activate_default (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
tras_text_row_show (TrasFieldEditor *editor,
                    gboolean         editable)
{
  TrasTextRow *self = TRAS_TEXT_ROW (editor);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  gtk_text_view_set_editable (self->view, editable);
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_text_row_show;
  iface->say = tras_text_row_say;
  iface->dup_typed = tras_text_row_dup_typed;
  iface->put = tras_text_row_put;
  iface->dup_meanwhile = tras_text_row_dup_meanwhile;
}

static gboolean
ask_for_height (gpointer data)
{
  TrasTextRow *self = data;

  self->height_source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->view));

  return G_SOURCE_REMOVE;
}

/* A text view guesses its height, and lays its lines out later without saying so. */
static void
on_text_changed (TrasTextRow *self)
{
  if (self->height_source == 0)
    self->height_source = g_idle_add (ask_for_height, self);
}

static void
on_buffer_changed (TrasTextRow *self)
{
  on_text_changed (self);
  tras_field_editor_emit_typed (TRAS_FIELD_EDITOR (self));
}

static gboolean
tras_text_row_grab_focus (GtkWidget *widget)
{
  GtkTextView *view = TRAS_TEXT_ROW (widget)->view;
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (view), &end);

  return gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
tras_text_row_dispose (GObject *object)
{
  TrasTextRow *self = TRAS_TEXT_ROW (object);

  g_clear_handle_id (&self->height_source, g_source_remove);

  G_OBJECT_CLASS (tras_text_row_parent_class)->dispose (object);
}

static void
tras_text_row_class_init (TrasTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_text_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tras_text_row_grab_focus;
  tras_field_editor_class_init (object_class);
}

static void
tras_text_row_init (TrasTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "text-row");
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (on_buffer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_text_changed), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), key);
  tras_field_editor_share_undo (TRAS_FIELD_EDITOR (self));
}

/**
 * tras_text_row_set_least_height:
 * @self: a row
 * @height: in pixels, of the text alone
 *
 * Leaves room to write where what is around the row does not grow with it.
 */
void
tras_text_row_set_least_height (TrasTextRow *self,
                                int          height)
{
  g_return_if_fail (TRAS_IS_TEXT_ROW (self));

  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, height);
}

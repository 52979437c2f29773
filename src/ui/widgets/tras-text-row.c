/* tras-text-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-detail.h"
#include "tras-field-text.h"
#include "tras-text-row.h"

struct _TrasTextRow
{
  AdwPreferencesRow parent_instance;

  /* borrowed */
  GtkLabel *label;
  GtkTextView *view;

  /* owned */
  char *name;
  char *shown;
  TrasRecord *record;
  TrasStore *store;
  guint height_source;
};

static void editor_init (TrasFieldEditorInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasTextRow, tras_text_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_FIELD_EDITOR, editor_init))

typedef enum
{
  PROP_FIELD = 1,
} TrasTextRowProperty;

static char *
dup_typed (TrasTextRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_caption (TrasTextRow *self,
             const char  *problem)
{
  gtk_label_set_label (self->label,
                       problem != NULL
                         ? problem
                         : adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static gboolean
is_typed (TrasTextRow *self)
{
  g_autofree char *typed = dup_typed (self);

  return g_strcmp0 (typed, self->shown) != 0;
}

static void
set_shown (TrasTextRow     *self,
           TrasRecord      *record,
           const TrasField *field)
{
  const char *text = tras_record_get_text (record, field);

  g_free (self->shown);
  self->shown = g_strdup (text != NULL ? text : "");
}

static void
show_text (TrasTextRow     *self,
           TrasRecord      *record,
           const TrasField *field)
{
  set_shown (self, record, field);
  if (is_typed (self))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->shown, -1);
  set_caption (self, NULL);
}

static gboolean
commit (TrasTextRow *self)
{
  TrasDetail *detail = tras_detail_find (GTK_WIDGET (self));
  const TrasField *field;
  g_autoptr (TrasRecord) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = dup_typed (self);

  if (self->record == NULL || detail == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return TRUE;

  field = tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name);
  copy = tras_record_dup (self->record);
  if (!tras_field_set_typed (copy, field, typed, tras_number_format_get_default (),
                             tras_store_get_currency (self->store), &error))
    {
      set_caption (self, error->message);
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
on_focus_left (TrasTextRow *self)
{
  if (is_typed (self))
    commit (self);
}

static gboolean
on_key_pressed (TrasTextRow     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  /* Where nothing is typed, Escape is for the pane. */
  if (keyval == GDK_KEY_Escape && self->record != NULL && is_typed (self))
    {
      show_text (self, self->record,
                 tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name));
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK))
    {
      commit (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* Somebody else's change must not take away what is being typed here. */
static void
keep_typed (TrasTextRow     *self,
            const TrasField *field)
{
  const char *now = tras_record_get_text (self->record, field);

  if (g_strcmp0 (now != NULL ? now : "", self->shown) == 0)
    return;

  set_shown (self, self->record, field);
  set_caption (self, _("Changed meanwhile: Ctrl+Enter keeps yours, Escape takes the other"));
}

static void
tras_text_row_show (TrasFieldEditor *editor,
                    TrasStore       *store,
                    TrasRecord      *record,
                    gboolean         editable)
{
  TrasTextRow *self = TRAS_TEXT_ROW (editor);
  const TrasField *field = tras_field_editor_get_field (GTK_WIDGET (self), record, self->name);
  gboolean same = self->record != NULL && self->record->id == record->id && self->store == store;

  if (*adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tras_field_get_label (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  g_set_object (&self->store, store);
  g_set_object (&self->record, record);
  gtk_text_view_set_editable (self->view, editable && !(field->flags & TRAS_FIELD_COMPUTED));

  if (same && is_typed (self))
    keep_typed (self, field);
  else
    show_text (self, record, field);
}

static gboolean
tras_text_row_commit (TrasFieldEditor *editor)
{
  return commit (TRAS_TEXT_ROW (editor));
}

static void
tras_text_row_refuse (TrasFieldEditor *editor,
                      const char      *why)
{
  TrasTextRow *self = TRAS_TEXT_ROW (editor);

  if (self->record == NULL)
    return;

  /* What was typed counts as typed again. */
  set_shown (self, self->record,
             tras_field_editor_get_field (GTK_WIDGET (self), self->record, self->name));
  set_caption (self, why);
}

static void
editor_init (TrasFieldEditorInterface *iface)
{
  iface->show = tras_text_row_show;
  iface->commit = tras_text_row_commit;
  iface->refuse = tras_text_row_refuse;
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
tras_text_row_dispose (GObject *object)
{
  TrasTextRow *self = TRAS_TEXT_ROW (object);

  g_clear_handle_id (&self->height_source, g_source_remove);
  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_text_row_parent_class)->dispose (object);
}

static void
tras_text_row_finalize (GObject *object)
{
  g_free (TRAS_TEXT_ROW (object)->name);
  g_free (TRAS_TEXT_ROW (object)->shown);

  G_OBJECT_CLASS (tras_text_row_parent_class)->finalize (object);
}

static void
tras_text_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TrasTextRowProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, TRAS_TEXT_ROW (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_text_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TrasTextRow *self = TRAS_TEXT_ROW (object);

  switch ((TrasTextRowProperty) prop_id)
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
tras_text_row_class_init (TrasTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_text_row_dispose;
  object_class->finalize = tras_text_row_finalize;
  object_class->get_property = tras_text_row_get_property;
  object_class->set_property = tras_text_row_set_property;
  g_object_class_override_property (object_class, PROP_FIELD, "field");
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
                           G_CALLBACK (on_text_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_text_changed), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), key);
}

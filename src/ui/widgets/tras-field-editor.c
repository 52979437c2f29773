/* tras-field-editor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-detail.h"
#include "tras-field-editor.h"
#include "tras-field-text.h"

G_DEFINE_INTERFACE (TrasFieldEditor, tras_field_editor, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_FIELD = 1,
} TrasFieldEditorProperty;

enum
{
  TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* An interface has no members: what every editor remembers hangs on it as data. */
typedef struct
{
  char *name;
  char *shown;
  TrasStore *store;
  TrasRecord *record;
  gboolean helped;
} State;

static G_DEFINE_QUARK (tras-field-editor-state, state)

static void
tras_field_editor_default_init (TrasFieldEditorInterface *iface)
{
  g_object_interface_install_property (
    iface, g_param_spec_string ("field", NULL, NULL, NULL,
                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                  G_PARAM_STATIC_STRINGS));

  /**
   * TrasFieldEditor::typed:
   *
   * What stands in an editor that is typed into has become another text, by whomever.
   */
  signals[TYPED] = g_signal_new ("typed", TRAS_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
state_free (gpointer data)
{
  State *state = data;

  g_free (state->name);
  g_free (state->shown);
  g_clear_object (&state->store);
  g_clear_object (&state->record);
  g_free (state);
}

static State *
get_state (gpointer self)
{
  State *state = g_object_get_qdata (self, state_quark ());

  if (state == NULL)
    {
      state = g_new0 (State, 1);
      g_object_set_qdata_full (self, state_quark (), state, state_free);
    }

  return state;
}

static void
tras_field_editor_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch ((TrasFieldEditorProperty) prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, get_state (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_field_editor_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch ((TrasFieldEditorProperty) prop_id)
    {
    case PROP_FIELD:
      g_free (get_state (object)->name);
      get_state (object)->name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/**
 * tras_field_editor_class_init:
 * @klass: a class that implements the interface and has no properties of its own
 *
 * Gives it the property "field".
 */
void
tras_field_editor_class_init (GObjectClass *klass)
{
  klass->get_property = tras_field_editor_get_property;
  klass->set_property = tras_field_editor_set_property;
  g_object_class_override_property (klass, PROP_FIELD, "field");
}

static gboolean
is_text_editor (TrasFieldEditor *self)
{
  return TRAS_FIELD_EDITOR_GET_IFACE (self)->dup_typed != NULL;
}

static void
say (TrasFieldEditor *self,
     const char      *problem)
{
  if (TRAS_FIELD_EDITOR_GET_IFACE (self)->say != NULL)
    TRAS_FIELD_EDITOR_GET_IFACE (self)->say (self, problem);
}

static char *
dup_text (TrasFieldEditor *self,
          TrasRecord      *record)
{
  return tras_field_dup_shown (record, tras_field_editor_get_field (self),
                               tras_number_format_get_default (),
                               tras_store_get_currency (get_state (self)->store));
}

static void
show_text (TrasFieldEditor *self,
           TrasRecord      *record)
{
  State *state = get_state (self);

  g_free (state->shown);
  state->shown = dup_text (self, record);
  TRAS_FIELD_EDITOR_GET_IFACE (self)->put (self, state->shown);
  say (self, NULL);
}

/* What the field is, in small letters under its row, and in the ear of who hears the window. */
static void
add_help (TrasFieldEditor *self,
          const TrasField *field)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row, *label;

  if (get_state (self)->helped || field->help == NULL || !GTK_IS_LIST_BOX (list))
    return;
  get_state (self)->helped = TRUE;

  label = gtk_label_new (_(field->help));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, "activatable", FALSE, "selectable",
                      FALSE, "focusable", FALSE, NULL);
  gtk_widget_add_css_class (row, "field-help");
  gtk_widget_add_css_class (GTK_WIDGET (self), "has-help");
  g_object_bind_property (self, "visible", row, "visible", G_BINDING_SYNC_CREATE);
  gtk_list_box_insert (GTK_LIST_BOX (list), row,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(field->help), -1);
}

/* Somebody else's change must not take away what is being typed here. */
static void
keep_typed (TrasFieldEditor *self)
{
  State *state = get_state (self);
  g_autofree char *now = dup_text (self, state->record);
  g_autofree char *message = NULL;

  if (g_str_equal (now, state->shown))
    return;

  g_free (state->shown);
  state->shown = g_steal_pointer (&now);
  message = TRAS_FIELD_EDITOR_GET_IFACE (self)->dup_meanwhile (self, state->shown);
  say (self, message);
}

/**
 * tras_field_editor_show:
 * @self: an editor
 * @store: the store that the record is from
 * @record: what to show
 * @editable: whether it may be changed
 *
 * Shows the field's value in @record. What is being typed stays.
 */
void
tras_field_editor_show (TrasFieldEditor *self,
                        TrasStore       *store,
                        TrasRecord      *record,
                        gboolean         editable)
{
  State *state;
  const TrasField *field;
  gboolean same;

  g_return_if_fail (TRAS_IS_FIELD_EDITOR (self));
  g_return_if_fail (TRAS_IS_RECORD (record));

  state = get_state (self);
  same = state->record != NULL && state->record->id == record->id && state->store == store;
  g_set_object (&state->store, store);
  g_set_object (&state->record, record);
  field = tras_field_editor_get_field (self);
  if (ADW_IS_PREFERENCES_ROW (self) &&
      *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)) == '\0')
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tras_field_get_label (field));

  add_help (self, field);
  TRAS_FIELD_EDITOR_GET_IFACE (self)->show (self,
                                            editable && !(field->flags & TRAS_FIELD_COMPUTED));
  if (!is_text_editor (self))
    say (self, NULL);
  else if (same && tras_field_editor_is_typed (self))
    keep_typed (self);
  else
    show_text (self, record);
}

/**
 * tras_field_editor_emit_typed:
 * @self: an editor that is typed into
 *
 * For editors: what stands in it has changed.
 */
void
tras_field_editor_emit_typed (TrasFieldEditor *self)
{
  g_return_if_fail (TRAS_IS_FIELD_EDITOR (self));

  g_signal_emit (self, signals[TYPED], 0);
}

/**
 * tras_field_editor_dup_typed:
 * @self: an editor that is typed into
 *
 * Returns: (transfer full): what stands in it, handed on or not
 */
char *
tras_field_editor_dup_typed (TrasFieldEditor *self)
{
  g_return_val_if_fail (TRAS_IS_FIELD_EDITOR (self) && is_text_editor (self), NULL);

  return TRAS_FIELD_EDITOR_GET_IFACE (self)->dup_typed (self);
}

/**
 * tras_field_editor_is_typed:
 * @self: an editor that is typed into
 *
 * Returns: whether something else stands in it than in the record
 */
gboolean
tras_field_editor_is_typed (TrasFieldEditor *self)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (TRAS_IS_FIELD_EDITOR (self) && is_text_editor (self), FALSE);

  typed = TRAS_FIELD_EDITOR_GET_IFACE (self)->dup_typed (self);

  return g_strcmp0 (typed, get_state (self)->shown) != 0;
}

/**
 * tras_field_editor_take_back:
 * @self: an editor that is typed into
 *
 * Puts what was typed back to what the record says, as Escape does.
 *
 * Returns: whether there was something to take back
 */
gboolean
tras_field_editor_take_back (TrasFieldEditor *self)
{
  State *state = get_state (self);

  g_return_val_if_fail (TRAS_IS_FIELD_EDITOR (self), FALSE);

  if (state->record == NULL || !tras_field_editor_is_typed (self))
    return FALSE;

  show_text (self, state->record);

  return TRUE;
}

static gboolean
on_undo_key (TrasFieldEditor *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean redo = modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK);

  if (gdk_keyval_to_lower (keyval) != GDK_KEY_z || (modifiers != GDK_CONTROL_MASK && !redo) ||
      get_state (self)->record == NULL || tras_field_editor_is_typed (self))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action (GTK_WIDGET (self), redo ? "win.redo" : "win.undo", NULL);
}

/**
 * tras_field_editor_share_undo:
 * @self: an editor that is typed into
 *
 * The keys of undo mean the text as long as something is typed, and else the edits of the file. A
 * text would take them also where there is nothing in it to undo.
 */
void
tras_field_editor_share_undo (TrasFieldEditor *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_return_if_fail (TRAS_IS_FIELD_EDITOR (self) && is_text_editor (self));

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_undo_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * tras_field_editor_commit:
 * @self: an editor
 *
 * Hands on what was typed, as leaving the editor does.
 *
 * Returns: whether it is a value of the field; else the editor says why not
 */
gboolean
tras_field_editor_commit (TrasFieldEditor *self)
{
  State *state;
  g_autoptr (TrasRecord) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *typed = NULL;

  g_return_val_if_fail (TRAS_IS_FIELD_EDITOR (self), FALSE);

  state = get_state (self);
  if (!is_text_editor (self) || state->record == NULL ||
      tras_detail_find (GTK_WIDGET (self)) == NULL)
    return TRUE;

  copy = tras_record_dup (state->record);
  typed = TRAS_FIELD_EDITOR_GET_IFACE (self)->dup_typed (self);
  if (!tras_field_set_typed (copy, tras_field_editor_get_field (self), typed,
                             tras_number_format_get_default (),
                             tras_store_get_currency (state->store), &error))
    {
      say (self, error->message);
      return FALSE;
    }

  show_text (self, copy);
  tras_field_editor_change (self, copy);

  return TRUE;
}

/**
 * tras_field_editor_refuse:
 * @self: an editor
 * @why: a few words
 *
 * Says beside the field why its value will not do, until it is changed, and keeps what was typed.
 *
 * Returns: whether the editor can say it
 */
gboolean
tras_field_editor_refuse (TrasFieldEditor *self,
                          const char      *why)
{
  State *state;

  g_return_val_if_fail (TRAS_IS_FIELD_EDITOR (self), FALSE);
  g_return_val_if_fail (why != NULL, FALSE);

  state = get_state (self);
  if (TRAS_FIELD_EDITOR_GET_IFACE (self)->say == NULL || state->record == NULL)
    return FALSE;

  /* What was handed on counts as typed again. */
  if (is_text_editor (self))
    {
      g_free (state->shown);
      state->shown = dup_text (self, state->record);
    }
  say (self, why);

  return TRUE;
}

/**
 * tras_field_editor_mark:
 * @self: an editor
 * @wrong: whether its value will not do
 *
 * Marks it for the eye and for a screen reader.
 */
void
tras_field_editor_mark (TrasFieldEditor *self,
                        gboolean         wrong)
{
  g_return_if_fail (TRAS_IS_FIELD_EDITOR (self));

  if (wrong)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID);
    }
}

/**
 * tras_field_editor_change:
 * @self: an editor with a record
 * @changed: a copy of the record with the field's new value
 *
 * Hands the change to the detail pane around the editor; nothing where nothing is changed.
 */
void
tras_field_editor_change (TrasFieldEditor *self,
                          TrasRecord      *changed)
{
  TrasDetail *detail;

  g_return_if_fail (TRAS_IS_FIELD_EDITOR (self));
  g_return_if_fail (TRAS_IS_RECORD (changed));

  detail = tras_detail_find (GTK_WIDGET (self));
  if (detail != NULL && !tras_record_equal (changed, get_state (self)->record))
    tras_detail_change_field (detail, self, g_object_ref (changed),
                              tras_field_editor_get_field (self));
}

/**
 * tras_field_editor_get_field:
 * @self: an editor with a record
 *
 * Returns: (transfer none): the field that it shows
 */
const TrasField *
tras_field_editor_get_field (TrasFieldEditor *self)
{
  State *state = get_state (self);
  const TrasTable *table = tras_record_get_table (state->record);
  const TrasField *field =
    state->name != NULL ? tras_table_find_field (table, state->name) : NULL;

  if (field == NULL)
    g_error ("%s of %s: no field %s", G_OBJECT_TYPE_NAME (self), table->name, state->name);

  return field;
}

/**
 * tras_field_editor_get_record:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the record as it was read
 */
TrasRecord *
tras_field_editor_get_record (TrasFieldEditor *self)
{
  g_return_val_if_fail (TRAS_IS_FIELD_EDITOR (self), NULL);

  return get_state (self)->record;
}

/**
 * tras_field_editor_get_store:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the store that the record is from
 */
TrasStore *
tras_field_editor_get_store (TrasFieldEditor *self)
{
  g_return_val_if_fail (TRAS_IS_FIELD_EDITOR (self), NULL);

  return get_state (self)->store;
}

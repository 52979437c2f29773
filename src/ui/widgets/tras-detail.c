/* tras-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-detail.h"
#include "tras-error.h"
#include "tras-error-words.h"
#include "tras-history-window.h"
#include "tras-message-dialog.h"
#include "tras-window.h"

typedef struct
{
  TrasStore *store;
  TrasRecord *record;
  GCancellable *cancellable;
  GType type;
  gint64 id;
  gint64 first_edit;
  void (*arrive) (TrasDetail *self);
} TrasDetailPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrasDetail, tras_detail, ADW_TYPE_BIN)

typedef enum
{
  PROP_RECORD = 1,
} TrasDetailProperty;

static GParamSpec *properties[PROP_RECORD + 1];

static void
show_in_editors (GtkWidget  *widget,
                 TrasStore  *store,
                 TrasRecord *record)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (TRAS_IS_FIELD_EDITOR (child))
        tras_field_editor_show (TRAS_FIELD_EDITOR (child), store, record,
                                !tras_store_is_read_only (store));
      else if (!TRAS_IS_DETAIL (child))
        show_in_editors (child, store, record);
    }
}

static void
take_record (TrasDetail *self,
             TrasRecord *record)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  g_clear_object (&priv->record);
  priv->record = record;
  if (record != NULL)
    show_in_editors (GTK_WIDGET (self), priv->store, record);
  if (TRAS_DETAIL_GET_CLASS (self)->record_changed != NULL)
    TRAS_DETAIL_GET_CLASS (self)->record_changed (self, record);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
  if (record != NULL && priv->arrive != NULL)
    g_steal_pointer (&priv->arrive) (self);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasDetail) self = user_data;
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasRecord) record = tras_store_load_finish (TRAS_STORE (object), result, &error);

  /* What was read before somebody asked for something else may still come. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      priv->store != TRAS_STORE (object) || (record != NULL && record->id != priv->id))
    return;
  if (error != NULL && !g_error_matches (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    tras_window_report_error (GTK_WIDGET (self), error);

  g_clear_object (&priv->cancellable);
  take_record (self, g_steal_pointer (&record));
}

static void
reload (TrasDetail *self)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  if (priv->store == NULL || priv->id == 0)
    {
      if (priv->record != NULL)
        take_record (self, NULL);
      return;
    }

  priv->cancellable = g_cancellable_new ();
  tras_store_load_async (priv->store, priv->type, priv->id, priv->cancellable, on_loaded,
                         g_object_ref (self));
}

static void
on_store_changed (TrasStore   *store,
                  TrasChanges *changes,
                  TrasDetail  *self)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  if (priv->id == 0)
    return;

  if (changes->last_edit > priv->first_edit)
    priv->first_edit = 0;
  /* Computed fields may follow from any table: one row is read sooner than that is known. */
  reload (self);
  if (TRAS_DETAIL_GET_CLASS (self)->related_changed != NULL)
    TRAS_DETAIL_GET_CLASS (self)->related_changed (self, changes);
}

static gboolean
focus_first_field (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_visible (child) &&
          (TRAS_IS_FIELD_EDITOR (child) ? gtk_widget_grab_focus (child)
                                        : focus_first_field (child)))
        return TRUE;
    }

  return FALSE;
}

/* What has no field that can be changed has buttons, or links. */
static void
tras_detail_real_enter (TrasDetail *self)
{
  if (!focus_first_field (GTK_WIDGET (self)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
arrive (TrasDetail  *self,
        void       (*func) (TrasDetail *self))
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  if (priv->record != NULL && priv->record->id == priv->id)
    func (self);
  else
    priv->arrive = func;
}

static void
tras_detail_dispose (GObject *object)
{
  TrasDetail *self = TRAS_DETAIL (object);
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  if (priv->store != NULL)
    g_signal_handlers_disconnect_by_data (priv->store, self);
  g_clear_object (&priv->store);
  g_clear_object (&priv->record);

  G_OBJECT_CLASS (tras_detail_parent_class)->dispose (object);
}

static void
tras_detail_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (TRAS_DETAIL (object));

  switch ((TrasDetailProperty) prop_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, priv->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
on_applied (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  TrasDetail *self = TRAS_DETAIL (object);

  /* What was refused is shown again as it is in the file. */
  if (!tras_window_apply_finish (GTK_WIDGET (self), result, NULL, NULL))
    reload (self);
}

static void
tras_detail_real_change (TrasDetail *self,
                         gpointer    changed,
                         const char *label)
{
  g_autoptr (TrasEdit) edit = tras_edit_new (label);

  tras_edit_update (edit, changed);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, on_applied, NULL);
}

/* What was done to the record, and to what belongs to it. */
static void
history_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TrasDetail *self = TRAS_DETAIL (widget);
  g_autofree char *title = tras_detail_dup_title (self);

  if (title != NULL)
    tras_history_window_show_about (widget, tras_detail_get_record (self), title);
}

static void
tras_detail_class_init (TrasDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_detail_dispose;
  object_class->get_property = tras_detail_get_property;
  klass->enter = tras_detail_real_enter;
  klass->change = tras_detail_real_change;

  /**
   * TrasDetail:record:
   *
   * What is on show, or %NULL; for closures in templates.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TRAS_TYPE_RECORD,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "detail.history", NULL, history_action);
}

static void
tras_detail_init (TrasDetail *self)
{
}

/**
 * tras_detail_set_store:
 * @self: a detail pane
 * @store: (nullable): where records are read from
 */
void
tras_detail_set_store (TrasDetail *self,
                       TrasStore  *store)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  g_return_if_fail (TRAS_IS_DETAIL (self));

  if (priv->store == store)
    return;

  if (priv->store != NULL)
    g_signal_handlers_disconnect_by_data (priv->store, self);
  g_set_object (&priv->store, store);
  if (store != NULL)
    g_signal_connect (store, "changed", G_CALLBACK (on_store_changed), self);
  priv->id = 0;
  reload (self);
}

TrasStore *
tras_detail_get_store (TrasDetail *self)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  return priv->store;
}

/* A record is read from its top, wherever the one before was left. */
static void
scroll_to_top (TrasDetail *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                              0);
}

/**
 * tras_detail_show:
 * @self: a detail pane
 * @type: a record type
 * @id: a row's id, 0 for none
 */
void
tras_detail_show (TrasDetail *self,
                  GType       type,
                  gint64      id)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  g_return_if_fail (TRAS_IS_DETAIL (self));

  priv->arrive = NULL;
  priv->first_edit = 0;
  priv->type = type;
  priv->id = id;
  scroll_to_top (self);
  reload (self);
}

/**
 * tras_detail_get_record:
 * @self: a detail pane
 *
 * Returns: (transfer none) (nullable): what is on show
 */
gpointer
tras_detail_get_record (TrasDetail *self)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  return priv->record;
}

/**
 * tras_detail_dup_title:
 * @self: a detail pane
 *
 * Returns: (transfer full) (nullable): what the record on show is called, %NULL where it has no
 *   name
 */
char *
tras_detail_dup_title (TrasDetail *self)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);
  const TrasField *name;

  g_return_val_if_fail (TRAS_IS_DETAIL (self), NULL);

  if (priv->record == NULL)
    return NULL;
  if (TRAS_DETAIL_GET_CLASS (self)->dup_title != NULL)
    return TRAS_DETAIL_GET_CLASS (self)->dup_title (self, priv->record);

  name = tras_table_get_name (tras_record_get_table (priv->record));
  if (name == NULL || name->type != TRAS_VALUE_TEXT)
    return NULL;

  return g_strdup (tras_record_get_text (priv->record, name));
}

/**
 * tras_detail_shows_only:
 * @self: a detail pane
 * @record: a record of its kind
 *
 * Returns: whether nothing but @record is on show, which may have left it already
 */
gboolean
tras_detail_shows_only (TrasDetail *self,
                        TrasRecord *record)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  g_return_val_if_fail (TRAS_IS_DETAIL (self), FALSE);

  return priv->record == NULL || priv->record->id == record->id;
}

/**
 * tras_detail_enter:
 * @self: a detail pane that was told to show a record
 *
 * Puts the keyboard on what is done first with it, as soon as the record is there.
 */
void
tras_detail_enter (TrasDetail *self)
{
  g_return_if_fail (TRAS_IS_DETAIL (self));

  arrive (self, TRAS_DETAIL_GET_CLASS (self)->enter);
}

/**
 * tras_detail_begin:
 * @self: a detail pane that was told to show a new record
 * @edit: the edit that made it, which tras_detail_take_back() may undo; 0 for none
 *
 * Puts the cursor where its first words are typed, as soon as the record is there.
 */
void
tras_detail_begin (TrasDetail *self,
                   gint64      edit)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  g_return_if_fail (TRAS_IS_DETAIL (self));

  priv->first_edit = edit;
  arrive (self, tras_detail_real_enter);
}

/**
 * tras_detail_take_back:
 * @self: a detail pane
 *
 * Undoes the edit that made the record on show, where it was begun here and nothing has been
 * written since: who turns away from an empty form does not mean to keep it.
 */
void
tras_detail_take_back (TrasDetail *self)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  g_return_if_fail (TRAS_IS_DETAIL (self));

  if (priv->first_edit != 0)
    tras_window_undo (GTK_WIDGET (self), priv->first_edit);
  priv->first_edit = 0;
}

/**
 * tras_detail_show_draft:
 * @self: a detail pane with a store
 * @record: (transfer none): a record that is not stored yet, or %NULL
 *
 * Shows a record that nobody else can change.
 */
void
tras_detail_show_draft (TrasDetail *self,
                        gpointer    record)
{
  TrasDetailPrivate *priv = tras_detail_get_instance_private (self);

  g_return_if_fail (TRAS_IS_DETAIL (self));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->id = 0;
  take_record (self, record != NULL ? g_object_ref (record) : NULL);
}

/**
 * tras_detail_change:
 * @self: a detail pane
 * @changed: (transfer full): a changed copy of the record on show
 * @label: what the user did, in their language
 *
 * Stores the change as one edit, with a toast that offers to undo it.
 */
void
tras_detail_change (TrasDetail *self,
                    gpointer    changed,
                    const char *label)
{
  g_autoptr (TrasRecord) copy = changed;

  g_return_if_fail (TRAS_IS_DETAIL (self));

  TRAS_DETAIL_GET_CLASS (self)->change (self, copy, label);
}

static void
on_field_applied (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  TrasDetail *self = TRAS_DETAIL (object);
  g_autoptr (TrasFieldEditor) editor = user_data;
  g_autoptr (GError) error = NULL;

  if (tras_window_apply_finish (GTK_WIDGET (self), result, NULL, &error))
    return;

  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONSTRAINT) ||
      g_error_matches (error, TRAS_ERROR, TRAS_ERROR_REFUSED))
    {
      g_autoptr (TrasErrorWords) words = tras_error_words_new (error, NULL);

      if (tras_field_editor_refuse (editor, words->body))
        return;
    }
  tras_window_report_error (GTK_WIDGET (self), error);
  reload (self);
}

/**
 * tras_detail_change_field:
 * @self: a detail pane
 * @editor: who changed it
 * @changed: (transfer full): a copy of the record on show with one field changed
 * @field: that field
 *
 * As tras_detail_change(); what a rule of the file refuses is said by @editor.
 */
void
tras_detail_change_field (TrasDetail      *self,
                          TrasFieldEditor *editor,
                          gpointer         changed,
                          const TrasField *field)
{
  g_autoptr (TrasRecord) copy = changed;
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *label = NULL;
  g_autofree char *refusal = NULL;

  g_return_if_fail (TRAS_IS_DETAIL (self));

  if (TRAS_DETAIL_GET_CLASS (self)->dup_refusal != NULL)
    refusal = TRAS_DETAIL_GET_CLASS (self)->dup_refusal (self, copy);
  if (refusal != NULL && tras_field_editor_refuse (editor, refusal))
    return;

  /* Translators: an edit of one field: Change: Due */
  label = g_strdup_printf (_("Change: %s"), tras_field_get_label (field));
  if (TRAS_DETAIL_GET_CLASS (self)->change != tras_detail_real_change)
    {
      TRAS_DETAIL_GET_CLASS (self)->change (self, copy, label);
      return;
    }

  edit = tras_edit_new (label);
  tras_edit_update (edit, copy);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_OWN_ERRORS, on_field_applied,
                     g_object_ref (editor));
}

/* A record with such a field can be taken out of use, with its history. */
#define ACTIVE "active"

/* Labels stay in the log for good: no person is named in it. */
static const char *
get_label_name (TrasRecord *record)
{
  const TrasField *name = tras_table_get_name (tras_record_get_table (record));

  if (name == NULL || name->type != TRAS_VALUE_TEXT || (name->flags & TRAS_FIELD_PERSONAL))
    return NULL;

  return tras_record_get_text (record, name);
}

static void
on_asked_to_put_away (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (TrasRecord) record = user_data;
  g_autoptr (TrasRecord) changed = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (!tras_message_dialog_finish (result))
    return;

  changed = tras_record_dup (record);
  tras_record_set_int (changed, tras_table_find_field (tras_record_get_table (record), ACTIVE),
                       FALSE);
  /* Translators: of a record, which stays and is not used any more */
  label = g_strdup_printf (_("Take “%s” out of use"), get_label_name (record));
  edit = tras_edit_new (label);
  tras_edit_update (edit, changed);
  tras_window_apply (GTK_WIDGET (object), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

typedef struct
{
  TrasRecord *record;
  TrasDeletedFunc deleted;
} Deletion;

static void
on_deleted (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Deletion *deletion = user_data;
  g_autoptr (TrasRecord) record = deletion->record;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasErrorWords) words = NULL;
  const TrasField *active;

  if (tras_window_apply_finish (GTK_WIDGET (object), result, NULL, &error))
    {
      if (deletion->deleted != NULL)
        deletion->deleted (GTK_WIDGET (object), record);
      return;
    }

  active = tras_table_find_field (tras_record_get_table (record), ACTIVE);
  if (!g_error_matches (error, TRAS_ERROR, TRAS_ERROR_REFUSED) || active == NULL ||
      tras_record_get_int (record, active) == FALSE)
    {
      tras_window_report_error (GTK_WIDGET (object), error);
      return;
    }

  words = tras_error_words_new (error, NULL);
  tras_message_dialog_ask (GTK_WIDGET (object), words->title, words->body, _("_Take Out of Use"),
                           TRAS_ANSWER_SUGGESTED, on_asked_to_put_away,
                           g_object_ref (record));
}

/**
 * tras_detail_delete_record:
 * @widget: any widget of the window
 * @record: a record as it was read
 * @deleted: (nullable): what to do once it is gone
 *
 * Deletes it, with a toast that offers to undo it. Where it is used, says by what, and offers to
 * take it out of use instead if it is of that kind.
 */
void
tras_detail_delete_record (GtkWidget       *widget,
                           TrasRecord      *record,
                           TrasDeletedFunc  deleted)
{
  Deletion *deletion;
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *label = NULL;
  const char *name;

  g_return_if_fail (TRAS_IS_RECORD (record));

  name = get_label_name (record);
  if (name != NULL)
    /* Translators: of a record: Delete “Open the second shop” */
    label = g_strdup_printf (_("Delete “%s”"), name);
  else
    label = g_strdup_printf (_("Delete: %s"), _(tras_record_get_table (record)->singular));
  edit = tras_edit_new (label);
  tras_edit_delete (edit, record);
  deletion = g_new (Deletion, 1);
  *deletion = (Deletion) { g_object_ref (record), deleted };
  tras_window_apply (widget, edit, TRAS_APPLY_OWN_ERRORS, on_deleted, deletion);
}

/**
 * tras_detail_find:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the detail pane around it
 */
TrasDetail *
tras_detail_find (GtkWidget *widget)
{
  return (TrasDetail *) gtk_widget_get_ancestor (widget, TRAS_TYPE_DETAIL);
}

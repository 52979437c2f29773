/* tras-form-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-choice-row.h"
#include "tras-detail.h"
#include "tras-entry-row.h"
#include "tras-error-words.h"
#include "tras-error.h"
#include "tras-form-dialog.h"
#include "tras-help.h"
#include "tras-message-dialog.h"
#include "tras-reference-row.h"
#include "tras-switch-row.h"
#include "tras-text-row.h"
#include "tras-window.h"

/* Room for three lines, in pixels: a window does not grow with what is written in it. */
#define TEXT_HEIGHT 66

/* What stands beside a form, in pixels. */
#define ASIDE_WIDTH 300

/* How often a new record is tried, and how many milliseconds others have to read the file anew. */
#define MOST_TRIES 5
#define RETRY_MS 300

struct _TrasFormDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkBox *content;
  GtkButton *save_button;
  GtkLabel *trouble;

  /* borrowed */
  TrasDetail *form;
  GtkBox *groups;
  AdwPreferencesGroup *group;
  GtkWidget *aside;
  AdwFlap *flap;
  const TrasFormFuncs *funcs;

  /* owned */
  GtkWidget *owner;
  TrasStore *store;
  gpointer draft;
  gpointer data;
  GDestroyNotify data_free;
  TrasEdit *edit;
  GPtrArray *parts;
  GPtrArray *untouched;
  gboolean careful;
  gboolean touched;

  guint tries;
  guint retry;
};

G_DEFINE_FINAL_TYPE (TrasFormDialog, tras_form_dialog, ADW_TYPE_WINDOW)

/* The pane that holds the editors: what they hand on changes the draft and no file. */
#define TRAS_TYPE_FORM (tras_form_get_type ())

G_DECLARE_FINAL_TYPE (TrasForm, tras_form, TRAS, FORM, TrasDetail)

struct _TrasForm
{
  TrasDetail parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasForm, tras_form, TRAS_TYPE_DETAIL)

static void
tras_form_change (TrasDetail *detail,
                  gpointer    changed,
                  const char *label)
{
  TrasFormDialog *self = TRAS_FORM_DIALOG (gtk_widget_get_root (GTK_WIDGET (detail)));

  if (detail == self->form)
    {
      tras_form_dialog_set_draft (self, changed);
      return;
    }

  tras_detail_show_draft (detail, changed);
  if (self->funcs->changed != NULL)
    self->funcs->changed (self, self->draft, self->data);
}

static void
tras_form_class_init (TrasFormClass *klass)
{
  TRAS_DETAIL_CLASS (klass)->change = tras_form_change;
}

static void
tras_form_init (TrasForm *self)
{
}

/* ---- saving ---- */

static void
show_trouble (TrasFormDialog *self,
              const char     *words)
{
  gtk_label_set_label (self->trouble, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), words != NULL);
}

/* Asking a widget that has the focus to take it would send it further. */
static void
focus (GtkWidget *editor)
{
  if (!(gtk_widget_get_state_flags (editor) & GTK_STATE_FLAG_FOCUS_WITHIN))
    gtk_widget_child_focus (editor, GTK_DIR_TAB_FORWARD);
}

static void
refuse (TrasFormDialog *self,
        GtkWidget      *editor,
        const char     *why)
{
  if (editor == NULL || !tras_field_editor_refuse (TRAS_FIELD_EDITOR (editor), why))
    show_trouble (self, why);
  if (editor != NULL)
    focus (editor);
}

static GtkWidget *
find_editor (GtkWidget  *widget,
             const char *field)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (TRAS_IS_FIELD_EDITOR (child))
        {
          g_autofree char *name = NULL;

          g_object_get (child, "field", &name, NULL);
          if (g_strcmp0 (name, field) == 0)
            return child;
          continue;
        }
      found = find_editor (child, field);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A part of the form may be left as it is, also where its record could not be. */
static gboolean
is_untouched_part (TrasFieldEditor *editor)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (editor));

  return tras_detail_find (GTK_WIDGET (editor)) != TRAS_FORM_DIALOG (root)->form &&
         TRAS_FIELD_EDITOR_GET_IFACE (editor)->dup_typed != NULL &&
         !tras_field_editor_is_typed (editor);
}

/* Returns the first editor whose text could not be understood. */
static GtkWidget *
commit_editors (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *refused;

      if (!gtk_widget_get_visible (child))
        continue;
      if (TRAS_IS_FIELD_EDITOR (child))
        {
          if (!is_untouched_part (TRAS_FIELD_EDITOR (child)) &&
              !tras_field_editor_commit (TRAS_FIELD_EDITOR (child)))
            return child;
          continue;
        }
      refused = commit_editors (child);
      if (refused != NULL)
        return refused;
    }

  return NULL;
}

static void apply (TrasFormDialog *self,
                   TrasEdit       *edit);

static gboolean
on_retry (gpointer data)
{
  TrasFormDialog *self = data;
  g_autoptr (TrasEdit) edit = self->funcs->make_edit (self, self->draft, self->data);

  self->retry = 0;
  if (edit != NULL)
    apply (self, edit);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);

  return G_SOURCE_REMOVE;
}

/* Nobody else can have changed what is new, but what it is written down with: once that is read
 * anew, the edit is made again. */
static gboolean
try_again (TrasFormDialog *self,
           const GError   *error)
{
  if (!g_error_matches (error, TRAS_ERROR, TRAS_ERROR_CONFLICT) || self->draft == NULL ||
      TRAS_RECORD (self->draft)->id != 0 || ++self->tries >= MOST_TRIES)
    return FALSE;

  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  self->retry = g_timeout_add (RETRY_MS, on_retry, self);

  return TRUE;
}

static void
on_applied (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrasFormDialog) self = TRAS_FORM_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasErrorWords) words = NULL;
  g_autofree char *explained = NULL;
  gint64 edit = 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
  if (tras_window_apply_finish (GTK_WIDGET (object), result, &edit, &error))
    {
      if (self->funcs->stored != NULL)
        self->funcs->stored (edit, self->data);
      if (self->funcs->saved != NULL)
        self->funcs->saved (self->owner, self->draft, self->data);
      self->careful = FALSE;
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  if (try_again (self, error))
    return;

  if (self->funcs->explain != NULL)
    explained = self->funcs->explain (error, self->data);
  words = tras_error_words_new (error, NULL);
  tras_form_dialog_refuse (self, tras_edit_get_refused (self->edit),
                           explained != NULL ? explained : words->body);
}

static void
apply (TrasFormDialog *self,
       TrasEdit       *edit)
{
  /* Whoever takes the edit says so, and takes it back. */
  TrasApplyFlags flags = self->funcs->stored != NULL ? TRAS_APPLY_NO_TOAST : TRAS_APPLY_DEFAULT;

  g_set_object (&self->edit, edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  tras_window_apply (self->owner, edit, flags | TRAS_APPLY_OWN_ERRORS, on_applied,
                     g_object_ref (self));
}

/* A field that cannot be empty is asked for in the words of the form, where it has some. */
static gboolean
ask_for_empty (TrasFormDialog  *self,
               TrasFieldEditor *editor)
{
  g_autofree char *typed = TRAS_FIELD_EDITOR_GET_IFACE (editor)->dup_typed (editor);
  g_autoptr (TrasRecord) draft = NULL;
  g_autoptr (TrasEdit) edit = NULL;

  if (*g_strstrip (typed) != '\0' || tras_detail_find (GTK_WIDGET (editor)) != self->form)
    return FALSE;

  draft = tras_record_dup (self->draft);
  tras_record_clear (draft, tras_field_editor_get_field (editor));
  edit = self->funcs->make_edit (self, draft, self->data);

  return edit == NULL;
}

static void
on_save_clicked (TrasFormDialog *self)
{
  g_autoptr (TrasEdit) edit = NULL;
  GtkWidget *refused;

  self->tries = 0;
  show_trouble (self, NULL);
  refused = commit_editors (GTK_WIDGET (self->form));
  if (refused != NULL)
    {
      if (!ask_for_empty (self, TRAS_FIELD_EDITOR (refused)))
        focus (refused);
      return;
    }

  edit = self->funcs->make_edit (self, self->draft, self->data);
  if (edit != NULL)
    apply (self, edit);
}

/* ---- leaving ---- */

/* All drafts as they are: the form's own and those of its parts. */
static GPtrArray *
dup_drafts (TrasFormDialog *self)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (drafts, tras_record_dup (self->draft));
  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (drafts, tras_record_dup (tras_detail_get_record (self->parts->pdata[i])));

  return drafts;
}

static gboolean
is_anything_typed (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean text = TRAS_IS_FIELD_EDITOR (child) &&
                      TRAS_FIELD_EDITOR_GET_IFACE (child)->dup_typed != NULL;

      if (text ? tras_field_editor_is_typed (TRAS_FIELD_EDITOR (child)) : is_anything_typed (child))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_touched (TrasFormDialog *self)
{
  g_autoptr (GPtrArray) drafts = dup_drafts (self);

  if (self->touched)
    return TRUE;
  for (guint i = 0; i < drafts->len; i++)
    {
      if (!tras_record_equal (drafts->pdata[i], self->untouched->pdata[i]))
        return TRUE;
    }

  return is_anything_typed (GTK_WIDGET (self->form));
}

static void
on_asked_to_leave (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  TrasFormDialog *self = TRAS_FORM_DIALOG (object);

  if (!tras_message_dialog_finish (result))
    return;

  self->careful = FALSE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
tras_form_dialog_close_request (GtkWindow *window)
{
  TrasFormDialog *self = TRAS_FORM_DIALOG (window);

  if (!self->careful || self->untouched == NULL || !is_touched (self))
    return GTK_WINDOW_CLASS (tras_form_dialog_parent_class)->close_request (window);

  tras_message_dialog_ask (GTK_WIDGET (self), _("Leave Without Saving?"),
                           _("What was typed here will be lost."), _("_Leave"),
                           TRAS_ANSWER_DESTRUCTIVE, on_asked_to_leave, NULL);

  return GDK_EVENT_STOP;
}

/* ---- the object ---- */

static void
tras_form_dialog_dispose (GObject *object)
{
  TrasFormDialog *self = TRAS_FORM_DIALOG (object);

  g_clear_handle_id (&self->retry, g_source_remove);
  g_clear_object (&self->owner);
  g_clear_object (&self->store);
  g_clear_object (&self->draft);
  g_clear_object (&self->edit);
  g_clear_object (&self->aside);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->untouched, g_ptr_array_unref);
  if (self->data_free != NULL)
    g_clear_pointer (&self->data, self->data_free);

  G_OBJECT_CLASS (tras_form_dialog_parent_class)->dispose (object);
}

static void
tras_form_dialog_class_init (TrasFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_form_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tras_form_dialog_close_request;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/widgets/form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasFormDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TrasFormDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TrasFormDialog, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_form_dialog_init (TrasFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_add_key (GTK_WINDOW (self));
  self->parts = g_ptr_array_new ();

  self->form = g_object_new (TRAS_TYPE_FORM, NULL);
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self->form), GTK_WIDGET (self->groups));
  gtk_box_append (self->content, GTK_WIDGET (self->form));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->save_button));
}

/**
 * tras_form_dialog_new:
 * @owner: who asks; the dialog stands over its window
 * @store: where names are read from
 * @title: what it does, in title case
 * @save_label: the words on the button that does it, with a mnemonic
 * @funcs: what is done
 * @data: (nullable): data for @funcs
 * @data_free: (nullable): frees it
 *
 * Returns: (transfer none): a form without fields
 */
TrasFormDialog *
tras_form_dialog_new (GtkWidget           *owner,
                      TrasStore           *store,
                      const char          *title,
                      const char          *save_label,
                      const TrasFormFuncs *funcs,
                      gpointer             data,
                      GDestroyNotify       data_free)
{
  TrasFormDialog *self = g_object_new (TRAS_TYPE_FORM_DIALOG, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (owner);

  self->owner = g_object_ref (owner);
  self->store = g_object_ref (store);
  self->funcs = funcs;
  self->data = data;
  self->data_free = data_free;
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_button_set_label (self->save_button, save_label);
  tras_detail_set_store (self->form, store);

  return self;
}

/**
 * tras_form_dialog_add_group:
 * @self: a form
 * @description: (nullable): a sentence over its fields
 *
 * Begins a group of fields.
 *
 * Returns: (transfer none): the group
 */
GtkWidget *
tras_form_dialog_add_group (TrasFormDialog *self,
                            const char     *description)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_description (self->group, description);
  gtk_box_append (self->groups, GTK_WIDGET (self->group));

  return GTK_WIDGET (self->group);
}

/**
 * tras_form_dialog_add_part:
 * @self: a form
 * @title: (nullable): the head of its group
 * @description: (nullable): a sentence over its fields
 * @draft: (transfer none): a record of a type that no other part has
 *
 * Begins a group of fields of another record, which is written together with the form's own. It may
 * be left empty: what is required in it is asked for by the form's make_edit().
 */
void
tras_form_dialog_add_part (TrasFormDialog *self,
                           const char     *title,
                           const char     *description,
                           gpointer        draft)
{
  TrasDetail *part = g_object_new (TRAS_TYPE_FORM, NULL);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, title != NULL ? title : "");
  adw_preferences_group_set_description (self->group, description);
  adw_bin_set_child (ADW_BIN (part), GTK_WIDGET (self->group));
  gtk_box_append (self->groups, GTK_WIDGET (part));
  tras_detail_set_store (part, self->store);
  tras_detail_show_draft (part, draft);
  g_ptr_array_add (self->parts, part);
}

static TrasDetail *
find_part (TrasFormDialog *self,
           GType           type)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (tras_detail_get_record (self->parts->pdata[i]), type))
        return self->parts->pdata[i];
    }

  return NULL;
}

/**
 * tras_form_dialog_get_part:
 * @self: a form
 * @type: a record type
 *
 * Returns: (transfer none): the draft of the part of that type, as it would be written
 */
gpointer
tras_form_dialog_get_part (TrasFormDialog *self,
                           GType           type)
{
  TrasDetail *part = find_part (self, type);

  return part != NULL ? tras_detail_get_record (part) : NULL;
}

/**
 * tras_form_dialog_set_part:
 * @self: a form
 * @draft: (transfer none): what the part of its type shall show
 */
void
tras_form_dialog_set_part (TrasFormDialog *self,
                           gpointer        draft)
{
  TrasDetail *part = find_part (self, G_OBJECT_TYPE (draft));

  g_return_if_fail (part != NULL);

  if (!tras_record_equal (tras_detail_get_record (part), draft))
    tras_detail_show_draft (part, draft);
}

/**
 * tras_form_dialog_refuse_part:
 * @self: a form
 * @type: the record type of one of its parts
 * @field: the field of that part that will not do
 * @why: a few words
 *
 * As tras_form_dialog_refuse().
 */
void
tras_form_dialog_refuse_part (TrasFormDialog *self,
                              GType           type,
                              const char     *field,
                              const char     *why)
{
  refuse (self, find_editor (GTK_WIDGET (find_part (self, type)), field), why);
}

/* Beside the fields where there is room, and under them where it is narrow. */
static void
place_aside (TrasFormDialog *self)
{
  gboolean folded = adw_flap_get_folded (self->flap);
  GtkWidget *side = adw_flap_get_flap (self->flap);
  GtkWidget *parent = gtk_widget_get_parent (self->aside);

  if (folded == (parent == GTK_WIDGET (self->content)))
    return;

  if (parent == GTK_WIDGET (self->content))
    gtk_box_remove (self->content, self->aside);
  else if (parent != NULL)
    adw_bin_set_child (ADW_BIN (side), NULL);
  if (folded)
    gtk_box_append (self->content, self->aside);
  else
    adw_bin_set_child (ADW_BIN (side), self->aside);
  adw_flap_set_reveal_flap (self->flap, !folded);
}

static gboolean
on_folded (gpointer data)
{
  TrasFormDialog *self = data;

  if (self->aside != NULL)
    place_aside (self);

  return G_SOURCE_REMOVE;
}

/* What an allocation finds out may not change what is being allocated. */
static void
on_folded_changed (TrasFormDialog *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_folded, g_object_ref (self), g_object_unref);
}

/**
 * tras_form_dialog_set_aside:
 * @self: a form
 * @aside: what is to be seen while the form is filled in
 */
void
tras_form_dialog_set_aside (TrasFormDialog *self,
                            GtkWidget      *aside)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->content),
                                                 GTK_TYPE_SCROLLED_WINDOW);
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (scroller));
  GtkWidget *side = adw_bin_new ();

  g_return_if_fail (self->aside == NULL);

  self->aside = g_object_ref_sink (aside);
  self->flap = ADW_FLAP (adw_flap_new ());
  gtk_widget_set_size_request (side, ASIDE_WIDTH, -1);
  gtk_widget_add_css_class (side, "form-aside");
  adw_bin_set_child (ADW_BIN (side), aside);
  g_object_ref (scroller);
  gtk_box_remove (box, scroller);
  gtk_widget_set_hexpand (scroller, TRUE);
  adw_flap_set_content (self->flap, scroller);
  adw_flap_set_flap (self->flap, side);
  adw_flap_set_flap_position (self->flap, GTK_PACK_END);
  adw_flap_set_modal (self->flap, FALSE);
  adw_flap_set_locked (self->flap, TRUE);
  adw_flap_set_swipe_to_open (self->flap, FALSE);
  adw_flap_set_swipe_to_close (self->flap, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->flap), TRUE);
  gtk_box_append (box, GTK_WIDGET (self->flap));
  g_object_unref (scroller);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (on_folded_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tras_form_dialog_set_careful:
 * @self: a form
 *
 * Asks before what was typed is thrown away.
 */
void
tras_form_dialog_set_careful (TrasFormDialog *self)
{
  self->careful = TRUE;
}

/**
 * tras_form_dialog_touch:
 * @self: a form
 *
 * Says that something was done in a row that is no field.
 */
void
tras_form_dialog_touch (TrasFormDialog *self)
{
  self->touched = TRUE;
}

/**
 * tras_form_dialog_add_row:
 * @self: a form
 * @row: a row that is no field
 */
void
tras_form_dialog_add_row (TrasFormDialog *self,
                          GtkWidget      *row)
{
  if (self->group == NULL)
    tras_form_dialog_add_group (self, NULL);
  adw_preferences_group_add (self->group, row);
}

/**
 * tras_form_dialog_add_field:
 * @self: a form
 * @type: the draft's record type
 * @field: the name of a field
 * @title: (nullable): what it is called here, %NULL for its label
 *
 * Returns: (transfer none): the editor that fits the field
 */
GtkWidget *
tras_form_dialog_add_field (TrasFormDialog *self,
                            GType           type,
                            const char     *field,
                            const char     *title)
{
  const TrasField *what = tras_table_find_field (tras_record_type_get_table (type), field);
  GType editor_type = TRAS_TYPE_ENTRY_ROW;
  GtkWidget *editor;

  g_return_val_if_fail (what != NULL, NULL);

  if (what->type == TRAS_VALUE_CHOICE)
    editor_type = TRAS_TYPE_CHOICE_ROW;
  else if (what->type == TRAS_VALUE_REFERENCE)
    editor_type = TRAS_TYPE_REFERENCE_ROW;
  else if (what->type == TRAS_VALUE_BOOLEAN)
    editor_type = TRAS_TYPE_SWITCH_ROW;
  else if (what->flags & TRAS_FIELD_MULTILINE)
    editor_type = TRAS_TYPE_TEXT_ROW;

  editor = g_object_new (editor_type, "field", field,
                         "title", title != NULL ? title : tras_field_get_label (what), NULL);
  if (editor_type == TRAS_TYPE_ENTRY_ROW)
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (editor), TRUE);
  if (editor_type == TRAS_TYPE_TEXT_ROW)
    tras_text_row_set_least_height (TRAS_TEXT_ROW (editor), TEXT_HEIGHT);
  tras_form_dialog_add_row (self, editor);

  return editor;
}

/**
 * tras_form_dialog_get_field:
 * @self: a form
 * @field: the name of a field
 *
 * Returns: (transfer none) (nullable): its editor
 */
GtkWidget *
tras_form_dialog_get_field (TrasFormDialog *self,
                            const char     *field)
{
  return find_editor (GTK_WIDGET (self->form), field);
}

/**
 * tras_form_dialog_get_owner:
 * @self: a form
 *
 * Returns: (transfer none): the widget that it was opened for
 */
GtkWidget *
tras_form_dialog_get_owner (TrasFormDialog *self)
{
  return self->owner;
}

/**
 * tras_form_dialog_get_draft:
 * @self: a form
 *
 * Returns: (transfer none) (nullable): the record as it would be written
 */
gpointer
tras_form_dialog_get_draft (TrasFormDialog *self)
{
  return self->draft;
}

/**
 * tras_form_dialog_set_draft:
 * @self: a form
 * @draft: (transfer none): the record as it would be written
 */
void
tras_form_dialog_set_draft (TrasFormDialog *self,
                            gpointer        draft)
{
  g_set_object (&self->draft, draft);
  tras_detail_show_draft (self->form, self->draft);
  if (self->funcs->changed != NULL)
    self->funcs->changed (self, self->draft, self->data);
}

static void
on_delete_clicked (GtkWidget *button,
                   TrasEdit  *edit)
{
  apply (TRAS_FORM_DIALOG (gtk_widget_get_root (button)), edit);
}

static void
edit_closure_free (gpointer  edit,
                   GClosure *closure)
{
  g_object_unref (edit);
}

/**
 * tras_form_dialog_add_delete:
 * @self: a form
 * @label: the words on the button, with a mnemonic
 * @record: (transfer none): the record as it was read
 * @edit_label: the edit, in the user's language
 *
 * Adds a button that deletes the record instead.
 */
void
tras_form_dialog_add_delete (TrasFormDialog *self,
                             const char     *label,
                             gpointer        record,
                             const char     *edit_label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  TrasEdit *edit = tras_edit_new (edit_label);

  tras_edit_delete (edit, record);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_delete_clicked), edit,
                         edit_closure_free, 0);
  gtk_box_append (self->content, button);
}

/**
 * tras_form_dialog_refuse:
 * @self: a form
 * @field: (nullable): the field that will not do
 * @why: a few words
 *
 * Says beside the field, or under all of them, why the draft cannot be written.
 */
void
tras_form_dialog_refuse (TrasFormDialog *self,
                         const char     *field,
                         const char     *why)
{
  refuse (self, field != NULL ? tras_form_dialog_get_field (self, field) : NULL, why);
}

/**
 * tras_form_dialog_present:
 * @self: a form with its fields
 * @draft: (transfer none): what it shows at first
 */
void
tras_form_dialog_present (TrasFormDialog *self,
                          gpointer        draft)
{
  for (guint i = 0; i < self->parts->len; i++)
    tras_detail_show_draft (self->parts->pdata[i], tras_detail_get_record (self->parts->pdata[i]));
  tras_form_dialog_set_draft (self, draft);
  self->untouched = dup_drafts (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

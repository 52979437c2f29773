/* tras-action-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-action-forms.h"
#include "tras-buy-forms.h"
#include "tras-form-dialog.h"
#include "tras-hire-forms.h"
#include "tras-template.h"
#include "tras-train-forms.h"
#include "tras-window.h"

/* How far ahead a new action is due. */
#define DUE_DAYS 14

static char *
label_of (const char *format,
          TrasAction *action)
{
  return tras_template_fill (format, "action", action->title, NULL);
}

/* ---- a new action ---- */

/* Nothing floats free: what an action may hang from. */
static const struct
{
  const char *field;
  const char *label;
} hangers[] = {
  { "goal_id", N_("Goal") },
  { "deviation_id", N_("Deviation") },
  { "experiment_id", N_("Experiment") },
  { "decision_id", N_("Decision") },
};

/* A suggestion that the action takes up is read once; without one it is %NULL. */
typedef struct
{
  GtkDropDown *what;
  TrasSuggestion *suggestion;
} NewForm;

static void
new_form_free (gpointer data)
{
  NewForm *form = data;

  g_clear_object (&form->suggestion);
  g_free (form);
}

static void
show_hanger (TrasFormDialog *dialog,
             guint           shown)
{
  for (guint i = 0; i < G_N_ELEMENTS (hangers); i++)
    gtk_widget_set_visible (tras_form_dialog_get_field (dialog, hangers[i].field), i == shown);
}

static void
on_hanger_changed (GtkDropDown *what)
{
  show_hanger (TRAS_FORM_DIALOG (gtk_widget_get_root (GTK_WIDGET (what))),
               gtk_drop_down_get_selected (what));
}

static TrasEdit *
new_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  NewForm *form = data;
  guint kept = gtk_drop_down_get_selected (form->what);
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_ACTION);
  TrasAction *action = draft;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (action->title == NULL || *action->title == '\0')
    {
      tras_form_dialog_refuse (dialog, "title", _("What is to be done?"));
      return NULL;
    }
  if (tras_record_get_int (draft, tras_table_find_field (table, hangers[kept].field)) == 0)
    {
      tras_form_dialog_refuse (dialog, hangers[kept].field,
                               _("Choose what the action is for: nothing is done for itself."));
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (hangers); i++)
    {
      if (i != kept)
        tras_record_set_int (draft, tras_table_find_field (table, hangers[i].field), 0);
    }
  /* Translators: {action} is an action */
  label = label_of (_("Add action “{action}”"), action);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, action);
  if (form->suggestion != NULL)
    tras_suggestion_take (form->suggestion, edit, action);

  return edit;
}

/* An action that has records of its own goes on with the first of them; Escape leaves it so. */
static void
new_saved (GtkWidget *owner,
           gpointer   draft,
           gpointer   data)
{
  TrasStore *store = tras_window_get_store (tras_window_find (owner));
  TrasAction *action = draft;

  tras_window_show_record (owner, TRAS_TYPE_ACTION, TRAS_RECORD (action)->id);
  if (g_strcmp0 (action->kind, "hire") == 0)
    tras_hire_forms_open (owner, store, action);
  else if (g_strcmp0 (action->kind, "train") == 0)
    tras_train_forms_plan (owner, store, action, NULL);
  else if (g_strcmp0 (action->kind, "buy") == 0)
    tras_buy_forms_add (owner, store, action);
}

static const TrasFormFuncs new_funcs = {
  .make_edit = new_make_edit,
  .saved = new_saved,
};

/* Whoever answers suggestions goes on with them. */
static const TrasFormFuncs take_funcs = {
  .make_edit = new_make_edit,
};

static void
present_new (GtkWidget      *owner,
             TrasStore      *store,
             TrasAction     *draft,
             TrasSuggestion *suggestion)
{
  const char *labels[G_N_ELEMENTS (hangers) + 1] = { NULL };
  NewForm *data = g_new0 (NewForm, 1);
  GtkWidget *row = adw_action_row_new ();
  TrasFormDialog *form;

  g_set_object (&data->suggestion, suggestion);
  for (guint i = 0; i < G_N_ELEMENTS (hangers); i++)
    labels[i] = _(hangers[i].label);
  data->what = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (labels));
  gtk_widget_set_valign (GTK_WIDGET (data->what), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (data->what), "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (data->what), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Serves a"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Serves a"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (data->what));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (data->what));
  g_signal_connect (data->what, "notify::selected", G_CALLBACK (on_hanger_changed), NULL);

  form = tras_form_dialog_new (owner, store, _("New Action"), _("_Add"),
                               suggestion != NULL ? &take_funcs : &new_funcs, data, new_form_free);
  if (suggestion != NULL)
    tras_form_dialog_add_group (form, suggestion->what);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, "title", _("What is to be done"));
  tras_form_dialog_add_row (form, row);
  for (guint i = 0; i < G_N_ELEMENTS (hangers); i++)
    tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, hangers[i].field, NULL);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, "kind", NULL);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, "owner_id", NULL);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, "due_on", NULL);
  show_hanger (form, 0);

  draft->due_on = tras_day_today () + DUE_DAYS;
  tras_form_dialog_present (form, draft);
}

/**
 * tras_action_forms_new:
 * @owner: who asks
 * @store: the file
 * @owner_id: who shall do it, 0 for nobody yet
 *
 * Asks what is to be done, what for, by whom and by when; shows the new action when it is stored.
 */
void
tras_action_forms_new (GtkWidget *owner,
                       TrasStore *store,
                       gint64     owner_id)
{
  g_autoptr (TrasAction) draft = tras_action_new ();

  draft->owner_id = owner_id;
  present_new (owner, store, draft, NULL);
}

/**
 * tras_action_forms_take:
 * @owner: who asks
 * @store: the file
 * @suggestion: a suggestion as it was read
 *
 * Asks for the action that takes a suggestion up; both are stored together.
 */
void
tras_action_forms_take (GtkWidget      *owner,
                        TrasStore      *store,
                        TrasSuggestion *suggestion)
{
  g_autoptr (TrasAction) draft = tras_action_new ();

  g_return_if_fail (TRAS_IS_SUGGESTION (suggestion));

  /* The first line is what it is about. */
  draft->title = g_strndup (suggestion->what, strcspn (suggestion->what, "\n"));
  present_new (owner, store, draft, suggestion);
}

/* ---- an action that hangs from something already ---- */

static TrasEdit *
add_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  TrasAction *action = draft;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (action->title == NULL)
    {
      tras_form_dialog_refuse (dialog, "title", _("What is to be done?"));
      return NULL;
    }
  if (action->owner_id == 0)
    {
      tras_form_dialog_refuse (dialog, "owner_id", _("Who does it?"));
      return NULL;
    }
  if (action->due_on == TRAS_DAY_NONE)
    {
      tras_form_dialog_refuse (dialog, "due_on", _("Until when?"));
      return NULL;
    }

  action->first_due_on = action->due_on;
  label = label_of (_("Add action “{action}”"), action);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, action);

  return edit;
}

static const TrasFormFuncs add_funcs = {
  .make_edit = add_make_edit,
};

/**
 * tras_action_forms_add:
 * @owner: who asks
 * @store: the file
 * @draft: an action that hangs from what it is for
 * @about: (nullable): what that is, in its own words
 *
 * Asks what is to be done about it, by whom and by when.
 */
void
tras_action_forms_add (GtkWidget  *owner,
                       TrasStore  *store,
                       TrasAction *draft,
                       const char *about)
{
  static const char *const fields[] = { "title", "nature", "kind", "owner_id", "due_on",
                                        "done_when" };
  TrasFormDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));
  g_return_if_fail (TRAS_IS_ACTION (draft));

  dialog = tras_form_dialog_new (owner, store, _("New Action"), _("_Add"), &add_funcs, NULL, NULL);
  tras_form_dialog_add_group (dialog, about);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_ACTION, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- another date ---- */

static TrasEdit *
move_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  TrasAction *typed = draft;
  TrasAction *action = data;
  g_autoptr (TrasAction) moved = NULL;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (typed->due_on == action->due_on)
    {
      tras_form_dialog_refuse (dialog, "due_on", _("It is due on that day already"));
      return NULL;
    }
  if (typed->moved_why == NULL || *typed->moved_why == '\0')
    {
      tras_form_dialog_refuse (dialog, "moved_why", _("A date moves with a reason"));
      return NULL;
    }

  moved = tras_record_dup (action);
  tras_action_move (moved, typed->due_on, typed->moved_why);
  /* Translators: {action} is an action */
  label = label_of (_("Move “{action}”"), action);
  edit = tras_edit_new (label);
  tras_edit_update (edit, moved);

  return edit;
}

static const TrasFormFuncs move_funcs = {
  .make_edit = move_make_edit,
};

/**
 * tras_action_forms_move:
 * @owner: who asks
 * @store: the file
 * @action: an open action
 *
 * Asks for another due date, and why.
 */
void
tras_action_forms_move (GtkWidget  *owner,
                        TrasStore  *store,
                        TrasAction *action)
{
  TrasFormDialog *form = tras_form_dialog_new (owner, store, _("Move Date"), C_("date", "_Move"),
                                               &move_funcs, g_object_ref (action), g_object_unref);
  g_autoptr (TrasAction) draft = tras_record_dup (action);

  g_clear_pointer (&draft->moved_why, g_free);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, "due_on", _("New date"));
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, "moved_why", _("Why?"));
  tras_form_dialog_present (form, draft);
}

/* ---- how it ends ---- */

static const struct
{
  const char *state;
  const char *title;
  const char *button;
  const char *question;
  const char *refusal;
  const char *edit;
} ends[] = {
  [TRAS_ACTION_DONE] = { "done", N_("Action Done"), N_("_Done"), N_("What came of it (optional)"),
                         NULL, N_("Done: “{action}”") },
  [TRAS_ACTION_BLOCKED] = { "blocked", N_("Action Blocked"), N_("_Blocked"),
                            N_("What is in the way?"), N_("Say what is in the way"),
                            N_("Blocked: “{action}”") },
  [TRAS_ACTION_DROPPED] = { "dropped", N_("Drop Action"), N_("D_rop"), N_("Why?"),
                            N_("An action is dropped with a reason"), N_("Drop “{action}”") },
};

typedef struct
{
  TrasAction *action;
  TrasActionEnd end;
} EndForm;

static void
end_form_free (gpointer data)
{
  EndForm *form = data;

  g_object_unref (form->action);
  g_free (form);
}

static TrasEdit *
end_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  EndForm *form = data;
  TrasAction *typed = draft;
  g_autoptr (TrasAction) action = NULL;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (ends[form->end].refusal != NULL && (typed->result == NULL || *typed->result == '\0'))
    {
      tras_form_dialog_refuse (dialog, "result", _(ends[form->end].refusal));
      return NULL;
    }

  action = tras_record_dup (form->action);
  action->state = g_intern_static_string (ends[form->end].state);
  g_free (action->result);
  action->result = g_strdup (typed->result);
  if (form->end != TRAS_ACTION_BLOCKED)
    action->closed_on = tras_day_today ();
  if (form->end == TRAS_ACTION_DONE)
    action->progress = 100;
  label = label_of (_(ends[form->end].edit), action);
  edit = tras_edit_new (label);
  tras_edit_update (edit, action);

  return edit;
}

static const TrasFormFuncs end_funcs = {
  .make_edit = end_make_edit,
};

/**
 * tras_action_forms_end:
 * @owner: who asks
 * @store: the file
 * @action: an open action
 * @end: what became of it
 *
 * Asks for the result, or for the reason.
 */
void
tras_action_forms_end (GtkWidget     *owner,
                       TrasStore     *store,
                       TrasAction    *action,
                       TrasActionEnd  end)
{
  EndForm *data = g_new0 (EndForm, 1);
  g_autoptr (TrasAction) draft = tras_record_dup (action);
  TrasFormDialog *form;

  data->action = g_object_ref (action);
  data->end = end;
  form = tras_form_dialog_new (owner, store, _(ends[end].title), _(ends[end].button), &end_funcs,
                               data, end_form_free);
  g_clear_pointer (&draft->result, g_free);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION, "result", _(ends[end].question));
  tras_form_dialog_present (form, draft);
}

/* ---- needs ---- */

static TrasEdit *
need_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  TrasActionNeed *need = draft;
  TrasEdit *edit;

  if (need->what == NULL || *need->what == '\0')
    {
      tras_form_dialog_refuse (dialog, "what", _("What is needed?"));
      return NULL;
    }

  edit = tras_edit_new (TRAS_RECORD (need)->id == 0 ? _("Add need") : _("Change need"));
  if (TRAS_RECORD (need)->id == 0)
    tras_edit_insert (edit, need);
  else
    tras_edit_update (edit, need);

  return edit;
}

static const TrasFormFuncs need_funcs = {
  .make_edit = need_make_edit,
};

/**
 * tras_action_forms_edit_need:
 * @owner: who asks
 * @store: the file
 * @action: an action
 * @need: (nullable): one of its needs, %NULL for a new one
 *
 * Asks what the action needs, in hours and money, planned and spent.
 */
void
tras_action_forms_edit_need (GtkWidget      *owner,
                             TrasStore      *store,
                             TrasAction     *action,
                             TrasActionNeed *need)
{
  g_autoptr (TrasActionNeed) draft = need != NULL ? tras_record_dup (need)
                                                  : tras_action_need_new ();
  TrasFormDialog *form = tras_form_dialog_new (owner, store,
                                               need != NULL ? _("Change Need") : _("Add Need"),
                                               need != NULL ? _("_Save") : _("_Add"), &need_funcs,
                                               NULL, NULL);

  if (need == NULL)
    {
      draft->action_id = TRAS_RECORD (action)->id;
      draft->kind = g_intern_static_string ("labour");
    }
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION_NEED, "what", _("What is needed"));
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION_NEED, "kind", NULL);
  tras_form_dialog_add_group (form, NULL);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION_NEED, "planned_minutes", _("Hours planned"));
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION_NEED, "spent_minutes", _("Hours spent"));
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION_NEED, "planned_money", NULL);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION_NEED, "spent_money", NULL);
  tras_form_dialog_add_group (form, NULL);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION_NEED, "investment", NULL);
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION_NEED, "ready_on", NULL);
  if (need != NULL)
    tras_form_dialog_add_delete (form, _("_Delete Need"), need, _("Delete need"));
  tras_form_dialog_present (form, draft);
}

/* ---- what it waits for ---- */

static TrasEdit *
after_make_edit (TrasFormDialog *dialog,
                 gpointer        draft,
                 gpointer        data)
{
  TrasActionAfter *after = draft;
  TrasEdit *edit;

  if (after->after_id == 0)
    {
      tras_form_dialog_refuse (dialog, "after_id", _("Choose an action."));
      return NULL;
    }
  if (after->after_id == after->action_id)
    {
      tras_form_dialog_refuse (dialog, "after_id", _("An action cannot wait for itself."));
      return NULL;
    }

  edit = tras_edit_new (_("Let an action wait for another"));
  tras_edit_insert (edit, after);

  return edit;
}

static const TrasFormFuncs after_funcs = {
  .make_edit = after_make_edit,
};

/**
 * tras_action_forms_add_after:
 * @owner: who asks
 * @store: the file
 * @action: an action
 *
 * Asks which other action it waits for.
 */
void
tras_action_forms_add_after (GtkWidget  *owner,
                             TrasStore  *store,
                             TrasAction *action)
{
  TrasFormDialog *form = tras_form_dialog_new (owner, store, _("Wait For"), _("_Add"), &after_funcs,
                                               NULL, NULL);
  g_autoptr (TrasActionAfter) draft = tras_action_after_new ();

  draft->action_id = TRAS_RECORD (action)->id;
  tras_form_dialog_add_field (form, TRAS_TYPE_ACTION_AFTER, "after_id",
                              _("It begins after this is done"));
  tras_form_dialog_present (form, draft);
}

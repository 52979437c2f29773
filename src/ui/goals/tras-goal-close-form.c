/* tras-goal-close-form.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-action-words.h"
#include "tras-form-dialog.h"
#include "tras-goal-close-form.h"
#include "tras-goal-closing.h"
#include "tras-window.h"

static const char *const endings[] = { "reached", "missed", "dropped" };

/* What happens to an action that is still open. */
enum
{
  KEEP,
  DROP,
};

typedef struct
{
  GtkWidget *owner;
  TrasStore *store;
  TrasGoalBoard *board;
  gint64 goal_id;
  TrasGoalCloser closer;
  GPtrArray *actions;

  /* borrowed: of the dialog */
  GtkDropDown *how;
  GPtrArray *fates;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->owner);
  g_object_unref (form->store);
  tras_goal_board_unref (form->board);
  g_clear_pointer (&form->actions, g_ptr_array_unref);
  g_clear_pointer (&form->fates, g_ptr_array_unref);
  if (form->closer.data_free != NULL)
    form->closer.data_free (form->closer.data);
  g_free (form);
}

static TrasGoalStatus *
get_status (Form *form)
{
  return tras_goal_board_find (form->board, form->goal_id);
}

/* ---- what becomes of what was typed ---- */

static TrasEdit *
make_plain_edit (TrasGoal *goal)
{
  /* Translators: %s is a goal */
  g_autofree char *label = g_strdup_printf (_("Close “%s”"), goal->title);
  TrasEdit *edit = tras_edit_new (label);

  tras_edit_update (edit, goal);

  return edit;
}

static gboolean
check (TrasFormDialog *dialog,
       Form           *form,
       const char     *ending,
       const char     *lesson)
{
  TrasTargetStatus *unmet = g_str_equal (ending, "reached")
                              ? tras_goal_status_find_unmet (get_status (form)) : NULL;
  g_autofree char *why = unmet != NULL ? tras_target_dup_unmet (unmet) : NULL;

  if (why != NULL)
    tras_form_dialog_refuse (dialog, NULL, why);
  else if (lesson == NULL || *lesson == '\0')
    tras_form_dialog_refuse (dialog, "lesson",
                             _("What was learned? A goal closes with a lesson"));
  else
    return TRUE;

  return FALSE;
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  Form *form = data;
  const char *ending = endings[gtk_drop_down_get_selected (form->how)];
  const char *lesson = TRAS_GOAL (draft)->lesson;
  g_autoptr (TrasGoal) goal = NULL;
  TrasEdit *edit;

  if (!check (dialog, form, ending, lesson))
    return NULL;

  goal = tras_record_dup (get_status (form)->goal);
  tras_goal_close (goal, ending, lesson, tras_day_today ());
  edit = form->closer.make_edit != NULL ? form->closer.make_edit (goal, form->closer.data)
                                        : make_plain_edit (goal);
  if (edit == NULL)
    {
      tras_form_dialog_refuse (dialog, NULL, _("What it is about was deleted meanwhile."));
      return NULL;
    }
  for (guint i = 0; i < form->fates->len; i++)
    {
      if (gtk_drop_down_get_selected (form->fates->pdata[i]) == DROP)
        tras_goal_drop_action (edit, form->actions->pdata[i], goal);
    }

  return edit;
}

static void
on_stored (gint64   edit,
           gpointer data)
{
  Form *form = data;

  form->closer.stored (edit, form->closer.data);
}

static const TrasFormFuncs plain_funcs = {
  .make_edit = make_edit,
};

static const TrasFormFuncs closer_funcs = {
  .make_edit = make_edit,
  .stored = on_stored,
};

/* ---- the form ---- */

static void
add_group (TrasFormDialog *dialog,
           const char     *title,
           const char     *description)
{
  GtkWidget *group = tras_form_dialog_add_group (dialog, description);
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
}

static GtkDropDown *
add_choice (TrasFormDialog    *dialog,
            const char        *title,
            const char        *subtitle,
            const char *const *labels)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle != NULL ? subtitle : "", NULL);
  GtkWidget *choice = gtk_drop_down_new_from_strings (labels);

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choice, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  tras_form_dialog_add_row (dialog, row);

  return GTK_DROP_DOWN (choice);
}

static void
add_actions (TrasFormDialog *dialog,
             Form           *form)
{
  const char *const labels[] = {
    /* Translators: what happens to an open action when its goal is closed */
    C_("action", "Keep"),
    C_("action", "Drop"),
    NULL,
  };

  form->fates = g_ptr_array_new ();
  if (form->actions->len == 0)
    return;

  add_group (dialog, _("Actions Still Open"), _("What is kept goes on as it is."));
  for (guint i = 0; i < form->actions->len; i++)
    {
      TrasAction *action = form->actions->pdata[i];
      g_autofree char *state = tras_action_words_dup_state (action, tras_day_today ());

      g_ptr_array_add (form->fates, add_choice (dialog, action->title, state, labels));
    }
}

/* Those that climb to it stay where they are: somebody should know. */
static void
add_children (TrasFormDialog *dialog,
              Form           *form)
{
  gboolean any = FALSE;

  for (guint i = 0; i < form->board->goals->len; i++)
    {
      TrasGoalStatus *child = form->board->goals->pdata[i];
      GtkWidget *row;

      if (child->goal->parent_id != form->goal_id || !tras_goal_is_open (child->goal))
        continue;
      if (!any)
        add_group (dialog, _("Goals That Climb to This One"),
                   _("They stay open, below a closed goal."));
      any = TRUE;
      row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", child->goal->title,
                          "subtitle", child->goal->owner_name, NULL);
      tras_form_dialog_add_row (dialog, row);
    }
}

static void
present (Form *form)
{
  const char *const labels[] = { _("Reached"), _("Missed"), _("Dropped"), NULL };
  TrasGoal *goal = get_status (form)->goal;
  TrasFormDialog *dialog;

  dialog = tras_form_dialog_new (form->owner, form->store, _("Close Goal"), _("_Close Goal"),
                                 form->closer.stored != NULL ? &closer_funcs : &plain_funcs, form,
                                 form_free);
  add_group (dialog, goal->title, NULL);
  form->how = add_choice (dialog, _("How it ended"), NULL, labels);
  /* What is so already need not be chosen. */
  if (tras_goal_status_find_unmet (get_status (form)) != NULL)
    gtk_drop_down_set_selected (form->how, 1);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL, "lesson", _("What was learned"));
  add_actions (dialog, form);
  add_children (dialog, form);
  tras_form_dialog_present (dialog, goal);
}

static void
on_actions_read (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Form *form = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = tras_store_select_finish (TRAS_STORE (object), result, &error);

  if (actions == NULL || gtk_widget_get_root (form->owner) == NULL)
    {
      if (error != NULL)
        tras_window_report_error (form->owner, error);
      form_free (form);
      return;
    }

  form->actions = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < actions->len; i++)
    {
      if (tras_action_is_open (actions->pdata[i]))
        g_ptr_array_add (form->actions, g_object_ref (actions->pdata[i]));
    }
  present (form);
}

/**
 * tras_goal_close_form_open:
 * @owner: who asks
 * @store: the file
 * @board: how all goals are going
 * @goal_id: a goal of it that is not closed
 * @closer: (nullable): who closes it; %NULL for an edit of its own
 *
 * Asks whether it was reached, missed or dropped, for the lesson, and what becomes of the actions
 * that are still open. A goal whose targets are not met cannot be called reached.
 */
void
tras_goal_close_form_open (GtkWidget            *owner,
                           TrasStore            *store,
                           TrasGoalBoard        *board,
                           gint64                goal_id,
                           const TrasGoalCloser *closer)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  Form *form = g_new0 (Form, 1);

  form->owner = g_object_ref (owner);
  form->store = g_object_ref (store);
  form->board = tras_goal_board_ref (board);
  form->goal_id = goal_id;
  if (closer != NULL)
    form->closer = *closer;
  tras_query_where_int (query, "goal_id", TRAS_QUERY_EQ, goal_id);
  tras_query_order (query, "due_on", FALSE);
  tras_store_select_async (store, query, NULL, on_actions_read, form);
}

/* tras-goal-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-action-words.h"
#include "tras-action.h"
#include "tras-choice-row.h"
#include "tras-entry-row.h"
#include "tras-goal-checks.h"
#include "tras-goal-close-form.h"
#include "tras-goal-detail.h"
#include "tras-goal-forms.h"
#include "tras-goal-node.h"
#include "tras-goal-target-row.h"
#include "tras-goal-warnings.h"
#include "tras-goal-words.h"
#include "tras-list-sync.h"
#include "tras-pace-meter.h"
#include "tras-reference-row.h"
#include "tras-similar-list.h"
#include "tras-text-row.h"
#include "tras-window.h"

struct _TrasGoalDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwEntryRow *action_entry;
  GtkBox *closed_box;
  GtkButton *close_button;
  GtkButton *reopen_button;
  GtkButton *start_button;
  GtkImage *state_icon;
  GtkLabel *lesson_label;
  GtkLabel *progress_label;
  GtkLabel *state_label;
  GtkListBox *action_list;
  GtkListBox *child_list;
  GtkListBox *target_list;
  GtkListBox *warning_list;
  GtkWidget *owner_row;
  GtkWidget *parent_row;
  GtkWidget *title_row;
  TrasGoalChecks *checks;
  TrasPaceMeter *meter;
  TrasSimilarList *similar;

  /* owned */
  TrasGoalBoard *board;
  GListStore *actions;
  GListStore *children;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrasGoalDetail, tras_goal_detail, TRAS_TYPE_DETAIL)

enum
{
  CHILD_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TrasGoal *
get_goal (TrasGoalDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasGoalDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

static TrasGoalStatus *
get_status (TrasGoalDetail *self)
{
  TrasGoal *goal = get_goal (self);

  return goal != NULL && self->board != NULL
           ? tras_goal_board_find (self->board, TRAS_RECORD (goal)->id) : NULL;
}

static gboolean
can_write (TrasGoalDetail *self)
{
  return get_store (self) != NULL && !tras_store_is_read_only (get_store (self));
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "title-lines", 2, NULL);

  return row;
}

static GtkWidget *
make_icon (const char *icon_name,
           const char *style_class)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, style_class);

  return icon;
}

/* ---- how it is going ---- */

static void
show_state (TrasGoalDetail *self,
            TrasGoalStatus *status)
{
  g_autofree char *state = tras_goal_words_dup_state (status);
  g_autofree char *progress =
    tras_goal_words_dup_progress (status->pace.progress,
                                  tras_goal_is_open (status->goal) ? status->pace.elapsed : NAN);
  const char *classes[] = { tras_goal_words_get_class (status), NULL };

  gtk_image_set_from_icon_name (self->state_icon, tras_goal_words_get_icon (status));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);
  gtk_label_set_label (self->state_label, state);
  tras_pace_meter_show (self->meter, status);
  gtk_label_set_label (self->progress_label, progress);
  /* Where nothing is measured, the state has said so. */
  gtk_widget_set_visible (GTK_WIDGET (self->progress_label), !isnan (status->pace.progress));
}

static void
show_closing (TrasGoalDetail *self,
              TrasGoal       *goal)
{
  gboolean closed = !tras_goal_is_open (goal) && g_strcmp0 (goal->state, "draft") != 0;
  g_autofree char *day = tras_goal_words_dup_date (goal->closed_on);
  g_autofree char *text = NULL;

  if (closed)
    /* Translators: a date and what was learned from a goal */
    text = g_strdup_printf (_("Closed on %s. Lesson: %s"), day,
                            goal->lesson != NULL ? goal->lesson : "");
  gtk_label_set_label (self->lesson_label, closed ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closed_box), closed);
  gtk_widget_set_visible (GTK_WIDGET (self->reopen_button), can_write (self));
  gtk_widget_set_visible (GTK_WIDGET (self->start_button),
                          g_strcmp0 (goal->state, "draft") == 0 && can_write (self));
  gtk_widget_set_visible (GTK_WIDGET (self->close_button), !closed && can_write (self));
}

/* ---- what is amiss ---- */

static void
on_adopt_due (TrasGoalDetail *self)
{
  TrasGoalStatus *status = get_status (self);
  TrasGoalStatus *parent =
    status != NULL ? tras_goal_board_find (self->board, status->goal->parent_id) : NULL;
  g_autoptr (TrasGoal) changed = NULL;

  if (parent == NULL)
    return;

  changed = tras_record_dup (get_goal (self));
  changed->due_on = parent->goal->due_on;
  tras_detail_change (TRAS_DETAIL (self), g_steal_pointer (&changed),
                      _("Due when the goal above is"));
}

static void
on_choose_parent (TrasGoalDetail *self)
{
  gtk_widget_activate (self->parent_row);
}

static void
on_choose_owner (TrasGoalDetail *self)
{
  gtk_widget_activate (self->owner_row);
}

static void
on_show_opposed (TrasGoalDetail *self)
{
  TrasGoalStatus *status = get_status (self);
  TrasGoalStatus *other = status != NULL ? tras_goal_board_find_opposed (self->board, status)
                                         : NULL;

  if (other != NULL)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_GOAL, TRAS_RECORD (other->goal)->id);
}

/* It stays, with all that hangs from it, and is asked for by nobody. */
static void
on_put_off (TrasGoalDetail *self)
{
  g_autoptr (TrasGoal) changed = NULL;
  g_autofree char *label = NULL;

  if (get_goal (self) == NULL)
    return;

  changed = tras_record_dup (get_goal (self));
  changed->state = g_intern_static_string ("draft");
  /* Translators: an edit; %s is a goal that becomes a draft */
  label = g_strdup_printf (_("Put off “%s”"), changed->title);
  tras_detail_change (TRAS_DETAIL (self), g_steal_pointer (&changed), label);
}

static void
on_add_target (TrasGoalDetail *self)
{
  if (get_goal (self) != NULL && can_write (self))
    tras_goal_forms_edit_target (GTK_WIDGET (self), get_store (self), get_goal (self), NULL);
}

static void
on_add_action (TrasGoalDetail *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->action_entry));
}

/* Each warning with the button that helps, where one does. */
static const struct
{
  TrasGoalWarnings warning;
  const char *label;
  void (*help) (TrasGoalDetail *self);
  gboolean only_shows;
} helps[] = {
  { TRAS_GOAL_NO_TARGET, N_("Add Target"), on_add_target },
  { TRAS_GOAL_NO_PLAN, N_("Add Action"), on_add_action },
  { TRAS_GOAL_ORPHAN, N_("Choose Goal"), on_choose_parent },
  { TRAS_GOAL_DUE_AFTER_PARENT, N_("Use Its Date"), on_adopt_due },
  { TRAS_GOAL_OWNER_LEFT, N_("Choose Owner"), on_choose_owner },
  { TRAS_GOAL_OWNER_BUSY, N_("Choose Owner"), on_choose_owner },
  { TRAS_GOAL_OPPOSED, N_("Show Goal"), on_show_opposed, TRUE },
  { TRAS_GOAL_BEYOND_REACH, N_("Add Action"), on_add_action },
  { TRAS_GOAL_TOO_MANY, N_("Put Off"), on_put_off },
};

static void
show_warnings (TrasGoalDetail *self,
               TrasGoalStatus *status)
{
  clear_list (self->warning_list);
  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    {
      g_autofree char *words = NULL;
      GtkWidget *row, *button;

      if (!(status->warnings & helps[i].warning))
        continue;

      words = tras_goal_warning_dup_words (helps[i].warning, self->board, status);
      row = make_row (words, NULL);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 make_icon ("dialog-warning-symbolic", "dim-label"));
      if (helps[i].only_shows || can_write (self))
        {
          button = gtk_button_new_with_label (_(helps[i].label));
          gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
          gtk_widget_add_css_class (button, "flat");
          g_signal_connect_swapped (button, "clicked", G_CALLBACK (helps[i].help), self);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
        }
      gtk_list_box_append (self->warning_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->warning_list), status->warnings != TRAS_GOAL_FINE);
}

/* ---- targets ---- */

static void
show_targets (TrasGoalDetail *self,
              TrasGoalStatus *status)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->target_list)) != NULL;

  clear_list (self->target_list);
  for (guint i = 0; i < status->targets->len; i++)
    {
      TrasTargetStatus *target = status->targets->pdata[i];
      GtkWidget *row = tras_goal_target_row_new (target);

      g_object_set_data (G_OBJECT (row), "target", target->target);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can_write (self));
      gtk_list_box_append (self->target_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->target_list), status->targets->len > 0);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->target_list), GTK_DIR_TAB_FORWARD);
}

static void
on_target_activated (TrasGoalDetail *self,
                     GtkListBoxRow  *row)
{
  TrasTarget *target = g_object_get_data (G_OBJECT (row), "target");

  if (get_goal (self) != NULL && can_write (self))
    tras_goal_forms_edit_target (GTK_WIDGET (self), get_store (self), get_goal (self), target);
}

/* ---- the plan ---- */

static GtkWidget *
make_action_row (gpointer item,
                 gpointer user_data)
{
  TrasAction *action = item;
  TrasDay today = tras_day_today ();
  g_autofree char *state = tras_action_words_dup_state (action, today);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (action->owner_name != NULL)
    /* Translators: who does something, and when it is due or how it stands: “Ana · 3 days late” */
    subtitle = g_strdup_printf (_("%s · %s"), action->owner_name, state);
  row = make_row (action->title, subtitle != NULL ? subtitle : state);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             make_icon (tras_action_words_get_icon (action, today),
                                        tras_action_words_get_class (action, today)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon ("go-next-symbolic", "dim-label"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
on_action_activated (TrasGoalDetail *self,
                     GtkListBoxRow  *row)
{
  g_autoptr (TrasRecord) action = g_list_model_get_item (G_LIST_MODEL (self->actions),
                                                         (guint) gtk_list_box_row_get_index (row));

  if (action != NULL)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ACTION, action->id);
}

static gboolean
is_same_record (gconstpointer a,
                gconstpointer b)
{
  return TRAS_RECORD ((gpointer) a)->id == TRAS_RECORD ((gpointer) b)->id &&
         tras_record_equal (TRAS_RECORD ((gpointer) a), TRAS_RECORD ((gpointer) b));
}

static void
on_actions_read (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrasGoalDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = tras_store_select_finish (TRAS_STORE (object), result, &error);

  if (get_store (self) != TRAS_STORE (object))
    return;
  if (actions == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  tras_list_sync (self->actions, actions, is_same_record);
  gtk_widget_set_visible (GTK_WIDGET (self->action_list), actions->len > 0);
}

static void
read_actions (TrasGoalDetail *self)
{
  TrasGoal *goal = get_goal (self);
  g_autoptr (TrasQuery) query = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (goal == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  query = tras_query_new (TRAS_TYPE_ACTION);
  tras_query_where_int (query, "goal_id", TRAS_QUERY_EQ, TRAS_RECORD (goal)->id);
  tras_query_order (query, "due_on", FALSE);
  tras_store_select_async (get_store (self), query, self->cancellable, on_actions_read,
                           g_object_ref (self));
}

static void
on_action_made (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  TrasGoalDetail *self = TRAS_GOAL_DETAIL (object);

  if (tras_window_apply_finish (GTK_WIDGET (self), result, NULL, NULL))
    gtk_editable_set_text (GTK_EDITABLE (self->action_entry), "");
}

/* A title is enough: the rest follows from the goal, and can be changed under Plans. */
static void
on_action_entered (TrasGoalDetail *self)
{
  TrasGoal *goal = get_goal (self);
  g_autofree char *title =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->action_entry))));
  g_autoptr (TrasAction) action = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *label = NULL;

  if (goal == NULL || *title == '\0')
    return;

  action = tras_action_new ();
  action->title = g_steal_pointer (&title);
  action->goal_id = TRAS_RECORD (goal)->id;
  action->owner_id = goal->owner_id;
  action->due_on = goal->due_on;
  /* Translators: %s is an action */
  label = g_strdup_printf (_("Add action “%s”"), action->title);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, action);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, on_action_made, NULL);
}

/* ---- goals that climb to it ---- */

static GtkWidget *
make_child_row (gpointer item,
                gpointer user_data)
{
  TrasGoalStatus *status = tras_goal_node_get_status (item);
  g_autofree char *state = tras_goal_words_dup_state (status);
  GtkWidget *row = make_row (status->goal->title, state);
  GtkWidget *meter = tras_pace_meter_new ();

  tras_pace_meter_show (TRAS_PACE_METER (meter), status);
  gtk_widget_set_valign (meter, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (meter, 72, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             make_icon (tras_goal_words_get_icon (status),
                                        tras_goal_words_get_class (status)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), meter);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
on_child_activated (TrasGoalDetail *self,
                    GtkListBoxRow  *row)
{
  g_autoptr (TrasGoalNode) node = g_list_model_get_item (G_LIST_MODEL (self->children),
                                                         (guint) gtk_list_box_row_get_index (row));

  if (node != NULL)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_GOAL, tras_goal_node_get_id (node));
}

static void
on_add_child (TrasGoalDetail *self)
{
  TrasGoal *goal = get_goal (self);

  if (goal != NULL)
    g_signal_emit (self, signals[CHILD_WANTED], 0, TRAS_RECORD (goal)->id);
}

static gboolean
is_same_node (gconstpointer a,
              gconstpointer b)
{
  return tras_goal_node_looks_same ((TrasGoalNode *) a, (TrasGoalNode *) b);
}

static void
show_children (TrasGoalDetail *self,
               gint64          goal_id)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->board->goals->len; i++)
    {
      TrasGoalStatus *status = self->board->goals->pdata[i];

      if (status->goal->parent_id == goal_id)
        g_ptr_array_add (nodes, tras_goal_node_new (self->board, status, FALSE));
    }
  tras_list_sync (self->children, nodes, is_same_node);
  gtk_widget_set_visible (GTK_WIDGET (self->child_list), nodes->len > 0);
}

/* ---- closing ---- */

static void
on_close_goal_clicked (TrasGoalDetail *self)
{
  if (get_status (self) != NULL)
    tras_goal_close_form_open (GTK_WIDGET (self), get_store (self), self->board,
                               TRAS_RECORD (get_goal (self))->id, NULL);
}

static gboolean
on_check_in_key (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  tras_goal_checks_add (TRAS_GOAL_DETAIL (widget)->checks);

  return GDK_EVENT_STOP;
}

static void
open_again (TrasGoalDetail *self,
            const char     *label)
{
  g_autoptr (TrasGoal) goal = tras_record_dup (get_goal (self));

  goal->state = g_intern_static_string ("open");
  goal->closed_on = TRAS_DAY_NONE;
  tras_detail_change (TRAS_DETAIL (self), g_steal_pointer (&goal), label);
}

static void
on_reopen_clicked (TrasGoalDetail *self)
{
  g_autofree char *label = NULL;

  if (get_goal (self) == NULL)
    return;

  /* Translators: %s is a goal */
  label = g_strdup_printf (_("Reopen “%s”"), get_goal (self)->title);
  open_again (self, label);
}

static void
on_start_clicked (TrasGoalDetail *self)
{
  g_autofree char *label = NULL;

  if (get_goal (self) == NULL)
    return;

  /* Translators: %s is a goal that was a draft up to now */
  label = g_strdup_printf (_("Start “%s”"), get_goal (self)->title);
  open_again (self, label);
}

/* ---- the object ---- */

static void
show_all (TrasGoalDetail *self)
{
  TrasGoalStatus *status = get_status (self);

  if (get_goal (self) != NULL)
    show_closing (self, get_goal (self));
  if (status == NULL)
    return;

  show_state (self, status);
  show_warnings (self, status);
  show_targets (self, status);
  tras_goal_checks_show (self->checks, get_store (self), self->board,
                         TRAS_RECORD (status->goal)->id);
  show_children (self, TRAS_RECORD (status->goal)->id);
}

/* What was tried before is for whoever still writes the goal: it has no target or no plan yet. */
static void
show_similar (TrasGoalDetail *self,
              TrasGoal       *goal)
{
  gboolean written = goal == NULL || (goal->targets > 0 && goal->actions > 0) ||
                     goal->closed_on != TRAS_DAY_NONE;

  tras_similar_list_set_record (self->similar, written ? NULL : get_store (self), TRAS_TYPE_GOAL,
                                goal != NULL ? TRAS_RECORD (goal)->id : 0, 0);
}

static void
tras_goal_detail_record_changed (TrasDetail *detail,
                                 gpointer    record)
{
  show_all (TRAS_GOAL_DETAIL (detail));
  show_similar (TRAS_GOAL_DETAIL (detail), record);
  read_actions (TRAS_GOAL_DETAIL (detail));
}

static void
tras_goal_detail_dispose (GObject *object)
{
  TrasGoalDetail *self = TRAS_GOAL_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  g_clear_object (&self->children);
  g_clear_pointer (&self->board, tras_goal_board_unref);

  G_OBJECT_CLASS (tras_goal_detail_parent_class)->dispose (object);
}

static void
tras_goal_detail_class_init (TrasGoalDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_goal_detail_dispose;
  TRAS_DETAIL_CLASS (klass)->record_changed = tras_goal_detail_record_changed;

  /**
   * TrasGoalDetail::child-wanted:
   * @parent_id: the goal on show
   *
   * The user wants a new goal that climbs to this one.
   */
  signals[CHILD_WANTED] = g_signal_new ("child-wanted", TRAS_TYPE_GOAL_DETAIL, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, on_check_in_key, NULL);

  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_GOAL_CHECKS);
  g_type_ensure (TRAS_TYPE_PACE_METER);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_SIMILAR_LIST);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/goals/tras-goal-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, action_entry);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, action_list);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, checks);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, child_list);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, close_button);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, closed_box);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, lesson_label);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, meter);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, owner_row);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, parent_row);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, similar);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, start_button);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, state_label);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, target_list);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, title_row);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalDetail, warning_list);
  gtk_widget_class_bind_template_callback (widget_class, on_action_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_action_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_add_action);
  gtk_widget_class_bind_template_callback (widget_class, on_add_child);
  gtk_widget_class_bind_template_callback (widget_class, on_add_target);
  gtk_widget_class_bind_template_callback (widget_class, on_child_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_close_goal_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_target_activated);
}

static void
tras_goal_detail_init (TrasGoalDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_list_store_new (TRAS_TYPE_ACTION);
  gtk_list_box_bind_model (self->action_list, G_LIST_MODEL (self->actions), make_action_row, NULL,
                           NULL);
  self->children = g_list_store_new (TRAS_TYPE_GOAL_NODE);
  gtk_list_box_bind_model (self->child_list, G_LIST_MODEL (self->children), make_child_row, NULL,
                           NULL);
  tras_similar_list_follow (self->similar, TRAS_FIELD_EDITOR (self->title_row));
}

/**
 * tras_goal_detail_set_board:
 * @self: a pane
 * @board: (transfer none) (nullable): how all goals are going
 * @my_id: the person who sits here, 0 for not known
 */
void
tras_goal_detail_set_board (TrasGoalDetail *self,
                            TrasGoalBoard  *board,
                            gint64          my_id)
{
  g_return_if_fail (TRAS_IS_GOAL_DETAIL (self));

  if (board != NULL)
    tras_goal_board_ref (board);
  g_clear_pointer (&self->board, tras_goal_board_unref);
  self->board = board;
  tras_goal_checks_set_me (self->checks, my_id);
  show_all (self);
}

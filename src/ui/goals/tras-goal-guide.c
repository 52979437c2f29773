/* tras-goal-guide.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-action.h"
#include "tras-form-dialog.h"
#include "tras-goal-forms.h"
#include "tras-goal-guide.h"
#include "tras-goal-warnings.h"
#include "tras-goal-words.h"
#include "tras-number.h"
#include "tras-sentence.h"
#include "tras-similar-list.h"

#define MINUTES_AN_HOUR 60

/* A single value may be anything: a baseline is the mean of the last few, where there are any. */
#define BASELINE_POINTS 8

#define DEFAULT_WIDTH 780

typedef struct
{
  TrasGoalBoard *board;
  TrasGoalMade made;

  /* borrowed: of the dialog */
  AdwPreferencesGroup *measure;
  GtkListBox *warnings;
  GtkWidget *hours;

  gint64 indicator_id;   /* that the baseline was proposed for */
} Guide;

static void
guide_free (gpointer data)
{
  Guide *self = data;

  tras_goal_board_unref (self->board);
  g_free (self);
}

/* ---- what it takes ---- */

/* Returns -1 for what is no number of hours. */
static gint64
read_minutes (Guide *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->hours));
  double hours = 0;

  if (*text != '\0' && (!tras_number_format_parse_real (tras_number_format_get_default (), text,
                                                        &hours, NULL) ||
                        hours < 0 || hours > G_MAXINT32))
    return -1;

  return llround (hours * MINUTES_AN_HOUR);
}

/* ---- where it starts ---- */

/* The mean of the last few values in the indicator's own decimals, or the newest; NAN for none. */
static double
propose_baseline (TrasIndicatorSeries *series)
{
  double scale = pow (10, (double) series->indicator->decimals);
  double sum = 0;

  if (series->n == 0)
    return NAN;
  if (series->n < BASELINE_POINTS)
    return series->values[series->n - 1];

  for (gsize i = series->n - BASELINE_POINTS; i < series->n; i++)
    sum += series->values[i];

  return round (sum / BASELINE_POINTS * scale) / scale;
}

static char *
dup_origin (TrasIndicatorSeries *series)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *newest = NULL;
  g_autofree char *baseline = NULL;
  g_autofree char *period = NULL;

  if (series->n == 0)
    return g_strdup (_("It has not been measured yet: where it starts from is for you to say."));

  newest = tras_sentence_value (series, series->values[series->n - 1], format);
  period = tras_sentence_period (series->every, series->periods[series->n - 1], format);
  if (series->n < BASELINE_POINTS)
    /* Translators: a value and the period it is from */
    return g_strdup_printf (_("It starts from the newest value: %s in %s."), newest, period);

  baseline = tras_sentence_value (series, propose_baseline (series), format);
  /* Translators: a mean, a number of values, the newest value and the period it is from. The
   * number decides the plural. */
  return g_strdup_printf (ngettext ("It starts from %s, the mean of the last %d value; the newest "
                                    "is %s in %s.",
                                    "It starts from %s, the mean of the last %d values; the newest "
                                    "is %s in %s.", BASELINE_POINTS),
                          baseline, BASELINE_POINTS, newest, period);
}

/* The target has the goal's days, and a baseline of its indicator's own. */
static void
complete_target (Guide          *self,
                 TrasFormDialog *dialog,
                 TrasGoal       *goal)
{
  g_autoptr (TrasTarget) target = tras_record_dup (tras_form_dialog_get_part (dialog,
                                                                              TRAS_TYPE_TARGET));
  TrasIndicatorSeries *series = NULL;
  g_autofree char *origin = NULL;

  target->from_on = goal->starts_on;
  target->to_on = goal->due_on;
  if (target->indicator_id != 0)
    series = tras_goal_board_find_series (self->board, target->indicator_id);
  if (target->indicator_id != self->indicator_id)
    target->baseline = series != NULL ? propose_baseline (series) : NAN;
  self->indicator_id = target->indicator_id;
  if (series != NULL && g_strcmp0 (target->shape, "reach") == 0)
    origin = dup_origin (series);
  adw_preferences_group_set_description (self->measure, origin);
  tras_form_dialog_set_part (dialog, target);
}

/* ---- what is amiss ---- */

static void
add_line (Guide      *self,
          const char *icon_name,
          const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "valign",
                                  GTK_ALIGN_START, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", line, "activatable", FALSE,
                                 "selectable", FALSE, "focusable", FALSE, NULL);

  gtk_widget_add_css_class (icon, "dim-label");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (row, "goal-hint");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (self->warnings, row);
}

static void
show_warnings (Guide          *self,
               TrasFormDialog *dialog,
               TrasGoal       *goal)
{
  TrasAction *action = tras_form_dialog_get_part (dialog, TRAS_TYPE_ACTION);
  gboolean planned = action->title != NULL && *action->title != '\0';
  g_autoptr (TrasGoalStatus) status =
    tras_goal_board_judge_draft (self->board, goal,
                                 tras_form_dialog_get_part (dialog, TRAS_TYPE_TARGET),
                                 planned ? MAX (read_minutes (self), 0) : 0, planned);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->warnings))) != NULL)
    gtk_list_box_remove (self->warnings, row);
  for (guint warning = TRAS_GOAL_NO_TARGET; warning <= TRAS_GOAL_LAST_WARNING; warning <<= 1)
    {
      g_autofree char *words = NULL;

      if (!(status->warnings & warning))
        continue;
      words = tras_goal_warning_dup_words (warning, self->board, status);
      add_line (self, "dialog-warning-symbolic", words);
    }
  if (status->warnings == TRAS_GOAL_FINE)
    add_line (self, "tras-meets-symbolic", _("It is concrete, and fits the other goals."));
}

static void
guide_changed (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  Guide *self = data;

  complete_target (self, dialog, draft);
  tras_goal_forms_show_shape (dialog, tras_form_dialog_get_part (dialog, TRAS_TYPE_TARGET));
  show_warnings (self, dialog, draft);
}

static void
on_hours_changed (TrasFormDialog *dialog)
{
  Guide *self = g_object_get_data (G_OBJECT (dialog), "guide");

  gtk_widget_remove_css_class (self->hours, "error");
  show_warnings (self, dialog, tras_form_dialog_get_draft (dialog));
}

/* ---- what is written ---- */

static gboolean
check_goal (TrasFormDialog *dialog,
            TrasGoal       *goal)
{
  if (goal->title == NULL || *goal->title == '\0')
    tras_form_dialog_refuse (dialog, "title", _("What shall be different?"));
  else if (goal->due_on <= goal->starts_on)
    tras_form_dialog_refuse (dialog, "due_on", _("It must be due after it starts"));
  else if (goal->owner_id == 0)
    tras_form_dialog_refuse (dialog, "owner_id", _("Who answers for it?"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_plan (Guide          *self,
            TrasFormDialog *dialog)
{
  TrasAction *action = tras_form_dialog_get_part (dialog, TRAS_TYPE_ACTION);
  TrasActionNeed *need = tras_form_dialog_get_part (dialog, TRAS_TYPE_ACTION_NEED);
  gint64 minutes = read_minutes (self);

  if (minutes < 0)
    {
      gtk_widget_add_css_class (self->hours, "error");
      tras_form_dialog_refuse (dialog, NULL, _("Hours are a number of 0 or more."));
      gtk_widget_grab_focus (self->hours);
      return FALSE;
    }
  if (need->planned_money < 0)
    {
      tras_form_dialog_refuse_part (dialog, TRAS_TYPE_ACTION_NEED, "planned_money",
                                    _("Money is an amount of 0 or more"));
      return FALSE;
    }
  if ((action->title == NULL || *action->title == '\0') && (minutes > 0 || need->planned_money > 0))
    {
      tras_form_dialog_refuse_part (dialog, TRAS_TYPE_ACTION, "title",
                                    _("What is done in these hours, or with this money?"));
      return FALSE;
    }

  return TRUE;
}

static void
add_target (TrasFormDialog *dialog,
            TrasEdit       *edit,
            TrasGoal       *goal)
{
  g_autoptr (TrasTarget) target = tras_record_dup (tras_form_dialog_get_part (dialog,
                                                                              TRAS_TYPE_TARGET));

  if (target->indicator_id == 0)
    return;

  tras_goal_forms_clean_target (target);
  tras_edit_insert (edit, target);
  tras_edit_link (edit, target, "goal_id", goal);
}

/* The first step is the owner's, and due when the goal is, until somebody plans it better. */
static void
add_plan (Guide          *self,
          TrasFormDialog *dialog,
          TrasEdit       *edit,
          TrasGoal       *goal)
{
  g_autoptr (TrasAction) action = tras_record_dup (tras_form_dialog_get_part (dialog,
                                                                              TRAS_TYPE_ACTION));
  g_autoptr (TrasActionNeed) need = NULL;

  if (action->title == NULL || *action->title == '\0')
    return;

  action->owner_id = goal->owner_id;
  action->due_on = goal->due_on;
  tras_edit_insert (edit, action);
  tras_edit_link (edit, action, "goal_id", goal);

  need = tras_record_dup (tras_form_dialog_get_part (dialog, TRAS_TYPE_ACTION_NEED));
  need->planned_minutes = read_minutes (self);
  if (need->planned_minutes == 0 && need->planned_money == 0)
    return;
  need->what = g_strdup (action->title);
  need->kind = g_intern_static_string (need->planned_minutes > 0 ? "labour" : "service");
  tras_edit_insert (edit, need);
  tras_edit_link (edit, need, "action_id", action);
}

static TrasEdit *
guide_make_edit (TrasFormDialog *dialog,
                 gpointer        draft,
                 gpointer        data)
{
  Guide *self = data;
  TrasGoal *goal = draft;
  TrasTarget *target = tras_form_dialog_get_part (dialog, TRAS_TYPE_TARGET);
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (!check_goal (dialog, goal) ||
      (target->indicator_id != 0 && !tras_goal_forms_check_target (dialog, target)) ||
      !check_plan (self, dialog))
    return NULL;

  /* Translators: an edit; %s is a goal */
  label = g_strdup_printf (_("New goal “%s”"), goal->title);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, goal);
  add_target (dialog, edit, goal);
  add_plan (self, dialog, edit, goal);

  return edit;
}

static void
guide_saved (GtkWidget *owner,
             gpointer   draft,
             gpointer   data)
{
  Guide *self = data;

  self->made (owner, TRAS_RECORD (draft)->id);
}

static const TrasFormFuncs guide_funcs = {
  .make_edit = guide_make_edit,
  .changed = guide_changed,
  .saved = guide_saved,
};

/* ---- the form ---- */

static void
add_group (TrasFormDialog *dialog,
           const char     *title)
{
  adw_preferences_group_set_title (
    ADW_PREFERENCES_GROUP (tras_form_dialog_add_group (dialog, NULL)), title);
}

static void
add_measure (TrasFormDialog *dialog,
             Guide          *self)
{
  static const char *const fields[] = { "shape", "baseline", "value", "low", "high" };
  g_autoptr (TrasTarget) target = tras_target_new ();
  GtkWidget *editor;

  target->shape = g_intern_static_string ("reach");
  tras_form_dialog_add_part (dialog, _("Measured By"), NULL, target);
  editor = tras_form_dialog_add_field (dialog, TRAS_TYPE_TARGET, "indicator_id", NULL);
  self->measure = ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (editor,
                                                                  ADW_TYPE_PREFERENCES_GROUP));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_TARGET, fields[i], NULL);
}

static void
add_first_step (TrasFormDialog *dialog,
                Guide          *self)
{
  g_autoptr (TrasAction) action = tras_action_new ();
  g_autoptr (TrasActionNeed) need = tras_action_need_new ();

  tras_form_dialog_add_part (dialog, _("What Will It Take?"), NULL, action);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ACTION, "title", _("First step"));
  self->hours = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hours), _("Hours"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->hours), TRUE);
  g_signal_connect_object (self->hours, "changed", G_CALLBACK (on_hours_changed), dialog,
                           G_CONNECT_SWAPPED);
  tras_form_dialog_add_row (dialog, self->hours);
  tras_form_dialog_add_part (dialog, NULL, NULL, need);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ACTION_NEED, "planned_money", _("Money"));
}

static void
add_aside (TrasFormDialog *dialog,
           Guide          *self,
           TrasStore      *store,
           GtkWidget      *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *similar = tras_similar_list_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Is It Concrete?"));
  self->warnings = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->warnings, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->warnings), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->warnings), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What is amiss"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->warnings));
  /* Nobody is led away from what they write. */
  tras_similar_list_set_leads (TRAS_SIMILAR_LIST (similar), FALSE);
  tras_similar_list_follow (TRAS_SIMILAR_LIST (similar), TRAS_FIELD_EDITOR (title));
  tras_similar_list_set_record (TRAS_SIMILAR_LIST (similar), store, TRAS_TYPE_GOAL, 0, 0);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), similar);
  tras_form_dialog_set_aside (dialog, box);
}

static TrasDay
get_end_of_year (TrasDay today)
{
  int year, month, day;

  tras_day_split (today, &year, &month, &day);
  /* In the last weeks of a year a goal is for the next one. */
  if (month == 12)
    year++;

  return tras_day_new (year, 12, 31);
}

static TrasGoal *
make_draft (TrasGoalStatus *parent,
            gint64          my_id)
{
  TrasDay today = tras_day_today ();
  TrasGoal *goal = tras_goal_new ();

  goal->owner_id = my_id != 0 || parent == NULL ? my_id : parent->goal->owner_id;
  goal->starts_on = today;
  goal->due_on = get_end_of_year (today);
  if (parent != NULL)
    {
      goal->parent_id = TRAS_RECORD (parent->goal)->id;
      goal->area_id = parent->goal->area_id;
      goal->customer = parent->goal->customer;
      if (parent->goal->due_on > today)
        goal->due_on = parent->goal->due_on;
    }

  return goal;
}

/**
 * tras_goal_guide_open:
 * @owner: who asks
 * @store: the file
 * @board: how all goals are going
 * @parent: (nullable): the goal of @board that the new one climbs to
 * @my_id: who sits here, 0 for not known
 * @made: told once the goal is written
 *
 * Asks what makes a goal concrete, in the order in which it is thought of, and says beside it what
 * is still amiss. Goal, target, action and what that needs are written as one edit; all but the
 * goal, its days and its owner may be left for later.
 */
void
tras_goal_guide_open (GtkWidget      *owner,
                      TrasStore      *store,
                      TrasGoalBoard  *board,
                      TrasGoalStatus *parent,
                      gint64          my_id,
                      TrasGoalMade    made)
{
  g_autoptr (TrasGoal) draft = make_draft (parent, my_id);
  Guide *self = g_new0 (Guide, 1);
  TrasFormDialog *dialog;
  GtkWidget *title;

  self->board = tras_goal_board_ref (board);
  self->made = made;
  dialog = tras_form_dialog_new (owner, store, _("New Goal"), _("C_reate"), &guide_funcs, self,
                                 guide_free);
  g_object_set_data (G_OBJECT (dialog), "guide", self);
  gtk_window_set_default_size (GTK_WINDOW (dialog), DEFAULT_WIDTH, -1);
  tras_form_dialog_set_careful (dialog);

  add_group (dialog, _("What Changes, and for Whom?"));
  title = tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL, "title", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL, "customer", _("For whom"));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL, "parent_id", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL, "area_id", NULL);
  add_measure (dialog, self);
  add_group (dialog, _("By When, and Who?"));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL, "starts_on", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL, "due_on", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL, "owner_id", NULL);
  add_first_step (dialog, self);
  add_aside (dialog, self, store, title);
  tras_form_dialog_present (dialog, draft);
}

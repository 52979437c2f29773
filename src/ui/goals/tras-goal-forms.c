/* tras-goal-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tras-form-dialog.h"
#include "tras-goal-forms.h"
#include "tras-indicator.h"

/* ---- targets ---- */

typedef struct
{
  gint64 goal_id;
  gboolean is_new;
} TargetForm;

static gboolean
has_shape (TrasTarget *target,
           const char *shape)
{
  return g_strcmp0 (target->shape, shape) == 0;
}

/* What a shape has no use for is not asked. */
static void
target_changed (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  const struct
  {
    const char *field;
    gboolean shown;
  } fields[] = {
    { "baseline", has_shape (draft, "reach") },
    { "low", has_shape (draft, "keep") },
    { "high", has_shape (draft, "keep") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_set_visible (tras_form_dialog_get_field (dialog, fields[i].field), fields[i].shown);
}

static gboolean
check_reach (TrasFormDialog *dialog,
             TrasTarget     *target)
{
  if (isnan (target->baseline))
    tras_form_dialog_refuse (dialog, "baseline", _("Where does it start from?"));
  else if (isnan (target->value))
    tras_form_dialog_refuse (dialog, "value", _("Which value shall be reached?"));
  else if (target->value <= target->baseline && target->value >= target->baseline)
    tras_form_dialog_refuse (dialog, "value", _("The value must differ from the baseline"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_keep (TrasFormDialog *dialog,
            TrasTarget     *target)
{
  if (isnan (target->low) != isnan (target->high))
    tras_form_dialog_refuse (dialog, isnan (target->low) ? "low" : "high",
                             _("A band has two ends"));
  else if (target->low > target->high)
    tras_form_dialog_refuse (dialog, "high", _("The high end must not be below the low end"));
  else if (isnan (target->value) && isnan (target->low))
    tras_form_dialog_refuse (dialog, "value", _("Which value or band shall be kept?"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_target (TrasFormDialog *dialog,
              TrasTarget     *target)
{
  if (target->indicator_id == 0)
    {
      tras_form_dialog_refuse (dialog, "indicator_id", _("Choose what is measured."));
      return FALSE;
    }
  if (has_shape (target, "reach") && !check_reach (dialog, target))
    return FALSE;
  if (has_shape (target, "keep") && !check_keep (dialog, target))
    return FALSE;
  if (has_shape (target, "total") && (isnan (target->value) || fabs (target->value) <= 0))
    {
      tras_form_dialog_refuse (dialog, "value", _("What shall it add up to?"));
      return FALSE;
    }
  if (target->to_on <= target->from_on)
    {
      tras_form_dialog_refuse (dialog, "to_on", _("It must end after it begins"));
      return FALSE;
    }
  if (target->weight <= 0)
    {
      tras_form_dialog_refuse (dialog, "weight", _("The weight must be above 0"));
      return FALSE;
    }

  return TRUE;
}

static TrasEdit *
target_make_edit (TrasFormDialog *dialog,
                  gpointer        draft,
                  gpointer        data)
{
  TargetForm *form = data;
  g_autoptr (TrasTarget) target = tras_record_dup (draft);
  TrasEdit *edit;

  if (!check_target (dialog, target))
    return NULL;

  if (!has_shape (target, "reach"))
    target->baseline = NAN;
  if (!has_shape (target, "keep"))
    target->low = target->high = NAN;
  edit = tras_edit_new (form->is_new ? _("Add target") : _("Change target"));
  if (form->is_new)
    tras_edit_insert (edit, target);
  else
    tras_edit_update (edit, target);

  return edit;
}

static const TrasFormFuncs target_funcs = {
  .make_edit = target_make_edit,
  .changed = target_changed,
};

/**
 * tras_goal_forms_edit_target:
 * @owner: who asks
 * @store: the file
 * @goal: the goal
 * @target: (nullable): one of its targets, %NULL for a new one
 *
 * Asks for what is to be reached, kept or added up to, on which indicator and by when.
 */
void
tras_goal_forms_edit_target (GtkWidget  *owner,
                             TrasStore  *store,
                             TrasGoal   *goal,
                             TrasTarget *target)
{
  static const char *const fields[] = {
    "indicator_id", "shape", "baseline", "value", "low", "high", "from_on", "to_on", "weight",
  };
  TargetForm *data = g_new0 (TargetForm, 1);
  g_autoptr (TrasTarget) draft = NULL;
  TrasFormDialog *form;

  data->is_new = target == NULL;
  form = tras_form_dialog_new (owner, store,
                               target == NULL ? _("Add Target") : _("Change Target"),
                               target == NULL ? _("_Add") : _("_Save"), &target_funcs, data,
                               g_free);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (g_str_equal (fields[i], "from_on"))
        tras_form_dialog_add_group (form, NULL);
      tras_form_dialog_add_field (form, TRAS_TYPE_TARGET, fields[i], NULL);
    }
  if (target != NULL)
    {
      draft = tras_record_dup (target);
      tras_form_dialog_add_delete (form, _("_Delete Target"), target, _("Delete target"));
    }
  else
    {
      draft = tras_target_new ();
      draft->goal_id = TRAS_RECORD (goal)->id;
      draft->shape = g_intern_static_string ("reach");
      draft->from_on = goal->starts_on;
      draft->to_on = goal->due_on;
    }
  tras_form_dialog_present (form, draft);
}

/* ---- closing ---- */

static const char *const closings[] = { "reached", "missed", "dropped" };

typedef struct
{
  TrasGoal *goal;
  GtkWidget *how;
} CloseForm;

static void
close_form_free (gpointer data)
{
  CloseForm *form = data;

  g_object_unref (form->goal);
  g_free (form);
}

static TrasEdit *
close_make_edit (TrasFormDialog *dialog,
                 gpointer        draft,
                 gpointer        data)
{
  CloseForm *form = data;
  TrasGoal *typed = draft;
  g_autoptr (TrasGoal) goal = NULL;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (typed->lesson == NULL || *typed->lesson == '\0')
    {
      tras_form_dialog_refuse (dialog, "lesson",
                               _("What was learned? A goal closes with a lesson"));
      return NULL;
    }

  goal = tras_record_dup (form->goal);
  g_free (goal->lesson);
  goal->lesson = g_strdup (typed->lesson);
  goal->state =
    g_intern_string (closings[gtk_drop_down_get_selected (GTK_DROP_DOWN (form->how))]);
  goal->closed_on = tras_day_today ();
  /* Translators: %s is a goal */
  label = g_strdup_printf (_("Close “%s”"), goal->title);
  edit = tras_edit_new (label);
  tras_edit_update (edit, goal);

  return edit;
}

static const TrasFormFuncs close_funcs = {
  .make_edit = close_make_edit,
};

/**
 * tras_goal_forms_close:
 * @owner: who asks
 * @store: the file
 * @goal: a goal that is not closed
 *
 * Asks whether it was reached, missed or dropped, and for the lesson.
 */
void
tras_goal_forms_close (GtkWidget *owner,
                       TrasStore *store,
                       TrasGoal  *goal)
{
  const char *labels[] = { _("Reached"), _("Missed"), _("Dropped"), NULL };
  CloseForm *data = g_new0 (CloseForm, 1);
  GtkWidget *row = adw_action_row_new ();
  TrasFormDialog *form;

  data->goal = g_object_ref (goal);
  data->how = gtk_drop_down_new_from_strings (labels);
  gtk_widget_set_valign (data->how, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (data->how, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (data->how), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How it ended"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("How it ended"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), data->how);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), data->how);

  form = tras_form_dialog_new (owner, store, _("Close Goal"), _("_Close Goal"), &close_funcs, data,
                               close_form_free);
  tras_form_dialog_add_group (form, goal->title);
  tras_form_dialog_add_row (form, row);
  tras_form_dialog_add_field (form, TRAS_TYPE_GOAL, "lesson", _("What was learned"));
  tras_form_dialog_present (form, goal);
}

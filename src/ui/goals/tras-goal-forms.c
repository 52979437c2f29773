/* tras-goal-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

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

/**
 * tras_goal_forms_show_shape:
 * @dialog: a form with the fields of a target
 * @target: the target as it would be written
 *
 * What a shape has no use for is not asked.
 */
void
tras_goal_forms_show_shape (TrasFormDialog *dialog,
                            TrasTarget     *target)
{
  const struct
  {
    const char *field;
    gboolean shown;
  } fields[] = {
    { "baseline", has_shape (target, "reach") },
    { "low", has_shape (target, "keep") },
    { "high", has_shape (target, "keep") },
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

/**
 * tras_goal_forms_check_target:
 * @dialog: a form with the fields of a target
 * @target: the target as it would be written
 *
 * Returns: whether the file would take it; else the form says why not
 */
gboolean
tras_goal_forms_check_target (TrasFormDialog *dialog,
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

/**
 * tras_goal_forms_clean_target:
 * @target: a target that may have been of another shape before
 *
 * Leaves away what its shape has no use for.
 */
void
tras_goal_forms_clean_target (TrasTarget *target)
{
  if (!has_shape (target, "reach"))
    target->baseline = NAN;
  if (!has_shape (target, "keep"))
    target->low = target->high = NAN;
}

static void
target_changed (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  tras_goal_forms_show_shape (dialog, draft);
}

static TrasEdit *
target_make_edit (TrasFormDialog *dialog,
                  gpointer        draft,
                  gpointer        data)
{
  TargetForm *form = data;
  g_autoptr (TrasTarget) target = tras_record_dup (draft);
  TrasEdit *edit;

  if (!tras_goal_forms_check_target (dialog, target))
    return NULL;

  tras_goal_forms_clean_target (target);
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

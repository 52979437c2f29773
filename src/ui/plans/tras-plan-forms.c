/* tras-plan-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-form-dialog.h"
#include "tras-plan-forms.h"
#include "tras-similar-list.h"
#include "tras-window.h"

/* When a new decision is looked at again, and how long a new experiment goes on, unless somebody
 * says otherwise. */
#define REVISIT_DAYS 90
#define TRIAL_DAYS 42

/* What a form does not let go without, and the question that it asks then. */
typedef struct
{
  const char *field;
  const char *question;
} Needed;

static const Needed decision_needs[] = {
  { "what", N_("What is decided?") },
  { "why", N_("Why? Whoever reads it in a year will want to know") },
  { "by_id", N_("Who decides?") },
  { "decided_on", N_("On which day?") },
  { NULL, NULL },
};

static const Needed experiment_needs[] = {
  { "believe", N_("What do you believe?") },
  { "test", N_("How will you test it?") },
  { "right_if", N_("When are you right?") },
  { "owner_id", N_("Who sees to it?") },
  { "starts_on", N_("When does it start?") },
  { "stop_on", N_("When does it stop at the latest?") },
  { NULL, NULL },
};

static gboolean
is_empty (gpointer         record,
          const TrasField *field)
{
  if (field->type == TRAS_VALUE_REFERENCE)
    return tras_record_get_int (record, field) == 0;

  return tras_record_is_null (record, field);
}

static gboolean
check (TrasFormDialog *dialog,
       gpointer        draft,
       const Needed   *needs)
{
  const TrasTable *table = tras_record_get_table (draft);

  for (guint i = 0; needs[i].field != NULL; i++)
    {
      if (is_empty (draft, tras_table_find_field (table, needs[i].field)))
        {
          tras_form_dialog_refuse (dialog, needs[i].field, _(needs[i].question));
          return FALSE;
        }
    }

  return TRUE;
}

static void
add_fields (TrasFormDialog    *dialog,
            GType              type,
            const char *const *fields)
{
  tras_form_dialog_add_group (dialog, NULL);
  for (guint i = 0; fields[i] != NULL; i++)
    tras_form_dialog_add_field (dialog, type, fields[i], NULL);
}

static void
show_saved (GtkWidget *owner,
            gpointer   draft,
            gpointer   data)
{
  tras_window_show_record (owner, G_OBJECT_TYPE (draft), TRAS_RECORD (draft)->id);
}

/* ---- decisions ---- */

static const char *const decision_fields[] = { "what", "why", "by_id", "decided_on", "revisit_on",
                                               NULL };
static const char *const decision_links[] = { "goal_id", "indicator_id", "deviation_id", NULL };

static TrasEdit *
decision_make_edit (TrasFormDialog *dialog,
                    gpointer        draft,
                    gpointer        data)
{
  TrasEdit *edit;

  if (!check (dialog, draft, decision_needs))
    return NULL;

  edit = tras_edit_new (_("New decision"));
  tras_edit_insert (edit, draft);

  return edit;
}

static const TrasFormFuncs decision_funcs = {
  .make_edit = decision_make_edit,
  .saved = show_saved,
};

/**
 * tras_plan_forms_new_decision:
 * @owner: who asks
 * @store: the file
 *
 * Asks for a decision and, once it is stored, shows it.
 */
void
tras_plan_forms_new_decision (GtkWidget *owner,
                              TrasStore *store)
{
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("New Decision"), _("_Add"),
                                                 &decision_funcs, NULL, NULL);
  g_autoptr (TrasDecision) draft = tras_decision_new ();

  draft->decided_on = tras_day_today ();
  draft->revisit_on = draft->decided_on + REVISIT_DAYS;
  add_fields (dialog, TRAS_TYPE_DECISION, decision_fields);
  add_fields (dialog, TRAS_TYPE_DECISION, decision_links);
  tras_form_dialog_present (dialog, draft);
}

static TrasEdit *
replace_make_edit (TrasFormDialog *dialog,
                   gpointer        draft,
                   gpointer        data)
{
  TrasDecision *old = data;
  g_autoptr (TrasDecision) replaced = NULL;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (!check (dialog, draft, decision_needs))
    return NULL;

  replaced = tras_record_dup (old);
  /* Translators: an edit; %s is the code of a decision */
  label = g_strdup_printf (_("Replace %s"), old->code);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, draft);
  tras_edit_update (edit, replaced);
  tras_edit_link (edit, replaced, "replaced_by", draft);

  return edit;
}

static const TrasFormFuncs replace_funcs = {
  .make_edit = replace_make_edit,
  .saved = show_saved,
};

/**
 * tras_plan_forms_replace_decision:
 * @owner: who asks
 * @store: the file
 * @decision: a decision in force
 *
 * Asks for what takes its place, about the same things; the old one stays, and names the new one.
 */
void
tras_plan_forms_replace_decision (GtkWidget    *owner,
                                  TrasStore    *store,
                                  TrasDecision *decision)
{
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Replace Decision"),
                                                 _("_Replace"), &replace_funcs,
                                                 g_object_ref (decision), g_object_unref);
  g_autoptr (TrasDecision) draft = tras_decision_new ();

  draft->decided_on = tras_day_today ();
  draft->revisit_on = draft->decided_on + REVISIT_DAYS;
  draft->by_id = decision->by_id;
  draft->goal_id = decision->goal_id;
  draft->indicator_id = decision->indicator_id;
  draft->deviation_id = decision->deviation_id;
  draft->experiment_id = decision->experiment_id;
  tras_form_dialog_add_group (dialog, decision->what);
  add_fields (dialog, TRAS_TYPE_DECISION, decision_fields);
  tras_form_dialog_present (dialog, draft);
}

static TrasEdit *
keep_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  TrasDecision *typed = draft;
  g_autofree char *label = NULL;
  TrasEdit *edit;

  if (typed->revisit_on != TRAS_DAY_NONE && typed->revisit_on <= tras_day_today ())
    {
      tras_form_dialog_refuse (dialog, "revisit_on", _("Choose a day to come, or none"));
      return NULL;
    }

  /* Translators: an edit; %s is the code of a decision that stays in force */
  label = g_strdup_printf (_("Keep %s"), typed->code);
  edit = tras_edit_new (label);
  tras_edit_update (edit, typed);

  return edit;
}

static const TrasFormFuncs keep_funcs = {
  .make_edit = keep_make_edit,
};

/**
 * tras_plan_forms_keep_decision:
 * @owner: who asks
 * @store: the file
 * @decision: a decision in force
 *
 * Asks when to look at it again, if ever.
 */
void
tras_plan_forms_keep_decision (GtkWidget    *owner,
                               TrasStore    *store,
                               TrasDecision *decision)
{
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Keep Decision"), _("_Keep"),
                                                 &keep_funcs, NULL, NULL);
  g_autoptr (TrasDecision) draft = tras_record_dup (decision);

  draft->revisit_on = tras_day_today () + REVISIT_DAYS;
  tras_form_dialog_add_group (dialog, decision->what);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_DECISION, "revisit_on", NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- experiments ---- */

/* A suggestion that is tried is read once; without one it is %NULL. */
typedef struct
{
  GtkWidget *similar;
  TrasSuggestion *suggestion;
} ExperimentForm;

static void
experiment_form_free (gpointer data)
{
  ExperimentForm *form = data;

  g_clear_object (&form->suggestion);
  g_free (form);
}

static TrasEdit *
experiment_make_edit (TrasFormDialog *dialog,
                      gpointer        draft,
                      gpointer        data)
{
  TrasExperiment *experiment = draft;
  ExperimentForm *form = data;
  TrasEdit *edit;

  if (!check (dialog, draft, experiment_needs))
    return NULL;
  if (experiment->stop_on < experiment->starts_on)
    {
      tras_form_dialog_refuse (dialog, "stop_on", _("It cannot stop before it starts"));
      return NULL;
    }

  edit = tras_edit_new (_("New experiment"));
  tras_edit_insert (edit, draft);
  if (form->suggestion != NULL)
    tras_suggestion_take (form->suggestion, edit, draft);

  return edit;
}

static void
experiment_changed (TrasFormDialog *dialog,
                    gpointer        draft,
                    gpointer        data)
{
  TrasWindow *window = tras_window_find (tras_form_dialog_get_owner (dialog));
  ExperimentForm *form = data;

  tras_similar_list_set_record (TRAS_SIMILAR_LIST (form->similar), tras_window_get_store (window),
                                TRAS_TYPE_EXPERIMENT, 0, TRAS_EXPERIMENT (draft)->indicator_id);
}

static const TrasFormFuncs experiment_funcs = {
  .make_edit = experiment_make_edit,
  .changed = experiment_changed,
  .saved = show_saved,
};

/* Whoever answers suggestions goes on with them. */
static const TrasFormFuncs try_funcs = {
  .make_edit = experiment_make_edit,
  .changed = experiment_changed,
};

static void
present_experiment (GtkWidget      *owner,
                    TrasStore      *store,
                    TrasExperiment *draft,
                    TrasSuggestion *suggestion)
{
  static const char *const how[] = { "test", "indicator_id", "right_if", NULL };
  static const char *const limits[] = { "owner_id", "starts_on", "stop_on", "limit_money",
                                        "limit_minutes", "goal_id", "deviation_id", NULL };
  ExperimentForm *form = g_new0 (ExperimentForm, 1);
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("New Experiment"), _("_Add"),
                                                 suggestion != NULL ? &try_funcs
                                                                    : &experiment_funcs,
                                                 form, experiment_form_free);
  GtkWidget *believe;

  form->similar = tras_similar_list_new ();
  g_set_object (&form->suggestion, suggestion);
  draft->starts_on = tras_day_today ();
  draft->stop_on = draft->starts_on + TRIAL_DAYS;
  tras_form_dialog_add_group (dialog, NULL);
  believe = tras_form_dialog_add_field (dialog, TRAS_TYPE_EXPERIMENT, "believe", NULL);
  tras_similar_list_follow (TRAS_SIMILAR_LIST (form->similar), TRAS_FIELD_EDITOR (believe));
  tras_form_dialog_add_row (dialog, form->similar);
  add_fields (dialog, TRAS_TYPE_EXPERIMENT, how);
  add_fields (dialog, TRAS_TYPE_EXPERIMENT, limits);
  tras_form_dialog_present (dialog, draft);
}

/**
 * tras_plan_forms_new_experiment:
 * @owner: who asks
 * @store: the file
 *
 * Asks for an experiment and, once it is stored, shows it. What was tried before is shown
 * meanwhile.
 */
void
tras_plan_forms_new_experiment (GtkWidget *owner,
                                TrasStore *store)
{
  g_autoptr (TrasExperiment) draft = tras_experiment_new ();

  present_experiment (owner, store, draft, NULL);
}

/**
 * tras_plan_forms_try_suggestion:
 * @owner: who asks
 * @store: the file
 * @suggestion: a suggestion as it was read
 *
 * Asks for the experiment that tries a suggestion; both are stored together.
 */
void
tras_plan_forms_try_suggestion (GtkWidget      *owner,
                                TrasStore      *store,
                                TrasSuggestion *suggestion)
{
  g_autoptr (TrasExperiment) draft = tras_experiment_new ();

  g_return_if_fail (TRAS_IS_SUGGESTION (suggestion));

  draft->test = g_strdup (suggestion->what);
  present_experiment (owner, store, draft, suggestion);
}

/* tras-plan-template-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-action-words.h"
#include "tras-action.h"
#include "tras-form-dialog.h"
#include "tras-number.h"
#include "tras-plan-template-forms.h"
#include "tras-plan-templates.h"

#define MINUTES_AN_HOUR 60

enum
{
  BEGINS,
  ENDS,
};

/* The draft is an action of the plan without its title: its goal and its owner are those of all,
 * its start is the day that everything is counted from. */
typedef struct
{
  GtkDropDown *template;
  GtkDropDown *counted;
  GtkListBox *preview;
  GPtrArray *checks;
  gint64 newcomer_id;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_ptr_array_unref (form->checks);
  g_free (form);
}

static const TrasPlanTemplate *
get_template (Form *form)
{
  return tras_plan_templates_get (gtk_drop_down_get_selected (form->template));
}

/* The caller frees what is left out. */
static TrasPlanChoice
get_choice (Form       *form,
            TrasAction *draft)
{
  gboolean *left_out = g_new0 (gboolean, form->checks->len);

  for (guint i = 0; i < form->checks->len; i++)
    left_out[i] = !gtk_check_button_get_active (form->checks->pdata[i]);

  return (TrasPlanChoice) {
    .template = get_template (form),
    .goal_id = draft->goal_id,
    .owner_id = draft->owner_id,
    .newcomer_id = form->newcomer_id,
    .day = draft->starts_on,
    .backwards = gtk_drop_down_get_selected (form->counted) == ENDS,
    .left_out = left_out,
  };
}

/* ---- preview ---- */

static void
show_days (TrasFormDialog *dialog,
           Form           *form)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasAction *draft = tras_form_dialog_get_draft (dialog);
  TrasPlanChoice choice;

  if (draft == NULL || draft->starts_on == TRAS_DAY_NONE)
    return;

  choice = get_choice (form, draft);
  for (guint i = 0; i < form->checks->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (form->preview, (int) i);
      g_autofree char *hours =
        tras_action_words_dup_hours (choice.template->steps[i].hours * MINUTES_AN_HOUR);
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;
      g_autofree char *text = NULL;
      TrasDay starts_on, due_on;

      tras_plan_choice_get_days (&choice, i, &starts_on, &due_on);
      from = tras_number_format_date_medium (format, starts_on);
      to = tras_number_format_date_medium (format, due_on);
      /* Translators: first day, last day, hours: “23 Nov 2026 to 4 Dec 2026 · 12 h” */
      text = g_strdup_printf (_("%s to %s · %s"), from, to, hours);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
    }
  g_free ((gboolean *) choice.left_out);
}

static TrasFormDialog *
get_dialog (Form *form)
{
  return TRAS_FORM_DIALOG (gtk_widget_get_root (GTK_WIDGET (form->preview)));
}

static void
on_counted (Form *form)
{
  show_days (get_dialog (form), form);
}

static void
add_step (Form               *form,
          const TrasPlanStep *step)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", _(step->title),
                                 "tooltip-text", _(step->done_when), "title-lines", 2,
                                 "activatable-widget", check, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_counted), form);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  g_ptr_array_add (form->checks, check);
  gtk_list_box_append (form->preview, row);
}

static void
show_steps (Form *form)
{
  const TrasPlanTemplate *template = get_template (form);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (form->preview, 0)) != NULL)
    gtk_list_box_remove (form->preview, GTK_WIDGET (row));
  g_ptr_array_set_size (form->checks, 0);
  for (guint i = 0; i < template->n_steps; i++)
    add_step (form, &template->steps[i]);
}

static void
on_template (Form *form)
{
  show_steps (form);
  show_days (get_dialog (form), form);
}

/* ---- the form ---- */

static gboolean
is_anything_wanted (const TrasPlanChoice *choice)
{
  for (guint i = 0; i < choice->template->n_steps; i++)
    {
      if (!choice->left_out[i])
        return TRUE;
    }

  return FALSE;
}

/* When the first of the wanted steps begins. */
static TrasDay
find_first_day (const TrasPlanChoice *choice)
{
  TrasDay first = TRAS_DAY_MAX;

  for (guint i = 0; i < choice->template->n_steps; i++)
    {
      TrasDay starts_on, due_on;

      if (choice->left_out[i])
        continue;
      tras_plan_choice_get_days (choice, i, &starts_on, &due_on);
      first = MIN (first, starts_on);
    }

  return first;
}

/* A plan may go on from a day that is over; one that has a last day needs the time for it. */
static gboolean
check_time (TrasFormDialog       *dialog,
            const TrasPlanChoice *choice)
{
  TrasDay first = find_first_day (choice);
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (!choice->backwards || first >= tras_day_today ())
    return TRUE;

  day = tras_number_format_date_medium (tras_number_format_get_default (), first);
  /* Translators: %s is a day that is over */
  words = g_strdup_printf (_("Too little time: it would have begun on %s"), day);
  tras_form_dialog_refuse (dialog, "starts_on", words);

  return FALSE;
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  Form *form = data;
  TrasAction *typed = draft;
  TrasPlanChoice choice;
  TrasEdit *edit = NULL;

  if (typed->goal_id == 0)
    {
      tras_form_dialog_refuse (dialog, "goal_id",
                               _("Choose what the plan is for: nothing is done for itself."));
      return NULL;
    }
  if (typed->starts_on == TRAS_DAY_NONE)
    {
      tras_form_dialog_refuse (dialog, "starts_on", _("On which day?"));
      return NULL;
    }

  choice = get_choice (form, typed);
  if (!is_anything_wanted (&choice))
    tras_form_dialog_refuse (dialog, NULL, _("Everything is left out."));
  else if (check_time (dialog, &choice))
    edit = tras_plan_choice_make_edit (&choice);
  g_free ((gboolean *) choice.left_out);

  return edit;
}

static void
changed (TrasFormDialog *dialog,
         gpointer        draft,
         gpointer        data)
{
  show_days (dialog, data);
}

static const TrasFormFuncs funcs = {
  .make_edit = make_edit,
  .changed = changed,
};

static GtkDropDown *
add_choice (TrasFormDialog    *dialog,
            const char        *title,
            const char *const *labels)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = gtk_drop_down_new_from_strings (labels);

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choice, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  tras_form_dialog_add_row (dialog, row);

  return GTK_DROP_DOWN (choice);
}

static GtkDropDown *
add_templates (TrasFormDialog *dialog)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < tras_plan_templates_get_n (); i++)
    g_ptr_array_add (labels, _(tras_plan_templates_get (i)->title));
  g_ptr_array_add (labels, NULL);

  return add_choice (dialog, _("Template"), (const char *const *) labels->pdata);
}

static void
present (GtkWidget  *owner,
         TrasStore  *store,
         Form       *form,
         TrasAction *draft,
         guint       place,
         const char *title,
         const char *owner_title,
         const char *description)
{
  const char *const counts[] = {
    [BEGINS] = _("Begins on"), [ENDS] = _("Must be done by"), NULL
  };
  TrasFormDialog *dialog;

  form->checks = g_ptr_array_new ();
  form->preview = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (form->preview, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (form->preview), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Actions"), -1);

  dialog = tras_form_dialog_new (owner, store, title, _("_Add"), &funcs, form, form_free);
  tras_form_dialog_add_group (dialog, description);
  form->template = add_templates (dialog);
  gtk_drop_down_set_selected (form->template, place);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ACTION, "goal_id", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ACTION, "owner_id", owner_title);
  form->counted = add_choice (dialog, _("The plan"), counts);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_ACTION, "starts_on", _("Day"));
  tras_form_dialog_add_group (dialog, _("What is not ticked is left out."));
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->preview));
  show_steps (form);
  g_signal_connect_swapped (form->template, "notify::selected", G_CALLBACK (on_template), form);
  g_signal_connect_swapped (form->counted, "notify::selected", G_CALLBACK (on_counted), form);

  tras_form_dialog_present (dialog, draft);
}

/**
 * tras_plan_template_forms_new:
 * @owner: who asks
 * @store: the file
 * @goal_id: the goal that the plan shall serve, 0 for none yet
 *
 * Asks for a template, for the goal, for the day on which the plan begins or ends and for who does
 * it, and shows the actions with their days. Those that are not left out are added as one edit.
 */
void
tras_plan_template_forms_new (GtkWidget *owner,
                              TrasStore *store,
                              gint64     goal_id)
{
  g_autoptr (TrasAction) draft = tras_action_new ();

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));

  draft->goal_id = goal_id;
  draft->starts_on = tras_day_today ();
  present (owner, store, g_new0 (Form, 1), draft, 0, _("New Plan from Template"),
           _("Owner of all"), NULL);
}

/**
 * tras_plan_template_forms_onboard:
 * @owner: who asks
 * @store: the file
 * @person: who is new
 * @first_day: their first day in the seat
 * @goal_id: the goal that the plan shall serve, 0 for none yet
 *
 * Likewise, for somebody's first weeks: what they do themselves is theirs.
 */
void
tras_plan_template_forms_onboard (GtkWidget  *owner,
                                  TrasStore  *store,
                                  TrasPerson *person,
                                  TrasDay     first_day,
                                  gint64      goal_id)
{
  g_autoptr (TrasAction) draft = tras_action_new ();
  g_autofree char *description = NULL;
  Form *form;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_STORE (store));
  g_return_if_fail (TRAS_IS_PERSON (person));

  draft->goal_id = goal_id;
  draft->starts_on = first_day;
  form = g_new0 (Form, 1);
  form->newcomer_id = TRAS_RECORD (person)->id;
  /* Translators: %s is somebody who is new */
  description = g_strdup_printf (_("Reading, learning and closing gaps is done by %s, the rest by "
                                   "who looks after them."), person->name);
  present (owner, store, form, draft, tras_plan_templates_get_onboarding (), _("Onboarding Plan"),
           _("Who looks after them"), description);
}

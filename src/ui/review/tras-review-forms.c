/* tras-review-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-deviation-draft.h"
#include "tras-form-dialog.h"
#include "tras-goal-close-form.h"
#include "tras-review-forms.h"
#include "tras-review-words.h"
#include "tras-similar-list.h"

/* When a new promise is due: when the next meeting sees it. An experiment has longer. */
#define DUE_DAYS 7
#define EXPERIMENT_DAYS 28

/* What has to be there, and what is asked where it is not. */
typedef struct
{
  const char *field;
  const char *question;
} Need;

typedef struct
{
  TrasReviewDesk *desk;
  TrasPlace place;
  const Need *needs;
  TrasSimilarList *similar; /* borrowed: a row of the form, or none */
  gboolean is_new;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->desk);
  g_free (form);
}

static gboolean
is_empty (TrasRecord *record,
          const char *name)
{
  const TrasField *field = tras_table_find_field (tras_record_get_table (record), name);
  const char *text;

  if (field->type == TRAS_VALUE_REFERENCE)
    return tras_record_get_int (record, field) == 0;
  if (field->type != TRAS_VALUE_TEXT)
    return tras_record_is_null (record, field);

  text = tras_record_get_text (record, field);

  return text == NULL || *text == '\0';
}

/* ---- what becomes of what was typed ---- */

static gboolean
serves_something (TrasAction *action)
{
  return action->goal_id != 0 || action->deviation_id != 0 || action->experiment_id != 0 ||
         action->decision_id != 0;
}

/* Whoever does something about a deviation is no longer only looking at it. */
static void
begin_acting (TrasEdit  *edit,
              TrasPoint *point)
{
  g_autoptr (TrasDeviation) copy = NULL;

  if (point->record == NULL || !TRAS_IS_DEVIATION (point->record))
    return;

  copy = tras_record_dup (point->record);
  if (g_strcmp0 (copy->state, "open") != 0 && g_strcmp0 (copy->state, "reopened") != 0)
    return;
  copy->state = g_intern_string ("acting");
  tras_edit_update (edit, copy);
}

static gboolean
close_deviation (TrasFormDialog *dialog,
                 TrasDeviation  *deviation)
{
  g_autofree char *obstacles = NULL;

  if (g_strcmp0 (deviation->effective, "no") == 0)
    {
      deviation->state = g_intern_string ("reopened");
      deviation->check_on = tras_day_today () + DUE_DAYS;
      return TRUE;
    }

  obstacles = tras_deviation_dup_obstacles (deviation);
  if (obstacles != NULL)
    {
      tras_form_dialog_refuse (dialog, NULL, obstacles);
      return FALSE;
    }
  deviation->state = g_intern_string ("closed");
  deviation->closed_on = tras_day_today ();

  return TRUE;
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  Form *form = data;
  TrasMeeting *meeting = tras_review_desk_get_meeting (form->desk);
  TrasPoint *point = meeting != NULL ? tras_review_route_get_point (meeting, &form->place) : NULL;
  TrasMoment moment;
  TrasEdit *edit;

  if (point == NULL)
    {
      tras_form_dialog_refuse (dialog, NULL, _("What it is about was deleted meanwhile."));
      return NULL;
    }
  for (const Need *need = form->needs; need->field != NULL; need++)
    {
      if (is_empty (draft, need->field))
        {
          tras_form_dialog_refuse (dialog, need->field, _(need->question));
          return NULL;
        }
    }
  if (TRAS_IS_ACTION (draft) && !serves_something (draft))
    {
      tras_form_dialog_refuse (dialog, "goal_id",
                               _("Choose what the action is for: nothing is done for itself."));
      return NULL;
    }

  tras_review_desk_get_moment (form->desk, &moment);
  if (!form->is_new)
    return tras_meeting_make_change (meeting, &moment, point, draft, NULL);

  if (TRAS_IS_ACTION (draft))
    TRAS_ACTION (draft)->first_due_on = TRAS_ACTION (draft)->due_on;
  edit = tras_meeting_make_record (meeting, &moment, point, draft, NULL);
  if (TRAS_IS_ACTION (draft))
    begin_acting (edit, point);

  return edit;
}

static TrasEdit *
make_end_experiment (TrasFormDialog *dialog,
                     gpointer        draft,
                     gpointer        data)
{
  TRAS_EXPERIMENT (draft)->closed_on = tras_day_today ();

  return make_edit (dialog, draft, data);
}

static TrasEdit *
make_end_deviation (TrasFormDialog *dialog,
                    gpointer        draft,
                    gpointer        data)
{
  g_autoptr (TrasDeviation) closed = tras_record_dup (draft);

  return close_deviation (dialog, closed) ? make_edit (dialog, closed, data) : NULL;
}

static void
on_stored (gint64   edit,
           gpointer data)
{
  tras_review_desk_take_edit (((Form *) data)->desk, edit);
}

static gint64
get_indicator (TrasRecord *record)
{
  const TrasField *field = tras_table_find_field (tras_record_get_table (record), "indicator_id");

  return tras_record_get_int (record, field);
}

/* What is like it follows the indicator that is chosen. */
static void
on_changed (TrasFormDialog *dialog,
            gpointer        draft,
            gpointer        data)
{
  Form *form = data;

  tras_similar_list_set_record (form->similar, tras_review_desk_get_store (form->desk),
                                G_OBJECT_TYPE (draft), 0, get_indicator (draft));
}

static const TrasFormFuncs plain_funcs = {
  .make_edit = make_edit,
  .stored = on_stored,
};

static const TrasFormFuncs lesson_funcs = {
  .make_edit = make_edit,
  .changed = on_changed,
  .stored = on_stored,
};

static const TrasFormFuncs end_experiment_funcs = {
  .make_edit = make_end_experiment,
  .stored = on_stored,
};

static const TrasFormFuncs end_deviation_funcs = {
  .make_edit = make_end_deviation,
  .stored = on_stored,
};

/* ---- forms ---- */

/* What a form is like. With lesson_funcs, what was learned before stands under its first field. */
typedef struct
{
  const char *title;
  const char *button;
  const TrasFormFuncs *funcs;
  const Need *needs;
  const char *const *fields;
} Look;

static void
add_similar (TrasFormDialog *dialog,
             Form           *form,
             GtkWidget      *editor)
{
  form->similar = TRAS_SIMILAR_LIST (tras_similar_list_new ());
  /* Nobody is led out of the meeting. */
  tras_similar_list_set_leads (form->similar, FALSE);
  tras_similar_list_follow (form->similar, TRAS_FIELD_EDITOR (editor));
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->similar));
}

static void
present (GtkWidget      *owner,
         TrasReviewDesk *desk,
         const Look     *look,
         const char     *description,
         gpointer        draft)
{
  Form *form = g_new0 (Form, 1);
  TrasPoint *point = tras_review_desk_get_point (desk);
  TrasFormDialog *dialog;

  tras_stop_get_place (tras_review_desk_get_stop (desk), &form->place);
  form->place.item_id = TRAS_RECORD (point->item)->id;
  form->desk = g_object_ref (desk);
  form->needs = look->needs;
  form->is_new = TRAS_RECORD (draft)->id == 0;
  dialog = tras_form_dialog_new (owner, tras_review_desk_get_store (desk), _(look->title),
                                 _(look->button), look->funcs, form, form_free);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 560, -1);
  tras_form_dialog_add_group (dialog, description);
  for (guint i = 0; look->fields[i] != NULL; i++)
    {
      GtkWidget *editor = tras_form_dialog_add_field (dialog, G_OBJECT_TYPE (draft),
                                                      look->fields[i], NULL);

      if (i == 0 && look->funcs == &lesson_funcs)
        add_similar (dialog, form, editor);
    }
  tras_form_dialog_present (dialog, draft);
}

/* Who leads decides, unless somebody else is named. */
static gint64
get_chair (TrasMeeting *meeting)
{
  if (meeting->review->chair_id != 0)
    return meeting->review->chair_id;
  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      TrasReviewPerson *row = meeting->attendance->pdata[i];

      if (row->present)
        return row->person_id;
    }

  return 0;
}

/**
 * tras_review_forms_add_action:
 * @owner: a widget of the window
 * @desk: a desk with a point on show
 *
 * Asks for an action. It serves what is on show or, where that cannot be, a goal.
 */
void
tras_review_forms_add_action (GtkWidget      *owner,
                              TrasReviewDesk *desk)
{
  static const Need needs[] = {
    { "title", N_("What is to be done?") },
    { "owner_id", N_("Who does it?") },
    { "due_on", N_("Until when?") },
    { NULL, NULL },
  };
  static const char *const bound[] = { "title", "owner_id", "due_on", "nature", "kind", NULL };
  static const char *const loose[] = { "title", "goal_id", "owner_id", "due_on", "kind", NULL };
  Look look = { N_("New Action"), N_("_Add"), &plain_funcs, needs, bound };
  TrasPoint *point = tras_review_desk_get_point (desk);
  g_autoptr (TrasAction) draft = tras_action_new ();
  g_autofree char *subject = tras_point_dup_subject (point);

  draft->owner_id = tras_review_words_get_owner (point);
  draft->due_on = tras_day_today () + DUE_DAYS;
  tras_meeting_fill (tras_review_desk_get_meeting (desk), point, TRAS_RECORD (draft));
  if (draft->deviation_id != 0)
    draft->nature = g_intern_string ("correct");
  if (!serves_something (draft))
    look.fields = loose;
  present (owner, desk, &look, subject, draft);
}

/**
 * tras_review_forms_add_deviation:
 * @owner: a widget of the window
 * @desk: a desk with a point on show
 *
 * Asks for a deviation, of an indicator with what its chart says and with the question that fits.
 * What was learned from similar ones is shown meanwhile.
 */
void
tras_review_forms_add_deviation (GtkWidget      *owner,
                                 TrasReviewDesk *desk)
{
  static const Need needs[] = {
    { "fact", N_("What happened, or may happen?") },
    { "area_id", N_("In which area?") },
    { "owner_id", N_("Who follows it up?") },
    { NULL, NULL },
  };
  static const char *const fields[] = { "fact", "owner_id", "contained", "cause_kind", "cause",
                                        "area_id", NULL };
  static const Look look = { N_("New Deviation"), N_("_Add"), &lesson_funcs, needs, fields };
  TrasPoint *point = tras_review_desk_get_point (desk);
  g_autofree char *question = tras_review_words_dup_question (point);
  g_autoptr (TrasDeviation) draft = NULL;

  if (point->row != NULL)
    {
      TrasIndicatorSeries *series = point->row->series;

      draft = tras_deviation_draft_from_point (series, tras_period_index (series->every,
                                                                          point->item->seen_on));
      if (series->verdict->variation > TRAS_VARIATION_COMMON)
        draft->cause_kind = g_intern_string ("special");
      else if (series->verdict->assurance == TRAS_ASSURANCE_MISSES)
        draft->cause_kind = g_intern_string ("common");
    }
  else
    {
      draft = tras_deviation_new ();
      draft->origin = g_intern_string (point->item->topic != NULL ? "complaint" : "person");
      draft->owner_id = tras_review_words_get_owner (point);
      draft->fact = point->item->topic != NULL ? g_strdup (point->item->topic) : NULL;
    }
  draft->opened_on = tras_day_today ();
  tras_meeting_fill (tras_review_desk_get_meeting (desk), point, TRAS_RECORD (draft));
  present (owner, desk, &look, question, draft);
}

/**
 * tras_review_forms_add_decision:
 * @owner: a widget of the window
 * @desk: a desk with a point on show
 *
 * Asks what is decided, why, by whom, and when to look again.
 */
void
tras_review_forms_add_decision (GtkWidget      *owner,
                                TrasReviewDesk *desk)
{
  static const Need needs[] = {
    { "what", N_("What is decided?") },
    { "why", N_("Why? In a year nobody will remember.") },
    { "by_id", N_("Who decides?") },
    { NULL, NULL },
  };
  static const char *const fields[] = { "what", "why", "by_id", "revisit_on", NULL };
  static const Look look = { N_("New Decision"), N_("_Add"), &plain_funcs, needs, fields };
  TrasMeeting *meeting = tras_review_desk_get_meeting (desk);
  TrasPoint *point = tras_review_desk_get_point (desk);
  g_autoptr (TrasDecision) draft = tras_decision_new ();
  g_autofree char *subject = tras_point_dup_subject (point);

  draft->decided_on = tras_day_today ();
  draft->by_id = get_chair (meeting);
  tras_meeting_fill (meeting, point, TRAS_RECORD (draft));
  present (owner, desk, &look, subject, draft);
}

/**
 * tras_review_forms_add_experiment:
 * @owner: a widget of the window
 * @desk: a desk with a point on show
 *
 * Asks what is believed, and how it is tested within which limits. What was tried before is shown
 * meanwhile.
 */
void
tras_review_forms_add_experiment (GtkWidget      *owner,
                                  TrasReviewDesk *desk)
{
  static const Need needs[] = {
    { "believe", N_("What do we believe?") },
    { "test", N_("What will we do to test it?") },
    { "right_if", N_("How do we see that we are right?") },
    { "owner_id", N_("Who runs it?") },
    { "stop_on", N_("When does it stop, whatever comes of it?") },
    { NULL, NULL },
  };
  static const char *const fields[] = { "believe", "test", "right_if", "indicator_id", "owner_id",
                                        "stop_on", "limit_money", NULL };
  static const Look look = { N_("New Experiment"), N_("_Add"), &lesson_funcs, needs,
                             fields };
  TrasPoint *point = tras_review_desk_get_point (desk);
  g_autoptr (TrasExperiment) draft = tras_experiment_new ();
  g_autofree char *subject = tras_point_dup_subject (point);

  draft->owner_id = tras_review_words_get_owner (point);
  draft->starts_on = tras_day_today ();
  draft->stop_on = draft->starts_on + EXPERIMENT_DAYS;
  tras_meeting_fill (tras_review_desk_get_meeting (desk), point, TRAS_RECORD (draft));
  present (owner, desk, &look, subject, draft);
}

/**
 * tras_review_forms_end_experiment:
 * @owner: a widget of the window
 * @desk: a desk with an experiment on show
 *
 * Asks what was seen, what was learned and what comes next: none ends without.
 */
void
tras_review_forms_end_experiment (GtkWidget      *owner,
                                  TrasReviewDesk *desk)
{
  static const Need needs[] = {
    { "observed", N_("What did we see?") },
    { "learned", N_("What did we learn?") },
    { "next", N_("What comes next?") },
    { NULL, NULL },
  };
  static const char *const fields[] = { "observed", "learned", "next", NULL };
  static const Look look = { N_("Close Experiment"), N_("_Close Experiment"),
                             &end_experiment_funcs, needs, fields };
  TrasExperiment *experiment = TRAS_EXPERIMENT (tras_review_desk_get_point (desk)->record);
  g_autoptr (TrasExperiment) draft = tras_record_dup (experiment);

  present (owner, desk, &look, experiment->right_if, draft);
}

/**
 * tras_review_forms_end_deviation:
 * @owner: a widget of the window
 * @desk: a desk with a deviation on show
 *
 * Asks whether what was done has worked, and how that is known. Closes the deviation, or opens it
 * again where it has not.
 */
void
tras_review_forms_end_deviation (GtkWidget      *owner,
                                 TrasReviewDesk *desk)
{
  static const Need needs[] = {
    { "effective", N_("Has it worked?") },
    { "evidence", N_("How do we know?") },
    { NULL, NULL },
  };
  static const char *const fields[] = { "effective", "evidence", "cause_kind", "cause", NULL };
  static const Look look = { N_("Did It Work?"), N_("_Save"), &end_deviation_funcs, needs,
                             fields };
  TrasDeviation *deviation = TRAS_DEVIATION (tras_review_desk_get_point (desk)->record);
  g_autoptr (TrasDeviation) draft = tras_record_dup (deviation);

  present (owner, desk, &look, deviation->fact, draft);
}

/**
 * tras_review_forms_find_cause:
 * @owner: a widget of the window
 * @desk: a desk with a deviation on show
 *
 * Asks for the cause: something special, or how the process works.
 */
void
tras_review_forms_find_cause (GtkWidget      *owner,
                              TrasReviewDesk *desk)
{
  static const Need needs[] = {
    { "cause_kind", N_("Did something special happen, or is it how the process works?") },
    { "cause", N_("What is the cause?") },
    { NULL, NULL },
  };
  static const char *const fields[] = { "cause_kind", "cause", "contained", "similar_elsewhere",
                                        "check_on", NULL };
  static const Look look = { N_("Cause"), N_("_Save"), &plain_funcs, needs, fields };
  TrasDeviation *deviation = TRAS_DEVIATION (tras_review_desk_get_point (desk)->record);
  g_autoptr (TrasDeviation) draft = tras_record_dup (deviation);

  present (owner, desk, &look, deviation->fact, draft);
}

/* ---- goals ---- */

static TrasEdit *
make_closed_goal (TrasGoal *closed,
                  gpointer  data)
{
  Form *form = data;
  TrasMeeting *meeting = tras_review_desk_get_meeting (form->desk);
  TrasPoint *point = meeting != NULL ? tras_review_route_get_point (meeting, &form->place) : NULL;
  TrasMoment moment;

  if (point == NULL)
    return NULL;

  tras_review_desk_get_moment (form->desk, &moment);

  return tras_meeting_make_change (meeting, &moment, point, TRAS_RECORD (closed), NULL);
}

/**
 * tras_review_forms_close_goal:
 * @owner: a widget of the window
 * @desk: a desk with an open goal on show
 *
 * Asks how it ended and what was learned.
 */
void
tras_review_forms_close_goal (GtkWidget      *owner,
                              TrasReviewDesk *desk)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (desk);
  TrasPoint *point = tras_review_desk_get_point (desk);
  Form *form = g_new0 (Form, 1);
  const TrasGoalCloser closer = { make_closed_goal, on_stored, form, form_free };

  tras_stop_get_place (tras_review_desk_get_stop (desk), &form->place);
  form->place.item_id = TRAS_RECORD (point->item)->id;
  form->desk = g_object_ref (desk);
  tras_goal_close_form_open (owner, tras_review_desk_get_store (desk), meeting->data->goals,
                             TRAS_RECORD (point->goal->goal)->id, &closer);
}

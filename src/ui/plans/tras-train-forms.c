/* tras-train-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-steps.h"
#include "tras-check-list.h"
#include "tras-form-dialog.h"
#include "tras-train-forms.h"
#include "tras-window.h"

/* What a session is like that nobody has said more about: a morning, two hours, a week ahead. */
#define AHEAD_DAYS 7
#define START_HOUR 9
#define SESSION_MINUTES 120

/* ---- a session ---- */

/* What is asked of a training and of its session together. It is stored as both. */
typedef struct
{
  TrasRecord parent_instance;

  char *title;
  gint64 skill_id;
  gint64 indicator_id;
  gint64 starts_at;
  gint64 minutes;
  char *place;
  gint64 cost;
} TrasSessionDraft;

typedef struct
{
  TrasRecordClass parent_class;
} TrasSessionDraftClass;

static const TrasField session_draft_fields[] = {
  TRAS_FIELD (TrasSessionDraft, title, TEXT, TRAS_FIELD_PLAIN, N_("Training")),
  TRAS_FIELD (TrasSessionDraft, skill_id, REFERENCE, TRAS_FIELD_PLAIN, N_("Skill it gives"),
              .target = "skill"),
  TRAS_FIELD (TrasSessionDraft, indicator_id, REFERENCE, TRAS_FIELD_PLAIN,
              N_("Indicator it should move"), .target = "indicator"),
  TRAS_FIELD (TrasSessionDraft, starts_at, INSTANT, TRAS_FIELD_REQUIRED, N_("Day and time")),
  TRAS_FIELD (TrasSessionDraft, minutes, INTEGER,
              TRAS_FIELD_REQUIRED | TRAS_FIELD_HOURS | TRAS_FIELD_UNSIGNED, N_("Hours")),
  TRAS_FIELD (TrasSessionDraft, place, TEXT, TRAS_FIELD_PLAIN, N_("Room or place")),
  TRAS_FIELD (TrasSessionDraft, cost, MONEY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED, N_("Cost"),
              .initial = "0"),
};

static const TrasTable session_draft_table = {
  .name = "session_draft",
  .fields = session_draft_fields,
  .n_fields = G_N_ELEMENTS (session_draft_fields),
};

static GType tras_session_draft_get_type (void);
TRAS_DEFINE_RECORD (TrasSessionDraft, tras_session_draft, &session_draft_table)

typedef struct
{
  GtkWidget *owner;
  TrasAction *action;
  TrasTraining *training;
  TrasCheckList *people;
} PlanForm;

static void
plan_form_free (gpointer data)
{
  PlanForm *form = data;

  g_clear_object (&form->owner);
  g_clear_object (&form->action);
  g_clear_object (&form->training);
  g_free (form);
}

static gboolean
check_minutes (TrasFormDialog *dialog,
               gint64          minutes)
{
  if (minutes > 0)
    return TRUE;

  tras_form_dialog_refuse (dialog, "minutes", _("A session takes some time: 2, or 1:30"));

  return FALSE;
}

static TrasEdit *
plan_make_edit (TrasFormDialog *dialog,
                gpointer        record,
                gpointer        data)
{
  PlanForm *form = data;
  TrasSessionDraft *draft = record;
  g_autoptr (TrasTraining) training = NULL;
  g_autoptr (TrasTrainingSession) session = tras_training_session_new ();
  g_autoptr (GArray) people = NULL;

  if (form->training == NULL && (draft->title == NULL || *draft->title == '\0'))
    {
      tras_form_dialog_refuse (dialog, "title", _("What is taught?"));
      return NULL;
    }
  if (!check_minutes (dialog, draft->minutes))
    return NULL;
  people = tras_check_list_dup_checked (form->people);
  if (people->len == 0)
    {
      tras_form_dialog_refuse (dialog, NULL, _("Who is trained? Check one person or more."));
      return NULL;
    }

  training = form->training != NULL ? g_object_ref (form->training) : tras_training_new ();
  if (form->training == NULL)
    {
      training->title = g_strdup (draft->title);
      training->skill_id = draft->skill_id;
      training->indicator_id = draft->indicator_id;
    }
  session->starts_at = draft->starts_at;
  session->minutes = draft->minutes;
  session->place = g_strdup (draft->place);
  session->cost = draft->cost;

  return tras_action_step_plan_session (form->action, training, session, people);
}

static const TrasFormFuncs plan_funcs = {
  .make_edit = plan_make_edit,
};

static gpointer
people_job (TrasDb        *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "here");
  tras_query_order (query, "name", FALSE);

  return tras_db_select (db, query, error);
}

/* A morning a week from now, or when the action is due if that is sooner. */
static gint64
propose_start (TrasAction *action)
{
  TrasDay today = tras_day_today ();
  TrasDay day = CLAMP (action->due_on, today, today + AHEAD_DAYS);
  g_autoptr (GDateTime) time = NULL;
  int year, month, month_day;

  tras_day_split (day, &year, &month, &month_day);
  time = g_date_time_new_local (year, month, month_day, START_HOUR, 0, 0);

  return g_date_time_to_unix (time);
}

static void
present_plan (PlanForm  *form,
              TrasStore *store,
              GPtrArray *people)
{
  static const char *const of_training[] = { "title", "skill_id", "indicator_id" };
  static const char *const of_session[] = { "starts_at", "minutes", "place", "cost" };
  GType type = tras_session_draft_get_type ();
  g_autoptr (TrasRecord) record = g_object_new (type, NULL);
  TrasSessionDraft *draft = (TrasSessionDraft *) record;
  TrasFormDialog *dialog = tras_form_dialog_new (form->owner, store, _("Plan Session"), _("_Plan"),
                                                 &plan_funcs, form, plan_form_free);

  draft->starts_at = propose_start (form->action);
  draft->minutes = SESSION_MINUTES;
  draft->title = g_strdup (form->action->title);
  tras_form_dialog_add_group (dialog, form->training != NULL ? form->training->title : NULL);
  for (guint i = 0; form->training == NULL && i < G_N_ELEMENTS (of_training); i++)
    tras_form_dialog_add_field (dialog, type, of_training[i], NULL);
  if (form->training == NULL)
    tras_form_dialog_add_group (dialog, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_session); i++)
    tras_form_dialog_add_field (dialog, type, of_session[i], NULL);
  tras_form_dialog_add_group (dialog, NULL);
  form->people = TRAS_CHECK_LIST (tras_check_list_new (_("Who is trained"), _("_Everybody")));
  for (guint i = 0; i < people->len; i++)
    {
      TrasPerson *person = people->pdata[i];

      tras_check_list_add (form->people, TRAS_RECORD (person)->id, person->name, person->role_name,
                           FALSE);
    }
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->people));
  tras_form_dialog_present (dialog, draft);
}

static void
on_people_read (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  PlanForm *form = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (people != NULL)
    {
      present_plan (form, TRAS_STORE (object), people);
      return;
    }

  tras_window_report_error (form->owner, error);
  plan_form_free (form);
}

/**
 * tras_train_forms_plan:
 * @owner: who asks
 * @store: the file
 * @action: an action
 * @training: (nullable): one of its trainings, %NULL for a new one
 *
 * Asks when a session is held, where, for whom and what it costs; for a new training also what is
 * taught and which indicator it should move.
 */
void
tras_train_forms_plan (GtkWidget    *owner,
                       TrasStore    *store,
                       TrasAction   *action,
                       TrasTraining *training)
{
  PlanForm *form = g_new0 (PlanForm, 1);

  form->owner = g_object_ref (owner);
  form->action = g_object_ref (action);
  g_set_object (&form->training, training);
  tras_store_run_async (store, tras_train_forms_plan, people_job, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, NULL, on_people_read, form);
}

/* ---- what is taught ---- */

static TrasEdit *
change_make_edit (TrasFormDialog *dialog,
                  gpointer        draft,
                  gpointer        data)
{
  TrasEdit *edit;

  if (TRAS_TRAINING (draft)->title == NULL)
    {
      tras_form_dialog_refuse (dialog, "title", _("What is taught?"));
      return NULL;
    }

  edit = tras_edit_new (_("Change training"));
  tras_edit_update (edit, draft);

  return edit;
}

static const TrasFormFuncs change_funcs = {
  .make_edit = change_make_edit,
};

/**
 * tras_train_forms_change:
 * @owner: who asks
 * @store: the file
 * @training: a training as it was read
 *
 * Asks what is taught, and which indicator it should move by how much and by when.
 */
void
tras_train_forms_change (GtkWidget    *owner,
                         TrasStore    *store,
                         TrasTraining *training)
{
  static const char *const fields[] = { "title", "skill_id", "supplier_id", "indicator_id",
                                        "expect", "expect_by" };
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Change Training"), _("_Save"),
                                                 &change_funcs, NULL, NULL);
  g_autoptr (TrasTraining) draft = tras_record_dup (training);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_TRAINING, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- that it was held ---- */

typedef struct
{
  TrasAction *action;
  GPtrArray *seats;
  TrasCheckList *present;
} HoldForm;

static void
hold_form_free (gpointer data)
{
  HoldForm *form = data;

  g_clear_object (&form->action);
  g_clear_pointer (&form->seats, g_ptr_array_unref);
  g_free (form);
}

static TrasEdit *
hold_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  HoldForm *form = data;
  TrasTrainingSession *session = draft;
  g_autoptr (GArray) present = NULL;
  g_autoptr (TrasTrainingSession) held = NULL;

  if (tras_training_session_get_day (session) > tras_day_today ())
    {
      tras_form_dialog_refuse (dialog, "starts_at", _("That day is still to come: when was it?"));
      return NULL;
    }
  if (!check_minutes (dialog, session->minutes))
    return NULL;
  present = tras_check_list_dup_checked (form->present);
  if (present->len == 0 && form->seats->len > 0)
    {
      tras_form_dialog_refuse (dialog, NULL, _("Who was there? Where nobody was, cancel it."));
      return NULL;
    }

  held = tras_record_dup (session);

  return tras_action_step_hold_session (form->action, held, form->seats, present);
}

static const TrasFormFuncs hold_funcs = {
  .make_edit = hold_make_edit,
};

/**
 * tras_train_forms_hold:
 * @owner: who asks
 * @store: the file
 * @action: an action
 * @session: one of its sessions
 * @seats: (element-type TrasTrainingSeat): the seats of all its sessions
 *
 * Asks who was there, how long it took and what it cost.
 */
void
tras_train_forms_hold (GtkWidget           *owner,
                       TrasStore           *store,
                       TrasAction          *action,
                       TrasTrainingSession *session,
                       GPtrArray           *seats)
{
  HoldForm *form = g_new0 (HoldForm, 1);
  g_autoptr (TrasTrainingSession) draft = tras_record_dup (session);
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Session Held"), _("_Held"),
                                                 &hold_funcs, form, hold_form_free);

  form->action = g_object_ref (action);
  form->seats = g_ptr_array_new_with_free_func (g_object_unref);
  form->present = TRAS_CHECK_LIST (tras_check_list_new (_("Who was there"), _("_All present")));
  for (guint i = 0; i < seats->len; i++)
    {
      TrasTrainingSeat *seat = seats->pdata[i];

      if (seat->session_id != TRAS_RECORD (session)->id)
        continue;
      g_ptr_array_add (form->seats, g_object_ref (seat));
      tras_check_list_add (form->present, seat->person_id, seat->person_name, NULL,
                           g_strcmp0 (seat->state, "excused") != 0);
    }
  tras_form_dialog_add_group (dialog, session->training_title);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_TRAINING_SESSION, "starts_at", _("Day and time"));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_TRAINING_SESSION, "minutes", _("Hours it took"));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_TRAINING_SESSION, "cost", _("What it cost"));
  tras_form_dialog_add_group (dialog, NULL);
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->present));
  gtk_widget_set_visible (GTK_WIDGET (form->present), form->seats->len > 0);
  tras_form_dialog_present (dialog, draft);
}

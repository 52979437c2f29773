/* tras-train-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-records.h"
#include "tras-check-list.h"
#include "tras-form-dialog.h"
#include "tras-person.h"
#include "tras-train-forms.h"
#include "tras-training-steps.h"
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
  gint64 level_given;
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
  TRAS_FIELD (TrasSessionDraft, level_given, INTEGER, TRAS_FIELD_PLAIN, N_("Level given, 1 to 4")),
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

/* Any of @action, @training, @session and @needs may be %NULL; the session is for the need at
 * @nth. */
typedef struct
{
  GtkWidget *owner;
  TrasAction *action;
  TrasTraining *training;
  TrasTrainingSession *session;
  GPtrArray *seats;
  GArray *wanted;
  GPtrArray *needs;
  guint nth;
  TrasCheckList *people;
  TrasStore *store;
} PlanForm;

static void
plan_form_free (gpointer data)
{
  PlanForm *form = data;

  g_clear_object (&form->owner);
  g_clear_object (&form->action);
  g_clear_object (&form->training);
  g_clear_object (&form->session);
  g_clear_pointer (&form->seats, g_ptr_array_unref);
  g_clear_pointer (&form->wanted, g_array_unref);
  g_clear_pointer (&form->needs, g_ptr_array_unref);
  g_clear_object (&form->store);
  g_free (form);
}

static const TrasTrainNeed *
get_need (PlanForm *form)
{
  return form->needs != NULL ? form->needs->pdata[form->nth] : NULL;
}

static void
draft_to_session (TrasSessionDraft    *draft,
                  TrasTrainingSession *session)
{
  session->starts_at = draft->starts_at;
  session->minutes = draft->minutes;
  g_free (session->place);
  session->place = g_strdup (draft->place);
  session->cost = draft->cost;
}

static TrasTraining *
draft_to_training (TrasSessionDraft *draft)
{
  TrasTraining *training = tras_training_new ();

  training->title = g_strdup (draft->title);
  training->skill_id = draft->skill_id;
  training->level_given = draft->level_given;
  training->indicator_id = draft->indicator_id;

  return training;
}

static gboolean
check_draft (TrasFormDialog   *dialog,
             PlanForm         *form,
             TrasSessionDraft *draft)
{
  const char *field = NULL;
  const char *why = NULL;

  if (form->training == NULL && (draft->title == NULL || *draft->title == '\0'))
    {
      field = "title";
      why = _("What is taught?");
    }
  else if (form->training == NULL && draft->level_given != TRAS_NULL &&
           (draft->level_given < 1 || draft->level_given > 4))
    {
      field = "level_given";
      why = _("A training gives a level from 1 to 4");
    }
  else if (draft->minutes <= 0)
    {
      field = "minutes";
      why = _("A session takes some time: 2, or 1:30");
    }
  if (why != NULL)
    tras_form_dialog_refuse (dialog, field, why);

  return why == NULL;
}

static TrasEdit *
plan_make_edit (TrasFormDialog *dialog,
                gpointer        record,
                gpointer        data)
{
  PlanForm *form = data;
  g_autoptr (TrasTraining) training = NULL;
  g_autoptr (TrasTrainingSession) session = NULL;
  g_autoptr (GArray) people = tras_check_list_dup_checked (form->people);

  if (!check_draft (dialog, form, record))
    return NULL;
  if (people->len == 0)
    {
      tras_form_dialog_refuse (dialog, NULL, _("Who is trained? Check one person or more."));
      return NULL;
    }

  session = form->session != NULL ? tras_record_dup (form->session) : tras_training_session_new ();
  draft_to_session (record, session);
  if (form->session != NULL)
    return tras_training_step_change (session, form->seats, people);

  training = form->training != NULL ? g_object_ref (form->training) : draft_to_training (record);

  return tras_training_step_plan (form->action, training, session, people);
}

static void plan_need (GtkWidget *owner,
                       TrasStore *store,
                       GPtrArray *needs,
                       guint      nth);

static void
on_planned (GtkWidget *owner,
            gpointer   draft,
            gpointer   data)
{
  PlanForm *form = data;

  plan_need (owner, form->store, form->needs, form->nth + 1);
}

static const TrasFormFuncs plan_funcs = {
  .make_edit = plan_make_edit,
};

/* Another one follows. */
static const TrasFormFuncs plan_next_funcs = {
  .make_edit = plan_make_edit,
  .saved = on_planned,
};

/* ---- reading ---- */

static gboolean
read_seats (TrasDb    *db,
            PlanForm  *form,
            GError   **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TRAINING_SEAT);

  if (form->session == NULL)
    return TRUE;

  tras_query_where_int (query, "session_id", TRAS_QUERY_EQ, TRAS_RECORD (form->session)->id);
  form->seats = tras_db_select (db, query, error);
  if (form->seats == NULL)
    return FALSE;

  form->training = tras_db_load (db, TRAS_TYPE_TRAINING, form->session->training_id, error);
  form->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < form->seats->len; i++)
    g_array_append_val (form->wanted, TRAS_TRAINING_SEAT (form->seats->pdata[i])->person_id);

  return form->training != NULL;
}

/* What was taught before to give a skill is taught again. */
static gboolean
read_training (TrasDb    *db,
               PlanForm  *form,
               GError   **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TRAINING);
  g_autoptr (GPtrArray) trainings = NULL;
  const TrasTrainNeed *need = get_need (form);

  if (need == NULL)
    return TRUE;

  tras_query_where_int (query, "skill_id", TRAS_QUERY_EQ, need->skill_id);
  trainings = tras_db_select (db, query, error);
  for (guint i = 0; trainings != NULL && i < trainings->len; i++)
    {
      TrasRecord *training = trainings->pdata[i];

      if (form->training == NULL || training->id > TRAS_RECORD (form->training)->id)
        g_set_object (&form->training, TRAS_TRAINING (training));
    }

  return trainings != NULL;
}

static gpointer
people_job (TrasDb        *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);
  PlanForm *form = data;

  if (!read_seats (db, form, error) || !read_training (db, form, error))
    return NULL;

  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "here");
  tras_query_order (query, "name", FALSE);

  return tras_db_select (db, query, error);
}

/* ---- the form ---- */

/* A morning a week from now, or when the action is due if that is sooner. */
static gint64
propose_start (TrasAction *action)
{
  TrasDay today = tras_day_today ();
  TrasDay day = action != NULL ? CLAMP (action->due_on, today, today + AHEAD_DAYS)
                               : today + AHEAD_DAYS;
  g_autoptr (GDateTime) time = NULL;
  int year, month, month_day;

  tras_day_split (day, &year, &month, &month_day);
  time = g_date_time_new_local (year, month, month_day, START_HOUR, 0, 0);

  return g_date_time_to_unix (time);
}

static void
fill_draft (PlanForm         *form,
            TrasSessionDraft *draft)
{
  draft->level_given = TRAS_NULL;
  draft->skill_id = get_need (form) != NULL ? get_need (form)->skill_id : 0;
  if (form->session != NULL)
    {
      draft->starts_at = form->session->starts_at;
      draft->minutes = form->session->minutes;
      draft->place = g_strdup (form->session->place);
      draft->cost = form->session->cost;
      return;
    }

  draft->starts_at = propose_start (form->action);
  draft->minutes = SESSION_MINUTES;
  if (form->action != NULL)
    draft->title = g_strdup (form->action->title);
}

static gboolean
is_wanted (PlanForm *form,
           gint64    person_id)
{
  for (guint i = 0; form->wanted != NULL && i < form->wanted->len; i++)
    {
      if (g_array_index (form->wanted, gint64, i) == person_id)
        return TRUE;
    }

  return FALSE;
}

/* Somebody who has a seat may have left since: only here they can be taken off. */
static void
add_people (PlanForm  *form,
            GPtrArray *people)
{
  g_autoptr (GHashTable) here = g_hash_table_new (g_int64_hash, g_int64_equal);

  form->people = TRAS_CHECK_LIST (tras_check_list_new (_("Who is trained"), _("_Everybody")));
  for (guint i = 0; i < people->len; i++)
    {
      TrasPerson *person = people->pdata[i];
      gint64 *id = &TRAS_RECORD (person)->id;

      g_hash_table_add (here, id);
      tras_check_list_add (form->people, *id, person->name, person->role_name,
                           is_wanted (form, *id));
    }
  for (guint i = 0; form->seats != NULL && i < form->seats->len; i++)
    {
      TrasTrainingSeat *seat = form->seats->pdata[i];

      if (!g_hash_table_contains (here, &seat->person_id))
        tras_check_list_add (form->people, seat->person_id, seat->person_name, NULL, TRUE);
    }
}

/* What is taught, and which of several sessions it is. */
static char *
dup_heading (PlanForm *form)
{
  const char *title = form->training != NULL ? form->training->title : NULL;
  g_autofree char *nth = NULL;

  if (form->needs == NULL || form->needs->len == 1)
    return g_strdup (title);

  /* Translators: which of several sessions is planned: its number, how many there are, a skill */
  nth = g_strdup_printf (_("Session %u of %u: %s. Each skill has a session of its own."),
                         form->nth + 1, form->needs->len, get_need (form)->skill_name);

  return title != NULL ? g_strjoin ("\n", title, nth, NULL) : g_steal_pointer (&nth);
}

static void
present_plan (PlanForm  *form,
              TrasStore *store,
              GPtrArray *people)
{
  static const char *const of_training[] = { "title", "skill_id", "level_given", "indicator_id" };
  static const char *const of_session[] = { "starts_at", "minutes", "place", "cost" };
  GType type = tras_session_draft_get_type ();
  gboolean follows = form->needs != NULL && form->nth + 1 < form->needs->len;
  g_autoptr (TrasRecord) draft = g_object_new (type, NULL);
  g_autofree char *heading = dup_heading (form);
  TrasFormDialog *dialog =
    form->session != NULL ? tras_form_dialog_new (form->owner, store, _("Change Session"),
                                                  _("_Save"), &plan_funcs, form, plan_form_free)
                          : tras_form_dialog_new (form->owner, store, _("Plan Session"),
                                                  _("_Plan"),
                                                  follows ? &plan_next_funcs : &plan_funcs, form,
                                                  plan_form_free);

  fill_draft (form, (TrasSessionDraft *) draft);
  tras_form_dialog_add_group (dialog, heading);
  for (guint i = 0; form->training == NULL && i < G_N_ELEMENTS (of_training); i++)
    tras_form_dialog_add_field (dialog, type, of_training[i], NULL);
  if (form->training == NULL)
    tras_form_dialog_add_group (dialog, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_session); i++)
    tras_form_dialog_add_field (dialog, type, of_session[i], NULL);
  tras_form_dialog_add_group (dialog, NULL);
  add_people (form, people);
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

static void
ask (PlanForm  *form,
     GtkWidget *owner,
     TrasStore *store)
{
  form->owner = g_object_ref (owner);
  form->store = g_object_ref (store);
  tras_store_run_async (store, ask, people_job, form, NULL, (GDestroyNotify) g_ptr_array_unref,
                        NULL, on_people_read, form);
}

/**
 * tras_train_forms_plan:
 * @owner: who asks
 * @store: the file
 * @action: (nullable): the action that it is for, %NULL for none
 * @training: (nullable): what is taught, %NULL for a new training
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

  g_set_object (&form->action, action);
  g_set_object (&form->training, training);
  ask (form, owner, store);
}

static void
plan_need (GtkWidget *owner,
           TrasStore *store,
           GPtrArray *needs,
           guint      nth)
{
  PlanForm *form = g_new0 (PlanForm, 1);

  form->needs = g_ptr_array_ref (needs);
  form->nth = nth;
  form->wanted = g_array_ref (get_need (form)->people);
  ask (form, owner, store);
}

/**
 * tras_train_need_new:
 * @skill_id: a skill
 * @skill_name: what it is called
 *
 * Returns: (transfer full): a need of nobody yet
 */
TrasTrainNeed *
tras_train_need_new (gint64      skill_id,
                     const char *skill_name)
{
  TrasTrainNeed *self = g_new0 (TrasTrainNeed, 1);

  self->skill_id = skill_id;
  self->skill_name = g_strdup (skill_name);
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
tras_train_need_free (TrasTrainNeed *self)
{
  g_array_unref (self->people);
  g_free (self->skill_name);
  g_free (self);
}

/**
 * tras_train_forms_plan_skills:
 * @owner: who asks
 * @store: the file
 * @needs: (element-type TrasTrainNeed): skills, one or more, and who needs them
 *
 * Asks for a session of the newest training that gives the skill, or of a new one, with those who
 * need it checked; of several skills for one after the other, as each has its day and its people.
 */
void
tras_train_forms_plan_skills (GtkWidget *owner,
                              TrasStore *store,
                              GPtrArray *needs)
{
  g_return_if_fail (needs != NULL && needs->len > 0);

  plan_need (owner, store, needs, 0);
}

/**
 * tras_train_forms_change_session:
 * @owner: who asks
 * @store: the file
 * @session: a planned session as it was read
 *
 * Asks when and where it is, what it costs, and for whom.
 */
void
tras_train_forms_change_session (GtkWidget           *owner,
                                 TrasStore           *store,
                                 TrasTrainingSession *session)
{
  PlanForm *form = g_new0 (PlanForm, 1);

  form->session = g_object_ref (session);
  ask (form, owner, store);
}

/**
 * tras_train_forms_cancel_session:
 * @owner: who asks
 * @session: a planned session as it was read
 *
 * Cancels it at once; the toast takes that back.
 */
void
tras_train_forms_cancel_session (GtkWidget           *owner,
                                 TrasTrainingSession *session)
{
  g_autoptr (TrasEdit) edit = tras_training_step_cancel (session);

  tras_window_apply (owner, edit, TRAS_APPLY_DEFAULT, NULL, NULL);
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
  static const char *const fields[] = { "title", "skill_id", "level_given", "supplier_id",
                                        "indicator_id", "expect", "expect_by" };
  TrasFormDialog *dialog = tras_form_dialog_new (owner, store, _("Change Training"), _("_Save"),
                                                 &change_funcs, NULL, NULL);
  g_autoptr (TrasTraining) draft = tras_record_dup (training);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_TRAINING, fields[i], NULL);
  tras_form_dialog_present (dialog, draft);
}


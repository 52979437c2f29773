/* tras-survey-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-area.h"
#include "tras-check-list.h"
#include "tras-form-dialog.h"
#include "tras-person.h"
#include "tras-survey-form.h"
#include "tras-survey-forms.h"
#include "tras-survey-steps.h"
#include "tras-window.h"

/* Whoever has left so many days ago can still say why. */
#define LEFT_DAYS 90

/* @survey: what people are invited to besides, NULL for a new one. Areas are chosen for a new one,
 * people one by one for one that is open. */
typedef struct
{
  GtkWidget *owner;
  TrasSurvey *survey;
  GPtrArray *people;
  GPtrArray *areas;
  GPtrArray *invites;
  TrasCheckList *list;
} SurveyForm;

static void
survey_form_free (gpointer data)
{
  SurveyForm *form = data;

  g_clear_object (&form->owner);
  g_clear_object (&form->survey);
  g_clear_pointer (&form->people, g_ptr_array_unref);
  g_clear_pointer (&form->areas, g_ptr_array_unref);
  g_clear_pointer (&form->invites, g_ptr_array_unref);
  g_free (form);
}

static gboolean
has_id (GArray *ids,
        gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return TRUE;
    }

  return FALSE;
}

/* ---- a new survey ---- */

static GArray *
list_people_of (SurveyForm *form,
                GArray     *areas)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < form->people->len; i++)
    {
      TrasPerson *person = form->people->pdata[i];

      if (person->left_on == TRAS_DAY_NONE && has_id (areas, person->area_id))
        g_array_append_val (people, TRAS_RECORD (person)->id);
    }

  return people;
}

static TrasEdit *
new_make_edit (TrasFormDialog *dialog,
               gpointer        draft,
               gpointer        data)
{
  SurveyForm *form = data;
  TrasSurvey *survey = draft;
  g_autoptr (GArray) areas = tras_check_list_dup_checked (form->list);
  g_autoptr (GArray) people = NULL;
  const TrasSurveyForm *questions;

  if (survey->title == NULL)
    {
      tras_form_dialog_refuse (dialog, "title", _("What is it called?"));
      return NULL;
    }
  questions = tras_survey_form_get (survey->kind);
  if (questions == NULL)
    {
      tras_form_dialog_refuse (dialog, "kind", _("What is asked?"));
      return NULL;
    }
  if (!questions->invites)
    g_array_set_size (areas, 0);
  people = list_people_of (form, areas);
  /* Who leaves is invited one by one. */
  if (questions->invites && people->len == 0 && !g_str_equal (survey->kind, "exit"))
    {
      tras_form_dialog_refuse (dialog, NULL, _("Who is invited? Check one area or more."));
      return NULL;
    }

  return tras_survey_step_open (survey, people);
}

static void
new_changed (TrasFormDialog *dialog,
             gpointer        draft,
             gpointer        data)
{
  SurveyForm *form = data;
  const TrasSurveyForm *questions = tras_survey_form_get (TRAS_SURVEY (draft)->kind);

  gtk_widget_set_visible (GTK_WIDGET (form->list), questions == NULL || questions->invites);
}

static void
new_saved (GtkWidget *owner,
           gpointer   draft,
           gpointer   data)
{
  tras_window_show_record (owner, TRAS_TYPE_SURVEY, TRAS_RECORD (draft)->id);
}

static const TrasFormFuncs new_funcs = {
  .make_edit = new_make_edit,
  .changed = new_changed,
  .saved = new_saved,
};

static void
present_new (SurveyForm *form,
             TrasStore  *store)
{
  TrasFormDialog *dialog = tras_form_dialog_new (form->owner, store, _("New Survey"), _("_Open"),
                                                 &new_funcs, form, survey_form_free);
  g_autoptr (TrasSurvey) draft = tras_survey_new ();

  draft->opened_on = tras_day_today ();
  draft->kind = g_intern_static_string ("enps");
  form->list = TRAS_CHECK_LIST (tras_check_list_new (_("Who is invited"), _("_All areas")));
  for (guint i = 0; i < form->areas->len; i++)
    {
      TrasArea *area = form->areas->pdata[i];
      g_autofree char *words = NULL;

      if (area->heads == 0)
        continue;
      words = g_strdup_printf (ngettext ("%d person", "%d people", (gulong) area->heads),
                               (int) area->heads);
      tras_check_list_add (form->list, TRAS_RECORD (area)->id, area->path, words, TRUE);
    }
  tras_form_dialog_add_group (dialog, _("Its result is shown once it is closed and as many have "
                                        "answered as are shown: never fewer than 5."));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_SURVEY, "title", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_SURVEY, "kind", NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_SURVEY, "least", NULL);
  tras_form_dialog_add_group (dialog, NULL);
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->list));
  tras_form_dialog_present (dialog, draft);
}

/* ---- more people ---- */

static TrasEdit *
invite_make_edit (TrasFormDialog *dialog,
                  gpointer        draft,
                  gpointer        data)
{
  SurveyForm *form = data;
  g_autoptr (GArray) people = tras_check_list_dup_checked (form->list);

  if (people->len == 0)
    {
      tras_form_dialog_refuse (dialog, NULL, _("Who is invited? Check one person or more."));
      return NULL;
    }

  return tras_survey_step_invite (draft, people);
}

static const TrasFormFuncs invite_funcs = {
  .make_edit = invite_make_edit,
};

static gboolean
is_invited (SurveyForm *form,
            gint64      person_id)
{
  for (guint i = 0; i < form->invites->len; i++)
    {
      if (TRAS_SURVEY_INVITE (form->invites->pdata[i])->person_id == person_id)
        return TRUE;
    }

  return FALSE;
}

static void
present_invite (SurveyForm *form,
                TrasStore  *store)
{
  TrasFormDialog *dialog = tras_form_dialog_new (form->owner, store, _("Invite"), _("_Invite"),
                                                 &invite_funcs, form, survey_form_free);

  form->list = TRAS_CHECK_LIST (tras_check_list_new (_("Who is invited"), _("_Everybody")));
  for (guint i = 0; i < form->people->len; i++)
    {
      TrasPerson *person = form->people->pdata[i];
      gint64 id = TRAS_RECORD (person)->id;

      if (!is_invited (form, id) &&
          (person->left_on == TRAS_DAY_NONE || g_str_equal (form->survey->kind, "exit")))
        tras_check_list_add (form->list, id, person->name, person->role_name, FALSE);
    }
  tras_form_dialog_add_group (dialog, form->survey->title);
  tras_form_dialog_add_row (dialog, GTK_WIDGET (form->list));
  tras_form_dialog_present (dialog, form->survey);
}

/* ---- reading ---- */

static gpointer
read_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  SurveyForm *form = data;
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (TrasQuery) areas = tras_query_new (TRAS_TYPE_AREA);
  g_autoptr (TrasQuery) invites = tras_query_new (TRAS_TYPE_SURVEY_INVITE);
  TrasDay long_ago = tras_day_today () - LEFT_DAYS;

  tras_query_where_null (people, "erased_on", TRUE);
  tras_query_where_date (people, "hired_on", TRAS_QUERY_LE, tras_day_today ());
  tras_query_order (people, "name", FALSE);
  tras_query_order (areas, "path", FALSE);
  tras_query_where_int (invites, "survey_id", TRAS_QUERY_EQ,
                        form->survey != NULL ? TRAS_RECORD (form->survey)->id : 0);
  form->people = tras_db_select (db, people, error);
  if (form->people != NULL)
    form->areas = tras_db_select (db, areas, error);
  if (form->areas != NULL)
    form->invites = tras_db_select (db, invites, error);
  if (form->invites == NULL)
    return NULL;

  for (guint i = form->people->len; i > 0; i--)
    {
      TrasPerson *person = form->people->pdata[i - 1];

      if (person->left_on != TRAS_DAY_NONE && person->left_on < long_ago)
        g_ptr_array_remove_index (form->people, i - 1);
    }

  return GINT_TO_POINTER (TRUE);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  SurveyForm *form = user_data;
  g_autoptr (GError) error = NULL;

  if (tras_store_run_finish (TRAS_STORE (object), result, &error) == NULL)
    {
      tras_window_report_error (form->owner, error);
      survey_form_free (form);
    }
  else if (form->survey != NULL)
    {
      present_invite (form, TRAS_STORE (object));
    }
  else
    {
      present_new (form, TRAS_STORE (object));
    }
}

static void
ask (GtkWidget  *owner,
     TrasStore  *store,
     TrasSurvey *survey)
{
  SurveyForm *form = g_new0 (SurveyForm, 1);

  form->owner = g_object_ref (owner);
  g_set_object (&form->survey, survey);
  tras_store_run_async (store, ask, read_job, form, NULL, NULL, NULL, on_read, form);
}

/**
 * tras_survey_forms_new:
 * @owner: who asks
 * @store: the file
 *
 * Asks what is asked, and in which areas; shows the survey when it is open.
 */
void
tras_survey_forms_new (GtkWidget *owner,
                       TrasStore *store)
{
  ask (owner, store, NULL);
}

/**
 * tras_survey_forms_invite:
 * @owner: who asks
 * @store: the file
 * @survey: an open survey as it was read
 *
 * Asks who else may answer.
 */
void
tras_survey_forms_invite (GtkWidget  *owner,
                          TrasStore  *store,
                          TrasSurvey *survey)
{
  g_return_if_fail (TRAS_IS_SURVEY (survey));

  ask (owner, store, survey);
}

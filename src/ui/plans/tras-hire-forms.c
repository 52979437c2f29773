/* tras-hire-forms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-form-dialog.h"
#include "tras-hire-forms.h"
#include "tras-hiring.h"
#include "tras-number.h"
#include "tras-window.h"

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/* ---- a vacancy ---- */

static TrasEdit *
open_make_edit (TrasFormDialog *dialog,
                gpointer        draft,
                gpointer        data)
{
  TrasVacancy *vacancy = draft;

  if (vacancy->role_id == 0)
    {
      tras_form_dialog_refuse (dialog, "role_id", _("Choose a role."));
      return NULL;
    }

  return tras_hiring_open_vacancy (vacancy, data);
}

static const TrasFormFuncs open_funcs = {
  .make_edit = open_make_edit,
};

static void
show_vacancy (GtkWidget *owner,
              gpointer   draft,
              gpointer   data)
{
  tras_window_show_record (owner, TRAS_TYPE_VACANCY, TRAS_RECORD (draft)->id);
}

/* One without an action is shown where it stands. */
static const TrasFormFuncs new_funcs = {
  .make_edit = open_make_edit,
  .saved = show_vacancy,
};

/**
 * tras_hire_forms_open:
 * @owner: who asks
 * @store: the file
 * @action: (nullable): the action that it is for
 *
 * Asks which seats are to be filled, by when and why; without an action, also for which action.
 */
void
tras_hire_forms_open (GtkWidget  *owner,
                      TrasStore  *store,
                      TrasAction *action)
{
  static const char *const fields[] = { "role_id", "seats", "needed_by", "why" };
  g_autoptr (TrasVacancy) draft = tras_vacancy_new ();
  TrasFormDialog *dialog;

  dialog = action != NULL
    ? tras_form_dialog_new (owner, store, _("Open Vacancy"), _("_Open"), &open_funcs,
                            g_object_ref (action), g_object_unref)
    : tras_form_dialog_new (owner, store, _("Open Vacancy"), _("_Open"), &new_funcs, NULL, NULL);
  draft->opened_on = tras_day_today ();
  if (action != NULL)
    draft->needed_by = MAX (action->due_on, draft->opened_on);
  draft->why = g_intern_static_string ("new");
  tras_form_dialog_add_group (dialog, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_VACANCY, fields[i], NULL);
  if (action == NULL)
    tras_form_dialog_add_field (dialog, TRAS_TYPE_VACANCY, "action_id",
                                _("The action that it is for"));
  tras_form_dialog_add_group (dialog, NULL);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_VACANCY, "cost", _("Cost so far"));
  tras_form_dialog_present (dialog, draft);
}

/* ---- somebody for it ---- */

/* What is asked: of the person, of the post and of the vacancy. It is stored as those. */
typedef struct
{
  TrasRecord parent_instance;

  gint64 person_id;
  char *name;
  TrasDay from_on;
  gint64 cost;
} TrasSeatDraft;

typedef struct
{
  TrasRecordClass parent_class;
} TrasSeatDraftClass;

static const TrasField seat_draft_fields[] = {
  TRAS_FIELD (TrasSeatDraft, person_id, REFERENCE, TRAS_FIELD_PERSONAL, N_("Person"),
              .target = "person"),
  TRAS_FIELD (TrasSeatDraft, name, TEXT, TRAS_FIELD_PERSONAL, N_("Name")),
  TRAS_FIELD (TrasSeatDraft, from_on, DATE, TRAS_FIELD_REQUIRED | TRAS_FIELD_PERSONAL,
              N_("First day")),
  TRAS_FIELD (TrasSeatDraft, cost, MONEY, TRAS_FIELD_REQUIRED | TRAS_FIELD_UNSIGNED, N_("Cost"),
              .initial = "0"),
};

static const TrasTable seat_draft_table = {
  .name = "seat_draft",
  .fields = seat_draft_fields,
  .n_fields = G_N_ELEMENTS (seat_draft_fields),
};

static GType tras_seat_draft_get_type (void);
TRAS_DEFINE_RECORD (TrasSeatDraft, tras_seat_draft, &seat_draft_table)

typedef struct
{
  GtkWidget *owner;
  TrasVacancy *vacancy;
  TrasCandidate *candidate;
  GPtrArray *people;
  GPtrArray *posts;
} FillForm;

static void
fill_form_free (gpointer data)
{
  FillForm *form = data;

  g_clear_object (&form->owner);
  g_clear_object (&form->vacancy);
  g_clear_object (&form->candidate);
  g_clear_pointer (&form->people, g_ptr_array_unref);
  g_clear_pointer (&form->posts, g_ptr_array_unref);
  g_free (form);
}

static TrasPerson *
find_person (FillForm *form,
             gint64    id)
{
  for (guint i = 0; i < form->people->len; i++)
    {
      if (TRAS_RECORD (form->people->pdata[i])->id == id)
        return form->people->pdata[i];
    }

  return NULL;
}

/* The posts come in the order of their days. */
static TrasPost *
find_newest_post (FillForm *form,
                  gint64    person_id)
{
  for (guint i = form->posts->len; i > 0; i--)
    {
      TrasPost *post = form->posts->pdata[i - 1];

      if (post->person_id == person_id)
        return post;
    }

  return NULL;
}

static TrasEdit *
fill_from_inside (TrasFormDialog *dialog,
                  TrasSeatDraft  *draft,
                  FillForm       *form)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasPerson *person = find_person (form, draft->person_id);
  TrasPost *before = find_newest_post (form, draft->person_id);
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  if (person == NULL)
    {
      tras_form_dialog_refuse (dialog, "person_id", _("Choose someone who is here"));
      return NULL;
    }
  if (person->left_on != TRAS_DAY_NONE && person->left_on < draft->from_on)
    {
      day = tras_number_format_date_medium (format, person->left_on);
      words = g_strdup_printf (_("%s left on %s: choose someone who is here"), person->name, day);
      tras_form_dialog_refuse (dialog, "person_id", words);
      return NULL;
    }
  if (before != NULL && before->role_id != form->vacancy->role_id &&
      before->from_on >= draft->from_on)
    {
      tras_form_dialog_refuse (dialog, "from_on", _("The post before begins on that day or later"));
      return NULL;
    }

  return tras_hiring_fill_seat (form->vacancy, form->candidate, person, before, draft->from_on,
                                draft->cost);
}

/* Where somebody can be written to is their address here too; a telephone number has no place. */
static TrasPerson *
make_person (FillForm   *form,
             const char *name)
{
  TrasPerson *person = tras_person_new ();
  const char *contact = form->candidate != NULL ? form->candidate->contact : NULL;

  person->name = g_strdup (name);
  if (contact != NULL && strchr (contact, '@') != NULL && strpbrk (contact, " ,;") == NULL)
    person->email = g_strdup (contact);

  return person;
}

static TrasEdit *
fill_make_edit (TrasFormDialog *dialog,
                gpointer        record,
                gpointer        data)
{
  FillForm *form = data;
  TrasSeatDraft *draft = record;
  g_autoptr (TrasPerson) person = NULL;

  if (draft->person_id == 0 && is_blank (draft->name))
    {
      tras_form_dialog_refuse (dialog, "name", _("Who is it? Choose somebody, or type a name"));
      return NULL;
    }
  if (draft->person_id != 0 && !is_blank (draft->name))
    {
      tras_form_dialog_refuse (dialog, "name", _("Somebody is chosen already: type no name"));
      return NULL;
    }
  if (draft->from_on == TRAS_DAY_NONE)
    {
      tras_form_dialog_refuse (dialog, "from_on", _("From which day on?"));
      return NULL;
    }
  if (draft->person_id != 0)
    return fill_from_inside (dialog, draft, form);

  person = make_person (form, draft->name);

  return tras_hiring_fill_seat (form->vacancy, form->candidate, person, NULL, draft->from_on,
                                draft->cost);
}

static void
fill_changed (TrasFormDialog *dialog,
              gpointer        draft,
              gpointer        data)
{
  gtk_widget_set_visible (tras_form_dialog_get_field (dialog, "name"),
                          ((TrasSeatDraft *) draft)->person_id == 0);
}

static const TrasFormFuncs fill_funcs = {
  .make_edit = fill_make_edit,
  .changed = fill_changed,
};

static gpointer
fill_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (TrasQuery) posts = tras_query_new (TRAS_TYPE_POST);
  FillForm *form = g_new0 (FillForm, 1);

  tras_query_order (posts, "from_on", FALSE);
  form->people = tras_db_select (db, people, error);
  if (form->people != NULL)
    form->posts = tras_db_select (db, posts, error);
  if (form->posts == NULL)
    g_clear_pointer (&form, fill_form_free);

  return form;
}

static void
present_fill (FillForm  *form,
              TrasStore *store)
{
  g_autoptr (TrasRecord) record = g_object_new (tras_seat_draft_get_type (), NULL);
  TrasSeatDraft *draft = (TrasSeatDraft *) record;
  GType type = tras_seat_draft_get_type ();
  TrasFormDialog *dialog = tras_form_dialog_new (form->owner, store, _("Seat Filled"), _("_Fill"),
                                                 &fill_funcs, form, fill_form_free);

  draft->from_on = tras_day_today ();
  draft->cost = form->vacancy->cost;
  if (form->candidate != NULL)
    draft->name = g_strdup (form->candidate->name);
  tras_form_dialog_add_group (dialog, form->vacancy->role_name);
  tras_form_dialog_add_field (dialog, type, "name", _("Name of the new person"));
  tras_form_dialog_add_field (dialog, type, "person_id", _("Or who works here already"));
  tras_form_dialog_add_field (dialog, type, "from_on", _("First day in the seat"));
  tras_form_dialog_add_group (dialog, NULL);
  tras_form_dialog_add_field (dialog, type, "cost", _("Cost of hiring so far"));
  tras_form_dialog_present (dialog, draft);
}

static void
on_fill_read (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  FillForm *asked = user_data;
  FillForm *form = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (form == NULL)
    {
      tras_window_report_error (asked->owner, error);
    }
  else
    {
      form->owner = g_steal_pointer (&asked->owner);
      form->vacancy = g_steal_pointer (&asked->vacancy);
      form->candidate = g_steal_pointer (&asked->candidate);
      present_fill (form, TRAS_STORE (object));
    }
  fill_form_free (asked);
}

/**
 * tras_hire_forms_fill:
 * @owner: who asks
 * @store: the file
 * @vacancy: a vacancy with an empty seat
 * @candidate: (nullable): who asked for it
 *
 * Asks who takes a seat, from which day on, and what hiring has cost.
 */
void
tras_hire_forms_fill (GtkWidget     *owner,
                      TrasStore     *store,
                      TrasVacancy   *vacancy,
                      TrasCandidate *candidate)
{
  FillForm *asked = g_new0 (FillForm, 1);

  asked->owner = g_object_ref (owner);
  asked->vacancy = g_object_ref (vacancy);
  asked->candidate = candidate != NULL ? g_object_ref (candidate) : NULL;
  tras_store_run_async (store, tras_hire_forms_fill, fill_job, NULL, NULL, fill_form_free, NULL,
                        on_fill_read, asked);
}

/* tras-vacancy-candidates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-candidate-forms.h"
#include "tras-hire-forms.h"
#include "tras-hiring-words.h"
#include "tras-plan-template-forms.h"
#include "tras-vacancy-candidates.h"
#include "tras-window.h"

/* For so long after somebody was hired their first weeks are still to be planned. */
#define ONBOARDING_DAYS 30

/**
 * TrasVacancyCandidates:
 *
 * Part of a vacancy's pane: who asks for it, and what comes next with each of them.
 */
struct _TrasVacancyCandidates
{
  TrasDetailSection parent_instance;

  /* Who was moved last by the keyboard or the pointer, and from which state. */
  gint64 moved_id;
  const char *moved_from;
};

G_DEFINE_FINAL_TYPE (TrasVacancyCandidates, tras_vacancy_candidates, TRAS_TYPE_DETAIL_SECTION)

/* ---- what is read ---- */

typedef struct
{
  GPtrArray *candidates;
  GPtrArray *people;
  TrasVacancy *vacancy;
  TrasAction *action;
} Found;

static void
found_free (gpointer data)
{
  Found *self = data;

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_object (&self->vacancy);
  g_clear_object (&self->action);
  g_free (self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return tras_candidate_compare (*(gconstpointer *) a, *(gconstpointer *) b);
}

static GPtrArray *
load_people (TrasDb     *db,
             GPtrArray  *candidates,
             GError    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < candidates->len; i++)
    {
      TrasCandidate *candidate = candidates->pdata[i];

      if (candidate->person_id != 0)
        g_array_append_val (ids, candidate->person_id);
    }

  return tras_db_load_many (db, TRAS_TYPE_PERSON, (const gint64 *) (gpointer) ids->data, ids->len,
                            error);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_CANDIDATE);
  Found *found = g_new0 (Found, 1);

  tras_query_where_int (query, "vacancy_id", TRAS_QUERY_EQ, id);
  found->vacancy = tras_db_load (db, TRAS_TYPE_VACANCY, id, error);
  if (found->vacancy != NULL && (found->candidates = tras_db_select (db, query, error)) != NULL)
    {
      g_ptr_array_sort (found->candidates, compare);
      found->people = load_people (db, found->candidates, error);
    }
  if (found->people == NULL ||
      (found->vacancy->action_id != 0 &&
       (found->action = tras_db_load (db, TRAS_TYPE_ACTION, found->vacancy->action_id,
                                      error)) == NULL))
    g_clear_pointer (&found, found_free);

  return found;
}

static gpointer
find_record (GPtrArray *records,
             gint64     id)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      if (TRAS_RECORD (records->pdata[i])->id == id)
        return records->pdata[i];
    }

  return NULL;
}

/* ---- what is done with a candidate ---- */

static Found *
get_found (TrasVacancyCandidates *self)
{
  return tras_detail_section_get_found (TRAS_DETAIL_SECTION (self));
}

static TrasStore *
get_store (TrasVacancyCandidates *self)
{
  return tras_detail_section_get_store (TRAS_DETAIL_SECTION (self));
}

static gboolean
can_write (TrasVacancyCandidates *self)
{
  return tras_detail_section_is_editable (TRAS_DETAIL_SECTION (self));
}

static void
move_candidate (TrasVacancyCandidates *self,
                TrasCandidate         *candidate,
                const char            *state)
{
  g_autoptr (TrasEdit) edit = NULL;

  edit = tras_hiring_move_candidate (get_found (self)->vacancy, candidate, state);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
plan_onboarding (TrasVacancyCandidates *self,
                 TrasCandidate         *candidate)
{
  TrasAction *action = get_found (self)->action;
  TrasPerson *person = find_record (get_found (self)->people, candidate->person_id);

  if (person != NULL)
    tras_plan_template_forms_onboard (GTK_WIDGET (self), get_store (self), person,
                                      MAX (person->hired_on, candidate->state_on),
                                      action != NULL ? action->goal_id : 0);
}

static void
candidate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TrasVacancyCandidates *self = TRAS_VACANCY_CANDIDATES (widget);
  Found *found = get_found (self);
  TrasCandidate *candidate;
  const char *what;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &what);
  candidate = found != NULL ? find_record (found->candidates, id) : NULL;
  if (candidate == NULL)
    return;

  self->moved_id = id;
  self->moved_from = candidate->state;
  if (g_str_equal (what, "change"))
    tras_candidate_forms_edit (widget, get_store (self), found->vacancy, candidate);
  else if (g_str_equal (what, "hired"))
    tras_hire_forms_fill (widget, get_store (self), found->vacancy, candidate);
  else if (g_str_equal (what, "person"))
    tras_window_show_record (widget, TRAS_TYPE_PERSON, candidate->person_id);
  else if (g_str_equal (what, "onboard"))
    plan_onboarding (self, candidate);
  else
    move_candidate (self, candidate, what);
}

/* ---- rows ---- */

static void
append_item (GMenu      *menu,
             const char *label,
             gint64      id,
             const char *what)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "candidate.do", "(xs)", id, what);
  g_menu_append_item (menu, item);
}

/* What can happen: where it asks for more, an ellipsis says so. */
static const struct
{
  const char *state;
  const char *label;
} ways[] = {
  { "new", N_("_New again") },
  { "interview", N_("_Interview") },
  { "offer", N_("_Offer") },
  { "hired", N_("_Hired…") },
  { "rejected", N_("_Rejected") },
  { "withdrew", N_("_Withdrew") },
};

static const char *
get_way (const char *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (g_str_equal (ways[i].state, state))
        return _(ways[i].label);
    }

  g_return_val_if_reached (NULL);
}

/* Somebody is hired as long as a seat is empty. */
static gboolean
can_become (TrasVacancyCandidates *self,
            const char            *state)
{
  return !g_str_equal (state, "hired") || tras_vacancy_is_open (get_found (self)->vacancy);
}

static GMenuModel *
make_menu (TrasVacancyCandidates *self,
           TrasCandidate         *candidate)
{
  gint64 id = TRAS_RECORD (candidate)->id;
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();
  GMenu *menu = g_menu_new ();

  if (tras_candidate_is_hired (candidate))
    {
      append_item (change, _("_Show Person"), id, "person");
      if (can_write (self))
        append_item (change, _("_Onboarding Plan…"), id, "onboard");
    }
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
        {
          if (g_strcmp0 (candidate->state, ways[i].state) != 0 && can_become (self, ways[i].state))
            append_item (states, _(ways[i].label), id, ways[i].state);
        }
      append_item (change, _("_Change Candidate…"), id, "change");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));

  return G_MENU_MODEL (menu);
}

static void
add_control (GtkWidget  *row,
             GtkWidget  *control,
             const char *words)
{
  const char *who = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  g_auto (GStrv) parts = g_strsplit (words, "_", 2);
  g_autofree char *plain = g_strjoinv ("", parts);
  g_autofree char *full = g_strdup_printf (C_("button", "%s: %s"), plain, who);

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, full,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
}

static void
add_button (GtkWidget  *row,
            const char *words,
            gint64      id,
            const char *what)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", id, what);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "candidate.do");
  add_control (row, button, words);
}

static char *
dup_title (TrasVacancyCandidates *self,
           TrasCandidate         *candidate)
{
  TrasPerson *person = find_record (get_found (self)->people, candidate->person_id);

  if (tras_candidate_is_hired (candidate) && person != NULL)
    return g_strdup (person->name);
  if (candidate->name != NULL)
    return g_strdup (candidate->name);

  return g_strdup (tras_candidate_is_known (candidate) ? _("Without a name")
                                                       : C_("candidate", "Erased"));
}

static GtkWidget *
make_row (TrasVacancyCandidates *self,
          TrasCandidate         *candidate)
{
  TrasDay today = tras_day_today ();
  gint64 id = TRAS_RECORD (candidate)->id;
  const char *next = tras_candidate_get_next (candidate);
  g_autofree char *title = dup_title (self, candidate);
  g_autofree char *words = tras_candidate_words_dup (candidate, today);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", words, "title-lines", 2, "subtitle-lines", 1,
                                 "tooltip-text", words, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                  tras_candidate_words_get_icon (candidate), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *more;
  g_autoptr (GMenuModel) menu = NULL;

  gtk_widget_add_css_class (icon, tras_candidate_words_get_class (candidate, today));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  /* Of somebody who was erased there is nothing more to say. */
  if (!tras_candidate_is_known (candidate) && !tras_candidate_is_hired (candidate))
    return row;

  if (can_write (self) && next != NULL && can_become (self, next))
    add_button (row, get_way (next), id, next);
  else if (can_write (self) && tras_candidate_is_hired (candidate) &&
           today - candidate->state_on <= ONBOARDING_DAYS)
    add_button (row, _("_Onboarding Plan…"), id, "onboard");
  if (!can_write (self) && !tras_candidate_is_hired (candidate))
    return row;

  menu = make_menu (self, candidate);
  more = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", menu,
                       "tooltip-text", _("More about this candidate"), NULL);
  gtk_widget_add_css_class (more, "flat");
  add_control (row, more, _("More"));

  return row;
}

/* ---- the section ---- */

static guint
count_open (GPtrArray *candidates)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    n += tras_candidate_is_open (candidates->pdata[i]);

  return n;
}

/* Nobody is left without an answer. */
static char *
dup_description (Found *found)
{
  guint n = count_open (found->candidates);

  if (found->candidates->len == 0)
    return g_strdup (_("Nobody has asked for it yet."));
  if (n == 0 || tras_vacancy_is_open (found->vacancy))
    return NULL;

  return g_strdup_printf (ngettext ("%u candidate still waits for an answer.",
                                    "%u candidates still wait for an answer.", n), n);
}

static gboolean
show (TrasDetailSection *section,
      gpointer           data)
{
  TrasVacancyCandidates *self = TRAS_VACANCY_CANDIDATES (section);
  Found *found = data;
  g_autofree char *description = dup_description (found);

  tras_detail_section_set_description (section, description);
  tras_detail_section_set_can_add (section, tras_vacancy_is_open (found->vacancy));
  for (guint i = 0; i < found->candidates->len; i++)
    {
      TrasCandidate *candidate = found->candidates->pdata[i];
      GtkWidget *row = tras_detail_section_add_row (section, make_row (self, candidate));

      /* Whoever moved a candidate goes on with the same one: the row first, then what is in it. */
      if (TRAS_RECORD (candidate)->id == self->moved_id &&
          g_strcmp0 (candidate->state, self->moved_from) != 0)
        {
          self->moved_id = 0;
          gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
          gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
        }
    }

  return TRUE;
}

static void
add (TrasDetailSection *section)
{
  Found *found = tras_detail_section_get_found (section);

  tras_candidate_forms_edit (GTK_WIDGET (section), tras_detail_section_get_store (section),
                             found->vacancy, NULL);
}

static void
tras_vacancy_candidates_class_init (TrasVacancyCandidatesClass *klass)
{
  static const char *const tables[] = { "candidate", "person", "vacancy", NULL };
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  section_class->loading.tables = tables;
  section_class->loading.job = load_job;
  section_class->loading.free_result = found_free;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
  section_class->add = add;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "candidate.do", "(xs)",
                                   candidate_action);
}

static void
tras_vacancy_candidates_init (TrasVacancyCandidates *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Candidates"), _("Add Candidate…"));
}

/* tras-training-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action.h"
#include "tras-attendance-form.h"
#include "tras-choice-row.h"
#include "tras-entry-row.h"
#include "tras-indicator-chart.h"
#include "tras-indicator-series.h"
#include "tras-rating-list.h"
#include "tras-reference-row.h"
#include "tras-sentence.h"
#include "tras-small-chart.h"
#include "tras-train-forms.h"
#include "tras-training-detail.h"
#include "tras-training-figures.h"
#include "tras-training-paper.h"
#include "tras-training-steps.h"
#include "tras-training-words.h"
#include "tras-window.h"

/**
 * TrasTrainingDetail:
 *
 * The card of a training: what is to be done next, what it gives, its sessions, who is to be asked,
 * what it should move and whether it did, and what it took.
 */
struct _TrasTrainingDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *action_row;
  AdwPreferencesGroup *rating_group;
  GtkImage *state_icon;
  GtkLabel *effect_label;
  GtkLabel *no_sessions;
  GtkLabel *state;
  GtkListBox *sessions;
  GtkWidget *chart_box;
  GtkWidget *figures_group;
  GtkWidget *moved_button;
  GtkWidget *not_moved_button;
  GtkWidget *plan_button;
  GtkWidget *too_early_button;
  GtkWidget *verdict_box;
  TrasRatingList *ratings;
  TrasSmallChart *chart;
  TrasTrainingFigures *figures;

  /* owned */
  GCancellable *cancellable;
  GPtrArray *read_sessions;
  TrasIndicatorSeries *series;
  TrasDay last_held;
};

G_DEFINE_FINAL_TYPE (TrasTrainingDetail, tras_training_detail, TRAS_TYPE_DETAIL)

static TrasTraining *
get_training (TrasTrainingDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasTrainingDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

static gboolean
can_write (TrasTrainingDetail *self)
{
  return get_store (self) != NULL && !tras_store_is_read_only (get_store (self));
}

static gboolean
is_word (const char *value,
         const char *word)
{
  return g_strcmp0 (value, word) == 0;
}

/* ---- what belongs to it ---- */

typedef struct
{
  gint64 training_id;
  gint64 indicator_id;
} Wish;

typedef struct
{
  TrasTrainingBook *book;
  GPtrArray *sessions;
  TrasIndicatorSeries *series;
} Belongings;

static void
belongings_free (gpointer data)
{
  Belongings *self = data;

  g_clear_pointer (&self->book, tras_training_book_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->series, tras_indicator_series_unref);
  g_free (self);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wish *wish = data;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TRAINING_SESSION);
  Belongings *self = g_new0 (Belongings, 1);
  gboolean done;

  tras_query_where_int (query, "training_id", TRAS_QUERY_EQ, wish->training_id);
  tras_query_order (query, "starts_at", TRUE);
  self->book = tras_training_book_load_one (db, wish->training_id, tras_day_today (), error);
  done = self->book != NULL && (self->sessions = tras_db_select (db, query, error)) != NULL;
  if (done && wish->indicator_id != 0)
    {
      self->series = tras_indicator_series_load (db, wish->indicator_id, tras_day_today (), error);
      done = self->series != NULL;
    }
  if (!done)
    g_clear_pointer (&self, belongings_free);

  return self;
}

/* ---- sessions ---- */

static TrasTrainingSession *
find_session (TrasTrainingDetail *self,
              gint64              id)
{
  for (guint i = 0; self->read_sessions != NULL && i < self->read_sessions->len; i++)
    {
      if (TRAS_RECORD (self->read_sessions->pdata[i])->id == id)
        return self->read_sessions->pdata[i];
    }

  return NULL;
}

static void
session_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TrasTrainingDetail *self = TRAS_TRAINING_DETAIL (widget);
  TrasTrainingSession *session = find_session (self, g_variant_get_int64 (parameter));

  if (session == NULL || get_store (self) == NULL)
    return;

  if (g_str_equal (name, "session.attendance"))
    tras_attendance_form_present (widget, get_store (self), TRAS_RECORD (session)->id);
  else if (g_str_equal (name, "session.change"))
    tras_train_forms_change_session (widget, get_store (self), session);
  else if (g_str_equal (name, "session.cancel"))
    tras_train_forms_cancel_session (widget, session);
  else
    tras_training_paper_run (widget, get_store (self), TRAS_RECORD (session)->id,
                             tras_training_paper_from_action (name));
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             gint64      id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (TrasTrainingDetail  *self,
           TrasTrainingSession *session)
{
  gint64 id = TRAS_RECORD (session)->id;
  g_autoptr (GMenu) change = g_menu_new ();
  g_autoptr (GMenu) paper = g_menu_new ();
  GMenu *menu = g_menu_new ();

  if (can_write (self) && is_word (session->state, "held"))
    {
      append_item (change, _("_Correct Attendance…"), "session.attendance", id);
    }
  else if (can_write (self))
    {
      append_item (change, _("_Change Session…"), "session.change", id);
      append_item (change, _("Cancel _Session"), "session.cancel", id);
    }
  append_item (paper, _("Save _Attendance Sheet…"), "session.sheet-save", id);
  append_item (paper, _("_Print Attendance Sheet…"), "session.sheet-print", id);
  if (is_word (session->state, "held"))
    {
      append_item (paper, _("Save Certi_ficates…"), "session.certificates-save", id);
      append_item (paper, _("Print C_ertificates…"), "session.certificates-print", id);
    }
  else
    {
      append_item (paper, _("Save _Invitation…"), "session.invitation", id);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));

  return G_MENU_MODEL (menu);
}

static void
name_button (GtkWidget  *button,
             const char *what,
             const char *when)
{
  g_autofree char *full = g_strdup_printf (C_("button", "%s: %s"), what, when);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
}

static GtkWidget *
make_session_row (TrasTrainingDetail  *self,
                  TrasTrainingSession *session)
{
  TrasDay today = tras_day_today ();
  TrasTrainingIcon state = tras_session_words_get_icon (session, today);
  g_autofree char *when = tras_session_words_dup_when (session->starts_at);
  g_autofree char *words =
    tras_session_words_dup_state (session, today, tras_store_get_currency (get_store (self)));
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", state.icon, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", when,
                                 "subtitle", words, "subtitle-lines", 4, NULL);

  gtk_widget_add_css_class (icon, state.css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (is_word (session->state, "cancelled"))
    return row;

  if (can_write (self) && is_word (session->state, "planned"))
    {
      const char *what = _("Attendance…");
      GtkWidget *button = gtk_button_new_with_label (what);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", TRAS_RECORD (session)->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "session.attendance");
      name_button (button, what, when);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  menu = make_menu (self, session);
  icon = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic", "menu-model", menu,
                       "tooltip-text", _("More about this session"), NULL);
  gtk_widget_add_css_class (icon, "flat");
  name_button (icon, _("More"), when);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);

  return row;
}

static void
show_sessions (TrasTrainingDetail *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sessions))) != NULL)
    gtk_list_box_remove (self->sessions, child);
  for (guint i = 0; i < self->read_sessions->len; i++)
    gtk_list_box_append (self->sessions, make_session_row (self, self->read_sessions->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->sessions), self->read_sessions->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_sessions), self->read_sessions->len == 0);
}

static void
on_plan (TrasTrainingDetail *self)
{
  if (get_training (self) != NULL)
    tras_train_forms_plan (GTK_WIDGET (self), get_store (self), NULL, get_training (self));
}

/* ---- what it should move ---- */

static void
say (TrasTrainingDetail *self,
     const char         *verdict)
{
  TrasTraining *training = get_training (self);
  TrasDay next = TRAS_DAY_NONE;
  g_autoptr (TrasEdit) edit = NULL;

  if (training == NULL)
    return;

  if (self->series != NULL && self->last_held != TRAS_DAY_NONE)
    next = tras_training_get_next_look (self->series->every, self->last_held, tras_day_today ());
  edit = tras_training_step_say (training, verdict, next);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
on_moved (TrasTrainingDetail *self)
{
  say (self, "moved");
}

static void
on_not_moved (TrasTrainingDetail *self)
{
  say (self, "not-moved");
}

static void
on_too_early (TrasTrainingDetail *self)
{
  say (self, "too-early");
}

static void
suggest (GtkWidget  *button,
         const char *verdict,
         const char *proposed,
         const char *said)
{
  gboolean is_proposed = is_word (verdict, proposed) && said == NULL;

  if (is_proposed)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
  /* What was said already need not be said again. */
  gtk_widget_set_sensitive (button, !is_word (verdict, said));
}

static char *
dup_effect_words (TrasTrainingDetail      *self,
                  const TrasTrainingFacts *facts,
                  const char              *sentence,
                  const char              *proposed)
{
  g_autofree char *state = tras_training_words_dup_effect (facts);

  if (facts->last_held == TRAS_DAY_NONE)
    return g_strdup (_("It is looked at once a session was held."));
  if (facts->effect == TRAS_TRAINING_EFFECT_SAID)
    /* Translators: what was said of the effect of a training, and what the numbers say */
    return g_strdup_printf (_("It was said: %s. %s"), state, sentence);
  if (facts->effect == TRAS_TRAINING_EFFECT_DUE && proposed != NULL)
    /* Translators: what the numbers say, and the verdict that they speak for */
    return g_strdup_printf (_("%s Proposed: %s."), sentence,
                            tras_training_words_get_verdict (proposed));

  return g_strdup (sentence);
}

static void
show_effect (TrasTrainingDetail      *self,
             const TrasTrainingFacts *facts)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasTraining *training = facts->training;
  g_autofree char *sentence = NULL;
  g_autofree char *words = NULL;
  g_autofree char *wish = NULL;
  g_autofree char *said_all = NULL;
  const char *proposed = NULL;
  gboolean held = facts->last_held != TRAS_DAY_NONE;
  gboolean due = facts->effect == TRAS_TRAINING_EFFECT_DUE;
  const char *said = due ? NULL : training->verdict;

  gtk_widget_set_visible (self->chart_box, self->series != NULL);
  if (self->series == NULL)
    return;

  wish = tras_training_words_dup_wish (training, self->series->indicator->unit,
                                       (int) self->series->indicator->decimals);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), held && self->series->n > 0);
  if (held && self->series->n > 0)
    {
      g_autoptr (TrasTrendChart) chart = NULL;
      TrasEffect effect;

      tras_indicator_series_compare (self->series, facts->first_held, facts->last_held, &effect);
      proposed = tras_training_propose (&effect);
      sentence = tras_sentence_effect (self->series, &effect, format);
      chart = tras_indicator_chart_new_effect (self->series, &effect, format);
      tras_small_chart_show (self->chart, chart, sentence);
    }
  words = dup_effect_words (self, facts, sentence != NULL ? sentence : "", proposed);
  said_all = wish != NULL ? g_strjoin (" ", wish, words, NULL) : g_strdup (words);
  gtk_label_set_label (self->effect_label, said_all);

  gtk_widget_set_visible (self->verdict_box,
                          held && can_write (self) && (due || training->verdict != NULL));
  suggest (self->moved_button, "moved", proposed, said);
  suggest (self->not_moved_button, "not-moved", proposed, said);
  suggest (self->too_early_button, "too-early", proposed, said);
}

/* ---- what is next ---- */

static char *
dup_next (const TrasTrainingFacts  *facts,
          const char              **icon,
          const char              **css_class)
{
  guint asked = facts->to_rate[TRAS_TRAINING_LIKED] + facts->to_rate[TRAS_TRAINING_APPLIED];
  g_autofree char *when = NULL;

  *icon = "tras-late-symbolic";
  *css_class = "tras-worse";
  if (facts->next_at != 0 && tras_day_from_instant (facts->next_at) < tras_day_today ())
    return g_strdup (_("Its session should be over: who was there?"));
  if (facts->effect == TRAS_TRAINING_EFFECT_DUE)
    return g_strdup (_("Did the indicator move?"));
  if (asked > 0)
    return g_strdup_printf (ngettext ("%u person is to be asked", "%u people are to be asked",
                                      asked), asked);

  *css_class = "tras-usual";
  *icon = "tras-open-symbolic";
  if (facts->next_at != 0)
    {
      when = tras_session_words_dup_when (facts->next_at);
      /* Translators: %s is a day and a time */
      return g_strdup_printf (_("Next session: %s"), when);
    }
  if (facts->last_held == TRAS_DAY_NONE)
    return g_strdup (_("Plan its first session"));

  *icon = "tras-meets-symbolic";
  when = tras_number_format_date_medium (tras_number_format_get_default (), facts->last_held);

  /* Translators: how many people were trained, and the day of the last session */
  return g_strdup_printf (ngettext ("%u person trained, last on %s",
                                    "%u people trained, last on %s", facts->people),
                          facts->people, when);
}

static void
show_facts (TrasTrainingDetail *self,
            TrasTrainingBook   *book)
{
  TrasTraining *training = get_training (self);
  const TrasTrainingFacts *facts = tras_training_book_find (book, TRAS_RECORD (training)->id);
  const char *classes[] = { NULL, NULL };
  g_autofree char *next = NULL;
  const char *icon;
  gboolean rating;

  if (facts == NULL)
    return;

  next = dup_next (facts, &icon, &classes[0]);
  gtk_label_set_label (self->state, next);
  gtk_image_set_from_icon_name (self->state_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);

  self->last_held = facts->last_held;
  rating = (gtk_widget_get_state_flags (GTK_WIDGET (self->ratings)) &
            GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  tras_rating_list_set (self->ratings, book->due);
  gtk_widget_set_visible (GTK_WIDGET (self->rating_group), can_write (self) && book->due->len > 0);
  /* Whoever answered the last question goes on in the pane. */
  if (rating && book->due->len == 0)
    gtk_widget_grab_focus (self->plan_button);
  tras_training_figures_set (self->figures, &facts->cost, get_store (self));
  gtk_widget_set_visible (self->figures_group, facts->last_held != TRAS_DAY_NONE);
  show_effect (self, facts);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasTrainingDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  Belongings *found = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (found == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  if (get_training (self) != NULL && get_store (self) == TRAS_STORE (object) &&
      tras_training_book_find (found->book, TRAS_RECORD (get_training (self))->id) != NULL)
    {
      g_clear_pointer (&self->read_sessions, g_ptr_array_unref);
      g_clear_pointer (&self->series, tras_indicator_series_unref);
      self->read_sessions = g_steal_pointer (&found->sessions);
      self->series = g_steal_pointer (&found->series);
      show_sessions (self);
      show_facts (self, found->book);
    }
  belongings_free (found);
}

static void
load (TrasTrainingDetail *self)
{
  TrasTraining *training = get_training (self);
  Wish wish;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (training == NULL || get_store (self) == NULL)
    return;

  wish = (Wish) { TRAS_RECORD (training)->id, training->indicator_id };
  self->cancellable = g_cancellable_new ();
  tras_store_run_async (get_store (self), load, load_job, g_memdup2 (&wish, sizeof wish), g_free,
                        belongings_free, self->cancellable, on_loaded, g_object_ref (self));
}

/* ---- the object ---- */

static void
on_action_activated (TrasTrainingDetail *self)
{
  TrasTraining *training = get_training (self);

  if (training != NULL && training->action_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ACTION, training->action_id);
}

static void
tras_training_detail_record_changed (TrasDetail *detail,
                                     gpointer    record)
{
  TrasTrainingDetail *self = TRAS_TRAINING_DETAIL (detail);
  TrasTraining *training = record;

  if (training != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->action_row), training->action_id != 0);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->action_row),
                                     training->action_title != NULL ? training->action_title : "");
      gtk_widget_set_visible (self->plan_button, can_write (self));
    }
  load (self);
}

static void
tras_training_detail_related_changed (TrasDetail  *detail,
                                      TrasChanges *changes)
{
  static const char *const tables[] = { "training_session", "training_seat", "person", "post",
                                        "measurement", "firm", NULL };

  if (tras_changes_touch_any (changes, tables))
    load (TRAS_TRAINING_DETAIL (detail));
    }

static void
tras_training_detail_dispose (GObject *object)
{
  TrasTrainingDetail *self = TRAS_TRAINING_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->read_sessions, g_ptr_array_unref);
  g_clear_pointer (&self->series, tras_indicator_series_unref);

  G_OBJECT_CLASS (tras_training_detail_parent_class)->dispose (object);
}

static void
tras_training_detail_class_init (TrasTrainingDetailClass *klass)
{
  static const char *const actions[] = {
    "session.attendance", "session.change", "session.cancel", "session.sheet-save",
    "session.sheet-print", "session.certificates-save", "session.certificates-print",
    "session.invitation",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_training_detail_dispose;
  TRAS_DETAIL_CLASS (klass)->record_changed = tras_training_detail_record_changed;
  TRAS_DETAIL_CLASS (klass)->related_changed = tras_training_detail_related_changed;

  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_RATING_LIST);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_SMALL_CHART);
  g_type_ensure (TRAS_TYPE_TRAINING_FIGURES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-training-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, action_row);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, chart);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, chart_box);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, effect_label);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, figures);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, figures_group);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, moved_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, no_sessions);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, not_moved_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, plan_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, rating_group);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, ratings);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, sessions);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, too_early_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingDetail, verdict_box);
  gtk_widget_class_bind_template_callback (widget_class, on_action_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_not_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_plan);
  gtk_widget_class_bind_template_callback (widget_class, on_too_early);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], "x", session_action);
}

static void
tras_training_detail_init (TrasTrainingDetail *self)
{
  self->last_held = TRAS_DAY_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* tras-survey-sheet.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-fold.h"
#include "tras-number.h"
#include "tras-survey-form.h"
#include "tras-survey-sheet.h"
#include "tras-survey-steps.h"
#include "tras-window.h"

struct _TrasSurveySheetWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwWindowTitle *title;
  GtkBox *questions;
  GtkButton *send_button;
  GtkLabel *trouble;
  GtkListBox *names;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkWidget *asked;

  /* borrowed */
  GtkWidget *owner;

  /* owned */
  TrasStore *store;
  TrasSurvey *survey;
  TrasSurveySheet *sheet;
  GPtrArray *texts;
  char *needle;
};

G_DEFINE_FINAL_TYPE (TrasSurveySheetWindow, tras_survey_sheet_window, ADW_TYPE_WINDOW)

static const TrasSurveyForm *
get_form (TrasSurveySheetWindow *self)
{
  return tras_survey_form_get (self->survey->kind);
}

/* ---- sending ---- */

static gpointer
answer_job (TrasDb        *db,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return GINT_TO_POINTER (tras_survey_answer (db, data, error));
}

static void
on_answered (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrasSurveySheetWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tras_store_run_finish (TRAS_STORE (object), result, &error) == NULL)
    {
      gtk_label_set_label (self->trouble, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->trouble), TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
      return;
    }

  tras_window_toast (self->owner, _("Answered. Thank you."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_complete (TrasSurveySheetWindow *self)
{
  const TrasSurveyForm *form = get_form (self);

  for (guint i = 0; i < form->n_questions; i++)
    {
      if (form->questions[i].kind != TRAS_QUESTION_WORDS && self->sheet->values[i] == TRAS_NULL)
        return FALSE;
    }

  return TRUE;
}

static void
on_send (TrasSurveySheetWindow *self)
{
  TrasSurveySheet *sheet;

  if (self->sheet == NULL || !is_complete (self))
    return;

  sheet = tras_survey_sheet_new (self->sheet->survey_id, self->sheet->person_id, self->sheet->n);
  memcpy (sheet->values, self->sheet->values, sheet->n * sizeof *sheet->values);
  for (guint i = 0; i < sheet->n; i++)
    {
      GtkTextBuffer *buffer = self->texts->pdata[i];
      g_autofree char *words = NULL;

      if (buffer == NULL)
        continue;
      g_object_get (buffer, "text", &words, NULL);
      g_strstrip (words);
      if (*words != '\0')
        sheet->words[i] = g_steal_pointer (&words);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  tras_store_run_async (self->store, on_send, answer_job, sheet,
                        (GDestroyNotify) tras_survey_sheet_free, NULL, NULL, on_answered,
                        g_object_ref (self));
}

/* ---- questions ---- */

static void
on_point_toggled (GtkToggleButton       *button,
                  TrasSurveySheetWindow *self)
{
  guint question = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "question"));

  if (!gtk_toggle_button_get_active (button))
    return;
  self->sheet->values[question] = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "value"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->send_button), is_complete (self));
}

static GtkWidget *
make_points (TrasSurveySheetWindow *self,
             guint                  question)
{
  const TrasQuestion *what = &get_form (self)->questions[question];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *group = NULL;
  int first;
  guint n = tras_question_get_range (what, &first);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (int value = first; value < first + (int) n; value++)
    {
      g_autofree char *number =
        tras_number_format_real (tras_number_format_get_default (), value, 0);
      const char *meaning = tras_question_get_meaning (what, value);
      GtkWidget *button = gtk_toggle_button_new_with_label (number);
      g_autofree char *full = NULL;

      gtk_widget_add_css_class (button, "numeric");
      gtk_widget_add_css_class (button, "mark");
      if (what->kind == TRAS_QUESTION_AGREE)
        {
          /* Translators: a mark and what it means */
          full = g_strdup_printf (C_("mark", "%s, %s"), number, meaning);
          gtk_widget_set_tooltip_text (button, meaning);
          gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          full, -1);
        }
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), group);
      group = group != NULL ? group : GTK_TOGGLE_BUTTON (button);
      g_object_set_data (G_OBJECT (button), "question", GUINT_TO_POINTER (question));
      g_object_set_data (G_OBJECT (button), "value", GINT_TO_POINTER (value));
      g_signal_connect (button, "toggled", G_CALLBACK (on_point_toggled), self);
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

/* What the ends of a scale mean is to be seen, not only to be heard. */
static GtkWidget *
make_ends (const TrasQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean agree = question->kind == TRAS_QUESTION_AGREE;
  const char *words[] = { agree ? tras_question_get_meaning (question, 1) : _("Not at all likely"),
                          agree ? tras_question_get_meaning (question, 5)
                                : _("Extremely likely") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words[i], "wrap", TRUE, "xalign",
                                       (float) i, "hexpand", TRUE, NULL);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static GtkWidget *
make_words (TrasSurveySheetWindow *self,
            guint                  question)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *frame = gtk_frame_new (NULL);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_object_set (view, "top-margin", 6, "bottom-margin", 6, "left-margin", 9, "right-margin", 9,
                "height-request", 84, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tras_question_get_text (&get_form (self)->questions[question]),
                                  -1);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  self->texts->pdata[question] = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  return frame;
}

static void
show_questions (TrasSurveySheetWindow *self,
                gint64                 person_id)
{
  const TrasSurveyForm *form = get_form (self);

  self->sheet = tras_survey_sheet_new (TRAS_RECORD (self->survey)->id, person_id,
                                       form->n_questions);
  g_ptr_array_set_size (self->texts, (int) form->n_questions);
  for (guint i = 0; i < form->n_questions; i++)
    {
      gboolean words = form->questions[i].kind == TRAS_QUESTION_WORDS;
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label",
                                      tras_question_get_text (&form->questions[i]), "xalign",
                                      0.0F, "wrap", TRUE, NULL);
      GtkWidget *points = words ? make_words (self, i) : make_points (self, i);

      gtk_widget_add_css_class (text, "heading");
      gtk_accessible_update_relation (GTK_ACCESSIBLE (points), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                      text, NULL, -1);
      gtk_box_append (GTK_BOX (box), text);
      gtk_box_append (GTK_BOX (box), points);
      if (!words)
        gtk_box_append (GTK_BOX (box), make_ends (&form->questions[i]));
      gtk_box_append (self->questions, box);
    }
  gtk_stack_set_visible_child_name (self->stack, "questions");
  gtk_widget_set_visible (GTK_WIDGET (self->send_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->send_button), FALSE);
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->send_button));
  gtk_widget_child_focus (GTK_WIDGET (self->questions), GTK_DIR_TAB_FORWARD);
}

/* ---- who it is ---- */

static void
on_name_activated (TrasSurveySheetWindow *self,
                   GtkListBoxRow         *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "person");

  show_questions (self, *id);
}

static gboolean
filter_name (GtkListBoxRow *row,
             gpointer       data)
{
  TrasSurveySheetWindow *self = data;
  g_autofree char *key = NULL;

  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;
  key = tras_fold_key (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  return strstr (key, self->needle) != NULL;
}

static void
on_search_changed (TrasSurveySheetWindow *self)
{
  g_free (self->needle);
  self->needle = tras_fold_key (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->names);
}

/* Return takes the only one that is left. */
static void
on_search_activated (TrasSurveySheetWindow *self)
{
  GtkListBoxRow *row, *found = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->names, i)) != NULL; i++)
    {
      if (!gtk_widget_get_child_visible (GTK_WIDGET (row)))
        continue;
      if (found != NULL)
        return;
      found = row;
    }
  if (found != NULL)
    on_name_activated (self, found);
}

static gpointer
invites_job (TrasDb        *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SURVEY_INVITE);

  tras_query_where_int (query, "survey_id", TRAS_QUERY_EQ, *(gint64 *) data);
  tras_query_where_int (query, "done", TRAS_QUERY_EQ, 0);
  tras_query_order (query, "person_name", FALSE);

  return tras_db_select (db, query, error);
}

static void
on_invites_read (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrasSurveySheetWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) invites = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (invites == NULL)
    {
      tras_window_report_error (self->owner, error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  for (guint i = 0; i < invites->len; i++)
    {
      TrasSurveyInvite *invite = invites->pdata[i];
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                     invite->person_name, "activatable", TRUE, NULL);

      g_object_set_data_full (G_OBJECT (row), "person",
                              g_memdup2 (&invite->person_id, sizeof (gint64)), g_free);
      gtk_list_box_append (self->names, row);
    }
  gtk_stack_set_visible_child_name (self->stack, invites->len > 0 ? "names" : "nobody");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* ---- the object ---- */

static void
tras_survey_sheet_window_dispose (GObject *object)
{
  TrasSurveySheetWindow *self = TRAS_SURVEY_SHEET_WINDOW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->survey);
  g_clear_pointer (&self->sheet, tras_survey_sheet_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (tras_survey_sheet_window_parent_class)->dispose (object);
}

static void
tras_survey_sheet_window_class_init (TrasSurveySheetWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_survey_sheet_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-survey-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasSurveySheetWindow, asked);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveySheetWindow, names);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveySheetWindow, questions);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveySheetWindow, search);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveySheetWindow, send_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveySheetWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveySheetWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveySheetWindow, trouble);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
}

static void
tras_survey_sheet_window_init (TrasSurveySheetWindow *self)
{
  self->texts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->names, filter_name, self, NULL);
}

/**
 * tras_survey_sheet_present:
 * @owner: who asks
 * @store: the file
 * @survey: an open survey as it was read
 *
 * Lets somebody answer it. Where people are invited they pick their name first.
 */
void
tras_survey_sheet_present (GtkWidget  *owner,
                           TrasStore  *store,
                           TrasSurvey *survey)
{
  TrasSurveySheetWindow *self;
  const TrasSurveyForm *form;

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (TRAS_IS_SURVEY (survey));

  form = tras_survey_form_get (survey->kind);
  g_return_if_fail (form != NULL);

  self = g_object_new (TRAS_TYPE_SURVEY_SHEET, "transient-for", gtk_widget_get_root (owner), NULL);
  self->owner = owner;
  self->store = g_object_ref (store);
  self->survey = g_object_ref (survey);
  adw_window_title_set_title (self->title, survey->title);
  gtk_widget_set_visible (self->asked, form->invites);
  gtk_window_present (GTK_WINDOW (self));
  if (form->invites)
    tras_store_run_async (store, tras_survey_sheet_present, invites_job,
                          g_memdup2 (&TRAS_RECORD (survey)->id, sizeof (gint64)), g_free,
                          (GDestroyNotify) g_ptr_array_unref, NULL, on_invites_read,
                          g_object_ref (self));
  else
    show_questions (self, 0);
}

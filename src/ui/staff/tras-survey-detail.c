/* tras-survey-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-entry-row.h"
#include "tras-message-dialog.h"
#include "tras-number.h"
#include "tras-reference-row.h"
#include "tras-survey-bars.h"
#include "tras-survey-detail.h"
#include "tras-survey-forms.h"
#include "tras-survey-sheet.h"
#include "tras-survey-steps.h"
#include "tras-survey-words.h"
#include "tras-window.h"

struct _TrasSurveyDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  GtkBox *bars;
  GtkImage *state_icon;
  GtkLabel *answered;
  GtkLabel *definition;
  GtkLabel *figure;
  GtkLabel *state;
  GtkLabel *what;
  GtkListBox *areas;
  GtkListBox *words;
  GtkWidget *areas_group;
  GtkWidget *bars_group;
  GtkWidget *buttons;
  GtkWidget *invite_button;
  GtkWidget *words_group;

  /* owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrasSurveyDetail, tras_survey_detail, TRAS_TYPE_DETAIL)

static TrasSurvey *
get_survey (TrasSurveyDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasSurveyDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

/* ---- what can be done ---- */

static void
on_answer (TrasSurveyDetail *self)
{
  if (get_survey (self) != NULL)
    tras_survey_sheet_present (GTK_WIDGET (self), get_store (self), get_survey (self));
}

static void
on_invite (TrasSurveyDetail *self)
{
  if (get_survey (self) != NULL)
    tras_survey_forms_invite (GTK_WIDGET (self), get_store (self), get_survey (self));
}

static gpointer
close_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return GINT_TO_POINTER (tras_survey_close (db, *(gint64 *) data, tras_day_today (), error));
}

static void
on_closed (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasSurveyDetail) self = user_data;
  g_autoptr (GError) error = NULL;

  if (tras_store_run_finish (TRAS_STORE (object), result, &error) == NULL)
    tras_window_report_error (GTK_WIDGET (self), error);
  else
    tras_window_toast (GTK_WIDGET (self), _("The survey is closed"));
}

static void
on_close_asked (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrasSurveyDetail) self = user_data;
  TrasSurvey *survey = get_survey (self);

  if (tras_message_dialog_finish (result) && survey != NULL)
    tras_store_run_async (get_store (self), on_close_asked, close_job,
                          g_memdup2 (&TRAS_RECORD (survey)->id, sizeof (gint64)), g_free, NULL,
                          NULL, on_closed, g_object_ref (self));
}

static void
on_close (TrasSurveyDetail *self)
{
  g_autofree char *answered = NULL;
  g_autofree char *body = NULL;

  if (get_survey (self) == NULL)
    return;

  answered = tras_survey_words_dup_answered (get_survey (self));
  /* Translators: before a survey is closed; %s says how many have answered */
  body = g_strdup_printf (_("%s. Nobody can answer it any more, and it cannot be opened again: "
                            "two results, one answer apart, would give that answer away."),
                          answered);
  tras_message_dialog_ask (GTK_WIDGET (self), _("Close the Survey?"), body, _("_Close Survey"),
                           TRAS_ANSWER_DESTRUCTIVE, on_close_asked, g_object_ref (self));
}

/* ---- what it says ---- */

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    {
      if (GTK_IS_LIST_BOX (box))
        gtk_list_box_remove (GTK_LIST_BOX (box), child);
      else
        gtk_box_remove (GTK_BOX (box), child);
    }
}

static void
add_area (TrasSurveyDetail     *self,
          TrasSurvey           *survey,
          const TrasSurveyArea *area)
{
  g_autofree char *answers =
    g_strdup_printf (ngettext ("%u answer", "%u answers", area->n), area->n);
  g_autofree char *figure =
    isnan (area->figure) ? g_strdup (_("not shown")) : tras_survey_words_dup_figure (survey,
                                                                                     area->figure);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 area->name != NULL ? area->name : _("Areas with few answers"),
                                 "subtitle", answers, NULL);
  GtkWidget *label = gtk_label_new (figure);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->areas, row);
}

static void
show_result (TrasSurveyDetail *self,
             TrasSurvey       *survey,
             TrasSurveyResult *result)
{
  gboolean shown = result != NULL && result->state == TRAS_SURVEY_SHOWN;
  g_autofree char *what = tras_survey_words_dup_state (survey, result);
  g_autofree char *figure = NULL;

  clear (GTK_WIDGET (self->bars));
  clear (GTK_WIDGET (self->areas));
  clear (GTK_WIDGET (self->words));
  gtk_label_set_label (self->what, what);
  gtk_widget_set_visible (GTK_WIDGET (self->figure), shown);
  if (shown)
    {
      figure = tras_survey_words_dup_figure (survey, result->figure);
      gtk_label_set_label (self->figure, figure);
      for (guint i = 0; i < result->counts->len; i++)
        gtk_box_append (self->bars, tras_survey_bars_new (&g_array_index (result->counts,
                                                                          TrasSurveyCount, i)));
      for (guint i = 0; i < result->areas->len; i++)
        add_area (self, survey, &g_array_index (result->areas, TrasSurveyArea, i));
      for (guint i = 0; i < result->words->len; i++)
        gtk_list_box_append (self->words,
                             g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                           result->words->pdata[i], "title-lines", 0, NULL));
    }
  gtk_widget_set_visible (self->bars_group, shown);
  gtk_widget_set_visible (self->areas_group, shown && result->areas->len > 0);
  gtk_widget_set_visible (self->words_group, shown && result->words->len > 0);
}

static gpointer
read_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_survey_result_load (db, data, error);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TrasSurveyDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSurveyResult) found = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (found == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tras_window_report_error (GTK_WIDGET (self), error);
    }
  else if (get_survey (self) != NULL && get_store (self) == TRAS_STORE (object))
    {
      show_result (self, get_survey (self), found);
    }
}

/* ---- the object ---- */

static void
tras_survey_detail_record_changed (TrasDetail *detail,
                                   gpointer    record)
{
  TrasSurveyDetail *self = TRAS_SURVEY_DETAIL (detail);
  TrasSurvey *survey = record;
  const TrasNumberFormat *format = tras_number_format_get_default ();
  const TrasSurveyForm *form;
  g_autofree char *answered = NULL;
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;
  gboolean open;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (record == NULL)
    return;

  open = tras_survey_is_open (survey);
  form = tras_survey_form_get (survey->kind);
  answered = tras_survey_words_dup_answered (survey);
  day = tras_number_format_date_medium (format, open ? survey->opened_on : survey->closed_on);
  /* Translators: a survey; %s is a day */
  words = open ? g_strdup_printf (_("Open since %s"), day)
               /* Translators: a survey; %s is a day */
               : g_strdup_printf (_("Closed on %s"), day);
  gtk_label_set_label (self->state, words);
  gtk_label_set_label (self->answered, answered);
  gtk_label_set_label (self->definition, tras_survey_form_get_definition (form));
  gtk_image_set_from_icon_name (self->state_icon,
                                open ? "tras-open-symbolic" : "tras-meets-symbolic");
  gtk_widget_set_visible (self->buttons, open && !tras_store_is_read_only (get_store (self)));
  gtk_widget_set_visible (self->invite_button, form->invites);
  show_result (self, survey, NULL);
  if (open)
    return;

  self->cancellable = g_cancellable_new ();
  tras_store_run_async (get_store (self), tras_survey_detail_record_changed, read_job,
                        g_object_ref (record), g_object_unref,
                        (GDestroyNotify) tras_survey_result_free, self->cancellable, on_read,
                        g_object_ref (self));
}

/* Whoever comes to a survey that is open comes to answer it. */
static void
tras_survey_detail_enter (TrasDetail *detail)
{
  TrasSurveyDetail *self = TRAS_SURVEY_DETAIL (detail);

  if (!gtk_widget_get_visible (self->buttons) ||
      !gtk_widget_child_focus (self->buttons, GTK_DIR_TAB_FORWARD))
    TRAS_DETAIL_CLASS (tras_survey_detail_parent_class)->enter (detail);
}

static void
tras_survey_detail_dispose (GObject *object)
{
  TrasSurveyDetail *self = TRAS_SURVEY_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tras_survey_detail_parent_class)->dispose (object);
}

static void
tras_survey_detail_class_init (TrasSurveyDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_survey_detail_dispose;
  TRAS_DETAIL_CLASS (klass)->enter = tras_survey_detail_enter;
  TRAS_DETAIL_CLASS (klass)->record_changed = tras_survey_detail_record_changed;

  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-survey-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, answered);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, areas);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, areas_group);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, bars);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, bars_group);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, definition);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, figure);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, invite_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, what);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, words);
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyDetail, words_group);
  gtk_widget_class_bind_template_callback (widget_class, on_answer);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_invite);
}

static void
tras_survey_detail_init (TrasSurveyDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* tras-review-stage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-chart-view.h"
#include "tras-review-card.h"
#include "tras-review-missing.h"
#include "tras-review-people.h"
#include "tras-review-stage.h"
#include "tras-review-usual.h"
#include "tras-review-words.h"
#include "tras-sentence.h"
#include "tras-verdict-strip.h"

/* How many periods a chart shows: two quarters are a trend that is still read from afar. */
#define PERIODS 26

struct _TrasReviewStage
{
  AdwBin parent_instance;

  /* template widgets */
  AdwBin *card;
  GtkBox *head;
  GtkBox *present;
  GtkLabel *outcome;
  GtkLabel *overline;
  GtkLabel *question;
  GtkLabel *story_hint;
  GtkLabel *subtitle;
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *value_note;
  GtkScrolledWindow *card_scroller;
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  GtkTextView *story;
  GtkWidget *value_box;
  TrasChartView *chart;
  TrasReviewAsk *ask;
  TrasVerdictStrip *verdict;

  /* borrowed */
  TrasReviewDesk *desk;
  TrasReviewEnd *end;

  TrasPlace place;
};

G_DEFINE_FINAL_TYPE (TrasReviewStage, tras_review_stage, ADW_TYPE_BIN)

static void
set_words (GtkLabel   *label,
           const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

/* ---- stories ---- */

typedef struct
{
  TrasPlace place;
  char *topic;
} Story;

static void
story_free (gpointer data)
{
  Story *story = data;

  g_free (story->topic);
  g_free (story);
}

static TrasEdit *
make_story (TrasMeeting      *meeting,
            const TrasMoment *moment,
            gpointer          data)
{
  return tras_meeting_make_story (meeting, moment, ((Story *) data)->topic);
}

static char *
dup_story (TrasReviewStage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->story);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
take_story (TrasReviewStage *self)
{
  g_autofree char *topic = dup_story (self);
  Story *story;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (*topic == '\0' || tras_review_desk_get_stop (self->desk)->kind != TRAS_STOP_STORY)
    return;

  story = g_new0 (Story, 1);
  story->topic = g_steal_pointer (&topic);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->story), "", 0);
  tras_review_desk_step (self->desk, make_story, story, story_free);
}

/* A story is a sentence or two: Enter ends it, with Shift it goes on in a new line. */
static gboolean
on_story_key (TrasReviewStage *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (state & GDK_SHIFT_MASK)
        return GDK_EVENT_PROPAGATE;
      take_story (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                              keyval == GDK_KEY_Tab ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * tras_review_stage_write:
 * @self: a stage with a story that nobody has told yet
 *
 * Puts the cursor where it is written.
 */
void
tras_review_stage_write (TrasReviewStage *self)
{
  g_return_if_fail (TRAS_IS_REVIEW_STAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->story));
}

/* ---- what is on show ---- */

static char *
dup_subtitle (const TrasPoint *point)
{
  const char *parts[4] = { NULL };
  guint n = 0;

  if (point->row != NULL)
    {
      TrasIndicator *indicator = point->row->series->indicator;

      if (indicator->area_name != NULL)
        parts[n++] = indicator->area_name;
      if (indicator->owner_name != NULL)
        parts[n++] = indicator->owner_name;
    }
  else if (point->goal != NULL && point->goal->goal->area_name != NULL)
    {
      parts[n++] = point->goal->goal->area_name;
    }
  else if (point->record != NULL && TRAS_IS_DEVIATION (point->record))
    {
      parts[n++] = TRAS_DEVIATION (point->record)->code;
    }
  if (n == 0 && point->item->subject_code != NULL)
    parts[n++] = point->item->subject_code;

  return g_strjoinv (" · ", (char **) parts);
}

static void
show_value (TrasReviewStage *self,
            const TrasPoint *point)
{
  TrasIndicatorSeries *series = point->row != NULL ? point->row->series : NULL;
  g_autofree char *seen = tras_review_words_dup_seen (point);
  g_autofree char *period = NULL;
  gboolean is_same = FALSE;

  if (seen != NULL && series->n > 0 && point->item->seen_on != TRAS_DAY_NONE)
    {
      gint32 index = tras_period_index (series->every, point->item->seen_on);

      for (gsize i = 0; i < series->n; i++)
        is_same = is_same || (series->periods[i] == index &&
                              series->values[i] == point->item->seen_value);
      period = tras_sentence_period (series->every, index, tras_number_format_get_default ());
    }
  set_words (self->value, seen);
  /* What has changed since is told: the minutes have what was seen. */
  set_words (self->value_note, period == NULL || is_same ? period : _("changed since it was seen"));
  gtk_widget_set_visible (self->value_box, seen != NULL);
}

static void
show_head (TrasReviewStage *self,
           const TrasStop  *stop,
           const TrasPoint *point)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  const char *part = tras_part_get_label (stop->part);
  g_autofree char *reason = NULL;
  g_autofree char *overline = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (point == NULL)
    {
      set_words (self->overline, NULL);
      set_words (self->title, stop->kind == TRAS_STOP_PRESENT     ? _("Who is here?")
                              : stop->kind == TRAS_STOP_USUAL     ? _("Nothing unusual")
                              : tras_meeting_has_ended (meeting) ? _("The review is over")
                                                                 : _("What we leave with"));
      set_words (self->subtitle, NULL);
      gtk_widget_set_visible (self->value_box, FALSE);
      return;
    }

  reason = tras_reason_dup_words (point, tras_day_today ());
  /* Translators: a part of the meeting and why something is talked about */
  overline = g_strdup_printf (_("%s · %s"), part, reason);
  title = tras_point_dup_subject (point);
  subtitle = dup_subtitle (point);
  set_words (self->overline, overline);
  set_words (self->title, title);
  set_words (self->subtitle, subtitle);
  show_value (self, point);
}

static void
show_foot (TrasReviewStage *self,
           const TrasPoint *point)
{
  g_autofree char *question = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *both = NULL;

  if (point != NULL)
    {
      question = tras_review_words_dup_question (point);
      outcome = tras_review_words_dup_outcome (point);
      if (outcome != NULL && point->item->said != NULL)
        /* Translators: what came of a subject, and what was said */
        both = g_strdup_printf (_("%s: “%s”"), outcome, point->item->said);
      else if (point->item->said != NULL)
        both = g_strdup_printf (_("“%s”"), point->item->said);
    }
  set_words (self->question, point != NULL && tras_point_is_done (point) ? NULL : question);
  set_words (self->outcome, both != NULL ? both : outcome);
}

static void
show_body (TrasReviewStage *self,
           const TrasStop  *stop,
           const TrasPoint *point)
{
  TrasMeeting *meeting = tras_review_desk_get_meeting (self->desk);
  const char *page = "card";

  if (stop->kind == TRAS_STOP_PRESENT)
    page = "present";
  else if (stop->kind == TRAS_STOP_READ_BACK)
    page = "end";
  else if (stop->kind == TRAS_STOP_STORY)
    page = "story";
  else if (point == NULL)
    page = "usual";
  else if (point->row != NULL)
    page = "chart";

  gtk_widget_set_visible (GTK_WIDGET (self->verdict), g_str_equal (page, "chart"));
  if (g_str_equal (page, "chart"))
    {
      tras_chart_view_set_series (self->chart, point->row->series);
      tras_verdict_strip_show (self->verdict, point->row->series, FALSE);
    }
  else if (g_str_equal (page, "card"))
    {
      adw_bin_set_child (self->card, tras_review_card_new (point, meeting->data->goals,
                                                           meeting->data->firm->currency));
    }
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
show (TrasReviewStage *self)
{
  const TrasStop *stop = tras_review_desk_get_stop (self->desk);
  const TrasPoint *point = tras_review_desk_get_point (self->desk);
  TrasPlace place;

  tras_stop_get_place (stop, &place);
  if (point != NULL)
    place.item_id = TRAS_RECORD (point->item)->id;
  show_head (self, stop, point);
  show_foot (self, point);
  show_body (self, stop, point);

  /* Another subject begins at its top, and with its own words. */
  if (place.kind != self->place.kind || place.part != self->place.part ||
      place.item_id != self->place.item_id || place.nth != self->place.nth)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->card_scroller), 0);
      if (place.kind == TRAS_STOP_STORY)
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->story), "", 0);
    }
  self->place = place;
}

static void
on_moved (TrasReviewStage *self)
{
  tras_review_ask_close (self->ask);
  show (self);
}

static void
on_ask_closed (TrasReviewStage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* What is asked is in sight, once it has a place. */
static gboolean
reveal_ask (gpointer data)
{
  TrasReviewStage *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (tras_review_ask_is_open (self->ask))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return G_SOURCE_REMOVE;
}

static void
on_ask_mapped (TrasReviewStage *self)
{
  g_idle_add_full (G_PRIORITY_LOW, reveal_ask, g_object_ref (self), g_object_unref);
}

/* ---- the object ---- */

static void
tras_review_stage_class_init (TrasReviewStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRAS_TYPE_CHART_VIEW);
  g_type_ensure (TRAS_TYPE_REVIEW_ASK);
  g_type_ensure (TRAS_TYPE_VERDICT_STRIP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/review/review-stage.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, ask);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, card);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, card_scroller);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, chart);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, head);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, outcome);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, overline);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, present);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, question);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, story);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, story_hint);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, title);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, value);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, value_box);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, value_note);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewStage, verdict);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_mapped);
  gtk_widget_class_bind_template_callback (widget_class, take_story);
  gtk_widget_class_set_css_name (widget_class, "reviewstage");
}

static void
tras_review_stage_init (TrasReviewStage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tras_chart_view_set_periods (self->chart, PERIODS);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_story_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->story), key);
}

/**
 * tras_review_stage_new:
 * @desk: where the meeting is
 *
 * Returns: (transfer floating): its stage
 */
GtkWidget *
tras_review_stage_new (TrasReviewDesk *desk)
{
  TrasReviewStage *self = g_object_new (TRAS_TYPE_REVIEW_STAGE, NULL);

  self->desk = desk;
  gtk_box_append (self->present, tras_review_people_new (desk, -1));
  gtk_box_append (self->present, tras_review_label_new (_("Numbers not here yet"), "title-4"));
  gtk_box_append (self->present, tras_review_missing_new (desk));
  gtk_stack_add_named (self->stack, tras_review_usual_new (desk), "usual");
  self->end = TRAS_REVIEW_END (tras_review_end_new (desk));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->end), "end");
  g_signal_connect_object (desk, "loaded", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * tras_review_stage_get_ask:
 * @self: a stage
 *
 * Returns: (transfer none): where sentences are asked for
 */
TrasReviewAsk *
tras_review_stage_get_ask (TrasReviewStage *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_STAGE (self), NULL);

  return self->ask;
}

/**
 * tras_review_stage_get_end:
 * @self: a stage
 *
 * Returns: (transfer none): the page that is read back
 */
TrasReviewEnd *
tras_review_stage_get_end (TrasReviewStage *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_STAGE (self), NULL);

  return self->end;
}

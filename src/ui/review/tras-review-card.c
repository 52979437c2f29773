/* tras-review-card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-words.h"
#include "tras-goal-warnings.h"
#include "tras-goal-words.h"
#include "tras-indicator-chart.h"
#include "tras-number.h"
#include "tras-pace-meter.h"
#include "tras-review-card.h"
#include "tras-review-words.h"
#include "tras-sentence.h"
#include "tras-small-chart.h"
#include "tras-spark.h"
#include "tras-training-words.h"

#define SPARK_WIDTH 260
#define SPARK_HEIGHT 96

/* A card is a column of what matters, each with what it is called before it. */
typedef struct
{
  GtkGrid *grid;
  int n_rows;
} Card;

static void
add_widget (Card       *card,
            const char *name,
            GtkWidget  *widget)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_valign (widget, GTK_ALIGN_BASELINE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (card->grid, label, 0, card->n_rows, 1, 1);
  gtk_grid_attach (card->grid, widget, 1, card->n_rows, 1, 1);
  card->n_rows++;
}

static void
add (Card       *card,
     const char *name,
     const char *value)
{
  if (value != NULL && *value != '\0')
    add_widget (card, name, tras_review_label_new (value, NULL));
}

static void
add_date (Card       *card,
          const char *name,
          TrasDay     day)
{
  g_autofree char *date = tras_goal_words_dup_date (day);

  add (card, name, date);
}

/* How it stands: shape, word and colour. */
static void
add_state (Card       *card,
           const char *icon,
           const char *css_class,
           const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 24);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), tras_review_label_new (words, "title-3"));
  gtk_widget_add_css_class (box, css_class);
  gtk_grid_attach (card->grid, box, 0, card->n_rows, 2, 1);
  card->n_rows++;
}

static void
add_money (Card       *card,
           gint64      planned,
           gint64      spent,
           const char *currency)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *of = NULL;
  g_autofree char *is = NULL;
  g_autofree char *both = NULL;

  if (planned == 0 && spent == 0)
    return;

  of = tras_number_format_money (format, planned, currency);
  is = tras_number_format_money (format, spent, currency);
  /* Translators: money or hours spent of those planned: “120 € of 200 €” */
  both = g_strdup_printf (_("%s of %s"), is, of);
  add (card, _("Money"), both);
}

static void
add_hours (Card   *card,
           gint64  planned,
           gint64  spent)
{
  g_autofree char *of = NULL;
  g_autofree char *is = NULL;
  g_autofree char *both = NULL;

  if (planned == 0 && spent == 0)
    return;

  of = tras_action_words_dup_hours (planned);
  is = tras_action_words_dup_hours (spent);
  /* Translators: money or hours spent of those planned: “120 € of 200 €” */
  both = g_strdup_printf (_("%s of %s"), is, of);
  add (card, _("Hours"), both);
}

static void
show_action (Card       *card,
             TrasAction *action,
             const char *currency)
{
  TrasDay today = tras_day_today ();
  g_autofree char *state = tras_action_words_dup_state (action, today);
  g_autofree char *first = tras_goal_words_dup_date (action->first_due_on);
  g_autofree char *moved = NULL;

  add_state (card, tras_action_words_get_icon (action, today),
             tras_action_words_get_class (action, today), state);
  add (card, _("Who"), action->owner_name);
  add_date (card, _("Due"), action->due_on);
  if (action->moved > 0)
    {
      moved = g_strdup_printf (ngettext ("%d time; first due %s", "%d times; first due %s",
                                         (gulong) action->moved), (int) action->moved, first);
      add (card, C_("date", "Moved"), moved);
      add (card, _("Because"), action->moved_why);
    }
  add (card, _("Serves"), action->serves);
  add (card, _("Done when"), action->done_when);
  add_money (card, action->planned_money, action->spent_money, currency);
  add_hours (card, action->planned_minutes, action->spent_minutes);
  add (card, _("Result"), action->result);
}

static const char *
get_choice (gpointer    record,
            const char *field)
{
  const TrasTable *table = tras_record_get_table (record);
  const TrasField *what = tras_table_find_field (table, field);
  const char *word = tras_record_get_text (record, what);

  return word != NULL ? tras_choice_get_label (what->choices, word) : NULL;
}

static void
show_deviation (Card          *card,
                TrasDeviation *deviation)
{
  gboolean is_closed = g_strcmp0 (deviation->state, "closed") == 0;
  g_autofree char *open = g_strdup_printf (ngettext ("%d of %d open", "%d of %d open",
                                                     (gulong) deviation->actions),
                                           (int) deviation->open_actions,
                                           (int) deviation->actions);

  add_state (card, is_closed ? "tras-meets-symbolic" : "tras-open-symbolic",
             is_closed ? "tras-better" : "tras-usual", get_choice (deviation, "state"));
  add (card, _("Who"), deviation->owner_name);
  add_date (card, _("Since"), deviation->opened_on);
  add (card, _("Indicator"), deviation->indicator_name);
  add (card, _("Effect"), deviation->effect);
  add (card, _("Contained"), deviation->contained);
  add (card, _("Cause"), deviation->cause);
  add (card, _("Kind of cause"), get_choice (deviation, "cause_kind"));
  if (deviation->actions > 0)
    add (card, _("Actions"), open);
  add_date (card, _("Check on"), deviation->check_on);
  add (card, _("Effective?"), get_choice (deviation, "effective"));
  add (card, _("Evidence"), deviation->evidence);
}

static void
show_experiment (Card           *card,
                 TrasExperiment *experiment,
                 const char     *currency)
{
  gboolean is_over = experiment->stop_on <= tras_day_today ();
  const char *words = experiment->closed_on != TRAS_DAY_NONE ? C_("experiment", "Closed")
                      : is_over                              ? _("Has come to its stop date")
                                                             : _("Goes on");

  add_state (card, is_over ? "tras-late-symbolic" : "tras-open-symbolic",
             is_over ? "tras-worse" : "tras-usual", words);
  add (card, _("To test it"), experiment->test);
  add (card, _("We measure"), experiment->indicator_name);
  add (card, _("Right if"), experiment->right_if);
  add (card, _("Who"), experiment->owner_name);
  add_date (card, _("Stops"), experiment->stop_on);
  if (experiment->limit_money > 0)
    {
      g_autofree char *limit = tras_number_format_money (tras_number_format_get_default (),
                                                         experiment->limit_money, currency);

      add (card, _("Cost limit"), limit);
    }
  add (card, _("What we saw"), experiment->observed);
  add (card, _("What we learned"), experiment->learned);
  add (card, _("What comes next"), get_choice (experiment, "next"));
}

static void
add_effect_chart (Card                *card,
                  TrasIndicatorSeries *series,
                  TrasEffect          *effect,
                  const char          *sentence)
{
  g_autoptr (TrasTrendChart) chart = NULL;
  GtkWidget *small;

  if (series->n == 0)
    return;

  chart = tras_indicator_chart_new_effect (series, effect, tras_number_format_get_default ());
  small = g_object_new (TRAS_TYPE_SMALL_CHART, "hexpand", TRUE, NULL);
  tras_small_chart_show (TRAS_SMALL_CHART (small), chart, sentence);
  gtk_grid_attach (card->grid, small, 0, card->n_rows++, 2, 1);
}

static void
show_decision (Card         *card,
               TrasDecision *decision)
{
  add_state (card, "tras-hit-or-miss-symbolic", "tras-usual", _("To be looked at again"));
  add (card, _("Why"), decision->why);
  add (card, _("By"), decision->by_name);
  add_date (card, _("Decided"), decision->decided_on);
  add_date (card, _("Look again on"), decision->revisit_on);
  add (card, _("Indicator"), decision->indicator_name);
  add (card, _("Goal"), decision->goal_title);
  add (card, _("Deviation"), decision->deviation_fact);
}

/* What was wanted, what the numbers say, and the verdict that they speak for. */
static char *
dup_effect_words (const TrasPoint *point,
                  const char      *sentence)
{
  TrasIndicator *indicator = point->moves->series->indicator;
  g_autofree char *wish = tras_training_words_dup_wish (TRAS_TRAINING (point->record),
                                                        indicator->unit,
                                                        (int) indicator->decimals);
  g_autofree char *words = NULL;

  if (point->item->seen_state != NULL)
    /* Translators: what the numbers say, and the verdict that they speak for */
    words = g_strdup_printf (_("%s Proposed: %s."), sentence,
                             tras_training_words_get_verdict (point->item->seen_state));
  else
    words = g_strdup (sentence);

  return wish != NULL ? g_strjoin (" ", wish, words, NULL) : g_steal_pointer (&words);
}

static void
show_training (Card            *card,
               const TrasPoint *point)
{
  TrasTraining *training = TRAS_TRAINING (point->record);
  TrasEffect effect;

  add_state (card, "tras-hit-or-miss-symbolic", "tras-usual",
             training->verdict != NULL ? tras_training_words_get_verdict (training->verdict)
                                       : C_("training", "Effect due"));
  add (card, _("Indicator"), training->indicator_name);
  add (card, _("Skill"), training->skill_name);
  if (point->effect != NULL)
    add_date (card, C_("training", "Held"), point->effect->last_held);
  if (tras_point_get_effect (point, &effect))
    {
      TrasIndicatorSeries *series = point->moves->series;
      g_autofree char *sentence = tras_sentence_effect (series, &effect,
                                                        tras_number_format_get_default ());
      g_autofree char *words = dup_effect_words (point, sentence);

      gtk_grid_attach (card->grid, tras_review_label_new (words, NULL), 0, card->n_rows++, 2, 1);
      add_effect_chart (card, series, &effect, sentence);
    }
}

static void
add_target (Card             *card,
            TrasTargetStatus *target)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *wanted = NULL;
  g_autofree char *current = NULL;
  GtkWidget *spark;

  if (target->series == NULL)
    return;

  wanted = tras_goal_words_dup_target (target);
  current = tras_goal_words_dup_current (target);
  spark = tras_spark_new (target);
  gtk_widget_set_size_request (spark, SPARK_WIDTH, SPARK_HEIGHT);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), tras_review_label_new (target->series->indicator->name,
                                                          "heading"));
  gtk_box_append (GTK_BOX (words), tras_review_label_new (wanted, NULL));
  gtk_box_append (GTK_BOX (words), tras_review_label_new (current, "dim-label"));
  gtk_box_append (GTK_BOX (row), spark);
  gtk_box_append (GTK_BOX (row), words);
  gtk_widget_add_css_class (row, "target");
  gtk_grid_attach (card->grid, row, 0, card->n_rows, 2, 1);
  card->n_rows++;
}

static void
show_goal (Card           *card,
           TrasGoalBoard  *board,
           TrasGoalStatus *status,
           const char     *currency)
{
  g_autofree char *state = tras_goal_words_dup_state (status);
  g_autofree char *children = tras_goal_words_dup_children (status);
  g_autofree char *progress = tras_goal_words_dup_progress (status->pace.progress,
                                                            status->pace.elapsed);
  GtkWidget *meter = tras_pace_meter_new ();

  add_state (card, tras_goal_words_get_icon (status), tras_goal_words_get_class (status), state);
  tras_pace_meter_show (TRAS_PACE_METER (meter), status);
  gtk_widget_set_size_request (meter, -1, 27);
  gtk_grid_attach (card->grid, meter, 0, card->n_rows++, 2, 1);
  gtk_grid_attach (card->grid, tras_review_label_new (progress, "dim-label"), 0, card->n_rows++,
                   2, 1);
  for (guint i = 0; i < status->targets->len; i++)
    add_target (card, status->targets->pdata[i]);
  add (card, _("Who"), status->goal->owner_name);
  add_date (card, _("Due"), status->goal->due_on);
  add (card, _("Why"), status->goal->why);
  add (card, _("Child goals"), children);
  for (guint warning = TRAS_GOAL_NO_TARGET; warning <= TRAS_GOAL_LAST_WARNING; warning <<= 1)
    {
      g_autofree char *words = status->warnings & warning
                                 ? tras_goal_warning_dup_words (warning, board, status) : NULL;

      add (card, _("Warning"), words);
    }
  add_money (card, status->goal->planned_money, status->goal->spent_money, currency);
}

/**
 * tras_review_card_new:
 * @point: a point that is no indicator
 * @goals: how all goals are going
 * @currency: the firm's currency
 *
 * Returns: (transfer floating): what, who, when, how it stands, and where it hangs
 */
GtkWidget *
tras_review_card_new (const TrasPoint *point,
                      TrasGoalBoard   *goals,
                      const char      *currency)
{
  Card card = { GTK_GRID (gtk_grid_new ()), 0 };

  gtk_grid_set_row_spacing (card.grid, 12);
  gtk_grid_set_column_spacing (card.grid, 18);
  gtk_widget_add_css_class (GTK_WIDGET (card.grid), "review-card");
  if (point->goal != NULL)
    show_goal (&card, goals, point->goal, currency);
  else if (point->record == NULL)
    add (&card, "", point->item->topic == NULL ? _("It was deleted meanwhile.") : NULL);
  else if (TRAS_IS_ACTION (point->record))
    show_action (&card, TRAS_ACTION (point->record), currency);
  else if (TRAS_IS_DEVIATION (point->record))
    show_deviation (&card, TRAS_DEVIATION (point->record));
  else if (TRAS_IS_EXPERIMENT (point->record))
    show_experiment (&card, TRAS_EXPERIMENT (point->record), currency);
  else if (TRAS_IS_TRAINING (point->record))
    show_training (&card, point);
  else
    show_decision (&card, TRAS_DECISION (point->record));

  return GTK_WIDGET (card.grid);
}

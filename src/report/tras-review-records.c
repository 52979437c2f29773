/* tras-review-records.c: deviations, actions, goals, experiments and decisions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-pace-bar.h"
#include "tras-review-private.h"
#include "tras-sentence.h"

#define PACE_BAR_WIDTH 84.0

/* What a record's choice is called on screen. */
static const char *
get_choice_label (gpointer    record,
                  const char *name,
                  const char *word)
{
  const TrasField *field = tras_table_find_field (tras_record_get_table (record), name);

  return tras_choice_get_label (field->choices, word);
}

void
tras_review_add_deviations (const TrasReviewWriter *self)
{
  const TrasReportColumn columns[] = {
    { _("Code"), TRAS_ALIGN_START, 50 },
    { _("What went off course"), TRAS_ALIGN_START, 0 },
    { _("Owner"), TRAS_ALIGN_START, 110 },
    { _("State"), TRAS_ALIGN_START, 80 },
    { _("Next check"), TRAS_ALIGN_START, 80 },
  };
  TrasReportTable *table;

  tras_report_writer_add_heading (&self->writer, _("Open deviations"));
  if (self->data->deviations->len == 0)
    {
      tras_report_writer_add_nothing (&self->writer, _("No deviation is open."));
      return;
    }

  table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->deviations->len; i++)
    {
      TrasDeviation *deviation = self->data->deviations->pdata[i];
      g_autofree char *about = tras_report_join (deviation->indicator_name, deviation->area_name);
      g_autofree char *actions = NULL;

      if (deviation->open_actions > 0)
        actions = g_strdup_printf (ngettext ("%u open action", "%u open actions",
                                             (gulong) deviation->open_actions),
                                   (guint) deviation->open_actions);
      tras_report_table_add_row (table);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, deviation->code, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, deviation->fact, about);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, deviation->owner_name, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL,
                                  get_choice_label (deviation, "state", deviation->state),
                                  actions);
      tras_report_writer_add_date (&self->writer, table, deviation->check_on, self->data->day,
                                   NULL);
    }
  tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}

/* What was done about a deviation is looked at again: did it help? */
void
tras_review_add_checks (const TrasReviewWriter *self)
{
  const TrasReportColumn columns[] = {
    { _("Check on"), TRAS_ALIGN_START, 80 },
    { _("Code"), TRAS_ALIGN_START, 50 },
    { _("What went off course"), TRAS_ALIGN_START, 0 },
    { _("Owner"), TRAS_ALIGN_START, 110 },
  };
  TrasReportTable *table;

  tras_report_writer_add_heading (&self->writer, _("Deviations to check"));
  if (self->data->checks->len == 0)
    {
      tras_report_writer_add_nothing (&self->writer,
                                      _("No deviation has come to the day of its check."));
      return;
    }

  table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->checks->len; i++)
    {
      TrasDeviation *deviation = self->data->checks->pdata[i];

      tras_report_table_add_row (table);
      tras_report_writer_add_date (&self->writer, table, deviation->check_on, self->data->day,
                                   NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, deviation->code, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, deviation->fact, deviation->cause);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, deviation->owner_name, NULL);
    }
  tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}

static void
add_action (const TrasReviewWriter *self,
            TrasReportTable        *table,
            TrasAction             *action)
{
  gboolean late = tras_review_data_is_late (self->data, action);
  guint days = late ? (guint) (self->data->day - action->due_on) : 0;
  const char *state = g_strcmp0 (action->state, "open") != 0
                        ? get_choice_label (action, "state", action->state) : NULL;
  g_autofree char *about = tras_report_join (state, action->serves);
  g_autofree char *lateness = NULL;
  g_autofree char *moved = NULL;

  if (days > 0)
    lateness = g_strdup_printf (ngettext ("%u day late", "%u days late", days), days);
  if (action->moved > 0)
    moved = g_strdup_printf (ngettext ("moved %u time", "moved %u times", (gulong) action->moved),
                             (guint) action->moved);

  tras_report_table_add_row (table);
  tras_report_writer_add_date (&self->writer, table, action->due_on, self->data->day, lateness);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, action->title, about);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, action->owner_name, NULL);
  tras_report_table_add_text (table, action->moved > 1 ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL,
                              moved, NULL);
}

void
tras_review_add_actions (const TrasReviewWriter *self)
{
  const TrasReportColumn columns[] = {
    { _("Due"), TRAS_ALIGN_START, 80 },
    { _("Action"), TRAS_ALIGN_START, 0 },
    { _("Owner"), TRAS_ALIGN_START, 110 },
    { "", TRAS_ALIGN_START, 90 },
  };
  GPtrArray *actions = self->data->actions;
  TrasReportTable *table;

  tras_report_writer_add_heading (&self->writer, _("Actions due or late"));
  if (actions->len == 0)
    {
      tras_report_writer_add_nothing (&self->writer,
                                      _("No action is late or due by the end of next week."));
      return;
    }

  /* By due date: the late ones come first. */
  table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < actions->len; i++)
    {
      if (i == 0 && self->data->n_late > 0)
        tras_report_table_add_group (table, _("Late"));
      if (i == self->data->n_late)
        tras_report_table_add_group (table, _("Due by the end of next week"));
      add_action (self, table, actions->pdata[i]);
    }
  tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}

static void
paint_pace (cairo_t         *cr,
            TrasReportStyle *style,
            const TrasRect  *rect,
            gpointer         data)
{
  tras_pace_bar_draw (data, cr, tras_report_style_get_palette (style), rect,
                      tras_report_style_get_mirrored (style));
}

/* How far behind it is, where its state is told by what to do about it. */
static const char *
get_pace_word (const TrasGoalStatus *status)
{
  static const TrasOutlook words[] = {
    [TRAS_PACE_UNKNOWN] = TRAS_OUTLOOK_UNKNOWN,
    [TRAS_PACE_ON_PACE] = TRAS_OUTLOOK_ON_PACE,
    [TRAS_PACE_BEHIND] = TRAS_OUTLOOK_BEHIND,
    [TRAS_PACE_FAR_BEHIND] = TRAS_OUTLOOK_FAR_BEHIND,
    [TRAS_PACE_WORSE] = TRAS_OUTLOOK_WORSE,
  };
  TrasOutlook word = words[status->pace.state];

  return word != status->outlook ? tras_outlook_get_label (word) : NULL;
}

static void
add_goal (const TrasReviewWriter *self,
          TrasReportTable        *table,
          TrasGoalStatus         *status)
{
  TrasGoal *goal = status->goal;
  gboolean bad = status->pace.state >= TRAS_PACE_FAR_BEHIND;
  TrasPaceBar *bar = g_new (TrasPaceBar, 1);

  *bar = (TrasPaceBar) {
    .progress = status->pace.progress,
    .expected = status->pace.elapsed,
    .glyph = bad ? TRAS_GLYPH_WORSE_DOWN : TRAS_GLYPH_NONE,
  };
  tras_report_table_add_row (table);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, goal->title, goal->area_name);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, goal->owner_name, NULL);
  tras_report_table_add_picture (table, PACE_BAR_WIDTH, paint_pace, bar, g_free);
  tras_report_table_add_text (table, bad ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL,
                              tras_outlook_get_label (status->outlook), get_pace_word (status));
  tras_report_writer_add_date (&self->writer, table, goal->due_on, self->data->day, NULL);
}

void
tras_review_add_goals (const TrasReviewWriter *self)
{
  const TrasReportColumn columns[] = {
    { _("Goal"), TRAS_ALIGN_START, 0 },
    { _("Owner"), TRAS_ALIGN_START, 100 },
    { _("Progress"), TRAS_ALIGN_START, PACE_BAR_WIDTH },
    { _("State"), TRAS_ALIGN_START, 90 },
    { _("Due"), TRAS_ALIGN_START, 80 },
  };
  TrasReportTable *table;

  tras_report_writer_add_heading (&self->writer, _("Goals off pace"));
  if (self->data->off_pace->len == 0)
    {
      tras_report_writer_add_nothing (&self->writer,
                               self->data->goals->goals->len == 0 ? _("There are no goals yet.")
                                                                  : _("No goal is off pace."));
      return;
    }

  table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->off_pace->len; i++)
    add_goal (self, table, self->data->off_pace->pdata[i]);
  tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}

void
tras_review_add_experiments (const TrasReviewWriter *self)
{
  const TrasReportColumn columns[] = {
    { _("Code"), TRAS_ALIGN_START, 50 },
    { _("We believe"), TRAS_ALIGN_START, 0 },
    { _("Owner"), TRAS_ALIGN_START, 110 },
    { _("Stops"), TRAS_ALIGN_START, 80 },
  };
  TrasReportTable *table;

  tras_report_writer_add_heading (&self->writer, _("Experiments to conclude"));
  if (self->data->experiments->len == 0)
    {
      tras_report_writer_add_nothing (&self->writer, _("No experiment has come to its stop date."));
      return;
    }

  table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->experiments->len; i++)
    {
      TrasExperiment *experiment = self->data->experiments->pdata[i];

      tras_report_table_add_row (table);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, experiment->code, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, experiment->believe,
                                  experiment->right_if);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, experiment->owner_name, NULL);
      tras_report_writer_add_date (&self->writer, table, experiment->stop_on, self->data->day,
                                   NULL);
    }
  tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}

void
tras_review_add_decisions (const TrasReviewWriter *self)
{
  const TrasReportColumn columns[] = {
    { _("Look again"), TRAS_ALIGN_START, 80 },
    { _("Decision"), TRAS_ALIGN_START, 0 },
    { _("By"), TRAS_ALIGN_START, 110 },
    { _("Decided"), TRAS_ALIGN_START, 80 },
  };
  TrasReportTable *table;

  tras_report_writer_add_heading (&self->writer, _("Decisions to look at again"));
  if (self->data->revisits->len == 0)
    {
      tras_report_writer_add_nothing (&self->writer, _("No decision asks to be looked at again."));
      return;
    }

  table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->data->revisits->len; i++)
    {
      TrasDecision *decision = self->data->revisits->pdata[i];
      g_autofree char *decided = NULL;

      decided = tras_number_format_date_medium (self->writer.format, decision->decided_on);
      tras_report_table_add_row (table);
      tras_report_writer_add_date (&self->writer, table, decision->revisit_on, self->data->day,
                                   NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, decision->what, decision->why);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, decision->by_name, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, decided, NULL);
    }
  tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}

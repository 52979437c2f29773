/* tras-minutes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-error.h"
#include "tras-minutes.h"
#include "tras-report-writer.h"
#include "tras-sentence.h"

typedef struct
{
  TrasReportWriter writer;
  TrasMeeting *meeting;
} Minutes;

/* ---- the head ---- */

/* The names of those who were there, or were not; NULL for nobody. */
static char *
dup_names (TrasMeeting *meeting,
           gboolean     present)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < meeting->people->len; i++)
    {
      TrasReviewPerson *row = meeting->attendance->pdata[i];
      TrasPerson *person = meeting->people->pdata[i];

      /* Who is not in the record was not expected. */
      if (TRAS_RECORD (row)->version > 0 && row->present == present)
        g_ptr_array_add (names, person->name);
    }
  g_ptr_array_add (names, NULL);

  return names->len > 1 ? g_strjoinv (", ", (char **) names->pdata) : NULL;
}

static void
add_fact (TrasReportTable *table,
          const char      *name,
          const char      *text)
{
  if (text == NULL)
    return;

  tras_report_table_add_row (table);
  tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, name, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, text, NULL);
}

static char *
dup_length (TrasMeeting *meeting)
{
  guint minutes = (guint) ((meeting->review->seconds + 30) / 60);
  guint planned = (guint) meeting->review->planned_minutes;

  /* Translators: how long a meeting took, and how long it was to take */
  return g_strdup_printf (ngettext ("%u minute of %u planned", "%u minutes of %u planned", minutes),
                          minutes, planned);
}

static char *
dup_usefulness (const Minutes *self)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *mean = NULL;
  guint n_answers;

  for (guint i = 0; i < self->meeting->attendance->len; i++)
    {
      TrasReviewPerson *row = self->meeting->attendance->pdata[i];

      if (row->usefulness != TRAS_NULL)
        g_array_append_val (answers, row->usefulness);
    }
  n_answers = answers->len;
  if (n_answers == 0)
    return NULL;
  mean = tras_number_format_real (self->writer.format,
                                  tras_review_mean_usefulness ((const gint64 *) (void *)
                                                               answers->data, n_answers) / 10.0,
                                  1);

  /* Translators: a mean such as 8.2, and how many people answered */
  return g_strdup_printf (ngettext ("%s of 10, %u answer", "%s of 10, %u answers", n_answers), mean,
                          n_answers);
}

static void
add_head (const Minutes *self,
          const char    *subtitle)
{
  const TrasReportColumn columns[] = {
    { "", TRAS_ALIGN_START, 110 },
    { "", TRAS_ALIGN_START, 0 },
  };
  TrasMeeting *meeting = self->meeting;
  TrasReportTable *table = tras_report_writer_new_table (&self->writer, columns,
                                                         G_N_ELEMENTS (columns));
  g_autofree char *present = dup_names (meeting, TRUE);
  g_autofree char *absent = dup_names (meeting, FALSE);
  g_autofree char *length = dup_length (meeting);
  g_autofree char *usefulness = dup_usefulness (self);

  tras_report_writer_add_text (&self->writer, TRAS_TEXT_TITLE, meeting->data->firm->name, 0);
  tras_report_writer_add_text (&self->writer, TRAS_TEXT_SUBTITLE, subtitle, 2);
  add_fact (table, C_("minutes", "Present"), present);
  add_fact (table, C_("minutes", "Absent"), absent);
  add_fact (table, _("Chair"), meeting->review->chair_name);
  add_fact (table, _("Minutes by"), meeting->review->keeper_name);
  add_fact (table, _("Length"), length);
  add_fact (table, _("Usefulness"), usefulness);
  add_fact (table, _("Closing note"), meeting->review->closing_note);
  tras_report_table_finish (table, self->writer.pages, 14);
}

/* ---- what comes of it ---- */

static const char *
get_kind (TrasReviewResult *result)
{
  if (result->action_id != 0)
    return _("Action");
  if (result->deviation_id != 0)
    return _("Deviation");
  if (result->decision_id != 0)
    return _("Decision");

  return _("Experiment");
}

static void
add_results (const Minutes *self)
{
  const TrasReportColumn columns[] = {
    { C_("date", "By"), TRAS_ALIGN_START, 80 },
    { _("What"), TRAS_ALIGN_START, 0 },
    { _("Who"), TRAS_ALIGN_START, 110 },
    { "", TRAS_ALIGN_START, 70 },
  };
  GPtrArray *results = self->meeting->results;
  TrasReportTable *table;

  tras_report_writer_add_heading (&self->writer, _("Decided and promised"));
  if (results->len == 0)
    {
      tras_report_writer_add_nothing (&self->writer, _("Nothing was decided or promised."));
      return;
    }

  table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < results->len; i++)
    {
      TrasReviewResult *result = results->pdata[i];

      tras_report_table_add_row (table);
      tras_report_writer_add_date (&self->writer, table, result->due_on, TRAS_DAY_NONE, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_STRONG, result->what, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL, result->owner_name, NULL);
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, get_kind (result), result->code);
    }
  tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}

/* ---- what was talked about ---- */

static const char *
get_label (GType       type,
           const char *field,
           const char *word)
{
  const TrasTable *table = tras_record_type_get_table (type);

  return word != NULL ? tras_choice_get_label (tras_table_find_field (table, field)->choices, word)
                      : NULL;
}

/* The number or the state that the meeting saw. */
static char *
dup_seen (const Minutes   *self,
          const TrasPoint *point)
{
  TrasReviewItem *item = point->item;
  g_autofree char *value = NULL;
  g_autofree char *why = NULL;

  why = tras_reason_dup_words (point, self->meeting->data->day);
  if (point->row == NULL || isnan (item->seen_value))
    return g_steal_pointer (&why);
  value = tras_sentence_value (point->row->series, item->seen_value, self->writer.format);

  return tras_report_join (value, why);
}

/* How the subject left the meeting, where that changed it. */
static char *
dup_left (const Minutes   *self,
          const TrasPoint *point)
{
  TrasReviewItem *item = point->item;
  const char *outcome = get_label (TRAS_TYPE_REVIEW_ITEM, "outcome", item->outcome);
  g_autofree char *date = NULL;

  if (item->left_on != TRAS_DAY_NONE && item->left_on != item->seen_on &&
      g_strcmp0 (item->outcome, "later") == 0)
    {
      date = tras_number_format_date_medium (self->writer.format, item->left_on);
      /* Translators: %s is a date */
      return g_strdup_printf (_("New date: %s"), date);
    }
  if (item->training_id != 0 && item->left_state != NULL)
    return g_strdup (get_label (TRAS_TYPE_TRAINING, "verdict", item->left_state));
  if (item->action_id != 0 && item->left_state != NULL)
    return g_strdup (get_label (TRAS_TYPE_ACTION, "state", item->left_state));
  if (item->deviation_id != 0 && item->left_state != NULL)
    return g_strdup (get_label (TRAS_TYPE_DEVIATION, "state", item->left_state));

  return g_strdup (outcome);
}

static void
add_point (const Minutes   *self,
           TrasReportTable *table,
           const TrasPoint *point)
{
  g_autofree char *subject = tras_point_dup_subject (point);
  g_autofree char *seen = point->reason != TRAS_REASON_STORY ? dup_seen (self, point) : NULL;
  g_autofree char *left = dup_left (self, point);

  tras_report_table_add_row (table);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, subject, seen);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, point->item->said, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, left, NULL);
}

static gboolean
is_told (const TrasPoint *point)
{
  return tras_point_is_done (point) && (g_strcmp0 (point->item->outcome, "nothing") != 0 ||
                                        point->item->said != NULL);
}

static void
add_points (const Minutes *self)
{
  const TrasReportColumn columns[] = {
    { _("Subject"), TRAS_ALIGN_START, 0 },
    { _("What was said"), TRAS_ALIGN_START, 0 },
    { _("Outcome"), TRAS_ALIGN_START, 110 },
  };
  GPtrArray *points = self->meeting->points;
  TrasReportTable *table = NULL;
  int part = -1;

  tras_report_writer_add_heading (&self->writer, _("Talked about"));
  for (guint i = 0; i < points->len; i++)
    {
      TrasPoint *point = points->pdata[i];

      if (!is_told (point))
        continue;
      if (table == NULL)
        table = tras_report_writer_new_table (&self->writer, columns, G_N_ELEMENTS (columns));
      if (part != (int) point->part)
        tras_report_table_add_group (table, tras_part_get_label (point->part));
      part = (int) point->part;
      add_point (self, table, point);
    }
  if (table == NULL)
    tras_report_writer_add_nothing (&self->writer, _("Nothing was talked about."));
  else
    tras_report_table_finish (table, self->writer.pages, TRAS_REPORT_GAP);
}

/* What was passed in silence is counted, and what was not reached is named. */
static void
add_rest (const Minutes *self)
{
  GPtrArray *points = self->meeting->points;
  g_autoptr (GString) open = g_string_new (NULL);
  g_autofree char *passed = NULL;
  g_autofree char *rest = NULL;
  guint n_passed = 0;

  for (guint i = 0; i < points->len; i++)
    {
      TrasPoint *point = points->pdata[i];
      g_autofree char *subject = tras_point_dup_subject (point);

      if (tras_point_is_done (point))
        n_passed += !is_told (point);
      else if (point->reason != TRAS_REASON_STORY)
        g_string_append_printf (open, "%s%s", open->len > 0 ? " · " : "", subject);
    }
  if (n_passed > 0)
    {
      passed = g_strdup_printf (ngettext ("Nothing unusual: %u point.",
                                          "Nothing unusual: %u points.", n_passed), n_passed);
      tras_report_writer_add_text (&self->writer, TRAS_TEXT_DIM, passed, 8);
    }
  if (open->len > 0)
    {
      /* Translators: the points of a meeting that it did not come to */
      rest = g_strdup_printf (_("Not reached: %s"), open->str);
      tras_report_writer_add_text (&self->writer, TRAS_TEXT_BODY, rest, 8);
    }
}

/* ---- the whole ---- */

/**
 * tras_minutes_new:
 * @meeting: a meeting that has begun, which may have been loaded on another thread
 * @format: how to write numbers and dates
 * @width: of a page, in points; %TRAS_A4_WIDTH where nobody chose a paper
 * @height: likewise
 *
 * First what comes of it, with names and dates; then what was talked about. The words are in the
 * language that the process has now.
 *
 * Returns: (transfer full): the minutes as pages
 */
TrasReport *
tras_minutes_new (TrasMeeting            *meeting,
                  const TrasNumberFormat *format,
                  double                  width,
                  double                  height)
{
  g_autofree char *week = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  Minutes self = { .meeting = meeting };
  TrasReport *report;

  g_return_val_if_fail (meeting != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  week = tras_number_format_week_of_year (format, meeting->week_on);
  /* Translators: the firm's name, and the week as "W47 2026" */
  title = g_strdup_printf (_("%s · Minutes of the review %s"), meeting->data->firm->name, week);
  name = tras_report_join (week, meeting->review->area_name);
  /* Translators: the week as "W47 2026", and the area where it is an area's meeting */
  subtitle = g_strdup_printf (_("Minutes of the weekly review · %s"), name);

  report = tras_report_new (title, meeting->data->firm->name, width, height);
  self.writer = (TrasReportWriter) {
    tras_report_get_pages (report), tras_report_get_style (report), format,
  };
  add_head (&self, subtitle);
  add_results (&self);
  add_points (&self);
  add_rest (&self);

  return report;
}

/**
 * tras_minutes_write:
 * @db: a connection
 * @week: any day of the week that was reviewed
 * @area_id: the area that held the meeting, 0 for the firm
 * @language: (nullable): whose numbers and dates to write, %NULL for the user's. Words are in the
 *   language of the process, which the caller sets before
 * @path: where; a file of that name is replaced in one step
 * @error: %TRAS_ERROR_NOT_FOUND where there was no meeting, and what reading the firm and
 *   tras_report_write() may fail with
 *
 * Returns: whether the minutes stand in the file as a PDF of A4 pages
 */
gboolean
tras_minutes_write (TrasDb      *db,
                    TrasDay      week,
                    gint64       area_id,
                    const char  *language,
                    const char  *path,
                    GError     **error)
{
  const TrasNumberFormat *format = language != NULL ? tras_number_format_for_language (language)
                                                    : tras_number_format_get_default ();
  g_autoptr (TrasMeeting) meeting = NULL;
  g_autoptr (TrasReport) report = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  meeting = tras_meeting_load (db, week, area_id, error);
  if (meeting == NULL)
    return FALSE;
  if (!tras_meeting_has_begun (meeting))
    {
      g_autofree char *name = tras_number_format_week_of_year (format, meeting->week_on);

      /* Translators: %s is a week */
      g_set_error (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND, _("No review was held in %s"), name);
      return FALSE;
    }
  report = tras_minutes_new (meeting, format, TRAS_A4_WIDTH, TRAS_A4_HEIGHT);

  return tras_report_write (report, path, error);
}

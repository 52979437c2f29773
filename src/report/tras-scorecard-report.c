/* tras-scorecard-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tras-firm.h"
#include "tras-indicator-cells.h"
#include "tras-report-writer.h"
#include "tras-scorecard-report.h"
#include "tras-sentence.h"

/* As many as the window shows at first. */
#define N_CELLS 13
#define FIRST_CELL 5
#define N_COLUMNS (FIRST_CELL + N_CELLS + 1)
#define CELL_MOST 80

/* How large everything is: as in other reports, down to what can still be read in the hand. A table
 * for which that is not enough goes on over more pages at a pleasant size. */
#define SCALE_MOST 0.85
#define SCALE_LEAST 0.56
#define SCALE_LONG 0.75
#define SCALE_STEP 0.02

/* What is written, at one scale. */
typedef struct
{
  TrasReportWriter writer;
  TrasScorecard *scorecard;
  const TrasScorecardFilter *filter;
  GArray *lines;
  guint first_cell;
  guint n_cells;
} Card;

static char *
dup_period (const Card *self,
            TrasEvery   every,
            guint       cell)
{
  const TrasNumberFormat *format = self->writer.format;
  guint back = self->n_cells - 1 - cell;
  TrasDay day = tras_period_start (every, tras_period_index (every, self->scorecard->day) -
                                            (gint32) back);
  int year, month, month_day;

  tras_day_split (day, &year, &month, &month_day);
  switch (every)
    {
    case TRAS_EVERY_DAY:
      return g_strdup_printf ("%d", month_day);
    case TRAS_EVERY_WEEK:
      return tras_number_format_week (format, day);
    case TRAS_EVERY_MONTH:
      return g_strdup (format->months[month - 1]);
    default:
      g_return_val_if_reached (NULL);
    }
}

static TrasEvery
get_every (const Card *self,
           guint       line)
{
  return g_array_index (self->lines, TrasScorecardLine, line).every;
}

/* The head names the periods of the first group. Others name theirs if they differ from those that
 * were named last, or from the head, which may stand right above them on another page. */
static void
add_group (const Card      *self,
           TrasReportTable *table,
           guint            place)
{
  const TrasScorecardLine *line = &g_array_index (self->lines, TrasScorecardLine, place);

  /* TRANSLATORS: the name of a group of indicators that has none */
  tras_report_table_add_group (table, line->group != NULL ? line->group : C_("group", "Others"));
  if (place == 0 || (line->every == get_every (self, 0) &&
                     line->every == get_every (self, place - 1)))
    return;

  for (guint i = 1; i < FIRST_CELL; i++)
    tras_report_table_add_text (table, TRAS_TEXT_COLUMN, NULL, NULL);
  for (guint i = 0; i < self->n_cells; i++)
    {
      g_autofree char *period = dup_period (self, line->every, i);

      tras_report_table_add_text (table, TRAS_TEXT_COLUMN, period, NULL);
    }
}

/* What is known to be missing has a dot, what nobody has measured yet nothing. */
static void
add_cell (const Card          *self,
          TrasReportTable     *table,
          TrasIndicatorSeries *series,
          const TrasCell      *cell)
{
  TrasTextRole role = cell->variation > TRAS_VARIATION_COMMON ? TRAS_TEXT_CELL_STRONG
                                                              : TRAS_TEXT_CELL;
  g_autofree char *value = NULL;

  if (cell->state == TRAS_CELL_MEASURED)
    value = tras_number_format_real (self->writer.format, cell->value,
                                     (int) series->indicator->decimals);
  else if (cell->state == TRAS_CELL_ABSENT)
    value = g_strdup ("·");
  tras_report_table_add_text (table, role, value, NULL);
}

static void
add_row (const Card             *self,
         TrasReportTable        *table,
         const TrasScorecardRow *row)
{
  TrasIndicatorSeries *series = row->series;
  gboolean is_signal = tras_indicator_series_is_signal (series);
  TrasTextRole role = is_signal ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL;
  g_autofree char *name = tras_indicator_cells_dup_name (series->indicator);
  g_autofree char *target = tras_indicator_cells_dup_target (series, self->writer.format);
  g_autofree char *now = NULL;

  if (row->newest != NULL)
    now = tras_sentence_value (series, row->newest->value, self->writer.format);

  tras_report_table_add_row (table);
  tras_report_table_add_text (table, role, name, NULL);
  tras_indicator_cells_add_verdict (table, series);
  tras_report_table_add_text (table, role, now, NULL);
  tras_report_table_add_text (table, TRAS_TEXT_CELL, target, NULL);
  for (guint i = 0; i < self->n_cells; i++)
    add_cell (self, table, series, &row->cells[self->first_cell + i]);
  for (guint i = self->n_cells; i < N_CELLS; i++)
    tras_report_table_add_text (table, TRAS_TEXT_CELL, NULL, NULL);
  tras_indicator_cells_add_sparkline (table, row, self->first_cell, self->n_cells);
}

static TrasReportTable *
make_table (const Card *self)
{
  TrasReportColumn columns[N_COLUMNS] = {
    { _("Indicator"), TRAS_ALIGN_START, 0 },
    { _("Against usual"), TRAS_ALIGN_START, 88 },
    { _("Against target"), TRAS_ALIGN_START, 84 },
    { _("Newest"), TRAS_ALIGN_END, 90 },
    { _("Target"), TRAS_ALIGN_END, 90 },
  };
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  TrasReportTable *table;

  for (guint i = 0; i < N_CELLS; i++)
    {
      char *period = self->lines->len > 0 && i < self->n_cells
                       ? dup_period (self, get_every (self, 0), i) : g_strdup ("");

      g_ptr_array_add (periods, period);
      columns[FIRST_CELL + i] = (TrasReportColumn) { period, TRAS_ALIGN_END, CELL_MOST };
    }
  columns[N_COLUMNS - 1] = (TrasReportColumn) { C_("column", "Trend"), TRAS_ALIGN_START,
                                                TRAS_SPARKLINE_WIDTH };

  table = tras_report_writer_new_table (&self->writer, columns, N_COLUMNS);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const TrasScorecardLine *line = &g_array_index (self->lines, TrasScorecardLine, i);

      if (line->row != NULL)
        add_row (self, table, line->row);
      else
        add_group (self, table, i);
    }

  return table;
}

static guint
count_rows (const Card *self,
            guint      *n_signals)
{
  guint n = 0;

  *n_signals = 0;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const TrasScorecardLine *line = &g_array_index (self->lines, TrasScorecardLine, i);

      n += line->row != NULL;
      *n_signals += line->row != NULL && tras_indicator_series_is_signal (line->row->series);
    }

  return n;
}

/* Who reads a part must not take it for the whole. */
static char *
dup_summary (const Card *self)
{
  guint n_signals, n = count_rows (self, &n_signals);
  guint all = self->scorecard->rows->len;
  g_autofree char *day = tras_number_format_date_medium (self->writer.format,
                                                         self->scorecard->day);
  g_autofree char *signals = NULL;
  g_autofree char *part = NULL;

  /* TRANSLATORS: how many indicators are unusual, and how many there are */
  signals = g_strdup_printf (ngettext ("%u of %u indicators says something.",
                                       "%u of %u indicators say something.", n_signals),
                             n_signals, n);
  if (self->filter->retired)
    part = g_strdup (_("Retired indicators"));
  else if (n < all)
    /* TRANSLATORS: how many indicators are printed, and how many the firm has */
    part = g_strdup_printf (ngettext ("%u of %u indicator is shown.",
                                      "%u of %u indicators are shown.", n), n, all);

  return part != NULL ? g_strjoin (" · ", day, signals, part, NULL)
                      : g_strjoin (" · ", day, signals, NULL);
}

/* The scale at which no number is broken, at most as large as other reports. */
static double
find_widest_scale (const Card *self,
                   double      page_width)
{
  TrasReportTable *table = make_table (self);
  double width = tras_report_table_get_width (table);
  TrasPageLayout *scratch = tras_page_layout_new (page_width, page_width);
  TrasRect content;

  tras_page_layout_get_content (scratch, &content);
  tras_report_table_finish (table, scratch, 0);
  tras_page_layout_free (scratch);

  return CLAMP (content.width / width, SCALE_LEAST, SCALE_MOST);
}

static TrasReport *
make_report (Card       *self,
             const char *title,
             const char *firm,
             double      width,
             double      height,
             double      scale)
{
  TrasReport *report = tras_report_new_scaled (title, firm, width, height, scale);
  g_autofree char *summary = dup_summary (self);

  self->writer.pages = tras_report_get_pages (report);
  self->writer.style = tras_report_get_style (report);
  tras_report_writer_add_text (&self->writer, TRAS_TEXT_TITLE, title, 0);
  tras_report_writer_add_text (&self->writer, TRAS_TEXT_SUBTITLE, summary, TRAS_REPORT_GAP);
  if (self->lines->len == 0)
    tras_report_writer_add_nothing (&self->writer, _("There are no indicators yet."));
  else
    tras_report_table_finish (make_table (self), self->writer.pages, 2 * TRAS_REPORT_GAP);

  return report;
}

/**
 * tras_scorecard_report_new:
 * @scorecard: the scorecard
 * @filter: which of its rows, and what stands together
 * @firm: the firm's name
 * @format: how to write numbers and dates
 * @width: of a page, in points; broad rather than high, as A4 on its side
 * @height: likewise
 *
 * Everything is drawn as small as it takes to have all rows on one page, as long as it can be read:
 * on A4 that goes up to some 40 indicators. What is longer goes on with its head repeated.
 *
 * Returns: (transfer full): the scorecard's newest 13 periods as pages
 */
TrasReport *
tras_scorecard_report_new (TrasScorecard             *scorecard,
                           const TrasScorecardFilter *filter,
                           const char                *firm,
                           const TrasNumberFormat    *format,
                           double                     width,
                           double                     height)
{
  g_autoptr (TrasReportStyle) style = NULL;
  g_autoptr (TrasReport) report = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autofree char *week = NULL;
  g_autofree char *title = NULL;
  Card card;
  double scale, widest;

  g_return_val_if_fail (scorecard != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);
  g_return_val_if_fail (firm != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  style = tras_report_style_new (PANGO_DIRECTION_NEUTRAL);
  lines = tras_scorecard_lines_new (scorecard, filter);
  card = (Card) {
    .writer = { NULL, style, format },
    .scorecard = scorecard,
    .filter = filter,
    .lines = lines,
    .n_cells = MIN (scorecard->n_cells, N_CELLS),
  };
  card.first_cell = scorecard->n_cells - card.n_cells;

  week = tras_number_format_week_of_year (format, scorecard->day);
  /* TRANSLATORS: the firm's name, and the week as "W47 2026" */
  title = g_strdup_printf (_("%s · Scorecard %s"), firm, week);

  widest = find_widest_scale (&card, width);
  for (scale = widest; scale >= SCALE_LEAST - 1e-9; scale -= SCALE_STEP)
    {
      g_clear_object (&report);
      report = make_report (&card, title, firm, width, height, scale);
      if (tras_report_get_n_pages (report) == 1)
        return g_steal_pointer (&report);
    }

  return make_report (&card, title, firm, width, height, MIN (widest, SCALE_LONG));
}

/**
 * tras_scorecard_report_write:
 * @db: a connection
 * @day: the day that the scorecard is seen from
 * @language: (nullable): whose numbers and dates to write, %NULL for the user's. Words are in the
 *   language of the process, which the caller sets before
 * @path: where; a file of that name is replaced in one step
 * @error: what reading the firm may fail with, and the errors of tras_report_write()
 *
 * All indicators in use, by area.
 *
 * Returns: whether the scorecard stands in the file as a PDF of A4 on its side
 */
gboolean
tras_scorecard_report_write (TrasDb      *db,
                             TrasDay      day,
                             const char  *language,
                             const char  *path,
                             GError     **error)
{
  const TrasNumberFormat *format = language != NULL ? tras_number_format_for_language (language)
                                                    : tras_number_format_get_default ();
  const TrasScorecardFilter all = { .grouping = TRAS_SCORECARD_BY_AREA };
  g_autoptr (TrasScorecard) scorecard = NULL;
  g_autoptr (TrasReport) report = NULL;
  g_autoptr (TrasFirm) firm = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (day >= TRAS_DAY_MIN && day <= TRAS_DAY_MAX, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  firm = tras_firm_load (db, error);
  if (firm == NULL)
    return FALSE;
  scorecard = tras_scorecard_load (db, day, N_CELLS, error);
  if (scorecard == NULL)
    return FALSE;

  report = tras_scorecard_report_new (scorecard, &all, firm->name, format, TRAS_A4_HEIGHT,
                                      TRAS_A4_WIDTH);

  return tras_report_write (report, path, error);
}

/* tras-review-sections.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the order of the meeting. A section with nothing in it says so, because silence could also
 * mean that nobody looked.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-review-private.h"
#include "tras-review-sections.h"

#define SECTION_GAP 24.0

/* A paragraph. */
void
tras_review_add_text (const TrasReviewWriter *self,
                      TrasTextRole            role,
                      const char             *text,
                      double                  space_before)
{
  tras_page_layout_add (self->pages,
                        tras_text_block_new (self->style, role, text, space_before));
}

/* The name of a section, which is in the table of contents too. */
void
tras_review_add_heading (const TrasReviewWriter *self,
                         const char             *text)
{
  TrasBlock *heading = tras_text_block_new (self->style, TRAS_TEXT_HEADING, text, SECTION_GAP);

  heading->outline = g_strdup (text);
  tras_page_layout_add (self->pages, heading);
}

/* What a section says that has nothing to say. */
void
tras_review_add_nothing (const TrasReviewWriter *self,
                         const char             *text)
{
  tras_review_add_text (self, TRAS_TEXT_DIM, text, TRAS_REVIEW_GAP);
}

/* A table in the review's style and language. */
TrasReportTable *
tras_review_new_table (const TrasReviewWriter *self,
                       const TrasReportColumn *columns,
                       guint                   n_columns)
{
  return tras_report_table_new (self->style, columns, n_columns, self->format->marks.decimal);
}

static char *
dup_signals_sentence (TrasReviewData *data)
{
  guint n = data->agenda->len, n_signals = data->signals->len;

  if (n == 0)
    return g_strdup (_("Nothing is measured yet."));
  if (n_signals == 0)
    return g_strdup_printf (ngettext ("The %u indicator says nothing unusual.",
                                      "None of the %u indicators says anything unusual.", n), n);

  /* TRANSLATORS: how many indicators are unusual, and how many there are */
  return g_strdup_printf (ngettext ("%u of %u indicators says something.",
                                    "%u of %u indicators say something.", n_signals),
                          n_signals, n);
}

static char *
dup_missing_sentence (TrasReviewData *data)
{
  guint n = data->missing->len;

  if (n == 0)
    return g_strdup (_("No number is missing."));

  return g_strdup_printf (ngettext ("%u number is missing.", "%u numbers are missing.", n), n);
}

static char *
dup_late_sentence (TrasReviewData *data)
{
  guint n = data->n_late;

  if (n == 0)
    return g_strdup (_("No action is late."));

  return g_strdup_printf (ngettext ("%u action is late.", "%u actions are late.", n), n);
}

static void
add_title (const TrasReviewWriter *self)
{
  TrasReviewData *data = self->data;
  g_autofree char *week = tras_number_format_week_of_year (self->format, data->week_on);
  g_autofree char *from = tras_number_format_date_medium (self->format, data->week_on);
  g_autofree char *to = tras_number_format_date_medium (self->format, data->day);
  g_autofree char *subtitle = NULL;
  g_autofree char *signals = dup_signals_sentence (data);
  g_autofree char *missing = dup_missing_sentence (data);
  g_autofree char *late = dup_late_sentence (data);
  g_autofree char *lead = NULL;

  /* TRANSLATORS: the week's name, its Monday, its Sunday */
  subtitle = g_strdup_printf (_("Weekly review · %s · %s to %s"), week, from, to);
  if (data->agenda->len == 0)
    lead = g_strdup_printf ("%s %s", signals, late);
  else
    lead = g_strdup_printf ("%s %s %s", signals, missing, late);

  tras_review_add_text (self, TRAS_TEXT_TITLE, data->firm->name, 0);
  tras_review_add_text (self, TRAS_TEXT_SUBTITLE, subtitle, 2);
  tras_review_add_text (self, TRAS_TEXT_LEAD, lead, 16);
}

/**
 * tras_review_sections_add:
 * @pages: what the review is added to
 * @style: how its texts look
 * @data: the week
 * @format: how to write numbers and dates; must outlive @pages
 *
 * Everything that the review's pages say, in the order of the meeting.
 */
void
tras_review_sections_add (TrasPageLayout         *pages,
                          TrasReportStyle        *style,
                          TrasReviewData         *data,
                          const TrasNumberFormat *format)
{
  const TrasReviewWriter writer = { pages, style, data, format };

  g_return_if_fail (pages != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (data != NULL);
  g_return_if_fail (format != NULL);

  add_title (&writer);
  tras_review_add_verdicts (&writer);
  tras_review_add_charts (&writer);
  tras_review_add_missing (&writer);
  tras_review_add_deviations (&writer);
  tras_review_add_actions (&writer);
  tras_review_add_goals (&writer);
  tras_review_add_experiments (&writer);
  tras_review_add_decisions (&writer);
}

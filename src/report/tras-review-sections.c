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
  g_autofree char *week = tras_number_format_week_of_year (self->writer.format, data->week_on);
  g_autofree char *from = tras_number_format_date_medium (self->writer.format, data->week_on);
  g_autofree char *to = tras_number_format_date_medium (self->writer.format, data->day);
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

  tras_report_writer_add_text (&self->writer, TRAS_TEXT_TITLE, data->firm->name, 0);
  tras_report_writer_add_text (&self->writer, TRAS_TEXT_SUBTITLE, subtitle, 2);
  tras_report_writer_add_text (&self->writer, TRAS_TEXT_LEAD, lead, 16);
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
  const TrasReviewWriter writer = { { pages, style, format }, data };

  g_return_if_fail (pages != NULL);
  g_return_if_fail (style != NULL);
  g_return_if_fail (data != NULL);
  g_return_if_fail (format != NULL);

  add_title (&writer);
  tras_review_add_verdicts (&writer);
  tras_review_add_charts (&writer);
  tras_review_add_missing (&writer);
  tras_review_add_deviations (&writer);
  tras_review_add_checks (&writer);
  tras_review_add_actions (&writer);
  tras_review_add_goals (&writer);
  tras_review_add_experiments (&writer);
  tras_review_add_decisions (&writer);
}

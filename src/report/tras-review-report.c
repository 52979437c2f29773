/* tras-review-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-review-report.h"
#include "tras-review-sections.h"

/**
 * tras_review_report_new:
 * @data: the week, which may have been loaded on another thread
 * @format: how to write numbers and dates
 * @width: of a page, in points; %TRAS_A4_WIDTH where nobody chose a paper
 * @height: likewise
 *
 * The pages belong to the thread that makes them. Their words are in the language that the process
 * has now.
 *
 * Returns: (transfer full): the review's pages
 */
TrasReport *
tras_review_report_new (TrasReviewData         *data,
                        const TrasNumberFormat *format,
                        double                  width,
                        double                  height)
{
  g_autofree char *week = NULL;
  g_autofree char *title = NULL;
  TrasReport *self;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  week = tras_number_format_week_of_year (format, data->week_on);
  /* TRANSLATORS: the firm's name, and the week as "W47 2026" */
  title = g_strdup_printf (_("%s · Weekly review %s"), data->firm->name, week);
  self = tras_report_new (title, data->firm->name, width, height);
  tras_review_sections_add (tras_report_get_pages (self), tras_report_get_style (self), data,
                            format);

  return self;
}

/**
 * tras_review_report_write:
 * @db: a connection
 * @week: any day of the week under review
 * @language: (nullable): whose numbers and dates to write, %NULL for the user's. Words are in the
 *   language of the process, which the caller sets before
 * @path: where; a file of that name is replaced in one step
 * @error: what reading the firm may fail with, and the errors of tras_report_write()
 *
 * Returns: whether the week's review stands in the file as a PDF of A4 pages
 */
gboolean
tras_review_report_write (TrasDb      *db,
                          TrasDay      week,
                          const char  *language,
                          const char  *path,
                          GError     **error)
{
  const TrasNumberFormat *format = language != NULL ? tras_number_format_for_language (language)
                                                    : tras_number_format_get_default ();
  g_autoptr (TrasReviewData) data = NULL;
  g_autoptr (TrasReport) report = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (week >= TRAS_DAY_MIN && week <= TRAS_DAY_MAX, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  data = tras_review_data_load (db, week, error);
  if (data == NULL)
    return FALSE;

  report = tras_review_report_new (data, format, TRAS_A4_WIDTH, TRAS_A4_HEIGHT);

  return tras_report_write (report, path, error);
}

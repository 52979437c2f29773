/* tras-report-writer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-report-writer.h"

#define SECTION_GAP 24.0

/**
 * tras_report_writer_add_text:
 * @self: a writer
 * @role: what the text is for
 * @text: a paragraph
 * @space_before: the gap above it, in points
 */
void
tras_report_writer_add_text (const TrasReportWriter *self,
                             TrasTextRole            role,
                             const char             *text,
                             double                  space_before)
{
  tras_page_layout_add (self->pages,
                        tras_text_block_new (self->style, role, text, space_before));
}

/**
 * tras_report_writer_add_heading:
 * @self: a writer
 * @text: the name of a section, which is in the table of contents too
 */
void
tras_report_writer_add_heading (const TrasReportWriter *self,
                                const char             *text)
{
  TrasBlock *heading = tras_text_block_new (self->style, TRAS_TEXT_HEADING, text, SECTION_GAP);

  heading->outline = g_strdup (text);
  tras_page_layout_add (self->pages, heading);
}

/**
 * tras_report_writer_add_nothing:
 * @self: a writer
 * @text: what a section says that has nothing to say
 */
void
tras_report_writer_add_nothing (const TrasReportWriter *self,
                                const char             *text)
{
  tras_report_writer_add_text (self, TRAS_TEXT_DIM, text, TRAS_REPORT_GAP);
}

/**
 * tras_report_writer_new_table:
 * @self: a writer
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 *
 * Returns: (transfer full): a table in the report's style and language
 */
TrasReportTable *
tras_report_writer_new_table (const TrasReportWriter *self,
                              const TrasReportColumn *columns,
                              guint                   n_columns)
{
  return tras_report_table_new (self->style, columns, n_columns, self->format->marks.decimal);
}

/**
 * tras_report_writer_add_date:
 * @self: a writer
 * @table: a table with a row under way
 * @day: a date, %TRAS_DAY_NONE for none
 * @today: the day that the report is seen from; %TRAS_DAY_NONE where none is
 * @detail: (nullable): what stands under it
 *
 * A cell with a date, in strong letters once it has come.
 */
void
tras_report_writer_add_date (const TrasReportWriter *self,
                             TrasReportTable        *table,
                             TrasDay                 day,
                             TrasDay                 today,
                             const char             *detail)
{
  gboolean has_come = today != TRAS_DAY_NONE && day <= today;
  g_autofree char *text = NULL;

  if (day == TRAS_DAY_NONE)
    {
      tras_report_table_add_text (table, TRAS_TEXT_CELL_DIM, C_("date", "not set"), NULL);
      return;
    }

  text = tras_number_format_date_medium (self->format, day);
  tras_report_table_add_text (table, has_come ? TRAS_TEXT_CELL_STRONG : TRAS_TEXT_CELL, text,
                              detail);
}

/**
 * tras_report_join:
 * @first: (nullable): a text
 * @second: (nullable): another
 *
 * Returns: (transfer full) (nullable): both, or the one that there is; %NULL for none
 */
char *
tras_report_join (const char *first,
                  const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second);
  if (second == NULL || *second == '\0')
    return g_strdup (first);

  return g_strconcat (first, " · ", second, NULL);
}

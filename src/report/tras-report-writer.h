/* tras-report-writer.h: what all reports are written with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-number.h"
#include "tras-report-table.h"

G_BEGIN_DECLS

/* Between a heading and what stands under it, in points. */
#define TRAS_REPORT_GAP 4.0

/**
 * TrasReportWriter:
 * @pages: what is added to
 * @style: how its texts look
 * @format: how to write numbers and dates
 *
 * What every part of a report needs; all borrowed.
 */
typedef struct
{
  TrasPageLayout *pages;
  TrasReportStyle *style;
  const TrasNumberFormat *format;
} TrasReportWriter;

void             tras_report_writer_add_text    (const TrasReportWriter *self,
                                                 TrasTextRole            role,
                                                 const char             *text,
                                                 double                  space_before);
void             tras_report_writer_add_heading (const TrasReportWriter *self,
                                                 const char             *text);
void             tras_report_writer_add_nothing (const TrasReportWriter *self,
                                                 const char             *text);
TrasReportTable *tras_report_writer_new_table   (const TrasReportWriter *self,
                                                 const TrasReportColumn *columns,
                                                 guint                   n_columns);
void             tras_report_writer_add_date    (const TrasReportWriter *self,
                                                 TrasReportTable        *table,
                                                 TrasDay                 day,
                                                 TrasDay                 today,
                                                 const char             *detail);
char            *tras_report_join               (const char             *first,
                                                 const char             *second);

G_END_DECLS

/* tras-report-table.h: tables that go on over pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-block.h"
#include "tras-page-layout.h"

G_BEGIN_DECLS

/**
 * TrasColumnAlign:
 * @TRAS_ALIGN_START: where lines begin
 * @TRAS_ALIGN_END: where lines end
 * @TRAS_ALIGN_DECIMAL: numbers, by their decimal mark
 *
 * How the texts of a column stand.
 */
typedef enum
{
  TRAS_ALIGN_START,
  TRAS_ALIGN_END,
  TRAS_ALIGN_DECIMAL,
} TrasColumnAlign;

/**
 * TrasReportColumn:
 * @title: what it holds, translated; "" for nothing to say
 * @align: how its texts stand
 * @most: the widest that it becomes, in points; it takes what its texts need. 0 for the rest of the
 *   page, shared with the other columns of that kind
 *
 * A column of a table.
 */
typedef struct
{
  const char *title;
  TrasColumnAlign align;
  double most;
} TrasReportColumn;

/**
 * TrasPaintFunc:
 * @cr: where to draw
 * @style: the table's style
 * @rect: the cell
 * @data: what was given to tras_report_table_add_picture()
 *
 * Draws a cell.
 */
typedef void (*TrasPaintFunc) (cairo_t         *cr,
                               TrasReportStyle *style,
                               const TrasRect  *rect,
                               gpointer         data);

typedef struct _TrasReportTable TrasReportTable;

TrasReportTable *tras_report_table_new         (TrasReportStyle         *style,
                                                const TrasReportColumn  *columns,
                                                guint                    n_columns,
                                                const char              *decimal);
void             tras_report_table_add_group   (TrasReportTable         *self,
                                                const char              *text);
TrasBlock       *tras_report_table_add_row     (TrasReportTable         *self);
void             tras_report_table_add_text    (TrasReportTable         *self,
                                                TrasTextRole             role,
                                                const char              *text,
                                                const char              *detail);
void             tras_report_table_add_glyph   (TrasReportTable         *self,
                                                TrasGlyph                glyph,
                                                TrasTextRole             role,
                                                const char              *text);
void             tras_report_table_add_picture (TrasReportTable         *self,
                                                double                   width,
                                                TrasPaintFunc            paint,
                                                gpointer                 data,
                                                GDestroyNotify           destroy);
double           tras_report_table_get_width   (TrasReportTable         *self);
void             tras_report_table_finish      (TrasReportTable         *self,
                                                TrasPageLayout          *pages,
                                                double                   space_before);

G_END_DECLS

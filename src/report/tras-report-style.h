/* tras-report-style.h: how the texts of a report look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "tras-glyph.h"
#include "tras-palette.h"

G_BEGIN_DECLS

/**
 * TrasTextRole:
 * @TRAS_TEXT_TITLE: the report's name
 * @TRAS_TEXT_SUBTITLE: what stands under it
 * @TRAS_TEXT_LEAD: what is read out first
 * @TRAS_TEXT_HEADING: a section's name
 * @TRAS_TEXT_SUBHEADING: the name of one thing in a section
 * @TRAS_TEXT_BODY: a sentence
 * @TRAS_TEXT_DIM: a sentence that nothing hangs on
 * @TRAS_TEXT_COLUMN: the name of a table's column
 * @TRAS_TEXT_GROUP: the name of some rows of a table
 * @TRAS_TEXT_CELL: a cell
 * @TRAS_TEXT_CELL_STRONG: a cell that draws the eye
 * @TRAS_TEXT_CELL_DIM: a cell that does not
 * @TRAS_TEXT_DETAIL: the second line of a cell
 * @TRAS_TEXT_RUNNING: what stands on every page
 *
 * What a text is for; its size, weight and colour follow.
 */
typedef enum
{
  TRAS_TEXT_TITLE,
  TRAS_TEXT_SUBTITLE,
  TRAS_TEXT_LEAD,
  TRAS_TEXT_HEADING,
  TRAS_TEXT_SUBHEADING,
  TRAS_TEXT_BODY,
  TRAS_TEXT_DIM,
  TRAS_TEXT_COLUMN,
  TRAS_TEXT_GROUP,
  TRAS_TEXT_CELL,
  TRAS_TEXT_CELL_STRONG,
  TRAS_TEXT_CELL_DIM,
  TRAS_TEXT_DETAIL,
  TRAS_TEXT_RUNNING,
} TrasTextRole;

typedef struct _TrasReportStyle TrasReportStyle;

TrasReportStyle            *tras_report_style_new          (PangoDirection   direction);
TrasReportStyle            *tras_report_style_ref          (TrasReportStyle *self);
void                        tras_report_style_unref        (TrasReportStyle *self);

const TrasPalette          *tras_report_style_get_palette  (TrasReportStyle *self);
const PangoFontDescription *tras_report_style_get_font     (TrasReportStyle *self);
gboolean                    tras_report_style_get_mirrored (TrasReportStyle *self);
double                      tras_report_style_get_size     (TrasReportStyle *self,
                                                            TrasTextRole     role);
PangoLayout                *tras_report_style_new_layout   (TrasReportStyle *self,
                                                            TrasTextRole     role,
                                                            const char      *text,
                                                            double           width);
void                        tras_report_style_draw_layout  (TrasReportStyle *self,
                                                            PangoLayout     *layout,
                                                            TrasTextRole     role,
                                                            cairo_t         *cr,
                                                            double           x,
                                                            double           y);
void                        tras_report_style_get_extents  (PangoLayout     *layout,
                                                            double          *width,
                                                            double          *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasReportStyle, tras_report_style_unref)

G_END_DECLS

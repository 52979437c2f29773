/* tras-report.h: pages to be looked at, printed and written alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "tras-page-layout.h"

G_BEGIN_DECLS

#define TRAS_TYPE_REPORT (tras_report_get_type ())

G_DECLARE_FINAL_TYPE (TrasReport, tras_report, TRAS, REPORT, GObject)

TrasReport      *tras_report_new           (const char   *title,
                                            const char   *author,
                                            double        width,
                                            double        height);
TrasReport      *tras_report_new_scaled    (const char   *title,
                                            const char   *author,
                                            double        width,
                                            double        height,
                                            double        scale);
void             tras_report_set_bare      (TrasReport   *self);
TrasPageLayout  *tras_report_get_pages     (TrasReport   *self);
TrasReportStyle *tras_report_get_style     (TrasReport   *self);
const char      *tras_report_get_title     (TrasReport   *self);
void             tras_report_get_page_size (TrasReport   *self,
                                            double       *width,
                                            double       *height);
guint            tras_report_get_n_pages   (TrasReport   *self);
const TrasPlace *tras_report_get_places    (TrasReport   *self,
                                            guint        *n_places);
void             tras_report_draw_page     (TrasReport   *self,
                                            cairo_t      *cr,
                                            guint         page);
GBytes          *tras_report_to_pdf        (TrasReport   *self,
                                            GError      **error);
gboolean         tras_report_write         (TrasReport   *self,
                                            const char   *path,
                                            GError      **error);

G_END_DECLS

/* tras-record-page.h: a list of records with search, filters and a detail pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In a template it has the record type, one #TrasColumn a column (child type "column"), a
 * #TrasDetail (child type "detail") and the words of the empty page. Searching, sorting, filtering,
 * selecting, opening, deleting and narrow windows are the same for all lists. It is a page of a tab
 * (#TrasInnerPage) by itself or inside of one.
 */

#pragma once

#include <adwaita.h>

#include "tras-chip.h"
#include "tras-column.h"
#include "tras-detail.h"
#include "tras-store.h"

G_BEGIN_DECLS

#define TRAS_TYPE_RECORD_PAGE (tras_record_page_get_type ())

G_DECLARE_FINAL_TYPE (TrasRecordPage, tras_record_page, TRAS, RECORD_PAGE, AdwBin)

TrasColumn *tras_record_page_get_column           (TrasRecordPage     *self,
                                                   const char         *field);
void        tras_record_page_refresh              (TrasRecordPage     *self);
void        tras_record_page_add_chip             (TrasRecordPage     *self,
                                                   const char         *label,
                                                   TrasNarrow          narrow,
                                                   gpointer            user_data);
void        tras_record_page_add_reference_filter (TrasRecordPage     *self,
                                                   const char         *field,
                                                   const char         *all_label);
void        tras_record_page_create               (TrasRecordPage     *self,
                                                   gpointer            record,
                                                   const char         *label);
void        tras_record_page_show_record          (TrasRecordPage     *self,
                                                   gint64              id);
void        tras_record_page_show_new             (TrasRecordPage     *self,
                                                   gint64              id,
                                                   gint64              edit);
void        tras_record_page_search               (TrasRecordPage     *self,
                                                   const char         *words);
gint64      tras_record_page_get_selected_id      (TrasRecordPage     *self);
TrasDetail *tras_record_page_get_detail           (TrasRecordPage     *self);

G_END_DECLS

/* tras-detail-section.h: a part of a record's pane that shows what belongs to the record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-loader.h"

G_BEGIN_DECLS

#define TRAS_TYPE_DETAIL_SECTION (tras_detail_section_get_type ())

G_DECLARE_DERIVABLE_TYPE (TrasDetailSection, tras_detail_section, TRAS, DETAIL_SECTION, AdwBin)

/**
 * TrasDetailSectionClass:
 * @loading: how it is read: a subclass sets `tables`, `job`, which gets the record's id as a
 *   #gint64 pointer, `free_result` and, where what is shown depends on the day, `is_daily`; the
 *   rest is set already
 * @show: makes the rows of what was read, after those before are gone; returns whether there is
 *   anything to say at all. What is read is the section's and stays until the next is there
 * @add: (nullable): somebody wants one more row
 *
 * A heading and rows, for a #TrasDetail in whose template it stands with its `record` bound to the
 * pane's. It reads what it shows from the pane's store, on the store's thread, and is hidden until
 * then. Rows that somebody has opened stay so when they are read anew.
 */
struct _TrasDetailSectionClass
{
  AdwBinClass parent_class;

  TrasLoading loading;

  gboolean (*show) (TrasDetailSection *self,
                    gpointer           found);
  void     (*add)  (TrasDetailSection *self);
};

void        tras_detail_section_set_title       (TrasDetailSection *self,
                                                 const char        *title,
                                                 const char        *add_words);
void        tras_detail_section_set_description (TrasDetailSection *self,
                                                 const char        *words);
void        tras_detail_section_set_can_add     (TrasDetailSection *self,
                                                 gboolean           can_add);
GtkWidget  *tras_detail_section_add_row         (TrasDetailSection *self,
                                                 GtkWidget         *row);
guint       tras_detail_section_get_n_rows      (TrasDetailSection *self);
TrasRecord *tras_detail_section_get_record      (TrasDetailSection *self);
gpointer    tras_detail_section_get_found       (TrasDetailSection *self);
TrasStore  *tras_detail_section_get_store       (TrasDetailSection *self);
gboolean    tras_detail_section_is_editable     (TrasDetailSection *self);

G_END_DECLS

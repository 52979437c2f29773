/* tras-cell-writer.h: writes what is typed into cells and on points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-indicator-series.h"
#include "tras-store.h"

G_BEGIN_DECLS

/**
 * TrasCellAct:
 * @TRAS_CELL_ACT_VALUE: there is a value
 * @TRAS_CELL_ACT_ABSENT: it is known that there is none; the note says why
 * @TRAS_CELL_ACT_NOTE: the note is another one; an empty one takes it away
 * @TRAS_CELL_ACT_LEAVE_OUT: the value does not count for the limits; the note says why
 * @TRAS_CELL_ACT_COUNT: the value counts for the limits again
 *
 * What is done to the measurement of a period.
 */
typedef enum
{
  TRAS_CELL_ACT_VALUE,
  TRAS_CELL_ACT_ABSENT,
  TRAS_CELL_ACT_NOTE,
  TRAS_CELL_ACT_LEAVE_OUT,
  TRAS_CELL_ACT_COUNT,
} TrasCellAct;

/**
 * TrasCellChange:
 * @indicator_id: the indicator
 * @period_on: the period's first day
 * @act: what is done
 * @value: the value, for %TRAS_CELL_ACT_VALUE
 * @note: (nullable): the note, where it is about one
 * @computed: whether the value is computed, so that there need not be a measurement to say
 *   something of it
 */
typedef struct
{
  gint64 indicator_id;
  TrasDay period_on;
  TrasCellAct act;
  double value;
  char *note;
  gboolean computed;
} TrasCellChange;

TrasCellChange *tras_cell_change_new       (gint64               indicator_id,
                                            TrasDay              period_on,
                                            TrasCellAct          act,
                                            double               value,
                                            const char          *note);
void            tras_cell_change_free      (TrasCellChange      *self);
TrasEdit       *tras_cell_changes_to_edit  (GPtrArray           *changes,
                                            GPtrArray           *records,
                                            const char          *label);

gboolean        tras_cell_parse_value      (TrasIndicatorSeries *series,
                                            const char          *text,
                                            double              *value,
                                            GError             **error);
char           *tras_cell_format_value     (TrasIndicatorSeries *series,
                                            double               value);

#define TRAS_TYPE_CELL_WRITER (tras_cell_writer_get_type ())

/**
 * TrasCellWriter:
 *
 * Writes one change after the other, each over what is in the file when its turn comes: whoever
 * types down a column is faster than the disk.
 */
G_DECLARE_FINAL_TYPE (TrasCellWriter, tras_cell_writer, TRAS, CELL_WRITER, GObject)

TrasCellWriter *tras_cell_writer_new       (TrasStore           *store);
void            tras_cell_writer_write     (TrasCellWriter      *self,
                                            GtkWidget           *widget,
                                            const char          *label,
                                            GPtrArray           *changes,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean        tras_cell_writer_finish    (TrasCellWriter      *self,
                                            GAsyncResult        *result,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCellChange, tras_cell_change_free)

G_END_DECLS

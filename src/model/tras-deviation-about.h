/* tras-deviation-about.h: the deviations that were made of a record, and one more of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-deviation.h"
#include "tras-edit.h"

G_BEGIN_DECLS

/**
 * TrasDeviationAbout:
 * @deviations: (element-type TrasDeviation): those that were made of the record, oldest first
 * @draft: (nullable): one more of it, with all that is known: fact, origin, and the indicator that
 *   counts such things, with its area, its owner and the period; %NULL where one is not finished,
 *   so that nothing is followed up twice
 * @proposal: (nullable): why it should be made, where a rule says so
 *
 * What of a record went off course.
 */
typedef struct
{
  GPtrArray *deviations;
  TrasDeviation *draft;
  char *proposal;
} TrasDeviationAbout;

TrasDeviationAbout *tras_deviation_about_load  (TrasDb              *db,
                                                GType                type,
                                                gint64               id,
                                                TrasDay              today,
                                                GError             **error);
void                tras_deviation_about_free  (TrasDeviationAbout  *self);
gboolean            tras_deviation_about_check (TrasEdit            *edit,
                                                TrasDb              *db,
                                                GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasDeviationAbout, tras_deviation_about_free)

G_END_DECLS

/* tras-erase-plan.h: somebody's personal data are erased
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-backup.h"
#include "tras-erasure.h"

G_BEGIN_DECLS

/**
 * TrasEraseCount:
 * @table: a table
 * @n: how many rows of it
 */
typedef struct
{
  const TrasTable *table;
  guint n;
} TrasEraseCount;

/**
 * TrasErasePlan:
 * @record: the person, candidate or customer as it was read
 * @code: what they are called without their name: the code, the number where they have none
 * @word: what stands for the name from now on
 * @values: (element-type TrasField): the fields of @record that are emptied and have something
 * @kept: (element-type TrasEraseCount): what is theirs and stays, so that figures stay true
 * @duties: (element-type TrasRecord): open goals, actions, deviations, experiments and indicators
 *   that are theirs, and have to be handed over first; orders and tickets of a customer that are
 *   open, or not paid
 * @mentions: (element-type TrasMention): other texts with the name; the plan's erasure owns them
 * @backups: (element-type TrasBackup): what still has the name afterwards, newest first
 * @officer: whether they open confidential reports
 * @reader: whether they are named among those who see what an hour of work costs
 * @here: whether they work here still
 * @done: whether nothing is left to erase
 * @shared: whether somebody else has the same name; other texts then keep it unless told otherwise
 *
 * What the erasure of a person, a candidate or a customer means, as it was read. It can be made on
 * one thread and run on another.
 */
typedef struct
{
  TrasRecord *record;
  char *code;
  char *word;
  GPtrArray *values;
  GArray *kept;
  GPtrArray *duties;
  GPtrArray *mentions;
  GPtrArray *backups;
  gboolean officer;
  gboolean reader;
  gboolean here;
  gboolean done;
  gboolean shared;

  /*< private >*/
  TrasErasure *erasure;
} TrasErasePlan;

TrasErasePlan *tras_erase_plan_load        (TrasDb         *db,
                                            GType           type,
                                            gint64          id,
                                            GError        **error);
void           tras_erase_plan_free        (TrasErasePlan  *self);
gboolean       tras_erase_plan_check       (TrasErasePlan  *self,
                                            GError        **error);
gboolean       tras_erase_plan_run         (TrasErasePlan  *self,
                                            TrasDb         *db,
                                            TrasProgress    progress,
                                            gpointer        progress_data,
                                            gint64         *edit,
                                            GError        **error);
GArray        *tras_erase_plan_list_due    (TrasDb         *db,
                                            TrasDay         today,
                                            GError        **error);
int            tras_erase_plan_run_due     (TrasDb         *db,
                                            TrasDay         today,
                                            GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasErasePlan, tras_erase_plan_free)

G_END_DECLS

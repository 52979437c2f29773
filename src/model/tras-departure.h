/* tras-departure.h: somebody leaves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit.h"
#include "tras-person.h"
#include "tras-work-book.h"

G_BEGIN_DECLS

/**
 * TrasDeparture:
 * @person: who leaves
 * @posts: (element-type TrasPost): their posts
 * @absences: (element-type TrasAbsence): their absences
 * @work: when they work
 *
 * What ends when somebody leaves, as it was read.
 */
typedef struct
{
  TrasPerson *person;
  GPtrArray *posts;
  GPtrArray *absences;
  TrasWorkBook *work;
} TrasDeparture;

TrasDeparture *tras_departure_load      (TrasDb         *db,
                                         gint64          person_id,
                                         GError        **error);
void           tras_departure_free      (TrasDeparture  *self);
TrasEdit      *tras_departure_new_edit  (TrasDeparture  *self,
                                         TrasDay         day,
                                         const char     *why);
char          *tras_departure_dup_words (TrasDeparture  *self,
                                         TrasDay         day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasDeparture, tras_departure_free)

G_END_DECLS

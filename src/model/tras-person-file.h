/* tras-person-file.h: everything about one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-erase-plan.h"
#include "tras-firm.h"
#include "tras-person-edits.h"
#include "tras-person.h"

G_BEGIN_DECLS

/**
 * TrasPersonPart:
 * @table: a table
 * @reference: the field by which its rows refer to the person
 * @records: (element-type TrasRecord): those that do
 */
typedef struct
{
  const TrasTable *table;
  const TrasField *reference;
  GPtrArray *records;
} TrasPersonPart;

/**
 * TrasPersonFile:
 * @firm: whose file it is
 * @person: whom it is about
 * @made_on: the day it was made on
 * @parts: (element-type TrasPersonPart): what refers to the person, without what nobody has
 * @mentions: (element-type TrasMention): other texts that name them
 * @edits: (element-type TrasPersonEdit): who changed what of theirs and when, newest first
 * @hides_hour_cost: whether what an hour of their work costs was left out, as the firm does not
 *   show it to who made the file
 *
 * What somebody who asks for their personal data is given. What people answer in surveys is tied to
 * nobody, and not in it.
 */
typedef struct
{
  TrasFirm *firm;
  TrasPerson *person;
  TrasDay made_on;
  GPtrArray *parts;
  GPtrArray *mentions;
  GPtrArray *edits;
  gboolean hides_hour_cost;

  /*< private >*/
  TrasErasePlan *plan;
} TrasPersonFile;

TrasPersonFile *tras_person_file_load      (TrasDb           *db,
                                            gint64            person_id,
                                            GError          **error);
void            tras_person_file_free      (TrasPersonFile   *self);
gboolean        tras_person_file_is_shown  (const TrasField  *field);

const char     *tras_mention_get_table     (const TrasMention *mention);
const char     *tras_mention_get_column    (const TrasMention *mention);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasPersonFile, tras_person_file_free)

G_END_DECLS

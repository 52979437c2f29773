/* tras-person-edits.h: what was written about one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-edit-log.h"
#include "tras-firm.h"

G_BEGIN_DECLS

/**
 * TrasPersonValue:
 * @field: a field
 * @before: (nullable): the record that has what it was, %NULL where it had no value, or somebody
 *   else's
 * @after: (nullable): the record that has what it became
 * @before_name: (nullable): of a reference, what it led to, as that is called now
 * @after_name: (nullable): what it leads to
 */
typedef struct
{
  const TrasField *field;
  TrasRecord *before;
  TrasRecord *after;
  char *before_name;
  char *after_name;
} TrasPersonValue;

/**
 * TrasPersonChange:
 * @table: the row's table
 * @id: its id, 0 where it has none
 * @values: (element-type TrasPersonValue): the fields that changed
 */
typedef struct
{
  const TrasTable *table;
  gint64 id;
  GPtrArray *values;

  /*< private >*/
  GPtrArray *records;
} TrasPersonChange;

/**
 * TrasPersonEdit:
 * @edit: who did what, and when
 * @changes: (element-type TrasPersonChange): the rows that it changed
 *
 * What an edit did to the person and to what refers to them, without what it says of others.
 */
typedef struct
{
  TrasEditRecord *edit;
  GPtrArray *changes;
} TrasPersonEdit;

GPtrArray *tras_person_edits_list (TrasDb    *db,
                                   gint64     person_id,
                                   gboolean   hides_hour_cost,
                                   GError   **error);

G_END_DECLS

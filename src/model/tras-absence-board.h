/* tras-absence-board.h: who is away in a span of days, area by area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-absence.h"
#include "tras-db.h"
#include "tras-number.h"
#include "tras-person.h"
#include "tras-work-book.h"

G_BEGIN_DECLS

/**
 * TrasDayKind:
 * @TRAS_DAY_WORKED: somebody works
 * @TRAS_DAY_WEEKEND: Saturday or Sunday
 * @TRAS_DAY_HOLIDAY: a holiday of theirs
 * @TRAS_DAY_OUTSIDE: before they joined or after they left
 */
typedef enum
{
  TRAS_DAY_WORKED,
  TRAS_DAY_WEEKEND,
  TRAS_DAY_HOLIDAY,
  TRAS_DAY_OUTSIDE,
} TrasDayKind;

/**
 * TrasAbsenceGroup:
 * @area_id: the area, 0 for people without a post
 * @name: (nullable): what it is called
 * @n_people: how many people there are
 * @contracted: the minutes that they have to work, up to the board's day
 * @lost: those of them that were lost to kinds that count
 * @is_hidden: whether the rate would tell of few people
 */
typedef struct
{
  gint64 area_id;
  char *name;
  guint n_people;
  gint64 contracted;
  gint64 lost;
  gboolean is_hidden;
} TrasAbsenceGroup;

/**
 * TrasAbsenceRow:
 * @person: whose it is
 * @group: where their area stands in the board's groups
 * @absences: (element-type TrasAbsence): those that touch the span, in order
 */
typedef struct
{
  TrasPerson *person;
  guint group;
  GPtrArray *absences;
} TrasAbsenceRow;

#define TRAS_TYPE_ABSENCE_BOARD (tras_absence_board_get_type ())

/**
 * TrasAbsenceBoard:
 * @firm: the firm's name
 * @from: the first day
 * @to: the last day
 * @day: the day it is seen from: rates count days up to it
 * @work: when people work
 * @kinds: (element-type TrasAbsenceKind): all kinds of absence, by id
 * @groups: (element-type TrasAbsenceGroup): the areas with people, by name
 * @rows: (element-type TrasAbsenceRow): who works here in the span, by area and name
 * @n_people: how many people that are
 * @contracted: the minutes that all of them have to work, up to @day
 * @lost: those of them that were lost to kinds that count
 * @is_hidden: whether the rate of all would tell of few people
 *
 * Read in one go and not changed afterwards.
 */
typedef struct
{
  char *firm;
  TrasDay from;
  TrasDay to;
  TrasDay day;
  TrasWorkBook *work;
  GPtrArray *kinds;
  GPtrArray *groups;
  GPtrArray *rows;
  guint n_people;
  gint64 contracted;
  gint64 lost;
  gboolean is_hidden;

  /*< private >*/
  GHashTable *holidays;
  GHashTable *parents;
} TrasAbsenceBoard;

GType             tras_absence_board_get_type         (void) G_GNUC_CONST;
TrasAbsenceBoard *tras_absence_board_load             (TrasDb                  *db,
                                                       TrasDay                  from,
                                                       TrasDay                  to,
                                                       TrasDay                  day,
                                                       GError                 **error);
TrasAbsenceBoard *tras_absence_board_ref              (TrasAbsenceBoard        *self);
void              tras_absence_board_unref            (TrasAbsenceBoard        *self);
TrasDayKind       tras_absence_board_get_day          (TrasAbsenceBoard        *self,
                                                       TrasAbsenceRow          *row,
                                                       TrasDay                  day,
                                                       const char             **holiday);
guint             tras_absence_board_find_kind        (TrasAbsenceBoard        *self,
                                                       gint64                   kind_id);
char             *tras_absence_board_dup_letters      (TrasAbsenceBoard        *self,
                                                       guint                    kind);
char             *tras_absence_board_dup_words        (TrasAbsenceBoard        *self,
                                                       TrasAbsenceRow          *row,
                                                       TrasDay                  from,
                                                       TrasDay                  to,
                                                       const TrasNumberFormat  *format);
char             *tras_absence_board_dup_group_words  (TrasAbsenceBoard        *self,
                                                       guint                    group,
                                                       const TrasNumberFormat  *format);
char             *tras_absence_board_dup_rate         (TrasAbsenceBoard        *self,
                                                       const TrasNumberFormat  *format);

TrasAbsence      *tras_absence_row_find               (TrasAbsenceRow          *self,
                                                       TrasDay                  from,
                                                       TrasDay                  to);
char             *tras_absence_dup_span               (TrasAbsence             *self,
                                                       const TrasNumberFormat  *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasAbsenceBoard, tras_absence_board_unref)

G_END_DECLS

/* tras-schedule.h: what waits for what, and what follows when a date moves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-date.h"

G_BEGIN_DECLS

/**
 * TrasScheduleLink:
 * @action_id: an action
 * @after_id: the action that it waits for
 */
typedef struct
{
  gint64 action_id;
  gint64 after_id;
} TrasScheduleLink;

/**
 * TrasScheduleTask:
 * @id: an action, unlike every other
 * @starts_on: the day on which it begins; %TRAS_DAY_NONE for one that has no length
 * @due_on: the day on which it is done
 * @finished: whether it is done or dropped. It never moves, and nothing waits for it any longer
 */
typedef struct
{
  gint64   id;
  TrasDay  starts_on;
  TrasDay  due_on;
  gboolean finished;
} TrasScheduleTask;

typedef struct _TrasSchedule TrasSchedule;

/* The slack of what is finished. */
#define TRAS_SCHEDULE_NO_SLACK G_MAXINT

gint64       *tras_schedule_find_cycle   (const TrasScheduleLink *links,
                                          gsize                   n_links,
                                          const TrasScheduleLink *added,
                                          gsize                  *n_members);

TrasSchedule *tras_schedule_new          (const TrasScheduleTask *tasks,
                                          guint                   n_tasks,
                                          const TrasScheduleLink *links,
                                          gsize                   n_links);
void          tras_schedule_free         (TrasSchedule           *self);
guint         tras_schedule_get_n_tasks  (const TrasSchedule     *self);
gboolean      tras_schedule_find         (const TrasSchedule     *self,
                                          gint64                  id,
                                          guint                  *task);
const guint  *tras_schedule_get_waited   (const TrasSchedule     *self,
                                          guint                   task,
                                          guint                  *n);
const guint  *tras_schedule_get_waiting  (const TrasSchedule     *self,
                                          guint                   task,
                                          guint                  *n);
const guint  *tras_schedule_get_order    (const TrasSchedule     *self,
                                          guint                  *n);
gint64       *tras_schedule_dup_cycle    (const TrasSchedule     *self,
                                          gsize                  *n_members);
void          tras_schedule_get_slack    (const TrasSchedule     *self,
                                          const gint64           *groups,
                                          int                    *slack);
void          tras_schedule_get_critical (const TrasSchedule     *self,
                                          const gint64           *groups,
                                          gboolean               *critical);
guint         tras_schedule_move         (const TrasSchedule     *self,
                                          guint                   task,
                                          int                     days,
                                          int                    *shifts);
int           tras_schedule_get_early    (const TrasSchedule     *self,
                                          guint                   task,
                                          TrasDay                 starts_on,
                                          guint                  *waited);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasSchedule, tras_schedule_free)

G_END_DECLS

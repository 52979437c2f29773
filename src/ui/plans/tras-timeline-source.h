/* tras-timeline-source.h: the actions of the file as a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-action.h"
#include "tras-db.h"
#include "tras-schedule.h"
#include "tras-timeline.h"

G_BEGIN_DECLS

/**
 * TrasTimelineGrouping:
 * @TRAS_TIMELINE_BY_GOAL: a lane for each goal, and one each for what is done about deviations,
 *   experiments and decisions
 * @TRAS_TIMELINE_BY_PERSON: a lane for each owner
 * @TRAS_TIMELINE_BY_AREA: a lane for each area
 *
 * What the actions of a lane have in common.
 */
typedef enum
{
  TRAS_TIMELINE_BY_GOAL,
  TRAS_TIMELINE_BY_PERSON,
  TRAS_TIMELINE_BY_AREA,
} TrasTimelineGrouping;

/**
 * TrasTimelineSource:
 *
 * What was read of the file, and the plan that shows it. Nothing of it changes but which lanes are
 * unfolded.
 */
typedef struct _TrasTimelineSource TrasTimelineSource;

TrasTimelineSource     *tras_timeline_source_load        (TrasDb                   *db,
                                                          TrasTimelineGrouping      grouping,
                                                          gboolean                  open_only,
                                                          TrasDay                   today,
                                                          GError                  **error);
TrasTimelineSource     *tras_timeline_source_ref         (TrasTimelineSource       *self);
void                    tras_timeline_source_unref       (TrasTimelineSource       *self);
const TrasTimelinePlan *tras_timeline_source_get_plan    (TrasTimelineSource       *self);
guint                   tras_timeline_source_get_n_all   (TrasTimelineSource       *self);
TrasAction             *tras_timeline_source_get_action  (TrasTimelineSource       *self,
                                                          guint                     bar);
int                     tras_timeline_source_find_bar    (TrasTimelineSource       *self,
                                                          gint64                    id);
gint64                  tras_timeline_source_get_key     (TrasTimelineSource       *self,
                                                          guint                     lane);
void                    tras_timeline_source_set_unfolded
                                                         (TrasTimelineSource       *self,
                                                          guint                     lane,
                                                          gboolean                  unfolded);
const TrasSchedule     *tras_timeline_source_get_schedule
                                                         (TrasTimelineSource       *self);
TrasAction             *tras_timeline_source_get_task    (TrasTimelineSource       *self,
                                                          guint                     task);
guint                   tras_timeline_source_move        (TrasTimelineSource       *self,
                                                          guint                     bar,
                                                          int                       days,
                                                          int                      *shifts);
char                   *tras_timeline_source_dup_words   (TrasTimelineSource       *self,
                                                          guint                     bar,
                                                          int                       start_shift,
                                                          int                       due_shift);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasTimelineSource, tras_timeline_source_unref)

G_END_DECLS

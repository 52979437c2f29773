/* tras-timeline-source.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-words.h"
#include "tras-number.h"
#include "tras-timeline-source.h"

struct _TrasTimelineSource
{
  gatomicrefcount ref_count;
  TrasTimelineGrouping grouping;
  TrasDay today;

  /* All actions of the file, in the order of the schedule's tasks. */
  GPtrArray *actions;
  TrasSchedule *schedule;

  /* The lanes with what they show; each bar's task, and each task's bar or -1. */
  TrasTimelinePlan plan;
  GArray *keys;
  GArray *lanes;
  GArray *bars;
  GArray *links;
  guint *tasks;
  int *bars_of_tasks;
  GStringChunk *texts;
};

/* What is done for no goal has a lane by what it is done about, behind those of the goals. */
enum
{
  KEY_DEVIATIONS = -3,
  KEY_EXPERIMENTS = -2,
  KEY_DECISIONS = -1,
};

/* ---- lanes ---- */

static gint64
get_key (TrasAction           *action,
         TrasTimelineGrouping  grouping,
         const char          **title)
{
  switch (grouping)
    {
    case TRAS_TIMELINE_BY_PERSON:
      *title = action->owner_id != 0 ? action->owner_name : C_("actions", "No owner");
      return action->owner_id;
    case TRAS_TIMELINE_BY_AREA:
      *title = action->area_id != 0 ? action->area_name : C_("actions", "No area");
      return action->area_id;
    case TRAS_TIMELINE_BY_GOAL:
    default:
      break;
    }

  *title = action->goal_id != 0        ? action->goal_title
           : action->deviation_id != 0 ? C_("actions", "About deviations")
           : action->experiment_id != 0 ? C_("actions", "For experiments")
                                        : C_("actions", "After decisions");

  return action->goal_id != 0         ? action->goal_id
         : action->deviation_id != 0  ? KEY_DEVIATIONS
         : action->experiment_id != 0 ? KEY_EXPERIMENTS
                                      : KEY_DECISIONS;
}

/* A lane while it is put together. */
typedef struct
{
  gint64 key;
  const char *title;
  char *sort_key;
  TrasDay due_on;
  GArray *tasks;
} Lane;

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_free (lane->sort_key);
  g_array_unref (lane->tasks);
  g_free (lane);
}

/* What has to be done soonest comes first; what belongs to no one thing comes last. */
static int
compare_lanes (gconstpointer a,
               gconstpointer b)
{
  const Lane *one = *(const Lane *const *) a;
  const Lane *other = *(const Lane *const *) b;

  if ((one->key <= 0) != (other->key <= 0))
    return one->key <= 0 ? 1 : -1;
  if (one->due_on != other->due_on)
    return one->due_on < other->due_on ? -1 : 1;

  return g_strcmp0 (one->sort_key, other->sort_key);
}

static TrasDay
get_start (const TrasAction *action)
{
  return action->starts_on != TRAS_DAY_NONE ? MIN (action->starts_on, action->due_on)
                                            : action->due_on;
}

static int
compare_tasks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  GPtrArray *actions = user_data;
  const TrasAction *one = actions->pdata[*(const guint *) a];
  const TrasAction *other = actions->pdata[*(const guint *) b];

  if (get_start (one) != get_start (other))
    return get_start (one) < get_start (other) ? -1 : 1;
  if (one->due_on != other->due_on)
    return one->due_on < other->due_on ? -1 : 1;

  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static GPtrArray *
make_lanes (TrasTimelineSource *self,
            gboolean            open_only)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *lanes = g_ptr_array_new_with_free_func (lane_free);

  for (guint i = 0; i < self->actions->len; i++)
    {
      TrasAction *action = self->actions->pdata[i];
      const char *title;
      gint64 key = get_key (action, self->grouping, &title);
      Lane *lane = g_hash_table_lookup (found, &key);

      if (open_only && !tras_action_is_open (action))
        continue;
      if (lane == NULL)
        {
          lane = g_new0 (Lane, 1);
          lane->key = key;
          lane->title = title != NULL ? title : "";
          lane->sort_key = g_utf8_collate_key (lane->title, -1);
          lane->due_on = G_MAXINT32;
          lane->tasks = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (lanes, lane);
          g_hash_table_insert (found, &lane->key, lane);
        }
      if (tras_action_is_open (action))
        lane->due_on = MIN (lane->due_on, action->due_on);
      g_array_append_val (lane->tasks, i);
    }

  g_ptr_array_sort (lanes, compare_lanes);
  for (guint i = 0; i < lanes->len; i++)
    g_array_sort_with_data (((Lane *) lanes->pdata[i])->tasks, compare_tasks, self->actions);

  return lanes;
}

/* ---- bars ---- */

static TrasTimelineState
get_state (TrasAction *action,
           TrasDay     today)
{
  if (g_strcmp0 (action->state, "done") == 0)
    return TRAS_TIMELINE_DONE;
  if (g_strcmp0 (action->state, "dropped") == 0)
    return TRAS_TIMELINE_DROPPED;
  if (g_strcmp0 (action->state, "blocked") == 0)
    return TRAS_TIMELINE_BLOCKED;

  return tras_action_words_is_late (action, today) ? TRAS_TIMELINE_LATE : TRAS_TIMELINE_OPEN;
}

/* Who does it, unless all of the lane do, and what is wrong with it. */
static const char *
add_note (TrasTimelineSource *self,
          TrasAction         *action,
          TrasTimelineState   state)
{
  gboolean wrong = state == TRAS_TIMELINE_LATE || state == TRAS_TIMELINE_BLOCKED;
  const char *owner = self->grouping != TRAS_TIMELINE_BY_PERSON ? action->owner_name : NULL;
  g_autofree char *words = wrong ? tras_action_words_dup_state (action, self->today) : NULL;
  g_autofree char *both = NULL;

  if (owner != NULL && words != NULL)
    {
      /* Translators: on a timeline: an owner, and how an action stands: "Ana Ruiz: 4 days late" */
      both = g_strdup_printf (C_("timeline", "%s: %s"), owner, words);
      return g_string_chunk_insert (self->texts, both);
    }

  return owner != NULL   ? g_string_chunk_insert_const (self->texts, owner)
         : words != NULL ? g_string_chunk_insert (self->texts, words)
                         : NULL;
}

static void
add_bar (TrasTimelineSource *self,
         guint               lane,
         guint               task,
         gboolean            critical)
{
  TrasAction *action = self->actions->pdata[task];
  TrasTimelineState state = get_state (action, self->today);
  TrasTimelineBar bar = {
    .title = action->title != NULL ? action->title : "",
    .note = add_note (self, action, state),
    .lane = lane,
    .starts_on = action->starts_on != TRAS_DAY_NONE ? get_start (action) : TRAS_DAY_NONE,
    .due_on = action->due_on,
    .first_due_on = action->first_due_on,
    .state = state,
    .progress = (int) action->progress,
    .critical = critical,
  };

  self->tasks[self->bars->len] = task;
  self->bars_of_tasks[task] = (int) self->bars->len;
  g_array_append_val (self->bars, bar);
}

static void
add_links (TrasTimelineSource *self)
{
  for (guint task = 0; task < self->actions->len; task++)
    {
      guint n;
      const guint *waited = tras_schedule_get_waited (self->schedule, task, &n);

      for (guint i = 0; i < n; i++)
        {
          TrasTimelineLink link = { (guint) self->bars_of_tasks[waited[i]],
                                    (guint) self->bars_of_tasks[task] };

          if (self->bars_of_tasks[waited[i]] >= 0 && self->bars_of_tasks[task] >= 0)
            g_array_append_val (self->links, link);
        }
    }
}

/* Each thing that actions are done for has its own critical path, whatever the lanes are. */
static gboolean *
find_critical (TrasTimelineSource *self)
{
  g_autofree gint64 *groups = g_new (gint64, MAX (self->actions->len, 1));
  gboolean *critical = g_new (gboolean, MAX (self->actions->len, 1));

  for (guint i = 0; i < self->actions->len; i++)
    {
      const TrasAction *action = self->actions->pdata[i];
      gint64 id = action->goal_id != 0         ? action->goal_id * 4
                  : action->deviation_id != 0  ? action->deviation_id * 4 + 1
                  : action->experiment_id != 0 ? action->experiment_id * 4 + 2
                                               : action->decision_id * 4 + 3;

      groups[i] = id;
    }
  tras_schedule_get_critical (self->schedule, groups, critical);

  return critical;
}

static void
make_plan (TrasTimelineSource *self,
           gboolean            open_only)
{
  g_autoptr (GPtrArray) lanes = make_lanes (self, open_only);
  g_autofree gboolean *critical = find_critical (self);

  self->tasks = g_new0 (guint, MAX (self->actions->len, 1));
  self->bars_of_tasks = g_new (int, MAX (self->actions->len, 1));
  for (guint i = 0; i < self->actions->len; i++)
    self->bars_of_tasks[i] = -1;
  for (guint i = 0; i < lanes->len; i++)
    {
      const Lane *lane = lanes->pdata[i];
      TrasTimelineLane shown = { g_string_chunk_insert_const (self->texts, lane->title), FALSE };

      g_array_append_val (self->keys, lane->key);
      g_array_append_val (self->lanes, shown);
      for (guint k = 0; k < lane->tasks->len; k++)
        {
          guint task = g_array_index (lane->tasks, guint, k);

          add_bar (self, i, task, critical[task]);
        }
    }
  add_links (self);
  self->plan = (TrasTimelinePlan) {
    (TrasTimelineBar *) self->bars->data, self->bars->len,
    (TrasTimelineLane *) self->lanes->data, self->lanes->len,
    (TrasTimelineLink *) self->links->data, self->links->len, self->today,
  };
}

/* ---- reading ---- */

static gboolean
add_link (gpointer   record,
          gpointer   user_data,
          GError   **error)
{
  TrasActionAfter *after = record;
  TrasScheduleLink link = { after->action_id, after->after_id };

  g_array_append_val ((GArray *) user_data, link);

  return TRUE;
}

static gboolean
read_schedule (TrasTimelineSource  *self,
               TrasDb              *db,
               GError             **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION_AFTER);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (TrasScheduleLink));
  g_autofree TrasScheduleTask *tasks = g_new0 (TrasScheduleTask, MAX (self->actions->len, 1));

  if (!tras_db_foreach (db, query, add_link, links, error))
    return FALSE;

  for (guint i = 0; i < self->actions->len; i++)
    {
      TrasAction *action = self->actions->pdata[i];

      tasks[i] = (TrasScheduleTask) { TRAS_RECORD (action)->id, action->starts_on, action->due_on,
                                      !tras_action_is_open (action) };
    }
  self->schedule = tras_schedule_new (tasks, self->actions->len,
                                      (TrasScheduleLink *) links->data, links->len);

  return TRUE;
}

/**
 * tras_timeline_source_load:
 * @db: the file
 * @grouping: what a lane is
 * @open_only: whether what is done and dropped has no bar
 * @today: the present day
 * @error: where to put the error
 *
 * Returns: (transfer full): the actions of the file with all lanes folded, or %NULL with @error set
 */
TrasTimelineSource *
tras_timeline_source_load (TrasDb                *db,
                           TrasTimelineGrouping   grouping,
                           gboolean               open_only,
                           TrasDay                today,
                           GError               **error)
{
  g_autoptr (TrasTimelineSource) self = g_new0 (TrasTimelineSource, 1);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->grouping = grouping;
  self->today = today;
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lanes = g_array_new (FALSE, FALSE, sizeof (TrasTimelineLane));
  self->bars = g_array_new (FALSE, FALSE, sizeof (TrasTimelineBar));
  self->links = g_array_new (FALSE, FALSE, sizeof (TrasTimelineLink));
  self->texts = g_string_chunk_new (4096);
  self->actions = tras_db_select (db, query, error);
  if (self->actions == NULL || !read_schedule (self, db, error))
    return NULL;

  make_plan (self, open_only);

  return g_steal_pointer (&self);
}

TrasTimelineSource *
tras_timeline_source_ref (TrasTimelineSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
tras_timeline_source_unref (TrasTimelineSource *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->schedule, tras_schedule_free);
  g_array_unref (self->keys);
  g_array_unref (self->lanes);
  g_array_unref (self->bars);
  g_array_unref (self->links);
  g_string_chunk_free (self->texts);
  g_free (self->tasks);
  g_free (self->bars_of_tasks);
  g_free (self);
}

/* ---- asking ---- */

/**
 * tras_timeline_source_get_plan:
 * @self: what was read
 *
 * Returns: (transfer none): what is shown of it
 */
const TrasTimelinePlan *
tras_timeline_source_get_plan (TrasTimelineSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->plan;
}

/**
 * tras_timeline_source_get_n_all:
 * @self: what was read
 *
 * Returns: how many actions the file has, with and without a bar
 */
guint
tras_timeline_source_get_n_all (TrasTimelineSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->actions->len;
}

/**
 * tras_timeline_source_get_action:
 * @self: what was read
 * @bar: a bar of its plan
 *
 * Returns: (transfer none): the action that the bar shows
 */
TrasAction *
tras_timeline_source_get_action (TrasTimelineSource *self,
                                 guint               bar)
{
  g_return_val_if_fail (self != NULL && bar < self->bars->len, NULL);

  return self->actions->pdata[self->tasks[bar]];
}

/**
 * tras_timeline_source_find_bar:
 * @self: what was read
 * @id: an action
 *
 * Returns: its bar, -1 where it has none
 */
int
tras_timeline_source_find_bar (TrasTimelineSource *self,
                               gint64              id)
{
  guint task;

  g_return_val_if_fail (self != NULL, -1);

  return tras_schedule_find (self->schedule, id, &task) ? self->bars_of_tasks[task] : -1;
}

/**
 * tras_timeline_source_get_key:
 * @self: what was read
 * @lane: a lane of its plan
 *
 * Returns: what stays the same of the lane when the file is read again with the same grouping
 */
gint64
tras_timeline_source_get_key (TrasTimelineSource *self,
                              guint               lane)
{
  g_return_val_if_fail (self != NULL && lane < self->keys->len, 0);

  return g_array_index (self->keys, gint64, lane);
}

/**
 * tras_timeline_source_set_unfolded:
 * @self: what was read
 * @lane: a lane of its plan
 * @unfolded: whether all of its bars have a row
 *
 * A #TrasTimeline of the plan has to be made anew.
 */
void
tras_timeline_source_set_unfolded (TrasTimelineSource *self,
                                   guint               lane,
                                   gboolean            unfolded)
{
  g_return_if_fail (self != NULL && lane < self->lanes->len);

  g_array_index (self->lanes, TrasTimelineLane, lane).unfolded = unfolded;
}

/**
 * tras_timeline_source_get_schedule:
 * @self: what was read
 *
 * Returns: (transfer none): what waits for what among all actions of the file
 */
const TrasSchedule *
tras_timeline_source_get_schedule (TrasTimelineSource *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->schedule;
}

/**
 * tras_timeline_source_get_task:
 * @self: what was read
 * @task: a task of its schedule
 *
 * Returns: (transfer none): the action that it is
 */
TrasAction *
tras_timeline_source_get_task (TrasTimelineSource *self,
                               guint               task)
{
  g_return_val_if_fail (self != NULL && task < self->actions->len, NULL);

  return self->actions->pdata[task];
}

/**
 * tras_timeline_source_move:
 * @self: what was read
 * @bar: a bar of its plan
 * @days: by how many days its due date is moved
 * @shifts: (out caller-allocates) (array): for each bar by how many days it would have to follow
 *
 * Returns: how many actions would have to follow, with and without a bar
 */
guint
tras_timeline_source_move (TrasTimelineSource *self,
                           guint               bar,
                           int                 days,
                           int                *shifts)
{
  g_autofree int *all = NULL;
  guint n;

  g_return_val_if_fail (self != NULL && bar < self->bars->len, 0);

  all = g_new (int, self->actions->len);
  n = tras_schedule_move (self->schedule, self->tasks[bar], days, all);
  for (guint i = 0; i < self->bars->len; i++)
    shifts[i] = all[self->tasks[i]];

  return n;
}

/**
 * tras_timeline_source_dup_words:
 * @self: what was read
 * @bar: a bar of its plan
 * @start_shift: by how many days its first day is moved
 * @due_shift: by how many days its last day is
 *
 * Returns: (transfer full): the action in one line: its name, whose it is, from when to when, and
 *   how it stands
 */
char *
tras_timeline_source_dup_words (TrasTimelineSource *self,
                                guint               bar,
                                int                 start_shift,
                                int                 due_shift)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasAction *action;
  const char *owner;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *state = NULL;

  g_return_val_if_fail (self != NULL && bar < self->bars->len, NULL);

  action = tras_timeline_source_get_action (self, bar);
  owner = action->owner_id != 0 ? action->owner_name : C_("actions", "No owner");
  to = tras_number_format_date_medium (format, action->due_on + due_shift);
  state = tras_action_words_dup_state (action, self->today);
  if (action->starts_on == TRAS_DAY_NONE)
    /* Translators: an action, its owner, when it is due, how it stands */
    return g_strdup_printf (C_("timeline", "%s, %s, on %s, %s"), action->title, owner, to, state);

  from = tras_number_format_date_medium (format, get_start (action) + start_shift);

  /* Translators: an action, its owner, from when, to when, how it stands */
  return g_strdup_printf (C_("timeline", "%s, %s, from %s to %s, %s"), action->title, owner, from,
                          to, state);
}

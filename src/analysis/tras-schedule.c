/* tras-schedule.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-schedule.h"

#define NOWHERE G_MAXUINT

/* The neighbours of every task in one array: those of task i are members[starts[i]] to
 * members[starts[i + 1] - 1]. */
typedef struct
{
  guint *starts;
  guint *members;
} Neighbours;

struct _TrasSchedule
{
  TrasScheduleTask *tasks;
  guint n_tasks;
  GHashTable *places;
  Neighbours waited;
  Neighbours waiting;
  guint *order;
  guint n_ordered;
};

/* ---- the network ---- */

static gboolean
get_ends (const TrasSchedule     *self,
          const TrasScheduleLink *link,
          guint                  *task,
          guint                  *waited)
{
  return tras_schedule_find (self, link->action_id, task) &&
         tras_schedule_find (self, link->after_id, waited);
}

/* Counting sort by the end that is asked from; what lies outside of the tasks is no link. */
static Neighbours
collect (const TrasSchedule     *self,
         const TrasScheduleLink *links,
         gsize                   n_links,
         gboolean                from_waited)
{
  Neighbours to = { g_new0 (guint, self->n_tasks + 2), g_new (guint, MAX (n_links, 1)) };
  guint task, waited;

  /* Each start lies one place too high until its members are in, which moves it down. */
  for (gsize i = 0; i < n_links; i++)
    if (get_ends (self, &links[i], &task, &waited))
      to.starts[(from_waited ? waited : task) + 2]++;
  for (guint i = 2; i < self->n_tasks + 2; i++)
    to.starts[i] += to.starts[i - 1];
  for (gsize i = 0; i < n_links; i++)
    if (get_ends (self, &links[i], &task, &waited))
      to.members[to.starts[(from_waited ? waited : task) + 1]++] = from_waited ? task : waited;

  return to;
}

/* Kahn's: a task comes once all that it waits for have come. What waits for itself, by whatever
 * way, never does. */
static void
sort (TrasSchedule *self)
{
  g_autofree guint *left = g_new (guint, MAX (self->n_tasks, 1));
  guint n, read = 0;

  self->order = g_new (guint, MAX (self->n_tasks, 1));
  for (guint i = 0; i < self->n_tasks; i++)
    {
      tras_schedule_get_waited (self, i, &left[i]);
      if (left[i] == 0)
        self->order[self->n_ordered++] = i;
    }
  while (read < self->n_ordered)
    {
      const guint *waiting = tras_schedule_get_waiting (self, self->order[read++], &n);

      for (guint i = 0; i < n; i++)
        if (--left[waiting[i]] == 0)
          self->order[self->n_ordered++] = waiting[i];
    }
}

/**
 * tras_schedule_new:
 * @tasks: (array length=n_tasks) (nullable): actions; copied
 * @n_tasks: how many
 * @links: (array length=n_links) (nullable): which waits for which; those with an end that is none
 *   of @tasks are passed over
 * @n_links: how many
 *
 * Returns: (transfer full): the network of what waits for what
 */
TrasSchedule *
tras_schedule_new (const TrasScheduleTask *tasks,
                   guint                   n_tasks,
                   const TrasScheduleLink *links,
                   gsize                   n_links)
{
  TrasSchedule *self = g_new0 (TrasSchedule, 1);

  g_return_val_if_fail (tasks != NULL || n_tasks == 0, self);
  g_return_val_if_fail (links != NULL || n_links == 0, self);

  self->tasks = g_memdup2 (tasks, n_tasks * sizeof *tasks);
  self->n_tasks = n_tasks;
  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < n_tasks; i++)
    g_hash_table_insert (self->places, &self->tasks[i].id, GUINT_TO_POINTER (i));
  self->waited = collect (self, links, n_links, FALSE);
  self->waiting = collect (self, links, n_links, TRUE);
  sort (self);

  return self;
}

/**
 * tras_schedule_free:
 * @self: (transfer full): a schedule
 */
void
tras_schedule_free (TrasSchedule *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_free (self->tasks);
  g_free (self->waited.starts);
  g_free (self->waited.members);
  g_free (self->waiting.starts);
  g_free (self->waiting.members);
  g_free (self->order);
  g_free (self);
}

/**
 * tras_schedule_get_n_tasks:
 * @self: a schedule
 *
 * Returns: how many tasks it has
 */
guint
tras_schedule_get_n_tasks (const TrasSchedule *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_tasks;
}

/**
 * tras_schedule_find:
 * @self: a schedule
 * @id: an action
 * @task: (out): its index among the tasks; written only where it is one of them
 *
 * Returns: whether the action is one of the tasks
 */
gboolean
tras_schedule_find (const TrasSchedule *self,
                    gint64              id,
                    guint              *task)
{
  gpointer place;

  g_return_val_if_fail (self != NULL && task != NULL, FALSE);

  if (!g_hash_table_lookup_extended (self->places, &id, NULL, &place))
    return FALSE;

  *task = GPOINTER_TO_UINT (place);

  return TRUE;
}

static const guint *
get_neighbours (const Neighbours *neighbours,
                guint             task,
                guint            *n)
{
  *n = neighbours->starts[task + 1] - neighbours->starts[task];

  return neighbours->members + neighbours->starts[task];
}

/**
 * tras_schedule_get_waited:
 * @self: a schedule
 * @task: one of its tasks
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): the tasks that it waits for
 */
const guint *
tras_schedule_get_waited (const TrasSchedule *self,
                          guint               task,
                          guint              *n)
{
  g_return_val_if_fail (self != NULL && task < self->n_tasks, NULL);

  return get_neighbours (&self->waited, task, n);
}

/**
 * tras_schedule_get_waiting:
 * @self: a schedule
 * @task: one of its tasks
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): the tasks that wait for it
 */
const guint *
tras_schedule_get_waiting (const TrasSchedule *self,
                           guint               task,
                           guint              *n)
{
  g_return_val_if_fail (self != NULL && task < self->n_tasks, NULL);

  return get_neighbours (&self->waiting, task, n);
}

/**
 * tras_schedule_get_order:
 * @self: a schedule
 * @n: (out): how many tasks it names; all of them unless some wait for each other in a circle
 *
 * Returns: (array length=n) (transfer none): the tasks, each behind all that it waits for. Those of
 *   a circle, and those that wait for one of them, are missing
 */
const guint *
tras_schedule_get_order (const TrasSchedule *self,
                         guint              *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->n_ordered;

  return self->order;
}

/* ---- circles ---- */

/* The fewest tasks by which `from` waits for `to`, both included: what is nearest is seen first. */
static gint64 *
find_path (const TrasSchedule *self,
           guint               from,
           guint               to,
           gsize              *n_members)
{
  g_autofree guint *before = g_new (guint, self->n_tasks);
  g_autofree guint *queue = g_new (guint, self->n_tasks);
  guint n_queued = 0;
  gint64 *path;

  for (guint i = 0; i < self->n_tasks; i++)
    before[i] = NOWHERE;
  before[from] = from;
  queue[n_queued++] = from;
  for (guint read = 0; read < n_queued && before[to] == NOWHERE; read++)
    {
      guint n;
      const guint *waited = tras_schedule_get_waited (self, queue[read], &n);

      for (guint i = 0; i < n; i++)
        if (before[waited[i]] == NOWHERE)
          {
            before[waited[i]] = queue[read];
            queue[n_queued++] = waited[i];
          }
    }

  *n_members = 0;
  if (before[to] == NOWHERE)
    return NULL;

  *n_members = 1;
  for (guint task = to; task != from; task = before[task])
    (*n_members)++;
  path = g_new (gint64, *n_members);
  for (gsize i = *n_members; i > 0; i--, to = before[to])
    path[i - 1] = self->tasks[to].id;

  return path;
}

static TrasSchedule *
schedule_of_links (const TrasScheduleLink *links,
                   gsize                   n_links,
                   const TrasScheduleLink *added)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) tasks = g_array_new (FALSE, TRUE, sizeof (TrasScheduleTask));

  for (gsize i = 0; i <= n_links; i++)
    {
      const TrasScheduleLink *link = i < n_links ? &links[i] : added;
      const gint64 *ends[] = { &link->action_id, &link->after_id };

      for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
        if (g_hash_table_add (seen, (gpointer) ends[end]))
          g_array_append_val (tasks, ((TrasScheduleTask) { .id = *ends[end] }));
    }

  return tras_schedule_new ((TrasScheduleTask *) tasks->data, tasks->len, links, n_links);
}

/**
 * tras_schedule_find_cycle:
 * @links: (array length=n_links) (nullable): which action waits for which already
 * @n_links: how many
 * @added: one more
 * @n_members: (out): how many actions the circle has, 1 where @added lets an action wait for itself
 *
 * Finds the circle that @added would close: its actions, each waiting for the one behind it and the
 * last for the first. It begins with the action of @added and then names what that would wait for.
 * Of several circles it is one with the fewest actions.
 *
 * Returns: (array length=n_members) (transfer full) (nullable): the ids of its actions, each once;
 *   %NULL where @added closes none
 */
gint64 *
tras_schedule_find_cycle (const TrasScheduleLink *links,
                          gsize                   n_links,
                          const TrasScheduleLink *added,
                          gsize                  *n_members)
{
  g_autoptr (TrasSchedule) self = NULL;
  g_autofree gint64 *path = NULL;
  guint task, waited;

  g_return_val_if_fail (links != NULL || n_links == 0, NULL);
  g_return_val_if_fail (added != NULL && n_members != NULL, NULL);

  self = schedule_of_links (links, n_links, added);
  if (!get_ends (self, added, &task, &waited))
    g_return_val_if_reached (NULL);

  path = find_path (self, waited, task, n_members);
  if (path == NULL)
    return NULL;

  /* From what is waited for to what waits: the last one comes first. */
  for (gsize i = *n_members - 1; i > 0; i--)
    path[i] = path[i - 1];
  path[0] = added->action_id;

  return g_steal_pointer (&path);
}

/**
 * tras_schedule_dup_cycle:
 * @self: a schedule
 * @n_members: (out): how many actions the circle has, 0 where there is none
 *
 * Returns: (array length=n_members) (transfer full) (nullable): a circle of actions, each waiting
 *   for the one behind it and the last for the first
 */
gint64 *
tras_schedule_dup_cycle (const TrasSchedule *self,
                         gsize              *n_members)
{
  g_autofree gboolean *ordered = NULL;
  g_autofree guint *steps = NULL;
  g_autofree gint64 *trail = NULL;
  guint task = 0, n_steps = 0;

  g_return_val_if_fail (self != NULL && n_members != NULL, NULL);

  *n_members = 0;
  if (self->n_ordered == self->n_tasks)
    return NULL;

  ordered = g_new0 (gboolean, self->n_tasks);
  steps = g_new0 (guint, self->n_tasks);
  trail = g_new (gint64, self->n_tasks);
  for (guint i = 0; i < self->n_ordered; i++)
    ordered[self->order[i]] = TRUE;
  while (ordered[task])
    task++;

  /* What has no place in the order waits for something that has none either: who goes on from one
   * to the next comes back to where they were. */
  while (steps[task] == 0)
    {
      guint n;
      const guint *waited = tras_schedule_get_waited (self, task, &n);

      trail[n_steps++] = self->tasks[task].id;
      steps[task] = n_steps;
      while (ordered[*waited])
        waited++;
      task = *waited;
    }

  *n_members = n_steps + 1 - steps[task];

  return g_memdup2 (trail + steps[task] - 1, *n_members * sizeof *trail);
}

/* ---- dates ---- */

static TrasDay
get_start (const TrasScheduleTask *task)
{
  return task->starts_on != TRAS_DAY_NONE ? MIN (task->starts_on, task->due_on) : task->due_on;
}

/* The last day on which something unfinished of each group is due, for every task. */
static TrasDay *
get_ends_of_groups (const TrasSchedule *self,
                    const gint64       *groups)
{
  static const gint64 all = 0;
  g_autoptr (GHashTable) ends = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  TrasDay *days = g_new (TrasDay, MAX (self->n_tasks, 1));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->n_tasks; i++)
      {
        const gint64 *group = groups != NULL ? &groups[i] : &all;
        TrasDay *end = g_hash_table_lookup (ends, group);

        if (end == NULL)
          {
            end = g_new (TrasDay, 1);
            *end = TRAS_DAY_NONE;
            g_hash_table_insert (ends, (gpointer) group, end);
          }
        if (!self->tasks[i].finished)
          *end = MAX (*end, self->tasks[i].due_on);
        days[i] = *end;
      }

  return days;
}

/**
 * tras_schedule_get_slack:
 * @self: a schedule
 * @groups: (array) (nullable): for each task what it is done for; %NULL where all are done for one
 *   thing
 * @slack: (out caller-allocates) (array): for each task, by how many days it may be done later
 *   without what it is done for ending later, and without any follower that has to be done by then
 *   being cut short; negative where a follower is to begin too early already.
 *   %TRAS_SCHEDULE_NO_SLACK for what is finished or part of a circle
 *
 * The backward pass of the critical path method (Kelley and Walker 1959), over the dates that
 * people have set: a thing ends when the last of its actions is due, and no action becomes shorter.
 */
void
tras_schedule_get_slack (const TrasSchedule *self,
                         const gint64       *groups,
                         int                *slack)
{
  g_autofree TrasDay *latest = NULL;

  g_return_if_fail (self != NULL && slack != NULL);

  latest = get_ends_of_groups (self, groups);
  for (guint i = 0; i < self->n_tasks; i++)
    slack[i] = TRAS_SCHEDULE_NO_SLACK;
  for (guint k = self->n_ordered; k > 0; k--)
    {
      guint i = self->order[k - 1];
      guint n;
      const guint *waiting = tras_schedule_get_waiting (self, i, &n);

      if (self->tasks[i].finished)
        continue;
      for (guint w = 0; w < n; w++)
        {
          const TrasScheduleTask *next = &self->tasks[waiting[w]];

          if (!next->finished && slack[waiting[w]] != TRAS_SCHEDULE_NO_SLACK)
            latest[i] = MIN (latest[i], latest[waiting[w]] - (next->due_on - get_start (next)));
        }
      slack[i] = latest[i] - self->tasks[i].due_on;
    }
}

/* What an unfinished task waits for that can wait the least itself; the latest of several. */
static guint
find_tightest (const TrasSchedule *self,
               const int          *slack,
               guint               task)
{
  guint n, tightest = NOWHERE;
  const guint *waited = tras_schedule_get_waited (self, task, &n);

  for (guint i = 0; i < n; i++)
    {
      guint other = waited[i];

      if (slack[other] == TRAS_SCHEDULE_NO_SLACK)
        continue;
      if (tightest == NOWHERE || slack[other] < slack[tightest] ||
          (slack[other] == slack[tightest] &&
           self->tasks[other].due_on > self->tasks[tightest].due_on))
        tightest = other;
    }

  return tightest;
}

/**
 * tras_schedule_get_critical:
 * @self: a schedule
 * @groups: (array) (nullable): as for tras_schedule_get_slack()
 * @critical: (out caller-allocates) (array): for each task whether it lies on the critical path of
 *   what some group is done for
 *
 * A group's path ends with the task that is due last and leads back over what can wait the least.
 * A task that waits for nothing unfinished makes no path by itself.
 */
void
tras_schedule_get_critical (const TrasSchedule *self,
                            const gint64       *groups,
                            gboolean           *critical)
{
  g_autofree int *slack = NULL;
  g_autofree TrasDay *ends = NULL;

  g_return_if_fail (self != NULL && critical != NULL);

  slack = g_new (int, MAX (self->n_tasks, 1));
  tras_schedule_get_slack (self, groups, slack);
  ends = get_ends_of_groups (self, groups);
  for (guint i = 0; i < self->n_tasks; i++)
    critical[i] = FALSE;
  for (guint i = 0; i < self->n_tasks; i++)
    {
      guint task = i;

      if (slack[i] == TRAS_SCHEDULE_NO_SLACK || self->tasks[i].due_on != ends[i] ||
          find_tightest (self, slack, i) == NOWHERE)
        continue;
      while (task != NOWHERE && !critical[task])
        {
          critical[task] = TRUE;
          task = find_tightest (self, slack, task);
        }
    }
}

/**
 * tras_schedule_move:
 * @self: a schedule
 * @task: the task whose due date moves
 * @days: by how many days; negative for earlier
 * @shifts: (out caller-allocates) (array): by how many days each task has to move: @days for @task,
 *   the least that lets none begin before what it waits for is done for those behind it, 0 for all
 *   others
 *
 * A task may begin on the day on which what it waits for is done. What is finished stays where it
 * is, and so does what waits for nothing that moves to a later day, even where it begins too early
 * as it is.
 *
 * Returns: how many others have to move
 */
guint
tras_schedule_move (const TrasSchedule *self,
                    guint               task,
                    int                 days,
                    int                *shifts)
{
  guint n_moved = 0;

  g_return_val_if_fail (self != NULL && task < self->n_tasks, 0);
  g_return_val_if_fail (shifts != NULL, 0);

  for (guint i = 0; i < self->n_tasks; i++)
    shifts[i] = 0;
  if (self->tasks[task].finished)
    return 0;

  shifts[task] = days;
  for (guint k = 0; k < self->n_ordered; k++)
    {
      guint i = self->order[k];
      guint n;
      const guint *waiting = tras_schedule_get_waiting (self, i, &n);

      if (shifts[i] <= 0)
        continue;
      n_moved += i != task;
      for (guint w = 0; w < n; w++)
        {
          const TrasScheduleTask *next = &self->tasks[waiting[w]];

          if (!next->finished)
            shifts[waiting[w]] = MAX (shifts[waiting[w]],
                                      self->tasks[i].due_on + shifts[i] - get_start (next));
        }
    }

  return n_moved;
}

/**
 * tras_schedule_get_early:
 * @self: a schedule
 * @task: one of its tasks
 * @starts_on: a day on which it might begin
 * @waited: (out): what it would have to wait for the longest; written only where there is something
 *
 * Returns: by how many days that is before all that it waits for is done; 0 where it is not
 */
int
tras_schedule_get_early (const TrasSchedule *self,
                         guint               task,
                         TrasDay             starts_on,
                         guint              *waited)
{
  const guint *members;
  int early = 0;
  guint n;

  g_return_val_if_fail (self != NULL && task < self->n_tasks, 0);
  g_return_val_if_fail (starts_on != TRAS_DAY_NONE && waited != NULL, 0);

  members = tras_schedule_get_waited (self, task, &n);
  for (guint i = 0; i < n; i++)
    {
      const TrasScheduleTask *before = &self->tasks[members[i]];

      if (before->finished || before->due_on - starts_on <= early)
        continue;
      early = before->due_on - starts_on;
      *waited = members[i];
    }

  return early;
}

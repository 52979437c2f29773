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

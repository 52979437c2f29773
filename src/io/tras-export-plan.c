/* tras-export-plan.c: what is to be done yet, a row an action
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-action.h"
#include "tras-export-private.h"
#include "tras-fold.h"
#include "tras-names.h"
#include "tras-plan-row.h"

typedef struct
{
  GHashTable *actions;  /* id: an open action */
  GHashTable *counts;   /* folded title, and goal and folded title: how many rows go by it */
  GHashTable *waits;    /* id: array of the ids that it waits for */
  TrasNames *names;     /* of all actions */
} Plan;

static void
plan_clear (Plan *self)
{
  g_clear_pointer (&self->actions, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->waits, g_hash_table_unref);
  g_clear_pointer (&self->names, tras_names_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

/* With the goal, or with 0 for all goals. */
static char *
dup_key (TrasAction *action,
         gint64      goal_id)
{
  g_autofree char *folded = tras_fold_key (action->title);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", goal_id, folded);
}

static void
count (Plan       *self,
       TrasAction *action,
       gint64      goal_id)
{
  char *key = dup_key (action, goal_id);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));

  g_hash_table_insert (self->counts, key, GUINT_TO_POINTER (n + 1));
}

static gboolean
is_only (Plan       *self,
         TrasAction *action,
         gint64      goal_id)
{
  g_autofree char *key = dup_key (action, goal_id);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key)) == 1;
}

static gboolean
add_link (gpointer   record,
          gpointer   user_data,
          GError   **error)
{
  Plan *self = user_data;
  TrasActionAfter *link = record;
  GPtrArray *before = g_hash_table_lookup (self->waits, &link->action_id);
  if (before == NULL)
    {
      before = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->waits, g_memdup2 (&link->action_id, sizeof (gint64)), before);
    }
  g_ptr_array_add (before, g_memdup2 (&link->after_id, sizeof (gint64)));

  return TRUE;
}

static gboolean
load (Plan      *self,
      TrasDb    *db,
      GPtrArray *actions,
      GError   **error)
{
  g_autoptr (TrasQuery) links = tras_query_new (TRAS_TYPE_ACTION_AFTER);

  self->names = tras_names_load (db, TRAS_TYPE_ACTION, error);
  if (self->names == NULL)
    return FALSE;

  self->actions = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      g_hash_table_insert (self->actions, &TRAS_RECORD (action)->id, action);
      if (action->goal_id == 0)
        continue;
      count (self, action, 0);
      count (self, action, action->goal_id);
    }

  return tras_db_foreach (db, links, add_link, self, error);
}

/* What the action goes by where @waiting waits for it, so that another file that gets these rows
 * knows it, too: the title, unless several rows go by it. NULL for one that is done. */
static char *
dup_name (Plan       *self,
          TrasAction *waiting,
          gint64      id)
{
  TrasAction *action = g_hash_table_lookup (self->actions, &id);

  if (action == NULL)
    return NULL;
  if (action->goal_id != 0 &&
      (is_only (self, action, 0) ||
       (action->goal_id == waiting->goal_id && is_only (self, action, action->goal_id))))
    return g_strdup (action->title);

  return tras_names_dup (self->names, id);
}

/* Semicolons between titles, or line breaks where a title has a semicolon in it. */
static char *
dup_after (Plan       *self,
           TrasAction *action)
{
  GPtrArray *before = g_hash_table_lookup (self->waits, &TRAS_RECORD (action)->id);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *separator = "; ";

  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      char *name = dup_name (self, action, *(gint64 *) before->pdata[i]);

      if (name == NULL)
        continue;
      if (strchr (name, ';') != NULL)
        separator = "\n";
      g_ptr_array_add (names, name);
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);

  return g_strjoinv (separator, (char **) names->pdata);
}

static TrasPlanRow *
make_row (Plan       *self,
          TrasAction *action)
{
  TrasPlanRow *row = tras_plan_row_new ();

  row->goal_id = action->goal_id;
  row->title = g_strdup (action->title);
  row->kind = action->kind;
  row->owner_id = action->owner_id;
  row->starts_on = action->starts_on;
  row->due_on = action->due_on;
  row->after = dup_after (self, action);
  tras_plan_row_set_minutes (row, action->planned_minutes);
  row->money = action->planned_money;
  row->done_when = g_strdup (action->done_when);

  return row;
}

static GPtrArray *
load_open (TrasDb  *db,
           GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (GPtrArray) all = tras_db_select (db, query, error);
  GPtrArray *actions;

  if (all == NULL)
    return NULL;

  actions = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TrasAction *action = all->pdata[i];

      if (tras_action_is_open (action))
        g_ptr_array_add (actions, g_object_ref (action));
    }

  return actions;
}

/**
 * tras_export_foreach_plan_row:
 * @db: a connection
 * @func: (scope call): told each row, a #TrasPlanRow, in the order of their actions' ids
 * @user_data: data for @func
 * @error: where to put the error
 *
 * Goes through what is to be done yet for goals: what was done or dropped is no plan any more, and
 * nobody waits for it.
 *
 * Returns: whether all rows were told
 */
gboolean
tras_export_foreach_plan_row (TrasDb          *db,
                              TrasRecordFunc   func,
                              gpointer         user_data,
                              GError         **error)
{
  g_auto (Plan) self = { NULL };
  g_autoptr (GPtrArray) actions = load_open (db, error);

  if (actions == NULL || !load (&self, db, actions, error))
    return FALSE;

  for (guint i = 0; i < actions->len; i++)
    {
      g_autoptr (TrasPlanRow) row = NULL;

      if (TRAS_ACTION (actions->pdata[i])->goal_id == 0)
        continue;
      row = make_row (&self, actions->pdata[i]);
      if (!func (row, user_data, error))
        return FALSE;
    }

  return TRUE;
}

/* tras-target-path.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-target-path.h"

static gboolean
continues (TrasTarget *before,
           TrasTarget *after)
{
  return before->goal_id != 0 && before->goal_id == after->goal_id &&
         g_str_equal (before->shape, "reach") && g_str_equal (after->shape, "reach");
}

/* What is due first comes first. */
static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  TrasTarget *x = *(TrasTarget *const *) a, *y = *(TrasTarget *const *) b;

  if (x->to_on != y->to_on)
    return x->to_on < y->to_on ? -1 : 1;
  if (x->from_on != y->from_on)
    return x->from_on < y->from_on ? -1 : 1;

  return (x->parent_instance.id > y->parent_instance.id) -
         (x->parent_instance.id < y->parent_instance.id);
}

/**
 * tras_target_path_list:
 * @targets: (element-type TrasTarget): the targets of one indicator
 *
 * A goal's targets to reach on one indicator are the steps of one path; every other target stands
 * alone.
 *
 * Returns: (transfer full) (element-type GPtrArray): the paths, each with one target or more, in
 *   the order of their days; borrows the targets
 */
GPtrArray *
tras_target_path_list (GPtrArray *targets)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (targets != NULL, paths);

  for (guint i = 0; i < targets->len; i++)
    {
      GPtrArray *path;

      if (!g_hash_table_add (taken, targets->pdata[i]))
        continue;

      path = g_ptr_array_new ();
      g_ptr_array_add (path, targets->pdata[i]);
      for (guint k = i + 1; k < targets->len; k++)
        {
          if (continues (targets->pdata[i], targets->pdata[k]) &&
              g_hash_table_add (taken, targets->pdata[k]))
            g_ptr_array_add (path, targets->pdata[k]);
        }
      g_ptr_array_sort (path, compare_steps);
      g_ptr_array_add (paths, path);
    }

  return paths;
}

/**
 * tras_target_path_dup_corners:
 * @path: (element-type TrasTarget): one of tras_target_path_list(), of targets to reach
 *
 * A path begins on the first of its days. A step that begins while the one before it is still under
 * way goes on from where that ends; one that begins later waits there, and goes on from its own
 * baseline.
 *
 * Returns: (transfer full) (element-type TrasWaypoint): two corners for each step, where it begins
 *   and where it ends; their days do not fall
 */
GArray *
tras_target_path_dup_corners (GPtrArray *path)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (TrasWaypoint));
  TrasWaypoint at = { 0, NAN };
  TrasTarget *first;

  g_return_val_if_fail (path != NULL && path->len > 0, corners);

  first = path->pdata[0];
  for (guint i = 1; i < path->len; i++)
    {
      if (TRAS_TARGET (path->pdata[i])->from_on < first->from_on)
        first = path->pdata[i];
    }

  for (guint i = 0; i < path->len; i++)
    {
      TrasTarget *target = path->pdata[i];

      if (i == 0)
        at = (TrasWaypoint) { first->from_on, first->baseline };
      else if (target->from_on >= at.on)
        at = (TrasWaypoint) { target->from_on, target->baseline };
      g_array_append_val (corners, at);
      at = (TrasWaypoint) { target->to_on, target->value };
      g_array_append_val (corners, at);
    }

  return corners;
}

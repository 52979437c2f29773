/* tras-goal-tree.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tras-fold.h"
#include "tras-goal-tree.h"
#include "tras-list-sync.h"

struct _TrasGoalTree
{
  GObject parent_instance;

  GListStore *roots;
  GtkTreeListModel *model;
  TrasGoalBoard *board;
  GHashTable *nodes;
  GHashTable *collapsed;

  GStrv words;
  TrasGoalFilter filter;
  char *order;
  gboolean descending;
  gboolean is_narrowed;
};

G_DEFINE_FINAL_TYPE (TrasGoalTree, tras_goal_tree, G_TYPE_OBJECT)

/* What is shown now, by the goal that it climbs to. */
typedef struct
{
  TrasGoalTree *tree;
  GHashTable *statuses;
  GHashTable *shown;
  GHashTable *children;
  GHashTable *nodes;
} Build;

static GHashTable *
id_table_new (GDestroyNotify value_free)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, value_free);
}

static void
put (GHashTable *table,
     gint64      id,
     gpointer    value)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), value);
}

static gint64
id_of (TrasGoalStatus *status)
{
  return TRAS_RECORD (status->goal)->id;
}

/* ---- filter ---- */

static gboolean
has_words (TrasGoalTree *self,
           TrasGoal     *goal)
{
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;

  text = g_strjoin (" ", goal->title, goal->code != NULL ? goal->code : "",
                    goal->area_name != NULL ? goal->area_name : "",
                    goal->owner_name != NULL ? goal->owner_name : "", NULL);
  key = tras_fold_key (text);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (key, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_closed (TrasGoal *goal)
{
  return !tras_goal_is_open (goal) && g_strcmp0 (goal->state, "draft") != 0;
}

static gboolean
passes (TrasGoalTree   *self,
        TrasGoalStatus *status)
{
  const TrasGoalFilter *filter = &self->filter;
  TrasGoal *goal = status->goal;

  return is_closed (goal) == filter->closed &&
         (filter->area_id == 0 || goal->area_id == filter->area_id) &&
         (filter->owner_id == 0 || goal->owner_id == filter->owner_id) &&
         (!filter->off_pace || tras_goal_status_is_off (status)) &&
         (!filter->orphans || (status->warnings & TRAS_GOAL_ORPHAN)) && has_words (self, goal);
}

/* ---- order ---- */

static int
compare_reals (double a,
               double b)
{
  /* What is not measured comes last, whichever way round. */
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);

  return (a > b) - (a < b);
}

static int
compare_texts (const char *a,
               const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return g_utf8_collate (a, b);
}

static int
compare_by (const char     *order,
            TrasGoalStatus *a,
            TrasGoalStatus *b)
{
  if (g_str_equal (order, "title"))
    return compare_texts (a->goal->title, b->goal->title);
  if (g_str_equal (order, "owner_name"))
    return compare_texts (a->goal->owner_name, b->goal->owner_name);
  if (g_str_equal (order, "area_name"))
    return compare_texts (a->goal->area_name, b->goal->area_name);
  if (g_str_equal (order, "pace"))
    return compare_reals (a->pace.gap, b->pace.gap);
  if (g_str_equal (order, "state"))
    return (int) b->outlook - (int) a->outlook;
  if (g_str_equal (order, "spent_money"))
    return (a->goal->spent_money > b->goal->spent_money) -
           (a->goal->spent_money < b->goal->spent_money);

  return (a->goal->due_on > b->goal->due_on) - (a->goal->due_on < b->goal->due_on);
}

static int
compare_statuses (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  TrasGoalTree *self = user_data;
  TrasGoalStatus *x = *(TrasGoalStatus *const *) a;
  TrasGoalStatus *y = *(TrasGoalStatus *const *) b;
  int order = compare_by (self->order, x, y);

  if (order != 0)
    return self->descending ? -order : order;

  return (id_of (x) > id_of (y)) - (id_of (x) < id_of (y));
}

/* ---- what is collapsed ---- */

static void
remember_collapsed (TrasGoalTree *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      g_autoptr (TrasGoalNode) node = gtk_tree_list_row_get_item (row);
      gint64 id = tras_goal_node_get_id (node);

      if (!gtk_tree_list_row_is_expandable (row))
        continue;
      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_remove (self->collapsed, &id);
      else
        g_hash_table_add (self->collapsed, g_memdup2 (&id, sizeof id));
    }
}

static void
collapse_again (TrasGoalTree *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      g_autoptr (TrasGoalNode) node = gtk_tree_list_row_get_item (row);
      gint64 id = tras_goal_node_get_id (node);

      if (gtk_tree_list_row_is_expandable (row))
        gtk_tree_list_row_set_expanded (row, self->is_narrowed ||
                                               !g_hash_table_contains (self->collapsed, &id));
    }
}

/* ---- the tree ---- */

static void
show_with_parents (Build          *build,
                   TrasGoalStatus *status)
{
  while (status != NULL && g_hash_table_add (build->shown, status))
    status = g_hash_table_lookup (build->statuses, &status->goal->parent_id);
}

static GPtrArray *
children_of (Build  *build,
             gint64  parent_id)
{
  return g_hash_table_lookup (build->children, &parent_id);
}

static void
sync_level (Build      *build,
            GListStore *store,
            gint64      parent_id)
{
  TrasGoalTree *self = build->tree;
  GPtrArray *statuses = children_of (build, parent_id);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  if (statuses != NULL)
    g_ptr_array_sort_with_data (statuses, compare_statuses, self);
  for (guint i = 0; statuses != NULL && i < statuses->len; i++)
    {
      TrasGoalStatus *status = statuses->pdata[i];
      gint64 id = id_of (status);
      gboolean has_children = children_of (build, id) != NULL;
      TrasGoalNode *node = g_hash_table_lookup (self->nodes, &id);

      /* The tree asks a node for its children once and for all. */
      if (node != NULL && has_children == (tras_goal_node_get_children (node) != NULL))
        {
          g_object_ref (node);
          tras_goal_node_set_status (node, self->board, status);
        }
      else
        node = tras_goal_node_new (self->board, status, has_children);
      if (has_children)
        sync_level (build, tras_goal_node_get_children (node), id);
      put (build->nodes, id, g_object_ref (node));
      g_ptr_array_add (nodes, node);
    }

  tras_list_sync (store, nodes, g_direct_equal);
}

static void
rebuild (TrasGoalTree *self)
{
  g_autoptr (GHashTable) statuses = id_table_new (NULL);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) children = id_table_new ((GDestroyNotify) g_ptr_array_unref);
  Build build = { self, statuses, shown, children, id_table_new (g_object_unref) };
  GPtrArray *goals = self->board != NULL ? self->board->goals : NULL;

  for (guint i = 0; goals != NULL && i < goals->len; i++)
    put (statuses, id_of (goals->pdata[i]), goals->pdata[i]);
  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      if (passes (self, goals->pdata[i]))
        show_with_parents (&build, goals->pdata[i]);
    }
  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      TrasGoalStatus *status = goals->pdata[i];
      gint64 parent_id = status->goal->parent_id;

      if (!g_hash_table_contains (shown, status))
        continue;
      if (children_of (&build, parent_id) == NULL)
        put (children, parent_id, g_ptr_array_new ());
      g_ptr_array_add (children_of (&build, parent_id), status);
    }

  sync_level (&build, self->roots, 0);
  g_hash_table_unref (self->nodes);
  self->nodes = build.nodes;
  collapse_again (self);
}

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  GListStore *children = tras_goal_node_get_children (item);

  return children != NULL ? G_LIST_MODEL (g_object_ref (children)) : NULL;
}

static void
tras_goal_tree_finalize (GObject *object)
{
  TrasGoalTree *self = TRAS_GOAL_TREE (object);

  g_clear_object (&self->model);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->board, tras_goal_board_unref);
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->collapsed);
  g_strfreev (self->words);
  g_free (self->order);

  G_OBJECT_CLASS (tras_goal_tree_parent_class)->finalize (object);
}

static void
tras_goal_tree_class_init (TrasGoalTreeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_goal_tree_finalize;
}

static void
tras_goal_tree_init (TrasGoalTree *self)
{
  self->roots = g_list_store_new (TRAS_TYPE_GOAL_NODE);
  self->model = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->roots)), FALSE, TRUE,
                                         create_children, NULL, NULL);
  self->nodes = id_table_new (g_object_unref);
  self->collapsed = id_table_new (NULL);
  self->order = g_strdup ("due_on");
}

TrasGoalTree *
tras_goal_tree_new (void)
{
  return g_object_new (TRAS_TYPE_GOAL_TREE, NULL);
}

/**
 * tras_goal_tree_get_model:
 * @self: a tree
 *
 * Returns: (transfer none): a #GtkTreeListModel of #TrasGoalNode
 */
GListModel *
tras_goal_tree_get_model (TrasGoalTree *self)
{
  return G_LIST_MODEL (self->model);
}

TrasGoalBoard *
tras_goal_tree_get_board (TrasGoalTree *self)
{
  return self->board;
}

/**
 * tras_goal_tree_set_board:
 * @self: a tree
 * @board: (transfer none) (nullable): how all goals are going
 */
void
tras_goal_tree_set_board (TrasGoalTree  *self,
                          TrasGoalBoard *board)
{
  g_autoptr (TrasGoalBoard) old = NULL;

  g_return_if_fail (TRAS_IS_GOAL_TREE (self));

  old = g_steal_pointer (&self->board);
  self->board = board != NULL ? tras_goal_board_ref (board) : NULL;
  if (!self->is_narrowed)
    remember_collapsed (self);
  rebuild (self);
}

/**
 * tras_goal_tree_set_filter:
 * @self: a tree
 * @filter: which goals to show; copied
 */
void
tras_goal_tree_set_filter (TrasGoalTree         *self,
                           const TrasGoalFilter *filter)
{
  g_autofree char *key = NULL;

  g_return_if_fail (TRAS_IS_GOAL_TREE (self));

  if (!self->is_narrowed)
    remember_collapsed (self);
  key = tras_fold_search (filter->search != NULL ? filter->search : "");
  g_strfreev (self->words);
  self->words = g_strsplit_set (g_strstrip (key), " ", -1);
  self->filter = *filter;
  self->filter.search = NULL;
  self->is_narrowed = self->words[0] != NULL || filter->area_id != 0 || filter->owner_id != 0 ||
                      filter->off_pace || filter->orphans || filter->closed;
  rebuild (self);
}

/**
 * tras_goal_tree_set_order:
 * @self: a tree
 * @field: title, area_name, owner_name, pace, state, due_on or spent_money
 * @descending: whether from the greatest to the least
 *
 * Sorts goals among those that climb to the same one.
 */
void
tras_goal_tree_set_order (TrasGoalTree *self,
                          const char   *field,
                          gboolean      descending)
{
  g_return_if_fail (TRAS_IS_GOAL_TREE (self));

  if (!self->is_narrowed)
    remember_collapsed (self);
  g_free (self->order);
  self->order = g_strdup (field != NULL ? field : "due_on");
  self->descending = descending;
  rebuild (self);
}

/**
 * tras_goal_tree_find:
 * @self: a tree
 * @goal_id: a goal
 * @position: (out): its row
 *
 * Returns: whether the goal has a row: it passes the filter and nothing above it is collapsed
 */
gboolean
tras_goal_tree_find (TrasGoalTree *self,
                     gint64        goal_id,
                     guint        *position)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      g_autoptr (TrasGoalNode) node = gtk_tree_list_row_get_item (row);

      if (tras_goal_node_get_id (node) == goal_id)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tras_goal_tree_reveal:
 * @self: a tree
 * @goal_id: a goal
 *
 * Expands the goals that it climbs to.
 */
void
tras_goal_tree_reveal (TrasGoalTree *self,
                       gint64        goal_id)
{
  TrasGoalStatus *status;

  g_return_if_fail (TRAS_IS_GOAL_TREE (self));

  if (!self->is_narrowed)
    remember_collapsed (self);
  status = self->board != NULL ? tras_goal_board_find (self->board, goal_id) : NULL;
  while (status != NULL && status->goal->parent_id != 0)
    {
      g_hash_table_remove (self->collapsed, &status->goal->parent_id);
      status = tras_goal_board_find (self->board, status->goal->parent_id);
    }
  collapse_again (self);
}

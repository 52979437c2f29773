/* tras-goal-node.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-goal-node.h"

struct _TrasGoalNode
{
  GObject parent_instance;

  TrasGoalBoard *board;
  TrasGoalStatus *status;
  GListStore *children;
};

G_DEFINE_FINAL_TYPE (TrasGoalNode, tras_goal_node, G_TYPE_OBJECT)

typedef enum
{
  PROP_STATUS = 1,
} TrasGoalNodeProperty;

static GParamSpec *properties[PROP_STATUS + 1];

static void
tras_goal_node_finalize (GObject *object)
{
  TrasGoalNode *self = TRAS_GOAL_NODE (object);

  g_clear_object (&self->children);
  g_clear_pointer (&self->board, tras_goal_board_unref);

  G_OBJECT_CLASS (tras_goal_node_parent_class)->finalize (object);
}

static void
tras_goal_node_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((TrasGoalNodeProperty) prop_id)
    {
    case PROP_STATUS:
      g_value_set_pointer (value, TRAS_GOAL_NODE (object)->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_goal_node_class_init (TrasGoalNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tras_goal_node_finalize;
  object_class->get_property = tras_goal_node_get_property;

  /**
   * TrasGoalNode:status:
   *
   * The #TrasGoalStatus, valid until the next notification.
   */
  properties[PROP_STATUS] =
    g_param_spec_pointer ("status", NULL, NULL,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_goal_node_init (TrasGoalNode *self)
{
}

/**
 * tras_goal_node_new:
 * @board: a board
 * @status: one of its goals
 * @has_children: whether goals stand under it, now and as long as it lives
 *
 * Returns: (transfer full): a node
 */
TrasGoalNode *
tras_goal_node_new (TrasGoalBoard  *board,
                    TrasGoalStatus *status,
                    gboolean        has_children)
{
  TrasGoalNode *self = g_object_new (TRAS_TYPE_GOAL_NODE, NULL);

  self->board = tras_goal_board_ref (board);
  self->status = status;
  if (has_children)
    self->children = g_list_store_new (TRAS_TYPE_GOAL_NODE);

  return self;
}

gint64
tras_goal_node_get_id (TrasGoalNode *self)
{
  return TRAS_RECORD (self->status->goal)->id;
}

TrasGoalStatus *
tras_goal_node_get_status (TrasGoalNode *self)
{
  return self->status;
}

/* Whether two states of a goal cannot be told apart in a list. */
static gboolean
is_same_status (TrasGoalStatus *a,
                TrasGoalStatus *b)
{
  return TRAS_RECORD (a->goal)->id == TRAS_RECORD (b->goal)->id &&
         tras_record_equal (TRAS_RECORD (a->goal), TRAS_RECORD (b->goal)) &&
         a->outlook == b->outlook && a->warnings == b->warnings &&
         memcmp (&a->pace, &b->pace, sizeof a->pace) == 0 &&
         memcmp (a->children, b->children, sizeof a->children) == 0 &&
         (a->worst != NULL ? TRAS_RECORD (a->worst->goal)->id : 0) ==
           (b->worst != NULL ? TRAS_RECORD (b->worst->goal)->id : 0);
}

/**
 * tras_goal_node_set_status:
 * @self: a node
 * @board: a newer board
 * @status: the same goal on it
 */
void
tras_goal_node_set_status (TrasGoalNode   *self,
                           TrasGoalBoard  *board,
                           TrasGoalStatus *status)
{
  g_autoptr (TrasGoalBoard) old = self->board;

  self->board = tras_goal_board_ref (board);
  self->status = status;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/**
 * tras_goal_node_get_children:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the nodes under it
 */
GListStore *
tras_goal_node_get_children (TrasGoalNode *self)
{
  return self->children;
}

/**
 * tras_goal_node_looks_same:
 * @a: a node
 * @b: a node
 *
 * Returns: whether both say the same of the same goal
 */
gboolean
tras_goal_node_looks_same (TrasGoalNode *a,
                           TrasGoalNode *b)
{
  return is_same_status (a->status, b->status);
}

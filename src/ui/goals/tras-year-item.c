/* tras-year-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tras-goal-words.h"
#include "tras-year-item.h"

struct _TrasYearItem
{
  GObject parent_instance;

  TrasGoalBoard *board;
  TrasYearGoal goal;
};

G_DEFINE_FINAL_TYPE (TrasYearItem, tras_year_item, G_TYPE_OBJECT)

static void
tras_year_item_finalize (GObject *object)
{
  tras_goal_board_unref (TRAS_YEAR_ITEM (object)->board);

  G_OBJECT_CLASS (tras_year_item_parent_class)->finalize (object);
}

static void
tras_year_item_class_init (TrasYearItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tras_year_item_finalize;
}

static void
tras_year_item_init (TrasYearItem *self)
{
}

/**
 * tras_year_item_new:
 * @board: how all goals are going
 * @goal: one of them; copied
 *
 * Returns: (transfer full): an item of a list
 */
TrasYearItem *
tras_year_item_new (TrasGoalBoard      *board,
                    const TrasYearGoal *goal)
{
  TrasYearItem *self = g_object_new (TRAS_TYPE_YEAR_ITEM, NULL);

  self->board = tras_goal_board_ref (board);
  self->goal = *goal;

  return self;
}

gint64
tras_year_item_get_id (TrasYearItem *self)
{
  return TRAS_RECORD (self->goal.status->goal)->id;
}

TrasGoalStatus *
tras_year_item_get_status (TrasYearItem *self)
{
  return self->goal.status;
}

/**
 * tras_year_item_get_copy:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the goal that was copied from it
 */
TrasGoalStatus *
tras_year_item_get_copy (TrasYearItem *self)
{
  return self->goal.copy;
}

/**
 * tras_year_item_dup_who:
 * @self: an item
 *
 * Returns: (transfer full): whose goal it is, and when it was due
 */
char *
tras_year_item_dup_who (TrasYearItem *self)
{
  TrasGoal *goal = self->goal.status->goal;
  g_autofree char *due = tras_goal_words_dup_date (goal->due_on);
  const char *parts[4];
  guint n = 0;

  if (goal->area_name != NULL)
    parts[n++] = goal->area_name;
  if (goal->owner_name != NULL)
    parts[n++] = goal->owner_name;
  parts[n++] = due;
  parts[n] = NULL;

  return g_strjoinv (" · ", (char **) parts);
}

/**
 * tras_year_item_dup_result:
 * @self: an item
 *
 * Returns: (transfer full): how it ended or how it is going, and how far it came
 */
char *
tras_year_item_dup_result (TrasYearItem *self)
{
  TrasGoalStatus *status = self->goal.status;
  g_autofree char *state = tras_goal_words_dup_state (status);
  g_autofree char *progress = NULL;

  /* What has gone backwards says so already. */
  if (!(status->pace.progress >= 0))
    return g_steal_pointer (&state);

  progress = tras_goal_words_dup_progress (status->pace.progress,
                                           tras_goal_is_open (status->goal) ? status->pace.elapsed
                                                                            : NAN);

  /* Translators: how a goal ended and how far it came: “Missed · 80 % of the way” */
  return g_strdup_printf (C_("year", "%s · %s"), state, progress);
}

/**
 * tras_year_item_dup_targets:
 * @self: an item
 *
 * Returns: (transfer full): what was wanted of each indicator and where it is, a line each
 */
char *
tras_year_item_dup_targets (TrasYearItem *self)
{
  GPtrArray *targets = self->goal.status->targets;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < targets->len; i++)
    {
      TrasTargetStatus *target = targets->pdata[i];
      g_autofree char *what = tras_goal_words_dup_target (target);
      g_autofree char *now = tras_goal_words_dup_current (target);
      g_autofree char *line = NULL;

      /* Translators: an indicator, what is wanted of it, and where it is:
       * “Late orders: From 8 % to 3 % by 31 Dec 2026. Now 4 %, should be 3.8 %” */
      line = g_strdup_printf (_("%s: %s. %s"), target->target->indicator_name, what, now);
      g_strv_builder_add (builder, line);
    }
  lines = g_strv_builder_end (builder);

  return g_strjoinv ("\n", lines);
}

/**
 * tras_year_item_dup_missing:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): what its copy still asks for, %NULL for nothing
 */
char *
tras_year_item_dup_missing (TrasYearItem *self)
{
  guint n = self->goal.n_unset;

  if (self->goal.copy == NULL || n == 0 ||
      g_strcmp0 (self->goal.copy->goal->state, "draft") != 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u target asks for a new value",
                                    "%u targets ask for new values", n), n);
}

static gboolean
is_same_status (TrasGoalStatus *a,
                TrasGoalStatus *b)
{
  return tras_record_equal (TRAS_RECORD (a->goal), TRAS_RECORD (b->goal)) &&
         TRAS_RECORD (a->goal)->id == TRAS_RECORD (b->goal)->id && a->depth == b->depth &&
         a->outlook == b->outlook && memcmp (&a->pace, &b->pace, sizeof a->pace) == 0;
}

/**
 * tras_year_item_looks_same:
 * @a: an item
 * @b: an item
 *
 * Returns: whether both say the same of the same goal
 */
gboolean
tras_year_item_looks_same (TrasYearItem *a,
                           TrasYearItem *b)
{
  g_autofree char *of_a = NULL;
  g_autofree char *of_b = NULL;

  if (!is_same_status (a->goal.status, b->goal.status) || a->goal.n_unset != b->goal.n_unset ||
      (a->goal.copy == NULL) != (b->goal.copy == NULL))
    return FALSE;
  if (a->goal.copy != NULL && !is_same_status (a->goal.copy, b->goal.copy))
    return FALSE;

  of_a = tras_year_item_dup_targets (a);
  of_b = tras_year_item_dup_targets (b);

  return g_str_equal (of_a, of_b);
}

/* tras-map-nodes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-goal-words.h"
#include "tras-indicator-chart.h"
#include "tras-map-nodes.h"
#include "tras-number.h"
#include "tras-sentence.h"

/* The indices that goals and indicators have got, from 1. */
typedef struct
{
  TrasStrategy *strategy;
  gint64 area_id;
  GArray *nodes;
  GArray *ties;
  GHashTable *shown;
  GHashTable *indices;
} Builder;

static guint
get_index (Builder       *self,
           gconstpointer  thing)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, thing));
}

static void
add (Builder       *self,
     gconstpointer  thing,
     TrasMapNode   *node)
{
  g_array_append_val (self->nodes, *node);
  if (thing != NULL)
    g_hash_table_insert (self->indices, (gpointer) thing, GUINT_TO_POINTER (self->nodes->len));
}

/* The same shapes as in the list of goals. */
static TrasGlyph
get_glyph (TrasGoalStatus *status)
{
  switch (status->outlook)
    {
    case TRAS_OUTLOOK_ON_PACE:
      return TRAS_GLYPH_MEETS;
    case TRAS_OUTLOOK_BEHIND:
      return TRAS_GLYPH_HIT_OR_MISS;
    case TRAS_OUTLOOK_FAR_BEHIND:
    case TRAS_OUTLOOK_CHANGE_PROCESS:
      return TRAS_GLYPH_MISSES;
    case TRAS_OUTLOOK_WORSE:
    case TRAS_OUTLOOK_LOOK_NOW:
    case TRAS_OUTLOOK_ACT:
      return TRAS_GLYPH_WORSE_DOWN;
    case TRAS_OUTLOOK_UNKNOWN:
    default:
      return TRAS_GLYPH_USUAL;
    }
}

/* ---- which goals ---- */

static gboolean
is_of_area (Builder          *self,
            TrasStrategyGoal *goal)
{
  return self->area_id == 0 || goal->status->goal->area_id == self->area_id;
}

/* What is of the area, and what it climbs to. */
static void
choose_goals (Builder *self)
{
  GPtrArray *goals = self->strategy->goals;

  for (guint i = goals->len; i-- > 0;)
    {
      TrasStrategyGoal *goal = goals->pdata[i];

      if (is_of_area (self, goal) || g_hash_table_contains (self->shown, goal))
        {
          g_hash_table_add (self->shown, goal);
          if (goal->parent != NULL)
            g_hash_table_add (self->shown, goal->parent);
        }
    }
}

/* ---- nodes ---- */

static void
add_goal (Builder          *self,
          TrasStrategyGoal *goal)
{
  TrasGoalStatus *status = goal->status;
  gboolean is_off = tras_goal_status_is_off (status);
  TrasMapNode node = {
    .kind = TRAS_MAP_GOAL,
    .id = TRAS_RECORD (status->goal)->id,
    .goal = goal->parent != NULL ? (int) get_index (self, goal->parent) - 1 : -1,
    .serves = (TrasMapLane) goal->serves,
    .is_loose = goal->is_orphan,
    .glyph = get_glyph (status),
    .bar = { status->pace.progress, status->pace.elapsed,
             is_off ? TRAS_GLYPH_WORSE_DOWN : TRAS_GLYPH_NONE },
    .title = g_strdup (status->goal->title),
    .words = tras_goal_words_dup_state (status),
  };

  add (self, goal, &node);
}

static void
add_indicator (Builder             *self,
               TrasIndicatorSeries *series,
               gboolean             is_loose)
{
  TrasIndicator *indicator = series->indicator;
  TrasGlyph glyph = tras_indicator_chart_newest_glyph (series);
  TrasMapNode node = {
    .kind = TRAS_MAP_INDICATOR,
    .id = TRAS_RECORD (indicator)->id,
    .goal = -1,
    .serves = (TrasMapLane) tras_serves_of (indicator->customer),
    .is_loose = is_loose,
    .glyph = glyph,
    .title = g_strdup (indicator->name),
  };
  g_autofree char *value = NULL;

  if (series->n == 0)
    node.words = g_strdup (_("Not measured yet"));
  else
    {
      value = tras_sentence_value (series, series->values[series->n - 1],
                                   tras_number_format_get_default ());
      /* Translators: a value and its unit: “4.2 hours” */
      node.words = indicator->unit != NULL && *indicator->unit != '\0' &&
                       !g_str_equal (indicator->unit, "%")
                     ? g_strdup_printf (C_("map", "%s %s"), value, indicator->unit)
                     : g_strdup (value);
    }
  add (self, series, &node);
}

static char *
dup_plan (TrasStrategyGoal *goal)
{
  g_autofree char *actions = g_strdup_printf (ngettext ("%u action", "%u actions",
                                                        goal->n_actions), goal->n_actions);
  g_autofree char *late = NULL;

  if (goal->n_late == 0)
    return g_steal_pointer (&actions);

  late = g_strdup_printf (ngettext ("%u late", "%u late", goal->n_late), goal->n_late);

  /* Translators: how many actions a plan has and how many are late: “5 actions, 2 late” */
  return g_strdup_printf (C_("plan", "%s, %s"), actions, late);
}

static void
add_plan (Builder          *self,
          TrasStrategyGoal *goal)
{
  TrasMapNode node = {
    .kind = TRAS_MAP_PLAN,
    .id = goal->action_id,
    .goal = (int) get_index (self, goal) - 1,
    .serves = (TrasMapLane) goal->serves,
    .glyph = goal->n_late > 0 ? TRAS_GLYPH_WORSE_DOWN : TRAS_GLYPH_NONE,
    .title = dup_plan (goal),
  };

  add (self, NULL, &node);
}

static void
add_ties (Builder          *self,
          TrasStrategyGoal *goal)
{
  for (guint i = 0; i < goal->status->targets->len; i++)
    {
      TrasTargetStatus *target = goal->status->targets->pdata[i];
      TrasMapTie tie = { get_index (self, goal) - 1, 0 };

      if (get_index (self, target->series) == 0)
        add_indicator (self, target->series, FALSE);
      tie.indicator = get_index (self, target->series) - 1;
      g_array_append_val (self->ties, tie);
    }
}

/**
 * tras_map_nodes_new_map:
 * @strategy: what the firm wants
 * @area_id: the area whose goals are shown, with what they climb to; 0 for all
 * @mirrored: whether reading goes from right to left
 *
 * Returns: (transfer full): the map
 */
TrasStrategyMap *
tras_map_nodes_new_map (TrasStrategy *strategy,
                        gint64        area_id,
                        gboolean      mirrored)
{
  g_autoptr (GArray) nodes = tras_strategy_map_new_nodes ();
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (TrasMapTie));
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  Builder self = { strategy, area_id, nodes, ties, shown, indices };
  GPtrArray *goals = strategy->goals;

  choose_goals (&self);
  for (guint i = 0; i < goals->len; i++)
    {
      if (g_hash_table_contains (shown, goals->pdata[i]))
        add_goal (&self, goals->pdata[i]);
    }
  for (guint i = 0; i < goals->len; i++)
    {
      TrasStrategyGoal *goal = goals->pdata[i];

      if (g_hash_table_contains (shown, goal) && is_of_area (&self, goal))
        add_ties (&self, goal);
    }
  for (guint i = 0; i < goals->len; i++)
    {
      TrasStrategyGoal *goal = goals->pdata[i];

      if (g_hash_table_contains (shown, goal) && is_of_area (&self, goal) && goal->n_actions > 0)
        add_plan (&self, goal);
    }
  for (guint i = 0; i < strategy->orphan_indicators->len; i++)
    {
      TrasIndicatorSeries *series = strategy->orphan_indicators->pdata[i];

      if (area_id == 0 || series->indicator->area_id == area_id)
        add_indicator (&self, series, TRUE);
    }

  return tras_strategy_map_new (nodes, ties, mirrored);
}

static const char *
get_serves (const TrasMapNode *node)
{
  switch (node->serves)
    {
    case TRAS_MAP_EXTERNAL:
      return _("It serves customers.");
    case TRAS_MAP_INTERNAL:
      return _("It serves another area.");
    case TRAS_MAP_NOBODY:
    case TRAS_MAP_LOOSE:
    default:
      return _("It serves nobody in particular.");
    }
}

static char *
dup_kind (const TrasMapNode *node)
{
  switch (node->kind)
    {
    case TRAS_MAP_GOAL:
      return g_strdup_printf (_("Goal: %s."), node->title);
    case TRAS_MAP_INDICATOR:
      return g_strdup_printf (_("Indicator: %s."), node->title);
    case TRAS_MAP_PLAN:
    default:
      /* Translators: %s is as “5 actions, 2 late” */
      return g_strdup_printf (_("Plan: %s."), node->title);
    }
}

static char *
dup_place (TrasStrategyMap   *map,
           const TrasMapNode *node)
{
  const char *over = node->goal >= 0 ? tras_strategy_map_get (map, (guint) node->goal)->title
                                     : NULL;

  if (node->is_loose)
    return g_strdup (node->kind == TRAS_MAP_GOAL ? _("It climbs to no goal of the firm.")
                                                 : _("No goal looks at it."));
  if (over == NULL)
    return g_strdup ("");
  if (node->kind == TRAS_MAP_PLAN)
    /* Translators: %s is a goal */
    return g_strdup_printf (_("For the goal “%s”."), over);

  /* Translators: %s is a goal */
  return g_strdup_printf (_("It climbs to “%s”."), over);
}

/**
 * tras_map_nodes_dup_words:
 * @map: a map of tras_map_nodes_new_map()
 * @node: one of its nodes
 *
 * Returns: (transfer full): what it is, how it goes, whom it serves and what it climbs to
 */
char *
tras_map_nodes_dup_words (TrasStrategyMap *map,
                          guint            node)
{
  const TrasMapNode *it = tras_strategy_map_get (map, node);
  g_autofree char *place = dup_place (map, it);
  g_autofree char *kind = dup_kind (it);
  g_autoptr (GString) text = g_string_new (kind);

  if (it->words != NULL)
    g_string_append_printf (text, " %s.", it->words);
  if (it->kind != TRAS_MAP_PLAN)
    g_string_append_printf (text, " %s", get_serves (it));
  if (*place != '\0')
    g_string_append_printf (text, " %s", place);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

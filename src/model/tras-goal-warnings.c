/* tras-goal-warnings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-area.h"
#include "tras-goal-warnings.h"
#include "tras-person.h"
#include "tras-sentence.h"

/* However small an area is, it may want two things at once. */
#define LEAST_GOALS 2

#define MINUTES_AN_HOUR 60.0

/* What a person has on their hands. */
typedef struct
{
  gint64 id;
  char *name;
  gint64 open_minutes;
  gint64 week_minutes;
  TrasDay last_due;
  gboolean left;
} Person;

typedef struct
{
  gint64 id;
  gint64 parent_id;
  char *name;
  gint64 own_heads;
  gint64 heads;   /* with those of the areas below it */
  guint n_goals;
} Area;

/* Which of an area's open goals a goal is, by age, from 1. */
typedef struct
{
  gint64 id;
  guint rank;
} Rank;

/* The open goals that pull an indicator up, and those that pull it down. */
typedef struct
{
  GPtrArray *up;
  GPtrArray *down;
} Pulls;

/**
 * TrasGoalFacts:
 *
 * What is known of people, areas and indicators, as far as it tells whether goals fit: read once
 * for all of them.
 */
struct _TrasGoalFacts
{
  TrasDay day;
  GHashTable *people;
  GHashTable *areas;
  GHashTable *ranks;
  GHashTable *pulls;
  guint n_company_goals;
  guint n_staffed_areas;
};

/* ---- reading ---- */

static void
person_free (gpointer data)
{
  Person *self = data;

  g_free (self->name);
  g_free (self);
}

static void
area_free (gpointer data)
{
  Area *self = data;

  g_free (self->name);
  g_free (self);
}

static void
pulls_free (gpointer data)
{
  Pulls *self = data;

  g_ptr_array_unref (self->up);
  g_ptr_array_unref (self->down);
  g_free (self);
}

/* The key is the first member of the value. */
static GHashTable *
table_of (GDestroyNotify value_free)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, value_free);
}

static Person *
get_person (TrasGoalFacts *self,
            gint64         id)
{
  Person *person = g_hash_table_lookup (self->people, &id);

  if (person == NULL)
    {
      person = g_new0 (Person, 1);
      person->id = id;
      person->last_due = TRAS_DAY_NONE;
      g_hash_table_insert (self->people, &person->id, person);
    }

  return person;
}

static gboolean
take_person (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  TrasGoalFacts *self = user_data;
  TrasPerson *row = record;
  Person *person = get_person (self, TRAS_RECORD (row)->id);

  person->name = g_strdup (row->name);
  person->left = row->left_on != TRAS_DAY_NONE && row->left_on <= self->day;

  return TRUE;
}

static gboolean
take_post (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasGoalFacts *self = user_data;
  TrasPost *post = record;

  if (post->from_on <= self->day && (post->to_on == TRAS_DAY_NONE || post->to_on >= self->day))
    get_person (self, post->person_id)->week_minutes += post->week_minutes;

  return TRUE;
}

static gboolean
take_area (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasGoalFacts *self = user_data;
  TrasArea *row = record;
  Area *area = g_new0 (Area, 1);

  area->id = TRAS_RECORD (row)->id;
  area->parent_id = row->parent_id;
  area->name = g_strdup (row->name);
  area->own_heads = row->heads;
  self->n_staffed_areas += row->heads > 0;
  g_hash_table_insert (self->areas, &area->id, area);

  return TRUE;
}

/* Whoever works in an area works in all that it is part of. */
static void
add_up_heads (TrasGoalFacts *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->areas);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Area *area = value;
      gint64 heads = area->own_heads;

      /* No area is part of itself: the file refuses that. */
      for (; area != NULL; area = g_hash_table_lookup (self->areas, &area->parent_id))
        area->heads += heads;
    }
}

/**
 * tras_goal_facts_load:
 * @db: a connection
 * @day: the day to see the goals from
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable): people with their hours, and areas with their people
 */
TrasGoalFacts *
tras_goal_facts_load (TrasDb   *db,
                      TrasDay   day,
                      GError  **error)
{
  g_autoptr (TrasGoalFacts) self = g_new0 (TrasGoalFacts, 1);
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (TrasQuery) posts = tras_query_new (TRAS_TYPE_POST);
  g_autoptr (TrasQuery) areas = tras_query_new (TRAS_TYPE_AREA);

  self->day = day;
  self->people = table_of (person_free);
  self->areas = table_of (area_free);
  self->ranks = table_of (g_free);
  self->pulls = g_hash_table_new_full (NULL, NULL, NULL, pulls_free);
  if (!tras_db_foreach (db, people, take_person, self, error) ||
      !tras_db_foreach (db, posts, take_post, self, error) ||
      !tras_db_foreach (db, areas, take_area, self, error))
    return NULL;
  add_up_heads (self);

  return g_steal_pointer (&self);
}

void
tras_goal_facts_free (TrasGoalFacts *self)
{
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->areas);
  g_hash_table_unref (self->ranks);
  g_hash_table_unref (self->pulls);
  g_free (self);
}

/**
 * tras_goal_facts_add_action:
 * @self: facts
 * @action: any action of the firm
 *
 * Counts what is left of it among its owner's hours, while it is open.
 */
void
tras_goal_facts_add_action (TrasGoalFacts *self,
                            TrasAction    *action)
{
  Person *person;

  if (action->owner_id == 0 || !tras_action_is_open (action))
    return;

  person = get_person (self, action->owner_id);
  person->open_minutes += MAX (action->planned_minutes - action->spent_minutes, 0);
  person->last_due = MAX (person->last_due, action->due_on);
}

/* Where a target wants its indicator to go: 1 up, -1 down, 0 neither. */
static int
get_pull (TrasTargetStatus *self)
{
  if (g_str_equal (self->target->shape, "reach"))
    return self->target->value > self->target->baseline ? 1 : -1;

  return self->series->series.better == TRAS_BETTER_UP ? 1
         : self->series->series.better == TRAS_BETTER_DOWN ? -1 : 0;
}

static void
add_pull (TrasGoalFacts    *self,
          TrasGoalStatus   *status,
          TrasTargetStatus *target)
{
  Pulls *pulls = g_hash_table_lookup (self->pulls, target->series);
  int pull = get_pull (target);

  if (pull == 0)
    return;
  if (pulls == NULL)
    {
      pulls = g_new0 (Pulls, 1);
      pulls->up = g_ptr_array_new ();
      pulls->down = g_ptr_array_new ();
      g_hash_table_insert (self->pulls, target->series, pulls);
    }
  g_ptr_array_add (pull > 0 ? pulls->up : pulls->down, status);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 x = TRAS_RECORD ((*(TrasGoalStatus *const *) a)->goal)->id;
  gint64 y = TRAS_RECORD ((*(TrasGoalStatus *const *) b)->goal)->id;

  return (x > y) - (x < y);
}

/* How many open goals its area, or the firm, has; NULL for a part of another goal that says nothing
 * about whose it is. */
static guint *
get_count (TrasGoalFacts *self,
           TrasGoal      *goal)
{
  Area *area = g_hash_table_lookup (self->areas, &goal->area_id);

  if (area != NULL)
    return &area->n_goals;

  return goal->parent_id == 0 ? &self->n_company_goals : NULL;
}

/**
 * tras_goal_facts_add_goals:
 * @self: facts
 * @goals: (element-type TrasGoalStatus): all goals with their targets; they outlive @self
 *
 * Counts the open ones and what they pull at.
 */
void
tras_goal_facts_add_goals (TrasGoalFacts *self,
                           GPtrArray     *goals)
{
  g_autoptr (GPtrArray) by_age = g_ptr_array_copy (goals, NULL, NULL);

  g_ptr_array_set_free_func (by_age, NULL);
  g_ptr_array_sort (by_age, compare_ids);
  for (guint i = 0; i < by_age->len; i++)
    {
      TrasGoalStatus *status = by_age->pdata[i];
      guint *count = get_count (self, status->goal);

      if (!tras_goal_is_open (status->goal))
        continue;

      if (count != NULL)
        {
          Rank *rank = g_new (Rank, 1);

          *rank = (Rank) { TRAS_RECORD (status->goal)->id, ++*count };
          g_hash_table_insert (self->ranks, &rank->id, rank);
        }
      for (guint k = 0; k < status->targets->len; k++)
        add_pull (self, status, status->targets->pdata[k]);
    }
}

/* ---- the rules ---- */

/* How many open goals are enough: one for each who works there, so that each can have one of their
 * own to look after. The firm's own goals are carried by its areas: one for each that has people.
 * (Ours: a handful is common advice, but an area of forty can follow more than five.) */
static gint64
get_most_goals (TrasGoalFacts *self,
                gint64         area_id)
{
  Area *area = g_hash_table_lookup (self->areas, &area_id);

  return MAX (LEAST_GOALS, area != NULL ? area->heads : (gint64) self->n_staffed_areas);
}

/* Those that came first are not too many. A goal that is not written down yet comes last. */
static gboolean
is_too_many (TrasGoalFacts  *self,
             TrasGoalStatus *status)
{
  Rank *rank = g_hash_table_lookup (self->ranks, &TRAS_RECORD (status->goal)->id);
  guint *count = get_count (self, status->goal);

  if (count == NULL)
    return FALSE;

  return (rank != NULL ? rank->rank : *count + 1) > get_most_goals (self, status->goal->area_id);
}

/* What an owner has to do until the last of it is due (a week at least), and what they work until
 * then. */
static void
get_load (TrasGoalFacts  *self,
          TrasGoalStatus *status,
          Person         *person,
          gint64         *needed,
          gint64         *worked,
          TrasDay        *until)
{
  TrasDay last = status->draft_minutes > 0 ? MAX (person->last_due, status->goal->due_on)
                                           : person->last_due;

  *until = MAX (last, self->day + 7);
  *needed = person->open_minutes + status->draft_minutes;
  *worked = person->week_minutes * ((gint64) *until - self->day) / 7;
}

static gboolean
is_busy (TrasGoalFacts  *self,
         TrasGoalStatus *status,
         Person         *person)
{
  gint64 needed, worked;
  TrasDay until;

  get_load (self, status, person, &needed, &worked, &until);

  return needed > worked;
}

static const TrasLimits *
get_limits (TrasTargetStatus *target)
{
  const TrasVerdict *verdict = target->series->verdict;

  return verdict->n_limits > 0 ? &verdict->limits[verdict->n_limits - 1] : NULL;
}

/* A process that gives nothing unusual goes on as it is. A sum is no level, and one that is being
 * changed has no limits yet. */
static gboolean
is_beyond (TrasTargetStatus *target)
{
  TrasSeries series = target->series->series;
  const TrasLimits *limits = get_limits (target);

  if (g_str_equal (target->target->shape, "total") || limits == NULL ||
      target->series->verdict->variation != TRAS_VARIATION_COMMON)
    return FALSE;

  if (series.better == TRAS_BETTER_BAND)
    {
      series.band_low = target->target->low;
      series.band_high = target->target->high;
    }

  return tras_assurance_of (&series, limits,
                            tras_target_get_line (target->target, series.better)) ==
         TRAS_ASSURANCE_MISSES;
}

static TrasTargetStatus *
find_beyond (TrasGoalStatus *status)
{
  for (guint i = 0; i < status->targets->len; i++)
    {
      if (is_beyond (status->targets->pdata[i]))
        return status->targets->pdata[i];
    }

  return NULL;
}

/**
 * tras_goal_board_find_opposed:
 * @self: a board
 * @status: a goal of it, or a draft
 *
 * Returns: (transfer none) (nullable): an open goal that pulls one of its indicators the other way
 */
TrasGoalStatus *
tras_goal_board_find_opposed (TrasGoalBoard  *self,
                              TrasGoalStatus *status)
{
  g_return_val_if_fail (self != NULL && status != NULL, NULL);

  for (guint i = 0; i < status->targets->len; i++)
    {
      TrasTargetStatus *target = status->targets->pdata[i];
      Pulls *pulls = g_hash_table_lookup (self->facts->pulls, target->series);
      int pull = get_pull (target);
      GPtrArray *others;

      if (pulls == NULL || pull == 0)
        continue;
      others = pull > 0 ? pulls->down : pulls->up;
      for (guint k = 0; k < others->len; k++)
        {
          if (others->pdata[k] != status)
            return others->pdata[k];
        }
    }

  return NULL;
}

/**
 * tras_goal_warnings_find:
 * @board: the board with all goals
 * @status: a goal of it, or a draft
 *
 * Returns: what is amiss with it; nothing for a goal that is not open
 */
TrasGoalWarnings
tras_goal_warnings_find (TrasGoalBoard  *board,
                         TrasGoalStatus *status)
{
  TrasGoal *goal = status->goal;
  TrasGoalFacts *facts = board->facts;
  TrasGoalStatus *parent = goal->parent_id != 0 ? tras_goal_board_find (board, goal->parent_id)
                                                : NULL;
  Person *owner = g_hash_table_lookup (facts->people, &goal->owner_id);
  guint warnings = TRAS_GOAL_FINE;

  if (!tras_goal_is_open (goal))
    return TRAS_GOAL_FINE;

  if (goal->owner_id == 0)
    warnings |= TRAS_GOAL_NO_OWNER;
  if (goal->targets == 0)
    warnings |= TRAS_GOAL_NO_TARGET;
  if (goal->actions == 0)
    warnings |= TRAS_GOAL_NO_PLAN;
  if (goal->area_id != 0 && goal->parent_id == 0)
    warnings |= TRAS_GOAL_ORPHAN;
  if (parent != NULL && goal->due_on > parent->goal->due_on)
    warnings |= TRAS_GOAL_DUE_AFTER_PARENT;
  if (owner != NULL && owner->left)
    warnings |= TRAS_GOAL_OWNER_LEFT;
  else if (owner != NULL && is_busy (facts, status, owner))
    warnings |= TRAS_GOAL_OWNER_BUSY;
  if (tras_goal_board_find_opposed (board, status) != NULL)
    warnings |= TRAS_GOAL_OPPOSED;
  if (find_beyond (status) != NULL)
    warnings |= TRAS_GOAL_BEYOND_REACH;
  if (is_too_many (facts, status))
    warnings |= TRAS_GOAL_TOO_MANY;

  return (TrasGoalWarnings) warnings;
}

/* ---- in words ---- */

/**
 * tras_goal_warning_get_label:
 * @warning: one warning
 *
 * Returns: (transfer none) (nullable): what it says of any goal, translated; %NULL for none
 */
const char *
tras_goal_warning_get_label (TrasGoalWarnings warning)
{
  switch (warning)
    {
    case TRAS_GOAL_NO_OWNER:
      return _("No owner: nobody answers for it.");
    case TRAS_GOAL_NO_TARGET:
      return _("No target: nothing says when it is reached.");
    case TRAS_GOAL_NO_PLAN:
      return _("No plan: nobody does anything about it.");
    case TRAS_GOAL_ORPHAN:
      return _("It climbs to no goal of the firm.");
    case TRAS_GOAL_DUE_AFTER_PARENT:
      return _("It is due after the goal that it climbs to.");
    case TRAS_GOAL_OWNER_LEFT:
      return _("Its owner has left the firm.");
    case TRAS_GOAL_OWNER_BUSY:
      return _("Its owner has more open hours than they work.");
    case TRAS_GOAL_OPPOSED:
      return _("Another goal pulls one of its indicators the other way.");
    case TRAS_GOAL_BEYOND_REACH:
      return _("The process as it is will keep missing its target.");
    case TRAS_GOAL_TOO_MANY:
      return _("More goals than people to look after them.");
    case TRAS_GOAL_FINE:
    default:
      return NULL;
    }
}

static char *
dup_hours (gint64 minutes)
{
  return tras_number_format_real (tras_number_format_get_default (),
                                  (double) minutes / MINUTES_AN_HOUR, 0);
}

static char *
dup_busy (TrasGoalBoard  *board,
          TrasGoalStatus *status)
{
  Person *person = g_hash_table_lookup (board->facts->people, &status->goal->owner_id);
  g_autofree char *date = NULL;
  g_autofree char *needs = NULL;
  g_autofree char *works = NULL;
  gint64 needed, worked;
  TrasDay until;

  get_load (board->facts, status, person, &needed, &worked, &until);
  date = tras_number_format_date_medium (tras_number_format_get_default (), until);
  needs = dup_hours (needed);
  works = dup_hours (worked);

  /* Translators: a person, the hours that their open actions need, a date, and the hours that they
   * work until then: “Ana needs 310 h until 30 Jun 2026 and works 280 h.” */
  return g_strdup_printf (_("%s needs %s h until %s and works %s h."), person->name, needs, date,
                          works);
}

static char *
dup_late (TrasGoalBoard  *board,
          TrasGoalStatus *status)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasGoal *parent = tras_goal_board_find (board, status->goal->parent_id)->goal;
  g_autofree char *due = tras_number_format_date_medium (format, status->goal->due_on);
  g_autofree char *parent_due = tras_number_format_date_medium (format, parent->due_on);

  /* Translators: a date, a goal and its date */
  return g_strdup_printf (_("Due on %s, after the goal that it climbs to: “%s” is due on %s."),
                          due, parent->title, parent_due);
}

/* Limits are finer than the values that they come from. */
static char *
dup_limit (TrasTargetStatus *target,
           double            limit)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  int decimals = (int) target->series->indicator->decimals;

  if (decimals == 0 && fabs (limit) < 10)
    decimals = 1;
  if (g_strcmp0 (target->series->indicator->unit, "%") == 0)
    return tras_number_format_percent (format, limit, decimals);

  return tras_number_format_real (format, limit, decimals);
}

static char *
dup_beyond (TrasGoalStatus *status)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasTargetStatus *target = find_beyond (status);
  const TrasLimits *limits = get_limits (target);
  TrasBetter better = target->series->series.better;
  const char *name = target->series->indicator->name;
  g_autofree char *lower = dup_limit (target, limits->drawn_lower);
  g_autofree char *upper = dup_limit (target, limits->drawn_upper);
  g_autofree char *value = NULL;

  if (better == TRAS_BETTER_BAND)
    /* Translators: an indicator and the two limits of what it gives */
    return g_strdup_printf (_("%s gives %s to %s: the process as it is will keep missing the "
                              "band."), name, lower, upper);

  value = tras_sentence_value (target->series, tras_target_get_line (target->target, better),
                               format);
  /* Translators: an indicator, the two limits of what it gives, and its target: “Late orders gives
   * 5.1% to 9.8%: the process as it is will keep missing 4%.” */
  return g_strdup_printf (_("%s gives %s to %s: the process as it is will keep missing %s."), name,
                          lower, upper, value);
}

static char *
dup_too_many (TrasGoalBoard  *board,
              TrasGoalStatus *status)
{
  TrasGoalFacts *facts = board->facts;
  Area *area = g_hash_table_lookup (facts->areas, &status->goal->area_id);
  Rank *rank = g_hash_table_lookup (facts->ranks, &TRAS_RECORD (status->goal)->id);
  guint n = *get_count (facts, status->goal) + (rank == NULL);

  if (area != NULL)
    /* Translators: an area, its open goals and the people in it. The first number decides the
     * plural. */
    return g_strdup_printf (ngettext ("%s has %u open goal, and people: %d. What can wait?",
                                      "%s has %u open goals, and people: %d. What can wait?", n),
                            area->name, n, (int) area->heads);

  /* Translators: the firm's own open goals, and how many areas it has. The first number decides the
   * plural. */
  return g_strdup_printf (ngettext ("The firm has %u open goal of its own, and areas to carry it: "
                                    "%u. What can wait?",
                                    "The firm has %u open goals of its own, and areas to carry "
                                    "them: %u. What can wait?", n), n, facts->n_staffed_areas);
}

/**
 * tras_goal_warning_dup_words:
 * @warning: one warning of @status
 * @board: the board with all goals
 * @status: a goal of it, or a draft
 *
 * Returns: (transfer full): a sentence with the facts: which goal, how many hours, which value
 */
char *
tras_goal_warning_dup_words (TrasGoalWarnings  warning,
                             TrasGoalBoard    *board,
                             TrasGoalStatus   *status)
{
  g_return_val_if_fail (board != NULL && status != NULL, NULL);

  switch (warning)
    {
    case TRAS_GOAL_DUE_AFTER_PARENT:
      return dup_late (board, status);
    case TRAS_GOAL_OWNER_BUSY:
      return dup_busy (board, status);
    case TRAS_GOAL_OPPOSED:
      /* Translators: %s is a goal */
      return g_strdup_printf (_("“%s” pulls the same indicator the other way."),
                              tras_goal_board_find_opposed (board, status)->goal->title);
    case TRAS_GOAL_BEYOND_REACH:
      return dup_beyond (status);
    case TRAS_GOAL_TOO_MANY:
      return dup_too_many (board, status);
    case TRAS_GOAL_NO_OWNER:
    case TRAS_GOAL_NO_TARGET:
    case TRAS_GOAL_NO_PLAN:
    case TRAS_GOAL_ORPHAN:
    case TRAS_GOAL_OWNER_LEFT:
    case TRAS_GOAL_FINE:
    default:
      return g_strdup (tras_goal_warning_get_label (warning));
    }
}

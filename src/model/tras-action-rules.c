/* tras-action-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-rules.h"
#include "tras-error.h"
#include "tras-number.h"
#include "tras-person.h"
#include "tras-refusal.h"
#include "tras-schedule.h"

/* Whoever gives an open action a date that long ago has mistyped the year. */
#define LONGEST_AGO_YEARS 5

/* A circle of more actions than these is not told one by one. */
#define MOST_NAMED 5

static char *
dup_day (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

/* ---- who does it ---- */

static gboolean
check_owner (TrasAction  *action,
             TrasDb      *db,
             const char **field,
             GError     **error)
{
  g_autoptr (TrasPerson) owner = tras_db_load (db, TRAS_TYPE_PERSON, action->owner_id, NULL);
  g_autofree char *left = NULL;

  /* One that is not there is refused by its reference. */
  if (owner == NULL || owner->left_on == TRAS_DAY_NONE || owner->left_on >= tras_day_today ())
    return TRUE;

  left = dup_day (owner->left_on);

  /* Translators: a person and a date */
  return tras_refuse (field, "owner_id", error, _("%s left on %s: choose someone who is here"),
                      owner->name, left);
}

/* ---- when ---- */

static gboolean
check_not_long_ago (TrasDay      day,
                    const char  *name,
                    const char **field,
                    GError     **error)
{
  TrasDay first = tras_day_add_months (tras_day_today (), -12 * LONGEST_AGO_YEARS);
  g_autofree char *text = NULL;

  if (day == TRAS_DAY_NONE || day >= first)
    return TRUE;

  text = dup_day (day);

  return tras_refuse (field, name, error, _("%s is long past: is the year right?"), text);
}

static gboolean
check_order (TrasAction  *action,
             gboolean     due_moved,
             const char **field,
             GError     **error)
{
  g_autofree char *starts = NULL;
  g_autofree char *due = NULL;

  if (action->starts_on == TRAS_DAY_NONE || action->due_on == TRAS_DAY_NONE ||
      action->starts_on <= action->due_on)
    return TRUE;

  starts = dup_day (action->starts_on);
  due = dup_day (action->due_on);
  if (due_moved)
    return tras_refuse (field, "due_on", error,
                        _("It starts on %s and cannot be due before"), starts);

  return tras_refuse (field, "starts_on", error,
                      _("It is due on %s and cannot start after that"), due);
}

/**
 * tras_action_rules_check_action:
 * @action: an action that is to be written
 * @before: (nullable): as it is in the file, %NULL for a new one
 * @db: a connection
 * @field: (out): the name of the field that will not do
 * @error: %TRAS_ERROR_REFUSED, with a sentence without its full stop
 *
 * What was once stored stays: owners leave, and history is brought along. Only what is new is
 * looked at, and only while the action is open.
 *
 * Returns: whether the action can be written
 */
gboolean
tras_action_rules_check_action (TrasAction  *action,
                                TrasAction  *before,
                                TrasDb      *db,
                                const char **field,
                                GError     **error)
{
  gboolean due_new, starts_new;

  g_return_val_if_fail (TRAS_IS_ACTION (action), FALSE);
  g_return_val_if_fail (before == NULL || TRAS_IS_ACTION (before), FALSE);
  g_return_val_if_fail (TRAS_IS_DB (db), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (!tras_action_is_open (action))
    return TRUE;

  due_new = before == NULL || before->due_on != action->due_on;
  starts_new = before == NULL || before->starts_on != action->starts_on;

  return (!due_new || check_not_long_ago (action->due_on, "due_on", field, error)) &&
         (!starts_new || check_not_long_ago (action->starts_on, "starts_on", field, error)) &&
         (!(due_new || starts_new) ||
          check_order (action, due_new && !starts_new, field, error)) &&
         (action->owner_id == 0 || (before != NULL && before->owner_id == action->owner_id) ||
          check_owner (action, db, field, error));
}

/**
 * tras_action_rules_check:
 * @edit: an edit whose records are not written yet
 * @db: the connection, in the edit
 * @error: as of tras_action_rules_check_action()
 *
 * For tras_edit_set_check(): looks at the actions of the edit, and tells it which field was
 * refused.
 *
 * Returns: whether they can be written
 */
gboolean
tras_action_rules_check (TrasEdit  *edit,
                         TrasDb    *db,
                         GError   **error)
{
  g_return_val_if_fail (TRAS_IS_EDIT (edit), FALSE);

  for (guint i = 0; i < tras_edit_get_n_records (edit); i++)
    {
      gboolean deletes;
      TrasRecord *record = tras_edit_get_record (edit, i, &deletes);
      g_autoptr (TrasAction) before = NULL;
      const char *field = NULL;

      if (deletes || !TRAS_IS_ACTION (record))
        continue;
      if (record->id != 0)
        before = tras_db_load (db, TRAS_TYPE_ACTION, record->id, NULL);
      if (!tras_action_rules_check_action (TRAS_ACTION (record), before, db, &field, error))
        {
          tras_edit_set_refused (edit, field);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * tras_action_rules_dup_warning:
 * @action: an action
 * @goal: (nullable): the goal that it serves
 *
 * Returns: (transfer full) (nullable): what of its dates is odd and still may be meant, a sentence;
 *   %NULL where nothing is
 */
char *
tras_action_rules_dup_warning (TrasAction *action,
                               TrasGoal   *goal)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (TRAS_IS_ACTION (action), NULL);
  g_return_val_if_fail (goal == NULL || TRAS_IS_GOAL (goal), NULL);

  if (goal == NULL || !tras_action_is_open (action) || action->due_on == TRAS_DAY_NONE)
    return NULL;

  if (goal->starts_on != TRAS_DAY_NONE && action->due_on < goal->starts_on)
    {
      day = dup_day (goal->starts_on);
      return g_strdup_printf (_("The goal begins on %s, after this is due."), day);
    }
  if (goal->due_on != TRAS_DAY_NONE && action->due_on > goal->due_on)
    {
      day = dup_day (goal->due_on);
      return g_strdup_printf (_("The goal is due on %s, before this is."), day);
    }

  return NULL;
}

/* ---- circles ---- */

static const char *
get_title (GHashTable *titles,
           gint64      id)
{
  const char *title = g_hash_table_lookup (titles, &id);

  return title != NULL ? title : "?";
}

static GHashTable *
load_titles (TrasDb       *db,
             const gint64 *ids,
             gsize         n_ids)
{
  g_autoptr (GPtrArray) actions = tras_db_load_many (db, TRAS_TYPE_ACTION, ids, (guint) n_ids,
                                                     NULL);
  GHashTable *titles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; actions != NULL && i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      g_hash_table_insert (titles, g_memdup2 (&TRAS_RECORD (action)->id, sizeof (gint64)),
                           g_strdup (action->title));
    }

  return titles;
}

/* The circle begins with the action that would wait; what is told first is what waits already. */
static char *
dup_circle (GHashTable   *titles,
            const gint64 *ids,
            gsize         n_ids)
{
  const char *first = get_title (titles, ids[0]);
  const char *second = get_title (titles, ids[1]);
  g_autofree char *waits = NULL;

  if (n_ids > MOST_NAMED)
    {
      int between = (int) n_ids - 2;

      /* Translators: two actions, how many stand between them, and the two again */
      return g_strdup_printf (ngettext ("“%s” waits for “%s” by way of %d other action, and “%s” "
                                        "would wait for “%s”",
                                        "“%s” waits for “%s” by way of %d other actions, and “%s” "
                                        "would wait for “%s”", (gulong) between),
                              second, first, between, first, second);
    }

  for (gsize i = 1; i < n_ids; i++)
    {
      const char *waiting = get_title (titles, ids[i]);
      const char *waited = get_title (titles, ids[(i + 1) % n_ids]);
      /* Translators: two actions */
      g_autofree char *one = g_strdup_printf (_("“%s” waits for “%s”"), waiting, waited);
      g_autofree char *longer =
        waits != NULL ? g_strdup_printf (C_("list", "%s, %s"), waits, one) : NULL;

      g_free (waits);
      waits = longer != NULL ? g_steal_pointer (&longer) : g_steal_pointer (&one);
    }

  /* Translators: what waits for what already, then two actions */
  return g_strdup_printf (_("%s, and “%s” would wait for “%s”"), waits, first, second);
}

/**
 * tras_action_rules_dup_cycle:
 * @link: a dependency that was refused
 * @db: a connection
 *
 * Returns: (transfer full) (nullable): the circle that it would close, named, a sentence without
 *   its full stop; %NULL where it closes none
 */
char *
tras_action_rules_dup_cycle (TrasActionAfter *link,
                             TrasDb          *db)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION_AFTER);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (TrasScheduleLink));
  TrasScheduleLink added = { .action_id = link->action_id, .after_id = link->after_id };
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GHashTable) titles = NULL;
  g_autofree gint64 *circle = NULL;
  gsize n_members;

  g_return_val_if_fail (TRAS_IS_ACTION_AFTER (link), NULL);
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  stored = tras_db_select (db, query, NULL);
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    {
      TrasActionAfter *after = stored->pdata[i];
      TrasScheduleLink one = { .action_id = after->action_id, .after_id = after->after_id };

      g_array_append_val (links, one);
    }
  circle = tras_schedule_find_cycle ((TrasScheduleLink *) (gpointer) links->data, links->len,
                                     &added, &n_members);
  if (circle == NULL || n_members < 2)
    return NULL;
  titles = load_titles (db, circle, n_members);

  return dup_circle (titles, circle, n_members);
}

/* tras-import-plan.c: the rows of a file as actions, their needs and what they wait for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-action-rules.h"
#include "tras-error.h"
#include "tras-fold.h"
#include "tras-import-private.h"
#include "tras-plan-row.h"

/* A row of the file. */
typedef struct
{
  TrasPlanRow *row;    /* as far as it could be read */
  TrasAction *action;  /* what it became, or the one that says the same; NULL where it is refused */
  gboolean is_new;
  GArray *after;       /* the ids of the actions that it waits for */
  guint line;
} Line;

typedef struct
{
  /* borrowed */
  TrasImportRun *run;
  TrasDb *db;

  GPtrArray *lines;
  GHashTable *by_title;  /* folded title: array of Line */
  GHashTable *present;   /* goal and folded title: array of open actions that no row is about yet */
  GHashTable *closed;    /* ids of actions that nobody has to wait for any more */
  GHashTable *waits;     /* id of an action: array of the ids that it waits for */
  TrasNames *names;      /* of the actions that were there before */
} Plan;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_object (&line->row);
  g_clear_object (&line->action);
  g_clear_pointer (&line->after, g_array_unref);
  g_free (line);
}

static void
plan_clear (Plan *self)
{
  g_clear_pointer (&self->by_title, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->present, g_hash_table_unref);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  g_clear_pointer (&self->waits, g_hash_table_unref);
  g_clear_pointer (&self->names, tras_names_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

/* ---- refusing ---- */

static TrasImportColumn *
find_column (Plan       *self,
             const char *field)
{
  TrasImport *import = self->run->import;

  return tras_import_find_column (import->columns, tras_table_find_field (import->table, field));
}

/* What depends on the row goes with it; a row that was there before stays as it is. */
static gboolean
drop (Plan    *self,
      Line    *line,
      GError **error)
{
  g_autoptr (TrasAction) action = g_steal_pointer (&line->action);

  if (action == NULL)
    return TRUE;
  if (!line->is_new)
    {
      self->run->import->counts.n_same--;
      return TRUE;
    }
  self->run->import->counts.n_new--;

  return tras_db_delete (self->db, action, error);
}

static gboolean
refuse (Plan       *self,
        Line       *line,
        const char *field,
        const char *value,
        const char *reason,
        GError    **error)
{
  tras_import_run_refuse (self->run, line->line, find_column (self, field), g_strdup (value),
                          reason);

  return drop (self, line, error);
}

/* ---- what is there already ---- */

static char *
dup_key (gint64      goal_id,
         const char *title)
{
  g_autofree char *folded = tras_fold_key (title);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", goal_id, folded);
}

static void
add_to_group (GHashTable     *groups,
              char           *key,
              gpointer        member,
              GDestroyNotify  free_func)
{
  GPtrArray *group = g_hash_table_lookup (groups, key);

  if (group == NULL)
    {
      group = g_ptr_array_new_with_free_func (free_func);
      g_hash_table_insert (groups, g_strdup (key), group);
    }
  g_ptr_array_add (group, member);
  g_free (key);
}

static gboolean
add_present (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  Plan *self = user_data;
  TrasAction *action = record;

  if (!tras_action_is_open (action))
    g_hash_table_add (self->closed, g_memdup2 (&TRAS_RECORD (action)->id, sizeof (gint64)));
  else if (action->goal_id != 0)
    add_to_group (self->present, dup_key (action->goal_id, action->title),
                  tras_record_dup (record), g_object_unref);

  return TRUE;
}

static gboolean
add_wait (gpointer   record,
          gpointer   user_data,
          GError   **error)
{
  Plan *self = user_data;
  TrasActionAfter *link = record;
  GArray *ids = g_hash_table_lookup (self->waits, &link->action_id);

  if (g_hash_table_contains (self->closed, &link->after_id))
    return TRUE;
  if (ids == NULL)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->waits, g_memdup2 (&link->action_id, sizeof (gint64)), ids);
    }
  g_array_append_val (ids, link->after_id);

  return TRUE;
}

static gboolean
load (Plan    *self,
      GError **error)
{
  g_autoptr (TrasQuery) actions = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasQuery) links = tras_query_new (TRAS_TYPE_ACTION_AFTER);

  self->names = tras_names_load (self->db, TRAS_TYPE_ACTION, error);

  return self->names != NULL && tras_db_foreach (self->db, actions, add_present, self, error) &&
         tras_db_foreach (self->db, links, add_wait, self, error);
}

/* The first column in which the action says something else than the row; NULL for none. */
static const char *
find_difference (Plan        *self,
                 TrasPlanRow *row,
                 TrasAction  *action)
{
  const struct
  {
    const char *field;
    gboolean same;
  } values[] = {
    { "kind", g_strcmp0 (row->kind, action->kind) == 0 },
    { "owner_id", row->owner_id == action->owner_id },
    { "starts_on", row->starts_on == action->starts_on },
    { "due_on", row->due_on == action->due_on },
    { "hours", tras_plan_row_get_minutes (row) == action->planned_minutes },
    { "money", row->money == action->planned_money },
    { "done_when", g_strcmp0 (row->done_when, action->done_when) == 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (!values[i].same && find_column (self, values[i].field) != NULL)
        return values[i].field;
    }

  return NULL;
}

/* ---- rows ---- */

/* Takes the action that the row is about out of those that are there; FALSE where there is one that
 * says something else. */
static gboolean
take_present (Plan    *self,
              Line    *line,
              GError **error)
{
  g_autofree char *key = dup_key (line->row->goal_id, line->row->title);
  GPtrArray *group = g_hash_table_lookup (self->present, key);
  const char *field = NULL;

  for (guint i = 0; group != NULL && i < group->len; i++)
    {
      field = find_difference (self, line->row, group->pdata[i]);
      if (field != NULL)
        continue;
      line->action = g_ptr_array_steal_index (group, i);
      self->run->import->counts.n_same++;
      return TRUE;
    }
  if (field == NULL)
    return TRUE;

  self->run->cells.culprit = find_column (self, field);
  g_set_error (error, TRAS_ERROR, TRAS_ERROR_INVALID,
               /* Translators: the code of an action */
               _("%s is there already and says something else; change it there"),
               TRAS_ACTION (group->pdata[0])->code);

  return FALSE;
}

static gboolean
add_action (Plan    *self,
            Line    *line,
            GError **error)
{
  g_autoptr (TrasAction) action = tras_action_new ();
  g_autoptr (GError) refused = NULL;
  const char *field = NULL;

  action->goal_id = line->row->goal_id;
  action->title = g_strdup (line->row->title);
  action->kind = line->row->kind;
  action->owner_id = line->row->owner_id;
  action->starts_on = line->row->starts_on;
  action->due_on = line->row->due_on;
  action->done_when = g_strdup (line->row->done_when);
  if (!tras_action_rules_check_action (action, NULL, self->db, &field, &refused))
    {
      self->run->cells.culprit = find_column (self, field);
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_INVALID, refused->message);
      return FALSE;
    }
  if (!tras_db_insert (self->db, action, error))
    return FALSE;

  line->action = g_steal_pointer (&action);
  line->is_new = TRUE;
  self->run->import->counts.n_new++;

  return TRUE;
}

static gboolean
take_row (Plan              *self,
          Line              *line,
          const TrasCsvRow  *row,
          GError           **error)
{
  TrasCells *cells = &self->run->cells;
  TrasPlanRow *read = TRAS_PLAN_ROW (cells->row);
  gboolean readable;

  /* Of a row that cannot be read, nothing is left of the one before. */
  g_clear_pointer (&read->title, g_free);
  read->goal_id = 0;
  readable = tras_cells_read (cells, row, error);
  line->row = TRAS_PLAN_ROW (tras_record_dup (cells->row));
  if (read->title != NULL)
    add_to_group (self->by_title, tras_fold_key (read->title), line, NULL);

  return readable && take_present (self, line, error) &&
         (line->action != NULL || add_action (self, line, error));
}

static gboolean
take_rows (Plan    *self,
           GError **error)
{
  TrasImportRun *run = self->run;
  g_autoptr (TrasCsvReader) reader = tras_csv_dialect_open (run->import->dialect);
  const TrasCsvRow *row;

  while ((row = tras_csv_reader_next (reader, error)) != NULL)
    {
      GError *problem = NULL;
      Line *line;

      if (!tras_import_run_step (run, error))
        return FALSE;
      if (tras_csv_row_is_empty (row))
        continue;

      line = g_new0 (Line, 1);
      line->line = row->line;
      line->after = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (self->lines, line);
      if (!take_row (self, line, row, &problem) &&
          !tras_import_run_refuse_error (run, row, row->line, NULL, problem, error))
        return FALSE;
    }

  return *error == NULL;
}

/* ---- what waits for what ---- */

/* The row of the file that goes by a title: one of the same goal before others. NULL for none. */
static Line *
find_line (Plan        *self,
           Line        *line,
           const char  *title,
           gboolean    *ambiguous)
{
  g_autofree char *key = tras_fold_key (title);
  GPtrArray *group = g_hash_table_lookup (self->by_title, key);
  Line *same_goal = NULL, *any = NULL;
  guint n_same_goal = 0;

  *ambiguous = FALSE;
  for (guint i = 0; group != NULL && i < group->len; i++)
    {
      any = group->pdata[i];
      if (any->row->goal_id != line->row->goal_id)
        continue;
      same_goal = any;
      n_same_goal++;
    }
  if (any == NULL)
    return NULL;

  *ambiguous = n_same_goal != 1 && group->len > 1;

  return n_same_goal == 1 ? same_goal : any;
}

/* The action that a title or a code names; 0 and why not where none can be told. */
static gint64
find_action (Plan        *self,
             Line        *line,
             const char  *text,
             char       **why)
{
  gboolean ambiguous;
  Line *named = find_line (self, line, text, &ambiguous);
  gint64 id;

  if (named == line && !ambiguous)
    *why = g_strdup (_("An action cannot wait for itself"));
  else if (named != NULL && !ambiguous && named->action == NULL)
    *why = g_strdup_printf (_("“%s” in line %u is refused itself"), text, named->line);
  else if (named != NULL && !ambiguous)
    return TRAS_RECORD (named->action)->id;
  if (*why != NULL)
    return 0;

  id = named == NULL ? tras_names_find (self->names, text, strlen (text)) : TRAS_NAMES_AMBIGUOUS;
  if (id > 0)
    return id;

  *why = id == TRAS_NAMES_AMBIGUOUS
    ? g_strdup_printf (_("There are several called “%s”; use the code"), text)
    : g_strdup_printf (_("Nothing is called “%s”"), text);

  return 0;
}

static gboolean
is_one (Plan       *self,
        Line       *line,
        const char *text)
{
  gboolean ambiguous;

  return find_line (self, line, text, &ambiguous) != NULL ||
         tras_names_find (self->names, text, strlen (text)) != 0;
}

/* A title may have a semicolon in it: a cell that is one title is that one, and of several each
 * may have a line of its own. */
static char **
split (Plan *self,
       Line *line)
{
  const char *after = line->row->after;

  if (after == NULL)
    return g_new0 (char *, 1);
  if (strchr (after, '\n') == NULL && is_one (self, line, after))
    return g_strsplit (after, "\n", -1);

  return g_strsplit (after, strchr (after, '\n') != NULL ? "\n" : ";", -1);
}

static gboolean
has_id (GArray *ids,
        gint64  id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return TRUE;
    }

  return FALSE;
}

/* Whether an action that was there waits for what its row says, and for nothing else; what is done
 * already does not count. */
static gboolean
waits_for_same (Plan *self,
                Line *line)
{
  GArray *ids = g_hash_table_lookup (self->waits, &TRAS_RECORD (line->action)->id);
  guint n_open = 0;

  for (guint i = 0; i < line->after->len; i++)
    {
      gint64 id = g_array_index (line->after, gint64, i);

      if (g_hash_table_contains (self->closed, &id))
        continue;
      if (!has_id (ids, id))
        return FALSE;
      n_open++;
    }

  return n_open == (ids != NULL ? ids->len : 0);
}

static gboolean
resolve (Plan    *self,
         Line    *line,
         GError **error)
{
  g_auto (GStrv) names = split (self, line);

  g_array_set_size (line->after, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *why = NULL;
      gint64 id;

      if (*g_strstrip (names[i]) == '\0')
        continue;
      id = find_action (self, line, names[i], &why);
      if (id == 0)
        return refuse (self, line, "after", names[i], why, error);
      if (!has_id (line->after, id))
        g_array_append_val (line->after, id);
    }

  if (!line->is_new && find_column (self, "after") != NULL && !waits_for_same (self, line))
    {
      g_autofree char *reason =
        g_strdup_printf (_("%s is there already and says something else; change it there"),
                         line->action->code);

      return refuse (self, line, "after", line->row->after, reason, error);
    }

  return TRUE;
}

/* Rows go that wait for one that is refused, and those that wait for them. */
static gboolean
resolve_all (Plan    *self,
             GError **error)
{
  guint n_refused;

  do
    {
      n_refused = self->run->import->counts.n_refused;
      for (guint i = 0; i < self->lines->len; i++)
        {
          Line *line = self->lines->pdata[i];

          if (line->action != NULL && !resolve (self, line, error))
            return FALSE;
        }
    }
  while (self->run->import->counts.n_refused > n_refused);

  return TRUE;
}

/* Makes one action wait for another; @circle says why not where they would wait for each other. */
static gboolean
add_link (Plan    *self,
          gint64   action_id,
          gint64   after_id,
          char   **circle,
          GError **error)
{
  g_autoptr (TrasActionAfter) link = tras_action_after_new ();
  g_autoptr (GError) refused = NULL;

  link->action_id = action_id;
  link->after_id = after_id;
  if (tras_db_insert (self->db, link, &refused))
    return TRUE;
  if (g_error_matches (refused, TRAS_ERROR, TRAS_ERROR_CONSTRAINT))
    *circle = tras_action_rules_dup_cycle (link, self->db);
  if (*circle == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }

  return TRUE;
}

static gboolean
link_line (Plan    *self,
           Line    *line,
           GError **error)
{
  for (guint i = 0; i < line->after->len; i++)
    {
      g_autofree char *circle = NULL;

      if (!add_link (self, TRAS_RECORD (line->action)->id,
                     g_array_index (line->after, gint64, i), &circle, error))
        return FALSE;
      if (circle != NULL)
        return refuse (self, line, "after", line->row->after, circle, error);
    }

  return TRUE;
}

/* The row that would close a circle takes with it what waits for it. */
static gboolean
link_all (Plan    *self,
          GError **error)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];

      if (!line->is_new || line->action == NULL)
        continue;
      if (!link_line (self, line, error) ||
          (line->action == NULL && !resolve_all (self, error)))
        return FALSE;
    }

  return TRUE;
}

/* ---- what is needed ---- */

static gboolean
add_need (Plan        *self,
          Line        *line,
          const char  *what,
          const char  *kind,
          gint64       minutes,
          gint64       money,
          GError     **error)
{
  g_autoptr (TrasActionNeed) need = tras_action_need_new ();

  if (minutes == 0 && money == 0)
    return TRUE;

  need->action_id = TRAS_RECORD (line->action)->id;
  need->what = g_strdup (what);
  need->kind = g_intern_string (kind);
  need->planned_minutes = minutes;
  need->planned_money = money;

  return tras_db_insert (self->db, need, error);
}

static gboolean
add_needs (Plan    *self,
           GError **error)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = self->lines->pdata[i];
      TrasPlanRow *row = line->row;

      if (!line->is_new || line->action == NULL)
        continue;
      if (!add_need (self, line, _("Working hours"), "labour", tras_plan_row_get_minutes (row), 0,
                     error) ||
          !add_need (self, line, _("Budget"),
                     g_strcmp0 (row->kind, "buy") == 0 ? "material" : "service", 0, row->money,
                     error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_import_run_plan:
 * @run: a run whose cells are ready for rows of %TRAS_TYPE_PLAN_ROW
 * @error: what keeps it from going on; that rows are refused is no error
 *
 * Makes an action of every row, with a need for its hours and one for its money, and lets it wait
 * for the actions that it names by title or code: rows of the file first, else actions that were
 * there before. A row that an open action of the same goal and title says already is as it was; one
 * that says something else of it is refused, since a plan is not moved without a reason. So is a
 * row that would close a circle, with the circle, and what waits for a row that is refused.
 */
gboolean
tras_import_run_plan (TrasImportRun  *run,
                      GError        **error)
{
  g_auto (Plan) self = {
    .run = run,
    .db = run->db,
    .lines = g_ptr_array_new_with_free_func (line_free),
    .by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref),
    .present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref),
    .closed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .waits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                    (GDestroyNotify) g_array_unref),
  };

  return load (&self, error) && take_rows (&self, error) && resolve_all (&self, error) &&
         link_all (&self, error) && add_needs (&self, error);
}

/* tras-skill-levels.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-area.h"
#include "tras-skill-levels.h"

struct _TrasSkillLevels
{
  /* owned */
  GPtrArray *people;
  GPtrArray *skills;
  GPtrArray *posts;        /* those of each person, the earliest first */
  GHashTable *person_at;   /* id: place + 1 */
  GHashTable *skill_at;
  GHashTable *needs;       /* id of a role: its needs */
  GHashTable *areas;       /* id of a role: id of its area */
  GArray *stands;          /* in the order in which they begin */
  guint *newest;           /* people × skills: place in stands + 1 */

  guint n_begun;
  TrasDay day;
};

/* ---- reading ---- */

static guint
find (GHashTable *places,
      gint64      id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, &id));
}

static gboolean
take_person (gpointer   record,
             gpointer   user_data,
             GError   **error)
{
  TrasSkillLevels *self = user_data;
  TrasRecord *person = tras_record_dup (record);

  g_ptr_array_add (self->people, person);
  g_ptr_array_add (self->posts, g_ptr_array_new_with_free_func (g_object_unref));
  g_hash_table_insert (self->person_at, &person->id, GUINT_TO_POINTER (self->people->len));

  return TRUE;
}

static gboolean
take_skill (gpointer   record,
            gpointer   user_data,
            GError   **error)
{
  TrasSkillLevels *self = user_data;
  TrasRecord *skill = tras_record_dup (record);

  g_ptr_array_add (self->skills, skill);
  g_hash_table_insert (self->skill_at, &skill->id, GUINT_TO_POINTER (self->skills->len));

  return TRUE;
}

static gboolean
take_role (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasSkillLevels *self = user_data;

  g_hash_table_insert (self->areas, g_memdup2 (&TRAS_RECORD (record)->id, sizeof (gint64)),
                       g_memdup2 (&TRAS_ROLE (record)->area_id, sizeof (gint64)));

  return TRUE;
}

static gboolean
take_post (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasSkillLevels *self = user_data;
  guint person = find (self->person_at, TRAS_POST (record)->person_id);

  g_ptr_array_add (self->posts->pdata[person - 1], tras_record_dup (record));

  return TRUE;
}

static gboolean
take_need (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasSkillLevels *self = user_data;
  TrasRoleSkill *needed = record;
  TrasSkillNeed need = { find (self->skill_at, needed->skill_id) - 1, needed->level,
                         needed->must };
  GArray *needs = g_hash_table_lookup (self->needs, &needed->role_id);

  if (needs == NULL)
    {
      needs = g_array_new (FALSE, FALSE, sizeof (TrasSkillNeed));
      g_hash_table_insert (self->needs, g_memdup2 (&needed->role_id, sizeof (gint64)), needs);
    }
  g_array_append_val (needs, need);

  return TRUE;
}

static gboolean
take_mark (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasSkillLevels *self = user_data;
  TrasSkillMark *mark = record;
  TrasSkillStand stand = {
    .mark_id = TRAS_RECORD (mark)->id,
    .person = find (self->person_at, mark->person_id) - 1,
    .skill = find (self->skill_at, mark->skill_id) - 1,
    .level = mark->level,
    .marked_on = mark->marked_on,
    .expires_on = mark->expires_on,
    .how = mark->how,
    .session_id = mark->session_id,
  };

  g_array_append_val (self->stands, stand);

  return TRUE;
}

static gboolean
read_all (TrasSkillLevels  *self,
          TrasDb           *db,
          gint64            person_id,
          GError          **error)
{
  g_autoptr (TrasQuery) people = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (TrasQuery) skills = tras_query_new (TRAS_TYPE_SKILL);
  g_autoptr (TrasQuery) roles = tras_query_new (TRAS_TYPE_ROLE);
  g_autoptr (TrasQuery) posts = tras_query_new (TRAS_TYPE_POST);
  g_autoptr (TrasQuery) needs = tras_query_new (TRAS_TYPE_ROLE_SKILL);
  g_autoptr (TrasQuery) marks = tras_query_new (TRAS_TYPE_SKILL_MARK);

  tras_query_order (people, "name", FALSE);
  tras_query_order (skills, "name", FALSE);
  tras_query_order (posts, "from_on", FALSE);
  tras_query_order (marks, "marked_on", FALSE);
  if (person_id != TRAS_SKILL_EVERYBODY)
    {
      tras_query_where_int (people, "id", TRAS_QUERY_EQ, person_id);
      tras_query_where_int (posts, "person_id", TRAS_QUERY_EQ, person_id);
      tras_query_where_int (marks, "person_id", TRAS_QUERY_EQ, person_id);
    }

  return tras_db_foreach (db, people, take_person, self, error) &&
         tras_db_foreach (db, skills, take_skill, self, error) &&
         tras_db_foreach (db, roles, take_role, self, error) &&
         tras_db_foreach (db, posts, take_post, self, error) &&
         tras_db_foreach (db, needs, take_need, self, error) &&
         tras_db_foreach (db, marks, take_mark, self, error);
}

/**
 * tras_skill_levels_load:
 * @db: a connection
 * @person_id: whose levels, or %TRAS_SKILL_EVERYBODY
 * @error: where to put the error
 *
 * Reads six tables, each once. Marks that were taken back are not there.
 *
 * Returns: (transfer full) (nullable): the levels, before the first mark
 */
TrasSkillLevels *
tras_skill_levels_load (TrasDb  *db,
                        gint64   person_id,
                        GError **error)
{
  g_autoptr (TrasSkillLevels) self = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  self = g_new0 (TrasSkillLevels, 1);
  self->day = TRAS_DAY_NONE;
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->skills = g_ptr_array_new_with_free_func (g_object_unref);
  self->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->person_at = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->skill_at = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->areas = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->needs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  self->stands = g_array_new (FALSE, FALSE, sizeof (TrasSkillStand));
  if (!read_all (self, db, person_id, error))
    return NULL;
  self->newest = g_new0 (guint, (gsize) self->people->len * self->skills->len);

  return g_steal_pointer (&self);
}

void
tras_skill_levels_free (TrasSkillLevels *self)
{
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->skills);
  g_ptr_array_unref (self->posts);
  g_hash_table_unref (self->person_at);
  g_hash_table_unref (self->skill_at);
  g_hash_table_unref (self->areas);
  g_hash_table_unref (self->needs);
  g_array_unref (self->stands);
  g_free (self->newest);
  g_free (self);
}

/* ---- a day ---- */

static guint *
get_newest (TrasSkillLevels *self,
            guint            person,
            guint            skill)
{
  return &self->newest[(gsize) person * self->skills->len + skill];
}

/**
 * tras_skill_levels_advance:
 * @self: levels
 * @day: a day, never before the one they are at
 *
 * Goes on to how things stand on @day: of each person and skill the newest mark counts that had
 * begun by then.
 */
void
tras_skill_levels_advance (TrasSkillLevels *self,
                           TrasDay          day)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (day != TRAS_DAY_NONE && (self->day == TRAS_DAY_NONE || day >= self->day));

  self->day = day;
  for (; self->n_begun < self->stands->len; self->n_begun++)
    {
      const TrasSkillStand *stand = &g_array_index (self->stands, TrasSkillStand, self->n_begun);

      if (stand->marked_on > day)
        break;
      *get_newest (self, stand->person, stand->skill) = self->n_begun + 1;
    }
}

/**
 * tras_skill_levels_get_people:
 * @self: levels
 *
 * Returns: (transfer none) (element-type TrasPerson): whoever works or worked here, by name
 */
GPtrArray *
tras_skill_levels_get_people (TrasSkillLevels *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->people;
}

/**
 * tras_skill_levels_get_skills:
 * @self: levels
 *
 * Returns: (transfer none) (element-type TrasSkill): all skills, by name
 */
GPtrArray *
tras_skill_levels_get_skills (TrasSkillLevels *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->skills;
}

/**
 * tras_skill_levels_is_here:
 * @self: levels on a day
 * @person: a place
 *
 * Returns: whether the person has been hired and has not left; the day of leaving is a day here
 */
gboolean
tras_skill_levels_is_here (TrasSkillLevels *self,
                           guint            person)
{
  TrasPerson *record;

  g_return_val_if_fail (self != NULL && person < self->people->len, FALSE);

  record = self->people->pdata[person];

  /* Whoever was erased since was there then: figures of the past stay as they were. */
  return record->hired_on <= self->day &&
         (record->left_on == TRAS_DAY_NONE || record->left_on >= self->day);
}

/**
 * tras_skill_levels_get_post:
 * @self: levels on a day
 * @person: a place
 *
 * Returns: (transfer none) (nullable): the post that the person has on the day
 */
TrasPost *
tras_skill_levels_get_post (TrasSkillLevels *self,
                            guint            person)
{
  GPtrArray *posts;

  g_return_val_if_fail (self != NULL && person < self->people->len, NULL);

  posts = self->posts->pdata[person];
  for (guint i = posts->len; i > 0; i--)
    {
      TrasPost *post = posts->pdata[i - 1];

      if (post->from_on <= self->day &&
          (post->to_on == TRAS_DAY_NONE || post->to_on >= self->day))
        return post;
    }

  return NULL;
}

/**
 * tras_skill_levels_get_needs:
 * @self: levels
 * @role_id: a role
 * @n: (out): how many
 *
 * What roles need has no history: it is what they need now.
 *
 * Returns: (array length=n) (transfer none) (nullable): what the role needs
 */
const TrasSkillNeed *
tras_skill_levels_get_needs (TrasSkillLevels *self,
                             gint64           role_id,
                             guint           *n)
{
  GArray *needs;

  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  needs = g_hash_table_lookup (self->needs, &role_id);
  *n = needs != NULL ? needs->len : 0;

  return needs != NULL ? (const TrasSkillNeed *) (gpointer) needs->data : NULL;
}

/**
 * tras_skill_levels_get_area:
 * @self: levels
 * @role_id: a role
 *
 * Returns: the role's area
 */
gint64
tras_skill_levels_get_area (TrasSkillLevels *self,
                            gint64           role_id)
{
  const gint64 *area;

  g_return_val_if_fail (self != NULL, 0);

  area = g_hash_table_lookup (self->areas, &role_id);

  return area != NULL ? *area : 0;
}

/**
 * tras_skill_levels_get_stand:
 * @self: levels on a day
 * @person: a place
 * @skill: a place
 *
 * Returns: (transfer none) (nullable): the newest mark, expired or not
 */
const TrasSkillStand *
tras_skill_levels_get_stand (TrasSkillLevels *self,
                             guint            person,
                             guint            skill)
{
  guint place;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (person < self->people->len && skill < self->skills->len, NULL);

  place = *get_newest (self, person, skill);

  return place > 0 ? &g_array_index (self->stands, TrasSkillStand, place - 1) : NULL;
}

/**
 * tras_skill_levels_get_held:
 * @self: levels on a day
 * @person: a place
 * @skill: a place
 *
 * Returns: the level that the person holds, 0 without a mark and once it has expired
 */
gint64
tras_skill_levels_get_held (TrasSkillLevels *self,
                            guint            person,
                            guint            skill)
{
  const TrasSkillStand *stand = tras_skill_levels_get_stand (self, person, skill);

  return stand != NULL ? tras_skill_cover_get_held (stand->level, stand->expires_on, self->day)
                       : 0;
}

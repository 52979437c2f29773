/* tras-sample-skills.c: what the sample's people can do, and their courses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-absence.h"
#include "tras-person.h"
#include "tras-sample-private.h"
#include "tras-skill.h"
#include "tras-training.h"

static gboolean
complete_skill (TrasSample  *sample,
                const char  *group,
                gpointer     record,
                GError     **error)
{
  gint64 months = tras_sample_get_int (sample, group, "months");

  if (months > 0)
    TRAS_SKILL (record)->valid_months = months;

  return TRUE;
}

static gboolean
complete_training (TrasSample  *sample,
                   const char  *group,
                   gpointer     record,
                   GError     **error)
{
  if (tras_sample_has (sample, group, "level"))
    TRAS_TRAINING (record)->level_given = tras_sample_get_int (sample, group, "level");

  return TRUE;
}

/* Splits "skill:level", with a "!" behind it where it cannot be done without. */
static const char *
split_need (char   *need,
            gint64 *level)
{
  char *colon = strchr (need, ':');

  g_return_val_if_fail (colon != NULL, need);
  *colon = '\0';
  *level = g_ascii_strtoll (colon + 1, NULL, 10);

  return need;
}

static gboolean
fill_role_skills (TrasSample  *sample,
                  const char  *role,
                  GError     **error)
{
  g_auto(GStrv) needs = tras_sample_dup_list (sample, role, "skills");

  for (guint i = 0; needs[i] != NULL; i++)
    {
      g_autoptr(TrasRoleSkill) record = tras_role_skill_new ();

      record->must = g_str_has_suffix (needs[i], "!");
      if (!tras_sample_find (sample, "skill", split_need (needs[i], &record->level),
                             &record->skill_id, error) ||
          !tras_sample_find (sample, "role", tras_sample_get_key (role), &record->role_id, error) ||
          !tras_db_insert (sample->db, record, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_mark (TrasSample  *sample,
          const char  *person,
          const char  *skill,
          gint64       level,
          TrasDay      day,
          gint64       session,
          const char  *how,
          GError     **error)
{
  g_autoptr(TrasSkillMark) mark = tras_skill_mark_new ();
  g_autofree char *group = g_strconcat ("skill.", skill, NULL);
  gint64 months = tras_sample_get_int (sample, group, "months");

  if (!tras_sample_find (sample, "person", person, &mark->person_id, error) ||
      !tras_sample_find (sample, "skill", skill, &mark->skill_id, error))
    return FALSE;
  mark->level = level;
  mark->marked_on = day;
  mark->expires_on = months > 0 ? tras_day_add_months (day, (int) months) : TRAS_DAY_NONE;
  mark->session_id = session;
  mark->how = g_intern_string (how != NULL ? how
                               : months > 0 ? "certificate"
                               : session != 0 ? "training"
                               : "manager");

  return tras_db_insert (sample->db, mark, error);
}

/* Whether the sample itself says how somebody was marked. */
static gboolean
has_own_mark (TrasSample *sample,
              const char *person,
              const char *skill)
{
  g_autoptr (GPtrArray) marks = tras_sample_list_groups (sample, "mark");

  for (guint i = 0; i < marks->len; i++)
    {
      g_autofree char *of_person = tras_sample_dup_text (sample, marks->pdata[i], "person");
      g_autofree char *of_skill = tras_sample_dup_text (sample, marks->pdata[i], "skill");

      if (g_str_equal (of_person, person) && g_str_equal (of_skill, skill))
        return TRUE;
    }

  return FALSE;
}

static gboolean
fill_mark (TrasSample  *sample,
           const char  *mark,
           GError     **error)
{
  g_autofree char *person = tras_sample_dup_text (sample, mark, "person");
  g_autofree char *skill = tras_sample_dup_text (sample, mark, "skill");
  g_autofree char *how = tras_sample_dup_text (sample, mark, "how");

  return add_mark (sample, person, skill, tras_sample_get_int (sample, mark, "level"),
                   tras_sample_get_day (sample, mark, "day"), 0, how, error);
}

/* Everybody was marked once in the last two years in what the role needs; one in eight does not
 * reach it yet. */
static gboolean
fill_marks (TrasSample  *sample,
            const char  *person,
            GError     **error)
{
  g_autofree char *role_key = tras_sample_dup_text (sample, person, "role");
  g_autofree char *role = g_strconcat ("role.", role_key, NULL);
  g_auto(GStrv) needs = tras_sample_dup_list (sample, role, "skills");
  TrasDay hired = tras_sample_get_day (sample, person, "hired");
  TrasSampleRandom random;

  if (tras_sample_has (sample, person, "left"))
    return TRUE;

  tras_sample_random_init (&random, person);
  for (guint i = 0; needs[i] != NULL; i++)
    {
      gint64 level = 0;
      const char *skill = split_need (needs[i], &level);
      TrasDay day = sample->today - 30 - (TrasDay) (tras_sample_random_next (&random) * 640);

      level -= level > 1 && tras_sample_random_next (&random) < 0.125;
      day = tras_sample_workday (MIN (MAX (day, hired + 14), sample->today - 3));
      if (!has_own_mark (sample, tras_sample_get_key (person), skill) &&
          !add_mark (sample, tras_sample_get_key (person), skill, level, day, 0, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* The marks of those who were there, one behind the other. */
typedef struct
{
  GStrv absent;
  GStrv liked;
  GStrv applied;
  guint n;
} Answers;

static gint64
get_answer (GStrv answers,
            guint place)
{
  return place < g_strv_length (answers) ? g_ascii_strtoll (answers[place], NULL, 10) : TRAS_NULL;
}

static gboolean
fill_seat (TrasSample           *sample,
           const char           *training,
           TrasTrainingSession  *session,
           const char           *person,
           Answers              *answers,
           GError              **error)
{
  g_autoptr(TrasTrainingSeat) seat = tras_training_seat_new ();
  g_autofree char *skill = tras_sample_dup_text (sample, training, "skill");
  gboolean held = g_str_equal (session->state, "held");
  gboolean there = held && !g_strv_contains ((const char *const *) answers->absent, person);
  TrasDay day = tras_day_from_instant (session->starts_at);

  seat->session_id = TRAS_RECORD (session)->id;
  seat->state = there  ? g_intern_static_string ("present")
                : held ? g_intern_static_string ("absent")
                       : g_intern_static_string ("invited");
  if (there)
    {
      seat->minutes = session->minutes;
      seat->passed = 1;
      seat->liked = get_answer (answers->liked, answers->n);
      seat->applied = get_answer (answers->applied, answers->n++);
      if (seat->applied != TRAS_NULL)
        seat->applied_on = tras_sample_workday (tras_day_add_months (day, 3) + 2);
    }

  return tras_sample_find (sample, "person", person, &seat->person_id, error) &&
         tras_db_insert (sample->db, seat, error) &&
         (!there || skill == NULL ||
          add_mark (sample, person, skill, tras_sample_get_int (sample, training, "level"),
                    tras_sample_get_day (sample, training, "day"), TRAS_RECORD (session)->id,
                    NULL, error));
}

/* A session of a training, written in a group of its own or in that of the training. */
static gboolean
add_session (TrasSample  *sample,
             const char  *training,
             const char  *group,
             GError     **error)
{
  g_autoptr(TrasTrainingSession) session = tras_training_session_new ();
  g_auto(GStrv) seats = tras_sample_dup_list (sample, group, "seats");
  g_auto(GStrv) absent = tras_sample_dup_list (sample, group, "absent");
  g_auto(GStrv) liked = tras_sample_dup_list (sample, group, "liked");
  g_auto(GStrv) applied = tras_sample_dup_list (sample, group, "applied");
  Answers answers = { absent, liked, applied, 0 };

  if (!tras_sample_read (sample, group, session, error) ||
      !tras_sample_find (sample, "training", tras_sample_get_key (training),
                         &session->training_id, error))
    return FALSE;
  g_free (session->place);
  session->place = tras_sample_dup_text (sample, training, "place");
  session->starts_at = tras_sample_get_instant (tras_sample_get_day (sample, group, "day"));
  if (!tras_db_insert (sample->db, session, error))
    return FALSE;

  for (guint i = 0; seats[i] != NULL; i++)
    {
      if (!fill_seat (sample, training, session, seats[i], &answers, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_session (TrasSample  *sample,
              const char  *training,
              GError     **error)
{
  return add_session (sample, training, training, error);
}

static gboolean
fill_further_session (TrasSample  *sample,
                      const char  *group,
                      GError     **error)
{
  g_autofree char *key = tras_sample_dup_text (sample, group, "training");
  g_autofree char *training = g_strconcat ("training.", key, NULL);

  return add_session (sample, training, group, error);
}

static gboolean
for_each (TrasSample  *sample,
          const char  *kind,
          gboolean   (*fill) (TrasSample *sample, const char *group, GError **error),
          GError     **error)
{
  g_autoptr(GPtrArray) groups = tras_sample_list_groups (sample, kind);

  for (guint i = 0; i < groups->len; i++)
    {
      if (!fill (sample, groups->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_fill_skills:
 * @self: a sample with people and actions
 * @error: where to put the error
 *
 * Stores skills, who needs and has them, trainings with their seats, kinds of absence, and who will
 * be away.
 */
gboolean
tras_sample_fill_skills (TrasSample  *self,
                         GError     **error)
{
  return tras_sample_add_all (self, "skill", tras_skill_get_type (), complete_skill, error) &&
         for_each (self, "role", fill_role_skills, error) &&
         for_each (self, "person", fill_marks, error) &&
         for_each (self, "mark", fill_mark, error) &&
         tras_sample_add_all (self, "training", tras_training_get_type (), complete_training,
                              error) &&
         for_each (self, "training", fill_session, error) &&
         for_each (self, "session", fill_further_session, error) &&
         tras_sample_add_all (self, "absence_kind", tras_absence_kind_get_type (), NULL, error) &&
         tras_sample_add_all (self, "absence", tras_absence_get_type (), NULL, error);
}

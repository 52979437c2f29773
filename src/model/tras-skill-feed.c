/* tras-skill-feed.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "tras-skill-feed.h"
#include "tras-skill-levels.h"

static void
add_needs (TrasSkillLevels *levels,
           guint            person,
           TrasSkillCover  *cover)
{
  TrasPost *post = tras_skill_levels_get_post (levels, person);
  const TrasSkillNeed *needs;
  guint n_needs = 0;

  needs = post != NULL ? tras_skill_levels_get_needs (levels, post->role_id, &n_needs) : NULL;
  for (guint i = 0; i < n_needs; i++)
    tras_skill_cover_add (cover, tras_skill_levels_get_held (levels, person, needs[i].skill),
                          needs[i].level);
}

static guint
count_expired (TrasSkillLevels *levels,
               guint            person,
               TrasDay          day)
{
  guint n_skills = tras_skill_levels_get_skills (levels)->len;
  guint n = 0;

  for (guint i = 0; i < n_skills; i++)
    {
      const TrasSkillStand *stand = tras_skill_levels_get_stand (levels, person, i);

      n += stand != NULL && stand->level > 0 &&
           tras_skill_cover_get_certificate (stand->expires_on, 0, day) == TRAS_CERTIFICATE_EXPIRED;
    }

  return n;
}

/**
 * tras_skill_feed_load:
 * @feed: staff.cover or staff.expired
 * @db: a connection
 * @every: the length of the periods
 * @first: the first period
 * @last: the last period, one that is over; before @first for none
 * @error: where to put the error
 *
 * As tras_feed_load(), of what people could do on the last day of each period.
 *
 * Returns: (transfer full) (element-type TrasComputedPoint) (nullable): the values, in order
 */
GArray *
tras_skill_feed_load (const TrasFeed  *feed,
                      TrasDb          *db,
                      TrasEvery        every,
                      gint32           first,
                      gint32           last,
                      GError         **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TrasComputedPoint));
  g_autoptr (TrasSkillLevels) levels = NULL;
  gboolean covers;
  guint n_people;

  g_return_val_if_fail (feed != NULL && feed->replayed, NULL);
  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  covers = g_str_equal (feed->id, "staff.cover");
  levels = tras_skill_levels_load (db, TRAS_SKILL_EVERYBODY, error);
  if (levels == NULL)
    return NULL;

  n_people = tras_skill_levels_get_people (levels)->len;
  for (gint32 period = first; period <= last; period++)
    {
      TrasDay day = tras_period_start (every, period + 1) - 1;
      TrasComputedPoint point = { period, 0, NAN, NAN, FALSE };
      TrasSkillCover cover = { 0 };

      tras_skill_levels_advance (levels, day);
      for (guint i = 0; i < n_people; i++)
        {
          if (!tras_skill_levels_is_here (levels, i))
            continue;
          if (covers)
            add_needs (levels, i, &cover);
          else
            point.value += count_expired (levels, i, day);
        }
      if (covers)
        {
          point.num = 100 * (double) cover.held;
          point.den = (double) cover.needed;
          point.value = 100 * tras_skill_cover_get_share (&cover);
        }
      if (isfinite (point.value))
        g_array_append_val (points, point);
    }

  return g_steal_pointer (&points);
}

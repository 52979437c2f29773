/* tras-sample-people.c: the sample's firm, areas, roles and people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-area.h"
#include "tras-firm.h"
#include "tras-person.h"
#include "tras-sample-private.h"

static gboolean
fill_firm (TrasSample  *sample,
           GError     **error)
{
  g_autoptr(TrasFirm) firm = tras_firm_new ();

  return tras_sample_read (sample, "firm", firm, error) &&
         tras_db_insert (sample->db, firm, error);
}

/* The day on which a person began in their present role. */
static TrasDay
get_since (TrasSample *sample,
           const char *person)
{
  return tras_sample_get_day (sample, person,
                              tras_sample_has (sample, person, "since") ? "since" : "hired");
}

/* An earlier post ends on the eve of the present one. */
static gboolean
complete_post (TrasSample  *sample,
               const char  *group,
               gpointer     record,
               GError     **error)
{
  g_autofree char *key = tras_sample_dup_text (sample, group, "person");
  g_autofree char *person = g_strconcat ("person.", key, NULL);
  TrasPost *post = record;

  post->to_on = get_since (sample, person) - 1;

  return TRUE;
}

/* The present post, or the last one, is written in the person's group. */
static gboolean
fill_post (TrasSample  *sample,
           const char  *group,
           GError     **error)
{
  g_autoptr(TrasPost) post = tras_post_new ();

  if (!tras_sample_read (sample, group, post, error) ||
      !tras_sample_find (sample, "person", tras_sample_get_key (group), &post->person_id, error))
    return FALSE;
  post->from_on = get_since (sample, group);
  post->to_on = tras_sample_get_day (sample, group, "left");

  return tras_db_insert (sample->db, post, error);
}

/**
 * tras_sample_fill_people:
 * @self: a sample
 * @error: where to put the error
 *
 * Stores the firm, its areas and roles, the people and their posts.
 */
gboolean
tras_sample_fill_people (TrasSample  *self,
                         GError     **error)
{
  g_autoptr(GPtrArray) people = tras_sample_list_groups (self, "person");

  if (!fill_firm (self, error) ||
      !tras_sample_add_all (self, "area", tras_area_get_type (), NULL, error) ||
      !tras_sample_add_all (self, "role", tras_role_get_type (), NULL, error) ||
      !tras_sample_add_all (self, "person", tras_person_get_type (), NULL, error) ||
      !tras_sample_add_all (self, "post", tras_post_get_type (), complete_post, error))
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      if (!fill_post (self, people->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

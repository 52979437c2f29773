/* tras-sample-reviews.c: who was at the sample's reviews, and what they saw and said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-review.h"
#include "tras-sample-private.h"

static gboolean
add_person (TrasSample  *sample,
            const char  *review,
            const char  *person,
            gboolean     present,
            gint64       usefulness,
            GError     **error)
{
  g_autoptr(TrasReviewPerson) record = tras_review_person_new ();

  if (!tras_sample_find (sample, "review", tras_sample_get_key (review), &record->review_id,
                         error) ||
      !tras_sample_find (sample, "person", person, &record->person_id, error))
    return FALSE;
  record->present = present;
  record->usefulness = usefulness;

  return tras_db_insert (sample->db, record, error);
}

static gboolean
fill_attendance (TrasSample  *sample,
                 const char  *review,
                 GError     **error)
{
  g_auto(GStrv) present = tras_sample_dup_list (sample, review, "present");
  g_auto(GStrv) absent = tras_sample_dup_list (sample, review, "absent");
  g_auto(GStrv) usefulness = tras_sample_dup_list (sample, review, "usefulness");

  g_return_val_if_fail (g_strv_length (present) == g_strv_length (usefulness), FALSE);

  for (guint i = 0; present[i] != NULL; i++)
    {
      if (!add_person (sample, review, present[i], TRUE,
                       g_ascii_strtoll (usefulness[i], NULL, 10), error))
        return FALSE;
    }
  for (guint i = 0; absent[i] != NULL; i++)
    {
      if (!add_person (sample, review, absent[i], FALSE, TRAS_NULL, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_sample_fill_reviews:
 * @self: a sample with people, indicators and plans
 * @error: where to put the error
 *
 * Stores who was at each review and what it looked at.
 */
gboolean
tras_sample_fill_reviews (TrasSample  *self,
                          GError     **error)
{
  g_autoptr(GPtrArray) reviews = tras_sample_list_groups (self, "review");

  for (guint i = 0; i < reviews->len; i++)
    {
      if (!fill_attendance (self, reviews->pdata[i], error))
        return FALSE;
    }

  return tras_sample_add_all (self, "review_item", tras_review_item_get_type (), NULL, error);
}

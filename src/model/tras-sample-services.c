/* tras-sample-services.c: what the sample's areas promise each other, and how they rate it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-sample-private.h"
#include "tras-service.h"

static gboolean
add_rating (TrasSample  *self,
            const char  *group,
            int          month,
            int          score,
            GError     **error)
{
  g_autoptr (TrasServiceRating) rating = tras_service_rating_new ();
  TrasDay this_month = tras_period_first_day (TRAS_EVERY_MONTH, self->today);

  if (!tras_sample_find (self, "service", tras_sample_get_key (group), &rating->service_id, error))
    return FALSE;

  rating->period_on = tras_day_add_months (this_month, month);
  rating->score = score;
  if (tras_sample_has (self, group, "said_in") &&
      tras_sample_get_int (self, group, "said_in") == month)
    rating->words = tras_sample_dup_text (self, group, "said");

  return tras_db_insert (self->db, rating, error);
}

static gboolean
add_ratings (TrasSample  *self,
             const char  *group,
             GError     **error)
{
  g_autofree char *scores = tras_sample_dup_text (self, group, "scores");
  int n = (int) strlen (scores);

  for (int i = 0; i < n; i++)
    {
      if (scores[i] != '.' &&
          !add_rating (self, group, i - n, g_ascii_digit_value (scores[i]), error))
        return FALSE;
    }

  return !tras_sample_has (self, group, "now") ||
         add_rating (self, group, 0, (int) tras_sample_get_int (self, group, "now"), error);
}

/**
 * tras_sample_fill_services:
 * @self: a sample with areas and indicators
 * @error: where to put the error
 *
 * Stores the services between areas, with what was said of them in eighteen months; of this month
 * some have said nothing yet.
 */
gboolean
tras_sample_fill_services (TrasSample  *self,
                           GError     **error)
{
  g_autoptr (GPtrArray) groups = tras_sample_list_groups (self, "service");

  if (!tras_sample_add_all (self, "service", tras_service_get_type (), NULL, error))
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      if (!add_ratings (self, groups->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/* tras-review-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-fold.h"
#include "tras-review-history.h"

/**
 * tras_past_review_free:
 * @self: (transfer full): a review
 */
void
tras_past_review_free (TrasPastReview *self)
{
  g_clear_object (&self->review);
  g_ptr_array_unref (self->results);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

/* Where a word stands in the review; -1 for nowhere. */
static int
find_word (TrasPastReview *self,
           const char     *word)
{
  for (guint i = 0; i < self->keys->len; i++)
    {
      if (strstr (self->keys->pdata[i], word) != NULL)
        return (int) i;
    }

  return -1;
}

/**
 * tras_past_review_matches:
 * @self: a review
 * @words: what is looked for, as typed; empty for everything
 * @where: (out) (optional) (transfer none) (nullable): the text that the first word is in; %NULL
 *   where nothing was looked for
 *
 * Returns: whether each word stands somewhere in the review, whatever its case and accents
 */
gboolean
tras_past_review_matches (TrasPastReview  *self,
                          const char      *words,
                          const char     **where)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  int first = -1;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  folded = tras_fold_search (words);
  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      int place = *parts[i] != '\0' ? find_word (self, parts[i]) : G_MAXINT;

      if (place < 0)
        return FALSE;
      if (first < 0 && place != G_MAXINT)
        first = place;
    }
  if (where != NULL)
    *where = first >= 0 ? self->texts->pdata[first] : NULL;

  return TRUE;
}

static void
add_text (TrasPastReview *self,
          const char     *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_ptr_array_add (self->texts, g_strdup (text));
  g_ptr_array_add (self->keys, tras_fold_search (text));
}

static GPtrArray *
select_all (TrasDb      *db,
            GType        type,
            const char  *order,
            GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  if (order != NULL)
    tras_query_order (query, order, g_str_equal (order, "week_on"));

  return tras_db_select (db, query, error);
}

static TrasPastReview *
past_review_new (TrasReview *review)
{
  TrasPastReview *self = g_new0 (TrasPastReview, 1);

  self->review = g_object_ref (review);
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  add_text (self, review->area_name);
  add_text (self, review->closing_note);

  return self;
}

/* Who was at which, and how useful it was to them. */
static gboolean
add_people (GHashTable  *by_id,
            TrasDb      *db,
            GError     **error)
{
  g_autoptr (GPtrArray) rows = select_all (db, TRAS_TYPE_REVIEW_PERSON, NULL, error);
  g_autoptr (GHashTable) means = g_hash_table_new_full (NULL, NULL, NULL,
                                                        (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer key, value;

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      TrasReviewPerson *row = rows->pdata[i];
      TrasPastReview *self = g_hash_table_lookup (by_id, &row->review_id);
      GArray *answers;

      if (self == NULL || !row->present)
        continue;
      self->n_present++;
      if (row->usefulness == TRAS_NULL)
        continue;
      answers = g_hash_table_lookup (means, self);
      if (answers == NULL)
        {
          answers = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (means, self, answers);
        }
      g_array_append_val (answers, row->usefulness);
    }

  g_hash_table_iter_init (&iter, means);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      GArray *answers = value;

      ((TrasPastReview *) key)->usefulness =
        tras_review_mean_usefulness ((const gint64 *) (void *) answers->data, answers->len);
    }

  return TRUE;
}

static gboolean
add_points (GHashTable  *by_id,
            TrasDb      *db,
            GError     **error)
{
  g_autoptr (GPtrArray) rows = select_all (db, TRAS_TYPE_REVIEW_ITEM, "position", error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TrasReviewItem *row = rows->pdata[i];
      TrasPastReview *self = g_hash_table_lookup (by_id, &row->review_id);

      if (self == NULL || row->outcome == NULL)
        continue;
      self->n_points += !g_str_equal (row->outcome, "nothing");
      add_text (self, row->said);
      add_text (self, row->subject);
    }

  return rows != NULL;
}

static gboolean
add_results (GHashTable  *by_id,
             TrasDb      *db,
             GError     **error)
{
  g_autoptr (GPtrArray) rows = select_all (db, TRAS_TYPE_REVIEW_RESULT, NULL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TrasReviewResult *row = rows->pdata[i];
      TrasPastReview *self = g_hash_table_lookup (by_id, &row->review_id);

      if (self == NULL)
        continue;
      g_ptr_array_add (self->results, g_object_ref (row));
      add_text (self, row->what);
      add_text (self, row->owner_name);
      add_text (self, row->code);
    }

  return rows != NULL;
}

/**
 * tras_review_history_load:
 * @db: a connection
 * @error: where to put the error
 *
 * Returns: (transfer full) (nullable) (element-type TrasPastReview): the meetings that have begun,
 *   the newest first
 */
GPtrArray *
tras_review_history_load (TrasDb  *db,
                          GError **error)
{
  g_autoptr (GPtrArray) history =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tras_past_review_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) reviews = NULL;

  g_return_val_if_fail (TRAS_IS_DB (db), NULL);

  reviews = select_all (db, TRAS_TYPE_REVIEW, "week_on", error);
  if (reviews == NULL)
    return NULL;
  for (guint i = 0; i < reviews->len; i++)
    {
      TrasReview *review = reviews->pdata[i];

      if (review->started_at == TRAS_NULL)
        continue;
      g_ptr_array_add (history, past_review_new (review));
      g_hash_table_insert (by_id, &TRAS_RECORD (review)->id, history->pdata[history->len - 1]);
    }
  if (!add_results (by_id, db, error) || !add_points (by_id, db, error) ||
      !add_people (by_id, db, error))
    return NULL;

  return g_steal_pointer (&history);
}

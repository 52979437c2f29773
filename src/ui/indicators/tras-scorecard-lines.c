/* tras-scorecard-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-fold.h"
#include "tras-scorecard-lines.h"

/* A row with what it is sorted by. */
typedef struct
{
  const TrasScorecardRow *row;
  char *area_key;
  char *name_key;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->area_key);
  g_free (entry->name_key);
}

/* By area; in it what is measured alike, so that one heading names the periods; in that the
 * levers first. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;
  const TrasIndicatorSeries *p = x->row->series, *q = y->row->series;
  int order = strcmp (x->area_key, y->area_key);

  if (order != 0)
    return order;
  if (p->every != q->every)
    return p->every == TRAS_EVERY_WEEK ? -1 : q->every == TRAS_EVERY_WEEK ? 1
                                                                        : (int) p->every -
                                                                            (int) q->every;
  if (p->indicator->lever != q->indicator->lever)
    return p->indicator->lever ? -1 : 1;

  return strcmp (x->name_key, y->name_key);
}

static gboolean
has_words (const TrasScorecardRow *row,
           char                  **words)
{
  const TrasIndicator *indicator = row->series->indicator;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;

  if (words == NULL)
    return TRUE;

  joined = g_strjoin (" ", indicator->name, indicator->question != NULL ? indicator->question : "",
                      indicator->area_name != NULL ? indicator->area_name : "",
                      indicator->owner_name != NULL ? indicator->owner_name : "", NULL);
  text = tras_fold_key (joined);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (text, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * tras_scorecard_filter_is_mine:
 * @row: a row
 * @who: somebody's name
 *
 * Returns: whether @who owns the indicator or brings its numbers
 */
gboolean
tras_scorecard_filter_is_mine (const TrasScorecardRow *row,
                               const char             *who)
{
  return g_strcmp0 (row->series->indicator->owner_name, who) == 0 ||
         g_strcmp0 (row->series->indicator->collector_name, who) == 0;
}

static gboolean
passes (const TrasScorecardRow    *row,
        const TrasScorecardFilter *filter,
        char                     **words)
{
  const TrasIndicator *indicator = row->series->indicator;
  const TrasVerdict *verdict = row->series->verdict;

  return (filter->area_id == 0 || indicator->area_id == filter->area_id) &&
         (!filter->signals || tras_indicator_series_is_signal (row->series)) &&
         (!filter->levers || indicator->lever) &&
         (!filter->missing || row->missing->len > 0) &&
         (filter->mine == NULL || tras_scorecard_filter_is_mine (row, filter->mine)) &&
         (!filter->verdict || (verdict->variation == filter->variation &&
                               verdict->assurance == filter->assurance)) &&
         has_words (row, words);
}

/**
 * tras_scorecard_lines_new:
 * @scorecard: a scorecard
 * @filter: what is wanted
 *
 * Returns: (transfer full) (element-type TrasScorecardLine): headings and the rows under them; to
 *   be let go of before the scorecard
 */
GArray *
tras_scorecard_lines_new (const TrasScorecard       *scorecard,
                          const TrasScorecardFilter *filter)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (TrasScorecardLine));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  const char *area_key = NULL;
  guint heading = 0;

  g_return_val_if_fail (scorecard != NULL, lines);
  g_return_val_if_fail (filter != NULL, lines);

  g_array_set_clear_func (entries, entry_clear);
  if (filter->search != NULL)
    {
      folded = tras_fold_search (filter->search);
      words = g_strsplit (folded, " ", -1);
    }

  for (guint i = 0; i < scorecard->rows->len; i++)
    {
      TrasScorecardRow *row = scorecard->rows->pdata[i];
      const char *area = row->series->indicator->area_name;
      Entry entry = { .row = row };

      if (!passes (row, filter, words))
        continue;
      entry.area_key = tras_fold_key (area != NULL ? area : "");
      entry.name_key = tras_fold_key (row->series->indicator->name);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      TrasScorecardLine line = {
        .area = entry->row->series->indicator->area_name,
        .every = entry->row->series->every,
      };

      if (area_key == NULL || strcmp (area_key, entry->area_key) != 0 ||
          g_array_index (lines, TrasScorecardLine, heading).every != line.every)
        {
          area_key = entry->area_key;
          heading = lines->len;
          g_array_append_val (lines, line);
        }
      line.row = entry->row;
      g_array_append_val (lines, line);
      g_array_index (lines, TrasScorecardLine, heading).n_rows++;
    }

  return lines;
}

/**
 * tras_scorecard_filter_is_set:
 * @self: a filter
 *
 * Returns: whether it may leave something out
 */
gboolean
tras_scorecard_filter_is_set (const TrasScorecardFilter *self)
{
  return (self->search != NULL && *self->search != '\0') || self->area_id != 0 || self->signals ||
         self->levers || self->missing || self->mine != NULL || self->verdict;
}

void
tras_scorecard_filter_clear (TrasScorecardFilter *self)
{
  g_free (self->search);
  g_free (self->mine);
  *self = (TrasScorecardFilter) { 0 };
}

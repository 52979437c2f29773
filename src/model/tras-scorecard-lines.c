/* tras-scorecard-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-fold.h"
#include "tras-scorecard-lines.h"

/* A row with what it is sorted by. */
typedef struct
{
  const TrasScorecardRow *row;
  const char *group;
  char *group_key;
  char *name_key;
} Entry;

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->group_key);
  g_free (entry->name_key);
}

/* By group; in it what is measured alike, so that one heading names the periods; in that the
 * levers first. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;
  const TrasIndicatorSeries *p = x->row->series, *q = y->row->series;
  int order = strcmp (x->group_key, y->group_key);

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

/* What the heading of a row says, and what it is sorted by. */
static void
find_group (Entry                 *entry,
            TrasScorecardGrouping  grouping)
{
  TrasIndicator *indicator = entry->row->series->indicator;
  const TrasField *family;

  switch (grouping)
    {
    case TRAS_SCORECARD_BY_AREA:
      entry->group = indicator->area_name;
      entry->group_key = tras_fold_key (indicator->area_name != NULL ? indicator->area_name : "");
      break;
    case TRAS_SCORECARD_BY_FAMILY:
      family = tras_table_find_field (tras_record_get_table (TRAS_RECORD (indicator)), "family");
      for (guint i = 0; family->choices[i].word != NULL; i++)
        {
          if (g_strcmp0 (family->choices[i].word, indicator->family) != 0)
            continue;
          entry->group = tras_choice_get_label (family->choices + i, indicator->family);
          entry->group_key = g_strdup_printf ("%02u", i);
        }
      break;
    case TRAS_SCORECARD_BY_LEVER:
      entry->group = indicator->lever ? _("Levers: what we can act on")
                                      : _("Results: what comes of it");
      entry->group_key = g_strdup (indicator->lever ? "0" : "1");
      break;
    default:
      g_assert_not_reached ();
    }
  if (entry->group_key == NULL)
    entry->group_key = g_strdup ("");
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
  const char *group_key = NULL;
  GPtrArray *rows;
  guint heading = 0;

  g_return_val_if_fail (scorecard != NULL, lines);
  g_return_val_if_fail (filter != NULL, lines);

  g_array_set_clear_func (entries, entry_clear);
  if (filter->search != NULL)
    {
      folded = tras_fold_search (filter->search);
      words = g_strsplit (folded, " ", -1);
    }

  rows = filter->retired ? scorecard->retired : scorecard->rows;
  for (guint i = 0; i < rows->len; i++)
    {
      TrasScorecardRow *row = rows->pdata[i];
      Entry entry = { .row = row };

      if (!passes (row, filter, words))
        continue;
      find_group (&entry, filter->grouping);
      entry.name_key = tras_fold_key (row->series->indicator->name);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      TrasScorecardLine line = {
        .group = entry->group,
        .every = entry->row->series->every,
      };

      if (group_key == NULL || strcmp (group_key, entry->group_key) != 0 ||
          g_array_index (lines, TrasScorecardLine, heading).every != line.every)
        {
          group_key = entry->group_key;
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
         self->levers || self->retired || self->missing || self->mine != NULL || self->verdict;
}

void
tras_scorecard_filter_clear (TrasScorecardFilter *self)
{
  g_free (self->search);
  g_free (self->mine);
  *self = (TrasScorecardFilter) { 0 };
}

/* tras-scorecard-lines.h: which indicators a scorecard shows, and in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-scorecard.h"

G_BEGIN_DECLS

/**
 * TrasScorecardGrouping:
 * @TRAS_SCORECARD_BY_AREA: by area, in each the levers first
 * @TRAS_SCORECARD_BY_FAMILY: by family, in the order of their choices
 * @TRAS_SCORECARD_BY_LEVER: what can be acted on, then what comes of it
 *
 * What the headings of a scorecard name.
 */
typedef enum
{
  TRAS_SCORECARD_BY_AREA,
  TRAS_SCORECARD_BY_FAMILY,
  TRAS_SCORECARD_BY_LEVER,
} TrasScorecardGrouping;

/**
 * TrasScorecardLine:
 * @row: (nullable): the indicator, %NULL for a heading
 * @group: (nullable): what its heading names, in words
 * @every: the length of the periods below a heading
 * @n_rows: how many indicators stand below a heading
 *
 * A line of the scorecard. Borrows from the scorecard.
 */
typedef struct
{
  const TrasScorecardRow *row;
  const char *group;
  TrasEvery every;
  guint n_rows;
} TrasScorecardLine;

/**
 * TrasScorecardFilter:
 * @grouping: what stands together
 * @search: (nullable): words that must all be found in name, question, area or owner
 * @area_id: only this area, 0 for all
 * @signals: only what is unusual
 * @levers: only what can be acted on
 * @retired: what is in use no more, instead of what is
 * @missing: only where numbers are missing
 * @mine: (nullable): only what this person owns or collects
 * @verdict: whether @variation and @assurance count
 * @variation: only this variation
 * @assurance: only this assurance
 */
typedef struct
{
  TrasScorecardGrouping grouping;
  char *search;
  gint64 area_id;
  gboolean signals;
  gboolean levers;
  gboolean retired;
  gboolean missing;
  char *mine;
  gboolean verdict;
  TrasVariation variation;
  TrasAssurance assurance;
} TrasScorecardFilter;

GArray   *tras_scorecard_lines_new       (const TrasScorecard       *scorecard,
                                          const TrasScorecardFilter *filter);
gboolean  tras_scorecard_filter_is_set   (const TrasScorecardFilter *self);
gboolean  tras_scorecard_filter_is_mine  (const TrasScorecardRow    *row,
                                          const char                *who);
void      tras_scorecard_filter_clear    (TrasScorecardFilter       *self);

G_END_DECLS

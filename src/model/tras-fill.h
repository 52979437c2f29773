/* tras-fill.h: which numbers are still to be typed, and by whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-scorecard.h"

G_BEGIN_DECLS

/**
 * TrasFillItem:
 * @series: the indicator with its numbers
 * @period: a period that is over
 * @state: open, absent or measured
 * @key: what it is sorted by within the periods of one age
 *
 * A number that somebody is asked for.
 */
typedef struct
{
  TrasIndicatorSeries *series;
  gint32 period;
  TrasCellState state;
  char *key;
} TrasFillItem;

/**
 * TrasFillPerson:
 * @name: who brings the numbers
 * @key: the name, folded
 * @n_items: how many numbers this person is asked for
 * @n_open: how many of them are not there yet
 */
typedef struct
{
  char *name;
  char *key;
  guint n_items;
  guint n_open;
} TrasFillPerson;

GPtrArray *tras_fill_dup_items  (TrasScorecard *scorecard,
                                 const char    *who);
GPtrArray *tras_fill_dup_people (TrasScorecard *scorecard);
guint      tras_fill_count_open (GPtrArray     *items);

G_END_DECLS

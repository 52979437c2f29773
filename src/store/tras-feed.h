/* tras-feed.h: indicators that the firm's own records are the source of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-computed-point.h"
#include "tras-date.h"
#include "tras-db.h"
#include "tras-edit-log.h"

G_BEGIN_DECLS

/**
 * TrasFeed:
 * @id: what an indicator's source says: staff.absence
 * @title: what it is called, to be translated
 * @definition: what is counted and what is left out, to be translated
 * @unit: (nullable): the unit that goes with it, to be translated; %NULL for the firm's currency
 * @better: which way is better
 * @roll: how its values make those of longer periods
 * @decimals: how many its values are shown with
 * @replayed: whether its values come from replaying the ledger of stock or the marks of skills,
 *   which the model does
 * @by_area: whether it counts the indicator's area and the areas below it, see
 *   tras_feed_load_area(); others count the whole firm
 *
 * One of the program's own sources.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *definition;
  const char *unit;
  const char *better;
  const char *roll;
  int decimals;
  gboolean replayed;
  gboolean by_area;
} TrasFeed;

guint           tras_feed_get_n     (void);
const TrasFeed *tras_feed_get       (guint              position);
const TrasFeed *tras_feed_find      (const char        *id,
                                     guint             *position);
GArray         *tras_feed_load      (const TrasFeed    *self,
                                     TrasDb            *db,
                                     TrasEvery          every,
                                     gint32             first,
                                     gint32             last,
                                     GError           **error);
GArray         *tras_feed_load_area (const TrasFeed    *self,
                                     TrasDb            *db,
                                     gint64             area_id,
                                     TrasEvery          every,
                                     gint32             first,
                                     gint32             last,
                                     GError           **error);
gboolean        tras_feed_touched   (guint              position,
                                     TrasChanges       *changes);

G_END_DECLS

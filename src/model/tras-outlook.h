/* tras-outlook.h: what of an item is there, comes and was promised
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-item.h"
#include "tras-promise.h"

G_BEGIN_DECLS

/**
 * TrasOutlook:
 * @item: the item
 * @today: the day it is seen from
 * @steps: (element-type TrasPromiseStep): what comes and what was promised, by day
 *
 * What can be promised of an item follows from this, without another look into the file.
 */
typedef struct
{
  TrasItem *item;
  TrasDay today;
  GArray *steps;
} TrasOutlook;

TrasOutlook *tras_outlook_load     (TrasDb             *db,
                                    gint64              item_id,
                                    gint64              but_sale_id,
                                    TrasDay             today,
                                    GError            **error);
GPtrArray   *tras_outlook_load_all (TrasDb             *db,
                                    TrasDay             today,
                                    GError            **error);
GPtrArray   *tras_outlook_load_some
                                   (TrasDb             *db,
                                    gint64             *item_ids,
                                    guint               n_ids,
                                    TrasDay             today,
                                    GError            **error);
void         tras_outlook_free     (TrasOutlook        *self);
gint64       tras_outlook_get_most (const TrasOutlook  *self,
                                    TrasDay             day);
TrasDay      tras_outlook_find_day (const TrasOutlook  *self,
                                    TrasDay             from,
                                    gint64              quantity);
gboolean     tras_outlook_can      (const TrasOutlook  *self,
                                    TrasDay             day,
                                    gint64              quantity);
char        *tras_outlook_dup_words (const TrasOutlook *self,
                                    TrasDay             day,
                                    gint64              quantity);
char        *tras_outlook_dup_day  (TrasDay             day,
                                    TrasDay             today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasOutlook, tras_outlook_free)

G_END_DECLS

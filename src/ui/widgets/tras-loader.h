/* tras-loader.h: what a page shows of the file, read anew when the file changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

/**
 * TrasLoading:
 * @tables: (nullable) (array zero-terminated=1): what is shown may be another one when rows of
 *   these have changed; %NULL where that takes more than a list
 * @is_touched: (nullable): whether what is shown may be another one after these changes; without
 *   this and @tables it may, whatever has changed
 * @ask: (transfer full) (nullable): what is wanted now, for @job, which may be %NULL for nothing at
 *   all; without it @job gets %NULL and reads all there is
 * @free_wish: frees what @ask has given
 * @job: reads it, on the store's thread
 * @free_result: frees what @job has read
 * @take: (transfer full result): shows what was read
 * @fail: (nullable): says why nothing was read; by default the window does
 * @is_daily: whether it is read anew when it has become another day
 *
 * What one kind of page reads, and what it does with it. All but @job get the page.
 */
typedef struct
{
  const char *const *tables;
  gboolean       (*is_touched) (gpointer     owner,
                                TrasChanges *changes);
  gpointer       (*ask)        (gpointer     owner);
  GDestroyNotify   free_wish;
  TrasJob          job;
  GDestroyNotify   free_result;
  void           (*take)       (gpointer     owner,
                                gpointer     result);
  void           (*fail)       (gpointer     owner,
                                GError      *error);
  gboolean         is_daily;
} TrasLoading;

typedef struct _TrasLoader TrasLoader;

TrasLoader *tras_loader_new         (const TrasLoading *loading,
                                     gpointer           owner);
void        tras_loader_free        (TrasLoader        *self);
gboolean    tras_loader_set_store   (TrasLoader        *self,
                                     TrasStore         *store);
TrasStore  *tras_loader_get_store   (TrasLoader        *self);
void        tras_loader_load        (TrasLoader        *self);
void        tras_loader_stop        (TrasLoader        *self);
gboolean    tras_loader_is_outdated (TrasLoader        *self);

G_END_DECLS

/* tras-import-create.h: what an import makes because rows name it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasCreator:
 *
 * Makes indicators, areas, people, items and customers that are named and unknown, with plain
 * defaults.
 */
typedef struct _TrasCreator TrasCreator;

TrasCreator *tras_creator_new          (TrasDb       *db);
void         tras_creator_free         (TrasCreator  *self);
void         tras_creator_see          (TrasCreator  *self,
                                        const char   *indicator,
                                        TrasDay       day,
                                        double        value,
                                        guint         decimals,
                                        gboolean      percent);
gboolean     tras_creator_can_make     (const char   *table);
gboolean     tras_creator_make         (TrasCreator  *self,
                                        const char   *table,
                                        const char   *name,
                                        GPtrArray    *records,
                                        GError      **error);
GPtrArray   *tras_creator_get_sentences (TrasCreator *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasCreator, tras_creator_free)

G_END_DECLS

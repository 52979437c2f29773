/* tras-names.h: what records are called where others refer to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasNames:
 *
 * The names of all records of a type: by which a reference finds its record, and by which it is
 * written.
 */
typedef struct _TrasNames TrasNames;

/* What tras_names_find() says of a text that several records go by. */
#define TRAS_NAMES_AMBIGUOUS -1

TrasNames *tras_names_load (TrasDb       *db,
                            GType         type,
                            GError      **error);
void       tras_names_free (TrasNames    *self);
void       tras_names_add  (TrasNames    *self,
                            TrasRecord   *record);
gint64     tras_names_find (TrasNames    *self,
                            const char   *text,
                            gsize         length);
char      *tras_names_dup  (TrasNames    *self,
                            gint64        id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasNames, tras_names_free)

G_END_DECLS

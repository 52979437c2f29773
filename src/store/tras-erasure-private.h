/* tras-erasure-private.h: what finding and erasing share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db-private.h"
#include "tras-erasure.h"

G_BEGIN_DECLS

/* A table with rows of theirs, or any other whose key follows from a text.
 * keys: (element-type utf8): rows of theirs, there or gone
 * clear: the fields that are erased in those
 * names: the fields that tell who somebody is
 * reference: what makes a row theirs, %NULL where it is their own */
typedef struct
{
  const TrasTable *table;
  gboolean part;
  const TrasField *reference;
  GPtrArray *clear;
  GPtrArray *names;
  GHashTable *keys;
} TrasErasureTable;

struct _TrasErasure
{
  char *table;
  gint64 id;
  char *word;
  GHashTable *tables;  /* name: TrasErasureTable */
  GPtrArray *terms;
  GRegex *regex;
  GPtrArray *mentions;
  gboolean shared;
};

TrasErasureTable *tras_erasure_get_table        (TrasErasure            *self,
                                                 const char             *name);
int               tras_erasure_find_column      (const TrasShape        *shape,
                                                 const char             *column);
const TrasField  *tras_erasure_get_folded       (const TrasTable        *table);
char             *tras_erasure_join             (GPtrArray              *columns);
gboolean          tras_erasure_names_them       (TrasErasure            *self,
                                                 const char             *text);
char             *tras_erasure_dup_replaced     (TrasErasure            *self,
                                                 const char             *text);
gboolean          tras_erasure_clears           (const TrasErasureTable *table,
                                                 const char             *column);
gboolean          tras_erasure_is_somebody_else (const TrasErasureTable *table,
                                                 const char             *column);
gboolean          tras_erasure_keeps            (TrasErasure            *self,
                                                 GPtrArray              *mentions,
                                                 const char             *table,
                                                 const char             *key,
                                                 const char             *column);

G_END_DECLS

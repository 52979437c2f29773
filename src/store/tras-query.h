/* tras-query.h: which records, in which order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-record.h"

G_BEGIN_DECLS

#define TRAS_TYPE_QUERY (tras_query_get_type ())

/**
 * TrasQuery:
 *
 * A selection of the records of one type: conditions that all hold, words to search for, an order.
 * Built before it is used and not changed afterwards, so that threads may share it.
 */
typedef struct _TrasQuery TrasQuery;

typedef enum
{
  TRAS_QUERY_EQ,
  TRAS_QUERY_NE,
  TRAS_QUERY_LT,
  TRAS_QUERY_LE,
  TRAS_QUERY_GT,
  TRAS_QUERY_GE,
} TrasQueryOp;

GType      tras_query_get_type       (void) G_GNUC_CONST;
TrasQuery *tras_query_new            (GType              type);
TrasQuery *tras_query_ref            (TrasQuery         *self);
void       tras_query_unref          (TrasQuery         *self);
TrasQuery *tras_query_dup            (TrasQuery         *self);
GType      tras_query_get_record_type (TrasQuery        *self);

void       tras_query_where_int      (TrasQuery         *self,
                                      const char        *field,
                                      TrasQueryOp        op,
                                      gint64             value);
void       tras_query_where_date     (TrasQuery         *self,
                                      const char        *field,
                                      TrasQueryOp        op,
                                      TrasDay            day);
void       tras_query_where_text     (TrasQuery         *self,
                                      const char        *field,
                                      TrasQueryOp        op,
                                      const char        *value);
void       tras_query_where_null     (TrasQuery         *self,
                                      const char        *field,
                                      gboolean           is_null);
void       tras_query_where_in       (TrasQuery         *self,
                                      const char        *field,
                                      const gint64      *values,
                                      guint              n_values);
void       tras_query_search         (TrasQuery         *self,
                                      const char        *text);
const char *tras_query_get_search    (TrasQuery         *self);
void       tras_query_order          (TrasQuery         *self,
                                      const char        *field,
                                      gboolean           descending);
const char *tras_query_get_order     (TrasQuery         *self,
                                      gboolean          *descending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasQuery, tras_query_unref)

G_END_DECLS

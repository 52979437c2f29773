/* tras-db-private.h: what this folder shares about a connection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-engine.h"

G_BEGIN_DECLS

/**
 * TrasShape:
 * @columns: (element-type utf8): the table's columns in order
 * @keys: (element-type utf8): the primary key's columns
 * @has_id: whether the key is the one column id
 * @has_version: whether there is a column version
 * @has_name_key: whether there is a column name_key
 * @indexed: (element-type utf8): the columns that have an index in their order and then the id's
 * @reverse: whether an insert is undone by a reversing row
 * @insert: (nullable): the statement that inserts a record of the table, once there was one
 *
 * What the file says about a table, as far as SQL is made from it.
 */
typedef struct
{
  GPtrArray *columns;
  GPtrArray *keys;
  GPtrArray *indexed;
  gboolean has_id;
  gboolean has_version;
  gboolean has_name_key;
  gboolean reverse;
  TrasStatement *insert;
} TrasShape;

TrasEngine      *tras_db_get_engine (TrasDb          *self);
TrasShape       *tras_db_get_shape  (TrasDb          *self,
                                     const char      *table,
                                     GError         **error);
GHashTable      *tras_db_get_columns (TrasDb         *self,
                                     GDestroyNotify   column_free);
gboolean         tras_db_read_extent (TrasDb         *self,
                                     const char      *table,
                                     gint64          *first,
                                     gint64          *largest,
                                     gint64          *count,
                                     GError         **error);
gboolean         tras_db_begin_kind (TrasDb          *self,
                                     const char      *label,
                                     const char      *kind,
                                     gint64           undoes,
                                     GError         **error);
gint64           tras_db_get_edit   (TrasDb          *self);
void             tras_db_keep_edit  (TrasDb          *self);
TrasStatement   *tras_db_prepare_query (TrasDb       *self,
                                     TrasQuery       *query,
                                     const char      *columns,
                                     gboolean         computed,
                                     const char      *tail,
                                     GError         **error);
GArray          *tras_db_gather_query (TrasDb        *self,
                                     TrasQuery       *query,
                                     const char      *columns,
                                     int              n_columns,
                                     const char      *tail,
                                     GError         **error);
void             tras_db_read_row   (TrasRecord      *record,
                                     TrasStatement   *statement,
                                     const TrasShape *shape);
char            *tras_db_dup_reverse_sql
                                     (const char      *table,
                                      guint            parameter);
char            *tras_db_dup_columns (const TrasTable *table,
                                     const TrasShape *shape);

G_END_DECLS

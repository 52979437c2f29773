/* tras-engine.h: what a database engine must be able to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything in this folder but the engine itself speaks to these two classes, in SQL that SQLite
 * and PostgreSQL both understand (docs/architecture.md lists what that rules out). Parameters are
 * $1, $2, …; columns count from 0. An engine belongs to one thread at a time.
 */

#pragma once

#include <gio/gio.h>

#include "tras-bulk.h"

G_BEGIN_DECLS

#define TRAS_TYPE_STATEMENT (tras_statement_get_type ())
#define TRAS_TYPE_ENGINE (tras_engine_get_type ())

G_DECLARE_DERIVABLE_TYPE (TrasStatement, tras_statement, TRAS, STATEMENT, GObject)
G_DECLARE_DERIVABLE_TYPE (TrasEngine, tras_engine, TRAS, ENGINE, GObject)

/**
 * TrasStatementClass:
 * @step: fetches the next row: 1 a row, 0 no more rows, -1 an error
 * @reset: forgets the rows; the parameters stay
 * @bind_literals: see tras_statement_bind_literals()
 * @gather: see tras_statement_gather()
 */
struct _TrasStatementClass
{
  GObjectClass parent_class;

  void        (*bind_int)    (TrasStatement *self, int parameter, gint64 value);
  void        (*bind_real)   (TrasStatement *self, int parameter, double value);
  void        (*bind_text)   (TrasStatement *self, int parameter, const char *value);
  void        (*bind_bytes)  (TrasStatement *self, int parameter, GBytes *value);
  void        (*bind_null)   (TrasStatement *self, int parameter);
  gboolean    (*bind_literals) (TrasStatement *self, guint first, const char *literals,
                                guint n);
  int         (*step)        (TrasStatement *self, GError **error);
  void        (*reset)       (TrasStatement *self);
  gboolean    (*column_null) (TrasStatement *self, int column);
  gint64      (*column_int)  (TrasStatement *self, int column);
  double      (*column_real) (TrasStatement *self, int column);
  const char *(*column_text) (TrasStatement *self, int column);
  GBytes     *(*dup_bytes)   (TrasStatement *self, int column);
  GArray     *(*gather)      (TrasStatement *self, GError **error);
};

struct _TrasEngineClass
{
  GObjectClass parent_class;

  TrasStatement *(*prepare)     (TrasEngine *self, const char *sql, gboolean keep, GError **error);
  TrasStatement *(*prepare_gather) (TrasEngine  *self,
                                    const char  *sql,
                                    int          n_columns,
                                    GError     **error);
  gboolean       (*exec)        (TrasEngine *self, const char *sql, GError **error);
  gboolean       (*begin)       (TrasEngine *self, GError **error);
  gboolean       (*commit)      (TrasEngine *self, GError **error);
  void           (*rollback)    (TrasEngine *self);
  gboolean       (*in_transaction) (TrasEngine *self);
  gboolean       (*defer_references) (TrasEngine *self, GError **error);
  void           (*set_edit)    (TrasEngine *self, gint64 edit);
  gint64         (*get_stamp)   (TrasEngine *self);
  gint64         (*get_changed_rows) (TrasEngine *self);
  char          *(*dup_next_id)  (TrasEngine *self, const char *table);
  gboolean       (*copy_to)     (TrasEngine *self, const char *path, GError **error);
  GPtrArray     *(*list_columns) (TrasEngine  *self,
                                 const char  *table,
                                 GPtrArray  **keys,
                                 GError     **error);
  GPtrArray     *(*list_indexed) (TrasEngine  *self,
                                 const char  *table,
                                 GError     **error);
  void           (*set_cancellable) (TrasEngine *self, GCancellable *cancellable);
  gboolean       (*insert_bulk) (TrasEngine *self, TrasBulk *bulk, GError **error);
};

TrasStatement *tras_engine_prepare          (TrasEngine     *self,
                                             const char     *sql,
                                             GError        **error);
TrasStatement *tras_engine_prepare_once     (TrasEngine     *self,
                                             const char     *sql,
                                             GError        **error);
TrasStatement *tras_engine_prepare_gather   (TrasEngine     *self,
                                             const char     *sql,
                                             int             n_columns,
                                             GError        **error);
gboolean       tras_engine_exec             (TrasEngine     *self,
                                             const char     *sql,
                                             GError        **error);
gboolean       tras_engine_begin            (TrasEngine     *self,
                                             GError        **error);
gboolean       tras_engine_commit           (TrasEngine     *self,
                                             GError        **error);
void           tras_engine_rollback         (TrasEngine     *self);
gboolean       tras_engine_in_transaction   (TrasEngine     *self);
gboolean       tras_engine_defer_references (TrasEngine     *self,
                                             GError        **error);
void           tras_engine_set_edit         (TrasEngine     *self,
                                             gint64          edit);
gint64         tras_engine_get_stamp        (TrasEngine     *self);
gint64         tras_engine_get_changed_rows (TrasEngine     *self);
char          *tras_engine_dup_next_id      (TrasEngine     *self,
                                             const char     *table);
gboolean       tras_engine_copy_to          (TrasEngine     *self,
                                             const char     *path,
                                             GError        **error);
GPtrArray     *tras_engine_list_columns     (TrasEngine     *self,
                                             const char     *table,
                                             GPtrArray     **keys,
                                             GError        **error);
GPtrArray     *tras_engine_list_indexed     (TrasEngine     *self,
                                             const char     *table,
                                             GError        **error);
void           tras_engine_set_cancellable  (TrasEngine     *self,
                                             GCancellable   *cancellable);
gboolean       tras_engine_insert_bulk      (TrasEngine     *self,
                                             TrasBulk       *bulk,
                                             GError        **error);

void           tras_statement_bind_int      (TrasStatement  *self,
                                             int             parameter,
                                             gint64          value);
void           tras_statement_bind_real     (TrasStatement  *self,
                                             int             parameter,
                                             double          value);
void           tras_statement_bind_text     (TrasStatement  *self,
                                             int             parameter,
                                             const char     *value);
void           tras_statement_bind_bytes    (TrasStatement  *self,
                                             int             parameter,
                                             GBytes         *value);
void           tras_statement_bind_null     (TrasStatement  *self,
                                             int             parameter);
gboolean       tras_statement_bind_literals (TrasStatement  *self,
                                             guint           first,
                                             const char     *literals,
                                             guint           n);
int            tras_statement_step          (TrasStatement  *self,
                                             GError        **error);
gboolean       tras_statement_run           (TrasStatement  *self,
                                             GError        **error);
void           tras_statement_reset         (TrasStatement  *self);
gboolean       tras_statement_column_null   (TrasStatement  *self,
                                             int             column);
gint64         tras_statement_column_int    (TrasStatement  *self,
                                             int             column);
double         tras_statement_column_real   (TrasStatement  *self,
                                             int             column);
const char    *tras_statement_column_text   (TrasStatement  *self,
                                             int             column);
GBytes        *tras_statement_dup_bytes     (TrasStatement  *self,
                                             int             column);
GArray        *tras_statement_gather        (TrasStatement  *self,
                                             GError        **error);

G_END_DECLS

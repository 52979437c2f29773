/* tras-erasure.h: personal data taken out of the firm's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasMention:
 * @table: a table
 * @key: the row's primary key, as the edit log writes it
 * @column: the column of the text
 * @text: the text
 * @kept: whether the name stays there
 *
 * A text of another record in which somebody is named.
 */
typedef struct
{
  const char *table;
  char *key;
  const char *column;
  char *text;
  gboolean kept;
} TrasMention;

/**
 * TrasErasureLost:
 * @id: its number
 * @name: (nullable): what it was called last
 *
 * A row that is gone from its table, and of which the edit log still has personal texts.
 */
typedef struct
{
  gint64 id;
  char *name;
} TrasErasureLost;

/**
 * TrasErasure:
 *
 * What is known of the one whose personal data are erased. Its own thread's or nobody's: it is made
 * and looked through on one thread, and run on another.
 */
typedef struct _TrasErasure TrasErasure;

TrasErasure *tras_erasure_new          (const char       *table,
                                        gint64            id,
                                        const char       *word);
void         tras_erasure_free         (TrasErasure      *self);
void         tras_erasure_add_table    (TrasErasure      *self,
                                        const TrasTable  *table);
void         tras_erasure_add_part     (TrasErasure      *self,
                                        const TrasTable  *table,
                                        const TrasField  *reference);
void         tras_erasure_clear        (TrasErasure      *self,
                                        const TrasTable  *table,
                                        const TrasField  *field);
void         tras_erasure_set_shared   (TrasErasure      *self,
                                        gboolean          shared);
gboolean     tras_erasure_find         (TrasErasure      *self,
                                        TrasDb           *db,
                                        GError          **error);
GPtrArray   *tras_erasure_get_mentions (TrasErasure      *self);
GPtrArray   *tras_erasure_get_terms    (TrasErasure      *self);
gboolean     tras_erasure_run          (TrasErasure      *self,
                                        TrasDb           *db,
                                        const char       *label,
                                        TrasProgress      progress,
                                        gpointer          progress_data,
                                        gint64           *edit,
                                        GError          **error);

gboolean     tras_erasure_sweep        (TrasDb           *db,
                                        GError          **error);
GPtrArray   *tras_erasure_list_lost    (TrasDb           *db,
                                        const TrasTable  *table,
                                        const char       *until,
                                        const char       *unless,
                                        TrasDay           today,
                                        GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasErasure, tras_erasure_free)

G_END_DECLS

/* tras-backup.h: verified copies of the firm's file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-db.h"
#include "tras-engine.h"

G_BEGIN_DECLS

typedef enum
{
  TRAS_BACKUP_DAILY,
  TRAS_BACKUP_MIGRATION,
} TrasBackupReason;

/**
 * TrasBackup:
 * @path: where it is
 * @made_at: UTC seconds
 * @size: bytes
 */
typedef struct
{
  char *path;
  gint64 made_at;
  guint64 size;
} TrasBackup;

char      *tras_backup_dup_folder  (const char        *path);
gboolean   tras_backup_write       (TrasDb            *db,
                                    const char        *target,
                                    GError           **error);
gboolean   tras_backup_copy        (const char        *path,
                                    const char        *target,
                                    GCancellable      *cancellable,
                                    GError           **error);
gboolean   tras_backup_make        (TrasDb            *db,
                                    TrasBackupReason   reason,
                                    GError           **error);
gboolean   tras_backup_make_daily  (TrasDb            *db,
                                    GError           **error);
GPtrArray *tras_backup_list        (const char        *path);
gboolean   tras_backup_verify      (const char        *path,
                                    GError           **error);
char      *tras_backup_restore     (const char        *backup,
                                    const char        *path,
                                    GError           **error);
gboolean   tras_backup_make_reports
                                   (TrasEngine        *engine,
                                    const char        *company,
                                    guint32            kind,
                                    GError           **error);
char      *tras_backup_dup_newest_reports
                                   (const char        *company);
gboolean   tras_backup_bring_reports
                                   (const char        *backup,
                                    const char        *path,
                                    guint32            kind,
                                    GError           **error);
gboolean   tras_backup_put_reports (TrasEngine        *engine,
                                    const char        *path,
                                    guint32            kind,
                                    GError           **error);
GArray    *tras_backup_thin        (const TrasDay     *days,
                                    guint              n_days,
                                    TrasDay            today);
TrasDay    tras_backup_get_day     (const TrasBackup  *self);
TrasDay    tras_backup_get_end     (GPtrArray         *backups,
                                    TrasDay            day,
                                    TrasDay            today);
void       tras_backup_free        (TrasBackup        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasBackup, tras_backup_free)

G_END_DECLS

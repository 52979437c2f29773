/* tras-schema.h: migrations, and whether a file's tables are what this program made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-engine.h"

G_BEGIN_DECLS

int        tras_schema_get_newest     (void);
gboolean   tras_schema_migrate        (TrasEngine   *engine,
                                       int           from,
                                       GError      **error);
gboolean   tras_schema_verify         (TrasEngine   *engine,
                                       GError      **error);
gboolean   tras_schema_can_read       (TrasEngine   *engine,
                                       GError      **error);
char      *tras_schema_dup_fingerprint (TrasEngine  *engine,
                                       GError      **error);
gboolean   tras_schema_check_references (TrasEngine *engine,
                                       GError      **error);
GPtrArray *tras_schema_list_tables    (TrasEngine   *engine,
                                       GError      **error);
gboolean   tras_schema_has_view       (TrasEngine   *engine,
                                       const char   *name);
GPtrArray *tras_schema_list_sources   (TrasEngine          *engine,
                                       const char *const   *names,
                                       GError             **error);
GPtrArray *tras_schema_list_text_tables
                                      (TrasEngine   *engine,
                                       GError      **error);
GPtrArray *tras_schema_lift_guards    (TrasEngine   *engine,
                                       GPtrArray    *tables,
                                       GError      **error);
gboolean   tras_schema_restore_guards (TrasEngine   *engine,
                                       GPtrArray    *guards,
                                       GError      **error);

G_END_DECLS

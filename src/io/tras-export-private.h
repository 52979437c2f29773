/* tras-export-private.h: what the exports share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-csv-writer.h"
#include "tras-db.h"

G_BEGIN_DECLS

/**
 * TrasExport:
 * @db: a connection
 * @writer: where rows go
 * @currency: the firm's currency
 * @cancellable: (nullable): ends it early
 * @day: the day that what depends on it is seen from
 * @hides_hour_cost: whether what an hour of work costs is left out
 *
 * An export under way.
 */
typedef struct
{
  TrasDb        *db;
  TrasCsvWriter *writer;
  const char    *currency;
  GCancellable  *cancellable;
  TrasDay        day;
  gboolean       hides_hour_cost;
} TrasExport;

gboolean tras_export_end_row   (TrasExport         *self,
                                GError            **error);
void     tras_export_add_value (TrasExport         *self,
                                TrasRecord         *record,
                                const TrasField    *field);
void     tras_export_add_real  (TrasExport         *self,
                                double              value);
gboolean tras_export_header    (TrasExport         *self,
                                const char *const  *names,
                                GError            **error);

gboolean tras_export_absence_rate
                               (TrasExport         *self,
                                GError            **error);
gboolean tras_export_certificates
                               (TrasExport         *self,
                                GError            **error);
gboolean tras_export_headcount (TrasExport         *self,
                                GError            **error);
gboolean tras_export_skill_gaps
                               (TrasExport         *self,
                                GError            **error);
gboolean tras_export_time_to_fill
                               (TrasExport         *self,
                                GError            **error);
gboolean tras_export_training_hours
                               (TrasExport         *self,
                                GError            **error);
gboolean tras_export_turnover  (TrasExport         *self,
                                GError            **error);
gboolean tras_export_supplier_quality
                               (TrasExport         *self,
                                GError            **error);
gboolean tras_export_to_buy    (TrasExport         *self,
                                GError            **error);
gboolean tras_export_verdicts  (TrasExport         *self,
                                GError            **error);
gboolean tras_export_stock     (TrasExport         *self,
                                GError            **error);
gboolean tras_export_available (TrasExport         *self,
                                GError            **error);
gboolean tras_export_ledger    (TrasExport         *self,
                                GError            **error);
gboolean tras_export_stockouts (TrasExport         *self,
                                GError            **error);
gboolean tras_export_backlog   (TrasExport         *self,
                                GError            **error);

gboolean tras_export_foreach_count_row
                               (TrasDb             *db,
                                TrasRecordFunc      func,
                                gpointer            user_data,
                                GError            **error);
gboolean tras_export_foreach_plan_row
                               (TrasDb             *db,
                                TrasRecordFunc      func,
                                gpointer            user_data,
                                GError            **error);

G_END_DECLS

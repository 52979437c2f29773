/* tras-progress-dialog.h: how far long work is, and a way to end it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "tras-db.h"

G_BEGIN_DECLS

#define TRAS_TYPE_PROGRESS_DIALOG (tras_progress_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TrasProgressDialog, tras_progress_dialog, TRAS, PROGRESS_DIALOG, AdwWindow)

/**
 * TrasProgressMeter:
 *
 * How far work is. Written by the thread that works, read by the dialog.
 */
typedef struct _TrasProgressMeter TrasProgressMeter;

TrasProgressMeter  *tras_progress_meter_new        (void);
TrasProgressMeter  *tras_progress_meter_ref        (TrasProgressMeter  *self);
void                tras_progress_meter_unref      (TrasProgressMeter  *self);
void                tras_progress_meter_report     (guint64             done,
                                                    guint64             total,
                                                    gpointer            meter);

TrasProgressDialog *tras_progress_dialog_begin     (GtkWidget          *widget,
                                                    const char         *heading,
                                                    TrasProgressMeter  *meter,
                                                    GCancellable       *cancellable);
void                tras_progress_dialog_end       (TrasProgressDialog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrasProgressMeter, tras_progress_meter_unref)

G_END_DECLS

/* tras-training-paper.h: a session on paper and in calendars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "tras-store.h"

G_BEGIN_DECLS

/**
 * TrasTrainingPaper:
 * @TRAS_PAPER_SHEET_SAVE: the list to sign, as a file
 * @TRAS_PAPER_SHEET_PRINT: the list to sign, on paper
 * @TRAS_PAPER_CERTIFICATES_SAVE: a page for each of those who passed, as a file
 * @TRAS_PAPER_CERTIFICATES_PRINT: likewise, on paper
 * @TRAS_PAPER_INVITATION: the session for calendars, as a file
 *
 * What is made of a session.
 */
typedef enum
{
  TRAS_PAPER_SHEET_SAVE,
  TRAS_PAPER_SHEET_PRINT,
  TRAS_PAPER_CERTIFICATES_SAVE,
  TRAS_PAPER_CERTIFICATES_PRINT,
  TRAS_PAPER_INVITATION,
} TrasTrainingPaper;

TrasTrainingPaper tras_training_paper_from_action (const char        *action);
void              tras_training_paper_run         (GtkWidget         *owner,
                                                   TrasStore         *store,
                                                   gint64             session_id,
                                                   TrasTrainingPaper  paper);

G_END_DECLS

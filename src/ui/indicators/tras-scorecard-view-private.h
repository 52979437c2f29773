/* tras-scorecard-view-private.h: what reading and typing share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-note-popover.h"
#include "tras-scorecard-painter.h"
#include "tras-scorecard-view.h"

G_BEGIN_DECLS

/**
 * TrasCellDraft:
 * @indicator_id: the indicator
 * @period: the period
 * @text: what was typed
 * @error: (nullable): why it is not stored, %NULL while it is on its way to the file
 * @done: it is stored, and the next scorecard has it
 *
 * What was typed into a cell and does not stand in the scorecard.
 */
typedef struct
{
  gint64 indicator_id;
  gint32 period;
  char *text;
  char *error;
  gboolean done;
} TrasCellDraft;

struct _TrasScorecardView
{
  TrasScrollArea parent_instance;

  /* borrowed */
  GtkWidget *entry;
  GtkWidget *note;

  /* owned */
  TrasCellWriter *writer;
  TrasScorecard *scorecard;
  TrasScorecardFilter filter;
  TrasScorecardPainter *painter;
  GArray *lines;
  GArray *tops;
  GHashTable *drafts;
  GMenuModel *menu;
  char *words;
  char *notice;
  char *entry_error;
  char *entry_start;

  TrasEvery every;
  int total;
  int cursor_line;
  int cursor_column;
  int hovered_line;
  gboolean editing;
  gboolean at_newest;
  guint prepare_source;
  int prepared;
};

/* tras-scorecard-view.c */
const TrasScorecardLine *tras_scorecard_view_get_line     (TrasScorecardView *self,
                                                           int                line);
const TrasCell          *tras_scorecard_view_get_cell     (TrasScorecardView *self,
                                                           int                line,
                                                           int                column);
int                      tras_scorecard_view_find_row     (TrasScorecardView *self,
                                                           int                line,
                                                           int                step);
void                     tras_scorecard_view_move         (TrasScorecardView *self,
                                                           int                line,
                                                           int                column);
void                     tras_scorecard_view_get_place    (TrasScorecardView *self,
                                                           int                line,
                                                           int                column,
                                                           graphene_rect_t   *rect);
void                     tras_scorecard_view_say          (TrasScorecardView *self);
gint64                   tras_scorecard_view_get_id       (TrasScorecardView *self,
                                                           int                line);
int                      tras_scorecard_view_find_line    (TrasScorecardView *self,
                                                           int                y);
int                      tras_scorecard_view_get_page     (TrasScorecardView *self);
int                      tras_scorecard_view_get_scroll   (TrasScorecardView *self,
                                                           GtkOrientation     orientation);
void                     tras_scorecard_view_open         (TrasScorecardView *self,
                                                           int                line);
int                      tras_scorecard_view_get_top      (TrasScorecardView *self,
                                                           int                line);
int                      tras_scorecard_view_find         (TrasScorecardView *self,
                                                           gint64             id);

/* tras-scorecard-words.c */
char                    *tras_scorecard_view_dup_title    (TrasScorecardView *self,
                                                           int                line,
                                                           int                column);
char                    *tras_scorecard_view_dup_words    (TrasScorecardView *self);
char                    *tras_scorecard_view_dup_cell_words
                                                          (const TrasScorecardRow *row,
                                                           const TrasCell    *cell);

/* tras-scorecard-draw.c */
void                     tras_scorecard_draw_snapshot     (GtkWidget         *widget,
                                                           GtkSnapshot       *snapshot);

/* tras-scorecard-input.c */
void                     tras_scorecard_input_init        (TrasScorecardView *self);
void                     tras_scorecard_input_explain     (TrasScorecardView *self);
gboolean                 tras_scorecard_input_query_tooltip
                                                          (GtkWidget         *widget,
                                                           int                x,
                                                           int                y,
                                                           gboolean           keyboard,
                                                           GtkTooltip        *tooltip);

/* tras-scorecard-entry.c */
void                     tras_scorecard_entry_init        (TrasScorecardView *self);
void                     tras_scorecard_entry_begin       (TrasScorecardView *self,
                                                           const char        *text);
gboolean                 tras_scorecard_entry_commit      (TrasScorecardView *self);
void                     tras_scorecard_entry_cancel      (TrasScorecardView *self);
void                     tras_scorecard_entry_ask_missing (TrasScorecardView *self);
void                     tras_scorecard_entry_read        (TrasScorecardView *self);
gboolean                 tras_scorecard_entry_forget      (TrasScorecardView *self);
TrasCellDraft           *tras_scorecard_entry_find_draft  (TrasScorecardView *self,
                                                           int                line,
                                                           int                column);
void                     tras_scorecard_entry_settle      (TrasScorecardView *self);

G_END_DECLS

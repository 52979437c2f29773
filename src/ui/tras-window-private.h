/* tras-window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tras-error-words.h"
#include "tras-trouble-bar.h"
#include "tras-window.h"

G_BEGIN_DECLS

struct _TrasWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *content;
  AdwViewStack *tabs;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  GtkWidget *header_bar;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *review_button;
  GtkStack *review_label;
  GtkLabel *review_words;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GMenu *recent_menu;
  TrasTroubleBar *trouble_bar;

  /* borrowed; made when they are needed */
  AdwStatusPage *refused;
  GtkButton *refused_button;

  AdwToast *toast;

  GSettings *settings;
  TrasStore *store;
  GSignalGroup *store_signals;
  GCancellable *opening;
  char *path;
  guint build_source;
  guint settle_source;
  gboolean is_narrow;
  gboolean is_older;
  gboolean paper_of_review;
};

/* tras-window.c */
void tras_window_update_actions (TrasWindow *self);
void tras_window_focus          (TrasWindow *self);

/* tras-window-edits.c */
void tras_window_install_edits  (GtkWidgetClass *widget_class);
void tras_window_on_trouble     (TrasWindow     *self,
                                 const GError   *error);

/* tras-window-files.c */
void tras_window_install_files  (GtkWidgetClass *widget_class);
void tras_window_take_way_out   (TrasWindow     *self,
                                 TrasWayOut      way_out);

/* tras-window-tools.c */
void     tras_window_install_tools    (GtkWidgetClass *widget_class);
void     tras_window_update_tools     (TrasWindow     *self);
void     tras_window_close_tools      (TrasWindow     *self);
gboolean tras_window_is_in_review     (TrasWindow     *self);
void     tras_window_leave_review     (TrasWindow     *self);
void     tras_window_look_for_meeting (TrasWindow     *self);
void     tras_window_settle_header    (TrasWindow     *self);

G_END_DECLS

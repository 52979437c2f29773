/* tras-window-tools.c: what the window opens over or beside the tabs: import, export, the review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-export-window.h"
#include "tras-import-window.h"
#include "tras-page.h"
#include "tras-past-reviews.h"
#include "tras-review-view.h"
#include "tras-window-private.h"

static const char *
get_kind (TrasWindow *self)
{
  const char *tab = adw_view_stack_get_visible_child_name (self->tabs);
  GtkWidget *page = tab != NULL ? tras_window_get_page (self, tab) : NULL;

  return page != NULL ? tras_page_get_kind (TRAS_PAGE (page)) : NULL;
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TrasWindow *self = TRAS_WINDOW (widget);

  tras_import_window_open (self, get_kind (self), NULL);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TrasWindow *self = TRAS_WINDOW (widget);

  tras_export_window_open (self, get_kind (self));
}

/* The review has the whole window: no tab is on show meanwhile. */
static void
show_review (TrasWindow *self,
             GtkWidget  *view)
{
  gtk_stack_set_visible_child (self->content, view);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), FALSE);
  gtk_widget_set_visible (self->review_button, FALSE);
  gtk_widget_grab_focus (view);
}

/* Goes back to the tabs, where the review is on show. */
void
tras_window_leave_review (TrasWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "review") != 0)
    return;

  gtk_stack_set_visible_child_name (self->content, "company");
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), TRUE);
  gtk_widget_set_visible (self->review_button, TRUE);
}

static void
review_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TrasWindow *self = TRAS_WINDOW (widget);
  GtkWidget *view = gtk_stack_get_child_by_name (self->content, "review");

  if (view == NULL)
    {
      view = g_object_new (TRAS_TYPE_REVIEW_VIEW, NULL);
      g_signal_connect_object (view, "leave", G_CALLBACK (tras_window_leave_review), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->content, view, "review");
    }
  tras_review_view_set_store (TRAS_REVIEW_VIEW (view), self->store);
  show_review (self, view);
}

static void
past_reviews_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (tras_past_reviews_new (TRAS_WINDOW (widget))));
}

/* The review of a firm whose file is closed goes with it. */
void
tras_window_close_tools (TrasWindow *self)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->content, "review");

  tras_window_leave_review (self);
  if (view != NULL)
    gtk_stack_remove (self->content, view);
}

void
tras_window_update_tools (TrasWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->store != NULL;

  gtk_widget_action_set_enabled (widget, "win.import",
                                 is_open && !tras_store_is_read_only (self->store));
  gtk_widget_action_set_enabled (widget, "win.export", is_open);
  gtk_widget_action_set_enabled (widget, "win.review", is_open);
  gtk_widget_action_set_enabled (widget, "win.past-reviews", is_open);
}

void
tras_window_install_tools (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "win.past-reviews", NULL, past_reviews_action);
}

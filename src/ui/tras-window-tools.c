/* tras-window-tools.c: what the window opens over or beside the tabs: import, export, the review
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-closing-dialog.h"
#include "tras-export-window.h"
#include "tras-import-window.h"
#include "tras-meeting-week.h"
#include "tras-page.h"
#include "tras-past-reviews.h"
#include "tras-review-mode.h"
#include "tras-review-view.h"
#include "tras-window-private.h"

#define SECONDS_A_MINUTE 60

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

/* ---- the review and its paper ---- */

static gboolean
is_shown (TrasWindow *self,
          const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->content), name) == 0;
}

/* The review has the whole window: no tab is on show meanwhile. */
static void
show_over_tabs (TrasWindow *self,
                GtkWidget  *view)
{
  gtk_stack_set_visible_child (self->content, view);
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), FALSE);
  gtk_widget_set_visible (self->review_button, FALSE);
  tras_window_settle_header (self);
  gtk_widget_grab_focus (view);
}

/* Whether the review or its paper is on show. */
gboolean
tras_window_is_in_review (TrasWindow *self)
{
  return is_shown (self, "review") || is_shown (self, "paper");
}

/* A meeting that fills the screen has all of it. */
void
tras_window_settle_header (TrasWindow *self)
{
  gtk_widget_set_visible (self->header_bar, !is_shown (self, "review") ||
                                            !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

/* Goes back to the tabs, where the review or its paper is on show. */
void
tras_window_leave_review (TrasWindow *self)
{
  if (!tras_window_is_in_review (self))
    return;

  self->paper_of_review = FALSE;
  gtk_stack_set_visible_child_name (self->content, "company");
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), TRUE);
  gtk_widget_set_visible (self->review_button, TRUE);
  tras_window_settle_header (self);
}

static void
on_review_left (TrasWindow *self)
{
  tras_window_leave_review (self);
  tras_window_focus (self);
}

/* From the paper one goes back to where one came from. */
static void
on_paper_left (TrasWindow *self)
{
  gboolean to_review = self->paper_of_review;

  self->paper_of_review = FALSE;
  if (to_review)
    show_over_tabs (self, gtk_stack_get_child_by_name (self->content, "review"));
  else
    on_review_left (self);
}

static GtkWidget *
find_view (TrasWindow *self,
           const char *name,
           GType       type,
           GCallback   on_left)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->content, name);

  if (view == NULL)
    {
      view = g_object_new (type, NULL);
      g_signal_connect_object (view, "leave", on_left, self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->content, view, name);
    }

  return view;
}

static void
review_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TrasWindow *self = TRAS_WINDOW (widget);
  GtkWidget *view = find_view (self, "review", TRAS_TYPE_REVIEW_MODE,
                               G_CALLBACK (on_review_left));

  self->paper_of_review = FALSE;
  tras_review_mode_set_store (TRAS_REVIEW_MODE (view), self->store);
  show_over_tabs (self, view);
}

static void
paper_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TrasWindow *self = TRAS_WINDOW (widget);
  GtkWidget *mode = gtk_stack_get_child_by_name (self->content, "review");
  GtkWidget *view = find_view (self, "paper", TRAS_TYPE_REVIEW_VIEW, G_CALLBACK (on_paper_left));
  TrasMeeting *meeting = NULL;

  if (is_shown (self, "review"))
    {
      meeting = tras_review_desk_get_meeting (tras_review_mode_get_desk (TRAS_REVIEW_MODE (mode)));
      self->paper_of_review = TRUE;
    }
  if (meeting != NULL)
    tras_review_view_set_day (TRAS_REVIEW_VIEW (view), meeting->week_on);
  tras_review_view_set_store (TRAS_REVIEW_VIEW (view), self->store);
  show_over_tabs (self, view);
}

static void
close_view (TrasWindow *self,
            const char *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->content, name);

  if (view != NULL)
    gtk_stack_remove (self->content, view);
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
  GtkWidget *mode = gtk_stack_get_child_by_name (self->content, "review");

  tras_window_leave_review (self);
  close_view (self, "paper");
  /* What the meeting is still writing keeps it alive: from here on it asks for nothing more. */
  if (mode != NULL)
    tras_review_mode_set_store (TRAS_REVIEW_MODE (mode), NULL);
  close_view (self, "review");
}

/* ---- a meeting that goes on ---- */

static gpointer
find_going_on_job (TrasDb        *db,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (TrasReview) review = NULL;

  tras_meeting_find_going_on (db, *(TrasDay *) data, &review, error);

  return g_steal_pointer (&review);
}

static void
on_going_on_found (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TrasWindow) self = user_data;
  g_autoptr (TrasReview) review = tras_store_run_finish (TRAS_STORE (object), result, NULL);
  g_autofree char *label = NULL;
  g_autofree char *tooltip = NULL;

  if (self->store != TRAS_STORE (object))
    return;

  if (review != NULL)
    {
      int minutes = (int) (review->seconds / SECONDS_A_MINUTE);

      /* Translators: on a button: the review goes on, and has taken that long */
      label = g_strdup_printf (ngettext ("_Review · %d min", "_Review · %d min", (gulong) minutes),
                               minutes);
      tooltip = g_strdup_printf (ngettext ("A meeting is going on: %d of %d minute",
                                           "A meeting is going on: %d of %d minutes",
                                           (gulong) review->planned_minutes),
                                 minutes, (int) review->planned_minutes);
    }
  gtk_label_set_label (self->review_words, label != NULL ? label : _("_Review"));
  gtk_label_set_use_underline (self->review_words, TRUE);
  gtk_widget_set_tooltip_text (self->review_button,
                               tooltip != NULL ? tooltip : _("The Week’s Review"));
}

/* Says on the button whether a meeting goes on, on this desk or another. */
void
tras_window_look_for_meeting (TrasWindow *self)
{
  TrasDay today = tras_day_today ();

  if (self->store != NULL)
    tras_store_run_async (self->store, tras_window_look_for_meeting, find_going_on_job,
                          g_memdup2 (&today, sizeof today), g_free, g_object_unref, NULL,
                          on_going_on_found, g_object_ref (self));
}

/* ---- actions ---- */

static void
close_books_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  tras_closing_dialog_present (widget, TRAS_WINDOW (widget)->store);
}

void
tras_window_update_tools (TrasWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->store != NULL;
  gboolean can_write = is_open && !tras_store_is_read_only (self->store);

  gtk_widget_action_set_enabled (widget, "win.import", can_write);
  gtk_widget_action_set_enabled (widget, "win.close-books", can_write);
  gtk_widget_action_set_enabled (widget, "win.export", is_open);
  gtk_widget_action_set_enabled (widget, "win.review", is_open);
  gtk_widget_action_set_enabled (widget, "win.past-reviews", is_open);
  gtk_widget_action_set_enabled (widget, "win.paper", is_open);
}

void
tras_window_install_tools (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.close-books", NULL, close_books_action);
  gtk_widget_class_install_action (widget_class, "win.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "win.past-reviews", NULL, past_reviews_action);
  gtk_widget_class_install_action (widget_class, "win.paper", NULL, paper_action);
}

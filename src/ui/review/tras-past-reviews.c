/* tras-past-reviews.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-calendar.h"
#include "tras-file-dialog.h"
#include "tras-help.h"
#include "tras-loader.h"
#include "tras-minutes-files.h"
#include "tras-minutes.h"
#include "tras-paper.h"
#include "tras-past-reviews.h"
#include "tras-review-history.h"
#include "tras-save-file.h"

/**
 * TrasPastReviews:
 *
 * The meetings, newest first, searched by what was said and decided; beside them the minutes of the
 * one that is chosen.
 */
struct _TrasPastReviews
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwLeaflet *leaflet;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListBox *list;
  GtkStack *paper_stack;
  GtkBox *pages;
  GtkWidget *save_button;
  AdwWindowTitle *paper_title;

  /* owned */
  TrasLoader *loader;
  TrasLoader *meeting_loader;
  GPtrArray *history;
  TrasMeeting *meeting;
  TrasDay week;
  gint64 area_id;
};

G_DEFINE_FINAL_TYPE (TrasPastReviews, tras_past_reviews, ADW_TYPE_WINDOW)

/* ---- the minutes ---- */

static gpointer
load_meeting_job (TrasDb        *db,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  gint64 *which = data;

  return tras_meeting_load (db, (TrasDay) which[0], which[1], error);
}

static void
show_pages (TrasPastReviews *self)
{
  g_autoptr (TrasReport) report = tras_minutes_new (self->meeting,
                                                    tras_number_format_get_default (),
                                                    TRAS_A4_WIDTH, TRAS_A4_HEIGHT);
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, page);
  for (guint i = 0; i < tras_report_get_n_pages (report); i++)
    gtk_box_append (self->pages, tras_paper_new (report, i));
  gtk_stack_set_visible_child_name (self->paper_stack, "paper");
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static gpointer
ask_for_meeting (gpointer owner)
{
  TrasPastReviews *self = owner;
  gint64 which[] = { self->week, self->area_id };

  return g_memdup2 (which, sizeof which);
}

static void
take_meeting (gpointer owner,
              gpointer meeting)
{
  TrasPastReviews *self = owner;

  g_clear_pointer (&self->meeting, tras_meeting_unref);
  self->meeting = meeting;
  show_pages (self);
}

/* It is asked for whenever the list was read. */
static gboolean
is_meeting_touched (gpointer     owner,
                    TrasChanges *changes)
{
  return FALSE;
}

static const TrasLoading meeting_loading = {
  .is_touched = is_meeting_touched,
  .ask = ask_for_meeting,
  .free_wish = g_free,
  .job = load_meeting_job,
  .free_result = (GDestroyNotify) tras_meeting_unref,
  .take = take_meeting,
};

/* ---- the list ---- */

static char *
dup_week (TrasReview *review)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *week = tras_number_format_week_of_year (format, review->week_on);

  return review->area_name != NULL ? g_strdup_printf ("%s · %s", week, review->area_name)
                                   : g_steal_pointer (&week);
}

static char *
dup_facts (TrasPastReview *past)
{
  g_autofree char *present = g_strdup_printf (ngettext ("%u person", "%u people",
                                                        past->n_present), past->n_present);
  g_autofree char *results = g_strdup_printf (ngettext ("%u result", "%u results",
                                                        past->results->len), past->results->len);
  g_autofree char *mean = NULL;

  if (past->review->ended_at == TRAS_NULL)
    return g_strdup_printf ("%s · %s", present, _("still going on"));
  if (past->usefulness == 0)
    return g_strdup_printf ("%s · %s", present, results);

  mean = tras_number_format_real (tras_number_format_get_default (), past->usefulness / 10.0, 1);
  /* Translators: how many people, how many results, and how useful it was: 8.2 */
  return g_strdup_printf (_("%s · %s · usefulness %s"), present, results, mean);
}

static GtkWidget *
row_new (TrasPastReview *past,
         const char     *where)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_week (past->review);
  g_autofree char *facts = dup_facts (past);
  /* Translators: what a review was like, and the words that were found in it */
  g_autofree char *subtitle = where != NULL ? g_strdup_printf (_("%s\n“%s”"), facts, where)
                                            : g_strdup (facts);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "review", past->review);

  return row;
}

static gboolean
is_shown (TrasPastReviews *self,
          TrasReview      *review)
{
  return review->week_on == self->week && review->area_id == self->area_id;
}

static void
fill (TrasPastReviews *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkWidget *row;
  guint n_found = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->history != NULL && i < self->history->len; i++)
    {
      TrasPastReview *past = self->history->pdata[i];
      const char *where;

      if (!tras_past_review_matches (past, words, &where))
        continue;
      n_found++;
      row = row_new (past, where);
      gtk_list_box_append (self->list, row);
      if (is_shown (self, past->review))
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
  if (self->history != NULL && self->history->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "list" : "nothing");
}

static void
choose (TrasPastReviews *self,
        TrasReview      *review)
{
  g_autofree char *title = dup_week (review);

  self->week = review->week_on;
  self->area_id = review->area_id;
  adw_window_title_set_subtitle (self->paper_title, title);
  tras_loader_stop (self->meeting_loader);
  tras_loader_load (self->meeting_loader);
}

static void
on_row_activated (TrasPastReviews *self,
                  GtkListBoxRow   *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "review"));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_review_history_load (db, error);
}

/* What was on show stays; at first it is the newest. */
static void
show_chosen (TrasPastReviews *self)
{
  TrasReview *shown = NULL;

  for (guint i = 0; i < self->history->len; i++)
    {
      TrasReview *review = ((TrasPastReview *) self->history->pdata[i])->review;

      if (self->week == TRAS_DAY_NONE || is_shown (self, review))
        {
          shown = review;
          break;
        }
    }
  if (shown != NULL)
    choose (self, shown);
}

static void
take (gpointer owner,
      gpointer history)
{
  TrasPastReviews *self = owner;

  /* Rows borrow from what is gone now. */
  g_clear_pointer (&self->history, g_ptr_array_unref);
  self->history = history;
  show_chosen (self);
  fill (self);
}

static const TrasLoading loading = {
  .job = load_job,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
  .take = take,
};

/* ---- files ---- */

static void
on_minutes_saved (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (TrasPastReviews) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = tras_minutes_files_save_finish (result, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *message = NULL;

  if (files == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (names, g_filename_display_basename (files->pdata[i]));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv ("”, “", (char **) names->pdata);
  message = g_strdup_printf (_("Saved as “%s”"), list);
  tras_window_toast (GTK_WIDGET (self), message);
}

static void
on_minutes_chosen (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TrasPastReviews) self = user_data;
  g_autoptr (GFile) file = tras_file_dialog_finish (result);
  TrasWindow *window = tras_window_find (GTK_WIDGET (self));

  if (file != NULL && self->meeting != NULL && window != NULL)
    tras_minutes_files_save_async (self->meeting, tras_window_get_path (window), file, NULL,
                                   on_minutes_saved, g_object_ref (self));
}

static void
save_minutes_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TrasPastReviews *self = TRAS_PAST_REVIEWS (widget);
  g_autofree char *name = NULL;
  int year, week;

  tras_day_iso_week (self->week, &year, &week);
  /* Translators: the name of a file: Minutes 2026-W47.pdf */
  name = g_strdup_printf (_("Minutes %04d-W%02d.pdf"), year, week);
  tras_file_dialog_save (widget, _("Save the Minutes"), TRAS_FILE_PDF, name, on_minutes_chosen,
                         g_object_ref (self));
}

static GBytes *
make_promises (GFile    *file,
               gpointer  data,
               GError  **error)
{
  TrasMeeting *meeting = data;
  g_autoptr (TrasCalendar) calendar = tras_calendar_new (meeting->data->firm->name);
  char *text;

  tras_calendar_add_meeting (calendar, meeting);
  text = tras_calendar_dup_text (calendar);

  return g_bytes_new_take (text, strlen (text));
}

static void
save_promises_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TrasPastReviews *self = TRAS_PAST_REVIEWS (widget);
  g_autofree char *name = NULL;
  int year, week;

  if (self->meeting == NULL)
    return;

  tras_day_iso_week (self->week, &year, &week);
  /* Translators: the name of a file: Promises 2026-W47.ics */
  name = g_strdup_printf (_("Promises %04d-W%02d.ics"), year, week);
  tras_save_file (widget, _("Save the Promises"), TRAS_FILE_CALENDAR, name, make_promises,
                  tras_meeting_ref (self->meeting), (GDestroyNotify) tras_meeting_unref);
}

/* ---- the class ---- */

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  adw_leaflet_navigate (TRAS_PAST_REVIEWS (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TRAS_PAST_REVIEWS (widget)->search));
}

static void
tras_past_reviews_dispose (GObject *object)
{
  TrasPastReviews *self = TRAS_PAST_REVIEWS (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->meeting_loader, tras_loader_free);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->meeting, tras_meeting_unref);

  G_OBJECT_CLASS (tras_past_reviews_parent_class)->dispose (object);
}

static void
tras_past_reviews_class_init (TrasPastReviewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_past_reviews_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/review/past-reviews.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasPastReviews, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TrasPastReviews, search);
  gtk_widget_class_bind_template_child (widget_class, TrasPastReviews, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasPastReviews, list);
  gtk_widget_class_bind_template_child (widget_class, TrasPastReviews, paper_stack);
  gtk_widget_class_bind_template_child (widget_class, TrasPastReviews, pages);
  gtk_widget_class_bind_template_child (widget_class, TrasPastReviews, save_button);
  gtk_widget_class_bind_template_child (widget_class, TrasPastReviews, paper_title);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "past.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "past.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "past.save-minutes", NULL, save_minutes_action);
  gtk_widget_class_install_action (widget_class, "past.save-promises", NULL, save_promises_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "past.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "past.save-minutes", NULL);
}

static void
tras_past_reviews_init (TrasPastReviews *self)
{
  self->week = TRAS_DAY_NONE;
  self->loader = tras_loader_new (&loading, self);
  self->meeting_loader = tras_loader_new (&meeting_loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "after-the-review");
  gtk_widget_set_sensitive (self->save_button, FALSE);
}

/**
 * tras_past_reviews_new:
 * @window: a window with a store
 *
 * Returns: (transfer none): the meetings of its firm
 */
TrasPastReviews *
tras_past_reviews_new (TrasWindow *window)
{
  TrasPastReviews *self = g_object_new (TRAS_TYPE_PAST_REVIEWS,
                                        "transient-for", window,
                                        "destroy-with-parent", TRUE,
                                        NULL);

  tras_loader_set_store (self->meeting_loader, tras_window_get_store (window));
  tras_loader_set_store (self->loader, tras_window_get_store (window));
  tras_loader_load (self->loader);

  return self;
}

/**
 * tras_past_reviews_show:
 * @self: the meetings of a firm
 * @week: any day of a week that was reviewed
 * @area_id: the area that held the meeting, 0 for the firm
 *
 * Shows the minutes of that meeting.
 */
void
tras_past_reviews_show (TrasPastReviews *self,
                        TrasDay          week,
                        gint64           area_id)
{
  g_return_if_fail (TRAS_IS_PAST_REVIEWS (self));

  self->week = tras_period_first_day (TRAS_EVERY_WEEK, week);
  self->area_id = area_id;
  if (self->history != NULL)
    {
      show_chosen (self);
      fill (self);
    }
}

/* tras-review-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-loader.h"
#include "tras-paper.h"
#include "tras-report-paper.h"
#include "tras-review-report.h"
#include "tras-review-view.h"

struct _TrasReviewView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *pages;
  GtkLabel *week_label;
  GtkScrolledWindow *scroller;
  GtkWidget *back_button;
  GtkWidget *print_button;
  GtkWidget *save_button;

  /* owned */
  TrasLoader *loader;
  TrasReport *report;
  TrasDay day;
};

G_DEFINE_FINAL_TYPE (TrasReviewView, tras_review_view, ADW_TYPE_BIN)

enum
{
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_pages (TrasReviewView *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, page);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_review_data_load (db, *(TrasDay *) data, error);
}

/* Nothing is read for a page that nobody sees; what changed meanwhile is read when it is. */
static gpointer
ask (gpointer owner)
{
  return gtk_widget_get_mapped (owner)
           ? g_memdup2 (&TRAS_REVIEW_VIEW (owner)->day, sizeof (TrasDay)) : NULL;
}

static void
take (gpointer owner,
      gpointer found)
{
  TrasReviewView *self = owner;
  g_autoptr (TrasReviewData) data = found;

  g_clear_object (&self->report);
  self->report = tras_review_report_new (data, tras_number_format_get_default (), TRAS_A4_WIDTH,
                                         TRAS_A4_HEIGHT);
  clear_pages (self);
  for (guint i = 0; i < tras_report_get_n_pages (self->report); i++)
    gtk_box_append (self->pages, tras_paper_new (self->report, i));
  gtk_widget_set_sensitive (self->print_button, TRUE);
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static const TrasLoading loading = {
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_review_data_unref,
  .take = take,
};

static void
show_week (TrasReviewView *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasDay monday = tras_period_first_day (TRAS_EVERY_WEEK, self->day);
  g_autofree char *week = tras_number_format_week_of_year (format, self->day);
  g_autofree char *from = tras_number_format_date_medium (format, monday);
  g_autofree char *to = tras_number_format_date_medium (format, monday + 6);
  /* Translators: a week and its first and last day */
  g_autofree char *label = g_strdup_printf (_("%s · %s to %s"), week, from, to);

  gtk_label_set_label (self->week_label, label);
  tras_loader_stop (self->loader);
  tras_loader_load (self->loader);
}

static void
tras_review_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tras_review_view_parent_class)->map (widget);

  show_week (TRAS_REVIEW_VIEW (widget));
}

static void
on_back (TrasReviewView *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
on_week_before (TrasReviewView *self)
{
  tras_review_view_set_day (self, self->day - 7);
}

static void
on_week_after (TrasReviewView *self)
{
  tras_review_view_set_day (self, self->day + 7);
}

/* ---- files and paper ---- */

static void
on_save (TrasReviewView *self)
{
  int year, week;
  g_autofree char *name = NULL;

  if (self->report == NULL)
    return;

  tras_day_iso_week (self->day, &year, &week);
  /* Translators: the name of a file: Review 2026-W47.pdf */
  name = g_strdup_printf (_("Review %04d-W%02d.pdf"), year, week);
  tras_report_paper_save (GTK_WIDGET (self), self->report, _("Save the Review"), name);
}

static void
on_print (TrasReviewView *self)
{
  if (self->report != NULL)
    tras_report_paper_print (GTK_WIDGET (self), self->report);
}

/* ---- the object ---- */

static gboolean
on_key_pressed (TrasReviewView  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  on_back (self);
  return GDK_EVENT_STOP;
}

static gboolean
tras_review_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRAS_REVIEW_VIEW (widget)->scroller));
}

static void
tras_review_view_dispose (GObject *object)
{
  TrasReviewView *self = TRAS_REVIEW_VIEW (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (tras_review_view_parent_class)->dispose (object);
}

static void
tras_review_view_class_init (TrasReviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_review_view_dispose;
  widget_class->grab_focus = tras_review_view_grab_focus;
  widget_class->map = tras_review_view_map;

  /**
   * TrasReviewView::leave:
   *
   * The user wants to go back to the tabs.
   */
  signals[LEAVE] = g_signal_new ("leave", TRAS_TYPE_REVIEW_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/review/review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasReviewView, back_button);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewView, pages);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewView, print_button);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewView, save_button);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewView, week_label);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_week_after);
  gtk_widget_class_bind_template_callback (widget_class, on_week_before);
}

static void
tras_review_view_init (TrasReviewView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->day = tras_day_today ();
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "after-the-review");
  gtk_widget_set_sensitive (self->print_button, FALSE);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * tras_review_view_set_store:
 * @self: a view
 * @store: (nullable): the firm's file
 */
void
tras_review_view_set_store (TrasReviewView *self,
                            TrasStore      *store)
{
  g_return_if_fail (TRAS_IS_REVIEW_VIEW (self));

  if (tras_loader_set_store (self->loader, store))
    tras_loader_load (self->loader);
}

/**
 * tras_review_view_set_day:
 * @self: a view
 * @day: any day of the week to show
 */
void
tras_review_view_set_day (TrasReviewView *self,
                          TrasDay         day)
{
  g_return_if_fail (TRAS_IS_REVIEW_VIEW (self));

  self->day = CLAMP (day, TRAS_DAY_MIN + 7, TRAS_DAY_MAX - 7);
  show_week (self);
}

/* tras-timeline-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-forms.h"
#include "tras-help.h"
#include "tras-loader.h"
#include "tras-timeline-move.h"
#include "tras-timeline-page.h"
#include "tras-timeline-paper.h"
#include "tras-window.h"
#include "tras-wrap-layout.h"

#define ZOOM_STEP 1.5
#define TOOLBAR_SPACING 6

struct _TrasTimelinePage
{
  AdwBin parent_instance;

  /* template widgets */
  AdwStatusPage *empty;
  GtkButton *empty_button;
  GtkDropDown *grouping;
  GtkStack *stack;
  GtkToggleButton *all_button;
  GtkToggleButton *unfold_button;
  GtkWidget *toolbar;
  TrasTimelineView *view;

  /* owned */
  TrasLoader *loader;
  TrasTimelineSource *source;
};

G_DEFINE_FINAL_TYPE (TrasTimelinePage, tras_timeline_page, ADW_TYPE_BIN)

/* ---- loading ---- */

typedef struct
{
  TrasTimelineGrouping grouping;
  gboolean open_only;
  TrasDay today;
} Wish;

static gboolean
is_writable (TrasTimelinePage *self)
{
  TrasStore *store = tras_loader_get_store (self->loader);

  return store != NULL && !tras_store_is_read_only (store);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wish *wish = data;

  return tras_timeline_source_load (db, wish->grouping, wish->open_only, wish->today, error);
}

static void
update_actions (TrasTimelinePage *self)
{
  gboolean shown = self->source != NULL && tras_timeline_source_get_plan (self->source)->n_bars > 0;
  static const char *const names[] = {
    "timeline.legend", "timeline.print",    "timeline.save", "timeline.today",
    "timeline.zoom-in", "timeline.zoom-out",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], shown);
}

/* A page without a bar says what would be here, and what to do. */
static void
show_empty (TrasTimelinePage *self)
{
  gboolean none = tras_timeline_source_get_n_all (self->source) == 0;

  adw_status_page_set_title (self->empty, none ? _("Nothing Is Planned Yet")
                                               : _("Everything Is Done"));
  adw_status_page_set_description (self->empty,
                                   none ? _("The timeline shows what is to be done when, by whom, "
                                            "and what waits for what. It begins with an action.")
                                        : _("No action is open. Show what is done, too, to look "
                                            "back."));
  gtk_button_set_label (self->empty_button, none ? _("_New Action") : _("_Show All"));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), !none || is_writable (self));
}

static void
take_source (TrasTimelinePage   *self,
             TrasTimelineSource *source)
{
  g_clear_pointer (&self->source, tras_timeline_source_unref);
  self->source = source;
  tras_timeline_view_set_source (self->view, source);
  update_actions (self);
  if (source == NULL)
    return;

  if (tras_timeline_source_get_plan (source)->n_bars == 0)
    show_empty (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    tras_timeline_source_get_plan (source)->n_bars > 0 ? "timeline"
                                                                                       : "empty");
}

static gpointer
ask (gpointer owner)
{
  TrasTimelinePage *self = owner;
  Wish *wish = g_new0 (Wish, 1);

  wish->grouping = gtk_drop_down_get_selected (self->grouping);
  wish->open_only = !gtk_toggle_button_get_active (self->all_button);
  wish->today = tras_day_today ();

  return wish;
}

static void
take_answer (gpointer owner,
             gpointer source)
{
  TrasTimelinePage *self = owner;

  if (tras_loader_is_outdated (self->loader))
    tras_timeline_source_unref (source);
  else
    take_source (self, source);
}

static const char *const tables[] = { "action", "action_after", "area", "deviation", "goal",
                                      "person", "post", NULL };

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_timeline_source_unref,
  .take = take_answer,
};

static void
load (TrasTimelinePage *self)
{
  tras_loader_load (self->loader);
}

/* ---- how it is seen ---- */

static void
on_grouping_changed (TrasTimelinePage *self)
{
  /* What was unfolded were other lanes. */
  gtk_toggle_button_set_active (self->unfold_button, FALSE);
  tras_timeline_view_fold_all (self->view, FALSE);
  load (self);
}

static void
on_unfold_toggled (TrasTimelinePage *self)
{
  tras_timeline_view_fold_all (self->view, gtk_toggle_button_get_active (self->unfold_button));
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tras_timeline_view_zoom (TRAS_TIMELINE_PAGE (widget)->view,
                           g_str_equal (action_name, "timeline.zoom-in") ? ZOOM_STEP
                                                                         : 1 / ZOOM_STEP);
}

static void
today_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tras_timeline_view_show_today (TRAS_TIMELINE_PAGE (widget)->view);
}

static void
legend_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tras_timeline_view_show_legend (TRAS_TIMELINE_PAGE (widget)->view);
}

static void
paper_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TrasTimelinePage *self = TRAS_TIMELINE_PAGE (widget);
  TrasDay from, to;

  if (self->source == NULL)
    return;

  tras_timeline_view_get_seen (self->view, &from, &to);
  if (g_str_equal (action_name, "timeline.save"))
    tras_timeline_paper_save (widget, self->source, from, to);
  else
    tras_timeline_paper_print (widget, self->source, from, to);
}

static void
on_empty_clicked (TrasTimelinePage *self)
{
  if (self->source != NULL && tras_timeline_source_get_n_all (self->source) > 0)
    gtk_toggle_button_set_active (self->all_button, TRUE);
  else if (is_writable (self))
    tras_action_forms_new (GTK_WIDGET (self), tras_loader_get_store (self->loader), 0);
}

/* ---- what is done with an action ---- */

static void
on_activated (TrasTimelinePage *self,
              gint64            id)
{
  tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ACTION, id);
}

static void
on_asked (TrasTimelinePage *self)
{
  tras_timeline_view_take_back (self->view);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_moved (TrasTimelinePage *self,
          guint             bar,
          int               start_shift,
          int               due_shift)
{
  TrasStore *store = tras_loader_get_store (self->loader);
  GtkWindow *dialog;

  if (store == NULL || self->source == NULL)
    return;

  dialog = tras_timeline_move_ask (GTK_WIDGET (self), store, self->source, bar, start_shift,
                                   due_shift);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
}

/* ---- the object ---- */

static void
tras_timeline_page_dispose (GObject *object)
{
  TrasTimelinePage *self = TRAS_TIMELINE_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->source, tras_timeline_source_unref);

  G_OBJECT_CLASS (tras_timeline_page_parent_class)->dispose (object);
}

static void
tras_timeline_page_class_init (TrasTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_timeline_page_dispose;

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "timeline.legend", NULL, legend_action);
  gtk_widget_class_install_action (widget_class, "timeline.save", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "timeline.print", NULL, paper_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "timeline.print",
                                       NULL);

  g_type_ensure (TRAS_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/plans/tras-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasTimelinePage, all_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTimelinePage, empty);
  gtk_widget_class_bind_template_child (widget_class, TrasTimelinePage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTimelinePage, grouping);
  gtk_widget_class_bind_template_child (widget_class, TrasTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasTimelinePage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, TrasTimelinePage, unfold_button);
  gtk_widget_class_bind_template_child (widget_class, TrasTimelinePage, view);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_empty_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_grouping_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_unfold_toggled);
}

static void
tras_timeline_page_init (TrasTimelinePage *self)
{
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->toolbar, tras_wrap_layout_new (TOOLBAR_SPACING));
  tras_help_set_page (GTK_WIDGET (self), "move-dates-on-the-timeline");
  update_actions (self);
}

/**
 * tras_timeline_page_set_store:
 * @self: a page
 * @store: (nullable): where the actions are
 */
void
tras_timeline_page_set_store (TrasTimelinePage *self,
                              TrasStore        *store)
{
  g_return_if_fail (TRAS_IS_TIMELINE_PAGE (self));

  if (!tras_loader_set_store (self->loader, store))
    return;

  tras_timeline_view_set_editable (self->view, is_writable (self));
  take_source (self, NULL);
  load (self);
}

/**
 * tras_timeline_page_focus:
 * @self: a page
 *
 * Puts the keyboard on the timeline, or on what stands in its place.
 */
void
tras_timeline_page_focus (TrasTimelinePage *self)
{
  g_return_if_fail (TRAS_IS_TIMELINE_PAGE (self));

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->empty_button));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * tras_timeline_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): its timeline
 */
TrasTimelineView *
tras_timeline_page_get_view (TrasTimelinePage *self)
{
  g_return_val_if_fail (TRAS_IS_TIMELINE_PAGE (self), NULL);

  return self->view;
}

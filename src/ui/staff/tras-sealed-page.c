/* tras-sealed-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-day-watch.h"
#include "tras-error.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-sealed-detail.h"
#include "tras-sealed-forms.h"
#include "tras-sealed-log-window.h"
#include "tras-sealed-page.h"
#include "tras-sealed-words.h"
#include "tras-wrap-layout.h"

/**
 * TrasSealedPage:
 *
 * What everybody sees: what a report is, what is protected and what is not, and a way to write one
 * and to follow it. With the officer's passphrase also the reports, until they lock themselves. How
 * many are past a day that the law sets is the page's attention: the sentence on it says the same
 * to everybody.
 */
struct _TrasSealedPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkWidget *officer_bar;
  GtkWidget *ways;
  GtkButton *write_button;
  GtkButton *follow_button;
  GtkButton *mend_button;
  GtkButton *officer_button;
  GtkButton *change_button;
  GtkButton *log_button;
  GtkButton *lock_button;
  GtkLabel *standing;
  GtkLabel *counts;
  AdwLeaflet *leaflet;
  GtkStack *lists;
  GtkListBox *list;
  TrasSealedDetail *detail;

  /* owned */
  TrasSealedDesk *desk;
  TrasSealedPlace place;
  guint n_late;
  gboolean exposed;
  gboolean awaits_focus;   /* the keyboard came before there was anything to put it on */
};

static void page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasSealedPage, tras_sealed_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, page_init))

typedef enum
{
  PROP_ATTENTION = 1,
} TrasSealedPageProperty;

static GParamSpec *properties[PROP_ATTENTION + 1];

/* ---- what everybody sees ---- */

static void
set_late (TrasSealedPage *self,
          guint           n_late)
{
  if (self->n_late == n_late)
    return;

  self->n_late = n_late;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
}

static void
show_buttons (TrasSealedPage *self,
              gboolean        can_write,
              gboolean        can_open,
              const char     *mend)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->write_button), can_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->follow_button), can_open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->officer_button), can_open);
  gtk_widget_set_visible (GTK_WIDGET (self->officer_button), can_open);
  gtk_widget_set_visible (GTK_WIDGET (self->log_button), can_open);
  gtk_widget_set_visible (GTK_WIDGET (self->mend_button), mend != NULL);
  if (mend != NULL)
    gtk_button_set_label (self->mend_button, mend);
}

/* What hinders stands above what it hinders, how many there are below. */
static void
show_words (TrasSealedPage *self,
            const char     *standing,
            const char     *counts)
{
  gtk_label_set_label (self->standing, standing != NULL ? standing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->standing), standing != NULL);
  gtk_label_set_label (self->counts, counts != NULL ? counts : "");
  gtk_widget_set_visible (GTK_WIDGET (self->counts), counts != NULL);
}

static void
show_overview (TrasSealedPage           *self,
               const TrasSealedOverview *overview)
{
  g_autofree char *counts = NULL;

  self->place = overview->place;
  self->exposed = FALSE;
  set_late (self, overview->n_late);
  switch (overview->place)
    {
    case TRAS_SEALED_NOT_SET_UP:
      show_words (self, _("Reports are not set up yet. One person, the officer, chooses a "
                          "passphrase; from then on everybody can write."),
                  _("If the company’s file was moved, copied or renamed, its reports may still be "
                    "where it was: bring that file along first, under the new name."));
      show_buttons (self, FALSE, FALSE, _("_Set Up…"));
      break;
    case TRAS_SEALED_GONE:
      show_words (self, _("The file with the reports is gone, but there is a backup of it. Tell "
                          "the officer before you bring it back: what was written since the "
                          "backup is not in it."), NULL);
      show_buttons (self, FALSE, FALSE, _("_Bring It Back"));
      break;
    case TRAS_SEALED_READY:
      counts = tras_sealed_words_dup_counts (overview);
      show_words (self, overview->read_only
                          ? _("The file with the reports can only be read where it is.") : NULL,
                  counts);
      show_buttons (self, !overview->read_only, TRUE, NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
show_error (TrasSealedPage *self,
            const GError   *error)
{
  g_autofree char *words = tras_sealed_words_dup_error (error);

  self->exposed = g_error_matches (error, TRAS_ERROR, TRAS_ERROR_EXPOSED);
  set_late (self, 0);
  show_words (self, words, NULL);
  show_buttons (self, FALSE, FALSE, self->exposed ? _("_Make It Private") : NULL);
  tras_sealed_desk_lock (self->desk);
}

static gpointer
look_job (const char   *company,
          TrasSealKey  *key,
          gpointer      data,
          GError      **error)
{
  return tras_sealed_book_look (company, error);
}

static void
on_looked (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasSealedPage) self = user_data;
  TrasSealedDesk *desk = TRAS_SEALED_DESK (object);
  g_autoptr (GError) error = NULL;
  g_autofree TrasSealedOverview *overview = tras_sealed_desk_run_finish (desk, result, &error);

  if (desk != self->desk)
    return;

  if (overview != NULL)
    show_overview (self, overview);
  else
    show_error (self, error);
  if (!tras_sealed_desk_is_open (desk))
    gtk_stack_set_visible_child_name (self->stack, "everybody");
}

/* ---- what the officer sees ---- */

static GtkWidget *
make_row (const TrasSealedReport *report)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (tras_sealed_words_get_icon (&report->clock));
  g_autofree char *day = tras_sealed_words_dup_day (report->received_on);
  g_autofree char *clocks = tras_sealed_words_dup_clocks (report);
  g_autofree char *title = NULL, *below = NULL;

  /* Translators: the name of a report, as R-7K3M9Q, and what it is about */
  title = g_strdup_printf (C_("report", "%s · %s"), report->name,
                           tras_sealed_words_get_kind (report->kind));
  /* Translators: the day on which a report was received, how it stands, and what is to be done by
   * when */
  below = g_strdup_printf (C_("report", "%s · %s\n%s"), day,
                           report->waits ? _("Its writer has added something")
                                         : tras_sealed_words_get_state (report->clock.state),
                           clocks);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  gtk_widget_add_css_class (icon, tras_sealed_words_get_class (&report->clock));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "report", GINT_TO_POINTER ((int) report->id));

  return row;
}

static gint64
get_report_id (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "report"));
}

static void
empty_list (TrasSealedPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static gpointer
list_job (const char   *company,
          TrasSealKey  *key,
          gpointer      data,
          GError      **error)
{
  /* Locked before its turn came. */
  if (key == NULL)
    return NULL;

  return tras_sealed_book_list (company, key, error);
}

static void
on_listed (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasSealedPage) self = user_data;
  TrasSealedDesk *desk = TRAS_SEALED_DESK (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = tras_sealed_desk_run_finish (desk, result, &error);
  gint64 shown = tras_sealed_detail_get_id (self->detail);

  if (desk != self->desk || !tras_sealed_desk_is_open (desk))
    return;
  if (reports == NULL)
    {
      if (error != NULL)
        show_error (self, error);
      return;
    }

  empty_list (self);
  for (guint i = 0; i < reports->len; i++)
    {
      TrasSealedReport *report = reports->pdata[i];
      GtkWidget *row = make_row (report);

      gtk_list_box_append (self->list, row);
      if (report->id == shown)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
  gtk_stack_set_visible_child_name (self->lists, reports->len > 0 ? "reports" : "none");
  gtk_stack_set_visible_child_name (self->stack, "officer");
}

static void
on_row_activated (TrasSealedPage *self,
                  GtkListBoxRow  *row)
{
  tras_sealed_detail_show (self->detail, get_report_id (row));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_back_clicked (TrasSealedPage *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* ---- looking again ---- */

static void
look (TrasSealedPage *self)
{
  if (self->desk == NULL)
    return;

  tras_sealed_desk_run_async (self->desk, look_job, NULL, NULL, g_free, on_looked,
                              g_object_ref (self));
  if (tras_sealed_desk_is_open (self->desk))
    tras_sealed_desk_run_async (self->desk, list_job, NULL, NULL,
                                (GDestroyNotify) g_ptr_array_unref, on_listed,
                                g_object_ref (self));
}

static void
on_open_changed (TrasSealedPage *self)
{
  if (!tras_sealed_desk_is_open (self->desk))
    {
      /* Nothing that was opened stays on the screen, or behind it. */
      gtk_stack_set_visible_child_name (self->stack, "everybody");
      tras_sealed_detail_clear (self->detail);
      empty_list (self);
    }
  look (self);
}

/* Whoever moves the pointer or types is there. */
static gboolean
on_event (TrasSealedPage *self,
          GdkEvent       *event)
{
  if (self->desk != NULL && tras_sealed_desk_is_open (self->desk))
    tras_sealed_desk_touch (self->desk);

  return GDK_EVENT_PROPAGATE;
}

/* ---- buttons ---- */

static void
on_write_clicked (TrasSealedPage *self)
{
  tras_sealed_forms_write (GTK_WIDGET (self), self->desk);
}

static void
on_follow_clicked (TrasSealedPage *self)
{
  tras_sealed_forms_follow (GTK_WIDGET (self), self->desk);
}

static void
on_officer_clicked (TrasSealedPage *self)
{
  tras_sealed_forms_open (GTK_WIDGET (self), self->desk);
}

static void
on_log_clicked (TrasSealedPage *self)
{
  tras_sealed_log_window_show (GTK_WIDGET (self), self->desk);
}

static void
on_change_clicked (TrasSealedPage *self)
{
  tras_sealed_forms_change (GTK_WIDGET (self), self->desk);
}

static void
on_lock_clicked (TrasSealedPage *self)
{
  tras_sealed_desk_lock (self->desk);
}

static gpointer
mend_job (const char   *company,
          TrasSealKey  *key,
          gpointer      data,
          GError      **error)
{
  if (GPOINTER_TO_INT (data))
    tras_sealed_file_make_private (company, error);
  else
    tras_sealed_file_bring_back (company, error);

  return NULL;
}

static void
on_mended (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasSealedPage) self = user_data;
  g_autoptr (GError) error = NULL;

  tras_sealed_desk_run_finish (TRAS_SEALED_DESK (object), result, &error);
  if (TRAS_SEALED_DESK (object) != self->desk)
    return;
  if (error != NULL)
    show_error (self, error);
  else
    look (self);
}

static void
on_mend_clicked (TrasSealedPage *self)
{
  if (!self->exposed && self->place == TRAS_SEALED_NOT_SET_UP)
    tras_sealed_forms_set_up (GTK_WIDGET (self), self->desk);
  else
    tras_sealed_desk_run_async (self->desk, mend_job, GINT_TO_POINTER (self->exposed), NULL, NULL,
                                on_mended, g_object_ref (self));
}

/* ---- a page of the tab ---- */

static void
drop_desk (TrasSealedPage *self)
{
  if (self->desk == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->desk, self);
  tras_sealed_desk_lock (self->desk);
  g_clear_object (&self->desk);
}

static void
tras_sealed_page_set_store (TrasInnerPage *page,
                            TrasStore     *store)
{
  TrasSealedPage *self = TRAS_SEALED_PAGE (page);
  const char *path = store != NULL ? tras_store_get_path (store) : NULL;

  if (self->desk != NULL && g_strcmp0 (path, tras_sealed_desk_get_company (self->desk)) == 0)
    return;

  drop_desk (self);
  empty_list (self);
  set_late (self, 0);
  gtk_stack_set_visible_child_name (self->stack, "blank");
  if (path != NULL)
    {
      self->desk = tras_sealed_desk_new (path);
      g_signal_connect_object (self->desk, "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->desk, "notify::open", G_CALLBACK (on_open_changed), self,
                               G_CONNECT_SWAPPED);
    }
  tras_sealed_detail_set_desk (self->detail, self->desk);
  look (self);
}

static void
tras_sealed_page_focus_page (TrasInnerPage *page)
{
  TrasSealedPage *self = TRAS_SEALED_PAGE (page);
  GtkWidget *first = self->desk != NULL && tras_sealed_desk_is_open (self->desk)
                       ? GTK_WIDGET (self->list) : GTK_WIDGET (self->write_button);

  self->awaits_focus = !gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD) &&
                       !gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
on_page_shown (TrasSealedPage *self)
{
  if (self->awaits_focus)
    tras_sealed_page_focus_page (TRAS_INNER_PAGE (self));
}

static void
tras_sealed_page_activate_new (TrasInnerPage *page)
{
  TrasSealedPage *self = TRAS_SEALED_PAGE (page);

  if (self->desk != NULL && gtk_widget_get_sensitive (GTK_WIDGET (self->write_button)))
    tras_sealed_forms_write (GTK_WIDGET (self), self->desk);
}

static void
page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = tras_sealed_page_set_store;
  iface->focus = tras_sealed_page_focus_page;
  iface->activate_new = tras_sealed_page_activate_new;
}

/* ---- the object ---- */

static void
tras_sealed_page_dispose (GObject *object)
{
  drop_desk (TRAS_SEALED_PAGE (object));

  G_OBJECT_CLASS (tras_sealed_page_parent_class)->dispose (object);
}

static void
tras_sealed_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((TrasSealedPageProperty) prop_id)
    {
    case PROP_ATTENTION:
      g_value_set_uint (value, TRAS_SEALED_PAGE (object)->n_late);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_sealed_page_class_init (TrasSealedPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_sealed_page_dispose;
  object_class->get_property = tras_sealed_page_get_property;

  /**
   * TrasSealedPage:attention:
   *
   * How many reports are past a day that the law sets.
   */
  properties[PROP_ATTENTION] =
    g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TRAS_TYPE_SEALED_DETAIL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-sealed-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, change_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, counts);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, detail);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, follow_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, lists);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, lock_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, log_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, mend_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, officer_bar);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, officer_button);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, standing);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, ways);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedPage, write_button);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_change_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_follow_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_lock_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_log_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_mend_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_officer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_write_clicked);
}

static void
tras_sealed_page_init (TrasSealedPage *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->ways, tras_wrap_layout_new (6));
  gtk_widget_set_layout_manager (self->officer_bar, tras_wrap_layout_new (6));
  tras_help_set_page (GTK_WIDGET (self), "report-bad-practice");
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  g_signal_connect (self, "map", G_CALLBACK (look), NULL);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_page_shown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tras_day_watch_get_default (), "changed", G_CALLBACK (look),
                           self, G_CONNECT_SWAPPED);
}

/**
 * tras_sealed_page_get_desk:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the desk at which its reports are written and read
 */
TrasSealedDesk *
tras_sealed_page_get_desk (TrasSealedPage *self)
{
  g_return_val_if_fail (TRAS_IS_SEALED_PAGE (self), NULL);

  return self->desk;
}

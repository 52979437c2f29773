/* tras-ticket-figures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-decimal.h"
#include "tras-help.h"
#include "tras-loader.h"
#include "tras-number.h"
#include "tras-ticket-figures.h"
#include "tras-ticket-words.h"

/**
 * TrasTicketFigures:
 *
 * How many tickets are open, how those of the last months went, and how long each area worked on
 * them.
 */
struct _TrasTicketFigures
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkListBox *areas;
  GtkListBox *lately;
  GtkListBox *now;

  /* owned */
  TrasLoader *loader;
};

G_DEFINE_FINAL_TYPE (TrasTicketFigures, tras_ticket_figures, ADW_TYPE_WINDOW)

/* ---- rows ---- */

static void
add_row (GtkListBox *list,
         const char *title,
         const char *below,
         const char *value)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "title-lines", 2, "subtitle", below, NULL);
  GtkWidget *label = gtk_label_new (value);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (list, row);
}

static void
add_count (GtkListBox *list,
           const char *title,
           guint       count)
{
  g_autofree char *value =
    tras_decimal_format (count, 0, &tras_number_format_get_default ()->marks);

  add_row (list, title, "", value);
}

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
show_now (TrasTicketFigures *self,
          TrasTicketBoard   *board)
{
  clear (self->now);
  add_count (self->now, C_("tickets", "Open"), board->n_open);
  add_count (self->now, C_("tickets", "Late"), board->n_late);
  add_count (self->now, C_("tickets", "Waiting for who asked"), board->n_waiting);
  add_count (self->now, C_("tickets", "Customer at risk"), board->n_risk);
}

/* A dash for what nothing is known of. */
static void
add_duration (GtkListBox *list,
              const char *title,
              const char *below,
              gint64      seconds)
{
  g_autofree char *value = seconds >= 0 ? tras_ticket_words_dup_duration (seconds)
                                        : g_strdup ("–");

  add_row (list, title, below, value);
}

static void
show_lately (TrasTicketFigures *self,
             TrasTicketBoard   *board,
             const char        *currency)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  gint64 complaints = tras_ticket_board_get_complaints (board);
  gint64 cost = tras_ticket_board_get_mean_cost (board);
  g_autofree char *rate = complaints >= 0 ? tras_decimal_format (complaints, 1, &format->marks)
                                          : g_strdup ("–");
  g_autofree char *money = cost >= 0 ? tras_number_format_money (format, cost, currency)
                                     : g_strdup ("–");
  g_autofree char *of_orders = g_strdup_printf (
    ngettext ("%d order", "%d orders", (gulong) board->n_orders), (int) board->n_orders);

  clear (self->lately);
  add_count (self->lately, _("Closed"), board->times.n);
  add_duration (self->lately, _("Half resolved within"), _("Without the time of who asked"),
                board->times.median);
  add_duration (self->lately, _("Nine of ten resolved within"), _("Without the time of who asked"),
                board->times.most);
  add_row (self->lately, _("Complaints per hundred orders"), of_orders, rate);
  add_row (self->lately, _("Cost of a ticket"), _("Without the work"), money);
}

static void
show_areas (TrasTicketFigures *self,
            TrasTicketBoard   *board)
{
  clear (self->areas);
  for (guint i = 0; i < board->areas->len; i++)
    {
      const TrasTicketArea *area = board->areas->pdata[i];
      g_autofree char *minutes = tras_ticket_words_dup_minutes (area->minutes);
      g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", area->n_steps),
                                                area->n_steps);

      add_row (self->areas, area->name != NULL ? area->name : _("No area"), steps, minutes);
    }
}

/* ---- reading ---- */

static const char *const tables[] = { "area", "sale", "ticket", "ticket_step", NULL };

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_ticket_board_load (db, tras_day_today (), error);
}

static void
take (gpointer owner,
      gpointer result)
{
  TrasTicketFigures *self = owner;
  g_autoptr (TrasTicketBoard) board = result;

  show_now (self, board);
  show_lately (self, board, tras_store_get_currency (tras_loader_get_store (self->loader)));
  show_areas (self, board);
}

static const TrasLoading loading = {
  .tables = tables,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_ticket_board_free,
  .take = take,
  .is_daily = TRUE,
};

/* ---- the object ---- */

static void
tras_ticket_figures_dispose (GObject *object)
{
  TrasTicketFigures *self = TRAS_TICKET_FIGURES (object);

  g_clear_pointer (&self->loader, tras_loader_free);

  G_OBJECT_CLASS (tras_ticket_figures_parent_class)->dispose (object);
}

static void
tras_ticket_figures_class_init (TrasTicketFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_ticket_figures_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-ticket-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasTicketFigures, areas);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketFigures, lately);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketFigures, now);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_ticket_figures_init (TrasTicketFigures *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_add_key (GTK_WINDOW (self));
  tras_help_set_page (GTK_WIDGET (self), "tickets");
  self->loader = tras_loader_new (&loading, self);
}

/**
 * tras_ticket_figures_new:
 * @window: a window with a store
 *
 * Returns: (transfer none): a window that shows the figures
 */
TrasTicketFigures *
tras_ticket_figures_new (TrasWindow *window)
{
  TrasTicketFigures *self = g_object_new (TRAS_TYPE_TICKET_FIGURES,
                                          "transient-for", window,
                                          "destroy-with-parent", TRUE,
                                          NULL);

  tras_loader_set_store (self->loader, tras_window_get_store (window));
  tras_loader_load (self->loader);

  return self;
}

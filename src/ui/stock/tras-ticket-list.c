/* tras-ticket-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-sale.h"
#include "tras-service.h"
#include "tras-ticket-forms.h"
#include "tras-ticket-list.h"
#include "tras-ticket-words.h"
#include "tras-window.h"

/* So many are shown; the rest stands on the page of tickets. */
#define MOST_ROWS 6

struct _TrasCustomerTickets
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasCustomerTickets, tras_customer_tickets, TRAS_TYPE_DETAIL_SECTION)

struct _TrasOrderTickets
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasOrderTickets, tras_order_tickets, TRAS_TYPE_DETAIL_SECTION)

struct _TrasDeviationTickets
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasDeviationTickets, tras_deviation_tickets, TRAS_TYPE_DETAIL_SECTION)

struct _TrasServiceTickets
{
  TrasDetailSection parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasServiceTickets, tras_service_tickets, TRAS_TYPE_DETAIL_SECTION)

/* ---- rows ---- */

static void
on_row_activated (GtkWidget         *row,
                  TrasDetailSection *section)
{
  TrasRecord *ticket = g_object_get_data (G_OBJECT (row), "ticket");

  tras_window_show_record (GTK_WIDGET (section), TRAS_TYPE_TICKET, ticket->id);
}

static GtkWidget *
make_icon (const char *name,
           const char *style,
           const char *words)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "tooltip-text", words, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (icon, style);

  return icon;
}

static void
add_row (TrasDetailSection *section,
         TrasTicket        *ticket)
{
  const TrasHeadline *headline = tras_ticket_words_get_headline ();
  TrasDay today = tras_day_today ();
  g_autofree char *below = headline->dup_below (TRAS_RECORD (ticket), today);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 ticket->subject, "title-lines", 2, "subtitle", below,
                                 "subtitle-lines", 2, "activatable", TRUE, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             make_icon (tras_ticket_words_get_icon (ticket, today),
                                        tras_ticket_words_get_class (ticket, today), NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_icon ("go-next-symbolic", NULL, NULL));
  g_object_set_data_full (G_OBJECT (row), "ticket", g_object_ref (ticket), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), section, 0);
  tras_detail_section_add_row (section, row);
}

/* The newest first; whether they are open or not says the row. */
static void
add_rows (TrasDetailSection *section,
          GPtrArray         *tickets,
          gboolean           open)
{
  for (guint i = 0;
       i < tickets->len && tras_detail_section_get_n_rows (section) < MOST_ROWS; i++)
    {
      if (tras_ticket_is_open (tickets->pdata[i]) == open)
        add_row (section, tickets->pdata[i]);
    }
}

static gboolean
show (TrasDetailSection *section,
      gpointer           found)
{
  add_rows (section, found, TRUE);
  add_rows (section, found, FALSE);

  return TRUE;
}

static gpointer
select_tickets (TrasDb     *db,
                TrasQuery  *query,
                GError    **error)
{
  tras_query_order (query, "opened_at", TRUE);

  return tras_db_select (db, query, error);
}

static gpointer
select_of (TrasDb      *db,
           const char  *reference,
           gint64       id,
           GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TICKET);

  tras_query_where_int (query, reference, TRAS_QUERY_EQ, id);

  return select_tickets (db, query, error);
}

static void
set_up (TrasDetailSectionClass *section_class)
{
  static const char *const tables[] = { "area", "customer", "service", "ticket", "ticket_step",
                                        NULL };

  section_class->loading.tables = tables;
  section_class->loading.free_result = (GDestroyNotify) g_ptr_array_unref;
  section_class->loading.is_daily = TRUE;
  section_class->show = show;
}

/* ---- of a customer ---- */

static gpointer
customer_job (TrasDb        *db,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return select_of (db, "customer_id", *(gint64 *) data, error);
}

static void
customer_add (TrasDetailSection *section)
{
  tras_ticket_forms_new (GTK_WIDGET (section), tras_detail_section_get_store (section),
                         tras_detail_section_get_record (section)->id, 0);
}

static void
tras_customer_tickets_class_init (TrasCustomerTicketsClass *klass)
{
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  set_up (section_class);
  section_class->loading.job = customer_job;
  section_class->add = customer_add;
}

static void
tras_customer_tickets_init (TrasCustomerTickets *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Tickets"), _("New Ticket"));
}

/* ---- of an order ---- */

static gpointer
order_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return select_of (db, "sale_id", *(gint64 *) data, error);
}

static void
order_add (TrasDetailSection *section)
{
  TrasSale *sale = TRAS_SALE (tras_detail_section_get_record (section));

  tras_ticket_forms_new (GTK_WIDGET (section), tras_detail_section_get_store (section),
                         sale->customer_id, TRAS_RECORD (sale)->id);
}

static void
tras_order_tickets_class_init (TrasOrderTicketsClass *klass)
{
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  set_up (section_class);
  section_class->loading.job = order_job;
  section_class->add = order_add;
}

static void
tras_order_tickets_init (TrasOrderTickets *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Tickets"), _("New Ticket"));
}

/* ---- of a deviation ---- */

static gpointer
deviation_job (TrasDb        *db,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return select_of (db, "deviation_id", *(gint64 *) data, error);
}

/* Most deviations come from somewhere else. */
static gboolean
deviation_show (TrasDetailSection *section,
                gpointer           found)
{
  return show (section, found) && tras_detail_section_get_n_rows (section) > 0;
}

static void
tras_deviation_tickets_class_init (TrasDeviationTicketsClass *klass)
{
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  set_up (section_class);
  section_class->loading.job = deviation_job;
  section_class->show = deviation_show;
}

static void
tras_deviation_tickets_init (TrasDeviationTickets *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Opened for"), NULL);
}

/* ---- between two areas ---- */

/* What those who get a service have asked those who give it in the last months. */
static gpointer
service_job (TrasDb        *db,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  TrasDay from = tras_day_add_months (tras_day_today (), -TRAS_TICKET_MONTHS) + 1;
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_TICKET);
  g_autoptr (TrasService) service = tras_db_load (db, TRAS_TYPE_SERVICE, *(gint64 *) data, error);

  if (service == NULL)
    return NULL;

  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, "internal");
  tras_query_where_int (query, "from_area_id", TRAS_QUERY_EQ, service->taker_id);
  tras_query_where_int (query, "area_id", TRAS_QUERY_EQ, service->giver_id);
  tras_query_where_int (query, "opened_at", TRAS_QUERY_GE, tras_day_get_instant (from, 0));

  return select_tickets (db, query, error);
}

static gboolean
service_show (TrasDetailSection *section,
              gpointer           found)
{
  GPtrArray *tickets = found;
  TrasTicketTimes times = tras_ticket_times_of (tickets);
  g_autofree char *median = NULL;
  g_autofree char *most = NULL;
  g_autofree char *words = NULL;

  if (tickets->len == 0)
    words = g_strdup (_("Nothing was asked in the last twelve months."));
  else if (times.n == 0)
    words = g_strdup (_("Nothing was resolved yet."));
  else
    {
      median = tras_ticket_words_dup_duration (times.median);
      most = tras_ticket_words_dup_duration (times.most);
      /* Translators: how many tickets, and within which time half and nine of ten were resolved */
      words = g_strdup_printf (ngettext ("%u ticket in the last twelve months: half resolved "
                                         "within %s, nine of ten within %s.",
                                         "%u tickets in the last twelve months: half resolved "
                                         "within %s, nine of ten within %s.", tickets->len),
                               tickets->len, median, most);
    }
  tras_detail_section_set_description (section, words);

  return show (section, found);
}

static void
tras_service_tickets_class_init (TrasServiceTicketsClass *klass)
{
  TrasDetailSectionClass *section_class = TRAS_DETAIL_SECTION_CLASS (klass);

  set_up (section_class);
  section_class->loading.job = service_job;
  section_class->show = service_show;
}

static void
tras_service_tickets_init (TrasServiceTickets *self)
{
  tras_detail_section_set_title (TRAS_DETAIL_SECTION (self), _("Tickets between These Areas"),
                                 NULL);
}

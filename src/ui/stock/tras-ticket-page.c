/* tras-ticket-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-record-page.h"
#include "tras-ticket-detail.h"
#include "tras-ticket-figures.h"
#include "tras-ticket-forms.h"
#include "tras-ticket-page.h"
#include "tras-ticket-words.h"

/**
 * TrasTicketPage:
 *
 * What customers and other areas ask, complain about and send back, and how the firm gets on with
 * it. How many are late is the page's attention.
 */
struct _TrasTicketPage
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkLabel *figures;
  GtkWidget *box;
  GtkWidget *strip;
  TrasRecordPage *list;

  /* owned */
  TrasLoader *loader;
  guint attention;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasTicketPage, tras_ticket_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

typedef enum
{
  PROP_ATTENTION = 1,
} TrasTicketPageProperty;

static GParamSpec *properties[PROP_ATTENTION + 1];

/* ---- filters ---- */

static void
narrow_to_open (TrasQuery *query,
                gpointer   unused)
{
  tras_query_where_null (query, "closed_at", TRUE);
}

/* As tras_ticket_is_late() has it. */
static void
narrow_to_late (TrasQuery *query,
                gpointer   unused)
{
  tras_query_where_null (query, "closed_at", TRUE);
  tras_query_where_null (query, "waits_from", TRUE);
  tras_query_where_int (query, "due_at", TRAS_QUERY_LT,
                        tras_day_get_instant (tras_day_today (), 0));
}

static void
narrow_to_waiting (TrasQuery *query,
                   gpointer   unused)
{
  tras_query_where_null (query, "waits_from", FALSE);
}

static void
narrow_to_risk (TrasQuery *query,
                gpointer   unused)
{
  tras_query_where_null (query, "closed_at", TRUE);
  tras_query_where_int (query, "at_risk", TRAS_QUERY_EQ, TRUE);
}

static void
narrow_to_kind (TrasQuery *query,
                gpointer   kind)
{
  tras_query_where_text (query, "kind", TRAS_QUERY_EQ, kind);
}

static void
add_filters (TrasTicketPage *self)
{
  const struct
  {
    const char *label;
    TrasNarrow narrow;
    const char *kind;
  } chips[] = {
    { C_("tickets", "Open"), narrow_to_open, NULL },
    { C_("tickets", "Late"), narrow_to_late, NULL },
    { C_("tickets", "Waiting for the customer"), narrow_to_waiting, NULL },
    { C_("tickets", "Customer at risk"), narrow_to_risk, NULL },
    { C_("tickets", "Complaints"), narrow_to_kind, "complaint" },
    { C_("tickets", "Internal"), narrow_to_kind, "internal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    tras_record_page_add_chip (self->list, chips[i].label, chips[i].narrow,
                               (gpointer) chips[i].kind);
  tras_record_page_add_reference_filter (self->list, "area_id", _("All areas"));
}

/* ---- figures ---- */

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
set_attention (TrasTicketPage *self,
               guint           attention)
{
  if (self->attention == attention)
    return;
  self->attention = attention;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
}

static void
take (gpointer owner,
      gpointer result)
{
  TrasTicketPage *self = owner;
  g_autoptr (TrasTicketBoard) board = result;
  g_autofree char *words = NULL;

  words = tras_ticket_words_dup_figures (
    board, tras_store_get_currency (tras_loader_get_store (self->loader)));
  gtk_label_set_label (self->figures, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->figures), words);
  gtk_widget_set_visible (self->strip, board->n_open + board->times.n > 0);
  set_attention (self, board->n_late);
}

static const TrasLoading loading = {
  .tables = tables,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_ticket_board_free,
  .take = take,
  .is_daily = TRUE,
};

static void
on_figures (TrasTicketPage *self)
{
  gtk_window_present (GTK_WINDOW (tras_ticket_figures_new (tras_window_find (GTK_WIDGET (self)))));
}

/* ---- a page of the tab ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasTicketPage *self = TRAS_TICKET_PAGE (page);

  tras_inner_page_set_store (TRAS_INNER_PAGE (self->list), store);
  if (!tras_loader_set_store (self->loader, store))
    return;
  if (store == NULL)
    set_attention (self, 0);
  else
    tras_loader_load (self->loader);
}

static TrasInnerPage *
get_inner (TrasInnerPage *page)
{
  return TRAS_INNER_PAGE (TRAS_TICKET_PAGE (page)->list);
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->get_inner = get_inner;
}

/* ---- keys ---- */

static void
on_new (TrasTicketPage *self)
{
  tras_ticket_forms_new (GTK_WIDGET (self), tras_loader_get_store (self->loader), 0, 0);
}

static const struct
{
  const char *action;
  void (*run) (TrasTicketDetail *detail);
  guint key;
  GdkModifierType state;
} actions[] = {
  { "ticket.next", tras_ticket_detail_do_next, GDK_KEY_Return, GDK_CONTROL_MASK },
  { "ticket.next", tras_ticket_detail_do_next, GDK_KEY_KP_Enter, GDK_CONTROL_MASK },
  { "ticket.next", tras_ticket_detail_do_next, GDK_KEY_ISO_Enter, GDK_CONTROL_MASK },
  { "ticket.step", tras_ticket_detail_add_step, GDK_KEY_m, GDK_CONTROL_MASK },
  { "ticket.turn", tras_ticket_detail_take_turn, GDK_KEY_t, GDK_CONTROL_MASK },
  { "ticket.deviation", tras_ticket_detail_show_deviation, GDK_KEY_d,
    GDK_CONTROL_MASK | GDK_SHIFT_MASK },
};

static void
run_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TrasTicketPage *self = TRAS_TICKET_PAGE (widget);
  guint i = 0;

  while (!g_str_equal (actions[i].action, action_name))
    i++;
  actions[i].run (TRAS_TICKET_DETAIL (tras_record_page_get_detail (self->list)));
}

/* ---- the object ---- */

static void
tras_ticket_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TrasTicketPage *self = TRAS_TICKET_PAGE (object);

  switch ((TrasTicketPageProperty) prop_id)
    {
    case PROP_ATTENTION:
      g_value_set_uint (value, self->attention);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_ticket_page_dispose (GObject *object)
{
  TrasTicketPage *self = TRAS_TICKET_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tras_ticket_page_parent_class)->dispose (object);
}

static void
tras_ticket_page_class_init (TrasTicketPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_ticket_page_dispose;
  object_class->get_property = tras_ticket_page_get_property;

  /**
   * TrasTicketPage:attention:
   *
   * How many tickets are late.
   */
  properties[PROP_ATTENTION] =
    g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_TICKET);
  g_type_ensure (TRAS_TYPE_TICKET_DETAIL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/stock/tras-ticket-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasTicketPage, box);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketPage, figures);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrasTicketPage, strip);
  gtk_widget_class_bind_template_callback (widget_class, on_figures);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (i == 0 || !g_str_equal (actions[i].action, actions[i - 1].action))
        gtk_widget_class_install_action (widget_class, actions[i].action, NULL, run_action);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].state,
                                           actions[i].action, NULL);
    }
}

static void
tras_ticket_page_init (TrasTicketPage *self)
{
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "tickets");
  tras_column_set_headline (tras_record_page_get_column (self->list, "subject"),
                            tras_ticket_words_get_headline ());
  add_filters (self);
}

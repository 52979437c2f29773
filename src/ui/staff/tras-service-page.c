/* tras-service-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-area.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-inner-switch.h"
#include "tras-loader.h"
#include "tras-name-filter.h"
#include "tras-picture-paper.h"
#include "tras-record-page.h"
#include "tras-row.h"
#include "tras-score-marks.h"
#include "tras-service-detail.h"
#include "tras-service-forms.h"
#include "tras-service-net-view.h"
#include "tras-service-page.h"
#include "tras-service-rater.h"
#include "tras-service-words.h"
#include "tras-window.h"

/* A page on its side, in the units of the picture. */
#define PAPER_WIDTH 1100
#define PAPER_HEIGHT 740

struct _TrasServicePage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *filters;
  GtkLabel *words;
  GtkStack *pictures;
  GtkStack *stack;
  GtkStackPage *rate_page;
  TrasRecordPage *list;
  TrasServiceNetView *view;
  TrasServiceRater *rater;

  /* borrowed */
  TrasNameFilter *area;

  /* owned */
  TrasLoader *loader;
  TrasServiceBoard *board;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasServicePage, tras_service_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

typedef enum
{
  PROP_BOARD = 1,
} TrasServicePageProperty;

static GParamSpec *properties[PROP_BOARD + 1];

/* ---- cells ---- */

static const TrasServiceFacts *
find_facts (TrasRecord       *record,
            TrasServiceBoard *board)
{
  return record != NULL && board != NULL ? tras_service_board_find (board, record->id) : NULL;
}

static char *
last_text (gpointer          item,
           TrasRecord       *record,
           TrasServiceBoard *board,
           gpointer          data)
{
  const TrasServiceFacts *facts = find_facts (record, board);
  TrasServiceRating *rating;
  g_autofree char *month = NULL;

  if (facts == NULL || facts->ratings->len == 0)
    return g_strdup ("");

  rating = facts->ratings->pdata[facts->ratings->len - 1];
  month = tras_service_words_dup_month (rating->period_on);

  /* Translators: a score from 1 to 5, and the month that was rated: “4 · Nov 2026” */
  return g_strdup_printf (C_("score of a service", "%d · %s"), (int) rating->score, month);
}

static char *
trend_marks (gpointer          item,
             TrasRecord       *record,
             TrasServiceBoard *board,
             gpointer          data)
{
  const TrasServiceFacts *facts = find_facts (record, board);

  return facts != NULL ? tras_service_words_dup_marks (facts, board->month) : NULL;
}

static char *
trend_text (gpointer          item,
            TrasRecord       *record,
            TrasServiceBoard *board,
            gpointer          data)
{
  const TrasServiceFacts *facts = find_facts (record, board);

  return facts != NULL ? tras_service_words_dup_mean (facts->mean) : g_strdup ("");
}

static char *
trend_words (gpointer          item,
             TrasRecord       *record,
             TrasServiceBoard *board,
             gpointer          data)
{
  const TrasServiceFacts *facts = find_facts (record, board);

  return facts != NULL ? tras_service_words_dup_rated (facts) : NULL;
}

static void
bind (TrasServicePage *self,
      GtkListItem     *item,
      GtkWidget       *widget,
      const char      *property,
      GCallback        text)
{
  GtkExpression *row = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *parts[] = {
    gtk_property_expression_new (TRAS_TYPE_ROW, row, "record"),
    gtk_property_expression_new (TRAS_TYPE_SERVICE_PAGE,
                                 gtk_object_expression_new (G_OBJECT (self)), "board"),
  };

  gtk_expression_bind (gtk_cclosure_expression_new (G_TYPE_STRING, NULL, G_N_ELEMENTS (parts),
                                                    parts, text, NULL, NULL),
                       widget, property, item);
}

static GtkWidget *
make_text (guint chars)
{
  return g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow",
                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "nat-chars", chars, "min-chars",
                       chars, "valign", GTK_ALIGN_CENTER, NULL);
}

static void
on_setup_last (TrasServicePage *self,
               GtkListItem     *item)
{
  GtkWidget *text = make_text (12);

  g_object_set (text, "xalign", 1.0F, NULL);
  gtk_list_item_set_child (item, text);
  bind (self, item, text, "text", G_CALLBACK (last_text));
}

static void
on_setup_trend (TrasServicePage *self,
                GtkListItem     *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *marks = g_object_new (TRAS_TYPE_SCORE_MARKS, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *text = make_text (4);

  gtk_widget_add_css_class (text, "numeric");
  gtk_box_append (GTK_BOX (box), marks);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_item_set_child (item, box);
  bind (self, item, marks, "scores", G_CALLBACK (trend_marks));
  bind (self, item, text, "text", G_CALLBACK (trend_text));
  bind (self, item, box, "tooltip-text", G_CALLBACK (trend_words));
}

static void
set_factory (TrasServicePage *self,
             const char      *field,
             GCallback        setup)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", setup, self);
  tras_column_set_factory (tras_record_page_get_column (self->list, field), factory);
}

/* ---- filters ---- */

/* Before they are read, there are none. */
static void
narrow_to (TrasServicePage   *self,
           TrasQuery         *query,
           TrasServiceFilter  filter)
{
  g_autoptr (GArray) ids = NULL;

  if (self->board != NULL)
    ids = tras_service_board_dup_ids (self->board, filter);
  tras_query_where_in (query, "id", ids != NULL ? (const gint64 *) (gpointer) ids->data : NULL,
                       ids != NULL ? ids->len : 0);
}

static void
narrow_to_rate (TrasQuery *query,
                gpointer   user_data)
{
  narrow_to (user_data, query, TRAS_SERVICE_TO_RATE);
}

static void
narrow_to_missed (TrasQuery *query,
                  gpointer   user_data)
{
  narrow_to (user_data, query, TRAS_SERVICE_MISSED);
}

static void
add_filters (TrasServicePage *self)
{
  tras_record_page_add_chip (self->list, C_("services", "To rate"), narrow_to_rate, self);
  tras_record_page_add_chip (self->list, C_("services", "Not rated last month"), narrow_to_missed,
                             self);
  tras_record_page_add_reference_filter (self->list, "giver_id", C_("services", "Given by all"));
  tras_record_page_add_reference_filter (self->list, "taker_id", C_("services", "Taken by all"));
}

/* ---- the picture ---- */

static void
show_picture (TrasServicePage *self)
{
  gint64 area_id = tras_name_filter_get_id (self->area);

  tras_service_net_view_show (self->view, self->board, area_id);
  gtk_stack_set_visible_child_name (self->pictures,
                                    self->board == NULL                              ? "blank"
                                    : !tras_service_net_view_is_empty (self->view)   ? "net"
                                    : area_id != 0                                   ? "nothing"
                                                                                     : "empty");
}

static void
on_words_changed (TrasServicePage *self)
{
  const char *words = tras_service_net_view_get_words (self->view);

  gtk_label_set_label (self->words,
                       words != NULL ? words
                                     : _("An arrow leads from who gives to who takes, with the "
                                         "mean score of three months; the thicker, the better."));
}

static void
on_view_activated (TrasServicePage *self,
                   gint64           area_id,
                   gint64           service_id)
{
  if (service_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_SERVICE, service_id);
  else if (area_id == tras_name_filter_get_id (self->area))
    tras_name_filter_clear (self->area);
  else
    tras_name_filter_choose (self->area, area_id);
}

static void
on_show_all (TrasServicePage *self)
{
  tras_name_filter_clear (self->area);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TrasServicePage *self = TRAS_SERVICE_PAGE (widget);

  if (g_str_equal (name, "services.fit"))
    tras_service_net_view_fit (self->view);
  else
    tras_service_net_view_zoom (self->view, g_str_equal (name, "services.nearer") ? 1 : -1);
}

/* ---- files and paper ---- */

static void
get_size (gpointer  net,
          double   *width,
          double   *height)
{
  tras_service_net_get_size (net, width, height);
}

static void
draw (gpointer           net,
      cairo_t           *cr,
      const TrasPalette *palette,
      TrasTextCache     *texts)
{
  tras_service_net_draw (net, cr, palette, texts);
}

static const TrasPictureKind picture_kind = {
  get_size, draw, (GDestroyNotify) tras_service_net_unref,
};

static void
paper_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TrasServicePage *self = TRAS_SERVICE_PAGE (widget);
  TrasServiceNet *net;

  if (tras_service_net_view_is_empty (self->view))
    return;

  net = tras_service_net_view_new_net (self->view, PAPER_WIDTH, PAPER_HEIGHT);
  if (g_str_equal (name, "services.print"))
    tras_picture_paper_print (widget, &picture_kind, net, _("Services"));
  else
    tras_picture_paper_save (widget, &picture_kind, net, _("Services"));
}

/* ---- loading ---- */

static const char *const tables[] = { "area", "service", "service_rating", NULL };

static gpointer
ask (gpointer owner)
{
  TrasDay today = tras_day_today ();

  return g_memdup2 (&today, sizeof today);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_service_board_load (db, *(TrasDay *) data, error);
}

static void
show_board (TrasServicePage  *self,
            TrasServiceBoard *board)
{
  g_autofree char *title = NULL;

  g_clear_pointer (&self->board, tras_service_board_unref);
  self->board = board;
  if (board != NULL && board->n_to_rate > 0)
    /* Translators: the name of a page, with how many services are to be rated */
    title = g_strdup_printf (_("Rate This Month (%u)"), board->n_to_rate);
  gtk_stack_page_set_title (self->rate_page, title != NULL ? title : _("Rate This Month"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
  tras_record_page_refresh (self->list);
  tras_service_rater_show (self->rater, tras_loader_get_store (self->loader), board);
  show_picture (self);
}

static void
take (gpointer owner,
      gpointer result)
{
  show_board (owner, result);
}

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_service_board_unref,
  .take = take,
  .is_daily = TRUE,
};

/* ---- a page of the tab ---- */

static gboolean
is_visible (TrasServicePage *self,
            const char      *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasServicePage *self = TRAS_SERVICE_PAGE (page);

  if (!tras_loader_set_store (self->loader, store))
    return;

  tras_inner_page_set_store (TRAS_INNER_PAGE (self->list), store);
  tras_name_filter_set_store (self->area, store);
  show_board (self, NULL);
  tras_loader_load (self->loader);
}

static void
focus (TrasInnerPage *page)
{
  TrasServicePage *self = TRAS_SERVICE_PAGE (page);

  if (is_visible (self, "list"))
    tras_inner_page_focus (TRAS_INNER_PAGE (self->list));
  else if (is_visible (self, "picture"))
    gtk_widget_child_focus (GTK_WIDGET (self->pictures), GTK_DIR_TAB_FORWARD);
  else
    tras_service_rater_focus (self->rater);
}

static void
activate_new (TrasInnerPage *page)
{
  TrasServicePage *self = TRAS_SERVICE_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, "list");
  tras_inner_page_activate_new (TRAS_INNER_PAGE (self->list));
}

static void
focus_search (TrasInnerPage *page)
{
  TrasServicePage *self = TRAS_SERVICE_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, "list");
  tras_inner_page_focus_search (TRAS_INNER_PAGE (self->list));
}

static gboolean
show_record (TrasInnerPage *page,
             GType          type,
             gint64         id)
{
  TrasServicePage *self = TRAS_SERVICE_PAGE (page);

  if (type != TRAS_TYPE_SERVICE)
    return FALSE;

  gtk_stack_set_visible_child_name (self->stack, "list");
  tras_record_page_show_record (self->list, id);

  return TRUE;
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->focus = focus;
  iface->activate_new = activate_new;
  iface->focus_search = focus_search;
  iface->show_record = show_record;
}

/* ---- the object ---- */

static void
on_made (GtkWidget *owner,
         gint64     id)
{
  tras_record_page_show_record (TRAS_SERVICE_PAGE (owner)->list, id);
}

static void
on_new (TrasServicePage *self)
{
  tras_service_forms_new (GTK_WIDGET (self), tras_loader_get_store (self->loader), on_made);
}

/* Who comes to rate begins at once. */
static void
on_page_changed (TrasServicePage *self)
{
  if (is_visible (self, "rate") && self->board != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tras_service_rater_focus (self->rater);
}

static void
tras_service_page_dispose (GObject *object)
{
  TrasServicePage *self = TRAS_SERVICE_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->board, tras_service_board_unref);

  G_OBJECT_CLASS (tras_service_page_parent_class)->dispose (object);
}

static void
tras_service_page_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TrasServicePage *self = TRAS_SERVICE_PAGE (object);

  switch ((TrasServicePageProperty) prop_id)
    {
    case PROP_BOARD:
      g_value_set_boxed (value, self->board);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_service_page_class_init (TrasServicePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_service_page_dispose;
  object_class->get_property = tras_service_page_get_property;

  /**
   * TrasServicePage:board: (nullable)
   *
   * All services as they were read last.
   */
  properties[PROP_BOARD] =
    g_param_spec_boxed ("board", NULL, NULL, TRAS_TYPE_SERVICE_BOARD,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TRAS_TYPE_INNER_SWITCH);
  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_SERVICE);
  g_type_ensure (TRAS_TYPE_SERVICE_DETAIL);
  g_type_ensure (TRAS_TYPE_SERVICE_NET_VIEW);
  g_type_ensure (TRAS_TYPE_SERVICE_RATER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-service-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasServicePage, filters);
  gtk_widget_class_bind_template_child (widget_class, TrasServicePage, list);
  gtk_widget_class_bind_template_child (widget_class, TrasServicePage, pictures);
  gtk_widget_class_bind_template_child (widget_class, TrasServicePage, rate_page);
  gtk_widget_class_bind_template_child (widget_class, TrasServicePage, rater);
  gtk_widget_class_bind_template_child (widget_class, TrasServicePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasServicePage, view);
  gtk_widget_class_bind_template_child (widget_class, TrasServicePage, words);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_words_changed);
  gtk_widget_class_install_action (widget_class, "services.farther", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "services.fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "services.nearer", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "services.print", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "services.save", NULL, paper_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "services.print",
                                       NULL);
}

static void
tras_service_page_init (TrasServicePage *self)
{
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->area = TRAS_NAME_FILTER (tras_name_filter_new ("area", _("All areas"), _("Area")));
  g_signal_connect_swapped (self->area, "changed", G_CALLBACK (show_picture), self);
  gtk_box_prepend (self->filters, GTK_WIDGET (self->area));
  tras_help_set_page (GTK_WIDGET (self), "rate-services");
  tras_column_set_headline (tras_record_page_get_column (self->list, "what"),
                            tras_service_words_get_headline ());
  set_factory (self, "score", G_CALLBACK (on_setup_last));
  set_factory (self, "rated_on", G_CALLBACK (on_setup_trend));
  add_filters (self);
  on_words_changed (self);
}

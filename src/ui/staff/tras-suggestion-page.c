/* tras-suggestion-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-record-page.h"
#include "tras-suggestion-detail.h"
#include "tras-suggestion-forms.h"
#include "tras-suggestion-page.h"
#include "tras-suggestion-words.h"

struct _TrasSuggestionPage
{
  GtkWidget parent_instance;

  /* template widgets */
  TrasRecordPage *list;

  /* borrowed */
  TrasStore *store;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasSuggestionPage, tras_suggestion_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

/* ---- filters ---- */

static void
narrow_to_state (TrasQuery *query,
                 gpointer   state)
{
  tras_query_where_text (query, "stands", TRAS_QUERY_EQ, state);
}

static void
narrow_to_late (TrasQuery *query,
                gpointer   user_data)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "new");
  tras_query_where_null (query, "answer", TRUE);
  tras_query_where_date (query, "said_on", TRAS_QUERY_LT,
                         tras_day_today () - TRAS_SUGGESTION_ANSWER_DAYS);
}

static void
add_filters (TrasSuggestionPage *self)
{
  tras_record_page_add_chip (self->list, C_("suggestions", "New"), narrow_to_state,
                             (gpointer) "new");
  tras_record_page_add_chip (self->list, C_("suggestions", "To be answered"), narrow_to_late,
                             NULL);
  tras_record_page_add_chip (self->list, C_("suggestions", "Taken up"), narrow_to_state,
                             (gpointer) "taken");
  tras_record_page_add_chip (self->list, C_("suggestions", "Done"), narrow_to_state,
                             (gpointer) "done");
  tras_record_page_add_chip (self->list, C_("suggestions", "Declined"), narrow_to_state,
                             (gpointer) "declined");
  tras_record_page_add_reference_filter (self->list, "area_id", _("All areas"));
}

/* ---- a page of the tab ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasSuggestionPage *self = TRAS_SUGGESTION_PAGE (page);

  self->store = store;
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->list), store);
}

static TrasInnerPage *
get_inner (TrasInnerPage *page)
{
  return TRAS_INNER_PAGE (TRAS_SUGGESTION_PAGE (page)->list);
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->get_inner = get_inner;
}

/* ---- the object ---- */

static void
on_new (TrasSuggestionPage *self)
{
  tras_suggestion_forms_new (GTK_WIDGET (self), self->store, 0);
}

static void
tras_suggestion_page_dispose (GObject *object)
{
  TrasSuggestionPage *self = TRAS_SUGGESTION_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (tras_suggestion_page_parent_class)->dispose (object);
}

static void
tras_suggestion_page_class_init (TrasSuggestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_suggestion_page_dispose;

  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_SUGGESTION);
  g_type_ensure (TRAS_TYPE_SUGGESTION_DETAIL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-suggestion-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasSuggestionPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
}

static void
tras_suggestion_page_init (TrasSuggestionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "hear-people");
  tras_column_set_headline (tras_record_page_get_column (self->list, "what"),
                            tras_suggestion_words_get_headline ());
  add_filters (self);
}

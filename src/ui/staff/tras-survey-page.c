/* tras-survey-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-record-page.h"
#include "tras-row.h"
#include "tras-survey-detail.h"
#include "tras-survey-forms.h"
#include "tras-survey-page.h"
#include "tras-survey-words.h"

/* @results: what may be seen of each survey that is closed, by its id. */
struct _TrasSurveyPage
{
  GtkWidget parent_instance;

  /* template widgets */
  TrasRecordPage *list;

  /* owned */
  TrasLoader *loader;
  GHashTable *results;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasSurveyPage, tras_survey_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

typedef enum
{
  PROP_RESULTS = 1,
} TrasSurveyPageProperty;

static GParamSpec *properties[PROP_RESULTS + 1];

/* ---- the result ---- */

static char *
result_text (gpointer    item,
             TrasRecord *record,
             GHashTable *results)
{
  TrasSurveyResult *result =
    record != NULL && results != NULL ? g_hash_table_lookup (results, &record->id) : NULL;

  return result != NULL && result->state == TRAS_SURVEY_SHOWN
           ? tras_survey_words_dup_figure (TRAS_SURVEY (record), result->figure) : g_strdup ("");
}

static void
on_result_setup (TrasSurveyPage *self,
                 GtkListItem    *item)
{
  GtkWidget *text = g_object_new (GTK_TYPE_INSCRIPTION, "nat-chars", 8, "min-chars", 6, "xalign",
                                  1.0F, "valign", GTK_ALIGN_CENTER, NULL);
  GtkExpression *row = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *parts[] = {
    gtk_property_expression_new (TRAS_TYPE_ROW, row, "record"),
    gtk_property_expression_new (TRAS_TYPE_SURVEY_PAGE,
                                 gtk_object_expression_new (G_OBJECT (self)), "results"),
  };

  gtk_widget_add_css_class (text, "numeric");
  gtk_list_item_set_child (item, text);
  gtk_expression_bind (gtk_cclosure_expression_new (G_TYPE_STRING, NULL, G_N_ELEMENTS (parts),
                                                    parts, G_CALLBACK (result_text), NULL, NULL),
                       text, "text", item);
}

static void
set_result_column (TrasSurveyPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_result_setup), self,
                           G_CONNECT_SWAPPED);
  tras_column_set_factory (tras_record_page_get_column (self->list, "answered"), factory);
}

static const char *const tables[] = { "area", "survey", NULL };

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GHashTable) results =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                           (GDestroyNotify) tras_survey_result_free);
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_SURVEY);
  g_autoptr (GPtrArray) surveys = NULL;

  tras_query_where_null (query, "closed_on", FALSE);
  surveys = tras_db_select (db, query, error);
  for (guint i = 0; surveys != NULL && i < surveys->len; i++)
    {
      TrasSurvey *survey = surveys->pdata[i];
      TrasSurveyResult *result = tras_survey_result_load (db, survey, error);

      if (result == NULL)
        return NULL;
      g_hash_table_insert (results, g_memdup2 (&TRAS_RECORD (survey)->id, sizeof (gint64)),
                           result);
    }

  return surveys != NULL ? g_steal_pointer (&results) : NULL;
}

static void
take (gpointer owner,
      gpointer result)
{
  TrasSurveyPage *self = owner;

  g_clear_pointer (&self->results, g_hash_table_unref);
  self->results = result;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULTS]);
}

static const TrasLoading loading = {
  .tables = tables,
  .job = load_job,
  .free_result = (GDestroyNotify) g_hash_table_unref,
  .take = take,
};

/* ---- filters ---- */

static void
narrow_to_open (TrasQuery *query,
                gpointer   user_data)
{
  tras_query_where_null (query, "closed_on", TRUE);
}

static void
narrow_to_closed (TrasQuery *query,
                  gpointer   user_data)
{
  tras_query_where_null (query, "closed_on", FALSE);
}

/* ---- a page of the tab ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasSurveyPage *self = TRAS_SURVEY_PAGE (page);

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_pointer (&self->results, g_hash_table_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULTS]);
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->list), store);
  tras_loader_load (self->loader);
}

static TrasInnerPage *
get_inner (TrasInnerPage *page)
{
  return TRAS_INNER_PAGE (TRAS_SURVEY_PAGE (page)->list);
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->get_inner = get_inner;
}

/* ---- the object ---- */

static void
on_new (TrasSurveyPage *self)
{
  tras_survey_forms_new (GTK_WIDGET (self), tras_loader_get_store (self->loader));
}

static void
tras_survey_page_dispose (GObject *object)
{
  TrasSurveyPage *self = TRAS_SURVEY_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->results, g_hash_table_unref);

  G_OBJECT_CLASS (tras_survey_page_parent_class)->dispose (object);
}

static void
tras_survey_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TrasSurveyPage *self = TRAS_SURVEY_PAGE (object);

  switch ((TrasSurveyPageProperty) prop_id)
    {
    case PROP_RESULTS:
      g_value_set_boxed (value, self->results);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_survey_page_class_init (TrasSurveyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_survey_page_dispose;
  object_class->get_property = tras_survey_page_get_property;

  /**
   * TrasSurveyPage:results: (nullable)
   *
   * What may be seen of each survey that is closed, as it was read last.
   */
  properties[PROP_RESULTS] =
    g_param_spec_boxed ("results", NULL, NULL, G_TYPE_HASH_TABLE,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_SURVEY);
  g_type_ensure (TRAS_TYPE_SURVEY_DETAIL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-survey-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasSurveyPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
}

static void
tras_survey_page_init (TrasSurveyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loader = tras_loader_new (&loading, self);
  tras_help_set_page (GTK_WIDGET (self), "hear-people");
  tras_column_set_headline (tras_record_page_get_column (self->list, "title"),
                            tras_survey_words_get_headline ());
  set_result_column (self);
  tras_record_page_add_chip (self->list, C_("surveys", "Open"), narrow_to_open, NULL);
  tras_record_page_add_chip (self->list, C_("surveys", "Closed"), narrow_to_closed, NULL);
}

/* tras-training-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-firm.h"
#include "tras-help.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-number.h"
#include "tras-record-page.h"
#include "tras-row.h"
#include "tras-training-detail.h"
#include "tras-training-page.h"
#include "tras-training-words.h"
#include "tras-window.h"

struct _TrasTrainingPage
{
  GtkWidget parent_instance;

  /* template widgets */
  TrasRecordPage *list;

  /* owned */
  TrasLoader *loader;
  TrasTrainingBook *book;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasTrainingPage, tras_training_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

typedef enum
{
  PROP_BOOK = 1,
} TrasTrainingPageProperty;

static GParamSpec *properties[PROP_BOOK + 1];

/* ---- cells ---- */

typedef char *(*WriteCell) (const TrasTrainingFacts *facts,
                            TrasStore               *store);

static char *
write_next (const TrasTrainingFacts *facts,
            TrasStore               *store)
{
  return facts->next_at != 0
           ? tras_number_format_date_medium (tras_number_format_get_default (),
                                             tras_day_from_instant (facts->next_at))
           : NULL;
}

static char *
write_people (const TrasTrainingFacts *facts,
              TrasStore               *store)
{
  return facts->last_held != TRAS_DAY_NONE
           ? tras_number_format_real (tras_number_format_get_default (), facts->people, 0) : NULL;
}

static char *
write_cost (const TrasTrainingFacts *facts,
            TrasStore               *store)
{
  gint64 cost = tras_training_cost_get_per_head (&facts->cost);

  if (cost < 0)
    return NULL;
  if (!tras_firm_shows_hour_cost_at (store))
    return g_strdup ("–");

  return tras_number_format_money (tras_number_format_get_default (), cost,
                                   tras_store_get_currency (store));
}

static char *
write_effect (const TrasTrainingFacts *facts,
              TrasStore               *store)
{
  return tras_training_words_dup_effect (facts);
}

static const struct
{
  const char *field;
  WriteCell write;
  guint chars;
  gboolean at_end;
} cells[] = {
  { "skill_name", write_next, 11, FALSE },
  { "sessions_held", write_people, 7, TRUE },
  { "level_given", write_cost, 10, TRUE },
  { "verdict", write_effect, 17, FALSE },
};

static char *
cell_text (gpointer          item,
           TrasRecord       *record,
           TrasTrainingBook *book,
           gpointer          data)
{
  const TrasTrainingFacts *facts =
    record != NULL && book != NULL ? tras_training_book_find (book, record->id) : NULL;
  TrasTrainingPage *self = g_object_get_data (item, "page");
  TrasStore *store = tras_loader_get_store (self->loader);
  char *text;

  if (facts == NULL || store == NULL)
    return g_strdup ("");

  text = cells[GPOINTER_TO_UINT (data)].write (facts, store);

  return text != NULL ? text : g_strdup ("");
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  TrasTrainingPage *self = g_object_get_data (G_OBJECT (factory), "page");
  guint cell = GPOINTER_TO_UINT (data);
  GtkWidget *text = g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow",
                                  GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "nat-chars",
                                  cells[cell].chars, "min-chars", cells[cell].chars, "xalign",
                                  cells[cell].at_end ? 1.0F : 0.0F, "valign", GTK_ALIGN_CENTER,
                                  NULL);
  GtkExpression *row = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *parts[] = {
    gtk_property_expression_new (TRAS_TYPE_ROW, row, "record"),
    gtk_property_expression_new (TRAS_TYPE_TRAINING_PAGE,
                                 gtk_object_expression_new (G_OBJECT (self)), "book"),
  };

  if (cells[cell].at_end)
    gtk_widget_add_css_class (text, "numeric");
  g_object_set_data (G_OBJECT (item), "page", self);
  gtk_list_item_set_child (item, text);
  gtk_expression_bind (gtk_cclosure_expression_new (G_TYPE_STRING, NULL, G_N_ELEMENTS (parts),
                                                    parts, G_CALLBACK (cell_text), data, NULL),
                       text, "text", item);
}

static void
set_cells (TrasTrainingPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_object_set_data (G_OBJECT (factory), "page", self);
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      tras_column_set_factory (tras_record_page_get_column (self->list, cells[i].field), factory);
    }
}

/* ---- filters ---- */

static void
narrow_to_planned (TrasQuery *query,
                   gpointer   user_data)
{
  tras_query_where_int (query, "sessions_planned", TRAS_QUERY_GT, 0);
}

static void
narrow_to_held (TrasQuery *query,
                gpointer   user_data)
{
  tras_query_where_int (query, "sessions_held", TRAS_QUERY_GT, 0);
}

/* Before the book is read, nothing is due. */
static void
narrow_to (TrasQuery          *query,
           TrasTrainingPage   *self,
           TrasTrainingFilter  filter)
{
  g_autoptr (GArray) ids = NULL;

  if (self->book != NULL)
    ids = tras_training_book_dup_ids (self->book, filter);
  tras_query_where_in (query, "id", ids != NULL ? (const gint64 *) (gpointer) ids->data : NULL,
                       ids != NULL ? ids->len : 0);
}

static void
narrow_to_rate (TrasQuery *query,
                gpointer   user_data)
{
  narrow_to (query, user_data, TRAS_TRAINING_TO_RATE);
}

static void
narrow_to_effect (TrasQuery *query,
                  gpointer   user_data)
{
  narrow_to (query, user_data, TRAS_TRAINING_EFFECT_TO_SAY);
}

static void
narrow_to_late (TrasQuery *query,
                gpointer   user_data)
{
  narrow_to (query, user_data, TRAS_TRAINING_LATE);
}

static void
add_filters (TrasTrainingPage *self)
{
  tras_record_page_add_chip (self->list, C_("training", "Planned"), narrow_to_planned, NULL);
  tras_record_page_add_chip (self->list, C_("training", "Held"), narrow_to_held, NULL);
  tras_record_page_add_chip (self->list, C_("training", "Not held yet"), narrow_to_late, self);
  tras_record_page_add_chip (self->list, C_("training", "To rate"), narrow_to_rate, self);
  tras_record_page_add_chip (self->list, C_("training", "Effect due"), narrow_to_effect, self);
  tras_record_page_add_reference_filter (self->list, "skill_id", _("All skills"));
}

/* ---- the book ---- */

static const char *const tables[] = { "training", "training_session", "training_seat", "person",
                                      "post", "firm", NULL };

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
  return tras_training_book_load (db, *(TrasDay *) data, error);
}

static void
take (gpointer owner,
      gpointer result)
{
  TrasTrainingPage *self = owner;

  g_clear_pointer (&self->book, tras_training_book_unref);
  self->book = result;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
  tras_record_page_refresh (self->list);
}

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_training_book_unref,
  .take = take,
};

/* ---- a page of the tab ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasTrainingPage *self = TRAS_TRAINING_PAGE (page);

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_pointer (&self->book, tras_training_book_unref);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOK]);
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->list), store);
  tras_loader_load (self->loader);
}

static TrasInnerPage *
get_inner (TrasInnerPage *page)
{
  return TRAS_INNER_PAGE (TRAS_TRAINING_PAGE (page)->list);
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->get_inner = get_inner;
}

/* ---- the object ---- */

static void
on_new (TrasTrainingPage *self)
{
  g_autoptr (TrasTraining) training = tras_training_new ();

  training->title = g_strdup (_("New training"));
  tras_record_page_create (self->list, training, _("New training"));
}

static void
tras_training_page_dispose (GObject *object)
{
  TrasTrainingPage *self = TRAS_TRAINING_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->book, tras_training_book_unref);

  G_OBJECT_CLASS (tras_training_page_parent_class)->dispose (object);
}

static void
tras_training_page_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TrasTrainingPage *self = TRAS_TRAINING_PAGE (object);

  switch ((TrasTrainingPageProperty) prop_id)
    {
    case PROP_BOOK:
      g_value_set_boxed (value, self->book);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_training_page_class_init (TrasTrainingPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_training_page_dispose;
  object_class->get_property = tras_training_page_get_property;

  /**
   * TrasTrainingPage:book: (nullable)
   *
   * All trainings as they were read last.
   */
  properties[PROP_BOOK] =
    g_param_spec_boxed ("book", NULL, NULL, TRAS_TYPE_TRAINING_BOOK,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_TRAINING);
  g_type_ensure (TRAS_TYPE_TRAINING_DETAIL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-training-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasTrainingPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
}

static void
tras_training_page_init (TrasTrainingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loader = tras_loader_new (&loading, self);
  tras_help_set_page (GTK_WIDGET (self), "train-people");
  tras_column_set_headline (tras_record_page_get_column (self->list, "title"),
                            tras_training_words_get_headline ());
  set_cells (self);
  add_filters (self);
}

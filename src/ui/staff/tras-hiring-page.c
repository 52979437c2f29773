/* tras-hiring-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-hire-forms.h"
#include "tras-hiring-figures.h"
#include "tras-hiring-page.h"
#include "tras-hiring-words.h"
#include "tras-inner-page.h"
#include "tras-loader.h"
#include "tras-number.h"
#include "tras-record-page.h"
#include "tras-row-bind.h"
#include "tras-vacancy-detail.h"

/**
 * TrasHiringPage:
 *
 * Which seats are to be filled, and how long filling them took.
 */
struct _TrasHiringPage
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkLabel *figures;
  GtkWidget *box;
  GtkWidget *strip;
  TrasRecordPage *list;

  /* owned */
  TrasLoader *loader;
  TrasHiringBoard *board;
};

static void inner_page_init (TrasInnerPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasHiringPage, tras_hiring_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

/* ---- cells ---- */

typedef char *(*WriteCell) (TrasVacancy *vacancy);

static char *
write_days (TrasVacancy *vacancy)
{
  return tras_number_format_real (tras_number_format_get_default (),
                                  tras_vacancy_get_days (vacancy, tras_day_today ()), 0);
}

static const struct
{
  const char *field;
  WriteCell write;
} cells[] = {
  { "filled", tras_vacancy_words_dup_seats },
  { "seats", write_days },
};

static char *
cell_text (gpointer    item,
           TrasRecord *record,
           gpointer    data)
{
  return record != NULL ? cells[GPOINTER_TO_UINT (data)].write (TRAS_VACANCY (record))
                        : g_strdup ("");
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *text = g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow",
                                  GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "nat-chars", 8,
                                  "min-chars", 8, "xalign", 1.0F, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (text, "numeric");
  gtk_list_item_set_child (item, text);
  tras_row_bind (text, "text", G_TYPE_STRING, G_CALLBACK (cell_text), data, NULL, item);
}

static void
set_cells (TrasHiringPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      tras_column_set_factory (tras_record_page_get_column (self->list, cells[i].field), factory);
    }
  tras_column_set_headline (tras_record_page_get_column (self->list, "role_name"),
                            tras_vacancy_words_get_headline ());
}

/* ---- filters ---- */

/* Before the board is read, nothing stands so. */
static void
narrow_to (TrasQuery              *query,
           TrasHiringPage         *self,
           const TrasVacancyState *states,
           guint                   n_states)
{
  g_autoptr (GArray) ids = NULL;

  if (self->board != NULL)
    ids = tras_hiring_board_dup_ids (self->board, states, n_states, tras_day_today ());
  tras_query_where_in (query, "id", ids != NULL ? (const gint64 *) (gpointer) ids->data : NULL,
                       ids != NULL ? ids->len : 0);
}

static void
narrow_to_open (TrasQuery *query,
                gpointer   user_data)
{
  static const TrasVacancyState states[] = { TRAS_VACANCY_OPEN, TRAS_VACANCY_LATE };

  narrow_to (query, user_data, states, G_N_ELEMENTS (states));
}

static void
narrow_to_late (TrasQuery *query,
                gpointer   user_data)
{
  static const TrasVacancyState states[] = { TRAS_VACANCY_LATE };

  narrow_to (query, user_data, states, G_N_ELEMENTS (states));
}

static void
narrow_to_filled (TrasQuery *query,
                  gpointer   user_data)
{
  static const TrasVacancyState states[] = { TRAS_VACANCY_FILLED };

  narrow_to (query, user_data, states, G_N_ELEMENTS (states));
}

static void
narrow_to_unfilled (TrasQuery *query,
                    gpointer   user_data)
{
  static const TrasVacancyState states[] = { TRAS_VACANCY_UNFILLED };

  narrow_to (query, user_data, states, G_N_ELEMENTS (states));
}

static void
add_filters (TrasHiringPage *self)
{
  tras_record_page_add_chip (self->list, C_("vacancies", "Open"), narrow_to_open, self);
  tras_record_page_add_chip (self->list, C_("vacancies", "Late"), narrow_to_late, self);
  tras_record_page_add_chip (self->list, C_("vacancies", "Filled"), narrow_to_filled, self);
  tras_record_page_add_chip (self->list, C_("vacancies", "Closed unfilled"), narrow_to_unfilled,
                             self);
  tras_record_page_add_reference_filter (self->list, "area_id", _("All areas"));
}

/* ---- the board ---- */

static const char *const tables[] = { "vacancy", "candidate", "role", "area", NULL };

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_hiring_board_load (db, error);
}

/* The firm in the last twelve months; areas and years are a press away. */
static void
show_figures (TrasHiringPage *self)
{
  TrasDay today = tras_day_today ();
  TrasStore *store = tras_loader_get_store (self->loader);
  g_autoptr (GPtrArray) figures = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  figures = tras_hiring_board_dup_figures (self->board, tras_day_add_months (today, -12) + 1,
                                           today);
  words = tras_hiring_words_dup_figure (figures->pdata[0], tras_store_get_currency (store));
  /* Translators: %s is what filling seats took: “3 seats filled · 41 days to fill · €450 a seat” */
  text = g_strdup_printf (_("Last twelve months: %s"), words);
  gtk_label_set_label (self->figures, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->figures), text);
  gtk_widget_set_visible (self->strip,
                          tras_hiring_board_get_first_day (self->board) != TRAS_DAY_NONE);
}

static void
take (gpointer owner,
      gpointer result)
{
  TrasHiringPage *self = owner;

  g_clear_pointer (&self->board, tras_hiring_board_free);
  self->board = result;
  show_figures (self);
  tras_record_page_refresh (self->list);
}

static const TrasLoading loading = {
  .tables = tables,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_hiring_board_free,
  .take = take,
  .is_daily = TRUE,
};

/* ---- a page of the tab ---- */

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasHiringPage *self = TRAS_HIRING_PAGE (page);

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_pointer (&self->board, tras_hiring_board_free);
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->list), store);
  tras_loader_load (self->loader);
}

static TrasInnerPage *
get_inner (TrasInnerPage *page)
{
  return TRAS_INNER_PAGE (TRAS_HIRING_PAGE (page)->list);
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->get_inner = get_inner;
}

/* ---- the object ---- */

static void
on_new (TrasHiringPage *self)
{
  tras_hire_forms_open (GTK_WIDGET (self), tras_loader_get_store (self->loader), NULL);
}

static void
on_figures (TrasHiringPage *self)
{
  gtk_window_present (GTK_WINDOW (tras_hiring_figures_new (tras_window_find (GTK_WIDGET (self)))));
}

static void
tras_hiring_page_dispose (GObject *object)
{
  TrasHiringPage *self = TRAS_HIRING_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->board, tras_hiring_board_free);

  G_OBJECT_CLASS (tras_hiring_page_parent_class)->dispose (object);
}

static void
tras_hiring_page_class_init (TrasHiringPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_hiring_page_dispose;

  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_VACANCY);
  g_type_ensure (TRAS_TYPE_VACANCY_DETAIL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-hiring-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasHiringPage, box);
  gtk_widget_class_bind_template_child (widget_class, TrasHiringPage, figures);
  gtk_widget_class_bind_template_child (widget_class, TrasHiringPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrasHiringPage, strip);
  gtk_widget_class_bind_template_callback (widget_class, on_figures);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
}

static void
tras_hiring_page_init (TrasHiringPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loader = tras_loader_new (&loading, self);
  tras_help_set_page (GTK_WIDGET (self), "hire-people");
  set_cells (self);
  add_filters (self);
}

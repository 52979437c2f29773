/* tras-hiring-figures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-hiring-figures.h"
#include "tras-hiring-words.h"
#include "tras-loader.h"
#include "tras-number.h"

#define MONTHS 12

/**
 * TrasHiringFigures:
 *
 * How many seats were filled, how long that took and what it cost: of the firm and of each area, in
 * the last twelve months or in a year.
 */
struct _TrasHiringFigures
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkDropDown *period;
  GtkLabel *definition;
  GtkListBox *rows;

  /* owned */
  TrasLoader *loader;
  TrasHiringBoard *board;
};

G_DEFINE_FINAL_TYPE (TrasHiringFigures, tras_hiring_figures, ADW_TYPE_WINDOW)

static int
get_year_of (TrasDay day)
{
  int year;

  tras_day_split (day, &year, NULL, NULL);

  return year;
}

/* The year of a place in the list behind the last twelve months: this one first. */
static int
get_year (guint place)
{
  return get_year_of (tras_day_today ()) - (int) place + 1;
}

static void
get_period (TrasHiringFigures *self,
            TrasDay           *from,
            TrasDay           *to)
{
  guint place = gtk_drop_down_get_selected (self->period);

  if (place == 0 || place == GTK_INVALID_LIST_POSITION)
    {
      *to = tras_day_today ();
      *from = tras_day_add_months (*to, -MONTHS) + 1;
    }
  else
    {
      *from = tras_day_new (get_year (place), 1, 1);
      *to = tras_day_new (get_year (place), 12, 31);
    }
}

/* Years that become more or fewer leave what is chosen. */
static void
list_periods (TrasHiringFigures *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *shown = gtk_drop_down_get_model (self->period);
  TrasDay first = tras_hiring_board_get_first_day (self->board);
  guint chosen = gtk_drop_down_get_selected (self->period);

  gtk_string_list_append (names, _("Last twelve months"));
  for (guint i = 1; first != TRAS_DAY_NONE && get_year (i) >= get_year_of (first); i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", get_year (i));

      gtk_string_list_append (names, year);
    }
  if (shown != NULL && g_list_model_get_n_items (shown) ==
                         g_list_model_get_n_items (G_LIST_MODEL (names)))
    return;

  gtk_drop_down_set_model (self->period, G_LIST_MODEL (names));
  if (chosen < g_list_model_get_n_items (G_LIST_MODEL (names)))
    gtk_drop_down_set_selected (self->period, chosen);
}

static void
show (TrasHiringFigures *self)
{
  TrasStore *store = tras_loader_get_store (self->loader);
  g_autoptr (GPtrArray) figures = NULL;
  GtkWidget *child;
  TrasDay from, to;

  if (self->board == NULL || store == NULL)
    return;

  get_period (self, &from, &to);
  figures = tras_hiring_board_dup_figures (self->board, from, to);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < figures->len; i++)
    {
      const TrasHiringFigure *figure = figures->pdata[i];
      g_autofree char *words =
        tras_hiring_words_dup_figure (figure, tras_store_get_currency (store));

      gtk_list_box_append (self->rows,
                           g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                         figure->area_id == 0 ? _("Whole firm")
                                                              : figure->area_name,
                                         "subtitle", words, NULL));
    }
}

/* ---- reading ---- */

static const char *const tables[] = { "vacancy", "candidate", "role", "area", NULL };

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_hiring_board_load (db, error);
}

static void
take (gpointer owner,
      gpointer result)
{
  TrasHiringFigures *self = owner;

  g_clear_pointer (&self->board, tras_hiring_board_free);
  self->board = result;
  list_periods (self);
  show (self);
}

static const TrasLoading loading = {
  .tables = tables,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_hiring_board_free,
  .take = take,
  .is_daily = TRUE,
};

/* ---- the object ---- */

static void
tras_hiring_figures_dispose (GObject *object)
{
  TrasHiringFigures *self = TRAS_HIRING_FIGURES (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->board, tras_hiring_board_free);

  G_OBJECT_CLASS (tras_hiring_figures_parent_class)->dispose (object);
}

static void
tras_hiring_figures_class_init (TrasHiringFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_hiring_figures_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-hiring-figures.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasHiringFigures, definition);
  gtk_widget_class_bind_template_child (widget_class, TrasHiringFigures, period);
  gtk_widget_class_bind_template_child (widget_class, TrasHiringFigures, rows);
  gtk_widget_class_bind_template_callback (widget_class, show);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_hiring_figures_init (TrasHiringFigures *self)
{
  g_autofree char *definition = tras_hiring_figure_dup_definition ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_add_key (GTK_WINDOW (self));
  tras_help_set_page (GTK_WIDGET (self), "hire-people");
  gtk_label_set_label (self->definition, definition);
  self->loader = tras_loader_new (&loading, self);
}

/**
 * tras_hiring_figures_new:
 * @window: a window with a store
 *
 * Returns: (transfer none): a window that shows the figures
 */
TrasHiringFigures *
tras_hiring_figures_new (TrasWindow *window)
{
  TrasHiringFigures *self = g_object_new (TRAS_TYPE_HIRING_FIGURES,
                                          "transient-for", window,
                                          "destroy-with-parent", TRUE,
                                          NULL);

  tras_loader_set_store (self->loader, tras_window_get_store (window));
  tras_loader_load (self->loader);

  return self;
}

/* tras-training-figures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-words.h"
#include "tras-firm.h"
#include "tras-number.h"
#include "tras-training-figures.h"

typedef enum
{
  FIGURE_HOURS,
  FIGURE_FEE,
  FIGURE_PAID,
  FIGURE_TOTAL,
  FIGURE_HEAD,
  FIGURE_EMPTY,
  N_FIGURES,
} Figure;

static const struct
{
  const char *name;
  gboolean strong;
} figures[N_FIGURES] = {
  [FIGURE_HOURS] = { N_("Hours attended"), TRUE },
  [FIGURE_FEE] = { N_("Fee"), FALSE },
  [FIGURE_PAID] = { N_("Paid working time"), FALSE },
  [FIGURE_TOTAL] = { N_("Cost"), TRUE },
  [FIGURE_HEAD] = { N_("Cost a head"), TRUE },
  [FIGURE_EMPTY] = { N_("Of the fee, for empty seats"), FALSE },
};

/**
 * TrasTrainingFigures:
 *
 * Hours and cost of one or more sessions, one below the other.
 */
struct _TrasTrainingFigures
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkLabel *values[N_FIGURES];
};

G_DEFINE_FINAL_TYPE (TrasTrainingFigures, tras_training_figures, GTK_TYPE_WIDGET)

static GtkLabel *
add_figure (GtkGrid *grid,
            Figure   figure)
{
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", _(figures[figure].name), "xalign", 0.0F,
                                  "hexpand", TRUE, "wrap", TRUE, NULL);
  GtkWidget *value = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0F, "valign", GTK_ALIGN_BASELINE,
                                   NULL);

  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (value, "numeric");
  if (figures[figure].strong)
    gtk_widget_add_css_class (value, "heading");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  name, NULL, -1);
  gtk_grid_attach (grid, name, 0, (int) figure, 1, 1);
  gtk_grid_attach (grid, value, 1, (int) figure, 1, 1);

  return GTK_LABEL (value);
}

static void
tras_training_figures_dispose (GObject *object)
{
  TrasTrainingFigures *self = TRAS_TRAINING_FIGURES (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (tras_training_figures_parent_class)->dispose (object);
}

static void
tras_training_figures_class_init (TrasTrainingFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_training_figures_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tras_training_figures_init (TrasTrainingFigures *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  for (Figure figure = FIGURE_HOURS; figure < N_FIGURES; figure++)
    self->values[figure] = add_figure (GTK_GRID (self->grid), figure);
}

GtkWidget *
tras_training_figures_new (void)
{
  return g_object_new (TRAS_TYPE_TRAINING_FIGURES, NULL);
}

static void
set_money (TrasTrainingFigures *self,
           Figure               figure,
           gint64               money,
           const char          *currency)
{
  g_autofree char *text =
    money >= 0
      ? tras_number_format_money (tras_number_format_get_default (), money, currency) : NULL;

  gtk_label_set_label (self->values[figure], text != NULL ? text : "–");
}

/**
 * tras_training_figures_set:
 * @self: a table
 * @cost: what sessions took
 * @store: the file that they are from
 *
 * What tells the cost of an hour of somebody's work is kept from whom the firm does not show it.
 */
void
tras_training_figures_set (TrasTrainingFigures    *self,
                           const TrasTrainingCost *cost,
                           TrasStore              *store)
{
  const char *currency = tras_store_get_currency (store);
  gboolean shown = tras_firm_shows_hour_cost_at (store);
  g_autofree char *hours = NULL;

  g_return_if_fail (TRAS_IS_TRAINING_FIGURES (self));
  g_return_if_fail (cost != NULL);

  hours = tras_action_words_dup_hours (cost->minutes);
  gtk_label_set_label (self->values[FIGURE_HOURS], hours);
  set_money (self, FIGURE_FEE, cost->fee, currency);
  set_money (self, FIGURE_PAID, shown ? cost->paid : -1, currency);
  set_money (self, FIGURE_TOTAL, shown ? tras_training_cost_get_total (cost) : -1, currency);
  set_money (self, FIGURE_HEAD, shown ? tras_training_cost_get_per_head (cost) : -1, currency);
  set_money (self, FIGURE_EMPTY, cost->empty, currency);
}

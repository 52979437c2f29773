/* tras-indicators-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-chart-page.h"
#include "tras-deviation.h"
#include "tras-deviations-page.h"
#include "tras-fill-view.h"
#include "tras-indicator-form.h"
#include "tras-indicators-page.h"
#include "tras-inner-switch.h"
#include "tras-scorecard-page.h"

struct _TrasIndicatorsPage
{
  TrasPage parent_instance;

  /* template widgets */
  AdwBin *deviations_bin;
  GMenuModel *row_menu;
  GtkStack *lists;
  GtkStack *stack;
  TrasScorecardPage *scorecard;

  /* borrowed; made when they are first shown */
  TrasChartPage *chart;
  TrasDeviationsPage *deviations;
  TrasFillView *fill;

  guint n_checks;
};

G_DEFINE_FINAL_TYPE (TrasIndicatorsPage, tras_indicators_page, TRAS_TYPE_PAGE)

/* ---- the scorecard ---- */

/* What is unusual for the better calls for nobody. */
static void
count_attention (TrasIndicatorsPage *self)
{
  TrasScorecard *scorecard = tras_scorecard_page_get_scorecard (self->scorecard);
  guint n = self->n_checks;

  for (guint i = 0; scorecard != NULL && i < scorecard->rows->len; i++)
    {
      const TrasScorecardRow *row = scorecard->rows->pdata[i];

      n += row->series->verdict->variation == TRAS_VARIATION_CONCERNING;
    }
  tras_page_set_attention (TRAS_PAGE (self), n);
}

static void
on_checks_counted (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TrasIndicatorsPage) self = user_data;
  gint64 n = tras_store_count_finish (TRAS_STORE (object), result, NULL);

  if (n < 0 || tras_page_get_store (TRAS_PAGE (self)) != TRAS_STORE (object))
    return;

  self->n_checks = (guint) n;
  count_attention (self);
}

/* A deviation whose check has come calls for somebody as a signal does. */
static void
count_checks (TrasIndicatorsPage *self)
{
  TrasStore *store = tras_page_get_store (TRAS_PAGE (self));
  g_autoptr (TrasQuery) query = NULL;

  if (store == NULL)
    return;

  query = tras_query_new (TRAS_TYPE_DEVIATION);
  tras_deviations_narrow_to_due (query, NULL);
  tras_store_count_async (store, query, NULL, on_checks_counted, g_object_ref (self));
}

static void
on_scorecard (TrasIndicatorsPage *self)
{
  count_attention (self);
  count_checks (self);
}

static void on_deviation_made (TrasIndicatorsPage *self,
                               gint64              id);

static void
on_back (TrasIndicatorsPage *self)
{
  TrasScorecardView *view = tras_scorecard_page_get_view (self->scorecard);
  int column;

  /* The cursor is on what was just looked at. */
  tras_scorecard_view_get_cursor (view, &column);
  tras_scorecard_view_set_cursor (view, tras_chart_page_get_id (self->chart), column);
  tras_chart_page_show (self->chart, 0, TRAS_DAY_NONE);
  gtk_stack_set_visible_child_name (self->stack, "lists");
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->lists), "scorecard") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
build_chart (TrasIndicatorsPage *self)
{
  self->chart = g_object_new (TRAS_TYPE_CHART_PAGE, NULL);
  g_signal_connect_object (self->chart, "back", G_CALLBACK (on_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "deviation-made", G_CALLBACK (on_deviation_made), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->chart), "chart");
  tras_chart_page_set_store (self->chart, tras_page_get_store (TRAS_PAGE (self)));
}

static void
open_chart (TrasIndicatorsPage *self,
            gint64              id,
            TrasDay             day)
{
  if (self->chart == NULL)
    build_chart (self);
  gtk_stack_set_visible_child_name (self->stack, "chart");
  tras_chart_page_show (self->chart, id, day);
}

static void
on_open (TrasIndicatorsPage *self,
         gint64              id)
{
  open_chart (self, id, TRAS_DAY_NONE);
}

static void
on_fill_left (TrasIndicatorsPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "lists");
  tras_scorecard_page_focus (self->scorecard);
}

static void
fill_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TrasIndicatorsPage *self = TRAS_INDICATORS_PAGE (widget);

  if (self->fill == NULL)
    {
      self->fill = g_object_new (TRAS_TYPE_FILL_VIEW, NULL);
      g_signal_connect_object (self->fill, "leave", G_CALLBACK (on_fill_left), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->fill), "fill");
      tras_fill_view_set_store (self->fill, tras_page_get_store (TRAS_PAGE (self)));
    }
  gtk_stack_set_visible_child_name (self->stack, "fill");
  tras_fill_view_start (self->fill);
}

static void
on_new (TrasIndicatorsPage *self)
{
  TrasStore *store = tras_page_get_store (TRAS_PAGE (self));

  if (store != NULL && !tras_store_is_read_only (store))
    tras_indicator_form_present (GTK_WIDGET (self), store, 0, 0);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TrasIndicatorsPage *self = TRAS_INDICATORS_PAGE (widget);
  gint64 id = tras_scorecard_view_get_cursor (tras_scorecard_page_get_view (self->scorecard),
                                              NULL);

  if (id == 0)
    return;

  open_chart (self, id, TRAS_DAY_NONE);
  if (g_str_equal (action_name, "indicators.define"))
    tras_chart_page_define (self->chart);
}

/* ---- deviations ---- */

static void
show_deviations (TrasIndicatorsPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "lists");
  gtk_stack_set_visible_child_name (self->lists, "deviations");
}

static void
on_deviation_made (TrasIndicatorsPage *self,
                   gint64              id)
{
  show_deviations (self);
  tras_deviations_page_show_new (self->deviations, id);
}

static gboolean
shows_deviations (TrasIndicatorsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->lists), "deviations") == 0;
}

static void
on_list_changed (TrasIndicatorsPage *self)
{
  if (self->deviations != NULL || !shows_deviations (self))
    return;

  self->deviations = g_object_new (TRAS_TYPE_DEVIATIONS_PAGE, NULL);
  adw_bin_set_child (self->deviations_bin, GTK_WIDGET (self->deviations));
  tras_deviations_page_set_store (self->deviations, tras_page_get_store (TRAS_PAGE (self)));
}

/* ---- the page ---- */

static void
tras_indicators_page_store_changed (TrasPage *page)
{
  TrasIndicatorsPage *self = TRAS_INDICATORS_PAGE (page);
  TrasStore *store = tras_page_get_store (page);

  gtk_stack_set_visible_child_name (self->stack, "lists");
  gtk_stack_set_visible_child_name (self->lists, "scorecard");
  self->n_checks = 0;
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (count_checks), self, G_CONNECT_SWAPPED);
  tras_scorecard_page_set_store (self->scorecard, store);
  if (self->chart != NULL)
    tras_chart_page_set_store (self->chart, store);
  if (self->deviations != NULL)
    tras_deviations_page_set_store (self->deviations, store);
  if (self->fill != NULL)
    tras_fill_view_set_store (self->fill, store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicators.fill",
                                 store != NULL && !tras_store_is_read_only (store));
}

static void
tras_indicators_page_activate_new (TrasPage *page)
{
  TrasIndicatorsPage *self = TRAS_INDICATORS_PAGE (page);

  if (shows_deviations (self))
    tras_deviations_page_activate_new (self->deviations);
  else
    on_new (self);
}

static void
tras_indicators_page_focus_search (TrasPage *page)
{
  TrasIndicatorsPage *self = TRAS_INDICATORS_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, "lists");
  if (shows_deviations (self))
    tras_deviations_page_focus_search (self->deviations);
  else
    tras_scorecard_page_focus_search (self->scorecard);
}

static void
tras_indicators_page_focus (TrasPage *page)
{
  TrasIndicatorsPage *self = TRAS_INDICATORS_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "fill") == 0)
    gtk_widget_child_focus (GTK_WIDGET (self->fill), GTK_DIR_TAB_FORWARD);
  else if (self->chart != NULL && tras_chart_page_get_id (self->chart) != 0)
    gtk_widget_grab_focus (GTK_WIDGET (tras_chart_page_get_view (self->chart)));
  else if (shows_deviations (self))
    tras_deviations_page_focus_list (self->deviations);
  else
    tras_scorecard_page_focus (self->scorecard);
}

static gboolean
tras_indicators_page_show_record (TrasPage *page,
                                  GType     type,
                                  gint64    id)
{
  TrasIndicatorsPage *self = TRAS_INDICATORS_PAGE (page);

  if (type == TRAS_TYPE_INDICATOR)
    open_chart (self, id, TRAS_DAY_NONE);
  else if (type == TRAS_TYPE_DEVIATION)
    {
      show_deviations (self);
      tras_deviations_page_show_record (self->deviations, id);
    }
  else
    return FALSE;

  return TRUE;
}

static void
tras_indicators_page_class_init (TrasIndicatorsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasPageClass *page_class = TRAS_PAGE_CLASS (klass);

  page_class->kind = "measurements";
  page_class->store_changed = tras_indicators_page_store_changed;
  page_class->activate_new = tras_indicators_page_activate_new;
  page_class->focus_search = tras_indicators_page_focus_search;
  page_class->focus = tras_indicators_page_focus;
  page_class->show_record = tras_indicators_page_show_record;

  gtk_widget_class_install_action (widget_class, "indicators.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "indicators.define", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "indicators.fill", NULL, fill_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK,
                                       "indicators.fill", NULL);

  g_type_ensure (TRAS_TYPE_INNER_SWITCH);
  g_type_ensure (TRAS_TYPE_SCORECARD_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-indicators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasIndicatorsPage, deviations_bin);
  gtk_widget_class_bind_template_child (widget_class, TrasIndicatorsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, TrasIndicatorsPage, row_menu);
  gtk_widget_class_bind_template_child (widget_class, TrasIndicatorsPage, scorecard);
  gtk_widget_class_bind_template_child (widget_class, TrasIndicatorsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_list_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_scorecard);
}

static void
tras_indicators_page_init (TrasIndicatorsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_page_add_turning_keys (TRAS_PAGE (self), self->lists);
  tras_scorecard_view_set_menu (tras_scorecard_page_get_view (self->scorecard), self->row_menu);
}

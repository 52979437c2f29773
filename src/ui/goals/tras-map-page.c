/* tras-map-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action.h"
#include "tras-chip.h"
#include "tras-help.h"
#include "tras-look.h"
#include "tras-map-nodes.h"
#include "tras-map-page.h"
#include "tras-map-paper.h"
#include "tras-name-filter.h"
#include "tras-window.h"

/* More are a list that nobody reads to its end. */
#define MOST_ORPHANS 100

struct _TrasMapPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkBox *chip_box;
  GtkListBox *orphan_list;
  GtkRevealer *orphan_revealer;
  GtkStack *stack;
  TrasStrategyView *view;

  /* borrowed */
  TrasNameFilter *areas;
  GtkWidget *serve_chips[TRAS_N_SERVES];
  GtkWidget *orphan_chip;

  /* owned */
  TrasStore *store;
  TrasStrategy *strategy;
  GCancellable *cancellable;
  gboolean wants_focus;
};

G_DEFINE_FINAL_TYPE (TrasMapPage, tras_map_page, ADW_TYPE_BIN)

/* ---- opening ---- */

static void
on_activated (TrasMapPage *self,
              int          index)
{
  const TrasMapNode *node = tras_strategy_map_get (tras_strategy_view_get_map (self->view),
                                                   (guint) index);
  const GType types[] = {
    [TRAS_MAP_GOAL] = TRAS_TYPE_GOAL,
    [TRAS_MAP_INDICATOR] = TRAS_TYPE_INDICATOR,
    [TRAS_MAP_PLAN] = TRAS_TYPE_ACTION,
  };

  tras_window_show_record (GTK_WIDGET (self), types[node->kind], node->id);
}

static void
on_orphan_activated (TrasMapPage   *self,
                     GtkListBoxRow *row)
{
  TrasRecord *record = g_object_get_data (G_OBJECT (row), "record");

  if (record != NULL)
    tras_window_show_record (GTK_WIDGET (self), G_OBJECT_TYPE (record), record->id);
}

/* ---- orphans ---- */

static void
add_orphan (TrasMapPage *self,
            gpointer     record,
            const char  *title,
            const char  *help)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", help, "title-lines", 2, "activatable", TRUE, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", TRAS_IS_GOAL (record)
                                                                 ? "tras-goals-symbolic"
                                                                 : "tras-indicators-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "css-classes", (const char *[]) { "dim-label", NULL },
                                           NULL));
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  gtk_list_box_append (self->orphan_list, row);
}

static void
show_orphans (TrasMapPage *self,
              gint64       area_id)
{
  guint n = 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->orphan_list))) != NULL)
    gtk_list_box_remove (self->orphan_list, row);

  for (guint i = 0; i < self->strategy->orphan_goals->len; i++)
    {
      TrasStrategyGoal *goal = self->strategy->orphan_goals->pdata[i];

      if (area_id != 0 && goal->status->goal->area_id != area_id)
        continue;
      if (n++ < MOST_ORPHANS)
        add_orphan (self, goal->status->goal, goal->status->goal->title,
                    _("It climbs to no open goal of the firm: choose the one that it serves, or "
                      "drop it"));
    }
  for (guint i = 0; i < self->strategy->orphan_indicators->len; i++)
    {
      TrasIndicatorSeries *series = self->strategy->orphan_indicators->pdata[i];

      if (area_id != 0 && series->indicator->area_id != area_id)
        continue;
      if (n++ < MOST_ORPHANS)
        add_orphan (self, series->indicator, series->indicator->name,
                    _("No open goal looks at it: tie it to one, or retire it"));
    }
  if (n > MOST_ORPHANS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more",
                                                         n - MOST_ORPHANS), n - MOST_ORPHANS);

      gtk_list_box_append (self->orphan_list,
                           g_object_new (ADW_TYPE_ACTION_ROW, "title", more, NULL));
    }
  tras_chip_set_count (TRAS_CHIP (self->orphan_chip), n);
  gtk_widget_set_visible (self->orphan_chip, n > 0);
  gtk_revealer_set_reveal_child (
    self->orphan_revealer,
    n > 0 && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->orphan_chip)));
}

static void
on_orphans_toggled (TrasMapPage *self)
{
  gtk_revealer_set_reveal_child (
    self->orphan_revealer,
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->orphan_chip)));
}

/* ---- balance ---- */

static char *
dup_balance (TrasServes serves,
             guint      n)
{
  switch (serves)
    {
    case TRAS_SERVES_EXTERNAL:
      return g_strdup_printf (ngettext ("%u goal serves customers", "%u goals serve customers", n),
                              n);
    case TRAS_SERVES_INTERNAL:
      return g_strdup_printf (ngettext ("%u another area", "%u another area", n), n);
    case TRAS_SERVES_NOBODY:
    default:
      return g_strdup_printf (ngettext ("%u nobody in particular", "%u nobody in particular", n),
                              n);
    }
}

static void
show_balance (TrasMapPage     *self,
              TrasStrategyMap *map)
{
  guint counts[TRAS_N_SERVES] = { 0 };

  for (guint i = 0; i < tras_strategy_map_get_n (map); i++)
    {
      const TrasMapNode *node = tras_strategy_map_get (map, i);

      counts[node->serves] += node->kind == TRAS_MAP_GOAL;
    }
  for (guint i = 0; i < TRAS_N_SERVES; i++)
    {
      g_autofree char *text = dup_balance ((TrasServes) i, counts[i]);

      gtk_button_set_label (GTK_BUTTON (self->serve_chips[i]), text);
      gtk_widget_set_sensitive (self->serve_chips[i], counts[i] > 0);
    }
}

/* One of them stands out at a time. */
static void
on_serve_toggled (TrasMapPage     *self,
                  GtkToggleButton *chip)
{
  int lane = -1;

  for (guint i = 0; i < TRAS_N_SERVES; i++)
    {
      GtkToggleButton *other = GTK_TOGGLE_BUTTON (self->serve_chips[i]);

      if (other != chip && gtk_toggle_button_get_active (chip))
        gtk_toggle_button_set_active (other, FALSE);
      if (gtk_toggle_button_get_active (other))
        lane = (int) i;
    }
  tras_strategy_view_set_lane (self->view, lane);
}

/* ---- the map ---- */

typedef struct
{
  TrasStrategy *strategy;
  gint64 area_id;
  gboolean mirrored;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  tras_strategy_unref (wish->strategy);
  g_free (wish);
}

static void
build_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Wish *wish = data;

  g_task_return_pointer (task,
                         tras_map_nodes_new_map (wish->strategy, wish->area_id, wish->mirrored),
                         (GDestroyNotify) tras_strategy_map_unref);
}

static void
on_built (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  TrasMapPage *self = TRAS_MAP_PAGE (object);
  g_autoptr (TrasStrategyMap) map = g_task_propagate_pointer (G_TASK (result), NULL);
  const Wish *wish = g_task_get_task_data (G_TASK (result));

  /* Something newer is under way, or the file was closed. */
  if (map == NULL || wish->strategy != self->strategy)
    return;

  tras_strategy_view_set_map (self->view, map);
  show_balance (self, map);
  show_orphans (self, wish->area_id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.save", tras_strategy_map_get_n (map) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "map.print", tras_strategy_map_get_n (map) > 0);
  if (tras_strategy_map_get_n (map) > 0)
    gtk_stack_set_visible_child_name (self->stack, "map");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      wish->area_id != 0 ? "nothing" : "empty");
  if (self->wants_focus)
    tras_map_page_focus (self);
}

static void
build (TrasMapPage *self)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  if (self->strategy == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  wish = g_new0 (Wish, 1);
  wish->strategy = tras_strategy_ref (self->strategy);
  wish->area_id = tras_name_filter_get_id (self->areas);
  wish->mirrored = tras_look_is_mirrored (GTK_WIDGET (self->view));
  task = g_task_new (self, self->cancellable, on_built, NULL);
  g_task_set_source_tag (task, build);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, build_in_thread);
}

/* ---- actions ---- */

static void
paper_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TrasMapPage *self = TRAS_MAP_PAGE (widget);
  TrasStrategyMap *map = tras_strategy_view_get_map (self->view);

  if (map == NULL)
    return;
  if (g_str_equal (action_name, "map.save"))
    tras_map_paper_save (widget, map);
  else
    tras_map_paper_print (widget, map);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TrasMapPage *self = TRAS_MAP_PAGE (widget);

  if (g_str_equal (action_name, "map.fit"))
    tras_strategy_view_fit (self->view);
  else
    tras_strategy_view_zoom (self->view, g_str_equal (action_name, "map.nearer") ? 1 : -1);
}

static void
on_show_all (TrasMapPage *self)
{
  tras_name_filter_clear (self->areas);
}

/* ---- the object ---- */

static void
tras_map_page_dispose (GObject *object)
{
  TrasMapPage *self = TRAS_MAP_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->strategy, tras_strategy_unref);

  G_OBJECT_CLASS (tras_map_page_parent_class)->dispose (object);
}

static void
tras_map_page_class_init (TrasMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_map_page_dispose;

  gtk_widget_class_install_action (widget_class, "map.save", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "map.print", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.nearer", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "map.farther", NULL, zoom_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "map.print",
                                       NULL);

  g_type_ensure (TRAS_TYPE_STRATEGY_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/goals/tras-map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasMapPage, chip_box);
  gtk_widget_class_bind_template_child (widget_class, TrasMapPage, orphan_list);
  gtk_widget_class_bind_template_child (widget_class, TrasMapPage, orphan_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrasMapPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasMapPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_orphan_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
}

static void
tras_map_page_init (TrasMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < TRAS_N_SERVES; i++)
    {
      self->serve_chips[i] = gtk_toggle_button_new_with_label ("");
      gtk_widget_add_css_class (self->serve_chips[i], "chip");
      g_signal_connect_object (self->serve_chips[i], "toggled", G_CALLBACK (on_serve_toggled),
                               self, G_CONNECT_SWAPPED);
      gtk_box_append (self->chip_box, self->serve_chips[i]);
    }
  self->orphan_chip = tras_chip_new (_("Orphans"), NULL, NULL);
  g_signal_connect_object (self->orphan_chip, "toggled", G_CALLBACK (on_orphans_toggled), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->chip_box, self->orphan_chip);
  self->areas = TRAS_NAME_FILTER (tras_name_filter_new ("area", _("All areas"), _("Area")));
  g_signal_connect_swapped (self->areas, "changed", G_CALLBACK (build), self);
  gtk_box_prepend (self->chip_box, GTK_WIDGET (self->areas));
  tras_help_set_page (GTK_WIDGET (self), "read-the-map");
}

/**
 * tras_map_page_set_store:
 * @self: a page
 * @store: (nullable): the firm's store
 */
void
tras_map_page_set_store (TrasMapPage *self,
                         TrasStore   *store)
{
  g_return_if_fail (TRAS_IS_MAP_PAGE (self));

  tras_name_filter_set_store (self->areas, store);
  g_set_object (&self->store, store);
  tras_map_page_set_strategy (self, NULL);
}

/**
 * tras_map_page_set_strategy:
 * @self: a page
 * @strategy: (transfer none) (nullable): what the firm wants
 */
void
tras_map_page_set_strategy (TrasMapPage  *self,
                            TrasStrategy *strategy)
{
  g_return_if_fail (TRAS_IS_MAP_PAGE (self));

  if (strategy != NULL)
    tras_strategy_ref (strategy);
  g_clear_pointer (&self->strategy, tras_strategy_unref);
  self->strategy = strategy;
  if (strategy != NULL)
    {
      build (self);
      return;
    }
  g_cancellable_cancel (self->cancellable);
  tras_strategy_view_set_map (self->view, NULL);
  gtk_stack_set_visible_child_name (self->stack, "blank");
}

/**
 * tras_map_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the picture
 */
TrasStrategyView *
tras_map_page_get_view (TrasMapPage *self)
{
  g_return_val_if_fail (TRAS_IS_MAP_PAGE (self), NULL);

  return self->view;
}

/**
 * tras_map_page_focus:
 * @self: a page
 *
 * Puts the keyboard on the map, once it is there.
 */
void
tras_map_page_focus (TrasMapPage *self)
{
  const char *name;

  g_return_if_fail (TRAS_IS_MAP_PAGE (self));

  name = gtk_stack_get_visible_child_name (self->stack);
  self->wants_focus = g_str_equal (name, "blank");
  if (g_str_equal (name, "map"))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else if (!self->wants_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* tras-goal-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-column-order.h"
#include "tras-column-view.h"
#include "tras-goal-view.h"
#include "tras-goal-words.h"
#include "tras-look.h"
#include "tras-number.h"
#include "tras-pace-meter.h"
#include "tras-spent-cell.h"

/* How wide the table must be, in pixels, for the state to have a column of its own. */
#define STATE_FROM 520

struct _TrasGoalView
{
  AdwBin parent_instance;

  /* template widgets */
  GtkColumnView *view;
  GtkColumnViewColumn *area_column;
  GtkColumnViewColumn *due_column;
  GtkColumnViewColumn *money_column;
  GtkColumnViewColumn *owner_column;
  GtkColumnViewColumn *pace_column;
  GtkColumnViewColumn *state_column;
  GtkColumnViewColumn *title_column;

  /* owned */
  TrasGoalTree *tree;
  GtkSingleSelection *selection;
  TrasColumnOrder *order;
  gint64 selected_id;
  guint width_source;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (TrasGoalView, tras_goal_view, ADW_TYPE_BIN)

typedef enum
{
  PROP_SELECTED_ID = 1,
} TrasGoalViewProperty;

enum
{
  OPENED,
  DELETE_WANTED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_SELECTED_ID + 1];
static guint signals[N_SIGNALS];

/* ---- cells ---- */

static char *
goal_title (gpointer        item,
            TrasGoalStatus *status)
{
  return g_strdup (status != NULL ? status->goal->title : "");
}

static gboolean
goal_has_children (gpointer        item,
                   TrasGoalStatus *status)
{
  return status != NULL && status->n_children > 0;
}

static char *
goal_children (gpointer        item,
               TrasGoalStatus *status)
{
  g_autofree char *children = status != NULL ? tras_goal_words_dup_children (status) : NULL;

  if (children == NULL)
    return g_strdup ("");
  if (status->worst == NULL || !tras_goal_status_is_off (status->worst))
    return g_steal_pointer (&children);

  /* Translators: how a goal's child goals are going: “3 on pace, 1 far behind: Fewer returns” */
  return g_strdup_printf (_("%s: %s"), children, status->worst->goal->title);
}

static char *
goal_icon (gpointer        item,
           TrasGoalStatus *status)
{
  return g_strdup (status != NULL ? tras_goal_words_get_icon (status) : NULL);
}

static GStrv
goal_classes (gpointer        item,
              TrasGoalStatus *status)
{
  const char *classes[] = { status != NULL ? tras_goal_words_get_class (status) : NULL, NULL };

  return g_strdupv ((GStrv) classes);
}

static char *
goal_state (gpointer        item,
            TrasGoalStatus *status)
{
  return status != NULL ? tras_goal_words_dup_state (status) : g_strdup ("");
}

static char *
goal_due (gpointer        item,
          TrasGoalStatus *status)
{
  return status != NULL ? tras_goal_words_dup_date (status->goal->due_on) : g_strdup ("");
}

static char *
goal_owner (gpointer        item,
            TrasGoalStatus *status)
{
  return g_strdup (status != NULL ? status->goal->owner_name : "");
}

static char *
goal_area (gpointer        item,
           TrasGoalStatus *status)
{
  return g_strdup (status != NULL && status->goal->area_name != NULL ? status->goal->area_name
                                                                      : "");
}

static TrasGoal *
goal_record (gpointer        item,
             TrasGoalStatus *status)
{
  return status != NULL ? g_object_ref (status->goal) : NULL;
}

/* ---- what is selected ---- */

/* Rows come and go; what is selected is a goal. */
static void
select_again (TrasGoalView *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->selected_id != 0)
    tras_goal_tree_find (self->tree, self->selected_id, &position);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
begin_update (TrasGoalView *self)
{
  self->updating = TRUE;
}

static void
end_update (TrasGoalView *self)
{
  select_again (self);
  self->updating = FALSE;
}

static void
on_order_changed (TrasGoalView *self,
                  const char   *field,
                  gboolean      descending)
{
  begin_update (self);
  tras_goal_tree_set_order (self->tree, field, descending);
  end_update (self);
}

/* ---- rows ---- */

static gint64
get_id_at (TrasGoalView *self,
           guint          position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (TrasGoalNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node != NULL ? tras_goal_node_get_id (node) : 0;
}

static void
on_selected (TrasGoalView *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->updating || position == GTK_INVALID_LIST_POSITION)
    return;

  self->selected_id = get_id_at (self, position);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

static void
on_row_activated (TrasGoalView *self,
                  guint         position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[OPENED], 0, TRUE);
}

static void
on_clicked (TrasGoalView *self,
            int           n_press)
{
  if (n_press == 1 && self->selected_id != 0)
    g_signal_emit (self, signals[OPENED], 0, FALSE);
}

/* The focus goes along, as with the arrow keys up and down. */
static void
move_selected (TrasGoalView *self,
               guint          from,
               guint          to)
{
  GtkWidget *list = tras_column_view_get_rows (self->view);

  for (; list != NULL && from < to; from++)
    gtk_widget_child_focus (list, GTK_DIR_DOWN);
  for (; list != NULL && from > to; from--)
    gtk_widget_child_focus (list, GTK_DIR_UP);
}

/* Opens a goal or goes to its first child; closes it or goes to the one that it climbs to. */
static void
expand_selected (TrasGoalView *self,
                 gboolean       expand)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (GtkTreeListRow) parent = NULL;
  gboolean expandable = row != NULL && gtk_tree_list_row_is_expandable (row);

  if (row == NULL)
    return;

  if (expandable && gtk_tree_list_row_get_expanded (row) != expand)
    gtk_tree_list_row_set_expanded (row, expand);
  else if (expandable && expand)
    move_selected (self, position, position + 1);
  else if (!expand && (parent = gtk_tree_list_row_get_parent (row)) != NULL)
    move_selected (self, position, gtk_tree_list_row_get_position (parent));
}

static void
leave_view (TrasGoalView     *self,
            GtkDirectionType  direction)
{
  /* In GTK 4.8 Tab walks every row of a table; a user wants to leave it. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->view), FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), direction);
  gtk_widget_set_can_focus (GTK_WIDGET (self->view), TRUE);
}

static gboolean
on_view_key (TrasGoalView    *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  gboolean mirrored = tras_look_is_mirrored (GTK_WIDGET (self));

  switch (keyval)
    {
    case GDK_KEY_Tab:
      leave_view (self, (state & GDK_SHIFT_MASK) ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;
    case GDK_KEY_ISO_Left_Tab:
      leave_view (self, GTK_DIR_TAB_BACKWARD);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      expand_selected (self, mirrored);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      expand_selected (self, !mirrored);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (self->selected_id != 0)
        g_signal_emit (self, signals[DELETE_WANTED], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- narrow windows ---- */

static gboolean
show_columns (gpointer data)
{
  TrasGoalView *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  const struct
  {
    GtkColumnViewColumn *column;
    int shown_from;
  } columns[] = {
    { self->state_column, STATE_FROM },
    { self->due_column, 720 },
    { self->owner_column, 840 },
    { self->money_column, 960 },
    { self->area_column, 1100 },
  };

  self->width_source = 0;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_column_view_column_set_visible (columns[i].column, columns[i].shown_from <= width);

  return G_SOURCE_REMOVE;
}

/* What an allocation finds out may not change what is being allocated. */
static void
on_width_changed (TrasGoalView *self)
{
  if (self->width_source == 0)
    self->width_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_columns, self, NULL);
}

/* ---- the object ---- */

static gboolean
tras_goal_view_grab_focus (GtkWidget *widget)
{
  GtkWidget *list = tras_column_view_get_rows (TRAS_GOAL_VIEW (widget)->view);

  return list != NULL && gtk_widget_get_mapped (list) && gtk_widget_grab_focus (list);
}

static void
tras_goal_view_dispose (GObject *object)
{
  TrasGoalView *self = TRAS_GOAL_VIEW (object);

  g_clear_handle_id (&self->width_source, g_source_remove);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->order);
  g_clear_object (&self->tree);

  G_OBJECT_CLASS (tras_goal_view_parent_class)->dispose (object);
}

static void
tras_goal_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((TrasGoalViewProperty) prop_id)
    {
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, TRAS_GOAL_VIEW (object)->selected_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_goal_view_class_init (TrasGoalViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_goal_view_dispose;
  object_class->get_property = tras_goal_view_get_property;
  widget_class->grab_focus = tras_goal_view_grab_focus;

  /**
   * TrasGoalView:selected-id:
   *
   * The goal that is selected, 0 for none.
   */
  properties[PROP_SELECTED_ID] =
    g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasGoalView::opened:
   * @take_focus: whether it was opened by keyboard
   *
   * The user wants to see the selected goal.
   */
  signals[OPENED] = g_signal_new ("opened", TRAS_TYPE_GOAL_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * TrasGoalView::delete-wanted:
   *
   * The user wants to delete the selected goal.
   */
  signals[DELETE_WANTED] = g_signal_new ("delete-wanted", TRAS_TYPE_GOAL_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TRAS_TYPE_GOAL);
  g_type_ensure (TRAS_TYPE_GOAL_NODE);
  g_type_ensure (TRAS_TYPE_PACE_METER);
  g_type_ensure (TRAS_TYPE_SPENT_CELL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/goals/tras-goal-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasGoalView, area_column);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalView, due_column);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalView, money_column);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalView, owner_column);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalView, pace_column);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalView, state_column);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalView, title_column);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalView, view);
  gtk_widget_class_bind_template_callback (widget_class, goal_area);
  gtk_widget_class_bind_template_callback (widget_class, goal_children);
  gtk_widget_class_bind_template_callback (widget_class, goal_classes);
  gtk_widget_class_bind_template_callback (widget_class, goal_due);
  gtk_widget_class_bind_template_callback (widget_class, goal_has_children);
  gtk_widget_class_bind_template_callback (widget_class, goal_icon);
  gtk_widget_class_bind_template_callback (widget_class, goal_owner);
  gtk_widget_class_bind_template_callback (widget_class, goal_record);
  gtk_widget_class_bind_template_callback (widget_class, goal_state);
  gtk_widget_class_bind_template_callback (widget_class, goal_title);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
add_order (TrasGoalView *self)
{
  const struct
  {
    GtkColumnViewColumn *column;
    const char *field;
  } columns[] = {
    { self->title_column, "title" },
    { self->pace_column, "pace" },
    { self->state_column, "state" },
    { self->due_column, "due_on" },
    { self->owner_column, "owner_name" },
    { self->area_column, "area_name" },
    { self->money_column, "spent_money" },
  };

  self->order = tras_column_order_new (self->view);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tras_column_order_add (self->order, columns[i].column, columns[i].field);
  g_signal_connect_object (self->order, "changed", G_CALLBACK (on_order_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
tras_goal_view_init (TrasGoalView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->tree = tras_goal_tree_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_order (self);
  tras_column_view_set_at_end (
    self->view, g_list_model_get_n_items (gtk_column_view_get_columns (self->view)) - 1);

  self->selection = gtk_single_selection_new (g_object_ref (tras_goal_tree_get_model (self->tree)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view)),
                           "notify::page-size", G_CALLBACK (on_width_changed), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_view_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), key);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

/**
 * tras_goal_view_get_tree:
 * @self: a view
 *
 * Returns: (transfer none): the goals on show
 */
TrasGoalTree *
tras_goal_view_get_tree (TrasGoalView *self)
{
  g_return_val_if_fail (TRAS_IS_GOAL_VIEW (self), NULL);

  return self->tree;
}

/**
 * tras_goal_view_set_store:
 * @self: a view
 * @store: (nullable): the file that the goals are from
 */
void
tras_goal_view_set_store (TrasGoalView *self,
                          TrasStore    *store)
{
  g_autofree char *title = NULL;

  g_return_if_fail (TRAS_IS_GOAL_VIEW (self));

  tras_goal_view_set_board (self, NULL);
  self->selected_id = 0;
  if (store == NULL)
    return;

  /* Translators: head of a column: money spent of money planned, in which currency */
  title = g_strdup_printf (_("Spent of planned, %s"),
                           tras_currency_get_symbol (tras_store_get_currency (store)));
  gtk_column_view_column_set_title (self->money_column, title);
}

/**
 * tras_goal_view_set_board:
 * @self: a view
 * @board: (transfer none) (nullable): how all goals are going
 */
void
tras_goal_view_set_board (TrasGoalView  *self,
                          TrasGoalBoard *board)
{
  g_return_if_fail (TRAS_IS_GOAL_VIEW (self));

  begin_update (self);
  tras_goal_tree_set_board (self->tree, board);
  end_update (self);
}

/**
 * tras_goal_view_set_filter:
 * @self: a view
 * @filter: which goals to show
 */
void
tras_goal_view_set_filter (TrasGoalView         *self,
                           const TrasGoalFilter *filter)
{
  g_return_if_fail (TRAS_IS_GOAL_VIEW (self));

  begin_update (self);
  tras_goal_tree_set_filter (self->tree, filter);
  end_update (self);
}

gint64
tras_goal_view_get_selected_id (TrasGoalView *self)
{
  g_return_val_if_fail (TRAS_IS_GOAL_VIEW (self), 0);

  return self->selected_id;
}

/**
 * tras_goal_view_select:
 * @self: a view
 * @goal_id: a goal
 *
 * Selects the goal, opens those that it climbs to, and scrolls there.
 *
 * Returns: whether it has a row: a filter may hide it
 */
gboolean
tras_goal_view_select (TrasGoalView *self,
                       gint64        goal_id)
{
  guint position;

  g_return_val_if_fail (TRAS_IS_GOAL_VIEW (self), FALSE);

  begin_update (self);
  self->selected_id = goal_id;
  tras_goal_tree_reveal (self->tree, goal_id);
  end_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
  if (!tras_goal_tree_find (self->tree, goal_id, &position))
    return FALSE;

  tras_column_view_scroll_to (self->view, position);

  return TRUE;
}

GMenuModel *
tras_goal_view_get_order_menu (TrasGoalView *self)
{
  return tras_column_order_get_menu (self->order);
}

/**
 * tras_goal_view_get_actions:
 * @self: a view
 *
 * Returns: (transfer none): the actions of tras_goal_view_get_order_menu(), for the group "order"
 */
GActionGroup *
tras_goal_view_get_actions (TrasGoalView *self)
{
  return tras_column_order_get_actions (self->order);
}

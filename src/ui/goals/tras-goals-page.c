/* tras-goals-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-chip.h"
#include "tras-firm.h"
#include "tras-goal-detail.h"
#include "tras-goal-guide.h"
#include "tras-goal-view.h"
#include "tras-goals-page.h"
#include "tras-help.h"
#include "tras-inner-switch.h"
#include "tras-loader.h"
#include "tras-map-page.h"
#include "tras-message-dialog.h"
#include "tras-name-filter.h"
#include "tras-person.h"
#include "tras-window.h"
#include "tras-year-page.h"

enum
{
  CHIP_OFF_PACE,
  CHIP_ORPHANS,
  CHIP_MINE,
  CHIP_CLOSED,
  N_CHIPS,
};

struct _TrasGoalsPage
{
  TrasPage parent_instance;

  /* template widgets */
  AdwFlap *flap;
  GtkBox *chip_box;
  GtkButton *delete_button;
  GtkButton *new_button;
  GtkInscription *pane_title;
  GtkMenuButton *sort_button;
  GtkScrolledWindow *pane_scroller;
  GtkSearchEntry *search_entry;
  GtkStack *lists;
  GtkStack *stack;
  TrasGoalDetail *detail;
  TrasGoalView *view;

  /* borrowed; the map and the year are made when they are first shown */
  GtkWidget *chips[N_CHIPS];
  TrasNameFilter *areas;
  TrasMapPage *map;
  TrasYearPage *year;

  /* owned */
  TrasLoader *loader;
  TrasStrategy *strategy;
  GSettings *settings;
  gint64 wanted_id;
  gint64 my_id;
  gint64 first_person_id;
  int fiscal_month;
  gboolean wants_focus;
};

G_DEFINE_FINAL_TYPE (TrasGoalsPage, tras_goals_page, TRAS_TYPE_PAGE)

/* What is read for the page in one go. */
typedef struct
{
  TrasGoalBoard *board;
  TrasStrategy *strategy;
  gint64 my_id;
  gint64 first_person_id;
  int fiscal_month;
} Reading;

/* ---- what is on show ---- */

static TrasStore *
get_store (TrasGoalsPage *self)
{
  return tras_loader_get_store (self->loader);
}

static gboolean
is_chip_on (TrasGoalsPage *self,
            guint          chip)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[chip]));
}

static TrasGoalFilter
get_filter (TrasGoalsPage *self)
{
  return (TrasGoalFilter) {
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
    .area_id = tras_name_filter_get_id (self->areas),
    .owner_id = is_chip_on (self, CHIP_MINE) ? self->my_id : 0,
    .off_pace = is_chip_on (self, CHIP_OFF_PACE),
    .orphans = is_chip_on (self, CHIP_ORPHANS),
    .closed = is_chip_on (self, CHIP_CLOSED),
  };
}

static TrasGoalBoard *
get_board (TrasGoalsPage *self)
{
  return tras_goal_tree_get_board (tras_goal_view_get_tree (self->view));
}

static gboolean
is_in_front (TrasGoalsPage *self,
             const char    *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->lists), name) == 0;
}

/* The goals once they are there, or what can be done where there are none. */
static void
tras_goals_page_focus (TrasPage *page)
{
  TrasGoalsPage *self = TRAS_GOALS_PAGE (page);

  if (is_in_front (self, "map"))
    {
      tras_map_page_focus (self->map);
      return;
    }
  if (is_in_front (self, "year"))
    {
      tras_year_page_focus (self->year);
      return;
    }

  self->wants_focus = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "blank");
  if (!self->wants_focus && !gtk_widget_grab_focus (GTK_WIDGET (self->view)))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_state (TrasGoalsPage *self)
{
  GListModel *rows = tras_goal_tree_get_model (tras_goal_view_get_tree (self->view));
  TrasGoalBoard *board = get_board (self);
  const char *name = "list";

  if (board == NULL)
    name = "blank";
  else if (board->goals->len == 0)
    name = "empty";
  else if (g_list_model_get_n_items (rows) == 0)
    name = "nothing";

  gtk_stack_set_visible_child_name (self->stack, name);
  if (self->wants_focus && board != NULL)
    tras_goals_page_focus (TRAS_PAGE (self));
}

static void
on_filter_changed (TrasGoalsPage *self)
{
  TrasGoalFilter filter = get_filter (self);

  tras_goal_view_set_filter (self->view, &filter);
  show_state (self);
}

static void
on_show_all (TrasGoalsPage *self)
{
  for (guint i = 0; i < N_CHIPS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[i]), FALSE);
  tras_name_filter_clear (self->areas);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  on_filter_changed (self);
}

static void
on_stop_search (TrasGoalsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_search_activated (TrasGoalsPage *self)
{
  on_filter_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* ---- the pane ---- */

static void
on_record_changed (TrasGoalsPage *self)
{
  TrasGoal *goal = tras_detail_get_record (TRAS_DETAIL (self->detail));

  gtk_inscription_set_text (self->pane_title, goal != NULL ? goal->title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button),
                          goal != NULL && !tras_store_is_read_only (get_store (self)));
}

static void
show_selected (TrasGoalsPage *self)
{
  if (adw_flap_get_reveal_flap (self->flap))
    tras_detail_show (TRAS_DETAIL (self->detail), TRAS_TYPE_GOAL,
                      tras_goal_view_get_selected_id (self->view));
}

static void
open_pane (TrasGoalsPage *self,
           gboolean       take_focus)
{
  if (tras_goal_view_get_selected_id (self->view) == 0)
    return;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  show_selected (self);
  if (take_focus)
    tras_detail_enter (TRAS_DETAIL (self->detail));
}

static void
close_pane (TrasGoalsPage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_opened (TrasGoalsPage *self,
           gboolean       take_focus)
{
  open_pane (self, take_focus);
}

static void
on_selected (TrasGoalsPage *self)
{
  show_selected (self);
}

static void
on_close_clicked (TrasGoalsPage *self)
{
  close_pane (self);
}

static void
on_deleted (GtkWidget  *widget,
            TrasRecord *record)
{
  TrasGoalsPage *self = TRAS_GOALS_PAGE (widget);

  if (adw_flap_get_reveal_flap (self->flap) &&
      tras_detail_shows_only (TRAS_DETAIL (self->detail), record))
    close_pane (self);
}

static void
on_delete_clicked (TrasGoalsPage *self)
{
  TrasRecord *shown = tras_detail_get_record (TRAS_DETAIL (self->detail));

  if (shown != NULL)
    tras_detail_delete_record (GTK_WIDGET (self), shown, on_deleted);
}

static void
on_delete_wanted (TrasGoalsPage *self)
{
  TrasGoalStatus *status =
    tras_goal_board_find (get_board (self), tras_goal_view_get_selected_id (self->view));

  if (status != NULL && !tras_store_is_read_only (get_store (self)))
    tras_detail_delete_record (GTK_WIDGET (self), TRAS_RECORD (status->goal), on_deleted);
}

static gboolean
on_pane_key (TrasGoalsPage   *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  tras_detail_take_back (TRAS_DETAIL (self->detail));
  close_pane (self);
  return GDK_EVENT_STOP;
}

/* ---- the map and the year ---- */

static void
put (TrasGoalsPage *self,
     const char    *name,
     gpointer       child)
{
  adw_bin_set_child (ADW_BIN (gtk_stack_get_child_by_name (self->lists, name)), child);
}

static void
show_beside (TrasGoalsPage *self)
{
  if (self->strategy == NULL)
    return;

  if (self->map != NULL)
    tras_map_page_set_strategy (self->map, self->strategy);
  if (self->year != NULL)
    tras_year_page_set_board (self->year, get_board (self), self->fiscal_month);
}

static void
set_store_beside (TrasGoalsPage *self)
{
  if (self->map != NULL)
    tras_map_page_set_store (self->map, get_store (self));
  if (self->year != NULL)
    tras_year_page_set_store (self->year, get_store (self));
}

static void
on_list_changed (TrasGoalsPage *self)
{
  if (is_in_front (self, "map") && self->map == NULL)
    {
      self->map = g_object_new (TRAS_TYPE_MAP_PAGE, NULL);
      put (self, "map", self->map);
    }
  else if (is_in_front (self, "year") && self->year == NULL)
    {
      self->year = g_object_new (TRAS_TYPE_YEAR_PAGE, NULL);
      put (self, "year", self->year);
    }
  else
    return;

  set_store_beside (self);
  show_beside (self);
}

/* ---- showing one goal ---- */

static void
seek_wanted (TrasGoalsPage *self)
{
  TrasGoalBoard *board = get_board (self);
  gint64 id = self->wanted_id;
  TrasGoalStatus *status = id != 0 && board != NULL ? tras_goal_board_find (board, id) : NULL;

  if (status == NULL)
    return;

  self->wanted_id = 0;
  if (!tras_goal_view_select (self->view, id))
    {
      on_show_all (self);
      if (!tras_goal_is_open (status->goal) && g_strcmp0 (status->goal->state, "draft") != 0)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[CHIP_CLOSED]), TRUE);
      tras_goal_view_select (self->view, id);
    }
  open_pane (self, TRUE);
}

static gboolean
tras_goals_page_show_record (TrasPage *page,
                             GType     type,
                             gint64    id)
{
  TrasGoalsPage *self = TRAS_GOALS_PAGE (page);

  if (type != TRAS_TYPE_GOAL)
    return FALSE;

  gtk_stack_set_visible_child_name (self->lists, "goals");
  self->wanted_id = id;
  seek_wanted (self);

  return TRUE;
}

/* ---- new goals ---- */

static void
on_made (GtkWidget *owner,
         gint64     goal_id)
{
  TrasGoalsPage *self = TRAS_GOALS_PAGE (owner);

  gtk_stack_set_visible_child_name (self->lists, "goals");
  self->wanted_id = goal_id;
  seek_wanted (self);
}

static void
on_asked_for_person (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  TrasWindow *window = tras_window_find (GTK_WIDGET (object));

  if (tras_message_dialog_finish (result) && window != NULL)
    tras_window_show_tab (window, "staff");
}

static void
make_goal (TrasGoalsPage  *self,
           TrasGoalStatus *parent)
{
  if (get_store (self) == NULL || tras_store_is_read_only (get_store (self)) ||
      get_board (self) == NULL)
    return;
  if (self->first_person_id == 0)
    {
      tras_message_dialog_ask (GTK_WIDGET (self), _("A Goal Needs an Owner"),
                               _("Nobody works here yet. Add the first person under Staff, then "
                                 "come back."),
                               _("Go to _Staff"), TRAS_ANSWER_SUGGESTED, on_asked_for_person,
                               NULL);
      return;
    }

  tras_goal_guide_open (GTK_WIDGET (self), get_store (self), get_board (self), parent, self->my_id,
                        on_made);
}

static void
on_new_clicked (TrasGoalsPage *self)
{
  make_goal (self, NULL);
}

static void
on_child_wanted (TrasGoalsPage *self,
                 gint64         parent_id)
{
  TrasGoalBoard *board = get_board (self);

  make_goal (self, board != NULL ? tras_goal_board_find (board, parent_id) : NULL);
}

static void
tras_goals_page_activate_new (TrasPage *page)
{
  on_new_clicked (TRAS_GOALS_PAGE (page));
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  on_new_clicked (TRAS_GOALS_PAGE (widget));
}

static void
tras_goals_page_focus_search (TrasPage *page)
{
  TrasGoalsPage *self = TRAS_GOALS_PAGE (page);

  gtk_stack_set_visible_child_name (self->lists, "goals");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* ---- reading ---- */

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  tras_goal_board_unref (reading->board);
  g_clear_pointer (&reading->strategy, tras_strategy_unref);
  g_free (reading);
}

static gboolean
find_people (TrasDb      *db,
             const char  *who,
             Reading     *reading,
             GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_PERSON);
  g_autoptr (GPtrArray) people = NULL;

  tras_query_where_null (query, "left_on", TRUE);
  people = tras_db_select (db, query, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      TrasPerson *person = people->pdata[i];

      if (i == 0)
        reading->first_person_id = TRAS_RECORD (person)->id;
      if (*who != '\0' && g_strcmp0 (person->name, who) == 0)
        reading->my_id = TRAS_RECORD (person)->id;
    }

  return people != NULL;
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  TrasDay today = tras_day_today ();
  g_autoptr (GPtrArray) series =
    tras_indicator_series_load_all (db, today, error);
  g_autoptr (TrasGoalBoard) board = NULL;
  g_autoptr (TrasStrategy) strategy = NULL;
  g_autoptr (TrasFirm) firm = NULL;
  Reading reading = { 0 };

  if (series == NULL)
    return NULL;
  board = tras_goal_board_load (db, today, series, error);
  if (board == NULL || !find_people (db, data, &reading, error))
    return NULL;
  firm = tras_firm_load_or_new (db, error);
  if (firm == NULL)
    return NULL;
  strategy = tras_strategy_load (db, board, series, error);
  if (strategy == NULL)
    return NULL;

  reading.fiscal_month = (int) firm->fiscal_month;
  reading.board = g_steal_pointer (&board);
  reading.strategy = g_steal_pointer (&strategy);

  return g_memdup2 (&reading, sizeof reading);
}

static void
count (TrasGoalsPage *self)
{
  TrasGoalBoard *board = get_board (self);
  guint n_orphans = 0, n_mine = 0, n_closed = 0;

  for (guint i = 0; i < board->goals->len; i++)
    {
      TrasGoalStatus *status = board->goals->pdata[i];
      gboolean open = tras_goal_is_open (status->goal);

      n_orphans += (status->warnings & TRAS_GOAL_ORPHAN) != 0;
      n_mine += open && self->my_id != 0 && status->goal->owner_id == self->my_id;
      n_closed += !open && g_strcmp0 (status->goal->state, "draft") != 0;
    }
  tras_chip_set_count (TRAS_CHIP (self->chips[CHIP_OFF_PACE]), board->n_off_pace);
  tras_chip_set_count (TRAS_CHIP (self->chips[CHIP_ORPHANS]), n_orphans);
  tras_chip_set_count (TRAS_CHIP (self->chips[CHIP_MINE]), n_mine);
  tras_chip_set_count (TRAS_CHIP (self->chips[CHIP_CLOSED]), n_closed);
  gtk_widget_set_visible (self->chips[CHIP_MINE], self->my_id != 0);
  tras_page_set_attention (TRAS_PAGE (self), board->n_off_pace);
}


static gpointer
ask (gpointer owner)
{
  return g_settings_get_string (TRAS_GOALS_PAGE (owner)->settings, "who");
}

static void
take (gpointer owner,
      gpointer found)
{
  TrasGoalsPage *self = owner;
  Reading *reading = found;

  self->my_id = reading->my_id;
  self->first_person_id = reading->first_person_id;
  tras_goal_view_set_board (self->view, reading->board);
  tras_goal_detail_set_board (self->detail, reading->board, self->my_id);
  g_clear_pointer (&self->strategy, tras_strategy_unref);
  self->strategy = g_steal_pointer (&reading->strategy);
  self->fiscal_month = reading->fiscal_month;
  show_beside (self);
  show_state (self);
  count (self);
  reading_free (reading);
  seek_wanted (self);
}

/* Goals are judged by nearly everything that is in the file. */
static const TrasLoading loading = {
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = reading_free,
  .take = take,
  .is_daily = TRUE,
};

static void
tras_goals_page_store_changed (TrasPage *page)
{
  TrasGoalsPage *self = TRAS_GOALS_PAGE (page);
  TrasStore *store = tras_page_get_store (page);

  adw_flap_set_reveal_flap (self->flap, FALSE);
  tras_loader_set_store (self->loader, store);
  tras_detail_set_store (TRAS_DETAIL (self->detail), store);
  tras_goal_detail_set_board (self->detail, NULL, 0);
  tras_goal_view_set_store (self->view, store);
  g_clear_pointer (&self->strategy, tras_strategy_unref);
  tras_name_filter_set_store (self->areas, store);
  self->wanted_id = 0;
  set_store_beside (self);
  show_state (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->new_button),
                            store != NULL && !tras_store_is_read_only (store));
  tras_loader_load (self->loader);
}

/* ---- the object ---- */

static void
tras_goals_page_dispose (GObject *object)
{
  TrasGoalsPage *self = TRAS_GOALS_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->strategy, tras_strategy_unref);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tras_goals_page_parent_class)->dispose (object);
}

static void
tras_goals_page_class_init (TrasGoalsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasPageClass *page_class = TRAS_PAGE_CLASS (klass);

  object_class->dispose = tras_goals_page_dispose;
  page_class->kind = "goals";
  page_class->store_changed = tras_goals_page_store_changed;
  page_class->activate_new = tras_goals_page_activate_new;
  page_class->focus_search = tras_goals_page_focus_search;
  page_class->focus = tras_goals_page_focus;
  page_class->show_record = tras_goals_page_show_record;

  gtk_widget_class_install_action (widget_class, "goals.new", NULL, new_action);

  g_type_ensure (TRAS_TYPE_GOAL_DETAIL);
  g_type_ensure (TRAS_TYPE_GOAL_VIEW);
  g_type_ensure (TRAS_TYPE_INNER_SWITCH);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/goals/tras-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, chip_box);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, delete_button);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, lists);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, pane_scroller);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, pane_title);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasGoalsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_list_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_record_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
add_chips (TrasGoalsPage *self)
{
  const char *labels[N_CHIPS] = {
    [CHIP_OFF_PACE] = _("Off pace"),
    [CHIP_ORPHANS] = _("Orphans"),
    [CHIP_MINE] = _("Mine"),
    /* Translators: goals that are closed, with their count; plural, as all filters are */
    [CHIP_CLOSED] = C_("goals", "Closed"),
  };

  for (guint i = 0; i < N_CHIPS; i++)
    {
      self->chips[i] = tras_chip_new (labels[i], NULL, NULL);
      g_signal_connect_object (self->chips[i], "toggled", G_CALLBACK (on_filter_changed), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->chip_box, self->chips[i]);
    }
  gtk_widget_set_visible (self->chips[CHIP_MINE], FALSE);
}

static void
tras_goals_page_init (TrasGoalsPage *self)
{
  GtkEventController *pane_key = gtk_event_controller_key_new ();

  self->settings = g_settings_new (APP_ID);
  self->loader = tras_loader_new (&loading, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "set-a-goal");
  tras_page_add_turning_keys (TRAS_PAGE (self), self->lists);
  self->areas = TRAS_NAME_FILTER (tras_name_filter_new ("area", _("All areas"), _("Area")));
  g_signal_connect_swapped (self->areas, "changed", G_CALLBACK (on_filter_changed), self);
  gtk_box_append (self->chip_box, GTK_WIDGET (self->areas));
  add_chips (self);
  gtk_menu_button_set_menu_model (self->sort_button, tras_goal_view_get_order_menu (self->view));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "order",
                                  tras_goal_view_get_actions (self->view));
  g_signal_connect_object (self->detail, "child-wanted", G_CALLBACK (on_child_wanted), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_swapped (pane_key, "key-pressed", G_CALLBACK (on_pane_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->pane_scroller), pane_key);
}

/**
 * tras_goals_page_get_tree:
 * @self: a page
 *
 * Returns: (transfer none): the goals on show
 */
TrasGoalTree *
tras_goals_page_get_tree (TrasGoalsPage *self)
{
  g_return_val_if_fail (TRAS_IS_GOALS_PAGE (self), NULL);

  return tras_goal_view_get_tree (self->view);
}

/**
 * tras_goals_page_get_selected_id:
 * @self: a page
 *
 * Returns: the goal that is selected, 0 for none
 */
gint64
tras_goals_page_get_selected_id (TrasGoalsPage *self)
{
  g_return_val_if_fail (TRAS_IS_GOALS_PAGE (self), 0);

  return tras_goal_view_get_selected_id (self->view);
}

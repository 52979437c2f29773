/* tras-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-backups-window.h"
#include "tras-due-erasure.h"
#include "tras-error.h"
#include "tras-firm.h"
#include "tras-firm-window.h"
#include "tras-goals-page.h"
#include "tras-history-window.h"
#include "tras-indicators-page.h"
#include "tras-lost-focus.h"
#include "tras-plans-page.h"
#include "tras-recent.h"
#include "tras-staff-page.h"
#include "tras-stock-page.h"
#include "tras-welcome.h"
#include "tras-window-private.h"

/* How long after a file was opened the tabs behind are made, one after the other, so that their
 * numbers show and they come at once. The one in front is not to wait for them. */
#define BUILD_MILLISECONDS 400

/* Below this width the header bar shows icons instead of words. */
#define NARROW_WIDTH 560

G_DEFINE_FINAL_TYPE (TrasWindow, tras_window, ADW_TYPE_APPLICATION_WINDOW)

static const struct
{
  const char *name;
  GType (*get_type) (void);
} tabs[] = {
  { "goals", tras_goals_page_get_type },
  { "plans", tras_plans_page_get_type },
  { "indicators", tras_indicators_page_get_type },
  { "staff", tras_staff_page_get_type },
  { "stock", tras_stock_page_get_type },
};

/* ---- tabs ---- */

static gboolean
is_positive (GBinding     *binding,
             const GValue *from,
             GValue       *to,
             gpointer      user_data)
{
  g_value_set_boolean (to, g_value_get_uint (from) > 0);

  return TRUE;
}

static TrasPage *
find_page (TrasWindow *self,
           const char *tab)
{
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->tabs, tab);

  return bin != NULL ? TRAS_PAGE (adw_bin_get_child (ADW_BIN (bin))) : NULL;
}

static TrasPage *
build_page (TrasWindow *self,
            guint       position)
{
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->tabs, tabs[position].name);
  AdwViewStackPage *tab = adw_view_stack_get_page (self->tabs, bin);
  TrasPage *page = g_object_new (tabs[position].get_type (), NULL);

  g_object_bind_property (page, "attention", tab, "badge-number", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (page, "attention", tab, "needs-attention", G_BINDING_SYNC_CREATE,
                               is_positive, NULL, NULL, NULL);
  adw_bin_set_child (ADW_BIN (bin), GTK_WIDGET (page));
  tras_page_set_store (page, self->store);

  return page;
}

/**
 * tras_window_get_page:
 * @self: a window with a store
 * @tab: goals, plans, indicators, staff or stock
 *
 * Returns: (transfer none) (nullable): the #TrasPage of that tab, made now if need be
 */
GtkWidget *
tras_window_get_page (TrasWindow *self,
                      const char *tab)
{
  TrasPage *page;

  g_return_val_if_fail (TRAS_IS_WINDOW (self), NULL);
  g_return_val_if_fail (tab != NULL, NULL);

  page = find_page (self, tab);
  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (tabs); i++)
    {
      if (g_str_equal (tabs[i].name, tab))
        page = build_page (self, i);
    }

  return GTK_WIDGET (page);
}

static TrasPage *
get_visible_page (TrasWindow *self)
{
  const char *tab = adw_view_stack_get_visible_child_name (self->tabs);

  return self->store != NULL && tab != NULL ? TRAS_PAGE (tras_window_get_page (self, tab)) : NULL;
}

/* Whoever comes by keyboard goes on by keyboard, in what is shown. */
static void
focus_page (TrasWindow *self)
{
  TrasPage *page = get_visible_page (self);

  if (page != NULL)
    tras_page_focus (page);
}

/* What has the window has the keyboard. */
void
tras_window_focus (TrasWindow *self)
{
  if (tras_window_is_in_review (self))
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->content));
  else
    focus_page (self);
}

static void
regain_focus (GtkWindow *window)
{
  tras_window_focus (TRAS_WINDOW (window));
}

static gboolean
build_next_page (gpointer data)
{
  TrasWindow *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      if (find_page (self, tabs[i].name) == NULL)
        {
          build_page (self, i);
          return G_SOURCE_CONTINUE;
        }
    }

  self->build_source = 0;
  tras_due_erasure_run (self);

  return G_SOURCE_REMOVE;
}

static gboolean
begin_to_build (gpointer data)
{
  TrasWindow *self = data;

  self->build_source = g_idle_add_full (G_PRIORITY_LOW, build_next_page, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
on_tab_changed (TrasWindow *self)
{
  get_visible_page (self);
}

/**
 * tras_window_show_tab:
 * @self: a window
 * @tab: goals, plans, indicators, staff or stock
 */
void
tras_window_show_tab (TrasWindow *self,
                      const char *tab)
{
  g_return_if_fail (TRAS_IS_WINDOW (self));

  if (adw_view_stack_get_child_by_name (self->tabs, tab) == NULL)
    return;

  tras_window_leave_review (self);
  adw_view_stack_set_visible_child_name (self->tabs, tab);
}

/**
 * tras_window_show_record:
 * @widget: any widget of the window
 * @type: a record type
 * @id: a row's id
 *
 * Goes to the tab that shows records of this type, and puts the record in front.
 *
 * Returns: whether there is such a tab
 */
gboolean
tras_window_show_record (GtkWidget *widget,
                         GType      type,
                         gint64     id)
{
  TrasWindow *self = tras_window_find (widget);

  if (self == NULL || self->store == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      GtkWidget *page = tras_window_get_page (self, tabs[i].name);

      if (tras_page_show_record (TRAS_PAGE (page), type, id))
        {
          tras_window_show_tab (self, tabs[i].name);
          gtk_window_present (GTK_WINDOW (self));
          return TRUE;
        }
    }

  return FALSE;
}

/* ---- what the header bar says ---- */

static void
set_tooltip (GtkWidget  *button,
             const char *action,
             const char *what)
{
  g_autofree char *text = NULL;

  if (what != NULL)
    /* Translators: what a button does, and to what: “Undo: Add goal” */
    text = g_strdup_printf (_("%s: %s"), action, what);
  gtk_widget_set_tooltip_text (button, text != NULL ? text : action);
}

/* Which actions can be used, and what the buttons of undo and redo say. */
void
tras_window_update_actions (TrasWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_open = self->store != NULL;
  gboolean can_write = is_open && !tras_store_is_read_only (self->store);
  const char *undo = can_write ? tras_store_get_undo_label (self->store) : NULL;
  const char *redo = can_write ? tras_store_get_redo_label (self->store) : NULL;

  gtk_widget_action_set_enabled (widget, "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (widget, "win.new-record", can_write);
  gtk_widget_action_set_enabled (widget, "win.search", is_open);
  gtk_widget_action_set_enabled (widget, "win.firm", is_open);
  gtk_widget_action_set_enabled (widget, "win.history", is_open);
  gtk_widget_action_set_enabled (widget, "win.backups", self->path != NULL);
  gtk_widget_action_set_enabled (widget, "win.save-as",
                                 is_open ? !tras_store_is_newer (self->store) : self->is_older);

  set_tooltip (self->undo_button, _("Undo"), undo);
  set_tooltip (self->redo_button, _("Redo"), redo);
  gtk_widget_set_visible (self->undo_button, is_open);
  gtk_widget_set_visible (self->redo_button, redo != NULL && !self->is_narrow);
  gtk_widget_set_visible (self->review_button, is_open && !tras_window_is_in_review (self));
  tras_window_update_tools (self);
}

static void
on_firm_loaded (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrasWindow) self = user_data;
  g_autoptr (TrasFirm) firm = tras_store_load_finish (TRAS_STORE (object), result, NULL);
  g_autofree char *file = NULL;

  /* A file without its firm is a new one: its own name does. */
  if (self->store != TRAS_STORE (object))
    return;

  file = g_filename_display_basename (self->path);
  adw_view_switcher_title_set_title (self->switcher_title, firm != NULL ? firm->name : file);
  gtk_window_set_title (GTK_WINDOW (self), firm != NULL ? firm->name : file);
}

static void
load_firm (TrasWindow *self)
{
  tras_store_load_async (self->store, TRAS_TYPE_FIRM, 1, NULL, on_firm_loaded,
                         g_object_ref (self));
}

static void
on_store_changed (TrasStore   *store,
                  TrasChanges *changes,
                  TrasWindow  *self)
{
  if (tras_changes_touch (changes, "firm"))
    load_firm (self);
  if (tras_changes_touch (changes, "review"))
    tras_window_look_for_meeting (self);
}

static void
on_store_trouble (TrasStore  *store,
                  GError     *error,
                  TrasWindow *self)
{
  /* What cannot be trusted is not shown. */
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_DAMAGED))
    {
      g_autofree char *path = g_strdup (self->path);

      tras_window_expect (self, path);
      tras_window_take (self, NULL, error);
      return;
    }

  tras_window_on_trouble (self, error);
}

/* What stays so for as long as the file is open. */
static void
show_standing_trouble (TrasWindow *self)
{
  g_autoptr (TrasErrorWords) words = NULL;

  tras_trouble_bar_clear (self->trouble_bar);
  if (self->store == NULL || !tras_store_is_read_only (self->store))
    return;

  words = tras_error_words_new_read_only (self->path, tras_store_is_newer (self->store));
  tras_trouble_bar_say (self->trouble_bar, words);
}

/* Most starts go straight to a firm, and never show the welcome page. */
static void
on_welcome_mapped (AdwBin *bin)
{
  if (adw_bin_get_child (bin) == NULL)
    adw_bin_set_child (bin, g_object_new (TRAS_TYPE_WELCOME, NULL));
}

static void
on_opening_mapped (AdwBin *bin)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (adw_bin_get_child (bin) != NULL)
    return;

  builder = gtk_builder_new_from_resource ("/org/trastienda/Trastienda/ui/shell/opening.ui");
  adw_bin_set_child (bin, GTK_WIDGET (gtk_builder_get_object (builder, "opening")));
}

/* ---- narrow windows ---- */

/* From an idle: what changes the size of parts has to wait until the size of all is settled. Bound
 * directly, the bar would mislay the window where animations are off. */
static gboolean
settle_width (gpointer data)
{
  TrasWindow *self = data;
  gboolean has_title = adw_view_switcher_title_get_title_visible (self->switcher_title);

  self->settle_source = 0;
  if (has_title)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->tabs);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, has_title && self->store != NULL);
  gtk_stack_set_visible_child_name (self->review_label, self->is_narrow ? "icon" : "label");
  tras_window_update_actions (self);

  return G_SOURCE_REMOVE;
}

static void
queue_settle_width (TrasWindow *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_idle_add (settle_width, self);
}

static void
tras_window_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TrasWindow *self = TRAS_WINDOW (widget);

  GTK_WIDGET_CLASS (tras_window_parent_class)->size_allocate (widget, width, height, baseline);

  if ((width < NARROW_WIDTH) == self->is_narrow)
    return;

  self->is_narrow = width < NARROW_WIDTH;
  queue_settle_width (self);
}

/* ---- the file ---- */

static void
tell_author (TrasWindow *self)
{
  g_autofree char *who = g_settings_get_string (self->settings, "who");

  if (self->store != NULL)
    tras_store_set_author (self->store, who);
}

static void
let_go_of_store (TrasWindow *self)
{
  g_clear_handle_id (&self->build_source, g_source_remove);
  if (self->store_signals != NULL)
    g_signal_group_set_target (self->store_signals, NULL);
  if (self->store == NULL)
    return;

  /* What is being typed is handed on while there is a file. And a window of GTK 4.8 that goes away
   * right after a pane with the focus was hidden keeps that pane forever. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  /* A page lives as long as the file that it shows, or as what it still waits for. */
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      TrasPage *page = find_page (self, tabs[i].name);

      if (page != NULL)
        tras_page_set_store (page, NULL);
      adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->tabs, tabs[i].name)),
                         NULL);
    }
  tras_window_close_tools (self);
  tras_store_close (self->store);
  g_clear_object (&self->store);
}

/**
 * tras_window_get_store:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the firm's file that is open, or %NULL
 */
TrasStore *
tras_window_get_store (TrasWindow *self)
{
  g_return_val_if_fail (TRAS_IS_WINDOW (self), NULL);

  return self->store;
}

/**
 * tras_window_get_path:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file that is open or was refused, or %NULL
 */
const char *
tras_window_get_path (TrasWindow *self)
{
  g_return_val_if_fail (TRAS_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * tras_window_set_store:
 * @self: a window
 * @store: (transfer none) (nullable): an open store, which the window closes when it closes; %NULL
 *   for the welcome page
 */
void
tras_window_set_store (TrasWindow *self,
                       TrasStore  *store)
{
  g_return_if_fail (TRAS_IS_WINDOW (self));

  if (store != NULL)
    g_object_ref (store);
  let_go_of_store (self);
  g_clear_pointer (&self->path, g_free);
  self->is_older = FALSE;
  self->store = store;

  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, store != NULL);
  queue_settle_width (self);
  if (store == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Trastienda"));
      adw_view_switcher_title_set_title (self->switcher_title, _("Trastienda"));
      gtk_stack_set_visible_child_name (self->content, "welcome");
      show_standing_trouble (self);
      tras_window_update_actions (self);
      return;
    }

  self->path = g_strdup (tras_store_get_path (store));
  tell_author (self);
  g_signal_group_set_target (self->store_signals, store);
  load_firm (self);
  tras_window_look_for_meeting (self);
  tras_recent_add (self->settings, self->path);
  gtk_stack_set_visible_child_name (self->content, "company");
  focus_page (self);
  self->build_source = g_timeout_add (BUILD_MILLISECONDS, begin_to_build, self);
  show_standing_trouble (self);
  tras_window_update_actions (self);
}

/* ---- actions ---- */

static void
show_tab_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tras_window_show_tab (TRAS_WINDOW (widget), g_variant_get_string (parameter, NULL));
  focus_page (TRAS_WINDOW (widget));
}

static void
new_record_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TrasPage *page = get_visible_page (TRAS_WINDOW (widget));

  if (page != NULL)
    tras_page_activate_new (page);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TrasPage *page = get_visible_page (TRAS_WINDOW (widget));

  if (page != NULL)
    tras_page_focus_search (page);
}

static void
turn_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TrasPage *page = get_visible_page (TRAS_WINDOW (widget));

  if (page != NULL)
    tras_page_turn (page, g_variant_get_boolean (parameter));
}

static void
history_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (tras_history_window_new (TRAS_WINDOW (widget))));
}

static void
firm_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (tras_firm_window_new (TRAS_WINDOW (widget))));
}

static void
backups_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (tras_backups_window_new (TRAS_WINDOW (widget))));
}

/* Made when it is asked for: GTK would make its help overlay with every window, for a tenth of the
 * time that the window takes. */
static void
shortcuts_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *shortcuts;

  builder = gtk_builder_new_from_resource ("/org/trastienda/Trastienda/ui/shell/shortcuts.ui");
  shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

/* ---- the menu ---- */

/* A menu is as many widgets as the rest of the header bar, and no start shows it. */
static void
build_menu (GtkMenuButton *button,
            gpointer       data)
{
  TrasWindow *self = data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->primary_menu);
}

static void
fill_recent_menu (TrasWindow *self)
{
  g_auto (GStrv) paths = tras_recent_dup_paths (self->settings);

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_basename (paths[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = NULL;
      g_autofree char *label = NULL;

      /* An underscore in a file's name is no mnemonic. */
      parts = g_strsplit (name, "_", -1);
      label = g_strjoinv ("__", parts);
      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", paths[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

/* ---- the class ---- */

/* GTK 4.8 keeps what a popover stands in for ever where its window goes while it is open. */
static void
close_popover (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
tras_window_close_request (GtkWindow *window)
{
  TrasWindow *self = TRAS_WINDOW (window);
  const char *tab = adw_view_stack_get_visible_child_name (self->tabs);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  if (tab != NULL)
    g_settings_set_string (self->settings, "last-tab", tab);
  close_popover (window);

  return GTK_WINDOW_CLASS (tras_window_parent_class)->close_request (window);
}

static void
tras_window_dispose (GObject *object)
{
  TrasWindow *self = TRAS_WINDOW (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  let_go_of_store (self);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->toast);

  G_OBJECT_CLASS (tras_window_parent_class)->dispose (object);
}

static void
tras_window_finalize (GObject *object)
{
  g_free (TRAS_WINDOW (object)->path);

  G_OBJECT_CLASS (tras_window_parent_class)->finalize (object);
}

/* Keys are bound to the window, not to the application: those of the application come first, and
 * would take Ctrl+Z from a text that is being written. */
static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "win.new-record" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.search" },
    { GDK_KEY_o, GDK_CONTROL_MASK, "win.open" },
    { GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.save-as" },
    { GDK_KEY_i, GDK_CONTROL_MASK, "win.import" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "win.export" },
    { GDK_KEY_r, GDK_CONTROL_MASK, "win.paper" },
    { GDK_KEY_r, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.review" },
    { GDK_KEY_h, GDK_CONTROL_MASK, "win.history" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
    { GDK_KEY_F10, 0, "menu.popup" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK,
                                         "win.show-tab", "s", tabs[i].name);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "win.turn", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK,
                                       "win.turn", "b", FALSE);
}

static void
tras_window_class_init (TrasWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_window_dispose;
  object_class->finalize = tras_window_finalize;
  widget_class->size_allocate = tras_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = tras_window_close_request;

  g_type_ensure (TRAS_TYPE_TROUBLE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/shell/"
                                               "tras-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, review_button);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, review_label);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, review_words);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, TrasWindow, trouble_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_opening_mapped);
  gtk_widget_class_bind_template_callback (widget_class, on_welcome_mapped);
  gtk_widget_class_bind_template_callback (widget_class, queue_settle_width);

  gtk_widget_class_install_action (widget_class, "win.show-tab", "s", show_tab_action);
  gtk_widget_class_install_action (widget_class, "win.new-record", NULL, new_record_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.turn", "b", turn_action);
  gtk_widget_class_install_action (widget_class, "win.firm", NULL, firm_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, backups_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);
  tras_window_install_edits (widget_class);
  tras_window_install_files (widget_class);
  tras_window_install_tools (widget_class);
  bind_keys (widget_class);
}

static void
tras_window_init (TrasWindow *self)
{
  g_autofree char *tab = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::recent-files",
                           G_CALLBACK (fill_recent_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::who",
                           G_CALLBACK (tell_author), self, G_CONNECT_SWAPPED);
  fill_recent_menu (self);
  tras_due_erasure_watch (self);
  gtk_menu_button_set_create_popup_func (self->menu_button, build_menu, self, NULL);

  self->store_signals = g_signal_group_new (TRAS_TYPE_STORE);
  g_signal_group_connect (self->store_signals, "changed", G_CALLBACK (on_store_changed), self);
  g_signal_group_connect (self->store_signals, "trouble", G_CALLBACK (on_store_trouble), self);
  g_signal_group_connect_swapped (self->store_signals, "trouble-over",
                                  G_CALLBACK (show_standing_trouble), self);
  g_signal_group_connect_swapped (self->store_signals, "notify",
                                  G_CALLBACK (tras_window_update_actions), self);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  tab = g_settings_get_string (self->settings, "last-tab");
  tras_window_show_tab (self, tab);
  tras_window_set_store (self, NULL);
  tras_lost_focus_watch (GTK_WINDOW (self), regain_focus);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (tras_window_settle_header), NULL);
}

/**
 * tras_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window with the welcome page, of the size and at the tab of the one
 *   that was closed last
 */
TrasWindow *
tras_window_new (GtkApplication *application)
{
  return g_object_new (TRAS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * tras_window_find:
 * @widget: any widget, also one of a window that stands over the firm's
 *
 * Returns: (transfer none) (nullable): the window of the firm that it belongs to
 */
TrasWindow *
tras_window_find (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);
  while (root != NULL && !TRAS_IS_WINDOW (root))
    root = GTK_IS_WINDOW (root) ? GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)))
                                : NULL;

  return root != NULL ? TRAS_WINDOW (root) : NULL;
}

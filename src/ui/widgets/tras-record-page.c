/* tras-record-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-column-set.h"
#include "tras-column-view.h"
#include "tras-filter-bar.h"
#include "tras-id-selection.h"
#include "tras-inner-page.h"
#include "tras-list-anchor.h"
#include "tras-record-page.h"
#include "tras-tab-out.h"
#include "tras-trouble-bar.h"
#include "tras-window.h"

/* On less than this, in pixels, the pane takes the place of the list. */
#define LEAST_FOR_TWO 720

struct _TrasRecordPage
{
  AdwBin parent_instance;

  /* template widgets */
  AdwFlap *flap;
  GtkBox *pane;
  GtkButton *delete_button;
  GtkButton *empty_button;
  GtkButton *new_button;
  GtkColumnView *view;
  GtkInscription *pane_title;
  GtkMenuButton *sort_button;
  GtkSearchEntry *search_entry;
  GtkScrolledWindow *pane_scroller;
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  AdwStatusPage *empty_page;
  TrasFilterBar *filters;
  TrasTroubleBar *trouble;

  /* borrowed */
  TrasDetail *detail;

  /* owned */
  TrasStore *store;
  TrasRowList *rows;
  TrasIdSelection *selection;
  TrasListAnchor *anchor;
  TrasColumnSet *columns;
  char *order_field;
  gboolean order_descending;
  GType record_type;
  gint64 wanted_id;
  gint64 wanted_edit;
  guint width_source;
  gboolean wanted_is_new;
  gboolean wanted_is_hidden;
  gboolean focus_is_wanted;
  gboolean count_chips;
  gboolean counts_are_old;
};

static void buildable_init (GtkBuildableIface *iface);
static void inner_page_init (TrasInnerPageInterface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (TrasRecordPage, tras_record_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init)
                               G_IMPLEMENT_INTERFACE (TRAS_TYPE_INNER_PAGE, inner_page_init))

typedef enum
{
  PROP_RECORD_TYPE = 1,
  PROP_ORDER,
  PROP_DESCENDING,
  PROP_SEARCH_LABEL,
  PROP_NEW_LABEL,
  PROP_EMPTY_ICON,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_TEXT,
  PROP_DELETABLE,
  PROP_EXCLUSIVE_CHIPS,
  PROP_COUNT_CHIPS,
} TrasRecordPageProperty;

enum
{
  NEW,
  OPENED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_COUNT_CHIPS + 1];
static guint signals[N_SIGNALS];

static const TrasTable *
get_table (TrasRecordPage *self)
{
  return tras_record_type_get_table (self->record_type);
}

static gboolean
is_narrowed (TrasRecordPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0' ||
         tras_filter_bar_is_narrowed (self->filters);
}

static TrasQuery *
make_query (TrasRecordPage *self)
{
  TrasQuery *query = tras_query_new (self->record_type);

  tras_filter_bar_narrow (self->filters, query);
  tras_query_search (query, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  tras_query_order (query, self->order_field, self->order_descending);

  return query;
}

static void
show_state (TrasRecordPage *self)
{
  gboolean empty = self->rows == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;
  const char *name = "list";

  /* A list that could not be read is not one without records. */
  if (self->rows == NULL || (empty && tras_row_list_get_error (self->rows) != NULL))
    name = "blank";
  else if (empty && tras_row_list_is_loading (self->rows))
    name = gtk_stack_get_visible_child_name (self->stack);
  else if (empty)
    name = is_narrowed (self) ? "nothing" : "empty";

  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
requery (TrasRecordPage *self)
{
  g_autoptr (TrasQuery) query = self->rows != NULL ? make_query (self) : NULL;

  if (query != NULL)
    tras_row_list_set_query (self->rows, query);
}

/* Counting reads the whole table: not for a list that nobody sees. */
static void
count_chips (TrasRecordPage *self)
{
  g_autoptr (TrasQuery) query = NULL;

  self->counts_are_old = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->store == NULL || !self->count_chips || self->counts_are_old)
    return;

  query = tras_query_new (self->record_type);
  tras_filter_bar_count (self->filters, query);
}

static void
on_map (TrasRecordPage *self)
{
  if (self->counts_are_old)
    count_chips (self);
}

/* ---- the pane ---- */

static void
show_pane_title (TrasRecordPage *self)
{
  g_autofree char *title = self->detail != NULL ? tras_detail_dup_title (self->detail) : NULL;

  gtk_inscription_set_text (self->pane_title,
                            title != NULL ? title : _(get_table (self)->singular));
}

static void
show_selected (TrasRecordPage *self)
{
  if (self->detail != NULL && adw_flap_get_reveal_flap (self->flap))
    tras_detail_show (self->detail, self->record_type,
                      tras_id_selection_get_selected_id (self->selection));
}

static void
open_pane (TrasRecordPage *self,
           gboolean        take_focus)
{
  gint64 id = tras_id_selection_get_selected_id (self->selection);

  if (id == 0)
    return;

  g_signal_emit (self, signals[OPENED], 0, id);
  if (self->detail == NULL)
    return;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  show_selected (self);
  if (take_focus)
    tras_detail_enter (self->detail);
}

static void
close_pane (TrasRecordPage *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_row_activated (TrasRecordPage *self,
                  guint           position)
{
  tras_id_selection_set_selected_id (self->selection, tras_row_list_get_id (self->rows, position));
  open_pane (self, TRUE);
}

/* A click on a row opens it; one on a header or below the last row does not. */
static void
on_clicked (TrasRecordPage *self,
            int             n_press,
            double          x,
            double          y)
{
  if (n_press == 1 && tras_column_view_is_row_at (self->view, x, y))
    open_pane (self, FALSE);
}

/* A record that was not deleted stays on show; so does another that was opened meanwhile. */
static void
on_deleted (GtkWidget  *widget,
            TrasRecord *record)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (widget);

  if (adw_flap_get_reveal_flap (self->flap) && tras_detail_shows_only (self->detail, record))
    close_pane (self);
}

static void
delete_selected (TrasRecordPage *self)
{
  guint position = tras_id_selection_get_selected (self->selection);
  g_autoptr (TrasRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  TrasRecord *record = row != NULL ? tras_row_get_record (row) : NULL;

  if (record == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->delete_button)) ||
      !gtk_widget_get_sensitive (GTK_WIDGET (self->delete_button)))
    return;

  tras_detail_delete_record (GTK_WIDGET (self), record, on_deleted);
}

static gboolean
on_pane_key (TrasRecordPage  *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || !adw_flap_get_reveal_flap (self->flap))
    return GDK_EVENT_PROPAGATE;

  tras_detail_take_back (self->detail);
  close_pane (self);
  return GDK_EVENT_STOP;
}

/* ---- the list ---- */

static void
on_stop_search (TrasRecordPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  tras_inner_page_focus (TRAS_INNER_PAGE (self));
}

static void
on_new_clicked (TrasRecordPage *self)
{
  g_signal_emit (self, signals[NEW], 0);
}

static void
on_show_all (TrasRecordPage *self)
{
  tras_filter_bar_clear (self->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  requery (self);
}

/* A record that shall be shown may have to wait until the list has it. */
static void
seek_wanted (TrasRecordPage *self)
{
  guint position;

  if (self->wanted_id == 0 || self->rows == NULL ||
      !tras_row_list_find (self->rows, self->wanted_id, &position))
    return;

  tras_id_selection_set_selected_id (self->selection, self->wanted_id);
  self->wanted_id = 0;
  self->wanted_is_hidden = FALSE;
  tras_column_view_scroll_to (self->view, position);
  open_pane (self, TRUE);
  if (self->wanted_is_new && self->detail != NULL)
    tras_detail_begin (self->detail, self->wanted_edit);
  self->wanted_is_new = FALSE;
}

static void
on_rows_changed (TrasRecordPage *self)
{
  show_state (self);
  if (self->focus_is_wanted && !tras_row_list_is_loading (self->rows))
    tras_inner_page_focus (TRAS_INNER_PAGE (self));
  seek_wanted (self);
  if (self->wanted_is_hidden && !tras_row_list_is_loading (self->rows))
    {
      self->wanted_is_hidden = FALSE;
      on_show_all (self);
    }
}

static void
on_rows_error (TrasRecordPage *self)
{
  show_state (self);
  tras_trouble_bar_say_reading (self->trouble, tras_row_list_get_error (self->rows),
                                tras_store_get_path (self->store),
                                g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0);
}

static void
way_out_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  if (g_variant_get_int32 (parameter) == TRAS_WAY_OUT_TRY_AGAIN)
    requery (TRAS_RECORD_PAGE (widget));
  else
    gtk_widget_activate_action_variant (widget, "win.way-out", parameter);
}

static void
on_order_changed (TrasRecordPage *self,
                  const char     *field,
                  gboolean        descending)
{
  g_free (self->order_field);
  self->order_field = g_strdup (field);
  self->order_descending = descending;
  requery (self);
}

static gboolean
on_view_key (TrasRecordPage  *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  if ((keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete) ||
      (state & gtk_accelerator_get_default_mod_mask ()))
    return GDK_EVENT_PROPAGATE;

  delete_selected (self);
  return GDK_EVENT_STOP;
}

/* ---- columns ---- */

static gboolean
show_columns (gpointer data)
{
  TrasRecordPage *self = data;

  self->width_source = 0;
  if (gtk_widget_get_width (GTK_WIDGET (self->scroller)) == 0)
    return G_SOURCE_REMOVE;

  adw_flap_set_fold_policy (self->flap, gtk_widget_get_width (GTK_WIDGET (self)) < LEAST_FOR_TWO
                                          ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                          : ADW_FLAP_FOLD_POLICY_AUTO);
  tras_column_set_show_for_width (self->columns,
                                  gtk_widget_get_width (GTK_WIDGET (self->scroller)));

  return G_SOURCE_REMOVE;
}

/* What an allocation finds out may not change what is being allocated. */
static void
on_width_changed (TrasRecordPage *self)
{
  if (self->width_source == 0)
    self->width_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_columns, self, NULL);
}

static void
remove_columns (TrasRecordPage *self)
{
  gtk_menu_button_set_menu_model (self->sort_button, NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "order", NULL);
  tras_column_set_clear (self->columns);
}

static void
add_columns (TrasRecordPage *self)
{
  TrasColumnOrder *order =
    tras_column_set_fill (self->columns, self->view, self->store, get_table (self));

  g_signal_connect_object (order, "changed", G_CALLBACK (on_order_changed), self,
                           G_CONNECT_SWAPPED);
  tras_column_order_show (order, self->order_field, self->order_descending);
  gtk_menu_button_set_menu_model (self->sort_button, tras_column_order_get_menu (order));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "order",
                                  tras_column_order_get_actions (order));
  on_width_changed (self);
}

/* ---- a page of a tab ---- */

static void
let_go (TrasRecordPage *self)
{
  if (self->detail != NULL)
    tras_detail_set_store (self->detail, NULL);
  tras_filter_bar_set_store (self->filters, NULL);
  gtk_column_view_set_model (self->view, NULL);
  remove_columns (self);
  g_clear_object (&self->anchor);
  g_clear_object (&self->selection);
  g_signal_handlers_disconnect_by_data (self->rows, self);
  tras_row_list_set_store (self->rows, NULL);
  g_clear_object (&self->rows);
  tras_trouble_bar_clear (self->trouble);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
}

static void
set_store (TrasInnerPage *page,
           TrasStore     *store)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (page);
  g_autoptr (TrasQuery) query = NULL;
  gboolean editable;

  if (self->store == store)
    return;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  if (self->store != NULL)
    let_go (self);
  if (store == NULL)
    {
      show_state (self);
      return;
    }

  self->store = g_object_ref (store);
  g_signal_connect_swapped (store, "changed", G_CALLBACK (count_chips), self);
  editable = !tras_store_is_read_only (store);
  gtk_widget_set_sensitive (GTK_WIDGET (self->new_button), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->empty_button), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->delete_button), editable);
  tras_filter_bar_set_store (self->filters, store);
  if (self->detail != NULL)
    tras_detail_set_store (self->detail, store);

  add_columns (self);
  query = make_query (self);
  self->rows = tras_row_list_new (store, query);
  self->selection = tras_id_selection_new (self->rows);
  self->anchor = tras_list_anchor_new (self->scroller, self->selection);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::loading", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::error", G_CALLBACK (on_rows_error), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-id", G_CALLBACK (show_selected),
                           self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  show_pane_title (self);
  show_state (self);
  count_chips (self);
}

/* Puts the keyboard on the rows, or where there are none on what can be done instead. Where no row
 * is selected, that one is then. */
static void
focus (TrasInnerPage *page)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (page);
  gboolean taken;

  taken = gtk_widget_get_mapped (GTK_WIDGET (self->view)) &&
          gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (taken)
    tras_column_view_select_focused (self->view);
  self->focus_is_wanted = !taken && self->rows != NULL && tras_row_list_is_loading (self->rows);
  if (!taken && !gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
focus_search (TrasInnerPage *page)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (page);

  self->focus_is_wanted = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
activate_new (TrasInnerPage *page)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (page);

  if (gtk_widget_is_sensitive (GTK_WIDGET (self->new_button)) &&
      gtk_widget_get_visible (GTK_WIDGET (self->new_button)))
    on_new_clicked (self);
}

static gboolean
show_record (TrasInnerPage *page,
             GType          type,
             gint64         id)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (page);

  if (type != self->record_type)
    return FALSE;

  tras_record_page_show_record (self, id);

  return TRUE;
}

static void
inner_page_init (TrasInnerPageInterface *iface)
{
  iface->set_store = set_store;
  iface->focus = focus;
  iface->activate_new = activate_new;
  iface->focus_search = focus_search;
  iface->show_record = show_record;
}

/* ---- the object ---- */

static void
tras_record_page_add_child (GtkBuildable *buildable,
                            GtkBuilder   *builder,
                            GObject      *child,
                            const char   *type)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (buildable);

  if (g_strcmp0 (type, "column") == 0)
    tras_column_set_append (self->columns, TRAS_COLUMN (child));
  else if (g_strcmp0 (type, "detail") == 0)
    {
      self->detail = TRAS_DETAIL (child);
      gtk_scrolled_window_set_child (self->pane_scroller, GTK_WIDGET (child));
      g_signal_connect_object (child, "notify::record", G_CALLBACK (show_pane_title), self,
                               G_CONNECT_SWAPPED);
    }
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = tras_record_page_add_child;
}

static void
tras_record_page_dispose (GObject *object)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (object);

  g_clear_handle_id (&self->width_source, g_source_remove);
  if (self->view != NULL && self->store != NULL)
    let_go (self);

  G_OBJECT_CLASS (tras_record_page_parent_class)->dispose (object);
}

static void
tras_record_page_finalize (GObject *object)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (object);

  g_object_unref (self->columns);
  g_free (self->order_field);

  G_OBJECT_CLASS (tras_record_page_parent_class)->finalize (object);
}

static void
tras_record_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TrasRecordPage *self = TRAS_RECORD_PAGE (object);

  switch ((TrasRecordPageProperty) prop_id)
    {
    case PROP_RECORD_TYPE:
      self->record_type = g_value_get_gtype (value);
      break;
    case PROP_ORDER:
      self->order_field = g_value_dup_string (value);
      break;
    case PROP_DESCENDING:
      self->order_descending = g_value_get_boolean (value);
      break;
    case PROP_SEARCH_LABEL:
      g_object_set (self->search_entry, "placeholder-text", g_value_get_string (value), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value),
                                      -1);
      break;
    case PROP_NEW_LABEL:
      gtk_widget_set_visible (GTK_WIDGET (self->new_button), g_value_get_string (value) != NULL);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_button), g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value),
                                      -1);
      gtk_button_set_label (self->empty_button, g_value_get_string (value));
      break;
    case PROP_EMPTY_ICON:
      adw_status_page_set_icon_name (self->empty_page, g_value_get_string (value));
      break;
    case PROP_EMPTY_TITLE:
      adw_status_page_set_title (self->empty_page, g_value_get_string (value));
      break;
    case PROP_EMPTY_TEXT:
      adw_status_page_set_description (self->empty_page, g_value_get_string (value));
      break;
    case PROP_DELETABLE:
      gtk_widget_set_visible (GTK_WIDGET (self->delete_button), g_value_get_boolean (value));
      break;
    case PROP_EXCLUSIVE_CHIPS:
      tras_filter_bar_set_exclusive (self->filters, g_value_get_boolean (value));
      break;
    case PROP_COUNT_CHIPS:
      self->count_chips = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_record_page_class_init (TrasRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tras_record_page_dispose;
  object_class->finalize = tras_record_page_finalize;
  object_class->set_property = tras_record_page_set_property;

  properties[PROP_RECORD_TYPE] =
    g_param_spec_gtype ("record-type", NULL, NULL, TRAS_TYPE_RECORD, flags);
  /**
   * TrasRecordPage:order:
   *
   * The field that the list is sorted by at first.
   */
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, flags);
  properties[PROP_DESCENDING] = g_param_spec_boolean ("descending", NULL, NULL, FALSE, flags);
  properties[PROP_SEARCH_LABEL] = g_param_spec_string ("search-label", NULL, NULL, NULL, flags);
  properties[PROP_NEW_LABEL] = g_param_spec_string ("new-label", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_ICON] = g_param_spec_string ("empty-icon", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_TITLE] = g_param_spec_string ("empty-title", NULL, NULL, NULL, flags);
  properties[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  properties[PROP_DELETABLE] = g_param_spec_boolean ("deletable", NULL, NULL, TRUE, flags);
  /**
   * TrasRecordPage:exclusive-chips:
   *
   * Whether only one chip can be on at a time.
   */
  properties[PROP_EXCLUSIVE_CHIPS] =
    g_param_spec_boolean ("exclusive-chips", NULL, NULL, FALSE, flags);
  /**
   * TrasRecordPage:count-chips:
   *
   * Whether chips tell how many records they find; not for tables that are too long to count after
   * every edit.
   */
  properties[PROP_COUNT_CHIPS] = g_param_spec_boolean ("count-chips", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * TrasRecordPage::new:
   *
   * The user wants a new record: whoever owns the page makes one with sensible values and hands it
   * to tras_record_page_create().
   */
  signals[NEW] = g_signal_new ("new", TRAS_TYPE_RECORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  /**
   * TrasRecordPage::opened:
   * @id: the record that the user opened
   */
  signals[OPENED] = g_signal_new ("opened", TRAS_TYPE_RECORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (TRAS_TYPE_COLUMN);
  g_type_ensure (TRAS_TYPE_FILTER_BAR);
  g_type_ensure (TRAS_TYPE_TROUBLE_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/widgets/record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, delete_button);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, filters);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, pane);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, pane_scroller);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, pane_title);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, TrasRecordPage, view);
  gtk_widget_class_bind_template_callback (widget_class, close_pane);
  gtk_widget_class_bind_template_callback (widget_class, delete_selected);
  gtk_widget_class_bind_template_callback (widget_class, requery);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_key);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, tras_inner_page_focus);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_view_key);
  gtk_widget_class_install_action (widget_class, "list.way-out", "i", way_out_action);
}

static void
tras_record_page_init (TrasRecordPage *self)
{
  self->columns = tras_column_set_new ();
  self->count_chips = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_tab_out_add (GTK_WIDGET (self->view));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (on_width_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

/**
 * tras_record_page_get_column:
 * @self: a page without a store yet
 * @field: the field of one of its columns
 *
 * Returns: (transfer none): the column, to be told more about
 */
TrasColumn *
tras_record_page_get_column (TrasRecordPage *self,
                             const char     *field)
{
  return tras_column_set_find (self->columns, field);
}

/**
 * tras_record_page_refresh:
 * @self: a page
 *
 * Filters and counts anew: what its chips look for is known now, or is another.
 */
void
tras_record_page_refresh (TrasRecordPage *self)
{
  if (tras_filter_bar_is_narrowed (self->filters))
    requery (self);
  count_chips (self);
}

/**
 * tras_record_page_add_chip:
 * @self: a page
 * @label: the filter's name, translated
 * @narrow: adds its conditions
 * @user_data: data for @narrow
 *
 * Adds a filter that is on or off and shows how many records it finds.
 */
void
tras_record_page_add_chip (TrasRecordPage *self,
                           const char     *label,
                           TrasNarrow      narrow,
                           gpointer        user_data)
{
  tras_filter_bar_add_chip (self->filters, label, narrow, user_data);
  count_chips (self);
}

/**
 * tras_record_page_add_reference_filter:
 * @self: a page without a store yet
 * @field: a reference of the records
 * @all_label: what stands for no filter, translated: "All areas"
 */
void
tras_record_page_add_reference_filter (TrasRecordPage *self,
                                       const char     *field,
                                       const char     *all_label)
{
  tras_filter_bar_add_reference (self->filters, get_table (self), field, all_label);
}

/**
 * tras_record_page_show_record:
 * @self: a page
 * @id: a record's id
 *
 * Selects the record and opens its pane; filters that hide it are taken off.
 */
void
tras_record_page_show_record (TrasRecordPage *self,
                              gint64          id)
{
  g_return_if_fail (TRAS_IS_RECORD_PAGE (self));

  self->wanted_id = id;
  seek_wanted (self);
  /* What is new may not have been read yet: the filters go only if they do not find it. */
  self->wanted_is_hidden = self->wanted_id != 0 && is_narrowed (self);
  if (self->wanted_is_hidden)
    requery (self);
}

/**
 * tras_record_page_show_new:
 * @self: a page
 * @id: the id of a record that was just made
 * @edit: the edit that Escape takes back as long as nothing is added, 0 for none
 *
 * Opens the record with the cursor where its first words are typed.
 */
void
tras_record_page_show_new (TrasRecordPage *self,
                           gint64          id,
                           gint64          edit)
{
  g_return_if_fail (TRAS_IS_RECORD_PAGE (self));

  self->wanted_is_new = TRUE;
  self->wanted_edit = edit;
  tras_record_page_show_record (self, id);
}

/**
 * tras_record_page_search:
 * @self: a page
 * @words: what to look for, with no other filter
 */
void
tras_record_page_search (TrasRecordPage *self,
                         const char     *words)
{
  tras_filter_bar_clear (self->filters);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), words);
}

gint64
tras_record_page_get_selected_id (TrasRecordPage *self)
{
  return self->selection != NULL ? tras_id_selection_get_selected_id (self->selection) : 0;
}

TrasDetail *
tras_record_page_get_detail (TrasRecordPage *self)
{
  return self->detail;
}

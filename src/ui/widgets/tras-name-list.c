/* tras-name-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "tras-name-list.h"
#include "tras-tables.h"

struct _TrasName
{
  GObject parent_instance;

  gint64 id;
  char *text;
};

/* In characters, where one name is on show. */
#define LONGEST_NAME 20
#define SHORTEST_NAME 6

struct _TrasNameList
{
  GObject parent_instance;

  TrasStore *store;
  GType type;
  char *none_label;
  GPtrArray *names;
  gboolean changing;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (TrasName, tras_name, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (TrasNameList, tras_name_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef enum
{
  PROP_TEXT = 1,
} TrasNameProperty;

static void
tras_name_finalize (GObject *object)
{
  g_free (TRAS_NAME (object)->text);

  G_OBJECT_CLASS (tras_name_parent_class)->finalize (object);
}

static void
tras_name_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch ((TrasNameProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, TRAS_NAME (object)->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_name_class_init (TrasNameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tras_name_finalize;
  object_class->get_property = tras_name_get_property;
  g_object_class_install_property (
    object_class, PROP_TEXT,
    g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tras_name_init (TrasName *self)
{
}

/* @text: (transfer full) */
static TrasName *
make_name (gint64  id,
           char   *text)
{
  TrasName *self = g_object_new (TRAS_TYPE_NAME, NULL);

  self->id = id;
  self->text = text;

  return self;
}

gint64
tras_name_get_id (TrasName *self)
{
  return self->id;
}

const char *
tras_name_get_text (TrasName *self)
{
  return self->text;
}

static void
take_names (TrasNameList *self,
            GPtrArray    *names)
{
  guint removed = self->names->len;

  g_ptr_array_unref (self->names);
  self->names = names;
  self->changing = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, names->len);
  self->changing = FALSE;
}

static GPtrArray *
start_names (TrasNameList *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->none_label != NULL)
    g_ptr_array_add (names, make_name (0, g_strdup (self->none_label)));

  return names;
}

static gboolean
same_names (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      TrasName *x = a->pdata[i], *y = b->pdata[i];

      if (x->id != y->id || !g_str_equal (x->text, y->text))
        return FALSE;
    }

  return TRUE;
}

/* A record's words, and its code where it has one: people look for either. */
static char *
dup_text (TrasRecord *record)
{
  const TrasTable *table = tras_record_get_table (record);
  const TrasField *name = tras_table_get_name (table);
  const TrasField *title = tras_table_get_title (table);
  const char *words = tras_record_get_text (record, title);
  const char *code = tras_record_get_text (record, name);
  int length;

  if (title == name || words == NULL)
    return g_strdup (code);

  length = (int) strcspn (words, "\n");

  return code != NULL ? g_strdup_printf ("%.*s · %s", length, words, code)
                      : g_strndup (words, (gsize) length);
}

static void
on_selected (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TrasNameList) self = user_data;
  g_autoptr (GPtrArray) records = tras_store_select_finish (TRAS_STORE (object), result, NULL);
  g_autoptr (GPtrArray) names = NULL;

  if (records == NULL || self->store == NULL)
    return;

  names = start_names (self);
  for (guint i = 0; i < records->len; i++)
    {
      TrasRecord *record = records->pdata[i];

      g_ptr_array_add (names, make_name (record->id, dup_text (record)));
    }
  /* A list that stays the same must not make a drop-down lose its place. */
  if (!same_names (names, self->names))
    take_names (self, g_steal_pointer (&names));
}

static void
read_names (TrasNameList *self)
{
  const TrasTable *table = tras_record_type_get_table (self->type);
  g_autoptr (TrasQuery) query = tras_query_new (self->type);

  tras_query_order (query, tras_table_get_title (table)->name, FALSE);
  tras_store_select_async (self->store, query, NULL, on_selected, g_object_ref (self));
}

static void
on_store_changed (TrasStore    *store,
                  TrasChanges  *changes,
                  TrasNameList *self)
{
  if (tras_changes_touch (changes, tras_record_type_get_table (self->type)->name))
    read_names (self);
}

static GType
list_get_item_type (GListModel *model)
{
  return TRAS_TYPE_NAME;
}

static guint
list_get_n_items (GListModel *model)
{
  return TRAS_NAME_LIST (model)->names->len;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  TrasNameList *self = TRAS_NAME_LIST (model);

  return position < self->names->len ? g_object_ref (self->names->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
tras_name_list_dispose (GObject *object)
{
  TrasNameList *self = TRAS_NAME_LIST (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_name_list_parent_class)->dispose (object);
}

static void
tras_name_list_finalize (GObject *object)
{
  TrasNameList *self = TRAS_NAME_LIST (object);

  g_ptr_array_unref (self->names);
  g_free (self->none_label);

  G_OBJECT_CLASS (tras_name_list_parent_class)->finalize (object);
}

static void
tras_name_list_class_init (TrasNameListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_name_list_dispose;
  object_class->finalize = tras_name_list_finalize;
}

static void
tras_name_list_init (TrasNameList *self)
{
}

/**
 * tras_name_list_new:
 * @store: where the names are read from, again whenever they change
 * @table: the table's name
 * @none_label: (nullable): what stands first for no row, %NULL where there must be one
 *
 * Returns: (transfer full): a list of #TrasName in the order of names; filled a moment later
 */
TrasNameList *
tras_name_list_new (TrasStore  *store,
                    const char *table,
                    const char *none_label)
{
  TrasNameList *self = g_object_new (TRAS_TYPE_NAME_LIST, NULL);

  self->store = g_object_ref (store);
  self->type = tras_tables_find_name (table);
  self->none_label = g_strdup (none_label);
  self->names = start_names (self);
  g_signal_connect (store, "changed", G_CALLBACK (on_store_changed), self);
  read_names (self);

  return self;
}

/**
 * tras_name_list_is_changing:
 * @self: a list
 *
 * New names make a drop-down select another row by itself. Whoever listens to that has to tell it
 * from what the user does.
 *
 * Returns: whether the list is just being filled anew
 */
gboolean
tras_name_list_is_changing (TrasNameList *self)
{
  return self->changing;
}

TrasStore *
tras_name_list_get_store (TrasNameList *self)
{
  return self->store;
}

/**
 * tras_name_list_find:
 * @self: a list
 * @id: a row's id, 0 for none
 *
 * Returns: its position, or %GTK_INVALID_LIST_POSITION
 */
guint
tras_name_list_find (TrasNameList *self,
                     gint64        id)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      if (TRAS_NAME (self->names->pdata[i])->id == id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* A long name shall not push away what it is the answer to, nor be pushed to nothing by it. */
static void
on_name_shown (GtkLabel *label)
{
  int n_chars = (int) g_utf8_strlen (gtk_label_get_label (label), -1);

  gtk_label_set_width_chars (label, MIN (n_chars, SHORTEST_NAME));
}

static void
on_name_setup (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *text = gtk_property_expression_new (TRAS_TYPE_NAME, name, "text");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST_NAME);
  g_signal_connect (label, "notify::label", G_CALLBACK (on_name_shown), NULL);
  gtk_list_item_set_child (item, label);
  gtk_expression_bind (text, label, "label", item);
}

static GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_below (child, type);

  return found;
}

/* What is typed over the list is searched: the entry has the keyboard from then on. */
static void
on_search_changed (GtkEditable *search)
{
  if (*gtk_editable_get_text (search) == '\0' ||
      (gtk_widget_get_state_flags (GTK_WIDGET (search)) & GTK_STATE_FLAG_FOCUS_WITHIN))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (search));
  gtk_editable_set_position (search, -1);
}

/* Enter takes the first name that was found. */
static void
on_search_activated (GtkListView *list)
{
  GtkSelectionModel *names = gtk_list_view_get_model (list);

  if (g_list_model_get_n_items (G_LIST_MODEL (names)) == 0)
    return;

  gtk_selection_model_select_item (names, 0, TRUE);
  g_signal_emit_by_name (list, "activate", 0);
}

/* GTK searches beginnings only, and only once its entry was reached; until it can be told
 * otherwise (search-match-mode, 4.12) its parts are taken as they are found. */
static void
make_searchable (GtkDropDown *drop_down)
{
  GtkWidget *search = find_below (GTK_WIDGET (drop_down), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *list = find_below (GTK_WIDGET (drop_down), GTK_TYPE_LIST_VIEW);
  GListModel *found;
  GtkFilter *filter;

  gtk_drop_down_set_enable_search (drop_down, TRUE);
  if (search == NULL || list == NULL)
    return;

  found = gtk_single_selection_get_model (
    GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))));
  filter = gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (found));
  gtk_string_filter_set_match_mode (GTK_STRING_FILTER (filter),
                                    GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), list);
  g_signal_connect_after (search, "changed", G_CALLBACK (on_search_changed), NULL);
  g_signal_connect_object (search, "activate", G_CALLBACK (on_search_activated), list,
                           G_CONNECT_SWAPPED);
  /* Escape closes at once, and not only where nothing was ever searched. */
  g_signal_connect_object (search, "stop-search", G_CALLBACK (gtk_popover_popdown),
                           gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER), G_CONNECT_SWAPPED);
}

/**
 * tras_name_list_make_drop_down:
 * @self: a list
 *
 * Returns: (transfer floating): a drop-down of the names; what is typed over them is searched
 */
GtkWidget *
tras_name_list_make_drop_down (TrasNameList *self)
{
  GtkExpression *text = gtk_property_expression_new (TRAS_TYPE_NAME, NULL, "text");
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self)), text);
  g_autoptr (GtkListItemFactory) names = gtk_signal_list_item_factory_new ();

  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down),
                                  gtk_drop_down_get_factory (GTK_DROP_DOWN (drop_down)));
  g_signal_connect (names, "setup", G_CALLBACK (on_name_setup), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), names);
  make_searchable (GTK_DROP_DOWN (drop_down));

  return drop_down;
}

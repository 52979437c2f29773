/* tras-id-selection.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-id-selection.h"

struct _TrasIdSelection
{
  GObject parent_instance;

  TrasRowList *model;
  gint64 selected_id;
  /* Where that record stands: GTK_INVALID_LIST_POSITION where it is not in the list. */
  guint selected;
};

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (TrasIdSelection, tras_id_selection, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

typedef enum
{
  PROP_MODEL = 1,
  PROP_SELECTED_ID,
  PROP_SELECTED,
} TrasIdSelectionProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

/* Looks for the record, and tells what has changed where it was and where it is. */
static void
update_selected (TrasIdSelection *self)
{
  guint before = self->selected;
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  guint after;

  if (self->model == NULL || self->selected_id == 0 ||
      !tras_row_list_find (self->model, self->selected_id, &after))
    after = GTK_INVALID_LIST_POSITION;
  if (before == after)
    return;

  self->selected = after;
  if (before < n_items)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), before, 1);
  if (after < n_items)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), after, 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_items_changed (TrasIdSelection *self,
                  guint            position,
                  guint            removed,
                  guint            added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  update_selected (self);
}

static void
tras_id_selection_dispose (GObject *object)
{
  TrasIdSelection *self = TRAS_ID_SELECTION (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tras_id_selection_parent_class)->dispose (object);
}

static void
tras_id_selection_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TrasIdSelection *self = TRAS_ID_SELECTION (object);

  switch ((TrasIdSelectionProperty) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, self->selected_id);
      break;
    case PROP_SELECTED:
      g_value_set_uint (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_id_selection_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TrasIdSelection *self = TRAS_ID_SELECTION (object);

  switch ((TrasIdSelectionProperty) prop_id)
    {
    case PROP_MODEL:
      tras_id_selection_set_model (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_ID:
      tras_id_selection_set_selected_id (self, g_value_get_int64 (value));
      break;
    case PROP_SELECTED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_id_selection_class_init (TrasIdSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tras_id_selection_dispose;
  object_class->get_property = tras_id_selection_get_property;
  object_class->set_property = tras_id_selection_set_property;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, TRAS_TYPE_ROW_LIST,
                                                flags | G_PARAM_READWRITE);
  properties[PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL, 0, G_MAXINT64, 0,
                                                     flags | G_PARAM_READWRITE);
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT,
                                                 GTK_INVALID_LIST_POSITION,
                                                 flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_id_selection_init (TrasIdSelection *self)
{
  self->selected = GTK_INVALID_LIST_POSITION;
}

/* ---- the list ---- */

static GType
list_get_item_type (GListModel *model)
{
  return TRAS_TYPE_ROW;
}

static guint
list_get_n_items (GListModel *model)
{
  TrasIdSelection *self = TRAS_ID_SELECTION (model);

  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  TrasIdSelection *self = TRAS_ID_SELECTION (model);

  return self->model != NULL ? g_list_model_get_item (G_LIST_MODEL (self->model), position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

/* ---- the selection ---- */

static gboolean
selection_is_selected (GtkSelectionModel *model,
                       guint              position)
{
  TrasIdSelection *self = TRAS_ID_SELECTION (model);

  return self->selected != GTK_INVALID_LIST_POSITION && self->selected == position;
}

static GtkBitset *
selection_get_selection_in_range (GtkSelectionModel *model,
                                  guint              position,
                                  guint              n_items)
{
  TrasIdSelection *self = TRAS_ID_SELECTION (model);
  GtkBitset *bits = gtk_bitset_new_empty ();

  if (self->selected != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (bits, self->selected);

  return bits;
}

static gboolean
selection_select_item (GtkSelectionModel *model,
                       guint              position,
                       gboolean           unselect_rest)
{
  TrasIdSelection *self = TRAS_ID_SELECTION (model);
  gint64 id = self->model != NULL ? tras_row_list_get_id (self->model, position) : 0;

  if (id != 0)
    tras_id_selection_set_selected_id (self, id);

  return TRUE;
}

static gboolean
selection_unselect_item (GtkSelectionModel *model,
                         guint              position)
{
  if (selection_is_selected (model, position))
    tras_id_selection_set_selected_id (TRAS_ID_SELECTION (model), 0);

  return TRUE;
}

static gboolean
selection_unselect_all (GtkSelectionModel *model)
{
  tras_id_selection_set_selected_id (TRAS_ID_SELECTION (model), 0);

  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = selection_is_selected;
  iface->get_selection_in_range = selection_get_selection_in_range;
  iface->select_item = selection_select_item;
  iface->unselect_item = selection_unselect_item;
  iface->unselect_all = selection_unselect_all;
}

/**
 * tras_id_selection_new:
 * @model: (nullable) (transfer none): a list
 *
 * Returns: (transfer full): a selection of nothing
 */
TrasIdSelection *
tras_id_selection_new (TrasRowList *model)
{
  return g_object_new (TRAS_TYPE_ID_SELECTION, "model", model, NULL);
}

TrasRowList *
tras_id_selection_get_model (TrasIdSelection *self)
{
  g_return_val_if_fail (TRAS_IS_ID_SELECTION (self), NULL);

  return self->model;
}

/**
 * tras_id_selection_set_model:
 * @self: a selection
 * @model: (nullable) (transfer none): a list
 *
 * The selected record stays selected where @model has it too.
 */
void
tras_id_selection_set_model (TrasIdSelection *self,
                             TrasRowList     *model)
{
  guint before, after;

  g_return_if_fail (TRAS_IS_ID_SELECTION (self));
  g_return_if_fail (model == NULL || TRAS_IS_ROW_LIST (model));

  if (self->model == model)
    return;

  before = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed), self);
      g_signal_connect_swapped (model, "reordered", G_CALLBACK (update_selected), self);
    }
  after = g_list_model_get_n_items (G_LIST_MODEL (self));
  if (before > 0 || after > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, after);
  update_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/**
 * tras_id_selection_get_selected_id:
 * @self: a selection
 *
 * Returns: the id of the selected record, 0 where none is; the list may not have it just now
 */
gint64
tras_id_selection_get_selected_id (TrasIdSelection *self)
{
  g_return_val_if_fail (TRAS_IS_ID_SELECTION (self), 0);

  return self->selected_id;
}

/**
 * tras_id_selection_set_selected_id:
 * @self: a selection
 * @id: a record's id, 0 for none; the list may have it later
 */
void
tras_id_selection_set_selected_id (TrasIdSelection *self,
                                   gint64           id)
{
  g_return_if_fail (TRAS_IS_ID_SELECTION (self));
  g_return_if_fail (id >= 0);

  if (self->selected_id == id)
    return;

  self->selected_id = id;
  update_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

/**
 * tras_id_selection_get_selected:
 * @self: a selection
 *
 * Returns: where the selected record stands, %GTK_INVALID_LIST_POSITION where it does not
 */
guint
tras_id_selection_get_selected (TrasIdSelection *self)
{
  g_return_val_if_fail (TRAS_IS_ID_SELECTION (self), GTK_INVALID_LIST_POSITION);

  return self->selected;
}

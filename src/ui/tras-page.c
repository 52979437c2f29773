/* tras-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-page.h"

/**
 * TrasPage:
 *
 * A tab of the window. The window makes it when it is first needed, gives it its store, and shows
 * its attention as a number on the tab. What a page writes goes through tras_window_apply().
 */
typedef struct
{
  TrasStore *store;
  guint attention;

  /* borrowed */
  GtkStack *lists;
} TrasPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TrasPage, tras_page, ADW_TYPE_BIN)

typedef enum
{
  PROP_STORE = 1,
  PROP_ATTENTION,
} TrasPageProperty;

static GParamSpec *properties[PROP_ATTENTION + 1];

static void
tras_page_dispose (GObject *object)
{
  TrasPagePrivate *priv = tras_page_get_instance_private (TRAS_PAGE (object));

  g_clear_object (&priv->store);

  G_OBJECT_CLASS (tras_page_parent_class)->dispose (object);
}

static void
tras_page_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TrasPage *self = TRAS_PAGE (object);

  switch ((TrasPageProperty) prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, tras_page_get_store (self));
      break;
    case PROP_ATTENTION:
      g_value_set_uint (value, tras_page_get_attention (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_page_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TrasPage *self = TRAS_PAGE (object);

  switch ((TrasPageProperty) prop_id)
    {
    case PROP_STORE:
      tras_page_set_store (self, g_value_get_object (value));
      break;
    case PROP_ATTENTION:
      tras_page_set_attention (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tras_page_real_focus (TrasPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* ---- from list to list ---- */

static gboolean
on_turn (GtkWidget *widget,
         GVariant  *parameter,
         gpointer   page)
{
  tras_page_turn (page, g_variant_get_boolean (parameter));

  return GDK_EVENT_STOP;
}

/* ---- the object ---- */

static void
tras_page_class_init (TrasPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = tras_page_dispose;
  object_class->get_property = tras_page_get_property;
  object_class->set_property = tras_page_set_property;
  klass->focus = tras_page_real_focus;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, TRAS_TYPE_STORE, flags);
  properties[PROP_ATTENTION] = g_param_spec_uint ("attention", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tras_page_init (TrasPage *self)
{
}

/**
 * tras_page_get_store:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): where its records come from; %NULL before the window has set
 *   it and after the window has let go of it
 */
TrasStore *
tras_page_get_store (TrasPage *self)
{
  TrasPagePrivate *priv = tras_page_get_instance_private (self);

  g_return_val_if_fail (TRAS_IS_PAGE (self), NULL);

  return priv->store;
}

void
tras_page_set_store (TrasPage  *self,
                     TrasStore *store)
{
  TrasPagePrivate *priv = tras_page_get_instance_private (self);

  g_return_if_fail (TRAS_IS_PAGE (self));

  if (!g_set_object (&priv->store, store))
    return;

  if (TRAS_PAGE_GET_CLASS (self)->store_changed != NULL)
    TRAS_PAGE_GET_CLASS (self)->store_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * tras_page_get_attention:
 * @self: a page
 *
 * Returns: how many of its records somebody should look at; shown on the tab unless 0
 */
guint
tras_page_get_attention (TrasPage *self)
{
  TrasPagePrivate *priv = tras_page_get_instance_private (self);

  g_return_val_if_fail (TRAS_IS_PAGE (self), 0);

  return priv->attention;
}

void
tras_page_set_attention (TrasPage *self,
                         guint     attention)
{
  TrasPagePrivate *priv = tras_page_get_instance_private (self);

  g_return_if_fail (TRAS_IS_PAGE (self));

  if (priv->attention == attention)
    return;

  priv->attention = attention;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTENTION]);
}

/**
 * tras_page_get_kind:
 * @self: a page
 *
 * Returns: (nullable): the kind of record that an import or export from here is about
 */
const char *
tras_page_get_kind (TrasPage *self)
{
  g_return_val_if_fail (TRAS_IS_PAGE (self), NULL);

  return TRAS_PAGE_GET_CLASS (self)->kind;
}

void
tras_page_activate_new (TrasPage *self)
{
  g_return_if_fail (TRAS_IS_PAGE (self));

  if (TRAS_PAGE_GET_CLASS (self)->activate_new != NULL)
    TRAS_PAGE_GET_CLASS (self)->activate_new (self);
}

void
tras_page_focus (TrasPage *self)
{
  g_return_if_fail (TRAS_IS_PAGE (self));

  TRAS_PAGE_GET_CLASS (self)->focus (self);
}

void
tras_page_focus_search (TrasPage *self)
{
  g_return_if_fail (TRAS_IS_PAGE (self));

  if (TRAS_PAGE_GET_CLASS (self)->focus_search != NULL)
    TRAS_PAGE_GET_CLASS (self)->focus_search (self);
}

/**
 * tras_page_show_record:
 * @self: a page with a store
 * @type: a record type
 * @id: a row's id
 *
 * Returns: whether the page shows records of @type
 */
gboolean
tras_page_show_record (TrasPage *self,
                       GType     type,
                       gint64    id)
{
  g_return_val_if_fail (TRAS_IS_PAGE (self), FALSE);

  return TRAS_PAGE_GET_CLASS (self)->show_record != NULL &&
         TRAS_PAGE_GET_CLASS (self)->show_record (self, type, id);
}

/**
 * tras_page_turn:
 * @self: a page
 * @forward: whether to the list that comes after the one on show
 *
 * Turns to the list beside and puts the keyboard there, where @self has lists and one is on show.
 */
void
tras_page_turn (TrasPage *self,
                gboolean  forward)
{
  TrasPagePrivate *priv = tras_page_get_instance_private (self);
  GtkWidget *child;

  g_return_if_fail (TRAS_IS_PAGE (self));

  if (priv->lists == NULL || !gtk_widget_get_mapped (GTK_WIDGET (priv->lists)))
    return;

  child = gtk_stack_get_visible_child (priv->lists);
  child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
  if (child == NULL)
    return;

  gtk_stack_set_visible_child (priv->lists, child);
  TRAS_PAGE_GET_CLASS (self)->focus (self);
}

/**
 * tras_page_add_turning_keys:
 * @self: a page
 * @stack: its lists, of which one is on show, in a box of their own
 *
 * Ctrl+Page Down and Ctrl+Page Up turn to the list beside and put the keyboard there. The window
 * does the same when the keyboard is elsewhere.
 */
void
tras_page_add_turning_keys (TrasPage *self,
                            GtkStack *stack)
{
  static const struct
  {
    const char *keys;
    gboolean forward;
  } turns[] = {
    { "<Control>Page_Down|<Control>KP_Page_Down", TRUE },
    { "<Control>Page_Up|<Control>KP_Page_Up", FALSE },
  };
  TrasPagePrivate *priv = tras_page_get_instance_private (self);
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (TRAS_IS_PAGE (self));
  g_return_if_fail (GTK_IS_STACK (stack));

  priv->lists = stack;

  /* Before the list that has the keyboard: it knows the same keys. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (turns[i].keys),
                          gtk_callback_action_new (on_turn, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (turns[i].forward));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (gtk_widget_get_parent (GTK_WIDGET (stack)), controller);
}

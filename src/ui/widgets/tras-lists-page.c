/* tras-lists-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-lists-page.h"

typedef struct
{
  /* template widgets */
  GtkStack *stack;
} TrasListsPagePrivate;

static void buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TrasListsPage, tras_lists_page, TRAS_TYPE_PAGE,
                                  G_ADD_PRIVATE (TrasListsPage)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkStack *
get_stack (gpointer self)
{
  TrasListsPagePrivate *priv = tras_lists_page_get_instance_private (self);

  return priv->stack;
}

static void
tras_lists_page_store_changed (TrasPage *page)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_stack (page)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    tras_record_page_set_store (TRAS_RECORD_PAGE (child), tras_page_get_store (page));
}

static void
tras_lists_page_activate_new (TrasPage *page)
{
  tras_record_page_activate_new (tras_lists_page_get_visible (TRAS_LISTS_PAGE (page)));
}

static void
tras_lists_page_focus (TrasPage *page)
{
  tras_record_page_focus_list (tras_lists_page_get_visible (TRAS_LISTS_PAGE (page)));
}

static void
tras_lists_page_focus_search (TrasPage *page)
{
  tras_record_page_focus_search (tras_lists_page_get_visible (TRAS_LISTS_PAGE (page)));
}

static gboolean
tras_lists_page_show_record (TrasPage *page,
                             GType     type,
                             gint64    id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_stack (page)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (tras_record_page_get_record_type (TRAS_RECORD_PAGE (child)) == type)
        {
          gtk_stack_set_visible_child (get_stack (page), child);
          tras_record_page_show_record (TRAS_RECORD_PAGE (child), id);
          return TRUE;
        }
    }

  return FALSE;
}

/* ---- from list to list ---- */

static gboolean
turn (GtkWidget *widget,
      GVariant  *parameter,
      gpointer   user_data)
{
  GtkStack *stack = get_stack (widget);
  GtkWidget *child = gtk_stack_get_visible_child (stack);

  child = g_variant_get_boolean (parameter) ? gtk_widget_get_next_sibling (child)
                                            : gtk_widget_get_prev_sibling (child);
  if (child == NULL)
    return GDK_EVENT_STOP;

  gtk_stack_set_visible_child (stack, child);
  tras_record_page_focus_list (TRAS_RECORD_PAGE (child));

  return GDK_EVENT_STOP;
}

/* Before the list that has the keyboard: it knows the same keys. */
static void
add_turning_keys (TrasListsPage *self)
{
  static const struct
  {
    const char *keys;
    gboolean forward;
  } turns[] = {
    { "<Control>Page_Down|<Control>KP_Page_Down", TRUE },
    { "<Control>Page_Up|<Control>KP_Page_Up", FALSE },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (turns[i].keys),
                          gtk_callback_action_new (turn, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (turns[i].forward));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* ---- the object ---- */

static void
tras_lists_page_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  GtkBuildable *stack = GTK_BUILDABLE (get_stack (buildable));

  if (GTK_IS_STACK_PAGE (child))
    GTK_BUILDABLE_GET_IFACE (stack)->add_child (stack, builder, child, type);
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = tras_lists_page_add_child;
}

static void
tras_lists_page_class_init (TrasListsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasPageClass *page_class = TRAS_PAGE_CLASS (klass);

  page_class->store_changed = tras_lists_page_store_changed;
  page_class->activate_new = tras_lists_page_activate_new;
  page_class->focus = tras_lists_page_focus;
  page_class->focus_search = tras_lists_page_focus_search;
  page_class->show_record = tras_lists_page_show_record;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/widgets/lists-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TrasListsPage, stack);
}

static void
tras_lists_page_init (TrasListsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_turning_keys (self);
}

/**
 * tras_lists_page_get_visible:
 * @self: a page
 *
 * Returns: (transfer none): the list in front
 */
TrasRecordPage *
tras_lists_page_get_visible (TrasListsPage *self)
{
  g_return_val_if_fail (TRAS_IS_LISTS_PAGE (self), NULL);

  return TRAS_RECORD_PAGE (gtk_stack_get_visible_child (get_stack (self)));
}

/**
 * tras_lists_page_set_visible:
 * @self: a page
 * @list: one of its lists, to come in front
 */
void
tras_lists_page_set_visible (TrasListsPage  *self,
                             TrasRecordPage *list)
{
  g_return_if_fail (TRAS_IS_LISTS_PAGE (self));
  g_return_if_fail (TRAS_IS_RECORD_PAGE (list));

  gtk_stack_set_visible_child (get_stack (self), GTK_WIDGET (list));
}

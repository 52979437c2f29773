/* tras-lists-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-inner-page.h"
#include "tras-inner-switch.h"
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

static TrasInnerPage *
get_visible (gpointer self)
{
  return TRAS_INNER_PAGE (gtk_stack_get_visible_child (get_stack (self)));
}

static void
tras_lists_page_store_changed (TrasPage *page)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_stack (page)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    tras_inner_page_set_store (TRAS_INNER_PAGE (child), tras_page_get_store (page));
}

static void
tras_lists_page_activate_new (TrasPage *page)
{
  tras_inner_page_activate_new (get_visible (page));
}

static void
tras_lists_page_focus (TrasPage *page)
{
  tras_inner_page_focus (get_visible (page));
}

static void
tras_lists_page_focus_search (TrasPage *page)
{
  tras_inner_page_focus_search (get_visible (page));
}

static gboolean
tras_lists_page_show_record (TrasPage *page,
                             GType     type,
                             gint64    id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (get_stack (page)));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (tras_inner_page_show_record (TRAS_INNER_PAGE (child), type, id))
      {
        gtk_stack_set_visible_child (get_stack (page), child);
        return TRUE;
      }

  return FALSE;
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

  g_type_ensure (TRAS_TYPE_INNER_SWITCH);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/widgets/lists-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TrasListsPage, stack);
}

static void
tras_lists_page_init (TrasListsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_page_add_turning_keys (TRAS_PAGE (self), get_stack (self));
}

/**
 * tras_lists_page_get_visible:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the list in front; %NULL for a page that is none
 */
TrasRecordPage *
tras_lists_page_get_visible (TrasListsPage *self)
{
  g_return_val_if_fail (TRAS_IS_LISTS_PAGE (self), NULL);

  return TRAS_IS_RECORD_PAGE (get_visible (self)) ? TRAS_RECORD_PAGE (get_visible (self)) : NULL;
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

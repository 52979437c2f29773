/* tras-inner-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tras-inner-page.h"

G_DEFINE_INTERFACE (TrasInnerPage, tras_inner_page, GTK_TYPE_WIDGET)

static void
tras_inner_page_default_init (TrasInnerPageInterface *iface)
{
}

static TrasInnerPage *
get_inner (TrasInnerPage *self)
{
  TrasInnerPageInterface *iface = TRAS_INNER_PAGE_GET_IFACE (self);

  return iface->get_inner != NULL ? iface->get_inner (self) : NULL;
}

/**
 * tras_inner_page_set_store:
 * @self: a page
 * @store: (nullable): the file to show
 */
void
tras_inner_page_set_store (TrasInnerPage *self,
                           TrasStore     *store)
{
  g_return_if_fail (TRAS_IS_INNER_PAGE (self));

  TRAS_INNER_PAGE_GET_IFACE (self)->set_store (self, store);
}

/**
 * tras_inner_page_focus:
 * @self: a page
 *
 * A page that has no place of its own for the keyboard gives it to the first that takes it.
 */
void
tras_inner_page_focus (TrasInnerPage *self)
{
  g_return_if_fail (TRAS_IS_INNER_PAGE (self));

  if (TRAS_INNER_PAGE_GET_IFACE (self)->focus != NULL)
    TRAS_INNER_PAGE_GET_IFACE (self)->focus (self);
  else if (get_inner (self) != NULL)
    tras_inner_page_focus (get_inner (self));
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
tras_inner_page_activate_new (TrasInnerPage *self)
{
  g_return_if_fail (TRAS_IS_INNER_PAGE (self));

  if (TRAS_INNER_PAGE_GET_IFACE (self)->activate_new != NULL)
    TRAS_INNER_PAGE_GET_IFACE (self)->activate_new (self);
  else if (get_inner (self) != NULL)
    tras_inner_page_activate_new (get_inner (self));
}

/**
 * tras_inner_page_focus_search:
 * @self: a page
 *
 * A page without a search gets the focus as a whole.
 */
void
tras_inner_page_focus_search (TrasInnerPage *self)
{
  g_return_if_fail (TRAS_IS_INNER_PAGE (self));

  if (TRAS_INNER_PAGE_GET_IFACE (self)->focus_search != NULL)
    TRAS_INNER_PAGE_GET_IFACE (self)->focus_search (self);
  else if (get_inner (self) != NULL)
    tras_inner_page_focus_search (get_inner (self));
  else
    tras_inner_page_focus (self);
}

/**
 * tras_inner_page_show_record:
 * @self: a page
 * @type: a record type
 * @id: a record of it
 *
 * Returns: whether the page shows records of the type
 */
gboolean
tras_inner_page_show_record (TrasInnerPage *self,
                             GType          type,
                             gint64         id)
{
  g_return_val_if_fail (TRAS_IS_INNER_PAGE (self), FALSE);

  if (TRAS_INNER_PAGE_GET_IFACE (self)->show_record != NULL)
    return TRAS_INNER_PAGE_GET_IFACE (self)->show_record (self, type, id);

  return get_inner (self) != NULL && tras_inner_page_show_record (get_inner (self), type, id);
}

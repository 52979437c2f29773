/* tras-plans-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-plans-page.h"

struct _TrasPlansPage
{
  TrasPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasPlansPage, tras_plans_page, TRAS_TYPE_PAGE)

static void
tras_plans_page_class_init (TrasPlansPageClass *klass)
{
  TRAS_PAGE_CLASS (klass)->kind = "actions";
}

static void
tras_plans_page_init (TrasPlansPage *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Edit History"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "tras-plans-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Plans"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("What is done about the goals, by whom, and by when."));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.history");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  adw_bin_set_child (ADW_BIN (self), status);
}

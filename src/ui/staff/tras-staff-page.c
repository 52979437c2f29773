/* tras-staff-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-staff-page.h"

struct _TrasStaffPage
{
  TrasPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TrasStaffPage, tras_staff_page, TRAS_TYPE_PAGE)

static void
tras_staff_page_class_init (TrasStaffPageClass *klass)
{
  TRAS_PAGE_CLASS (klass)->kind = "people";
}

static void
tras_staff_page_init (TrasStaffPage *self)
{
  GtkWidget *status = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Edit History"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "tras-staff-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Staff"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("Who does it: people, their areas and their roles."));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.history");
  adw_status_page_set_child (ADW_STATUS_PAGE (status), button);
  adw_bin_set_child (ADW_BIN (self), status);
}

/* tras-about.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The only user of AdwAboutWindow, which libadwaita 1.6 deprecates.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tras-about.h"

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/**
 * tras_about_present:
 * @parent: (nullable): the window that it stands over
 */
void
tras_about_present (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "application-name", _("Trastienda"),
                "application-icon", APP_ID,
                "version", PACKAGE_VERSION,
                "developer-name", _("The Trastienda developers"),
                "comments", _("The back office of a small firm in one window: what it wants, what "
                              "it does about it, how it is going, who does it and with what."),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your name, one a line, and perhaps <your@address> */
                "translator-credits", _("translator-credits"),
                "transient-for", parent,
                "modal", parent != NULL,
                NULL);
  gtk_window_present (GTK_WINDOW (about));
}

G_GNUC_END_IGNORE_DEPRECATIONS

/* tras-retire.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-note-popover.h"
#include "tras-retire.h"
#include "tras-window.h"

static void
on_answered (GtkWidget     *popover,
             const char    *why,
             TrasIndicator *indicator)
{
  g_autoptr (TrasIndicator) copy = tras_record_dup (indicator);
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *label = NULL;

  /* Translators: an edit; %s is an indicator */
  label = g_strdup_printf (_("Retire “%s”"), indicator->name);
  edit = tras_edit_new (label);
  copy->retired_on = tras_day_today ();
  g_free (copy->retired_why);
  copy->retired_why = g_strdup (why);
  tras_edit_update (edit, copy);
  tras_window_apply (gtk_widget_get_parent (popover), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

/**
 * tras_retire_ask:
 * @widget: a widget of the window; gets the keyboard back
 * @indicator: an indicator in use
 *
 * Asks why it is measured no more, and retires it as of today. Its numbers stay.
 */
void
tras_retire_ask (GtkWidget     *widget,
                 TrasIndicator *indicator)
{
  TrasNotePopover *popover;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TRAS_IS_INDICATOR (indicator));

  popover = tras_note_popover_new (widget,
                                   &(GdkRectangle) { gtk_widget_get_width (widget) / 2, 0, 1, 1 },
                                   _("Why is it measured no more?"), NULL, _("_Retire"));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  g_signal_connect_data (popover, "answered", G_CALLBACK (on_answered), g_object_ref (indicator),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_grab_focus), widget,
                           G_CONNECT_SWAPPED);
}

/**
 * tras_retire_take_back:
 * @widget: a widget of the window
 * @series: a retired indicator
 *
 * Has it measured again, see tras_indicator_series_bring_back().
 */
void
tras_retire_take_back (GtkWidget           *widget,
                       TrasIndicatorSeries *series)
{
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (series != NULL);

  /* Translators: an edit; %s is an indicator */
  label = g_strdup_printf (_("Measure “%s” again"), series->indicator->name);
  edit = tras_edit_new (label);
  tras_indicator_series_bring_back (series, edit);
  tras_window_apply (widget, edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

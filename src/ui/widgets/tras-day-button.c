/* tras-day-button.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-day-button.h"

struct _TrasDayButton
{
  AdwBin parent_instance;

  /* borrowed */
  GtkMenuButton *button;
  GtkCalendar *calendar;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TrasDayButton, tras_day_button, ADW_TYPE_BIN)

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_day_selected (TrasDayButton *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->showing)
    return;

  date = gtk_calendar_get_date (self->calendar);
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[PICKED], 0,
                 tras_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                               g_date_time_get_day_of_month (date)));
}

static void
tras_day_button_class_init (TrasDayButtonClass *klass)
{
  /**
   * TrasDayButton::picked:
   * @day: a #TrasDay
   */
  signals[PICKED] = g_signal_new ("picked", TRAS_TYPE_DAY_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
tras_day_button_init (TrasDayButton *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Pick a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pick a day"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
}

GtkWidget *
tras_day_button_new (void)
{
  return g_object_new (TRAS_TYPE_DAY_BUTTON, NULL);
}

/**
 * tras_day_button_set_day:
 * @self: a button
 * @day: the day to show, %TRAS_DAY_NONE for today
 */
void
tras_day_button_set_day (TrasDayButton *self,
                         TrasDay        day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, month_day;

  g_return_if_fail (TRAS_IS_DAY_BUTTON (self));

  if (day == TRAS_DAY_NONE)
    day = tras_day_today ();
  tras_day_split (day, &year, &month, &month_day);
  date = g_date_time_new_local (year, month, month_day, 0, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
}

/* tras-deviation-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-choice-row.h"
#include "tras-deviation-detail.h"
#include "tras-deviation-draft.h"
#include "tras-deviation-forms.h"
#include "tras-entry-row.h"
#include "tras-indicator.h"
#include "tras-number.h"
#include "tras-reference-row.h"
#include "tras-sentence.h"
#include "tras-text-row.h"
#include "tras-window.h"

/**
 * TrasDeviationDetail:
 *
 * In the order in which a deviation is worked on: fact, effect, what was contained, cause, similar
 * elsewhere, actions, check. It can be closed once nothing is missing, and says what is.
 */
struct _TrasDeviationDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  GtkButton *close_button;
  GtkButton *reopen_button;
  GtkLabel *obstacles;
  GtkLabel *state;
  GtkListBox *actions;
  GtkWidget *add_button;
  GtkWidget *indicator_row;

  /* owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrasDeviationDetail, tras_deviation_detail, TRAS_TYPE_DETAIL)

static TrasDeviation *
get_deviation (TrasDeviationDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static gboolean
is_closed (TrasDeviation *deviation)
{
  return g_strcmp0 (deviation->state, "closed") == 0;
}

/* ---- actions ---- */

static void
on_action_activated (GtkWidget *row,
                     gpointer   user_data)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  tras_window_show_record (row, TRAS_TYPE_ACTION, *id);
}

static GtkWidget *
make_action_row (TrasAction *action)
{
  const TrasTable *table = tras_record_get_table ((TrasRecord *) action);
  const char *state = tras_choice_get_label (tras_table_find_field (table, "state")->choices,
                                             action->state);
  g_autofree char *due = tras_number_format_date_medium (tras_number_format_get_default (),
                                                         action->due_on);
  g_autofree char *subtitle = NULL;
  GtkWidget *row, *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  if (action->owner_name != NULL)
    /* Translators: of an action: who does it, until when, its state */
    subtitle = g_strdup_printf (C_("action", "%s · due %s · %s"), action->owner_name, due, state);
  else
    /* Translators: of an action: until when, its state */
    subtitle = g_strdup_printf (C_("action", "due %s · %s"), due, state);
  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", action->title,
                      "subtitle", subtitle, "title-lines", 2, "activatable", TRUE, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data_full (G_OBJECT (row), "id",
                          g_memdup2 (&((TrasRecord *) action)->id, sizeof (gint64)), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (on_action_activated), NULL);

  return row;
}

static void
show_actions (TrasDeviationDetail *self,
              GPtrArray           *actions)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->actions, 0)) != NULL)
    gtk_list_box_remove (self->actions, GTK_WIDGET (row));
  for (guint i = 0; i < actions->len; i++)
    gtk_list_box_append (self->actions, make_action_row (actions->pdata[i]));
}

static void
on_actions_read (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (TrasDeviationDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = tras_store_select_finish (TRAS_STORE (object), result, &error);

  if (actions != NULL)
    show_actions (self, actions);
  else
    tras_window_report_error (GTK_WIDGET (self), error);
}

static void
read_actions (TrasDeviationDetail *self,
              TrasDeviation       *deviation)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_ACTION);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tras_query_where_int (query, "deviation_id", TRAS_QUERY_EQ, ((TrasRecord *) deviation)->id);
  tras_query_order (query, "due_on", FALSE);
  tras_store_select_async (tras_detail_get_store (TRAS_DETAIL (self)), query, self->cancellable,
                           on_actions_read, g_object_ref (self));
}

static void
on_add_action (TrasDeviationDetail *self)
{
  TrasDeviation *deviation = get_deviation (self);

  if (deviation != NULL)
    tras_deviation_forms_add_action (GTK_WIDGET (self),
                                     tras_detail_get_store (TRAS_DETAIL (self)), deviation);
}

/* ---- open and closed ---- */

static void
show_state (TrasDeviationDetail *self,
            TrasDeviation       *deviation)
{
  const TrasTable *table = tras_record_get_table ((TrasRecord *) deviation);
  const char *state = tras_choice_get_label (tras_table_find_field (table, "state")->choices,
                                             deviation->state);
  TrasDay day = is_closed (deviation) ? deviation->closed_on : deviation->opened_on;
  g_autofree char *when = tras_number_format_date_medium (tras_number_format_get_default (), day);
  g_autofree char *obstacles = tras_deviation_dup_obstacles (deviation);
  g_autofree char *words = NULL;
  gboolean editable = !tras_store_is_read_only (tras_detail_get_store (TRAS_DETAIL (self)));

  if (is_closed (deviation))
    /* Translators: a code and a day: "D-31, closed on 24 Nov 2026" */
    words = g_strdup_printf (_("%s, closed on %s"), deviation->code, when);
  else
    /* Translators: a code, a state and a day: "D-31, acting, opened on 24 Nov 2026" */
    words = g_strdup_printf (_("%s, %s, opened on %s"), deviation->code, state, when);
  gtk_label_set_label (self->state, words);

  gtk_widget_set_visible (GTK_WIDGET (self->close_button), !is_closed (deviation));
  gtk_widget_set_visible (GTK_WIDGET (self->reopen_button), is_closed (deviation));
  gtk_widget_set_sensitive (GTK_WIDGET (self->close_button), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reopen_button), editable);
  gtk_widget_set_sensitive (self->add_button, editable && !is_closed (deviation));
  gtk_label_set_label (self->obstacles, obstacles != NULL ? obstacles : "");
  gtk_widget_set_visible (GTK_WIDGET (self->obstacles),
                          obstacles != NULL && !is_closed (deviation));
  gtk_widget_remove_css_class (GTK_WIDGET (self->obstacles), "error");
}

static void
on_close (TrasDeviationDetail *self)
{
  TrasDeviation *deviation = get_deviation (self);
  g_autofree char *obstacles = NULL;
  g_autoptr (TrasDeviation) copy = NULL;
  g_autofree char *label = NULL;

  if (deviation == NULL)
    return;

  obstacles = tras_deviation_dup_obstacles (deviation);
  if (obstacles != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->obstacles), "error");
      tras_window_toast (GTK_WIDGET (self), _("It cannot be closed yet"));
      return;
    }

  copy = tras_record_dup (deviation);
  copy->state = g_intern_string ("closed");
  copy->closed_on = tras_day_today ();
  /* Translators: an edit; %s is the code of a deviation */
  label = g_strdup_printf (_("Close %s"), deviation->code);
  tras_detail_change (TRAS_DETAIL (self), g_steal_pointer (&copy), label);
}

static void
on_reopen (TrasDeviationDetail *self)
{
  TrasDeviation *deviation = get_deviation (self);
  g_autoptr (TrasDeviation) copy = NULL;
  g_autofree char *label = NULL;

  if (deviation == NULL)
    return;

  copy = tras_record_dup (deviation);
  copy->state = g_intern_string ("reopened");
  copy->closed_on = TRAS_DAY_NONE;
  /* Translators: an edit; %s is the code of a deviation */
  label = g_strdup_printf (_("Reopen %s"), deviation->code);
  tras_detail_change (TRAS_DETAIL (self), g_steal_pointer (&copy), label);
}

/* ---- what it is about ---- */

static void
on_indicator_activated (TrasDeviationDetail *self)
{
  TrasDeviation *deviation = get_deviation (self);

  if (deviation != NULL && deviation->indicator_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_INDICATOR, deviation->indicator_id);
}

static void
show_indicator (TrasDeviationDetail *self,
                TrasDeviation       *deviation)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *day = tras_number_format_date_medium (format, deviation->period_on);

  gtk_widget_set_visible (self->indicator_row, deviation->indicator_id != 0);
  if (deviation->indicator_id != 0)
    g_object_set (self->indicator_row, "title", deviation->indicator_name, "subtitle", day, NULL);
}

static void
tras_deviation_detail_record_changed (TrasDetail *detail,
                                      gpointer    record)
{
  TrasDeviationDetail *self = TRAS_DEVIATION_DETAIL (detail);

  if (record == NULL)
    return;

  show_state (self, record);
  show_indicator (self, record);
  read_actions (self, record);
}

static void
tras_deviation_detail_dispose (GObject *object)
{
  TrasDeviationDetail *self = TRAS_DEVIATION_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tras_deviation_detail_parent_class)->dispose (object);
}

static void
tras_deviation_detail_class_init (TrasDeviationDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_deviation_detail_dispose;
  TRAS_DETAIL_CLASS (klass)->record_changed = tras_deviation_detail_record_changed;

  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-deviation-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, actions);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, close_button);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, indicator_row);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, obstacles);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, state);
  gtk_widget_class_bind_template_callback (widget_class, on_add_action);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_indicator_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen);
}

static void
tras_deviation_detail_init (TrasDeviationDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* tras-deviation-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-list.h"
#include "tras-choice-row.h"
#include "tras-deviation-detail.h"
#include "tras-deviation-draft.h"
#include "tras-deviation-forms.h"
#include "tras-deviation-words.h"
#include "tras-entry-row.h"
#include "tras-indicator-chart.h"
#include "tras-reference-row.h"
#include "tras-sale.h"
#include "tras-sentence.h"
#include "tras-similar-list.h"
#include "tras-small-chart.h"
#include "tras-stockout.h"
#include "tras-text-row.h"
#include "tras-thanks.h"
#include "tras-ticket-list.h"
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
  AdwPreferencesGroup *actions_group;
  AdwPreferencesGroup *effect_group;
  AdwPreferencesGroup *lacks_group;
  GtkButton *close_button;
  GtkButton *reopen_button;
  GtkImage *state_icon;
  GtkLabel *effect_label;
  GtkLabel *next_label;
  GtkLabel *state;
  GtkListBox *lacks;
  GtkWidget *about_row;
  GtkWidget *add_button;
  GtkWidget *cause;
  GtkWidget *contained;
  GtkWidget *effect;
  GtkWidget *effective;
  GtkWidget *evidence;
  GtkWidget *fact;
  GtkWidget *indicator_row;
  GtkWidget *similar_elsewhere;
  TrasActionList *actions;
  TrasSimilarList *similar;
  TrasSmallChart *chart;

  /* owned */
  GCancellable *cancellable;
  TrasIndicatorSeries *series;
};

G_DEFINE_FINAL_TYPE (TrasDeviationDetail, tras_deviation_detail, TRAS_TYPE_DETAIL)

static TrasDeviation *
get_deviation (TrasDeviationDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasDeviationDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

static gboolean
can_write (TrasDeviationDetail *self)
{
  return get_store (self) != NULL && !tras_store_is_read_only (get_store (self));
}

/* ---- what is missing ---- */

static GtkWidget *
get_place (TrasDeviationDetail *self,
           TrasDeviationLacks   lack)
{
  switch (lack)
    {
    case TRAS_DEVIATION_LACKS_ACTIONS:
      return GTK_WIDGET (self->actions);
    case TRAS_DEVIATION_LACKS_CAUSE:
      return self->cause;
    case TRAS_DEVIATION_LACKS_ANSWER:
      return self->effective;
    case TRAS_DEVIATION_LACKS_EVIDENCE:
      return self->evidence;
    case TRAS_DEVIATION_LACKS_NOTHING:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Goes to where it can be filled in. */
static void
on_lack_activated (TrasDeviationDetail *self,
                   GtkListBoxRow       *row)
{
  TrasDeviationLacks lack = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "lack"));
  GtkWidget *place = get_place (self, lack);

  if (!gtk_widget_grab_focus (place))
    gtk_widget_child_focus (place, GTK_DIR_TAB_FORWARD);
}

static void
show_lacks (TrasDeviationDetail *self,
            TrasDeviation       *deviation)
{
  TrasDeviationLacks lacks = tras_deviation_is_closed (deviation)
                               ? TRAS_DEVIATION_LACKS_NOTHING
                               : tras_deviation_get_lacks (deviation);
  g_autofree char *obstacles = tras_deviation_dup_obstacles (deviation);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->lacks, 0)) != NULL)
    gtk_list_box_remove (self->lacks, GTK_WIDGET (row));
  for (guint lack = 1; lack <= TRAS_DEVIATION_LACKS_EVIDENCE; lack <<= 1)
    {
      g_autofree char *words = NULL;
      GtkWidget *line, *icon;

      if (!(lacks & lack))
        continue;
      words = tras_deviation_dup_lack (deviation, lack);
      line = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", words, "title-lines",
                           2, "activatable", TRUE, NULL);
      icon = gtk_image_new_from_icon_name ("tras-open-symbolic");
      gtk_widget_add_css_class (icon, "dim-label");
      adw_action_row_add_prefix (ADW_ACTION_ROW (line), icon);
      g_object_set_data (G_OBJECT (line), "lack", GUINT_TO_POINTER (lack));
      gtk_list_box_append (self->lacks, line);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->lacks_group), lacks != TRAS_DEVIATION_LACKS_NOTHING);
  gtk_widget_set_visible (GTK_WIDGET (self->close_button), !tras_deviation_is_closed (deviation));
  gtk_widget_set_sensitive (GTK_WIDGET (self->close_button),
                            can_write (self) && lacks == TRAS_DEVIATION_LACKS_NOTHING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  lacks != TRAS_DEVIATION_LACKS_NOTHING ? obstacles : "", -1);
}

/* ---- open and closed ---- */

static void
show_state (TrasDeviationDetail *self,
            TrasDeviation       *deviation)
{
  const TrasTable *table = tras_record_get_table ((TrasRecord *) deviation);
  const char *state = tras_choice_get_label (tras_table_find_field (table, "state")->choices,
                                             deviation->state);
  gboolean closed = tras_deviation_is_closed (deviation);
  TrasDay day = closed ? deviation->closed_on : deviation->opened_on;
  g_autofree char *when = tras_number_format_date_medium (tras_number_format_get_default (), day);
  g_autofree char *next = tras_deviation_words_dup_next (deviation, tras_day_today ());
  const char *classes[] = { tras_deviation_words_get_class (deviation, tras_day_today ()), NULL };
  g_autofree char *words = NULL;

  if (closed)
    /* Translators: a code and a day: "D-31, closed on 24 Nov 2026" */
    words = g_strdup_printf (_("%s, closed on %s"), deviation->code, when);
  else
    /* Translators: a code, a state and a day: "D-31, acting, opened on 24 Nov 2026" */
    words = g_strdup_printf (_("%s, %s, opened on %s"), deviation->code, state, when);
  gtk_label_set_label (self->state, words);
  gtk_label_set_label (self->next_label, next);
  gtk_image_set_from_icon_name (self->state_icon,
                                tras_deviation_words_get_icon (deviation, tras_day_today ()));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);

  gtk_widget_set_visible (GTK_WIDGET (self->reopen_button), closed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reopen_button), can_write (self));
  gtk_widget_set_sensitive (self->add_button, can_write (self) && !closed);
}

static void
on_close (TrasDeviationDetail *self)
{
  TrasDeviation *deviation = get_deviation (self);
  g_autoptr (TrasDeviation) copy = NULL;
  g_autofree char *label = NULL;

  if (deviation == NULL || tras_deviation_get_lacks (deviation) != TRAS_DEVIATION_LACKS_NOTHING)
    return;

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
  if (get_deviation (self) != NULL)
    tras_deviation_forms_reopen (GTK_WIDGET (self), get_store (self), get_deviation (self));
}

static void
on_add_action (TrasDeviationDetail *self)
{
  if (get_deviation (self) != NULL)
    tras_deviation_forms_add_action (GTK_WIDGET (self), get_store (self), get_deviation (self));
}

/* ---- what may happen is called otherwise than what happened ---- */

static void
show_titles (TrasDeviationDetail *self,
             TrasDeviation       *deviation)
{
  const struct
  {
    GtkWidget *row;
    const char *field;
  } rows[] = {
    { self->fact, "fact" },
    { self->effect, "effect" },
    { self->contained, "contained" },
    { self->cause, "cause" },
    { self->similar_elsewhere, "similar_elsewhere" },
    { self->effective, "effective" },
    { self->evidence, "evidence" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *title = tras_deviation_words_get_title (deviation, rows[i].field);

      if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows[i].row)), title))
        continue;
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rows[i].row), title);
      tras_field_editor_show (TRAS_FIELD_EDITOR (rows[i].row), get_store (self),
                              TRAS_RECORD (deviation), can_write (self));
    }
  adw_preferences_group_set_title (self->actions_group,
                                   tras_deviation_words_get_title (deviation, "actions"));
}

/* ---- what it was made of ---- */

static void
on_about_activated (TrasDeviationDetail *self)
{
  TrasDeviation *deviation = get_deviation (self);

  if (deviation == NULL)
    return;
  if (deviation->sale_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_SALE, deviation->sale_id);
  else if (deviation->stockout_id != 0)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_STOCKOUT, deviation->stockout_id);
}

/* A stock-out that was unmade leaves the words alone. */
static void
show_about (TrasDeviationDetail *self,
            TrasDeviation       *deviation)
{
  g_autofree char *title = NULL;

  if (deviation->sale_id != 0)
    /* Translators: %s is the number of an order */
    title = g_strdup_printf (_("Order %s"), deviation->about);
  else if (deviation->stockout_id != 0)
    /* Translators: %s is an item that ran out */
    title = g_strdup_printf (_("Stock-out of “%s”"), deviation->about);
  if (title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->about_row), title);
  gtk_widget_set_visible (self->about_row, title != NULL);
}

/* ---- its indicator, before and after ---- */

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

/* Before anything is done there is only a before. */
static void
show_effect (TrasDeviationDetail *self)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasDeviation *deviation = get_deviation (self);
  g_autoptr (TrasTrendChart) chart = NULL;
  g_autofree char *sentence = NULL;
  TrasDay from, to;
  TrasEffect effect;

  if (deviation == NULL || self->series == NULL ||
      TRAS_RECORD (self->series->indicator)->id != deviation->indicator_id ||
      self->series->n == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->effect_group), FALSE);
      return;
    }

  if (tras_actions_get_span (tras_action_list_get_actions (self->actions), &from, &to))
    {
      tras_indicator_series_compare (self->series, from, to, &effect);
      sentence = to != TRAS_DAY_NONE
                   ? tras_sentence_effect (self->series, &effect, format)
                   : g_strdup (_("It is compared from when the last action is finished."));
    }
  else
    {
      tras_indicator_series_compare (self->series, deviation->opened_on, TRAS_DAY_NONE, &effect);
      sentence = g_strdup (_("Nothing was finished yet that could have moved it."));
    }
  chart = tras_indicator_chart_new_effect (self->series, &effect, format);
  tras_small_chart_show (self->chart, chart, sentence);
  gtk_label_set_label (self->effect_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->effect_group), TRUE);
}

static gpointer
read_series_job (TrasDb        *db,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gint64 *id = data;

  return tras_indicator_series_load (db, *id, tras_day_today (), error);
}

static void
on_series_read (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrasDeviationDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasIndicatorSeries) series = tras_store_run_finish (TRAS_STORE (object), result,
                                                                  &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      get_store (self) != TRAS_STORE (object))
    return;
  if (series == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->series, tras_indicator_series_unref);
  self->series = g_steal_pointer (&series);
  show_effect (self);
}

static void
read_series (TrasDeviationDetail *self,
             TrasDeviation       *deviation)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (deviation->indicator_id == 0)
    {
      show_effect (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  tras_store_run_async (get_store (self), read_series, read_series_job,
                        g_memdup2 (&deviation->indicator_id, sizeof (gint64)), g_free,
                        (GDestroyNotify) tras_indicator_series_unref, self->cancellable,
                        on_series_read, g_object_ref (self));
}

/* ---- the object ---- */

static void
tras_deviation_detail_record_changed (TrasDetail *detail,
                                      gpointer    record)
{
  TrasDeviationDetail *self = TRAS_DEVIATION_DETAIL (detail);
  TrasDeviation *deviation = record;

  if (record == NULL)
    return;

  show_state (self, deviation);
  show_lacks (self, deviation);
  show_titles (self, deviation);
  show_about (self, deviation);
  show_indicator (self, deviation);
  /* Whoever reads what is over wants its own lesson. */
  tras_similar_list_set_record (self->similar,
                                tras_deviation_is_closed (deviation) ? NULL : get_store (self),
                                TRAS_TYPE_DEVIATION, TRAS_RECORD (record)->id,
                                deviation->indicator_id);
  tras_action_list_show (self->actions, get_store (self), "deviation_id",
                         TRAS_RECORD (record)->id);
  read_series (self, deviation);
}

static void
tras_deviation_detail_dispose (GObject *object)
{
  TrasDeviationDetail *self = TRAS_DEVIATION_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->series, tras_indicator_series_unref);

  G_OBJECT_CLASS (tras_deviation_detail_parent_class)->dispose (object);
}

static void
tras_deviation_detail_class_init (TrasDeviationDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_deviation_detail_dispose;
  TRAS_DETAIL_CLASS (klass)->record_changed = tras_deviation_detail_record_changed;

  g_type_ensure (TRAS_TYPE_ACTION_LIST);
  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_DEVIATION_THANKS);
  g_type_ensure (TRAS_TYPE_DEVIATION_TICKETS);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_SIMILAR_LIST);
  g_type_ensure (TRAS_TYPE_SMALL_CHART);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-deviation-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, about_row);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, actions);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, actions_group);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, cause);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, chart);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, close_button);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, contained);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, effect);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, effect_group);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, effect_label);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, effective);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, evidence);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, fact);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, indicator_row);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, lacks);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, lacks_group);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, next_label);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, similar);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, similar_elsewhere);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasDeviationDetail, state_icon);
  gtk_widget_class_bind_template_callback (widget_class, on_about_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_add_action);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_indicator_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_lack_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen);
  gtk_widget_class_bind_template_callback (widget_class, show_effect);
}

static void
tras_deviation_detail_init (TrasDeviationDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_similar_list_follow (self->similar, TRAS_FIELD_EDITOR (self->fact));
}

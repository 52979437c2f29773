/* tras-experiment-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-forms.h"
#include "tras-action-list.h"
#include "tras-action-words.h"
#include "tras-choice-row.h"
#include "tras-entry-row.h"
#include "tras-experiment-detail.h"
#include "tras-experiment-words.h"
#include "tras-experiment.h"
#include "tras-indicator-chart.h"
#include "tras-reference-row.h"
#include "tras-sentence.h"
#include "tras-similar-list.h"
#include "tras-small-chart.h"
#include "tras-text-row.h"
#include "tras-window.h"

#define ACTION_DAYS 7

/**
 * TrasExperimentDetail:
 *
 * The card of an experiment: what is believed and how it is tested, what of its limits is spent,
 * what its indicator does, and the lesson that it cannot be closed without.
 */
struct _TrasExperimentDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *days_row;
  AdwActionRow *hours_row;
  AdwActionRow *money_row;
  GtkImage *days_row_icon;
  GtkImage *hours_row_icon;
  GtkImage *money_row_icon;
  GtkImage *state_icon;
  GtkLabel *effect_label;
  GtkLabel *lacks;
  GtkLabel *next_label;
  GtkLabel *state;
  GtkWidget *add_button;
  GtkWidget *believe;
  GtkWidget *close_button;
  GtkWidget *effect_group;
  GtkWidget *reopen_button;
  TrasActionList *actions;
  TrasSimilarList *similar;
  TrasSmallChart *chart;

  /* owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrasExperimentDetail, tras_experiment_detail, TRAS_TYPE_DETAIL)

static TrasExperiment *
get_experiment (TrasExperimentDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasExperimentDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

static gboolean
can_write (TrasExperimentDetail *self)
{
  return get_store (self) != NULL && !tras_store_is_read_only (get_store (self));
}

/* ---- what is spent of the limits ---- */

static void
sum_spent (TrasExperimentDetail *self,
           gint64               *money,
           gint64               *minutes)
{
  GPtrArray *actions = tras_action_list_get_actions (self->actions);

  *money = *minutes = 0;
  for (guint i = 0; i < actions->len; i++)
    {
      TrasAction *action = actions->pdata[i];

      *money += action->spent_money;
      *minutes += action->spent_minutes;
    }
}

/* The shape says it, the words say it, the color says it again. */
static void
show_limit (AdwActionRow *row,
            GtkImage     *icon,
            const char   *words,
            gboolean      over)
{
  const char *classes[] = { over ? "tras-worse" : "tras-usual", NULL };

  adw_action_row_set_subtitle (row, words);
  gtk_image_set_from_icon_name (icon, over ? "tras-late-symbolic" : "tras-open-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (icon), classes);
}

static char *
dup_share (const char *spent,
           const char *limit,
           gboolean    limited,
           gboolean    over)
{
  if (!limited)
    /* Translators: %s is money or hours */
    return g_strdup_printf (_("%s spent, without a limit"), spent);
  if (over)
    /* Translators: money or hours: what was spent, and the limit */
    return g_strdup_printf (_("%s spent: over the limit of %s"), spent, limit);

  /* Translators: money or hours: what was spent, and the limit */
  return g_strdup_printf (_("%s spent of %s"), spent, limit);
}

static void
show_limits (TrasExperimentDetail *self,
             TrasExperiment       *experiment)
{
  const char *currency = tras_store_get_currency (get_store (self));
  gint64 money, minutes;
  g_autofree char *money_spent = NULL, *money_limit = NULL, *money_words = NULL;
  g_autofree char *hours_spent = NULL, *hours_limit = NULL, *hours_words = NULL;
  g_autofree char *days = NULL;
  gboolean over_money, over_hours, over_days;

  sum_spent (self, &money, &minutes);
  over_money = experiment->limit_money > 0 && money > experiment->limit_money;
  over_hours = experiment->limit_minutes > 0 && minutes > experiment->limit_minutes;
  over_days = tras_experiment_words_is_over (experiment, tras_day_today ());
  money_spent = tras_number_format_money (tras_number_format_get_default (), money, currency);
  money_limit = tras_number_format_money (tras_number_format_get_default (),
                                          experiment->limit_money, currency);
  hours_spent = tras_action_words_dup_hours (minutes);
  hours_limit = tras_action_words_dup_hours (experiment->limit_minutes);
  money_words = dup_share (money_spent, money_limit, experiment->limit_money > 0, over_money);
  hours_words = dup_share (hours_spent, hours_limit, experiment->limit_minutes > 0, over_hours);
  days = tras_experiment_words_dup_days (experiment, tras_day_today ());
  show_limit (self->days_row, self->days_row_icon, days, over_days);
  show_limit (self->money_row, self->money_row_icon, money_words, over_money);
  show_limit (self->hours_row, self->hours_row_icon, hours_words, over_hours);

  if (tras_experiment_is_open (experiment))
    {
      gboolean over = over_days || over_money || over_hours;
      const char *classes[] = { over ? "tras-worse" : "tras-usual", NULL };

      gtk_label_set_label (self->next_label,
                           over_days    ? _("Past its stop date: what was learned?")
                           : over_money ? _("Over its cost limit: go on or stop?")
                           : over_hours ? _("Over its limit of hours: go on or stop?")
                           : experiment->starts_on > tras_day_today () ? _("Not started yet")
                                                                       : _("Running"));
      gtk_image_set_from_icon_name (self->state_icon, over ? "tras-late-symbolic"
                                                           : "tras-experiment-symbolic");
      gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);
    }
}

static void
on_actions_read (TrasExperimentDetail *self)
{
  if (get_experiment (self) != NULL)
    show_limits (self, get_experiment (self));
}

static void
on_add_action (TrasExperimentDetail *self)
{
  TrasExperiment *experiment = get_experiment (self);
  g_autoptr (TrasAction) draft = NULL;

  if (experiment == NULL)
    return;

  draft = tras_action_new ();
  draft->experiment_id = TRAS_RECORD (experiment)->id;
  draft->owner_id = experiment->owner_id;
  draft->due_on = MIN (tras_day_today () + ACTION_DAYS,
                       MAX (experiment->stop_on, tras_day_today ()));
  tras_action_forms_add (GTK_WIDGET (self), get_store (self), draft, experiment->believe);
}

/* ---- open and closed ---- */

static char *
dup_lacks (TrasExperiment *experiment)
{
  const struct
  {
    gboolean lacks;
    const char *words;
  } parts[] = {
    { experiment->observed == NULL, N_("What you saw is not written down.") },
    { experiment->learned == NULL, N_("What you learned is not written down.") },
    { experiment->next == NULL, N_("Nobody has said what comes next.") },
  };
  g_autoptr (GString) text = g_string_new (_("It cannot be closed yet"));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].lacks)
        g_string_append_printf (text, "\n• %s", _(parts[i].words));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_state (TrasExperimentDetail *self,
            TrasExperiment       *experiment)
{
  gboolean open = tras_experiment_is_open (experiment);
  gboolean complete = tras_experiment_can_close (experiment);
  TrasDay day = open ? experiment->starts_on : experiment->closed_on;
  g_autofree char *when = tras_number_format_date_medium (tras_number_format_get_default (), day);
  g_autofree char *words = NULL;
  g_autofree char *lacks = dup_lacks (experiment);
  const char *classes[] = { "tras-usual", NULL };

  if (open)
    /* Translators: a code, a person and a day: “E-3, Ana, since 4 Mar 2026” */
    words = g_strdup_printf (_("%s, %s, since %s"), experiment->code, experiment->owner_name, when);
  else
    words = g_strdup_printf (_("%s, closed on %s"), experiment->code, when);
  gtk_label_set_label (self->state, words);
  if (!open)
    {
      g_autofree char *closed = tras_experiment_words_dup_state (experiment, tras_day_today ());

      gtk_label_set_label (self->next_label, closed);
      gtk_image_set_from_icon_name (self->state_icon,
                                    tras_experiment_words_get_icon (experiment,
                                                                    tras_day_today ()));
      gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);
    }

  gtk_label_set_label (self->lacks, lacks);
  gtk_widget_set_visible (GTK_WIDGET (self->lacks), open && !complete);
  gtk_widget_set_visible (self->close_button, open);
  gtk_widget_set_sensitive (self->close_button, can_write (self) && complete);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, complete ? "" : lacks, -1);
  gtk_widget_set_visible (self->reopen_button, !open);
  gtk_widget_set_sensitive (self->reopen_button, can_write (self));
  gtk_widget_set_sensitive (self->add_button, can_write (self) && open);
}

static void
set_closed (TrasExperimentDetail *self,
            TrasDay               closed_on)
{
  TrasExperiment *experiment = get_experiment (self);
  g_autoptr (TrasExperiment) copy = tras_record_dup (experiment);
  g_autofree char *label = NULL;

  /* Translators: edits; %s is the code of an experiment */
  label = closed_on != TRAS_DAY_NONE ? g_strdup_printf (_("Close %s"), experiment->code)
                                     : g_strdup_printf (_("Reopen %s"), experiment->code);
  copy->closed_on = closed_on;
  tras_detail_change (TRAS_DETAIL (self), g_steal_pointer (&copy), label);
}

static void
on_close (TrasExperimentDetail *self)
{
  if (get_experiment (self) != NULL && tras_experiment_can_close (get_experiment (self)))
    set_closed (self, tras_day_today ());
}

static void
on_reopen (TrasExperimentDetail *self)
{
  if (get_experiment (self) != NULL)
    set_closed (self, TRAS_DAY_NONE);
}

/* ---- what it measures ---- */

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
show_series (TrasExperimentDetail *self,
             TrasIndicatorSeries  *series)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  TrasExperiment *experiment = get_experiment (self);
  g_autoptr (TrasTrendChart) chart = NULL;
  g_autofree char *sentence = NULL;
  TrasEffect effect;

  gtk_widget_set_visible (self->effect_group, series != NULL && series->n > 0);
  if (series == NULL || series->n == 0)
    return;

  /* The period in which it starts is neither before nor since. */
  tras_indicator_series_compare (series, experiment->starts_on, experiment->starts_on, &effect);
  sentence = tras_sentence_effect (series, &effect, format);
  chart = tras_indicator_chart_new_effect (series, &effect, format);
  tras_small_chart_show (self->chart, chart, sentence);
  gtk_label_set_label (self->effect_label, sentence);
}

static void
on_series_read (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TrasExperimentDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasIndicatorSeries) series = tras_store_run_finish (TRAS_STORE (object), result,
                                                                  &error);
  TrasExperiment *experiment = get_experiment (self);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || experiment == NULL ||
      get_store (self) != TRAS_STORE (object))
    return;
  if (series == NULL)
    tras_window_report_error (GTK_WIDGET (self), error);
  else if (TRAS_RECORD (series->indicator)->id == experiment->indicator_id)
    show_series (self, series);
}

static void
read_series (TrasExperimentDetail *self,
             TrasExperiment       *experiment)
{
  if (experiment->indicator_id == 0)
    {
      show_series (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  tras_store_run_async (get_store (self), read_series, read_series_job,
                        g_memdup2 (&experiment->indicator_id, sizeof (gint64)), g_free,
                        (GDestroyNotify) tras_indicator_series_unref, self->cancellable,
                        on_series_read, g_object_ref (self));
}

/* ---- the object ---- */

static void
tras_experiment_detail_record_changed (TrasDetail *detail,
                                       gpointer    record)
{
  TrasExperimentDetail *self = TRAS_EXPERIMENT_DETAIL (detail);
  TrasExperiment *experiment = record;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (record == NULL)
    return;

  show_state (self, experiment);
  tras_similar_list_set_record (self->similar,
                                tras_experiment_is_open (experiment) ? get_store (self) : NULL,
                                TRAS_TYPE_EXPERIMENT, TRAS_RECORD (record)->id,
                                experiment->indicator_id);
  tras_action_list_show (self->actions, get_store (self), "experiment_id",
                         TRAS_RECORD (record)->id);
  read_series (self, experiment);
}

static void
tras_experiment_detail_dispose (GObject *object)
{
  TrasExperimentDetail *self = TRAS_EXPERIMENT_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tras_experiment_detail_parent_class)->dispose (object);
}

static void
tras_experiment_detail_class_init (TrasExperimentDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_experiment_detail_dispose;
  TRAS_DETAIL_CLASS (klass)->record_changed = tras_experiment_detail_record_changed;

  g_type_ensure (TRAS_TYPE_ACTION_LIST);
  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_SIMILAR_LIST);
  g_type_ensure (TRAS_TYPE_SMALL_CHART);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/plans/tras-experiment-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, actions);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, believe);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, chart);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, close_button);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, days_row);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, days_row_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, effect_group);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, effect_label);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, hours_row);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, hours_row_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, lacks);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, money_row);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, money_row_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, next_label);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, similar);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasExperimentDetail, state_icon);
  gtk_widget_class_bind_template_callback (widget_class, on_actions_read);
  gtk_widget_class_bind_template_callback (widget_class, on_add_action);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen);
}

static void
tras_experiment_detail_init (TrasExperimentDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_similar_list_follow (self->similar, TRAS_FIELD_EDITOR (self->believe));
}

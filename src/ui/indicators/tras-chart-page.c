/* tras-chart-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-cell-writer.h"
#include "tras-chart-page.h"
#include "tras-chart-paper.h"
#include "tras-chart-table.h"
#include "tras-deviation-draft.h"
#include "tras-error.h"
#include "tras-help.h"
#include "tras-indicator-chart.h"
#include "tras-indicator-detail.h"
#include "tras-loader.h"
#include "tras-note-popover.h"
#include "tras-retire.h"
#include "tras-sentence.h"
#include "tras-verdict-strip.h"
#include "tras-why.h"
#include "tras-window.h"

struct _TrasChartPage
{
  AdwBin parent_instance;

  /* template widgets */
  AdwFlap *flap;
  GMenuModel *point_menu;
  GtkLabel *point_label;
  GtkLabel *subtitle;
  GtkLabel *title;
  GtkRevealer *point_bar;
  GtkStack *stack;
  GtkToggleButton *define_button;
  GtkToggleButton *range_13;
  GtkToggleButton *range_26;
  GtkToggleButton *range_52;
  GtkToggleButton *range_all;
  GtkToggleButton *table_button;
  TrasChartTable *table;
  TrasChartView *view;
  TrasIndicatorDetail *detail;
  GtkLabel *source;
  TrasVerdictStrip *verdict;

  /* owned */
  TrasLoader *loader;
  TrasCellWriter *writer;
  TrasIndicatorSeries *series;
  gint64 id;
  TrasDay wanted_day;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TrasChartPage, tras_chart_page, ADW_TYPE_BIN)

enum
{
  BACK,
  DEVIATION_MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- what the indicator is ---- */

static void
show_titles (TrasChartPage *self)
{
  TrasIndicator *indicator = self->series->indicator;
  g_autofree char *subtitle = tras_sentence_subtitle (self->series,
                                                      tras_number_format_get_default ());

  gtk_label_set_label (self->title, indicator->name);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), indicator->question);
}

/* ---- the point under the cursor ---- */

static gboolean
get_point (TrasChartPage *self,
           TrasCell      *cell)
{
  TrasDay day = tras_chart_view_get_selected (self->view);

  if (self->series == NULL || day == TRAS_DAY_NONE)
    return FALSE;

  tras_indicator_series_get_cell (self->series, tras_period_index (self->series->every, day), cell);

  return cell->state == TRAS_CELL_MEASURED || cell->state == TRAS_CELL_ABSENT;
}

static gboolean
begins_segment (TrasChartPage *self,
                gint32         period)
{
  TrasDay day = tras_period_start (self->series->every, period);

  for (guint i = 0; i < self->series->segments->len; i++)
    {
      if (((TrasSegment *) self->series->segments->pdata[i])->from_on == day)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_retired (TrasChartPage *self)
{
  return self->series != NULL && self->series->indicator->retired_on != TRAS_DAY_NONE;
}

static void
update_actions (TrasChartPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TrasCell cell;
  gboolean point = get_point (self, &cell);
  gboolean editable = self->writer != NULL;
  gboolean measured = point && cell.state == TRAS_CELL_MEASURED;

  gtk_widget_action_set_enabled (widget, "chart.value",
                                 editable && point && !self->series->computed);
  gtk_widget_action_set_enabled (widget, "chart.note", editable && point);
  gtk_widget_action_set_enabled (widget, "chart.why", measured);
  gtk_widget_action_set_enabled (widget, "chart.leave-out",
                                 editable && measured && !cell.left_out);
  gtk_widget_action_set_enabled (widget, "chart.count", editable && measured && cell.left_out);
  gtk_widget_action_set_enabled (widget, "chart.step",
                                 editable && point && !begins_segment (self, cell.period));
  gtk_widget_action_set_enabled (widget, "chart.deviation", editable && self->series != NULL);
  gtk_widget_action_set_enabled (widget, "chart.retire", editable && self->series != NULL &&
                                                           !is_retired (self));
  gtk_widget_action_set_enabled (widget, "chart.bring-back", editable && is_retired (self));
  gtk_widget_action_set_enabled (widget, "chart.save", self->series != NULL);
  gtk_widget_action_set_enabled (widget, "chart.copy", self->series != NULL);
  gtk_widget_action_set_enabled (widget, "chart.print", self->series != NULL);
}

static void
on_selected (TrasChartPage *self)
{
  g_autofree char *words = tras_chart_view_dup_words (self->view);

  if (words != NULL)
    gtk_label_set_label (self->point_label, words);
  gtk_revealer_set_reveal_child (self->point_bar, words != NULL &&
                                                    !gtk_toggle_button_get_active (
                                                      self->table_button));
  update_actions (self);
}

static char *
dup_point_title (TrasChartPage  *self,
                 const TrasCell *cell)
{
  g_autofree char *period = tras_sentence_period (self->series->every, cell->period,
                                                  tras_number_format_get_default ());

  /* Translators: an indicator and a period: "Orders late, W46 2026" */
  return g_strdup_printf (C_("cell", "%s, %s"), self->series->indicator->name, period);
}

static TrasNotePopover *
ask (TrasChartPage *self,
     const char    *heading,
     const char    *text,
     const char    *button,
     GCallback      on_answered)
{
  GdkRectangle place;
  TrasNotePopover *popover;

  if (!tras_chart_view_get_place (self->view, &place))
    return NULL;

  popover = tras_note_popover_new (GTK_WIDGET (self->view), &place, heading, text, button);
  g_signal_connect_object (popover, "answered", on_answered, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_grab_focus), self->view,
                           G_CONNECT_SWAPPED);

  return popover;
}

/* Writes what is done to the point under the cursor. */
static void
write_point (TrasChartPage *self,
             const char    *label,
             TrasCellAct    act,
             double         value,
             const char    *note)
{
  GPtrArray *changes;
  TrasCellChange *change;
  TrasCell cell;

  if (!get_point (self, &cell))
    return;

  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tras_cell_change_free);
  change = tras_cell_change_new (self->id, tras_period_start (self->series->every, cell.period),
                                 act, value, note);
  change->computed = self->series->computed;
  g_ptr_array_add (changes, change);
  tras_cell_writer_write (self->writer, GTK_WIDGET (self), label, changes, NULL, NULL);
}

static gboolean
check_value (const char  *text,
             gpointer     user_data,
             GError     **error)
{
  double value;

  return tras_cell_parse_value (user_data, text, &value, error);
}

static void
on_value_answered (TrasChartPage *self,
                   const char    *text)
{
  g_autofree char *title = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;
  TrasCell cell;
  double value;

  if (!get_point (self, &cell) || !tras_cell_parse_value (self->series, text, &value, NULL) ||
      isnan (value))
    return;

  title = dup_point_title (self, &cell);
  shown = tras_cell_format_value (self->series, value);
  /* Translators: an edit: an indicator with its period, and a value: "Orders late, W46 2026: 8" */
  label = g_strdup_printf (C_("edit", "%s: %s"), title, shown);
  write_point (self, label, TRAS_CELL_ACT_VALUE, value, NULL);
}

static void
value_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  TrasNotePopover *popover;
  TrasCell cell;

  if (!get_point (self, &cell))
    return;

  title = dup_point_title (self, &cell);
  if (cell.state == TRAS_CELL_MEASURED)
    text = tras_cell_format_value (self->series, cell.value);
  popover = ask (self, title, text, _("_Save"), G_CALLBACK (on_value_answered));
  if (popover != NULL)
    tras_note_popover_set_check (popover, check_value, tras_indicator_series_ref (self->series),
                                 (GDestroyNotify) tras_indicator_series_unref);
}

static void
on_note_answered (TrasChartPage *self,
                  const char    *text)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  TrasCell cell;

  if (!get_point (self, &cell))
    return;

  title = dup_point_title (self, &cell);
  /* Translators: an edit; %s is an indicator with its period */
  label = g_strdup_printf (_("Note on “%s”"), title);
  write_point (self, label, TRAS_CELL_ACT_NOTE, NAN, text);
}

static void
note_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);
  g_autofree char *title = NULL;
  g_autofree char *heading = NULL;
  TrasNotePopover *popover;
  TrasCell cell;

  if (!get_point (self, &cell))
    return;

  title = dup_point_title (self, &cell);
  heading = g_strdup_printf (_("Note on “%s”"), title);
  popover = ask (self, heading, cell.note, _("_Save Note"), G_CALLBACK (on_note_answered));
  /* A reason that something rests upon can be worded anew, not taken away. */
  if (popover != NULL && cell.state == TRAS_CELL_MEASURED && !cell.left_out)
    tras_note_popover_allow_none (popover);
}

static void
on_leave_out_answered (TrasChartPage *self,
                       const char    *text)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  TrasCell cell;

  if (!get_point (self, &cell))
    return;

  title = dup_point_title (self, &cell);
  /* Translators: an edit; %s is an indicator with its period */
  label = g_strdup_printf (_("Leave “%s” out of the limits"), title);
  write_point (self, label, TRAS_CELL_ACT_LEAVE_OUT, NAN, text);
}

static void
leave_out_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);
  TrasCell cell;

  if (get_point (self, &cell))
    ask (self, _("Why does this value say nothing of the process?"), cell.note,
         _("_Leave Out of the Limits"), G_CALLBACK (on_leave_out_answered));
}

static void
count_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  TrasCell cell;

  if (!get_point (self, &cell))
    return;

  title = dup_point_title (self, &cell);
  /* Translators: an edit; %s is an indicator with its period */
  label = g_strdup_printf (_("Count “%s” for the limits again"), title);
  write_point (self, label, TRAS_CELL_ACT_COUNT, NAN, NULL);
}

static void
why_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);
  GdkRectangle place;
  TrasCell cell;

  if (get_point (self, &cell) && cell.state == TRAS_CELL_MEASURED &&
      tras_chart_view_get_place (self->view, &place))
    tras_why_present (GTK_WIDGET (self->view), &place, self->series, cell.point);
}

static void
on_step_answered (TrasChartPage *self,
                  const char    *text)
{
  g_autoptr (TrasSegment) segment = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  TrasCell cell;

  if (!get_point (self, &cell))
    return;

  title = dup_point_title (self, &cell);
  /* Translators: an edit; %s is an indicator with its period */
  label = g_strdup_printf (_("Step change from “%s” on"), title);
  segment = tras_segment_new ();
  segment->indicator_id = self->id;
  segment->from_on = tras_period_start (self->series->every, cell.period);
  segment->why = g_strdup (text);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, segment);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static void
ask_for_step (TrasChartPage *self,
              const char    *why)
{
  ask (self, _("What has changed the process from here on?"), why, _("_New Limits from Here"),
       G_CALLBACK (on_step_answered));
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ask_for_step (TRAS_CHART_PAGE (widget), NULL);
}

/* Goes to where the limits stopped fitting, and offers what happened then as the reason. */
static void
on_step_wanted (TrasChartPage *self)
{
  const char *why;
  gint32 period;

  if (self->series == NULL || !tras_indicator_series_propose_step (self->series, &period, &why))
    return;

  gtk_toggle_button_set_active (self->table_button, FALSE);
  if (tras_chart_view_select (self->view, tras_period_start (self->series->every, period)))
    ask_for_step (self, why);
}

static void
on_deviation_made (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (TrasRecord) deviation = user_data;

  if (tras_window_apply_finish (GTK_WIDGET (object), result, NULL, NULL))
    g_signal_emit (object, signals[DEVIATION_MADE], 0, deviation->id);
}

static void
deviation_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);
  g_autoptr (TrasDeviation) deviation = NULL;
  g_autoptr (TrasEdit) edit = NULL;
  g_autofree char *label = NULL;
  TrasCell cell;
  gint32 period;

  if (self->series == NULL || self->writer == NULL)
    return;

  if (get_point (self, &cell))
    period = cell.period;
  else
    period = self->series->n > 0 ? self->series->periods[self->series->n - 1]
                                 : tras_period_index (self->series->every, self->series->day);
  deviation = tras_deviation_draft_from_point (self->series, period);
  /* Translators: an edit; %s is an indicator */
  label = g_strdup_printf (_("New deviation of “%s”"), self->series->indicator->name);
  edit = tras_edit_new (label);
  tras_edit_insert (edit, deviation);
  tras_window_apply (widget, edit, TRAS_APPLY_DEFAULT, on_deviation_made,
                     g_object_ref (deviation));
}

/* ---- out of use, and back ---- */

static void
retire_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);

  if (self->series == NULL)
    return;

  gtk_toggle_button_set_active (self->table_button, FALSE);
  tras_retire_ask (GTK_WIDGET (self->view), self->series->indicator);
}

static void
bring_back_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);

  if (self->series != NULL)
    tras_retire_take_back (widget, self->series);
}

/* ---- paper ---- */

static void
paper_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);
  TrasDay from, to;

  if (self->series == NULL)
    return;

  tras_trend_chart_get_range (tras_chart_view_get_chart (self->view), &from, &to);
  if (g_str_equal (action_name, "chart.save"))
    tras_chart_paper_save (widget, self->series, from, to);
  else if (g_str_equal (action_name, "chart.copy"))
    tras_chart_paper_copy (widget, self->series, from, to);
  else
    tras_chart_paper_print (widget, self->series, from, to);
}

/* ---- how it is seen ---- */

static void
on_periods (TrasChartPage *self)
{
  guint n = tras_chart_view_get_periods (self->view);

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->range_13, n == 13);
  gtk_toggle_button_set_active (self->range_26, n == 26);
  gtk_toggle_button_set_active (self->range_52, n == 52);
  gtk_toggle_button_set_active (self->range_all, n == 0);
  self->showing = FALSE;
}

static void
on_range_toggled (TrasChartPage   *self,
                  GtkToggleButton *toggle)
{
  if (self->showing)
    return;

  tras_chart_view_set_periods (self->view, toggle == self->range_13   ? 13
                                           : toggle == self->range_26 ? 26
                                           : toggle == self->range_52 ? 52
                                                                      : 0);
  on_periods (self);
}

static void
periods_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TrasChartPage *self = TRAS_CHART_PAGE (widget);

  tras_chart_view_set_periods (self->view, (guint) g_variant_get_int32 (parameter));
  on_periods (self);
}

static void
on_table_toggled (TrasChartPage *self)
{
  gboolean table = gtk_toggle_button_get_active (self->table_button);

  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "chart");
  on_selected (self);
}

static void
on_back (TrasChartPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static gboolean
on_key_pressed (TrasChartPage   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean left = (state & GDK_ALT_MASK) && keyval == GDK_KEY_Left;

  if (!left && keyval != GDK_KEY_Escape && keyval != GDK_KEY_Back)
    return GDK_EVENT_PROPAGATE;

  on_back (self);

  return GDK_EVENT_STOP;
}

/* ---- loading ---- */

typedef struct
{
  gint64 id;
  TrasDay day;
} Wish;

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Wish *wish = data;
  g_autoptr (TrasIndicatorSeries) series =
    tras_indicator_series_load (db, wish->id, wish->day, error);

  if (series == NULL || !tras_indicator_series_load_marks (series, db, error))
    return NULL;

  return g_steal_pointer (&series);
}

static void
take_series (TrasChartPage       *self,
             TrasIndicatorSeries *series)
{
  g_clear_pointer (&self->series, tras_indicator_series_unref);
  self->series = series;
  tras_chart_view_set_series (self->view, series);
  tras_chart_table_set_series (self->table, series);
  if (series != NULL)
    {
      g_autofree char *under = tras_sentence_footnote (series,
                                                       tras_number_format_get_default ());

      show_titles (self);
      tras_verdict_strip_show (self->verdict, series, self->writer != NULL);
      gtk_label_set_label (self->source, under != NULL ? under : "");
      gtk_widget_set_visible (GTK_WIDGET (self->source), under != NULL);
      if (self->wanted_day != TRAS_DAY_NONE)
        tras_chart_view_select (self->view, self->wanted_day);
      self->wanted_day = TRAS_DAY_NONE;
    }
  on_selected (self);
}

static gpointer
get_wish (gpointer owner)
{
  TrasChartPage *self = owner;
  Wish *wish;

  if (self->id == 0)
    return NULL;

  wish = g_new0 (Wish, 1);
  wish->id = self->id;
  wish->day = tras_day_today ();

  return wish;
}

static void
take_answer (gpointer owner,
             gpointer series)
{
  take_series (owner, series);
}

/* An undo may have taken the indicator away. */
static void
fail (gpointer  owner,
      GError   *error)
{
  if (g_error_matches (error, TRAS_ERROR, TRAS_ERROR_NOT_FOUND))
    on_back (owner);
  else
    tras_window_report_error (owner, error);
}

/* Marks come from many tables; one indicator is read sooner than that is known. */
static gboolean
is_touched (gpointer     owner,
            TrasChanges *changes)
{
  return TRUE;
}

static const TrasLoading loading = {
  .is_touched = is_touched,
  .ask = get_wish,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) tras_indicator_series_unref,
  .take = take_answer,
  .fail = fail,
};

/* ---- the object ---- */

static void
tras_chart_page_dispose (GObject *object)
{
  TrasChartPage *self = TRAS_CHART_PAGE (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_object (&self->writer);
  g_clear_pointer (&self->series, tras_indicator_series_unref);

  G_OBJECT_CLASS (tras_chart_page_parent_class)->dispose (object);
}

static void
tras_chart_page_class_init (TrasChartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_chart_page_dispose;

  /**
   * TrasChartPage::back:
   *
   * The user has seen enough.
   */
  signals[BACK] = g_signal_new ("back", TRAS_TYPE_CHART_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  /**
   * TrasChartPage::deviation-made:
   * @id: the deviation, to be filled in
   */
  signals[DEVIATION_MADE] = g_signal_new ("deviation-made", TRAS_TYPE_CHART_PAGE,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "chart.value", NULL, value_action);
  gtk_widget_class_install_action (widget_class, "chart.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "chart.why", NULL, why_action);
  gtk_widget_class_install_action (widget_class, "chart.leave-out", NULL, leave_out_action);
  gtk_widget_class_install_action (widget_class, "chart.count", NULL, count_action);
  gtk_widget_class_install_action (widget_class, "chart.step", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "chart.retire", NULL, retire_action);
  gtk_widget_class_install_action (widget_class, "chart.bring-back", NULL, bring_back_action);
  gtk_widget_class_install_action (widget_class, "chart.deviation", NULL, deviation_action);
  gtk_widget_class_install_action (widget_class, "chart.periods", "i", periods_action);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, paper_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, GDK_SHIFT_MASK, "chart.why",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "chart.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "chart.deviation", NULL);

  g_type_ensure (TRAS_TYPE_CHART_TABLE);
  g_type_ensure (TRAS_TYPE_CHART_VIEW);
  g_type_ensure (TRAS_TYPE_INDICATOR_DETAIL);
  g_type_ensure (TRAS_TYPE_VERDICT_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/trastienda/Trastienda/ui/indicators/"
                                               "tras-chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, define_button);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, detail);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, point_bar);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, point_label);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, point_menu);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, range_13);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, range_26);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, range_52);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, range_all);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, table);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, table_button);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, title);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, source);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, TrasChartPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_periods);
  gtk_widget_class_bind_template_callback (widget_class, on_step_wanted);
  gtk_widget_class_bind_template_callback (widget_class, on_range_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_table_toggled);
}

static void
tras_chart_page_init (TrasChartPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_set_page (GTK_WIDGET (self), "read-a-chart");

  self->wanted_day = TRAS_DAY_NONE;
  self->loader = tras_loader_new (&loading, self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_object_bind_property (self->define_button, "active", self->flap, "reveal-flap",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  tras_chart_view_set_menu (self->view, self->point_menu);
  tras_chart_view_set_periods (self->view, 52);
  on_periods (self);
  update_actions (self);
}

/**
 * tras_chart_page_set_store:
 * @self: a page
 * @store: (nullable): where the indicator is read from and written to
 */
void
tras_chart_page_set_store (TrasChartPage *self,
                           TrasStore     *store)
{
  g_return_if_fail (TRAS_IS_CHART_PAGE (self));

  if (!tras_loader_set_store (self->loader, store))
    return;

  g_clear_object (&self->writer);
  if (store != NULL && !tras_store_is_read_only (store))
    self->writer = tras_cell_writer_new (store);
  self->id = 0;
  take_series (self, NULL);
  tras_detail_set_store (TRAS_DETAIL (self->detail), store);
}

/**
 * tras_chart_page_show:
 * @self: a page with a store
 * @indicator_id: an indicator, 0 for none
 * @day: a day whose point is selected, or %TRAS_DAY_NONE
 */
void
tras_chart_page_show (TrasChartPage *self,
                      gint64         indicator_id,
                      TrasDay        day)
{
  g_return_if_fail (TRAS_IS_CHART_PAGE (self));

  self->wanted_day = day;
  if (self->id != indicator_id)
    {
      tras_loader_stop (self->loader);
      self->id = indicator_id;
      take_series (self, NULL);
      self->wanted_day = day;
    }
  tras_detail_show (TRAS_DETAIL (self->detail), TRAS_TYPE_INDICATOR, indicator_id);
  tras_loader_load (self->loader);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * tras_chart_page_define:
 * @self: a page
 *
 * Shows what the indicator is, to be changed.
 */
void
tras_chart_page_define (TrasChartPage *self)
{
  g_return_if_fail (TRAS_IS_CHART_PAGE (self));

  gtk_toggle_button_set_active (self->define_button, TRUE);
}

gint64
tras_chart_page_get_id (TrasChartPage *self)
{
  g_return_val_if_fail (TRAS_IS_CHART_PAGE (self), 0);

  return self->id;
}

TrasChartView *
tras_chart_page_get_view (TrasChartPage *self)
{
  g_return_val_if_fail (TRAS_IS_CHART_PAGE (self), NULL);

  return self->view;
}

/* tras-decision-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-forms.h"
#include "tras-action-list.h"
#include "tras-decision-detail.h"
#include "tras-decision-words.h"
#include "tras-entry-row.h"
#include "tras-indicator.h"
#include "tras-number.h"
#include "tras-plan-forms.h"
#include "tras-reference-row.h"
#include "tras-text-row.h"
#include "tras-window.h"

#define ACTION_DAYS 14

/**
 * TrasDecisionDetail:
 *
 * A decision, whether it is still in force, what it replaced and was replaced by, and what hangs
 * from it: actions and the step changes of indicators.
 */
struct _TrasDecisionDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  GtkImage *state_icon;
  GtkLabel *next_label;
  GtkLabel *state;
  GtkListBox *chain;
  GtkListBox *steps;
  GtkWidget *add_button;
  GtkWidget *buttons;
  GtkWidget *chain_group;
  GtkWidget *keep_button;
  GtkWidget *steps_group;
  TrasActionList *actions;

  /* owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TrasDecisionDetail, tras_decision_detail, TRAS_TYPE_DETAIL)

static TrasDecision *
get_decision (TrasDecisionDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasDecisionDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

/* ---- how it stands ---- */

static void
show_state (TrasDecisionDetail *self,
            TrasDecision       *decision)
{
  gboolean due = tras_decision_is_due (decision, tras_day_today ());
  gboolean writable = !tras_store_is_read_only (get_store (self));
  g_autofree char *next = tras_decision_words_dup_state (decision, tras_day_today ());
  g_autofree char *day = tras_number_format_date_medium (tras_number_format_get_default (),
                                                         decision->decided_on);
  g_autofree char *words = NULL;
  const char *classes[] = { tras_decision_words_get_class (decision, tras_day_today ()), NULL };

  /* Translators: a code, a person and a day: “DC-3, decided by Ana on 4 Mar 2026” */
  words = g_strdup_printf (_("%s, decided by %s on %s"), decision->code, decision->by_name, day);
  gtk_label_set_label (self->next_label, next);
  gtk_label_set_label (self->state, words);
  gtk_image_set_from_icon_name (self->state_icon,
                                tras_decision_words_get_icon (decision, tras_day_today ()));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);
  gtk_widget_set_visible (self->buttons, decision->replaced_by == 0 && writable);
  gtk_widget_set_visible (self->keep_button, due);
  gtk_widget_set_sensitive (self->add_button, decision->replaced_by == 0 && writable);
}

static void
on_keep (TrasDecisionDetail *self)
{
  if (get_decision (self) != NULL)
    tras_plan_forms_keep_decision (GTK_WIDGET (self), get_store (self), get_decision (self));
}

static void
on_replace (TrasDecisionDetail *self)
{
  if (get_decision (self) != NULL)
    tras_plan_forms_replace_decision (GTK_WIDGET (self), get_store (self), get_decision (self));
}

static void
on_add_action (TrasDecisionDetail *self)
{
  TrasDecision *decision = get_decision (self);
  g_autoptr (TrasAction) draft = NULL;

  if (decision == NULL)
    return;

  draft = tras_action_new ();
  draft->decision_id = TRAS_RECORD (decision)->id;
  draft->owner_id = decision->by_id;
  draft->due_on = tras_day_today () + ACTION_DAYS;
  tras_action_forms_add (GTK_WIDGET (self), get_store (self), draft, decision->what);
}

/* ---- what was before and since, and what hangs from it ---- */

typedef struct
{
  GPtrArray *older;
  GPtrArray *newer;
  GPtrArray *segments;
  GPtrArray *indicators;
} Related;

static void
related_free (gpointer data)
{
  Related *related = data;

  g_clear_pointer (&related->older, g_ptr_array_unref);
  g_clear_pointer (&related->newer, g_ptr_array_unref);
  g_clear_pointer (&related->segments, g_ptr_array_unref);
  g_clear_pointer (&related->indicators, g_ptr_array_unref);
  g_free (related);
}

static gboolean
has_record (GPtrArray *records,
            gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (TRAS_RECORD (records->pdata[i])->id == id)
        return TRUE;
    }

  return FALSE;
}

/* One after the other until none follows; a file from elsewhere may go in a circle. */
static gboolean
follow_newer (Related  *related,
              TrasDb   *db,
              gint64    id,
              GError  **error)
{
  while (id != 0 && !has_record (related->newer, id))
    {
      TrasDecision *next = tras_db_load (db, TRAS_TYPE_DECISION, id, error);

      if (next == NULL)
        return FALSE;
      g_ptr_array_add (related->newer, next);
      id = next->replaced_by;
    }

  return TRUE;
}

static gpointer
read_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  TrasDecision *decision = data;
  g_autoptr (TrasQuery) older = tras_query_new (TRAS_TYPE_DECISION);
  g_autoptr (TrasQuery) segments = tras_query_new (TRAS_TYPE_SEGMENT);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Related *related = g_new0 (Related, 1);

  tras_query_where_int (older, "replaced_by", TRAS_QUERY_EQ, TRAS_RECORD (decision)->id);
  tras_query_where_int (segments, "decision_id", TRAS_QUERY_EQ, TRAS_RECORD (decision)->id);
  related->newer = g_ptr_array_new_with_free_func (g_object_unref);
  related->older = tras_db_select (db, older, error);
  if (related->older != NULL && follow_newer (related, db, decision->replaced_by, error))
    related->segments = tras_db_select (db, segments, error);
  for (guint i = 0; related->segments != NULL && i < related->segments->len; i++)
    g_array_append_val (ids, TRAS_SEGMENT (related->segments->pdata[i])->indicator_id);
  if (related->segments != NULL)
    related->indicators = tras_db_load_many (db, TRAS_TYPE_INDICATOR, (gint64 *) ids->data,
                                             ids->len, error);
  if (related->indicators == NULL)
    g_clear_pointer (&related, related_free);

  return related;
}

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
on_row_activated (GtkWidget  *row,
                  TrasRecord *record)
{
  tras_window_show_record (row, G_OBJECT_TYPE (record), record->id);
}

static void
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle,
         gpointer    record)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "title-lines", 2, "activatable", TRUE,
                                 NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_signal_connect_data (row, "activated", G_CALLBACK (on_row_activated), g_object_ref (record),
                         (GClosureNotify) (void *) g_object_unref, 0);
  gtk_list_box_append (list, row);
}

typedef enum
{
  OLDER,
  NEWER,
  LATER,
} Place;

static void
add_decision (TrasDecisionDetail *self,
              TrasDecision       *decision,
              Place               place)
{
  g_autofree char *day = tras_number_format_date_medium (tras_number_format_get_default (),
                                                         decision->decided_on);
  g_autofree char *subtitle = NULL;

  if (place == OLDER)
    /* Translators: the code of a decision and its day */
    subtitle = g_strdup_printf (_("This replaces %s of %s"), decision->code, day);
  else if (place == NEWER)
    /* Translators: the code of a decision and its day */
    subtitle = g_strdup_printf (_("Replaced by %s on %s"), decision->code, day);
  else
    /* Translators: of a decision that was replaced once more */
    subtitle = g_strdup_printf (_("Then by %s on %s"), decision->code, day);
  add_row (self->chain, decision->what, subtitle, decision);
}

static void
show_related (TrasDecisionDetail *self,
              Related            *related)
{
  clear (self->chain);
  for (guint i = 0; i < related->older->len; i++)
    add_decision (self, related->older->pdata[i], OLDER);
  for (guint i = 0; i < related->newer->len; i++)
    add_decision (self, related->newer->pdata[i], i == 0 ? NEWER : LATER);
  gtk_widget_set_visible (self->chain_group, related->older->len + related->newer->len > 0);

  clear (self->steps);
  for (guint i = 0; i < related->segments->len && i < related->indicators->len; i++)
    {
      TrasSegment *segment = related->segments->pdata[i];
      TrasIndicator *indicator = related->indicators->pdata[i];
      g_autofree char *day = tras_number_format_date_medium (tras_number_format_get_default (),
                                                             segment->from_on);
      /* Translators: from which day on an indicator has new limits */
      g_autofree char *subtitle = g_strdup_printf (_("New limits since %s"), day);

      add_row (self->steps, indicator->name, subtitle, indicator);
    }
  gtk_widget_set_visible (self->steps_group, related->segments->len > 0);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TrasDecisionDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  Related *related = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (related == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  if (get_store (self) == TRAS_STORE (object))
    show_related (self, related);
  related_free (related);
}

/* ---- the object ---- */

static void
tras_decision_detail_record_changed (TrasDetail *detail,
                                     gpointer    record)
{
  TrasDecisionDetail *self = TRAS_DECISION_DETAIL (detail);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (record == NULL)
    return;

  show_state (self, record);
  tras_action_list_show (self->actions, get_store (self), "decision_id", TRAS_RECORD (record)->id);
  self->cancellable = g_cancellable_new ();
  tras_store_run_async (get_store (self), tras_decision_detail_record_changed, read_job,
                        g_object_ref (record), g_object_unref, related_free, self->cancellable,
                        on_read, g_object_ref (self));
}

static void
tras_decision_detail_dispose (GObject *object)
{
  TrasDecisionDetail *self = TRAS_DECISION_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tras_decision_detail_parent_class)->dispose (object);
}

static void
tras_decision_detail_class_init (TrasDecisionDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_decision_detail_dispose;
  TRAS_DETAIL_CLASS (klass)->record_changed = tras_decision_detail_record_changed;

  g_type_ensure (TRAS_TYPE_ACTION_LIST);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/plans/tras-decision-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, actions);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, buttons);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, chain);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, chain_group);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, keep_button);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, next_label);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, state);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, steps);
  gtk_widget_class_bind_template_child (widget_class, TrasDecisionDetail, steps_group);
  gtk_widget_class_bind_template_callback (widget_class, on_add_action);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_replace);
}

static void
tras_decision_detail_init (TrasDecisionDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

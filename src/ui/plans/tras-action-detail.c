/* tras-action-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action-detail.h"
#include "tras-action-forms.h"
#include "tras-action-kinds.h"
#include "tras-action-rules.h"
#include "tras-action-words.h"
#include "tras-choice-row.h"
#include "tras-decision.h"
#include "tras-deviation.h"
#include "tras-entry-row.h"
#include "tras-experiment.h"
#include "tras-goal.h"
#include "tras-icon-button.h"
#include "tras-list-sync.h"
#include "tras-money-strip.h"
#include "tras-number.h"
#include "tras-percent-row.h"
#include "tras-reference-row.h"
#include "tras-text-row.h"
#include "tras-window.h"

struct _TrasActionDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwActionRow *due_row;
  AdwActionRow *serves_row;
  GtkBox *end_buttons;
  GtkButton *blocked_button;
  GtkButton *move_button;
  GtkButton *reopen_button;
  GtkImage *state_icon;
  GtkLabel *result_label;
  GtkLabel *state_label;
  GtkListBox *after_list;
  GtkListBox *need_list;
  GtkLabel *warning_label;
  TrasActionKinds *kinds;
  TrasMoneyStrip *strip;

  /* owned */
  GListStore *needs;
  GListStore *afters;
};

G_DEFINE_FINAL_TYPE (TrasActionDetail, tras_action_detail, TRAS_TYPE_DETAIL)

static TrasAction *
get_action (TrasActionDetail *self)
{
  return tras_detail_get_record (TRAS_DETAIL (self));
}

static TrasStore *
get_store (TrasActionDetail *self)
{
  return tras_detail_get_store (TRAS_DETAIL (self));
}

static gboolean
can_write (TrasActionDetail *self)
{
  return get_store (self) != NULL && !tras_store_is_read_only (get_store (self));
}

/* ---- how it stands ---- */

static void
show_state (TrasActionDetail *self,
            TrasAction       *action)
{
  TrasDay today = tras_day_today ();
  g_autofree char *state = tras_action_words_dup_state (action, today);
  const char *classes[] = { tras_action_words_get_class (action, today), NULL };
  gboolean open = tras_action_is_open (action);
  gboolean blocked = g_strcmp0 (action->state, "blocked") == 0;

  gtk_image_set_from_icon_name (self->state_icon, tras_action_words_get_icon (action, today));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state_icon), classes);
  gtk_label_set_label (self->state_label, state);
  gtk_label_set_label (self->result_label, action->result != NULL ? action->result : "");
  gtk_widget_set_visible (GTK_WIDGET (self->result_label), action->result != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->end_buttons), open && can_write (self));
  gtk_widget_set_visible (GTK_WIDGET (self->blocked_button), !blocked);
  gtk_widget_set_visible (GTK_WIDGET (self->reopen_button),
                          (!open || blocked) && can_write (self));
  gtk_button_set_label (self->reopen_button, blocked ? _("_Go On") : _("_Reopen"));
}

static void
show_due (TrasActionDetail *self,
          TrasAction       *action)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *due = tras_number_format_date_medium (format, action->due_on);
  g_autofree char *first = NULL;
  g_autofree char *times = NULL;
  g_autofree char *text = NULL;

  if (action->moved > 0)
    {
      first = tras_number_format_date_medium (format, action->first_due_on);
      /* Translators: how often a date was moved, and where it was first */
      times = g_strdup_printf (ngettext ("moved %d time, first due %s",
                                         "moved %d times, first due %s",
                                         (gulong) action->moved), (int) action->moved, first);
      text = action->moved_why != NULL
               /* Translators: a date, how often it was moved, and why */
               ? g_strdup_printf (_("%s, %s: %s"), due, times, action->moved_why)
               : g_strdup_printf (_("%s, %s"), due, times);
    }
  adw_action_row_set_subtitle (self->due_row, text != NULL ? text : due);
  gtk_widget_set_visible (GTK_WIDGET (self->move_button),
                          tras_action_is_open (action) && can_write (self));
}

/* ---- what it serves ---- */

static GType
get_served (TrasAction *action,
            gint64     *id)
{
  const struct
  {
    GType type;
    gint64 id;
  } served[] = {
    { TRAS_TYPE_GOAL, action->goal_id },
    { TRAS_TYPE_DEVIATION, action->deviation_id },
    { TRAS_TYPE_EXPERIMENT, action->experiment_id },
    { TRAS_TYPE_DECISION, action->decision_id },
  };

  for (guint i = 0; i < G_N_ELEMENTS (served); i++)
    {
      *id = served[i].id;
      if (*id != 0)
        return served[i].type;
    }

  return G_TYPE_INVALID;
}

static void
show_served (TrasActionDetail *self,
             TrasAction       *action)
{
  gint64 id;
  GType type = get_served (action, &id);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->serves_row),
                                 type != G_TYPE_INVALID
                                   ? _(tras_record_type_get_table (type)->singular)
                                   : _("Serves"));
  adw_action_row_set_subtitle (self->serves_row, action->serves != NULL ? action->serves : "");
}

static void
on_serves_activated (TrasActionDetail *self)
{
  gint64 id;
  GType type;

  if (get_action (self) == NULL)
    return;

  type = get_served (get_action (self), &id);
  if (type != G_TYPE_INVALID && !tras_window_show_record (GTK_WIDGET (self), type, id))
    tras_window_toast (GTK_WIDGET (self), _("There is no page for this yet"));
}

/* ---- needs ---- */

static char *
dup_amounts (TrasActionNeed *need,
             const char     *currency)
{
  const TrasNumberFormat *format = tras_number_format_get_default ();
  g_autofree char *hours = NULL;
  g_autofree char *money = NULL;

  if (need->planned_minutes != 0 || need->spent_minutes != 0)
    {
      g_autofree char *planned = tras_action_words_dup_hours (need->planned_minutes);
      g_autofree char *spent = tras_action_words_dup_hours (need->spent_minutes);

      /* Translators: what was spent of what was planned: “2 h of 8 h” */
      hours = g_strdup_printf (_("%s of %s"), spent, planned);
    }
  if (need->planned_money != 0 || need->spent_money != 0)
    {
      g_autofree char *planned = tras_number_format_money (format, need->planned_money, currency);
      g_autofree char *spent = tras_number_format_money (format, need->spent_money, currency);

      money = g_strdup_printf (_("%s of %s"), spent, planned);
    }
  if (hours != NULL && money != NULL)
    return g_strdup_printf ("%s\n%s", hours, money);

  return hours != NULL ? g_steal_pointer (&hours) : g_steal_pointer (&money);
}

static GtkWidget *
make_need_row (gpointer item,
               gpointer user_data)
{
  TrasActionDetail *self = user_data;
  TrasActionNeed *need = item;
  const TrasTable *table = tras_record_type_get_table (TRAS_TYPE_ACTION_NEED);
  g_autofree char *amounts = dup_amounts (need, tras_store_get_currency (get_store (self)));
  const char *kind = tras_choice_get_label (tras_table_find_field (table, "kind")->choices,
                                            need->kind);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", need->what,
                                 "subtitle", kind, "activatable", can_write (self), NULL);
  GtkWidget *label = gtk_label_new (amounts);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static void
on_need_activated (TrasActionDetail *self,
                   GtkListBoxRow    *row)
{
  g_autoptr (TrasActionNeed) need =
    g_list_model_get_item (G_LIST_MODEL (self->needs), (guint) gtk_list_box_row_get_index (row));

  if (need != NULL && get_action (self) != NULL)
    tras_action_forms_edit_need (GTK_WIDGET (self), get_store (self), get_action (self), need);
}

static void
on_add_need (TrasActionDetail *self)
{
  if (get_action (self) != NULL && can_write (self))
    tras_action_forms_edit_need (GTK_WIDGET (self), get_store (self), get_action (self), NULL);
}

/* ---- what it waits for ---- */

static void
on_after_removed (TrasActionDetail *self,
                  GtkWidget        *button)
{
  TrasRecord *after = g_object_get_data (G_OBJECT (button), "after");
  g_autoptr (TrasActionAfter) record = tras_action_after_new ();
  g_autoptr (TrasEdit) edit = tras_edit_new (_("Wait no longer"));

  if (get_action (self) == NULL)
    return;

  record->action_id = TRAS_RECORD (get_action (self))->id;
  record->after_id = after->id;
  tras_edit_delete (edit, record);
  tras_window_apply (GTK_WIDGET (self), edit, TRAS_APPLY_DEFAULT, NULL, NULL);
}

static GtkWidget *
make_after_row (gpointer item,
                gpointer user_data)
{
  TrasActionDetail *self = user_data;
  TrasAction *action = item;
  TrasDay today = tras_day_today ();
  g_autofree char *state = tras_action_words_dup_state (action, today);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", action->title,
                                 "subtitle", state, "activatable", TRUE, "title-lines", 2, NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (tras_action_words_get_icon (action, today));
  GtkWidget *remove = tras_icon_button_new ("list-remove-symbolic", _("Wait no longer"));

  gtk_widget_add_css_class (icon, tras_action_words_get_class (action, today));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_set_visible (remove, can_write (self));
  g_object_set_data_full (G_OBJECT (remove), "after", g_object_ref (action), g_object_unref);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_after_removed), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);

  return row;
}

static void
on_after_activated (TrasActionDetail *self,
                    GtkListBoxRow    *row)
{
  g_autoptr (TrasRecord) after =
    g_list_model_get_item (G_LIST_MODEL (self->afters), (guint) gtk_list_box_row_get_index (row));

  if (after != NULL)
    tras_window_show_record (GTK_WIDGET (self), TRAS_TYPE_ACTION, after->id);
}

static void
on_add_after (TrasActionDetail *self)
{
  if (get_action (self) != NULL && can_write (self))
    tras_action_forms_add_after (GTK_WIDGET (self), get_store (self), get_action (self));
}

/* ---- reading ---- */

typedef struct
{
  gint64 id;
  GPtrArray *needs;
  GPtrArray *afters;
  TrasGoal *goal;
  TrasActionRecords *records;
} Related;

static void
related_free (gpointer data)
{
  Related *related = data;

  g_clear_pointer (&related->needs, g_ptr_array_unref);
  g_clear_pointer (&related->afters, g_ptr_array_unref);
  g_clear_object (&related->goal);
  g_clear_pointer (&related->records, tras_action_records_free);
  g_free (related);
}

/* What is read of an action. */
typedef struct
{
  gint64 id;
  gint64 goal_id;
} Wanted;

static GPtrArray *
load_afters (TrasDb  *db,
             gint64   id,
             GError **error)
{
  g_autoptr (TrasQuery) links = tras_query_new (TRAS_TYPE_ACTION_AFTER);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  tras_query_where_int (links, "action_id", TRAS_QUERY_EQ, id);
  after = tras_db_select (db, links, error);
  if (after == NULL)
    return NULL;
  for (guint i = 0; i < after->len; i++)
    g_array_append_val (ids, ((TrasActionAfter *) after->pdata[i])->after_id);

  return tras_db_load_many (db, TRAS_TYPE_ACTION, (gint64 *) (gpointer) ids->data, ids->len, error);
}

static gpointer
read_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Wanted *wanted = data;
  g_autoptr (TrasQuery) needs = tras_query_new (TRAS_TYPE_ACTION_NEED);
  Related *related = g_new0 (Related, 1);

  related->id = wanted->id;
  tras_query_where_int (needs, "action_id", TRAS_QUERY_EQ, wanted->id);
  if ((related->needs = tras_db_select (db, needs, error)) == NULL ||
      (related->afters = load_afters (db, wanted->id, error)) == NULL ||
      (related->records = tras_action_records_load (db, wanted->id, error)) == NULL ||
      (wanted->goal_id != 0 &&
       (related->goal = tras_db_load (db, TRAS_TYPE_GOAL, wanted->goal_id, error)) == NULL))
    g_clear_pointer (&related, related_free);

  return related;
}

static gboolean
is_same_record (gconstpointer a,
                gconstpointer b)
{
  return TRAS_RECORD ((gpointer) a)->id == TRAS_RECORD ((gpointer) b)->id &&
         tras_record_equal (TRAS_RECORD ((gpointer) a), TRAS_RECORD ((gpointer) b));
}

static void
show_warning (TrasActionDetail *self,
              TrasGoal         *goal)
{
  g_autofree char *warning = tras_action_rules_dup_warning (get_action (self), goal);

  gtk_label_set_label (self->warning_label, warning != NULL ? warning : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->warning_label)),
                          warning != NULL);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TrasActionDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  Related *related = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (related == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  if (get_store (self) == TRAS_STORE (object))
    {
      tras_list_sync (self->needs, related->needs, is_same_record);
      tras_list_sync (self->afters, related->afters, is_same_record);
      gtk_widget_set_visible (GTK_WIDGET (self->need_list), related->needs->len > 0);
      gtk_widget_set_visible (GTK_WIDGET (self->after_list), related->afters->len > 0);
      if (get_action (self) != NULL && TRAS_RECORD (get_action (self))->id == related->id)
        {
          show_warning (self, related->goal);
          tras_action_kinds_set (self->kinds, get_store (self), get_action (self),
                                 g_steal_pointer (&related->records));
        }
    }
  related_free (related);
}

static void
tras_action_detail_record_changed (TrasDetail *detail,
                                   gpointer    record)
{
  TrasActionDetail *self = TRAS_ACTION_DETAIL (detail);
  TrasAction *action = record;
  Wanted *wanted;

  if (action == NULL)
    return;

  show_state (self, action);
  show_due (self, action);
  show_served (self, action);
  tras_money_strip_set (self->strip, action->planned_money, action->committed_money,
                        action->spent_money, tras_store_get_currency (get_store (self)));
  wanted = g_new0 (Wanted, 1);
  wanted->id = TRAS_RECORD (action)->id;
  wanted->goal_id = action->goal_id;
  tras_store_run_async (get_store (self), tras_action_detail_record_changed, read_job, wanted,
                        g_free, related_free, NULL, on_read, g_object_ref (self));
}

/* ---- what becomes of it ---- */

static void
end_action (TrasActionDetail *self,
            TrasActionEnd     end)
{
  if (get_action (self) != NULL)
    tras_action_forms_end (GTK_WIDGET (self), get_store (self), get_action (self), end);
}

static void
on_done_clicked (TrasActionDetail *self)
{
  end_action (self, TRAS_ACTION_DONE);
}

static void
on_blocked_clicked (TrasActionDetail *self)
{
  end_action (self, TRAS_ACTION_BLOCKED);
}

static void
on_drop_clicked (TrasActionDetail *self)
{
  end_action (self, TRAS_ACTION_DROPPED);
}

static void
on_move_clicked (TrasActionDetail *self)
{
  if (get_action (self) != NULL)
    tras_action_forms_move (GTK_WIDGET (self), get_store (self), get_action (self));
}

static void
on_reopen_clicked (TrasActionDetail *self)
{
  g_autoptr (TrasAction) action = NULL;

  if (get_action (self) == NULL)
    return;

  action = tras_record_dup (get_action (self));
  action->state = g_intern_static_string ("open");
  action->closed_on = TRAS_DAY_NONE;
  g_clear_pointer (&action->result, g_free);
  tras_detail_change (TRAS_DETAIL (self), g_steal_pointer (&action), _("Reopen action"));
}

/* ---- the object ---- */

static void
tras_action_detail_dispose (GObject *object)
{
  TrasActionDetail *self = TRAS_ACTION_DETAIL (object);

  g_clear_object (&self->needs);
  g_clear_object (&self->afters);

  G_OBJECT_CLASS (tras_action_detail_parent_class)->dispose (object);
}

static void
tras_action_detail_class_init (TrasActionDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_action_detail_dispose;
  TRAS_DETAIL_CLASS (klass)->record_changed = tras_action_detail_record_changed;

  g_type_ensure (TRAS_TYPE_ACTION_KINDS);
  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_MONEY_STRIP);
  g_type_ensure (TRAS_TYPE_PERCENT_ROW);
  g_type_ensure (TRAS_TYPE_REFERENCE_ROW);
  g_type_ensure (TRAS_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/plans/tras-action-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, after_list);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, blocked_button);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, due_row);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, end_buttons);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, kinds);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, move_button);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, need_list);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, result_label);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, serves_row);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, state_label);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, strip);
  gtk_widget_class_bind_template_child (widget_class, TrasActionDetail, warning_label);
  gtk_widget_class_bind_template_callback (widget_class, on_add_after);
  gtk_widget_class_bind_template_callback (widget_class, on_add_need);
  gtk_widget_class_bind_template_callback (widget_class, on_after_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_blocked_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_move_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_need_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_reopen_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_serves_activated);
}

static void
tras_action_detail_init (TrasActionDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->needs = g_list_store_new (TRAS_TYPE_ACTION_NEED);
  gtk_list_box_bind_model (self->need_list, G_LIST_MODEL (self->needs), make_need_row, self, NULL);
  self->afters = g_list_store_new (TRAS_TYPE_ACTION);
  gtk_list_box_bind_model (self->after_list, G_LIST_MODEL (self->afters), make_after_row, self,
                           NULL);
}

/* tras-plans-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tras-action-detail.h"
#include "tras-action-forms.h"
#include "tras-action-words.h"
#include "tras-calendar.h"
#include "tras-chip.h"
#include "tras-column.h"
#include "tras-decision-detail.h"
#include "tras-decision-words.h"
#include "tras-experiment-detail.h"
#include "tras-experiment-words.h"
#include "tras-help.h"
#include "tras-id-selection.h"
#include "tras-inner-page.h"
#include "tras-lessons-page.h"
#include "tras-inner-switch.h"
#include "tras-load-page.h"
#include "tras-money-page.h"
#include "tras-money-strip.h"
#include "tras-number.h"
#include "tras-plan-forms.h"
#include "tras-plan-template-forms.h"
#include "tras-plans-page.h"
#include "tras-record-page.h"
#include "tras-row.h"
#include "tras-save-file.h"
#include "tras-spent-cell.h"
#include "tras-timeline-page.h"
#include "tras-window.h"

/* What stands beside the lists and is none itself. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
  void (*set_store) (gpointer   page,
                     TrasStore *store);
  void (*focus) (gpointer page);
  void (*focus_search) (gpointer page);
} sides[] = {
  { "timeline", tras_timeline_page_get_type,
    (void (*) (gpointer, TrasStore *)) tras_timeline_page_set_store,
    (void (*) (gpointer)) tras_timeline_page_focus, NULL },
  { "load", tras_load_page_get_type, (void (*) (gpointer, TrasStore *)) tras_load_page_set_store,
    (void (*) (gpointer)) tras_load_page_focus, NULL },
  { "money", tras_money_page_get_type, (void (*) (gpointer, TrasStore *)) tras_money_page_set_store,
    (void (*) (gpointer)) tras_money_page_focus, NULL },
  { "lessons", tras_lessons_page_get_type,
    (void (*) (gpointer, TrasStore *)) tras_lessons_page_set_store,
    (void (*) (gpointer)) tras_lessons_page_focus,
    (void (*) (gpointer)) tras_lessons_page_focus_search },
};

struct _TrasPlansPage
{
  TrasPage parent_instance;

  /* template widgets */
  GtkStack *lists;
  GtkWidget *more_button;
  TrasMoneyStrip *strip;
  TrasRecordPage *list;

  /* borrowed; what is beside the actions is made when it is first shown */
  GtkToggleButton *open_chip;
  TrasRecordPage *decisions;
  TrasRecordPage *experiments;
  GtkWidget *sides[G_N_ELEMENTS (sides)];

  /* owned */
  TrasStore *store;
  TrasRowList *rows;
};

G_DEFINE_FINAL_TYPE (TrasPlansPage, tras_plans_page, TRAS_TYPE_PAGE)

/* What the actions on show cost, and how many of all are late; the decisions to be looked at again,
 * and the experiments past their stop date. */
typedef struct
{
  gint64 planned;
  gint64 committed;
  gint64 spent;
  gint64 n_late;
  gint64 n_revisits;
  gint64 n_stopped;
  gint64 n_all;
} Sums;

/* ---- cells ---- */

static char *
dup_serves (TrasRecord *action,
            TrasDay     day)
{
  return g_strdup (TRAS_ACTION (action)->serves);
}

static gboolean
is_in_force (TrasRecord *decision)
{
  return TRAS_DECISION (decision)->replaced_by == 0;
}

static const TrasHeadline action_headline = {
  .get_icon = (const char *(*) (TrasRecord *, TrasDay)) tras_action_words_get_icon,
  .get_class = (const char *(*) (TrasRecord *, TrasDay)) tras_action_words_get_class,
  .dup_below = dup_serves,
  .is_open = (gboolean (*) (TrasRecord *)) tras_action_is_open,
};

static const TrasHeadline decision_headline = {
  .get_icon = (const char *(*) (TrasRecord *, TrasDay)) tras_decision_words_get_icon,
  .get_class = (const char *(*) (TrasRecord *, TrasDay)) tras_decision_words_get_class,
  .dup_below = (char *(*) (TrasRecord *, TrasDay)) tras_decision_words_dup_state,
  .is_open = is_in_force,
};

static const TrasHeadline experiment_headline = {
  .get_icon = (const char *(*) (TrasRecord *, TrasDay)) tras_experiment_words_get_icon,
  .get_class = (const char *(*) (TrasRecord *, TrasDay)) tras_experiment_words_get_class,
  .dup_below = (char *(*) (TrasRecord *, TrasDay)) tras_experiment_words_dup_state,
  .is_open = (gboolean (*) (TrasRecord *)) tras_experiment_is_open,
};

static char *
action_due (gpointer    item,
            TrasAction *action)
{
  return action != NULL ? tras_action_words_dup_due (action, tras_day_today ()) : g_strdup ("");
}

static char *
action_state (gpointer    item,
              TrasAction *action)
{
  return action != NULL ? tras_action_words_dup_state (action, tras_day_today ()) : g_strdup ("");
}

static GStrv
due_classes (gpointer    item,
             TrasAction *action)
{
  gboolean late = action != NULL && tras_action_words_is_late (action, tras_day_today ());
  const char *classes[] = { "numeric", late ? "tras-worse" : NULL, NULL };

  return g_strdupv ((GStrv) classes);
}

/* ---- filters ---- */

static void
narrow_open (TrasQuery *query,
             gpointer   user_data)
{
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "done");
  tras_query_where_text (query, "state", TRAS_QUERY_NE, "dropped");
}

static void
narrow_late (TrasQuery *query,
             gpointer   user_data)
{
  narrow_open (query, user_data);
  tras_query_where_date (query, "due_on", TRAS_QUERY_LT, tras_day_today ());
}

static void
narrow_due_this_week (TrasQuery *query,
                      gpointer   user_data)
{
  TrasDay monday = tras_period_first_day (TRAS_EVERY_WEEK, tras_day_today ());

  narrow_open (query, user_data);
  tras_query_where_date (query, "due_on", TRAS_QUERY_GE, monday);
  tras_query_where_date (query, "due_on", TRAS_QUERY_LT, monday + 7);
}

static void
narrow_blocked (TrasQuery *query,
                gpointer   user_data)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "blocked");
}

static void
narrow_without_owner (TrasQuery *query,
                      gpointer   user_data)
{
  narrow_open (query, user_data);
  tras_query_where_null (query, "owner_id", TRUE);
}

static void
narrow_done (TrasQuery *query,
             gpointer   user_data)
{
  tras_query_where_text (query, "state", TRAS_QUERY_EQ, "done");
}

static void
narrow_in_force (TrasQuery *query,
                 gpointer   user_data)
{
  tras_query_where_null (query, "replaced_by", TRUE);
}

static void
narrow_to_revisit (TrasQuery *query,
                   gpointer   user_data)
{
  narrow_in_force (query, user_data);
  tras_query_where_date (query, "revisit_on", TRAS_QUERY_LE, tras_day_today ());
}

static void
narrow_replaced (TrasQuery *query,
                 gpointer   user_data)
{
  tras_query_where_null (query, "replaced_by", FALSE);
}

static void
narrow_running (TrasQuery *query,
                gpointer   user_data)
{
  tras_query_where_null (query, "closed_on", TRUE);
}

static void
narrow_stopped (TrasQuery *query,
                gpointer   user_data)
{
  narrow_running (query, user_data);
  tras_query_where_date (query, "stop_on", TRAS_QUERY_LT, tras_day_today ());
}

static void
narrow_closed (TrasQuery *query,
               gpointer   user_data)
{
  tras_query_where_null (query, "closed_on", FALSE);
}

/* ---- sums ---- */

static gboolean
add_money (gpointer   record,
           gpointer   user_data,
           GError   **error)
{
  TrasAction *action = record;
  Sums *sums = user_data;

  sums->planned += action->planned_money;
  sums->committed += action->committed_money;
  sums->spent += action->spent_money;

  return TRUE;
}

static gpointer
sum_job (TrasDb        *db,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (TrasQuery) late = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasQuery) all = tras_query_new (TRAS_TYPE_ACTION);
  g_autoptr (TrasQuery) revisits = tras_query_new (TRAS_TYPE_DECISION);
  g_autoptr (TrasQuery) stopped = tras_query_new (TRAS_TYPE_EXPERIMENT);
  Sums sums = { 0 };

  narrow_late (late, NULL);
  sums.n_late = tras_db_count (db, late, error);
  if (sums.n_late < 0)
    return NULL;
  narrow_to_revisit (revisits, NULL);
  narrow_stopped (stopped, NULL);
  sums.n_revisits = tras_db_count (db, revisits, error);
  if (sums.n_revisits < 0)
    return NULL;
  sums.n_stopped = tras_db_count (db, stopped, error);
  if (sums.n_stopped < 0)
    return NULL;
  sums.n_all = tras_db_count (db, all, error);
  if (sums.n_all < 0 || !tras_db_foreach (db, data, add_money, &sums, error))
    return NULL;

  return g_memdup2 (&sums, sizeof sums);
}

static void
on_summed (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasPlansPage) self = user_data;
  g_autofree Sums *sums = tras_store_run_finish (TRAS_STORE (object), result, NULL);

  if (sums == NULL || self->store != TRAS_STORE (object))
    return;

  tras_money_strip_set (self->strip, sums->planned, sums->committed, sums->spent,
                        tras_store_get_currency (self->store));
  tras_page_set_attention (TRAS_PAGE (self),
                           (guint) (sums->n_late + sums->n_revisits + sums->n_stopped));
  /* Without any action the list says what it is for, and not that a filter found none. */
  if (sums->n_all == 0)
    gtk_toggle_button_set_active (self->open_chip, FALSE);
}

static void
sum (TrasPlansPage *self)
{
  if (self->store == NULL || self->rows == NULL || tras_row_list_is_loading (self->rows))
    return;

  tras_store_run_async (self->store, sum, sum_job,
                        tras_query_ref (tras_row_list_get_query (self->rows)),
                        (GDestroyNotify) tras_query_unref, g_free, NULL, on_summed,
                        g_object_ref (self));
}

/* ---- the page ---- */

static GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child
                                                                   : find_below (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
on_new (TrasPlansPage *self)
{
  if (self->store != NULL && !tras_store_is_read_only (self->store))
    tras_action_forms_new (GTK_WIDGET (self), self->store, 0);
}

/* ---- the menu ---- */

static void
template_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TrasPlansPage *self = TRAS_PLANS_PAGE (widget);

  if (self->store != NULL && !tras_store_is_read_only (self->store))
    tras_plan_template_forms_new (widget, self->store, 0);
}

/* Which actions, and whether people are named. */
typedef struct
{
  TrasQuery *query;
  gboolean with_names;
} Dates;

static void
dates_free (gpointer data)
{
  Dates *dates = data;

  tras_query_unref (dates->query);
  g_free (dates);
}

static gpointer
dates_job (TrasDb        *db,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Dates *dates = data;
  g_autoptr (TrasCalendar) calendar = tras_calendar_new_of_plans (db, dates->query,
                                                                  dates->with_names, error);
  char *text = calendar != NULL ? tras_calendar_dup_text (calendar) : NULL;

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

static GBytes *
make_calendar (GFile    *file,
               gpointer  data,
               GError  **error)
{
  return g_bytes_ref (data);
}

static void
on_dates (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrasPlansPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (bytes == NULL)
    tras_window_report_error (GTK_WIDGET (self), error);
  else
    tras_save_file (GTK_WIDGET (self), _("Save the Due Dates"), TRAS_FILE_CALENDAR,
                    _("Due dates.ics"), make_calendar, bytes, (GDestroyNotify) g_bytes_unref);
}

/* Of the actions on show those that are open. */
static void
calendar_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TrasPlansPage *self = TRAS_PLANS_PAGE (widget);
  Dates *dates;

  if (self->store == NULL || self->rows == NULL)
    return;

  dates = g_new0 (Dates, 1);
  dates->query = tras_query_ref (tras_row_list_get_query (self->rows));
  dates->with_names = g_variant_get_boolean (parameter);
  tras_store_run_async (self->store, calendar_action, dates_job, dates, dates_free,
                        (GDestroyNotify) g_bytes_unref, NULL, on_dates, g_object_ref (self));
}

/* Beside the button that makes a single action. */
static void
add_menu (TrasPlansPage *self)
{
  GtkWidget *new_button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self->list),
                                                                     TRAS_TYPE_RECORD_PAGE,
                                                                     "new_button"));

  gtk_box_append (GTK_BOX (gtk_widget_get_parent (new_button)), self->more_button);
}

/* ---- the lists beside the actions ---- */

static gboolean
is_in_front (TrasPlansPage *self,
             const char    *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->lists), name) == 0;
}

static void
on_new_decision (TrasPlansPage *self)
{
  if (self->store != NULL && !tras_store_is_read_only (self->store))
    tras_plan_forms_new_decision (GTK_WIDGET (self), self->store);
}

static void
on_new_experiment (TrasPlansPage *self)
{
  if (self->store != NULL && !tras_store_is_read_only (self->store))
    tras_plan_forms_new_experiment (GTK_WIDGET (self), self->store);
}

static void
put (TrasPlansPage *self,
     const char    *name,
     GtkWidget     *child)
{
  adw_bin_set_child (ADW_BIN (gtk_stack_get_child_by_name (self->lists, name)), child);
}

static TrasRecordPage *
build_list (TrasPlansPage *self,
            const char    *name,
            void         (*create) (TrasPlansPage *))
{
  g_autofree char *path = g_strdup_printf ("/org/trastienda/Trastienda/ui/plans/%s.ui", name);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);
  TrasRecordPage *list = TRAS_RECORD_PAGE (gtk_builder_get_object (builder, "list"));

  g_signal_connect_object (list, "new", G_CALLBACK (create), self, G_CONNECT_SWAPPED);
  put (self, name, GTK_WIDGET (list));

  return list;
}

static void
build_decisions (TrasPlansPage *self)
{
  self->decisions = build_list (self, "decisions", on_new_decision);
  tras_column_set_headline (tras_record_page_get_column (self->decisions, "what"),
                            &decision_headline);
  tras_help_set_page (GTK_WIDGET (self->decisions), "decide");
  tras_record_page_add_chip (self->decisions, _("To look at again"), narrow_to_revisit, NULL);
  tras_record_page_add_chip (self->decisions, C_("decisions", "In force"), narrow_in_force, NULL);
  tras_record_page_add_chip (self->decisions, C_("decisions", "Replaced"), narrow_replaced, NULL);
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->decisions), self->store);
}

static void
build_experiments (TrasPlansPage *self)
{
  self->experiments = build_list (self, "experiments", on_new_experiment);
  tras_column_set_headline (tras_record_page_get_column (self->experiments, "believe"),
                            &experiment_headline);
  tras_help_set_page (GTK_WIDGET (self->experiments), "try-an-experiment");
  tras_record_page_add_chip (self->experiments, C_("experiments", "Running"), narrow_running,
                             NULL);
  tras_record_page_add_chip (self->experiments, _("Past their stop date"), narrow_stopped, NULL);
  tras_record_page_add_chip (self->experiments, C_("experiments", "Closed"), narrow_closed, NULL);
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->experiments), self->store);
}

static void
build_side (TrasPlansPage *self,
            guint          side)
{
  self->sides[side] = g_object_new (sides[side].get_type (), NULL);
  put (self, sides[side].name, self->sides[side]);
  sides[side].set_store (self->sides[side], self->store);
}

static void
on_list_changed (TrasPlansPage *self)
{
  if (is_in_front (self, "decisions") && self->decisions == NULL)
    build_decisions (self);
  else if (is_in_front (self, "experiments") && self->experiments == NULL)
    build_experiments (self);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (is_in_front (self, sides[i].name) && self->sides[i] == NULL)
      build_side (self, i);
}

/* The list in front; NULL where it is none. */
static TrasRecordPage *
get_front (TrasPlansPage *self)
{
  if (is_in_front (self, "decisions"))
    return self->decisions;
  if (is_in_front (self, "experiments"))
    return self->experiments;

  return is_in_front (self, "actions") ? self->list : NULL;
}

static void
tras_plans_page_activate_new (TrasPage *page)
{
  TrasPlansPage *self = TRAS_PLANS_PAGE (page);

  if (is_in_front (self, "decisions"))
    on_new_decision (self);
  else if (is_in_front (self, "experiments"))
    on_new_experiment (self);
  else
    on_new (self);
}

static void
tras_plans_page_focus_search (TrasPage *page)
{
  TrasPlansPage *self = TRAS_PLANS_PAGE (page);

  if (get_front (self) != NULL)
    tras_inner_page_focus_search (TRAS_INNER_PAGE (get_front (self)));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (is_in_front (self, sides[i].name) && sides[i].focus_search != NULL)
      sides[i].focus_search (self->sides[i]);
}

static void
tras_plans_page_focus (TrasPage *page)
{
  TrasPlansPage *self = TRAS_PLANS_PAGE (page);

  if (get_front (self) != NULL)
    tras_inner_page_focus (TRAS_INNER_PAGE (get_front (self)));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (is_in_front (self, sides[i].name))
      sides[i].focus (self->sides[i]);
}

static gboolean
tras_plans_page_show_record (TrasPage *page,
                             GType     type,
                             gint64    id)
{
  TrasPlansPage *self = TRAS_PLANS_PAGE (page);
  const char *name = type == TRAS_TYPE_ACTION       ? "actions"
                     : type == TRAS_TYPE_DECISION   ? "decisions"
                     : type == TRAS_TYPE_EXPERIMENT ? "experiments"
                                                    : NULL;

  if (name == NULL)
    return FALSE;

  gtk_stack_set_visible_child_name (self->lists, name);
  tras_record_page_show_record (get_front (self), id);

  return TRUE;
}

static void
let_go (TrasPlansPage *self)
{
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);
}

/* The currency stands once, in the head of the last column. */
static void
name_money_column (TrasPlansPage *self,
                   GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GtkColumnViewColumn) column =
    g_list_model_get_item (columns, g_list_model_get_n_items (columns) - 1);
  g_autofree char *title = NULL;

  /* Translators: head of a column: money spent of money planned, in which currency */
  title = g_strdup_printf (_("Spent of planned, %s"),
                           tras_currency_get_symbol (tras_store_get_currency (self->store)));
  gtk_column_view_column_set_title (column, title);
}

static void
follow_rows (TrasPlansPage *self)
{
  GtkWidget *view = find_below (GTK_WIDGET (self->list), GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  if (selection == NULL)
    return;

  name_money_column (self, GTK_COLUMN_VIEW (view));
  self->rows = g_object_ref (tras_id_selection_get_model (TRAS_ID_SELECTION (selection)));
  g_signal_connect_object (self->rows, "notify::loading", G_CALLBACK (sum), self,
                           G_CONNECT_SWAPPED);
}

static void
tras_plans_page_store_changed (TrasPage *page)
{
  TrasPlansPage *self = TRAS_PLANS_PAGE (page);

  let_go (self);
  tras_inner_page_set_store (TRAS_INNER_PAGE (self->list), tras_page_get_store (page));
  if (self->decisions != NULL)
    tras_inner_page_set_store (TRAS_INNER_PAGE (self->decisions), tras_page_get_store (page));
  if (self->experiments != NULL)
    tras_inner_page_set_store (TRAS_INNER_PAGE (self->experiments), tras_page_get_store (page));
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (self->sides[i] != NULL)
      sides[i].set_store (self->sides[i], tras_page_get_store (page));
  if (tras_page_get_store (page) == NULL)
    return;

  self->store = g_object_ref (tras_page_get_store (page));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (sum), self, G_CONNECT_SWAPPED);
  follow_rows (self);
  sum (self);
}

static void
tras_plans_page_dispose (GObject *object)
{
  let_go (TRAS_PLANS_PAGE (object));

  G_OBJECT_CLASS (tras_plans_page_parent_class)->dispose (object);
}

static void
tras_plans_page_class_init (TrasPlansPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TrasPageClass *page_class = TRAS_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tras_plans_page_dispose;
  page_class->kind = "plans";
  page_class->store_changed = tras_plans_page_store_changed;
  page_class->activate_new = tras_plans_page_activate_new;
  page_class->focus_search = tras_plans_page_focus_search;
  page_class->focus = tras_plans_page_focus;
  page_class->show_record = tras_plans_page_show_record;

  g_type_ensure (TRAS_TYPE_ACTION);
  g_type_ensure (TRAS_TYPE_ACTION_DETAIL);
  g_type_ensure (TRAS_TYPE_COLUMN);
  g_type_ensure (TRAS_TYPE_DECISION);
  g_type_ensure (TRAS_TYPE_DECISION_DETAIL);
  g_type_ensure (TRAS_TYPE_EXPERIMENT);
  g_type_ensure (TRAS_TYPE_EXPERIMENT_DETAIL);
  g_type_ensure (TRAS_TYPE_INNER_SWITCH);
  g_type_ensure (TRAS_TYPE_MONEY_STRIP);
  g_type_ensure (TRAS_TYPE_RECORD_PAGE);
  g_type_ensure (TRAS_TYPE_ROW);
  g_type_ensure (TRAS_TYPE_SPENT_CELL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/plans/tras-plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasPlansPage, list);
  gtk_widget_class_bind_template_child (widget_class, TrasPlansPage, lists);
  gtk_widget_class_bind_template_child (widget_class, TrasPlansPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, TrasPlansPage, strip);
  gtk_widget_class_install_action (widget_class, "plans.calendar", "b", calendar_action);
  gtk_widget_class_install_action (widget_class, "plans.template", NULL, template_action);
  gtk_widget_class_bind_template_callback (widget_class, action_due);
  gtk_widget_class_bind_template_callback (widget_class, action_state);
  gtk_widget_class_bind_template_callback (widget_class, due_classes);
  gtk_widget_class_bind_template_callback (widget_class, on_list_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_new);
}

static void
tras_plans_page_init (TrasPlansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_menu (self);
  tras_column_set_headline (tras_record_page_get_column (self->list, "title"), &action_headline);
  tras_help_set_page (GTK_WIDGET (self), "make-a-plan");
  tras_page_add_turning_keys (TRAS_PAGE (self), self->lists);

  /* Translators: the filters name actions, with their count; plural, as in "5 blocked" */
  tras_record_page_add_chip (self->list, C_("actions", "Open"), narrow_open, NULL);
  tras_record_page_add_chip (self->list, C_("actions", "Late"), narrow_late, NULL);
  tras_record_page_add_chip (self->list, C_("actions", "Due this week"), narrow_due_this_week,
                             NULL);
  tras_record_page_add_chip (self->list, C_("actions", "Blocked"), narrow_blocked, NULL);
  tras_record_page_add_chip (self->list, _("No owner"), narrow_without_owner, NULL);
  tras_record_page_add_chip (self->list, C_("actions", "Done"), narrow_done, NULL);
  tras_record_page_add_reference_filter (self->list, "area_id", _("All areas"));
  /* What was done long ago is not what somebody comes here for. */
  self->open_chip = GTK_TOGGLE_BUTTON (find_below (GTK_WIDGET (self->list), TRAS_TYPE_CHIP));
  gtk_toggle_button_set_active (self->open_chip, TRUE);
}

/* tras-goal-checks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tras-detail.h"
#include "tras-form-dialog.h"
#include "tras-goal-check.h"
#include "tras-goal-checks.h"
#include "tras-goal-words.h"
#include "tras-icon-button.h"
#include "tras-loader.h"
#include "tras-window.h"

struct _TrasGoalChecks
{
  AdwBin parent_instance;

  /* borrowed */
  AdwPreferencesGroup *group;
  GtkWidget *button;
  GtkListBox *list;

  /* owned */
  TrasLoader *loader;
  TrasGoalBoard *board;
  GPtrArray *checks;
  gint64 goal_id;
  gint64 my_id;
};

G_DEFINE_FINAL_TYPE (TrasGoalChecks, tras_goal_checks, ADW_TYPE_BIN)

/* A check with its numbers. */
typedef struct
{
  TrasGoalCheck *check;
  GPtrArray *values;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_object_unref (self->check);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self);
}

static TrasGoalStatus *
get_status (TrasGoalChecks *self)
{
  return self->board != NULL && self->goal_id != 0
           ? tras_goal_board_find (self->board, self->goal_id) : NULL;
}

static gboolean
can_write (TrasGoalChecks *self)
{
  TrasStore *store = tras_loader_get_store (self->loader);

  return store != NULL && !tras_store_is_read_only (store);
}

/* ---- rows ---- */

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* When, by whom, and how it was going. */
static char *
dup_head (TrasGoalCheck *check)
{
  g_autofree char *date = tras_goal_words_dup_date (check->checked_on);
  g_autofree char *state = tras_goal_words_dup_outlook (tras_goal_check_get_outlook (check),
                                                        tras_goal_check_get_pace (check));

  if (check->by_name != NULL)
    /* Translators: of a check of a goal: a date, a person, and how it was going */
    return g_strdup_printf (_("%s · %s · %s"), date, check->by_name, state);

  /* Translators: of a check of a goal: a date, and how it was going */
  return g_strdup_printf (_("%s · %s"), date, state);
}

static void
on_delete_clicked (GtkWidget  *button,
                   TrasRecord *check)
{
  tras_detail_delete_record (button, check, NULL);
}

static GtkWidget *
row_new (TrasGoalChecks *self,
         Entry          *entry)
{
  TrasGoalStatus *status = get_status (self);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *head = dup_head (entry->check);
  g_autofree char *progress =
    tras_goal_words_dup_then (entry->check->progress, status != NULL ? status->pace.progress : NAN);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), label_new (head, "caption-heading"));
  gtk_box_append (GTK_BOX (box), label_new (entry->check->note, NULL));
  if (progress != NULL)
    gtk_box_append (GTK_BOX (box), label_new (progress, "frozen"));
  for (guint i = 0; i < entry->values->len; i++)
    {
      TrasGoalCheckValue *value = entry->values->pdata[i];
      g_autofree char *words = tras_goal_words_dup_value_then (
        value, status != NULL ? tras_goal_check_value_find (value, status) : NULL);

      gtk_box_append (GTK_BOX (box), label_new (words, "frozen"));
    }
  gtk_box_append (GTK_BOX (line), box);
  if (can_write (self))
    {
      GtkWidget *button = tras_icon_button_new ("user-trash-symbolic", _("Delete Check-In"));

      gtk_widget_set_valign (button, GTK_ALIGN_START);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete_clicked), entry->check, 0);
      gtk_box_append (GTK_BOX (line), button);
    }
  gtk_widget_add_css_class (row, "check-in");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, head,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, entry->check->note, -1);

  return row;
}

static void
show (TrasGoalChecks *self)
{
  TrasGoalStatus *status = get_status (self);
  guint n = self->checks != NULL ? self->checks->len : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, row_new (self, self->checks->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->button,
                          can_write (self) && status != NULL && tras_goal_is_open (status->goal));
  /* A goal that is only thought of has nothing to be looked at. */
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || gtk_widget_get_visible (self->button));
}

/* ---- reading ---- */

static GPtrArray *
load_values (TrasDb  *db,
             gint64   check_id,
             GError **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_GOAL_CHECK_VALUE);

  tras_query_where_int (query, "goal_check_id", TRAS_QUERY_EQ, check_id);

  return tras_db_select (db, query, error);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (TRAS_TYPE_GOAL_CHECK);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GPtrArray) checks = NULL;

  tras_query_where_int (query, "goal_id", TRAS_QUERY_EQ, *(gint64 *) data);
  tras_query_order (query, "checked_on", TRUE);
  checks = tras_db_select (db, query, error);
  if (checks == NULL)
    return NULL;

  for (guint i = 0; i < checks->len; i++)
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->check = g_object_ref (checks->pdata[i]);
      g_ptr_array_add (entries, entry);
      entry->values = load_values (db, TRAS_RECORD (entry->check)->id, error);
      if (entry->values == NULL)
        return NULL;
    }

  return g_steal_pointer (&entries);
}


static gpointer
ask (gpointer owner)
{
  TrasGoalChecks *self = owner;

  return self->goal_id != 0 ? g_memdup2 (&self->goal_id, sizeof self->goal_id) : NULL;
}

static void
take (gpointer owner,
      gpointer entries)
{
  TrasGoalChecks *self = owner;

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  self->checks = entries;
  show (self);
}

static const char *const tables[] = { "goal_check", "goal_check_value", "indicator", "person",
                                      NULL };

static const TrasLoading loading = {
  .tables = tables,
  .ask = ask,
  .free_wish = g_free,
  .job = load_job,
  .free_result = (GDestroyNotify) g_ptr_array_unref,
  .take = take,
};

/* ---- a new one ---- */

typedef struct
{
  TrasGoalBoard *board;
  gint64 goal_id;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  tras_goal_board_unref (form->board);
  g_free (form);
}

static TrasEdit *
make_edit (TrasFormDialog *dialog,
           gpointer        draft,
           gpointer        data)
{
  Form *form = data;
  TrasGoalCheck *typed = draft;

  if (typed->note == NULL || *typed->note == '\0')
    {
      tras_form_dialog_refuse (dialog, "note", _("What is there to say? One sentence is enough"));
      return NULL;
    }

  return tras_goal_check_make (tras_goal_board_find (form->board, form->goal_id),
                               tras_day_today (), typed->by_id, typed->note);
}

static const TrasFormFuncs check_funcs = {
  .make_edit = make_edit,
};

/**
 * tras_goal_checks_add:
 * @self: the checks of a goal
 *
 * Asks for a note on the goal as it stands, where it is open.
 */
void
tras_goal_checks_add (TrasGoalChecks *self)
{
  TrasGoalStatus *status = get_status (self);
  g_autoptr (TrasGoalCheck) draft = NULL;
  g_autofree char *state = NULL;
  g_autofree char *progress = NULL;
  g_autofree char *description = NULL;
  g_autofree char *title = NULL;
  TrasFormDialog *dialog;
  Form *form;

  g_return_if_fail (TRAS_IS_GOAL_CHECKS (self));

  if (status == NULL || !tras_goal_is_open (status->goal) || !can_write (self))
    return;

  form = g_new0 (Form, 1);
  form->board = tras_goal_board_ref (self->board);
  form->goal_id = self->goal_id;
  draft = tras_goal_check_new ();
  draft->by_id = self->my_id;
  state = tras_goal_words_dup_state (status);
  progress = tras_goal_words_dup_progress (status->pace.progress, status->pace.elapsed);
  /* Translators: of a goal: how it is going, and how far it is. What follows is kept as it is. */
  description = isnan (status->pace.progress)
                  ? g_strdup (state) : g_strdup_printf (_("%s. %s."), state, progress);
  dialog = tras_form_dialog_new (GTK_WIDGET (self), tras_loader_get_store (self->loader),
                                 _("Check In"), _("Check _In"), &check_funcs, form, form_free);
  title = g_markup_escape_text (status->goal->title, -1);
  adw_preferences_group_set_title (
    ADW_PREFERENCES_GROUP (tras_form_dialog_add_group (dialog, description)), title);
  tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL_CHECK, "note", _("What is there to say?"));
  tras_form_dialog_add_field (dialog, TRAS_TYPE_GOAL_CHECK, "by_id", NULL);
  tras_form_dialog_present (dialog, draft);
}

/* ---- the object ---- */

static void
tras_goal_checks_dispose (GObject *object)
{
  TrasGoalChecks *self = TRAS_GOAL_CHECKS (object);

  g_clear_pointer (&self->loader, tras_loader_free);
  g_clear_pointer (&self->board, tras_goal_board_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (tras_goal_checks_parent_class)->dispose (object);
}

static void
tras_goal_checks_class_init (TrasGoalChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_goal_checks_dispose;
}

static void
tras_goal_checks_init (TrasGoalChecks *self)
{
  self->loader = tras_loader_new (&loading, self);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Check-Ins"));
  self->button = gtk_button_new_with_mnemonic (_("Check _In…"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (tras_goal_checks_add), self);
  adw_preferences_group_set_header_suffix (self->group, self->button);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Check-Ins"), -1);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tras_goal_checks_show:
 * @self: the checks of a goal
 * @store: (nullable): where they are read from
 * @board: (nullable): how all goals are going
 * @goal_id: the goal, 0 for none
 *
 * Reads them where it is another goal.
 */
void
tras_goal_checks_show (TrasGoalChecks *self,
                       TrasStore      *store,
                       TrasGoalBoard  *board,
                       gint64          goal_id)
{
  gboolean other;

  g_return_if_fail (TRAS_IS_GOAL_CHECKS (self));

  other = tras_loader_set_store (self->loader, store) || goal_id != self->goal_id;
  if (other)
    {
      tras_loader_stop (self->loader);
      g_clear_pointer (&self->checks, g_ptr_array_unref);
    }
  if (board != NULL)
    tras_goal_board_ref (board);
  g_clear_pointer (&self->board, tras_goal_board_unref);
  self->board = board;
  self->goal_id = goal_id;
  show (self);
  if (other)
    tras_loader_load (self->loader);
}

/**
 * tras_goal_checks_set_me:
 * @self: the checks of a goal
 * @person_id: who sits here, 0 for not known
 */
void
tras_goal_checks_set_me (TrasGoalChecks *self,
                         gint64          person_id)
{
  g_return_if_fail (TRAS_IS_GOAL_CHECKS (self));

  self->my_id = person_id;
}

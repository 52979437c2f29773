/* tras-person-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-action.h"
#include "tras-action-words.h"
#include "tras-choice-row.h"
#include "tras-entry-row.h"
#include "tras-erase-dialog.h"
#include "tras-goal.h"
#include "tras-leave-form.h"
#include "tras-number.h"
#include "tras-person.h"
#include "tras-person-absences.h"
#include "tras-person-detail.h"
#include "tras-person-paper.h"
#include "tras-person-skills.h"
#include "tras-person-voice.h"
#include "tras-post-form.h"
#include "tras-window.h"

struct _TrasPersonDetail
{
  TrasDetail parent_instance;

  /* template widgets */
  AdwAvatar *avatar;
  AdwPreferencesGroup *goals;
  AdwPreferencesGroup *posts;
  AdwPreferencesGroup *promises;
  GtkLabel *name;
  GtkLabel *role;
  GtkLabel *since;
  GtkWidget *add_button;
  GtkWidget *erase_row;
  GtkWidget *leave_button;
  GtkWidget *left_on;
  GtkWidget *left_why;

  /* owned: a row and its group, one behind the other */
  GPtrArray *rows;
  GCancellable *cancellable;
  TrasPost *newest;
};

G_DEFINE_FINAL_TYPE (TrasPersonDetail, tras_person_detail, TRAS_TYPE_DETAIL)

/* ---- what belongs to a person ---- */

typedef struct
{
  GPtrArray *posts;
  GPtrArray *actions;
  GPtrArray *goals;
} Belongings;

static void
belongings_free (gpointer data)
{
  Belongings *self = data;

  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
select_open (TrasDb      *db,
             GType        type,
             gint64       owner_id,
             const char  *closed,
             GError     **error)
{
  g_autoptr (TrasQuery) query = tras_query_new (type);

  tras_query_where_int (query, "owner_id", TRAS_QUERY_EQ, owner_id);
  tras_query_where_null (query, closed, TRUE);
  tras_query_order (query, "due_on", FALSE);

  return tras_db_select (db, query, error);
}

static gpointer
load_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 person_id = *(gint64 *) data;
  g_autoptr (TrasQuery) posts = tras_query_new (TRAS_TYPE_POST);
  Belongings *self = g_new0 (Belongings, 1);

  tras_query_where_int (posts, "person_id", TRAS_QUERY_EQ, person_id);
  tras_query_order (posts, "from_on", TRUE);
  self->posts = tras_db_select (db, posts, error);
  if (self->posts != NULL)
    self->actions = select_open (db, TRAS_TYPE_ACTION, person_id, "closed_on", error);
  if (self->actions != NULL)
    self->goals = select_open (db, TRAS_TYPE_GOAL, person_id, "closed_on", error);
  if (self->goals == NULL)
    g_clear_pointer (&self, belongings_free);

  return self;
}

/* ---- rows ---- */

static char *
dup_date (TrasDay day)
{
  return tras_number_format_date_medium (tras_number_format_get_default (), day);
}

static char *
dup_hours (gint64 minutes)
{
  g_autofree char *hours =
    tras_number_format_quantity (tras_number_format_get_default (), minutes * 1000 / 60);

  /* Translators: %s is a number of hours */
  return g_strdup_printf (_("%s h a week"), hours);
}

static char *
dup_span (TrasPost *post)
{
  g_autofree char *from = dup_date (post->from_on);
  g_autofree char *to = NULL;

  if (post->to_on == TRAS_DAY_NONE)
    /* Translators: since a day */
    return g_strdup_printf (_("since %s"), from);

  to = dup_date (post->to_on);

  /* Translators: from a day to a day */
  return g_strdup_printf (C_("days", "%s – %s"), from, to);
}

static AdwActionRow *
add_row (TrasPersonDetail    *self,
         AdwPreferencesGroup *group,
         TrasRecord          *record,
         const char          *title,
         const char          *subtitle,
         GCallback            activated)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable", TRUE,
                NULL);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (row, "activated", activated, self, 0);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->rows, group);

  return ADW_ACTION_ROW (row);
}

static void
clear_rows (TrasPersonDetail *self)
{
  for (guint i = 0; i < self->rows->len; i += 2)
    adw_preferences_group_remove (self->rows->pdata[i + 1], self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_record_activated (GtkWidget        *row,
                     TrasPersonDetail *self)
{
  TrasRecord *record = g_object_get_data (G_OBJECT (row), "record");

  tras_window_show_record (GTK_WIDGET (self), G_OBJECT_TYPE (record), record->id);
}

static void
on_post_activated (GtkWidget        *row,
                   TrasPersonDetail *self)
{
  TrasStore *store = tras_detail_get_store (TRAS_DETAIL (self));

  if (!tras_store_is_read_only (store))
    tras_post_form_change (GTK_WIDGET (self), store,
                           g_object_get_data (G_OBJECT (row), "record"));
}

static void
on_add_clicked (TrasPersonDetail *self)
{
  TrasRecord *person = tras_detail_get_record (TRAS_DETAIL (self));

  if (person != NULL)
    tras_post_form_add (GTK_WIDGET (self), tras_detail_get_store (TRAS_DETAIL (self)), person->id,
                        self->newest);
}

static void
on_leave_clicked (TrasPersonDetail *self)
{
  TrasRecord *person = tras_detail_get_record (TRAS_DETAIL (self));

  if (person != NULL)
    tras_leave_form_present (GTK_WIDGET (self), tras_detail_get_store (TRAS_DETAIL (self)),
                             person->id);
}

static void
on_erase_activated (TrasPersonDetail *self)
{
  TrasRecord *person = tras_detail_get_record (TRAS_DETAIL (self));

  if (person != NULL)
    tras_erase_dialog_present (GTK_WIDGET (self), tras_detail_get_store (TRAS_DETAIL (self)),
                               TRAS_TYPE_PERSON, person->id);
}

static void
export (TrasPersonDetail *self,
        gboolean          pages)
{
  TrasRecord *person = tras_detail_get_record (TRAS_DETAIL (self));

  if (person != NULL)
    tras_person_paper_save (GTK_WIDGET (self), tras_detail_get_store (TRAS_DETAIL (self)),
                            person->id, pages);
}

static void
on_pages_clicked (TrasPersonDetail *self)
{
  export (self, TRUE);
}

static void
on_values_clicked (TrasPersonDetail *self)
{
  export (self, FALSE);
}

static void
add_promise (TrasPersonDetail *self,
             TrasAction       *action)
{
  TrasDay today = tras_day_today ();
  g_autofree char *due = tras_action_words_dup_due (action, today);
  AdwActionRow *row = add_row (self, self->promises, TRAS_RECORD (action), action->title, due,
                               G_CALLBACK (on_record_activated));
  GtkWidget *icon = gtk_image_new_from_icon_name (tras_action_words_get_icon (action, today));
  const char *class = tras_action_words_get_class (action, today);

  if (class != NULL)
    gtk_widget_add_css_class (icon, class);
  adw_action_row_add_prefix (row, icon);
}

static void
add_goal (TrasPersonDetail *self,
          TrasGoal         *goal)
{
  g_autofree char *due = dup_date (goal->due_on);
  /* Translators: a goal is due on a day */
  g_autofree char *words = g_strdup_printf (_("due %s"), due);

  add_row (self, self->goals, TRAS_RECORD (goal), goal->title, words,
           G_CALLBACK (on_record_activated));
}

static void
add_post (TrasPersonDetail *self,
          TrasPost         *post)
{
  g_autofree char *span = dup_span (post);
  g_autofree char *hours = dup_hours (post->week_minutes);
  /* Translators: a post: its area, when it was held, and its hours */
  g_autofree char *words =
    g_strdup_printf (C_("post", "%s · %s · %s"), post->area_name, span, hours);

  add_row (self, self->posts, TRAS_RECORD (post), post->role_name, words,
           G_CALLBACK (on_post_activated));
}

static void
show_since (TrasPersonDetail *self,
            TrasPerson       *person)
{
  gboolean joins = person->hired_on > tras_day_today ();
  g_autofree char *hired = dup_date (person->hired_on);
  g_autofree char *hours = self->newest != NULL ? dup_hours (self->newest->week_minutes) : NULL;
  g_autofree char *words = NULL;

  if (person->left_on != TRAS_DAY_NONE)
    {
      g_autofree char *left = dup_date (person->left_on);

      words = g_strdup_printf (C_("days", "%s – %s"), hired, left);
    }
  else if (joins)
    {
      /* Translators: somebody will join the firm on a day */
      words = g_strdup_printf (_("joins on %s"), hired);
    }
  else if (hours != NULL)
    {
      /* Translators: somebody has worked here since a day, so many hours a week */
      words = g_strdup_printf (_("since %s · %s"), hired, hours);
    }
  else
    {
      words = g_strdup_printf (_("since %s"), hired);
    }
  gtk_label_set_label (self->since, words);
}

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TrasPersonDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  Belongings *found = tras_store_run_finish (TRAS_STORE (object), result, &error);
  TrasPerson *person = tras_detail_get_record (TRAS_DETAIL (self));

  if (found == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }
  if (person == NULL || tras_detail_get_store (TRAS_DETAIL (self)) != TRAS_STORE (object))
    {
      belongings_free (found);
      return;
    }

  clear_rows (self);
  g_clear_object (&self->newest);
  if (found->posts->len > 0)
    self->newest = g_object_ref (found->posts->pdata[0]);
  for (guint i = 0; i < found->actions->len; i++)
    add_promise (self, found->actions->pdata[i]);
  for (guint i = 0; i < found->goals->len; i++)
    add_goal (self, found->goals->pdata[i]);
  for (guint i = 0; i < found->posts->len; i++)
    add_post (self, found->posts->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->promises), found->actions->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->goals), found->goals->len > 0);
  adw_preferences_group_set_description (self->posts, found->posts->len > 0
                                                        ? NULL
                                                        : _("No role yet: add the first post."));
  show_since (self, person);
  belongings_free (found);
}

/* ---- the pane ---- */

static void
tras_person_detail_record_changed (TrasDetail *detail,
                                   gpointer    record)
{
  TrasPersonDetail *self = TRAS_PERSON_DETAIL (detail);
  TrasStore *store = tras_detail_get_store (detail);
  TrasPerson *person = record;
  g_autofree char *role = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (person == NULL)
    {
      g_clear_object (&self->newest);
      clear_rows (self);
      return;
    }

  adw_avatar_set_text (self->avatar, person->name);
  gtk_label_set_label (self->name, person->name);
  if (person->role_name != NULL)
    /* Translators: a role and its area */
    role = g_strdup_printf (C_("role", "%s · %s"), person->role_name, person->area_name);
  gtk_label_set_label (self->role, role != NULL ? role : _("No role yet"));
  gtk_widget_set_visible (self->add_button, !tras_store_is_read_only (store));
  /* Whoever is here leaves by the form, which ends what they have. */
  gtk_widget_set_visible (self->leave_button, person->left_on == TRAS_DAY_NONE &&
                                                !tras_store_is_read_only (store));
  gtk_widget_set_visible (self->erase_row, person->erased_on == TRAS_DAY_NONE &&
                                             !tras_store_is_read_only (store));
  gtk_widget_set_visible (self->left_on, person->left_on != TRAS_DAY_NONE);
  gtk_widget_set_visible (self->left_why, person->left_on != TRAS_DAY_NONE);
  show_since (self, person);

  self->cancellable = g_cancellable_new ();
  tras_store_run_async (store, tras_person_detail_record_changed, load_job,
                        g_memdup2 (&TRAS_RECORD (person)->id, sizeof (gint64)), g_free,
                        belongings_free, self->cancellable, on_loaded, g_object_ref (self));
}

static void
tras_person_detail_dispose (GObject *object)
{
  TrasPersonDetail *self = TRAS_PERSON_DETAIL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->newest);

  G_OBJECT_CLASS (tras_person_detail_parent_class)->dispose (object);
}

static void
tras_person_detail_finalize (GObject *object)
{
  g_ptr_array_unref (TRAS_PERSON_DETAIL (object)->rows);

  G_OBJECT_CLASS (tras_person_detail_parent_class)->finalize (object);
}

static void
tras_person_detail_class_init (TrasPersonDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_person_detail_dispose;
  object_class->finalize = tras_person_detail_finalize;
  TRAS_DETAIL_CLASS (klass)->record_changed = tras_person_detail_record_changed;

  g_type_ensure (TRAS_TYPE_CHOICE_ROW);
  g_type_ensure (TRAS_TYPE_ENTRY_ROW);
  g_type_ensure (TRAS_TYPE_PERSON_ABSENCES);
  g_type_ensure (TRAS_TYPE_PERSON_SKILLS);
  g_type_ensure (TRAS_TYPE_PERSON_VOICE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-person-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, avatar);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, erase_row);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, goals);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, leave_button);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, left_on);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, left_why);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, name);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, posts);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, promises);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, role);
  gtk_widget_class_bind_template_child (widget_class, TrasPersonDetail, since);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_erase_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pages_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_values_clicked);
}

static void
tras_person_detail_init (TrasPersonDetail *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

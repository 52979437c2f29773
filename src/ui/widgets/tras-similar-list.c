/* tras-similar-list.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-number.h"
#include "tras-similar-list.h"
#include "tras-window.h"

/* More would be a list to read, and not something that strikes the eye. */
#define MOST 3

/* Whoever is still typing is not interrupted. */
#define PAUSE 300

/**
 * TrasSimilarList:
 *
 * Stands under the words of a goal, a deviation or an experiment and shows, while they are typed,
 * what came of similar ones: their cause, and whether the remedy was effective. Hidden where there
 * is nothing like it.
 */
struct _TrasSimilarList
{
  AdwBin parent_instance;

  /* borrowed */
  AdwPreferencesGroup *group;
  GtkListBox *rows;

  /* owned */
  TrasStore *store;
  GCancellable *cancellable;
  char *text;
  GType type;
  gint64 id;
  gint64 indicator_id;
  guint timer;

  gboolean leads;
};

G_DEFINE_FINAL_TYPE (TrasSimilarList, tras_similar_list, ADW_TYPE_BIN)

/* ---- rows ---- */

static char *
dup_subtitle (TrasLesson *lesson)
{
  g_autofree char *outcome = tras_lesson_dup_outcome (lesson);
  g_autofree char *day = tras_number_format_date_medium (tras_number_format_get_default (),
                                                         lesson->on);
  g_autoptr (GString) text = g_string_new (NULL);

  if (lesson->code != NULL)
    /* Translators: a kind of record, its code and a day: “Deviation D-3, 4 Mar 2026” */
    g_string_printf (text, _("%s %s, %s"), tras_lesson_kind_get_label (lesson->kind), lesson->code,
                     day);
  else
    /* Translators: a kind of record and a day: “Stock-out, 4 Mar 2026” */
    g_string_printf (text, _("%s, %s"), tras_lesson_kind_get_label (lesson->kind), day);
  if (lesson->cause != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: why something went off course */
      g_string_append_printf (text, _("Cause: %s"), lesson->cause);
    }
  if (outcome != NULL && lesson->learned != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: how something ended, and what was learned or seen */
      g_string_append_printf (text, _("%s: %s"), outcome, lesson->learned);
    }
  else if (outcome != NULL || lesson->learned != NULL)
    g_string_append_printf (text, "\n%s", outcome != NULL ? outcome : lesson->learned);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_activated (GtkWidget  *row,
              TrasLesson *lesson)
{
  tras_window_show_record (row, lesson->type, lesson->id);
}

static const char *
get_icon (TrasLesson *lesson)
{
  switch (lesson->kind)
    {
    case TRAS_LESSON_GOAL:
      return "tras-goals-symbolic";
    case TRAS_LESSON_DEVIATION:
      return "dialog-warning-symbolic";
    case TRAS_LESSON_EXPERIMENT:
      return "tras-experiment-symbolic";
    case TRAS_LESSON_STOCKOUT:
      return "tras-stock-symbolic";
    case TRAS_LESSON_N_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Without a record to be opened it is there to be read. */
static GtkWidget *
make_row (TrasLesson *lesson,
          gboolean    leads)
{
  g_autofree char *subtitle = dup_subtitle (lesson);
  GtkWidget *row;
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (lesson));

  row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", lesson->about, "subtitle",
                      subtitle, "title-lines", 3, "activatable", leads, NULL);
  gtk_widget_add_css_class (icon, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (leads)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_add_css_class (arrow, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      g_signal_connect_data (row, "activated", G_CALLBACK (on_activated), g_object_ref (lesson),
                             (GClosureNotify) (void *) g_object_unref, 0);
    }

  return row;
}

/**
 * tras_lesson_row_new:
 * @lesson: a page of the book of lessons
 *
 * Returns: (transfer floating): what it was about, why, how it ended and what was learned; opens
 *   its record
 */
GtkWidget *
tras_lesson_row_new (TrasLesson *lesson)
{
  return make_row (lesson, TRUE);
}

/* ---- finding ---- */

typedef struct
{
  char *text;
  GType type;
  gint64 id;
  gint64 indicator_id;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_free (question);
}

static gpointer
find_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Question *question = data;
  g_autoptr (GPtrArray) lessons = tras_lesson_load_all (db, TRAS_LESSON_WITH_OPEN, error);

  return lessons != NULL
           ? tras_lesson_find_similar (lessons, question->text, question->indicator_id,
                                       question->type, question->id, MOST)
           : NULL;
}

static void
on_found (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrasSimilarList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tras_store_run_finish (TRAS_STORE (object), result, &error);
  GtkListBoxRow *row;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->store != TRAS_STORE (object))
    return;
  if (found == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->rows, make_row (found->pdata[i], self->leads));
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
}

static void
find (TrasSimilarList *self)
{
  Question *question;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store == NULL)
    return;

  question = g_new0 (Question, 1);
  question->text = g_strdup (self->text);
  question->type = self->type;
  question->id = self->id;
  question->indicator_id = self->indicator_id;
  self->cancellable = g_cancellable_new ();
  tras_store_run_async (self->store, find, find_job, question, question_free,
                        (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_found,
                        g_object_ref (self));
}

static gboolean
on_pause (gpointer user_data)
{
  TrasSimilarList *self = user_data;

  self->timer = 0;
  find (self);

  return G_SOURCE_REMOVE;
}

static void
on_typed (TrasSimilarList *self,
          TrasFieldEditor *editor)
{
  g_autofree char *typed = tras_field_editor_dup_typed (editor);

  tras_similar_list_set_text (self, typed);
}

/* ---- the object ---- */

static void
tras_similar_list_dispose (GObject *object)
{
  TrasSimilarList *self = TRAS_SIMILAR_LIST (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (tras_similar_list_parent_class)->dispose (object);
}

static void
tras_similar_list_class_init (TrasSimilarListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_similar_list_dispose;
}

static void
tras_similar_list_init (TrasSimilarList *self)
{
  self->leads = TRUE;
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Seen Before"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "lessons");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Seen Before"), -1);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->rows));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * tras_similar_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
tras_similar_list_new (void)
{
  return g_object_new (TRAS_TYPE_SIMILAR_LIST, NULL);
}

/**
 * tras_similar_list_set_leads:
 * @self: a list
 * @leads: whether a row opens its record, as it does unless told otherwise
 */
void
tras_similar_list_set_leads (TrasSimilarList *self,
                             gboolean         leads)
{
  g_return_if_fail (TRAS_IS_SIMILAR_LIST (self));

  self->leads = leads;
}

/**
 * tras_similar_list_set_record:
 * @self: a list
 * @store: (nullable): where to look; %NULL to look for nothing
 * @type: the type of what is written
 * @id: its id, 0 for what is not stored yet
 * @indicator_id: its indicator, 0 for none
 *
 * Says what is written about; asks again at once.
 */
void
tras_similar_list_set_record (TrasSimilarList *self,
                              TrasStore       *store,
                              GType            type,
                              gint64           id,
                              gint64           indicator_id)
{
  g_return_if_fail (TRAS_IS_SIMILAR_LIST (self));

  if (self->id != id || self->type != type || store == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_set_object (&self->store, store);
  self->type = type;
  self->id = id;
  self->indicator_id = indicator_id;
  find (self);
}

/**
 * tras_similar_list_set_text:
 * @self: a list
 * @text: (nullable): what is written, as far as it has come
 *
 * Asks as soon as nothing more is typed.
 */
void
tras_similar_list_set_text (TrasSimilarList *self,
                            const char      *text)
{
  g_return_if_fail (TRAS_IS_SIMILAR_LIST (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE, on_pause, self);
}

/**
 * tras_similar_list_follow:
 * @self: a list
 * @editor: where the words are typed
 */
void
tras_similar_list_follow (TrasSimilarList *self,
                          TrasFieldEditor *editor)
{
  g_return_if_fail (TRAS_IS_SIMILAR_LIST (self));
  g_return_if_fail (TRAS_IS_FIELD_EDITOR (editor));

  g_signal_connect_object (editor, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
}

/* tras-lessons-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-lessons-page.h"
#include "tras-similar-list.h"
#include "tras-window.h"

/**
 * TrasLessonsPage:
 *
 * What goals, deviations, experiments and stock-outs have taught, in one list: searched by words,
 * narrowed by kind, the newest first.
 */
struct _TrasLessonsPage
{
  AdwBin parent_instance;

  /* borrowed */
  GtkListBox *rows;
  GtkSearchEntry *search;
  GtkToggleButton *chips[TRAS_LESSON_N_KINDS];
  GtkStack *stack;

  /* owned */
  GCancellable *cancellable;
  GPtrArray *lessons;
  TrasStore *store;
};

G_DEFINE_FINAL_TYPE (TrasLessonsPage, tras_lessons_page, ADW_TYPE_BIN)

static gboolean
is_wanted (TrasLessonsPage *self,
           TrasLesson      *lesson)
{
  gboolean any = FALSE;

  for (guint i = 0; i < TRAS_LESSON_N_KINDS; i++)
    any = any || gtk_toggle_button_get_active (self->chips[i]);
  if (any && !gtk_toggle_button_get_active (self->chips[lesson->kind]))
    return FALSE;

  return tras_lesson_matches (lesson, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
show_lessons (TrasLessonsPage *self)
{
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < self->lessons->len; i++)
    {
      if (!is_wanted (self, self->lessons->pdata[i]))
        continue;
      gtk_list_box_append (self->rows, tras_lesson_row_new (self->lessons->pdata[i]));
      n++;
    }
  gtk_stack_set_visible_child_name (self->stack, self->lessons->len == 0 ? "empty"
                                                 : n == 0                ? "nothing"
                                                                         : "lessons");
}

static gpointer
read_job (TrasDb        *db,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return tras_lesson_load_all (db, TRAS_LESSON_LEARNED, error);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TrasLessonsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lessons = tras_store_run_finish (TRAS_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      self->store != TRAS_STORE (object))
    return;
  if (lessons == NULL)
    {
      tras_window_report_error (GTK_WIDGET (self), error);
      return;
    }

  g_ptr_array_unref (self->lessons);
  self->lessons = g_steal_pointer (&lessons);
  show_lessons (self);
}

static void
read_lessons (TrasLessonsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  tras_store_run_async (self->store, read_lessons, read_job, NULL, NULL,
                        (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_read,
                        g_object_ref (self));
}

/* ---- the object ---- */

static GtkWidget *
make_chips (TrasLessonsPage *self)
{
  /* Translators: the filters name lessons; plural, as all filters are */
  const char *const labels[] = {
    [TRAS_LESSON_GOAL] = C_("lessons", "Goals"),
    [TRAS_LESSON_DEVIATION] = C_("lessons", "Deviations"),
    [TRAS_LESSON_EXPERIMENT] = C_("lessons", "Experiments"),
    [TRAS_LESSON_STOCKOUT] = C_("lessons", "Stock-outs"),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < TRAS_LESSON_N_KINDS; i++)
    {
      self->chips[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (labels[i]));
      gtk_widget_add_css_class (GTK_WIDGET (self->chips[i]), "chip");
      g_signal_connect_swapped (self->chips[i], "toggled", G_CALLBACK (show_lessons), self);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chips[i]));
    }
  gtk_widget_add_css_class (box, "chips");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  return scroller;
}

static GtkWidget *
make_list (TrasLessonsPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->rows), GTK_ALIGN_START);
  gtk_widget_set_margin_start (GTK_WIDGET (self->rows), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->rows), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->rows), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->rows), 24);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lessons"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->rows));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}

static GtkWidget *
make_status (const char *icon,
             const char *title,
             const char *text)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", icon, "title", title, "description", text,
                       NULL);
}

static void
tras_lessons_page_dispose (GObject *object)
{
  TrasLessonsPage *self = TRAS_LESSONS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (tras_lessons_page_parent_class)->dispose (object);
}

static void
tras_lessons_page_finalize (GObject *object)
{
  g_ptr_array_unref (TRAS_LESSONS_PAGE (object)->lessons);

  G_OBJECT_CLASS (tras_lessons_page_parent_class)->finalize (object);
}

static void
tras_lessons_page_class_init (TrasLessonsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tras_lessons_page_dispose;
  object_class->finalize = tras_lessons_page_finalize;
}

static void
tras_lessons_page_init (TrasLessonsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->lessons = g_ptr_array_new ();
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_widget_set_margin_start (GTK_WIDGET (self->search), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->search), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->search), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->search), 6);
  g_object_set (self->search, "placeholder-text", _("Search lessons"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search lessons"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (show_lessons), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), make_chips (self));

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, make_list (self), "lessons");
  gtk_stack_add_named (self->stack,
                       make_status ("tras-lesson-symbolic", _("The Book of Lessons"),
                                    _("What closed goals, deviations, experiments and stock-outs "
                                      "have taught is collected here. Close one with its lesson, "
                                      "and it is shown to whoever tries something like it.")),
                       "empty");
  gtk_stack_add_named (self->stack,
                       make_status ("edit-find-symbolic", _("No Lesson Found"),
                                    _("Try other words, or take a filter off.")),
                       "nothing");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
  tras_help_set_page (GTK_WIDGET (self), "lessons");
}

/**
 * tras_lessons_page_set_store:
 * @self: a page
 * @store: (nullable): where the lessons are
 */
void
tras_lessons_page_set_store (TrasLessonsPage *self,
                             TrasStore       *store)
{
  g_return_if_fail (TRAS_IS_LESSONS_PAGE (self));

  if (self->store == store)
    return;

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (read_lessons), self, G_CONNECT_SWAPPED);
  read_lessons (self);
}

void
tras_lessons_page_focus (TrasLessonsPage *self)
{
  g_return_if_fail (TRAS_IS_LESSONS_PAGE (self));

  if (!gtk_widget_child_focus (GTK_WIDGET (self->rows), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
tras_lessons_page_focus_search (TrasLessonsPage *self)
{
  g_return_if_fail (TRAS_IS_LESSONS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

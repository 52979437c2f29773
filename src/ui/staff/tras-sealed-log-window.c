/* tras-sealed-log-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-help.h"
#include "tras-sealed-log-window.h"
#include "tras-sealed-words.h"

struct _TrasSealedLogWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkImage *icon;
  GtkLabel *verdict;
  GtkListBox *lines;
};

G_DEFINE_FINAL_TYPE (TrasSealedLogWindow, tras_sealed_log_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_line (const TrasSealedAccess *line,
           gboolean                broken)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = tras_sealed_words_dup_day (line->happened_on);
  g_autofree char *link = tras_sealed_words_dup_link (line);
  g_autofree char *title = NULL, *below = NULL;
  GtkWidget *letters = gtk_label_new (link);

  if (line->report_id >= 0)
    {
      g_autofree char *name = tras_sealed_book_dup_name (line->report_id);

      /* Translators: what was done with a report, and its name */
      title = g_strdup_printf (C_("report", "%s: %s"), tras_sealed_words_get_access (line->what),
                               name);
    }
  else
    {
      title = g_strdup (tras_sealed_words_get_access (line->what));
    }
  /* Translators: the number of a line, and its day */
  below = g_strdup_printf (C_("report", "%u · %s"), line->number, day);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  if (broken)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "tras-worse");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  gtk_widget_set_direction (letters, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (letters, "monospace");
  gtk_widget_add_css_class (letters, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), letters);

  return row;
}

static char *
dup_verdict (const TrasSealedLog *log)
{
  const TrasSealedAccess *last;
  g_autofree char *link = NULL;

  if (log->broken > log->lines->len)
    return g_strdup (_("Lines at the end were taken out."));
  if (log->broken > 0)
    return g_strdup_printf (_("Line %u was changed, or one before it was taken out."),
                            log->broken);

  last = log->lines->pdata[log->lines->len - 1];
  link = tras_sealed_words_dup_link (last);
  return g_strdup_printf (_("No line is missing. Write down line %u with %s: as long as both stay "
                            "together, no line up to it was changed."), last->number, link);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TrasSealedLogWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSealedLog) log =
    tras_sealed_desk_run_finish (TRAS_SEALED_DESK (object), result, &error);
  g_autofree char *words = NULL;

  if (log == NULL)
    {
      words = tras_sealed_words_dup_error (error);
      gtk_label_set_label (self->verdict, words);
      return;
    }

  words = dup_verdict (log);
  gtk_label_set_label (self->verdict, words);
  gtk_image_set_from_icon_name (self->icon, log->broken > 0 ? "dialog-warning-symbolic"
                                                            : "object-select-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), log->broken > 0 ? "tras-worse"
                                                                     : "tras-better");
  for (guint i = log->lines->len; i > 0; i--)
    gtk_list_box_append (self->lines, make_line (log->lines->pdata[i - 1], log->broken == i));
}

static gpointer
log_job (const char   *company,
         TrasSealKey  *key,
         gpointer      data,
         GError      **error)
{
  return tras_sealed_book_log (company, error);
}

static void
tras_sealed_log_window_class_init (TrasSealedLogWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/staff/tras-sealed-log-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasSealedLogWindow, icon);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedLogWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, TrasSealedLogWindow, verdict);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tras_sealed_log_window_init (TrasSealedLogWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tras_help_add_key (GTK_WINDOW (self));
  tras_help_set_page (GTK_WIDGET (self), "report-bad-practice");
}

/**
 * tras_sealed_log_window_show:
 * @owner: who asks; the window stands over its window
 * @desk: where the reports are
 */
void
tras_sealed_log_window_show (GtkWidget      *owner,
                             TrasSealedDesk *desk)
{
  TrasSealedLogWindow *self =
    g_object_new (TRAS_TYPE_SEALED_LOG_WINDOW, "transient-for", gtk_widget_get_root (owner), NULL);

  tras_sealed_desk_run_async (desk, log_job, NULL, NULL, (GDestroyNotify) tras_sealed_log_free,
                              on_read, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}

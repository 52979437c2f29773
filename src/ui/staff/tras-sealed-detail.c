/* tras-sealed-detail.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-day-button.h"
#include "tras-error.h"
#include "tras-message-dialog.h"
#include "tras-sealed-detail.h"
#include "tras-sealed-words.h"

struct _TrasSealedDetail
{
  AdwBin parent_instance;

  /* borrowed */
  GtkBox *box;
  GtkTextView *answer;
  GtkWidget *send;

  /* owned */
  TrasSealedDesk *desk;
  gint64 id;           /* of the report on show or on its way, -1 for none */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (TrasSealedDetail, tras_sealed_detail, ADW_TYPE_BIN)

typedef struct
{
  gint64 id;
  TrasSealedAct act;
  char *text;
  TrasDay day;
} Order;

static void show_report (TrasSealedDetail       *self,
                         const TrasSealedReport *report);

/* ---- what is done ---- */

static void
order_free (gpointer data)
{
  Order *order = data;

  tras_seal_wipe (order->text);
  g_free (order);
}

static gpointer
act_job (const char   *company,
         TrasSealKey  *key,
         gpointer      data,
         GError      **error)
{
  Order *order = data;

  if (key == NULL)
    {
      g_set_error_literal (error, TRAS_ERROR, TRAS_ERROR_MOVED, "The reports were locked");
      return NULL;
    }

  return tras_sealed_book_act (company, key, order->id, order->act, order->text, order->day, error);
}

static void
on_acted (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TrasSealedDetail) self = user_data;
  TrasSealedDesk *desk = TRAS_SEALED_DESK (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrasSealedReport) report = tras_sealed_desk_run_finish (desk, result, &error);

  self->busy = FALSE;
  if (self->desk != desk || !tras_sealed_desk_is_open (desk))
    return;

  if (report == NULL)
    {
      g_autofree char *words = tras_sealed_words_dup_error (error);

      /* What was typed stays where it is. */
      tras_message_dialog_tell (GTK_WIDGET (self), _("That Was Not Done"), words);
      gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
      if (self->answer == NULL)
        self->id = -1;
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (report->text != NULL)
    show_report (self, report);
  else
    tras_sealed_detail_clear (self);
  tras_sealed_desk_say_changed (desk);
}

static void
act (TrasSealedDetail *self,
     TrasSealedAct     what,
     char             *text,
     TrasDay           day)
{
  Order *order = g_new0 (Order, 1);

  order->id = self->id;
  order->act = what;
  order->text = text;
  order->day = day;
  self->busy = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  tras_sealed_desk_run_async (self->desk, act_job, order, order_free,
                              (GDestroyNotify) tras_sealed_report_free, on_acted,
                              g_object_ref (self));
}

static void
on_acknowledge_clicked (TrasSealedDetail *self)
{
  act (self, TRAS_SEALED_ACKNOWLEDGE, NULL, TRAS_DAY_NONE);
}

static void
on_send_clicked (TrasSealedDetail *self)
{
  act (self, TRAS_SEALED_ANSWER, tras_sealed_words_dup_text (self->answer), TRAS_DAY_NONE);
}

static void
on_close_clicked (TrasSealedDetail *self)
{
  act (self, TRAS_SEALED_CLOSE, NULL, TRAS_DAY_NONE);
}

static void
on_reopen_clicked (TrasSealedDetail *self)
{
  act (self, TRAS_SEALED_REOPEN, NULL, TRAS_DAY_NONE);
}

static void
on_erase_day_picked (TrasSealedDetail *self,
                     TrasDay           day)
{
  act (self, TRAS_SEALED_KEEP_UNTIL, NULL, day);
}

static void
on_erase_answered (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  TrasSealedDetail *self = TRAS_SEALED_DETAIL (object);

  if (tras_message_dialog_finish (result) && self->desk != NULL &&
      tras_sealed_desk_is_open (self->desk) && self->id >= 0)
    act (self, TRAS_SEALED_ERASE, NULL, TRAS_DAY_NONE);
}

static void
on_erase_clicked (TrasSealedDetail *self)
{
  tras_message_dialog_ask (GTK_WIDGET (self), _("Erase This Report?"),
                           _("It cannot be brought back. That it was erased stays in the access "
                             "log; backups have it until they are thinned."),
                           _("_Erase"), TRAS_ANSWER_DESTRUCTIVE, on_erase_answered, NULL);
}

static void
on_answer_changed (TrasSealedDetail *self)
{
  g_autofree char *text = tras_sealed_words_dup_text (self->answer);

  g_strstrip (text);
  gtk_widget_set_sensitive (self->send, *text != '\0');
}

/* ---- what is on show ---- */

static void
add (TrasSealedDetail *self,
     GtkWidget        *part)
{
  gtk_box_append (self->box, part);
}

static GtkWidget *
make_button (TrasSealedDetail *self,
             const char       *label,
             const char       *css_class,
             GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static void
add_head (TrasSealedDetail       *self,
          const TrasSealedReport *report)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (tras_sealed_words_get_icon (&report->clock));
  g_autofree char *day = tras_sealed_words_dup_day (report->received_on);
  g_autofree char *clocks = tras_sealed_words_dup_clocks (report);
  g_autofree char *title = NULL, *state = NULL;

  /* Translators: the name of a report, as R-7K3M9Q, and what it is about */
  title = g_strdup_printf (C_("report", "%s · %s"), report->name,
                           tras_sealed_words_get_kind (report->kind));
  /* Translators: how a report stands, and the day on which it was written */
  state = g_strdup_printf (C_("report", "%s · written on %s"),
                           tras_sealed_words_get_state (report->clock.state), day);
  add (self, tras_sealed_words_make_label (title, "title-3"));
  gtk_widget_add_css_class (icon, tras_sealed_words_get_class (&report->clock));
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), tras_sealed_words_make_label (state, NULL));
  add (self, line);
  add (self, tras_sealed_words_make_label (clocks, report->clock.acknowledge_late ||
                                                       report->clock.answer_late
                                                     ? "error" : "dim-label"));
}

static void
add_text (TrasSealedDetail       *self,
          const TrasSealedReport *report)
{
  GtkWidget *text = tras_sealed_words_make_label (report->text, "sealed-note");

  gtk_widget_add_css_class (text, "card");
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  add (self, text);
  if (report->contact != NULL && *report->contact != '\0')
    {
      g_autofree char *words = g_strdup_printf (_("Can be reached: %s"), report->contact);
      GtkWidget *contact = tras_sealed_words_make_label (words, NULL);

      gtk_label_set_selectable (GTK_LABEL (contact), TRUE);
      add (self, contact);
    }
  if (report->notes->len > 0)
    add (self, tras_sealed_words_make_thread (report->notes));
}

static void
add_answer (TrasSealedDetail *self)
{
  add (self, tras_sealed_words_make_entry (_("Answer to its writer"), &self->answer));
  self->send = make_button (self, _("_Send the Answer"), "suggested-action",
                            G_CALLBACK (on_send_clicked));
  gtk_widget_set_halign (self->send, GTK_ALIGN_END);
  gtk_widget_set_sensitive (self->send, FALSE);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->answer), "changed",
                            G_CALLBACK (on_answer_changed), self);
  add (self, self->send);
}

static void
add_end (TrasSealedDetail       *self,
         const TrasSealedReport *report)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = tras_day_button_new ();
  g_autofree char *day = tras_sealed_words_dup_day (report->erase_on);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Will be erased on"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  tras_day_button_set_day (TRAS_DAY_BUTTON (button), report->erase_on);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "picked", G_CALLBACK (on_erase_day_picked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("A closed report is kept for two years, or until "
                                           "another day within five."));
  add (self, group);
}

static void
add_buttons (TrasSealedDetail       *self,
             const TrasSealedReport *report)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (report->clock.state == TRAS_SEALED_RECEIVED)
    gtk_box_append (GTK_BOX (line), make_button (self, _("_Acknowledge"), "suggested-action",
                                                 G_CALLBACK (on_acknowledge_clicked)));
  if (report->clock.state == TRAS_SEALED_CLOSED)
    gtk_box_append (GTK_BOX (line), make_button (self, _("_Open Again"), NULL,
                                                 G_CALLBACK (on_reopen_clicked)));
  else
    gtk_box_append (GTK_BOX (line), make_button (self, _("_Close"), NULL,
                                                 G_CALLBACK (on_close_clicked)));
  gtk_box_append (GTK_BOX (line), make_button (self, _("_Erase…"), "destructive-action",
                                               G_CALLBACK (on_erase_clicked)));
  add (self, line);
}

static void
empty (TrasSealedDetail *self)
{
  GtkWidget *part;

  while ((part = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, part);
  self->answer = NULL;
  self->send = NULL;
}

static void
show_report (TrasSealedDetail       *self,
             const TrasSealedReport *report)
{
  empty (self);
  self->id = report->id;
  add_head (self, report);
  add_buttons (self, report);
  add_text (self, report);
  if (report->clock.state == TRAS_SEALED_CLOSED)
    add_end (self, report);
  add_answer (self);
}

/* ---- the object ---- */

static void
tras_sealed_detail_dispose (GObject *object)
{
  TrasSealedDetail *self = TRAS_SEALED_DETAIL (object);

  g_clear_object (&self->desk);

  G_OBJECT_CLASS (tras_sealed_detail_parent_class)->dispose (object);
}

static void
tras_sealed_detail_class_init (TrasSealedDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tras_sealed_detail_dispose;
}

static void
tras_sealed_detail_init (TrasSealedDetail *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->id = -1;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "detail");
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * tras_sealed_detail_set_desk:
 * @self: a pane
 * @desk: (nullable): where the reports are
 */
void
tras_sealed_detail_set_desk (TrasSealedDetail *self,
                             TrasSealedDesk   *desk)
{
  g_return_if_fail (TRAS_IS_SEALED_DETAIL (self));

  g_set_object (&self->desk, desk);
  tras_sealed_detail_clear (self);
}

/**
 * tras_sealed_detail_show:
 * @self: a pane
 * @id: a report; that it was read is written into the access log
 */
void
tras_sealed_detail_show (TrasSealedDetail *self,
                         gint64            id)
{
  g_return_if_fail (TRAS_IS_SEALED_DETAIL (self));

  if (self->busy || id == self->id)
    return;

  empty (self);
  self->id = id;
  act (self, TRAS_SEALED_READ, NULL, TRAS_DAY_NONE);
}

void
tras_sealed_detail_clear (TrasSealedDetail *self)
{
  g_return_if_fail (TRAS_IS_SEALED_DETAIL (self));

  empty (self);
  self->id = -1;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
}

/**
 * tras_sealed_detail_get_id:
 * @self: a pane
 *
 * Returns: the report on show, -1 for none
 */
gint64
tras_sealed_detail_get_id (TrasSealedDetail *self)
{
  g_return_val_if_fail (TRAS_IS_SEALED_DETAIL (self), -1);

  return self->id;
}

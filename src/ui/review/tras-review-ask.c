/* tras-review-ask.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tras-day-button.h"
#include "tras-number.h"
#include "tras-person.h"
#include "tras-review-ask.h"
#include "tras-review-words.h"

struct _TrasReviewAsk
{
  AdwBin parent_instance;

  /* borrowed */
  GtkButton *save_button;
  GtkEditable *day_entry;
  GtkEditable *entry;
  GtkLabel *question;
  GtkLabel *trouble;
  GtkDropDown *person;
  GtkWidget *day_box;
  TrasDayButton *day_button;

  /* owned */
  GPtrArray *people;
  char *refusal;
  gpointer data;

  TrasReviewAnswer answer;
  GDestroyNotify data_free;
};

G_DEFINE_FINAL_TYPE (TrasReviewAsk, tras_review_ask, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
refuse (TrasReviewAsk *self,
        GtkWidget     *editor,
        const char    *why)
{
  gtk_label_set_label (self->trouble, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), why != NULL);
  if (editor != NULL)
    gtk_widget_grab_focus (editor);
}

static void
clear_answer (TrasReviewAsk *self)
{
  if (self->data_free != NULL)
    self->data_free (self->data);
  self->data = NULL;
  self->data_free = NULL;
  self->answer = NULL;
}

static gint64
get_person (TrasReviewAsk *self)
{
  guint selected = gtk_drop_down_get_selected (self->person);

  if (self->people == NULL || selected == 0 || selected > self->people->len)
    return 0;

  return TRAS_RECORD (self->people->pdata[selected - 1])->id;
}

static void
on_save (TrasReviewAsk *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  TrasDay day = TRAS_DAY_NONE;

  if (self->answer == NULL)
    return;

  if (gtk_widget_get_visible (self->day_box))
    {
      day = tras_number_format_parse_date (tras_number_format_get_default (),
                                           gtk_editable_get_text (self->day_entry));
      if (day == TRAS_DAY_NONE)
        {
          refuse (self, GTK_WIDGET (self->day_entry), _("That is not a date"));
          return;
        }
    }
  if (self->refusal != NULL && *text == '\0')
    {
      refuse (self, GTK_WIDGET (self->entry), self->refusal);
      return;
    }

  self->answer (text, get_person (self), day, self->data);
  tras_review_ask_close (self);
}

static void
on_day_picked (TrasReviewAsk *self,
               TrasDay        day)
{
  g_autofree char *text = tras_number_format_date_short (tras_number_format_get_default (), day);

  gtk_editable_set_text (self->day_entry, text);
}

static gboolean
on_key_pressed (TrasReviewAsk   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  tras_review_ask_close (self);

  return GDK_EVENT_STOP;
}

/* ---- the object ---- */

static void
tras_review_ask_dispose (GObject *object)
{
  TrasReviewAsk *self = TRAS_REVIEW_ASK (object);

  clear_answer (self);
  g_clear_pointer (&self->people, g_ptr_array_unref);

  G_OBJECT_CLASS (tras_review_ask_parent_class)->dispose (object);
}

static void
tras_review_ask_finalize (GObject *object)
{
  g_free (TRAS_REVIEW_ASK (object)->refusal);

  G_OBJECT_CLASS (tras_review_ask_parent_class)->finalize (object);
}

static void
tras_review_ask_class_init (TrasReviewAskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tras_review_ask_dispose;
  object_class->finalize = tras_review_ask_finalize;

  signals[CLOSED] = g_signal_new ("closed", TRAS_TYPE_REVIEW_ASK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/trastienda/Trastienda/ui/review/review-ask.ui");
  gtk_widget_class_bind_template_child (widget_class, TrasReviewAsk, day_box);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewAsk, day_button);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewAsk, day_entry);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewAsk, entry);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewAsk, person);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewAsk, question);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewAsk, save_button);
  gtk_widget_class_bind_template_child (widget_class, TrasReviewAsk, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_day_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, tras_review_ask_close);
  g_type_ensure (TRAS_TYPE_DAY_BUTTON);
}

static void
tras_review_ask_init (TrasReviewAsk *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

GtkWidget *
tras_review_ask_new (void)
{
  return g_object_new (TRAS_TYPE_REVIEW_ASK, NULL);
}

static void
show_people (TrasReviewAsk *self,
             GPtrArray     *people,
             gint64         person_id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->people, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->person), people != NULL);
  if (people == NULL)
    return;

  self->people = g_ptr_array_ref (people);
  gtk_string_list_append (names, _("Nobody by name"));
  for (guint i = 0; i < people->len; i++)
    {
      gtk_string_list_append (names, TRAS_PERSON (people->pdata[i])->name);
      if (TRAS_RECORD (people->pdata[i])->id == person_id)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->person, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->person, selected);
}

/**
 * tras_review_ask_open:
 * @self: an editor
 * @question: what to ask
 * @answer: takes the answer
 * @data: (nullable): data for @answer
 * @data_free: (nullable): frees it
 *
 * Asks, with the cursor where the answer is typed. What was asked before is dropped.
 */
void
tras_review_ask_open (TrasReviewAsk            *self,
                      const TrasReviewQuestion *question,
                      TrasReviewAnswer          answer,
                      gpointer                  data,
                      GDestroyNotify            data_free)
{
  g_return_if_fail (TRAS_IS_REVIEW_ASK (self));
  g_return_if_fail (question != NULL && answer != NULL);

  clear_answer (self);
  self->answer = answer;
  self->data = data;
  self->data_free = data_free;
  g_free (self->refusal);
  self->refusal = g_strdup (question->refusal);

  refuse (self, NULL, NULL);
  gtk_label_set_label (self->question, question->question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->question, -1);
  gtk_editable_set_text (self->entry, question->text != NULL ? question->text : "");
  gtk_button_set_label (self->save_button, question->button);
  show_people (self, question->people, question->person_id);
  gtk_widget_set_visible (self->day_box, question->asks_day);
  if (question->asks_day)
    {
      on_day_picked (self, question->day);
      tras_day_button_set_day (self->day_button, question->day);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (question->asks_day ? GTK_WIDGET (self->day_entry)
                                            : GTK_WIDGET (self->entry));
}

/**
 * tras_review_ask_close:
 * @self: an editor
 *
 * Asks nothing any more.
 */
void
tras_review_ask_close (TrasReviewAsk *self)
{
  g_return_if_fail (TRAS_IS_REVIEW_ASK (self));

  if (!tras_review_ask_is_open (self))
    return;

  clear_answer (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

gboolean
tras_review_ask_is_open (TrasReviewAsk *self)
{
  g_return_val_if_fail (TRAS_IS_REVIEW_ASK (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}
